"""The same utterance in several articles: word for word, and translated differently."""

from pathlib import Path

import pandas as pd
import pytest

import framing as fr

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def said() -> pd.DataFrame:
    return fr.shared_quotations(fr.read_corpus(SEEDS))


def shared(one: str, other: str) -> pd.DataFrame:
    return fr.shared_quotations(pd.DataFrame({"doc_id": ["a", "b"], "text": [one, other]}))


def test_the_word_that_differs_inside_both_quotations_is_told(said):
    row = said[said["form_a"].str.startswith("ليس هناك بؤرة")].iloc[0]
    assert (row["doc_id_a"], row["doc_id_b"], row["verbatim"]) == ("000", "001", True)
    assert row["differences"] == ["أكثر / افضل"]


def test_a_quotation_printed_alike_differs_in_nothing(said):
    row = said[said["form_a"].str.startswith("أنت وأنا")].iloc[0]
    assert (row["same_speaker"], row["overlap"], row["differences"]) == (True, 1.0, [])


def test_form_is_what_stands_between_start_and_end(said):
    news = fr.read_corpus(SEEDS)
    texts = dict(zip(news["doc_id"], news["text"], strict=True))
    for side in "ab":
        names = [f"{name}_{side}" for name in ("doc_id", "start", "end", "form")]
        for doc_id, start, end, form in said[names].itertuples(index=False, name=None):
            assert texts[doc_id][start:end] == form


def test_another_translation_of_one_speaker_is_found_but_is_not_verbatim():
    (row,) = shared(
        "قال جون كيري: «سنقدم مساعدات عاجلة للمدنيين في حلب خلال أيام».",
        "أكد كيري أن مساعدات عاجلة ستقدم خلال أيام قليلة إلى المدنيين في مدينة حلب.",
    ).to_dict("records")
    assert (row["mode_a"], row["mode_b"]) == ("direct", "indirect")
    assert (row["speaker_a"], row["speaker_b"]) == ("john-kerry", "john-kerry")
    assert (row["same_speaker"], row["verbatim"], row["differences"]) == (True, False, [])


def test_another_speaker_with_some_of_the_words_is_another_utterance():
    assert shared(
        "قال جون كيري: «سنقدم مساعدات عاجلة للمدنيين في حلب خلال أيام».",
        "قال سيرغي لافروف: «خلال أيام تنتهي أزمة حلب بفضل مساعدات قدمتها روسيا للمدنيين».",
    ).empty


def test_one_wording_is_found_whoever_is_said_to_speak():
    words = "سنقدم مساعدات عاجلة للمدنيين المحاصرين داخل الأحياء القديمة"
    (row,) = shared(f"قال جون كيري: «{words}».", f"قال سيرغي لافروف: «{words}».").to_dict("records")
    assert (row["same_speaker"], row["verbatim"], row["overlap"]) == (False, True, 1.0)


def test_what_an_article_says_twice_is_not_shared():
    text = "قال كيري: «سنقدم مساعدات عاجلة للمدنيين المحاصرين». " * 2
    assert fr.shared_quotations(pd.DataFrame({"doc_id": ["a"], "text": [text]})).empty
