"""Estimates as a reader reads them: a count with its rate or its base, and its interval."""

from typing import Any

import pandas as pd

FEWEST_FOR_A_SHARE = 10  # under this base k and n say more than their quotient


def rate_text(row: dict[Any, Any], words: dict[str, dict[str, Any]]) -> str:
    """A rate as a reader reads it: `5: 13.7 [4.4–31.9]`, `0 (at most 10.1)`."""
    if not row["base"]:
        return "–"
    if not row["count"]:
        return f"0 {words['cells']['at_most'].format(limit=_number(row['ci_high']))}"
    low, high = _number(row["ci_low"]), _number(row["ci_high"])
    return f"{row['count']:,}: {_number(row['rate_per_1000'])} [{low}–{high}]"


def share_text(row: dict[Any, Any], words: dict[str, dict[str, Any]]) -> str:
    """A share as a reader reads it: `5/20: 25% [11–47%]`, `3/7`, `0/20 (at most 16%)`."""
    count, base = row["count"], row["base"]
    counts = f"{count:,}/{base:,}"
    if not base:
        return counts if count else "–"
    if base and pd.isna(row["ci_low"]):  # counted whole, not sampled: no interval
        return f"{counts}: {row['share_of']:.0%}"
    if not count:
        return f"{counts} {words['cells']['at_most'].format(limit=format(row['ci_high'], '.0%'))}"
    if base < FEWEST_FOR_A_SHARE:
        return counts
    return f"{counts}: {row['share_of']:.0%} [{100 * row['ci_low']:.0f}–{row['ci_high']:.0%}]"


def _number(value: float) -> str:
    """One digit after the point; below one, one digit that is not zero."""
    return f"{value:,.1f}" if value >= 1 or not value else f"{value:.1g}"
