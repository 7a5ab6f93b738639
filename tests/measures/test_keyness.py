"""Keyness, dispersion and collocation against others' code and their laws."""

from fractions import Fraction
from math import inf, isnan, log, log2

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from logodds import log_odds_details
from nltk.collocations import BigramAssocMeasures
from scipy.stats import chi2_contingency, power_divergence
from scipy.stats.contingency import odds_ratio as scipy_odds_ratio

from framing.base.errors import FramingError
from framing.measures import (
    dp,
    dp_norm,
    g2_four_cell,
    g2_two_cell,
    log_dice,
    log_odds,
    log_ratio,
    odds_ratio,
    percent_difference,
    pmi,
)

COUNTS = st.integers(0, 200)
BASES = st.integers(201, 50_000)
CELLS = st.integers(1, 300)
FOUR = (9, 543, 1, 445)


def test_effect_sizes_worked_elsewhere_come_out_to_the_printed_digit() -> None:
    assert round(log_ratio(*FOUR), 2) == 2.88
    assert round(percent_difference(*FOUR)) == 638
    assert round(g2_four_cell(9, 1, 534, 444), 4) == 5.9186


@given(COUNTS, BASES, COUNTS, BASES)
def test_swapping_target_and_reference_flips_the_sign(y: int, n: int, z: int, m: int) -> None:
    assert log_ratio(z, m, y, n) == pytest.approx(-log_ratio(y, n, z, m))
    assert g2_two_cell(z, m, y, n) == pytest.approx(g2_two_cell(y, n, z, m), abs=1e-9)


def test_a_zero_adds_one_half_to_both_counts_and_nothing_to_nothing() -> None:
    assert log_ratio(4, 400, 0, 400) == pytest.approx(log2(4.5 / 0.5))
    assert log_ratio(0, 400, 0, 900) == 0
    assert percent_difference(4, 400, 0, 400) == inf
    assert isnan(log_ratio(0, 0, 1, 5))


@given(COUNTS, BASES, COUNTS, BASES)
def test_two_cell_g2_is_that_of_scipy(y: int, n: int, z: int, m: int) -> None:
    assume(y + z)
    expected = [(y + z) * n / (n + m), (y + z) * m / (n + m)]
    theirs = power_divergence([y, z], expected, lambda_="log-likelihood").statistic
    assert g2_two_cell(y, n, z, m) == pytest.approx(theirs, abs=1e-9)


@given(CELLS, CELLS, CELLS, CELLS)
def test_four_cell_g2_is_the_formula_written_out_and_that_of_nltk(
    a: int, b: int, c: int, d: int
) -> None:
    n = a + b + c + d
    expected = [(a + b) * (a + c) / n, (a + b) * (b + d) / n]
    expected += [(c + d) * (a + c) / n, (c + d) * (b + d) / n]
    written = 2 * sum(o * log(o / e) for o, e in zip((a, b, c, d), expected, strict=True))
    assert g2_four_cell(a, b, c, d) == pytest.approx(written, abs=1e-8)
    theirs = BigramAssocMeasures.likelihood_ratio(a, (a + c, a + b), n)
    assert g2_four_cell(a, b, c, d) == pytest.approx(theirs, abs=1e-6)


def test_g2_of_two_and_of_four_cells_differ() -> None:
    two, four = g2_two_cell(*FOUR), g2_four_cell(9, 1, 534, 444)
    assert (round(two, 2), round(four, 2)) == (5.87, 5.92)
    table = [[9, 1], [534, 444]]
    answer = chi2_contingency(table, correction=False, lambda_="log-likelihood")
    assert round(answer.pvalue, 3) == 0.015
    assert isnan(g2_four_cell(0, 0, 5, 5))
    assert isnan(g2_two_cell(0, 0, 5, 5))


@given(CELLS, CELLS, CELLS, CELLS)
def test_the_odds_ratio_is_the_sample_one_of_scipy(a: int, b: int, c: int, d: int) -> None:
    theirs = scipy_odds_ratio([[a, b], [c, d]], kind="sample").statistic
    assert odds_ratio(a, b, c, d) == pytest.approx(theirs)
    assert odds_ratio(b, a, d, c) == pytest.approx(1 / theirs)


def test_odds_without_a_divisor() -> None:
    assert odds_ratio(3, 0, 5, 5) == inf
    assert isnan(odds_ratio(0, 0, 5, 5))
    with pytest.raises(FramingError, match="no part of"):
        odds_ratio(-1, 2, 3, 4)


WORDS = st.lists(
    st.tuples(st.integers(0, 99), st.integers(0, 99), st.integers(0, 999)), min_size=2, max_size=12
)


@given(WORDS)
def test_log_odds_are_those_of_the_package_logodds(words: list[tuple[int, int, int]]) -> None:
    here, there, background = (np.array(side) for side in zip(*words, strict=True))
    assume(here.sum() and there.sum())
    delta, z = log_odds(here, there, background + 0.01)
    counts = [
        {str(word): int(count) for word, count in enumerate(side)}
        for side in (here, there, background)
    ]
    theirs = log_odds_details(counts[0], counts[1], counts[2], alpha=0.01)
    for word, known in theirs.items():
        assert delta[int(word)] == pytest.approx(known["delta"], abs=1e-9)
        assert z[int(word)] == pytest.approx(known["z"], abs=1e-9)


@given(WORDS)
def test_swapping_the_texts_flips_log_odds_and_z(words: list[tuple[int, int, int]]) -> None:
    here, there, background = (np.array(side) for side in zip(*words, strict=True))
    one, other = (log_odds(*sides, background + 1.0) for sides in ((here, there), (there, here)))
    assert one[0] == pytest.approx(-other[0])
    assert one[1] == pytest.approx(-other[1])


def test_a_prior_of_zero_is_refused() -> None:
    with pytest.raises(FramingError, match="A prior must be above zero for every word"):
        log_odds(*np.array([[1.0, 2.0], [3.0, 4.0], [0.0, 1.0]]))


# Dispersion


def test_dispersion_worked_by_hand_comes_out() -> None:
    counts, sizes = [7, 3, 6, 9, 1], [363, 563, 379, 543, 445]
    assert dp(counts, sizes) == pytest.approx(0.28575, abs=5e-6)
    assert dp_norm(counts, sizes) == pytest.approx(0.33950, abs=5e-6)


def test_dispersion_of_the_letter_a_in_five_parts_of_fifty_letters() -> None:
    text = "bamnibeup basatbewqn bcagabesta baghabeaat bahaabeaxat".split()
    counts, sizes = [part.count("a") for part in text], [len(part) for part in text]
    assert (counts, sizes) == ([1, 2, 3, 4, 5], [9, 10, 10, 10, 11])
    assert dp(counts, sizes) == pytest.approx(0.18)
    assert dp_norm(counts, sizes) == pytest.approx(0.18 / 0.82)


PARTS = st.lists(st.tuples(st.integers(0, 20), st.integers(20, 900)), min_size=2, max_size=9)


@given(PARTS)
def test_dispersion_is_what_the_two_distributions_do_not_share(
    parts: list[tuple[int, int]],
) -> None:
    counts, sizes = zip(*parts, strict=True)
    assume(sum(counts))
    shared = sum(
        min(Fraction(count, sum(counts)), Fraction(size, sum(sizes))) for count, size in parts
    )
    assert dp(counts, sizes) == pytest.approx(float(1 - shared))
    assert 0 <= dp(counts, sizes) <= dp_norm(counts, sizes) + 1e-12
    assert dp_norm(counts, sizes) <= 1 + 1e-12


@given(PARTS)
def test_an_empty_part_changes_no_dispersion(parts: list[tuple[int, int]]) -> None:
    counts, sizes = (list(side) for side in zip(*parts, strict=True))
    for measure in (dp, dp_norm):
        before = measure(counts, sizes)
        assert measure([*counts, 0], [*sizes, 0]) == pytest.approx(before, nan_ok=True)


def test_even_and_uneven_ends_of_the_scale() -> None:
    assert dp([2, 4, 6], [100, 200, 300]) == 0
    assert dp_norm([0, 0, 5], [300, 200, 100]) == pytest.approx(1)
    assert isnan(dp([0, 0], [5, 5]))
    assert isnan(dp_norm([3], [5]))
    with pytest.raises(FramingError, match="There are 1 counts and 2 sizes"):
        dp([1], [5, 5])


# Collocation


@given(st.integers(1, 50), st.integers(0, 200), st.integers(0, 200), st.integers(0, 9000))
def test_association_is_that_of_nltk(joint: int, more: int, further: int, rest: int) -> None:
    node, word = joint + more, joint + further
    total = node + word + rest
    theirs = BigramAssocMeasures
    assert pmi(joint, node, word, total) == pytest.approx(theirs.pmi(joint, (node, word), total))
    dice = theirs.dice(joint, (node, word), total)
    assert log_dice(joint, node, word) == pytest.approx(14 + log2(dice))
    assert log_dice(joint, node, word) <= 14


def test_words_that_never_meet_or_never_occur() -> None:
    assert log_dice(0, 5, 5) == pmi(0, 5, 5, 100) == -inf
    assert isnan(log_dice(0, 0, 5))
    assert isnan(pmi(0, 0, 5, 100))
    with pytest.raises(FramingError, match="Count 6 is no part of base 5"):
        log_dice(6, 5, 9)
