"""Ratios of rates where articles are the cases, not words.

Words of an article go together, and articles that print one agency's copy are one text. An
interval that forgets either is too narrow; docs/coverage.md says by how much.
"""

from math import exp, nan, sqrt
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.stats import t

from framing.base.errors import FramingError
from framing.measures.counts import Mask, Numbers, required_level, z_of
from framing.measures.resampling import percentiles, require_documents, resampled_sums

FEWEST_OF_A_GROUP = 5

Keys = npt.NDArray[np.int64]


class Estimate(NamedTuple):
    """A ratio with its interval, and how surprising it is if the rates are alike."""

    value: float
    low: float
    high: float
    p: float = nan


def regression_ratio(
    counts: Numbers,
    bases: Numbers,
    is_target: Mask,
    clusters: Keys,
    strata: Keys | None = None,
    *,
    level: float = 0.95,
) -> Estimate:
    """How many times as often something occurs in the target's articles, and how surely.

    One number an article: its count, its base (above zero), whether it is the target's, the
    cluster of wire copy it belongs to, and the event or month within which it is compared.
    Formula: Poisson regression of counts on the target, offset log base, one constant per
    stratum; errors are robust by cluster, the interval and p by Student's t with as many
    degrees of freedom as the smaller group has clusters, less one. Unit: a ratio. Raises
    `FramingError` for fewer than 20 clusters, 5 in either group, or a group without any
    occurrence. Source: statsmodels' `GLM` with `cov_type="cluster"`; the tests hold it
    against the sandwich written out, docs/coverage.md its coverage. Limits: strata that hold
    one group only, or no occurrence, tell nothing and are left out.
    """
    few = _smaller_group(is_target, clusters, "A regression")
    constant = np.zeros_like(clusters) if strata is None else strata
    keep = _telling(counts, is_target, constant)
    y, x, offset = counts[keep], is_target[keep].astype(float), np.log(bases[keep])
    if not (y[x == 1].sum() and y[x == 0].sum()):
        raise FramingError(
            "A group without any occurrence has no ratio to estimate. Show its upper limit."
        )
    by_stratum = (constant[keep, None] == np.unique(constant[keep])).astype(float)
    from statsmodels.genmod.families import Poisson  # half a second, paid
    from statsmodels.genmod.generalized_linear_model import GLM  # when asked

    model = GLM(y, np.column_stack([x, by_stratum]), family=Poisson(), offset=offset)
    fit = model.fit(cov_type="cluster", cov_kwds={"groups": clusters[keep]})
    slope, error = float(fit.params[0]), float(fit.bse[0])
    reach = float(t.ppf((1 + required_level(level)) / 2, few - 1)) * error
    p = 2 * float(t.sf(abs(slope) / error, few - 1)) if error else nan
    return Estimate(exp(slope), exp(slope - reach), exp(slope + reach), p)


def clustered_share(
    counts: Numbers, bases: Numbers, weights: Numbers | None = None, *, level: float = 0.95
) -> Estimate:
    """What part of a whole something is, when the whole comes from articles that were drawn.

    One count and base an article; `weights` say how many articles each stands for. Formula: p
    = Σ w·count / Σ w·base; its variance v by linearisation, from the residuals w·(count - p ·
    base) of the G articles with a base; the interval is Wilson's for p of so many cases as
    would have that variance, p(1-p)/v, times (z/t(G-1))², at most those counted, and at most
    G where p is 0 or 1 and v tells nothing. Unit: a proportion; nan where nothing has a base.
    Source: the formula above; docs/coverage.md has its coverage.

    >>> known = clustered_share(np.array([9.0, 4, 7]), np.array([10.0, 5, 10]))
    >>> known.value, round(known.low, 2), round(known.high, 2)
    (0.8, 0.43, 0.95)
    """
    w = np.ones(len(counts)) if weights is None else weights
    here = bases > 0
    y, n, w = counts[here], bases[here], w[here]
    if not len(n):
        return Estimate(nan, nan, nan)
    p = float((w * y).sum() / (w * n).sum())
    articles, z = len(n), z_of(level)
    cases = float(articles)
    if articles > 1 and 0 < p < 1:
        residuals = w * (y - p * n)
        whole = float((w * n).sum())
        variance = articles / (articles - 1) * float((residuals**2).sum()) / whole**2
        reach = float(t.ppf((1 + level) / 2, articles - 1))
        cases = p * (1 - p) / variance * (z / reach) ** 2 if variance else float(n.sum())
        cases = min(cases, float(n.sum()))
    middle, square = p + z**2 / (2 * cases), z * sqrt(p * (1 - p) / cases + (z / cases) ** 2 / 4)
    low, high = ((middle + side * square) / (1 + z**2 / cases) for side in (-1, 1))
    return Estimate(p, max(0.0, min(low, p)), min(1.0, max(high, p)))


def clustered_rate(
    counts: Numbers, bases: Numbers, *, per: float = 1000, level: float = 0.95
) -> Estimate:
    """How often something occurs in articles that were drawn, per 1,000 of the base.

    One count and base an article, or a cluster of wire copy. Formula: `clustered_share` of
    counts in bases, times `per`; for what is rare beside its base, as mentions are among
    words. Unit: a rate; nan where nothing has a base. Source: the formula above;
    docs/coverage.md has its coverage. Limits: where nothing occurs the articles tell no
    variance, and it reaches far too far; give `framing.measures.upper_limit` then.

    >>> known = clustered_rate(np.array([3.0, 0, 1, 4]), np.array([500.0, 300, 400, 600]))
    >>> round(known.value, 2), round(known.low, 2), round(known.high, 2)
    (4.44, 1.69, 11.63)
    """
    share = clustered_share(counts, bases, level=level)
    return Estimate(*(per * one for one in share[:3]))


def bootstrap_ratio(
    counts: Numbers,
    bases: Numbers,
    is_target: Mask,
    clusters: Keys,
    strata: Keys | None = None,
    *,
    level: float = 0.95,
    seed: int = 2016,
) -> Estimate:
    """The same by resampling: whole clusters, or whole strata where there are several.

    Formula: the ratio of rates, over strata that of Mantel and Haenszel, Σ y·n' / (n + n')
    divided by Σ y'·n / (n + n'); `framing.measures.percentiles` of 2,000 resamples. No p.
    Raises `FramingError` as `regression_ratio` does, and for fewer than 20 strata where there
    are several. Limits: it needs no model, and more articles.
    """
    few = _smaller_group(is_target, clusters, "A bootstrap")
    several = strata is not None and len(np.unique(strata)) > 1
    units = strata if several and strata is not None else clusters
    rows = np.unique(units, return_inverse=True)[1]
    sums = np.zeros((rows.max() + 1, 4))
    for column, values in enumerate((counts, bases)):
        np.add.at(sums[:, column], rows[is_target], values[is_target])
        np.add.at(sums[:, column + 2], rows[~is_target], values[~is_target])
    if several:
        require_documents(len(sums), "A bootstrap within events or months, each taken as one text,")
        y, n, z, m = sums.T
        both = np.where(n * m > 0, n + m, np.inf)
        sums, few = np.column_stack([y * m / both, n, z * n / both, n]), len(sums)
    value = _ratio(sums.sum(axis=0)[None])[0]
    low, high = percentiles(_ratio(resampled_sums(sums, seed=seed)), few, level=level)
    return Estimate(float(value), min(low, float(value)), max(high, float(value)))


def _ratio(sums: Numbers) -> Numbers:
    y, n, z, m = sums.T
    with np.errstate(divide="ignore", invalid="ignore"):  # a group that was not drawn, or a zero
        return np.asarray((y / n) / (z / m))


def _smaller_group(is_target: Mask, clusters: Keys, what: str) -> int:
    """How many clusters the smaller group has; raise where there are too few for inference."""
    require_documents(len(np.unique(clusters)), what)
    few = min(len(np.unique(clusters[side])) for side in (is_target, ~is_target))
    if few < FEWEST_OF_A_GROUP:
        raise FramingError(
            f"{what} needs {FEWEST_OF_A_GROUP} independent articles of each group, and one has "
            f"{few}. Add articles, or describe these texts with exact intervals."
        )
    return few


def _telling(counts: Numbers, is_target: Mask, strata: Keys) -> Mask:
    """Which articles stand in a stratum with both groups and some occurrence."""
    rows = np.unique(strata, return_inverse=True)[1]
    sums = [np.bincount(rows, weights=one) for one in (counts, is_target, ~is_target)]
    return np.asarray(np.all(np.array(sums) > 0, axis=0)[rows])
