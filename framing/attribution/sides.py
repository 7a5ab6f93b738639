"""Whose party a source is: its side, read from the phrase, else from where the article is at home.

Rules, in this order, each with its examples in tests/attribution/test_sides.py:

- medium: an outlet is media, whatever its country;
- named: a person has his own side, whatever stands beside him;
- party: an armed group is of no state (ميليشيات في العراق), unless it is named beside it;
- described: an office, institution or people is of the first actor beside it; a town stands
  for its country (شرطة الموصل), but not for itself, and the object of a preposition of
  direction is another party (المبعوث إلى ليبيا);
- divided: in a country with two governments an office of the state belongs to the one that the
  codebook gives the country to (مسؤول يمني), other people to neither (مصادر يمنية);
- home: a state's office or institution, and residents, without a country are of the country
  that the article names more often than all others together, or else named last before them.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from framing.attribution.actors import actors_and_parts, group_of, has_side
from framing.attribution.noun_phrases import Place
from framing.lexicon.matching import Hit
from framing.text.function_words import folded
from framing.text.once import once
from framing.text.tokens import Words

UNKNOWN = "unknown"
_PARTIES = ("houthi", "syria-opposition", "armed-group")
_NO_NATIONS = (*_PARTIES, "un", "media", "office")
_NATION = {  # whose names count for one country
    "syria-government": "syria",
    "libya-east": "libya",
    "pmf": "iraq",
    "stc": "yemen-government",
    "wagner": "russia",
}
_STATE = {"syria": "syria-government"}  # where the state's offices have a side of their own
_PEOPLE = {"yemen-government": UNKNOWN, "syria-government": "syria"}  # where the people have
_TOWARDS = folded("مع إلى لدى ضد على عن بشأن حول نحو تجاه", ("",))
_OF_THE_STATE = folded(
    "رسمي حكومي أمني عسكري قضائي رسمية حكومية أمنية عسكرية قضائية رسميون رسميين حكوميون "
    "حكوميين أمنيون أمنيين عسكريون عسكريين الحكومة"
)


def side_of(words: Words, place: Place, actors: Sequence[Hit], named: Hit | None) -> str:
    """The side that a phrase names: of its outlet, person, group, country or institution."""
    head = next(iter(actors), None)
    if head is not None and head.entry.source_type == "media":
        return "media"
    if named is not None:
        return named.entry.category
    sided = [hit for hit in actors if has_side(hit) and _is_own(words, hit, place)]
    party = next((hit for hit in sided if group_of(words, hit.entry.category) in _PARTIES), None)
    if any(hit.entry.subtype == "militia" for hit in actors):
        return party.entry.category if party else "armed-group"
    if not sided:
        return UNKNOWN
    return _divided(words, place, actors, sided[0])


def _is_own(words: Words, hit: Hit, place: Place) -> bool:
    """Whether an actor gives the phrase its side: no town as head, no other party (مع موسكو)."""
    if hit.first == place[0]:
        return hit.entry.actor != "place"
    return words.folded(hit.first - 1) not in _TOWARDS


def _divided(words: Words, place: Place, actors: Sequence[Hit], sided: Hit) -> str:
    side = sided.entry.category
    if sided.entry.actor not in ("country", "place", "people"):
        return side
    if is_of_the_state(words, place, actors):
        return _STATE.get(side, side) if sided.entry.actor == "people" else side
    is_unnamed = any(hit.entry.source_type == "anonymous" for hit in actors)
    return _PEOPLE.get(side, side) if is_unnamed else side


def is_of_the_state(words: Words, place: Place, actors: Sequence[Hit]) -> bool:
    """Whether a phrase has an office or institution, or calls its people official."""
    if any(words.folded(at) in _OF_THE_STATE for at in range(place[0], place[1] + 1)):
        return True
    return any(
        hit.entry.subtype == "court-paper"
        or (
            hit.entry.source_type in ("official", "institution")
            and hit.entry.actor in ("office", "institution")
            and not (hit.entry.subtype == "area" and hit.first > place[0])
        )
        for hit in actors
    )


def is_at_home(words: Words, place: Place, actors: Sequence[Hit]) -> bool:
    """Whether a phrase without a country may be of the article's: the state's, or residents."""
    if any(hit.entry.subtype == "residents" for hit in actors):
        return True
    return is_of_the_state(words, place, actors)


def home_of(words: Words, place: Place, *, of_the_state: bool) -> str:
    """The side of the country where the article is at home, seen from a phrase."""
    home = _most_named(words) or _named_before(words, place[0])
    return _STATE.get(home, home) if of_the_state else _PEOPLE.get(home, home)


@once
def _most_named(words: Words) -> str | None:
    """The country that a text names more often than all others together."""
    counts = Counter(map(_nation, _nations(words)))
    return next((side for side, times in counts.items() if 2 * times > counts.total()), None)


def _named_before(words: Words, place: int) -> str:
    """The country named last before a word, else the first of the text."""
    nations = _nations(words)
    number = bisect_left(nations, place, key=lambda hit: hit.first) - 1
    while number >= 0 and nations[number].last >= place:
        number -= 1
    return _nation(nations[max(number, 0)]) if nations else UNKNOWN


def _nation(hit: Hit) -> str:
    return _NATION.get(hit.entry.category, hit.entry.category)


@once
def _nations(words: Words) -> tuple[Hit, ...]:
    """The countries that a text names, in order: by name, town, people, institution."""
    return tuple(
        hit
        for hit in actors_and_parts(words)
        if has_side(hit)
        and (group := group_of(words, hit.entry.category)) not in _NO_NATIONS
        and (hit.entry.actor in ("country", "place", "people") or group != "other")
        and hit.entry.actor != "group"
    )
