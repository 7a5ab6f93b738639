"""What an index of stretches answers is what a walk over all of them would."""

from hypothesis import given
from hypothesis import strategies as st

from framing.text.quotation_marks import pair_quotes
from framing.text.stretches import Crossing, Nested
from framing.text.tokens import Span

PLACES = st.integers(0, 30)
SPANS = st.builds(lambda start, length: Span(start, start + length), PLACES, st.integers(1, 12))
MARKED = st.text('«»“”" ،بكلمة.', max_size=40)


@given(st.lists(SPANS), SPANS)
def test_of_crossing_stretches_the_one_that_ranks_first_holds_the_span(stretches, asked):
    ranked = [
        (one.start, one.end, (one.end - one.start, number)) for number, one in enumerate(stretches)
    ]
    holding = [rank for start, end, rank in ranked if asked in Span(start, end)]
    assert Crossing(ranked).first(asked) == min(holding, default=None)


@given(MARKED, PLACES)
def test_of_nested_stretches_those_that_hold_a_place_come_outermost_first(text, place):
    quotes = pair_quotes(text)
    holding = [quote for quote in quotes if quote.start <= place < quote.end]
    assert Nested(quotes).open_at(place) == holding


@given(MARKED, SPANS)
def test_nested_stretches_hold_and_touch_a_span_as_each_alone_does(text, span):
    quotes = pair_quotes(text)
    nested = Nested(quotes)
    touching = [one for one in quotes if one.start < span.end and span.start < one.end]
    assert list(nested.touching(span)) == touching
    assert nested.holding(span) == [one for one in touching if span in Span(one.start, one.end)]
