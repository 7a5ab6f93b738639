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

from collections.abc import Iterator

from framing.attribution.addressees import behind_addressee
from framing.attribution.actors import actors_at, begins_actor
from framing.attribution.content_starts import begins_adverbial, opens_content
from framing.attribution.cues import Cue, Cues
from framing.attribution.noun_phrases import (
    APPOSITION_WORDS,
    ENDS,
    LONGEST,
    Place,
    is_imperfect,
    joins,
    noun_phrase,
)
from framing.attribution.objects import is_deed
from framing.text.characters import PAUSES, QUOTATION_MARKS
from framing.text.function_words import (
    ADVERBS,
    AUXILIARIES,
    CLAUSE_OPENERS,
    COMPLEMENTISERS,
    CONTENT_NOUNS,
    EULOGIES,
    INTERROGATIVES,
    OWN_WORDS,
    PERFECT_PARTICLES,
    PREPOSITIONS,
    PRONOUN_PHRASES,
    RELATIVES,
    TIME_NOUNS,
    TIMES,
    WAW_WORDS,
    WHOM,
    conjoined,
)
from framing.text.once import once
from framing.text.tokens import Words

_BEFORE_SOURCES = TIMES | PRONOUN_PHRASES | ADVERBS | {"لي"}
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
    if inside > 0:  # رفض الكرملين التعليق; حمل الحزب | الحكومة مسؤولية الحادث
        phrase = cue.entry.takes and noun_phrase(words, cue, cue.first + 1, cues)
        return cue.first + 1, min(cue.first + inside, phrase[1] if phrase else len(words))
    if cue.entry.kind == "particle":
        return _of_particle(words, cue, cues)
    is_own = cue.entry.subtype == "trailing" and words.folded(cue.last) in OWN_WORDS
    if is_own or cue.hit.head.stem.part == "participle":  # على حد قوله
        return None
    between = _between(words, cue)
    if between:
        return between
    if cue.hit.head.stem.part == "masdar":
        return _of_masdar(words, cue, cues)
    first = _first(words, cue, cues)
    if first or _goes_on_with(words, cue, cues):
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
    if is_deed(words, start):
        return None
    phrase = noun_phrase(words, cue, start, cues)
    if phrase and "person" in cue.entry.takes and "object" in cue.entry.governs:
        behind = range(start + 1, min(phrase[1] + 2, len(words)))
        whom = next((place for place in behind if words.folds[place].startswith("ل")), None)
        are_many = words.skeletons[cue.first].endswith("ات")  # اتهامات النقابة
        return phrase if whom is None and are_many else whom and (start, whom - 1)
    return phrase or (None if is_led else _before(words, cue, cues))


def _first(words: Words, cue: Cue, cues: Cues) -> Place | None:
    """كندا تدين الهجوم: a verb right behind the subject with which its clause begins.

    In the imperfect nothing else stands so; in the perfect the subject is definite, a noun in ة
    or an actor, and opens its sentence. A verb with a pronoun is about the noun before
    (الاتفاق وصفه الوسيط بأنه هش).
    """
    head, end = cue.hit.head, cue.first - 1
    is_bound = head.conjunction or head.pronoun or words.folded(end) in RELATIVES | AUXILIARIES
    is_parted = words.gap(end).strip(f" {QUOTATION_MARKS}") if end >= 0 else True
    if is_bound or is_parted or end < words.sentence_words(cue.first).start:
        return None
    place = _opening(words, cue, cues, end)
    if place is None or not _may_act(words, cue, place):
        return None if head.stem.slot == "perfect" else _of_last_clause(words, cue, cues)
    if head.stem.slot != "perfect":
        return place
    return place if _opens_sentence(words, place[0]) and _is_noun(words, place) else None


def _goes_on_with(words: Words, cue: Cue, cues: Cues) -> bool:
    """البرازيل تغلق الحدود وتدعو السكان إلى الصبر: a second verb of a subject before the first."""
    before = cues.before(cue.first)
    if before is None or not cue.hit.head.conjunction:
        return False
    stems = before.hit.head.stem, cue.hit.head.stem
    is_alike = all(one.part == "verb" and one.slot != "perfect" for one in stems)
    if not is_alike or before.first < _line_start(words, cue.first):
        return False
    subject = source_of(words, before, cues)
    leads = subject is not None and subject[1] < before.first or _goes_on_with(words, before, cues)
    return leads and stems[0].text[0] == stems[1].text[0]


def _line_start(words: Words, place: int) -> int:
    """The first word of the line in which a word stands."""
    while place > 0 and "\n" not in words.gap(place - 1):
        place -= 1
    return place


def _of_last_clause(words: Words, cue: Cue, cues: Cues) -> Place | None:
    """مقتل تسعة | وباماكو تتهم: the subject of a clause that و joins to another."""
    end = cue.first - 1
    begin = max(words.sentence_words(cue.first).start, end - LONGEST)
    for opening in range(end, begin, -1):
        word = words.folded(opening)
        if word.startswith("و") and not _begins_with_verb(words, opening):
            phrase = noun_phrase(words, cue, opening, cues)
            is_subject = phrase is not None and phrase[1] >= end
            return (opening, end) if is_subject and _may_act(words, cue, (opening, end)) else None
    return None


def _may_act(words: Words, cue: Cue, place: Place) -> bool:
    """Whether a phrase before a verb may be its subject: no question, time, deed or number."""
    word = words.folded(place[0])
    if word in INTERROGATIVES | CONTENT_NOUNS | TIME_NOUNS or word[:1].isdigit():
        return False
    return not (_is_feminine(cue) and _is_masculine(words, place))


def _is_feminine(cue: Cue) -> bool:
    stem = cue.hit.head.stem
    return stem.text.startswith("ت") if stem.slot != "perfect" else stem.text.endswith("ت")


def _is_masculine(words: Words, place: Place) -> bool:
    """Whether a phrase is of one man, by his office: الوزير, but not الوزيرة or الوزراء."""
    head = next(iter(actors_at(words, (place[0], place[0] + 2))), None)
    is_office = head is not None and head.first == place[0] and head.entry.actor == "office"
    return is_office and not words.skeletons[place[0]].endswith(("ة", "ات", "ا", "اء"))


def _opens_sentence(words: Words, place: int) -> bool:
    return place == words.sentence_words(place).start


def _is_noun(words: Words, place: Place) -> bool:
    """Whether a phrase that opens a sentence cannot begin with a verb."""
    word = words.folded(place[0])
    has_article = word.startswith("ال") and len(word) > 4
    return has_article or words.skeletons[place[0]].endswith("ة") or begins_actor(words, place[0])


def _is_relative(cue: Cue) -> bool:
    """ما ذكره البيت الأبيض: the pronoun is the object's, the subject follows."""
    return bool(cue.hit.head.pronoun) and cue.hit.head.stem.part == "verb"


def _of_particle(words: Words, cue: Cue, cues: Cues) -> Place | None:
    """The noun behind a particle, or the subject of the cue behind it (بحسب ما قاله)."""
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
    if words.folded(start) in EULOGIES:  # قال صلى الله عليه وسلم
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
    if words.folded(end) in WHOM | {"من"}:  # ممن وصفهم بالخونة
        return None
    if words.folded(cue.last + 1) in PRONOUN_PHRASES:  # ألقى الشيخ كلمة رحب فيها
        return None
    opening = _before_clause(words, cue, cues) or _opening(words, cue, cues, end)
    return opening or (_head_of(words, end, cues) if _is_bare(words, cue, end) else None)


def _before_clause(words: Words, cue: Cue, cues: Cues) -> Place | None:
    """بلاغ للوزارة، توصلت به الجريدة، | كشف أن: the subject before a clause between commas."""
    end, begin = cue.first - 1, words.sentence_words(cue.first).start
    if PAUSES.isdisjoint(words.gap(end)):
        return None
    for place in range(end - 1, max(begin, end - APPOSITION_WORDS) - 1, -1):
        if not PAUSES.isdisjoint(words.gap(place)):
            is_aside = _is_aside(words, range(place + 1, cue.first))
            return _opening(words, cue, cues, place) if is_aside else None
    return None


def _is_aside(words: Words, places: range) -> bool:
    """Whether words between commas are a clause about the noun before, or an adverbial."""
    if begins_adverbial(words, places[0]) or words.folded(places[0]) in RELATIVES:
        return True
    taken_up = PRONOUN_PHRASES | conjoined(PRONOUN_PHRASES)
    has_pronoun = words.skeletons[places[0]].endswith(("ته", "ها")) and len(places) > 1
    return has_pronoun or any(words.folded(place) in taken_up for place in places)


def _opening(words: Words, cue: Cue, cues: Cues, end: int) -> Place | None:
    """The noun phrase that opens the clause of a verb and reaches the word before it.

    Of several the longest: سمير العلي، رئيس الاتحاد، قال.
    """
    found = None
    for opening in _openings(words, cue, end, words.sentence_words(cue.first).start):
        opening += is_imperfect(words, opening)  # قبل أن يكرر | الأول الدعوة
        phrase = noun_phrase(words, cue, opening, cues)
        if (
            phrase
            and not _begins_with_verb(words, opening)
            and (phrase[1] >= end or _is_subject(words, opening, end, cues))
        ):
            found = phrase[0], end
    return found


def _begins_with_verb(words: Words, place: int) -> bool:
    """ويحل القانون, وجاء الإعلان: و before what is no definite noun or actor leads a verb."""
    word = words.folded(place)
    is_led = word.startswith("و") and len(word) > 2 and not word.startswith("وال")
    return is_led and word not in WAW_WORDS and not begins_actor(words, place)


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
