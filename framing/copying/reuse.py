"""The same sentence, another word: passages that articles share, and what was changed in them.

`reuse` lists the pairs of passages, `edits` what was changed between them, a row an edit.
"""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, TypeVar

import numpy as np
import pandas as pd

from framing.base import columns
from framing.base.errors import FramingError
from framing.copying.landmarks import Marks, marks_of
from framing.copying.passages import LEAST_ALIKE, Passage, alike, outside_formulas, passages_of
from framing.copying.places import ENDS, Place, columns_of_side, pair_id, side_cells
from framing.copying.rewording import Comparison, Edit, Side, compare
from framing.copying.wire import credits_of, source_of_copy
from framing.copying.word_keys import Wording, numbers_of, read_wording
from framing.corpus.articles import FIELDS
from framing.layers.annotated import AnnotatedCorpus, Progress
from framing.layers.corpora import Corpus, reading_of
from framing.text.tokens import Span, Words

_SIDES = (*columns_of_side("a"), *columns_of_side("b"))

_Stretch = tuple[str, str, range]  # doc_id, field, words by number

T = TypeVar("T")
P = TypeVar("P", Place, _Stretch)


@dataclass(frozen=True, eq=False)
class _Field:
    """A title or text that holds passages: its words as numbers, and what is known of them."""

    text: str
    keys: list[int]
    starts: Sequence[int]
    ends: Sequence[int]
    marks: Marks

    def side(self, start: int, end: int) -> Side:
        """The words from one character to another."""
        first, last = np.searchsorted(self.starts, (start, end)).tolist()
        forms = [self.form(range(at, at + 1)) for at in range(first, last)]
        return Side(range(first, last), self.keys[first:last], forms, self.marks)

    def span(self, places: range) -> Span:
        """The characters of some words; of none, the place behind the word before."""
        if places:
            return Span(self.starts[places.start], self.ends[places.stop - 1])
        at = self.ends[places.start - 1] if places.start else 0
        return Span(at, at)

    def form(self, places: range) -> str:
        """The words as they are printed."""
        return self.span(places).form(self.text)


_Fields = dict[tuple[str, str], _Field]  # by the article's id and the field
_Pair = tuple[Place, Place]  # where a passage stands in two articles


def reuse(
    corpus: Corpus,
    *,
    least_similarity: float = LEAST_ALIKE,
    spelling: bool = False,
    progress: Progress = iter,
) -> pd.DataFrame:
    """Find passages of different articles that share wording beyond chance.

    One row per pair; columns as in `framing.base.columns.COMPARED["reuse"]`. A passage is what two
    sentences have in common, led outward to the borders of its clause. `edits` says in words
    what was changed; the function `edits` gives it as a table. What concerns spelling only is
    left out unless `spelling` is set.

    What is beyond chance is said in `framing.copying.passages`: names, titles, function words and
    formulas that very many sentences have do not count. Nothing is claimed of who copied whom
    unless an article credits the agency that the other one is from, and is not the earlier.

    Raises `FramingError` for a similarity that is no share, `CorpusError` for a corpus that
    breaks the schema.
    """
    return reuse_with_edits(
        corpus, least_similarity=least_similarity, spelling=spelling, progress=progress
    )[0]


def reuse_with_edits(
    corpus: Corpus,
    *,
    least_similarity: float = LEAST_ALIKE,
    spelling: bool = False,
    progress: Progress = iter,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The tables of `reuse` and of `edits` for the same pairs, each pair compared once.

    Raises as `reuse` does.
    """
    if not 0 <= least_similarity <= 1:
        raise FramingError(
            f"The least similarity is {least_similarity}. Give a share of words, 0 to 1."
        )
    reading = reading_of(corpus)
    fields, places = _shared(reading, progress)
    credited = credits_of(reading, {place[0] for pair in places for place in pair})

    def rows_of(pair: _Pair) -> tuple[dict[str, Any], list[dict[str, Any]]]:
        one, other = pair
        compared = _compare(fields, one, other, spelling)
        row = _pair_row(fields, one, other, compared)
        row["copied_from"] = source_of_copy(credited[one[0]], credited[other[0]])
        return row, [_edit_row(fields, one, other, edit) for edit in compared.edits]

    pairs, changes = [], []
    for row, edited in reading.of_pairs("reuse", _by_place(places), rows_of):
        if row["similarity"] >= least_similarity:
            pairs.append(row)
            changes += edited
    return columns.table("reuse", pairs), columns.table("edits", changes)


def _shared(reading: AnnotatedCorpus, progress: Progress) -> tuple[_Fields, list[_Pair]]:
    """Where wording is shared, pair by pair, and the titles and texts in which that is."""
    wording = read_wording(reading, progress)
    outside = outside_formulas(wording)

    def stretches_of(pair: tuple[int, int]) -> list[tuple[_Stretch, _Stretch]]:
        passages = passages_of(wording, outside, pair)
        return [_stretches(wording, passage) for passage in passages]

    sentences = ((wording.place_of(pair[0]), pair) for pair in alike(wording))
    stretches = [*chain.from_iterable(reading.of_pairs("reuse", sentences, stretches_of))]
    wanted = sorted({one[:2] for pair in stretches for one in pair})
    fields = reading.of_places("reuse", wanted, _read_field)
    return fields, [
        (_place(fields, one), _place(fields, other)) for one, other in _known(fields, stretches)
    ]


def edits(corpus: Corpus, pairs: pd.DataFrame, *, spelling: bool = False) -> pd.DataFrame:
    """List what was changed in pairs of passages, a row an edit.

    `pairs` is a table as `reuse` returns it, or rows chosen from one. Columns as in
    `framing.base.columns.COMPARED["edits"]`; the kinds are those of `framing.copying.rewording`.

    Raises `FramingError` for a table that holds no pairs of this corpus, `CorpusError` for a
    corpus that breaks the schema.
    """
    reading = reading_of(corpus)
    places = _places_of(pairs, reading.articles)
    wanted = sorted({place[:2] for pair in places for place in pair})
    fields = reading.of_places("edits", wanted, _read_field)

    def rows_of(pair: _Pair) -> list[dict[str, Any]]:
        one, other = pair
        compared = _compare(fields, one, other, spelling)
        return [_edit_row(fields, one, other, edit) for edit in compared.edits]

    compared = reading.of_pairs("edits", _by_place(_known(fields, places)), rows_of)
    return columns.table("edits", chain.from_iterable(compared))


def _stretches(wording: Wording, passage: Passage) -> tuple[_Stretch, _Stretch]:
    """The words of a passage by their number in their field, on either side."""
    one = _stretch(wording, passage.start_a, passage.end_a)
    return one, _stretch(wording, passage.start_b, passage.end_b)


def _stretch(wording: Wording, start: int, end: int) -> _Stretch:
    number = int(np.searchsorted(wording.heads, start, side="right")) - 1
    field, article = divmod(number, len(wording.doc_ids))
    head = int(wording.heads[number])
    return wording.doc_ids[article], FIELDS[field], range(start - head, end - head)


def _place(fields: _Fields, stretch: _Stretch) -> Place:
    doc_id, field, words = stretch
    span = fields[doc_id, field].span(words)
    return doc_id, field, span.start, span.end


def _places_of(pairs: pd.DataFrame, articles: pd.DataFrame) -> list[_Pair]:
    """The places that a table of pairs names, checked."""
    missing = [name for name in _SIDES if name not in pairs.columns]
    if missing:
        raise FramingError(
            f"The table of pairs lacks {', '.join(missing)}. Give a table that reuse returned, "
            "or rows chosen from it."
        )
    known = set(articles["doc_id"])
    strange = sorted({*pairs["doc_id_a"], *pairs["doc_id_b"]} - known)
    if strange:
        raise FramingError(
            f"The pairs name article '{strange[0]}', which the corpus does not hold. Give the "
            "corpus in which they were found."
        )
    rows = pairs[list(_SIDES)].itertuples(index=False, name=None)
    return [(row[: len(ENDS)], row[len(ENDS) :]) for row in rows]


def _known(fields: Container[Any], pairs: Iterable[tuple[P, P]]) -> list[tuple[P, P]]:
    """The pairs whose fields could both be read."""
    return [pair for pair in pairs if all(one[:2] in fields for one in pair)]


def _by_place(pairs: Iterable[_Pair]) -> Iterator[tuple[tuple[str, str], _Pair]]:
    """Pairs, each with the title or text that the first of it stands in."""
    return ((pair[0][:2], pair) for pair in pairs)


def _read_field(words: Words) -> _Field:
    keys = numbers_of(words)[0].tolist()
    return _Field(words.text, keys, words.starts, words.ends, marks_of(words))


def _compare(fields: _Fields, one: Place, other: Place, spelling: bool) -> Comparison:
    """Two places compared; what concerns spelling only is left out unless it is asked for."""
    a, b = fields[one[:2]], fields[other[:2]]
    found = compare(a.side(*one[2:]), b.side(*other[2:]))
    edits = (edit for edit in found.edits if spelling or edit.kind != "spelling")
    return found._replace(edits=tuple(edits))


def _pair_row(fields: _Fields, one: Place, other: Place, compared: Comparison) -> dict[str, Any]:
    a, b = fields[one[:2]], fields[other[:2]]
    n_a, n_b = len(a.side(*one[2:]).keys), len(b.side(*other[2:]).keys)
    told = (
        f"{edit.kind}: {a.form(edit.a) or '–'} / {b.form(edit.b) or '–'}" for edit in compared.edits
    )
    return {
        "pair_id": pair_id("reuse", one, other),
        **side_cells("a", one, a.text),
        **side_cells("b", other, b.text),
        "similarity": (compared.alike_a + compared.alike_b) / (n_a + n_b),
        "containment": compared.alike_a / n_a if n_a <= n_b else compared.alike_b / n_b,
        "shared_shingles": compared.shingles,
        "edits": list(told),
    }


def _edit_row(fields: _Fields, one: Place, other: Place, edit: Edit) -> dict[str, Any]:
    a, b = fields[one[:2]], fields[other[:2]]
    span_a, span_b = a.span(edit.a), b.span(edit.b)
    return {
        "pair_id": pair_id("reuse", one, other),
        "kind": edit.kind,
        "in_quotation": edit.in_quotation,
        **_edited("a", one, span_a, a.text),
        "entries_a": [mark.entry for mark in edit.marks_a],
        "categories_a": [mark.category for mark in edit.marks_a],
        **_edited("b", other, span_b, b.text),
        "entries_b": [mark.entry for mark in edit.marks_b],
        "categories_b": [mark.category for mark in edit.marks_b],
    }


def _edited(side: str, place: Place, span: Span, text: str) -> dict[str, Any]:
    """One side of an edit; where it has no word there is no span."""
    cells = side_cells(side, (*place[:2], span.start, span.end), text)
    return cells if span.start < span.end else cells | {f"start_{side}": None, f"end_{side}": None}
