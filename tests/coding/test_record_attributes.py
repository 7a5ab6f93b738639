"""What is said of matched records is compared by the codebook: names alike, half the words."""

from math import isnan
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.base import columns
from framing.coding.record_attributes import ATTRIBUTES, compare_records
from framing.text.tokens import read_words

TEXT = "قال وزير الخارجية الروسي سيرغي لافروف إن «اللقاء كان مفيدا» أمس."
WORDS = {"000": read_words(TEXT)}
NO_SOURCE = {"source_start": None, "source_end": None}


def extent(part: str, words: str) -> dict[str, Any]:
    start = TEXT.index(words)
    return {f"{part}_start": start, f"{part}_end": start + len(words)}


def record(layer: str, **said: Any) -> dict[str, Any]:
    return {"doc": "000", "layer": layer, "start": 0, "end": 3, "class": "neutral"} | said


def compared(ours: dict[str, Any], theirs: dict[str, Any]) -> dict[str, dict[str, Any]]:
    table = compare_records(pd.DataFrame([ours]), pd.DataFrame([theirs]), WORDS)
    assert list(table.columns) == columns.names("comparisons")
    return {row["attribute"]: row for row in table.to_dict("records")}


def source(ours: str | None, theirs: str | None) -> dict[str, Any]:
    sides = (extent("source", one) if one else NO_SOURCE for one in (ours, theirs))
    return compared(*(record("attribution", **side) for side in sides))["source"]


def test_names_are_right_if_they_are_the_same() -> None:
    said = compared(
        record("attribution", side="russia", type="unknown", mode=None),
        record("attribution", side="russia", type="official", mode="direct"),
    )
    assert {
        name: (row["coded"], row["predicted"], row["is_right"]) for name, row in said.items()
    } == {
        "side": ("russia", "russia", True),
        "type": ("official", "unknown", False),
        "mode": ("direct", None, False),
    }
    assert all(pd.isna(row["overlap"]) for row in said.values())


def test_a_name_that_is_not_coded_is_not_compared() -> None:
    said = compared(
        record("militancy", voice="direct", target="daesh", name=None),
        record("militancy", voice="narrator", target=None),
    )
    assert list(said) == ["voice"]


@pytest.mark.parametrize(
    ("ours", "overlap", "is_right"),
    [
        ("وزير الخارجية الروسي سيرغي لافروف", 1.0, True),
        ("سيرغي لافروف", 2 / 5, False),
        ("الروسي سيرغي لافروف", 3 / 5, True),
        ("لافروف إن «اللقاء", 1 / 7, False),
        (TEXT, 5 / 11, True),  # too much is not wrong, but overlaps little
        ("أمس", 0.0, False),
        (None, 0.0, False),
    ],
)
def test_a_source_is_right_if_half_its_words_are_found(
    ours: str | None, overlap: float, is_right: bool
) -> None:
    row = source(ours, "وزير الخارجية الروسي سيرغي لافروف")
    assert (row["overlap"], row["is_right"]) == (overlap, is_right)
    assert (row["coded"], row["predicted"]) == ("وزير الخارجية الروسي سيرغي لافروف", ours)


def test_exactly_half_the_words_are_enough() -> None:
    assert source("لافروف", "سيرغي لافروف")["is_right"]


def test_where_no_source_is_coded_a_predicted_one_is_wrong() -> None:
    invented, none = source("لافروف", None), source(None, None)
    assert (invented["is_right"], invented["overlap"], invented["coded"]) == (False, 0.0, None)
    assert (none["is_right"], none["predicted"]) == (True, None)
    assert isnan(none["overlap"])


def test_quotation_marks_are_no_words_of_a_content() -> None:
    sides = (extent("content", words) for words in ("اللقاء كان مفيدا", "«اللقاء كان مفيدا»"))
    row = compared(*(record("attribution", **side) for side in sides))["content"]
    assert (row["overlap"], row["is_right"]) == (1.0, True)


def test_a_coding_without_sources_is_not_asked_for_them() -> None:
    ours = record("attribution", **extent("source", "لافروف"))
    assert compared(ours, record("attribution", side="us")).keys() == {"side"}
    assert compare_records(pd.DataFrame(), pd.DataFrame(), {}).empty


SAID = {
    "voice": st.sampled_from(["direct", "indirect", "narrator", None]),
    "target": st.sampled_from(["daesh", "generic", None]),
}


@given(st.lists(st.fixed_dictionaries(SAID), min_size=1))
def test_a_record_agrees_with_itself(said: list[dict[str, Any]]) -> None:
    table = pd.DataFrame([record("militancy", **one) for one in said])
    same = compare_records(table, table, WORDS)
    assert same["is_right"].all()
    assert set(same["attribute"]) <= set(ATTRIBUTES["militancy"])
    assert len(same) == sum(value is not None for one in said for value in one.values())
