"""The same utterance in several articles: word for word, or in another translation.

Utterances are quotations of speech and what cues report indirectly. Two of different articles are
the same if one entity speaks and half of the shorter's telling words stand in the other, whatever
their order, clitics and spelling; or, whoever is said to speak, if one is worded as the other.
What differs inside both quotations is listed word by word.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
from rapidfuzz.distance import LCSseq

from framing.attribution.attributions import find_attributions
from framing.attribution.quoted import typed_quotes
from framing.attribution.voice import voice_of
from framing.base import columns
from framing.copying.landmarks import Marks, actor_marks
from framing.copying.rewording import Side, steps_between
from framing.copying.word_keys import numbers_of
from framing.layers.annotated import Corpus, Progress, reading_of
from framing.lexicon.clitics import names_of
from framing.text.tokens import Span, Words

TELLING = 3  # telling words that two utterances of one speaker have in common at least
TELLING_WORDED = 5  # of two worded alike, whoever speaks
OVERLAP = 0.5  # what share of the shorter's telling words that must be
WORDED = 0.7  # what share of the shorter's words stands in one order if they are worded alike
MOST_PLACES = 64  # utterances that a word may stand in and still lead from one to another


@dataclass(frozen=True, eq=False)
class Utterance:
    """What somebody says in an article; `telling` holds the names of each telling word."""

    doc_id: str
    field: str
    span: Span
    form: str
    speaker: str | None
    mode: str
    side: Side
    telling: tuple[frozenset[str], ...]


def shared_quotations(corpus: Corpus, *, progress: Progress = iter) -> pd.DataFrame:
    """Find utterances that several articles print, as they are or translated differently.

    One row per pair of utterances; columns as in
    `framing.base.columns.COMPARED["shared_quotations"]`.

    Raises `CorpusError` for a corpus that breaks the schema.

    Limits: who speaks is as right as `attributions` is; a paraphrase that shares few words with
    the other is not found.
    """
    found = [
        one
        for article in reading_of(corpus).read(progress)
        for field, words in article.fields()
        for one in _utterances(article.doc_id, field, words)
    ]
    rows = (_row(one, other) for one, other in _candidates(found))
    return columns.table("shared_quotations", (row for row in rows if row))


def _utterances(doc_id: str, field: str, words: Words) -> Iterator[Utterance]:
    """The quotations of speech in a text, and what is reported indirectly outside them."""
    said, quotes = find_attributions(words), typed_quotes(words)
    spoken = [
        (quote.inner, voice_of(quote.inner, said, quotes)[1], "direct")
        for quote in quotes
        if quote.kind == "speech" and quote.is_pair
    ]
    spoken += [
        (one.content, one.speaker.entity, "indirect")
        for one in said
        if one.content is not None and one.mode == "indirect"
    ]
    marks = Marks(actors=actor_marks(words) if spoken else ())  # all that an alignment asks for
    for said_so in spoken:
        yield _utterance(doc_id, field, words, marks, said_so)


def _utterance(
    doc_id: str, field: str, words: Words, marks: Marks, said: tuple[Span, str | None, str]
) -> Utterance:
    span, speaker, mode = said
    places = words.within(span)
    keys, telling = numbers_of(words)
    here = slice(places.start, places.stop)
    forms = [words.form(place) for place in places]
    side = Side(places, keys[here].tolist(), forms, marks)
    told = tuple(names_of(words.skeletons[place]) for place in places if telling[place])
    return Utterance(doc_id, field, span, span.form(words.text), speaker, mode, side, told)


def _candidates(found: Sequence[Utterance]) -> Iterator[tuple[Utterance, Utterance]]:
    """Pairs of different articles that have some telling word in common."""
    places: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(found):
        for name in frozenset().union(*one.telling):
            places[name].append(number)
    for number, one in enumerate(found):
        near = (places[name] for name in frozenset().union(*one.telling))
        others = {other for row in near if len(row) <= MOST_PLACES for other in row}
        for other in sorted(others):
            if other > number and found[other].doc_id != one.doc_id:
                yield one, found[other]


def _row(one: Utterance, other: Utterance) -> dict[str, Any] | None:
    """A pair as a row, if it is one utterance."""
    shorter = min(len(one.telling), len(other.telling))
    common = min(_shared(one, other), _shared(other, one))
    worded = _is_worded_alike(one, other)
    same = one.speaker is not None and one.speaker == other.speaker
    if common < (TELLING if same else TELLING_WORDED) or common < OVERLAP * shorter:
        return None
    if not same and not worded:
        return None
    return {
        "pair_id": f"said:{_place(one)}={_place(other)}",
        **_columns("a", one),
        **_columns("b", other),
        "same_speaker": same,
        "overlap": common / shorter,
        "verbatim": worded,
        "differences": _differences(one, other) if worded else [],
    }


def _shared(one: Utterance, other: Utterance) -> int:
    """How many telling words of one stand in the other, with whatever clitics."""
    names = frozenset().union(*other.telling)
    return sum(not names.isdisjoint(word) for word in one.telling)


def _is_worded_alike(one: Utterance, other: Utterance) -> bool:
    a, b = one.side.keys, other.side.keys
    return LCSseq.similarity(a, b) >= WORDED * min(len(a), len(b)) > 0


def _differences(one: Utterance, other: Utterance) -> list[str]:
    """The words that differ, where both are quoted."""
    if one.mode != "direct" or other.mode != "direct":
        return []
    a, b = one.side.forms, other.side.forms
    return [
        f"{' '.join(a[step.a : step.end_a]) or '–'} / {' '.join(b[step.b : step.end_b]) or '–'}"
        for step in steps_between(one.side, other.side)
        if step.kind == "changed"
    ]


def _columns(side: str, one: Utterance) -> dict[str, Any]:
    cells = {
        "doc_id": one.doc_id,
        "field": one.field,
        "start": one.span.start,
        "end": one.span.end,
        "form": one.form,
        "speaker": one.speaker,
        "mode": one.mode,
    }
    return {f"{name}_{side}": cell for name, cell in cells.items()}


def _place(one: Utterance) -> str:
    return f"{one.doc_id}:{one.field}:{one.span.start}-{one.span.end}"
