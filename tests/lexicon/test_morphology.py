"""Forms of verbs and nouns as grammars print them, without vowels."""

import pytest

from framing.base.errors import LexiconError
from framing.lexicon.entries import Lexeme
from framing.lexicon.morphology import stems


def printed(lemma, root="", form="", kind="verb", **more):
    return {
        stem.text for stem in stems(Lexeme(lemma=lemma, kind=kind, root=root, form=form, **more))
    }


@pytest.mark.parametrize(
    ("lemma", "root", "form", "expected"),
    [
        ("كتب", "كتب", "I", "كتب كتبت كتبوا يكتب تكتب يكتبون كاتب"),
        ("قال", "قول", "I", "قال قالت قالوا قيل يقول يقولون يقال قائل"),
        ("وصف", "وصف", "I", "وصف وصفت يصف تصف يوصف واصف"),
        ("رأى", "رأي", "I", "رأى رأت رأوا يرى ترى يرون رآ"),
        ("نفى", "نفي", "I", "نفى نفت نفوا ينفي تنفي ينفون ينفى نافيا"),
        ("دعا", "دعو", "I", "دعا دعت دعوا يدعو تدعو يدعون داعيا داعية"),
        ("سأل", "سأل", "I", "سأل سألت سئل يسأل سائل"),
        ("رد", "ردد", "I", "رد ردت ردوا يرد تردان"),
        ("أمر", "أمر", "I", "أمر أمرت يأمر يؤمر"),
        ("أكد", "أكد", "II", "أكد أكدت يؤكد تؤكد مؤكدا مؤكدة"),
        ("بين", "بين", "II", "بين بينت يبين مبينا"),
        ("هنأ", "هنأ", "II", "هنأ يهنئ تهنئ مهنئا"),
        ("طالب", "طلب", "III", "طالب طالبت طولب يطالب مطالبا"),
        ("أعلن", "علن", "IV", "أعلن أعلنت يعلن معلنا"),
        ("أشار", "شور", "IV", "أشار أشارت يشير أشير مشيرا مشيرة"),
        ("أصر", "صرر", "IV", "أصر أصرت يصر مصرا"),
        ("أوضح", "وضح", "IV", "أوضح يوضح موضحا"),
        ("أبدى", "بدو", "IV", "أبدى أبدت أبدوا يبدي يبدون مبديا"),
        ("تحدث", "حدث", "V", "تحدث تحدثت يتحدث متحدثا"),
        ("تبنى", "بني", "V", "تبنى تبنت يتبنى تبنوا"),
        ("تنبأ", "نبأ", "V", "تنبأ تنبأت يتنبأ"),
        ("تساءل", "سءل", "VI", "تساءل يتساءل"),
        ("انتقد", "نقد", "VIII", "انتقد انتقدت ينتقد منتقدا"),
        ("ادعى", "دعو", "VIII", "ادعى ادعت يدعي يدعون مدعيا"),
        ("اتهم", "وهم", "VIII", "اتهم اتهمت يتهم متهما"),
        ("اطلع", "طلع", "VIII", "اطلع اطلعت يطلع"),
        ("استنكر", "نكر", "X", "استنكر يستنكر مستنكرا"),
        ("برهن", "برهن", "QI", "برهن برهنت يبرهن مبرهنا"),
    ],
)
def test_a_verb_is_conjugated_from_root_and_form(lemma, root, form, expected):
    assert set(expected.split()) <= printed(lemma, root, form)


def test_short_forms_are_marked_for_their_particle():
    say = stems(Lexeme(lemma="قال", kind="verb", root="قول", form="I"))
    assert {stem.text for stem in say if stem.slot == "jussive"} == {"يقل", "تقل"}


def test_first_and_second_persons_are_left_out():
    assert {"نقول", "أقول", "قلت", "نصف"}.isdisjoint(
        printed("قال", "قول", "I") | printed("وصف", "وصف", "I")
    )


def test_a_person_noun_has_both_genders_and_construct_plurals():
    assert {
        "إرهابي",
        "إرهابية",
        "إرهابيون",
        "إرهابيين",
        "إرهابيو",
        "إرهابيي",
        "إرهابيات",
    } <= printed("إرهابي", kind="adjective")


def test_broken_plurals_are_listed_and_inflect():
    assert {"فصيل", "فصيلا", "فصائل"} <= printed("فصيل", kind="noun", plurals=("فصائل",))


def test_excluded_stems_are_not_derived():
    assert "مقاتلات" not in printed("مقاتل", kind="adjective", exclude=("مقاتلات",))


@pytest.mark.parametrize(("root", "form"), [("", ""), ("قول", "XI"), ("قل", "I"), ("قول", "QI")])
def test_a_verb_without_a_known_root_and_form_is_refused(root, form):
    with pytest.raises(LexiconError, match="قال"):
        printed("قال", root, form)
