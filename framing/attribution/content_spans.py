"""What is said: the stretch of text that a cue assigns to its source.

Four places, each rule with its examples in tests/attribution/test_content_spans.py:

- behind: what the cue governs (أن ..., a quotation, إلى ..., an object), past adverbials, up to
  the end of the sentence or to a following cue that goes on with other words (، مضيفا أن ...);
- before: the clause that ends in a parenthetical cue (..., بحسب الصحيفة; ..., كما قال المدير), or
  the quotation that does («...»، قال المزارع); if it goes on behind the cue (ويشمل العرض، بحسب
  الصحيفة، تشديد ...) that is the rest;
- shared: what another cue governs, where a particle is inserted before it (ذكرت الإذاعة، نقلا
  عن المدير، أنه ...; بحسب ما قاله ...);
- none: a cue that is silence (رفض التعليق), or whose object stands elsewhere (التقرير الذي
  نشرته الصحيفة).

The bare complementiser is left out. How far it reaches says `framing.attribution.content_ends`. A
content never holds its own cue or source, and stands in the paragraph of its cue.
"""

from itertools import takewhile

from framing.attribution.content_before import (
    clause_end,
    content_before,
    quotation_before,
    sentence_before,
    takes_up,
)
from framing.attribution.content_changes import background, behind_comma, changes, takes_up_speech
from framing.attribution.content_ends import cut, outward, stretch, trimmed
from framing.attribution.content_starts import (
    begins_adverbial,
    behind_adverbials,
    behind_apposition,
    goes_on,
    is_preposition,
    opens_content,
    opens_speech,
)
from framing.attribution.cues import Cue, Cues
from framing.attribution.noun_phrases import Place
from framing.attribution.quotations import speech_in
from framing.text.characters import QUOTATION_MARKS
from framing.text.function_words import (
    AUDIENCES,
    COMPLEMENTISERS,
    GOVERNED_PREPOSITIONS,
    OWN_WORDS,
    PRONOUN_PHRASES,
    RELATIVES,
    RESUMPTIVE_PHRASES,
    VENUES,
)
from framing.text.quotation_marks import Quote
from framing.text.tokens import Span, Words

OBJECT_WINDOW = 7  # the same where it may also be a plain object
MOST_VERBS = 8  # joined by و that share what was said
OPENING_WINDOW = 24  # words behind a source in which what it said begins
_OPENERS = COMPLEMENTISERS | {"فان"}  # of what a particle passes on: بحسب الوزارة، فإن ...
_STATING = ("neutral", "declarative", "assertive", "pointing", "denial")
_THIRD = ("ه", "ها", "هم", "هما")
_LEFT_OUT = GOVERNED_PREPOSITIONS | {"في"}


def content_of(words: Words, cue: Cue, source: Place | None, cues: Cues) -> tuple[Span, ...]:
    """What a cue assigns to its source; `cues` are all cues of the text.

    One stretch, or two where cue and source stand in the midst of it, or none. A reader's own
    parser (`framing.text.parsing`) is asked first.
    """
    parsed = words.parse and words.parse.content_of(cue.first, cue.last)
    if parsed:
        return (words.cover(*parsed),)
    content = _content(words, cue, source, cues)
    around = _around(words, cue)
    if content is not None and around is not None:
        inner = around.inner
        content = Span(max(content.start, inner.start), min(content.end, inner.end))
    return () if content is None else _without_own(words, cue, source, content, cues)


def _without_own(
    words: Words, cue: Cue, source: Place | None, content: Span, cues: Cues
) -> tuple[Span, ...]:
    """What is left of a content without its own cue and source, and what leads over to them."""
    leader = _led_by(words, cue, cues) or cue
    first, last = min(cue.first, leader.first), cue.last
    own = [(first, last)]
    if source is not None:
        is_behind = first < source[0] <= last + OPENING_WINDOW
        own = [(first, max(last, source[1]))] if is_behind else sorted([source, *own])
    parts, begin = [], content.start
    for span in (words.cover(*place) for place in own):
        parts.append(Span(begin, max(begin, min(span.start, content.end))))
        begin = max(begin, min(span.end, content.end))
    parts.append(Span(begin, content.end))
    return tuple(_at_words(words, part) for part in parts if words.within(part))[:2]


def _at_words(words: Words, part: Span) -> Span:
    """A part without the marks between it and its cue; its quotation marks stay."""
    start = max(part.start, outward(words, words.within(part).start))
    return trimmed(words, start, part.end)


def _content(words: Words, cue: Cue, source: Place | None, cues: Cues) -> Span | None:
    if cue.entry.subtype == "no-comment":
        return None
    leader = cue if cue.is_particle else _led_by(words, cue, cues)
    if leader is not None:
        return _of_particle(words, leader, source, cues)
    behind = max(cue.last, source[1] if source else 0) + 1
    begin = _begin(words, cue, behind, cues)
    if begin is not None:
        return stretch(words, begin, cues)
    return content_before(words, cue)


def _around(words: Words, cue: Cue) -> Quote | None:
    """The quotation in which the cue itself stands: what it assigns lies in it too."""
    return next(iter(speech_in(words).open_at(words.starts[cue.first])), None)


def _led_by(words: Words, cue: Cue, cues: Cues) -> Cue | None:
    """بحسب ما قاله الوزير: the particle before a verb, with which it shares its content."""
    for back in (1, 2):
        leader = cues.get(cue.first - back)
        if leader and leader.is_particle and leader.last >= cue.first - 2:
            return leader
    return None


def _of_particle(words: Words, cue: Cue, source: Place | None, cues: Cues) -> Span | None:
    sentence = words.sentence_of(words.starts[cue.first])
    inside = words.within(sentence)
    around = _around(words, cue)
    begin = max(inside.start, words.within(around.inner).start) if around else inside.start
    behind = (source[1] if source and source[1] > cue.last else cue.last) + 1
    behind += words.folded(behind) in OWN_WORDS  # وفق تعبيره
    opens = cue.first - begin <= 1 and not (cue.first > begin and behind_comma(words, cue.first))
    leads = opens or cue.entry.subtype == "news-of"
    continues = behind < inside.stop and (leads or _goes_on_behind(words, cue, behind, cues))
    if continues and leads:
        behind = _behind_clause(words, range(behind, inside.stop - 1))
        behind = behind_adverbials(words, cue, behind, inside.stop - 1)
    if continues and (leads or opens_speech(words, behind)):
        return stretch(words, behind + (words.folded(behind) in _OPENERS), cues)
    if leads:
        return sentence_before(words, inside.start)
    if takes_up_speech(words, cue):
        begin = _running(words, cue, range(begin, cue.first), cues)
    quote = quotation_before(words, cue)
    start = outward(words, begin + (words.folded(begin) == "كما"))
    if quote is not None and quote.start <= start:
        return quote
    end = cut(words, behind, sentence.end, cues) if continues else clause_end(words, cue)
    return trimmed(words, start, end)


def _behind_clause(words: Words, places: range) -> int:
    """The word behind a clause about the source: بحسب وثائق اطلعت عليها الصحيفة، | فإن."""
    about = words.folded(places.start + 1) in PRONOUN_PHRASES
    if not (about and words.skeletons[places.start].endswith("ت")):
        return places.start
    behind = (place for place in places[1:] if behind_comma(words, place))
    return next(behind, places.start)


def _goes_on_behind(words: Words, cue: Cue, place: int, cues: Cues) -> bool:
    """Whether a clause goes on behind the cue in its midst, no other with و, في وقت, الذي."""
    is_other = place in cues or words.folded(place) in RELATIVES
    is_joined = words.folded(place).startswith("و") and behind_comma(words, place)
    is_venue = is_preposition(words, place) and words.folded(place + 1) in VENUES
    changed = any(first == place for first, _ in changes(words, cues))
    return not (is_other or is_joined or changed or is_venue)


def _running(words: Words, cue: Cue, places: range, cues: Cues) -> int:
    """Where begins what whoever speaks already said: قال الشيخ إن | ... على حد تعبيره."""
    before = cues.before(cue.first)
    if before is None or before.first not in places or before.is_particle:
        return places.start
    behind = range(before.last + 1, places.stop)
    opening = next((place for place in behind if opens_content(words, before, place)), None)
    return places.start if opening is None else _inward(words, opening, places.stop)


def _begin(words: Words, cue: Cue, behind: int, cues: Cues, verbs: int = MOST_VERBS) -> int | None:
    """The word with which what was said begins; so many verbs may share it."""
    stop = words.sentence_words(cue.first).stop
    if _has_its_object(words, cue):
        return _behind_its_object(words, cue, range(behind, stop), cues)
    names_nobody = not cue.passes_on and words.folded(cue.last) != "من"
    if cue.last > cue.hit.last and names_nobody and behind < stop:
        return _inward(words, behind, stop)  # شدد على | ضرورة, but طلب من والده أن
    begin, behind = behind, behind_adverbials(words, cue, behind, stop)
    behind = behind_apposition(words, behind, stop)
    other = cues.get(behind)
    if other and not other.is_particle and goes_on(words, other):
        is_verb = other.hit.head.stem.part == "verb" and not words.gap(behind - 1).strip()
        shares = is_verb and verbs > 1  # رفض وأدان | ...
        return _begin(words, other, other.last + 1, cues, verbs - 1) if shares else None
    is_object = "object" in cue.entry.governs and not _is_aside(words, begin, behind, cues)
    window = OBJECT_WINDOW if is_object else OPENING_WINDOW
    for place in range(behind, min(behind + window, stop)):
        if opens_content(words, cue, place):
            return _inward(words, place, stop)
        other = cues.get(place)
        if place in background(words) or (
            other and not other.is_particle and goes_on(words, other)
        ):
            break
    head = cue.hit.head
    takes_object = head.stem.part != "masdar" and not head.pronoun
    is_clause_end = behind >= stop or words.gap(behind - 1).strip(f" {QUOTATION_MARKS}") != ""
    if is_clause_end and takes_up(words, cue):
        return None
    return behind if behind < stop and takes_object else None


def _behind_its_object(words: Words, cue: Cue, places: range, cues: Cues) -> int | None:
    """What may still follow: a quotation (ما قاله المدير: «...»), or أن right behind the source."""
    before = words.folded(cue.first - 1)
    if before in VENUES or before in RELATIVES:
        return None  # بيان نشرته
    is_what = before == "ما"
    near = takewhile(lambda place: place not in cues, places[: OPENING_WINDOW if is_what else 1])
    opening = next((place for place in near if opens_speech(words, place)), None)
    if opening is None or not (is_what or words.folded(opening) in COMPLEMENTISERS):
        return None
    return _inward(words, opening, places.stop)


def _is_aside(words: Words, begin: int, place: int, cues: Cues) -> bool:
    """Whether no object follows: an adverbial, an audience, a clause about it (بيان | نشرته)."""
    if begins_adverbial(words, place) or words.folded(place) in AUDIENCES:
        return True
    if place in cues:
        return _has_its_object(words, cues[place])
    return begin < place < len(words) and words.skeletons[place].endswith(("ته", "ها"))


def _has_its_object(words: Words, cue: Cue) -> bool:
    """Whether its object is a resumptive pronoun for a noun before the cue: نشرته, أدلى بها."""
    head, behind = cue.hit.head, words.folded(cue.last + 1)
    if cue.last == cue.hit.last and behind in RESUMPTIVE_PHRASES:
        before = words.folded(cue.first - 1)
        return before in RELATIVES or not before.startswith("ال")
    addresses = "object" in cue.entry.governs and "ب" in cue.entry.governs  # أبلغه
    is_statement = cue.entry.category in _STATING and not addresses
    return head.pronoun in _THIRD and head.stem.part == "verb" and is_statement


def _inward(words: Words, place: int, stop: int) -> int:
    """The word behind a preposition and complementiser: شدد على | ضرورة, إلى أن | ..."""
    is_bare = outward(words, place) == words.starts[place]
    if is_bare and place + 1 < stop and words.folded(place) in _LEFT_OUT:
        place += 1
    is_that = place + 1 < stop and words.folded(place) in COMPLEMENTISERS
    return place + (is_that and outward(words, place) == words.starts[place])
