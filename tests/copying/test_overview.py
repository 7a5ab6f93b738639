"""What outlets share is counted between outlets, once a copy, and shown with its words marked."""

import pandas as pd
import pytest

from framing.base import columns
from framing.copying.coverage import coverage
from framing.copying.overview import copying
from framing.copying.parallels import LABEL, parallels, wordings
from framing.corpus.articles import read_corpus
from framing.showing.side_by_side import side_by_side, substitutions_table
from framing.showing.tables import show_table

# Invented: one report, its label swapped; another one without it.
ONE = "وقصفت الطائرات أمس مواقع {} قرب بلدة تل أبيض ودمرت مستودعين للذخيرة وجسرا فوق نهر صغير."
OTHER = "وافتتح رئيس البلدية حديقة واسعة فيها ملاعب ومقاعد خشبية ونافورة وأشجار زيتون معمرة."
EVIL = "<b>"


def corpus(**texts: tuple[str, str]) -> pd.DataFrame:
    rows = [
        {"doc_id": name, "outlet": outlet, "text": text} for name, (outlet, text) in texts.items()
    ]
    return read_corpus(pd.DataFrame(rows))


@pytest.fixture(scope="module")
def found():
    return copying(
        corpus(
            a=("الأولى", ONE.format("الإرهابيين")),
            b=("الثانية", ONE.format("المتطرفين")),
            c=("الثالثة", ONE.format("المتطرفين")),
            d=("الثالثة", OTHER),
            e=("الثالثة", OTHER),
        )
    )


@pytest.fixture(scope="module")
def seeds():
    return copying(read_corpus("seeds"))


def shown(found, most=8):
    return parallels(found.reading, found.pairs, found.edits, most)


def test_a_swap_is_one_case_however_many_outlets_carry_the_copy(found):
    (row,) = found.substitutions.to_dict("records")
    assert (row["kind"], row["word"], row["other_word"]) == ("label swap", "إرهابي", "متطرف")
    assert (row["pairs"], row["copies"]) == (2, 1)
    assert (row["outlets"], row["other_outlets"]) == (["الأولى"], ["الثانية", "الثالثة"])
    assert list(found.substitutions.columns) == columns.names("substitutions")


def test_sharing_counts_articles_of_the_row_and_repeats_on_the_diagonal(found):
    table = found.sharing.set_index(["outlet", "other_outlet"])
    assert table.loc[("الثالثة", "الأولى"), ["count", "base", "pairs"]].tolist() == [1, 3, 1]
    assert table.loc[("الأولى", "الثالثة"), ["count", "base", "pairs"]].tolist() == [1, 1, 1]
    assert table.loc[("الثالثة", "الثالثة"), ["count", "base", "pairs"]].tolist() == [2, 3, 1]
    assert ("الأولى", "الأولى") not in table.index


def test_a_line_is_the_text_as_printed_and_what_differs_is_marked(found):
    first, *rest = shown(found)
    assert [line.form for line in first.lines] == [
        ONE.format("الإرهابيين").rstrip("."),
        ONE.format("المتطرفين").rstrip("."),
    ]
    assert [[tuple(one) for one in line.marked] for line in first.lines] == [
        [("الإرهابيين", "label swap")],
        [("المتطرفين", "label swap")],
    ]
    assert {line.outlet for one in [first, *rest] for line in one.lines} == {
        "الأولى", "الثانية", "الثالثة",
    }  # fmt: skip


def test_repeats_within_an_outlet_and_what_was_not_changed_are_not_shown(found):
    names = {tuple(line.doc_id for line in one.lines) for one in shown(found)}
    assert names == {("a", "b"), ("a", "c")}


def test_html_is_escaped_and_runs_from_right_to_left():
    news = corpus(a=(EVIL, f"{EVIL} {ONE.format('الإرهابيين')}"), b=("ب", ONE.format("المتطرفين")))
    html = side_by_side(shown(copying(news)), lang="ar")
    assert html.startswith('<table dir="rtl" lang="ar"')
    assert EVIL not in html
    assert "&lt;b&gt;" in html
    assert ">الإرهابيين</mark>" in html
    assert "تسمية بأخرى" in html


def test_nothing_shared_shows_nothing():
    none = copying(corpus(a=("أ", "وصل الوفد."), b=("ب", "غادر الوفد.")))
    assert side_by_side(shown(none)) == ""
    assert none.substitutions.empty
    assert none.sharing.empty
    assert "<table" in show_table(substitutions_table(none.substitutions))


def test_the_findings_of_the_seeds_are_shown(seeds):
    told = {
        (kind, one, other, *(line.doc_id for line in pair.lines))
        for pair in shown(seeds, 30)
        for kind, one, other in pair.edits
    }
    assert ("label swap", "الإرهابية", "الجهادية", "000", "001") in told
    assert ("quoted words", "أكثر", "افضل", "000", "001") in told
    assert ("quotation boundary", "لمحاربة الإرهاب", "لمحاربة الارهاب", "000", "001") in told
    assert ("label added", "", "ضد الإرهابيّين في سوريا", "002", "003") in told


def test_the_quotation_marks_that_touch_a_passage_are_shown(seeds):
    moved = next(
        one
        for one in shown(seeds, 30)
        if any(kind == "quotation boundary" for kind, *_ in one.edits)
    )
    assert moved.lines[0].form.endswith("لمحاربة الإرهاب»")
    assert '" لمحاربة الارهاب' in moved.lines[1].form


def test_the_denial_is_shown_in_the_wording_of_each_outlet(seeds):
    denial = wordings(seeds.reading, coverage(seeds.reading, "moscow-2016"))
    assert denial.name == "cooperation-discussed"
    labels: dict[str, list[str]] = {}
    for line in denial.lines:
        labels.setdefault(line.doc_id, []).extend(piece.text for piece in line.marked)
        assert {piece.kind for piece in line.marked} <= {LABEL}
    assert set(labels) == {"000", "001", "002", "003"}
    assert labels["001"] == labels["002"] == []
    assert "الإرهابيّين" in labels["003"]
    assert labels["000"] == ["الإرهاب"]


def test_without_a_denial_there_are_no_wordings(found):
    assert wordings(found.reading, coverage(found.reading, "moscow-2016")) is None
