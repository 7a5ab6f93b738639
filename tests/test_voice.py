"""Direct is what stands in quotation marks of speech; all else is not known."""

import pytest

from framing.tokens import Span, read_words
from framing.voice import is_label_quoted, typed_quotes, voice_of


def voice(text, form):
    words = read_words(text)
    span = Span(text.index(form), text.index(form) + len(form))
    quotes = typed_quotes(words)
    return voice_of(span, quotes), is_label_quoted(words, span, quotes)


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        ("قال الوزير «سنحارب الإرهاب في كل مكان».", "الإرهاب", ("direct", False)),
        ("قال الوزير إنه سيحارب الإرهاب.", "الإرهاب", ("unknown", False)),
        ("انسحب تنظيم «داعش» من المدينة.", "داعش", ("unknown", True)),
        ("وصل وفد «المعارضة» أمس.", "المعارضة", ("unknown", True)),
        ("قال “سنحارب تنظيم “داعش” في كل مكان”.", "داعش", ("direct", True)),
        ("قال الوزير «سنحارب الإرهاب في كل مكان.", "الإرهاب", ("unknown", False)),
    ],
)
def test_voice_follows_quotation_marks_of_speech(text, form, expected):
    assert voice(text, form) == expected
