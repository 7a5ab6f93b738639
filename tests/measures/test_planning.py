"""Plans: against others' formulas, against articles that are permuted, and their laws."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import norm

from framing.base.errors import FramingError
from framing.measures import (
    Expected,
    Pilot,
    articles_to_code,
    articles_to_compare,
    audited,
    clustered_share,
    permuted_ratios,
    power_of_comparison,
)

PILOTS = st.builds(
    Pilot,
    mean=st.floats(0.5, 5),
    dispersion=st.floats(0, 5),
    holding=st.just(0.8),
    burst=st.floats(1, 10),
)
RATIOS = st.floats(1.2, 3)


def test_a_pilot_is_counted_out() -> None:
    known = Pilot.of(np.array([3.0, 0, 1, 0, 9]), np.array([100.0, 100, 100, 100, 0]))
    assert (known.mean, known.holding, known.burst) == (1, 0.5, 2.5)
    assert known.dispersion == pytest.approx(2 - 1)  # variance 2 about a mean of 1


def test_a_pilot_that_varies_less_than_chance_has_no_dispersion() -> None:
    assert Pilot.of(np.array([1.0, 1, 1]), np.full(3, 50.0)).dispersion == 0


def test_a_pilot_without_two_articles_that_have_it_says_so() -> None:
    with pytest.raises(FramingError, match="1 of 2 articles of the pilot have what"):
        Pilot.of(np.array([3.0, 0]), np.array([10.0, 10]))


@given(PILOTS, RATIOS, st.integers(100, 2000), st.integers(100, 2000))
@settings(deadline=None)
def test_power_is_near_that_of_a_log_ratio_with_its_variance_written_out(
    pilot: Pilot, ratio: float, here: int, there: int
) -> None:
    """Wald's test of a log ratio; a score test has nearly its power where groups are large."""
    low = pilot.mean * (here + there) / (ratio * here + there)
    variance = (1 / (ratio * low) + pilot.dispersion) / here + (1 / low + pilot.dispersion) / there
    theirs = norm.cdf(abs(np.log(ratio)) / variance**0.5 - norm.ppf(0.975))
    assert power_of_comparison(pilot, ratio, here, there) == pytest.approx(theirs, abs=0.12)


@given(PILOTS, RATIOS, st.integers(60, 500))
@settings(deadline=None)
def test_more_articles_more_power_and_either_direction_the_same(
    pilot: Pilot, ratio: float, n: int
) -> None:
    power = power_of_comparison(pilot, ratio, n, n)
    assert power <= power_of_comparison(pilot, ratio, 2 * n, 2 * n) + 1e-9
    assert power == pytest.approx(power_of_comparison(pilot, 1 / ratio, n, n), abs=1e-6)


@given(PILOTS, RATIOS, st.floats(0.5, 0.95), st.floats(0.2, 0.8))
@settings(deadline=None, max_examples=40)
def test_so_many_are_enough_and_fewer_are_not(
    pilot: Pilot, ratio: float, power: float, share: float
) -> None:
    here, there = articles_to_compare(pilot, ratio, power=power, share=share)
    assert power_of_comparison(pilot, ratio, here, there) >= power
    if here + there > 60:
        assert power_of_comparison(pilot, ratio, here - 1, there - 1) < power + 0.02


def test_articles_drawn_as_planned_find_the_ratio_as_often_as_promised() -> None:
    chance, ratio, dispersion = np.random.default_rng(4), 1.8, 1.2
    pilot = Pilot(1.5, dispersion, 0.6, 5.0)
    here, there = articles_to_compare(pilot, ratio)
    low = 2 * 1.5 / (ratio + 1)
    is_target = np.arange(here + there) < here
    mean = np.where(is_target, ratio * low, low)
    found = []
    for _ in range(300):
        y = chance.poisson(mean * chance.gamma(1 / dispersion, dispersion, len(mean)))
        alone, whole = np.arange(len(mean)), np.zeros(len(mean), np.int64)
        known = permuted_ratios(
            y[None].astype(float), np.ones((1, len(mean))), is_target, alone, whole, draws=499
        )
        found.append(known.p[0] < 0.05)
    assert np.mean(found) == pytest.approx(0.8, abs=0.07)  # three standard errors


def test_what_is_rare_has_to_be_had_by_enough_articles_to_be_tested() -> None:
    pilot = Pilot(0.02, 0.0, 0.02, 1.0)
    assert power_of_comparison(pilot, 50.0, 100, 100) < 0.02  # ten of 200 hardly have it


def test_what_cannot_be_planned_says_why() -> None:
    pilot = Pilot(1.0, 1.0, 0.5, 2.0)
    for ratio in (1.0, 0.0, float("inf")):
        with pytest.raises(FramingError, match="cannot be found"):
            articles_to_compare(pilot, ratio)
    with pytest.raises(FramingError, match="Give both between 0 and 1"):
        articles_to_compare(pilot, 2.0, power=1.0)
    with pytest.raises(FramingError, match="10,000,000 articles would not be enough"):
        articles_to_compare(pilot, 1.00001)
    with pytest.raises(FramingError, match="No interval is 0 wide"):
        articles_to_code(pilot, Expected(0.9, 0.9), 0.0, articles=10)
    with pytest.raises(FramingError, match="a recall of 0 cannot be expected"):
        articles_to_code(pilot, Expected(0.9, 0.0), 0.2, articles=10)


def test_an_audit_is_expected_to_say_what_one_of_such_articles_says() -> None:
    """Ten articles with four mentions each, all right or all wrong, as many empty ones."""
    bases = np.repeat([4.0, 0.0], 10)
    right = np.where(np.arange(20) < 8, bases, 0)
    pilot = Pilot.of(bases, np.ones(20))
    assert (pilot.burst, pilot.holding, pilot.mean) == (4, 0.5, 2)
    known = audited(pilot, Expected(0.8, 0.8), 20)[0]
    told = clustered_share(right, bases)
    assert known.value == told.value == 0.8
    assert known.low == pytest.approx(told.low, abs=0.02)  # the sample's variance is of n - 1
    assert known.high == pytest.approx(told.high, abs=0.02)


@given(PILOTS, st.floats(0.5, 1), st.floats(0.5, 1), st.floats(0.05, 0.5))
def test_narrower_takes_more_and_never_more_than_there_are(
    pilot: Pilot, precision: float, recall: float, width: float
) -> None:
    expected = Expected(precision, recall)
    wide = articles_to_code(pilot, expected, width, articles=500)
    narrow = articles_to_code(pilot, expected, width / 2, articles=500)
    assert all(one <= other <= 500 for one, other in zip(wide, narrow, strict=True))
    for known, n in zip(audited(pilot, expected, wide[0]), wide[:1], strict=False):
        assert n == 500 or known.high - known.low <= width
