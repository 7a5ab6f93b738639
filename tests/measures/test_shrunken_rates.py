"""Rates drawn together: laws of shrinkage, an integral, another library's model, refusals."""

import numpy as np
import pytest
from scipy.special import gammaln
from statsmodels.genmod.bayes_mixed_glm import PoissonBayesMixedGLM

from framing.base.errors import FramingError
from framing.measures import shrunken_rates
from framing.measures.mixed_model import MixedModel

SIZES = (200, 180, 100, 80, 30, 12)
LEVELS = np.array([1.0, 2.0, 1.0, 1.4, 2.2, 3.0])


def articles(levels=LEVELS, sizes=SIZES, words=300.0, seed=1, burst=0.0):
    """Counts, words and groups of articles; with `burst` counts vary beyond chance."""
    chance = np.random.default_rng(seed)
    group = np.repeat(np.arange(len(sizes)), sizes)
    mean = np.asarray(levels)[group]
    if burst:
        mean = mean * chance.gamma(1 / burst, burst, len(group))
    return chance.poisson(mean).astype(float), np.full(len(group), words), group


def shrunk(counts, bases, group, clusters=None, strata=None, **options):
    alone, whole = np.arange(len(group)), np.zeros(len(group), int)
    return shrunken_rates(
        counts, bases, group, alone if clusters is None else clusters,
        whole if strata is None else strata, **options,
    )  # fmt: skip


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("burst", [0.0, 2.0])
def test_rates_are_drawn_towards_the_pooled_one_and_never_beyond(seed, burst) -> None:
    known = shrunk(*articles(seed=seed, burst=burst))
    far = np.abs(np.log(known.raw / known.pooled.value)) > 0.02
    between = np.sort([known.raw, np.full(len(SIZES), known.pooled.value)], axis=0)
    assert ((known.value >= between[0]) & (known.value <= between[1]))[far].all()
    assert ((known.low < known.value) & (known.value < known.high)).all()


@pytest.mark.parametrize("seed", range(8))
def test_the_fewer_the_words_the_more_a_rate_is_drawn(seed) -> None:
    known = shrunk(*articles(np.full(6, 2.0), seed=seed))
    assert np.argsort(known.shrinkage).tolist() == list(range(6))
    counts, bases, group = articles(seed=seed)
    more = shrunk(np.tile(counts, 4), np.tile(bases, 4), np.tile(group, 4))
    less = shrunk(counts, bases, group)
    assert (more.shrinkage < less.shrinkage).all()
    np.testing.assert_allclose(more.raw, less.raw)


def test_groups_that_do_not_differ_are_drawn_nearly_together_and_far_ones_are_left() -> None:
    alike = shrunk(*articles(np.full(12, 1.0), (40,) * 12))
    assert np.ptp(np.log(alike.value)) < 0.5 * np.ptp(np.log(alike.raw))
    apart = shrunk(*articles(np.geomspace(1, 60, 12), (40,) * 12))
    np.testing.assert_allclose(apart.value, apart.raw, rtol=0.05)
    assert alike.spread.high < apart.spread.low


def integrated(counts, bases, spread):
    """Posterior means of the groups' logarithms by adding up over a grid, with a flat middle."""
    middles = np.log(counts.sum() / bases.sum()) + np.linspace(-3, 3, 601)
    at = np.linspace(-6, 6, 1201)
    levels = middles[:, None] + spread * at
    told, weights = [], np.zeros(len(middles))
    for y, n in zip(counts, bases, strict=True):
        like = y * levels - n * np.exp(levels) - gammaln(y + 1) - at**2 / 2
        top = like.max(axis=1, keepdims=True)
        mass = np.exp(like - top)
        weights += top.ravel() + np.log(mass.sum(axis=1))
        told.append((mass * levels).sum(axis=1) / mass.sum(axis=1))
    weights = np.exp(weights - weights.max())
    return np.array(told) @ weights / weights.sum()


@pytest.mark.parametrize("spread", [0.2, 0.6, 1.2])
def test_the_model_agrees_with_a_numerical_integral(spread) -> None:
    counts, bases = np.array([40.0, 85, 22, 18, 9, 7]), np.array([40.0, 40, 20, 12, 5, 2])
    known = MixedModel(counts[:, None], bases[:, None], bases.sum()[None]).fit(spread, 1e-3)
    exact = integrated(counts, bases, spread)
    assert (np.abs(known.levels - np.append(exact, exact.mean())) < 0.3 * known.errors).all()


def test_the_model_agrees_with_another_librarys() -> None:
    counts, _, group = articles(words=1.0)
    membership = np.eye(len(SIZES))[group]
    other = PoissonBayesMixedGLM(
        counts, np.ones((len(counts), 1)), membership, np.zeros(len(SIZES), int), vcp_p=1.0
    ).fit_map()
    known = shrunk(counts, np.ones(len(counts)), group)
    theirs = np.exp(other.fe_mean[0] + other.vc_mean)
    np.testing.assert_allclose(known.value, theirs, rtol=0.06)


def test_what_copies_say_is_said_once() -> None:
    counts, bases, group = articles(burst=1.0)
    thrice = [np.repeat(one, 3) for one in (counts, bases, group)]
    text = np.repeat(np.arange(len(group)), 3)
    once, known, untold = shrunk(counts, bases, group), shrunk(*thrice, text), shrunk(*thrice)
    np.testing.assert_allclose(known.value, once.value, rtol=0.06)
    np.testing.assert_allclose(known.high / known.low, once.high / once.low, rtol=0.12)
    assert (untold.high / untold.low < known.high / known.low).all()
    assert known.n_texts.tolist() == list(SIZES)


def test_counts_in_bursts_widen_the_intervals() -> None:
    even, uneven = (shrunk(*articles(burst=one, seed=3)) for one in (0.0, 3.0))
    assert even.dispersion < 0.2 < 2 < uneven.dispersion
    assert np.median(uneven.high / uneven.low) > np.median(even.high / even.low)


def test_who_writes_of_an_event_with_more_of_it_has_no_more_of_it() -> None:
    chance = np.random.default_rng(5)
    group = np.repeat(np.arange(6), 100)
    event = (chance.random(600) < np.linspace(0.1, 0.9, 6)[group]).astype(int)
    counts = chance.poisson(np.array([0.5, 4.0])[event]).astype(float)
    bases = np.full(600, 300.0)
    crude, known = shrunk(counts, bases, group), shrunk(counts, bases, group, strata=event)
    assert np.ptp(np.log(crude.value)) > 1
    assert np.ptp(np.log(known.value)) < 0.2
    assert np.ptp(np.log(known.raw)) < 0.5
    pooled = counts.sum() / bases.sum()
    assert known.pooled.low < pooled < known.pooled.high


def test_an_event_that_one_group_alone_writes_of_tells_nothing_surely() -> None:
    counts, bases, group = articles()
    alone = shrunk(counts, bases, group, strata=np.where(group == 5, 1, 0))
    shared = shrunk(counts, bases, group)
    assert alone.high[5] / alone.low[5] > 1.2 * shared.high[5] / shared.low[5]


def test_too_little_is_refused_in_a_sentence() -> None:
    counts, bases, group = articles()
    few = group < 4
    with pytest.raises(FramingError, match=r"^4 groups are too few .* two by two\.$"):
        shrunk(counts[few], bases[few], group[few])
    counts[np.flatnonzero(counts)[19:]] = 0
    with pytest.raises(FramingError, match=r"^19 independent articles have it, too few"):
        shrunk(counts, bases, group)
