"""Tallies of chosen spans, and the shares of all texts together."""

import pandas as pd
import pytest

import framing as fr
from framing.base.errors import UnknownNameError
from framing.measures import share_row


@pytest.fixture(scope="module")
def found() -> object:
    news = pd.DataFrame(
        {
            "doc_id": ["a", "b"],
            "outlet": ["أ", "ب"],
            "text": [
                "قال الوزير إن الإرهابيين غادروا المدينة.",
                "غادر الارهابيون المدينة. وأكد الوزير أن الإرهابيين غادروها.",
            ],
        }
    )
    return fr.survey(fr.annotate(fr.read_corpus(news)))


@pytest.fixture(scope="module")
def labels(found) -> pd.DataFrame:
    return fr.mentions(found.reading, "militancy")


def test_a_tally_counts_each_class_of_all_spans_with_its_interval(labels):
    first, second = fr.tables.tally(labels, "voice").to_dict("records")
    assert (first["voice"], first["count"], first["base"], first["articles"]) == (
        "reported", 2, 3, 2,
    )  # fmt: skip
    assert (second["voice"], second["count"], second["articles"]) == (
        "the outlet's own words",
        1,
        1,
    )
    assert {name: first[name] for name in share_row(2, 3)} == share_row(2, 3)


def test_a_tally_names_classes_in_either_language(labels):
    assert fr.tables.tally(labels, "category")["category"].tolist() == ["terror"]
    assert fr.tables.tally(labels, "category", lang="ar")["category"].tolist() == ["الإرهاب"]


def test_a_tally_by_two_columns_keeps_one_base_and_what_is_missing(labels):
    half = labels.assign(side=["us", None, None])
    table = fr.tables.tally(half, ["facet", "side"])
    assert table["count"].tolist() == [2, 1]
    assert table["side"].isna().tolist() == [True, False]
    assert set(table["base"]) == {3}


def test_a_tally_of_nothing_is_empty_and_shows(labels):
    empty = fr.tables.tally(labels.head(0), "voice")
    assert empty.empty
    assert "<table" in fr.show_table(empty)


def test_forms_are_listed_by_lemma_with_how_often(labels):
    assert fr.tables.forms_table(labels)["form"].tolist() == [["الإرهابيين (2)", "الارهابيون (1)"]]


@pytest.mark.parametrize("by", ["voices", "colour"])
def test_a_column_that_is_not_there_is_an_error(labels, by):
    with pytest.raises(UnknownNameError, match=by):
        fr.tables.tally(labels, by)
    with pytest.raises(UnknownNameError, match=by):
        fr.tables.forms_table(labels, by)


def test_shares_of_all_texts_have_a_row_a_class_that_occurs_and_a_column_a_voice(found):
    table = fr.tables.whole_shares(found, "terror voice")
    assert table.to_numpy().tolist() == [["reported", "2/3"], ["the outlet's own words", "1/3"]]
    both = fr.tables.whole_shares(found, "terror voice", "terror label", lang="ar")
    assert both.columns[:2].tolist() == ["share", "category"]
    with pytest.raises(UnknownNameError, match="stance by side"):
        fr.tables.whole_shares(found, "stance by side")


def test_side_by_side_takes_a_survey(found):
    assert fr.tables.side_by_side(found) == fr.tables.side_by_side(found.parallels)
    assert fr.tables.substitutions_table(found).empty


def test_what_is_shown_draws_itself_and_does_not_print_its_code(labels):
    shown = fr.show_table(labels)
    assert shown._repr_html_() == shown
    assert len(repr(shown)) < 40
