"""The noun phrase that names somebody, and where it ends.

A phrase goes on over adjectives, names, a name in quotation marks, a title between commas, a
second name (روسيا وواشنطن), and what hangs on it by في or باسم. It ends before what the cue
governs, before another cue, a relative, an adverb, and before the object of its verb: a word
that cannot belong to a phrase that is complete (أعلن المدير | استقالته; طالب السكان | البلدية).
"""

import re
from typing import NamedTuple

from framing.attribution.actors import begins_actor
from framing.attribution.content_changes import background
from framing.attribution.content_starts import (
    begins_adverbial,
    goes_on,
    is_preposition,
    is_spoken,
    opens_content,
    opens_speech,
)
from framing.attribution.cues import Cue, Cues
from framing.attribution.objects import is_object
from framing.attribution.quotations import typed_quotes
from framing.text.characters import QUOTATION_MARKS
from framing.text.function_words import (
    AUDIENCES,
    COMPLEMENTISERS,
    COMPOUNDS,
    CONTENT_NOUNS,
    INNER_PREPOSITIONS,
    OUTLETS,
    OWN_WORDS,
    PREPOSITIONS,
    PRONOUN_PHRASES,
    RELATIVES,
    SAYING,
    SUBORDINATORS,
    TIMES,
    VENUES,
    WAW_WORDS,
    WHOM,
    YA_WORDS,
    folded,
)
from framing.text.once import once
from framing.text.orthography import NUNATION
from framing.text.tokens import Span, Words

LONGEST = 16  # words of a noun phrase that names somebody
FAR = 8  # words between a second name and what was said
PARENTHESIS_WORDS = 4  # words in brackets that belong to the phrase before them
APPOSITION_WORDS = 12  # words of a title or name between commas
_CLAUSES = COMPLEMENTISERS | SUBORDINATORS | SAYING
ENDS = _CLAUSES | RELATIVES | TIMES

# بما, بالـ, للـ: a preposition written on its word, with which no subject begins
_HANGS_ON = re.compile(r"و?(?:[بكلف]?(?:ما|من)|عما|مما|[بك]ال.{3,}|لل.{2,})")
_ASKING = folded("طلب طلبت طلبا طلبوا فضل فضلت فضلوا اشترط اشترطت اشترطوا رفض رفضت رفضوا", ("",))
_UNNAMED = folded("عدم كشف الكشف ذكر نشر الإفصاح كتمان إخفاء", ("",))
_OWN = ("ه", "ها")  # أبدت | حرصها

Place = tuple[int, int]  # the first word and the last, both included


def noun_phrase(words: Words, cue: Cue, start: int, cues: Cues) -> Place | None:
    """Read the noun phrase that begins at a word, if one does."""
    if start >= len(words) or start in cues:
        return None
    if start > cue.first and not joins(words, start - 1, first=True):
        return None
    head = words.folded(start)
    is_particle = cue.entry.kind == "particle"
    is_said = head in CONTENT_NOUNS and words.skeletons[start].endswith(_OWN) and head != "هذه"
    is_said = is_said or head in OWN_WORDS  # واختتم حديثه; وفق وصفه
    if head in ENDS or is_said or is_imperfect(words, start):
        return None
    if not is_particle and (is_preposition(words, start) or _HANGS_ON.fullmatch(head)):
        return None
    last, limit = start, min(_sentence_end(words, start), start + LONGEST)
    horizon = _horizon(words, cue, range(start + 1, limit), cues)
    while last + 1 < limit:
        step = _next(words, cue, (start, last), cues, horizon)
        if step is None or step >= limit:
            break
        last = step
    return start, last


def _horizon(words: Words, cue: Cue, places: range, cues: Cues) -> int:
    """Where what was said begins in sight of the phrase; 0 if it does not, or another speaks."""
    for place in places:
        if opens_content(words, cue, place):
            return place
        if place in background(words) or (place in cues and goes_on(words, cues[place])):
            return 0
    return 0


def _next(words: Words, cue: Cue, phrase: Place, cues: Cues, horizon: int) -> int | None:
    """How far the phrase goes on after its last word; None where it ends."""
    last = phrase[1]
    following = last + 1
    word = words.folded(following)
    if following in cues or word in ENDS or word in AUDIENCES or following == horizon:
        return None
    if not joins(words, last):
        return _past_mark(words, last, cues, horizon)
    if word == "ل" or word in WHOM | PRONOUN_PHRASES or _is_nunated(words, following):
        return None
    if word in _ASKING and words.folded(following + 1) in _UNNAMED:  # مسؤول | طلب عدم كشف اسمه
        return None
    if word in COMPOUNDS or is_preposition(words, following):
        return _inner(words, following, cues)
    if word.startswith(("بال", "كال")) and len(word) > 5:  # مصادر بالقوات
        return following if horizon and opens_speech(words, horizon) else None
    if word.startswith("و") and len(word) > 3 and word not in WAW_WORDS:
        return following if _coordinates(words, following, horizon) else None
    return None if is_object(words, cue, phrase, horizon) else following


def is_imperfect(words: Words, place: int) -> bool:
    """Whether a word is a verb with ي (يتعلق), and no name with one of its own (يوسف)."""
    word = words.folded(place)
    return word.startswith("ي") and len(word) > 3 and word not in YA_WORDS


def _is_nunated(words: Words, place: int) -> bool:
    return not NUNATION.isdisjoint(words.form(place)[-2:])


def _inner(words: Words, place: int, cues: Cues) -> int | None:
    """A preposition inside the phrase, with its noun: مسؤول في الإدارة, باسم الحكومة.

    None behind an outlet taken up, which needs no more words (وفق الصحيفة على الجانب الآخر).
    """
    word, noun = words.folded(place), words.folded(place + 1)
    if word in COMPOUNDS:
        return place + 1
    if word not in INNER_PREPOSITIONS or not joins(words, place):
        return None
    if words.folded(place - 1) in OUTLETS:
        return None
    return None if noun in ENDS or noun in VENUES or place + 1 in cues else place + 1


def _coordinates(words: Words, place: int, horizon: int) -> bool:
    """روسيا وواشنطن: a second name; an indefinite one only where what was said is near."""
    rest = words.folded(place)[1:]
    if rest in PREPOSITIONS or rest in ENDS:
        return False
    return rest.startswith("ال") or place < horizon <= place + FAR or begins_actor(words, place)


def joins(words: Words, place: int, *, first: bool = False) -> bool:
    """Only space stands between a word and the next; before a phrase also an opening mark."""
    gap = words.gap(place) if place >= 0 else ""
    if gap.strip() == "." and len(words.skeletons[place]) == 1:
        return True  # د. سعيد
    return not gap.strip() or (first and not gap.strip(f" {QUOTATION_MARKS}(\u200f"))


class _QuotedNames(NamedTuple):
    """Where names in quotation marks end, by their first words; and the words that end one."""

    last_by_first: dict[int, int]
    ends: frozenset[int]


@once
def _quoted_names(words: Words) -> _QuotedNames:
    """The quotations that are no speech: صحيفة «واشنطن بوست»."""
    inside = (
        words.within(Span(quote.start, quote.end))
        for quote in typed_quotes(words)
        if quote.is_pair and not is_spoken(words, quote)
    )
    last_by_first = {places.start: places.stop - 1 for places in inside if places}
    return _QuotedNames(last_by_first, frozenset(last_by_first.values()))


def _past_mark(words: Words, last: int, cues: Cues, horizon: int) -> int | None:
    """The last word of what marks enclose: a name (and adjective), parenthesis, apposition."""
    gap, names = words.gap(last).strip(" \u200f"), _quoted_names(words)
    if not gap.strip(f"{QUOTATION_MARKS} "):
        if last + 1 in names.last_by_first:
            return names.last_by_first[last + 1]
        is_adjective = words.folded(last + 1).startswith("ال")
        return last + 1 if last in names.ends and is_adjective else None
    if gap == "(":
        ahead = range(last + 1, min(last + 1 + PARENTHESIS_WORDS, len(words)))
        return next((place for place in ahead if ")" in words.gap(place)), None)
    return _past_comma(words, last, cues, horizon)


def _past_comma(words: Words, last: int, cues: Cues, horizon: int) -> int | None:
    """The last word of an apposition between commas: a title or name."""
    following = last + 1
    if words.gap(last).strip(f" )\u200f{QUOTATION_MARKS}") not in ("،", ","):
        return None
    if begins_adverbial(words, following):
        return None
    for place in range(following, min(following + APPOSITION_WORDS, len(words) - 1)):
        if place in cues or words.folded(place) in _CLAUSES:
            return None
        gap = words.gap(place).strip()
        if gap in ("،", ","):
            taken_up = words.folded(place + 1) in RELATIVES and place + 2 in cues
            return place if taken_up or place + 1 in cues or place + 1 == horizon else None
        if gap.strip(f" {QUOTATION_MARKS}()"):
            return None
    return None


def _sentence_end(words: Words, place: int) -> int:
    return words.sentence_words(place).stop
