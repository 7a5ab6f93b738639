"""The same utterance in several articles: word for word, or in another translation.

Utterances are quotations of speech and what cues report indirectly. Two of different articles are
the same if one entity speaks and half of the shorter's telling words stand in the other, whatever
their order, clitics and spelling; or, whoever is said to speak, if one is worded as the other.
What differs inside both quotations is listed word by word.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

import numpy as np
import pandas as pd
from rapidfuzz.distance import LCSseq

from framing.attribution.attributions import contents_of, find_attributions
from framing.attribution.quotations import typed_quotes
from framing.base import columns
from framing.copying import utterance_index
from framing.copying.landmarks import Marks, actor_marks
from framing.copying.places import Place, pair_id, side_cells
from framing.copying.rewording import Side, steps_between
from framing.copying.utterance_index import Told
from framing.copying.word_keys import numbers_of
from framing.layers.annotated import Progress
from framing.layers.corpora import Corpus, reading_of
from framing.layers.reading import Article
from framing.lexicon.clitics import names_of
from framing.text.tokens import Span, Words

TELLING = 3  # telling words that two utterances of one speaker have in common at least
TELLING_WORDED = 5  # of two worded alike, whoever speaks
OVERLAP = 0.5  # what share of the shorter's telling words that must be
WORDED = 0.7  # what share of the shorter's words stands in one order if they are worded alike
MOST_WORDS = 1000  # reported indirectly: more is no utterance but a text without full stops
MOST_PLACES = 64  # utterances that a word may stand in and still lead from one to another
_BAR = utterance_index.Bar(TELLING, TELLING_WORDED, OVERLAP, MOST_PLACES)


@dataclass(frozen=True, eq=False)
class Utterance:
    """What somebody says in an article; `telling` holds its telling words, their letters only."""

    place: Place
    text: str  # the whole field
    speaker: str | None
    mode: str
    side: Side
    telling: tuple[str, ...]


def shared_quotations(corpus: Corpus, *, progress: Progress = iter) -> pd.DataFrame:
    """Find utterances that several articles print, as they are or translated differently.

    One row per pair of utterances; columns as in
    `framing.base.columns.COMPARED["shared_quotations"]`.

    Raises `CorpusError` for a corpus that breaks the schema.

    Limits: who speaks is as right as `attributions` is; a paraphrase that shares few words with
    the other is not found.
    """
    reading = reading_of(corpus)
    found = [
        utterance
        for told in reading.of_each("shared_quotations", _utterances_of, progress)
        for utterance in told
    ]
    numbers = zip(*(column.tolist() for column in _pairs_over(found)), strict=True)
    pairs = ((found[a].place[:2], (found[a], found[b], common)) for a, b, common in numbers)
    rows = reading.of_pairs("shared_quotations", pairs, lambda pair: _row(*pair))
    return columns.table("shared_quotations", (row for row in rows if row))


def _utterances_of(article: Article) -> list[Utterance]:
    return [
        utterance
        for field, words in article.fields()
        for utterance in _utterances(article.doc_id, field, words)
    ]


def _utterances(doc_id: str, field: str, words: Words) -> Iterator[Utterance]:
    """The quotations of speech in a text, and what is reported indirectly outside them."""
    contents = contents_of(words)
    spoken: list[tuple[Span, str | None, str]] = []
    for quote in typed_quotes(words):
        if quote.kind == "speech" and quote.is_pair:
            holder = contents.innermost(quote.inner)
            entity = holder.speaker.entity if holder else None
            spoken.append((quote.inner, entity, "direct"))
    spoken += [
        (part, attribution.speaker.entity, "indirect")
        for attribution in find_attributions(words)
        if attribution.mode == "indirect"
        for part in attribution.stretches
        if len(words.within(part)) <= MOST_WORDS
    ]
    marks = Marks(actors=actor_marks(words) if spoken else ())  # all that an alignment asks for
    for span, speaker, mode in spoken:
        side, telling = _wording(words, marks, span)
        place = (doc_id, field, span.start, span.end)
        yield Utterance(place, words.text, speaker, mode, side, telling)


def _wording(words: Words, marks: Marks, span: Span) -> tuple[Side, tuple[str, ...]]:
    """The words of a stretch as a side of a comparison; the telling ones by their letters."""
    places = words.within(span)
    here = slice(places.start, places.stop)
    keys, telling = numbers_of(words)
    side = Side(places, keys[here].tolist(), [words.form(place) for place in places], marks)
    told = (places.start + np.flatnonzero(telling[here])).tolist()
    return side, tuple(words.skeletons[place] for place in told)


def _pairs_over(found: Sequence[Utterance]) -> tuple[utterance_index.Numbers, ...]:
    """The pairs of different articles that share enough telling words, and how many."""
    names: dict[str, int] = {}
    numbered: dict[str, list[int]] = {}
    for letters in dict.fromkeys(word for utterance in found for word in utterance.telling):
        numbered[letters] = [names.setdefault(name, len(names)) for name in names_of(letters)]
    told = Told.of(
        [[numbered[word] for word in utterance.telling] for utterance in found],
        articles=[utterance.place[0] for utterance in found],
        speakers=[utterance.speaker for utterance in found],
    )
    return utterance_index.pairs_over(told, _BAR)


def _row(a: Utterance, b: Utterance, common: int) -> dict[str, Any] | None:
    """A pair with so many telling words in common as a row, if it is one utterance."""
    worded = _is_worded_alike(a, b)
    same = a.speaker is not None and a.speaker == b.speaker
    if not same and not worded:
        return None
    return {
        "pair_id": pair_id("said", a.place, b.place),
        **_cells("a", a),
        **_cells("b", b),
        "same_speaker": same,
        "overlap": common / min(len(a.telling), len(b.telling)),
        "verbatim": worded,
        "differences": _differences(a, b) if worded else [],
    }


def _is_worded_alike(a: Utterance, b: Utterance) -> bool:
    """Whether so many words of the shorter stand in one order in both."""
    keys_a, keys_b = a.side.keys, b.side.keys
    least = max(1, ceil(WORDED * min(len(keys_a), len(keys_b))))
    return LCSseq.similarity(keys_a, keys_b, score_cutoff=least) >= least


def _differences(a: Utterance, b: Utterance) -> list[str]:
    """The words that differ, where both are quoted."""
    if a.mode != "direct" or b.mode != "direct":
        return []
    forms_a, forms_b = a.side.forms, b.side.forms
    return [
        f"{' '.join(forms_a[step.a : step.end_a]) or '–'} / "
        f"{' '.join(forms_b[step.b : step.end_b]) or '–'}"
        for step in steps_between(a.side, b.side)
        if step.kind == "changed"
    ]


def _cells(side: str, utterance: Utterance) -> dict[str, Any]:
    return side_cells(side, utterance.place, utterance.text) | {
        f"speaker_{side}": utterance.speaker,
        f"mode_{side}": utterance.mode,
    }
