"""Every span leads back to its sentence, right to left, and article text is never markup."""

import pandas as pd
import pytest

from framing.base.errors import FramingError
from framing.corpus.articles import read_corpus
from framing.layers.concordance import kwic, show
from framing.layers.span_tables import mentions


def corpus(text, **more):
    return read_corpus(pd.DataFrame({"doc_id": ["1"], "text": [text], **more}))


def test_a_word_is_found_in_every_spelling_and_with_its_clitics():
    news = corpus("الإرهـــاب، والارهاب ثم بالإرهابِ لا إرهابي")
    assert kwic(news, "إرهاب").table["node"].tolist() == ["الإرهـــاب", "والارهاب", "بالإرهابِ"]


def test_two_words_are_found_in_a_row():
    news = corpus("زار وزير الخارجية وزير الدفاع والخارجية")
    assert kwic(news, "وزير الخارجية").table["node"].tolist() == ["وزير الخارجية"]


def test_context_is_whole_words_on_both_sides():
    line = kwic(corpus("واحد اثنان ثلاثة داعش أربعة خمسة ستة"), "داعش", width=2).table.iloc[0]
    assert (line["left"], line["node"], line["right"]) == ("اثنان ثلاثة", "داعش", "أربعة خمسة")


def test_a_table_of_mentions_is_opened():
    news = corpus("وصل الوفد. قاتل الجيش داعش أمس.")
    line = show(news, mentions(news)).table.iloc[0]
    assert (line["left"], line["node"], line["right"]) == ("قاتل الجيش", "داعش", "أمس.")


def test_the_page_reads_right_to_left_with_what_comes_before_first():
    page = kwic(corpus("قبله داعش بعده"), "داعش")._repr_html_()
    assert 'dir="rtl"' in page
    assert page.index("قبله") < page.index("داعش") < page.index("بعده")


def test_article_text_is_never_markup():
    news = corpus('<script>alert(1)</script> داعش <img onerror="x"> \u202e', outlet=["<b>x</b>"])
    page = kwic(news, "داعش")._repr_html_()
    assert "<script" not in page
    assert "<img" not in page
    assert "<b>" not in page
    assert "\u202e" not in page


@pytest.mark.parametrize("word", ["", "  ", "ـــ"])
def test_no_word_to_look_for_is_an_error(word):
    with pytest.raises(FramingError, match="no word"):
        kwic(corpus("نعم"), word)


def test_a_table_without_offsets_is_an_error():
    with pytest.raises(FramingError, match="lacks end, start"):
        kwic(corpus("نعم"), pd.DataFrame({"doc_id": ["1"]}))


NEWS = read_corpus(
    pd.DataFrame(
        {
            "doc_id": ["1", "2", "3"],
            "outlet": ["ب", "أ", "ب"],
            "date": ["2016-03-01", "2016-01-01", "2016-02-01"],
            "text": ["جيم داعش باء", "ألف داعش جيم. هاء داعش واو", "باء داعش ألف"],
        }
    )
)


@pytest.mark.parametrize(
    ("sort", "places"),
    [
        ("text", ["1 4", "2 4", "2 18", "3 4"]),
        ("before", ["2 4", "3 4", "1 4", "2 18"]),
        ("after", ["3 4", "1 4", "2 4", "2 18"]),
        ("node", ["1 4", "2 4", "2 18", "3 4"]),
        ("outlet", ["2 4", "2 18", "1 4", "3 4"]),
        ("date", ["2 4", "2 18", "3 4", "1 4"]),
    ],
)
def test_lines_are_sorted_by_what_is_asked(sort, places):
    table = kwic(NEWS, "داعش", sort=sort).table
    assert [
        f"{doc} {start}" for doc, start in zip(table.doc_id, table.start, strict=True)
    ] == places


def test_the_nearest_word_sorts_first():
    news = read_corpus(pd.DataFrame({"doc_id": ["1", "2"], "text": ["أ ب داعش", "ب أ داعش"]}))
    assert kwic(news, "داعش", sort="before").table["doc_id"].tolist() == ["2", "1"]


def test_lines_are_chosen_by_outlet_category_and_voice():
    news = corpus("قال الوزير إن الإرهابيين فروا. عاد الإرهابيون ومعهم داعش.", outlet=["x"])
    labels = mentions(news)
    terror = kwic(news, labels, category="terror", voice="narrator", outlet="x")
    assert terror.table["node"].tolist() == ["الإرهابيون"]
    both = kwic(news, labels, category=["terror", "organisation"], voice="narrator")
    assert both.table["node"].tolist() == ["الإرهابيون", "داعش"]
    assert both.table["voice"].tolist() == ["narrator"] * 2


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"voice": "own"}, "There is no voice named 'own'"),
        ({"outlet": "ج"}, "There is no outlet named 'ج'"),
        ({"sort": "left"}, "There is no order named 'left'"),
        ({"sample": 0}, "A sample of 0 lines is none"),
    ],
)
def test_what_is_not_there_is_named(asked, message):
    with pytest.raises(FramingError, match=message):
        kwic(NEWS, mentions(NEWS), **asked)


def test_a_word_has_no_voice_to_be_chosen_by():
    with pytest.raises(FramingError, match="no column 'voice' to be chosen by"):
        kwic(NEWS, "داعش", voice="narrator")


def test_a_sample_is_drawn_by_its_seed_and_keeps_the_order():
    every = kwic(NEWS, "داعش").table
    drawn = [kwic(NEWS, "داعش", sample=2, seed=seed).table for seed in (0, 0, 1, 2, 3)]
    assert drawn[0].equals(drawn[1])
    assert len({tuple(zip(one.doc_id, one.start, strict=True)) for one in drawn}) > 1
    for one in drawn:
        assert len(one) == 2
        assert one.merge(every).equals(one)


def test_a_part_of_the_corpus_takes_the_spans_of_the_whole():
    labels = mentions(NEWS)
    part = kwic(NEWS[NEWS["outlet"] == "أ"], labels)
    assert part.table["doc_id"].tolist() == ["2", "2"]
    assert "2 spans stand in articles of another corpus" in part._repr_html_()


def test_spans_of_another_corpus_are_refused():
    labels = mentions(NEWS).assign(doc_id="9")
    with pytest.raises(FramingError, match="holds no article of the spans, such as '9'"):
        kwic(NEWS, labels)


def test_a_long_concordance_is_shown_by_the_page():
    news = corpus("داعش ثم " * 250)
    found = kwic(news, "داعش")
    assert found._repr_html_().count("<mark>") == 100
    assert "100 of 250 lines. .page(2) shows the next" in found._repr_html_()
    assert found.page(3)._repr_html_().count("<mark>") == 50
    assert found.page(3).table["start"].tolist() == found.table["start"].tolist()[200:]
    assert str(found).count("\n") == 250
    with pytest.raises(FramingError, match=r"no page 4 of 100 lines each\. Give one of 1 to 3"):
        found.page(4)


def test_lines_of_an_outlet_stand_under_its_name():
    page = kwic(NEWS, "داعش", sort="outlet")._repr_html_()
    heads = [part.split("</th>")[0] for part in page.split('scope="rowgroup"')[1:]]
    assert [head.partition(">")[2] for head in heads] == ["<bdi>أ</bdi> (2)", "<bdi>ب</bdi> (2)"]


@pytest.mark.parametrize("ending", ["csv", "jsonl", "parquet", "html"])
def test_lines_are_saved(tmp_path, ending):
    found = kwic(NEWS, "داعش", sort="outlet")
    path = found.save(tmp_path / f"lines.{ending}")
    readers = {"csv": pd.read_csv, "parquet": pd.read_parquet}
    if ending == "html":
        assert path.read_text("utf-8").count("<mark>") == 4
    elif ending == "jsonl":
        assert path.read_text("utf-8").count("\n") == 4
    else:
        assert readers[ending](path)["node"].tolist() == ["داعش"] * 4


def test_lines_are_saved_in_a_known_kind_of_file(tmp_path):
    with pytest.raises(FramingError, match=r"ends in none of .html, .csv, .jsonl, .parquet"):
        kwic(NEWS, "داعش").save(tmp_path / "lines.docx")
