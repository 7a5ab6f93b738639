"""Words and sentences are spans of the untouched text."""

import pytest

from framing.lexicon.entries import load_lexicon
from framing.lexicon.matching import find
from framing.text.tokens import Span, read_words


def forms(text):
    words = read_words(text)
    return [span.form(text) for span in words.spans]


def sentences(text):
    return [span.form(text) for span in read_words(text).sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال: «نعم»", ["قال", "نعم"]),
        ("الإرهـــابيّين.", ["الإرهـــابيّين"]),
        ("شباط/فبراير 2016", ["شباط", "فبراير", "2016"]),
        ("١٥٪ من Russia-Now", ["١٥", "من", "Russia", "Now"]),
        ("نعم😀لا", ["نعم", "لا"]),
        ("و»جبهة", ["و", "جبهة"]),
        ("\u202bقال\u202c", ["قال"]),
        ("", []),
    ],
)
def test_words_are_runs_of_letters_marks_and_digits(text, expected):
    assert forms(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال نعم. وأضاف لا.", ["قال نعم.", "وأضاف لا."]),
        ("انتهى اللقاء.وأضاف الوزير", ["انتهى اللقاء.", "وأضاف الوزير"]),
        ("زار Russia-Now.com أمس", ["زار Russia-Now.com أمس"]),
        ("بلغ 3.5 في المئة", ["بلغ 3.5 في المئة"]),
        ("قال «نعم.» ثم خرج؟ لا!", ["قال «نعم.»", "ثم خرج؟", "لا!"]),
        ("عنوان\nخبر", ["عنوان", "خبر"]),
        ("قال د. محمد نعم", ["قال د. محمد نعم"]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text, expected):
    assert sentences(text) == expected


def test_words_within_a_span_are_those_that_begin_in_it():
    words = read_words("واحد اثنان ثلاثة")
    assert list(words.within(Span(5, 11))) == [1]


def test_a_text_without_words_is_one_empty_sentence():
    assert read_words("…").sentences == (Span(0, 1),)


def test_an_article_of_a_million_words_is_read_and_searched() -> None:
    text = "وقال الإرهابيون إن النظام انهار " * 200_000
    words = read_words(text)
    hits = find(words, load_lexicon("militancy"))
    assert len(words.spans) == 1_000_000
    assert len(hits) == 200_000
    assert words.cover(hits[-1].first, hits[-1].last).form(text) == "الإرهابيون"


def test_a_word_of_a_million_letters_is_one_word() -> None:
    text = "قال " + "و" * 1_000_000 + " نعم"
    words = read_words(text)
    assert [len(span.form(text)) for span in words.spans] == [3, 1_000_000, 3]
    assert [hit.entry.id for hit in find(words, load_lexicon("attribution"))] == ["qala"]


def test_what_is_glued_to_a_word_hides_nothing_and_moves_nothing() -> None:
    text = "😀إرهابيون😀 𝒜 \U0001f1f8\U0001f1fe «الإرهـــابيّين»\u200f\ud83d إرهابي"
    words = read_words(text)
    hits = find(words, load_lexicon("militancy"))
    forms = [words.cover(hit.first, hit.last).form(text) for hit in hits]
    assert forms == ["إرهابيون", "الإرهـــابيّين", "إرهابي"]
