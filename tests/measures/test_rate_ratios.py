"""Ratios of rates, score and exact intervals against statsmodels and scipy, and their laws."""

from math import inf, isnan

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom
from statsmodels.stats.proportion import multinomial_proportions_confint, proportion_confint
from statsmodels.stats.rates import confint_poisson
from statsmodels.stats.rates import test_poisson_2indep as statsmodels_test

from framing.base.errors import FramingError
from framing.measures import (
    clopper_pearson,
    goodman,
    rate_per_1000,
    rate_ratio,
    rate_ratio_interval,
    rate_ratio_test,
    rate_score,
    share,
)

COUNTS = st.integers(0, 200)
BASES = st.integers(1, 50_000)
LEVELS = st.sampled_from([0.5, 0.8, 0.9, 0.95, 0.99])
CLOSE = 1e-9  # two roads to one quantile part in the last digits only
FOUR = (9, 543, 1, 445)


@st.composite
def parts(draw: st.DrawFn) -> tuple[int, int]:
    base = draw(st.integers(1, 2000))
    return draw(st.integers(0, base)), base


@given(COUNTS, BASES, LEVELS)
def test_the_score_interval_of_a_rate_is_that_of_statsmodels(
    count: int, base: int, level: float
) -> None:
    low, high = confint_poisson(count, base, method="score", alpha=1 - level)
    expected = (low * 1000, high * 1000)
    assert rate_score(count, base, level=level) == pytest.approx(expected, rel=CLOSE, abs=CLOSE)


def test_the_score_interval_worked_elsewhere_comes_out_to_the_printed_digit() -> None:
    assert [round(end, 2) for end in rate_score(17, 363)] == [29.24, 75.01]


@given(COUNTS, BASES)
def test_a_rate_lies_in_its_score_interval(count: int, base: int) -> None:
    low, high = rate_score(count, base)
    assert low <= rate_per_1000(count, base) < high


@given(parts(), LEVELS)
def test_the_exact_interval_of_a_share_is_that_of_statsmodels(
    part: tuple[int, int], level: float
) -> None:
    low, high = proportion_confint(*part, alpha=1 - level, method="beta")
    assert clopper_pearson(*part, level=level) == pytest.approx((low, high), abs=CLOSE)


def test_the_exact_interval_of_a_quarter_of_twenty_is_the_one_worked_elsewhere() -> None:
    assert [round(end, 4) for end in clopper_pearson(5, 20)] == [0.0866, 0.4910]


@given(st.lists(st.integers(0, 300), min_size=2, max_size=8), LEVELS)
def test_simultaneous_intervals_are_those_of_statsmodels_and_hold_their_shares(
    counts: list[int], level: float
) -> None:
    ours = goodman(counts, level=level)
    if not sum(counts):
        assert all(isnan(end) for interval in ours for end in interval)
        return
    theirs = multinomial_proportions_confint(counts, alpha=1 - level, method="goodman")
    for interval, expected, count in zip(ours, theirs.tolist(), counts, strict=True):
        assert interval == pytest.approx(tuple(expected), abs=CLOSE)
        assert interval.low - CLOSE <= share(count, sum(counts)) <= interval.high + CLOSE


def test_the_ratio_worked_elsewhere_comes_out_to_the_printed_digit() -> None:
    assert round(rate_ratio(*FOUR), 1) == 7.4
    low, high = rate_ratio_interval(*FOUR)
    assert (round(low, 3), round(high, 1)) == (1.022, 323.3)
    assert round(rate_ratio_test(*FOUR), 5) == 0.02766


@given(COUNTS, BASES, st.integers(1, 200), BASES)
def test_the_exact_test_is_that_of_statsmodels(y: int, n: int, z: int, m: int) -> None:
    expected = statsmodels_test(y, n, z, m, method="exact-cond").pvalue
    assert rate_ratio_test(y, n, z, m) == pytest.approx(expected, rel=1e-6)


@given(COUNTS, BASES, COUNTS, BASES, LEVELS)
def test_the_ends_are_the_ratios_that_either_one_sided_test_just_rejects(
    y: int, n: int, z: int, m: int, level: float
) -> None:
    low, high = rate_ratio_interval(y, n, z, m, level=level)
    tail = (1 - level) / 2
    if y:
        assert binom.sf(y - 1, y + z, low * n / (low * n + m)) == pytest.approx(tail, rel=1e-6)
    else:
        assert low == 0
    if z:
        assert binom.cdf(y, y + z, high * n / (high * n + m)) == pytest.approx(tail, rel=1e-6)
    else:
        assert high == inf


@given(COUNTS, BASES, COUNTS, BASES)
def test_swapping_target_and_reference_turns_ratio_and_interval_upside_down(
    y: int, n: int, z: int, m: int
) -> None:
    def upside_down(value: float) -> float:
        return 1 / value if value else inf

    low, high = rate_ratio_interval(y, n, z, m)
    swapped = rate_ratio_interval(z, m, y, n)
    assert swapped == pytest.approx((upside_down(high), upside_down(low)), rel=1e-6)
    assert rate_ratio_test(z, m, y, n) == pytest.approx(rate_ratio_test(y, n, z, m))
    if y + z:
        assert rate_ratio(z, m, y, n) == pytest.approx(upside_down(rate_ratio(y, n, z, m)))
        assert low <= rate_ratio(y, n, z, m) * (1 + CLOSE)
        assert rate_ratio(y, n, z, m) <= high * (1 + CLOSE)


def test_without_words_or_occurrences_there_is_no_ratio() -> None:
    assert isnan(rate_ratio(0, 10, 0, 20))
    assert rate_ratio_interval(0, 10, 0, 20) == (0, inf)
    assert rate_ratio_test(0, 10, 0, 20) == 1
    for measure in (rate_ratio, rate_ratio_test):
        assert isnan(measure(3, 10, 0, 0))
    assert all(isnan(end) for end in rate_ratio_interval(3, 10, 0, 0))


def test_counts_that_cannot_be_are_refused() -> None:
    for measure in (rate_ratio, rate_ratio_interval, rate_ratio_test):
        with pytest.raises(FramingError, match="There is no rate of count 3 on base 0"):
            measure(1, 10, 3, 0)
    with pytest.raises(FramingError, match="Count -1 is no part of base 4"):
        goodman([-1, 5])
    with pytest.raises(FramingError, match="cannot have level 95"):
        rate_ratio_interval(*FOUR, level=95)
