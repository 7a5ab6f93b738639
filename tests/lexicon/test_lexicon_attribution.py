"""The attribution lexicon: what it covers, how it files it, what it must never match."""

import csv
import os
import re
from functools import cache
from pathlib import Path

import pytest

from framing.lexicon.entries import load_lexicon
from framing.lexicon.matching import find
from framing.lexicon.morphology import stems
from framing.text.orthography import skeleton
from framing.text.tokens import read_words

CATEGORIES = (
    "neutral declarative assertive pointing opinion distancing directive commissive "
    "expressive evaluative denial hearsay evidential"
).split()

# The class of a table row, by the beginning of its third column.
CLASSES = {
    "N": "neutral",
    "DECL": "declarative",
    "AS": "assertive",
    "FA": "pointing",
    "OP": "opinion",
    "DI": "distancing",
    "DIR": "directive",
    "COM": "commissive",
    "EM": "expressive",
    "EV+": "evaluative",
    "EV−": "evaluative",
    "NEG": "denial",
    "HS": "hearsay",
    "EVID": "evidential",
}
# Here the codebook names the lemma, and wins; يُزعم is printed like the active يزعم.
OVERRULED = {"استبعد": "denial", "يزعم": "distancing"}
# Alternatives that share the beginning of their row's first phrase.
ELLIPSES = {"تعبيره": "على حد تعبيره", "وصفه": "على حد وصفه", "اللوم": "ألقى اللوم"}


@cache
def lexicon():
    return load_lexicon("attribution")


@cache
def entries():
    return {entry.id: entry for entry in lexicon().entries}


def printed(identifier):
    return {stem.text for stem in stems(entries()[identifier])}


def found(text):
    words = read_words(text)
    return [
        (words.cover(hit.first, hit.last).form(text), hit.entry.category)
        for hit in find(words, lexicon())
    ]


def filed_under(alternative):
    """The categories of every entry that an alternative of a table row leads to."""
    bare = " ".join(skeleton(word) for word in alternative.split())
    named = {
        entry.category
        for entry in lexicon().entries
        if bare in (entry.lemma, entry.lemma.split()[0])
    }
    return named | {category for _, category in found(alternative)}


def table_rows():
    shared = Path(os.environ.get("FRAMING_SHARED", Path(__file__).parents[3] / "shared"))
    table = shared / "lexicons" / "lexicon_attribution.tsv"
    if not table.is_file():
        pytest.skip(f"The starting table is not at {table}; set FRAMING_SHARED to find it.")
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return [row for row in rows if not row["class"].startswith("venue")]


def alternatives(lemma):
    without_brackets = re.sub(r"\s*\([^)]*\)", "", lemma).replace("ألقى", "ألقى ")
    parts = re.split(r"\s*/\s*", without_brackets)
    return [ELLIPSES.get(part, part) for part in (part.strip() for part in parts)]


def category_of(row):
    name = re.match(r"[A-Z]+[+−]?", row["class"])
    return CLASSES.get(name.group()) if name else None


def test_its_categories_stand_in_the_order_of_the_codebook():
    assert list(lexicon().categories) == CATEGORIES
    assert all(category.definition for category in lexicon().categories.values())


def test_every_alternative_of_every_table_row_is_covered():
    rows = table_rows()
    uncovered = [
        (row["lemma"], alternative)
        for row in rows
        for alternative in alternatives(row["lemma"])
        if not filed_under(alternative)
    ]
    assert len(rows) == 133
    assert uncovered == []


def test_every_table_row_is_filed_under_its_class_unless_the_codebook_overrules_it():
    misfiled = []
    for row in table_rows():
        expected = OVERRULED.get(skeleton(row["lemma"]), category_of(row))
        categories = set().union(*map(filed_under, alternatives(row["lemma"])))
        if expected and expected not in categories:
            misfiled.append((row["lemma"], expected, categories))
    assert misfiled == []


@pytest.mark.parametrize(
    ("lemma", "category"),
    [
        ("قال", "neutral"),
        ("أفاد", "neutral"),
        ("تابع", "neutral"),
        ("أعلن", "declarative"),
        ("تبنى", "declarative"),
        ("أكد", "assertive"),
        ("أصر", "assertive"),
        ("كرر", "assertive"),
        ("كشف", "pointing"),
        ("نوه", "pointing"),
        ("اعترف", "pointing"),
        ("أقر", "pointing"),
        ("أوضح", "pointing"),
        ("وصف", "opinion"),
        ("رأى", "opinion"),
        ("عد", "opinion"),
        ("زعم", "distancing"),
        ("ادعى", "distancing"),
        ("ما يسمى", "distancing"),
        ("حذر", "directive"),
        ("طالب", "directive"),
        ("توعد", "commissive"),
        ("شكا", "expressive"),
        ("رحب", "evaluative"),
        ("حمل المسؤولية", "evaluative"),
        ("استبعد", "denial"),
        ("شكك", "denial"),
        ("رفض التعليق", "denial"),
        ("قيل", "hearsay"),
        ("على لسان", "evidential"),
        ("كما جاء في", "evidential"),
    ],
)
def test_a_lemma_has_the_stance_of_the_codebook(lemma, category):
    assert {e.category for e in lexicon().entries if e.lemma == lemma} == {category}


def test_only_four_verbs_are_bleached():
    assert {e.lemma for e in lexicon().entries if e.bleached} == {"أشار", "لفت", "أوضح", "أكد"}


def test_the_verbs_that_continue_somebodys_words_are_marked():
    assert {e.lemma for e in lexicon().entries if e.continues} == {
        "أضاف", "تابع", "أردف", "استطرد", "واصل قائلا", "استدرك", "ختم", "اختتم",
        "زاد", "استرسل", "واصل",
    }  # fmt: skip


def test_every_evaluative_entry_is_praise_or_blame():
    polarity = {e.id: e.polarity for e in lexicon().entries if e.category == "evaluative"}
    assert set(polarity.values()) == {"positive", "negative"}
    assert polarity["rahhaba"] == "positive"
    assert polarity["ittahama"] == "negative"


def test_what_an_entry_governs_is_one_of_the_known_complements():
    known = {"that", "quote", "object", "colon", "clause", "إلى", "على", "عن", "من", "في", "ب", "ل"}
    assert {word for e in lexicon().entries for word in e.governs} <= known


def test_what_an_entry_takes_besides_is_a_person_or_a_content():
    assert {word for e in lexicon().entries for word in e.takes} == {"person", "content"}


@pytest.mark.parametrize(
    ("identifier", "forms"),
    [
        ("qala", "يقولون قالت قائلا"),
        ("dhakara", "ذكرت يذكر ذكروا"),
        ("sarraha", "صرحت يصرح تصريحات"),
        ("afada", "أفادت يفيد أفادوا"),
        ("awrada", "أوردت يورد تورد"),
        ("tahaddatha", "تحدثت يتحدثون متحدثا"),
        ("ajaba", "أجابت يجيب مجيبا"),
        ("radda", "ردت يرد ردوا"),
        ("saala", "سئل سألت يسأل"),
        ("naqala", "نقلت ينقل نقلوا"),
        ("rawa", "روت يروي تروي"),
        ("adafa", "أضافت مضيفا مضيفة"),
        ("ikhtatama", "اختتمت يختتم مختتما"),
        ("alana", "أعلنت يعلن معلنا"),
        ("akkada", "أكدت يؤكد مؤكدة"),
        ("shaddada", "شددت يشدد مشددا"),
        ("asarra", "أصرت يصر مصرا"),
        ("aqsama", "أقسمت يقسم أقسموا"),
        ("awdaha", "أوضحت يوضح موضحا"),
        ("ashara", "أشارت يشير مشيرا"),
        ("aqarra", "أقرت يقر يقرون"),
        ("itabara", "اعتبرت معتبرا يعتبرون"),
        ("raa", "يرون رأت رأوا"),
        ("tawaqqaa", "توقعت يتوقع متوقعا"),
        ("tanabbaa", "تنبأت يتنبأ متنبئا"),
        ("tasaala", "تساءلت يتساءل متسائلا"),
        ("zaama", "زعمت يزعمون مزاعم"),
        ("iddaa", "يدعي ادعت ادعاءات"),
        ("daa", "يدعون دعت داعيا"),
        ("talaba-b", "طالبت يطالب مطالبا"),
        ("awsa", "أوصت يوصي أوصوا"),
        ("haththa", "حثت يحث يحثون"),
        ("waada", "وعد وعدت وعدوا"),
        ("abda", "أبدت يبدي مبديا"),
        ("shaka", "شكت يشكو يشكون"),
        ("hannaa", "هنأت يهنئ مهنئا"),
        ("adana", "أدانت يدين أدانوا"),
        ("ittahama", "يتهم اتهمت متهما"),
        ("nafa", "نفت ينفي نافيا"),
        ("ankara", "أنكرت ينكر منكرا"),
        ("istabada", "استبعدت يستبعد مستبعدا"),
        ("tanassala", "تنصلت يتنصل متنصلا"),
    ],
)
def test_a_verb_is_known_in_its_printed_forms(identifier, forms):
    assert set(forms.split()) <= printed(identifier)


def test_no_form_of_a_verb_of_saying_is_a_common_noun():
    common = set(
        "مصر مصري مدينة دين مسلم مسلمة مسلمين عالم عالمي كاتب كاتبة ناقلة متحدث متهم مدعي "
        "مورد مبلغ مقر مظهر مذكرة ذاكرة ملاحظة معارضة معارض مدافع معبر مطالب مقترح متوقع "
        "بين تبين دون عدو نص مفيد مهاجمة جوهر".split()
    )
    verbs = [e for e in lexicon().entries if e.kind == "verb"]
    forms = {
        stem.text: e.id
        for e in verbs
        for stem in stems(e)
        if not (e.subtype == "vowelled" and stem.text == e.lemma)  # counts only with its shadda
    }
    assert {word: forms[word] for word in common & forms.keys()} == {}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("وزعمت مصادر أن الجسر سليم", [("وزعمت", "distancing")]),
        ("وشددت على أن الحوار ممكن", [("وشددت", "assertive")]),
        ("دعا الأمين العام إلى التهدئة", [("دعا", "directive")]),
        ("يدعون أن الأرض لهم", [("يدعون أن", "distancing")]),
        ("رجل يدعى سعيد", []),
        ("عبر الحدود إلى الأردن", []),
        ("وعبر الوزير عن قلقه", [("وعبر", "expressive")]),
        ("بحسب الوزارة", [("بحسب", "evidential")]),
        ("وفقا للقانون الجديد", []),
        ("على حد تعبيرها", [("على حد تعبيرها", "distancing")]),
        ("على حد سواء", []),
        ("ورد في البيان أن", [("ورد في", "evidential")]),
        ("رفضت التعليق على الخبر", [("رفضت التعليق", "denial")]),
        ("قيل إن الرجل هرب", [("قيل", "hearsay")]),
        ("وجدد الوزير دعوته إلى الحوار", [("وجدد الوزير دعوته", "assertive")]),
        ("حملت الوزارة الجيش المسؤولية", [("حملت الوزارة الجيش المسؤولية", "evaluative")]),
        ("اتهم معارض مصري الحكومة", [("اتهم", "evaluative")]),
        ("تجدر الإشارة إلى أن العدد ارتفع", []),
        ("من المؤكد أن الشتاء قادم", []),
    ],
)
def test_homographs_are_kept_apart_by_their_company(sentence, expected):
    assert found(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "ويذكر أن المدينة صغيرة",
        "نشرت روسيا قوات في القاعدة",
        "شددت واشنطن العقوبات على طهران",
        "اعترفت إسبانيا بدولة فلسطين",
        "في النصر المزعوم",
    ],
)
def test_an_expression_that_gives_nobody_a_voice_governs_nothing(sentence):
    (hit,) = find(read_words(sentence), lexicon())
    assert hit.entry.governs == ()
