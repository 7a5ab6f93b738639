"""A row of the tables of coverage, and what it is to cover."""

from typing import Any

import numpy as np

BAR = 0.93
SEED = 2016

Row = dict[str, Any]


def holds(ends: Any, truth: float) -> bool:
    """Whether an interval, or an estimate with one, covers the truth."""
    low, high = (ends.low, ends.high)
    return bool(low <= truth * (1 + 1e-12) and truth <= high * (1 + 1e-12))


def row(estimate: str, interval: str, case: str, covered: Any) -> Row:
    """Coverage with its error of simulation, zero where it was summed exactly."""
    value = float(np.mean(covered))
    n = 0 if isinstance(covered, float) else len(covered)
    error = (value * (1 - value) / n) ** 0.5 if n else 0.0
    return {
        **{"estimate": estimate, "interval": interval, "case": case},
        **{"coverage": value, "error": error, "repeats": n},
    }
