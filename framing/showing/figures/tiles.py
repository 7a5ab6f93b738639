"""A matrix of tiles: one row and one column a class or an outlet, a number in each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil
from textwrap import fill
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from framing.showing.figures.frame import name_label, write_title
from framing.showing.figures.labels import arabic_label
from framing.showing.figures.style import EDGE, Language, blank_figure, figure_style

SHADES = ("#FFFFFF", "#DCE6F2", "#B3CCE6", "#7FA8D1", "#3F78B5", "#0A4A8A")
_DARK_FROM = 4  # shades on which white is easier to read
_HEIGHTS = ((0.5, 0.5), (0.4, 0.76), (0.32, 0.71), (0.25, 0.66))  # of text and note, by its lines
_GAP = 0.25  # of a tile, between blocks
_MOST_LINES, _LONGEST_WORD = 5, 24  # of a column's label
_LETTERS = 15  # of a column's label in one line, an inch of tile


@dataclass(frozen=True)
class Tiles:
    """What a matrix is made of.

    `data` has row, column, text, note (smaller, below it), shade (a place in `SHADES`) and, if
    any tile rests on too little and is to be hatched, is_thin. `blocks` are the columns
    that stand together, by their heading; a single block needs none.
    """

    data: pd.DataFrame
    rows: Mapping[str, str]
    columns: Mapping[str, str]
    title: str
    blocks: Mapping[str, Sequence[str]] = field(default_factory=dict)
    width: float = 1.55  # inches of a tile
    height: float = 0.52
    footnote: str = ""


def shades_of(values: "pd.Series[Any]") -> "pd.Series[int]":
    """A shade for each number: white for none, the darkest for the highest of them all.

    >>> shades_of(pd.Series([0, 1, 13, 94])).tolist()
    [0, 1, 1, 5]
    """
    known = values.fillna(0)
    parts = known / (known.max() or 1)
    return (parts * (len(SHADES) - 1)).apply(ceil).astype("int64")


def draw_tiles(tiles: Tiles, lang: Language) -> Figure:
    """Draw the matrix; in Arabic its columns run from right to left."""
    is_arabic = lang == "ar"
    blocks = tiles.blocks or {"": list(tiles.columns)}
    places = _places(blocks)
    width = max(places.values()) + 1
    with figure_style(lang):
        figure = blank_figure(
            2.9 + tiles.width * width, 1.6 + tiles.height * len(tiles.rows) + 0.25 * len(blocks)
        )
        axis = figure.subplots()
        axis.grid(visible=False)
        rows = {row: place for place, row in enumerate(tiles.rows)}
        for cell in tiles.data.to_dict("records"):
            if cell["column"] in places and cell["row"] in rows:
                _draw_tile(axis, places[cell["column"]], rows[cell["row"]], cell)
        axis.set_xlim((width, 0) if is_arabic else (0, width))
        axis.set_ylim(max(len(rows), 1), 0)  # a matrix without rows is empty, not an error
        _label_axes(axis, tiles, places, is_arabic=is_arabic)
        _write_headings(axis, blocks, places, is_arabic=is_arabic)
        write_title(figure, tiles.title, is_arabic=is_arabic)
        if tiles.footnote:
            figure.supxlabel(arabic_label(tiles.footnote, rtl=is_arabic), fontsize=8.5)
    return figure


def _places(blocks: Mapping[str, Sequence[str]]) -> dict[str, float]:
    """Where each column begins, in tiles."""
    places: dict[str, float] = {}
    for number, columns in enumerate(blocks.values()):
        for column in columns:
            places[column] = len(places) + number * _GAP
    return places


def _draw_tile(axis: Axes, left: float, row: int, cell: dict[Any, Any]) -> None:
    """One tile: the text, below it the note."""
    is_thin = cell.get("is_thin", False)
    shade = 0 if is_thin else cell["shade"]
    axis.add_artist(  # whose ends are known: a patch would have them sought anew
        Rectangle(
            (left + 0.02, row + 0.04), 0.96, 0.92, facecolor=SHADES[shade], linewidth=0.5,
            edgecolor="#AAAAAA" if is_thin else EDGE, hatch="////" if is_thin else "",
        )
    )  # fmt: skip
    place: dict[str, Any] = {"ha": "center", "va": "center", "in_layout": False}
    place["color"] = "white" if shade >= _DARK_FROM else "#111111"
    if is_thin:  # what is written must not be crossed out
        place["bbox"] = {"facecolor": "white", "edgecolor": "none", "pad": 1.2}
    middle, below = _HEIGHTS[min(len(cell["note"].splitlines()), len(_HEIGHTS) - 1)]
    axis.text(left + 0.5, row + middle, cell["text"], fontsize=11, **place)
    axis.text(left + 0.5, row + below, cell["note"], fontsize=6.5, **place)


def _label_axes(axis: Axes, tiles: Tiles, places: Mapping[str, float], *, is_arabic: bool) -> None:
    axis.set_xticks([place + 0.5 for place in places.values()])
    letters = int(_LETTERS * tiles.width)
    names = [_wrapped(tiles.columns[column], letters) for column in places]
    axis.set_xticklabels([arabic_label(name, rtl=is_arabic) for name in names], fontsize=7.5)
    axis.set_yticks([place + 0.5 for place in range(len(tiles.rows))])
    axis.set_yticklabels([name_label(row, is_arabic=is_arabic) for row in tiles.rows.values()])
    axis.xaxis.tick_top()
    if is_arabic:
        axis.yaxis.tick_right()
    axis.tick_params(length=0)
    for spine in axis.spines.values():
        spine.set_visible(False)


def _wrapped(name: str, letters: int) -> str:
    """A column's name in a few lines; what is long beyond all names is cut."""
    short = [" ".join(map(_cut, line.split())) for line in name.split("\n")]
    lines = "\n".join(fill(line, letters, break_long_words=False) for line in short).split("\n")
    return "\n".join(lines[:_MOST_LINES])


def _cut(word: str) -> str:
    return word if len(word) <= _LONGEST_WORD else f"{word[:_LONGEST_WORD]}…"


def _write_headings(
    axis: Axes,
    blocks: Mapping[str, Sequence[str]],
    places: Mapping[str, float],
    *,
    is_arabic: bool,
) -> None:
    """The heading of each block above its columns' labels."""
    if set(blocks) == {""}:
        return
    lines = max(len(label.get_text().splitlines()) for label in axis.get_xticklabels())
    above = axis.secondary_xaxis("top")
    above.tick_params(length=0, pad=8 + 11 * lines)
    for spine in above.spines.values():
        spine.set_visible(False)
    middles = [(places[block[0]] + places[block[-1]] + 1) / 2 for block in blocks.values()]
    above.set_xticks(middles)
    above.set_xticklabels([arabic_label(one, rtl=is_arabic) for one in blocks], fontsize=9)
