"""Shares: what part of a whole something is."""

from collections.abc import Sequence
from functools import lru_cache
from math import nan, sqrt

from scipy.stats import binomtest, chi2

from framing.measures.counts import UNDEFINED, Interval, require_part, required_level, z_of


def share(count: int, base: int) -> float:
    """What part of a whole something is.

    Formula: count / base. Unit: a proportion, 0 to 1. nan for an empty base. Raises
    `FramingError` unless 0 ≤ count ≤ base.

    >>> share(5, 20)
    0.25
    """
    require_part(count, base)
    return count / base if base else nan


def wilson(count: int, base: int, *, level: float = 0.95) -> Interval:
    """How far a share could lie from the one observed, if its cases were independent.

    The score interval of a proportion, known by Wilson's name; it stays within 0 and 1 and
    is usable for small bases. Formula, with p = count / base, n = base and z the normal
    quantile of 1 - (1 - level) / 2::

        (p + z²/2n ± z · √(p(1-p)/n + z²/4n²)) / (1 + z²/n)

    Unit: a proportion, 0 to 1. nan, nan for an empty base. Raises `FramingError` unless
    0 ≤ count ≤ base, and for a level outside 0 to 1. Source: the formula above; the tests
    hold it against statsmodels' `proportion_confint`. Limits: cases of
    one text are not independent; under a base of 10 show the counts, not the share. It
    covers what it says on average over shares, not for each (docs/coverage.md).

    >>> [round(end, 4) for end in wilson(5, 20)]
    [0.1119, 0.4687]
    """
    require_part(count, base)
    z = z_of(level)
    return _score_ends(count, base, z * z) if base else UNDEFINED


def clopper_pearson(count: int, base: int, *, level: float = 0.95) -> Interval:
    """The same as `wilson`, by inverting the exact test: wider, and never covering less.

    Known by the names of Clopper and Pearson. Formula, with B the quantile function of the
    beta distribution and α = 1 - level::

        low  = B(α/2; count, base - count + 1)            (0 for a count of zero)
        high = B(1 - α/2; count + 1, base - count)        (1 for a count of all)

    Unit, nan and errors as in `wilson`. Source: the formula above, as in scipy; the tests
    hold it against statsmodels' `proportion_confint`, method "beta".

    >>> [round(end, 4) for end in clopper_pearson(5, 20)]
    [0.0866, 0.491]
    """
    require_part(count, base)
    required_level(level)
    return _exact_ends(int(count), int(base), level) if base else UNDEFINED


def goodman(counts: Sequence[int], *, level: float = 0.95) -> list[Interval]:
    """How far the shares of several classes could lie from those observed, all at once.

    Simultaneous intervals: the level holds for all classes together, so that any of them may
    be looked at. Formula: that of `wilson` for each class of the k, with z² the quantile of χ²
    with one degree of freedom at 1 - (1 - level) / k. Unit: proportions; nan where nothing
    was counted. Raises `FramingError` for a negative count and for a level outside 0 to 1.
    Source: Goodman's intervals; the tests hold them against statsmodels'
    `multinomial_proportions_confint`. Limits: right for large counts only.

    >>> [[round(end, 3) for end in interval] for interval in goodman([5, 15])]
    [[0.1, 0.501], [0.499, 0.9]]
    """
    n = sum(counts)
    square = float(chi2.ppf(1 - (1 - required_level(level)) / max(len(counts), 1), 1))
    for count in counts:
        require_part(count, n)
    if not n:
        return [UNDEFINED for _ in counts]
    return [_score_ends(count, n, square) for count in counts]


def share_row(count: int, base: int) -> dict[str, float]:
    """A share with its Wilson interval, as the columns of a table of shares.

    >>> {name: round(value, 2) for name, value in share_row(5, 20).items()}
    {'share_of': 0.25, 'ci_low': 0.11, 'ci_high': 0.47}
    """
    low, high = wilson(count, base)
    return {"share_of": share(count, base), "ci_low": low, "ci_high": high}


def f1_score(matched: int, predicted: int, coded: int) -> float:
    """How well two sets of findings cover each other: F1, precision and recall in one.

    Precision is `share(matched, predicted)`, recall `share(matched, coded)`, F1 their
    harmonic mean. Formula: 2 · matched / (predicted + coded). Unit: 0 to 1; nan where
    nothing was predicted and nothing coded. Raises `FramingError` if more was matched than
    predicted or coded.

    >>> round(f1_score(matched=6, predicted=8, coded=7), 2)
    0.8
    """
    require_part(matched, predicted)
    require_part(matched, coded)
    return 2 * matched / (predicted + coded) if predicted + coded else nan


def _score_ends(count: int, n: int, square: float) -> Interval:
    """The score interval of a share, by the square of the quantile; none or all is an end."""
    reach = sqrt(square * (square + 4 * count * (n - count) / n))
    low = (square + 2 * count - reach) / (2 * (n + square)) if count else 0.0
    high = (square + 2 * count + reach) / (2 * (n + square)) if count < n else 1.0
    return Interval(low, high)


@lru_cache(maxsize=4096)
def _exact_ends(count: int, base: int, level: float) -> Interval:
    ends = binomtest(count, base).proportion_ci(level, "exact")
    return Interval(float(ends.low), float(ends.high))
