"""Whether groups are alike: two one-sided tests, what is said of them, and their laws."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.base import columns
from framing.base.errors import FramingError
from framing.measures import permuted_ratios
from framing.questions.comparison import compare

TERROR = "militancy.terror"


def articles(n, ratio=1.0, rate=0.02, seed=5):
    """Articles of two outlets, one with the word so many times as often."""
    chance = np.random.default_rng(seed)
    bases = chance.integers(300, 600, n)
    counts = chance.poisson(rate * bases * np.where(np.arange(n) % 2, 1, ratio))
    rows = [
        {
            **{"doc_id": f"{place:04}", "feature": TERROR, "voice": "narrator", "span_ids": []},
            **{"count": int(count), "base": int(base), "unit": "words"},
        }
        for place, (count, base) in enumerate(zip(counts, bases, strict=True))
    ]
    ids = [row["doc_id"] for row in rows]
    news = pd.DataFrame({"doc_id": ids, "outlet": list("AB") * (n // 2), "text": "نص"})
    return columns.table("features", rows), news


def test_groups_alike_are_shown_to_be_where_there_are_many_articles() -> None:
    many, few = (compare(*articles(n), smallest=1.25) for n in (400, 24))
    row = many.table.iloc[0]
    assert list(many.table) == columns.names("equivalence")
    assert row["equivalent"]
    assert 1 / 1.25 < row["low_90"] < row["rate_ratio"] < row["high_90"] < 1.25
    assert "A and B are shown to be equivalent (90% interval" in many.text
    assert not few.table["equivalent"].iloc[0]
    assert "are not shown equivalent" in few.text
    assert "two one-sided tests, at 0.05 each, refuse every ratio outside 0.8 to 1.25" in many.note


def test_the_interval_is_that_of_two_one_sided_tests() -> None:
    """At its ends the statistic is what 5 in 100 permutations reach on that side."""
    rates, news = articles(80)
    row = compare(rates, news, smallest=1.5).table.iloc[0]
    y, n = (rates[name].to_numpy(float)[None] for name in ("count", "base"))
    x, alone = np.arange(80) % 2 == 0, np.arange(80)
    whole = np.zeros(80, np.int64)
    known = permuted_ratios(y, n, x, alone, whole, level=0.9)
    assert (row["low_90"], row["high_90"]) == (known.low[0], known.high[0])
    moved = n * np.where(x, row["high_90"] * 1.02, 1.0)  # the null that the ratio is that high
    lower = permuted_ratios(y, moved, x, alone, whole)
    assert lower.value[0] < 1
    assert lower.p[0] < 0.13  # both sides together, so twice 5 in 100 and chance


def test_a_difference_that_matters_is_not_called_alike() -> None:
    row = compare(*articles(400, ratio=1.6), smallest=1.25).table.iloc[0]
    assert not row["equivalent"]
    assert row["p"] < 0.05


def test_a_difference_may_be_sure_and_too_small_to_matter() -> None:
    row = compare(*articles(2000, ratio=1.1), smallest=1.25).table.iloc[0]
    assert row["p"] < 0.05
    assert row["equivalent"]
    assert row["equivalent_together"]


def test_texts_that_are_described_are_neither() -> None:
    found = compare(*articles(6), smallest=1.25)
    assert found.table[["low_90", "high_90", "equivalent"]].isna().all().all()
    assert found.text.endswith("too small to matter (0.8 to 1.25) cannot be said.")


def test_many_comparisons_are_counted_each_and_all_at_once() -> None:
    rates, news = articles(600)
    news["outlet"] = list("ABC") * 200
    found = compare(rates, news, smallest=1.2)
    alone, together = (int(found.table[one].sum()) for one in ("equivalent", "equivalent_together"))
    assert together <= alone
    assert f"{alone} of 3 comparisons are shown to be equivalent each by itself" in found.text


@pytest.mark.parametrize("smallest", [1.0, 0.5, -1.0, float("inf"), float("nan")])
def test_a_smallest_ratio_that_is_none_is_refused(smallest: float) -> None:
    with pytest.raises(FramingError, match="The smallest ratio that matters is"):
        compare(*articles(6), smallest=smallest)


@given(seed=st.integers(0, 50), smallest=st.floats(1.05, 3), ratio=st.sampled_from([1.0, 1.4]))
@settings(max_examples=15, deadline=None)
def test_a_larger_smallest_ratio_never_takes_an_equivalence_away(seed, smallest, ratio) -> None:
    rates, news = articles(60, ratio, seed=seed)
    near, far = (
        compare(rates, news, smallest=one).table.iloc[0] for one in (smallest, 1.5 * smallest)
    )
    assert far["equivalent"] or not near["equivalent"]
    assert near["low_90"] >= near["ci_low"]
    assert near["high_90"] <= near["ci_high"]


def test_what_is_asked_besides_moves_no_other_number() -> None:
    rates, news = articles(60)
    held, plain = compare(rates, news, smallest=1.3).table, compare(rates, news).table
    pd.testing.assert_frame_equal(held[list(plain)], plain)
    assert list(plain) == columns.names("comparison")
