"""Dots in a plane with words beside them, none upon another: one panel a group."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil
from typing import Any, Literal

import numpy as np
import numpy.typing as npt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.ticker import FixedLocator, MaxNLocator, NullLocator

from framing.showing.figures.frame import lay_out, name_label, write_title
from framing.showing.figures.labels import arabic_label
from framing.showing.figures.style import EDGE, PALETTE, Language, blank_figure, figure_style

_Array = npt.NDArray[np.float64]
_Bounds = tuple[float, float, float, float]  # left, bottom, right, top, in dots

_COLUMNS = 3
_MOST_LABELS = 14  # in one panel
_REST = "#BBBBBB"
_TICKS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100)
_SIDES: dict[int, tuple[Literal["left", "center", "right"], float]] = {
    1: ("left", 0.0), 0: ("center", 0.5), -1: ("right", 1.0),
}  # fmt: skip
_ROOM = 1.5  # dots round a word
_PLACES = ((7, 0), (-7, 0), (6, 9), (-6, 9), (6, -9), (-6, -9), (0, 12), (0, -12))  # points


@dataclass(frozen=True)
class Scatter:
    """What a figure of words in a plane is made of.

    `data` has a row per word and panel, the most distinctive first: panel, word, x, y, n (how
    many articles have it), is_sure (its dot is ringed). x is on a logarithmic axis.
    """

    data: pd.DataFrame
    panels: Mapping[str, str]
    title: str
    x: str
    y: str
    size: str  # what the size of a dot says


def draw_scatter(scatter: Scatter, lang: Language) -> Figure:
    """Draw the panels, label as many words as have room, the first ones first."""
    is_arabic = lang == "ar"
    columns = min(_COLUMNS, len(scatter.panels))
    rows = ceil(len(scatter.panels) / columns)
    sizes = _sizes(scatter.data["n"])
    with figure_style(lang):
        figure = blank_figure(0.9 + 3.5 * columns, 1.3 + 3.1 * rows)
        axes = figure.subplots(rows, columns, sharex=True, sharey=True, squeeze=False)
        cells = [axis for row in axes for axis in (row[::-1] if is_arabic else row)]
        _set_axes(cells[0], scatter.data, is_arabic=is_arabic)
        drawn = []
        for axis, (panel, title) in zip(cells, scatter.panels.items(), strict=False):
            words = scatter.data[scatter.data["panel"] == panel]
            axis.set_title(name_label(title, is_arabic=is_arabic), fontsize=9.5)
            axis.tick_params(labelbottom=True)
            if is_arabic:
                _turn(axis, is_first=axis in cells[::columns])
            if axis in cells[::columns]:
                axis.set_ylabel(arabic_label(scatter.y, rtl=is_arabic), fontsize=9)
            drawn.append((axis, words))
        for axis in cells[len(scatter.panels) :]:
            axis.set_visible(False)
        _add_words(figure, scatter, sizes, is_arabic=is_arabic)
        lay_out(figure)  # labels are placed by where things stand now
        for axis, words in drawn:
            _draw_words(axis, words, sizes)
    return figure


def _sizes(articles: "pd.Series[int]") -> dict[int, float]:
    """The area of a dot, by how many articles have the word."""
    most = int(articles.max()) if len(articles) else 1
    return {n: 12 + 70 * n / most for n in sorted({1, (most + 1) // 2, most, *articles.tolist()})}


def _set_axes(axis: Axes, data: pd.DataFrame, *, is_arabic: bool) -> None:
    low, high = (data["x"].min() / 1.8, data["x"].max() * 1.8) if len(data) else (1.0, 10.0)
    axis.set_xscale("log")
    axis.set_xlim((high, low) if is_arabic else (low, high))
    ticks = [tick for tick in _TICKS if low <= tick <= high]
    axis.xaxis.set_major_locator(FixedLocator(ticks))
    axis.xaxis.set_minor_locator(NullLocator())
    axis.xaxis.set_major_formatter(lambda tick, _: f"{tick:g}")
    top = data["y"].max() if len(data) else 1.0
    axis.set_ylim(-0.04 * top, top * 1.12)
    axis.yaxis.set_major_locator(MaxNLocator(6, steps=[1, 2, 5, 10]))


def _turn(axis: Axes, *, is_first: bool) -> None:
    """In Arabic the upright axis stands at the right, and its numbers at the first panel."""
    axis.yaxis.tick_right()
    axis.yaxis.set_label_position("right")
    axis.tick_params(axis="y", labelright=is_first, labelleft=False)
    axis.spines["left"].set_visible(False)
    axis.spines["right"].set_visible(True)


def _draw_words(axis: Axes, words: pd.DataFrame, sizes: Mapping[int, float]) -> None:
    """All dots in grey; those that get their word in colour; those that are sure with a ring."""
    areas = np.asarray(words["n"].map(sizes), dtype=np.float64)
    dots = _dot_boxes(axis, words, areas)
    taken: list[_Bounds] = []
    is_labelled = np.zeros(len(words), dtype=bool)
    for number, row in enumerate(words.to_dict("records")):
        others = dots[(dots != dots[number]).any(axis=1)]
        box = _label(axis, row, np.array([*others, *taken]).reshape(-1, 4))
        if box is None:
            continue
        taken.append(box)
        is_labelled[number] = True
        if len(taken) == _MOST_LABELS:
            break
    for some, color, edge in ((~is_labelled, _REST, "white"), (is_labelled, PALETTE[0], EDGE)):
        axis.scatter(
            words.loc[some, "x"], words.loc[some, "y"], s=areas[some], color=color,
            edgecolor=edge, linewidth=0.6, zorder=2 + (edge == EDGE),
        )  # fmt: skip
    sure = words["is_sure"].to_numpy(dtype=bool)
    axis.scatter(
        words.loc[sure, "x"], words.loc[sure, "y"], s=2.2 * areas[sure] + 12, facecolor="none",
        edgecolor=EDGE, linewidth=0.9, zorder=4,
    )  # fmt: skip


def _dot_boxes(axis: Axes, words: pd.DataFrame, areas: _Array) -> _Array:
    """What each dot covers on the paper: left, bottom, right, top."""
    middles = axis.transData.transform(words[["x", "y"]].to_numpy(dtype=float).reshape(-1, 2))
    radii = (areas**0.5 / 2 * axis.figure.dpi / 72).reshape(-1, 1)
    return np.hstack([middles - radii, middles + radii])


def _label(axis: Axes, row: dict[Any, Any], there: _Array) -> _Bounds | None:
    """Write a word where it lies on no other and on no dot; not at all if nowhere."""
    note = axis.annotate(
        arabic_label(row["word"], rtl=True), (row["x"], row["y"]), xytext=(0, 0),
        textcoords="offset points", fontsize=8.5, va="center", ha="left", zorder=5,
    )  # fmt: skip
    frame, box, point = axis.get_window_extent(), note.get_window_extent(), axis.figure.dpi / 72
    for right, up in _PLACES:
        side, part = _SIDES[(right > 0) - (right < 0)]
        left, low = box.x0 + right * point - part * box.width, box.y0 + up * point
        high = low + box.height
        is_inside = frame.x0 < left and left + box.width < frame.x1
        is_inside &= frame.y0 < low and high < frame.y1
        found = (left, low, left + box.width, high)
        if is_inside and not _is_upon(found, there):
            note.set_horizontalalignment(side)
            note.set_position((right, up))
            return (left - _ROOM, low - _ROOM, left + box.width + _ROOM, high + _ROOM)
    note.remove()
    return None


def _is_upon(box: _Bounds, there: _Array) -> bool:
    left, low, right, high = there.T
    return bool(((left < box[2]) & (box[0] < right) & (low < box[3]) & (box[1] < high)).any())


def _add_words(
    figure: Figure, scatter: Scatter, sizes: Mapping[int, float], *, is_arabic: bool
) -> None:
    write_title(figure, scatter.title, is_arabic=is_arabic)
    figure.supxlabel(arabic_label(scatter.x, rtl=is_arabic), fontsize=9.5)
    most = max(sizes)
    handles = [
        Line2D(
            [], [], marker="o", linestyle="none", markersize=sizes[n] ** 0.5, label=str(n),
            markerfacecolor=_REST, markeredgecolor="white",
        )
        for n in sorted({1, (most + 1) // 2, most})
    ]  # fmt: skip
    figure.legend(
        handles=handles[::-1] if is_arabic else handles, loc="outside upper right"
        if not is_arabic else "outside upper left", ncols=len(handles),
        title=arabic_label(scatter.size, rtl=is_arabic), markerfirst=not is_arabic,
        title_fontsize=8.5,
    )  # fmt: skip
