"""Which of many stretches of a text hold a place or a span, found without asking each of them.

Quotations stand side by side or in one another (`Nested`); what one source says may also cross
what another says (`Crossing`). Either is sorted once a text; a question then takes steps in
number as its logarithm, however many stretches begin before the place or end behind it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Generic, Protocol, TypeVar

from framing.text.tokens import Span


class Stretch(Protocol):
    """What begins and ends somewhere in a text."""

    @property
    def start(self) -> int:
        """Its first character."""

    @property
    def end(self) -> int:
        """One past its last."""


S = TypeVar("S", bound=Stretch)


class Nested(Generic[S]):
    """Stretches that never cross, in the order in which they begin."""

    def __init__(self, stretches: Iterable[S]) -> None:
        self._all = tuple(stretches)
        self._starts = [one.start for one in self._all]
        self._around: list[int] = []  # of each the one that it stands in; -1 for none
        for number, one in enumerate(self._all):
            outer = number - 1
            while outer >= 0 and self._all[outer].end <= one.start:
                outer = self._around[outer]
            self._around.append(outer)

    def open_at(self, place: int) -> list[S]:
        """Those that hold a character, the outermost first."""
        found, number = [], bisect_right(self._starts, place) - 1
        while number >= 0:
            if place < self._all[number].end:
                found.append(self._all[number])
            number = self._around[number]
        return found[::-1]

    def holding(self, span: Span) -> list[S]:
        """Those that hold a span, the outermost first."""
        return [one for one in self.open_at(span.start) if span.end <= one.end]

    def touching(self, span: Span) -> Iterator[S]:
        """Those that share a character with a span: what is open at its start, then what begins."""
        yield from (one for one in self.open_at(span.start) if one.start < span.start)
        for number in range(bisect_left(self._starts, span.start), len(self._all)):
            if self._starts[number] >= span.end:
                return
            yield self._all[number]


Rank = tuple[int, int]  # the less, the sooner it is chosen: a length, then a number


class Crossing:
    """Stretches of any kind, each with its rank: which of those that hold a span ranks first.

    A Fenwick tree: block i holds the stretches numbered i - (i & -i) up to i, in the order in
    which they end, and from each on the least rank.
    """

    def __init__(self, stretches: Iterable[tuple[int, int, Rank]]) -> None:
        in_order = sorted(stretches)
        self._starts = [start for start, _, _ in in_order]
        self._blocks: list[tuple[list[int], list[Rank]]] = []
        for stop in range(1, len(in_order) + 1):
            begin = stop - (stop & -stop)
            block = sorted((end, rank) for _, end, rank in in_order[begin:stop])
            least = list(accumulate((rank for _, rank in reversed(block)), min))
            self._blocks.append(([end for end, _ in block], least[::-1]))

    def first(self, span: Span) -> Rank | None:
        """The least rank of those that hold a span."""
        found, stop = [], bisect_right(self._starts, span.start)
        while stop:
            ends, least = self._blocks[stop - 1]
            at = bisect_left(ends, span.end)
            found += least[at : at + 1]
            stop &= stop - 1
        return min(found, default=None)
