"""A lemma of saying is a cue where words are passed on, and only there."""

import pytest

from framing.attribution.cues import find_cues
from framing.text.tokens import read_words


def cues(text):
    words = read_words(text)
    return [
        (words.cover(cue.first, cue.last).form(text), cue.entry.category)
        for cue in find_cues(words)
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # finite verbs and what they govern
        ("قال الوزير إن الاجتماع تأجل.", [("قال", "neutral")]),
        ("وقالت الوزيرة: «سنعود غدا».", [("وقالت", "neutral")]),
        ("أشارت الصحيفة إلى أن الأسعار ارتفعت.", [("أشارت", "pointing")]),
        ("أشار إلى أن الأسعار ارتفعت.", [("أشار إلى", "pointing")]),
        ("ودعا الرئيس إلى الهدوء.", [("ودعا", "directive")]),
        ("وكانت الشركة قد أعلنت أن أرباحها زادت.", [("أعلنت", "declarative")]),
        ("ونفى الناطق صحة الخبر.", [("ونفى", "denial")]),
        ("اتهم النائب الحكومة بالتقصير.", [("اتهم", "evaluative")]),
        ("اعلن المدير انه سيستقيل.", [("اعلن", "declarative")]),
        # participles beside a verb
        ("غادر المدير القاعة، مؤكداً أن القرار نهائي.", [("مؤكداً", "assertive")]),
        ("وغادرت، مضيفة أن القرار نهائي.", [("مضيفة", "neutral")]),
        # nouns with their content
        ("جاء ذلك بعد إعلان البنك عن رفع الفائدة.", [("إعلان", "declarative")]),
        # particles with a source
        ("ارتفعت الأسعار، بحسب وزارة التجارة.", [("بحسب", "evidential")]),
        ("وفقاً للوزارة ارتفعت الأسعار.", [("وفقاً", "evidential")]),
        ("ونقلاً عن شهود، توقف القطار.", [("ونقلاً عن", "evidential")]),
        # words attached to the verb, after a relative
        ("وهذا ما ذكره المدير أمس.", [("ذكره", "neutral")]),
        # behind the name علي, which folds like the preposition
        ("القانون الذي وضعه علي يقول المحامون إنه قديم.", [("يقول", "neutral")]),
    ],
)
def test_a_cue_is_found_with_its_stance(sentence, expected):
    assert cues(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("سيقول المدير إن القرار نهائي.", id="future"),
        pytest.param("جاء ليعلن أن القرار نهائي.", id="purpose"),
        pytest.param("لم يقل المدير إن القرار نهائي.", id="what was not said"),
        pytest.param("يجب أن يعلن المدير أنه استقال.", id="wish"),
        pytest.param("سافر عبر صحراء واسعة.", id="abr, across"),
        pytest.param("بقي نصف القرن بما فيه.", id="nisf, half"),
        pytest.param("جلس بين المدير والوزير.", id="bayna, between"),
        pytest.param("في رد على السؤال أن القرار نهائي.", id="radd, a noun after a preposition"),
        pytest.param("الموقف المؤكد أن القرار نهائي.", id="epithet with article"),
        pytest.param("قدم الطالب أوراقه بنفسه.", id="talib, student"),
        pytest.param("هذه التصريحات متأخرة خاصة أنها قصيرة.", id="khassatan anna, a conjunction"),
        pytest.param("انتهى أمس ما وعد به الحارس.", id="a promise without its content"),
    ],
)
def test_what_passes_no_words_on_is_no_cue(sentence):
    assert cues(sentence) == []


def test_the_first_word_of_a_quotation_does_not_introduce_it():
    assert cues('وقال المدير "اعتقد ان القرار نهائي".') == [("وقال", "neutral")]


def test_a_noun_of_saying_after_its_verb_is_not_a_second_cue():
    assert cues("أشار البيان إلى أن الأسعار ارتفعت.") == [("أشار", "pointing")]


def test_what_is_passed_on_as_somebody_s_saying_is_one_cue():
    assert cues("ونقل عن الحارس قوله إن الباب مغلق.") == [("ونقل عن", "hearsay")]
    assert cues("نقلت الإذاعة عن الحارس قوله إن الباب مغلق.") == [("نقلت", "neutral")]


def test_an_entry_that_governs_nothing_keeps_a_shorter_one_from_counting():
    assert cues("يذكر أن المدينة قديمة.") == []


def test_a_cue_does_not_reach_into_the_next_sentence():
    assert cues("وصف الطريق. قال المدير إن القرار نهائي.") == [("قال", "neutral")]
