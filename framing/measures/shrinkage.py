"""Rates of many groups in one model: each drawn towards all, the more the less its articles tell.

Of an outlet with few articles a rate as counted is mostly chance, and so is the farthest of many.
A mixed model (partial pooling) takes groups as drawn from one kind of group and asks how far apart
such groups lie; what the articles of one group leave open is told by those of all.
"""

from dataclasses import dataclass

import numpy as np
from scipy.special import ndtr, softmax
from scipy.stats import t

from framing.base.errors import FramingError
from framing.measures.clustered import Estimate
from framing.measures.counts import Numbers, z_of
from framing.measures.labelled_cells import Keys
from framing.measures.mixed_model import ALONE, MixedModel

FEWEST_GROUPS = 5  # from which can be told how far apart groups lie
FEWEST_TEXTS = 20  # independent texts that have the feature, whosever
_USUAL = 0.7  # spread with which dispersion is looked for
_ROUNDS = 3  # in which dispersion settles
_HALVINGS = 45
_FEWEST_FREE = 3  # degrees of freedom


@dataclass(frozen=True, eq=False)
class ShrunkenRates:
    """Of each group its rate as counted, and as all groups together tell it.

    Attributes:
        raw: count / base; with strata as if each group had written as much of each as all have.
        value, low, high: the shrunken rate and its interval.
        shrinkage: how much of it the other groups say: 0 nothing, 1 all.
        n_texts: independent texts of each group that have a base.
        pooled: the rate of a typical group, from which none is drawn away.
        spread: how far apart groups lie: standard deviation of the logarithms of their rates.
        dispersion: k, by which counts of texts vary beyond chance: variance = mean + k · mean².
    """

    raw: Numbers
    value: Numbers
    low: Numbers
    high: Numbers
    shrinkage: Numbers
    n_texts: Keys
    pooled: Estimate
    spread: Estimate
    dispersion: float


def shrunken_rates(
    counts: Numbers,
    bases: Numbers,
    groups: Keys,
    clusters: Keys,
    strata: Keys,
    *,
    level: float = 0.95,
) -> ShrunkenRates:
    """Draw the rates of groups towards each other, as far as their articles leave room.

    Args:
        counts: occurrences in each article.
        bases: words of each article.
        groups: of each article its group, numbered from 0.
        clusters: articles of one number are copies: of one group one text.
        strata: of each article its event or month, numbered from 0; all 0 where it has none.
        level: of the intervals.

    Formula: y ~ Poisson(n·e^(a + v)) with a ~ N(m, τ²) of the group and v ~ N(0, σ²) of the
    stratum; counts and bases of a group are divided by 1 + k·Σμ²/Σμ of its texts, k by moments.
    Modes and covariances by Newton steps, the likelihood of τ and σ by Laplace's approximation;
    both are added up over a grid, all spreads as likely beforehand, and ends are those of
    a mixture of normals, widened by t of as many texts as have the feature, less the groups. Unit:
    occurrences per unit of the base; logarithms for spread. Source: the formula above; the tests
    hold it against a numerical integral and statsmodels' `PoissonBayesMixedGLM`, docs/shrinkage.md
    has its coverage beside other estimators'. Limits: groups are taken as of one kind, so that one
    unlike all others is drawn too far; copies that several groups print are taken as theirs alone.

    Raises `FramingError` for fewer than `FEWEST_GROUPS` groups with words, or fewer than
    `FEWEST_TEXTS` texts that have the feature.

    >>> words, few = np.full(600, 300.0), np.repeat([0, 1, 2, 3, 4, 5], [200, 180, 100, 80, 30, 10])
    >>> counts = np.random.default_rng(1).poisson(np.array([1, 2, 1, 1, 2, 2])[few]).astype(float)
    >>> known = shrunken_rates(counts, words, few, np.arange(600), np.zeros(600, int))
    >>> bool(known.shrinkage[0] < known.shrinkage[5])
    True
    """
    articles = _Articles.of(counts, bases, groups, clusters, strata)
    articles.require_enough()
    model, dispersion = articles.settled()
    fits = model.fits()
    weights = softmax([one.log_weight for one in fits])

    def over_all(name: str) -> Numbers:
        return np.array([getattr(one, name) for one in fits])

    levels, errors, spreads = (over_all(name) for name in ("levels", "errors", "spread"))
    free = max(articles.n_holding - articles.n_groups, _FEWEST_FREE)
    reach = float(t.ppf((1 + level) / 2, free)) / z_of(level)
    low, high = (
        _quantile(levels, reach * errors, weights, (1 + side * level) / 2) for side in (-1, 1)
    )
    value, low, high = (np.exp(one) for one in (weights @ levels, low, high))
    return ShrunkenRates(
        raw=model.raw(weights @ over_all("strata")),
        value=value[:-1],
        low=low[:-1],
        high=high[:-1],
        shrinkage=weights @ over_all("shrinkage"),
        n_texts=articles.n_texts,
        pooled=Estimate(float(value[-1]), float(low[-1]), float(high[-1])),
        spread=_spread(spreads, weights, level),
        dispersion=dispersion,
    )


def require_groups(n: int) -> None:
    """Raise `FramingError` for fewer groups than can tell how far apart groups lie."""
    if n < FEWEST_GROUPS:
        raise FramingError(
            f"{n} groups are too few to say how far apart groups lie. Give {FEWEST_GROUPS} at "
            "least, or compare them two by two."
        )


@dataclass(frozen=True, eq=False)
class _Articles:
    """Articles with a base; of each its group and stratum, and which text it is."""

    counts: Numbers
    bases: Numbers
    groups: Keys
    strata: Keys
    text: Keys
    of_text: Keys  # of each text its group

    @classmethod
    def of(
        cls, counts: Numbers, bases: Numbers, groups: Keys, clusters: Keys, strata: Keys
    ) -> "_Articles":
        here = bases > 0
        texts, text = np.unique(np.stack([groups, clusters])[:, here], axis=1, return_inverse=True)
        return cls(counts[here], bases[here], groups[here], strata[here], text.ravel(), texts[0])

    @property
    def n_groups(self) -> int:
        return len(np.unique(self.groups))

    @property
    def n_texts(self) -> Keys:
        return np.bincount(self.of_text, minlength=self.n_groups)

    @property
    def n_holding(self) -> int:
        return int((np.bincount(self.text, self.counts) > 0).sum())

    def require_enough(self) -> None:
        """Raise `FramingError` where a spread of groups could not be told."""
        require_groups(self.n_groups)
        if self.n_holding < FEWEST_TEXTS:
            raise FramingError(
                f"{self.n_holding} independent articles have it, too few to draw rates together. "
                f"Give articles of which {FEWEST_TEXTS} have it, or choose something commoner."
            )

    def settled(self) -> tuple[MixedModel, float]:
        """The model of these articles, its counts as many as their dispersion leaves."""
        shape = self.n_groups, int(self.strata.max()) + 1
        place = self.groups * shape[1] + self.strata
        counts, bases = (
            np.bincount(place, one, shape[0] * shape[1]).reshape(shape)
            for one in (self.counts, self.bases)
        )
        words, of_group, k = bases.sum(axis=0), np.ones(shape[0]), 0.0
        for _ in range(_ROUNDS):
            model = MixedModel(counts / of_group[:, None], bases / of_group[:, None], words)
            usual = model.fit(_USUAL, _USUAL if shape[1] > 1 else ALONE)
            mean = self.bases * np.exp(usual.groups[self.groups] + usual.strata[self.strata])
            means, found = (np.bincount(self.text, one) for one in (mean, self.counts))
            n, square = len(means), means**2
            beyond = n / max(n - shape[0], 1) * ((found - means) ** 2).sum() - means.sum()
            k = max(0.0, float(beyond / square.sum()))
            sums = (np.bincount(self.of_text, one, shape[0]) for one in (square, means))
            of_group = 1 + k * next(sums) / next(sums)
        return model, k


def _quantile(levels: Numbers, errors: Numbers, weights: Numbers, p: float) -> Numbers:
    """Of each column the point below which a part p of a mixture of normals lies."""
    low, high = (levels - 9 * errors).min(axis=0), (levels + 9 * errors).max(axis=0)
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        is_below = weights @ ndtr((middle - levels) / errors) < p
        low, high = np.where(is_below, middle, low), np.where(is_below, high, middle)
    return np.asarray((low + high) / 2)


def _spread(spreads: Numbers, weights: Numbers, level: float) -> Estimate:
    """The mean of what was tried, and the points beyond which little of the weight lies."""
    order = np.argsort(spreads, kind="stable")
    below = np.cumsum(weights[order]) - weights[order] / 2
    low, high = (
        float(np.interp((1 + side * level) / 2, below, spreads[order])) for side in (-1, 1)
    )
    return Estimate(float(weights @ spreads), low, high)
