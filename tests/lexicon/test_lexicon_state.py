"""The state lexicon tells regime, government, state, authorities and president apart."""

import re

import pytest

from framing.lexicon.entries import load_lexicon
from framing.lexicon.matching import find
from framing.text.tokens import read_words

STATE = load_lexicon("state")
Names = list[tuple[str, str, str]]
COUNTRIES = {
    "syria", "iraq", "iran", "turkey", "russia", "us", "egypt", "yemen", "libya", "saudi",
    "israel", "palestine", "jordan", "lebanon", "tunisia", "algeria", "qatar", "uae", "bahrain",
    "kuwait", "sudan", "morocco", "france", "uk", "germany",
}  # fmt: skip
MONARCHIES = {"saudi", "jordan", "qatar", "bahrain", "kuwait", "oman", "morocco", "uk"}


def names(sentence: str) -> Names:
    """Category, state and form of every hit, in the order of the sentence."""
    words = read_words(sentence)
    return [
        (hit.entry.category, hit.entry.name, words.cover(hit.first, hit.last).form(sentence))
        for hit in find(words, STATE)
    ]


def case(name: str, sentence: str, *expected: str) -> object:
    """A sentence and what is found in it, each as 'category state form'."""
    return pytest.param(sentence, [tuple(e.split(" ", 2)) for e in expected], id=name)


# Each pair: the name of a state's rulers, then what must not be taken for it.
SENTENCES = [
    case("the Syrian regime", "قصف النظام السوري المدينة", "regime syria النظام السوري"),
    case("a system", "النظام الغذائي المتوازن مفيد"),
    case("the order without a state", "سقط النظام في البلاد"),
    case("Assad's regime", "قوات نظام الأسد", "regime syria نظام الأسد"),
    case("a system of government", "نظام الحكم برلماني"),
    case("Bashar al-Assad's regime", "ونظام بشار الأسد باق", "regime syria ونظام بشار الأسد"),
    case(
        "the regime of the president is one name",
        "حلفاء نظام الرئيس السوري بشار الأسد",
        "regime syria نظام الرئيس السوري بشار الأسد",
    ),
    case("the regime in Damascus", "حلفاء النظام في دمشق", "regime syria النظام في دمشق"),
    case("disorder in Damascus", "سادت الفوضى في دمشق"),
    case("the Syrian government", "وفد الحكومة السورية", "government syria الحكومة السورية"),
    case("the opposition's interim government", "رئيس الحكومة السورية المؤقتة"),
    case("a government to be formed", "مشاورات لتشكيل حكومة جديدة"),
    case("the Syrian state", "تفكك الدولة السورية", "state syria الدولة السورية"),
    case("the Islamic State is no state", "تنظيم الدولة الإسلامية"),
    case(
        "the republic's full name",
        "الجمهورية العربية السورية",
        "state syria الجمهورية العربية السورية",
    ),
    case("the United Arab Republic", "الجمهورية العربية المتحدة"),
    case("the Syrian authorities", "أعلنت السلطات السورية", "authorities syria السلطات السورية"),
    case("powers", "الفصل بين السلطات الثلاث"),
    case("the Syrian president", "التقى الرئيس السوري", "presidency syria الرئيس السوري"),
    case("a company's president", "الرئيس التنفيذي للشركة"),
    case("a vice-president", "قال نائب الرئيس السوري"),
    case("the prime minister", "قال رئيس الوزراء السوري"),
    case(
        "president and name are one",
        "حليفها الرئيس بشار الأسد",
        "presidency syria الرئيس بشار الأسد",
    ),
    case("Bashar a first name", "سجل بشار هدفا"),
    case("Assad alone", "قال الأسد إنه باق", "presidency syria الأسد"),
    case("the lion's share", "نالت الشركة نصيب الأسد"),
    case("an air base", "قصفت قاعدة عين الأسد"),
    case("another Assad", "في عهد حافظ الأسد"),
    case("a lion", "هرب أسد من الحديقة"),
    case("the Syrian presidency", "بيان الرئاسة السورية", "presidency syria الرئاسة السورية"),
    case("the presidency of a session", "تولى الرئاسة الدورية"),
    case("the Iranian regime", "ندد بالنظام الإيراني", "regime iran بالنظام الإيراني"),
    case("the mullahs", "معارضو نظام الملالي", "regime iran نظام الملالي"),
    case("the Islamic Republic", "مرشد الجمهورية الإسلامية", "state iran الجمهورية الإسلامية"),
    case("an American missile system", "نشر نظام أميركي مضاد للصواريخ"),
    case("the Saudi regime", "انتقد النظام السعودي", "regime saudi النظام السعودي"),
    case("Saudi statute", "عوقب وفق النظام السعودي"),
    case("the Saudi state", "مؤسسات الدولة السعودية", "state saudi الدولة السعودية"),
    case("the first Saudi state", "عاصمة الدولة السعودية الأولى"),
    case("the American administration", "الإدارة الأميركية", "government us الإدارة الأميركية"),
    case("business administration", "كلية الإدارة والاقتصاد"),
    case("Obama's administration", "سياسة إدارة أوباما", "government us إدارة أوباما"),
    case(
        "house spellings of American",
        "الرئيس الأميركي والرئيس الأمريكي والرئيس الامريكي",
        "presidency us الرئيس الأميركي",
        "presidency us والرئيس الأمريكي",
        "presidency us والرئيس الامريكي",
    ),
    case("a trip to Egypt is no president of it", "زيارة الرئيس لمصر"),
    case("the president of Egypt", "استقبل رئيس مصر الوفد", "presidency egypt رئيس مصر"),
    case("Baghdad's government", "مع حكومة بغداد", "government iraq حكومة بغداد"),
    case("two presidents", "لقاء الرئيسين الروسي والتركي", "presidency russia الرئيسين الروسي"),
    case(
        "the Palestinian Authority", "السلطة الفلسطينية", "authorities palestine السلطة الفلسطينية"
    ),
    case("a Palestinian state to come", "إقامة دولة فلسطينية مستقلة"),
    case("the State of Kuwait", "سفير دولة الكويت", "state kuwait دولة الكويت"),
    case("the city of Kuwait", "في مدينة الكويت"),
    case("the Hebrew state", "قادة الدولة العبرية", "state israel الدولة العبرية"),
    case("the Hebrew language", "اللغة العبرية"),
    case("Moscow alone", "قالت موسكو والكرملين"),
    case("a comma ends the phrase", "قال الرئيس، السوري الأصل"),
]


def test_the_lexicon_loads_with_its_categories_in_order() -> None:
    assert list(STATE.categories) == [
        "regime", "government", "state", "authorities", "presidency",
    ]  # fmt: skip


def test_every_entry_names_its_state_and_no_wanted_state_is_missing() -> None:
    found = {entry.name for entry in STATE.entries}
    assert "" not in found
    assert found >= COUNTRIES


def test_every_state_has_every_category_but_kings_are_no_presidents() -> None:
    for country in {entry.name for entry in STATE.entries}:
        categories = {entry.category for entry in STATE.entries if entry.name == country}
        kings = {"presidency"} if country in MONARCHIES else set()
        assert categories == set(STATE.categories) - kings, country


def test_every_lemma_is_found_as_its_own_entry_says() -> None:
    for entry in STATE.entries:
        assert names(entry.lemma) == [(entry.category, entry.name, entry.lemma)], entry.id


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_a_name_is_found_and_its_homograph_is_not(sentence: str, expected: Names) -> None:
    assert names(sentence) == expected


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_a_sentence_without_hamzas_gives_the_same_hits(sentence: str, expected: Names) -> None:
    bare = str.maketrans("أإآ", "ااا")
    assert names(sentence.translate(bare)) == [(c, n, f.translate(bare)) for c, n, f in expected]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_vowels_and_tatweel_change_no_hit(sentence: str, expected: Names) -> None:
    def adorn(text: str) -> str:
        return re.sub(r"([بتثجحخسشصضطظعغفقكلمنهي])(?=[\u0621-\u064a])", "\\1\u064e\u0640", text)

    assert names(adorn(sentence)) == [(c, n, adorn(f)) for c, n, f in expected]
