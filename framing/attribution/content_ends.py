"""How far what was said reaches, and whether it is printed in quotation marks.

From its first word to the end of the sentence, or of a quotation that ends its clause; or to
a following cue that goes on with other words (، مضيفا أن ...). Quotation marks are kept in.
"""

from typing import Literal

from framing.attribution.content_starts import clause_of, ends_clause, goes_on
from framing.attribution.cues import Cue
from framing.text.characters import QUOTATION_MARKS
from framing.text.function_words import COMPLEMENTISERS, GOVERNED_PREPOSITIONS, folded
from framing.text.quotation_marks import Quote
from framing.text.tokens import Span, Words

Mode = Literal["direct", "indirect", "mixed"]

_JOINERS = (
    COMPLEMENTISERS | GOVERNED_PREPOSITIONS | folded("أن إن على إلى عن من ثم", ("و",)) | {"ثم", "و"}
)
_TRAILING = " \t\u00a0\u200f.؟?!…،,؛:"


def stretch(
    words: Words, begin: int, cues: dict[int, Cue], speech: tuple[Quote, ...]
) -> Span | None:
    """From a word to where what was said ends; nothing where the text has ended (بحسب كيري أن)."""
    if begin >= len(words):
        return None
    start = outward(words, begin)
    end = words.sentence_of(words.starts[begin]).end
    opening = next((quote for quote in speech if quote.start == start), None)
    if opening is not None and ends_clause(words.text, opening.end):
        return Span(start, opening.end)
    for quote in speech:
        if start <= quote.start < end:
            end = max(end, quote.end)
    return trimmed(words, start, _cut(words, begin, end, cues, speech))


def trimmed(words: Words, start: int, end: int) -> Span:
    """A stretch without the marks and spaces at its end."""
    return Span(start, start + len(words.text[start:end].rstrip(_TRAILING)))


def _cut(
    words: Words, begin: int, end: int, cues: dict[int, Cue], speech: tuple[Quote, ...]
) -> int:
    """Where the outlet, or another cue, goes on with other words: before it."""
    for place in range(begin + 1, words.within(Span(0, end)).stop):
        at = words.starts[place]
        if place not in cues or any(quote.start <= at < quote.end for quote in speech):
            continue
        if goes_on(words, cues[place]):
            return words.ends[max(clause_of(words, cues[place]) - 1, begin)]
    return end


def outward(words: Words, place: int) -> int:
    """Where a word begins, an opening quotation mark right before it included."""
    start = words.starts[place]
    before = words.text[:start].rstrip(" \u00a0")
    opening = len(before.rstrip(QUOTATION_MARKS))
    is_open = len(before) == start or words.text[opening - 1 : opening] in (" ", ":", "")
    return opening if opening < len(before) and is_open else start


def mode_of(words: Words, cue: Cue, content: Span, speech: tuple[Quote, ...]) -> Mode:
    """Direct if quotation marks hold all of it, mixed if part of it, else indirect.

    Words that only join two quotations («...» وعلى «...») do not make it mixed. Marks round
    the cue itself are those of another speaker and do not count.
    """
    at = words.starts[cue.first]
    touched = [
        quote
        for quote in speech
        if not quote.start < at < quote.end
        if quote.start < content.end and content.start < quote.end
    ]
    if not touched:
        return "indirect"
    outside = (
        words.folded(place)
        for place in words.within(content)
        if not any(quote.start <= words.starts[place] < quote.end for quote in touched)
    )
    return "direct" if all(word in _JOINERS for word in outside) else "mixed"
