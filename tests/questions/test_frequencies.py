"""How often words and runs of words are printed, against a count by hand and by scikit-learn."""

from pathlib import Path

import pandas as pd
import pytest
from sklearn.feature_extraction.text import CountVectorizer

import framing as fr
from framing.base.errors import FramingError, UnknownNameError

NEWS = pd.DataFrame(
    {
        "doc_id": ["a", "b", "c"],
        "outlet": ["x", "x", "y"],
        "text": [
            "انسحبت القوات الروسية من سوريا. القوات الروسية هناك.",
            "عادت القوات الروسية إلى سوريا",
            "سوريا القوات. الروسية 2016 ل",
        ],
    }
)


def counts(found: pd.DataFrame) -> dict[str, int]:
    return dict(zip(found["form"], found["count"], strict=True))


def test_words_are_counted_without_stop_words_numbers_and_letters() -> None:
    found = fr.frequencies(NEWS).table
    assert counts(found) == {"القوات": 4, "الروسية": 4, "سوريا": 3}
    first = found.iloc[0]
    assert (first["base"], first["document_frequency"], first["n"]) == (18, 3, 1)
    assert first["rate_per_1000"] == pytest.approx(4000 / 18)
    assert first["ci_low"] < first["rate_per_1000"] < first["ci_high"]


def test_a_run_crosses_no_sentence_and_neither_begins_nor_ends_with_a_stop_word() -> None:
    assert counts(fr.frequencies(NEWS, n=2).table) == {"القوات الروسية": 3}
    found = counts(fr.frequencies(NEWS, n=3, least=1).table)
    assert "الروسية من سوريا" in found
    assert "القوات الروسية من" not in found
    assert "سوريا القوات الروسية" not in found


def test_each_group_has_its_own_list() -> None:
    found = fr.frequencies(NEWS, by="outlet", least=1).table
    assert dict(found.groupby("group")["base"].first()) == {"x": 13, "y": 5}
    only = fr.frequencies(NEWS, by="outlet").table
    assert set(only["group"]) == {"x"}


def test_own_stop_words_replace_the_closed_classes() -> None:
    found = counts(fr.frequencies(NEWS, stop_words=["القوّات"], least=1).table)
    assert "القوات" not in found
    assert {"من", "هناك", "2016", "ل"} <= set(found)
    assert "القوات" in counts(fr.frequencies(NEWS, stop_words=()).table)


def test_what_cannot_be_asked_is_said() -> None:
    with pytest.raises(FramingError, match="A run of 6 words is not counted"):
        fr.frequencies(NEWS, n=6)
    with pytest.raises(UnknownNameError, match="column of the articles"):
        fr.frequencies(NEWS, by="nothing")
    assert fr.frequencies(NEWS, least=99).text == "No words are listed."


def test_the_seeds_against_an_independent_count() -> None:
    news = fr.read_corpus(Path(__file__).parents[2] / "seeds")
    found = fr.frequencies(news, stop_words=(), most=10_000, least=1).table
    one = found[found["form"] == "موسكو"].iloc[0]
    counted = (
        fr.zones(news).query("zone in ('lead', 'body')").groupby("doc_id")["form"].agg(" ".join)
    )
    vectors = CountVectorizer(vocabulary=["موسكو", "وموسكو", "لموسكو"])
    table = vectors.transform(counted).toarray()
    assert one["count"] == table.sum()
    assert one["document_frequency"] == (table.sum(axis=1) > 0).sum()
    assert found["count"].is_monotonic_decreasing
    assert found["count"].sum() == found["base"].iloc[0]
