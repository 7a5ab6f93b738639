"""Ratios with articles as cases: against the sandwich written out, another model, and laws."""

from math import exp, isnan, log, sqrt

import numpy as np
import pytest
from scipy.stats import t
from statsmodels.genmod.cov_struct import Independence
from statsmodels.genmod.families import Poisson
from statsmodels.genmod.generalized_estimating_equations import GEE

from framing.base.errors import FramingError
from framing.measures import (
    bootstrap_ratio,
    clustered_rate,
    clustered_share,
    percentiles,
    regression_ratio,
    resampled_sums,
)

COUNTS, BASES = [7, 3, 6, 9, 1], [363, 563, 379, 543, 445]


def articles(n=60, seed=5, *, per_cluster=1):
    """Articles of two outlets: counts, words, whose they are, and their wire cluster."""
    chance = np.random.default_rng(seed)
    words = chance.integers(200, 900, n).astype(float)
    is_target = np.arange(n) % 2 == 0
    counts = chance.negative_binomial(2, 0.4, n).astype(float)
    return counts, words, is_target, np.arange(n) // per_cluster


def test_pearsons_dispersion_of_the_five_texts_is_the_one_worked_elsewhere():
    counts, words = np.array(COUNTS), np.array(BASES)
    expected = counts.sum() * words / words.sum()
    assert ((counts - expected) ** 2 / expected).sum() / 4 == pytest.approx(2.2614, abs=5e-5)


def test_without_clusters_the_ratio_is_that_of_the_rates_and_its_error_the_sandwich():
    y, n, x, alone = articles()
    known = regression_ratio(y, n, x, alone)
    variance = 0.0
    for side in (x, ~x):
        rate = y[side].sum() / n[side].sum()
        variance += ((y[side] - rate * n[side]) ** 2).sum() / y[side].sum() ** 2
    variance *= 60 / 59 * 59 / 58
    reach = t.ppf(0.975, 29) * sqrt(variance)
    ratio = (y[x].sum() / n[x].sum()) / (y[~x].sum() / n[~x].sum())
    assert known.value == pytest.approx(ratio)
    assert (known.low, known.high) == pytest.approx((ratio * exp(-reach), ratio * exp(reach)))
    assert known.p == pytest.approx(2 * t.sf(abs(log(ratio)) / sqrt(variance), 29))


@pytest.mark.parametrize("per_cluster", [1, 3])
def test_within_events_the_ratio_and_its_error_are_those_of_another_model(per_cluster):
    y, n, x, clusters = articles(per_cluster=per_cluster)
    events = np.arange(60) // 12
    known = regression_ratio(y, n, x, clusters, events)
    design = np.column_stack([x, events[:, None] == np.unique(events)]).astype(float)
    model = GEE(y, design, clusters, family=Poisson(), cov_struct=Independence(), offset=np.log(n))
    theirs = model.fit(cov_type="robust")
    groups = len(np.unique(clusters))
    error = theirs.bse[0] * sqrt(groups / (groups - 1) * 59 / (60 - 6))
    few = min(len(np.unique(clusters[side])) for side in (x, ~x))
    assert known.value == pytest.approx(exp(theirs.params[0]), rel=1e-6)
    assert log(known.high / known.value) == pytest.approx(t.ppf(0.975, few - 1) * error, rel=1e-5)


def test_events_with_one_outlet_or_without_occurrences_tell_nothing():
    y, n, x, alone = articles()
    events = np.arange(60) // 12
    before = regression_ratio(y, n, x, alone, events)
    more = np.array([5.0, 2.0, 0.0, 0.0])
    after = regression_ratio(
        np.append(y, more),
        np.append(n, [300.0] * 4),
        np.append(x, [True, True, True, False]),
        np.append(alone, [97, 98, 99, 100]),
        np.append(events, [50, 50, 51, 51]),
    )
    assert after.value == pytest.approx(before.value)


@pytest.mark.parametrize("estimate", [regression_ratio, bootstrap_ratio])
def test_swapping_the_groups_turns_the_ratio_upside_down(estimate):
    y, n, x, alone = articles()
    one, other = estimate(y, n, x, alone), estimate(y, n, ~x, alone)
    assert other.value == pytest.approx(1 / one.value)
    assert (other.low, other.high) == pytest.approx((1 / one.high, 1 / one.low), rel=0.02)
    assert one.low < one.value < one.high


def test_one_copy_printed_by_all_is_one_text():
    y, n, x, alone = articles(40)
    whole = regression_ratio(y, n, x, alone)
    copied = regression_ratio(
        np.repeat(y, 3), np.repeat(n, 3), np.repeat(x, 3), np.repeat(alone, 3)
    )
    assert copied.value == pytest.approx(whole.value)
    assert log(copied.high / copied.low) == pytest.approx(log(whole.high / whole.low), rel=0.02)
    naive = regression_ratio(np.repeat(y, 3), np.repeat(n, 3), np.repeat(x, 3), np.arange(120))
    assert log(naive.high / naive.low) < 0.7 * log(whole.high / whole.low)


def test_resampled_and_modelled_intervals_are_alike():
    y, n, x, alone = articles(400)
    one, other = regression_ratio(y, n, x, alone), bootstrap_ratio(y, n, x, alone)
    assert log(other.high / other.low) == pytest.approx(log(one.high / one.low), rel=0.1)
    assert isnan(other.p)


def test_within_many_events_the_resampled_ratio_is_that_of_mantel_and_haenszel():
    y, n, x, alone = articles()
    events = np.arange(60) // 2
    pairs = [np.flatnonzero(events == event) for event in range(30)]
    over = sum(y[a] * n[b] / (n[a] + n[b]) for a, b in pairs)
    under = sum(y[b] * n[a] / (n[a] + n[b]) for a, b in pairs)
    known = bootstrap_ratio(y, n, x, alone, events)
    assert known.value == pytest.approx(over / under)
    assert known.low < known.value < known.high


@pytest.mark.parametrize("estimate", [regression_ratio, bootstrap_ratio])
def test_too_few_articles_are_refused(estimate):
    y, n, x, alone = articles(19)
    with pytest.raises(FramingError, match="needs 20 independent articles, and there are 19"):
        estimate(y, n, x, alone)
    y, n, x, alone = articles(24)
    with pytest.raises(FramingError, match="there are 8"):
        estimate(y, n, x, alone // 3)
    with pytest.raises(FramingError, match="needs 5 independent articles of each group"):
        estimate(y, n, np.arange(24) < 4, alone)


def test_a_bootstrap_within_few_events_and_a_ratio_of_nothing_are_refused():
    y, n, x, alone = articles()
    with pytest.raises(FramingError, match="each taken as one text, needs 20"):
        bootstrap_ratio(y, n, x, alone, np.arange(60) // 12)
    with pytest.raises(FramingError, match="A group without any occurrence"):
        regression_ratio(np.where(x, 0.0, y), n, x, alone)


def test_resampling_five_texts_gives_the_percentiles_worked_elsewhere():
    sums = resampled_sums(np.column_stack([COUNTS, BASES]).astype(float))
    rates = 1000 * sums[:, 0] / sums[:, 1]
    assert np.quantile(rates, [0.025, 0.975]) == pytest.approx([5.75, 17.34], abs=0.25)
    low, high = percentiles(rates, 5)
    assert low < 5.75
    assert high > 17.34  # widened: five texts are few


def test_resamples_are_the_same_however_they_are_cut(monkeypatch):
    sums = np.arange(60.0).reshape(30, 2)
    whole = resampled_sums(sums, seed=3)
    monkeypatch.setattr("framing.measures.resampling._CELLS", 1000)
    assert np.array_equal(resampled_sums(sums, seed=3), whole)


def test_no_resample_with_an_estimate_is_no_interval():
    assert all(isnan(end) for end in percentiles(np.array([np.nan]), 30))


def test_a_rate_is_the_share_of_words_that_are_mentions():
    counts, words = np.array([3.0, 0, 1, 4, 2]), np.array([500.0, 300, 400, 600, 350])
    rate, share = clustered_rate(counts, words), clustered_share(counts, words)
    assert rate[:3] == pytest.approx([1000 * one for one in share[:3]])
    assert rate.value == pytest.approx(1000 * counts.sum() / words.sum())


def test_a_rate_from_articles_that_go_together_is_less_sure():
    words = np.full(40, 500.0)
    even, heaped = np.full(40, 2.0), np.repeat([8.0, 0, 0, 0], 10)
    sure, unsure = clustered_rate(even, words), clustered_rate(heaped, words)
    assert sure.value == unsure.value
    assert unsure.low < sure.low < sure.value < sure.high < unsure.high
