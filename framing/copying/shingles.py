"""The compiled index of shared wording: which sentences have short runs of words in common.

Like `framing.text.kernel`, loops over numbers that know nothing of Arabic. A shingle is a run of
words, named by a 64-bit hash. A shingle that stands in more than so many places is lengthened
by a word, and then by another, before it is given up: a formula that everybody prints says
nothing of copying, and following it would cost the square of its places.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from framing.base.compiled import compiled
from framing.text.kernel import grown

SHORTEST, LONGEST = 2, 4  # words of a shingle
MOST_PLACES = 32  # of a shingle that is followed
FORMULA = 3  # words of a shingle that is a formula if it stands in many places

Keys = npt.NDArray[np.uint64]
Numbers = npt.NDArray[np.int32]
Flags = npt.NDArray[np.bool_]
Bounds = npt.NDArray[np.int64]

_PRIME = np.uint64(0x9E3779B97F4A7C15)
_HALF = np.uint64(32)
_PARTS, _PART = 16, np.uint64(60)  # parts of the keys, told apart by their uppermost bits
_NEVER = np.uint64(0)  # the key of a place where no shingle begins


class Bar(NamedTuple):
    """What two sentences must share before anybody looks closer.

    So many telling shingles; and telling words, so many, or fewer if they are such a share of
    the telling words of both.
    """

    shingles: int
    words: int
    words_of_whole: int
    whole: float


def candidates(
    words: Keys, bounds: Bounds, articles: Numbers, telling: Flags, bar: Bar
) -> tuple[Numbers, Numbers]:
    """Pairs of sentences of different articles that share enough to be compared.

    `words` are hashes, `bounds` where each sentence begins and the last one ends, `articles`
    the article of each sentence. A shingle is telling if one of its words is. Returns the
    earlier and the later sentence of every pair.
    """
    group, n_groups = _followed(words, bounds, telling)
    heads, members = _postings(group, bounds, n_groups)
    told, n_told = _sorted_telling(words, telling, bounds)
    found: tuple[Numbers, Numbers] = _meet(
        group, bounds, articles, heads, members, told, n_told, bar
    )
    return found


def formulas(words: Keys, bounds: Bounds, most: int) -> Flags:
    """The words that stand in a run of three which more than so many places have."""
    always = np.ones(len(words), np.bool_)
    keys = _keys(words, bounds, always, always, FORMULA)
    found, _ = _number(keys, most, np.full(len(words), -1, np.int32), 0)
    for _ in range(FORMULA - 1):
        found = found | np.append(False, found[:-1])
    return found


def _followed(words: Keys, bounds: Bounds, telling: Flags) -> tuple[Numbers, int]:
    """For every place the number of the shortest shingle there that is not too frequent, or -1."""
    group, n_groups = np.full(len(words), -1, np.int32), 0
    waiting = np.ones(len(words), np.bool_)
    for length in range(SHORTEST, LONGEST + 1):
        keys = _keys(words, bounds, telling, waiting, length)
        waiting, n_groups = _number(keys, MOST_PLACES, group, n_groups)
    return group, n_groups


def _number(keys: Keys, most: int, group: Numbers, n_groups: int) -> tuple[Flags, int]:
    """Number the shingles of at most so many places; say where the more frequent ones stand.

    Keys are sorted a part at a time: it bounds memory.
    """
    frequent = np.zeros(len(keys), np.bool_)
    repeated = np.flatnonzero(_repeated(keys)).astype(np.int32)
    part_of = (keys[repeated] >> _PART).astype(np.uint8)
    for part in range(_PARTS):
        order = repeated[part_of == part]
        order = order[np.argsort(keys[order])]
        n_groups = _grouped(keys[order], order, most, group, frequent, n_groups)
    return frequent, n_groups


@compiled
def _keys(words, bounds, telling, waiting, length):
    """The key of the shingle of this length that begins at each waiting word, or `_NEVER`."""
    keys = np.zeros(len(words), np.uint64)
    for sentence in range(len(bounds) - 1):
        for place in range(bounds[sentence], bounds[sentence + 1] - length + 1):
            if waiting[place]:
                keys[place] = _key(words, telling, place, length)
    return keys


@compiled
def _key(words, telling, place, length):
    value, tells = np.uint64(length), False
    for step in range(place, place + length):
        value = (value ^ words[step]) * _PRIME
        value ^= value >> _HALF
        tells = tells or telling[step]
    return value if tells else _NEVER


@compiled
def _repeated(keys):
    """Where a key stands that may occur again: a sieve, which lets a few others through."""
    size = 1 << 10
    while size < len(keys):
        size *= 2
    mask, counts = np.uint64(size - 1), np.zeros(size, np.uint8)
    for place in range(len(keys)):
        slot = keys[place] & mask
        counts[slot] = min(counts[slot] + 1, 2)
    again = np.zeros(len(keys), np.bool_)
    for place in range(len(keys)):
        again[place] = keys[place] != _NEVER and counts[keys[place] & mask] > 1
    return again


@compiled
def _grouped(keys, order, most, group, frequent, n_groups):
    """Number the shingles that stand in two places up to so many; flag those in more."""
    start = 0
    while start < len(keys):
        stop = start
        while stop < len(keys) and keys[stop] == keys[start]:
            stop += 1
        if stop - start > most:
            for row in range(start, stop):
                frequent[order[row]] = True
        elif stop - start > 1:
            for row in range(start, stop):
                group[order[row]] = n_groups
            n_groups += 1
        start = stop
    return n_groups


@compiled
def _postings(group, bounds, n_groups):
    """For every shingle the sentences it stands in, in order, end to end; and where each begins."""
    heads = np.zeros(n_groups + 1, np.int64)
    for one in group:
        if one >= 0:
            heads[one + 1] += 1
    heads = np.cumsum(heads)
    members, filled = np.empty(heads[-1], np.int32), heads.copy()
    for sentence in range(len(bounds) - 1):
        for one in group[bounds[sentence] : bounds[sentence + 1]]:
            if one >= 0:
                members[filled[one]] = sentence
                filled[one] += 1
    return heads, members


@compiled
def _sorted_telling(words, telling, bounds):
    """The telling words of every sentence, sorted, where the sentence begins; and how many.

    Half a key is enough: nothing is decided here but who is looked at closer.
    """
    told, counts = np.empty(len(words), np.uint32), np.zeros(len(bounds) - 1, np.int32)
    for sentence in range(len(counts)):
        start, n_told = bounds[sentence], 0
        for place in range(start, bounds[sentence + 1]):
            if telling[place]:
                told[start + n_told] = np.uint32(words[place] >> _HALF)
                n_told += 1
        told[start : start + n_told].sort()
        counts[sentence] = n_told
    return told, counts


@compiled
def _meet(group, bounds, articles, heads, members, told, n_told, bar):
    """Count for every sentence with which later ones it shares shingles; the pairs over the bar."""
    first, second = np.empty(1 << 12, np.int32), np.empty(1 << 12, np.int32)
    shared, met = np.zeros(len(articles), np.uint16), np.empty(len(articles), np.int32)
    cursor, n_found = heads.copy(), 0
    for sentence in range(len(articles)):
        begin, end = bounds[sentence], bounds[sentence + 1]
        n_met = _count(group[begin:end], sentence, heads, members, cursor, shared, met)
        for other in met[:n_met]:
            enough = shared[other] >= bar.shingles and articles[other] != articles[sentence]
            shared[other] = 0
            if enough and _passes(told, bounds, n_told, sentence, other, bar):
                if n_found == len(first):
                    first, second = grown(first), grown(second)
                first[n_found], second[n_found] = sentence, other
                n_found += 1
    return first[:n_found].copy(), second[:n_found].copy()


@compiled
def _count(group, sentence, heads, members, cursor, shared, met):
    """Count the shingles that a sentence shares with each later one; how many these are."""
    n_met = 0
    for one in group:
        if one < 0:
            continue
        while cursor[one] < heads[one + 1] and members[cursor[one]] <= sentence:
            cursor[one] += 1
        for row in range(cursor[one], heads[one + 1]):
            other = members[row]
            if shared[other] == 0:
                met[n_met] = other
                n_met += 1
            shared[other] += 1
    return n_met


@compiled
def _passes(told, bounds, n_told, one, other, bar):
    """Whether two sentences have enough telling words in common, in whatever order."""
    a, end_a = bounds[one], bounds[one] + n_told[one]
    b, end_b = bounds[other], bounds[other] + n_told[other]
    common = 0
    while a < end_a and b < end_b:
        if told[a] == told[b]:
            common, a, b = common + 1, a + 1, b + 1
        elif told[a] < told[b]:
            a += 1
        else:
            b += 1
    if common >= bar.words:
        return True
    return common >= bar.words_of_whole and 2 * common >= bar.whole * (n_told[one] + n_told[other])
