"""Whoever speaks keeps entity, side and type along the article; whom no rule knows is unknown."""

import pytest
from rules import cases, fails

from framing.attribution.attributions import find_attributions
from framing.text.tokens import read_words


def speakers(text):
    """Who speaks at each cue, in order."""
    return [one.speaker for one in find_attributions(read_words(text))]


def entities(text):
    return [one.entity for one in speakers(text)]


KINDS = {
    "named": [
        ("قال وزير الخارجية المصري سامح شكري إن اللقاء مفيد.", "egypt", "official"),
        ("أعلن البيت الأبيض أن الحفل تأجل.", "us", "institution"),
        ("أعلنت كندا أن المعبر سيفتح.", "canada", "institution"),
        ("دعت النرويج والسعودية إلى حماية البحار.", "western-other", "institution"),
        ("قال سمير العلي إن الباب مغلق.", "unknown", "official"),
        ("قال غفران إن الباب مغلق.", "unknown", "unknown"),
    ],
    "described": [
        ("أعلن وزير النقل الياباني أن القطار جاهز.", "japan", "official"),
        ("أعلنت وزارة الصحة السعودية أن اللقاح متوفر.", "saudi", "institution"),
        ("أعلن مدير المتحف أن القاعة مغلقة.", "unknown", "official"),
    ],
    "anonymous": [
        ("قال مسؤول تركي إن الجسر سيفتح.", "turkey", "anonymous"),
        ("قال مسؤول في وزارة النقل الفرنسية إن النفق جاهز.", "france", "anonymous"),
        ("أفادت مصادر دبلوماسية عراقية بأن القمة تأجلت.", "iraq", "anonymous"),
        ("قال شهود إن القطار توقف.", "unknown", "anonymous"),
        ("قال أحد الشهود ويدعى سيف الدوري إن القطار توقف.", "unknown", "official"),
        ("قال الناشط أحمد الدوري إن القطار توقف.", "unknown", "official"),
        ("قال سكان قرية خالد إن القطار توقف.", "unknown", "anonymous"),
    ],
    "media": [
        ("ذكرت صحيفة «الضفاف» التونسية أن المهرجان تأجل.", "media", "media"),
        ("ونقلت وكالة رويترز عن صياد أن البحر هادئ.", "media", "media"),
        ("ذكر التلفزيون الإيراني أن الثلج تساقط.", "media", "media"),
        ("أفادت تقارير بأن الثلج تساقط.", "media", "media"),
        ("أفادت تقارير إخبارية تركية بأن الثلج تساقط.", "media", "media"),
    ],
    "expert": [
        ("قال الخبير الاقتصادي الألماني إن الأسعار ستنخفض.", "germany", "expert"),
        ("قال المحلل المصري نادر الشامي إن السوق هادئة.", "egypt", "expert"),
        ("يرى العديد من الخبراء أن السوق هادئة.", "unknown", "expert"),
    ],
    "document": [
        ("أفاد تقرير للأمم المتحدة بأن الماء شحيح.", "un", "document"),
        ("ذكرت دراسة بريطانية أن النوم يقل في الشتاء.", "uk", "document"),
    ],
}
THEY = "a plural verb inside a quotation goes on with the one who is quoted"
SAME = {
    "by surname": [
        ("قال وزير الخارجية المصري سامح شكري إن اللقاء مفيد. وقال شكري إن الزيارة قصيرة.",),
        ("قال مدير المتحف نبيل الدوري إن القاعة مغلقة. وأوضح الدوري أن الترميم بدأ.",),
        ("قال الباحث الألماني نبيل الدوري إن النهر جف. وأوضح نبيل الدوري أن المطر قليل.",),
    ],
    "taken up": [
        ("قال مسؤول تركي إن الجسر سيفتح. وقال المسؤول إن العمل انتهى.",),
        ("أفادت مصادر عراقية بأن القمة تأجلت. وذكرت المصادر أن الوفد غادر.",),
        ("ذكرت وكالة رويترز أن المهرجان تأجل. وقالت الوكالة إن القاعة صغيرة.",),
        ("ذكرت صحيفة «نور» أن المهرجان تأجل. وقالت الصحيفة إن القاعة صغيرة.",),
        ("قالت مسؤولة تركية إن الجسر سيفتح. وقالت المسؤولة التركية إن العمل انتهى.",),
        ("قالت وزيرة النقل اليابانية إن القطار جاهز. وقالت الوزيرة اليابانية إنه سريع.",),
        ("أفادت مصادر عراقية بأن القمة تأجلت. وذكرت المصادر نفسها أن الوفد غادر.",),
        ("قال المحلل المصري نادر الشامي إن السوق هادئة. وقال المحلل إن الذهب ارتفع.",),
        ("قال وزير النقل الياباني إن القطار جاهز. وقال الوزير إن السرعة عالية.",),
        ("ذكر بيان للحكومة اليابانية أن القطار جاهز. وأكد البيان أن السرعة عالية.",),
        ("قال مسؤول تركي إن الجسر سيفتح. وقالت سفيرة كندا إنها عبرته. وقال المسؤول إنه سعيد.",),
    ],
    "spokesman taken up": [
        ("قال المتحدث باسم الحكومة الهندية إنه عاد. وقال المتحدث إن العمل بدأ.",),
        ("قال ناطق باسم الجيش الهندي إن الجسر آمن. وقال الناطق إن العمل بدأ.",),
        ("قال المتحدث الهندي إن الجسر آمن. وقال المتحدث إن العمل بدأ.",),
    ],
    "resumed": [
        ("قال وزير النقل الياباني إن القطار جاهز. وأضاف أن السرعة عالية.",),
        ("قال وزير النقل الياباني إن القطار جاهز، مؤكدا أن السرعة عالية.",),
        ("قال وزير النقل الياباني إن كندا طالبت بتأجيل القمة. وأضاف أن القطار جاهز.",),
        ("أعلنت كندا أن المعبر سيفتح، مشيرة إلى أن الطريق آمن.",),
    ],
}
OTHERS = {
    "another name": [
        ("قال مدير المتحف نبيل الدوري إن القاعة مغلقة. وأوضح سالم الهاشمي أن الترميم بدأ.",),
        ("قال وزير الخارجية المصري سامح شكري إن اللقاء مفيد. وقال سالم الهاشمي إنه طويل.",),
    ],
    "another office": [
        ("قال مسؤول تركي إن الجسر سيفتح. وقال الوزير إن العمل انتهى.",),
        ("قال وزير النقل الياباني إن القطار جاهز. وقال وزير النقل الهندي إن السرعة عالية.",),
        ("قال مسؤول تركي إن الجسر سيفتح. وقال مسؤول آخر إن العمل انتهى.",),
        ("ذكرت صحيفة «الضفاف» أن المهرجان تأجل. وذكرت صحيفة «نور» أنه بدأ.",),
        ("قال مسؤول تركي إن الجسر سيفتح. وقال مسؤول هندي إن العمل انتهى.",),
        ("قال مسؤول تركي إن الجسر سيفتح. وقال مسؤول إن العمل انتهى.",),
        ("قال مدير المتحف نبيل الدوري إن القاعة مغلقة. وقال مدير القاعة سامي فهيم إنها ستفتح.",),
    ],
    "spokesman of the institution": [
        ("أعلنت الشرطة الهندية أن الطريق مغلق. وقال متحدث باسم الشرطة إنه سيفتح.",),
    ],
    "those of whom a quotation speaks": [
        ("قال المدير: «لقد زعم الحراس أن الباب مغلق». ثم غادر.",),
        fails(THEY, "قال المدير: «هم زعموا أن الباب مغلق». ثم غادر."),
    ],
}


@pytest.mark.parametrize(("text", "side", "source_type"), cases(KINDS))
def test_a_source_has_a_side_and_a_type(text, side, source_type):
    assert [(one.side, one.source_type) for one in speakers(text)] == [(side, source_type)]


@pytest.mark.parametrize("text", cases(SAME))
def test_the_last_words_are_those_of_the_first_speaker(text):
    first, *_, last = speakers(text)
    assert (last.entity, last.side, last.source_type) == (
        first.entity,
        first.side,
        first.source_type,
    )


@pytest.mark.parametrize("text", cases(OTHERS))
def test_the_last_words_are_somebody_elses(text):
    first, last = entities(text)
    assert first != last


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("قال وزير النقل الياباني إن القطار جاهز. وقال الجيش إن الجسر آمن.", ["japan", "japan"]),
        ("قال وزير النقل الياباني إن القطار جاهز. وأفاد البيان بأنه سريع.", ["japan", "japan"]),
        ("قال وزير النقل الياباني إن القطار جاهز. وقال صياد إنه سريع.", ["japan", "unknown"]),
    ],
)
def test_a_definite_institution_is_of_the_side_that_spoke_last(text, sides):
    assert [one.side for one in speakers(text)] == sides


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("التقى لافروف كيري، قبل أن يكرر الأول الدعوة إلى التعاون.", "russia"),
        ("التقى لافروف كيري، وقال الأخير إن اللقاء مفيد.", "us"),
        ("التقى كيري الصيادين، وقال الأول إن اللقاء مفيد.", "unknown"),
        ("قال الطبيب الأول إن الماء بارد.", "unknown"),
    ],
)
def test_the_former_and_the_latter_are_the_persons_named_before(text, side):
    assert speakers(text)[-1].side == side


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("زار وزير النقل الهندي بدر سليم النفق. وذكر سليم أن العمل بدأ.", "india"),
        ("زار الهندي بدر سليم النفق. وذكر قاسم أن العمل بدأ.", "unknown"),
    ],
)
def test_a_surname_is_known_from_the_office_it_stood_behind(text, side):
    assert speakers(text)[-1].side == side


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("قال متحدث باسم الشرطة الهندية إن الطريق مغلق. ورأت كندا أن الحل قريب. "
         "وأعلنت الشرطة أن الطريق فتح.", "india"),
        ("قال خبير هندي إن الطريق مغلق. ورأت كندا أن الحل قريب. وقال خبير إن الطريق فتح.",
         "unknown"),
    ],
)  # fmt: skip
def test_a_body_is_of_the_side_of_its_spokesman(text, side):
    assert speakers(text)[-1].side == side


def test_two_speakers_alternate():
    text = (
        "قال وزير النقل الياباني إن القطار جاهز. وقالت المديرة الهندية هدى الكعبي إن الجسر قديم. "
        "وأضافت أن النفق مغلق. ورد الوزير بأن العمل بدأ، مؤكدا أن الجسر آمن. "
        "وقالت الكعبي إنها ستعود."
    )
    minister, director = entities(text)[:2]
    assert minister != director
    assert entities(text)[2:] == [director, minister, minister, director]


def test_nobody_is_guessed_where_nobody_was_named():
    assert [(one.entity, one.side, one.source_type) for one in speakers("قال إن الباب مغلق.")] == [
        ("unknown", "unknown", "unknown")
    ]
