"""A lexicon is found in every word form, and only there."""

import shutil
from pathlib import Path

import pytest

import framing
from framing.lexicon.entries import load_lexicon
from framing.lexicon.index import build_index
from framing.lexicon.matching import facet_of, find
from framing.text.tokens import read_words

TOY = """
format = 1
name = "toy"
version = "1.0.0"
transliteration = "ALA-LC"
description = "A lexicon of its own for tests."

[categories.one]
gloss = "one"
gloss_ar = "واحد"
definition = "All of it."

[lists]
events = ["هجوم", "هجمات"]

[[word]]
lemma = "فصيل"
kind = "noun"
plurals = ["فصائل"]
"""


def entry(**fields):
    fields = {
        "category": "one",
        "gloss": "x",
        "translit": "x",
        "source": "framing-language",
    } | fields
    lines = (f"{key} = {_toml(value)}" for key, value in fields.items())
    return "\n[[entry]]\n" + "\n".join(lines) + "\n"


def _toml(value):
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_toml(one)}" for key, one in value.items()) + " }"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return "[" + ", ".join(_toml(one) for one in value) + "]"
    return str(value) if isinstance(value, int) else f'"{value}"'


@pytest.fixture
def lexicon(tmp_path):
    def load(*entries):
        path = tmp_path / f"toy{len(list(tmp_path.iterdir()))}.toml"
        path.write_text(TOY + "".join(entry(**one) for one in entries), encoding="utf-8")
        return load_lexicon(path)

    return load


def found(text, lexicon):
    words = read_words(text)
    return [words.cover(hit.first, hit.last).form(text) for hit in find(words, lexicon)]


TERRORIST = {"id": "irhabi", "lemma": "إرهابي", "kind": "adjective"}


@pytest.mark.parametrize(
    "word",
    [
        "إرهابي", "الإرهابي", "والإرهابيين", "للإرهابيين", "بالإرهابية", "إرهابيا", "إرهابيو",
        "فالإرهابيون", "وكالإرهابي", "لإرهابي", "إرهابييهم", "الارهابيين", "الإرهـــابيّين",
        "ﺇﺭﻫﺎﺑﻲ", "الإرهابى", "ارهابيه", "الإرهابيَين", "إرهابيتان",
    ],
)  # fmt: skip
def test_every_form_of_a_word_is_found(word, lexicon):
    assert found(f"هذا {word}، نعم", lexicon(TERRORIST)) == [word]


@pytest.mark.parametrize("word", ["إرهاب", "سإرهابي", "إرهابيست", "الالإرهابي", "رهابي"])
def test_what_is_no_form_of_it_is_not(word, lexicon):
    assert found(f"هذا {word} نعم", lexicon(TERRORIST)) == []


def test_the_future_particle_stands_before_a_present_only(lexicon):
    say = lexicon({"id": "qala", "lemma": "قال", "kind": "verb", "root": "قول", "form": "I"})
    assert found("سيقول وسيقول سقال", say) == ["سيقول", "وسيقول"]


def test_a_short_form_stands_after_its_particle_only(lexicon):
    say = lexicon({"id": "qala", "lemma": "قال", "kind": "verb", "root": "قول", "form": "I"})
    assert found("لم يقل شيئا ولا تقل نسبة", say) == ["يقل"]


def test_the_article_and_a_first_lam_merge_after_li(lexicon):
    committee = lexicon({"id": "lajna", "lemma": "لجنة", "kind": "noun", "plurals": ["لجان"]})
    assert found("قال للجنة واللجنة ولجنتهم للجان", committee) == [
        "للجنة", "واللجنة", "ولجنتهم", "للجان",
    ]  # fmt: skip


def test_a_name_keeps_its_article_and_takes_prepositions(lexicon):
    state = lexicon({"id": "is", "lemma": "الدولة الإسلامية", "kind": "name"})
    text = "تنظيم الدولة الإسلامية وللدولة الاسلامية، دولة إسلامية. الدولة، الإسلامية"
    assert found(text, state) == ["الدولة الإسلامية", "وللدولة الاسلامية"]


def test_a_phrase_inflects_and_bridges_quotation_marks_only(lexicon):
    factions = lexicon(
        {"id": "fm", "lemma": "فصيل مسلح", "kind": "phrase", "words": ["فصيل", "مسلح"]},
        {"id": "musallah", "lemma": "مسلح", "kind": "adjective"},
    )
    text = "الفصائل المسلحة و«فصيل» مسلح، فصائل. مسلحون"
    assert found(text, factions) == ["الفصائل المسلحة", "فصيل» مسلح", "مسلحون"]


def test_a_gap_lets_words_in_between_and_span_marks_the_first(lexicon):
    seen = {
        "id": "seen", "lemma": "فصيل", "kind": "phrase",
        "words": ["فصيل", "معروف"], "gap": 1, "span": 1,
    }  # fmt: skip
    assert found("فصيل كبير معروف وفصيل صغير جدا معروف", lexicon(seen)) == ["فصيل"]


def test_the_longest_of_overlapping_hits_stays(lexicon):
    both = lexicon(
        {"id": "nusra", "lemma": "النصرة", "kind": "name"},
        {"id": "front", "lemma": "جبهة النصرة", "kind": "name"},
    )
    assert found("جبهة النصرة والنصرة", both) == ["جبهة النصرة", "والنصرة"]


def test_neighbours_rule_out_homographs_whatever_their_clitics(lexicon):
    armed = lexicon({"id": "musallah", "lemma": "مسلح", "kind": "adjective", "not_after": ["قوات"]})
    assert found("للقوات المسلحة وقوات مسلحة ومسلحون والقوات، مسلحون", armed) == [
        "ومسلحون", "مسلحون",
    ]  # fmt: skip


def test_a_facet_follows_the_head_noun(lexicon):
    terrorist = lexicon(TERRORIST | {"facet": "actor", "facet_after": {"event": ["@events"]}})
    words = read_words("هجوم إرهابي وبهجمات إرهابية وإرهابي")
    assert [facet_of(words, hit) for hit in find(words, terrorist)] == ["event", "event", "actor"]


def test_a_definite_entry_needs_article_or_pronoun(lexicon):
    opposition = lexicon({"id": "m", "lemma": "معارضة", "kind": "noun", "definite": True})
    assert found("المعارضة ومعارضة تتزايد وللمعارضة", opposition) == ["المعارضة", "وللمعارضة"]


def test_one_way_spelling_keeps_nouns_from_becoming_verbs(lexicon):
    see = lexicon({"id": "raa", "lemma": "رأى", "kind": "verb", "root": "رأي", "form": "I"})
    assert found("رأى الوزير راى رأي الوزير", see) == ["رأى", "راى"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ورأي الوزير علي السد وذهب إلي المدينة", ["ورأي"]),  # this house dots every final alif
        ("ورأي الوزير في السد على المدينة", []),  # this one does not: an opinion
        ("ورأي الوزير في السد", []),  # this one does not tell
        ("ورأى الوزير السد على المدينة", ["ورأى"]),
    ],
)
def test_a_dotted_final_alif_makes_a_verb_only_where_the_house_dots_them_all(lexicon, text, found):
    see = {"id": "raa", "lemma": "رأى", "kind": "verb", "root": "رأي", "form": "I"}
    words = read_words(text)
    hits = find(words, lexicon(see))
    assert [words.cover(hit.first, hit.last).form(text) for hit in hits] == found


def test_a_lexicon_is_numbered_alike_however_it_lies_in_memory(tmp_path):
    shipped = Path(framing.__file__).parent / "lexicon" / "shipped"
    numbered = []
    for copy in ("one", "other"):
        shutil.copytree(shipped, tmp_path / copy)
        index = build_index(load_lexicon(tmp_path / copy / "actors.toml"))
        numbered.append([(one.lemma, one.kind, one.definite) for one in index.numbers])
    assert numbered[0] == numbered[1]
