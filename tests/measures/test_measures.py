"""Statistics against statsmodels, against values worked elsewhere, and against their laws."""

from math import isnan, log

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from nltk.metrics.agreement import AnnotationTask
from statsmodels.stats.proportion import proportion_confint
from statsmodels.stats.rates import confint_poisson

from framing.base.errors import FramingError
from framing.measures import (
    Interval,
    alpha_of_sums,
    f1_score,
    garwood,
    krippendorff_alpha,
    rate_per_1000,
    share,
    upper_limit,
    wilson,
)

COUNTS = st.integers(0, 500)
BASES = st.integers(1, 100_000)
LEVELS = st.sampled_from([0.5, 0.8, 0.9, 0.95, 0.99])
# Two roads to one quantile part in the last digits only.
CLOSE = 1e-9


@st.composite
def parts(draw: st.DrawFn) -> tuple[int, int]:
    base = draw(st.integers(1, 5000))
    return draw(st.integers(0, base)), base


@pytest.mark.parametrize(
    ("count", "base", "rate", "low", "high"),
    [
        (7, 363, 19.3, 7.75, 39.73),
        (3, 563, 5.3, 1.1, 15.6),
        (6, 379, 15.8, 5.8, 34.5),
        (9, 543, 16.6, 7.6, 31.5),
        (1, 445, 2.2, 0.06, 12.5),
        (0, 445, 0.0, 0.0, 8.29),
    ],
)
def test_rates_worked_by_hand_come_out_to_the_printed_digit(
    count: int, base: int, rate: float, low: float, high: float
) -> None:
    interval = garwood(count, base)
    assert round(rate_per_1000(count, base), 1) == rate
    assert round(interval.low, _digits(low)) == low
    assert round(interval.high, _digits(high)) == high


def _digits(number: float) -> int:
    return len(str(number).partition(".")[2])


@given(COUNTS, BASES, LEVELS)
def test_garwood_is_the_central_exact_interval_of_statsmodels(
    count: int, base: int, level: float
) -> None:
    low, high = confint_poisson(count, base, method="exact-c", alpha=1 - level)
    expected = (0.0 if count == 0 else low * 1000, high * 1000)
    assert garwood(count, base, level=level) == pytest.approx(expected, rel=CLOSE)


@given(parts(), LEVELS)
def test_wilson_is_the_interval_of_statsmodels(part: tuple[int, int], level: float) -> None:
    count, base = part
    expected = proportion_confint(count, base, alpha=1 - level, method="wilson")
    assert wilson(count, base, level=level) == pytest.approx(expected, abs=CLOSE)


def test_a_quarter_of_twenty_has_the_interval_worked_elsewhere() -> None:
    assert share(5, 20) == 0.25
    assert tuple(round(end, 4) for end in wilson(5, 20)) == (0.1119, 0.4687)


@given(COUNTS, BASES, LEVELS)
def test_a_rate_lies_in_its_interval(count: int, base: int, level: float) -> None:
    interval = garwood(count, base, level=level)
    assert interval.low <= rate_per_1000(count, base) < interval.high


@given(parts(), LEVELS)
def test_a_share_lies_in_its_interval_and_the_interval_in_0_to_1(
    part: tuple[int, int], level: float
) -> None:
    interval = wilson(*part, level=level)
    assert 0 <= interval.low <= share(*part) + CLOSE
    assert share(*part) - CLOSE <= interval.high <= 1


@given(COUNTS, BASES, st.integers(2, 20))
def test_the_same_rate_on_a_smaller_base_is_less_sure(count: int, base: int, times: int) -> None:
    small, large = garwood(count, base), garwood(count * times, base * times)
    assert small.high - small.low > large.high - large.low


@given(parts(), st.integers(2, 20))
def test_the_same_share_of_a_smaller_base_is_less_sure(part: tuple[int, int], times: int) -> None:
    count, base = part
    small, large = wilson(count, base), wilson(count * times, base * times)
    assert small.high - small.low > large.high - large.low


@given(parts())
def test_counting_the_others_instead_mirrors_the_share(part: tuple[int, int]) -> None:
    count, base = part
    those, others = wilson(count, base), wilson(base - count, base)
    assert (those.low, those.high) == pytest.approx((1 - others.high, 1 - others.low), abs=CLOSE)


@given(COUNTS, BASES)
def test_per_sets_the_unit_and_nothing_else(count: int, base: int) -> None:
    per_word = Interval(*(end * 1000 for end in garwood(count, base, per=1)))
    assert garwood(count, base) == pytest.approx(per_word)


@given(COUNTS, BASES)
def test_a_higher_level_is_wider(count: int, base: int) -> None:
    narrow, wide = garwood(count, base, level=0.9), garwood(count, base, level=0.99)
    assert wide.low <= narrow.low
    assert narrow.high < wide.high


@given(BASES)
def test_the_limit_of_a_zero_is_the_end_of_its_interval(base: int) -> None:
    assert upper_limit(base) == garwood(0, base).high
    assert upper_limit(base) == pytest.approx(-log(0.025) * 1000 / base, rel=CLOSE)


def test_an_empty_base_has_no_rate_no_share_and_no_interval() -> None:
    numbers = [
        rate_per_1000(0, 0),
        share(0, 0),
        upper_limit(0),
        f1_score(0, 0, 0),
        *garwood(0, 0),
        *wilson(0, 0),
    ]
    assert all(isnan(number) for number in numbers)


@given(parts(), st.integers(0, 5000))
def test_f1_is_the_harmonic_mean_of_precision_and_recall(
    part: tuple[int, int], missed: int
) -> None:
    matched, predicted = part
    precision, recall = share(matched, predicted), share(matched, matched + missed)
    score = f1_score(matched, predicted, matched + missed)
    if matched == 0:
        assert score == 0
    else:
        assert score == pytest.approx(2 * precision * recall / (precision + recall))


@pytest.mark.parametrize(("count", "base"), [(-1, 10), (1, -10), (3, 0)])
def test_a_count_that_cannot_be_has_no_rate(count: int, base: int) -> None:
    message = f"There is no rate of count {count} on base {base}. Give a count and a base"
    for measure in (rate_per_1000, garwood):
        with pytest.raises(FramingError, match=message):
            measure(count, base)


@pytest.mark.parametrize(("count", "base"), [(7, 5), (-1, 5), (1, 0)])
def test_a_count_beyond_its_base_is_no_share(count: int, base: int) -> None:
    for measure in (share, wilson):
        with pytest.raises(FramingError, match=f"Count {count} is no part of base {base}"):
            measure(count, base)
    with pytest.raises(FramingError, match="is no part of base"):
        f1_score(matched=6, predicted=8, coded=5)


@pytest.mark.parametrize("level", [0, 1, 95])
def test_a_level_is_a_proportion(level: float) -> None:
    for measure in (garwood, wilson):
        with pytest.raises(FramingError, match=f"cannot have level {level}"):
            measure(1, 2, level=level)


# Krippendorff's alpha

# Twelve units by four coders, Krippendorff's printed example; a dot is a missing value.
FOUR_CODERS = """
1 2 3 3 2 1 4 1 2 . . .
1 2 3 3 2 2 4 1 2 5 . 3
. 3 3 3 2 3 4 2 2 5 1 .
1 2 3 3 2 4 4 1 2 5 1 .
"""

UNITS = st.lists(st.lists(st.sampled_from(["us", "russia", "un", None]), max_size=4), max_size=20)


def test_alpha_of_the_printed_example_is_the_printed_one() -> None:
    coders = [line.split() for line in FOUR_CODERS.strip().splitlines()]
    units = [[None if cell == "." else cell for cell in unit] for unit in zip(*coders, strict=True)]
    assert round(krippendorff_alpha(units), 4) == 0.7434


def test_alpha_of_two_coders_worked_by_hand() -> None:
    # Ten units, two unlike. Coincidences: n = 20, of which 10 + 2 a and 6 + 2 b, 4 of them unlike.
    units = [("a", "a")] * 5 + [("a", "b")] * 2 + [("b", "b")] * 3
    assert krippendorff_alpha(units) == pytest.approx(1 - 19 * 4 / (20**2 - 12**2 - 8**2))


@given(UNITS)
def test_alpha_is_that_of_an_independent_implementation(units: list[list[str | None]]) -> None:
    pairable = [[v for v in unit if v] for unit in units if sum(v is not None for v in unit) > 1]
    assume(len({value for unit in pairable for value in unit}) > 1)
    answers = [
        (coder, number, value)
        for number, unit in enumerate(pairable)
        for coder, value in enumerate(unit)
    ]
    assert krippendorff_alpha(units) == pytest.approx(AnnotationTask(answers).alpha())


@given(UNITS, st.randoms(use_true_random=False))
def test_alpha_knows_neither_the_coders_nor_the_names_nor_the_order(units, chance) -> None:
    renamed = {"us": 1, "russia": 2, "un": 3, None: None}
    shuffled = [chance.sample([renamed[value] for value in unit], len(unit)) for unit in units]
    chance.shuffle(shuffled)
    assert krippendorff_alpha(shuffled) == pytest.approx(krippendorff_alpha(units), nan_ok=True)


def test_without_units_or_without_choice_there_is_no_alpha() -> None:
    for units in ([], [("a", None)], [("a", "a"), ("a", "a")], [(), ("b",)]):
        assert isnan(krippendorff_alpha(units))
    assert krippendorff_alpha([("a", "a"), ("b", "b")]) == 1
    assert krippendorff_alpha([("a", "b"), ("b", "a")]) < 0


def test_alphas_of_many_samples_are_those_of_each() -> None:
    units = [[("a", "a"), ("a", "b")], [("b", "b"), ("a", "b"), ("b", "b")], [("a", "a")]]
    sums = [(2.0, [3.0, 1.0]), (2.0, [1.0, 5.0]), (0.0, [2.0, 0.0])]
    unlike, totals = (np.array(part) for part in zip(*sums, strict=True))
    assert alpha_of_sums(unlike, totals) == pytest.approx(
        [krippendorff_alpha(sample) for sample in units], nan_ok=True
    )
