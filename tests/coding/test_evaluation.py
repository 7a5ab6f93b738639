"""What is found is measured against a coding: spans, what is said of them, and every error."""

from math import isnan
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import framing as fr
from framing.base import columns
from framing.base.errors import FramingError, UnknownNameError
from framing.coding.agreement import match_spans, score
from framing.coding.evaluation import PROVENANCE, assess
from framing.coding.record_attributes import ATTRIBUTES, EXTENTS
from framing.coding.records import CLASSES, check_coding, find_all
from framing.measures import clustered_share, wilson

SEEDS = Path(__file__).parents[2] / "seeds"
TEXT = "قال لافروف إن الإرهابيين رحلوا. وأكد المتطرفون ذلك. وذكرت مصادر أن داعش هنا."
NEWS = pd.DataFrame({"doc_id": ["000"], "title": [None], "text": [TEXT]})


def place(words: str, prefix: str = "") -> dict[str, int]:
    start = TEXT.index(words)
    return {f"{prefix}start": start, f"{prefix}end": start + len(words)}


def cue(words: str, stance: str, **said: Any) -> dict[str, Any]:
    return {"layer": "attribution", "class": stance, **place(words), **said}


def label(words: str, category: str, /, **said: Any) -> dict[str, Any]:
    return {"layer": "militancy", "class": category, **place(words), **said}


def coding(*records: dict[str, Any]) -> pd.DataFrame:
    texts = ({"doc": "000", "text": TEXT[one["start"] : one["end"]]} | one for one in records)
    return check_coding(pd.DataFrame(list(texts)), NEWS)


GOLD = coding(
    cue("قال", "neutral", side="russia", type="official", mode="indirect",
        **place("لافروف", "source_"), **place("الإرهابيين رحلوا", "content_")),
    cue("وأكد", "assertive", side="armed-group", type="official", mode="indirect",
        **place("المتطرفون", "source_")),
    cue("وذكرت", "neutral", side="unknown", type="anonymous", mode="indirect",
        **place("مصادر", "source_"), **place("داعش هنا", "content_")),
    label("الإرهابيين", "terror", voice="indirect", target="generic"),
    label("المتطرفون", "radical", voice="narrator", target="other"),
    label("داعش", "organisation", voice="indirect", name="daesh"),
    {"layer": "leak", "class": "anonymous-source", **place("مصادر")},
)  # fmt: skip

FOUND = coding(
    cue("قال", "neutral", side="russia", type="official", mode="direct",
        **place("لافروف", "source_"), **place("رحلوا", "content_")),
    cue("وأكد المتطرفون", "assertive", side="unknown", type="official", mode="indirect",
        **place("ذلك", "content_")),
    cue("وذكرت", "pointing", side="unknown", type="anonymous", mode="indirect"),
    label("الإرهابيين", "terror", voice="narrator", target="generic"),
    label("المتطرفون", "radical", voice="narrator", target="generic"),
    label("داعش", "organisation", voice="narrator", target="daesh", name="daesh"),
    label("هنا", "armed", voice="direct"),
)  # fmt: skip


@pytest.fixture(scope="module")
def result() -> fr.Evaluation:
    return assess(FOUND, GOLD, NEWS)


@pytest.fixture(scope="module")
def seeds() -> fr.Evaluation:
    return fr.evaluate(fr.read_corpus(SEEDS), SEEDS / "coding" / "seeds.jsonl")


def scores(result: fr.Evaluation) -> dict[tuple[str, str, str], tuple[Any, int, float]]:
    """Scores of whole layers: count, base, value by measure, rule and statistic."""
    whole = result.table[result.table["class"].isna()]
    return {
        (row["measure"], row["rule"], row["statistic"]): (row["count"], row["base"], row["value"])
        for row in whole.to_dict("records")
    }


# Spans


def test_spans_are_scored_layer_by_layer_by_both_rules(result: fr.Evaluation) -> None:
    found = scores(result)
    f1 = {key[:2]: found[key] for key in found if key[2] == "f1"}
    assert f1 == {
        ("militancy", "overlap"): (6, 7, 6 / 7),
        ("militancy", "strict"): (6, 7, 6 / 7),
        ("cues", "overlap"): (6, 6, 1.0),
        ("cues", "strict"): (4, 6, 4 / 6),
        ("cues and stance", "overlap"): (4, 6, 4 / 6),
        ("cues and stance", "strict"): (2, 6, 2 / 6),
        ("sourcing", "overlap"): (0, 1, 0.0),
        ("sourcing", "strict"): (0, 1, 0.0),
    }
    assert found["militancy", "overlap", "precision"] == (3, 4, 3 / 4)
    assert found["militancy", "overlap", "recall"] == (3, 3, 1.0)
    assert isnan(found["sourcing", "overlap", "precision"][2])


def test_classes_are_scored_one_by_one_too(result: fr.Evaluation) -> None:
    classes = result.table[result.table["class"].notna()]
    recall = classes[classes["statistic"] == "recall"].set_index(["measure", "class"])["count"]
    assert recall.to_dict() == {
        **{("militancy", one): n for one, n in zip(
            ("armed", "organisation", "radical", "terror"), (0, 1, 1, 1), strict=True)},
        ("cues and stance", "assertive"): 1,
        ("cues and stance", "neutral"): 1,
        ("cues and stance", "pointing"): 0,
        ("sourcing", "anonymous-source"): 0,
    }  # fmt: skip


def test_the_table_keeps_its_columns_and_its_intervals(result: fr.Evaluation) -> None:
    assert list(result.table.columns) == columns.names("scores")
    for row in result.table.query("statistic in ('precision', 'recall', 'accuracy')").to_dict(
        "records"
    ):
        if row["base"]:
            assert row["value"] == row["count"] / row["base"]
            assert isnan(row["ci_low"])  # two articles tell no interval


def test_intervals_take_articles_as_the_cases(seeds: fr.Evaluation) -> None:
    gold = fr.read_coding(SEEDS / "coding" / "seeds.jsonl")
    found = find_all(fr.read_corpus(SEEDS))
    sides = (one[one["layer"] == "militancy"] for one in (found, gold))
    matches = match_spans(*sides)
    docs = gold["doc"].unique()
    predicted = matches.predicted["doc"].value_counts().reindex(docs).to_numpy(float)
    right = matches.coded.loc[matches.pairs["coded"], "doc"].value_counts().reindex(docs)
    known = clustered_share(right.to_numpy(float), predicted)
    row = seeds.table.iloc[0]
    assert (row["measure"], row["statistic"]) == ("militancy", "precision")
    assert (row["value"], row["ci_low"], row["ci_high"]) == pytest.approx(known)
    records = wilson(int(row["count"]), int(row["base"]))
    assert row["ci_high"] - row["ci_low"] > records.high - records.low


def test_the_layers_of_the_seeds_have_the_scores_of_agreement(seeds: fr.Evaluation) -> None:
    news = fr.read_corpus(SEEDS)
    gold = fr.read_coding(SEEDS / "coding" / "seeds.jsonl")
    cues = gold[gold["layer"] == "attribution"]
    found = fr.attributions(news).rename(columns={"doc_id": "doc", "stance": "class"})
    by_hand = score(found.assign(layer="attribution"), cues).iloc[0]
    got = scores(seeds)
    assert got["cues and stance", "overlap", "precision"][2] == by_hand["precision"]
    assert got["cues and stance", "overlap", "f1"][2] == by_hand["f1"]


# What is said of matched records


def test_attributes_are_compared_on_records_that_match_by_the_codebooks_rule(
    result: fr.Evaluation,
) -> None:
    # The third cue has another stance, so what is said of it is not asked.
    accuracy = {key[0]: value[:2] for key, value in scores(result).items() if key[2] == "accuracy"}
    assert accuracy == {
        "voice": (1, 3),
        "target": (1, 2),  # only where the coding has one
        "name": (1, 1),
        "source": (1, 2),
        "side": (1, 2),
        "type": (2, 2),
        "mode": (1, 2),
        "content": (1, 2),  # half the words found; then one where none is coded
    }


def test_overlaps_are_means_over_records_where_either_side_has_words(
    result: fr.Evaluation,
) -> None:
    found = scores(result)
    assert found["source", "overlap", "overlap"][1:] == (2, 0.5)
    assert found["content", "overlap", "overlap"][1:] == (2, 0.25)
    assert pd.isna(found["source", "overlap", "overlap"][0])


def test_the_narrators_voice_has_its_own_precision_and_recall(result: fr.Evaluation) -> None:
    found = scores(result)
    assert found["narrator", "overlap", "precision"] == (1, 3, 1 / 3)
    assert found["narrator", "overlap", "recall"] == (1, 1, 1.0)


def test_a_coding_agrees_with_itself_in_all_it_says() -> None:
    gold = fr.read_coding(SEEDS / "coding" / "seeds.jsonl")
    same = assess(gold, gold, fr.read_corpus(SEEDS))
    assert (same.table["value"] == 1).all()
    assert same.errors.empty
    assert (same.confusion["coded"] == same.confusion["predicted"]).all()
    assert set(same.table["measure"]) >= {one for names in ATTRIBUTES.values() for one in names}


def test_the_order_of_what_is_found_changes_nothing(result: fr.Evaluation) -> None:
    shuffled = assess(FOUND.iloc[::-1], GOLD.iloc[::-1], NEWS)
    for name in ("table", "confusion", "errors"):
        pd.testing.assert_frame_equal(getattr(shuffled, name), getattr(result, name))


# Confusions and errors


def test_confusions_count_what_was_found_for_what_was_coded(result: fr.Evaluation) -> None:
    assert list(result.confusion.columns) == columns.names("confusion")
    counted = result.confusion.set_index(["attribute", "coded", "predicted"])["count"].to_dict()
    assert {key[1:]: n for key, n in counted.items() if key[0] == "stance"} == {
        ("assertive", "assertive"): 1,
        ("neutral", "neutral"): 1,
        ("neutral", "pointing"): 1,
    }
    assert {key[1:]: n for key, n in counted.items() if key[0] == "voice"} == {
        ("indirect", "narrator"): 2,
        ("narrator", "narrator"): 1,
    }
    assert not {key[0] for key in counted} & set(EXTENTS)


def test_a_crosstab_is_a_square_of_the_confusions(result: fr.Evaluation) -> None:
    square = result.crosstab("side")
    assert list(square.index) == list(square.columns) == ["armed-group", "russia", "unknown"]
    assert square.to_numpy().tolist() == [[0, 0, 1], [0, 1, 0], [0, 0, 0]]
    with pytest.raises(UnknownNameError, match="no compared attribute named 'sides'"):
        result.crosstab("sides")


def test_every_error_stands_with_its_sentence(result: fr.Evaluation) -> None:
    assert list(result.errors.columns) == columns.names("disagreements")
    told = ["attribute", "error", "form", "coded", "predicted"]
    rows = result.errors[told].astype(object)
    assert rows.where(rows.notna(), None).to_numpy().tolist() == [
        ["mode", "wrong", "قال", "indirect", "direct"],
        ["voice", "wrong", "الإرهابيين", "indirect", "narrator"],
        ["source", "missed", "وأكد", "المتطرفون", None],
        ["side", "wrong", "وأكد", "armed-group", "unknown"],
        ["content", "false hit", "وأكد", None, "ذلك"],
        ["target", "wrong", "المتطرفون", "other", "generic"],
        ["span", "missed", "وذكرت", "neutral", "pointing"],
        ["span", "false hit", "وذكرت", "neutral", "pointing"],
        ["span", "missed", "مصادر", "anonymous-source", None],
        ["voice", "wrong", "داعش", "indirect", "narrator"],
        ["span", "false hit", "هنا", None, "armed"],
    ]  # fmt: skip
    assert set(result.errors["sentence"]) == {
        *("قال لافروف إن الإرهابيين رحلوا.", "وأكد المتطرفون ذلك.", "وذكرت مصادر أن داعش هنا.")
    }


def test_errors_are_as_many_as_the_scores_leave_out(seeds: fr.Evaluation) -> None:
    found = scores(seeds)
    errors = seeds.errors.groupby(["attribute", "error"]).size()
    pairs = [
        found[one, "overlap", "recall"] for one in ("militancy", "cues and stance", "sourcing")
    ]
    assert errors.get(("span", "missed"), 0) == sum(base - count for count, base, _ in pairs)
    for (measure, _, statistic), (count, base, _) in found.items():
        if statistic == "accuracy":
            assert errors.get(measure, pd.Series(dtype=int)).sum() == base - count


# Asking


def test_only_coded_articles_and_only_their_texts_are_scored() -> None:
    news = pd.concat([
        NEWS.assign(title="الإرهاب: قال كيري"),
        NEWS.assign(doc_id="001"),
    ], ignore_index=True)  # fmt: skip
    result = fr.evaluate(news, GOLD)
    assert result.note.startswith("1 coded articles of 2, 7 records. ")
    assert scores(result)["militancy", "overlap", "recall"][1] == 3
    pd.testing.assert_frame_equal(result.table, fr.evaluate(NEWS, GOLD).table)
    assert set(result.errors["doc_id"]) <= {"000"}


def test_a_coding_without_words_scores_the_same() -> None:
    bare = GOLD.drop(columns="text")
    pd.testing.assert_frame_equal(fr.evaluate(NEWS, bare).table, fr.evaluate(NEWS, GOLD).table)


def test_a_coding_that_is_empty_or_does_not_fit_is_refused() -> None:
    with pytest.raises(FramingError, match="The coding has no record"):
        fr.evaluate(NEWS, GOLD.iloc[:0])
    with pytest.raises(FramingError, match="the corpus has no article '007'"):
        fr.evaluate(NEWS, GOLD.assign(doc="007"))
    with pytest.raises(FramingError, match=r"There is no coding at 'gold\.jsonl'"):
        fr.evaluate(NEWS, "gold.jsonl")


def test_the_articles_are_read_once_a_layer_under_the_progress_that_is_given() -> None:
    read: list[list[str]] = []
    fr.evaluate(NEWS, GOLD, progress=lambda docs: read.append(docs) or docs)
    assert read == [["000"]] * len(CLASSES)


# Showing


def test_an_evaluation_shows_itself_and_says_what_it_is_worth(seeds: fr.Evaluation) -> None:
    assert seeds.note == f"5 coded articles of 5, 193 records. {PROVENANCE}"
    assert str(seeds) == seeds.text
    assert seeds.text.startswith(seeds.note)
    page = seeds._repr_html_()
    for part in ("model-assisted, not human", "cues and stance", "narrator", "content", "stance"):
        assert part in seeds.text
        assert part in page


def test_showing_changes_nothing_and_nothing_can_be_put_in_its_place(
    result: fr.Evaluation,
) -> None:
    before = result.table.copy()
    assert result._repr_html_() == result._repr_html_()
    pd.testing.assert_frame_equal(result.table, before)
    with pytest.raises(AttributeError):
        result.note = "flawless"  # type: ignore[misc]  # that it cannot be set is the test
