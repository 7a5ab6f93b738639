"""Dots with intervals in small multiples: one panel a class, one line an outlet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil, isnan
from textwrap import fill

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.ticker import PercentFormatter
from matplotlib.typing import FillStyleType

from framing.showing.figures.frame import LETTERS, add_legend, name_label, write_title
from framing.showing.figures.labels import arabic_label
from framing.showing.figures.style import (
    EDGE,
    PALETTE,
    Language,
    SeriesStyle,
    blank_figure,
    figure_style,
    series_styles,
)

_INTERVAL = "#666666"  # one grey for all: a pale outlet's interval must show on white
_PLAIN = SeriesStyle(PALETTE[0], "o", "")
_OFFSETS = {1: (0.0,), 2: (-0.17, 0.17), 3: (-0.26, 0.0, 0.26)}
_INSIDE = 0.8  # of a panel: what stands there cannot stick out, so no room is sought for it
FEW = 6  # outlets; with more the drawing is close, so that it fits a printed page


@dataclass(frozen=True)
class _Room:
    """What outlets and panels take, in inches and points."""

    line: Mapping[int, float]  # of an outlet, by the number of series
    panel: float
    names: float
    marker: float = 5.5
    letters: float = 8.5
    longest: int = LETTERS
    has_notes: bool = True


_WIDE = _Room({1: 0.42, 2: 0.5, 3: 0.72}, panel=2.35, names=2.4)
_CLOSE = _Room(
    {1: 0.22, 2: 0.27, 3: 0.33}, 1.5, 1.8, marker=4.2, letters=7.5, longest=26, has_notes=False
)
_FILLS: dict[int, tuple[FillStyleType, ...]] = {
    1: ("full",), 2: ("full", "none"), 3: ("full", "left", "none")
}  # fmt: skip


@dataclass(frozen=True)
class Dots:
    """What a figure of dots is made of.

    `data` has one row per outlet, panel and series: outlet, panel, series, estimate, low,
    high, note. `panels` and `series` map keys to words; `outlets` maps keys to labels. Where
    lines are no outlets, `is_plain` gives all marks one look. `marks` has, for some panels,
    an estimate that the others are to be read against.
    """

    data: pd.DataFrame
    panels: dict[str, str]
    outlets: dict[str, str]
    series: dict[str, str]
    title: str
    axis: str
    columns: int = 4  # panels in one row
    is_share: bool = False  # shares are drawn as fractions and read as per cent
    is_plain: bool = False
    marks: Mapping[str, float] = field(default_factory=dict)


def draw_dots(dots: Dots, lang: Language) -> Figure:
    """Draw panels side by side, the same outlets on the same lines in each."""
    columns = min(dots.columns, len(dots.panels))
    rows = ceil(len(dots.panels) / columns)
    styles = dict.fromkeys(dots.outlets, _PLAIN) if dots.is_plain else series_styles(dots.outlets)
    room = _room_of(dots)
    with figure_style(lang):
        lines = len(dots.outlets) * room.line[len(dots.series)]
        figure = blank_figure(room.names + room.panel * columns, 1.2 + rows * (lines + 0.55))
        axes = figure.subplots(rows, columns, sharex=True, sharey=True, squeeze=False)
        order = [row[::-1] if lang == "ar" else row for row in axes]
        cells: list[Axes] = [axis for row in order for axis in row]
        limit = _limit(dots.data)
        cells[0].set_xlim((limit, 0) if lang == "ar" else (0, limit))
        cells[0].set_ylim(len(dots.outlets) - 0.5, -0.6)
        for axis, (panel, title) in zip(cells, dots.panels.items(), strict=False):
            _draw_panel(axis, dots, dots.data[dots.data["panel"] == panel], styles, limit)
            title = fill(title, 24) if room is _CLOSE else title
            axis.set_title(arabic_label(title, rtl=lang == "ar"), fontsize=room.letters + 1)
            if panel in dots.marks:
                axis.axvline(
                    dots.marks[panel], color=EDGE, linewidth=0.8, linestyle=(0, (3, 3)), zorder=1
                )
        for axis in cells[len(dots.panels) :]:
            axis.set_visible(False)
        _label_axes(order, dots, lang)
        _add_words(figure, dots, lang)
    return figure


def _room_of(dots: Dots) -> _Room:
    return _CLOSE if len(dots.outlets) > FEW else _WIDE


def _limit(data: pd.DataFrame) -> float:
    """The end of the axis: the widest interval, unless a tiny base would dwarf all dots."""
    highest, widest = data["estimate"].max(), data["high"].max()
    if isnan(highest):
        return 1.0
    if isnan(widest):  # no intervals
        return float(highest) * 1.15 or 1.0
    return float(min(widest, 2.4 * highest) if highest > 0 else widest) * 1.04


def _draw_panel(
    axis: Axes,
    dots: Dots,
    rows: pd.DataFrame,
    styles: dict[str, SeriesStyle],
    limit: float,
) -> None:
    places = {outlet: place for place, outlet in enumerate(dots.outlets)}
    offsets = dict(zip(dots.series, _OFFSETS[len(dots.series)], strict=True))
    fills = dict(zip(dots.series, _FILLS[len(dots.series)], strict=True))
    room = _room_of(dots)
    axis.set_autoscale_on(False)  # the ends are known
    for row in rows.to_dict("records"):
        if isnan(row["estimate"]):
            continue
        style, place = styles[row["outlet"]], places[row["outlet"]] + offsets[row["series"]]
        if not isnan(row["low"]):
            _draw_interval(axis, row["low"], row["high"], place, limit)
        dot = Line2D(
            [row["estimate"]], [place], marker=style.marker, linestyle="none",
            markersize=room.marker, fillstyle=_drawn(fills[row["series"]]),
            markerfacecolor="white" if fills[row["series"]] == "none" else style.color,
            markerfacecoloralt="white", markeredgecolor=EDGE, markeredgewidth=0.8, zorder=3,
            clip_on=False, in_layout=not 0.05 * limit < row["estimate"] < _INSIDE * limit,
        )  # fmt: skip
        axis.add_artist(dot)
        if room.has_notes:
            on_mark = bool(dots.marks)
            _write_note(axis, row["note"], row["estimate"], place, limit, on_mark=on_mark)


def _drawn(fill: FillStyleType) -> FillStyleType:
    """A hollow marker is drawn full, in white, so that no line shows through it."""
    return "full" if fill == "none" else fill


def _draw_interval(axis: Axes, low: float, high: float, place: float, limit: float) -> None:
    """Draw an interval; one that runs out of the panel ends in an arrow."""
    ends = [low, min(high, limit)]
    axis.add_artist(Line2D(ends, [place, place], color=_INTERVAL, linewidth=1.2))
    if high > limit:
        is_mirrored = axis.xaxis_inverted()
        axis.plot(
            [limit], [place], marker="<" if is_mirrored else ">", markersize=3.5,
            color=_INTERVAL, clip_on=False,
        )  # fmt: skip


def _write_note(
    axis: Axes, note: str, estimate: float, place: float, limit: float, *, on_mark: bool
) -> None:
    """Print the count at the dot; beside a dot on the axis it would lie on the labels."""
    is_low = estimate < 0.05 * limit
    side = -1 if axis.xaxis_inverted() else 1
    axis.annotate(
        note, (estimate, place), xytext=(5 * side if is_low else 0, 3.0),
        textcoords="offset points", va="bottom", fontsize=6.5, color="#222222", zorder=4,
        ha=("right" if side < 0 else "left") if is_low else "center", annotation_clip=False,
        bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.3} if on_mark else None,
        in_layout=estimate >= _INSIDE * limit,
    )  # fmt: skip


def _label_axes(order: Sequence[Sequence[Axes]], dots: Dots, lang: Language) -> None:
    first = order[0][0]
    first.set_yticks(range(len(dots.outlets)))
    room = _room_of(dots)
    labels = [
        name_label(name, is_arabic=lang == "ar", letters=room.longest)
        for name in dots.outlets.values()
    ]
    if dots.is_share:
        decimals = 0 if max(first.get_xlim()) > 0.1 else None
        first.xaxis.set_major_formatter(PercentFormatter(1, decimals=decimals, symbol=""))
    for row in order:
        for place, axis in enumerate(row):
            axis.tick_params(axis="x", labelbottom=True)
            axis.tick_params(axis="y", length=0, pad=7, labelsize=room.letters)
            axis.grid(axis="y", visible=False)
            if lang == "ar":
                axis.tick_params(axis="y", labelleft=False, labelright=place == 0)
                axis.spines["left"].set_visible(False)
                axis.spines["right"].set_visible(True)
    first.set_yticklabels(labels, fontsize=room.letters)


def _add_words(figure: Figure, dots: Dots, lang: Language) -> None:
    is_arabic = lang == "ar"
    write_title(figure, dots.title, is_arabic=is_arabic)
    axis = arabic_label(dots.axis, rtl=is_arabic)
    if len(dots.series) == 1:
        figure.supxlabel(axis, fontsize=9.5)
    else:
        names = list(dots.series.values())
        handles = [
            Line2D(
                [], [], marker="o", linestyle="none", markeredgecolor=EDGE,
                fillstyle=_drawn(fill), markerfacecolor="white" if fill == "none" else EDGE,
                markerfacecoloralt="white", label=arabic_label(name, rtl=is_arabic),
            )
            for name, fill in zip(names, _FILLS[len(names)], strict=True)
        ]  # fmt: skip
        add_legend(figure, handles, is_arabic=is_arabic, title=axis)
