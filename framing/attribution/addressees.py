"""Whom something is told, where that stands between the verb and who tells it.

قال لوكالة الأنباء | ضابطان إن; وقالت للصحيفة | مصادر إن; وأبلغ الصحيفة | مصدر أمني أن. An
addressee is an outlet, its reporter or reporters, behind ل; or, of a verb that takes persons, an
outlet taken up right behind the verb, where an indefinite speaker follows or the verb is of another
gender. Examples in tests/attribution/kinds/addressee_first.toml.
"""

from framing.attribution.actors import actors_at, has_side
from framing.attribution.cues import Cue
from framing.attribution.quotations import typed_quotes
from framing.lexicon.matching import Hit
from framing.text.characters import QUOTATION_MARKS
from framing.text.function_words import AUDIENCES, OUTLETS, PREPOSITIONS, PRONOUNS, RELATIVES
from framing.text.once import once
from framing.text.tokens import Span, Words

_LOOSE = f" ـ()\u200f{QUOTATION_MARKS}"
NAME_WORDS = 5  # words of an outlet's name


def behind_addressee(words: Words, cue: Cue, place: int) -> int:
    """The word behind the addressee that begins at a word; the same word if none does."""
    if place >= len(words) or words.gap(place - 1).strip():
        return place
    if _is_told(words, cue, place):
        return place + 1
    if not _begins_addressee(words, place):
        return place
    if place in _ends_of_quoted(words):
        return _ends_of_quoted(words)[place] + 1
    last = max([place, *(hit.last for hit in _actors_from(words, place))])
    is_open = last == place and not _is_definite(words, place)  # لصحيفة | الميناء
    while last - place < NAME_WORDS and last + 1 < len(words) and _joins_on(words, last, is_open):
        last, is_open = last + 1, False
        last = max([last, *(hit.last for hit in _actors_from(words, last) if not _speaks(hit))])
    return last + 1


def _is_told(words: Words, cue: Cue, place: int) -> bool:
    """وأبلغ الصحيفة | مصدر أمني: an outlet taken up is the object of a verb that takes persons."""
    if "person" not in cue.entry.takes or words.folded(place) not in OUTLETS:
        return False
    if words.gap(place).strip():
        return False
    is_masculine = not cue.hit.head.stem.text.endswith("ت")
    speaker = next((hit for hit in _actors_from(words, place + 1) if _speaks(hit)), None)
    is_other = is_masculine and words.skeletons[place].endswith("ة")
    return speaker is not None and (is_other or not speaker.head.article)


def _begins_addressee(words: Words, place: int) -> bool:
    word = words.folded(place)
    if word in AUDIENCES or word == "ل":
        return True
    return any(
        hit.head.prefix == "ل" and hit.entry.source_type == "media"
        for hit in _actors_from(words, place)
    )


def _joins_on(words: Words, last: int, is_open: bool) -> bool:
    """Whether the next word still belongs to the addressee: its name, an adjective."""
    if words.gap(last).strip(_LOOSE):
        return False
    word, hits = words.folded(last + 1), _actors_from(words, last + 1)
    if word in PREPOSITIONS or word in RELATIVES or any(_speaks(hit) for hit in hits):
        return False
    return is_open or word.startswith("ال") or any(hit.entry.actor == "medium" for hit in hits)


def _speaks(hit: Hit) -> bool:
    """Whether an actor is somebody who speaks, and no adjective of an outlet (العمانية)."""
    is_people = hit.entry.actor == "people" and not has_side(hit)
    return is_people or hit.entry.actor in ("office", "person", "name")


def _actors_from(words: Words, place: int) -> list[Hit]:
    return [hit for hit in actors_at(words, (place, place + NAME_WORDS)) if hit.first == place]


def _is_definite(words: Words, place: int) -> bool:
    """للصحيفة, لمراسلنا: no name needs to follow."""
    word = words.folded(place)
    return word.startswith("لل") or word.endswith(tuple(one for one in PRONOUNS if len(one) > 1))


@once
def _ends_of_quoted(words: Words) -> dict[int, int]:
    """Of a lone ل before a name in quotation marks, where the name ends."""
    found = {}
    for quote in typed_quotes(words):
        inside = words.within(Span(quote.start, quote.end))
        if quote.is_pair and inside and words.folded(inside.start - 1) == "ل":
            found[inside.start - 1] = inside.stop - 1
    return found
