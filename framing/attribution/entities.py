"""What a source is called by: one id for all its mentions in an article.

Five rules, each with its examples in tests/attribution/test_entities.py:

- named: the gazetteer's id of the person, outlet, institution, group or country;
- joint: several of one kind joined by و are one source, a+b (بوتين وكيري);
- held: an office with its country is whoever was introduced with both
  (وزير الدفاع الروسي سيرغي شويغو ... وذكر وزير الدفاع الروسي);
- office: else the office and what it is of (مسؤول في الخارجية الأميركية);
- words: whom no gazetteer knows goes by the words themselves.
"""

from collections.abc import Sequence
from functools import lru_cache

from framing.attribution.actors import actors_in, has_side, last_before
from framing.attribution.noun_phrases import Place
from framing.attribution.rules import Known
from framing.lexicon.matching import Hit
from framing.text.once import once
from framing.text.tokens import Words

COUNTRY_WITHIN = 3  # words from an office to its country
_UNDER = ("deputy", "assistant", "vice", "prime", "second", "crown")
_CLOSE = " ،,(\u00a0"  # what may stand between a title and its name

_Title = tuple[str, tuple[str, ...], str]


def office_of(hit: Hit) -> str:
    """An office without what it is of: الوزير takes up وزير الخارجية, but no deputy."""
    return _office(hit.entry.entity)


@lru_cache(maxsize=1024)
def _office(entity: str) -> str:
    words = [word for word in entity.split("-") if word not in ("of", "for")]
    is_whole = words[0] in _UNDER or words[-1] == "general"  # a secretary-general, a major-general
    return "-".join(words) if is_whole else words[-1]


def name_entity(words: Words, place: Place, actors: Sequence[Hit]) -> Known:
    """The id of the source that a phrase names; `actors` are those in it, in order."""
    persons = [hit for hit in actors if hit.entry.actor == "person"]
    sided = [hit for hit in actors if has_side(hit)]
    office = next((hit for hit in actors if not has_side(hit)), None)
    if persons:
        return _joint(persons)
    if not sided:
        return Known(_words_of(words, place), "words")
    if office is None or sided[0].first < office.first:
        return _joint(sided)
    if sided[0].entry.source_type == "media":
        return Known(sided[0].entry.entity, "named")
    holder = _holder(words, office, sided[0])
    if holder is not None:
        return Known(holder, "held")
    return Known(f"{office_of(office)}:{sided[0].entry.entity}", "office")


def _joint(hits: Sequence[Hit]) -> Known:
    """The first, and those of its kind that و joins to it."""
    joined = [hit for hit in hits[1:] if hit.head.conjunction and _is_alike(hit, hits[0])]
    entity = "+".join(dict.fromkeys(hit.entry.entity for hit in [hits[0], *joined]))
    return Known(entity, "joint" if joined else "named")


def _is_alike(one: Hit, other: Hit) -> bool:
    return one.entry.actor == other.entry.actor


def _words_of(words: Words, place: Place) -> str:
    return "-".join(words.folds[at].removeprefix("ال") for at in range(place[0], place[1] + 1))


def _holder(words: Words, office: Hit, sided: Hit) -> str | None:
    """Whoever was introduced with this office of this side before."""
    held = _introductions(words).get(_title(words, office, sided), [])
    person = last_before(held, office.first)
    return person.entry.entity if person else None


@once
def _introductions(words: Words) -> dict[_Title, list[Hit]]:
    """The persons a text names right behind an office and its country, by both."""
    found: dict[_Title, list[Hit]] = {}
    hits = actors_in(words)
    for office, sided, person in zip(hits, hits[1:], hits[2:], strict=False):
        is_introduced = not has_side(office) and person.entry.actor == "person"
        is_its_country = sided.first - office.last <= COUNTRY_WITHIN
        if is_introduced and is_its_country and _is_next(words, sided, person):
            found.setdefault(_title(words, office, sided), []).append(person)
    return found


def _title(words: Words, office: Hit, sided: Hit) -> _Title:
    """An office, what it is of, and its side: وزير, الدفاع, russia."""
    of = words.folds[office.last + 1 : sided.first]
    return office.entry.entity, of, sided.entry.category


def _is_next(words: Words, one: Hit, other: Hit) -> bool:
    return other.first == one.last + 1 and not words.gap(one.last).strip(_CLOSE)
