"""What a label is put on: an organisation, an act, the phenomenon, or nobody named."""

import pytest
from rules import cases

from framing.attribution.targets import target_of
from framing.lexicon.entries import load_lexicon
from framing.lexicon.matching import facet_of, find
from framing.text.tokens import read_words


def target(text, form):
    """What the mention of this form is put on."""
    words = read_words(text)
    hits = find(words, load_lexicon("militancy"))
    printed = {words.cover(hit.first, hit.last).form(text): hit for hit in hits}
    assert form in printed
    hit = printed[form]
    return target_of(words, hit, facet_of(words, hit), hits)


STATE = "the facet event of the entry decides first: attack"
TARGETS = {
    "phenomenon": [
        ("ناقش المجلس مكافحة الإرهاب.", "الإرهاب", "phenomenon"),
        ("وقع البلدان اتفاقا للحرب على الإرهاب.", "الإرهاب", "phenomenon"),
        ("الإرهاب لا دين له.", "الإرهاب", "phenomenon"),
        ("يعالج الكتاب أسباب التطرف بين الشباب.", "التطرف", "phenomenon"),
        ("يحارب البرنامج الإرهاب والتطرف.", "والتطرف", "phenomenon"),
        ("أوقفت الشرطة إرهابيا قرب الجسر.", "إرهابيا", "generic"),
    ],
    "attack": [
        ("أدانت كندا الاعتداء الإرهابي في المطار.", "الإرهابي", "attack"),
        ("وقع هجوم إرهابي قرب السوق.", "إرهابي", "attack"),
        ("أحبطت الشرطة عملية إرهابية.", "إرهابية", "attack"),
        ("رفعت البلاد درجة التهديد الإرهابي.", "الإرهابي", "attack"),
        ("طاردت الشرطة المجموعة الإرهابية.", "الإرهابية", "generic"),
    ],
    "state": [
        ("ندد الكاتب بإرهاب الدولة.", "بإرهاب", "state"),
        ("هذا إرهاب دولة منظم.", "إرهاب", "state"),
        ("ندد الكاتب بالإرهاب.", "بالإرهاب", "phenomenon"),
    ],
    "daesh": [
        ("انسحب تنظيم داعش الإرهابي من القرية.", "الإرهابي", "daesh"),
        ("انسحب تنظيم «داعش» الإرهابي من القرية.", "الإرهابي", "daesh"),
        ("قصف الجيش الإرهابيين من تنظيم داعش.", "الإرهابيين", "daesh"),
        ("انسحب متشددو تنظيم الدولة الإسلامية.", "متشددو", "daesh"),
        ("انسحب داعش، وقصف الجيش الإرهابيين.", "الإرهابيين", "generic"),
        ("انسحب داعش. قصف الجيش الإرهابيين.", "الإرهابيين", "generic"),
    ],
    "nusra": [
        ("انسحبت جبهة النصرة الإرهابية من القرية.", "الإرهابية", "nusra"),
        ("هاجم جهاديون من جبهة النصرة الحاجز.", "جهاديون", "nusra"),
    ],
    "both": [
        ("قصف الجيش إرهابيي داعش والنصرة.", "إرهابيي", "daesh+nusra"),
        ("قصف الجيش تنظيمي داعش والنصرة الإرهابيين.", "الإرهابيين", "daesh+nusra"),
    ],
    "other organisations": [
        ("هاجم حزب العمال الكردستاني الإرهابي القرية.", "الإرهابي", "pkk"),
        ("هاجمت ميليشيات الحوثي الإرهابية القرية.", "الإرهابية", "houthi"),
        ("انسحبت حركة الشباب الإرهابية من البلدة.", "الإرهابية", "other"),
    ],
    "opposition": [
        ("انسحبت المعارضة المتشددة من القرية.", "المتشددة", "opposition"),
        ("انسحبت المعارضة الإرهابية من القرية.", "الإرهابية", "opposition"),
        ("حذر الوزير المعارضة والإرهابيين.", "والإرهابيين", "generic"),
    ],
    "generic": [
        ("قتل الجيش ثلاثة إرهابيين.", "إرهابيين", "generic"),
        ("سيطر متشددون على القرية.", "متشددون", "generic"),
        ("عبر تكفيريون الحدود.", "تكفيريون", "generic"),
    ],
    "no label": [
        ("انسحب تنظيم داعش من القرية.", "داعش", None),
        ("هاجم مسلحون الحاجز.", "مسلحون", None),
        ("رفضت المعارضة السورية العرض.", "المعارضة", None),
    ],
}


@pytest.mark.parametrize(("text", "form", "expected"), cases(TARGETS))
def test_a_label_is_put_on_what_stands_beside_it(text, form, expected):
    assert target(text, form) == expected
