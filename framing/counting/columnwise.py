"""Whole columns of counts at once: their estimates, their spans, the numbers of their names."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from framing import measures
from framing.measures import Mask, Numbers

Counts = npt.NDArray[np.integer[Any]]
Objects = npt.NDArray[np.object_]
Values = Sequence[Any] | Objects | pd.Series
Row = Callable[[int, int], dict[str, float]]


def estimates(row: Row, count: Counts, base: Counts, without: Mask | None = None) -> dict[str, Any]:
    """The columns that `row` (of `framing.measures`) makes; each count and base is asked once.

    What is `without` an interval (counted whole, no sample) gets none.
    """
    radix = int(base.max(initial=0)) + 1
    pairs, places = np.unique(count * radix + base, return_inverse=True)
    rows = [row(*divmod(pair, radix)) for pair in pairs.tolist()]
    names = list(row(0, 0))
    values: Numbers = np.array([[one[name] for name in names] for one in rows], dtype=float)
    columns = dict(zip(names, values.reshape(-1, len(names))[places].T, strict=True))
    if without is not None:
        for name in ("ci_low", "ci_high"):
            columns[name] = np.where(without, np.nan, columns[name])
    return columns


def rate_columns(count: Counts, base: Counts, is_base: Mask) -> dict[str, Any]:
    """Rates per 1,000 with their exact intervals; a base is no estimate and has none.

    Where a mark stands for a cue among no word of its voice, there is no rate.
    """
    known = np.where(is_base | (base == 0), 0, count)
    columns = estimates(measures.rate_row, known, base, is_base)
    whole = 1000 * count / np.maximum(base, 1)
    rate = np.where(is_base & (base > 0), whole, columns["rate_per_1000"])
    return columns | {"rate_per_1000": rate}


def share_columns(count: Counts, base: Counts, without: Mask | None = None) -> dict[str, Any]:
    """Shares with their Wilson intervals."""
    return estimates(measures.share_row, count, base, without)


def places_of(values: Values, known: Sequence[Any] | pd.Index) -> Counts:
    """The place of each value among the known ones; -1 for one that is not known.

    >>> places_of(["direct", "all"], ["narrator", "indirect", "direct"]).tolist()
    [2, -1]
    """
    return np.asarray(pd.Index(known).get_indexer(pd.Index(values)))


def gathered(cells: Counts, values: Values, n_cells: int) -> Objects:
    """A list of values for each cell, in the order of the values; empty where there is none."""
    order = np.argsort(cells, kind="stable")
    ends = np.cumsum(np.bincount(cells, minlength=n_cells)).tolist()
    found = np.asarray(values, dtype=object)[order].tolist()
    lists = np.empty(n_cells, dtype=object)
    for place, (start, end) in enumerate(zip([0, *ends], ends, strict=False)):
        lists[place] = found[start:end]
    return lists
