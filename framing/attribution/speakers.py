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

from collections.abc import Container, Sequence

from framing.attribution.actors import actors_at, actors_in, has_side, last_before
from framing.attribution.entities import name_entity, office_of
from framing.attribution.heard import NOBODY, Heard, Speaker
from framing.attribution.noun_phrases import Place, joins
from framing.attribution.sides import (
    UNKNOWN,
    home_of,
    is_at_home,
    is_of_the_state,
    side_of,
)
from framing.lexicon.matching import Hit
from framing.text.function_words import (
    CALLED,
    FORMER,
    LATTER,
    ORGANISATIONS,
    OTHERS,
    conjoined,
)
from framing.text.once import once
from framing.text.tokens import Words

_CALLED = conjoined(CALLED)
SURNAME_WORDS = 2  # words of a bare name
TITLE_WORDS = 8  # words of an office before a name


def speaker_of(words: Words, place: Place, heard: Heard, unnamed: Container[int] = ()) -> Speaker:
    """Say who a source phrase means; `unnamed` are the words that refer to unnamed sources."""
    place = _with_body(words, place)
    found = actors_at(words, place)
    actors = [hit for hit in found if hit.entry.actor != "name"]
    named = next((hit for hit in actors if hit.entry.actor == "person"), None)
    offices = tuple(office_of(hit) for hit in actors if not has_side(hit))
    side = side_of(words, place, actors, named)
    names = _names(words, place, actors, named)
    is_another = any(words.folded(at) in OTHERS for at in range(place[0], place[1] + 1))
    is_bare = place[0] == place[1] and not any(map(has_side, actors))
    if (side == UNKNOWN or (side == "media" and is_bare)) and not is_another:
        earlier = (
            _pointed_to(words, place)
            or _by_surname(words, place, actors, heard)
            or _taken_up(words, place, offices[:1], names, heard)
            or _anonymous_again(words, place, found, heard)
        )
        if earlier:
            return earlier
    if side == UNKNOWN:
        side = _of_context(words, place, actors, offices, heard)
    return Speaker(
        entity=_entity(words, place, actors, heard),
        side=side,
        source_type=_type(words, found, place, unnamed),
        offices=frozenset(offices),
        names=names,
    )


def _with_body(words: Words, place: Place) -> Place:
    """مصادر بالقوات: the body that an office is in may be written with bi- behind it."""
    following = place[1] + 1
    for hit in actors_at(words, (following, following + 2)):
        if hit.first == following and hit.head.prefix == "ب" and joins(words, place[1]):
            return place[0], hit.last
    return place


def _of_context(
    words: Words,
    place: Place,
    actors: Sequence[Hit],
    offices: tuple[str, ...],
    heard: Heard,
) -> str:
    """The side of a phrase that names none: of the same body, of the last speaker, of home."""
    of_the_state = is_of_the_state(words, place, actors)
    same = heard.in_office(offices) or NOBODY
    home = last = UNKNOWN
    if is_at_home(words, place, actors):
        home = home_of(words, place, of_the_state=of_the_state)
    if not any(hit.entry.actor == "name" for hit in actors_at(words, place)):
        last = same.side if of_the_state and same.side != "media" else UNKNOWN
        last = _of_last(words, place, actors, heard) if last == UNKNOWN else last
    return home if last == UNKNOWN else last


def _of_last(words: Words, place: Place, actors: Sequence[Hit], heard: Heard) -> str:
    """The side of a definite phrase that names nobody: of whoever spoke or was named last."""
    if not any(words.folded(at).startswith("ال") for at in (place[0], place[0] + 1)):
        return UNKNOWN
    if any(hit.entry.source_type in ("anonymous", "expert") for hit in actors):
        return UNKNOWN
    if words.folded(place[0]) in ORGANISATIONS:
        group = last_before(_of_kind(words, "group"), place[0])
        return group.entry.category if group else UNKNOWN
    return heard.side


def _pointed_to(words: Words, place: Place) -> Speaker | None:
    """الأول والأخير: of the persons named before, the one before the last, and the last."""
    word = words.folded(place[1])
    if word not in LATTER | FORMER or place[1] - place[0] >= SURNAME_WORDS:
        return None
    hit = last_before(_of_kind(words, "person"), place[0])
    if hit is not None and word not in LATTER:
        hit = _before_others(words)[hit]
    if hit is None:
        return None
    return Speaker(hit.entry.entity, hit.entry.category, hit.entry.source_type or "official")


@once
def _of_kind(words: Words, actor: str) -> tuple[Hit, ...]:
    """The actors of one kind that a text names, in order."""
    return tuple(hit for hit in actors_in(words) if hit.entry.actor == actor)


@once
def _before_others(words: Words) -> dict[Hit, Hit | None]:
    """Of each naming of a person the last of somebody else before it."""
    found: dict[Hit, Hit | None] = {}
    last = None
    for hit in _of_kind(words, "person"):
        is_same = last is not None and last.entry.entity == hit.entry.entity
        found[hit] = found[last] if last is not None and is_same else last
        last = hit
    return found


def _by_surname(words: Words, place: Place, actors: Sequence[Hit], heard: Heard) -> Speaker | None:
    if actors or place[1] - place[0] >= SURNAME_WORDS:
        return None
    name = words.folded(place[1])
    return heard.called(name) or _introduced(words, place)


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
    if speaker is None:
        return None
    new = {name for name in names - speaker.names if not name.startswith("ال")}
    return None if new else speaker


def _anonymous_again(
    words: Words, place: Place, found: Sequence[Hit], heard: Heard
) -> Speaker | None:
    """المصدر after مسؤول أميركي: the unnamed one who spoke last."""
    head = next((hit for hit in found if hit.entry.source_type == "anonymous"), None)
    if head is None or not head.head.article or _is_named(words, found, place, head):
        return None
    return heard.unnamed


def _entity(words: Words, place: Place, actors: Sequence[Hit], heard: Heard) -> str:
    """The one named; of a statement taken up (البيان) the one who made it, who spoke last."""
    head = actors[0] if len(actors) == 1 else None
    if head and head.entry.subtype == "statement" and head.head.article and heard.last:
        return heard.last.entity
    return name_entity(words, place, actors)


def _type(words: Words, found: Sequence[Hit], place: Place, unnamed: Container[int]) -> str:
    """What kind of source a phrase is: by its head, unless it is named, or left unnamed."""
    head = next((hit for hit in found if hit.entry.source_type), None)
    if head is None:
        return UNKNOWN if not found else "institution"
    if any(hit.entry.actor == "person" for hit in found):
        kinds = {hit.entry.source_type for hit in found}
        return "expert" if "expert" in kinds else "official"
    if head.entry.source_type == "expert":
        return "expert"
    if _is_named(words, found, place, head):
        return "official"
    is_unnamed = any(at in unnamed for at in range(place[0], place[1] + 1))
    return "anonymous" if is_unnamed else head.entry.source_type


def _is_named(words: Words, found: Sequence[Hit], place: Place, head: Hit) -> bool:
    """القائد عبدي علي; أحد الشهود ويدعى عبد الله: a name that no gazetteer knows."""
    if any(words.folded(at) in _CALLED for at in range(place[0], place[1] + 1)):
        return True
    given = next((hit for hit in found if hit.entry.actor == "name"), None)
    if given is None or head.entry.source_type not in ("official", "anonymous"):
        return False
    between = range(head.last + 1, given.first)
    return head is given or all(words.folded(at).startswith("ال") for at in between)


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
