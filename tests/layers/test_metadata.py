"""Outlet, date and title beside what was found, so that a table can be filtered by them."""

import pandas as pd
import pytest

import framing as fr
from framing.base.errors import FramingError, UnknownNameError

NEWS = fr.read_corpus(
    pd.DataFrame(
        {
            "doc_id": ["1", "2"],
            "outlet": ["أ", "ب"],
            "date": ["2016-07-15", None],
            "event": ["x", "y"],
            "text": ["فر الإرهابيون ومعهم داعش.", "عاد المسلحون."],
        }
    )
)
LABELS = fr.mentions(NEWS)


def test_a_table_of_spans_is_filtered_by_outlet() -> None:
    told = fr.with_articles(LABELS, NEWS)
    assert list(told.columns) == [*LABELS.columns, "outlet", "date", "title"]
    assert told.loc[told["outlet"] == "أ", "form"].tolist() == ["الإرهابيون", "داعش"]
    assert told["date"].notna().tolist() == [True, True, False]
    pd.testing.assert_frame_equal(told[LABELS.columns], LABELS)


def test_any_column_of_any_table_of_articles_will_do() -> None:
    counted = fr.with_articles(fr.features(NEWS), fr.annotate(NEWS), columns=["event"])
    assert set(zip(counted["doc_id"], counted["event"], strict=True)) == {("1", "x"), ("2", "y")}


def test_an_article_that_the_corpus_does_not_hold_has_nothing_beside_it() -> None:
    told = fr.with_articles(LABELS, NEWS[NEWS["doc_id"] == "2"], columns=["outlet"])
    assert told["outlet"].isna().tolist() == [True, True, False]


def test_what_cannot_be_told_is_refused() -> None:
    with pytest.raises(FramingError, match="no column 'doc_id'"):
        fr.with_articles(pd.DataFrame({"x": [1]}), NEWS)
    with pytest.raises(UnknownNameError, match="no column named 'paper'"):
        fr.with_articles(LABELS, NEWS, columns=["paper"])
    with pytest.raises(FramingError, match="a column 'outlet' already"):
        fr.with_articles(fr.with_articles(LABELS, NEWS), NEWS)
