"""Whom a source phrase takes up that was named before: one speaker, known again.

- pointed to: الأول is the person named before the last one, الأخير whoever was named last;
- same body: البيان and المصدر ذاته behind a statement are whoever issued it, الجيش behind
  الجيش الوطني is that body;
- taken up: a definite office alone is whoever held it last (المسؤول, الوزير, المصادر), and المصدر
  whoever was left unnamed.

Examples stand in tests/attribution/test_speakers.py and tests/attribution/kinds.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from framing.attribution.actors import actors_in, has_side, last_before
from framing.attribution.entities import office_of
from framing.attribution.heard import Heard, Speaker
from framing.attribution.noun_phrases import Place
from framing.attribution.rules import Rules
from framing.attribution.source_types import is_named
from framing.lexicon.matching import Hit
from framing.text.function_words import EMPHATICS, FORMER, LATTER
from framing.text.once import once
from framing.text.tokens import Words

PERSONS = ("person",)
_BODIES = ("country", "medium", "institution", "group")  # whom الأخيرة means
_DEFINITE = ("ال", "لل", "وال")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A source phrase as the gazetteer reads it.

    `found` are all hits in it, `actors` those that are no names; `person` is the first one known;
    `offices` are what its actors without a side are, the head first; `names` the words by which
    somebody may be called again: the person's, or those that no actor explains.
    """

    words: Words
    place: Place
    found: Sequence[Hit]
    actors: Sequence[Hit]
    person: Hit | None
    offices: tuple[str, ...]
    names: frozenset[str]

    @property
    def first(self) -> str:
        """Its first word, folded."""
        return self.words.folded(self.place[0])

    @property
    def noun(self) -> str:
        """Its first word without the article."""
        return self.first.removeprefix("ال")

    @property
    def is_bare(self) -> bool:
        """Whether it is one word."""
        return self.place[0] == self.place[1]


def phrase_of(words: Words, place: Place, found: Sequence[Hit], actors: Sequence[Hit]) -> Phrase:
    """A source phrase, from the hits in it and those of them that are no names."""
    person = next((hit for hit in actors if hit.entry.actor == "person"), None)
    offices = tuple(office_of(hit) for hit in actors if not has_side(hit))
    names = _names(words, place, actors, person)
    return Phrase(words, place, found, actors, person, offices, names)


def _names(words: Words, place: Place, actors: Sequence[Hit], named: Hit | None) -> frozenset[str]:
    if named is not None:
        return frozenset(words.folded(at) for at in range(named.first, named.last + 1))
    explained = {at for hit in actors for at in range(hit.first, hit.last + 1)}
    return frozenset(
        words.folded(at)
        for at in range(place[0], place[1] + 1)
        if at not in explained and len(words.folded(at)) > 2
    )


def taken_up(phrase: Phrase, heard: Heard) -> Speaker | None:
    """The speaker named before whom a phrase without a side takes up."""
    return (
        _pointed_to(phrase.words, phrase.place)
        or _of_statement(phrase, heard)
        or _in_office(phrase, heard)
        or _same_body(phrase, heard)
        or _unnamed(phrase, heard)
    )


def _pointed_to(words: Words, place: Place) -> Speaker | None:
    """الأول والأخير: the person named before the last; whoever was named last."""
    word = words.folded(place[1])
    if word not in LATTER | FORMER or place[1] > place[0]:
        return None
    hit = last_before(of_kinds(words, PERSONS), place[0])
    if word in FORMER and hit is not None:
        hit = _before_others(words)[hit]
    elif hit is None or word.endswith("ه"):
        hit = last_before(of_kinds(words, _BODIES), place[0])
    if hit is None:
        return None
    source_type = hit.entry.source_type or "institution"
    return Speaker(hit.entry.entity, hit.entry.category, source_type, Rules(*["pointed to"] * 3))


@once
def of_kinds(words: Words, kinds: tuple[str, ...]) -> tuple[Hit, ...]:
    """The actors with a side, of some kinds, that a text names, in order."""
    return tuple(hit for hit in actors_in(words) if hit.entry.actor in kinds and has_side(hit))


@once
def _before_others(words: Words) -> dict[Hit, Hit | None]:
    """Of each naming of a person the last of somebody else before it."""
    found: dict[Hit, Hit | None] = {}
    last = None
    for hit in of_kinds(words, PERSONS):
        is_same = last is not None and last.entry.entity == hit.entry.entity
        found[hit] = found[last] if last is not None and is_same else last
        last = hit
    return found


def _of_statement(phrase: Phrase, heard: Heard) -> Speaker | None:
    """البيان, المصدر ذاته behind a statement: whoever issued it."""
    words, place, actors = phrase.words, phrase.place, phrase.actors
    head = actors[0] if len(actors) == 1 else None
    if head is None or not head.head.article or heard.issuer is None:
        return None
    if any(words.folded(at) not in EMPHATICS for at in range(head.last + 1, place[1] + 1)):
        return None
    is_paper = head.entry.subtype == "statement"
    is_source = head.entry.subtype == "source" and heard.unnamed is None
    return heard.issuer.again("same body") if is_paper or is_source else None


def _in_office(phrase: Phrase, heard: Heard) -> Speaker | None:
    """The one who held the office last; not of an indefinite word, or a name of its own."""
    if phrase.is_bare and not phrase.first.startswith(_DEFINITE):
        return None
    head = phrase.offices[:1]
    speaker = heard.in_office(head)
    if speaker is None or not (speaker.is_issuer or speaker.offices[:1] == head):
        return None  # the police are not their spokesman
    new = {name for name in phrase.names - speaker.names if not name.startswith("ال")}
    return None if new else speaker.again("taken up")


def _same_body(phrase: Phrase, heard: Heard) -> Speaker | None:
    """الجيش behind الجيش الوطني, الحركة behind حركة النهضة: a body by its first noun alone."""
    is_body = [hit.entry.source_type for hit in phrase.actors] == ["institution"]
    if not is_body or not phrase.is_bare or not phrase.first.startswith("ال"):
        return None
    speaker = heard.headed(phrase.noun)
    is_alike = speaker is not None and speaker.source_type == "institution"
    return speaker.again("same body") if speaker and is_alike else None


def _unnamed(phrase: Phrase, heard: Heard) -> Speaker | None:
    """المصدر after مسؤول أميركي: the unnamed one who spoke last."""
    head = next((hit for hit in phrase.found if hit.entry.source_type == "anonymous"), None)
    if head is None or not head.head.article:
        return None
    if is_named(phrase.words, phrase.found, phrase.place, head):
        return None
    return heard.unnamed.again("taken up") if heard.unnamed else None
