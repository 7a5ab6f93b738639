"""The subject before its verb: what opens the clause, or what a clause is about.

Four places, with examples in tests/attribution/test_source_spans.py and, of headlines and asides,
in tests/attribution/kinds/subject_first.toml and clause_between.toml:

- right before the verb (كندا تدين الهجوم), so that what stands behind is the object; of a second
  verb too (وتدعو);
- where the clause opens (لكن المتحدث أعلن; إن موسكو تدعو إلى);
- before a clause between commas (بلاغ للوزارة، توصلت به الجريدة، كشف أن);
- the noun that a relative or bare clause is about (المسؤول الذي أكد; بلاغا يفيد).
"""

from collections.abc import Iterator

from framing.attribution.actors import actors_at, begins_actor
from framing.attribution.content_starts import begins_adverbial
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
from framing.text.characters import PAUSES, QUOTATION_MARKS
from framing.text.function_words import (
    AUXILIARIES,
    CLAUSE_OPENERS,
    COMPLEMENTISERS,
    CONTENT_NOUNS,
    INTERROGATIVES,
    PREPOSITIONS,
    PRONOUN_PHRASES,
    RELATIVES,
    TIME_NOUNS,
    WAW_WORDS,
    conjoined,
)
from framing.text.once import once
from framing.text.tokens import Words

SUBJECT_WORDS = 8  # words of a subject between أن and its verb
HEAD_WORDS = 8  # words of a noun that a relative clause is about
_CLAUSE_MARKS = PAUSES | frozenset(";:")  # behind which a subject may begin its clause
_BINDING = RELATIVES | AUXILIARIES  # right before a verb whose subject stands elsewhere
_NO_SUBJECTS = INTERROGATIVES | CONTENT_NOUNS | TIME_NOUNS
_TAKEN_UP = conjoined(PRONOUN_PHRASES)


@once
def subject_first(words: Words, cue: Cue, cues: Cues) -> Place | None:
    """كندا تدين الهجوم: a verb right behind the subject with which its clause begins.

    In the imperfect nothing else stands so; in the perfect the subject is definite, a noun in ة
    or an actor, and opens its sentence. A verb with a pronoun is about the noun before
    (الاتفاق وصفه الوسيط بأنه هش).
    """
    head, end = cue.hit.head, cue.first - 1
    is_bound = head.conjunction or head.pronoun or words.folded(end) in _BINDING
    is_parted = words.gap(end).strip(f" {QUOTATION_MARKS}") if end >= 0 else True
    if is_bound or is_parted or end < words.sentence_words(cue.first).start:
        return None
    place = opening_phrase(words, cue, cues, end)
    if place is None or not _may_act(words, cue, place):
        return None if head.stem.slot == "perfect" else _of_last_clause(words, cue, cues)
    if head.stem.slot != "perfect":
        return place
    return (
        place
        if place[0] == words.sentence_words(place[0]).start and _is_noun(words, place)
        else None
    )


@once
def shares_subject(words: Words, cue: Cue, cues: Cues) -> bool:
    """البرازيل تغلق الحدود وتدعو السكان إلى الصبر: a second verb of a subject before the first."""
    before = cues.before(cue.first)
    if before is None or not cue.hit.head.conjunction:
        return False
    stems = before.hit.head.stem, cue.hit.head.stem
    is_alike = all(one.part == "verb" and one.slot != "perfect" for one in stems)
    between = words.text[words.starts[before.first] : words.starts[cue.first]]
    if not is_alike or "\n" in between or stems[0].text[0] != stems[1].text[0]:
        return False
    return subject_first(words, before, cues) is not None or shares_subject(words, before, cues)


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
    if word in _NO_SUBJECTS or word[:1].isdigit():
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


def _is_noun(words: Words, place: Place) -> bool:
    """Whether a phrase that opens a sentence cannot begin with a verb."""
    word = words.folded(place[0])
    has_article = word.startswith("ال") and len(word) > 4
    return has_article or words.skeletons[place[0]].endswith("ة") or begins_actor(words, place[0])


def before_clause(words: Words, cue: Cue, cues: Cues) -> Place | None:
    """بلاغ للوزارة، توصلت به الجريدة، | كشف أن: the subject before a clause between commas."""
    end, begin = cue.first - 1, words.sentence_words(cue.first).start
    if PAUSES.isdisjoint(words.gap(end)):
        return None
    for place in range(end - 1, max(begin, end - APPOSITION_WORDS) - 1, -1):
        if not PAUSES.isdisjoint(words.gap(place)):
            is_aside = _is_aside(words, range(place + 1, cue.first))
            return opening_phrase(words, cue, cues, place) if is_aside else None
    return None


def _is_aside(words: Words, places: range) -> bool:
    """Whether words between commas are a clause about the noun before, or an adverbial."""
    if begins_adverbial(words, places[0]) or words.folded(places[0]) in RELATIVES:
        return True
    has_pronoun = words.skeletons[places[0]].endswith(("ته", "ها")) and len(places) > 1
    return has_pronoun or any(words.folded(place) in _TAKEN_UP for place in places)


def opening_phrase(words: Words, cue: Cue, cues: Cues, end: int) -> Place | None:
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


def _begins_with_verb(words: Words, place: int) -> bool:
    """ويحل القانون, وجاء الإعلان: و before what is no definite noun or actor leads a verb."""
    word = words.folded(place)
    is_led = word.startswith("و") and len(word) > 2 and not word.startswith("وال")
    return is_led and word not in WAW_WORDS and not begins_actor(words, place)


def is_bare(words: Words, cue: Cue, end: int) -> bool:
    """بلاغا يفيد: a verb right behind an indefinite noun is a clause about it."""
    word = words.folded(end)
    return (
        not word.startswith("ال")
        and word not in ENDS
        and joins(words, end)
        and end == cue.first - 1
        and cue.hit.head.stem.part == "verb"
    )


def head_of(words: Words, end: int, cues: Cues) -> Place | None:
    """The noun a relative clause is about, with its adjectives: the last words before it."""
    if end < 0 or not joins(words, end):
        return None
    first = end
    while first > 0 and end - first < HEAD_WORDS - 1 and joins(words, first - 1):
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
