"""Lines of Arabic under one another, from right to left, some of their words marked.

The page is ruled in inches. Each line is printed beside its outlet's name, broken where it is
full, piece by piece, so that a mark lies under exactly the words it is for.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from textwrap import fill
from typing import NamedTuple

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import Rectangle
from matplotlib.textpath import text_to_path

from framing.showing.figures.labels import arabic_label
from framing.showing.figures.style import FONT, Language, blank_figure, figure_style

SIZE, SMALL = 10.5, 8.0  # points
LINE, GAP = 0.27, 0.22  # inches
TEXT_WIDTH, NAME_WIDTH, MARGIN = 7.6, 1.75, 0.15
_NAME_LETTERS = 26


class Fill(NamedTuple):
    """How words are marked: told apart by shade and by edge, so also in grey."""

    color: str
    edge: str
    style: str


@dataclass(frozen=True)
class Block:
    """Lines that belong together, each a name and its pieces (text, mark); a remark below."""

    lines: Sequence[tuple[str, Sequence[tuple[str, str]]]]
    remark: str = ""


@dataclass(frozen=True)
class Lines:
    """What is printed: blocks, what each mark looks like and means; a title."""

    blocks: Sequence[Block]
    fills: Mapping[str, Fill]
    meanings: Mapping[str, str]
    title: str
    empty: str = field(default="")


class _Printed(NamedTuple):
    """Some text in its place: line of the block, inches from the right edge of the text."""

    line: int
    left: float
    width: float
    text: str
    mark: str


def draw_lines(lines: Lines, lang: Language) -> Figure:
    """Print the blocks; the text runs from right to left in both languages."""
    with figure_style(lang):
        rows = [[_broken(pieces) for _, pieces in block.lines] for block in lines.blocks]
        names = [[_name(name) for name, _ in block.lines] for block in lines.blocks]
        remarks = [_remark(block.remark) for block in lines.blocks]
        heights = [
            sum(map(_height, block, labels)) + LINE * 0.8 * len(remark) + GAP
            for block, labels, remark in zip(rows, names, remarks, strict=True)
        ]
        width = TEXT_WIDTH + NAME_WIDTH + 2 * MARGIN
        height = sum(heights) + 1.0 + (0.3 if not heights else 0)
        figure = blank_figure(width, height)
        figure.set_layout_engine("none")
        axis = figure.add_axes((0, 0, 1, 1))
        axis.set_axis_off()
        axis.set_xlim(0, width)
        axis.set_ylim(height, 0)
        _write_title(axis, lines, lang, width)
        top = 0.95
        for block, labels, remark, tall in zip(rows, names, remarks, heights, strict=True):
            _draw_block(axis, lines, top, (block, labels, remark), lang)
            top += tall
    return figure


def _write_title(axis: Axes, lines: Lines, lang: Language, width: float) -> None:
    """The title where reading begins; under it what the marks mean, or that there is nothing."""
    is_arabic = lang == "ar"
    at, side = (width - MARGIN, "right") if is_arabic else (MARGIN, "left")
    axis.text(at, 0.25, arabic_label(lines.title, rtl=is_arabic), ha=side, va="center", size=12)
    if not lines.blocks:
        axis.text(at, 0.62, arabic_label(lines.empty, rtl=is_arabic), ha=side, va="center")
        return
    for mark, meaning in lines.meanings.items():
        wide = _wide(meaning, SMALL) + 0.42
        left = at - wide if is_arabic else at
        box = left + wide - 0.26 if is_arabic else left
        _mark(axis, lines.fills[mark], box, 0.53, 0.24, 0.16)
        word = left + wide - 0.32 if is_arabic else left + 0.3
        label = arabic_label(meaning, rtl=is_arabic)
        axis.text(word, 0.61, label, ha=side, va="center", size=SMALL)
        at += -wide if is_arabic else wide


def _draw_block(
    axis: Axes,
    lines: Lines,
    top: float,
    block: tuple[list[list[_Printed]], list[str], list[str]],
    lang: Language,
) -> None:
    """The names at the right, the lines beside them, the remark below; a rule above."""
    rows, names, remark = block
    right = MARGIN + TEXT_WIDTH
    end = right + NAME_WIDTH
    axis.plot([MARGIN, end], [top - GAP / 3] * 2, color="#CCCCCC", linewidth=0.6)
    for row, name in zip(rows, names, strict=True):
        label = arabic_label(name, rtl=lang == "ar")
        axis.text(end, top + 0.03, label, ha="right", va="top", size=SMALL, linespacing=1.3)
        for one in row:
            left, middle = right - one.left - one.width, top + (one.line + 0.5) * LINE
            if one.mark:
                fill_of = lines.fills[one.mark]
                _mark(axis, fill_of, left - 0.02, middle - 0.115, one.width + 0.04, 0.23)
            text = arabic_label(one.text, rtl=True)
            axis.text(left + one.width, middle + 0.05, text, ha="right", va="baseline", size=SIZE)
        top += _height(row, name)
    for number, line in enumerate(remark):
        middle = top + (number + 0.4) * LINE * 0.8
        text = arabic_label(line, rtl=lang == "ar")
        axis.text(right, middle, text, ha="right", va="center", size=SMALL, color="#555555")


def _mark(axis: Axes, look: Fill, left: float, top: float, width: float, height: float) -> None:
    axis.add_patch(
        Rectangle(
            (left, top), width, height, facecolor=look.color, edgecolor=look.edge,
            linestyle=look.style, linewidth=0.9, zorder=0.5,
        )
    )  # fmt: skip


def _height(row: list[_Printed], name: str) -> float:
    """Inches that a line takes, broken or not; its name has room too."""
    text = (row[-1].line + 1 if row else 1) * LINE
    return float(max(text, 0.16 * len(name.split("\n"))) + 0.05)


def _name(name: str) -> str:
    return "\n".join(fill(line, _NAME_LETTERS) for line in name.split("\n"))


@lru_cache(maxsize=4096)  # what an outlet printed stands in the figure of either language
def _wide(text: str, size: float = SIZE) -> float:
    """How wide a text is in inches; call it inside `figure_style()`."""
    look = FontProperties(family=FONT, size=size)
    shaped = arabic_label(text, rtl=True)
    points, _, _ = text_to_path.get_text_width_height_descent(shaped, look, ismath=False)
    return float(points) / 72


def _remark(remark: str) -> list[str]:
    """A remark in lines; none if it is empty."""
    return [part.text for part in _parts(remark.split(), 0, 0.0, SMALL)]


def _broken(pieces: Sequence[tuple[str, str]]) -> list[_Printed]:
    """The pieces in their places, broken between words where a line is full."""
    found: list[_Printed] = []
    line, left = 0, 0.0
    space = _wide("ا ا") - 2 * _wide("ا")
    for text, mark in pieces:
        left += space * (text != text.lstrip() and left > 0)
        for part in _parts(text.split(), line, left, SIZE):
            line, left = part.line, part.left + part.width
            found.append(part._replace(mark=mark))
        left += space * (text != text.rstrip() and bool(text.strip()))
    return found


def _parts(words: list[str], line: int, left: float, size: float) -> Iterator[_Printed]:
    """Words of one piece, as many as fit into each line; one that fits in none stands alone."""
    while words:
        places = range(1, len(words) + 1)
        fit = bisect_right(places, TEXT_WIDTH, key=partial(_end, words, left, size))
        if fit or not left:
            text = " ".join(words[: fit or 1])
            yield _Printed(line, left, _wide(text, size), text, "")
        words = words[fit if fit or left else 1 :]
        line, left = line + 1, 0.0


def _end(words: list[str], left: float, size: float, count: int) -> float:
    """Where the first words end, in inches from the right edge."""
    return left + _wide(" ".join(words[:count]), size)
