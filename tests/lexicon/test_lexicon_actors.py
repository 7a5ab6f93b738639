"""The actors lexicon knows who speaks, of which side, and what only looks like an actor."""

import re
from collections import defaultdict
from typing import Any

import pytest

from framing.counting.features import LEXICONS
from framing.lexicon.entries import load_lexicon
from framing.lexicon.matching import find
from framing.text.tokens import read_words

ACTORS = load_lexicon("actors")
SIDES = [
    "us", "russia", "syria-government", "syria-opposition", "syria", "turkey", "iran", "saudi",
    "yemen-government", "houthi", "iraq", "israel", "palestine", "un", "france", "arab",
    "western-other", "media", "armed-group", "other",
]  # fmt: skip
Found = list[tuple[str, str]]


def found(sentence: str) -> Found:
    """Side (or office) and form of every hit, in the order of the sentence."""
    words = read_words(sentence)
    return [
        (hit.entry.category, words.cover(hit.first, hit.last).form(sentence))
        for hit in find(words, ACTORS)
    ]


def entities(sentence: str) -> list[str]:
    """The entities of the hits, in the order of the sentence."""
    return [hit.entry.entity for hit in find(read_words(sentence), ACTORS)]


def case(name: str, sentence: str, *expected: str) -> Any:
    """A sentence and what is found in it, each as 'category form'."""
    return pytest.param(sentence, [tuple(e.split(" ", 1)) for e in expected], id=name)


# For every side at least three actors; then offices, and what must not be taken for an actor.
SENTENCES = [
    case("a secretary by name", "قال جون كيري للصحافيين", "us جون كيري", "office للصحافيين"),
    case("the White House", "نفى البيت الأبيض ذلك", "us البيت الأبيض"),
    case("a ministry in three words", "أعلنت وزارة الخارجية الأمريكية",
         "us وزارة الخارجية الأمريكية"),
    case("a capital", "واتهمت واشنطن", "us واشنطن"),
    case("a white house", "اشترى بيتا أبيض"),
    case("George Washington", "على خطى جورج واشنطن", "office جورج"),
    case("Latin America", "دول أميركا اللاتينية", "office دول"),
    case("the Kremlin", "أكد الكرملين", "russia الكرملين"),
    case("a spokesman by surname", "وأضاف بيسكوف أن الأمر منته", "russia بيسكوف"),
    case("a capital with a conjunction", "وموسكو ترفض", "russia وموسكو"),
    case("the ministry in short", "ذكرت الخارجية الروسية", "russia الخارجية الروسية"),
    case("Damascus", "رفضت دمشق المقترح", "syria-government دمشق"),
    case("the country round Damascus", "قال سكان دمشق", "office سكان", "syria دمشق"),
    case("a regime", "قصف النظام السوري", "syria-government النظام السوري"),
    case("a minister of the government", "وقال وزير الخارجية السوري",
         "office وزير الخارجية", "syria-government السوري"),
    case("Assad", "اعتبر الأسد أن بلاده", "syria-government الأسد"),
    case("the lion's share", "نالت نصيب الأسد"),
    case("a lion", "هرب أسد من الحديقة"),
    case("a teacher", "شرح المعلم الدرس"),
    case("Muallem", "وقال المعلم إن بلاده جاهزة", "syria-government المعلم"),
    case("the coalition", "أصدر الائتلاف الوطني السوري", "syria-opposition الائتلاف الوطني السوري"),
    case("the Free Army", "تقدم الجيش السوري الحر", "syria-opposition الجيش السوري الحر"),
    case("the negotiators", "رفضت الهيئة العليا للمفاوضات",
         "syria-opposition الهيئة العليا للمفاوضات"),
    case("an opponent", "قال معارض سوري", "office معارض", "syria-opposition سوري"),
    case("the Observatory", "أفاد المرصد السوري لحقوق الإنسان",
         "syria المرصد السوري لحقوق الإنسان"),
    case("a Syrian", "روى شاب سوري", "office شاب", "syria سوري"),
    case("a town", "قصف في حلب", "syria حلب"),
    case("an astronomical observatory", "زار الطلاب المرصد الفلكي", "office الطلاب"),
    case("Ankara", "حذرت أنقرة", "turkey أنقرة"),
    case("two spellings of Erdoğan", "إردوغان أو اردوغان", "turkey إردوغان", "turkey اردوغان"),
    case("the Turkish army", "أعلن الجيش التركي", "turkey الجيش التركي"),
    case("a prince called Turki", "قال الأمير تركي الفيصل", "office الأمير", "saudi تركي الفيصل"),
    case("Tehran", "قالت طهران", "iran طهران"),
    case("Zarif in full", "صرح محمد جواد ظريف", "iran محمد جواد ظريف"),
    case("Zarif alone", "وأكد ظريف أن بلاده", "iran ظريف"),
    case("a witty man", "رجل ظريف المعشر", "office رجل"),
    case("Rouhani", "قال روحاني", "iran روحاني"),
    case("a spiritual leader", "زعيم روحاني للطائفة", "office زعيم"),
    case("Riyadh", "رحبت الرياض بذلك", "saudi الرياض"),
    case("a Saudi minister", "وقال عادل الجبير", "saudi عادل الجبير"),
    case("the king", "أمر خادم الحرمين الشريفين", "saudi خادم الحرمين الشريفين"),
    case("the newspaper of that name", "ذكرت صحيفة الرياض", "office صحيفة", "media الرياض"),
    case("Hadi", "قال الرئيس عبد ربه منصور هادي", "office الرئيس",
         "yemen-government عبد ربه منصور هادي"),
    case("Hadi with a title", "التقى الرئيس هادي الوفد", "office الرئيس", "yemen-government هادي",
         "office الوفد"),
    case("a quiet sea", "البحر هادي اليوم"),
    case("the Yemeni government", "الحكومة اليمنية", "yemen-government الحكومة اليمنية"),
    case("Houthis", "تقدم الحوثيون", "houthi الحوثيون"),
    case("their leader", "خطاب عبدالملك الحوثي", "office خطاب", "houthi عبدالملك الحوثي"),
    case("Ansar Allah", "أعلنت أنصار الله", "houthi أنصار الله"),
    case("Baghdad", "طالبت بغداد", "iraq بغداد"),
    case("Iraq's prime minister", "قال حيدر العبادي", "iraq حيدر العبادي"),
    case("the Popular Mobilisation", "قوات الحشد الشعبي", "pmf قوات الحشد الشعبي"),
    case("Muqtada", "دعا الصدر أنصاره", "iraq الصدر"),
    case("a chest", "ألم في الصدر"),
    case("Tel Aviv", "رفضت تل أبيب", "israel تل أبيب"),
    case("three spellings of Netanyahu", "نتنياهو ونتانياهو ونيتانياهو",
         "israel نتنياهو", "israel ونتانياهو", "israel ونيتانياهو"),
    case("the occupation's army", "قال جيش الاحتلال", "israel جيش الاحتلال"),
    case("the Authority", "دعت السلطة الفلسطينية", "palestine السلطة الفلسطينية"),
    case("Abbas", "جدد الرئيس محمود عباس", "office الرئيس", "palestine محمود عباس"),
    case("Fatah", "أكدت حركة فتح", "office حركة", "palestine فتح"),
    case("an opening", "أمر بفتح الطريق"),
    case("the United Nations", "حذرت الأمم المتحدة", "un الأمم المتحدة"),
    case("an envoy", "قال ستيفان دي ميستورا", "un ستيفان دي ميستورا"),
    case("the envoy by his office", "أعلن المبعوث الأممي", "un المبعوث الأممي"),
    case("the Council", "يصوت مجلس الأمن الدولي", "un مجلس الأمن الدولي"),
    case("a national security council", "عقد مجلس الأمن القومي", "office مجلس"),
    case("Paris", "دانت باريس الهجوم", "france باريس"),
    case("Macron", "قال إيمانويل ماكرون", "france إيمانويل ماكرون"),
    case("a French source", "مصدر دبلوماسي فرنسي", "office مصدر", "office دبلوماسي",
         "france فرنسي"),
    case("Cairo", "رحبت القاهرة", "egypt القاهرة"),
    case("force majeure", "أعلنت الشركة حالة القوة القاهرة", "office الشركة"),
    case("Sisi, written together", "أكد عبدالفتاح السيسي", "egypt عبدالفتاح السيسي"),
    case("the Arab League", "أدانت جامعة الدول العربية", "arab جامعة الدول العربية"),
    case("a birthplace", "عاد إلى مسقط رأسه"),
    case("one who insists", "وهو مصر على موقفه"),
    case("Berri", "دعا الرئيس بري إلى جلسة", "office الرئيس", "lebanon بري"),
    case("wild", "حيوان بري نادر"),
    case("Mubarak the president", "حكم الرئيس مبارك مصر",
         "office الرئيس", "egypt مبارك", "egypt مصر"),
    case("a blessed feast", "عيد مبارك"),
    case("the diameter", "يبلغ قطر الأنبوب مترا"),
    case("Berlin", "أعلنت برلين", "germany برلين"),
    case("Merkel with a j", "انجيلا ميركل", "germany انجيلا ميركل"),
    case("NATO", "قرر حلف شمال الأطلسي", "nato حلف شمال الأطلسي"),
    case("a Western diplomat", "قال دبلوماسي غربي", "office دبلوماسي", "western-other غربي"),
    case("west of the town", "تقع غربي المدينة"),
    case("Hollande", "استقبل هولاند الوفد", "france هولاند", "office الوفد"),
    case("Fabius", "وقال لوران فابيوس", "france لوران فابيوس"),
    case("Bahah", "وأكد بحاح أن", "yemen-government بحاح"),
    case("the Houthis' council", "المجلس السياسي الأعلى", "houthi المجلس السياسي الأعلى"),
    case("a Houthi spokesman", "قال محمد عبد السلام", "houthi محمد عبد السلام"),
    case("a minister of oil", "قال وزير النفط العراقي", "office وزير النفط", "iraq العراقي"),
    case("a newspaper", "ذكرت صحيفة «واشنطن بوست»", "office صحيفة", "media واشنطن بوست"),
    case("an agency", "نقلت وكالة رويترز", "office وكالة", "media رويترز"),
    case("Al Jazeera", "قالت قناة الجزيرة", "office قناة", "media الجزيرة"),
    case("an island", "وصلوا إلى الجزيرة"),
    case("Al-Hayat", "كتبت صحيفة «الحياة»", "office صحيفة", "media الحياة"),
    case("life", "الحياة صعبة هناك"),
    case("Asharq al-Awsat", "نشرت جريدة الشرق الأوسط", "office جريدة", "media الشرق الأوسط"),
    case("the Middle East", "عملية السلام في الشرق الأوسط"),
    case("Daesh", "تبنى داعش الهجوم", "daesh داعش"),
    case("Hezbollah", "أعلن حزب الله", "hezbollah حزب الله"),
    case("Hamas", "اتهمت حماس إسرائيل", "hamas حماس", "israel إسرائيل"),
    case("zeal", "يعمل بحماس كبير"),
    case("al-Qaeda", "زعيم تنظيم القاعدة", "office زعيم", "office تنظيم", "qaeda القاعدة"),
    case("a base", "قصف الطيران القاعدة الجوية"),
    case("two students", "طالبان سعوديان في بعثة", "saudi سعوديان", "office بعثة"),
    case("Beijing", "دعت بكين", "china بكين"),
    case("Human Rights Watch", "وثقت هيومن رايتس ووتش", "other هيومن رايتس ووتش"),
    case("the Red Cross", "قالت اللجنة الدولية للصليب الأحمر",
         "other اللجنة الدولية للصليب الأحمر"),
    case("like a reaction", "جاء كرد فعل"),
    case("an unnamed official", "قال مسؤول رفيع", "office مسؤول"),
    case("an irresponsible act", "تصرف غير مسؤول"),
    case("a deputy minister", "أعلنت نائبة وزير الدفاع", "office نائبة وزير الدفاع"),
    case("for his part", "ومن جهته قال"),
    case("watching, no observer", "تجري مراقبة الحدود"),
    case("a town", "قالت شرطة الموصل", "office شرطة", "iraq الموصل"),
    case("a town of a common name", "سكان محافظة حجة", "office سكان", "office محافظة",
         "yemen-government حجة"),
    case("an argument", "قدم حجة قوية"),
    case("news", "نشر الخبر أمس"),
    case("the coalition in Yemen", "أعلن التحالف العربي", "saudi التحالف العربي"),
    case("a given name", "قال محمد", "office محمد"),
    case("a far country", "أعلنت فيتنام", "other فيتنام"),
    case("Mali", "أعلنت حكومة مالي", "office حكومة", "mali مالي"),
    case("a financial report", "نشر تقرير مالي", "office تقرير"),
    case("a nationality", "رد مسؤول أوزبكي", "office مسؤول", "other أوزبكي"),
]  # fmt: skip


def test_sides_are_grouped_by_those_of_the_codebook_and_one_is_no_side() -> None:
    groups = [one.name for one in ACTORS.categories.values() if not one.group]
    assert groups == [*SIDES, "office"]
    assert {ACTORS.group_of(side) for side in ACTORS.categories} == {*SIDES, "office"}
    assert ACTORS.group_of("lebanon") == "arab"
    assert ACTORS.group_of("unknown") == "unknown"


def test_it_measures_nothing_by_itself() -> None:
    assert "actors" not in LEXICONS


def test_every_side_is_found_by_at_least_three_actors() -> None:
    seen = defaultdict(set)
    for parameters in SENTENCES:
        for hit in find(read_words(parameters.values[0]), ACTORS):
            seen[ACTORS.group_of(hit.entry.category)].add(hit.entry.entity)
    assert {side: len(seen[side]) for side in SIDES if len(seen[side]) < 3} == {}


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_an_actor_is_found_and_its_homograph_is_not(sentence: str, expected: Found) -> None:
    assert found(sentence) == expected


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_a_sentence_without_hamzas_gives_the_same_hits(sentence: str, expected: Found) -> None:
    bare = str.maketrans("أإآ", "ااا")
    assert found(sentence.translate(bare)) == [(c, f.translate(bare)) for c, f in expected]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_vowels_and_tatweel_change_no_hit(sentence: str, expected: Found) -> None:
    def adorn(text: str) -> str:
        return re.sub(r"([بتثجحخسشصضطظعغفقكلمنهي])(?=[\u0621-\u064a])", "\\1\u064e\u0640", text)

    assert found(adorn(sentence)) == [(c, adorn(f)) for c, f in expected]


@pytest.mark.parametrize(
    ("names", "entity"),
    [
        ("جون كيري؛ كيري", "john-kerry"),
        ("دميتري بيسكوف؛ ديمتري بيسكوف؛ بيسكوف", "dmitry-peskov"),
        ("سيرغي لافروف؛ سيرجي لافروف؛ سيرغيه لافروف؛ لافروف", "sergei-lavrov"),
        ("دونالد ترامب؛ ترمب؛ ترامب", "donald-trump"),
        ("حسن نصر الله؛ نصرالله", "hassan-nasrallah"),
        ("عبد ربه منصور هادي؛ عبدربه منصور هادي؛ منصور هادي", "abdrabbuh-mansur-hadi"),
        ("أنطونيو غوتيريش؛ غوتيريس؛ جوتيريش", "antonio-guterres"),
        ("روسيا؛ موسكو؛ روسي؛ الروس", "russia"),
        ("أميركا؛ أمريكا؛ امريكي؛ الاميركيون؛ واشنطن", "us"),
        ("الحلف الأطلسي؛ الناتو؛ حلف شمال الأطلسي", "nato"),
        ("الكونغرس؛ الكونجرس", "us-congress"),
    ],
)
def test_all_names_of_an_actor_lead_to_one_entity(names: str, entity: str) -> None:
    assert entities(names) == [entity] * len(names.split("؛"))


def test_an_entity_has_one_side() -> None:
    sides = defaultdict(set)
    for entry in ACTORS.entries:
        sides[entry.entity].add(entry.category)
    assert {entity: found for entity, found in sides.items() if len(found) > 1} == {}


def test_every_actor_says_what_it_is_and_every_head_what_source_it_makes() -> None:
    assert [entry.id for entry in ACTORS.entries if not entry.actor] == []
    heads = [entry for entry in ACTORS.entries if entry.category == "office"]
    assert [entry.id for entry in heads if not entry.source_type] == []
    assert {entry.source_type for entry in heads} == {
        "official", "institution", "anonymous", "media", "document", "expert",
    }  # fmt: skip
    for entry in ACTORS.entries:
        if entry.actor == "person":
            assert entry.source_type in ("official", "expert"), entry.id
        if entry.category == "media":
            assert (entry.actor, entry.source_type) == ("medium", "media"), entry.id


@pytest.mark.parametrize(
    ("head", "source_type"),
    [
        ("وزير", "official"), ("المتحدث باسم", "official"), ("ولي العهد", "official"),
        ("خبير", "expert"), ("محللون", "expert"), ("أستاذ", "expert"),
        ("مصادر", "anonymous"), ("شهود عيان", "anonymous"), ("نشطاء", "anonymous"),
        ("وزارة", "institution"), ("بيان", "institution"), ("لجنة", "institution"),
        ("وثيقة", "document"), ("تقرير", "document"), ("مذكرة", "document"),
        ("صحف", "media"), ("قناة", "media"), ("تقارير", "media"),
    ],
)  # fmt: skip
def test_a_head_says_what_kind_of_source_it_makes(head: str, source_type: str) -> None:
    (hit,) = find(read_words(head), ACTORS)
    assert (hit.entry.category, hit.entry.source_type) == ("office", source_type)


def test_every_lemma_that_needs_no_neighbour_is_found_as_its_own_entity() -> None:
    for entry in ACTORS.entries:
        if not (entry.after or entry.before):
            lemma = f"ال{entry.lemma}" if entry.definite else entry.lemma
            assert found(lemma) == [(entry.category, lemma)], entry.id
            assert entities(lemma) == [entry.entity], entry.id
