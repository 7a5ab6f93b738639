"""A forest: one line a comparison, its ratio with the interval on a logarithmic axis."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import isfinite, log10

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, NullFormatter, NullLocator

from framing.showing.figures.frame import name_label, write_title
from framing.showing.figures.labels import arabic_label
from framing.showing.figures.style import EDGE, PALETTE, Language, blank_figure, figure_style

_TICKS = (0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20)
_SPARSE = (0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100)  # on a long axis
_LONG = 6.0
_ENDS = (0.02, 50.0)  # beyond these an interval runs on
_BAND = "#E8E8E8"
_HEADING = 1.1  # lines that a heading takes


@dataclass(frozen=True)
class Line:
    """One comparison: its words, its numbers, and what is printed beside it."""

    label: str
    ratio: float  # nan, zero or inf: no dot
    low: float
    high: float
    note: str
    is_modelled: bool  # articles are the cases: filled
    is_sure: bool  # starred


@dataclass(frozen=True)
class Forest:
    """What a forest is made of: lines under their headings, and a band of what is no matter."""

    blocks: Sequence[tuple[str, Sequence[Line]]]
    title: str
    axis: str
    note: str  # heads the column of notes
    negligible: float | None = None


def draw_forest(forest: Forest, lang: Language) -> Figure:
    """Draw the forest; in Arabic the axis runs from right to left."""
    is_arabic = lang == "ar"
    lines = [line for _, block in forest.blocks for line in block]
    with figure_style(lang):
        rows = len(lines) + sum(_HEADING for heading, _ in forest.blocks if heading)
        figure = blank_figure(10.5, 1.5 + _height(lines) * rows)
        axis = figure.subplots()
        axis.grid(axis="y", visible=False)
        ends = _limits(lines)
        axis.set_xscale("log")
        axis.set_xlim(ends[::-1] if is_arabic else ends)
        if forest.negligible:
            axis.axvspan(1 / forest.negligible, forest.negligible, color=_BAND, linewidth=0)
        axis.axvline(1, color=EDGE, linewidth=0.9)
        places = list(_places(forest))
        for place, line in places:
            _draw_line(axis, line, place, ends)
            _write(axis, line.note, place, is_arabic=is_arabic)
        _write_headings(axis, forest, is_arabic=is_arabic)
        _label_axes(axis, places, rows, ends, is_arabic=is_arabic)
        write_title(figure, forest.title, is_arabic=is_arabic)
        axis.set_xlabel(arabic_label(forest.axis, rtl=is_arabic), fontsize=9.5)
    return figure


def _height(lines: Sequence[Line]) -> float:
    """Inches a line takes, by the lines of its label."""
    return 0.2 + 0.1 * max((line.label.count("\n") + 1 for line in lines), default=1)


def _limits(lines: Sequence[Line]) -> tuple[float, float]:
    """Ends of the axis, even on both sides of 1, wide enough for all that has an end."""
    ends = [end for line in lines for end in (line.low, line.high, line.ratio)]
    known = [abs(log10(end)) for end in ends if isfinite(end) and end > 0]
    reach = min(max([*known, log10(2)]) * 1.08, log10(_ENDS[1]))
    return float(10**-reach), float(10**reach)


def _places(forest: Forest) -> Iterator[tuple[float, Line]]:
    place = 0.0
    for heading, block in forest.blocks:
        place += _HEADING if heading else 0.0
        for line in block:
            yield place, line
            place += 1


def _draw_line(axis: Axes, line: Line, place: float, ends: tuple[float, float]) -> None:
    """The interval, an arrow where it runs on, and the ratio where there is one."""
    low, high = max(line.low, ends[0]), min(line.high, ends[1])
    if low < high:
        axis.plot([low, high], [place, place], color="#666666", linewidth=1.2)
    is_mirrored = axis.xaxis_inverted()
    for end, runs_on, mark in ((low, line.low < ends[0], "<"), (high, line.high > ends[1], ">")):
        if runs_on:
            arrow = {"<": ">", ">": "<"}[mark] if is_mirrored else mark
            axis.plot([end], [place], arrow, markersize=4, color="#666666", clip_on=False)
    if isfinite(line.ratio) and ends[0] <= line.ratio <= ends[1]:
        face = PALETTE[0] if line.is_modelled else "white"
        axis.plot(
            [line.ratio], [place], "s", markersize=6, markerfacecolor=face,
            markeredgecolor=EDGE, markeredgewidth=0.9, zorder=3,
        )  # fmt: skip
    if line.is_sure:
        axis.annotate(
            "*", (min(line.high, ends[1]), place), xytext=(-7 if is_mirrored else 7, -3.5),
            textcoords="offset points", ha="center", va="center", fontsize=12,
            annotation_clip=False,
        )  # fmt: skip


def _write(axis: Axes, note: str, place: float, *, is_arabic: bool) -> None:
    """Words behind the end of a line."""
    side = -1 if is_arabic else 1
    axis.annotate(
        arabic_label(note, rtl=is_arabic), (0 if is_arabic else 1, place),
        xycoords=("axes fraction", "data"), xytext=(16 * side, 0), textcoords="offset points",
        ha="right" if is_arabic else "left", va="center", fontsize=8, annotation_clip=False,
    )  # fmt: skip


def _write_headings(axis: Axes, forest: Forest, *, is_arabic: bool) -> None:
    """The heading of each block above its lines, and what the notes say above them all."""
    place = 0.0
    for heading, block in forest.blocks:
        if heading:
            axis.annotate(
                arabic_label(heading, rtl=is_arabic), (1 if is_arabic else 0, place),
                xycoords=("axes fraction", "data"), xytext=(12 if is_arabic else -12, 0),
                textcoords="offset points", ha="left" if is_arabic else "right", va="center",
                fontsize=9, fontweight="bold", annotation_clip=False,
            )  # fmt: skip
            place += _HEADING
        place += len(block)
    _write(axis, forest.note, -0.9, is_arabic=is_arabic)


def _label_axes(
    axis: Axes,
    places: Sequence[tuple[float, Line]],
    rows: float,
    ends: tuple[float, float],
    *,
    is_arabic: bool,
) -> None:
    known = _TICKS if ends[1] <= _LONG else _SPARSE
    ticks = [tick for tick in known if ends[0] <= tick <= ends[1]]
    axis.xaxis.set_major_locator(FixedLocator(ticks))
    axis.xaxis.set_minor_locator(NullLocator())
    axis.xaxis.set_minor_formatter(NullFormatter())
    axis.set_xticklabels([f"{tick:g}" for tick in ticks])
    axis.set_ylim(rows - 0.4, -0.7)
    axis.set_yticks(np.array([place for place, _ in places]))
    labels = [name_label(line.label, is_arabic=is_arabic) for _, line in places]
    axis.set_yticklabels(labels, fontsize=8.5)
    axis.tick_params(axis="y", length=0, pad=12)
    axis.spines["left"].set_visible(False)
    if is_arabic:
        axis.yaxis.tick_right()
