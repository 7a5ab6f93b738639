"""Where a lexicon occurs in a text.

A batch of texts is searched at once (`occurrences`): every word form is read once, phrases
are sequences of such readings, contexts of an entry (the neighbouring words) keep
homographs apart. `find` gives the hits of one text; of two overlapping hits the longer one
stays.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
import numpy.typing as npt

from framing.lexicon import phrase_search
from framing.lexicon.clitics import Reading, names_of, prints_alif_as_ya, readings_of, splits_of
from framing.lexicon.entries import Entry, Lexicon
from framing.lexicon.index import Index, build_index
from framing.text.kernel import PARTED
from framing.text.once import once
from framing.text.orthography import Spelling, fold
from framing.text.tokens import Batch, Words


@dataclass(frozen=True, eq=False, slots=True)
class Hit:
    """An entry found in a text, from the first word to the last, both included."""

    entry: Entry
    first: int
    last: int
    readings: tuple[Reading, ...]

    @property
    def spelling(self) -> Spelling:
        """Exact if every word is spelled as the lexicon spells it."""
        return "exact" if all(r.spelling == "exact" for r in self.readings) else "variant"

    @property
    def head(self) -> Reading:
        """The reading of the first word."""
        return self.readings[0]


@dataclass(frozen=True, eq=False)
class Hits:
    """A lexicon's hits in a whole batch, in the order of the text, overlaps included.

    `entries` numbers the lexicon's entries, `first, last` the batch's words; `steps` numbers
    the `readings` of each hit's words and is filled up with -1.
    """

    lexicon: Lexicon
    entries: phrase_search.Numbers
    first: phrase_search.Numbers
    last: phrase_search.Numbers
    steps: phrase_search.Numbers
    readings: tuple[Reading, ...]

    def rows_in(self, words: Words) -> npt.NDArray[np.int64]:
        """The rows of the hits in one text."""
        ends = words.places.start, words.places.stop
        return np.arange(*np.searchsorted(self.first, ends), dtype=np.int64)

    def read(self, rows: npt.NDArray[np.int64], words: Words) -> list[Hit]:
        """The hits of some rows, their words numbered as their text numbers them."""
        begin = words.places.start
        columns = (self.entries, self.first, self.last, self.steps)
        listed = zip(*(column[rows].tolist() for column in columns), strict=True)
        return [
            Hit(self.lexicon.entries[entry], first - begin, last - begin, self._readings(steps))
            for entry, first, last, steps in listed
        ]

    def _readings(self, steps: list[int]) -> tuple[Reading, ...]:
        if len(steps) == 1 or steps[1] < 0:
            return self.alone[steps[0]]
        return tuple([self.readings[step] for step in steps if step >= 0])

    @cached_property
    def alone(self) -> tuple[tuple[Reading], ...]:
        """Each reading as the only one of a hit, one object for all such hits."""
        return tuple((reading,) for reading in self.readings)

    def longest(self, rows: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        """Of overlapping hits the longest; of equals the earlier, then the lexicon's first."""
        if not len(rows):
            return rows
        first, last = self.first[rows], self.last[rows]
        best = np.lexsort((self.entries[rows], first, first - last))
        stays = phrase_search.longest(first[best] - first.min(), last[best] - first.min())
        return np.sort(rows[best[stays]])


def find(
    words: Words, lexicon: Lexicon, admit: Callable[[Words, Hit], bool] | None = None
) -> list[Hit]:
    """Find a lexicon's entries in a text, in the order of the text, without overlaps.

    `admit` decides whether a hit counts before the longest of overlapping hits is chosen.
    """
    hits = occurrences(words.batch, lexicon)
    rows = hits.rows_in(words)
    if admit is None:
        return hits.read(hits.longest(rows), words)
    found = dict(zip(rows.tolist(), hits.read(rows, words), strict=True))
    admitted = [row for row, hit in found.items() if admit(words, hit)]
    return [found[row] for row in hits.longest(np.array(admitted, np.int64)).tolist()]


@once
def occurrences(batch: Batch, lexicon: Lexicon) -> Hits:
    """Find a lexicon's entries in a whole batch."""
    index = build_index(lexicon)
    by_form, readings = read_forms(batch, index)
    seen = phrase_search.Seen(
        forms=batch.forms,
        gaps=batch.gaps,
        readings=by_form,
        names=_name_forms(batch, index),
        lexemes=np.array([index.numbers[one.lexeme] for one in readings], np.int32),
        flags=np.array([_flags(one) for one in readings], np.int32),
    )
    found, steps = phrase_search.search(seen, index.entries)
    fits = _fits_house(batch, found[:, 1], steps, readings)
    entries, first, last = np.ascontiguousarray(found[fits].T)
    return Hits(lexicon, entries, first, last, steps[fits], readings)


def read_forms(batch: Batch, index: Index) -> tuple[phrase_search.Rows, tuple[Reading, ...]]:
    """Read every word form that a stem of the lexicon may stand in."""
    splits = splits_of(batch)
    rows, keys = index.keys.among(splits.cores)
    columns = (splits.forms[rows], splits.proclitics[rows], splits.pronouns[rows], keys)
    readings: list[Reading] = []
    owners: list[int] = []
    for form, proclitics, pronoun, key in zip(*(one.tolist() for one in columns), strict=True):
        found = readings_of(batch.skeleton(form), proclitics, pronoun, index.stems[key])
        readings += found
        owners += [form] * len(found)
    by_form = phrase_search.rows_by(np.array(owners), np.arange(len(readings)), len(batch.lows))
    return by_form, tuple(readings)


def _name_forms(batch: Batch, index: Index) -> phrase_search.Rows:
    """The names by which contexts may call each word form: without its proclitics."""
    forms, cores = splits_of(batch).without_pronoun
    rows, names = index.names.among(cores)
    return phrase_search.rows_by(forms[rows], names, len(batch.lows))


def _fits_house(
    batch: Batch,
    first: phrase_search.Numbers,
    steps: phrase_search.Numbers,
    readings: tuple[Reading, ...],
) -> npt.NDArray[np.bool_]:
    """Hits without a verb's final alif as ya, and those in texts that print it so always."""
    as_ya = np.array([*(one.alif_as_ya for one in readings), False])  # -1 stands for no reading
    fits = np.logical_not(as_ya[steps].any(axis=1))
    if not fits.all():
        texts = np.searchsorted(batch.heads, first[~fits], side="right") - 1
        fits[~fits] = prints_alif_as_ya(batch)[texts]
    return fits


def _flags(reading: Reading) -> int:
    """What must be asked of a reading before it counts.

    Inside a phrase a word may carry bi- (أدلى بتصريح); wa-, li- and ka- begin another. A
    jussive's short form counts only after its particle or li-.
    """
    inside = not reading.conjunction and reading.prefix in ("", "ب")
    governed = reading.stem.slot == "jussive" and reading.prefix != "ل"
    return inside * phrase_search.INSIDE | governed * phrase_search.GOVERNED


def facet_of(words: Words, hit: Hit) -> str:
    """The facet of a hit: its entry's, unless the word before it says otherwise."""
    previous = _previous(words, hit.first)
    for facet, heads in hit.entry.facet_after.items():
        if not previous.isdisjoint(_folded(heads)):
            return facet
    return hit.entry.facet


def _previous(words: Words, place: int) -> frozenset[str]:
    """The folds under which the word before may be named, with and without clitics."""
    if place == 0 or words.batch.gaps[words.places.start + place] & PARTED:
        return frozenset()
    return names_of(words.skeletons[place - 1])


@lru_cache(maxsize=4096)
def _folded(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold(name) for name in names)
