"""Scores are shown with their bases and intervals, in aligned lines and in HTML."""

import re

import pytest

from framing.base import columns
from framing.coding.scorecard import (
    as_html,
    as_text,
    attribute_card,
    confusions_as_text,
    shown,
    span_card,
)

NAN = float("nan")


def row(
    measure: str, statistic: str, value: float, base: int = 8, low: float = NAN
) -> dict[str, object]:
    high = 0.975 if low == low else NAN
    return {
        **{"layer": "attribution", "measure": measure, "rule": "overlap", "statistic": statistic},
        **{"base": base, "value": value, "ci_low": low, "ci_high": high},
    }


SCORES = columns.table(
    "scores",
    [
        row("cues", "precision", 0.75, 8, 0.409),
        row("cues", "recall", 1.0, 7, 0.646),
        row("cues", "f1", 0.8),
        row("cues", "f1", 0.1) | {"class": "neutral"},
        row("narrator", "precision", NAN, 0),
        row("narrator", "recall", 0.0, 6, 0.0),
        row("source", "overlap", 0.61),
    ],
)  # fmt: skip
CONFUSION = columns.table(
    "confusion",
    [
        {"layer": "attribution", "attribute": "side", "coded": "us", "predicted": None, "count": 1},
        {"layer": "attribution", "attribute": "side", "coded": "us", "predicted": "us", "count": 2},
        {
            "layer": "attribution",
            "attribute": "side",
            "coded": "<b>",
            "predicted": "us",
            "count": 1,
        },
    ],
)


def test_spans_stand_side_by_side_and_all_else_below() -> None:
    assert as_text(SCORES).splitlines()[:6] == [
        "spans  match    coded  found  P [95%]            R [95%]             F1 [95%]",
        "cues   overlap  7      8      .750 [.409, .975]  1.000 [.646, .975]  .800",
        "",
        "layer        compared  score      n  value [95%]",
        "attribution  narrator  precision  0  –",
        "attribution  narrator  recall     6  .000 [.000, .975]",
    ]


def test_no_scores_at_all_are_no_table() -> None:
    none = SCORES.iloc[:0]
    assert as_text(none).startswith("95% intervals")
    assert "<table" not in as_html(none, CONFUSION.iloc[:0], "")


@pytest.mark.parametrize(
    ("value", "low", "high", "text"),
    [
        (NAN, NAN, NAN, "–"),
        (0.5, NAN, NAN, ".500"),
        (1.0, 0.9, 1.0, "1.000 [.900, 1.000]"),
        (-0.25, -0.5, 0.0, "-.250 [-.500, .000]"),
        (0.9996, 0.2, 0.9999, "1.000 [.200, 1.000]"),
    ],
)
def test_a_score_has_three_digits_and_its_interval(
    value: float, low: float, high: float, text: str
) -> None:
    assert shown({"value": value, "ci_low": low, "ci_high": high}) == text


def test_classes_are_left_to_the_table() -> None:
    assert len(span_card(SCORES)) == 1
    assert "neutral" not in as_text(SCORES)
    assert set(attribute_card(SCORES)["compared"]) == {"narrator", "source"}


def test_confusions_are_lines_with_the_most_frequent_first() -> None:
    assert confusions_as_text(CONFUSION).splitlines() == [
        "side, as coded and as found:",
        "  <b> 1: us 1",
        "  us 3: us 2, – 1",
    ]


def test_html_holds_the_same_numbers_and_lets_no_markup_through() -> None:
    page = as_html(SCORES, CONFUSION, "<i>worth</i>")
    assert ".750 [.409, .975]" in page
    assert "<b>" not in page
    assert "&lt;i&gt;worth" in page
    assert re.search(r"<details><summary>side", page)
