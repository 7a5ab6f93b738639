"""Who is given the voice: the noun phrase that names a cue's source.

Tried in this order, each rule with its examples in tests/attribution/test_source_spans.py:

- between: the subject between كان and its verb (وكانت صحيفة ... قد أفادت);
- after: the noun phrase right behind the cue (وقال الوزير; بحسب المسؤول);
- relative: the noun that a relative clause is about (المسؤول الذي أكد), or whom the cue
  before named (هذا ما ذكره الخبير، والذي قال);
- before: the subject that opens the clause (لكن المتحدث أعلن; إن موسكو تدعو إلى).

A resumed verb and a participle name nobody (وأضاف أن; مؤكدا): their source is None, and
`framing.attribution.speakers` fills it along the article.
"""

from collections.abc import Iterator

from framing.attribution.actors import begins_actor
from framing.attribution.content_changes import takes_up_speech
from framing.attribution.content_starts import opens_content
from framing.attribution.cues import Cue, Cues
from framing.attribution.noun_phrases import (
    ENDS,
    LONGEST,
    Place,
    is_imperfect,
    joins,
    noun_phrase,
)
from framing.text.characters import PAUSES
from framing.text.function_words import (
    ADVERBS,
    AUDIENCES,
    AUXILIARIES,
    CLAUSE_OPENERS,
    COMPLEMENTISERS,
    PERFECT_PARTICLES,
    PREPOSITIONS,
    PRONOUN_PHRASES,
    RELATIVES,
    TIMES,
)
from framing.text.once import once
from framing.text.tokens import Words

_BEFORE_SOURCES = TIMES | PRONOUN_PHRASES | ADVERBS
_CLAUSE_MARKS = PAUSES | frozenset(";:")  # behind which a subject may begin its clause
SUBJECT_WORDS = 8  # words of a subject between أن and its verb
PARTICLES = 4  # in a row that one source stands behind
_BEFORE_VERBS = PERFECT_PARTICLES | TIMES


@once
def source_of(words: Words, cue: Cue, cues: Cues) -> Place | None:
    """The words that name the source of a cue; `cues` are all cues of the text.

    Asked in the order of the text, since it may be the source of the cue before. A reader's own
    parser (`framing.text.parsing`) is asked first.
    """
    parsed = words.parse and words.parse.source_of(cue.first, cue.last)
    return parsed or _by_rules(words, cue, cues)


def _by_rules(words: Words, cue: Cue, cues: Cues) -> Place | None:
    inside = cue.hit.last - cue.hit.first + 1 - len(cue.hit.readings)
    if inside > 0:  # رفض الكرملين التعليق
        return cue.first + 1, cue.first + inside
    if takes_up_speech(words, cue):
        return None
    if cue.entry.kind == "particle":
        return _of_particle(words, cue, cues)
    if cue.hit.head.stem.part == "participle":
        return None
    between = _between(words, cue)
    if between:
        return between
    is_free = cue.last == cue.hit.last or cue.passes_on  # نقلت عن مصادر
    if is_free and (_is_relative(cue) or not cue.hit.readings[-1].pronoun):
        behind = _after(words, cue, cues)
        if behind:
            return behind
    return None if cue.hit.head.conjunction else _before(words, cue, cues)


def _between(words: Words, cue: Cue) -> Place | None:
    """وكانت صحيفة ... قد أفادت: between كان and its verb stands the subject."""
    end = cue.first - 2
    if words.folded(end + 1) not in PERFECT_PARTICLES:
        return None
    begin = words.sentence_words(cue.first).start
    for place in range(end, max(begin, end - LONGEST) - 1, -1):
        if words.folded(place) in AUXILIARIES:
            return (place + 1, end) if place < end else None
    return None


def _is_relative(cue: Cue) -> bool:
    """ما ذكره البيت الأبيض: the pronoun is the object's, the subject follows."""
    return bool(cue.hit.head.pronoun) and cue.hit.head.stem.part == "verb"


def _of_particle(words: Words, cue: Cue, cues: Cues) -> Place | None:
    """The noun behind a particle, or the subject of the cue behind it (بحسب ما قاله)."""
    if cue.entry.subtype == "news-of":
        return None
    for _ in range(PARTICLES):
        place = cue.last + 1
        place += words.folded(place) in ("ما", "لما", "بما")
        if place not in cues:
            return noun_phrase(words, cue, place, cues)
        cue = cues[place]
        if cue.entry.kind != "particle":
            return source_of(words, cue, cues)
    return None


def _after(words: Words, cue: Cue, cues: Cues) -> Place | None:
    start = cue.last + 1
    while words.folded(start) in _BEFORE_SOURCES:
        start += 1
    if opens_content(words, cue, start) or _is_manner(words, start):
        return None
    if words.folded(start) in AUDIENCES:
        return None
    return noun_phrase(words, cue, start, cues)


def _is_manner(words: Words, place: int) -> bool:
    """قال متوجها إلى: a participle of manner, not a subject."""
    word = words.folded(place)
    return len(word) > 4 and word.startswith("م") and word.endswith("ا") and word[-2:] != "نا"


def _before(words: Words, cue: Cue, cues: Cues) -> Place | None:
    """The subject before its verb: the head of a relative clause, or what opens the clause."""
    end = cue.first - 1
    while end >= 0 and words.folded(end) in _BEFORE_VERBS:
        end -= 1
    sentence = words.sentence_words(cue.first)
    if end < sentence.start:
        return None
    if words.folded(end) in RELATIVES:
        taken_up = words.folded(end).startswith("و") and _of_cue_before(words, end, cues)
        return taken_up or _head_of(words, end - 1, cues) or _of_cue_before(words, end, cues)
    if words.folded(cue.last + 1) in PRONOUN_PHRASES:  # ألقى الشيخ كلمة رحب فيها
        return None
    for opening in _openings(words, cue, end, sentence.start):
        opening += is_imperfect(words, opening)  # قبل أن يكرر | الأول الدعوة
        phrase = noun_phrase(words, cue, opening, cues)
        if phrase and (phrase[1] >= end or _is_subject(words, opening, end, cues)):
            return phrase[0], end
    return _head_of(words, end, cues) if _is_bare(words, cue, end) else None


def _is_bare(words: Words, cue: Cue, end: int) -> bool:
    """بلاغا يفيد: a verb right behind an indefinite noun is a clause about it."""
    word = words.folded(end)
    return (
        not word.startswith("ال")
        and word not in ENDS
        and joins(words, end)
        and end == cue.first - 1
        and cue.hit.head.stem.part == "verb"
    )


def _of_cue_before(words: Words, place: int, cues: Cues) -> Place | None:
    """هذا ما ذكره الخبير، والذي قال: the relative takes up whom the cue before named."""
    before = cues.before(place)
    return source_of(words, before, cues) if before else None


def _openings(words: Words, cue: Cue, end: int, begin: int) -> Iterator[int]:
    """Where the clause of a verb may begin, nearest first: after a comma or its opener.

    No phrase that begins farther away reaches the verb.
    """
    for place in range(end, max(begin, end - LONGEST) - 1, -1):
        if place == begin or words.folded(place - 1) in CLAUSE_OPENERS:
            yield place
            return
        if not _CLAUSE_MARKS.isdisjoint(words.gap(place - 1)):
            yield place


def _is_subject(words: Words, opening: int, end: int, cues: Cues) -> bool:
    """Between أن and a verb stands its subject, whatever phrases hang on it."""
    stretch = range(opening, end + 1)
    return (
        words.folded(opening - 1) in COMPLEMENTISERS
        and len(stretch) <= SUBJECT_WORDS
        and all(place not in cues for place in stretch)
        and all(joins(words, place) for place in stretch)
    )


def _head_of(words: Words, end: int, cues: Cues) -> Place | None:
    """The noun a relative clause is about, with its adjectives: the last words before it."""
    if end < 0 or not joins(words, end):
        return None
    first = end
    while first > 0 and end - first < 7 and joins(words, first - 1):
        word = words.folded(first - 1)
        if word in PREPOSITIONS or word in ENDS or word in CLAUSE_OPENERS:
            break
        if first - 1 in cues or _is_verb_of(words, first - 1, end):
            break
        first -= 1
    return first, end


def _is_verb_of(words: Words, place: int, end: int) -> bool:
    """وصل الوزير الذي: the word that opens a sentence before a definite noun, unless known."""
    if is_imperfect(words, place):
        return True
    opens = place == words.sentence_words(place).start
    return (
        opens
        and place < end
        and not begins_actor(words, place)
        and not words.folded(place).startswith("ال")
        and words.folded(place + 1).startswith("ال")
    )
