"""What a source is called by: named, joint, held, office, words."""

import pytest

from framing.attribution.actors import actors_in
from framing.attribution.attributions import find_attributions
from framing.text.tokens import read_words


def speakers(text: str) -> list[str]:
    return [said.speaker.entity for said in find_attributions(read_words(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال جون كيري إن اللقاء مفيد.", ["john-kerry"]),
        ("ذكرت صحيفة الغارديان أن اللقاء مفيد.", ["guardian"]),
        ("أكد بوتين وكيري أن اللقاء مفيد.", ["vladimir-putin+john-kerry"]),
        ("أعلنت روسيا وتركيا أن اللقاء مفيد.", ["russia+turkey"]),
        ("قال مسؤول في الكرملين إن اللقاء مفيد.", ["official:kremlin"]),
        ("قال بائع جوال إن اللقاء مفيد.", ["بائع-جوال".replace("ئ", "ي")]),
    ],
)
def test_a_source_is_called_by_what_names_it(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


def test_an_office_with_its_country_is_whoever_was_introduced_with_both() -> None:
    text = (
        "وصل وزير الدفاع الروسي سيرغي شويغو إلى المطار. وذكر وزير الدفاع الروسي أن الزيارة قصيرة."
    )
    assert speakers(text) == ["sergei-shoigu"]


def test_another_office_of_the_same_country_is_somebody_else() -> None:
    text = "وصل وزير الدفاع الروسي سيرغي شويغو إلى المطار. وذكر وزير النقل الروسي أن الزيارة قصيرة."
    assert speakers(text) == ["minister:russia"]


def test_who_is_introduced_later_did_not_hold_the_office_before() -> None:
    text = "وذكر وزير الدفاع الروسي أن الزيارة قصيرة. ووصل وزير الدفاع الروسي سيرغي شويغو."
    assert speakers(text) == ["minister:russia"]


def test_a_statement_taken_up_is_of_whoever_made_it() -> None:
    text = "قالت وزارة الخارجية الروسية في بيان إن اللقاء مفيد. وأضاف البيان أن الحوار مستمر."
    assert speakers(text) == ["russia-foreign-ministry", "russia-foreign-ministry"]


def test_joint_sources_are_of_one_kind() -> None:
    text = "قال كيري في موسكو وواشنطن إن اللقاء مفيد."
    assert speakers(text)[0] == "john-kerry"
    assert len(actors_in(read_words(text))) == 3
