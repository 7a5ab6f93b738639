"""A corpus as every function takes it: the articles, or the same annotated."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import wraps
from pathlib import Path
from typing import Any, TypeAlias, TypeVar, cast

import pandas as pd

from framing.attribution.actors import known_actors
from framing.corpus.articles import check_corpus
from framing.layers.annotated import AnnotatedCorpus
from framing.layers.failures import Failures
from framing.layers.reading import batches_of
from framing.lexicon.entries import Lexicon
from framing.text.parsing import Parser
from framing.text.resources import Resources
from framing.text.tokens import Words

F = TypeVar("F", bound=Callable[..., Any])

Corpus: TypeAlias = pd.DataFrame | AnnotatedCorpus


def annotate(
    corpus: pd.DataFrame,
    *,
    parser: Parser | None = None,
    actors: str | Path | Lexicon | None = None,
    keep: bool = True,
    strict: bool = False,
) -> AnnotatedCorpus:
    """Read a corpus once, for all questions asked of it.

    Takes articles as `framing.read_corpus` gives them. What is returned stands in for the corpus
    in every function: words, quotation marks, cues, speakers and all else are worked out when they
    are first asked for, kept, and gone with the object (some 40 kB an article). Pickled, it takes
    the articles along and is read anew.

    Args:
        corpus: the articles.
        parser: your own dependency parser or tagger, asked before the rules of word order; see
            `framing.text.parsing`.
        actors: a lexicon of your own actors, known beside the shipped ones; see
            `framing.attribution.actors`.
        keep: whether what is read stays for the next question. Else a question takes the room of a
            batch, and the next one reads again.
        strict: whether an article that something cannot be worked out of ends the run
            (`ArticleError`). Else it is set aside, and told of in `errors`.

    Raises `CorpusError` for a corpus that breaks the schema, `UnknownNameError` or `LexiconError`
    for actors that cannot be used.
    """
    gazetteer = None if actors is None else known_actors(actors)
    resources = Resources(parser, gazetteer)
    return AnnotatedCorpus(check_corpus(corpus), resources, keep, Failures(strict))


def reading_of(corpus: Corpus, *, is_kept: bool = False) -> AnnotatedCorpus:
    """A corpus to take a table of: as it is if annotated, else read and let go.

    `is_kept` keeps what is read for as long as several questions are asked of it.

    Raises `CorpusError` for a corpus that breaks the schema.
    """
    if not isinstance(corpus, AnnotatedCorpus):
        return AnnotatedCorpus(check_corpus(corpus), is_kept=is_kept)
    return replace(corpus, is_kept=True) if is_kept and not corpus.is_kept else corpus


def complete(work: F) -> F:
    """Let a function leave out every article that it, or another before it, had to set aside.

    For what is added up over several tables, each of which may lack another article. The first
    argument is the corpus; the work is done again without the articles it failed in.
    """

    @wraps(work)
    def again(corpus: Corpus, *args: Any, **kwargs: Any) -> Any:
        reading = reading_of(corpus)
        while True:
            n_failures = len(reading.failures)
            found = work(reading.rest(), *args, **kwargs)
            if n_failures == len(reading.failures):
                return found

    return cast(F, again)


def parts_of(corpus: Corpus) -> Iterator[AnnotatedCorpus]:
    """A corpus in parts that are small enough to be kept while several tables are taken of each.

    There is one part at least. Raises `CorpusError` for a corpus that breaks the schema.
    """
    if isinstance(corpus, AnnotatedCorpus):
        yield from corpus.parts()
    else:
        yield from map(AnnotatedCorpus, batches_of(check_corpus(corpus)))


def articles_of(corpus: Corpus) -> pd.DataFrame:
    """The checked articles of a corpus, annotated or not."""
    return corpus.articles if isinstance(corpus, AnnotatedCorpus) else check_corpus(corpus)


def known_of(corpus: Corpus) -> pd.DataFrame:
    """What is known of the articles, whose texts may have been left out."""
    return corpus.articles if isinstance(corpus, AnnotatedCorpus) else corpus


def texts_of(corpus: Corpus, function: str) -> dict[str, Words]:
    """The text of every article, by its id, for a function; what cannot be read is set aside."""
    reading = reading_of(corpus)
    return dict(reading.of_each(function, lambda article: (article.doc_id, article.text)))
