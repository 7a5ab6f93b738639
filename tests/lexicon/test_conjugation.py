"""What hamza and the weak letters do to a verb's printed forms, and persons among nouns."""

import pytest

from framing.lexicon.declension import Stem
from framing.lexicon.entries import Lexeme
from framing.lexicon.morphology import stems


def forms(lemma, root, form, part="verb", vowel=""):
    lexeme = Lexeme(lemma=lemma, kind="verb", root=root, form=form, vowel=vowel)
    return {stem.text for stem in stems(lexeme) if stem.part == part}


@pytest.mark.parametrize(
    ("lemma", "root", "form", "expected", "refused"),
    [
        # hamza as last radical
        ("طمأن", "طمأن", "QI", "طمأن طمأنت يطمئن تطمئن يطمئنون", "يطمنون"),
        ("قرأ", "قرأ", "I", "قرأ قرأت قرأوا قرؤوا يقرأ يقرأون يقرؤون قرئ قرئت", "يقرئ"),
        ("تنبأ", "نبأ", "V", "تنبأ يتنبأ يتنبؤون", "يتنبئ"),
        ("كافأ", "كفأ", "III", "كافأ يكافئ كوفئ يكافأ", "كافئ"),
        ("أنبأ", "نبأ", "IV", "أنبأ أنبئ ينبئ ينبأ", "أنبؤ"),
        ("ابتدأ", "بدأ", "VIII", "ابتدأ يبتدئ ابتدئ", "ابتدؤ"),
        ("تباطأ", "بطأ", "VI", "تباطأ يتباطأ يتباطؤون", "يتباطئ"),
        # after a long vowel
        ("جاء", "جيء", "I", "جاء جاءت جاءوا جاؤوا يجيء يجيئون يجئ", "جيء يجيءون"),
        ("ساء", "سوء", "I", "ساء ساءت يسوء يسؤ", "سيء"),
        ("أساء", "سوء", "IV", "أساء أساءت أساؤوا يسيء يسيئون يسئ", "يسيءون"),
        ("استاء", "سوء", "VIII", "استاء استاؤوا يستاء يستاؤون", "استيء"),
        # hamza as middle radical
        ("ارتأى", "رأي", "VIII", "ارتأى ارتأت ارتأوا يرتئي ترتئي يرتئون", "يرتأي"),
        ("رأس", "رأس", "II", "رأس رأست يرئس رئس", "يراس"),
        ("تساءل", "سأل", "VI", "تساءل تساءلت يتساءل يتساءلون تسوئل", "تسوءل يتسائل"),
        ("ساءل", "سأل", "III", "ساءل يسائل سوئل", "سوءل يساأل"),
        ("التأم", "لأم", "VIII", "التأم يلتئم التأمت", "يلتيم"),
        # hamza as first radical
        ("أخذ", "أخذ", "I", "أخذ يأخذ يؤخذ يؤخذون", "ياخذ"),
        ("آخذ", "أخذ", "III", "آخذ آخذت يؤاخذ", "أاخذ"),
        ("آمن", "أمن", "IV", "آمن آمنت يؤمن", "أأمن"),
        ("ائتمن", "أمن", "VIII", "ائتمن اؤتمن يأتمن يؤتمن", "اءتمن"),
        ("اتخذ", "أخذ", "VIII", "اتخذ اتخذت يتخذ", "ائتخذ"),
        ("استأنف", "أنف", "X", "استأنف يستأنف", "يستئنف"),
        # weak letters
        ("سعى", "سعي", "I", "سعى سعت سعوا يسعى يسعون", "يسعي سعيا"),
        ("وفى", "وفي", "I", "وفى وفت يفي يفون يوفى", "يوفي"),
        ("نادى", "ندو", "III", "نادى نودي نوديت ينادي ينادى يناديان ناديا", "ناديت"),
        ("ألقى", "لقي", "IV", "ألقى ألقي ألقيت يلقي يلقيان", "ألقات"),
        ("دعا", "دعو", "I", "دعا دعت يدعو يدعوان يدعى", "يدعي"),
        ("استجوب", "جوب", "X", "استجوب استجوبت يستجوب", "استجاب يستجيب"),
        ("استجاب", "جوب", "X", "استجاب يستجيب استجيب", "استجوب"),
        ("أيقن", "يقن", "IV", "أيقن يوقن توقن", "ييقن"),
        ("ادخر", "ذخر", "VIII", "ادخر ادخرت يدخر", "اذتخر"),
        # passives of the plural
        ("وصف", "وصف", "I", "يوصف يوصفون توصف", "يوصفا"),
        ("قاد", "قود", "I", "قيد يقاد يقادون", "قودون"),
    ],
)
def test_a_radical_is_printed_as_its_vowels_ask(lemma, root, form, expected, refused):
    vowel = "a" if lemma == "سعى" else ""
    found = forms(lemma, root, form, vowel=vowel)
    assert set(expected.split()) <= found
    assert found.isdisjoint(refused.split())


@pytest.mark.parametrize(
    ("lemma", "root", "form", "participle"),
    [
        ("قرأ", "قرأ", "I", "قارئ"),
        ("سأل", "سأل", "I", "سائل"),
        ("أمر", "أمر", "I", "آمر"),
        ("جاء", "جيء", "I", "جائية"),
        ("تنبأ", "نبأ", "V", "متنبئا"),
        ("تساءل", "سأل", "VI", "متسائلا"),
        ("طمأن", "طمأن", "QI", "مطمئنة"),
        ("أساء", "سوء", "IV", "مسيئة"),
        ("ائتمن", "أمن", "VIII", "مؤتمن"),
        ("ارتأى", "رأي", "VIII", "مرتئيا"),
    ],
)
def test_an_active_participle_has_i_before_its_last_radical(lemma, root, form, participle):
    assert participle in forms(lemma, root, form, part="participle")


def test_a_hamza_may_stand_in_the_root_on_any_seat():
    assert forms("تساءل", "سءل", "VI") == forms("تساءل", "سأل", "VI")


def test_a_dual_perfect_takes_no_pronoun():
    mention = stems(Lexeme(lemma="ذكر", kind="verb", root="ذكر", form="II"))
    assert Stem("ذكرا", "past", "verb") in mention
    assert Stem("ذكرا", "perfect", "verb") not in mention


def nouns(lemma, *plurals):
    return {stem.text for stem in stems(Lexeme(lemma=lemma, kind="noun", plurals=plurals))}


def test_a_noun_with_a_plural_of_persons_has_a_feminine_and_a_dual_construct():
    assert {"وزيرة", "وزيرات", "وزيرتا", "وزيري", "وزيرا"} <= nouns("وزير", "وزراء")
    assert {"كاتبة", "كاتبي"} <= nouns("كاتب", "كتاب")


def test_other_nouns_have_neither():
    assert {"شارعة", "شارعي"}.isdisjoint(nouns("شارع", "شوارع"))
    assert {"حزبة", "حزبي"}.isdisjoint(nouns("حزب", "أحزاب"))
    assert {"جزءة", "جزئي"}.isdisjoint(nouns("جزء", "أجزاء"))


def test_a_final_hamza_is_seated_before_an_ending():
    assert {"شيئا", "شيئان", "شيئين"} <= nouns("شيء", "أشياء")
    assert {"جزءا", "جزؤ", "جزئ"} <= nouns("جزء", "أجزاء")
