"""Strips: one an article, as long as the article, a stroke where something stands in it."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from framing.showing.figures.frame import add_legend, name_label, write_title
from framing.showing.figures.labels import arabic_label
from framing.showing.figures.style import EDGE, Language, blank_figure, figure_style

# By voice, from the outlet's own words to the most distant: colour, and part of the height.
_STROKES = (("#B23A00", 1.0), ("#0072B2", 0.66), ("#000000", 0.36))
_FACE = "#F2F2F2"
_HEIGHT = 0.56


@dataclass(frozen=True)
class Strips:
    """What strips are made of.

    `data` has a row per stroke: strip, series, place; `strips` maps keys to labels and
    `lengths` to the words of each; `notes` stand behind the ends.
    """

    data: pd.DataFrame
    strips: Mapping[str, str]
    lengths: Mapping[str, int]
    notes: Mapping[str, str]
    series: Mapping[str, str]
    title: str
    axis: str


def draw_strips(strips: Strips, lang: Language) -> Figure:
    """Draw the strips; in Arabic they run from right to left."""
    is_arabic = lang == "ar"
    with figure_style(lang):
        figure = blank_figure(9.0, 1.6 + 0.42 * len(strips.strips))
        axis = figure.subplots()
        axis.grid(visible=False)
        longest = 1.01 * max([*strips.lengths.values(), 1])
        axis.set_xlim((longest, 0) if is_arabic else (0, longest))
        axis.set_ylim(max(len(strips.strips), 1) - 0.4, -0.6)
        for place, strip in enumerate(strips.strips):
            _draw_strip(axis, strips, strip, place, is_arabic=is_arabic)
        axis.set_yticks(range(len(strips.strips)))
        labels = [name_label(label, is_arabic=is_arabic) for label in strips.strips.values()]
        axis.set_yticklabels(labels, fontsize=8.5)
        axis.tick_params(axis="y", length=0)
        axis.spines["left"].set_visible(False)
        if is_arabic:
            axis.yaxis.tick_right()
        _add_words(figure, axis, strips, is_arabic=is_arabic)
    return figure


def _draw_strip(axis: Axes, strips: Strips, strip: str, place: int, *, is_arabic: bool) -> None:
    length = strips.lengths[strip]
    top = place - _HEIGHT / 2
    axis.add_patch(
        Rectangle((0, top), length, _HEIGHT, facecolor=_FACE, edgecolor="#AAAAAA", linewidth=0.5)
    )
    looks = dict(zip(strips.series, _STROKES, strict=True))
    for row in strips.data[strips.data["strip"] == strip].to_dict("records"):
        color, part = looks[row["series"]]
        half = part * _HEIGHT / 2
        at = row["place"] + 0.5  # the middle of the word
        axis.plot([at, at], [place - half, place + half], color=color, linewidth=1.8,
                  solid_capstyle="butt")  # fmt: skip
    axis.annotate(
        arabic_label(strips.notes[strip], rtl=is_arabic), (length, place),
        xytext=(-6 if is_arabic else 6, 0), textcoords="offset points", va="center",
        ha="right" if is_arabic else "left", fontsize=8, annotation_clip=False,
    )  # fmt: skip


def _add_words(figure: Figure, axis: Axes, strips: Strips, *, is_arabic: bool) -> None:
    write_title(figure, strips.title, is_arabic=is_arabic)
    axis.set_xlabel(arabic_label(strips.axis, rtl=is_arabic), fontsize=9.5)
    handles = [
        Line2D(
            [], [], marker="|", linestyle="none", markersize=13 * part, markeredgewidth=1.8,
            markeredgecolor=color, color=EDGE, label=arabic_label(name, rtl=is_arabic),
        )
        for (color, part), name in zip(_STROKES, strips.series.values(), strict=True)
    ]  # fmt: skip
    add_legend(figure, handles, is_arabic=is_arabic)
