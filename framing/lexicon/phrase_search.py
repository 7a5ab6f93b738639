"""The compiled search: entries followed word by word through a whole batch.

Like `framing.text.kernel`, loops over numbers that know nothing of Arabic. An entry is a row of
slots; a slot accepts lexemes; a word form has readings, each of a lexeme, and names by
which its neighbours' contexts may call it.
"""

from collections.abc import Sequence
from itertools import chain
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from framing.base.compiled import compiled
from framing.text.kernel import PARTED, grown

# What a reading must be asked before it counts.
INSIDE, GOVERNED = 1, 2  # may stand inside a phrase; only after its particle
# The contexts of an entry: names its neighbours must have, and must not have.
AFTER, BEFORE, NOT_AFTER, NOT_BEFORE = range(4)
ANYTHING = -1  # a context that asks nothing

Numbers = npt.NDArray[np.int32]
AnyNumbers = npt.NDArray[np.integer[Any]]


class Rows(NamedTuple):
    """Lists of numbers end to end: those of item i stand from bounds[i] to bounds[i + 1]."""

    bounds: Numbers
    items: Numbers


def rows_of(lists: Sequence[Sequence[int]]) -> Rows:
    """Lists of numbers end to end."""
    bounds = np.cumsum([0, *map(len, lists)], dtype=np.int32)
    return Rows(bounds, np.array(list(chain.from_iterable(lists)), np.int32))


def rows_by(owners: AnyNumbers, items: AnyNumbers, n_owners: int) -> Rows:
    """Lists of numbers end to end, from pairs in the order of their owners."""
    bounds = np.searchsorted(owners, np.arange(n_owners + 1)).astype(np.int32)
    return Rows(bounds, items.astype(np.int32))


class Entries(NamedTuple):
    """A lexicon as numbers: what its entries ask of words and of their neighbours."""

    begun_by: Rows  # lexeme -> entries whose first slot accepts it
    slots: Numbers  # entry x word -> slot, -1 after the last
    spans: Numbers  # entry -> how many of its words are marked
    room: Numbers  # entry -> words let in between two of its words
    contexts: Numbers  # entry x context -> set of names, or ANYTHING
    accepts: npt.NDArray[np.bool_]  # slot x lexeme
    names: npt.NDArray[np.bool_]  # set of names x name
    governors: int  # the set of names after which a governed reading counts


class Seen(NamedTuple):
    """A batch as numbers: its words, and what each word form may be."""

    forms: Numbers
    gaps: npt.NDArray[np.uint8]
    readings: Rows  # word form -> readings
    names: Rows  # word form -> names
    lexemes: Numbers  # reading -> lexeme
    flags: Numbers  # reading -> INSIDE, GOVERNED


@compiled
def search(seen, entries):
    """Find every entry of a lexicon; hits may overlap.

    Returns arrays: entry, first and last marked word, and the readings of the marked
    words (filled up with -1).
    """
    most_words = entries.slots.shape[1]
    found = np.empty((1 << 10, 3), np.int32)
    readings = np.full((1 << 10, most_words), -1, np.int32)
    n_found = 0
    steps, places = np.empty(most_words, np.int32), np.empty(most_words, np.int32)
    for place in range(len(seen.forms)):
        form = seen.forms[place]
        for row in range(seen.readings.bounds[form], seen.readings.bounds[form + 1]):
            reading = seen.readings.items[row]
            if seen.flags[reading] & GOVERNED and not (
                place > 0 and _is_named(seen, entries, place - 1, entries.governors)
            ):
                continue
            lexeme = seen.lexemes[reading]
            bounds = entries.begun_by.bounds
            for begun in range(bounds[lexeme], bounds[lexeme + 1]):
                entry = entries.begun_by.items[begun]
                steps[0], places[0] = reading, place
                length = _follow(seen, entries, entry, steps, places)
                if length == 0 or not _fits(seen, entries, entry, place, places[length - 1]):
                    continue
                if n_found == len(found):
                    found, readings = grown(found), grown(readings)
                marked = entries.spans[entry]
                found[n_found, 0] = entry
                found[n_found, 1], found[n_found, 2] = place, places[marked - 1]
                readings[n_found, :marked] = steps[:marked]
                readings[n_found, marked:] = -1
                n_found += 1
    return found[:n_found].copy(), readings[:n_found].copy()


@compiled
def _follow(seen, entries, entry, steps, places):
    """Follow an entry from its first word; how many words it has, or 0 where it breaks off."""
    length = 1
    while length < entries.slots.shape[1] and entries.slots[entry, length] >= 0:
        slot = entries.slots[entry, length]
        found = False
        place = places[length - 1]
        limit = min(place + 1 + entries.room[entry], len(seen.forms) - 1)
        while not found and place < limit:
            place += 1
            if seen.gaps[place] & PARTED:
                return 0
            form = seen.forms[place]
            for row in range(seen.readings.bounds[form], seen.readings.bounds[form + 1]):
                reading = seen.readings.items[row]
                inside = seen.flags[reading] & INSIDE
                if inside and entries.accepts[slot, seen.lexemes[reading]]:
                    steps[length], places[length], found = reading, place, True
                    break
        if not found:
            return 0
        length += 1
    return length


@compiled
def _fits(seen, entries, entry, first, last):
    """Whether the neighbours of a hit are what its entry asks for."""
    contexts = entries.contexts[entry]
    has_previous = first > 0 and not seen.gaps[first] & PARTED
    has_following = last + 1 < len(seen.forms) and not seen.gaps[last + 1] & PARTED
    for side in range(4):
        names = contexts[side]
        if names == ANYTHING:
            continue
        if side in (AFTER, NOT_AFTER):
            named = has_previous and _is_named(seen, entries, first - 1, names)
        else:
            named = has_following and _is_named(seen, entries, last + 1, names)
        if named != (side in (AFTER, BEFORE)):
            return False
    return True


@compiled
def _is_named(seen, entries, place, names):
    """Whether a word goes by one of a set of names."""
    form = seen.forms[place]
    for row in range(seen.names.bounds[form], seen.names.bounds[form + 1]):
        if entries.names[names, seen.names.items[row]]:
            return True
    return False


@compiled
def longest(first, last):
    """Which hits stay, given in the order in which they are preferred: none may overlap."""
    taken = np.zeros(1 + np.max(last) if len(last) else 1, np.bool_)
    stays = np.zeros(len(first), np.bool_)
    for hit in range(len(first)):
        free = True
        for place in range(first[hit], last[hit] + 1):
            free = free and not taken[place]
        if free:
            taken[first[hit] : last[hit] + 1] = True
            stays[hit] = True
    return stays
