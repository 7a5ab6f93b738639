"""Spelling is folded for matching, never in the text, and the way back is kept."""

import pytest

from framing.text.orthography import fold, fold_keys, fold_text, skeleton, spelling


@pytest.mark.parametrize(
    ("written", "letters"),
    [
        ("قَالَ", "قال"),
        ("الإرهـــابيّين", "الإرهابيين"),
        ("ﻻ", "لا"),
        ("ا\u0655رهاب", "إرهاب"),  # a combining hamza below is part of the letter
        ("می\u200cشود", "ميشود"),
        ("Russia", "Russia"),
        ("", ""),
    ],
)
def test_a_skeleton_holds_the_letters_only(written, letters):
    assert skeleton(written) == letters


def test_a_fold_levels_hamza_ya_and_ta_marbuta():
    assert fold("الأنباء") == fold("الانباء") == "الانبا"
    assert fold("فى") == fold("في")
    assert fold("هيئة") == fold("هيئه")


def test_the_two_seats_of_a_hamza_give_two_keys():
    assert fold_keys("مسؤول") == {fold("مسؤول"), fold("مسئول")}


@pytest.mark.parametrize(
    ("written", "canonical", "verdict"),
    [
        ("أكد", "أكد", "exact"),
        ("اكد", "أكد", "variant"),
        ("أكد", "اكد", None),  # one way only
        ("مسئول", "مسؤول", "variant"),
        ("مسوول", "مسؤول", "variant"),
        ("الانبا", "الأنباء", "variant"),
        ("هيئه", "هيئة", "variant"),
        ("ارهابى", "إرهابي", "variant"),
        ("فيها", "فىها", None),  # ya levels at the end of a word only
        ("إكد", "أكد", None),
    ],
)
def test_spelling_may_lose_but_never_gain(written, canonical, verdict):
    assert spelling(written, canonical) == verdict


def test_folded_text_leads_home():
    found = fold_text("قَالَ الأنبـــاء، نعم")
    at = found.folded.index("الانبا")
    assert found.text[slice(*found.home(at, at + 6))] == "الأنبـــاء"


def test_an_empty_span_has_no_home():
    with pytest.raises(ValueError, match="is empty"):
        fold_text("نعم").home(1, 1)
