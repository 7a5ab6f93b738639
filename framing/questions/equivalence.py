"""Whether groups are alike: differences held against the smallest that would matter.

That no difference was found says nothing where articles are few. Two groups are called equivalent
where the ratios that the articles do not rule out are all too small to matter.
"""

from typing import Any

import numpy as np
import pandas as pd

from framing.base.errors import FramingError
from framing.base.results import Result, number
from framing.questions.findings import SURE

NARROW = 1 - 2 * SURE  # the level at which an interval is two one-sided tests
_TOGETHER = ("low_together", "high_together")

_Row = dict[Any, Any]


def require_smallest(smallest: float | None) -> None:
    """Raise `FramingError` for a smallest ratio that is none."""
    if smallest is not None and not 1 < smallest < np.inf:
        raise FramingError(
            f"The smallest ratio that matters is {smallest:g}. Give one above 1: 1.25 takes ratios "
            "of 0.8 to 1.25 for too small."
        )


def held_against(smallest: float | None, found: Result, narrow: np.ndarray[Any, Any]) -> Result:
    """What a comparison found, held against the smallest ratio that would matter.

    `narrow` are the 90% intervals of the ratios, a row a row of the table. Formula: two one-sided
    tests at 5% each, that the ratio is below 1/r and that it is above r, both refused: the 90%
    interval lies inside [1/r, r]. For all rows at once: the 95% interval that holds for all does.
    Source: the formula above; the tests hold it against either test by itself. Limits: of ratios as
    they were found, not corrected by an audit; null where texts are only described.
    """
    if smallest is None:
        return found
    ends = found.table[[*_TOGETHER]].to_numpy(float)
    tested = (found.table["method"] == "permutation").to_numpy() & ~np.isnan(narrow[:, 0])
    inside = (
        pd.Series((one[:, 0] >= 1 / smallest) & (one[:, 1] <= smallest), dtype="boolean")
        .where(tested)
        .to_numpy()
        for one in (narrow, ends)
    )
    low, high = np.where(tested[:, None], narrow, np.nan).T
    table = found.table.assign(
        low_90=low,
        high_90=high,
        equivalent=pd.array(next(inside), "boolean"),
        equivalent_together=pd.array(next(inside), "boolean"),
    )
    note = (
        f"{found.note} Equivalent: two one-sided tests, at {SURE} each, refuse every ratio outside "
        f"{number(1 / smallest)} to {number(smallest)}; for all rows at once, their 95% interval "
        "does."
    )
    return Result(table, found.text + _text(table, smallest), note)


def _text(table: pd.DataFrame, smallest: float) -> str:
    known = table[table["equivalent"].notna()]
    span = f"{number(1 / smallest)} to {number(smallest)}"
    if known.empty:
        return f" Whether ratios are too small to matter ({span}) cannot be said."
    if len(known) == 1:
        row: _Row = dict(known.iloc[0])
        state = "are shown to be equivalent" if row["equivalent"] else "are not shown equivalent"
        return (
            f" Where ratios of {span} are too small to matter, {row['target']} and "
            f"{row['reference']} {state} (90% interval {number(row['low_90'])} to "
            f"{number(row['high_90'])})."
        )
    alone, together = (int(known[one].sum()) for one in ("equivalent", "equivalent_together"))
    return (
        f" Where ratios of {span} are too small to matter, {alone} of {len(known)} comparisons are "
        f"shown to be equivalent each by itself, {together} all at once."
    )
