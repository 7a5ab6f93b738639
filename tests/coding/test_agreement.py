"""Spans are matched as the codebook says, and scores obey laws."""

from math import isnan

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_array
from scipy.sparse.csgraph import maximum_bipartite_matching

from framing.base.errors import FramingError
from framing.coding.agreement import (
    MIN_DOCUMENTS,
    SCORES,
    errors_of,
    match_spans,
    score,
    score_rows,
    share_interval,
)

TEXT = "قال مسلحون إن الإرهابيين رحلوا. وأكد المتطرفون ذلك."
NEWS = pd.DataFrame({"doc_id": ["000", "001"], "title": ["عنوان", None], "text": [TEXT, "نعم"]})


def span(
    start: int, end: int, name: str = "terror", *, doc: str = "000", layer: str = "militancy"
) -> dict[str, object]:
    return {"doc": doc, "layer": layer, "start": start, "end": end, "class": name}


def table(*spans: dict[str, object]) -> pd.DataFrame:
    return pd.DataFrame(spans, columns=["doc", "layer", "start", "end", "class"])


def at(form: str, name: str) -> dict[str, object]:
    start = TEXT.index(form)
    return span(start, start + len(form), name) | {"text": form}


def pairs(predicted: pd.DataFrame, coded: pd.DataFrame) -> list[tuple[int, int]]:
    return [tuple(pair) for pair in match_spans(predicted, coded).pairs.to_numpy().tolist()]


@st.composite
def codings(draw: st.DrawFn) -> pd.DataFrame:
    spans = draw(
        st.lists(
            st.builds(
                lambda start, length, name, doc, layer: span(
                    start, start + length, name, doc=doc, layer=layer
                ),
                st.integers(0, 25),
                st.integers(1, 12),
                st.sampled_from(["terror", "radical"]),
                st.sampled_from(["000", "001"]),
                st.sampled_from(["militancy", "leak"]),
            ),
            max_size=14,
        )
    )
    return table(*spans)


# Matching


def test_spans_match_when_a_word_is_shared_and_not_when_they_only_touch() -> None:
    coded = table(span(10, 20))
    assert pairs(table(span(15, 30)), coded) == [(0, 0)]
    assert pairs(table(span(12, 14)), coded) == [(0, 0)]
    assert pairs(table(span(20, 30)), coded) == []
    assert pairs(table(span(0, 10)), coded) == []


@pytest.mark.parametrize(
    "other", [{"doc": "001"}, {"layer": "leak"}, {"class": "radical"}], ids=str
)
def test_spans_of_another_article_layer_or_class_do_not_match(other: dict[str, object]) -> None:
    assert pairs(table(span(10, 20) | other), table(span(10, 20))) == []


def test_the_class_is_ignored_only_when_asked() -> None:
    predicted, coded = table(span(10, 20, "radical")), table(span(10, 20))
    assert len(match_spans(predicted, coded, same_class=False).pairs) == 1


def test_a_long_prediction_over_two_records_matches_one_the_one_it_covers_more_of() -> None:
    coded = table(span(0, 5), span(6, 20))
    assert pairs(table(span(0, 20)), coded) == [(0, 1)]


def test_two_predictions_in_one_record_match_it_once() -> None:
    assert pairs(table(span(0, 5), span(6, 20)), table(span(0, 20))) == [(1, 0)]


def test_a_prediction_made_twice_is_right_once() -> None:
    scores = score(table(span(0, 5), span(0, 5)), table(span(0, 5))).iloc[0]
    assert (scores["n_matched"], scores["precision"], scores["recall"]) == (1, 0.5, 1.0)


def test_one_more_pair_outweighs_a_better_overlap() -> None:
    # The widest overlap is the second prediction with the first record; taking it first
    # would leave the first prediction and the second record without partners.
    predicted, coded = table(span(0, 11), span(5, 32)), table(span(8, 30), span(31, 40))
    assert pairs(predicted, coded) == [(0, 0), (1, 1)]


@given(codings(), codings())
def test_there_are_as_many_pairs_as_a_maximum_matching_has(
    predicted: pd.DataFrame, coded: pd.DataFrame
) -> None:
    matches = match_spans(predicted, coded)
    may_pair = [
        [
            (p["doc"], p["layer"], p["class"]) == (c["doc"], c["layer"], c["class"])
            and max(p["start"], c["start"]) < min(p["end"], c["end"])
            for c in matches.coded.to_dict("records")
        ]
        for p in matches.predicted.to_dict("records")
    ]
    allowed = np.array(may_pair, dtype=int).reshape(len(predicted), len(coded))
    best = maximum_bipartite_matching(csr_array(allowed), perm_type="column")
    assert len(matches.pairs) == int((best >= 0).sum())
    assert matches.pairs["predicted"].is_unique
    assert matches.pairs["coded"].is_unique
    assert all(allowed[p, c] for p, c in matches.pairs.to_numpy())


@given(codings(), codings())
def test_strict_pairs_are_those_that_begin_and_end_together(
    predicted: pd.DataFrame, coded: pd.DataFrame
) -> None:
    strict = match_spans(predicted, coded, strict=True)
    for ours, theirs in strict.pairs.to_numpy():
        assert strict.predicted.loc[ours].to_dict() == strict.coded.loc[theirs].to_dict()
    common = (
        predicted.value_counts().to_frame("n").join(coded.value_counts().to_frame("m"), how="inner")
    )
    assert len(strict.pairs) == common.min(axis="columns").sum()


def test_strict_spans_may_still_differ_in_class() -> None:
    predicted, coded = table(span(10, 20, "radical")), table(span(10, 20))
    assert score(predicted, coded, strict=True)["n_matched"].tolist() == [0]
    assert score(predicted, coded, strict=True, same_class=False)["n_matched"].tolist() == [1]
    assert score(table(span(10, 21)), coded, strict=True)["n_matched"].tolist() == [0]


def test_a_table_of_the_package_must_be_made_a_coding_first() -> None:
    with pytest.raises(FramingError, match="The predicted table lacks doc, layer, class"):
        score(pd.DataFrame(columns=["doc_id", "start", "end", "category"]), table())


# Scores


def test_a_score_worked_by_hand() -> None:
    coded = table(*(span(place, place + 5) for place in range(0, 70, 10)))
    predicted = table(*(span(place, place + 3) for place in range(0, 60, 10)), *[span(90, 95)] * 2)
    scores = score(predicted, coded).iloc[0]
    assert scores[["layer", "n_documents"]].tolist() == ["militancy", 1]
    assert scores[["n_coded", "n_predicted", "n_matched"]].tolist() == [7, 8, 6]
    assert scores["precision"] == 6 / 8
    assert scores["recall"] == 6 / 7
    assert scores["f1"] == 12 / 15
    assert scores[["precision_low", "recall_high"]].isna().all()  # one article tells no interval


def test_the_interval_of_a_share_is_that_of_its_articles() -> None:
    counts, bases = np.array([9.0, 4, 7, 0, 3, 5]), np.array([10.0, 5, 10, 0, 3, 8])
    p, n = 28 / 36, bases[bases > 0]
    residuals = counts[bases > 0] - p * n
    variance = 5 / 4 * (residuals**2).sum() / 36**2
    z, reach = 1.959964, 2.776445  # of the normal and of t with four degrees of freedom
    cases = p * (1 - p) / variance * (z / reach) ** 2
    middle, square = p + z**2 / 2 / cases, z * np.sqrt(p * (1 - p) / cases + (z / cases) ** 2 / 4)
    known = [(middle + side * square) / (1 + z**2 / cases) for side in (-1, 1)]
    assert share_interval(counts, bases) == pytest.approx(known, abs=1e-6)
    assert all(map(isnan, share_interval(counts[1:], bases[1:])))  # four have a base


def test_a_score_is_laid_out_with_its_counts_and_bases() -> None:
    coded = table(*(span(place, place + 5) for place in (0, 10, 20)))
    predicted = table(span(0, 3), span(40, 44))
    rows = list(score_rows(score(predicted, coded), "militancy", "overlap"))
    assert [(row["statistic"], row["count"], row["base"]) for row in rows] == [
        *(("precision", 1, 2), ("recall", 1, 3), ("f1", 2, 5))
    ]
    assert [row["value"] for row in rows] == [row["count"] / row["base"] for row in rows]
    assert {(row["layer"], row["measure"], row["rule"], row["class"]) for row in rows} == {
        ("militancy", "militancy", "overlap", None)
    }


def test_classes_are_scored_apart_and_a_confusion_costs_both() -> None:
    coded = table(span(0, 5), span(10, 15, "radical"), span(20, 25, "radical"))
    predicted = table(span(0, 5), span(10, 15), span(20, 25, "radical"))
    scores = score(predicted, coded, by_class=True).set_index("class")
    assert list(scores.columns) == ["layer", *SCORES]
    assert scores.loc["terror", ["precision", "recall"]].tolist() == [0.5, 1.0]
    assert scores.loc["radical", ["precision", "recall"]].tolist() == [1.0, 0.5]


def test_layers_are_never_pooled() -> None:
    coded = table(span(0, 5), span(0, 5, "leak-talk", layer="leak"))
    assert score(coded, coded)["layer"].tolist() == ["leak", "militancy"]


def test_a_hit_in_an_article_without_coding_is_wrong() -> None:
    scores = score(table(span(0, 5), span(0, 5, doc="001")), table(span(0, 5))).iloc[0]
    assert scores[["n_documents", "precision", "recall"]].tolist() == [2, 0.5, 1.0]


def test_nothing_against_nothing_has_no_score() -> None:
    scores = score(table(), table())
    assert scores.empty
    assert list(scores.columns) == ["layer", *SCORES]


def test_what_cannot_be_said_is_nan() -> None:
    unseen = score(table(), table(span(0, 5))).iloc[0]
    assert isnan(unseen["precision"])
    assert isnan(unseen["precision_high"])
    assert (unseen["recall"], unseen["f1"]) == (0.0, 0.0)
    uncoded = score(table(span(0, 5)), table()).iloc[0]
    assert isnan(uncoded["recall"])
    assert (uncoded["precision"], uncoded["f1"]) == (0.0, 0.0)


def test_classes_cannot_be_ignored_and_scored_apart() -> None:
    with pytest.raises(FramingError, match="drop by_class or same_class"):
        score(table(), table(), same_class=False, by_class=True)


@given(codings())
def test_a_coding_agrees_with_itself(coding: pd.DataFrame) -> None:
    for by_class in (False, True):
        scores = score(coding, coding, by_class=by_class)
        assert (scores[["precision", "recall", "f1"]] == 1).all(axis=None)
        assert scores["n_matched"].sum() == len(coding)


@given(codings(), codings(), st.data())
def test_dropping_predictions_never_raises_recall(
    predicted: pd.DataFrame, coded: pd.DataFrame, data: st.DataObject
) -> None:
    kept = data.draw(st.lists(st.booleans(), min_size=len(predicted), max_size=len(predicted)))
    fewer = predicted[np.array(kept, dtype=bool)]
    all_found = score(predicted, coded).set_index("layer")["recall"]
    fewer_found = score(fewer, coded).set_index("layer")["recall"]
    for layer in set(coded["layer"]):
        assert fewer_found[layer] <= all_found[layer]


@settings(max_examples=40)  # each example makes two tables
@given(codings(), codings())
def test_changing_sides_swaps_precision_and_recall(
    predicted: pd.DataFrame, coded: pd.DataFrame
) -> None:
    there, back = score(predicted, coded), score(coded, predicted)
    swapped = {"n_coded": "n_predicted", "n_predicted": "n_coded"}
    for end in ("", "_low", "_high"):
        swapped |= {f"precision{end}": f"recall{end}", f"recall{end}": f"precision{end}"}
    pd.testing.assert_frame_equal(there, back.rename(columns=swapped)[there.columns])


@settings(max_examples=40)  # each example makes two tables
@given(codings(), codings(), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_no_score(
    predicted: pd.DataFrame, coded: pd.DataFrame, chance: "np.random.RandomState"
) -> None:
    shuffled = predicted.sample(frac=1, random_state=chance.randint(0, 1000))
    pd.testing.assert_frame_equal(score(predicted, coded), score(shuffled, coded))


@given(codings(), codings())
def test_ignoring_the_class_never_finds_less(predicted: pd.DataFrame, coded: pd.DataFrame) -> None:
    strict, blind = match_spans(predicted, coded), match_spans(predicted, coded, same_class=False)
    assert len(strict.pairs) <= len(blind.pairs)


# Intervals of F1


def many(n: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Articles with three coded spans each, of which the first 0 to 3 are found."""
    docs = [(f"{i:03}", i % 4) for i in range(n)]
    coded = [span(p, p + 5, doc=doc) for doc, _ in docs for p in (0, 10, 20)]
    found = [span(p, p + 5, doc=doc) for doc, k in docs for p in (0, 10, 20)[:k]]
    return table(*found), table(*coded)


def test_too_few_articles_give_f1_no_interval() -> None:
    few, enough = many(MIN_DOCUMENTS - 1), many(MIN_DOCUMENTS)
    assert score(*few)[["f1_low", "f1_high"]].isna().all(axis=None)
    assert score(*enough)[["f1_low", "f1_high"]].notna().all(axis=None)


def test_articles_without_a_span_do_not_make_up_the_number() -> None:
    predicted, coded = many(MIN_DOCUMENTS)
    rare = table(span(50, 55, "takfiri"))
    scores = score(predicted, pd.concat([coded, rare]), by_class=True).set_index("class")
    assert scores.loc["takfiri", "n_documents"] == 1
    assert isnan(scores.loc["takfiri", "f1_low"])
    assert scores.loc["terror", "f1_low"] < scores.loc["terror", "f1"]


def test_the_interval_of_f1_is_that_of_resampled_articles() -> None:
    scores = score(*many(40)).iloc[0]
    # Resampled by hand: 40 articles, found 0 to 3 of 3 with nothing false.
    found = np.array([i % 4 for i in range(40)])
    draws = np.random.default_rng(7).integers(0, 40, size=(20_000, 40))
    f1 = 2 * found[draws].sum(axis=1) / (found[draws].sum(axis=1) + 120)
    low, high = np.quantile(f1, [0.025, 0.975])
    # Two sets of random draws: their quantiles differ by about a hundredth.
    assert scores["f1_low"] == pytest.approx(low, abs=0.015)
    assert scores["f1_high"] == pytest.approx(high, abs=0.015)


@settings(max_examples=5)
@given(st.integers(0, 1000))
def test_the_same_seed_draws_the_same_interval(seed: int) -> None:
    first, second = score(*many(25), seed=seed), score(*many(25), seed=seed)
    pd.testing.assert_frame_equal(first, second)
    assert first.loc[0, "f1_low"] <= first.loc[0, "f1"] <= first.loc[0, "f1_high"]


# Errors


def test_errors_stand_in_their_sentences() -> None:
    coded = pd.DataFrame([at("مسلحون", "armed"), at("الإرهابيين", "terror")])
    predicted = pd.DataFrame(
        [at("مسلحون", "armed"), at("المتطرفون", "radical"), at("الإرهابيين", "radical")]
    )
    errors = errors_of(predicted, coded, NEWS)
    first, second = TEXT.split(" وأكد")[0], TEXT[TEXT.index("وأكد") :]
    shown = ["error", "text", "class", "other_class", "sentence"]
    assert errors[shown].to_numpy().tolist() == [
        ["false hit", "الإرهابيين", "radical", "terror", first],
        ["missed", "الإرهابيين", "terror", "radical", first],
        ["false hit", "المتطرفون", "radical", "", second],
    ]
    assert [TEXT[s:e] for s, e in zip(errors["start"], errors["end"], strict=True)] == list(
        errors["text"]
    )


def test_a_confusion_of_classes_is_no_error_where_classes_are_ignored() -> None:
    coded = pd.DataFrame([at("الإرهابيين", "terror")])
    predicted = pd.DataFrame([at("الإرهابيين", "radical")])
    assert errors_of(predicted, coded, NEWS, same_class=False).empty


@given(codings(), codings())
def test_every_span_is_matched_or_an_error(predicted: pd.DataFrame, coded: pd.DataFrame) -> None:
    news = pd.DataFrame({"doc_id": ["000", "001"], "text": [TEXT, TEXT]})
    errors = errors_of(predicted, coded, news)
    n_pairs = len(match_spans(predicted, coded).pairs)
    assert (errors["error"] == "missed").sum() == len(coded) - n_pairs
    assert (errors["error"] == "false hit").sum() == len(predicted) - n_pairs
