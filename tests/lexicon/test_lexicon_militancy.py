"""The militancy lexicon finds labels for armed actors, and leaves their homographs alone."""

import os
import re
from csv import DictReader
from pathlib import Path

import pytest

from framing.lexicon.entries import Entry, load_lexicon
from framing.lexicon.matching import Hit, facet_of, find
from framing.text.tokens import read_words

MILITANCY = load_lexicon("militancy")
SHARED = Path(os.environ.get("FRAMING_SHARED", Path(__file__).parents[3] / "shared"))
TABLE = SHARED / "lexicons" / "lexicon_terror.tsv"
Labels = list[tuple[str, str]]

SCORED = ["terror", "radical", "jihadist", "takfiri", "armed", "opposition", "organisation"]
UNSCORED = ["rebel", "legitimising", "delegitimising", "method", "anaphor"]


def hits(sentence: str) -> list[Hit]:
    return find(read_words(sentence), MILITANCY)


def labels(sentence: str) -> Labels:
    """Category and form of every hit, in the order of the sentence."""
    words = read_words(sentence)
    return [
        (hit.entry.category, words.cover(hit.first, hit.last).form(sentence))
        for hit in find(words, MILITANCY)
    ]


def case(name: str, sentence: str, *expected: str) -> object:
    """A sentence and what is found in it, each as 'category form'."""
    return pytest.param(sentence, [tuple(e.split(" ", 1)) for e in expected], id=name)


# Each pair: the label, then the homograph that it must not be taken for.
SENTENCES = [
    case("terror adjective without its head", "قُتل قادة المجموعات الإرهابية", "terror الإرهابية"),
    case("frightened no one", "لم يرهب الخبر أحدا"),
    case("terrorists joined by and", "هاجم الجيش والإرهابيين معا", "terror والإرهابيين"),
    case("terrorism the phenomenon", "الحرب على الإرهاب طويلة", "terror الإرهاب"),
    case("terrorists of a group", "تسلل إرهابيو التنظيم", "terror إرهابيو", "anaphor التنظيم"),
    case("exhaustion is no terror", "أصيب اللاعب بالإرهاق"),
    case("extremists", "حذر من متطرفين أجانب", "radical متطرفين"),
    case("extreme weather", "طقس متطرف يضرب أوروبا"),
    case("extremism", "مواجهة التطرف بالتعليم", "radical التطرف"),
    case("extremes of climate", "تطرف المناخ يقلق العلماء"),
    case("hard-liners", "اقتحم متشددون السجن", "radical متشددون"),
    case("a strict stance", "اتخذت الوزارة موقفا متشددا من الغش"),
    case("strict measures", "فرض البنك شروط متشددة على القروض"),
    case("fundamentalists", "اتهم الأصوليين بالتحريض", "radical الأصوليين"),
    case("in due form", "قُدّم الطلب بشكل أصولي"),
    case("radical groups", "جماعات راديكالية تنشط هناك", "radical راديكالية"),
    case("a radical solution", "المشكلة تحتاج إلى حل راديكالي"),
    case("jihadist groups", "سيطرت المجموعات الجهادية", "jihadist الجهادية"),
    case("Jihad a first name", "قال الوزير جهاد أزعور"),
    case("salafi alone", "الدعوة السلفية حزب مرخص"),
    case("salafi jihadism", "تيار السلفية الجهادية", "jihadist الجهادية"),
    case("mujahidin", "بايع المجاهدون أميرهم", "jihadist المجاهدون"),
    case("Mujahid a first name", "كتب مجاهد عبد الله روايته"),
    case("ministry of veterans", "أعلنت وزارة المجاهدين في الجزائر منحة"),
    case("takfiris", "حارب التكفيريين في القلمون", "takfiri التكفيريين"),
    case("thinking", "طريقة تفكيري مختلفة"),
    case("armed factions are one mention", "قاتلت فصائل مسلحة", "armed فصائل مسلحة"),
    case("a neutral head is left out", "اجتمع قادة مجموعات مسلحة", "armed مسلحة"),
    case("armed forces", "عززت روسيا القوات المسلحة"),
    case("their armed forces", "تتقاتل قواتهما المسلحة"),
    case("gunmen", "فتح مسلحون النار", "armed مسلحون"),
    case("armed conflict", "طال أمد النزاع المسلح"),
    case("attack of gunmen", "صد هجوم لمسلحي العشائر", "armed لمسلحي"),
    case("armed attack in the accusative", "شنوا هجوما مسلحا على الثكنة"),
    case("reinforced concrete", "سقف من الخرسانة المسلحة"),
    case("unarmed", "كان الرجل غير مسلح"),
    case("armed robbery", "أوقف بتهمة السطو المسلح"),
    case("fighters", "عاد المقاتلون الأجانب", "armed المقاتلون"),
    case("fighter aircraft", "أقلعت مقاتلات التحالف مع طائرة مقاتلة"),
    case("fighting groups", "توحدت المجموعات المقاتلة", "armed المقاتلة"),
    case("fighting factions are one mention", "انسحبت الفصائل المقاتلة", "armed الفصائل المقاتلة"),
    case("militias, both spellings", "ميليشيات ومليشيات", "armed ميليشيات", "armed ومليشيات"),
    case("a million", "بلغ العدد مليون نسمة"),
    case("factions", "اتفقت الفصائل على هدنة", "armed الفصائل"),
    case("blood groups", "نقص في فصائل الدم النادرة"),
    case("brigades of a side", "هاجمت كتائب المعارضة", "armed كتائب", "opposition المعارضة"),
    case("army brigades", "تحركت كتائب المشاة واللواء المتقاعد"),
    case(
        "moderate opposition is one mention",
        "دعم المعارضة المعتدلة",
        "opposition المعارضة المعتدلة",
    ),
    case("the Syrian opposition", "وفد المعارضة السورية", "opposition المعارضة"),
    case("an objection", "أثار القرار معارضة تتزايد"),
    case("his opposition to", "أعلن معارضته للقرار"),
    case("another country's opposition", "فازت المعارضة التركية"),
    case("opposition benches", "انتقد زعيم المعارضة رئيس الوزراء"),
    case("states that object", "رفضت الدول المعارضة للاتفاق الحضور"),
    case("armed opponents", "سلاح إلى معارضين مسلحين", "opposition معارضين مسلحين"),
    case("a mild objection", "أبدى النائب معارضة معتدلة للقانون"),
    case(
        "moderate factions",
        "دعم فصائل معارضة معتدلة",
        "armed فصائل",
        "opposition معارضة معتدلة",
    ),
    case("an armed opposition", "في البلاد معارضة مسلحة", "opposition معارضة مسلحة"),
    case("exhibitions", "أقيمت معارض الكتاب في القاهرة"),
    case("opponents of the regime", "سجن معارضي النظام", "opposition معارضي"),
    case("opponents of a law", "قال معارضو القانون إنه جائر"),
    case("adversaries of the regime", "دعم مناهضي نظام الأسد", "opposition مناهضي"),
    case("opponents of globalisation", "تظاهر مناهضو العولمة"),
    case(
        "fighters of the opposition are two mentions",
        "أسر مقاتلي المعارضة",
        "armed مقاتلي",
        "opposition المعارضة",
    ),
    case("the Free Syrian Army", "انشق إلى الجيش السوري الحر", "opposition الجيش السوري الحر"),
    case("the Syrian army", "تقدم الجيش السوري شمالا"),
    case(
        "Daesh in quotation marks",
        "تنظيم «داعش» ودواعش",
        "organisation داعش",
        "organisation ودواعش",
    ),
    case("tickled", "داعب الطفل قطته"),
    case("Islamic State", "تبنى تنظيم الدولة الإسلامية الهجوم", "organisation الدولة الإسلامية"),
    case("the early Islamic state", "درس تاريخ الدولة الإسلامية"),
    case("the State after tanzim", "أسرى تنظيم الدولة", "organisation الدولة"),
    case("the Syrian state", "تفكك الدولة السورية"),
    case("the alleged caliphate", "أعلن الخلافة المزعومة", "organisation الخلافة"),
    case("succession", "أزمة الخلافة في الحزب الحاكم"),
    case(
        "Nusra Front", "ضرب جبهة النصرة والنصرة", "organisation جبهة النصرة", "organisation والنصرة"
    ),
    case("support", "هبّوا لنصرة المظلومين"),
    case("al-Qaeda", "تدرب في تنظيم القاعدة", "organisation القاعدة"),
    case("an air base", "هبطت في القاعدة الجوية"),
    case("a rule", "هذه القاعدة صحيحة"),
    case("a base without its article", "انطلقت من قاعدة حميميم"),
    case("Hezbollah", "قال حزب الله إنه باق", "organisation حزب الله"),
    case("God", "حفظ الله البلاد"),
    case("Houthis", "تقدم الحوثيون", "organisation الحوثيون"),
    case("Houthi militias", "قصف ميليشيات الحوثي", "armed ميليشيات", "organisation الحوثي"),
    case("Houthi the family", "خطب عبد الملك الحوثي مساء"),
    case("Kurdish workers' party", "حزب العمال الكردستاني", "organisation حزب العمال الكردستاني"),
    case("another workers' party", "زعيم حزب العمال البريطاني"),
    case("Hamas", "قيادي في حركة حماس", "organisation حماس"),
    case("Hamas paired", "حماس وإسرائيل", "organisation حماس"),
    case("enthusiasm", "استقبله الجمهور بحماس كبير"),
    case("al-Shabaab", "مقاتلو حركة «الشباب»", "armed مقاتلو", "organisation الشباب"),
    case("youth", "ندوة عن بطالة الشباب"),
    case("Taliban", "انسحبت طالبان من المدينة", "organisation طالبان"),
    case("two students", "فاز طالبان سعوديان بالجائزة"),
    case("Badr Organisation", "ميليشيا بدر", "armed ميليشيا", "organisation بدر"),
    case("Badr a name", "سجل بدر هدفا"),
    case(
        "Ahrar al-Sham",
        "أحرار الشام وجيش الإسلام",
        "organisation أحرار الشام",
        "organisation وجيش الإسلام",
    ),
    case("free people", "أحرار العالم يتضامنون"),
    case("rebels", "استسلم المتمردون", "rebel المتمردون"),
    case("mutiny", "تمرد السجناء ليلا"),
    case("revolutionaries", "تقدم الثوار", "legitimising الثوار"),
    case("Revolutionaries' Square", "تجمعوا في ميدان الثوار"),
    case("the revolution", "أهداف الثورة السورية", "legitimising الثورة"),
    case("industrial revolution", "منذ الثورة الصناعية"),
    case("resistance", "مقاتلو المقاومة", "armed مقاتلو", "legitimising المقاومة"),
    case("antibiotic resistance", "البكتيريا المقاومة للمضادات"),
    case("resistance fighters", "كمين نصبه مقاومون", "legitimising مقاومون"),
    case("waterproof", "هاتف مقاوم للماء"),
    case("martyrs", "شيعوا الشهداء", "legitimising الشهداء"),
    case("Martyrs' Street", "يسكن شارع الشهداء"),
    case("putschists", "مواقع الانقلابيين", "delegitimising الانقلابيين"),
    case("attempted coup", "أفشل محاولة انقلابية"),
    case("killers", "القتلة طلقاء", "delegitimising القتلة"),
    case("killed him", "أطلق عليه النار وقتله"),
    case("suicide bomber", "فجر انتحاري نفسه", "method انتحاري"),
    case("suicidal decision", "وصفه بأنه قرار انتحاري"),
    case("the organisation again", "قال التنظيم إنه باق", "anaphor التنظيم"),
    case("organising", "أشاد بحسن التنظيم"),
    case("its organising", "يشرف على تنظيم البطولة وتنظيمها"),
    case("a credit line", "(رويترز، أ ف ب)"),
]


def test_the_lexicon_loads_with_its_categories_in_order() -> None:
    assert list(MILITANCY.categories) == SCORED + UNSCORED
    assert [c.name for c in MILITANCY.categories.values() if c.scored] == SCORED


def test_every_category_has_an_entry() -> None:
    assert {entry.category for entry in MILITANCY.entries} == set(MILITANCY.categories)


def test_every_organisation_has_a_name_of_its_own_and_nothing_else_has_one() -> None:
    organisations = [entry for entry in MILITANCY.entries if entry.category == "organisation"]
    names = {entry.name for entry in organisations}
    codebook = {"daesh", "islamic-state", "nusra", "qaeda", "houthi", "pkk", "hezbollah", "hamas"}
    assert names > codebook
    assert not names & {"", "other"}
    assert {e.name for e in MILITANCY.entries if e.category != "organisation"} == {""}


def test_every_facet_is_one_that_the_features_know() -> None:
    facets = {e.facet for e in MILITANCY.entries} | {
        facet for e in MILITANCY.entries for facet in e.facet_after
    }
    assert facets == {"", "actor", "event", "counter-terror"}
    assert {e.category for e in MILITANCY.entries if e.facet} == {"terror"}


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_a_label_is_found_and_its_homograph_is_not(sentence: str, expected: Labels) -> None:
    assert labels(sentence) == expected


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_a_sentence_without_hamzas_gives_the_same_hits(sentence: str, expected: Labels) -> None:
    bare = str.maketrans("أإآ", "ااا")
    assert labels(sentence.translate(bare)) == [(c, f.translate(bare)) for c, f in expected]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_vowels_and_tatweel_change_no_hit(sentence: str, expected: Labels) -> None:
    def adorn(text: str) -> str:
        return re.sub(r"([بتثجحخسشصضطظعغفقكلمنهي])(?=[\u0621-\u064a])", "\\1\u064e\u0640", text)

    assert labels(adorn(sentence)) == [(c, adorn(f)) for c, f in expected]


@pytest.mark.parametrize(
    ("sentence", "facet"),
    [
        ("قادة المجموعات الإرهابية", "actor"),
        ("اعتقال إرهابي خطير", "actor"),
        ("تنظيم «داعش» الإرهابي", "actor"),
        ("محاولة هجوم للإرهابيين", "actor"),
        ("فلول الإرهاب", "actor"),
        ("مدرج على قائمة الإرهاب", "actor"),
        ("بعد العملية الإرهابية", "event"),
        ("وقع هجوما إرهابيا", "event"),
        ("التهديد الإرهابي", "event"),
        ("من عملياتها الإرهابية", "event"),
        ("بين هجومين إرهابيين", "event"),
        ("إرهاب الدولة", "event"),
        ("الإرهاب التكفيري", "event"),
        ("مكافحة الإرهاب", "counter-terror"),
        ("الفكر الإرهابي", "counter-terror"),
    ],
)
def test_terror_is_an_actor_an_act_or_the_phenomenon(sentence: str, facet: str) -> None:
    words = read_words(sentence)
    assert [
        facet_of(words, hit) for hit in find(words, MILITANCY) if hit.entry.category == "terror"
    ] == [facet]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("تنظيم داعش", "daesh"),
        ("الدولة الإسلامية في العراق والشام", "islamic-state"),
        ("جبهة فتح الشام", "nusra"),
        ("القاعدة في جزيرة العرب", "qaeda"),
        ("جماعة أنصار الله الحوثية", "houthi"),
        ("مقاتلي بي كيه كيه", "pkk"),
        ("حزب الله", "hezbollah"),
        ("كتائب عز الدين القسام", "hamas"),
        ("كتائب حزب الله", "kataib-hezbollah"),
        ("قوات سورية الديموقراطية", "sdf"),
    ],
)
def test_an_organisation_is_known_by_its_name(sentence: str, name: str) -> None:
    found = [hit.entry.name for hit in hits(sentence) if hit.entry.category == "organisation"]
    assert found == [name]


# What the table's notes, the codebook or the language keep out although the table names it.
LEFT_TO_OTHERS = {
    "عناصر": "a neutral head; the codebook leaves it out",
    "سلفي": "alone it is religious, says the table",
    "إسلامي": "religious or a party; the codebook has no class for it",
    "إسلاميون": "religious or a party; the codebook has no class for it",
    "كتائب": "only with a faction's name, says the table",
    "ألوية": "only with a faction's name, says the table",
    "لواء": "only with a faction's name, says the table",
    "الخلافة": "any succession; found with المزعومة",
    "المسمى": "a hedge, not a label",
    "مجاهد": "a first name; found with its article and in the plural",
}
# Alternatives that the table writes short, in full.
IN_FULL = {
    "عمل/عملية/هجوم/اعتداء/تفجير إرهابي(ة)": [
        "عمل إرهابي", "عملية إرهابية", "هجوم إرهابي", "اعتداء إرهابي", "تفجير إرهابي",
    ],
    "تهديد/خطر/مخطط إرهابي": ["تهديد إرهابي", "خطر إرهابي", "مخطط إرهابي"],
    "مكافحة/محاربة الإرهاب": ["مكافحة الإرهاب", "محاربة الإرهاب"],
    "تمويل/دعم/رعاية الإرهاب": ["تمويل الإرهاب", "دعم الإرهاب", "رعاية الإرهاب"],
    "جماعة/مجموعة/مجموعات إرهابية": ["جماعة إرهابية", "مجموعة إرهابية", "مجموعات إرهابية"],
    "مجموعات/جماعات/فصائل/تنظيمات مسلحة": [
        "مجموعات مسلحة", "جماعات مسلحة", "فصائل مسلحة", "تنظيمات مسلحة",
    ],
    "مدرج على قائمة الإرهاب / المصنف(ة) إرهابي(ة)": [
        "مدرج على قائمة الإرهاب", "المصنف إرهابي", "المصنفة إرهابية",
    ],
    "التحالف الدولي لمحاربة الإرهاب / ضد داعش": ["التحالف الدولي لمحاربة الإرهاب", "ضد داعش"],
    "مناهضو/مناهضي النظام / معارضو النظام": ["مناهضو النظام", "مناهضي النظام", "معارضو النظام"],
    "ما يسمى/ما يعرف ب تنظيم الدولة / المسمى": [
        "ما يسمى تنظيم الدولة", "ما يعرف بتنظيم الدولة", "المسمى",
    ],
    "جبهة النصرة فرع تنظيم القاعدة (في سوريا)": ["جبهة النصرة فرع تنظيم القاعدة في سوريا"],
    "الخلافة / دولة الخلافة (المزعومة)": [
        "الخلافة", "الخلافة المزعومة", "دولة الخلافة المزعومة",
    ],
    "إسلامي / إسلاميون (as militants)": ["إسلامي", "إسلاميون"],
    "الدولة الإسلامية (no تنظيم)": ["الدولة الإسلامية"],
    "الإرهاب (abstract)": ["الإرهاب"],
    "التنظيم (anaphor)": ["التنظيم"],
    "راديكالي(ة)": ["راديكالي", "راديكالية"],
    "مخربون / تخريبي(ة)": ["مخربون", "تخريبي", "تخريبية"],
    "حزب الله / حزب الله الإرهابي / حزب اللات": ["حزب الله", "حزب الله الإرهابي", "حزب اللات"],
}  # fmt: skip
FAMILY = {
    "T-ACT": "terror", "T-EVT": "terror", "T-CT": "terror", "EXT": "radical", "JIH": "jihadist",
    "MIL": "armed", "OPP": "opposition", "LEG": "legitimising", "DEL": "delegitimising",
    "ORG-N": "organisation", "ORG-D": "organisation", "ORG-Q": "organisation",
}  # fmt: skip
# Where the codebook or the design names the word itself, it wins over the family.
BY_WORD = {
    "تكفيري": "takfiri", "تكفيريون": "takfiri", "ميليشيا": "armed", "ميليشيات": "armed",
    "مجاهد": "jihadist", "مجاهدون": "jihadist", "المجاهدين": "jihadist", "متمرد": "rebel",
    "متمردون": "rebel", "انتحاري": "method", "عملية انتحارية": "method", "التنظيم": "anaphor",
    "عناصر التنظيم": "anaphor", "حزب اللات": "delegitimising", "الانقلابيون": "delegitimising",
    "أنصار الله": "organisation", "ميليشيا الحوثي": "organisation", "ضد داعش": "organisation",
}  # fmt: skip


def table_rows() -> list[tuple[str, str, str]]:
    """Every alternative of the table with its row and the families of the row."""
    if not TABLE.is_file():
        return []
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = [(row["lemma/pattern"], row["family"]) for row in DictReader(file, delimiter="\t")]
    return [
        (pattern, alternative.strip(), family)
        for pattern, family in rows
        for alternative in IN_FULL.get(pattern, pattern.split(" / "))
    ]


@pytest.mark.skipif(not TABLE.is_file(), reason="the source tables do not ship; set FRAMING_SHARED")
def test_the_table_has_alternatives() -> None:
    assert len(table_rows()) > 150


@pytest.mark.parametrize(("alternative", "family"), [row[1:] for row in table_rows()])
def test_every_row_of_the_source_table_is_covered(alternative: str, family: str) -> None:
    found = {category for category, _ in labels(alternative)}
    if alternative in LEFT_TO_OTHERS:
        assert found == set()
    elif alternative in BY_WORD:
        assert BY_WORD[alternative] in found
    else:
        assert found & {FAMILY[part.strip()] for part in family.split("/")}


@pytest.mark.parametrize("entry", MILITANCY.entries, ids=lambda entry: entry.id)
def test_every_entry_can_be_found(entry: Entry) -> None:
    """No entry is dead: its own words, in its own context, are read as it and not as another."""
    word = (entry.forms or entry.plurals or (entry.lemma,))[0]
    word = f"ال{word}" if entry.definite else word
    sentence = " ".join((*entry.after[:1], word, *entry.before[:1]))
    assert entry.id in {hit.entry.id for hit in hits(sentence)}
