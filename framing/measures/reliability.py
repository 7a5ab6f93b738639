"""How far coders agree beyond chance."""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from math import nan

import numpy as np

from framing.measures.counts import UNDEFINED, Interval, Numbers
from framing.measures.resampling import MIN_DOCUMENTS, resampled_sums

# An article, and what either coder says of one thing in it.
Unit = tuple[str, Hashable, Hashable]


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


def alpha_interval(units: Sequence[Unit], *, seed: int = 2016) -> Interval:
    """How far the alpha of two coders could lie from the one observed, by their articles.

    Whole articles are resampled, since what is said within one is not independent: the 95%
    percentiles of `framing.measures.RESAMPLES`. nan for fewer than `MIN_DOCUMENTS` articles,
    which have too few distinct resamples to mean anything.
    """
    docs = list(dict.fromkeys(unit[0] for unit in units))
    if len(docs) < MIN_DOCUMENTS:
        return UNDEFINED
    values = list(dict.fromkeys(value for unit in units for value in unit[1:]))
    sums = np.zeros((len(docs), 1 + len(values)))
    article = {one: i for i, one in enumerate(docs)}
    column = {one: i for i, one in enumerate(values)}
    for doc, one, other in units:
        sums[article[doc], 0] += 2 * (one != other)
        for value in (one, other):
            sums[article[doc], 1 + column[value]] += 1
    drawn = resampled_sums(sums, seed=seed)
    alphas = alpha_of_sums(drawn[:, 0], drawn[:, 1:])
    if np.isnan(alphas).all():
        return UNDEFINED
    low, high = np.nanquantile(alphas, [0.025, 0.975])
    return Interval(float(low), float(high))


def _unlike_pairs(values: Counter[Hashable]) -> int:
    """Pairs of values that differ, each in both directions."""
    return values.total() ** 2 - sum(count**2 for count in values.values())
