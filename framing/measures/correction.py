"""What was found, corrected for how often the finding is wrong.

A dictionary misses some and finds too many, and rarely as often in one outlet as in another.
What a random sample of hand-coded articles says of that, these functions take into the
estimate and into its interval.
"""

from collections.abc import Sequence
from math import nan

import numpy as np

from framing.base.errors import FramingError
from framing.measures.clustered import Estimate, clustered_share
from framing.measures.counts import Numbers, required_level


def back_calculated(observed: Sequence[float], confusion: Sequence[Sequence[int]]) -> Numbers:
    """What shares several classes have, given how often each is taken for which.

    `observed` are the shares (or counts) of the k classes as found; `confusion` counts, a row
    a class as coded, a column a class as found, from a random sample. Formula: the shares π
    for which Σᵢ πᵢ · P(found as j | coded as i) is what was observed, brought into 0 to 1 and
    to a sum of one. Unit: proportions. Raises `FramingError` unless there is a row and a
    column per class, each row has a case, and the classes can be told apart. Source: the
    matrix method as in Bachl & Scharkow 2017, Communication Methods and Measures, 87-104; of
    two classes the estimate of Rogan & Gladen 1978, American Journal of Epidemiology
    107(1):71-76.

    >>> back_calculated([0.3, 0.7], [[45, 5], [10, 40]]).round(3)
    array([0.143, 0.857])
    """
    seen, cells = np.asarray(observed, dtype=float), np.asarray(confusion, dtype=float)
    if cells.shape != (len(seen), len(seen)) or (cells.sum(axis=1) == 0).any():
        raise FramingError(
            "A confusion needs a row and a column for each class, and a coded case in each row. "
            "Code more articles, or merge the classes that none was coded as."
        )
    taken_as = cells / cells.sum(axis=1, keepdims=True)
    if np.linalg.matrix_rank(taken_as) < len(seen):
        raise FramingError(
            "Two classes are found alike whatever they are coded as, so they cannot be told "
            "apart. Merge them."
        )
    shares = np.clip(np.linalg.solve(taken_as.T, seen / seen.sum()), 0, None)
    return np.asarray(shares / shares.sum())


def corrected_count(
    found: int,
    sample_found: Sequence[float] | Numbers,
    sample_coded: Sequence[float] | Numbers,
    *,
    articles: int,
    right: Sequence[float] | Numbers | None = None,
    weights: Numbers | None = None,
    level: float = 0.95,
) -> Estimate:
    """How often something really occurs in all articles, from a coded random sample of them.

    `found` is what was found in all `articles`; `sample_found`, `sample_coded` and `right` what
    was found, what was coded and what was both in each article of the sample (by default as
    much as can be); `weights` how many articles each stands for, alike by default. Formula,
    with P and R the precision and recall of `framing.measures.clustered_share`::

        found · P / R

    with the interval of `multiplied`, and never below what was coded. The sample is taken
    together, not stratum by stratum, so that a stratum without positives costs nothing. Unit:
    occurrences. Where the sample has nothing found, the estimate is Σ weight · coded; where it
    has nothing found that is right, the interval is taken with half a right one added to
    either side; where nothing is found and nothing coded in it, all is nan. Where every
    article is coded nothing is unsure. Raises `FramingError` for fewer than two coded articles
    or a sample larger than the corpus. Source: the formula above; docs/coverage.md has its
    coverage. Limits: the sample must be random; few articles in which the thing occurs make
    for a wide interval.

    >>> known = corrected_count(60, [2, 0, 1, 3], [2, 1, 1, 4], articles=40)
    >>> round(known.value), round(known.low), round(known.high)
    (80, 34, 202)
    """
    n = len(sample_found)
    if not 2 <= n <= articles or n != len(sample_coded):
        raise FramingError(
            f"{n} coded articles of {articles} cannot correct a count. Give both counts of each "
            "article, for two articles or more, drawn from those that were counted."
        )
    required_level(level)
    ours, coded = (np.asarray(one, dtype=float) for one in (sample_found, sample_coded))
    both = np.minimum(ours, coded) if right is None else np.asarray(right, dtype=float)
    w = np.full(n, articles / n) if weights is None else weights
    total, total_found = float(w @ coded), float(w @ ours)
    if (w <= 1).all():
        return Estimate(total, total, total)
    if not total and not total_found:
        return Estimate(nan, nan, nan)
    value = found * total / total_found if total_found else total
    ends = _times_ratio(found, both, ours, coded, w, level)
    return Estimate(value, min(max(ends.low, float(coded.sum())), value), max(ends.high, value))


def _times_ratio(
    found: int, right: Numbers, ours: Numbers, coded: Numbers, w: Numbers, level: float
) -> Estimate:
    """What was found, times precision, divided by recall."""
    count = float(found)
    if not right.any():  # neither has a logarithm: half a right one more
        right, ours, coded = (np.append(one, 0.5) for one in (right, ours, coded))
        w = np.append(w, w.mean())
        count += float(w.mean()) / 2
    precision, recall = (clustered_share(right, base, w, level=level) for base in (ours, coded))
    return multiplied([Estimate(count, count, count), precision], [recall])


def multiplied(factors: Sequence[Estimate], divisors: Sequence[Estimate] = ()) -> Estimate:
    """Independent estimates, multiplied and divided by one another, with the interval of that.

    Formula: on the scale of logarithms the distance from the value to either end is the root of
    the squared distances of the estimates to theirs, of a divisor to its other end. Unit: that
    of the factors; 0 and ∞ are the ends where an estimate has one of them. Source: MOVER, the
    method of variance estimates recovery (Zou & Donner 2008). Limits: estimates that are
    positive.

    >>> known = multiplied([Estimate(12, 6, 24)], [Estimate(2, 2, 2)])
    >>> [round(one, 1) for one in known]
    [6.0, 3.0, 12.0]
    """
    with np.errstate(divide="ignore"):
        above, below = (np.log(np.array([*many]).reshape(-1, 3)) for many in (factors, divisors))
    value = above[:, 0].sum() - below[:, 0].sum()
    reaches = [
        np.hypot.reduce([*(above[:, end] - above[:, 0]), *(below[:, other] - below[:, 0])])
        for end, other in ((1, 2), (2, 1))
    ]
    ends = (value, value - reaches[0], value + reaches[1])
    return Estimate(*(float(np.exp(one)) for one in ends))
