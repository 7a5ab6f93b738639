"""Statistics as pure functions of counts.

A count says little without its base, and a rate says little without its interval. The
functions here take whole counts and give back plain numbers; which words were counted,
and in whose voice, is decided on the floors above.

An empty base (an article without words, a class nobody coded) is no error: the rate or
share does not exist, so it is nan, and so is its interval. A count that cannot be is an
error.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from functools import lru_cache
from math import nan
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.stats import binomtest, chi2

from framing.errors import FramingError

Numbers = npt.NDArray[np.float64]


class Interval(NamedTuple):
    """The two ends of an interval, in the unit of the number it belongs to."""

    low: float
    high: float


_UNDEFINED = Interval(nan, nan)


def rate_per_1000(count: int, base: int) -> float:
    """How often something occurs per 1,000 words (or whatever the base counts).

    Formula: 1000 · count / base. Unit: occurrences per 1,000 units of the base. nan for an
    empty base. Raises `FramingError` for a negative count or base, and for a count above
    zero on an empty base. Limits: compare rates only if their bases count the same thing.

    >>> round(rate_per_1000(7, 363), 1)
    19.3
    """
    _require_counts(count, base)
    return 1000 * count / base if base else nan


def garwood(count: int, base: int, *, level: float = 0.95, per: int = 1000) -> Interval:
    """How far a rate could lie from the one observed, if occurrences were independent.

    The exact central interval of a Poisson rate, known by Garwood's name. Formula, with χ²
    the quantile function and α = 1 - level::

        low  = χ²(α/2; 2·count) / 2 · per / base          (0 for a count of zero)
        high = χ²(1 - α/2; 2·count + 2) / 2 · per / base

    Unit: occurrences per `per` units of the base. nan, nan for an empty base. Raises
    `FramingError` for counts that cannot be and for a level outside 0 to 1. Source: the
    formula above; the tests hold it against statsmodels' `confint_poisson`, method
    "exact-c". Limits: words of one text are not independent, so the interval describes
    that text and says nothing of the outlet.

    >>> [round(end, 2) for end in garwood(7, 363)]
    [7.75, 39.73]
    >>> [round(end, 2) for end in garwood(0, 445)]
    [0.0, 8.29]
    """
    _require_counts(count, base)
    if not base:
        return _UNDEFINED
    low, high = _poisson_limits(int(count), _required_level(level))
    return Interval(low * per / base, high * per / base)


def rate_row(count: int, base: int) -> dict[str, float]:
    """A rate with its exact interval, as the columns of a table of features.

    >>> {name: round(value, 1) for name, value in rate_row(7, 363).items()}
    {'rate_per_1000': 19.3, 'ci_low': 7.8, 'ci_high': 39.7}
    """
    low, high = garwood(count, base)
    return {"rate_per_1000": rate_per_1000(count, base), "ci_low": low, "ci_high": high}


def share_row(count: int, base: int) -> dict[str, float]:
    """A share with its Wilson interval, as the columns of a table of shares.

    >>> {name: round(value, 2) for name, value in share_row(5, 20).items()}
    {'share_of': 0.25, 'ci_low': 0.11, 'ci_high': 0.47}
    """
    low, high = wilson(count, base)
    return {"share_of": share(count, base), "ci_low": low, "ci_high": high}


def upper_limit(base: int, *, level: float = 0.95, per: int = 1000) -> float:
    """How frequent something may still be that was never seen: zero is not "never".

    The upper end of `garwood(0, base)`, so that the limit named beside a zero is the end of
    the interval drawn at it. Formula: -ln((1 - level) / 2) · per / base, which is 3.69 · per
    / base at 95%. Unit: occurrences per `per` units of the base; nan for an empty base.
    Limits: this is the end of a two-sided interval; a one-sided limit would be lower
    (3.00 at 95%, the "rule of three").

    >>> round(upper_limit(445), 2)
    8.29
    """
    return garwood(0, base, level=level, per=per).high


def share(count: int, base: int) -> float:
    """What part of a whole something is.

    Formula: count / base. Unit: a proportion, 0 to 1. nan for an empty base. Raises
    `FramingError` unless 0 ≤ count ≤ base.

    >>> share(5, 20)
    0.25
    """
    _require_part(count, base)
    return count / base if base else nan


def wilson(count: int, base: int, *, level: float = 0.95) -> Interval:
    """How far a share could lie from the one observed, if its cases were independent.

    The score interval of a proportion, known by Wilson's name; it stays within 0 and 1 and
    is usable for small bases. Formula, with p = count / base, n = base and z the normal
    quantile of 1 - (1 - level) / 2::

        (p + z²/2n ± z · √(p(1-p)/n + z²/4n²)) / (1 + z²/n)

    Unit: a proportion, 0 to 1. nan, nan for an empty base. Raises `FramingError` unless
    0 ≤ count ≤ base, and for a level outside 0 to 1. Source: the formula above, as in
    scipy; the tests hold it against statsmodels' `proportion_confint`. Limits: cases of
    one text are not independent; under a base of 10 show the counts, not the share.

    >>> [round(end, 4) for end in wilson(5, 20)]
    [0.1119, 0.4687]
    """
    _require_part(count, base)
    if not base:
        return _UNDEFINED
    return _wilson_limits(int(count), int(base), _required_level(level))


def f1_score(matched: int, predicted: int, coded: int) -> float:
    """How well two sets of findings cover each other: F1, precision and recall in one.

    Precision is `share(matched, predicted)`, recall `share(matched, coded)`, F1 their
    harmonic mean. Formula: 2 · matched / (predicted + coded). Unit: 0 to 1; nan where
    nothing was predicted and nothing coded. Raises `FramingError` if more was matched than
    predicted or coded.

    >>> round(f1_score(matched=6, predicted=8, coded=7), 2)
    0.8
    """
    _require_part(matched, predicted)
    _require_part(matched, coded)
    return 2 * matched / (predicted + coded) if predicted + coded else nan


def krippendorff_alpha(units: Iterable[Sequence[Hashable | None]]) -> float:
    """How far coders agree beyond chance, on values without an order.

    `units` holds what was coded: of each unit the values that the coders gave it, in any
    order, None where one gave none. A unit with fewer than two values says nothing of
    agreement and is left out. With m values in a unit, n in all units that are kept, and
    n_c of these being c::

        alpha = 1 - (n - 1) · Σ_units [pairs of unlike values / (m - 1)] / Σ n_c · (n - n_c)

    where a pair counts in both directions. Unit: 1 is full agreement, 0 what chance would
    give, below 0 less than that; nan where all values are alike, so that nothing could have
    been confused. Source: Krippendorff's alpha for nominal data (Hayes & Krippendorff 2007,
    Communication Methods and Measures 1(1):77-89). Limits: with rare values alpha is
    unstable; print the number of units beside it.

    >>> round(krippendorff_alpha([("a", "a"), ("a", "b"), ("b", "b"), ("b", None)]), 3)
    0.444
    """
    coded = [Counter(value for value in unit if value is not None) for unit in units]
    kept = [values for values in coded if values.total() > 1]
    totals: Counter[Hashable] = sum(kept, Counter())
    unlike = sum(_unlike_pairs(values) / (values.total() - 1) for values in kept)
    return float(alpha_of_sums(unlike, np.array([*totals.values()], dtype=float)))


def alpha_of_sums(unlike: Numbers | float, totals: Numbers) -> Numbers:
    """Krippendorff's alpha of many samples at once, from sums over their units.

    `unlike` is the sum over units in the formula of `krippendorff_alpha`, one number a
    sample; the last axis of `totals` has n_c, how often each value was given. Such sums
    add up, so that articles can be resampled without counting their units anew.
    """
    n = totals.sum(axis=-1)
    by_chance = n**2 - (totals**2).sum(axis=-1)
    with np.errstate(divide="ignore", invalid="ignore"):  # no units, or all alike
        return np.asarray(np.where(by_chance > 0, 1 - (n - 1) * unlike / by_chance, nan))


def _unlike_pairs(values: Counter[Hashable]) -> int:
    """Pairs of values that differ, each in both directions."""
    return values.total() ** 2 - sum(count**2 for count in values.values())


@lru_cache(maxsize=4096)
def _wilson_limits(count: int, base: int, level: float) -> Interval:
    ends = binomtest(count, base).proportion_ci(level, "wilson")
    return Interval(float(ends.low), float(ends.high))


@lru_cache(maxsize=4096)
def _poisson_limits(count: int, level: float) -> Interval:
    """Limits of the expected count; articles share few counts, so each is worked out once."""
    tail = (1 - level) / 2
    low = float(chi2.ppf(tail, 2 * count)) / 2 if count else 0.0
    return Interval(low, float(chi2.ppf(1 - tail, 2 * count + 2)) / 2)


def _require_counts(count: int, base: int) -> None:
    if count < 0 or base < 0 or (count and not base):
        raise FramingError(
            f"There is no rate of count {count} on base {base}. Give a count and a base of "
            "zero or more, the base being what the count was taken from."
        )


def _require_part(count: int, base: int) -> None:
    if not 0 <= count <= base:
        raise FramingError(
            f"Count {count} is no part of base {base}. A share needs 0 ≤ count ≤ base; for "
            "occurrences per words use rate_per_1000 and garwood."
        )


def _required_level(level: float) -> float:
    if not 0 < level < 1:
        raise FramingError(
            f"An interval cannot have level {level}. Give a number between 0 and 1: 0.95."
        )
    return level
