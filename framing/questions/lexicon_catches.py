"""What the entries of a lexicon catch in a corpus: each form, how often, how doubtful.

Read down the list: words that an entry was not meant to find stand out, most frequent first.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import pandas as pd

from framing.layers.annotated import Corpus, Progress, reading_of
from framing.layers.concordance import kwic
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
    for article in reading.read(progress):
        for name, words in article.fields():
            bare.update(_folds(words))
            _count(article.doc_id, name, words, lexicon, tallies)
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


def _count(
    doc_id: str,
    name: str,
    words: Words,
    lexicon: Lexicon,
    tallies: dict[tuple[str, str], _Tally],
) -> None:
    claims: dict[tuple[int, int], set[str]] = {}

    def claim(_words: Words, hit: Hit) -> bool:
        claims.setdefault((hit.first, hit.last), set()).add(hit.entry.id)
        return True

    for hit in find(words, lexicon, claim):
        span = words.cover(hit.first, hit.last)
        form = " ".join(span.form(words.text).split())
        first = {"doc_id": doc_id, "field": name, "start": span.start, "end": span.end}
        tally = tallies.setdefault((hit.entry.id, form), _Tally(first))
        tally.hits.append(hit)
        tally.also |= claims[hit.first, hit.last] - {hit.entry.id}


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
