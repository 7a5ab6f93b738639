"""Corrections for measurement error: against the truth they must give back, and its coverage."""

import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from framing.base.errors import FramingError
from framing.measures import (
    Estimate,
    back_calculated,
    corrected_count,
    multiplied,
)

RATES = st.integers(55, 100)  # per cent right, better than chance


@given(st.integers(1, 99), RATES, RATES)
def test_two_classes_by_matrix_are_rogan_and_gladen(
    found: int, sensitivity: int, specificity: int
) -> None:
    confusion = [[sensitivity, 100 - sensitivity], [100 - specificity, specificity]]
    share = (found + specificity - 100) / (sensitivity + specificity - 100)
    assume(0 <= share <= 1)
    assert back_calculated([found, 100 - found], confusion) == pytest.approx([share, 1 - share])


@given(st.lists(st.integers(1, 9), min_size=3, max_size=3), st.lists(st.integers(0, 3), min_size=6))
def test_the_true_shares_of_three_classes_come_back(truth: list[int], wrong: list[int]) -> None:
    confusion = np.diag([10, 10, 10])
    confusion[~np.eye(3, dtype=bool)] = wrong[:6]
    shares = np.array(truth) / sum(truth)
    found = shares @ (confusion / confusion.sum(axis=1, keepdims=True))
    assert back_calculated(found, confusion) == pytest.approx(shares)


def test_corrections_that_cannot_be_say_why() -> None:
    with pytest.raises(FramingError, match="a coded case in each row"):
        back_calculated([0.5, 0.5], [[5, 5], [0, 0]])
    with pytest.raises(FramingError, match="cannot be told apart"):
        back_calculated([0.5, 0.5], [[5, 5], [5, 5]])
    with pytest.raises(FramingError, match="1 coded articles of 9 cannot correct a count"):
        corrected_count(5, [1], [1], articles=9)
    with pytest.raises(FramingError, match="cannot have level 2"):
        corrected_count(5, [1, 2], [1, 2], articles=9, level=2)


def test_a_corrected_count_is_the_found_one_times_precision_over_recall() -> None:
    found, coded, matched = [3, 1, 0, 4], [2, 2, 1, 4], [2, 1, 0, 4]
    precision, recall = sum(matched) / sum(found), sum(matched) / sum(coded)
    known = corrected_count(100, found, coded, articles=50)
    assert known.value == pytest.approx(100 * precision / recall)
    assert known.low <= known.value <= known.high


def test_coding_every_article_leaves_nothing_unsure() -> None:
    known = corrected_count(4, [3, 1, 0], [2, 2, 1], articles=3)
    assert (known.low, known.value, known.high) == (5, 5, 5)


def test_a_sample_in_which_nothing_was_found_still_counts_what_was_coded() -> None:
    known = corrected_count(7, [0, 0], [1, 0], articles=10)
    assert known.value == 5
    assert 1 <= known.low < 5 < known.high < math.inf


def test_a_sample_in_which_nothing_was_right_bounds_what_there_may_be() -> None:
    known = corrected_count(7, [1, 0], [0, 0], articles=10)
    assert known.low == known.value == 0
    assert 0 < known.high < math.inf


def test_a_sample_with_nothing_found_and_nothing_coded_says_nothing() -> None:
    known = corrected_count(7, [0, 0, 0], [0, 0, 0], articles=10)
    assert all(math.isnan(one) for one in (known.value, known.low, known.high))


def test_a_sample_without_an_error_does_not_say_that_there_is_none() -> None:
    known = corrected_count(600, [2, 0, 1, 3] * 10, [2, 0, 1, 3] * 10, articles=1000)
    assert known.value == 600
    assert 500 < known.low < 580
    assert 620 < known.high < 720


def test_articles_count_as_often_as_they_stand_for_others() -> None:
    weights = np.array([1.0, 3, 3, 3])
    once = corrected_count(50, [2, 1, 0, 2], [1, 1, 1, 2], articles=10, weights=weights)
    assert once.value == pytest.approx(50 * (1 + 3 * 4) / (2 + 3 * 3))


ESTIMATES = st.tuples(st.floats(0.1, 10), st.floats(0.1, 1), st.floats(1, 10)).map(
    lambda one: Estimate(one[0], one[0] * one[1], one[0] * one[2])
)


@given(many=st.lists(ESTIMATES, min_size=1, max_size=4), others=st.lists(ESTIMATES, max_size=3))
def test_what_is_divided_is_multiplied_by_what_is_turned_over(many, others) -> None:
    turned = [Estimate(1 / one.value, 1 / one.high, 1 / one.low) for one in others]
    known = multiplied(many, others)
    assert known == pytest.approx(multiplied([*turned, *many]))
    assert known.low <= known.value <= known.high
    assert multiplied(many[:1]) == pytest.approx(many[0])
    product = math.prod(one.value for one in many) / math.prod(one.value for one in others)
    assert known.value == pytest.approx(product)


def test_an_end_that_is_nowhere_stays_so() -> None:
    known = multiplied([Estimate(2, 0, math.inf), Estimate(3, 2, 4)])
    assert known == (pytest.approx(6), 0, math.inf)


def _covered(known, truth):
    return known.low <= truth <= known.high


def test_corrected_counts_cover_the_truth_as_often_as_they_say() -> None:
    chance = np.random.default_rng(7)
    for mean, recall, extra in ((2.0, 0.7, 0.3), (1.0, 0.9, 0.05)):
        coded = chance.negative_binomial(mean / 1.26, 1 / 2.26, 600)  # dispersion 2.26
        found = chance.binomial(coded, recall) + chance.poisson(extra, 600)
        hits = []
        for _ in range(1000):
            drawn = chance.choice(600, 60, replace=False)
            known = corrected_count(int(found.sum()), found[drawn], coded[drawn], articles=600)
            hits.append(_covered(known, coded.sum()))
        assert np.mean(hits) > 0.93
