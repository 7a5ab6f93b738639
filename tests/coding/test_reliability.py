"""Two coders are compared: on spans, on classes, on what they say of the same record."""

from math import isnan
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import framing as fr
from framing.base import columns
from framing.base.errors import FramingError
from framing.coding.agreement import MIN_DOCUMENTS
from framing.coding.reliability import compare_codings
from framing.measures import krippendorff_alpha

TEXT = "قال مسلحون إن الإرهابيين رحلوا وأكد المتطرفون ذلك"
WORDS = TEXT.split()
SEEDS = Path(__file__).parents[2] / "seeds"


def corpus(n: int = 2) -> pd.DataFrame:
    return pd.DataFrame({"doc_id": [f"{i:03}" for i in range(n)], "text": [TEXT] * n})


def mark(place: int, name: str, doc: str = "000", **said: Any) -> dict[str, Any]:
    start = sum(len(word) + 1 for word in WORDS[:place])
    span = {"doc": doc, "layer": "militancy", "start": start, "end": start + len(WORDS[place])}
    return span | {"text": WORDS[place], "class": name} | said


def coding(*marks: dict[str, Any]) -> pd.DataFrame:
    return pd.DataFrame(
        marks, columns=["doc", "layer", "start", "end", "text", "class", "voice", "target"]
    )


def rows(table: pd.DataFrame) -> dict[tuple[str, str], dict[Any, Any]]:
    whole = table.assign(rule=table["rule"].fillna(""))
    return {
        (row["measure"], row["statistic"] + row["rule"]): row for row in whole.to_dict("records")
    }


ANNA = coding(
    mark(1, "armed", voice="narrator"),
    mark(3, "terror", voice="indirect", target="generic"),
    mark(6, "radical", voice="narrator"),
    mark(3, "terror", "001", voice="indirect", target="daesh"),
)
OMAR = coding(
    mark(1, "armed", voice="narrator"),
    mark(3, "terror", voice="narrator", target="generic"),
    mark(6, "terror", voice="narrator"),
    mark(1, "armed", "001", voice="narrator"),
)


def test_two_coders_compared_by_hand() -> None:
    table = compare_codings(ANNA, OMAR, corpus())
    assert list(table.columns) == columns.names("scores")
    assert set(table["layer"]) == {"militancy"}
    found = rows(table)
    # Of 4 and 4 spans two share words and class: in 000 armed and terror.
    assert found["spans", "f1overlap"]["value"] == found["spans", "f1strict"]["value"] == 4 / 8
    # Sixteen words: three marked by both, one by either alone.
    presence = [(True, True)] * 3 + [(True, False), (False, True)] + [(False, False)] * 11
    assert found["presence", "alpha"]["base"] == 16
    assert found["presence", "alpha"]["value"] == krippendorff_alpha(presence)
    # Three records share words, whatever their class.
    classes = [("armed", "armed"), ("terror", "terror"), ("radical", "terror")]
    assert found["class", "alpha"]["base"] == 3
    assert found["class", "alpha"]["value"] == krippendorff_alpha(classes)
    voices = [("narrator", "narrator"), ("indirect", "narrator"), ("narrator", "narrator")]
    assert found["voice", "alpha"]["value"] == krippendorff_alpha(voices)
    assert found["target", "alpha"]["base"] == 1
    assert isnan(found["target", "alpha"]["value"])
    assert table[["ci_low", "ci_high"]].isna().all(axis=None)


def test_a_coder_agrees_with_herself_on_every_attribute_of_the_seeds() -> None:
    seeds = fr.read_coding(SEEDS / "coding" / "seeds.jsonl")
    table = fr.compare_codings(seeds, seeds, fr.read_corpus(SEEDS))
    assert (table["value"] == 1).all()
    assert table.groupby("layer")["measure"].agg(list).to_dict() == {
        "militancy": ["spans", "spans", "presence", "class", "voice", "name", "target"],
        "attribution": [
            *("spans", "spans", "presence", "class"),
            *("source", "side", "type", "mode", "content"),
        ],
        "leak": ["spans", "spans", "presence", "class", "role"],
    }
    assert set(table[table["statistic"] == "overlap"]["measure"]) == {"source", "content"}


def test_what_one_coder_left_blank_is_not_counted() -> None:
    blank = OMAR.assign(voice=None)
    assert ("voice", "alpha") not in rows(compare_codings(blank, blank, corpus()))
    assert rows(compare_codings(blank, ANNA, corpus()))["voice", "alpha"]["base"] == 0


def test_nothing_marked_is_nothing_compared() -> None:
    assert compare_codings(coding(), coding(), corpus()).empty
    one_sided = rows(compare_codings(ANNA, coding(), corpus()))
    assert one_sided["spans", "f1overlap"]["value"] == 0
    assert one_sided["class", "alpha"]["base"] == 0


def test_an_article_that_is_not_at_hand_is_named() -> None:
    with pytest.raises(FramingError, match="the corpus has no article '001'"):
        compare_codings(ANNA, OMAR, corpus(1))


MARKS = st.lists(
    st.builds(
        mark,
        st.integers(0, len(WORDS) - 1),
        st.sampled_from(["terror", "radical"]),
        st.sampled_from(["000", "001"]),
        voice=st.sampled_from(["direct", "narrator", None]),
    ),
    max_size=8,
    unique_by=lambda one: (one["doc"], one["start"]),
)


@settings(max_examples=40)  # each example compares twice
@given(MARKS, MARKS)
def test_neither_coder_comes_first(ones: list[Any], others: list[Any]) -> None:
    there = compare_codings(coding(*ones), coding(*others), corpus())
    back = compare_codings(coding(*others), coding(*ones), corpus())
    # A voice that only one side ever gave is compared from that side alone, on no record.
    there, back = (table[table["base"] > 0].reset_index(drop=True) for table in (there, back))
    pd.testing.assert_frame_equal(there, back)


def many(n: int) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Articles with two marks each; the second coder's class differs in every fourth."""
    news = corpus(n)
    ones, others = (
        coding(
            *(
                mark(place, "radical" if other and i % 4 == 0 and place == 3 else name, doc)
                for i, doc in enumerate(news["doc_id"])
                for place, name in ((1, "armed"), (3, "terror"))
            )
        )
        for other in (False, True)
    )
    return ones, others, news


def test_alpha_has_an_interval_from_twenty_articles_on() -> None:
    few = rows(compare_codings(*many(MIN_DOCUMENTS - 1)))["class", "alpha"]
    assert isnan(few["ci_low"])
    enough = rows(compare_codings(*many(MIN_DOCUMENTS)))["class", "alpha"]
    assert 0 < enough["ci_low"] < enough["value"] < enough["ci_high"] <= 1


def test_the_interval_of_alpha_is_that_of_resampled_articles() -> None:
    found = rows(compare_codings(*many(40)))["class", "alpha"]
    # Resampled by hand: how many of 40 drawn articles have the unlike pair is binomial.
    chance = np.random.default_rng(7)
    alphas = sorted(
        krippendorff_alpha(
            [("armed", "armed")] * 40
            + [("terror", "radical")] * k
            + [("terror", "terror")] * (40 - k)
        )
        for k in chance.binomial(40, 0.25, size=4000)
    )
    # Two sets of random draws: their quantiles differ by about a hundredth.
    assert found["ci_low"] == pytest.approx(alphas[100], abs=0.02)
    assert found["ci_high"] == pytest.approx(alphas[3900], abs=0.02)


def test_the_same_seed_draws_the_same_interval() -> None:
    first, second = (compare_codings(*many(25), seed=3) for _ in range(2))
    pd.testing.assert_frame_equal(first, second)
