"""Where the object of a verb begins, right behind the phrase that names its subject.

No case ending is printed, so اتهم الجيش قوات المعارضة shows only by its words where the army ends.
Once a phrase is complete (definite, or a known name), each rule says of the next word that it
cannot belong to it, with examples in tests/attribution/kinds/object_behind.toml:

- another: this, that (طالب السكان | هذا المسؤول);
- what is said: a verbal noun or noun of content (نفت الوزارة | وفاة المريض), a noun with a
  pronoun (أعلن المدير | استقالته), a predicate in the accusative (تعتبره أنقرة | تنظيما);
- another party: of a verb that takes persons, an actor or body that begins no apposition
  (اتهم الجيش | قوات المعارضة), a noun that no adjective is (الحكومة | الميليشيا);
- disagreement: a definite word that is no adjective of the phrase, by gender and number.

What a verb takes besides words, persons or contents, is `takes` of its entry in the lexicon.
"""

import re

from framing.attribution.actors import actors_at, actors_in, begins_actor
from framing.attribution.content_starts import is_preposition, opens_speech
from framing.attribution.cues import Cue
from framing.lexicon.matching import Hit
from framing.text.function_words import (
    BODIES,
    CONTENT_NOUNS,
    DEMONSTRATIVES,
    EMPHATICS,
    SON_OF,
)
from framing.text.once import once
from framing.text.tokens import Words

_WITH_PRONOUN = re.compile(r"[^بلك].+(?:ها|هم|هما)|[^بلك].{2,}ته")
# verbal nouns told by their shape: استقبال, استعادة, انسحاب, اجتماع, إعادة, توقيع, مواصلة
_VERBAL_NOUN = re.compile(r"است.{2,3}ا.|است.اده|ا.ت.ا.|ان..ا.|ا..ا.|اعاده|ت..ي.|ت...يه|م.ا..ه")
_ADJECTIVES = ("ي", "يه", "يين", "يون", "ين", "ون")  # of a nisba, or a sound plural
_FEMININE = ("ة", "ا", "ى", "ي", "ات")
_NAMES = ("person", "country", "group")
_SPOKEN_FOR = ("office", "person", "name", "people")  # behind whose title a name may follow


def is_object(words: Words, cue: Cue, phrase: tuple[int, int], horizon: int) -> bool:
    """Whether the word behind a phrase cannot belong to it: what its verb says, or of whom.

    `horizon` is the word with which what was said begins, 0 if none is in sight.
    """
    place = phrase[1] + 1
    word = words.folded(place)
    is_particle = cue.entry.kind == "particle"
    if not is_particle and _has_own_pronoun(words, place):
        return any(_is_complete(words, earlier) for earlier in range(phrase[0], place))
    if is_particle or not _is_complete(words, phrase[1]):
        return word in CONTENT_NOUNS and not horizon
    if place in _within_names(words):  # قوات الدعم | السريع
        return False
    if word in DEMONSTRATIVES:
        return True
    if _is_another_party(words, cue, phrase, place):
        return True
    if word.startswith("ال"):
        return _disagrees(words, cue, phrase, place)
    has_clause = horizon > 0 and opens_speech(words, horizon)
    return _is_said(words, cue, phrase, place) and not has_clause


def _is_complete(words: Words, place: int) -> bool:
    """Whether a phrase may end at a word: it is definite, or ends a known name."""
    word = words.folded(place)
    return (word.startswith(("ال", "لل", "وال")) and len(word) > 4) or place in _name_ends(words)


@once
def _name_ends(words: Words) -> frozenset[int]:
    """The last words of the persons, countries and groups that a text names."""
    return frozenset(hit.last for hit in actors_in(words) if hit.entry.actor in _NAMES)


@once
def _within_names(words: Words) -> frozenset[int]:
    """The words of known names but their first, which belong to whatever stands before."""
    named = actors_in(words)
    return frozenset(place for hit in named for place in range(hit.first + 1, hit.last + 1))


def _has_own_pronoun(words: Words, place: int) -> bool:
    """Whether a noun has a possessive pronoun, so that it is no part of a name: استقالته."""
    is_bound = _WITH_PRONOUN.fullmatch(words.skeletons[place]) is not None
    word = words.folded(place)
    return is_bound and not word.startswith("ال") and word not in EMPHATICS


def _is_said(words: Words, cue: Cue, phrase: tuple[int, int], place: int) -> bool:
    """Whether an indefinite word is what was said: a verbal noun, a noun and its adjective."""
    if is_deed(words, place) or _is_described(words, place):
        return True
    return bool(cue.entry.takes) and _is_accusative(words, phrase, place)


def is_deed(words: Words, place: int) -> bool:
    """Whether a word without article is a noun of content (أهمية) or shaped as a verbal noun."""
    word = words.folded(place)
    return word in CONTENT_NOUNS or _VERBAL_NOUN.fullmatch(word) is not None


def _is_described(words: Words, place: int) -> bool:
    """لائحة جديدة: a noun in ة and its adjective, both without the article."""
    pair = words.skeletons[place : place + 2]
    return not words.gap(place).strip() and all(
        word.endswith("ة") and len(word) > 3 and not word.startswith("ال") for word in pair
    )


def _is_accusative(words: Words, phrase: tuple[int, int], place: int) -> bool:
    """تعتبره أنقرة | تنظيما: an indefinite word in ا that is no name."""
    if begins_actor(words, place) or not _ends_in_alif(words, place):
        return False
    return not _is_office(words, phrase) or _ends_in_alif(words, place + 1)


def _ends_in_alif(words: Words, place: int) -> bool:
    word = words.folded(place)
    return len(word) > 3 and word.endswith("ا") and not word.startswith("ال")


def _is_another_party(words: Words, cue: Cue, phrase: tuple[int, int], place: int) -> bool:
    """Whether another party begins at a word, whom a verb that takes persons is about."""
    if not cue.entry.takes or is_preposition(words, place):
        return False
    word, actor = words.folded(place), _actor_at(words, place)
    if actor and actor.entry.actor in ("institution", "group", "country", "medium"):
        return not actor.head.prefix and not _is_adjective(words, place)
    if word.removeprefix("ال") in BODIES:
        return True
    is_indefinite = not word.startswith(("ال", "ل")) and word not in EMPHATICS | SON_OF
    if "person" in cue.entry.takes and is_indefinite and not actor:
        return _is_of_bodies(words, phrase)
    return False


def _actor_at(words: Words, place: int) -> Hit | None:
    found = actors_at(words, (place, place + 5))
    return next((hit for hit in found if hit.first == place), None)


def _is_adjective(words: Words, place: int) -> bool:
    """Whether a definite word has the shape of a nisba (الأميركية), which may be a country too."""
    word = words.folded(place)
    return word.startswith("ال") and word.endswith(_ADJECTIVES)


def _is_of_bodies(words: Words, phrase: tuple[int, int]) -> bool:
    """Whether a phrase names a body or country, whose name no further name follows."""
    found = actors_at(words, phrase)
    return bool(found) and found[0].first == phrase[0] and not _is_office(words, phrase)


def _is_office(words: Words, phrase: tuple[int, int]) -> bool:
    return any(hit.entry.actor in _SPOKEN_FOR for hit in actors_at(words, phrase))


def _disagrees(words: Words, cue: Cue, phrase: tuple[int, int], place: int) -> bool:
    """Whether a definite word is no adjective of the phrase: they differ in gender or number.

    النائب | الحكومة, المنظمة | الدول; behind any phrase: المدرب | اللاعبين, الوزير | الشركات;
    behind a feminine verb, and behind a name: جماعة نصرة الإسلام | الهجوم, القاعدة | الهجوم.
    """
    word, stretch = words.folded(place), range(phrase[0], place)
    before = [words.folded(earlier) for earlier in stretch]
    for ending in ("ين", "ات"):
        if word.endswith(ending):
            return len(word) > 5 and not any(earlier.endswith(ending) for earlier in before)
    stem = cue.hit.head.stem
    if stem.part != "verb":
        return False
    is_feminine = stem.text.endswith("ت") or (stem.text.startswith("ت") and stem.slot != "perfect")
    may_be_feminine = words.skeletons[place].endswith(_FEMININE)
    if cue.entry.takes and not may_be_feminine:
        is_name = phrase[1] in _name_ends(words) and not _is_office(words, phrase)
        if is_name or (is_feminine and before[0].endswith(("ه", "ات"))):
            return True
    if not all(earlier.startswith("ال") for earlier in before):
        return False
    if is_feminine:
        return before[0].endswith(("ه", "ات")) and not may_be_feminine
    return word.endswith("ه") and not any(earlier.endswith("ه") for earlier in before)
