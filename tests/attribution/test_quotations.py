"""Quotation marks are paired whatever their direction, and typed by what they are for."""

import time

import pytest

from framing.attribution.quotations import find_quotes, quoted_words
from framing.text.orthography import fold
from framing.text.quotation_marks import Quote, pair_quotes
from framing.text.tokens import Span, read_words


def paired(text):
    """Every quotation as printed, marks included; "!" before one that is not balanced."""
    return [
        ("" if quote.balanced else "!") + text[quote.start : quote.end]
        for quote in pair_quotes(text)
    ]


def kinds(text, *, cues=(), names=()):
    cued = [Span(text.index(cue), text.index(cue) + len(cue)) for cue in cues]
    folded = frozenset(fold(name) for name in names)
    found = find_quotes(read_words(text), cues=cued, names=folded)
    return [(quote.inner.form(text), quote.kind) for quote in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال «نعم» ثم غادر.", ["«نعم»"]),
        ('محادثات "جادة وصريحة"  اجراها', ['"جادة وصريحة"']),
        ("أنّ “واشنطن وموسكو اتفقتا”.", ["“واشنطن وموسكو اتفقتا”"]),
        ("العمل المشترك و«اتخاذ إجراءات» أكثر", ["«اتخاذ إجراءات»"]),
        ("تصريح لـ«الحياة» وبـ“النصر” و'نعم'", ["«الحياة»", "“النصر”"]),
        ("كان «مفيداً»، مصرِّحاً «سمح هذا»؛", ["«مفيداً»", "«سمح هذا»"]),
        ("قال ‘نعم’ وقال ‘‘لا’’ وقال ''ربما''.", ["‘نعم’", "‘‘لا’’", "''ربما''"]),
        ('("نعم")', ['"نعم"']),
        ("قال:«نعم».وأضاف:«لا».", ["«نعم»", "«لا»"]),
        ("\u200f«نعم»\u200f ثم", ["«نعم»"]),
        ('ارتفع "...لكنه توقف..." أمس', ['"...لكنه توقف..."']),
        ("صدور “غالاكسي نوت 5″، وأن", ["“غالاكسي نوت 5″"]),
        ("", []),
        ("بلا علامات", []),
    ],
)
def test_well_set_marks_pair_and_are_balanced(text, expected):
    assert paired(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ضد تنظيمي «داعش» و»جبهة النصرة» في", ["«داعش»", "!»جبهة النصرة»"]),
        ("مؤتمر صحفي ” أعلم أن هناك بعض التكهنات”.", ["!” أعلم أن هناك بعض التكهنات”"]),
        ("قال علي :»لقد سيطرنا عليها».وأضاف", ["!»لقد سيطرنا عليها»"]),
        ("اللاعب « سامي « والمدافع « ماجد «.", ["!« سامي «", "!« ماجد «"]),
        ('قال" نعم "ثم غادر', ['!" نعم "']),
        ("كتب “غرفة العمليات’’ أمس", ["“غرفة العمليات’’"]),
        ('قال «نعم" ثم غادر', ['!«نعم"']),
    ],
)
def test_a_mark_against_its_shape_spacing_or_family_pairs_but_is_not_balanced(text, expected):
    assert paired(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('قال «لن نقبل "الهدنة" أبدا».', ['«لن نقبل "الهدنة" أبدا»', '"الهدنة"']),
        ("إن “الفصل بين “المعارضة” وغيرها”.", ["“الفصل بين “المعارضة” وغيرها”", "“المعارضة”"]),
        ('"«نعم» هي الجواب"', ['"«نعم» هي الجواب"', "«نعم»"]),
        ('قال "«نعم»".', ['"«نعم»"', "«نعم»"]),
        (
            "“أن مجموعات تابعة لما يسمى “المعارضة المعتدلة “تعمل بالتنسيق مع الإرهابيين في "
            "منطقة حلب” داعية",
            [
                "“أن مجموعات تابعة لما يسمى “المعارضة المعتدلة “تعمل بالتنسيق مع الإرهابيين في "
                "منطقة حلب”",
                "!“المعارضة المعتدلة “",
            ],
        ),
        (
            'قائلا: "تنظيم "داعش"، وتنظيم آخر "بي كيه كيه ، كلها إرهابية".',
            ['"تنظيم "داعش"، وتنظيم آخر "بي كيه كيه ، كلها إرهابية"', '"داعش"', '!"'],
        ),
    ],
)
def test_pairs_nest(text, expected):
    assert paired(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"', ['!"']),
        ('شاشة قياس 5" للبيع', ['!"']),
        ('بين 5" و 7" تقريبا', ['!"', '!"']),
        ('شاشة 5" سماها "المرآة" أمس', ['!"', '"المرآة"']),
        ("قال “لن نقبل\nوأضاف “نعم”", ["!“", "“نعم”"]),
        ("أضاف «لن نقبل هذا. وقالت «الحياة» أمس", ["!«", "«الحياة»"]),
        ("في هذا الأخير». وأضاف «نعم»", ["!»", "«نعم»"]),
        ('في بيان "نحن هنا. وتابع البيان "إن الوضع صعب', ['!"', '!"']),
        ("قال: «بوجود «إعلام المواجهة» أمام غيره", ["!«", "«إعلام المواجهة»"]),
        ("it’s L’Olivier's", []),
    ],
)
def test_a_mark_without_a_partner_is_reported_alone(text, expected):
    assert paired(text) == expected


def test_marks_never_pair_over_a_line_break():
    for line_break in ("\n", "\r\n", "\u2028", "\u2029"):
        assert paired(f"«نعم{line_break}لا»") == ["!«", "!»"]


def test_inner_leaves_out_marks_of_either_width():
    text = "قال ''نعم'' و«لا» و“"
    two, one, alone = pair_quotes(text)
    assert (two.inner, one.inner) == (Span(6, 9), Span(14, 16))
    assert [two.is_pair, one.is_pair, alone.is_pair] == [True, True, False]
    assert alone == Quote(19, 20, "unknown", balanced=False, marks=(1, 0))
    assert alone.inner == Span(20, 20)


def test_a_hundred_thousand_marks_take_seconds():
    started = time.perf_counter()
    found = pair_quotes('قال "نعم" ' * 50_000)
    assert time.perf_counter() - started < 60
    assert (len(found), all(quote.balanced for quote in found)) == (50_000, True)
    assert len(pair_quotes('"' * 20_000)) > 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("اطَّلعت عليها صحيفة «واشنطن بوست»؛ حضر", "name"),
        ("تنتمي لجماعة «الشباب» المسلحة", "name"),
        ("بمدينة «سوروج» التركية", "name"),
        ("في كتابه «تاريخ العرب» قال", "name"),
        ("عن «جبهة النصرة» أمس", "name"),
        ("في قرية تسمى «الزهراء» أمس", "name"),
        ("القيادي المعروف بـ«أبي فلان» أمس", "name"),
        ("أشارت الصحيفة إلى الجماعة «الإرهابية» أمس", "scare"),
        ("هي حركة «سرية» تماما", "scare"),
        ("نجحت «الجماعة الإرهابية» في الفرار", "scare"),
        ("هي «منظمة إرهابية» خطيرة", "scare"),
        ("لما يسمى «المعارضة المعتدلة» أن", "scare"),
        ("فيما يعرف بـ«محور الشر» أمس", "scare"),
        ("ودول «التحالف» إلى العمل", "scare"),
        ("تنفذ «23» غارة", "scare"),
        ("أن «الهدنة» انهارت أمس", "scare"),
        ("أن «الحرب انتهت».", "speech"),
        ("قال: «الحرب انتهت» وغادر", "speech"),
        ("«ليس هناك بؤرة أخرى» كما قال", "speech"),
        ("وقالت الصحيفة: «الوضع خطير جدا»", "speech"),
        ("ثم «» ثم", "unknown"),
        ("ثم «...» ثم", "unknown"),
        ("ثم «", "unknown"),
    ],
)
def test_what_a_quotation_is_for_follows_from_its_neighbours(text, expected):
    assert [kind for _, kind in kinds(text)] == [expected]


def test_a_known_name_is_a_name_whatever_its_spelling():
    text = "انتقد «الدوله  الاسلامية» و«داعش»."
    found = kinds(text, names=["الدولة الإسلامية"])
    assert found == [("الدوله  الاسلامية", "name"), ("داعش", "name")]
    assert kinds(text) == [("الدوله  الاسلامية", "scare"), ("داعش", "scare")]


def test_what_is_joined_to_a_name_is_a_name():
    text = "صحف «الحياة» و«السفير»، و«النهار» قالت، و«السلام»"
    assert [kind for _, kind in kinds(text)] == ["name", "name", "name", "scare"]


def test_few_words_are_speech_after_a_cue_in_their_sentence_unless_definite():
    text = "اعتبر لافروف أن الحوار كان «مفيداً» في «القمة». والوضع «هادئ»."
    expected = [("مفيداً", "speech"), ("القمة", "scare"), ("هادئ", "scare")]
    assert kinds(text, cues=["اعتبر"]) == expected
    assert [kind for _, kind in kinds(text)] == ["scare", "scare", "scare"]


def test_a_cue_after_the_quotation_does_not_make_it_speech():
    assert kinds("كان «مفيداً» كما قال", cues=["قال"]) == [("مفيداً", "scare")]


def test_after_a_cue_a_definite_noun_is_the_speaker_and_bears_no_name():
    text = "وأضافت الصحيفة «ندعو للحوار»"
    assert kinds(text, cues=["وأضافت"]) == [("ندعو للحوار", "speech")]
    assert kinds(text) == [("ندعو للحوار", "name")]


def test_a_name_within_speech_stays_a_name():
    text = "قال «نحارب تنظيم “داعش” وما يسمى “الجيش الحر” معا»"
    assert [kind for _, kind in kinds(text)] == ["speech", "name", "scare"]


def test_words_in_speech_are_told_once():
    words = read_words("قال «نحارب كل من قال “نحن لا نحارب أبدا” أمس» في صحيفة «الحياة».")
    quotes = find_quotes(words)
    assert [quote.kind for quote in quotes] == ["speech", "speech", "name"]
    assert len(quoted_words(words, quotes)) == 9
    assert quoted_words(read_words(""), ()) == frozenset()
