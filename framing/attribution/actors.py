"""The actors of the gazetteer (`lexicons/actors.toml`) that a text names.

Of overlapping names the longest counts, as in every lexicon. Who asks for a side may also
ask for names under a longer one that has none: رئيس البرلمان العربي is an office, and under it
stands an institution with a side. Both are settled for a whole batch of texts at once.

A reader's own actors, in a lexicon file of the same kind, are known too in what is read with them:

    said = fr.attributions(fr.annotate(news, actors="my-actors.toml"))
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import cast

import numpy as np
import numpy.typing as npt

from framing.lexicon.entries import Lexicon, load_lexicon
from framing.lexicon.matching import Hit, Hits, occurrences
from framing.text.once import once
from framing.text.resources import Resources
from framing.text.tokens import Batch, Words

GAZETTEER = "actors"
_Rows = npt.NDArray[np.int64]


def known_actors(name_or_path: str | Path | Lexicon) -> Lexicon:
    """The gazetteer with the actors of another lexicon, as resources of a reading.

    Its entries come before the gazetteer's own where both know a name. The side that it gives an
    `entity` of the gazetteer holds for all names of that entity (hezbollah of lebanon), the `group`
    that it gives a side for all of the side (hamas grouped with palestine). A side that the
    gazetteer does not know is one that the lexicon itself declares.

    Raises as `framing.lexicon.entries.load_lexicon` does.
    """
    own, shipped = load_lexicon(name_or_path), load_lexicon(GAZETTEER)
    sides = {entry.entity: entry.category for entry in own.entries}
    regrouped = {name: one for name, one in own.categories.items() if one.group}
    return replace(
        shipped,
        name=f"{GAZETTEER}+{own.name}",
        digest=f"{shipped.digest}+{own.digest}",
        categories=shipped.categories | own.categories | shipped.categories | regrouped,
        helpers=(*own.helpers, *shipped.helpers),
        entries=(
            *own.entries,
            *(
                replace(entry, category=sides[entry.entity]) if entry.entity in sides else entry
                for entry in shipped.entries
            ),
        ),
    )


def gazetteer_of(resources: Resources) -> Lexicon:
    """The actors that are known in a reading: the reader's own, if given, with the shipped ones."""
    return cast(Lexicon, resources.gazetteer or load_lexicon(GAZETTEER))


def found_in(batch: Batch) -> Hits:
    """All hits of the gazetteer in a batch, overlaps included; of the reader's own, if given."""
    return occurrences(batch, gazetteer_of(batch.resources))


def group_of(words: Words, side: str) -> str:
    """The side that stands for a side where they are grouped: `arab` for `lebanon`."""
    return gazetteer_of(words.batch.resources).group_of(side)


def has_side(hit: Hit) -> bool:
    """Whether an actor has a side of its own: an office has that of the words around it."""
    return hit.entry.category != "office"


def actors_in(words: Words) -> tuple[Hit, ...]:
    """The actors that a text names, in order, without overlaps."""
    return _read(words)[0]


def actors_and_parts(words: Words) -> tuple[Hit, ...]:
    """The same, and those with a side under a longer name without one, the longer first."""
    return _read(words)[1]


def actors_at(words: Words, place: tuple[int, int]) -> list[Hit]:
    """The actors and parts that stand within a stretch of words, both ends included."""
    firsts, hits = _in_order(words)
    near = hits[bisect_left(firsts, place[0]) : bisect_right(firsts, place[1])]
    return [hit for hit in near if hit.last <= place[1]]


def last_before(hits: Sequence[Hit], place: int) -> Hit | None:
    """Of actors in order, none of which overlaps another, the last that ends before a word."""
    number = bisect_left(hits, place, key=lambda hit: hit.last)
    return hits[number - 1] if number else None


@once
def _firsts(words: Words) -> frozenset[int]:
    return frozenset(hit.first for hit in actors_in(words))


def begins_actor(words: Words, place: int) -> bool:
    """Whether the name of an actor begins with a word."""
    return place in _firsts(words)


@once
def persons_at(words: Words) -> frozenset[int]:
    """The words that are part of a person's name."""
    persons = (hit for hit in actors_in(words) if hit.entry.actor == "person")
    return frozenset(place for hit in persons for place in range(hit.first, hit.last + 1))


@once
def _in_order(words: Words) -> tuple[list[int], tuple[Hit, ...]]:
    hits = actors_and_parts(words)
    return [hit.first for hit in hits], hits


@once
def _read(words: Words) -> tuple[tuple[Hit, ...], tuple[Hit, ...]]:
    hits = found_in(words.batch)
    longest, rows = _settled(words.batch)
    here = hits.rows_in(words)
    mine = rows[slice(*np.searchsorted(rows, (here[0], here[-1] + 1)))] if len(here) else here
    read = dict(zip(mine.tolist(), hits.read(mine, words), strict=True))
    whole = tuple(hit for row, hit in read.items() if longest[row])
    return whole, tuple(sorted(read.values(), key=lambda hit: (hit.first, -hit.last)))


@once
def _settled(batch: Batch) -> tuple[npt.NDArray[np.bool_], _Rows]:
    """Which rows are the longest of all; these and the longest with a side, in order."""
    hits = found_in(batch)
    has_none = np.array([entry.category == "office" for entry in hits.lexicon.entries])
    whole = hits.longest(np.arange(len(hits.first)))
    parts = hits.longest(np.flatnonzero(~has_none[hits.entries]))
    longest = np.zeros(len(hits.first), np.bool_)
    longest[whole] = True
    spans = set(zip(hits.first[whole].tolist(), hits.last[whole].tolist(), strict=True))
    of_parts = zip(hits.first[parts].tolist(), hits.last[parts].tolist(), strict=True)
    is_new = np.array([span not in spans for span in of_parts], np.bool_)
    return longest, np.union1d(whole, parts[is_new])
