"""Where what was said begins, seen from its cue: word by word, without reading who said it.

It begins with أن or إن, with a colon or a quotation of speech, or with a preposition that the
cue governs. Between the source and it may stand adverbials, which belong to neither: when
and where it was said (في بيان; أمس; ، خلال الافتتاح،).
"""

import re

from framing.attribution.actors import persons_at
from framing.attribution.cues import Cue
from framing.attribution.governing import opens_clause
from framing.attribution.quotations import NAME_WORDS, typed_quotes
from framing.lexicon.evidence import prepositions_of
from framing.text.characters import PAUSES, QUOTATION_MARKS
from framing.text.function_words import (
    ADVERBIAL_HEADS,
    ADVERBS,
    AUXILIARIES,
    CLAUSES_OF_TIME,
    COMPLEMENTISERS,
    COMPOUNDS,
    LEADERS,
    PERFECT_PARTICLES,
    PREPOSITIONS,
    PRONOUN_PHRASES,
    SAYING,
    TIMES,
    TITLE_ADJECTIVES,
    VENUES,
)
from framing.text.once import once
from framing.text.quotation_marks import Quote
from framing.text.tokens import Span, Words

AUXILIARY_WORDS = 8  # words from كان to its verb
ADVERBIAL_WORDS = 12  # words of an adverbial between commas
_COMMA = ("،", ",")
_LOOSE = f" )\u200f{QUOTATION_MARKS}"
_PASSED_OVER = TIMES | ADVERBS | PRONOUN_PHRASES | SAYING


def opens_content(words: Words, cue: Cue, place: int) -> bool:
    """Whether what was said begins at this word: that, a colon, a quotation, a preposition."""
    if place >= len(words) or place in _speech_openings(words):
        return True
    word = words.folded(place)
    if word in COMPLEMENTISERS:
        return opens_clause(words, place)
    free, attached = prepositions_of(cue.entry.governs)
    if word in free:
        return not cue.passes_on
    return bool(attached) and word.startswith(attached) and _is_attached(words, place)


def opens_speech(words: Words, place: int) -> bool:
    """Whether a clause with أن or إن, a colon or a quotation of speech begins at this word."""
    return (
        place >= len(words)
        or place in _speech_openings(words)
        or (words.folded(place) in COMPLEMENTISERS and opens_clause(words, place))
    )


@once
def _speech_openings(words: Words) -> frozenset[int]:
    """The words right behind a colon, or with which a quotation of speech opens.

    A mark without a partner opens one if it stands on the word behind it.
    """
    text = words.plain
    at = [colon.end() for colon in re.finditer(":", text)]
    for quote in typed_quotes(words):
        is_open = not quote.is_pair and not text[quote.end : quote.end + 1].isspace()
        leads = text[quote.start - 1 : quote.start] in ("", " ", ":", "\u00a0")
        if is_spoken(words, quote) or (is_open and leads):
            at.append(quote.start)
    return frozenset(words.within(Span(start, len(text))).start for start in at)


def is_spoken(words: Words, quote: Quote) -> bool:
    """Whether a quotation may be all that was said: speech, and no name within a clause."""
    inside = words.within(Span(quote.start, quote.end))
    if quote.kind != "speech" or _is_apposed(words, quote, inside):
        return False
    return ends_clause(words.plain, quote.end) or len(inside) > NAME_WORDS


def _is_apposed(words: Words, quote: Quote, inside: range) -> bool:
    """مكتب الأبحاث للإدارة العامة «ديستي»، : a word in marks between a definite one and a comma."""
    is_behind = words.folded(inside.start - 1).startswith("ال") and words.gap(
        inside.start - 1
    ).startswith(" ")
    return len(inside) == 1 and is_behind and words.plain[quote.end : quote.end + 1] in ("،", ",")


def ends_clause(text: str, end: int) -> bool:
    """Whether a stop, comma, dash or line end follows a closing mark."""
    rest = text[end : end + 3].lstrip(" \u00a0\u200f")
    return not rest or rest[0] in ".،,؛\n\r؟!–—"


def _is_attached(words: Words, place: int) -> bool:
    """بمقتل, بما, بالتعاون: not a name in ba (بوتين), a title's لـ (الأمين العام للاتحاد), باسم."""
    word = words.folded(place)
    if (len(word) <= 3 and word[1:] not in ("ما", "من")) or word in COMPOUNDS:
        return False
    if word.startswith("ل") and words.folded(place - 1) in TITLE_ADJECTIVES:
        return False
    return place not in persons_at(words)


def goes_on(words: Words, cue: Cue) -> bool:
    """Whether a cue goes on with other words: a participle, or led by و or a comma."""
    head = cue.hit.head
    if head.stem.part == "participle":
        return True
    led = clause_of(words, cue)
    joined = bool(head.conjunction) or led < cue.first
    behind_comma = not PAUSES.isdisjoint(words.gap(led - 1))
    return (joined or cue.is_particle) and (behind_comma or bool(head.conjunction))


def clause_of(words: Words, cue: Cue) -> int:
    """Where the clause of a cue begins: with what leads over to it, if something does.

    كما قال; بعد أن أعلن; وكان الوزير قد صرح.
    """
    first = cue.first
    if words.folded(first - 1) in PERFECT_PARTICLES:
        begin = max(words.sentence_words(first).start, first - AUXILIARY_WORDS)
        behind = range(first - 2, begin - 1, -1)
        first = next((place for place in behind if words.folds[place] in AUXILIARIES), first)
    while words.folded(first - 1) in LEADERS:
        first -= 1
    if " ".join(words.folds[max(0, first - 2) : first]) in CLAUSES_OF_TIME:
        first -= 2
    return first


def behind_adverbials(words: Words, cue: Cue, place: int, stop: int) -> int:
    """The word behind the adverbials that begin at a word: ، في بيان لها، | ... and أمس | ...

    Only what is sure to be one: between commas, or a place or time of saying.
    """
    while place < stop and not opens_content(words, cue, place):
        word = words.folded(place)
        between = _between_commas(words, place, stop)
        if between is not None:
            place = between
        elif word in _PASSED_OVER:
            place += 1
        elif is_preposition(words, place) and words.folded(place + 1) in VENUES:
            place = _behind_adjectives(words, place + 2, stop)
        else:
            break
    return place


def behind_apposition(words: Words, place: int, stop: int) -> int:
    """The word behind a name or title between commas: أعلن المجلس، أقوى هيئات الجنوب، | مقاطعة."""
    if words.gap(place - 1).strip(_LOOSE) not in _COMMA or opens_speech(words, place):
        return place
    for last in range(place, min(place + ADVERBIAL_WORDS, stop - 1)):
        gap, following = words.gap(last).strip(_LOOSE), words.folded(last + 1)
        if gap in _COMMA:
            return place if following.startswith("و") or following in COMPLEMENTISERS else last + 1
        if gap or following in COMPLEMENTISERS:
            return place
    return place


def _between_commas(words: Words, place: int, stop: int) -> int | None:
    """The word behind an adverbial that stands between commas, if one begins here."""
    if not begins_adverbial(words, place) or words.gap(place - 1).strip(_LOOSE) not in _COMMA:
        return None
    for last in range(place, min(place + ADVERBIAL_WORDS, stop - 1)):
        gap = words.gap(last).strip(_LOOSE)
        if gap in _COMMA:
            return last + 1
        if gap.strip(f"() {QUOTATION_MARKS}"):
            return None
    return None


def _behind_adjectives(words: Words, place: int, stop: int) -> int:
    """The word behind the adjectives of a noun of venue: بيان | صحفي, بيانها | الرسمي."""
    while place < stop and not words.gap(place - 1).strip():
        word = words.folded(place)
        if not (word.endswith(("ي", "يه")) and not is_preposition(words, place)):
            break
        place += 1
    return place


def begins_adverbial(words: Words, place: int) -> bool:
    """Whether a word begins an adverbial: a preposition, a time, a word like أيضا."""
    word = words.folded(place)
    return is_preposition(words, place) or word in _PASSED_OVER or word in ADVERBIAL_HEADS


def is_preposition(words: Words, place: int) -> bool:
    """Whether a word is a preposition; the name علي shares the fold of على and is none."""
    return words.folded(place) in PREPOSITIONS and words.skeletons[place] != "علي"
