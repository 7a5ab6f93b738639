"""What is said: the stretch of text that a cue assigns to its source, and how it is printed.

Three places, each rule with its examples in tests/test_contents.py:

- behind: what the cue governs (أن ..., a quotation, إلى ..., an object), up to the end of the
  sentence or to a following cue that goes on with other words (، مضيفا أن ...);
- before: the clause that ends in a parenthetical cue (..., بحسب الصحيفة.); all of the
  sentence if it goes on behind the cue (ويشمل العرض، بحسب الصحيفة، تشديد ...);
- none: a cue whose object stands elsewhere (التقرير الذي نشرته الصحيفة; رفض التعليق).

The bare complementiser is left out, quotation marks are kept in.
"""

from typing import Literal

from framing.cues import Cue
from framing.function_words import COMPLEMENTISERS
from framing.noun_phrases import Place, opens_content
from framing.quotes import Quote
from framing.tokens import QUOTATION_MARKS, Span, Words

Mode = Literal["direct", "indirect", "mixed"]

OBJECT_WINDOW = 7  # the same where it may also be a plain object
OPENING_WINDOW = 24  # words behind a source in which what it said begins
# words that lead over to somebody else's cue
LEADERS = ("كما", "وذلك", "ولكنه", "لكنه", "لكنها", "فيما", "بينما", "وقد")
_THAT = COMPLEMENTISERS | {"فان"}
_TRAILING = " \t\u00a0\u200f.؟?!…،,؛:"


def content_of(
    words: Words, cue: Cue, source: Place | None, cues: dict[int, Cue], quotes: tuple[Quote, ...]
) -> Span | None:
    """The stretch of text that a cue assigns to its source."""
    if cue.entry.kind == "particle":
        return _of_particle(words, cue, source, cues, quotes)
    leader = _led_by(words, cue, cues)
    if leader is not None:
        return _of_particle(words, leader, source, cues, quotes)
    behind = max(cue.last, source[1] if source else 0) + 1
    begin = _begin(words, cue, behind)
    if begin is None:
        return None
    content = _stretch(words, begin, cues, quotes)
    around = _around(words, cue, quotes)
    return Span(content.start, min(content.end, around.inner.end)) if around else content


def _around(words: Words, cue: Cue, quotes: tuple[Quote, ...]) -> Quote | None:
    """The quotation in which the cue itself stands: what it assigns ends there too."""
    at = words.spans[cue.first].start
    return next((one for one in quotes if one.kind == "speech" and one.start < at < one.end), None)


def _led_by(words: Words, cue: Cue, cues: dict[int, Cue]) -> Cue | None:
    """بحسب ما قاله الوزير: the particle before a verb, with which it shares its content."""
    for back in (1, 2):
        leader = cues.get(cue.first - back)
        if leader and leader.entry.kind == "particle" and leader.last >= cue.first - 2:
            return leader
    return None


def _of_particle(
    words: Words, cue: Cue, source: Place | None, cues: dict[int, Cue], quotes: tuple[Quote, ...]
) -> Span | None:
    sentence = words.sentence_of(words.spans[cue.first].start)
    inside = words.within(sentence)
    behind = (source[1] if source and source[1] > cue.last else cue.last) + 1
    goes_on = behind < inside.stop and behind not in cues
    if cue.first - inside.start <= 1:
        if not goes_on:
            return None
        begin = behind + (words.folded(behind) in _THAT)
        return _stretch(words, begin, cues, quotes)
    end = sentence.end if goes_on else words.spans[cue.first - 1].end
    return _trimmed(words, _outward(words, inside.start), end)


def _begin(words: Words, cue: Cue, behind: int) -> int | None:
    """The word with which what was said begins."""
    stop = words.within(words.sentence_of(words.spans[cue.first].start)).stop
    governs_object = "object" in cue.entry.governs or cue.last > cue.hit.last
    window = OBJECT_WINDOW if governs_object else OPENING_WINDOW
    for place in range(behind, min(behind + window, stop)):
        if opens_content(words, cue, place):
            while place + 1 < stop and _is_left_out(words, place):
                place += 1
            return place
    head = cue.hit.head
    takes_object = cue.last > cue.hit.last or (head.stem.part != "masdar" and not head.pronoun)
    return behind if behind < stop and takes_object else None


def _is_left_out(words: Words, place: int) -> bool:
    """That, and a preposition that stands alone: شدد على | ضرورة, أشار إلى أن | ..."""
    word = words.folded(place)
    return word in COMPLEMENTISERS or _is_free(words, place)


def _is_free(words: Words, place: int) -> bool:
    """A preposition that stands as a word of its own is left out: شدد على | ضرورة."""
    return words.folded(place) in ("الي", "علي", "عن", "من", "في")


def _stretch(words: Words, begin: int, cues: dict[int, Cue], quotes: tuple[Quote, ...]) -> Span:
    """From a word to where what was said ends."""
    start = _outward(words, begin)
    speech = [quote for quote in quotes if quote.kind == "speech"]
    end = words.sentence_of(words.spans[begin].start).end
    opening = next((one for one in speech if one.start == start), None)
    if opening is not None and _ends_clause(words.text, opening.end):
        return Span(start, opening.end)
    for quote in speech:
        if start <= quote.start < end:
            end = max(end, quote.end)
    return _trimmed(words, start, _cut(words, begin, end, cues, speech))


def _trimmed(words: Words, start: int, end: int) -> Span:
    """A stretch without the marks and spaces at its end."""
    return Span(start, start + len(words.text[start:end].rstrip(_TRAILING)))


def _ends_clause(text: str, end: int) -> bool:
    """Whether a stop, comma or line end follows a closing mark."""
    rest = text[end : end + 3].lstrip(" \u00a0\u200f")
    return not rest or rest[0] in ".،,؛\n\r؟!"


def _cut(words: Words, begin: int, end: int, cues: dict[int, Cue], speech: list[Quote]) -> int:
    """Where another cue goes on with other words: before it."""
    for place, cue in sorted(cues.items()):
        at = words.spans[place].start
        if place <= begin or at >= end or any(one.start <= at < one.end for one in speech):
            continue
        if _goes_on_with(words, cue):
            previous = place - 1
            while words.folded(previous) in LEADERS:
                previous -= 1
            return words.spans[max(previous, begin)].end
    return end


def _goes_on_with(words: Words, cue: Cue) -> bool:
    """A participle, a cue joined by wa- behind a comma, or a particle behind a comma."""
    head = cue.hit.head
    led = cue.first - (words.folded(cue.first - 1) in LEADERS)
    behind_comma = any(mark in words.gap(led - 1) for mark in "،,؛")
    if head.stem.part == "participle":
        return True
    joined = bool(head.conjunction) or led < cue.first
    return (joined or cue.entry.kind == "particle") and (behind_comma or bool(head.conjunction))


def _outward(words: Words, place: int) -> int:
    """Where a word begins, an opening quotation mark right before it included."""
    start = words.spans[place].start
    while start > 0 and words.text[start - 1] in QUOTATION_MARKS + " \u00a0":
        start -= 1
    while words.text[start].isspace():
        start += 1
    gap = words.text[start : words.spans[place].start]
    return start if gap.strip() else words.spans[place].start


def mode_of(words: Words, cue: Cue, content: Span, quotes: tuple[Quote, ...]) -> Mode:
    """Direct if quotation marks hold all of it, mixed if part of it, else indirect.

    Marks round the cue itself are those of another speaker and do not count.
    """
    at = words.spans[cue.first].start
    speech = [one for one in quotes if one.kind == "speech" and not one.start < at < one.end]
    if any(one.start <= content.start and content.end <= one.end for one in speech):
        return "direct"
    touched = any(one.start < content.end and content.start < one.end for one in speech)
    return "mixed" if touched else "indirect"
