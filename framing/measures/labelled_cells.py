"""Counts of copies in events or months, under any labels: what a permutation test is made of."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations, product
from math import comb, prod
from typing import Any

import numpy as np
import numpy.typing as npt

from framing.measures.counts import Mask, Numbers

Keys = npt.NDArray[np.int64]

_FAR = 14.0  # ratios are looked for from one in a million to a million: e^-14 to e^14
_HALVINGS = 18  # so they are found to four digits
_NOTHING = 1e-9
_NOISE = 1e-13  # of squares, as a part of those of the counts


@dataclass(frozen=True, eq=False)
class LabelledCells:
    """Counts and bases added up: of each cluster, in each stratum, in each group one number.

    `counts` and `bases` have a row a feature and a column a cell; `cluster` and `stratum` number
    the cells, in order of the clusters.
    """

    counts: Numbers
    bases: Numbers
    is_target: Numbers
    cluster: Keys
    stratum: Keys

    @classmethod
    def of(
        cls, counts: Numbers, bases: Numbers, is_target: Mask, clusters: Keys, strata: Keys
    ) -> "LabelledCells":
        """Add up articles; each argument has a column or number an article."""
        articles = np.stack([clusters, strata, is_target.astype(np.int64)], axis=1)
        cells, place = np.unique(articles, axis=0, return_inverse=True)
        order = np.argsort(place.ravel(), kind="stable")
        heads = np.searchsorted(place.ravel()[order], np.arange(len(cells)))
        added = (np.add.reduceat(one[:, order], heads, axis=1) for one in (counts, bases))
        number = (np.unique(cells[:, at], return_inverse=True)[1].ravel() for at in (0, 1))
        return cls(next(added), next(added), cells[:, 2].astype(float), next(number), next(number))

    @cached_property
    def _heads(self) -> Keys:
        return np.flatnonzero(np.diff(self.cluster, prepend=-1))

    def _per_cluster(self, cells: npt.NDArray[Any]) -> npt.NDArray[Any]:
        """Numbers of cells added up cluster by cluster: as they are, where each is one cell."""
        if len(self._heads) == len(self.cluster):
            return cells
        return np.asarray(np.add.reduceat(cells, self._heads, axis=-1))

    @cached_property
    def _in_stratum(self) -> Numbers:
        return np.eye(int(self.stratum.max(initial=-1)) + 1)[self.stratum]

    @cached_property
    def _found(self) -> Numbers:
        """Of each feature what was found in each stratum."""
        return np.asarray(self.counts @ self._in_stratum)

    def chosen(self, features: Mask) -> "LabelledCells":
        """The cells of some of the features."""
        return replace(self, counts=self.counts[features], bases=self.bases[features])

    @cached_property
    def n_clusters(self) -> tuple[Keys, Keys]:
        """Of each feature the clusters of the target and of the reference that tell of it.

        Those with a base, in a stratum in which both groups have one and anything was found.
        """
        sides = (self.is_target > 0, self.is_target == 0)
        has_base = ((self.bases * side) @ self._in_stratum > 0 for side in sides)
        tells = next(has_base) & next(has_base) & (self._found > 0)
        here = tells[:, self.stratum] & (self.bases > 0)
        return self._clusters_of(here, sides[0]), self._clusters_of(here, sides[1])

    @cached_property
    def n_holding(self) -> tuple[Keys, Keys]:
        """Of each feature the clusters of the target and of the reference that have it."""
        here = self.counts > 0
        return (
            self._clusters_of(here, self.is_target > 0),
            self._clusters_of(here, self.is_target == 0),
        )

    def _clusters_of(self, here: Mask, side: Mask) -> Keys:
        held = self._per_cluster((here & side).astype(np.int64))
        return np.asarray((held > 0).sum(axis=1))

    @cached_property
    def label(self) -> Numbers:
        """Of each cluster 1 if all of it is the target's, 0 if nothing is, else nan."""
        share = self._per_cluster(self.is_target) / np.diff(self._heads, append=len(self.cluster))
        return np.asarray(np.where((share == 0) | (share == 1), share, np.nan))

    @cached_property
    def odds(self) -> Numbers:
        """Of each stratum how many clusters are the target's to each one of the reference's."""
        there = self._in_stratum
        target = self.is_target @ there
        return np.asarray(target / np.maximum(there.sum(axis=0) - target, _NOTHING))

    @cached_property
    def exchangeable(self) -> list[Keys]:
        """The clusters that may change labels with one another: those of the same strata."""
        strata = np.add.reduceat(self._in_stratum, self._heads, axis=0) > 0
        kind = np.unique(strata, axis=0, return_inverse=True)[1].ravel()
        kind = np.where(np.isnan(self.label), -1, kind)
        groups = (np.flatnonzero(kind == one) for one in np.unique(kind[kind >= 0]))
        return [one for one in groups if 0 < self.label[one].sum() < len(one)]

    def labellings(self, draws: int, chance: np.random.Generator) -> tuple[Numbers, bool]:
        """Permuted labels, a row a permutation; all that there are, if no more than are drawn."""
        groups = self.exchangeable
        n_target = [int(self.label[one].sum()) for one in groups]
        if prod(comb(len(one), n) for one, n in zip(groups, n_target, strict=True)) <= draws:
            return np.array(list(self._all_labellings(groups, n_target))), True
        labels = np.tile(np.nan_to_num(self.label), (draws, 1))
        for one in groups:
            labels[:, one] = shuffled(self.label[one], draws, chance)
        return labels, False

    def _all_labellings(self, groups: list[Keys], n_target: list[int]) -> Iterator[Numbers]:
        ways = (combinations(one, n) for one, n in zip(groups, n_target, strict=True))
        for chosen in product(*ways):
            labels = np.nan_to_num(self.label)
            for one, mine in zip(groups, chosen, strict=True):
                labels[one] = np.isin(one, mine)
            yield labels

    def _residuals(self, log_ratio: Numbers) -> tuple[Numbers, Numbers]:
        """What each cell has beyond what the ratios expect, and the weight of its stratum."""
        ratio = np.exp(log_ratio)[:, None]
        expected = self.bases * np.where(self.is_target > 0, ratio, 1.0)
        total = expected @ self._in_stratum
        rates = np.divide(self._found, total, out=np.zeros_like(total), where=total > 0)
        weights = ratio * self.odds / (1 + ratio * self.odds)
        return self.counts - expected * rates[:, self.stratum], weights[:, self.stratum]

    @cached_property
    def _sums(self) -> Numbers:
        """Σy, Σn, Σy², Σy·n and Σn²: of the target and the reference, a feature, a stratum."""
        y, n = self.counts, self.bases
        sides = (self.is_target, 1 - self.is_target)
        powers = (y, n, y * y, y * n, n * n)
        return np.array([[(one * side) @ self._in_stratum for one in powers] for side in sides])

    def _z_by_sums(self, log_ratio: Numbers) -> Numbers:
        """The statistic where every cluster is one cell: its squares follow from the sums."""
        ratio = np.exp(log_ratio)[:, None]
        (y, n, yy, yn, nn), (y_other, n_other, yy_other, yn_other, nn_other) = self._sums
        total = ratio * n + n_other
        rate = np.divide(self._found, total, out=np.zeros_like(total), where=total > 0)
        here = ratio * rate
        weight = ratio * self.odds / (1 + ratio * self.odds)
        score = (1 - weight) * (y - here * n) - weight * (y_other - rate * n_other)
        squares = (1 - weight) ** 2 * (yy - 2 * here * yn + here**2 * nn)
        squares += weight**2 * (yy_other - 2 * rate * yn_other + rate**2 * nn_other)
        whole = (yy + yy_other).sum(axis=1)
        squares = squares.sum(axis=1)
        is_known = squares > _NOISE * whole  # below that it is what rounding left
        return _over_root(score.sum(axis=1), np.where(is_known, squares, 0.0))

    def z(self, log_ratio: Numbers) -> Numbers:
        """The statistic of each feature at a ratio of its own."""
        if len(self._heads) == len(self.cluster):
            return self._z_by_sums(log_ratio)
        residuals, weights = self._residuals(log_ratio)
        score = self._per_cluster((self.is_target - weights) * residuals)
        return _over_root(score.sum(axis=1), (score**2).sum(axis=1))

    def permuted(self, labels: Numbers) -> Numbers:
        """The statistics at a ratio of 1 under permuted labels: a row a permutation."""
        occurs = np.asarray((self._found > 0).any(axis=1))
        z = np.zeros((len(labels), len(occurs)))
        z[:, occurs] = self.chosen(occurs)._permuted(labels)
        return z

    def _permuted(self, labels: Numbers) -> Numbers:
        residuals, weights = self._residuals(np.zeros(len(self.counts)))
        fixed = np.isnan(self.label)
        whole, weighed, as_it_is = (
            self._per_cluster(one)
            for one in (residuals, weights * residuals, self.is_target * residuals)
        )
        score = np.where(fixed, as_it_is, 0.0) - weighed  # of a label of 0
        more = np.where(fixed, 0.0, whole)  # of a label of 1
        sums = labels @ more.T + score.sum(axis=1)
        squares = labels @ (more * (more + 2 * score)).T + (score**2).sum(axis=1)
        return _over_root(sums, squares)

    @cached_property
    def log_ratio(self) -> Numbers:
        """The ratio at which the score is zero: the likeliest if counts were Poisson's."""
        mine = (self.counts * self.is_target) @ self._in_stratum
        both = self._found
        base = (self.bases * self.is_target) @ self._in_stratum
        other = self.bases @ self._in_stratum - base

        def is_below(at: Numbers) -> Mask:
            ratio = np.exp(at)[:, None]
            expected = np.divide(
                ratio * base * both, total := other + ratio * base,
                out=np.zeros_like(both), where=total > 0,
            )  # fmt: skip
            return np.asarray((mine - expected).sum(axis=1) > 0)

        found = _halved(np.full(len(both), -_FAR), np.full(len(both), _FAR), is_below)
        here, there = mine.sum(axis=1), (both - mine).sum(axis=1)
        ends = np.where(here > 0, np.inf, np.where(there > 0, -np.inf, np.nan))
        return np.where((here > 0) & (there > 0), found, ends)

    def ends(self, above: Numbers, below: Numbers) -> tuple[Numbers, Numbers]:
        """The ratios between which no statistic lies beyond what is allowed above and below.

        Where the statistic at 1 does, the interval ends before 1: far off it may come back.
        """
        middle = np.clip(np.nan_to_num(self.log_ratio), -_FAR, _FAR)
        one, far = np.zeros(len(middle)), np.full(len(middle), _FAR)
        z = self.z(one)
        left = np.where((z > above) & (middle > 0), one, -far)
        right = np.where((z < below) & (middle < 0), one, far)
        low = _halved(left, middle, lambda at: self.z(at) > above)
        high = _halved(middle, right, lambda at: self.z(at) >= below)
        return (
            np.where(self.z(left) <= above, 0.0, np.exp(low)),
            np.where(self.z(right) >= below, np.inf, np.exp(high)),
        )


def shuffled(label: Numbers, draws: int, chance: np.random.Generator) -> Numbers:
    """Labels of 0 and 1 dealt out anew, a row a deal; swapping the two swaps every deal."""
    first = label[0]
    n = int((label == first).sum())
    drawn = chance.random((draws, len(label)))
    last = np.partition(drawn, n - 1, axis=1)[:, n - 1, None]
    return np.asarray(np.where(drawn <= last, first, 1 - first))


def _halved(low: Numbers, high: Numbers, is_below: Callable[[Numbers], Mask]) -> Numbers:
    """Where something stops to be so, between a place where it is and one where it is not."""
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        below = is_below(middle)
        low, high = np.where(below, middle, low), np.where(below, high, middle)
    return (low + high) / 2


def _over_root(sums: Numbers, squares: Numbers) -> Numbers:
    """Scores over the root of their squares; 0 where there is no occurrence."""
    known = squares > _NOTHING**2
    return np.divide(
        sums, np.sqrt(np.where(known, squares, 1.0)), out=np.zeros_like(sums), where=known
    )
