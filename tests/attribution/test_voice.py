"""Whose words a span is: the outlet's own, somebody's in other words, or somebody's quoted."""

import pytest
from rules import cases

from framing.attribution.attributions import contents_of, find_attributions
from framing.attribution.quotations import is_label_quoted
from framing.attribution.voice import voice_of, voice_of_cue, word_voices
from framing.text.tokens import Span, read_words


def voice(text, form):
    """The voice of a form, and which cue's speaker utters it: the first, the second."""
    words = read_words(text)
    said = find_attributions(words)
    span = Span(text.index(form), text.index(form) + len(form))
    kind, uttered_by = voice_of(words, span)
    holder = contents_of(words).innermost(span)
    assert uttered_by == (holder.speaker.entity if holder else None)
    return kind, said.index(holder) if holder else None


def label_quoted(text, form):
    words = read_words(text)
    span = Span(text.index(form), text.index(form) + len(form))
    return is_label_quoted(words, span)


FIRST, SECOND = 0, 1  # which of the text's cues gives the voice
VOICES = {
    "narrator": [
        ("انسحب المتشددون من القرية.", "المتشددون", ("narrator", None)),
        ("قال الوزير إن الطريق آمن. وانسحب المتشددون.", "المتشددون", ("narrator", None)),
        ("اتهم الوزير المتشددين بتدمير الجسر.", "المتشددين", ("narrator", None)),
        ("قال زعيم المتشددين إن القرية هادئة.", "المتشددين", ("narrator", None)),
        ("غادر الوزير، ثم قال إن الطريق آمن، وانسحب المتشددون.", "الوزير", ("narrator", None)),
    ],
    "indirect": [
        ("قال الوزير إن المتشددين انسحبوا.", "المتشددين", ("indirect", FIRST)),
        ("انسحب المتشددون، بحسب الشرطة.", "المتشددون", ("indirect", FIRST)),
        ("أكد الوزير أهمية مكافحة الإرهاب.", "الإرهاب", ("indirect", FIRST)),
        ("وصل الوزير، مؤكدا أن المتشددين انسحبوا.", "المتشددين", ("indirect", FIRST)),
        (
            "قال المدير إن العمل بدأ. وقال الحارس إن المتشددين انسحبوا.",
            "المتشددين",
            ("indirect", SECOND),
        ),
    ],
    "direct": [
        ("قال الوزير: «سنحارب الإرهاب في كل مكان».", "الإرهاب", ("direct", FIRST)),
        ("قال الوزير «سنحارب الإرهاب في كل مكان».", "الإرهاب", ("direct", FIRST)),
        ("قال الوزير إن البلاد «ستحارب الإرهاب في كل مكان».", "الإرهاب", ("direct", FIRST)),
        (
            "قال الوزير إن البلاد «ستحارب الفقر في كل مكان» والإرهاب.",
            "والإرهاب",
            ("indirect", FIRST),
        ),
        ("قال الوزير: «الجسر تضرر. الإرهاب خطر. سنبني».", "الإرهاب", ("direct", FIRST)),
        ("«سنحارب الإرهاب في كل مكان»، قال الوزير.", "الإرهاب", ("direct", FIRST)),
    ],
    "nested": [
        ("قال الوزير إن النقابة زعمت أن المتشددين انسحبوا.", "المتشددين", ("indirect", SECOND)),
        ("قال الوزير إن النقابة زعمت أن المتشددين انسحبوا.", "النقابة", ("indirect", FIRST)),
        (
            "قال الوزير: «هم زعموا أن المتشددين انسحبوا من القرية». ثم غادر.",
            "القرية",
            ("direct", SECOND),
        ),
        ("أكد الحارس أن المدير طالب بطرد المتشددين.", "المتشددين", ("indirect", SECOND)),
        (
            "ذكرت صحيفة «الضفاف» أن الوزير قال إن المتشددين انسحبوا.",
            "المتشددين",
            ("indirect", SECOND),
        ),
    ],
    "after another cue": [
        (
            "قال الوزير إن الطريق آمن، وأضاف الحارس أن المتشددين انسحبوا.",
            "المتشددين",
            ("indirect", SECOND),
        ),
        ("قال الوزير إن المتشددين انسحبوا، مضيفا أن الطريق آمن.", "المتشددين", ("indirect", FIRST)),
        (
            "قال الوزير إن المتشددين انسحبوا، فيما أكد الحارس أنهم عادوا.",
            "عادوا",
            ("indirect", SECOND),
        ),
    ],
}
QUOTED = [
    ("انسحب تنظيم «داعش» من المدينة.", "داعش", True),
    ("وصل وفد «المعارضة» أمس.", "المعارضة", True),
    ("قال “سنحارب تنظيم “داعش” في كل مكان”.", "داعش", True),
    ("انسحب تنظيم داعش من المدينة.", "داعش", False),
    ("قال الوزير «سنحارب الإرهاب في كل مكان».", "الإرهاب", False),
    ("قال الوزير «سنحارب الإرهاب في كل مكان.", "الإرهاب", False),
]


@pytest.mark.parametrize(("text", "form", "expected"), cases(VOICES))
def test_voice_and_utterer_are_those_of_the_nearest_attribution(text, form, expected):
    assert voice(text, form) == expected


@pytest.mark.parametrize(("text", "form", "expected"), QUOTED)
def test_marks_round_a_label_alone_quote_the_label(text, form, expected):
    assert label_quoted(text, form) is expected


def test_marks_round_a_label_alone_make_nobody_speak():
    assert voice("انسحب تنظيم «داعش» من المدينة.", "داعش") == ("narrator", None)
    assert voice("قال الوزير إن تنظيم «داعش» انسحب.", "داعش") == ("indirect", FIRST)


def spoken(text):
    """The words of a text in each voice."""
    words = read_words(text)
    voices = word_voices(words)
    assert len(voices) == len(words)
    return {
        voice: " ".join(words.form(place) for place, one in enumerate(voices) if one == voice)
        for voice in dict.fromkeys(voices)
    }


def test_every_word_has_a_voice():
    assert spoken("قال الوزير إن البلاد «ستحارب الفقر في كل مكان» وغدا. ثم غادر.") == {
        "narrator": "قال الوزير إن ثم غادر",
        "indirect": "البلاد وغدا",
        "direct": "ستحارب الفقر في كل مكان",
    }


def test_neither_a_cue_nor_its_source_stands_in_its_own_words():
    text = "انسحب المسلحون، بحسب زعيم المتشددين، من القرية أمس."
    assert spoken(text) == {
        "indirect": "انسحب المسلحون من القرية أمس",
        "narrator": "بحسب زعيم المتشددين",
    }
    label = text.index("المتشددين")
    assert voice_of(read_words(text), Span(label, label + len("المتشددين"))) == ("narrator", None)


def test_a_cue_in_what_another_source_says_is_in_that_voice():
    words = read_words("قال الوزير إن النقابة زعمت أن المتشددين انسحبوا.")
    first, second = find_attributions(words)
    assert (voice_of_cue(words, first), voice_of_cue(words, second)) == ("narrator", "indirect")
    assert word_voices(words)[second.cue.first] == "indirect"


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("كيري: سنعود إلى موسكو", "narrator"),
        ("داعش : «نعم» نقلا بحسب الوزير في حلب", "narrator"),
        ("قال مصدر: «داعش: سنعود إلى حلب غدا»", "direct"),
    ],
)
def test_a_colon_has_the_voice_of_its_source(text, voice):
    words = read_words(text)
    colon = next(said for said in find_attributions(words) if said.cue.mark)
    assert colon.source is not None
    assert (voice_of_cue(words, colon), word_voices(words)[colon.source[1]]) == (voice, voice)


def test_a_span_over_two_quotations_is_quoted_and_one_that_leaves_them_is_not():
    text = "قال الوزير إن «الدولة لن تقبل هدنة» «أخرى مهما كان الثمن» أبدا."
    words = read_words(text)
    across, beyond = (
        Span(text.index(first), text.index(last) + len(last))
        for first, last in (("هدنة", "أخرى"), ("الثمن", "أبدا"))
    )
    assert voice_of(words, across)[0] == "direct"
    assert voice_of(words, beyond)[0] == "indirect"
