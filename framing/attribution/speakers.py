"""Who the sources are: an entity, a side and a type for each, remembered along the article.

A source phrase is read with the gazetteer (`lexicons/actors.toml`); what side it names itself
is read by `framing.attribution.sides`, what type it is by `framing.attribution.source_types`.
Else, each rule with its examples in tests/attribution/test_speakers.py:

- surname: a bare name is whoever bore it before, as a speaker or behind an office
  (وزير النقل بدر سالم ... وأضاف سالم);
- taken up, same body, pointed to: somebody named before (`framing.attribution.taken_up`);
- same body: the police are of the side that their spokesman was of;
- last speaker: a definite institution or paper without a name belongs to the side that spoke last
  (البيان, الجيش); an organisation to the last one named; the named holder of an office is rather
  of the article's country (`framing.attribution.sides`).

Who goes on where nobody is named is said by `framing.attribution.resumption`. Whom no rule knows
is `unknown`, not guessed; which rule does stands beside it (`framing.attribution.rules`).
"""

from collections.abc import Mapping

from framing.attribution.actors import actors_at, has_side, last_before
from framing.attribution.entities import name_entity
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
from framing.attribution.source_types import MEDIUM, UNNAMED, type_of
from framing.attribution.taken_up import Phrase, of_kinds, phrase_of, taken_up
from framing.lexicon.matching import Hit
from framing.text.function_words import ORGANISATIONS, OTHERS
from framing.text.once import once
from framing.text.tokens import Words

SURNAME_WORDS = 2  # words of a bare name
TITLE_WORDS = 8  # words of an office before a name
_NOBODY: Mapping[int, str] = {}


def speaker_of(
    words: Words, place: Place, heard: Heard, referred: Mapping[int, str] = _NOBODY
) -> Speaker:
    """Say who a source phrase means; `referred` are the references to sources, by their words."""
    phrase = _phrase(words, place, referred)
    place, actors = phrase.place, phrase.actors
    is_outlet = referred.get(place[0]) == MEDIUM
    side = Known(MEDIA, "medium") if is_outlet else side_of(words, place, actors, phrase.person)
    earlier = _known_before(phrase, side, heard)
    if earlier:
        return earlier
    if side is NOTHING:
        side = _of_context(phrase, heard)
    entity = _entity(phrase, heard)
    source_type = type_of(words, phrase.found, place, referred)
    return Speaker(
        entity=entity.value,
        side=side.value,
        source_type=source_type.value,
        rules=Rules(entity.rule, side.rule, source_type.rule),
        offices=phrase.offices,
        names=phrase.names,
        head=phrase.noun,
        is_issuer=any(hit.entry.subtype == "statement" for hit in actors),
    )


def _phrase(words: Words, place: Place, referred: Mapping[int, str]) -> Phrase:
    """A source phrase with its hits, but the outlet that an unnamed witness works for."""
    place = _with_body(words, place)
    found = [
        hit
        for hit in actors_at(words, place)
        if hit.entry.source_type != "media" or referred.get(hit.first) not in UNNAMED
    ]
    return phrase_of(words, place, found, without_names(words, found))


def _with_body(words: Words, place: Place) -> Place:
    """مصادر بالقوات: the body that an office is in may be written with bi- behind it."""
    following = place[1] + 1
    for hit in actors_at(words, (following, following + 2)):
        if hit.first == following and hit.head.prefix == "ب" and joins(words, place[1]):
            return place[0], hit.last
    return place


def _known_before(phrase: Phrase, side: Known, heard: Heard) -> Speaker | None:
    """The speaker named before whom a phrase means: by a surname, or one that it takes up."""
    words, place = phrase.words, phrase.place
    if phrase.is_bare and all(map(is_nisba, phrase.actors)):  # التركي: a family's, if borne before
        borne = _by_surname(phrase, heard)
        if borne:
            return borne
    if not OTHERS.isdisjoint(words.folds[place[0] : place[1] + 1]):
        return None
    is_mere = phrase.is_bare and not any(map(has_side, phrase.actors))
    if not (side is NOTHING or (side.value == MEDIA and is_mere)):
        return None
    return (not phrase.actors and _by_surname(phrase, heard)) or taken_up(phrase, heard)


def _by_surname(phrase: Phrase, heard: Heard) -> Speaker | None:
    words, place = phrase.words, phrase.place
    if place[1] - place[0] >= SURNAME_WORDS:
        return None
    speaker = heard.called(words.folded(place[1]))
    if not phrase.actors:
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


def _of_context(phrase: Phrase, heard: Heard) -> Known:
    """The side of a phrase that names none: of the same body, of the last speaker, of home."""
    words, place, actors = phrase.words, phrase.place, phrase.actors
    of_the_state = is_of_the_state(words, place, actors)
    is_group = phrase.first in ORGANISATIONS
    if not any(hit.entry.actor == "name" for hit in actors_at(words, place)):
        same = heard.in_office(phrase.offices) or NOBODY
        if of_the_state and same.side not in (UNKNOWN, MEDIA):
            return Known(same.side, same.again("same body").rules.side)
        last = _of_group(words, place) if is_group else _of_last(phrase, heard)
        if last is not NOTHING:
            return last
    if is_at_home(words, place, actors) and not is_group:
        return home_of(words, place, of_the_state=of_the_state)
    return NOTHING


def _of_group(words: Words, place: Place) -> Known:
    """The side of an organisation taken up (التنظيم): of the last one named."""
    group = last_before(of_kinds(words, ("group",)), place[0])
    return Known(group.entry.category, "taken up") if group else NOTHING


def _of_last(phrase: Phrase, heard: Heard) -> Known:
    """The side of a definite body or paper that bears no name: of whoever spoke last."""
    words, first = phrase.words, phrase.place[0]
    head: Hit | None = next(iter(phrase.actors), None)
    if head is None or head.first > first or phrase.names or heard.side == UNKNOWN:
        return NOTHING
    is_paper = head.entry.source_type == "document" and not words.folded(first).endswith("ات")
    is_body = head.entry.source_type == "institution" or is_paper
    is_definite = any(words.folded(at).startswith("ال") for at in (first, first + 1))
    return Known(heard.side, "last speaker") if is_body and is_definite else NOTHING


def _entity(phrase: Phrase, heard: Heard) -> Known:
    """The one named; of a statement taken up (البيان) whoever spoke last."""
    head = phrase.actors[0] if len(phrase.actors) == 1 else None
    if head and head.entry.subtype == "statement" and head.head.article and heard.last:
        return Known(heard.last.entity, "last speaker")
    return name_entity(phrase.words, phrase.place, phrase.actors)
