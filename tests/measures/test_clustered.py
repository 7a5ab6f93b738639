"""Rates and shares with articles as cases: resampled, and laws."""

from math import isnan

import numpy as np
import pytest

from framing.measures import clustered_rate, clustered_share, percentiles, resampled_sums

COUNTS, BASES = [7, 3, 6, 9, 1], [363, 563, 379, 543, 445]


def test_pearsons_dispersion_of_the_five_texts_is_the_one_worked_elsewhere():
    counts, words = np.array(COUNTS), np.array(BASES)
    expected = counts.sum() * words / words.sum()
    assert ((counts - expected) ** 2 / expected).sum() / 4 == pytest.approx(2.2614, abs=5e-5)


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
