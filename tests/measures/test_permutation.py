"""Permuted labels: against scipy, against every labelling written out, and laws."""

from itertools import combinations
from math import inf, isinf, isnan

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import permutation_test

from framing.measures import DRAWS, GUARDS, PermutedRatios, permuted_ratios


def articles(n=60, seed=5, n_features=1, ratio=1.0):
    """Articles of two outlets: counts, words, and whose they are."""
    chance = np.random.default_rng(seed)
    words = chance.integers(200, 900, n).astype(float)
    is_target = np.arange(n) % 2 == 0
    mean = words / 300 * np.where(is_target, ratio, 1)
    counts = chance.poisson(mean * chance.gamma(1.5, 1 / 1.5, (n_features, n))).astype(float)
    return counts, np.repeat(words[None], n_features, 0), is_target


def compared(counts, words, is_target, clusters=None, strata=None, **asked) -> PermutedRatios:
    n = len(is_target)
    return permuted_ratios(
        counts,
        words,
        is_target,
        np.arange(n) if clusters is None else clusters,
        np.zeros(n, np.int64) if strata is None else strata,
        **asked,
    )


def z_of(y, n, x, strata, ratio=1.0):
    """The statistic as the docstring writes it, article by article."""
    score = []
    for stratum in np.unique(strata):
        here = strata == stratum
        expected = n[here] * np.where(x[here], ratio, 1)
        residuals = y[here] - expected * y[here].sum() / expected.sum()
        odds = ratio * x[here].sum() / (~x[here]).sum()
        score += list((x[here] - odds / (1 + odds)) * residuals)
    return sum(score) / np.sqrt(sum(one**2 for one in score))


def test_where_there_are_few_ways_every_labelling_is_taken():
    y, n, x = articles(20)
    x = np.arange(20) < 5
    strata = (np.arange(20) >= 14).astype(np.int64)  # 14 articles of an event, 6 of another
    x[[14, 15]] = True
    known = compared(y, n, x, strata=strata, draws=50_000)
    ways = [
        (*one, *(14 + np.array(other)))
        for one in combinations(range(14), 5)
        for other in combinations(range(6), 2)
    ]
    chance = []
    for way in ways:
        labels = np.zeros(20, bool)
        labels[list(map(int, way))] = True
        chance.append(z_of(y[0], n[0], labels, strata))
    seen, ranked, rank = z_of(y[0], n[0], x, strata), np.sort(chance), int(0.025 * len(ways))
    tail = ranked[-rank] if seen > 0 else ranked[rank - 1]
    far = [one / (ranked[-rank] if one > 0 else ranked[rank - 1]) for one in chance]
    assert known.is_exact
    assert known.n_permutations == len(ways) == 2002 * 15
    assert known.p[0] == pytest.approx(np.mean(np.array(far) >= seen / tail - 1e-9))


def test_alike_groups_are_judged_as_scipy_judges_them():
    y, n, x = articles(60, ratio=1.6)

    def statistic(one, other, axis=-1):
        pooled = (one.sum(axis) + other.sum(axis)) / 2
        half = np.sqrt((one**2).sum(axis) + (other**2).sum(axis))
        return (one.sum(axis) - pooled) / half

    even = np.full_like(n, 400.0)
    residuals = y[0] - y[0].mean()  # bases alike: a permutation of residuals
    theirs = permutation_test(
        (residuals[x], residuals[~x]), statistic, vectorized=True, n_resamples=9_999, rng=1
    )
    assert compared(y, even, x).p[0] == pytest.approx(theirs.pvalue, abs=0.02)


@pytest.mark.parametrize("n_strata", [1, 4])
def test_the_ends_are_the_ratios_at_which_the_statistic_leaves_its_quantiles(n_strata):
    y, n, x = articles(80, ratio=1.5)
    strata = np.arange(80) // 2 % n_strata
    known = compared(y, n, x, strata=strata)
    low, high = (z_of(y[0], n[0], x, strata, end[0]) for end in (known.low, known.high))
    assert low > 0 > high
    assert z_of(y[0], n[0], x, strata, known.low[0] * 0.9) > low
    assert z_of(y[0], n[0], x, strata, known.high[0] * 1.1) < high
    if n_strata == 1:
        rates = [y[0, side].sum() / n[0, side].sum() for side in (x, ~x)]
        assert known.value[0] == pytest.approx(rates[0] / rates[1], rel=1e-3)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.integers(20, 50), st.integers(1, 3), st.floats(0.2, 5))
def test_an_interval_without_1_and_a_p_below_5_percent_are_the_same(seed, n, n_strata, ratio):
    y, words, x = articles(n, seed, 3, ratio)
    known = compared(y, words, x, strata=np.arange(n) // 2 % n_strata)
    for place, reason in enumerate(known.reasons):
        if reason is None:
            low, high, p = known.low[place], known.high[place], known.p[place]
            assert low <= known.value[place] <= high
            assert known.low_together[place] <= low
            assert high <= known.high_together[place]
            assert known.p_together[place] >= p
            near = min(abs(np.log(max(low, 1e-9))), abs(np.log(min(high, 1e9)))) < 1e-3
            assert near or (p <= 0.05) == (not low < 1 < high)


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10_000), st.integers(20, 50))
def test_swapping_the_groups_turns_the_ratio_upside_down(seed, n):
    y, words, x = articles(n, seed, 2)
    one, other = compared(y, words, x), compared(y, words, ~x)
    assert np.array_equal(one.p, other.p, equal_nan=True)
    with np.errstate(divide="ignore"):
        assert other.value == pytest.approx(1 / one.value, rel=1e-3)
        assert other.low == pytest.approx(1 / one.high, rel=1e-3, nan_ok=True)


def test_copies_change_their_label_together_and_count_once():
    y, n, x = articles(40, ratio=1.5)
    whole = compared(y, n, x)
    thrice = [np.repeat(one, 3, axis=-1) for one in (y, n, x)]
    copied = compared(*thrice, clusters=np.repeat(np.arange(40), 3))
    assert copied.p == pytest.approx(whole.p)
    assert copied.low == pytest.approx(whole.low)
    assert copied.high == pytest.approx(whole.high)
    assert compared(*thrice).p < whole.p
    assert (copied.n_clusters[0], copied.n_clusters_reference[0]) == (20, 20)


def test_copies_that_both_groups_print_keep_their_labels():
    y, n, x = articles(60, ratio=2)
    pairs = np.arange(60) // 2  # each text is printed by both
    known = compared(y, n, x, clusters=pairs)
    assert known.reasons == [GUARDS.reasons[3]]
    assert isnan(known.p[0])
    mixed = np.where(np.arange(60) < 10, 0, np.arange(60))
    assert compared(y, n, x, clusters=mixed).reasons == [None]


def test_events_of_one_group_or_without_occurrence_tell_nothing():
    y, n, x = articles(60)
    events = np.arange(60) // 20
    y[0, events == 2] = 0
    known = compared(y, n, x, strata=events)
    assert (known.n_clusters[0], known.n_clusters_reference[0]) == (20, 20)
    few = compared(y[:, 48:], n[:, 48:], x[48:], strata=events[48:])
    assert few.reasons == [GUARDS.reasons[0]]
    late = (np.arange(60) >= 17).astype(np.int64)  # 17 articles with, 43 without
    y[0, late == 1] = 0
    assert compared(y, n, x, strata=late).reasons == [GUARDS.reasons[1]]


def test_a_zero_in_one_group_has_a_test_and_one_end():
    y, n, x = articles(80, ratio=2)
    y[0, x] = 0
    known = compared(y, n, x)
    assert (known.value[0], known.low[0]) == (0, 0)
    assert 0 < known.high[0] < 0.5
    assert known.p[0] == 1 / (DRAWS + 1)
    other = compared(y, n, ~x)
    assert isinf(other.value[0])
    assert (other.high[0], other.low[0]) == (inf, pytest.approx(1 / known.high[0], rel=1e-3))


def test_what_few_articles_hold_is_refused():
    y, n, x = np.zeros((1, 80)), np.full((1, 80), 400.0), np.arange(80) % 2 == 0
    y[0, [0, 1]] = 30, 1
    known = compared(y, n, x)
    assert known.reasons == [GUARDS.reasons[2]]
    assert isnan(known.p[0])
    assert isnan(known.low[0])


def test_a_family_does_not_shrink_by_what_cannot_be_tested():
    y, n, x = articles(60, n_features=4, ratio=1.5)
    rare = np.zeros_like(y)
    rare[:, :3] = 1
    more = compared(np.vstack([y, rare]), np.vstack([n, n]), x)
    fewer = compared(y, n, x)
    assert more.reasons == [None] * 4 + [GUARDS.reasons[2]] * 4
    assert more.p[:4] == pytest.approx(fewer.p)
    assert (more.p_together[:4] >= fewer.p_together).all()
    twice = compared(y, n, x, n_comparisons=2)
    assert twice.p_together == pytest.approx(np.minimum(1, 2 * fewer.p_together))


def test_the_same_seed_draws_the_same_again():
    y, n, x = articles(60)
    assert compared(y, n, x, seed=3).p == compared(y, n, x, seed=3).p
    assert compared(y, n, x, seed=3).p != compared(y, n, x, seed=4).p
