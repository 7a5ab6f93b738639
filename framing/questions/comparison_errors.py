"""Differences between groups, corrected for how often the finding is wrong in each of them.

A finding that misses more in one outlet than in the other makes a difference where there is none.
An audit (`framing.score_audit`) says how precise and how complete it is in either, and how surely.
"""

from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from framing import measures
from framing.base.errors import FramingError
from framing.base.results import Result, number
from framing.measures import Estimate

_SIDES = ("target", "reference")
_ENDS = ("ci_low", "ci_high")
_CORRECTED = ("corrected_ratio", "corrected_low", "corrected_high")
_NOTHING = Estimate(np.nan, np.nan, np.nan)

_Row = dict[Any, Any]


class Quality(NamedTuple):
    """How good the finding is in one group."""

    precision: Estimate
    recall: Estimate

    @property
    def is_known(self) -> bool:
        """Whether anything that was found or coded was right."""
        return bool(self.precision.value > 0 and self.recall.value > 0)


def corrected_ratio(found: Estimate, target: Quality, reference: Quality) -> Estimate:
    """How many times as often something really occurs, from how many times it was found.

    Formula: ratio · (P/R of the target) / (P/R of the reference), with the interval of
    `framing.measures.multiplied`. nan where the audit is silent on a group, or nothing was found
    in one. Source: the formula above; docs/coverage.md has its coverage.

    >>> sure = Quality(Estimate(1, 1, 1), Estimate(0.5, 0.5, 0.5))
    >>> known = corrected_ratio(Estimate(3, 2, 4), sure, Quality(sure.precision, sure.precision))
    >>> [round(one, 2) for one in known]
    [6.0, 4.0, 8.0]
    """
    if not (target.is_known and reference.is_known and 0 < found.value < np.inf):
        return _NOTHING
    return measures.multiplied(
        [found, target.precision, reference.recall], [target.recall, reference.precision]
    )


def corrected_by(audit: Result | None, found: Result) -> Result:
    """What a comparison found, corrected where there is an audit."""
    if audit is None:
        return found
    table = corrected_for_errors(found.table, audit)
    note = f"{found.note} {correction_note(table, audit)}"
    return Result(table, found.text + correction_text(table), note)


def corrected_for_errors(table: pd.DataFrame, audit: Result) -> pd.DataFrame:
    """A table of comparisons with three columns more, of the rows that the audit has judged.

    An audit judges categories in all voices together, so that is what it corrects.
    Raises `FramingError` if that is no result of an audit.
    """
    if not {"feature", "group", "statistic", "ci_high"} <= set(audit.table):
        raise FramingError(
            "What is given as audit is no result of an audit. Give what score_audit returns."
        )
    qualities = _qualities(audit.table)
    unknown = Quality(_NOTHING, _NOTHING)
    known = [
        corrected_ratio(
            Estimate(row["rate_ratio"], row["ci_low"], row["ci_high"]),
            *(qualities.get((row["feature"], row[side]), unknown) for side in _SIDES),
        )
        if row["voice"] == "all"
        else _NOTHING
        for row in table.to_dict("records")
    ]
    return table.assign(**dict(zip(_CORRECTED, np.array(known).T, strict=True)))


def _qualities(audit: pd.DataFrame) -> dict[tuple[str, str], Quality]:
    known: dict[tuple[str, str], dict[str, Estimate]] = {}
    for row in audit.to_dict("records"):
        place = known.setdefault((row["feature"], row["group"]), {})
        place[row["statistic"]] = Estimate(row["value"], row["ci_low"], row["ci_high"])
    return {place: Quality(one["precision"], one["recall"]) for place, one in known.items()}


def correction_text(table: pd.DataFrame) -> str:
    """What the surest of the corrected comparisons is, corrected."""
    mine = table[table["corrected_ratio"].notna()]
    if mine.empty:
        return ""
    row = mine.sort_values(["p_adjusted", "p"], kind="stable").iloc[0]
    low, high = number(row["corrected_low"]), number(row["corrected_high"])
    return (
        f" Corrected for measured error {row['feature']} stands "
        f"{number(row['corrected_ratio'])} times as often in {row['target']} as in "
        f"{row['reference']} (95% interval {low} to {high})."
    )


def correction_note(table: pd.DataFrame, audit: Result) -> str:
    """How many comparisons were corrected, from what, and how much that widened them."""
    mine = table[table["corrected_ratio"].notna()]
    coded = audit.table.drop_duplicates("group").query("group != 'all'")["articles_coded"].sum()
    before = (
        f"Corrected for measured error, by {coded:,} coded articles: {len(mine):,} of "
        f"{len(table):,} comparisons, each by precision and recall in either group"
    )
    if mine.empty:
        return (
            f"{before}. A category is corrected in all voices together (voice='all'), where the "
            "coded articles of both groups have it."
        )
    ends = [mine[[*names]].to_numpy(float) for names in (_CORRECTED[1:], _ENDS)]
    with np.errstate(invalid="ignore", divide="ignore"):
        corrected, found = (np.diff(np.log(one)).ravel() for one in ends)
        wider = float(np.nanmedian(corrected / found))
    return (
        f"{before}; on the scale of logarithms that made the intervals {number(wider)} times as "
        "wide, taken at the median. p is of what was found."
    )
