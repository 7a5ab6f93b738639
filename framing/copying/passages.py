"""Passages of different articles with the same wording: where they stand, how alike they are.

Sentences that share short runs of telling words (`framing.copying.shingles`) are aligned. Of the
words that both have in one order, the stretch with most of them for the words between is the core
of the passage; it must hold more words alike than not. Each side is then led outward to the border
of its sentence, or else of its clause, if that is near: what was changed at the edge, such as a
source left out, is seen too.

Shared wording is beyond chance if it has, in one order,

- `TELLING` telling words outside formulas (runs of three words that many places have), or
- `TELLING_LONG` telling words, formulas or not, or
- `TELLING_WHOLE` telling words among `WORDS_WHOLE` that are most of both sentences.

How often that is right: of 60 pairs drawn at random from the 57,030 that 12,315 articles of July
2015 gave, all shared wording beyond names, titles and set phrases (95% interval .94 to 1), though
six were the same template filled in on another day (markets, weather). `python
benchmarks/reuse.py` says how many planted pairs are found. Five articles cannot tell a formula
from a copy; in a small corpus set phrases of six words or more are taken for shared wording.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from rapidfuzz.distance import LCSseq

from framing.copying import shingles
from framing.copying.shingles import Flags
from framing.copying.word_keys import Wording

TELLING = 6  # telling words outside formulas
TELLING_LONG = 12  # telling words of a passage that may be all formula
COPIES = 12  # places in which a run of three words is no formula yet
TELLING_WHOLE, WORDS_WHOLE = 3, 8  # of one that is most of both its sentences
WHOLE = 0.6  # what share of the words of two sentences is most
ROUGHLY = 0.75  # of that share: what the telling words, in any order, must reach
LEAST_ALIKE = 0.4  # similarity of a passage
SHINGLES = 2  # that two sentences share before they are aligned
REACH = 6  # words between a core and the border of its sentence or clause


class Passage(NamedTuple):
    """Words of two fields, as numbers of the wording's words: first and one past the last."""

    start_a: int
    end_a: int
    start_b: int
    end_b: int


class Block(NamedTuple):
    """Equal words in a row: where they begin on either side, and how many they are."""

    a: int
    b: int
    size: int


class _Told(NamedTuple):
    """Which words of a sentence are telling, and which of them stand outside formulas."""

    start: int
    telling: list[bool]
    outside: list[bool]


def find_passages(wording: Wording) -> Iterator[Passage]:
    """The passages that articles share; the side of the earlier article comes first."""
    outside = outside_formulas(wording)
    for pair in alike(wording):
        yield from passages_of(wording, outside, pair)


def outside_formulas(wording: Wording) -> Flags:
    """The telling words that stand outside formulas."""
    return wording.telling & ~shingles.formulas(wording.keys, wording.sentences, COPIES)


def alike(wording: Wording) -> list[tuple[int, int]]:
    """The pairs of sentences that share enough to be aligned; the earlier article first."""
    pairs = shingles.candidates(
        wording.keys,
        wording.sentences,
        wording.articles,
        wording.telling,
        shingles.Bar(SHINGLES, TELLING, TELLING_WHOLE, ROUGHLY * WHOLE),
    )
    turned = wording.articles[pairs[0]] > wording.articles[pairs[1]]
    first, second = np.where(turned, pairs[::-1], pairs).tolist()
    return list(zip(first, second, strict=True))


def passages_of(wording: Wording, outside: Flags, pair: tuple[int, int]) -> Iterator[Passage]:
    """The passages that two sentences share; `outside` as `outside_formulas` gives it."""
    a, b = map(wording.words_of, pair)
    here = slice(a.start, a.stop)
    told = _Told(a.start, wording.telling[here].tolist(), outside[here].tolist())
    return _passages(wording, blocks_of(wording, a, b), a, b, told)


def blocks_of(wording: Wording, a: range, b: range) -> list[Block]:
    """The words that two stretches have in one order; the same whichever comes first."""
    words_a = wording.keys[a.start : a.stop].tolist()
    words_b = wording.keys[b.start : b.stop].tolist()
    if words_a == words_b:
        return [Block(a.start, b.start, len(words_a))]
    if words_b < words_a:
        found = LCSseq.editops(words_b, words_a).as_matching_blocks()
        return [Block(a.start + one.b, b.start + one.a, one.size) for one in found[:-1]]
    found = LCSseq.editops(words_a, words_b).as_matching_blocks()
    return [Block(a.start + one.a, b.start + one.b, one.size) for one in found[:-1]]


def _passages(
    wording: Wording, blocks: list[Block], a: range, b: range, told: _Told
) -> Iterator[Passage]:
    """The densest stretch of equal words if it is beyond chance; then what is left beside it."""
    waiting = [(blocks, a, b)]  # no recursion: a sentence may hold thousands
    while waiting:
        blocks, a, b = waiting.pop()
        if _count(blocks, told.telling, told.start) < TELLING_WHOLE:
            continue
        first, last = _densest(blocks)
        core = Passage(first.a, last.a + last.size, first.b, last.b + last.size)
        passage = start_a, end_a, start_b, end_b = _led_outward(wording.parted, core, a, b)
        inside = [one for one in blocks if start_a <= one.a < end_a and start_b <= one.b < end_b]
        if _is_beyond_chance(inside, a, b, told):
            yield passage
        if len(inside) < len(blocks):
            before = [one for one in blocks if one.a < start_a and one.b < start_b]
            behind = [one for one in blocks if one.a >= end_a and one.b >= end_b]
            waiting.append((behind, range(end_a, a.stop), range(end_b, b.stop)))
            waiting.append((before, range(a.start, start_a), range(b.start, start_b)))


def _densest(blocks: list[Block]) -> tuple[Block, Block]:
    """The stretch of blocks with most equal words less the words between them: first and last."""
    best = score = 0
    begin = previous = blocks[0]
    found = (begin, begin)
    for block in blocks:
        score -= max(block.a - previous.a, block.b - previous.b) - previous.size
        if score <= 0:
            score, begin = 0, block
        score += block.size
        previous = block
        if score > best:
            best, found = score, (begin, block)
    return found


def _count(blocks: list[Block], flags: list[bool], start: int) -> int:
    """How many words of the blocks are flagged; the flags are those from `start` on."""
    return sum(sum(flags[block.a - start : block.a - start + block.size]) for block in blocks)


def _is_beyond_chance(blocks: list[Block], a: range, b: range, told: _Told) -> bool:
    """Whether what is alike tells enough, by the rules of this module."""
    if _count(blocks, told.outside, told.start) >= TELLING:
        return True
    telling, alike = _count(blocks, told.telling, told.start), sum(block.size for block in blocks)
    is_most = alike >= WORDS_WHOLE and 2 * alike >= WHOLE * (len(a) + len(b))
    return telling >= TELLING_LONG or (telling >= TELLING_WHOLE and is_most)


def _led_outward(parted: Flags, core: Passage, a: range, b: range) -> Passage:
    """A core with what stands between it and the borders of its sentences or clauses.

    A side alone goes outward only where the other has nothing left: what stands there would
    else be taken for added.
    """
    start_a, end_a, start_b, end_b = core
    left = start_a - a.start, start_b - b.start
    right = a.stop - end_a, b.stop - end_b
    if max(left) > REACH:
        before = (parted[max(at - REACH, 0) : at + 1][::-1] for at in (start_a, start_b))
        left = _to_clauses(left, *before)
    if max(right) > REACH:
        behind = (parted[at : at + REACH + 1] for at in (end_a, end_b))
        right = _to_clauses(right, *behind)
    return Passage(start_a - left[0], end_a + right[0], start_b - left[1], end_b + right[1])


def _to_clauses(to_sentence: tuple[int, int], *parted: Flags) -> tuple[int, int]:
    """How many words both sides are led outward to the borders of their clauses."""
    near = (int(one.argmax()) if one.any() else 0 for one in parted)
    one, other = map(min, near, to_sentence)
    if (one and not other and to_sentence[1]) or (other and not one and to_sentence[0]):
        return 0, 0
    return one, other
