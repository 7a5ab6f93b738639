"""Tables as a reader sees them: escaped, rounded, in either direction, bases named."""

import re
import tomllib
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import framing
from framing.base.columns import table
from framing.base.errors import UnknownNameError
from framing.corpus.articles import read_corpus
from framing.lexicon.entries import load_lexicon
from framing.lexicon.source_files import lexicon_names
from framing.measures import garwood, rate_row, share_row
from framing.questions.survey import MOST_OUTLETS, survey
from framing.showing import tables

WORDING = tomllib.loads(
    (Path(framing.__file__).parent / "showing" / "templates" / "wording.toml").read_text("utf-8")
)
LABELS = "قال الوزير إن الإرهابيين غادروا المدينة. وأكد أن المسلحين بقوا فيها."


class Cells(HTMLParser):
    """The rows of a table as text, and every tag and attribute in it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_data(self, data: str) -> None:
        if self.rows and self.rows[-1]:
            self.rows[-1][-1] += data.strip("\n ")


def rows_of(frame: pd.DataFrame, **options) -> list[list[str]]:
    return Cells(tables.show_table(frame, **options)).rows


def rates(*counts: tuple[int, int]) -> pd.DataFrame:
    same = {"doc_id": "000", "feature": "militancy.terror", "voice": "all", "unit": "words"}
    rows = ({**same, "count": k, "base": n, "span_ids": ["x"], **rate_row(k, n)} for k, n in counts)
    return table("features", rows)


def shares(*counts: tuple[int, int]) -> pd.DataFrame:
    same = {"doc_id": "000", "share": "stance", "category": "neutral", "unit": "attributions"}
    found = ({**same, "count": k, "base": n, "span_ids": [], **share_row(k, n)} for k, n in counts)
    return table("shares", found)


@pytest.fixture(scope="module")
def measured():
    news = [
        {"doc_id": "a", "outlet": "الحياة", "text": LABELS},
        {"doc_id": "b", "outlet": "الحياة", "text": LABELS},
        {"doc_id": "c", "outlet": "تاس", "text": "لا شيء هنا."},
    ]
    return survey(read_corpus(pd.DataFrame(news)))


def test_text_is_escaped_and_cannot_turn_the_page_round():
    evil = '<script>alert("1")</script>\u202e&\x00'
    shown = tables.show_table(pd.DataFrame({evil: [evil], "tags": [[evil, "b"]]}))
    safe = "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;\ufffd"
    assert shown.count(f"<bdi>{safe}</bdi>") == 2
    assert f"<bdi>{safe}, b</bdi>" in shown
    assert set(Cells(shown).tags) == {"table", "thead", "tbody", "tr", "th", "td", "bdi"}


def test_a_rate_stands_with_count_interval_and_base():
    low, high = garwood(7, 363)
    assert (round(low, 1), round(high, 1)) == (7.8, 39.7)
    assert rows_of(rates((7, 363)))[0][-1] == "count: rate per 1,000 words [95% interval]"
    assert rows_of(rates((7, 363)))[1] == [
        "000", "militancy.terror", "all", "363", "7: 19.3 [7.8–39.7]",
    ]  # fmt: skip


def test_a_zero_stands_with_what_it_does_not_exclude():
    assert rows_of(rates((0, 445)))[1][-1] == "0 (at most 8.3)"
    assert rows_of(rates((0, 445)), lang="ar")[1][-1] == "0 (حتى 8.3)"
    assert rows_of(shares((0, 20)))[1][-1] == "0/20 (at most 16%)"


def test_a_low_end_near_zero_is_not_shown_as_zero():
    assert rows_of(rates((1, 366)))[1][-1] == "1: 2.7 [0.07–15.2]"


def test_a_share_shows_k_of_n_and_its_quotient_only_on_a_base_of_ten():
    shown = [row[-1] for row in rows_of(shares((5, 20), (3, 9), (10, 10)))]
    assert shown == [
        "k/n: share of attributions [95% interval]",
        "5/20: 25% [11–47%]",
        "3/9",
        "10/10: 100% [72–100%]",
    ]


def test_a_share_counted_whole_has_no_interval():
    counted = shares((30, 120), (0, 120)).assign(ci_low=np.nan, ci_high=np.nan)
    assert [row[-1] for row in rows_of(counted)][1:] == ["30/120: 25%", "0/120: 0%"]


def test_an_empty_base_has_neither_rate_nor_share():
    assert rows_of(rates((0, 0)))[1][-1] == "–"
    assert rows_of(shares((0, 0)))[1][-1] == "–"


def test_a_single_rate_column_names_its_base_too():
    frame = pd.DataFrame({"rate_per_1000": [1.26], "share_of": [0.5], "unit": ["words"]})
    assert rows_of(frame)[0] == ["rate per 1,000 words", "share of words", "out of"]
    assert rows_of(frame.drop(columns="unit"))[0] == [
        "rate per 1,000 units of the base", "share of units of the base",
    ]  # fmt: skip


def test_cells_are_shown_by_their_kind():
    frame = pd.DataFrame(
        {
            "n": pd.array([12345, None], dtype="Int64"),
            "x": [1234.567, np.nan],
            "is": pd.array([True, None], dtype="boolean"),
            "date": pd.to_datetime(["2016-07-15 13:00", None]),
            "day": [date(2016, 7, 16), None],
            "list": [["a", "b"], []],
            "text": ["أ\nب", ""],
        }
    )
    assert rows_of(frame)[1:] == [
        ["12,345", "1,234.6", "yes", "2016-07-15", "2016-07-16", "a, b", "أ – ب"],
        ["–", "–", "–", "–", "–", "", "–"],
    ]
    assert rows_of(frame, rounded=2)[1][1] == "1,234.57"
    assert rows_of(frame, lang="ar")[1][2] == "نعم"


def test_numbers_and_their_headings_are_marked_to_be_set_in_column():
    shown = tables.show_table(pd.DataFrame({"count": [3], "form": ["قال"], "is": [True]}))
    assert Cells(shown).attributes.count(("class", "number")) == 2


def test_a_table_runs_as_its_language_does_unless_told_otherwise():
    frame = pd.DataFrame({"form": ["قال"]})
    assert tables.show_table(frame).startswith('<table dir="ltr" lang="en">')
    assert tables.show_table(frame, lang="ar").startswith('<table dir="rtl" lang="ar">')
    assert tables.show_table(frame, rtl=True).startswith('<table dir="rtl" lang="en">')


def test_showing_changes_nothing_and_gives_the_same_bytes():
    frame = rates((7, 363), (0, 445))
    before = frame.copy(deep=True)
    assert tables.show_table(frame) == tables.show_table(frame)
    pd.testing.assert_frame_equal(frame, before)


def test_two_columns_of_one_name_and_a_table_without_rows_are_shown():
    twins = pd.DataFrame([["أ", 1]], columns=["outlet", "outlet"], index=[7])
    assert rows_of(twins) == [["outlet", "outlet"], ["أ", "1"]]
    assert rows_of(rates()) == [
        ["text", "feature", "voice", "base", "out of",
         "count: rate per 1,000 units of the base [95% interval]"],
    ]  # fmt: skip


def test_articles_are_listed_with_what_is_known_of_them():
    news = pd.DataFrame(
        {
            "doc_id": ["001", "002"],
            "outlet": ["نسخة", "تاس"],
            "outlet_basis": ["inferred", "confirmed"],
            "date": ["2016-07-15", None],
            "title": [None, "عنوان"],
            "text": [LABELS, ""],
        }
    )
    assert rows_of(tables.corpus_table(read_corpus(news))) == [
        ["text", "shown as", "outlet", "how the outlet is known", "date",
         "words in lead and body", "title given"],
        ["001", "text 001 – نسخة, inferred", "نسخة", "inferred", "2016-07-15", "11", "no"],
        ["002", "تاس", "تاس", "confirmed", "–", "0", "yes"],
    ]  # fmt: skip
    bare = tables.corpus_table(read_corpus(news[["doc_id", "text"]]), lang="ar")
    assert list(bare["label"]) == ["نص 001", "نص 002"]
    assert "outlet_basis" not in bare


def test_lexicons_are_listed_with_version_and_whole_digest():
    listed = tables.lexicon_table().set_index("lexicon")
    assert tuple(listed.index) == lexicon_names()
    militancy = load_lexicon("militancy")
    assert listed.loc["militancy", "version"] == militancy.version
    assert listed.loc["militancy", "sha256"] == militancy.digest
    assert listed.loc["militancy", "entries"] == len(militancy.entries)


@pytest.mark.parametrize("name", lexicon_names())
def test_every_class_of_a_lexicon_is_listed_with_what_counts(name):
    listed = tables.definitions_table(name)
    assert list(listed["category"]) == list(load_lexicon(name).categories)
    assert listed.notna().all(axis=None)


def test_rates_stand_side_by_side_with_the_words_of_each_outlet(measured):
    found = tables.summary_rates(measured, "militancy")
    assert list(found.columns) == [
        "class", "voice", "الحياة, per 1,000 words of the voice (22 in all)",
        "تاس, per 1,000 words of the voice (3 in all)",
    ]  # fmt: skip
    low, high = garwood(2, 12)
    none, none_of_three = garwood(0, 10).high, garwood(0, 3).high
    assert found.iloc[:6].to_numpy().tolist() == [
        ["words in lead and body", "the outlet's own words", "10", "3"],
        ["words in lead and body", "reported", "12", "0"],
        ["words in lead and body", "in quoted speech", "0", "0"],
        ["terror", "the outlet's own words", f"0 (at most {none:.1f})",
         f"0 (at most {none_of_three:,.1f})"],
        ["terror", "reported", f"2: {1000 * 2 / 12:.1f} [{low:.1f}–{high:.1f}]", "–"],
        ["terror", "in quoted speech", "–", "–"],
    ]  # fmt: skip
    rates = measured.rates.query("feature.str.startswith('militancy.')")
    assert len(found) == 3 + len(rates) / 2


def test_every_lexicons_rates_have_a_voice(measured):
    found = tables.summary_rates(measured, "attribution", lang="ar")
    assert list(found.columns) == [
        "الصنف", "الصوت", "الحياة، لكل 1000 كلمة من كلمات الصوت (ومجموعها 22)",
        "تاس، لكل 1000 كلمة من كلمات الصوت (ومجموعها 3)",
    ]  # fmt: skip
    assert list(found["الصنف"].unique()) == [
        "الكلمات في المقدمة والمتن",
        *(category.gloss_ar for category in load_lexicon("attribution").categories.values()),
    ]


def test_shares_stand_side_by_side_each_with_its_n(measured):
    found = tables.summary_shares(measured, "terror label")
    assert found.to_dict("records") == [
        {"class, out of references to armed actors": "terror", "voice": "reported",
         "الحياة": "2/4", "تاس": "–"}
    ]  # fmt: skip
    with pytest.raises(UnknownNameError, match="There is no share named 'stanse'"):
        tables.summary_shares(measured, "stanse")


def test_a_share_of_all_voices_has_no_column_for_them(measured):
    found = tables.summary_shares(measured, "quoted words")
    assert list(found.columns) == ["class, out of words", "الحياة", "تاس"]


def test_a_share_by_side_has_the_sides_in_rows_and_the_classes_in_columns(measured):
    found = tables.summary_shares(measured, "target by side")
    assert found.to_dict("records") == [
        {"whose words": "not known", "voice": "reported", "people or groups not named": "2/2"}
    ]


def test_of_many_outlets_those_with_most_words_are_shown_in_order_of_the_corpus():
    most = MOST_OUTLETS
    news = pd.DataFrame(
        {
            "doc_id": [f"{n:02}" for n in range(most + 2)],
            "text": ["كلمة واحدة.", *(["قال الوزير نعم."] * (most + 1))],
        }
    )
    found = tables.summary_shares(survey(read_corpus(news)), "stance")
    assert list(found.columns)[2:] == [f"text {n:02}" for n in range(1, most + 1)]


def test_features_and_classes_are_named_in_words():
    militancy = load_lexicon("militancy")
    assert tables.feature_label("militancy.terror.event", militancy) == "terror: an act or a threat"
    assert tables.feature_label("militancy.terror.actor", militancy, lang="ar") == "الإرهاب: جهة"
    named = tables.feature_label("militancy.organisation.nusra", militancy)
    assert named == "named organisation: nusra"
    assert tables.class_label("sourcing", "leak-talk") == "talk of leaks"
    assert tables.class_label("group name", "daesh", lang="ar") == "داعش"
    assert tables.class_label("group name", "new-name") == "new-name"


def test_every_share_and_unit_that_is_measured_has_words(measured):
    for lang in ("en", "ar"):
        words = tables.wording(lang)
        assert set(measured.shares["share"]) <= set(words["shares"])
        assert set(measured.shares["unit"]) | set(measured.rates["unit"]) <= set(words["units"])
        assert set(measured.rates["voice"]) <= set(words["voices"])
        assert "spelling" in set(measured.shares["share"])


def test_every_phrase_stands_in_both_languages_with_the_same_gaps():
    phrases = [both for part in WORDING.values() for both in part.values()]
    assert {tuple(both) for both in phrases} == {("en", "ar")}
    gap = re.compile(r"\{\w+\}")
    for both in phrases:
        assert sorted(gap.findall(str(both["en"]))) == sorted(gap.findall(str(both["ar"])))
        assert isinstance(both["en"], str) or len(both["en"]) == len(both["ar"])


def test_an_unknown_language_is_refused():
    with pytest.raises(UnknownNameError, match=r"There is no language named 'fr'\. Known: ar, en"):
        tables.show_table(pd.DataFrame(), lang="fr")


def test_a_comparison_shows_its_ratio_and_not_the_interval_of_the_ratio_as_a_rates():
    rows = [{"doc_id": one, "outlet": one, "text": LABELS} for one in ("a", "b")]
    news = read_corpus(pd.DataFrame(rows))
    found = framing.compare(framing.features(news, ["militancy"]), news, voice="all")
    shown = rows_of(found.table)
    assert {"count", "rate_ratio", "ci_low"} <= set(found.table)
    assert len(shown[0]) == len(found.table.columns)
