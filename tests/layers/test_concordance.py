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
