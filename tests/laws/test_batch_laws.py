"""Laws of reading: what is read in bulk is what a careful reader would read word by word."""

import regex
from hypothesis import given
from hypothesis import strategies as st

from framing.lexicon.entries import load_lexicon
from framing.lexicon.matching import find
from framing.text.orthography import fold, skeleton
from framing.text.tokens import read_batch, read_texts, read_words

WORD = regex.compile(r"[\p{L}\p{M}\p{N}\u0640\u200c\u200d]+")
PIECES = st.sampled_from(
    "قال وقال للجنة الإرهابيّين ﻻ ﷲ مسئول أنـبـاء شيء لم يقل 😀 𝒜 \ud800 "
    "a.b 3.5 أ.ف.ب . ! « » : \n".split(" ")
)
TEXTS = st.lists(PIECES | st.text(max_size=6), max_size=12).map(" ".join) | st.text(max_size=40)


@given(TEXTS)
def test_words_are_the_maximal_runs_of_word_characters(text: str) -> None:
    read = read_words(text)
    assert [(span.start, span.end) for span in read.spans] == [
        m.span() for m in WORD.finditer(text)
    ]


@given(TEXTS)
def test_the_letters_of_a_form_are_its_skeleton(text: str) -> None:
    read = read_words(text)
    forms = [span.form(text) for span in read.spans]
    assert list(read.skeletons) == [skeleton(form) for form in forms]
    assert [read.folded(place) for place in range(len(forms))] == [fold(form) for form in forms]


@given(st.lists(TEXTS, max_size=6))
def test_a_text_reads_the_same_alone_and_among_others(texts: list[str]) -> None:
    together = read_batch(tuple(texts)).read()
    for text, words in zip(texts, together, strict=True):
        alone = read_words(text)
        assert words.text == text
        assert words.spans == alone.spans
        assert words.skeletons == alone.skeletons
        assert words.sentences == alone.sentences


@given(st.lists(TEXTS, max_size=6))
def test_a_lexicon_is_found_the_same_alone_and_among_others(texts: list[str]) -> None:
    for words in read_texts(texts):
        for name in ("attribution", "militancy"):
            lexicon = load_lexicon(name)
            alone = find(read_words(words.text), lexicon)
            assert list(map(repr, find(words, lexicon))) == list(map(repr, alone))
            assert all(hit.readings for hit in alone)


@given(TEXTS)
def test_sentences_are_in_order_and_every_word_begins_in_one(text: str) -> None:
    read = read_words(text)
    ends = [0]
    for sentence in read.sentences:
        assert ends[-1] <= sentence.start < sentence.end or not text
        ends.append(sentence.end)
    for span in read.spans:
        assert read.sentence_of(span.start).start <= span.start
