"""A plain list of words serves as a lexicon, inflected as far as a word shows how."""

import pandas as pd
import pytest

import framing as fr
from framing.base.errors import LexiconError
from framing.lexicon.entries import load_lexicon


def test_a_list_of_words_is_a_lexicon():
    words = ["شهيد", "شهداء", "مقاوم", "إرهابي", "منظمة", "بيت المقدس", "المنشق"]
    text = (
        "وشهيدان، للشهيد والشهداء مقاومون في مقاومة إرهابيين ومنظمتان، بيت المقدس من منظمات المنشق"
    )
    news = pd.DataFrame({"doc_id": ["1"], "text": [text]})
    found = fr.mentions(news, words)
    assert list(zip(found["form"], found["category"], strict=True)) == [
        ("وشهيدان", "شهيد"),
        ("للشهيد", "شهيد"),
        ("والشهداء", "شهداء"),
        ("مقاومون", "مقاوم"),
        ("إرهابيين", "إرهابي"),
        ("ومنظمتان", "منظمة"),
        ("بيت المقدس", "بيت المقدس"),
        ("منظمات", "منظمة"),
        ("المنشق", "المنشق"),
    ]
    assert load_lexicon(words) is load_lexicon(list(words))
    counted = fr.features(news, [words], voice="all").set_index("feature")["count"]
    assert counted["words.شهيد"] == 2


@pytest.mark.parametrize("words", [[], [""], ["شهيد", "x"], ["شهيد", "1"]])
def test_a_list_without_words_is_refused(words):
    with pytest.raises(LexiconError, match="is no Arabic word to look for"):
        load_lexicon(words)
