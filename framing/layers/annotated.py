"""A corpus read once: its articles, and whatever is found in them, kept as long as it lives.

Every table is a projection of one reading. A table asked for of a DataFrame reads its articles a
batch at a time and lets them go; who has a second question annotates the corpus first:

    news = fr.annotate(fr.read_corpus("seeds"))
    fr.mentions(news), fr.attributions(news)  # each text is read, and attributed, once
"""

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import pandas as pd

from framing.attribution.actors import known_actors
from framing.base.errors import FramingError
from framing.corpus.articles import FIELDS, check_corpus, printed
from framing.lexicon.entries import Lexicon
from framing.text.parsing import Parser
from framing.text.resources import NOTHING, Resources
from framing.text.tokens import BATCH, Batch, Words, read_texts

Progress = Callable[[Iterable[Any]], Iterable[Any]]


class Article(NamedTuple):
    """An article as it was read; the title is empty if it has none."""

    doc_id: str
    title: Words
    text: Words

    def fields(self) -> Iterator[tuple[str, Words]]:
        """Its title, if it has one, and its text, by name."""
        if self.title.text:
            yield "title", self.title
        yield "text", self.text


@dataclass(frozen=True, eq=False)
class AnnotatedCorpus:
    """A corpus that every table can be taken of, without being read again.

    Attributes:
        articles: the corpus, checked.
        resources: the reader's own parser and actors, if any.
        is_kept: whether what was read and found stays for the next question.
        whole: the corpus of which it is a part, and whose reading it shares.
    """

    articles: pd.DataFrame
    resources: Resources = NOTHING
    is_kept: bool = True
    whole: "AnnotatedCorpus | None" = None

    def __len__(self) -> int:
        return len(self.articles)

    def __repr__(self) -> str:
        return f"<{len(self):,} annotated articles>"

    def __reduce__(self) -> tuple[Any, ...]:
        """Another process reads the articles itself: words are quicker read than sent."""
        return AnnotatedCorpus, (self.articles, self.resources, self.is_kept)

    def read(self, progress: Progress = iter) -> Iterator[Article]:
        """Every article in the order of the corpus; `progress` wraps their ids."""
        doc_ids = progress(self.articles["doc_id"].tolist())
        fields = iter(self._kept if self.is_kept else self._fields())
        for doc_id, title, text in zip(doc_ids, fields, fields, strict=False):
            yield Article(doc_id, title, text)

    def batches(self, progress: Progress = iter) -> Iterator[Batch]:
        """Every batch: the title and the text of an article, then those of the next."""
        last = None
        for article in self.read(progress):
            for words in article[1:]:
                if words.batch is not last:
                    last = words.batch
                    yield last

    def at(self, places: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Words]:
        """Some titles and texts, by the article's id and the field.

        Raises `FramingError` for one that the corpus does not hold.
        """
        wanted = list(dict.fromkeys(places))
        doc_ids = set(self.articles["doc_id"])
        for doc_id, field in wanted:
            if doc_id not in doc_ids or field not in FIELDS:
                raise FramingError(
                    f"The corpus holds no {field} of an article '{doc_id}'. Give the corpus that "
                    "the spans were found in, or the spans of this one."
                )
        if self.is_kept:
            return {place: self._by_place[place] for place in wanted}
        texts = printed(self.articles)
        read = read_texts((texts[place] or "" for place in wanted), self.resources)
        return dict(zip(wanted, read, strict=False))

    def parts(self) -> Iterator["AnnotatedCorpus"]:
        """The corpus in parts of a batch each, so that what is counted of one takes little room."""
        for articles in _batches(self.articles):
            whole = self if self.is_kept else None
            yield AnnotatedCorpus(articles, self.resources, whole=whole)

    def table(
        self, name: Hashable, make: Callable[["AnnotatedCorpus"], pd.DataFrame]
    ) -> pd.DataFrame:
        """A table of what was found, made once; everyone is given a copy of their own."""
        if not self.is_kept:
            return make(self)
        if self.whole is None:
            return self._made(name, make).copy()
        table = self.whole._made(name, make)
        return table[table["doc_id"].isin(set(self.articles["doc_id"]))].reset_index(drop=True)

    def _made(
        self, name: Hashable, make: Callable[["AnnotatedCorpus"], pd.DataFrame]
    ) -> pd.DataFrame:
        if name not in self._tables:
            self._tables[name] = make(self)
        return self._tables[name]

    @cached_property
    def _tables(self) -> dict[Hashable, pd.DataFrame]:
        return {}

    @cached_property
    def _kept(self) -> list[Words]:
        if self.whole is not None:
            places = ((doc_id, field) for doc_id in self.articles["doc_id"] for field in FIELDS)
            return [self.whole._by_place[place] for place in places]
        return list(self._fields())

    @cached_property
    def _by_place(self) -> dict[tuple[str, str], Words]:
        places = [(doc_id, field) for doc_id in self.articles["doc_id"] for field in FIELDS]
        return dict(zip(places, self._kept, strict=True))

    def _fields(self) -> Iterator[Words]:
        """The title and the text of every article."""
        cells = self.articles[list(FIELDS)].itertuples(index=False, name=None)
        texts = (text if isinstance(text, str) else "" for row in cells for text in row)
        return read_texts(texts, self.resources)


Corpus: TypeAlias = pd.DataFrame | AnnotatedCorpus


def annotate(
    corpus: pd.DataFrame,
    *,
    parser: Parser | None = None,
    actors: str | Path | Lexicon | None = None,
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

    Raises `CorpusError` for a corpus that breaks the schema, `UnknownNameError` or `LexiconError`
    for actors that cannot be used.
    """
    gazetteer = None if actors is None else known_actors(actors)
    return AnnotatedCorpus(check_corpus(corpus), Resources(parser, gazetteer))


def reading_of(corpus: Corpus, *, is_kept: bool = False) -> AnnotatedCorpus:
    """A corpus to take a table of: as it is if annotated, else read and let go.

    `is_kept` keeps what is read for as long as several questions are asked of it.

    Raises `CorpusError` for a corpus that breaks the schema.
    """
    if isinstance(corpus, AnnotatedCorpus):
        return corpus
    return AnnotatedCorpus(check_corpus(corpus), is_kept=is_kept)


def parts_of(corpus: Corpus) -> Iterator[AnnotatedCorpus]:
    """A corpus in parts that are small enough to be kept while several tables are taken of each.

    There is one part at least. Raises `CorpusError` for a corpus that breaks the schema.
    """
    if isinstance(corpus, AnnotatedCorpus):
        yield from corpus.parts()
    else:
        yield from map(AnnotatedCorpus, _batches(check_corpus(corpus)))


def _batches(articles: pd.DataFrame) -> Iterator[pd.DataFrame]:
    numbers = articles["text"].str.len().cumsum() // BATCH
    for _, rows in articles.groupby(numbers, sort=False):
        yield rows.reset_index(drop=True)
    if articles.empty:
        yield articles


def articles_of(corpus: Corpus) -> pd.DataFrame:
    """The checked articles of a corpus, annotated or not."""
    return corpus.articles if isinstance(corpus, AnnotatedCorpus) else check_corpus(corpus)


def known_of(corpus: Corpus) -> pd.DataFrame:
    """What is known of the articles, whose texts may have been left out."""
    return corpus.articles if isinstance(corpus, AnnotatedCorpus) else corpus


def texts_of(corpus: Corpus) -> dict[str, Words]:
    """The text of every article, by its id."""
    return {article.doc_id: article.text for article in reading_of(corpus).read()}
