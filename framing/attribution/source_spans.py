"""Who is given the voice: the noun phrase that names a cue's source.

Tried in this order, each rule with its examples in tests/attribution/test_source_spans.py:

- between: the subject between كان and its verb (وكانت صحيفة ... قد أفادت);
- first: the subject that opens the clause right before its verb, above all in headlines, so that
  what stands behind is the object (كندا تدين الهجوم; نقابة المعلمين رفضت العرض);
- after: the noun phrase right behind the cue (وقال الوزير; بحسب المسؤول);
- relative: the noun that a relative clause is about (المسؤول الذي أكد), or whom the cue
  before named (هذا ما ذكره الخبير، والذي قال);
- before: the subject that opens the clause (لكن المتحدث أعلن; إن موسكو تدعو إلى).

A resumed verb and a participle name nobody (وأضاف أن; مؤكدا): their source is None, and
`framing.attribution.speakers` fills it along the article.
"""

from framing.attribution.addressees import behind_addressee
from framing.attribution.content_changes import takes_up_speech
from framing.attribution.content_starts import opens_content
from framing.attribution.cues import Cue, Cues
from framing.attribution.noun_phrases import LONGEST, Place, noun_phrase
from framing.attribution.objects import is_deed
from framing.attribution.subjects import (
    before_clause,
    head_of,
    is_bare,
    opening_phrase,
    shares_subject,
    subject_first,
)
from framing.text.function_words import (
    ADVERBS,
    AUXILIARIES,
    EULOGIES,
    OWN_WORDS,
    PERFECT_PARTICLES,
    PRONOUN_PHRASES,
    RELATIVES,
    TIMES,
    WHOM,
)
from framing.text.once import once
from framing.text.orthography import NUNATION
from framing.text.tokens import Words

PARTICLES = 4  # in a row that one source stands behind
_BEFORE_SOURCES = TIMES | PRONOUN_PHRASES | ADVERBS | {"لي"}
_BEFORE_VERBS = PERFECT_PARTICLES | TIMES
_OF_WHOM = WHOM | {"من"}  # those who: before a naming verb


@once
def source_of(words: Words, cue: Cue, cues: Cues) -> Place | None:
    """The words that name the source of a cue; `cues` are all cues of the text.

    Asked in the order of the text, since it may be the source of the cue before. A reader's own
    parser (`framing.text.parsing`) is asked first.
    """
    parsed = words.parse and words.parse.source_of(cue.first, cue.last)
    return parsed or _by_rules(words, cue, cues)


def _by_rules(words: Words, cue: Cue, cues: Cues) -> Place | None:
    part = cue.hit.head.stem.part
    if cue.hit.last - cue.hit.first >= len(cue.hit.readings):
        return _inside(words, cue, cues)
    if takes_up_speech(words, cue):
        return None
    if cue.entry.kind == "particle":
        if cue.entry.category == "hearsay" and not cue.passes_on:  # أنباء عن هجوم
            return None
        return _of_particle(words, cue, cues)
    is_own = cue.entry.subtype == "trailing" and words.folded(cue.last) in OWN_WORDS
    if is_own or part == "participle":  # على حد قوله
        return None
    if part == "masdar":
        return _of_masdar(words, cue, cues)
    return _between(words, cue) or _of_verb(words, cue, cues)


def _inside(words: Words, cue: Cue, cues: Cues) -> Place:
    """رفض الكرملين التعليق: the subject within a phrase; حمل الحزب | الحكومة مسؤولية الحادث."""
    last = cue.hit.last - len(cue.hit.readings) + 1
    phrase = noun_phrase(words, cue, cue.first + 1, cues) if cue.entry.takes else None
    return cue.first + 1, min(last, phrase[1]) if phrase else last


def _of_verb(words: Words, cue: Cue, cues: Cues) -> Place | None:
    first = subject_first(words, cue, cues)
    if first or shares_subject(words, cue, cues):
        return first
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


def _of_masdar(words: Words, cue: Cue, cues: Cues) -> Place | None:
    """The noun behind a noun of saying, unless that is what was said, or accused.

    مطالبة النقابة ب; بطلب من أكرا; but إعلان تحرير عدن; اتهام الحارس بالغش, not اتهام الوزير لهم.
    """
    start, is_led = cue.last + 1, bool(cue.hit.head.conjunction or cue.hit.head.prefix)
    if cue.last > cue.hit.last and words.folded(cue.last) != "من":  # يكرر الأول | الدعوة إلى
        return None if is_led else _before(words, cue, cues)
    if is_deed(words, start) or not NUNATION.isdisjoint(words.form(cue.last)):
        return None
    phrase = noun_phrase(words, cue, start, cues)
    if phrase and "person" in cue.entry.takes and "object" in cue.entry.governs:
        behind = range(start + 1, min(phrase[1] + 2, len(words)))
        whom = next((place for place in behind if words.folds[place].startswith("ل")), None)
        are_many = words.skeletons[cue.first].endswith("ات")  # اتهامات النقابة
        if whom is not None:
            return start, whom - 1
        return phrase if are_many else None
    return phrase or (None if is_led else _before(words, cue, cues))


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
    start = behind_addressee(words, cue, start)
    while words.folded(start) in _BEFORE_SOURCES:
        start += 1
    if opens_content(words, cue, start) or _is_manner(words, start):
        return None
    names_whom = bool(cue.entry.after and cue.entry.takes) and not words.gap(start - 1).isspace()
    if names_whom or words.folded(start) in EULOGIES:  # من سماهم «الخونة»; قال صلى الله عليه وسلم
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
        return taken_up or head_of(words, end - 1, cues) or _of_cue_before(words, end, cues)
    if words.folded(end) in _OF_WHOM:  # ممن وصفهم بالخونة
        return None
    if words.folded(cue.last + 1) in PRONOUN_PHRASES:  # ألقى الشيخ كلمة رحب فيها
        return None
    opening = before_clause(words, cue, cues) or opening_phrase(words, cue, cues, end)
    return opening or (head_of(words, end, cues) if is_bare(words, cue, end) else None)


def _of_cue_before(words: Words, place: int, cues: Cues) -> Place | None:
    """هذا ما ذكره الخبير، والذي قال: the relative takes up whom the cue before named."""
    before = cues.before(place)
    return source_of(words, before, cues) if before else None
