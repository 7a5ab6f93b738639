"""How far what was said reaches, and whether it is printed in quotation marks.

From its first word to the end of the sentence, or of a quotation that ends its clause; or to
where other words go on (`framing.attribution.content_changes`). Quotation marks are kept in.
"""

from bisect import bisect_right
from typing import Literal

from framing.attribution.content_changes import changes, clause_behind
from framing.attribution.content_starts import ends_clause
from framing.attribution.cues import Cue, Cues
from framing.attribution.quotations import speech_in
from framing.text.characters import QUOTATION_MARKS
from framing.text.function_words import COMPLEMENTISERS, GOVERNED_PREPOSITIONS, folded
from framing.text.once import once
from framing.text.tokens import Span, Words

Mode = Literal["direct", "indirect", "mixed"]

_JOINERS = (
    COMPLEMENTISERS | GOVERNED_PREPOSITIONS | folded("أن إن على إلى عن من ثم", ("و",)) | {"ثم", "و"}
)
_TRAILING = " \t\u00a0\u200f.؟?!…،,؛:"


def stretch(words: Words, begin: int, cues: Cues) -> Span | None:
    """From a word to where what was said ends; nothing where the text has ended (بحسب كيري أن)."""
    if begin >= len(words):
        return None
    start = outward(words, begin)
    speech = speech_in(words).open_at(start)
    if speech and speech[-1].start == start and ends_clause(words.plain, speech[-1].end):
        return Span(start, speech[-1].end)
    end = words.sentence_of(words.starts[begin]).end
    over = (quote.end for quote in speech_in(words).open_at(end - 1) if start <= quote.start)
    return trimmed(words, start, cut(words, begin, max([end, *over]), cues))


def trimmed(words: Words, start: int, end: int) -> Span:
    """A stretch without the marks and spaces at its end."""
    return Span(start, max(start, _last_before(words, end)))


@once
def _last_before(words: Words, end: int) -> int:
    """Where what stands before a place ends, marks and spaces left out."""
    while end > 0 and words.plain[end - 1] in _TRAILING:
        end -= 1
    return end


def cut(words: Words, begin: int, end: int, cues: Cues) -> int:
    """Where the outlet, or another cue, goes on with other words behind a word: before it."""
    going_on = changes(words, cues)
    number = bisect_right(going_on, (begin, len(words)))
    if number < len(going_on) and words.starts[going_on[number][0]] < end:
        end = words.ends[max(going_on[number][1] - 1, begin)]
    clause = clause_behind(words, begin, words.within(Span(0, end)).stop)
    quoted = clause is not None and speech_in(words).open_at(words.starts[clause])
    return end if clause is None or quoted else words.ends[clause - 1]


def outward(words: Words, place: int) -> int:
    """Where a word begins, an opening quotation mark right before it included."""
    start = words.starts[place]
    gap = words.gap(place - 1) if place else words.plain[:start]
    before = gap.rstrip(" \u00a0")
    marks = before.rstrip(QUOTATION_MARKS)
    opening = start - len(gap) + len(marks)
    is_open = before == gap or words.plain[opening - 1 : opening] in (" ", ":", "")
    return opening if len(marks) < len(before) and is_open else start


def mode_of(words: Words, cue: Cue, content: tuple[Span, ...]) -> Mode:
    """Direct if quotation marks hold all of it, mixed if part of it, else indirect.

    Words that only join two quotations («...» وعلى «...») do not make it mixed. Marks round
    the cue itself are those of another speaker and do not count.
    """
    if cue.entry.subtype == "turn":  # an answer is its guest's own words
        return "direct"
    speech = speech_in(words)
    around = speech.open_at(cue.span(words).start)
    if all(quote in around for part in content for quote in speech.touching(part)):
        return "indirect"
    for inside in map(words.within, content):
        place = inside.start
        while place < inside.stop:
            quotes = [one for one in speech.open_at(words.starts[place]) if one not in around]
            if not quotes and words.folded(place) not in _JOINERS:
                return "mixed"
            place = words.within(Span(0, quotes[0].end)).stop if quotes else place + 1
    return "direct"
