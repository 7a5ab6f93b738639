"""Resampled articles: how an estimate moves when other articles might have been printed.

Words of an article are not independent, articles are: so whole articles are drawn anew,
or whole clusters of articles that carry the same wire copy.
"""

from collections.abc import Iterator
from math import sqrt

import numpy as np
from scipy.stats import norm, t

from framing.base.errors import FramingError
from framing.measures.counts import UNDEFINED, Interval, Numbers, required_level

# Fewer articles than this are too few to resample: the interval would mean nothing.
MIN_DOCUMENTS = 20
RESAMPLES = 2000
_CELLS = 1 << 24  # numbers drawn at a time, so that memory is bounded


def require_documents(n: int, what: str, least: int = MIN_DOCUMENTS) -> None:
    """Raise `FramingError` for fewer independent articles than inference needs."""
    if n < least:
        raise FramingError(
            f"{what} needs {least} independent articles, and there are {n}. Add articles, "
            "or describe these texts with exact intervals."
        )


def resampled_sums(sums: Numbers, *, seed: int = 2016) -> Numbers:
    """Draw as many articles as there are, with replacement, and add up; `RESAMPLES` times.

    `sums` has a row per article (or cluster) and a column per thing counted; the result has a
    row per resample.

    >>> resampled_sums(np.ones((30, 1))).min()
    np.float64(30.0)
    """
    return np.concatenate([draws @ sums for draws in _draws(len(sums), seed)])


def _draws(n: int, seed: int) -> Iterator[Numbers]:
    chance = np.random.default_rng(seed)
    at_once = max(1, _CELLS // max(n, 1))
    for begin in range(0, RESAMPLES, at_once):
        size = min(at_once, RESAMPLES - begin)
        yield chance.multinomial(n, np.full(n, 1 / n), size=size).astype(float)


def percentiles(values: Numbers, n: int, *, level: float = 0.95) -> Interval:
    """The percentile interval of resampled estimates, widened for few articles.

    `n` is the number of articles resampled. Formula: the quantiles at Φ(∓√(n / (n - 1)) ·
    t(n - 1)), with t the quantile of Student's distribution at (1 + level) / 2, in place of
    those at (1 ∓ level) / 2, which are too narrow for few articles. nan where no resample has
    an estimate.
    """
    required_level(level)
    known = values[~np.isnan(values)]
    if not len(known) or n < 2:
        return UNDEFINED
    reach = sqrt(n / (n - 1)) * float(t.ppf((1 + level) / 2, n - 1))
    ends = np.quantile(known, [norm.cdf(-reach), norm.cdf(reach)], method="closest_observation")
    return Interval(float(ends[0]), float(ends[1]))
