"""Rates: how often something occurs, and how many times as often here as there."""

from functools import lru_cache
from math import inf, nan, sqrt

from scipy.stats import binomtest, chi2

from framing.measures.counts import UNDEFINED, Interval, require_counts, required_level, z_of
from framing.measures.shares import clopper_pearson


def rate_per_1000(count: int, base: int) -> float:
    """How often something occurs per 1,000 words (or whatever the base counts).

    Formula: 1000 · count / base. Unit: occurrences per 1,000 units of the base. nan for an
    empty base. Raises `FramingError` for a negative count or base, and for a count above
    zero on an empty base. Limits: compare rates only if their bases count the same thing.

    >>> round(rate_per_1000(7, 363), 1)
    19.3
    """
    require_counts(count, base)
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
    require_counts(count, base)
    if not base:
        return UNDEFINED
    low, high = _poisson_limits(int(count), required_level(level))
    return Interval(low * per / base, high * per / base)


def rate_score(count: int, base: int, *, level: float = 0.95, per: int = 1000) -> Interval:
    """The same as `garwood`, by the score method: narrower, and right on average only.

    Formula, with z the normal quantile of (1 + level) / 2::

        (count + z²/2 ± z · √(count + z²/4)) · per / base

    Unit, nan and errors as in `garwood`. Source: the formula above; the tests hold it
    against statsmodels' `confint_poisson`, method "score". Limits: where less than about
    five occurrences are expected it covers less than it says; `garwood` never does.

    >>> [round(end, 2) for end in rate_score(17, 363)]
    [29.24, 75.01]
    """
    require_counts(count, base)
    z = z_of(level)
    if not base:
        return UNDEFINED
    middle, reach = count + z**2 / 2, z * sqrt(count + z**2 / 4)
    low = middle - reach if count else 0.0  # a zero's low end, without the noise of last bits
    return Interval(low * per / base, (middle + reach) * per / base)


def rate_row(count: int, base: int) -> dict[str, float]:
    """A rate with its exact interval, as the columns of a table of features.

    >>> {name: round(value, 1) for name, value in rate_row(7, 363).items()}
    {'rate_per_1000': 19.3, 'ci_low': 7.8, 'ci_high': 39.7}
    """
    low, high = garwood(count, base)
    return {"rate_per_1000": rate_per_1000(count, base), "ci_low": low, "ci_high": high}


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


def rate_ratio(count: int, base: int, other_count: int, other_base: int) -> float:
    """How many times as often something occurs in the target as in the reference.

    Formula: (count / base) / (other_count / other_base). Unit: a ratio, 1 for no
    difference; inf where only the reference has none, nan where neither has any or a base is
    empty. Raises `FramingError` for counts that cannot be.

    >>> round(rate_ratio(9, 543, 1, 445), 1)
    7.4
    """
    require_counts(count, base)
    require_counts(other_count, other_base)
    if not base or not other_base or not (count or other_count):
        return nan
    return count * other_base / (base * other_count) if other_count else inf


def rate_ratio_interval(
    count: int, base: int, other_count: int, other_base: int, *, level: float = 0.95
) -> Interval:
    """How far a ratio of rates could lie from the one observed, if occurrences were independent.

    The exact interval, given how many occurrences there are in all. Formula: with low and
    high the ends of `framing.measures.clopper_pearson(count, count + other_count)`, each end
    p becomes p / (1 - p) · other_base / base. Unit: a ratio; 0 to inf where neither has any
    occurrence, nan where a base is empty. Raises `FramingError` for counts that cannot be.
    Source: the formula above; the tests hold it against R's `poisson.test` and, by its
    meaning, against the tests that it inverts. Limits: as for `garwood`, these texts only.

    >>> [round(end, 3) for end in rate_ratio_interval(9, 543, 1, 445)]
    [1.022, 323.284]
    """
    require_counts(count, base)
    require_counts(other_count, other_base)
    required_level(level)
    if not base or not other_base:
        return UNDEFINED
    if not (count or other_count):
        return Interval(0.0, inf)
    ends = clopper_pearson(int(count), int(count + other_count), level=level)
    low, high = (p / (1 - p) if p < 1 else inf for p in ends)
    return Interval(low * other_base / base, high * other_base / base)


def rate_ratio_test(count: int, base: int, other_count: int, other_base: int) -> float:
    """How surprising so unlike counts are if the rates were alike: the exact conditional test.

    Given how many occurrences there are in all, those of the target are binomial with
    probability base / (base + other_base); the p-value adds up all outcomes that are at most
    as probable as the one observed. Unit: a probability; nan where a base is empty. Source:
    this definition, as scipy's `binomtest`; the tests hold it against statsmodels'
    `test_poisson_2indep`, method "exact-cond". Limits: it takes occurrences as independent,
    which words of a text are not: a guard against reading much into small counts, and never
    evidence about an outlet.

    >>> round(rate_ratio_test(9, 543, 1, 445), 5)
    0.02766
    """
    require_counts(count, base)
    require_counts(other_count, other_base)
    if not base or not other_base:
        return nan
    if not (count or other_count):
        return 1.0
    total = int(count + other_count)
    return float(binomtest(int(count), total, base / (base + other_base)).pvalue)


@lru_cache(maxsize=4096)
def _poisson_limits(count: int, level: float) -> Interval:
    """Limits of the expected count; articles share few counts, so each is worked out once."""
    tail = (1 - level) / 2
    low = float(chi2.ppf(tail, 2 * count)) / 2 if count else 0.0
    return Interval(low, float(chi2.ppf(1 - tail, 2 * count + 2)) / 2)
