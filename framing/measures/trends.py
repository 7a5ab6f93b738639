"""Does something become more or less frequent? By permuting when articles were printed.

If a feature has nothing to do with time, an outlet might as well have printed an article in another
month. So the months are dealt out anew among the articles of each outlet, all copies of one text
together, and the trend that is seen is held against those that such chance gives.
"""

from dataclasses import dataclass

import numpy as np

from framing.measures.counts import Mask, Numbers
from framing.measures.labelled_cells import Keys
from framing.measures.permutation import DRAWS, GUARDS, SEED, Guards

REASONS = (
    "no article has it",
    "all articles are of one period",
    "too few independent articles, or too few that have it",
)
_STEPS = 60  # halvings, each of them a digit of two
_STEEPEST = 5.0  # e^5 times as often from one period to the next
_TIE = 1e-9


@dataclass(frozen=True, eq=False)
class PermutedTrends:
    """Of each feature how it moves from period to period, and how surely.

    Attributes:
        value: how many times as often it occurs in each period as in the one before, outlet by
            outlet; nan where nothing is inferred.
        p: how often permuted periods lead as far from 1.
        p_together: the same for the feature that moves most of all: adjusted for all.
        reasons: of each feature why nothing is inferred, one of `REASONS`, or None.
    """

    value: Numbers
    p: Numbers
    p_together: Numbers
    reasons: list[str | None]


def permuted_trends(
    counts: Numbers,
    bases: Numbers,
    periods: Keys,
    clusters: Keys,
    strata: Keys,
    *,
    draws: int = DRAWS,
    seed: int = SEED,
    guards: Guards = GUARDS,
) -> PermutedTrends:
    """Look for trends of features over periods that are numbered in order.

    Args:
        counts: a row a feature, a column an article.
        bases: of the same shape, as of `permuted_ratios`.
        periods: of each article its month or week; one without articles has a number too.
        clusters: articles of one number are copies: one text, of the period in which it is first
            printed.
        strata: periods are permuted among the texts of one outlet, or of the same outlets.
        draws: permutations drawn at random.
        seed: the same number draws the same again.
        guards: how many independent articles are asked for, in all and that have the feature.

    Formula: a text's residual is e = y - n·r, with the rate r of its outlet; with t its period less
    the mean of its outlet's words, the statistic is Σ t·e / √Σ (t·e)², held against its
    permutations. The value is e^β of the Poisson regression y ~ n·e^(α of the outlet + β·period).
    Together: the largest statistic of all features in each permutation. Source: the formula above;
    the tests hold it against scipy's `permutation_test` and statsmodels' GLM. Limits: what rises
    and falls again is no trend; an event within a month makes its articles alike, and they are
    taken as independent.

    >>> chance = np.random.default_rng(3)
    >>> months = np.repeat(np.arange(6), 20)
    >>> counts = chance.poisson(2 * 1.4**months)[None].astype(float)
    >>> known = permuted_trends(
    ...     counts, np.ones_like(counts), months, np.arange(120), np.zeros(120, int), draws=499
    ... )
    >>> round(known.value[0], 1), known.p[0] < 0.05
    (np.float64(1.4), np.True_)
    """
    y, n, t, outlet = _texts(counts, bases, periods, clusters, strata)
    reasons = _reasons(y, n, t, guards)
    known = np.array([one is None for one in reasons], dtype=bool)
    value, p, p_together = (np.full(len(y), np.nan) for _ in range(3))
    if known.any():
        chance = np.random.default_rng(seed)
        y, n = y[known], n[known]
        z = np.stack([_statistic(y, n, one, outlet) for one in _dealt(t, outlet, draws, chance)])
        seen, z = np.abs(z[0]), np.abs(z[1:])
        p[known] = ((z >= seen - _TIE).sum(axis=0) + 1) / (draws + 1)
        largest = z.max(axis=1)[:, None]
        p_together[known] = ((largest >= seen - _TIE).sum(axis=0) + 1) / (draws + 1)
        value[known] = np.exp(_slopes(y, n, t, outlet))
    return PermutedTrends(value, p, p_together, reasons)


def _texts(
    counts: Numbers, bases: Numbers, periods: Keys, clusters: Keys, strata: Keys
) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    """Copies added up: counts, bases, periods, and of each text in which stratum it is, as 0, 1."""
    _, first, text = np.unique(clusters, return_index=True, return_inverse=True)
    into = np.argsort(text, kind="stable")
    heads = np.searchsorted(text[into], np.arange(len(first)))
    y, n = (np.add.reduceat(one[:, into], heads, axis=1) for one in (counts, bases))
    t = np.minimum.reduceat(periods[into], heads).astype(float)
    in_stratum = np.zeros((len(first), int(strata.max()) + 1), dtype=bool)
    in_stratum[text, strata] = True
    kind = np.unique(in_stratum, axis=0, return_inverse=True)[1].ravel()
    return y, n, t, np.eye(int(kind.max()) + 1)[kind]


def _reasons(y: Numbers, n: Numbers, t: Numbers, guards: Guards) -> list[str | None]:
    held, there = (y > 0).sum(axis=1), (n > 0).sum(axis=1)
    refused: tuple[Mask, ...] = (
        held == 0,
        np.full(len(y), len(np.unique(t)) < 2),
        (there < guards.articles) | (held < guards.holding),
    )
    first = np.argmax([*refused, np.ones(len(y), dtype=bool)], axis=0).tolist()
    return [(*REASONS, None)[place] for place in first]


def _dealt(t: Numbers, outlet: Numbers, draws: int, chance: np.random.Generator) -> list[Numbers]:
    """The periods as they are, and dealt out anew within each outlet."""
    places = [np.flatnonzero(one) for one in outlet.T]
    dealt = [t]
    for _ in range(draws):
        one = t.copy()
        for here in places:
            one[here] = t[chance.permutation(here)]
        dealt.append(one)
    return dealt


def _statistic(y: Numbers, n: Numbers, t: Numbers, outlet: Numbers) -> Numbers:
    """The statistic of each feature, where texts are of such periods."""
    words = n @ outlet
    there = words > 0
    rates, middle = (
        np.divide(one @ outlet, words, out=np.zeros_like(words), where=there) for one in (y, n * t)
    )
    u = (t - middle @ outlet.T) * (y - n * (rates @ outlet.T))
    squares = np.einsum("ij,ij->i", u, u)
    return np.asarray(u.sum(axis=1) / np.sqrt(np.maximum(squares, _TIE)))


def _slopes(y: Numbers, n: Numbers, t: Numbers, outlet: Numbers) -> Numbers:
    """Of each feature the logarithm of how many times as often it occurs a period later."""
    t = t - t.mean()
    low, high = np.full(len(y), -_STEEPEST), np.full(len(y), _STEEPEST)
    found, moved = y @ outlet, (y * t).sum(axis=1)
    for _ in range(_STEPS):
        middle = (low + high) / 2
        expected = n * np.exp(middle[:, None] * t)
        total = expected @ outlet
        rates = np.divide(found, total, out=np.zeros_like(total), where=total > 0)
        is_below = moved > ((expected * (rates @ outlet.T)) * t).sum(axis=1)
        low, high = np.where(is_below, middle, low), np.where(is_below, high, middle)
    return np.asarray((low + high) / 2)
