"""Who the sources are: an entity, a side and a type for each, remembered along the article.

A source phrase is read with the gazetteer (`lexicons/actors.toml`); what side it names itself
is read by `framing.attribution.sides`. Six rules, each with its examples in
tests/attribution/test_speakers.py:

- named: a person, institution, country, medium or group of the gazetteer says who it is;
- by surname: a bare name is whoever bore it before, as a speaker or behind an office
  (وزير النقل بدر سالم ... وأضاف سالم);
- taken up: a definite office alone is whoever held it last (المسؤول, الوزير, المصادر);
- pointed to: الأخير is the person named last, الأول the one named before;
- of the same body: the police are of the side that their spokesman was of;
- of the last speaker: a definite institution or statement that nobody is named with belongs
  to the side that spoke last (البيان, الجيش); an organisation to the last one named; the
  named holder of an office is rather of the article's country (`framing.attribution.sides`).

Who goes on where nobody is named is said by `framing.attribution.resumption`. Whom no rule knows
is `unknown`, not guessed.
"""

from collections.abc import Collection, Mapping, Sequence

from framing.attribution.actors import actors_at, actors_in, has_side, last_before
from framing.attribution.entities import name_entity, office_of
from framing.attribution.heard import NOBODY, Heard, Speaker
from framing.attribution.noun_phrases import Place, joins
from framing.attribution.rules import MEDIA, NOTHING, UNKNOWN, Known, Rules
from framing.attribution.sides import (
    home_of,
    is_at_home,
    is_nisba,
    is_of_the_state,
    side_of,
    without_names,
)
from framing.attribution.source_types import MEDIUM, UNNAMED, is_named, type_of
from framing.lexicon.matching import Hit
from framing.text.function_words import (
    EMPHATICS,
    FORMER,
    LATTER,
    ORGANISATIONS,
    OTHERS,
)
from framing.text.once import once
from framing.text.tokens import Words

SURNAME_WORDS = 2  # words of a bare name
TITLE_WORDS = 8  # words of an office before a name
_PERSONS = ("person",)
_BODIES = ("country", "medium", "institution", "group")  # whom الأخيرة means
_NOBODY: Mapping[int, str] = {}


def speaker_of(
    words: Words, place: Place, heard: Heard, referred: Mapping[int, str] = _NOBODY
) -> Speaker:
    """Say who a source phrase means; `referred` are the references to sources, by their words."""
    place = _with_body(words, place)
    found = [hit for hit in actors_at(words, place) if not _is_of_witness(hit, referred)]
    actors = without_names(words, found)
    named = next((hit for hit in actors if hit.entry.actor == "person"), None)
    offices = _offices(actors)
    is_outlet = referred.get(place[0]) == MEDIUM
    side = Known(MEDIA, "medium") if is_outlet else side_of(words, place, actors, named)
    names = _names(words, place, actors, named)
    is_another = any(words.folded(at) in OTHERS for at in range(place[0], place[1] + 1))
    is_bare = place[0] == place[1] and not any(map(has_side, actors))
    may_be_name = place[0] == place[1] and all(map(is_nisba, actors))
    if may_be_name and (borne := _by_surname(words, place, actors, heard)):
        return borne
    if (side is NOTHING or (side.value == MEDIA and is_bare)) and not is_another:
        earlier = (
            _pointed_to(words, place)
            or (None if actors else _by_surname(words, place, actors, heard))
            or _of_statement(words, place, actors, heard)
            or _taken_up(words, place, offices[:1], names, heard)
            or _same_body(words, place, actors, heard)
            or _anonymous_again(words, place, found, heard)
        )
        if earlier:
            return earlier
    if side is NOTHING:
        side = _of_context(words, place, actors, names, heard)
    entity = _entity(words, place, actors, heard)
    source_type = type_of(words, found, place, referred)
    return Speaker(
        entity=entity.value,
        side=side.value,
        source_type=source_type.value,
        rules=Rules(entity.rule, side.rule, source_type.rule),
        offices=offices,
        names=names,
        head=_noun(words, place[0]),
        is_issuer=any(hit.entry.subtype == "statement" for hit in actors),
    )


def _with_body(words: Words, place: Place) -> Place:
    """مصادر بالقوات: the body that an office is in may be written with bi- behind it."""
    following = place[1] + 1
    for hit in actors_at(words, (following, following + 2)):
        if hit.first == following and hit.head.prefix == "ب" and joins(words, place[1]):
            return place[0], hit.last
    return place


def _of_context(
    words: Words, place: Place, actors: Sequence[Hit], names: Collection[str], heard: Heard
) -> Known:
    """The side of a phrase that names none: of the same body, of the last speaker, of home."""
    of_the_state = is_of_the_state(words, place, actors)
    is_group = words.folded(place[0]) in ORGANISATIONS
    if not any(hit.entry.actor == "name" for hit in actors_at(words, place)):
        same = heard.in_office(_offices(actors)) or NOBODY
        if of_the_state and same.side not in (UNKNOWN, MEDIA):
            return Known(same.side, same.again("same body").rules.side)
        last = _of_group(words, place) if is_group else _of_last(words, place, actors, names, heard)
        if last is not NOTHING:
            return last
    if is_at_home(words, place, actors) and not is_group:
        return home_of(words, place, of_the_state=of_the_state)
    return NOTHING


def _offices(actors: Sequence[Hit]) -> tuple[str, ...]:
    return tuple(office_of(hit) for hit in actors if not has_side(hit))


def _of_group(words: Words, place: Place) -> Known:
    """The side of an organisation taken up (التنظيم): of the last one named."""
    group = last_before(_of_kinds(words, ("group",)), place[0])
    return Known(group.entry.category, "taken up") if group else NOTHING


def _of_last(
    words: Words, place: Place, actors: Sequence[Hit], names: Collection[str], heard: Heard
) -> Known:
    """The side of a definite body that bears no name: of whoever spoke last."""
    head = next(iter(actors), None)
    if head is None or head.first > place[0] or names:
        return NOTHING
    is_paper = head.entry.source_type == "document" and not words.folded(head.first).endswith("ات")
    is_body = head.entry.source_type == "institution" or is_paper
    is_definite = any(words.folded(at).startswith("ال") for at in (place[0], place[0] + 1))
    if not is_body or not is_definite:
        return NOTHING
    return Known(heard.side, "last speaker") if heard.side != UNKNOWN else NOTHING


def _pointed_to(words: Words, place: Place) -> Speaker | None:
    """الأول والأخير: the person named before the last; whoever was named last."""
    word = words.folded(place[1])
    if word not in LATTER | FORMER or place[1] > place[0]:
        return None
    hit = last_before(_of_kinds(words, _PERSONS), place[0])
    if word in FORMER and hit is not None:
        hit = _before_others(words)[hit]
    elif hit is None or word.endswith("ه"):
        hit = last_before(_of_kinds(words, _BODIES), place[0])
    if hit is None:
        return None
    source_type = hit.entry.source_type or "institution"
    return Speaker(hit.entry.entity, hit.entry.category, source_type, Rules(*["pointed to"] * 3))


@once
def _of_kinds(words: Words, kinds: tuple[str, ...]) -> tuple[Hit, ...]:
    """The actors with a side, of some kinds, that a text names, in order."""
    return tuple(hit for hit in actors_in(words) if hit.entry.actor in kinds and has_side(hit))


@once
def _before_others(words: Words) -> dict[Hit, Hit | None]:
    """Of each naming of a person the last of somebody else before it."""
    found: dict[Hit, Hit | None] = {}
    last = None
    for hit in _of_kinds(words, _PERSONS):
        is_same = last is not None and last.entry.entity == hit.entry.entity
        found[hit] = found[last] if last is not None and is_same else last
        last = hit
    return found


def _by_surname(words: Words, place: Place, actors: Sequence[Hit], heard: Heard) -> Speaker | None:
    if place[1] - place[0] >= SURNAME_WORDS:
        return None
    speaker = heard.called(words.folded(place[1]))
    if not actors:
        speaker = speaker or _introduced(words, place)
    return speaker.again("surname") if speaker else None


def _introduced(words: Words, place: Place) -> Speaker | None:
    """وزير النقل بدر باسلمة ... وذكر باسلمة: a name that stood behind an office before."""
    first = _first_places(words)[words.folds[place[1]]]
    if first >= place[0]:
        return None
    begin = first
    while begin > 0 and first - begin < TITLE_WORDS and joins(words, begin - 1):
        begin -= 1
    heads = [hit for hit in actors_at(words, (begin, first)) if hit.entry.source_type == "official"]
    return speaker_of(words, (heads[0].first, first), Heard()) if heads else None


@once
def _first_places(words: Words) -> dict[str, int]:
    """Where each word first stands."""
    last = len(words) - 1
    return {word: last - place for place, word in enumerate(reversed(words.folds))}


def _of_statement(
    words: Words, place: Place, actors: Sequence[Hit], heard: Heard
) -> Speaker | None:
    """البيان, المصدر ذاته behind a statement: whoever issued it."""
    head = actors[0] if len(actors) == 1 else None
    if head is None or not head.head.article or heard.issuer is None:
        return None
    if any(words.folded(at) not in EMPHATICS for at in range(head.last + 1, place[1] + 1)):
        return None
    is_paper = head.entry.subtype == "statement"
    is_source = head.entry.subtype == "source" and heard.unnamed is None
    return heard.issuer.again("same body") if is_paper or is_source else None


def _same_body(words: Words, place: Place, actors: Sequence[Hit], heard: Heard) -> Speaker | None:
    """الجيش behind الجيش الوطني, الحركة behind حركة النهضة: a body by its first noun alone."""
    is_body = [hit.entry.source_type for hit in actors] == ["institution"]
    if not is_body or place[0] != place[1] or not words.folded(place[0]).startswith("ال"):
        return None
    speaker = heard.headed(_noun(words, place[0]))
    is_alike = speaker is not None and speaker.source_type == "institution"
    return speaker.again("same body") if speaker and is_alike else None


def _noun(words: Words, place: int) -> str:
    return words.folded(place).removeprefix("ال")


def _taken_up(
    words: Words,
    place: Place,
    offices: tuple[str, ...],
    names: frozenset[str],
    heard: Heard,
) -> Speaker | None:
    """The one who held the office last; not of an indefinite word, or a name of its own."""
    if place[0] == place[1] and not words.folded(place[0]).startswith(("ال", "لل", "وال")):
        return None
    speaker = heard.in_office(offices)
    if speaker is None or not (speaker.is_issuer or speaker.offices[:1] == offices):
        return None  # the police are not their spokesman
    new = {name for name in names - speaker.names if not name.startswith("ال")}
    return None if new else speaker.again("taken up")


def _anonymous_again(
    words: Words, place: Place, found: Sequence[Hit], heard: Heard
) -> Speaker | None:
    """المصدر after مسؤول أميركي: the unnamed one who spoke last."""
    head = next((hit for hit in found if hit.entry.source_type == "anonymous"), None)
    if head is None or not head.head.article or is_named(words, found, place, head):
        return None
    return heard.unnamed.again("taken up") if heard.unnamed else None


def _entity(words: Words, place: Place, actors: Sequence[Hit], heard: Heard) -> Known:
    """The one named; of a statement taken up (البيان) whoever spoke last."""
    head = actors[0] if len(actors) == 1 else None
    if head and head.entry.subtype == "statement" and head.head.article and heard.last:
        return Known(heard.last.entity, "last speaker")
    return name_entity(words, place, actors)


def _is_of_witness(hit: Hit, referred: Mapping[int, str]) -> bool:
    """شاهد من رويترز: the outlet that an unnamed witness works for is no source."""
    return hit.entry.source_type == "media" and referred.get(hit.first) in UNNAMED


def _names(words: Words, place: Place, actors: Sequence[Hit], named: Hit | None) -> frozenset[str]:
    """The words by which somebody may be called again: the name, or what no actor explains."""
    if named is not None:
        return frozenset(words.folded(at) for at in range(named.first, named.last + 1))
    explained = {at for hit in actors for at in range(hit.first, hit.last + 1)}
    return frozenset(
        words.folded(at)
        for at in range(place[0], place[1] + 1)
        if at not in explained and len(words.folded(at)) > 2
    )
