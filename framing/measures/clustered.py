"""Rates and shares where articles are the cases, not words.

Words of an article go together, and articles that print one agency's copy are one text. An
interval that forgets either is too narrow; docs/coverage.md says by how much.
"""

from math import nan, sqrt
from typing import NamedTuple

import numpy as np
from scipy.stats import t

from framing.measures.counts import Numbers, z_of


class Estimate(NamedTuple):
    """A number with the ends of its interval."""

    value: float
    low: float
    high: float


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
    return _wilson(p, cases, z)


def share_of_cases(p: float, cases: float, *, articles: float, level: float = 0.95) -> Estimate:
    """What `clustered_share` is expected to give for a share, before articles are drawn.

    `cases` is how many independent cases the articles' would amount to, `articles` how many have
    one. Formula and source as `clustered_share`. Unit: a proportion.

    >>> [round(one, 2) for one in share_of_cases(0.9, 100, articles=50)]
    [0.9, 0.82, 0.95]
    """
    z = z_of(level)
    reach = float(t.ppf((1 + level) / 2, max(articles - 1, 1)))
    return _wilson(p, cases * (z / reach) ** 2 if 0 < p < 1 else articles, z)


def _wilson(p: float, cases: float, z: float) -> Estimate:
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
