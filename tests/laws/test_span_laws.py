"""Laws of every span: it leads home, and the outlet's spelling changes no mention."""

import re
import unicodedata
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from framing.corpus.articles import read_corpus
from framing.layers.span_tables import attributions, leaks, mentions, quotations, zones

LETTERS = st.sampled_from("ابتثجحخدذرزسشصضطظعغفقكلمنهويةىءأإآؤئ")
ODDITIES = st.sampled_from(
    ["\u064e", "\u0651", "\u0640", "\u200c", "\u200d", "\u200f", "\u202b", "\u2066", "ﻻ", "ﺇ",
     "😀", "𝒜", "\ufeff", "\u00a0", "\x00", "\n", ".", "،", "؟", "«", "»", "“", "”", '"', "3", "a"]
)  # fmt: skip
NEWS_WORDS = st.sampled_from(
    "قال وأعلن الإرهابيين للإرهاب مسلحون المسؤول الكرملين أن «داعش» وجبهة النصرة بحسب مصادر "
    "صحيفة تسريبات النظام السوري والمعارضة المعتدلة “نعم” أكد أكدت على مشيرا إلى".split()
)
TEXTS = st.lists(
    st.one_of(NEWS_WORDS, st.text(st.one_of(LETTERS, ODDITIES), max_size=8)), max_size=25
).map(" ".join)

MARKS = [chr(code) for code in range(0x064B, 0x0653)] + ["\u0640"]
ALIF_INSIDE = re.compile("(?<=[\u0628-\u063a\u0641-\u0647])ا(?=[\u0628-\u064a])")
HAMZAS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ؤ": "و", "ئ": "ي", "ء": None})
SEEDS = read_corpus(Path(__file__).parents[2] / "seeds")
LAYERS = {
    "mentions": mentions,
    "state": lambda corpus: mentions(corpus, "state"),
    "attributions": attributions,
    "leaks": leaks,
    "quotations": quotations,
    "zones": zones,
}


def one_article(text: str) -> pd.DataFrame:
    return read_corpus(pd.DataFrame({"doc_id": ["1"], "title": [text], "text": [text]}))


@pytest.mark.parametrize("layer", LAYERS)
@given(text=TEXTS)
@example(text="و»جبهة النصرة» قال: “الإرهـــابيّين 😀”")
def test_a_span_is_its_form(layer, text):
    for row in LAYERS[layer](one_article(text)).itertuples():
        assert text[row.start : row.end] == row.form


@pytest.mark.parametrize("layer", LAYERS)
def test_a_span_of_the_seeds_is_its_form(layer):
    texts = dict(zip(SEEDS["doc_id"], SEEDS["text"], strict=True))
    table = LAYERS[layer](SEEDS)
    assert len(table) > 0
    assert [texts[row.doc_id][row.start : row.end] for row in table.itertuples()] == list(
        table["form"]
    )


def found(text: str, lexicon: str = "militancy") -> list[tuple[str, str]]:
    """The entries found, each with the place of its first word among the words."""
    table = mentions(one_article(text).assign(title=None), lexicon)
    return list(zip(table["entry"], table["category"], strict=True))


def decorated(text: str, marks: list[str]) -> str:
    """Put a mark or tatweel after each Arabic letter, in turn."""
    letters = []
    for place, character in enumerate(text):
        letters.append(character)
        if "ARABIC LETTER" in unicodedata.name(character, "") and marks:
            letters.append(marks[place % len(marks)])
    return "".join(letters)


@pytest.mark.parametrize("doc_id", ["000", "001", "002", "003", "004"])
@pytest.mark.parametrize("lexicon", ["militancy", "state"])
def test_dropping_every_hamza_changes_no_mention(doc_id, lexicon):
    text = SEEDS.set_index("doc_id").at[doc_id, "text"]
    assert found(text.translate(HAMZAS), lexicon) == found(text, lexicon)


@pytest.mark.parametrize("doc_id", ["000", "001", "002", "003", "004"])
@given(marks=st.lists(st.sampled_from([*MARKS, ""]), min_size=1, max_size=7))
def test_diacritics_and_tatweel_change_no_mention(doc_id, marks):
    text = SEEDS.set_index("doc_id").at[doc_id, "text"][:900]
    assert found(decorated(text, marks)) == found(text)


@given(text=st.lists(NEWS_WORDS, max_size=20).map(" ".join))
def test_spelling_changes_no_mention_of_any_text(text):
    assert found(text.translate(HAMZAS)) == found(text)
    assert found(decorated(text, MARKS)) == found(text)


@given(text=st.lists(NEWS_WORDS, max_size=20).map(" ".join))
def test_a_dagger_for_an_alif_inside_a_word_changes_no_mention(text):
    assert found(ALIF_INSIDE.sub("\u0670", text)) == found(text)


@given(text=TEXTS)
def test_an_empty_article_beside_it_changes_no_mention(text):
    alone = one_article(text)
    empty = pd.DataFrame({"doc_id": ["2"], "title": [None], "text": [""]})
    both = read_corpus(pd.concat([alone[["doc_id", "title", "text"]], empty]))
    assert list(mentions(both)["span_id"]) == list(mentions(alone)["span_id"])
