"""Half a character (a lone surrogate), which some JSON holds and no file can: U+FFFD for each."""

import re
import warnings
from typing import Any

import pandas as pd

from framing.base.errors import CorpusWarning, cut

_SURROGATES = re.compile("[\ud800-\udfff]")
_TEXTS = (pd.StringDtype, pd.CategoricalDtype)


def of_whole_characters(frame: pd.DataFrame) -> pd.DataFrame:
    """The table with U+FFFD for every half of a character; itself, if it has none.

    One code point stands for one, so no offset moves. A `CorpusWarning` says where it was done.
    """
    names = list(frame.columns)
    columns = [in_whole_characters(name) for name in names]
    cells: dict[int, list[Any]] = {}
    places = []
    texts = [
        place
        for place, dtype in enumerate(frame.dtypes)
        if pd.api.types.is_object_dtype(dtype) or isinstance(dtype, _TEXTS)
    ]
    table = frame.iloc[:, texts].to_numpy(dtype=object).T.tolist()  # a column at a time is slow
    for place, column in zip(texts, table, strict=True):
        whole = [in_whole_characters(cell) for cell in column]
        changed = [row for row, cell in enumerate(whole) if cell is not column[row]]
        if changed:
            cells[place] = whole
            places += [f"{cut(str(columns[place]))} of article {row + 1}" for row in changed]
    renamed = [name for name, old in zip(columns, names, strict=True) if name is not old]
    places += [f"the name of column '{cut(str(name))}'" for name in renamed]
    if not places:
        return frame
    warnings.warn(
        f"Half a character (a lone surrogate) was replaced by U+FFFD in {len(places)} places, the "
        f"first in {places[0]}. Export the articles anew if it matters; no offset moved.",
        CorpusWarning,
        stacklevel=3,
    )
    series = [
        pd.Series(cells[place], frame.index, dtype=object)
        if place in cells
        else frame.iloc[:, place]
        for place in range(len(columns))
    ]
    return pd.concat(series, axis="columns", ignore_index=True).set_axis(columns, axis="columns")


def in_whole_characters(cell: Any) -> Any:
    """A cell, and the texts in a list of texts, with U+FFFD for halves; itself, if it has none."""
    if not _is_broken(cell):
        return cell
    if isinstance(cell, dict):
        return {in_whole_characters(key): in_whole_characters(one) for key, one in cell.items()}
    if isinstance(cell, str):
        return _SURROGATES.sub("\ufffd", cell)
    return [in_whole_characters(one) for one in cell]


def _is_broken(cell: Any) -> bool:
    if not isinstance(cell, str):
        inner = (*cell, *cell.values()) if isinstance(cell, dict) else cell
        return isinstance(inner, list | tuple) and any(map(_is_broken, inner))
    try:
        cell.encode("utf-16-le")  # the quickest look at every character
    except UnicodeEncodeError:
        return True
    return False
