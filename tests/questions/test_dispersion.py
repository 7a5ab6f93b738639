"""Where in each article a label stands: places in words, an even spread told from a heap."""

import pandas as pd
import pytest

from framing.base.errors import UnknownNameError
from framing.corpus.articles import read_corpus
from framing.questions.dispersion import dispersion

WORDS = "وصل الوفد أمس إلى المدينة"


def corpus(*texts: str) -> pd.DataFrame:
    ids = [str(number) for number in range(len(texts))]
    return read_corpus(pd.DataFrame({"doc_id": ids, "outlet": ["أ", "ب", "أ"], "text": texts}))


def test_a_place_is_the_number_of_words_before_it_and_an_article_without_any_has_a_row():
    news = corpus(
        f"{WORDS}. انسحب الإرهابيون أمس.", f"{WORDS}.", "الإرهابيون انسحبوا. قال: إرهابيون."
    )
    table = dispersion(news).table
    assert table["doc_id"].tolist() == ["0", "1", "2", "2"]
    assert table["place"].tolist() == [6, pd.NA, 0, 3]
    assert table["base"].tolist() == [8, 5, 4, 4]
    assert table["group"].tolist() == ["أ", "ب", "أ", "أ"]


def test_an_even_spread_has_no_deviation_and_a_heap_has_much():
    label = "انسحب الإرهابيون. "
    even = dispersion(corpus(label, label, label)).table
    heap = dispersion(corpus(label * 3, f"{WORDS}.", f"{WORDS}."))
    assert even["dp"].unique().tolist() == pytest.approx([0.0])
    assert heap.table["dp"].iloc[0] == pytest.approx(10 / 16)  # all stands in 6 of 16 words
    assert "3 times in 1 of 3 articles, 3 of them in one" in heap.text


def test_what_does_not_occur_has_no_dispersion():
    found = dispersion(corpus(WORDS, WORDS, ""))
    assert found.table["dp"].isna().all()
    assert "0 times in 0 of 3 articles" in found.text


def test_a_feature_that_is_not_there_is_named():
    with pytest.raises(UnknownNameError, match="feature"):
        dispersion(corpus(WORDS, WORDS, WORDS), "militancy.nonsense")
