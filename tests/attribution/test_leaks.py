"""A head noun is a reference where a cue stands by it, and its phrase belongs to it."""

import pytest

from framing.attribution.leaks import find_references
from framing.text.tokens import read_words


def references(text):
    words = read_words(text)
    return [
        (words.cover(one.first, one.last).form(text), one.category, one.role)
        for one in find_references(words)
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("وقال مسؤول كبير إن اللقاء تأجل.", [("مسؤول كبير", "anonymous-official", None)]),
        ("أكدت مصادر دبلوماسية عربية أن اللقاء تأجل.",
         [("مصادر دبلوماسية عربية", "anonymous-source", None)]),
        ("ذكرت صحيفة «المساء» أن اللقاء تأجل.",
         [("صحيفة «المساء", "media-as-source", "origin")]),
        ("وفق وثائق مسربة تأجل اللقاء.", [("وثائق مسربة", "leaked-document", None)]),
        ("وبحسب التسريبات الأخيرة تأجل اللقاء.",
         [("التسريبات الأخيرة", "leak-talk", None)]),
        ("وقالت مصادر لصحيفة محلية إن اللقاء تأجل.",
         [("مصادر", "anonymous-source", None), ("لصحيفة محلية", "media-as-source", "venue")]),
        ("وفي مقابلة مع محطة تركية أكد الوزير أن اللقاء تأجل.",
         [("محطة تركية", "media-as-source", "venue")]),
        ("ورفض الناطق التعليق على الخبر.", [("ورفض الناطق التعليق", "denial", None)]),
        ("وتزايدت التكهنات أمس.", [("التكهنات", "rumour", None)]),
        ("وقال مسئول أمني إن اللقاء تأجل.", [("مسئول أمني", "anonymous-official", None)]),
        ("وأبلغ مسؤول كبير «المساء» بأن اللقاء تأجل.",
         [("مسؤول كبير", "anonymous-official", None)]),
        ("وأفادت تقارير صحفية بأن اللقاء تأجل.",
         [("تقارير صحفية", "media-as-source", "origin")]),
        ("وقالت مصادر أبلغته الخبر إن اللقاء تأجل.", [("مصادر", "anonymous-source", None)]),
    ],
)  # fmt: skip
def test_a_reference_is_found_with_its_phrase(sentence, expected):
    assert references(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("وزار مسؤول كبير المدينة.", id="nobody speaks"),
        pytest.param("وتنوعت مصادر الطاقة في البلاد، وقال الوزير إنها كافية.", id="energy"),
        pytest.param("وقال مسؤول العلاقات إن اللقاء تأجل.", id="a title, not an unnamed one"),
        pytest.param("وقال المدير إن القضية وصلت عبر صحيفة.", id="a newspaper nobody names"),
        pytest.param("وقرأ الوثيقة مرتين.", id="a document nobody leaked"),
        pytest.param("وقال الخبير إن الشرق الأوسط هادئ.", id="the Middle East, no newspaper"),
        pytest.param("وقال الخبير إن مصادر كثيرة ضاعت.", id="in what is said, not saying it"),
        pytest.param("وقال مسؤول سابق هو سامي حداد إن اللقاء تأجل.", id="named after all"),
        pytest.param("ووصل مسؤول كبير، وقال المضيف إنه مرهق.", id="another one speaks"),
        pytest.param("وكتبت البلدية تقريرا عن مسرب الدراجات.", id="an adjective of another noun"),
    ],
)
def test_what_refers_to_no_source_is_left_alone(sentence):
    assert references(sentence) == []


def test_the_document_points_back_to_a_leaked_one():
    text = "وفق وثائق مسربة تأجل اللقاء. وتقول الوثيقة إن السبب مالي."
    assert [one[0] for one in references(text)] == ["وثائق مسربة", "الوثيقة"]


def test_the_official_points_back_to_an_unnamed_one():
    text = "وقال مسؤول كبير إن اللقاء تأجل. وأضاف المسؤول أن السبب مالي."
    assert [one[0] for one in references(text)] == ["مسؤول كبير", "المسؤول"]
