"""A Poisson model with levels of groups and of strata, each drawn towards its own kind.

How far apart groups lie, and strata, is not settled beforehand: the model is fitted at each of many
spreads, and every fit says how likely the counts are there.
"""

from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

import numpy as np

from framing.measures.counts import Numbers

ALONE = 1e-3  # spread of a single stratum, which has no level of its own
_SPREADS = np.geomspace(4.0, 0.02, 27)  # of the groups' logarithms, tried one by one
_OF_STRATA = np.geomspace(1.6, 0.05, 6)  # the same of events or months
_NEWTON, _LONGEST, _NEAR = 60, 2.0, 1e-8


class Fit(NamedTuple):
    """The model where groups lie so far apart, and strata."""

    spread: float
    groups: Numbers  # logarithms of the groups' rates in a stratum of the usual level
    strata: Numbers  # how far each stratum lies from that
    levels: Numbers  # of each group over all strata; last that of the typical group
    errors: Numbers  # of these
    shrinkage: Numbers
    log_weight: float


@dataclass(frozen=True, eq=False)
class MixedModel:
    """Counts and bases of groups (rows) in strata, as many as their texts are worth.

    `words` are the bases of all groups together, as they are.
    """

    counts: Numbers
    bases: Numbers
    words: Numbers

    def raw(self, strata: Numbers) -> Numbers:
        """Of each group what it has, beside what its strata let expect of a rate of 1."""
        told = self.counts.sum(axis=1) / (self.bases @ np.exp(strata))
        return np.asarray(told * (self.words @ np.exp(strata)) / self.words.sum())

    def fits(self) -> list[Fit]:
        """The model at all pairs of spreads, each beginning where the one before ended."""
        found: list[Fit] = []
        for of_strata, spread in product(self._spreads_of_strata, _SPREADS):
            found.append(self.fit(spread, of_strata, found[-1] if found else None))
        return found

    @property
    def _spreads_of_strata(self) -> Numbers:
        return _OF_STRATA if self.counts.shape[1] > 1 else np.array([ALONE])

    def fit(self, spread: float, of_strata: float, begun: Fit | None = None) -> Fit:
        """The likeliest levels of groups and strata, how sure they are, how likely the spreads."""
        n_groups, n_strata = self.counts.shape
        holds = (np.eye(n_groups) - 1 / n_groups) / spread**2  # groups to their own middle
        a, v = (begun.groups, begun.strata) if begun else (self._start(), np.zeros(n_strata))
        for _ in range(_NEWTON):
            expected = self.bases * np.exp(a[:, None] + v)
            of_strata_alone = expected.sum(axis=0) + of_strata**-2
            share = expected / of_strata_alone
            curvature = np.diag(expected.sum(axis=1)) + holds - share @ expected.T
            more = self.counts - expected
            push = more.sum(axis=0) - v / of_strata**2
            step = np.linalg.solve(curvature, more.sum(axis=1) - holds @ a - share @ push)
            side = (push - expected.T @ step) / of_strata_alone
            longest = max(np.abs(step).max(), np.abs(side).max())
            a, v = (now + by * min(1, _LONGEST / longest) for now, by in ((a, step), (v, side)))
            if longest < _NEAR:
                break
        likelihood = (
            float((self.counts * (a[:, None] + v) - expected).sum())
            - float(a @ holds @ a + v @ v / of_strata**2) / 2
            - (n_groups - 1) * np.log(spread)
            - n_strata * np.log(of_strata)
            - float(np.linalg.slogdet(curvature)[1] + np.log(of_strata_alone).sum()) / 2
        )
        levels, errors = self._levels(a, v, np.linalg.inv(curvature), share, of_strata_alone)
        return Fit(
            spread, a, v, levels, errors,
            1 / (1 + spread**2 * expected.sum(axis=1)),
            likelihood + float(np.log(spread * of_strata)),  # steps of the grid grow so
        )  # fmt: skip

    def _start(self) -> Numbers:
        counts, bases = self.counts.sum(axis=1), self.bases.sum(axis=1)
        return np.asarray(np.log((counts + 1) / (bases + bases.sum() / counts.sum())))

    def _levels(
        self, a: Numbers, v: Numbers, covariance: Numbers, share: Numbers, precision: Numbers
    ) -> tuple[Numbers, Numbers]:
        """Logarithms of the rates over all strata, their mean behind them, and the errors."""
        weights = self.words * np.exp(v)
        shift = np.log(weights.sum() / self.words.sum())
        weights = weights / weights.sum()
        mine = -(share @ weights)  # how strata follow the groups
        of_all = covariance @ mine
        whole = covariance + of_all[:, None] + of_all + weights**2 @ (1 / precision) + mine @ of_all
        errors = np.sqrt(np.append(np.diag(whole), whole.mean()))
        return np.append(a, a.mean()) + shift, errors
