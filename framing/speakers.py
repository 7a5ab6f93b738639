"""Who the sources are: an entity, a side and a type for each, remembered along the article.

A source phrase is read with the gazetteer (`lexicons/actors.toml`). Six rules, each with
its examples in tests/test_speakers.py:

- named: a person, institution, country, medium or group of the gazetteer says who it is;
- described: an office takes the side of the first actor beside it (مسؤول أميركي);
- by surname: a bare name is whoever bore it before (القائد عبدي علي ... وأضاف علي);
- taken up: a definite office alone is whoever held it last (المسؤول, الوزير, المصادر);
- of the last speaker: a definite institution or statement that nobody is named with belongs
  to the side that spoke last (البيان, الجيش); an organisation to the last one named;
- resumed: a verb or participle without a source goes on with the last speaker.

Whom no rule knows is `unknown`, not guessed.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from framing.matching import Hit
from framing.noun_phrases import Place, actors_in
from framing.sourcing import Reference
from framing.tokens import Words

UNKNOWN = "unknown"
_ANONYMOUS = ("anonymous-official", "anonymous-source")
_UNDER = ("deputy", "assistant", "vice", "prime", "second", "crown")
_OTHERS = frozenset({"اخر", "اخري", "اخرون", "اخرين", "ثان", "ثانيه"})
_ORGANISATIONS = frozenset({"التنظيم", "الجماعه", "الحركه"})
SURNAME_WORDS = 2  # words of a bare name


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: an id within the article, the side, the type; and by what it was called."""

    entity: str
    side: str
    source_type: str
    offices: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()


NOBODY = Speaker(UNKNOWN, UNKNOWN, UNKNOWN)


def speaker_of(
    words: Words,
    place: Place | None,
    known: Sequence[Speaker],
    references: Sequence[Reference],
) -> Speaker:
    """Say who a source phrase means; `known` are the speakers so far, in order."""
    if place is None:
        return known[-1] if known else NOBODY
    actors = [hit for hit in actors_in(words) if place[0] <= hit.first and hit.last <= place[1]]
    offices = frozenset(_office(hit) for hit in actors if _has_no_side(hit))
    named = next((hit for hit in actors if hit.entry.actor == "person"), None)
    side = _side(actors, named)
    is_another = any(words.folded(one) in _OTHERS for one in range(place[0], place[1] + 1))
    is_bare = place[0] == place[1] and all(map(_has_no_side, actors))
    is_unnamed = side == UNKNOWN or (side == "media" and is_bare)
    if is_unnamed and not is_another:
        earlier = (
            _by_surname(words, place, actors, known)
            or _taken_up(offices, known)
            or _anonymous_again(words, place, actors, known)
        )
        if earlier:
            return earlier
        side = side if side != UNKNOWN else _of_last(words, place, actors, known)
    return Speaker(
        entity=_entity(words, place, actors, named),
        side=side,
        source_type=_type(actors, named, place, references),
        offices=offices,
        names=_names(words, place, actors, named),
    )


def _of_last(words: Words, place: Place, actors: Sequence[Hit], known: Sequence[Speaker]) -> str:
    """The side of a definite phrase that names nobody: of whoever spoke or was named last."""
    if not any(words.folded(one).startswith("ال") for one in (place[0], place[0] + 1)):
        return UNKNOWN
    if any(hit.entry.source_type in ("anonymous", "expert") for hit in actors):
        return UNKNOWN
    if words.folded(place[0]) in _ORGANISATIONS:
        groups = [h for h in actors_in(words) if h.last < place[0] and h.entry.actor == "group"]
        return groups[-1].entry.category if groups else UNKNOWN
    sides = [one.side for one in known if one.side not in (UNKNOWN, "media")]
    return sides[-1] if sides else UNKNOWN


def _id(hit: Hit) -> str:
    return hit.entry.entity or hit.entry.id


def _office(hit: Hit) -> str:
    """An office without what it is of: الوزير takes up وزير الخارجية, but no deputy."""
    words = [word for word in _id(hit).split("-") if word not in ("of", "for")]
    return "-".join(words) if words[0] in _UNDER else words[-1]


def _has_no_side(hit: Hit) -> bool:
    return hit.entry.category == "office"


def _has_side(hit: Hit) -> bool:
    return not _has_no_side(hit)


def _by_surname(
    words: Words, place: Place, actors: Sequence[Hit], known: Sequence[Speaker]
) -> Speaker | None:
    if actors or place[1] - place[0] >= SURNAME_WORDS:
        return None
    name = words.folded(place[1])
    return next((one for one in reversed(known) if name in one.names), None)


def _taken_up(offices: frozenset[str], known: Sequence[Speaker]) -> Speaker | None:
    return next((one for one in reversed(known) if offices & one.offices), None)


def _anonymous_again(
    words: Words, place: Place, actors: Sequence[Hit], known: Sequence[Speaker]
) -> Speaker | None:
    """المصدر after مسؤول أميركي: the unnamed one who spoke last."""
    if not any(hit.entry.source_type == "anonymous" and hit.head.article for hit in actors):
        return None
    return next((one for one in reversed(known) if one.source_type == "anonymous"), None)


def _entity(words: Words, place: Place, actors: Sequence[Hit], named: Hit | None) -> str:
    """The gazetteer's id; of an office its side too; else the words themselves."""
    if named is not None:
        return _id(named)
    sided = next((hit for hit in actors if _has_side(hit)), None)
    office = next((hit for hit in actors if _has_no_side(hit)), None)
    if office is not None and sided is not None and office.first < sided.first:
        return f"{_office(office)}:{_id(sided)}"
    if sided is not None:
        return _id(sided)
    return "-".join(words.folded(one).removeprefix("ال") for one in range(place[0], place[1] + 1))


def _side(actors: Sequence[Hit], named: Hit | None) -> str:
    head = next(iter(actors), None)
    if head is not None and head.entry.source_type == "media":
        return "media"
    if named is not None:
        return named.entry.category
    return next((hit.entry.category for hit in actors if _has_side(hit)), UNKNOWN)


def _type(
    actors: Sequence[Hit], named: Hit | None, place: Place, references: Sequence[Reference]
) -> str:
    head = next((hit for hit in actors if hit.entry.source_type), None)
    if named is not None:
        kinds = {hit.entry.source_type for hit in actors}
        return "expert" if "expert" in kinds else named.entry.source_type or "official"
    for reference in references:
        if (
            reference.category in _ANONYMOUS
            and reference.first <= place[1]
            and place[0] <= reference.last
        ):
            return "anonymous"
    if head is None:
        return UNKNOWN if not actors else "institution"
    return head.entry.source_type


def _names(words: Words, place: Place, actors: Sequence[Hit], named: Hit | None) -> frozenset[str]:
    """The words by which somebody may be called again: the name, or what no actor explains."""
    if named is not None:
        return frozenset(words.folded(one) for one in range(named.first, named.last + 1))
    explained = {one for hit in actors for one in range(hit.first, hit.last + 1)}
    return frozenset(
        words.folded(one)
        for one in range(place[0], place[1] + 1)
        if one not in explained and len(words.folded(one)) > 2
    )
