"""Laws of quotation marks: nothing is lost, nothing crosses, direction does not matter."""

import regex
from hypothesis import given
from hypothesis import strategies as st

from framing.attribution.quotations import find_quotes, quoted_words
from framing.text.characters import FILL, QUOTATION_MARKS
from framing.text.quotation_marks import pair_quotes
from framing.text.tokens import read_words

PRINTED = QUOTATION_MARKS.replace(FILL, "")
MARK = regex.compile(rf"''|’’|‘‘|[{PRINTED}]")
REVERSED = str.maketrans("«»“”‹›‘’", "»«”“›‹’‘")

marks = st.sampled_from([*PRINTED, "''", "’’"])
words = st.sampled_from(
    ["قال", "إن", "يسمى", "صحيفة", "الهدنة", "نعم", "و", "بـ", "5", "ـ", "ً", "ء"]
)
others = st.sampled_from([" ", " ", "\n", ".", ":", "،", "...", "(", ")", "\u200f"])
scraps = marks | words | others
wild = st.lists(scraps, max_size=40).map("".join)

plain = st.lists(st.sampled_from(["نعم", "هدنة", "قاتل", "جديدة"]), min_size=1, max_size=4)
phrase = plain.map(" ".join)
shapes = st.sampled_from([("«", "»"), ("“", "”"), ('"', '"'), ("‘", "’")])


@st.composite
def quotation(draw):
    """A well-spaced quotation, perhaps with one of another family in it."""
    outer, inner = draw(st.lists(shapes, min_size=2, max_size=2, unique=True))
    said = draw(phrase)
    if draw(st.booleans()):
        said = f"{said} {inner[0]}{draw(phrase)}{inner[1]} {draw(phrase)}"
    return f"{outer[0]}{said}{outer[1]}"


well_spaced = st.lists(st.tuples(phrase, quotation()), max_size=6).map(
    lambda parts: "".join(f"{before} {quoted} " for before, quoted in parts) + "نعم."
)


def spans(text):
    return [(quote.start, quote.end) for quote in pair_quotes(text)]


@given(wild)
def test_every_mark_stands_in_exactly_one_quotation(text):
    edges = []
    for quote in pair_quotes(text):
        opening, closing = quote.marks
        edges.append((quote.start, quote.start + opening))
        if quote.is_pair:
            edges.append((quote.end - closing, quote.end))
    assert sorted(edges) == [mark.span() for mark in MARK.finditer(text)]


@given(wild)
def test_quotations_never_cross(text):
    quotes = spans(text)
    assert quotes == sorted(quotes)
    for start, end in quotes:
        for other_start, other_end in quotes:
            assert not start < other_start < end < other_end


@given(wild)
def test_no_quotation_holds_a_line_break_and_a_mark_alone_is_never_balanced(text):
    for quote in pair_quotes(text):
        assert "\n" not in text[quote.start : quote.end]
        assert quote.is_pair or (
            not quote.balanced and MARK.fullmatch(text[quote.start : quote.end])
        )


@given(wild)
def test_typing_changes_no_span_and_reading_twice_changes_nothing(text):
    read = read_words(text)
    quotes = find_quotes(read)
    assert [(quote.start, quote.end) for quote in quotes] == spans(text)
    assert quotes == find_quotes(read)
    inside, all_words = len(quoted_words(read, quotes)), len(read.spans)
    assert 0 <= inside <= all_words == len(read.spans)


@given(wild, wild)
def test_paragraphs_are_read_apart(one, other):
    shift = len(one) + 1
    apart = [(start + shift, end + shift) for start, end in spans(other)]
    assert spans(f"{one}\n{other}") == spans(one) + apart


@given(well_spaced)
def test_well_spaced_marks_all_pair_and_are_balanced(text):
    quotes = pair_quotes(text)
    assert 2 * len(quotes) == len(MARK.findall(text))
    assert all(quote.is_pair and quote.balanced for quote in quotes)


@given(well_spaced)
def test_turning_every_mark_round_leaves_the_pairs_of_well_spaced_text(text):
    assert spans(text.translate(REVERSED)) == spans(text)


@given(well_spaced)
def test_form_is_the_text_between_start_and_end(text):
    for quote in find_quotes(read_words(text)):
        opening, closing = text[quote.start], text[quote.end - 1]
        assert opening + quote.inner.form(text) + closing == text[quote.start : quote.end]
