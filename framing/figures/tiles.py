"""A matrix of counts: one row a class, one column an outlet, each with its rate."""

from dataclasses import dataclass
from math import isnan
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from framing.figures.labels import arabic_label
from framing.figures.style import EDGE, Language, blank_figure, figure_style

_SHADES = ("#FFFFFF", "#DCE6F2", "#B3CCE6", "#7FA8D1", "#3F78B5", "#0A4A8A")
_DARK_FROM = 4  # shades on which white is easier to read


@dataclass(frozen=True)
class Tiles:
    """What a matrix is made of: `data` has outlet, panel, count, estimate, low and high."""

    data: pd.DataFrame
    rows: dict[str, str]
    outlets: dict[str, str]
    title: str


def draw_tiles(tiles: Tiles, lang: Language) -> Figure:
    """Draw the matrix; each tile has the count and, below it, the rate."""
    is_arabic = lang == "ar"
    with figure_style(lang):
        figure = blank_figure(2.9 + 1.55 * len(tiles.outlets), 1.5 + 0.52 * len(tiles.rows))
        axis = figure.subplots()
        axis.grid(visible=False)
        cells = {(cell["panel"], cell["outlet"]): cell for cell in tiles.data.to_dict("records")}
        for row, panel in enumerate(tiles.rows):
            for column, outlet in enumerate(tiles.outlets):
                cell = cells[panel, outlet]
                _draw_tile(axis, column, row, cell)
        axis.set_xlim((len(tiles.outlets), 0) if is_arabic else (0, len(tiles.outlets)))
        axis.set_ylim(len(tiles.rows), 0)
        axis.set_xticks([place + 0.5 for place in range(len(tiles.outlets))])
        axis.set_xticklabels(
            [arabic_label(label, rtl=is_arabic) for label in tiles.outlets.values()], fontsize=7.5
        )
        axis.set_yticks([place + 0.5 for place in range(len(tiles.rows))])
        axis.set_yticklabels([arabic_label(label, rtl=is_arabic) for label in tiles.rows.values()])
        axis.xaxis.tick_top()
        if is_arabic:
            axis.yaxis.tick_right()
        axis.tick_params(length=0)
        for spine in axis.spines.values():
            spine.set_visible(False)
        figure.suptitle(
            arabic_label(tiles.title, rtl=is_arabic),
            x=0.99 if is_arabic else 0.01, ha="right" if is_arabic else "left", fontsize=12,
        )  # fmt: skip
    return figure


def _draw_tile(axis: Axes, column: int, row: int, cell: dict[Any, Any]) -> None:
    """One tile: the count, below it the rate with its interval."""
    shade = min(int(cell["count"]), len(_SHADES) - 1)
    axis.add_patch(
        Rectangle(
            (column + 0.02, row + 0.04), 0.96, 0.92,
            facecolor=_SHADES[shade], edgecolor=EDGE, linewidth=0.5,
        )
    )  # fmt: skip
    ink = "white" if shade >= _DARK_FROM else "#111111"
    place: dict[str, Any] = {"ha": "center", "va": "center", "color": ink}
    axis.text(column + 0.5, row + 0.4, str(cell["count"]), fontsize=11, **place)
    if not isnan(cell["estimate"]):
        rate = f"{cell['estimate']:.1f} [{cell['low']:.1f}–{cell['high']:.1f}]"
        axis.text(column + 0.5, row + 0.76, rate, fontsize=6.5, **place)
