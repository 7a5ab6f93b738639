"""Bars of shares that make a whole: one line an outlet, a part a class, counts inside."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch
from matplotlib.ticker import PercentFormatter

from framing.showing.figures.frame import add_legend, name_label, write_title
from framing.showing.figures.labels import arabic_label
from framing.showing.figures.style import EDGE, Language, blank_figure, figure_style

# The first class is the one that matters: dark; the others are pale, hatched apart in grey.
_FACES = ("#B23A00", "#B3CCE6", "#F2F2F2")
_HATCHES = ("", "", "...")
_NARROW = 0.02  # a part under which a count does not fit


@dataclass(frozen=True)
class Bars:
    """What bars are made of.

    `data` has one row per outlet and series: outlet, series, count, base, estimate. `notes`
    stand behind each bar; the first bar is set apart from the others.
    """

    data: pd.DataFrame
    outlets: Mapping[str, str]
    series: Mapping[str, str]
    notes: Mapping[str, str]
    title: str
    axis: str


def draw_bars(bars: Bars, lang: Language) -> Figure:
    """Draw a bar of one length for each outlet, parted by its shares."""
    is_arabic = lang == "ar"
    with figure_style(lang):
        figure = blank_figure(9.0, 1.5 + 0.5 * len(bars.outlets))
        axis = figure.subplots()
        axis.grid(axis="y", visible=False)
        places = {outlet: place + 0.35 * (place > 0) for place, outlet in enumerate(bars.outlets)}
        axis.set_xlim((1, 0) if is_arabic else (0, 1))
        for outlet, place in places.items():
            _draw_bar(axis, bars, outlet, place)
            _write_note(axis, bars.notes[outlet], place, is_arabic=is_arabic)
        axis.set_ylim(max(places.values()) + 0.55, -0.55)
        axis.xaxis.set_major_formatter(PercentFormatter(1, symbol=""))
        axis.set_yticks(list(places.values()))
        names = [name_label(label, is_arabic=is_arabic) for label in bars.outlets.values()]
        axis.set_yticklabels(names, fontsize=8.5)
        axis.tick_params(axis="y", length=0)
        if is_arabic:
            axis.yaxis.tick_right()
        axis.spines["left"].set_visible(False)
        _add_words(figure, axis, bars, is_arabic=is_arabic)
    return figure


def _draw_bar(axis: Axes, bars: Bars, outlet: str, place: float) -> None:
    rows = bars.data[bars.data["outlet"] == outlet].to_dict("records")
    by_series = {row["series"]: row for row in rows}
    left = 0.0
    for number, series in enumerate(bars.series):
        row = by_series[series]
        if row["count"]:
            axis.barh(
                place, row["estimate"], left=left, height=0.62, color=_FACES[number],
                hatch=_HATCHES[number], edgecolor=EDGE, linewidth=0.6,
            )  # fmt: skip
            if row["estimate"] > _NARROW:
                axis.text(
                    left + row["estimate"] / 2, place, str(row["count"]), ha="center",
                    va="center", fontsize=9, color="#111111" if number else "white",
                    in_layout=False, bbox=None if not _HATCHES[number]
                    else {"facecolor": _FACES[number], "edgecolor": "none", "pad": 1.5},
                )  # fmt: skip
            left += row["estimate"]


def _write_note(axis: Axes, note: str, place: float, *, is_arabic: bool) -> None:
    axis.annotate(
        arabic_label(note, rtl=is_arabic), (1, place), xytext=(-8 if is_arabic else 8, 0),
        textcoords="offset points", ha="right" if is_arabic else "left", va="center",
        fontsize=8, annotation_clip=False,
    )  # fmt: skip


def _add_words(figure: Figure, axis: Axes, bars: Bars, *, is_arabic: bool) -> None:
    write_title(figure, bars.title, is_arabic=is_arabic)
    axis.set_xlabel(arabic_label(bars.axis, rtl=is_arabic), fontsize=9.5)
    handles = [
        Patch(facecolor=face, hatch=hatch, edgecolor=EDGE, label=arabic_label(name, rtl=is_arabic))
        for face, hatch, name in zip(_FACES, _HATCHES, bars.series.values(), strict=True)
    ]
    add_legend(figure, handles, is_arabic=is_arabic)
