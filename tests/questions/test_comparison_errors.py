"""Differences between outlets, corrected by an audit: by how much, of which rows, how wide."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_audit import code, corpus

from framing.base import columns
from framing.base.errors import FramingError
from framing.base.results import Result
from framing.counting.features import features
from framing.measures import Estimate
from framing.questions.audit import draw_audit, score_audit
from framing.questions.comparison import compare
from framing.questions.comparison_errors import (
    Quality,
    corrected_for_errors,
    corrected_ratio,
    correction_note,
)

SHARES = st.tuples(st.floats(0.2, 1), st.floats(0.5, 1)).map(
    lambda one: Estimate(one[0], one[0] * one[1], min(1.0, one[0] / one[1]))
)
QUALITIES = st.builds(Quality, SHARES, SHARES)


def sure(precision, recall):
    return Quality(Estimate(precision, precision, precision), Estimate(recall, recall, recall))


@given(target=QUALITIES, reference=QUALITIES)
def test_groups_exchanged_turn_the_corrected_ratio_over(target, reference):
    found = Estimate(2.0, 1.0, 5.0)
    known = corrected_ratio(found, target, reference)
    turned = corrected_ratio(Estimate(0.5, 0.2, 1.0), reference, target)
    assert known.value == pytest.approx(1 / turned.value)
    assert (known.low, known.high) == pytest.approx((1 / turned.high, 1 / turned.low))
    assert known.high / known.low >= found.high / found.low * (1 - 1e-9)


def test_a_finding_that_is_equally_wrong_in_both_moves_nothing():
    found = Estimate(2.0, 1.0, 5.0)
    assert corrected_ratio(found, sure(0.8, 0.5), sure(0.8, 0.5)) == pytest.approx(found)
    assert corrected_ratio(found, sure(0.9, 0.6), sure(0.8, 0.5)).value == pytest.approx(
        2 * (0.9 / 0.6) / (0.8 / 0.5)
    )


@pytest.mark.parametrize("found", [0.0, np.inf, np.nan])
def test_what_cannot_be_corrected_is_not(found):
    known = corrected_ratio(Estimate(found, 0, np.inf), sure(1, 1), sure(1, 1))
    assert np.isnan(known.value)
    assert np.isnan(corrected_ratio(Estimate(2, 1, 3), sure(0, 1), sure(1, 1)).value)
    assert np.isnan(corrected_ratio(Estimate(2, 1, 3), sure(1, 1), sure(1, np.nan)).value)


@pytest.fixture(scope="module")
def audited(tmp_path_factory):
    """Articles of two outlets, the coder of which counts more than is found; the audit of them."""
    folder, news = tmp_path_factory.mktemp("audit"), corpus(160)
    code(draw_audit(news, folder, size=60))
    return news, score_audit(folder, news)


def test_a_comparison_with_an_audit_corrects_its_categories_in_all_voices(audited):
    news, audit = audited
    rates = features(news, ["militancy"])
    bare = compare(rates, news, voice="all")
    known = compare(rates, news, voice="all", audit=audit)
    assert list(known.table) == columns.names("corrected_comparison")
    pd.testing.assert_frame_equal(known.table[bare.table.columns], bare.table)
    row = known.table.set_index("feature").loc["militancy.terror"]
    told = audit.table[audit.table["feature"] == "militancy.terror"]
    share = told.pivot_table(index="group", columns="statistic", values="value")
    factor = {group: share.loc[group, "precision"] / share.loc[group, "recall"] for group in "AB"}
    expected = row["rate_ratio"] * factor[row["target"]] / factor[row["reference"]]
    assert row["corrected_ratio"] == pytest.approx(expected)
    assert known.text.startswith(bare.text)
    assert "Corrected for measured error militancy.terror stands" in known.text
    wider = np.log(row["corrected_high"] / row["corrected_low"])
    wider /= np.log(row["ci_high"] / row["ci_low"])
    assert wider > 1
    assert f"made the intervals {wider:.3g} times as wide" in known.note


def test_voices_are_not_corrected_one_by_one_and_the_note_says_so(audited):
    news, audit = audited
    known = compare(features(news, ["militancy"]), news, audit=audit)
    assert known.table["corrected_ratio"].isna().all()
    assert "by 60 coded articles: 0 of" in known.note
    assert "in all voices together (voice='all')" in known.note


def test_what_is_no_result_of_an_audit_is_refused(audited):
    news, _ = audited
    rates = features(news, ["militancy"])
    other = compare(rates, news, voice="all")
    with pytest.raises(FramingError, match="Give what score_audit returns"):
        compare(rates, news, audit=other)


def test_an_interval_without_an_end_does_not_hide_how_much_others_widened():
    row = {"feature": "a.b", "voice": "all", "target": "A", "reference": "B"}
    ratios = [{"rate_ratio": 2.0, "ci_low": 1.0, "ci_high": 4.0},
              {"rate_ratio": 2.0, "ci_low": 1.0, "ci_high": np.inf}]  # fmt: skip
    audit = Result(
        columns.table(
            "audit",
            [{"feature": "a.b", "group": group, "statistic": name, "value": 0.5, "ci_low": 0.25,
              "ci_high": 1.0, "articles_coded": 20}
             for group in "AB" for name in ("precision", "recall")],
        ), "", "",
    )  # fmt: skip
    table = corrected_for_errors(pd.DataFrame([row | one for one in ratios]), audit)
    assert np.isinf(table["corrected_high"].iloc[1])
    assert f"{5**0.5:.3g} times as wide" in correction_note(table, audit)
