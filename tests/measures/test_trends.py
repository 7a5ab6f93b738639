"""Trends: against others' code, against every order of the months, and their laws."""

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.genmod.families import Poisson
from statsmodels.genmod.generalized_linear_model import GLM

from framing.measures import GUARDS, Guards, permuted_trends
from framing.measures.trends import REASONS

ANY = Guards(2, 1, 1)


def drawn(seed=1, n=60, outlets=2, months=4, slope=0.0):
    chance = np.random.default_rng(seed)
    t, outlet = chance.integers(0, months, n), chance.integers(0, outlets, n)
    bases = chance.integers(200, 800, n).astype(float)
    counts = chance.poisson(0.004 * (1 + outlet) * bases * np.exp(slope * t)).astype(float)
    return counts[None], bases[None], t, np.arange(n), outlet


def test_the_value_is_that_of_a_poisson_regression_with_a_constant_for_each_outlet() -> None:
    y, n, t, alone, outlet = drawn(slope=0.2)
    known = permuted_trends(y, n, t, alone, outlet, draws=9)
    design = np.column_stack([t, outlet == 0, outlet == 1]).astype(float)
    theirs = GLM(y[0], design, family=Poisson(), offset=np.log(n[0])).fit()
    assert known.value[0] == pytest.approx(np.exp(theirs.params[0]), rel=1e-6)


def test_p_is_the_part_of_all_orders_that_lead_as_far() -> None:
    y = np.array([[1.0, 0, 3, 2, 5, 9]])
    n, t = np.full((1, 6), 100.0), np.arange(6)
    one = np.zeros(6, np.int64)
    known = permuted_trends(y, n, t, t, one, draws=4_000, guards=ANY)
    e = y[0] - y[0].mean()

    def z(order: np.ndarray) -> float:
        u = (order - 2.5) * e
        return abs(u.sum() / np.sqrt(u @ u))

    theirs = np.mean([z(np.array(one)) >= z(t) - 1e-9 for one in permutations(range(6))])
    assert known.p[0] == pytest.approx(theirs, abs=0.02)


def test_months_without_a_trend_are_found_to_have_one_as_often_as_is_said() -> None:
    found = [permuted_trends(*drawn(seed), draws=199).p[0] < 0.05 for seed in range(400)]
    assert np.mean(found) == pytest.approx(0.05, abs=0.033)  # three standard errors


def test_an_outlet_that_prints_more_at_the_end_makes_no_trend() -> None:
    """Half of one outlet in each of two months, and three quarters of the other in the second."""
    t = np.array([0] * 30 + [1] * 30 + [0] * 15 + [1] * 45)
    outlet = np.repeat([0, 1], 60)
    n, alone, one = np.full((1, 120), 100.0), np.arange(120), np.zeros(120, np.int64)
    found = []
    for seed in range(40):
        chance = np.random.default_rng(seed)
        y = chance.poisson(np.where(outlet, 1.0, 6.0)).astype(float)[None]
        found.append([permuted_trends(y, n, t, alone, s, draws=99).p[0] for s in (outlet, one)])
    within, across = (np.array(found) < 0.05).mean(axis=0)
    assert within < 0.16  # three standard errors above .05
    assert across > 0.3


def test_copies_are_one_text_of_the_month_in_which_it_is_first_printed() -> None:
    y, n, t, alone, outlet = drawn(months=5)
    once = permuted_trends(y, n, t, alone, outlet, draws=99)
    later = np.minimum(t + 1, 4)
    tripled = permuted_trends(
        np.tile(y, 3), np.tile(n, 3), np.concatenate([t, later, later]), np.tile(alone, 3),
        np.tile(outlet, 3), draws=99,
    )  # fmt: skip
    assert tripled.p == once.p
    assert tripled.value == pytest.approx(once.value)


def test_what_is_too_little_is_not_inferred() -> None:
    y, n, t, alone, outlet = drawn()
    none = permuted_trends(0 * y, n, t, alone, outlet, draws=9)
    assert (none.reasons, np.isnan(none.p[0])) == ([REASONS[0]], True)
    assert permuted_trends(y, n, 0 * t, alone, outlet, draws=9).reasons == [REASONS[1]]
    rare = y * (np.cumsum(y[0] > 0) < GUARDS.holding)
    assert permuted_trends(rare, n, t, alone, outlet, draws=9).reasons == [REASONS[2]]


@given(seed=st.integers(0, 99), slope=st.sampled_from([0.0, 0.5]))
@settings(max_examples=20, deadline=None)
def test_time_turned_round_turns_the_trend_over(seed: int, slope: float) -> None:
    y, n, t, alone, outlet = drawn(seed, slope=slope)
    known = permuted_trends(y, n, t, alone, outlet, draws=199)
    turned = permuted_trends(y, n, 7 - t, alone, outlet, draws=199)
    assert known.value[0] == pytest.approx(1 / turned.value[0])
    assert known.p[0] == turned.p[0]


@given(seed=st.integers(0, 99))
@settings(max_examples=10, deadline=None)
def test_more_features_never_make_one_surer(seed: int) -> None:
    y, n, t, alone, outlet = drawn(seed)
    other = drawn(seed + 1)[0]
    both = permuted_trends(np.vstack([y, other]), np.vstack([n, n]), t, alone, outlet, draws=199)
    one = permuted_trends(y, n, t, alone, outlet, draws=199)
    assert both.p[0] == one.p[0] == one.p_together[0]
    assert (both.p_together >= both.p).all()
