"""Do two groups of articles differ? Every feature at once, by permuting whose articles they are.

If a feature has nothing to do with the group, an article might as well be the other group's. So the
labels are dealt out anew many times, within each event or month, all copies of one text together,
and what is seen is held against what such chance gives. No distribution of counts is assumed.
"""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_array

from framing.measures.counts import Mask, Numbers, required_level
from framing.measures.labelled_cells import Keys, LabelledCells, shuffled
from framing.measures.resampling import MIN_DOCUMENTS

DRAWS = 1_999  # permutations; with what was seen they are 2,000
SCREENING_DRAWS = 499  # where very many features are looked through, of 24 groups at most
_TAIL = 0.025  # a feature's statistic is told as a part of this quantile of its permutations
SEED = 2016
FEWEST_OF_A_GROUP = 5  # independent articles
FEWEST_HOLDING = 10  # independent articles that have the feature, whosever: labels do not move it
_AT_ONCE = 2_000  # features whose statistics are laid out at a time
_TIE = 1e-9


class Guards(NamedTuple):
    """How many independent articles are asked for before anything is inferred.

    Attributes:
        articles: of both groups, where the feature occurs.
        of_a_group: of either group.
        holding: that have the feature, of both groups.
    """

    articles: int = MIN_DOCUMENTS
    of_a_group: int = FEWEST_OF_A_GROUP
    holding: int = FEWEST_HOLDING

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why nothing is inferred where there are fewer, and the other reasons for that."""
        return (
            "no article has it",
            f"fewer than {self.articles} independent articles, or {self.of_a_group} of a group, "
            "where it occurs",
            f"fewer than {self.holding} independent articles of both groups together have it",
            "nothing but copies that both groups print, whose labels cannot change",
        )


GUARDS = Guards()


@dataclass(frozen=True, eq=False)
class PermutedRatios:
    """Of each feature how many times as often it occurs in the target, and how surely.

    Attributes:
        value: the ratio; 0 or inf where one group has no occurrence, nan where both have none.
        low, high: its interval; 0 or inf where the articles cannot bound it.
        p: how often permuted labels lead as far apart.
        low_together, high_together: intervals that hold for all features, and all comparisons of
            one table, at once.
        p_together: p adjusted for all of them.
        n_clusters, n_clusters_reference: independent articles in which it might have occurred, in
            events or months in which it does.
        reasons: of each feature why nothing is inferred, one of `Guards.reasons`, or None.
        n_permutations: how many labellings there were; all that there are, if `is_exact`.
    """

    value: Numbers
    low: Numbers
    high: Numbers
    p: Numbers
    low_together: Numbers
    high_together: Numbers
    p_together: Numbers
    n_clusters: Keys
    n_clusters_reference: Keys
    reasons: list[str | None]
    n_permutations: int
    is_exact: bool


def permuted_ratios(
    counts: Numbers,
    bases: Numbers,
    is_target: Mask,
    clusters: Keys,
    strata: Keys,
    *,
    n_comparisons: int = 1,
    draws: int = DRAWS,
    seed: int = SEED,
    level: float = 0.95,
    guards: Guards = GUARDS,
) -> PermutedRatios:
    """Compare how often features occur in two groups of articles.

    Args:
        counts: a row a feature, a column an article.
        bases: of the same shape: of a rate the words, of a share what might have had the feature.
        is_target: which articles are the target's; the others are the reference's.
        clusters: articles of one number are copies, and change their label together. Copies that
            both groups print keep their labels, since they tell nothing of a difference.
        strata: labels are permuted among articles of one event or month.
        n_comparisons: how many such comparisons one table holds.
        draws: permutations drawn at random; where there are no more than these, all are taken.
        seed: the same number draws the same again.
        level: of the intervals.
        guards: how many articles are asked for.

    Formula: at a ratio θ, with one rate a stratum, an article's residual is e = y - θˣ·n·r; its
    cluster's part of the score is u = Σ (x - w)·e, and the statistic z(θ) = Σu / √Σu². z(1) is held
    against its permutations, either tail by its own quantile, so that groups of different sizes
    are judged alike; the interval has every θ whose z lies between the quantiles. Together: the
    largest statistic of all features in each permutation (maxT of Westfall & Young 1993), and
    Bonferroni over `n_comparisons`. A feature with a reason belongs to that family, but has no p.

    Raises `FramingError` for a level that is none. Source: the formula above; the tests hold it
    against scipy's `permutation_test` and every labelling written out, docs/coverage.md has its
    coverage, docs/permuted.md how often it errs on permuted news. Limits: away from 1 the interval
    takes the quantiles of 1.
    """
    cells = LabelledCells.of(counts, bases, is_target, clusters, strata)
    labels, is_exact = cells.labellings(draws, np.random.default_rng(seed))
    chance = _Chance(cells.permuted(labels), is_exact, 1 - required_level(level), n_comparisons)
    reasons = _reasons(cells, len(labels), guards)
    known = np.array([one is None for one in reasons], dtype=bool)
    seen = chance.distance(cells.z(np.zeros(len(known))))
    tested = cells.chosen(known)
    low, high = chance.ends(tested, known, chance.reach)
    low_all, high_all = chance.ends(tested, known, np.maximum(chance.reach, chance.reach_together))
    p, p_all = chance.p_of(seen)
    n_clusters, n_reference = cells.n_clusters
    return PermutedRatios(
        value=np.exp(cells.log_ratio),
        low=low,
        high=high,
        p=np.where(known, p, np.nan),
        low_together=low_all,
        high_together=high_all,
        p_together=np.where(known, p_all, np.nan),
        n_clusters=n_clusters,
        n_clusters_reference=n_reference,
        reasons=reasons,
        n_permutations=len(labels),
        is_exact=is_exact,
    )


def p_of_largest(
    counts: csr_array,
    bases: Numbers,
    is_target: Mask,
    clusters: Keys,
    *,
    n_comparisons: int = 1,
    draws: int = SCREENING_DRAWS,
    seed: int = SEED,
) -> Numbers:
    """Of very many features, which does the target have more often than chance picks the largest?

    `counts` has a row a feature and a column an article, nearly all zero; `bases` and the rest have
    a number an article. Of each feature the p, adjusted for all of them: how often the largest
    statistic of any feature, under permuted labels, is as large as its own, times `n_comparisons`.
    Formula and source as `permuted_ratios`, in one stratum and one tail; copies that both groups
    print are left out.

    >>> chance = np.random.default_rng(1)
    >>> counts, first = chance.poisson(1.0, (50, 60)), np.arange(60) < 30
    >>> counts[0, first] += 2
    >>> p = p_of_largest(csr_array(counts), np.full(60, 300.0), first, np.arange(60))
    >>> np.flatnonzero(p < 0.05).tolist()
    [0]
    """
    number = np.unique(clusters, return_inverse=True)[1]
    share = np.bincount(number, is_target) / np.bincount(number)
    pure = (share == 0) | (share == 1)
    into = csr_array((np.ones(len(number)), (np.arange(len(number)), number)))[:, pure]
    label, words, found = share[pure], bases @ into, csr_array(counts @ into)
    dealt = shuffled(label, draws, np.random.default_rng(seed))
    labels = np.ascontiguousarray(np.vstack([label, dealt]).T)
    z = np.empty(found.shape[0])
    largest = np.zeros(draws)
    for at in range(0, len(z), _AT_ONCE):
        part = _statistics(found[at : at + _AT_ONCE], words, labels)
        seen, chance = part[:, 0], part[:, 1:]
        rank = max(1, int(_TAIL * draws))
        above = np.maximum(np.partition(chance, -rank, axis=1)[:, -rank], _TIE)
        z[at : at + _AT_ONCE] = seen / above
        largest = np.maximum(largest, (chance / above[:, None]).max(axis=0, initial=0))
    n_as_large = draws - np.searchsorted(np.sort(largest), z - _TIE)
    return np.asarray(np.minimum(1.0, n_comparisons * (n_as_large + 1) / (draws + 1)))


def _statistics(counts: csr_array, words: Numbers, labels: Numbers) -> Numbers:
    """z(1) of features under labels, of which each is a column: a row a feature.

    The residuals y - n·r have no zeros, but y has little else, so that they are never laid out.
    """
    rates = counts.sum(axis=1) / words.sum()
    weight = labels[:, 0].mean()
    rate = np.repeat(rates, np.diff(counts.indptr))  # of each count that is not zero
    more = counts.data * (counts.data - 2 * rate * words[counts.indices])
    beyond = csr_array((more, counts.indices, counts.indptr), shape=counts.shape)
    n, nn = words @ labels, words**2 @ labels
    score = counts @ labels - rates[:, None] * n
    inside = beyond @ labels + rates[:, None] ** 2 * nn
    whole = beyond.sum(axis=1) + rates**2 * (words**2).sum()
    squares = (1 - 2 * weight) * inside + weight**2 * whole[:, None]
    return np.asarray(score / np.sqrt(np.maximum(squares, _TIE)))


def _reasons(cells: LabelledCells, n_labellings: int, guards: Guards) -> list[str | None]:
    """Of each feature the first thing that forbids an inference, where there is one."""
    here, there = cells.n_clusters
    held = np.sum(cells.n_holding, axis=0)
    refused = (
        held == 0,
        (here + there < guards.articles) | (np.minimum(here, there) < guards.of_a_group),
        held < guards.holding,
        np.full(len(held), n_labellings < 2),
    )
    first = np.argmax([*refused, np.ones(len(held), dtype=bool)], axis=0).tolist()
    return [(*guards.reasons, None)[place] for place in first]


class _Chance:
    """What permuted labels lead to: statistics with a row a permutation and a column a feature."""

    def __init__(self, z: Numbers, is_exact: bool, beyond: float, n_comparisons: int) -> None:
        self.unseen = 0 if is_exact else 1  # what was seen is one labelling more
        self.n, self.n_comparisons = len(z) + self.unseen, n_comparisons
        rank = self._rank(beyond / 2)
        ranked = np.partition(z, (rank - 1, len(z) - rank), axis=0)
        self.above = np.maximum(ranked[-rank], _TIE)
        self.below = np.minimum(ranked[rank - 1], -_TIE)
        self.distances = self.distance(z)
        self.largest = self.distances.max(axis=1, initial=0)
        self.reach = _largest(self.distances, self._rank(beyond))
        self.reach_together = _largest(self.largest, self._rank(beyond / n_comparisons))

    def _rank(self, beyond: float) -> int:
        """How many permutations may lie beyond; the farthest one at least."""
        return max(1, int(beyond * self.n + _TIE))

    def distance(self, z: Numbers) -> Numbers:
        """Statistics as parts of how far permuted ones reach on their side of 0."""
        return np.asarray(np.where(z > 0, z / self.above, z / self.below))

    def p_of(self, seen: Numbers) -> tuple[Numbers, Numbers]:
        """How often chance leads as far as what was seen: each feature's own, all of them."""
        alone = (self.distances >= seen - _TIE).sum(axis=0)
        together = (self.largest[:, None] >= seen - _TIE).sum(axis=0)
        p, p_all = ((one + self.unseen) / self.n for one in (alone, together))
        return p, np.minimum(1.0, p_all * self.n_comparisons)

    def ends(self, tested: LabelledCells, known: Mask, reach: Numbers) -> tuple[Numbers, Numbers]:
        """The intervals of known features, whose cells these are; of the others none."""
        low, high = np.full(len(known), np.nan), np.full(len(known), np.nan)
        low[known], high[known] = tested.ends(
            (reach * self.above)[known], (reach * self.below)[known]
        )
        return low, high


def _largest(values: Numbers, rank: int) -> Numbers:
    """Of each column the number of that rank from above, without ranking the rest."""
    return np.asarray(np.partition(values, -rank, axis=0)[-rank])
