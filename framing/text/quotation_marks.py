"""Which quotation marks belong together.

News prints them facing either way, glued to و, nested, never closed; no shape is believed.
Each mark of a paragraph is read as opening, closing or alone, and the cheapest reading of
all together wins (Viterbi's algorithm) by one table of prices. A mark without a partner is
reported, never paired by force.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

import regex

from framing.text.characters import FILL, QUOTATION_MARKS
from framing.text.tokens import Span

Kind = Literal["speech", "name", "scare", "unknown"]

# Each mark's family, and the way it faces in the order of reading: 1 opens, -1 closes.
_GLYPHS = {"«": ("guillemet", 1), "»": ("guillemet", -1), "‹": ("guillemet", 1)}
_GLYPHS |= {"›": ("guillemet", -1), "“": ("curly", 1), "”": ("curly", -1), "„": ("curly", 1)}
_GLYPHS |= {"‟": ("curly", 1), "‘‘": ("curly", 1), "’’": ("curly", -1), "″": ("curly", 0)}
_GLYPHS |= {'"': ("straight", 0), "''": ("straight", 0), "‘": ("single", 1), "’": ("single", -1)}

# The price of what stands beside a mark (20: a plain fault of spacing): before it, read as
# opening or closing; after it, read as opening or closing.
_PRICES = {
    "edge": (0, 40, 40, 0),  # of the paragraph
    "space": (0, 20, 20, 0),
    "colon": (0, 20, 20, 0),
    "lead": (0, 40, 0, 20),  # a word that leaves its clause open: على " or يسمى "
    "proclitic": (0, 20, 0, 20),  # و« or بـ"
    "bracket": (0, 20, 0, 0),
    "dash": (0, 10, 10, 0),
    "point": (10, 0, 20, 0),  # .« has lost its space
    "dots": (10, 0, 0, 0),  # a quotation may begin or break off in mid-sentence
    "measure": (20, 0, 0, 20),  # a small number: 5" is inches
    "word": (20, 0, 0, 20),
}
_AGAINST_GLYPH = 10  # » opens or « closes: common, so cheap
_MISMATCH = 20  # opened by one family, closed by another
_NESTED = 10  # a pair within a pair of its own family; twice that if it opens badly
_ENDS_EARLY = 18  # what a colon opens is a sentence, and closes with one
_STARTS_ANEW = 80  # a mark that closes at a price of 40 or more does so after a full stop
_ALONE = 50  # two marks alone cost more than a pair with a fault at each side of both
_ALONE_AFTER = {"colon": 65, "measure": 10}  # a colon all but promises speech
_INSIDE = 1  # a mark alone within a pair: of two equal readings the shorter pair wins
_DEPTH = 2  # pairs open at once

_MARK = regex.compile(rf"(?:''|’’|‘‘|[«»‹›“”„‟″\"‘]|(?<!\p{{Latin}})’|’(?!\p{{Latin}})){FILL}*")
_MARKS = regex.compile(rf"(?:{_MARK.pattern})+")
_LINE = regex.compile(r"[^\n\r\u2028\u2029]+")
_LAST = regex.compile(r"(?r)\S")
THAT = regex.compile("[وف]?ب?[أإا]ن(?:ه|ها|هم|هما|هن|ني|نا)?")
CALLED = "[يت](?:سم|دع)[ىي]|[يت]عرف|المسم[ىي]|المسما[ةه]|المعروف[ةه]?"
_TELLING = regex.compile(  # sides told apart by the words before the mark
    rf"""
      (?P<colon> : \s* $)
    | (?P<lead> \b (?: [وف]? (?:من|إلى|الى|على|في|فى|عن|مع) | {THAT.pattern} | {CALLED}) \s+ $)
    | (?P<proclitic> (?<![\p{{L}}\p{{N}}]) (?=.) [وف]? (?:[بلك]?(?:ال)?|لل) ـ* $)
    | (?P<measure> (?<![\p{{N}}.,٫]) \p{{N}}{{1,2}} (?:[.,٫]\p{{N}})? $)
    """,
    regex.VERBOSE,
)
_SIDES = dict.fromkeys("([{<", "bracket") | dict.fromkeys("،,؛;)]}>.!?؟۔", "point")
_SIDES |= dict.fromkeys("-–—ـ/|•*_" + QUOTATION_MARKS, "dash") | {":": "colon", "…": "dots"}
_STOP = regex.compile(r"[.!?؟۔…]")
_UNSEEN = regex.compile(r"[\p{M}\p{Cf}]+")  # diacritics, direction marks
REACH = 16  # characters looked at on either side


@dataclass(frozen=True, slots=True)
class Quote:
    """A pair of quotation marks, or a mark without a partner.

    `balanced` is False where a mark stands against its own shape or spacing, where the two
    are of different families, or where there is only one. `marks` are the widths of the two
    (’’ is one mark of two characters; 0 for the partner that is missing).
    """

    start: int
    end: int
    kind: Kind = "unknown"
    balanced: bool = True
    marks: tuple[int, int] = (1, 1)

    @property
    def is_pair(self) -> bool:
        """Two marks, not one alone."""
        return self.marks[1] > 0

    @property
    def inner(self) -> Span:
        """What is quoted, without the marks; empty for a mark alone."""
        return Span(self.start + self.marks[0], self.end - self.marks[1])


def pair_quotes(text: str) -> list[Quote]:
    """Pair the quotation marks of a text by structure alone, in order of their start.

    Marks never pair over a line break. Time is linear in their number.

    >>> [(q.start, q.end, q.balanced) for q in pair_quotes('«داعش» و»النصرة» 5"')]
    [(0, 6, True), (8, 16, False), (18, 19, False)]
    """
    quotes: list[Quote] = []
    for line in _LINE.finditer(text):
        last = _LAST.search(text, *line.span())
        marks = list(_read_marks(text, line.start(), last.end())) if last else []
        quotes.extend(_build(marks, _cheapest(marks)))
    return sorted(quotes, key=lambda quote: quote.start)


_Stack = tuple[tuple[str, bool], ...]  # the pairs that are open: family, after a colon


class _Mark(NamedTuple):
    span: Span
    family: str
    after_colon: bool
    ends_sentence: bool
    opening: int  # the price of each reading
    closing: int
    alone: int


def _build(marks: Sequence[_Mark], roles: Sequence[int]) -> Iterator[Quote]:
    opened: list[_Mark] = []
    for mark, role in zip(marks, roles, strict=True):
        start, end = mark.span.start, mark.span.end
        if role > 0:
            opened.append(mark)
        elif role == 0:
            yield Quote(start, end, balanced=False, marks=(end - start, 0))
        else:
            first = opened.pop()
            fits = first.opening == mark.closing == 0 and first.family == mark.family
            widths = (first.span.end - first.span.start, end - start)
            yield Quote(first.span.start, end, balanced=fits, marks=widths)


def _cheapest(marks: Sequence[_Mark]) -> list[int]:
    """Read each mark as opening (1), closing (-1) or alone (0), at the least total price."""
    best: dict[_Stack, tuple[int, _Stack]] = {(): (0, ())}
    trail, roles = [], []
    for mark in marks:
        reached: dict[_Stack, tuple[int, _Stack]] = {}
        for stack, (cost, _) in best.items():
            for after, price in _readings(mark, stack):
                if after not in reached or cost + price < reached[after][0]:
                    reached[after] = cost + price, stack
        trail.append(reached)
        best = reached
    stack = ()
    for reached in reversed(trail):
        roles.append(len(stack) - len(reached[stack][1]))
        stack = reached[stack][1]
    return roles[::-1]


def _readings(mark: _Mark, stack: _Stack) -> Iterator[tuple[_Stack, int]]:
    if stack:
        family, after_colon = stack[-1]
        early = _ENDS_EARLY if after_colon and not mark.ends_sentence else 0
        yield stack[:-1], mark.closing + early + (0 if family == mark.family else _MISMATCH)
    if len(stack) < _DEPTH:
        alike = any(mark.family == family for family, _ in stack)
        nested = _NESTED * (2 if mark.opening else 1) if alike else 0
        yield (*stack, (mark.family, mark.after_colon)), mark.opening + nested
    yield stack, mark.alone + _INSIDE * len(stack)


def _read_marks(text: str, start: int, end: int) -> Iterator[_Mark]:
    """Read the marks of a paragraph; marks that touch share what stands beside them."""
    last = start
    for run in _MARKS.finditer(text, start, end):
        before = _side(text[max(start, run.start() - REACH) : run.start()], telling=True)
        after = _side(text[run.end() : min(run.end() + REACH, end)][::-1])
        anew = _STOP.search(text, last, run.start())
        at_stop = _STOP.search(text, max(start, run.start() - 1), min(run.end() + 1, end))
        ends = at_stop is not None or after == "edge"
        last = run.end()
        for mark in _MARK.finditer(text, *run.span()):
            family, facing = _GLYPHS[mark.group().rstrip(FILL)]
            opening = _PRICES[before][0] + _PRICES[after][2] + _AGAINST_GLYPH * (facing < 0)
            closing = _PRICES[before][1] + _PRICES[after][3] + _AGAINST_GLYPH * (facing > 0)
            closing += _STARTS_ANEW if anew and closing >= 40 else 0
            alone = _ALONE_AFTER.get(before, _ALONE)
            span = Span(*mark.span())
            yield _Mark(span, family, before == "colon", ends, opening, closing, alone)


def _side(near: str, *, telling: bool = False) -> str:
    """Name what stands at the end of `near`, the stretch next to a mark."""
    near = _UNSEEN.sub("", near)
    told = _TELLING.search(near) if telling else None
    if told:
        return str(told.lastgroup)
    if not near or near[-1].isspace():
        return "space" if near else "edge"
    return "dots" if near.endswith("..") else _SIDES.get(near[-1], "word")
