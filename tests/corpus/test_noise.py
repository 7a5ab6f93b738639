"""What is no news is told of: page code in a text, an article that is there twice."""

import warnings
from pathlib import Path

import pandas as pd
import pytest

import framing as fr
from framing.base.errors import CorpusWarning

SEEDS = Path(__file__).parents[2] / "seeds"
CODE = [
    ("<p>قال كيري</p>", "<p>"),
    ('قال <a href="x">كيري</a>', '<a href="x">'),
    ("قال&nbsp;كيري", "&nbsp;"),
    ("قال كيري &#1548; اليوم", "&#1548;"),
    ("قال كيري. jQuery('.a').show()", "jQuery"),
    ("قال كيري. function (x)", "function ("),
    ("قال كيري #vote ul { padding: 0; margin: 0; }", "{ padding: 0; margin: 0; }"),
]
NONE = [
    "قال كيري: 5 < 7 و 9 > 3",
    "شركة AT&T وشركة R&D؛",
    "أ & ب; ج",
    "موقع document الإلكتروني {مهم}",
    "العضو <كيري> قال",
]


def corpus(texts: list[str], outlets: list[str | None] | None = None) -> pd.DataFrame:
    ids = [str(number) for number in range(len(texts))]
    return pd.DataFrame({"doc_id": ids, "outlet": outlets or "x", "text": texts})


@pytest.mark.parametrize(("text", "found"), CODE)
def test_page_code_is_found(text: str, found: str) -> None:
    rows = fr.noise(corpus([text])).to_dict("records")
    assert [(row["noise"], row["found"]) for row in rows] == [("page code", found)]


@pytest.mark.parametrize("text", NONE)
def test_what_only_looks_like_code_is_none(text: str) -> None:
    assert fr.noise(corpus([text])).empty


def test_the_same_words_in_one_outlet_are_a_duplicate() -> None:
    texts = ["قال كيري", "قالَ  كيري\n", "قال لافروف", "قـال كيري", "", ""]
    found = fr.noise(corpus(texts, ["x", "x", "x", "y", "x", "x"]))
    assert found[["noise", "doc_id", "same_as"]].to_numpy().tolist() == [["duplicate", "1", "0"]]


def test_articles_of_unknown_outlets_are_compared_among_themselves() -> None:
    found = fr.noise(corpus(["قال كيري"] * 3, [None, "x", None]))
    assert found["doc_id"].tolist() == ["2"]


def test_reading_tells_of_it_and_leaves_out_only_what_it_is_asked_to() -> None:
    twice = corpus(["قال كيري", "قال كيري"])
    with pytest.warns(CorpusWarning, match=r"1 of 2 articles prints the whole text of another"):
        assert len(fr.read_corpus(twice)) == 2
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert fr.read_corpus(twice, drop_duplicates=True)["doc_id"].tolist() == ["0"]
    with pytest.warns(CorpusWarning, match=r"1 of 1 articles holds page code \(0\), .* fr\.noise"):
        fr.read_corpus(corpus(["<p>قال</p>"]))


def test_the_seeds_are_clean() -> None:
    assert fr.noise(fr.read_corpus(SEEDS)).empty
