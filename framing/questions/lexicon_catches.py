"""What the entries of a lexicon catch in a corpus: each form, how often, how doubtful.

Read down the list: words that an entry was not meant to find stand out, most frequent first.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

import pandas as pd

from framing.layers.annotated import Progress
from framing.layers.concordance import kwic
from framing.layers.corpora import Corpus, reading_of
from framing.layers.reading import Article
from framing.lexicon.entries import Lexeme, Lexicon
from framing.lexicon.matching import Hit, find
from framing.lexicon.morphology import stems
from framing.text.orthography import fold, fold_keys
from framing.text.tokens import Words

KWIC_WIDTH = 5


@dataclass(frozen=True)
class Catch:
    """A form that an entry finds in a corpus, with what makes it doubtful and one example.

    `also` names other entries that claim the same words, and do not count there;
    `is_variant` says that the lexicon spells the form otherwise (اكد for أكد); `split` shows
    the clitics taken off it (و+صف), where the word stands nowhere in the corpus without
    any, so that they may be letters of another word.
    """

    entry: str
    form: str
    count: int
    also: tuple[str, ...]
    is_variant: bool
    split: str
    doc_id: str
    left: str
    node: str
    right: str


class _Caught(NamedTuple):
    """What a lexicon finds in a title or text, and the folds of all its words."""

    doc_id: str
    field: str
    words: Words
    hits: list[tuple[Hit, set[str]]]
    folds: set[str]


@dataclass
class _Tally:
    """All places of one form of one entry."""

    first: dict[str, object]
    hits: list[Hit] = field(default_factory=list)
    also: set[str] = field(default_factory=set)


def find_catches(
    lexicon: Lexicon, corpus: Corpus, *, progress: Progress = iter
) -> tuple[Catch, ...]:
    """Every form that a lexicon finds in titles and texts, by entry, most frequent first.

    Forms are counted as printed, contexts are respected. What the layers ask beyond that (of a
    cue that it governs something, of a source that a cue stands beside it) is left aside.

    Raises `CorpusError` for a corpus that breaks the schema.
    """
    reading = reading_of(corpus, is_kept=True)
    tallies: dict[tuple[str, str], _Tally] = {}
    bare: set[str] = set()
    caught_in = partial(_caught, lexicon)
    for article in reading.of_each("find_catches", caught_in, progress):
        for one in article:
            bare.update(one.folds)
            _count(one, tallies)
    order = {entry.id: place for place, entry in enumerate(lexicon.entries)}
    ranked = sorted(
        tallies.items(), key=lambda one: (order[one[0][0]], -len(one[1].hits), one[0][1])
    )
    examples = pd.DataFrame(
        [tally.first for _, tally in ranked], columns=["doc_id", "field", "start", "end"]
    )
    shown = kwic(reading, examples, width=KWIC_WIDTH).table.to_dict("records")
    return tuple(
        Catch(
            entry=entry,
            form=form,
            count=len(tally.hits),
            also=tuple(sorted(tally.also, key=order.__getitem__)),
            is_variant=all(hit.spelling == "variant" for hit in tally.hits),
            split=_split(tally.hits[0], bare),
            **{side: str(line[side]) for side in ("doc_id", "left", "node", "right")},
        )
        for ((entry, form), tally), line in zip(ranked, shown, strict=True)
    )


def _caught(lexicon: Lexicon, article: Article) -> list[_Caught]:
    return [
        _Caught(article.doc_id, name, words, _claimed(words, lexicon), set(_folds(words)))
        for name, words in article.fields()
    ]


def _claimed(words: Words, lexicon: Lexicon) -> list[tuple[Hit, set[str]]]:
    """The hits of a text, each with the entries that claim its words."""
    claims: dict[tuple[int, int], set[str]] = {}

    def claim(_words: Words, hit: Hit) -> bool:
        claims.setdefault((hit.first, hit.last), set()).add(hit.entry.id)
        return True

    return [(hit, claims[hit.first, hit.last]) for hit in find(words, lexicon, claim)]


def _count(caught: _Caught, tallies: dict[tuple[str, str], _Tally]) -> None:
    words = caught.words
    for hit, claims in caught.hits:
        span = words.cover(hit.first, hit.last)
        form = " ".join(span.form(words.text).split())
        first = {
            "doc_id": caught.doc_id, "field": caught.field, "start": span.start, "end": span.end
        }  # fmt: skip
        tally = tallies.setdefault((hit.entry.id, form), _Tally(first))
        tally.hits.append(hit)
        tally.also |= claims - {hit.entry.id}


def _folds(words: Words) -> Iterator[str]:
    """The folds of a text's words as printed, and without the article."""
    for printed in set(words.skeletons):
        yield fold(printed)
        yield fold(printed.removeprefix("ال"))


def _split(hit: Hit, bare: set[str]) -> str:
    """How the clitics of a hit were taken off, if its word never stands without clitics."""
    for reading in hit.readings:
        if not reading.is_bare and not _stands_alone(reading.lexeme, bare):
            article = "ال" if reading.article else ""
            parts = (
                reading.conjunction,
                reading.prefix,
                article,
                reading.stem.text,
                reading.pronoun,
            )
            return "+".join(part for part in parts if part)
    return ""


def _stands_alone(lexeme: Lexeme, bare: Iterable[str]) -> bool:
    return any(not fold_keys(stem.text).isdisjoint(bare) for stem in stems(lexeme))
