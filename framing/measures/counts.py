"""What an interval is, and which counts and levels there can be."""

from functools import lru_cache
from math import nan
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.stats import norm

from framing.base.errors import FramingError

Numbers = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]


class Interval(NamedTuple):
    """The two ends of an interval, in the unit of the number it belongs to."""

    low: float
    high: float


UNDEFINED = Interval(nan, nan)


@lru_cache(maxsize=64)
def z_of(level: float) -> float:
    """The normal quantile that leaves half of 1 - level on either side.

    >>> round(z_of(0.95), 2)
    1.96
    """
    return float(norm.ppf((1 + required_level(level)) / 2))


def require_counts(count: int, base: int) -> None:
    """Raise `FramingError` for a count that cannot have been taken from the base."""
    if count < 0 or base < 0 or (count and not base):
        raise FramingError(
            f"There is no rate of count {count} on base {base}. Give a count and a base of "
            "zero or more, the base being what the count was taken from."
        )


def require_part(count: int, base: int) -> None:
    """Raise `FramingError` unless the count is a part of the base."""
    if not 0 <= count <= base:
        raise FramingError(
            f"Count {count} is no part of base {base}. A share needs 0 ≤ count ≤ base; for "
            "occurrences per words use rate_per_1000 and garwood."
        )


def required_level(level: float) -> float:
    """Give the level back, or raise `FramingError` if no interval can have it."""
    if not 0 < level < 1:
        raise FramingError(
            f"An interval cannot have level {level}. Give a number between 0 and 1: 0.95."
        )
    return level
