"""What stands where in a text that a rewriter may have changed.

Labels, namings of states, cues, sources and hedges, each as a stretch of words with its entry
and its class; the words in quotation marks. Read once a text, whatever it is compared with.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from framing.attribution.actors import actors_in
from framing.attribution.attributions import find_attributions
from framing.attribution.namings import namings_in
from framing.attribution.quotations import typed_quotes
from framing.attribution.surnames import without_surnames
from framing.lexicon.entries import load_lexicon
from framing.lexicon.evidence import scored_hits
from framing.text.function_words import folded
from framing.text.once import once
from framing.text.quotation_marks import Quote
from framing.text.tokens import Words

HEDGES = folded(
    "ربما لعل لعله لعلها يبدو تبدو بدا يفترض يتوقع متوقع المتوقع محتمل محتملة المحتمل المحتملة "
    "يحتمل مزعوم مزعومة المزعوم المزعومة مفترض المفترض المفترضة قيل يقال يرجح مرجح المرجح يعتقد"
)
_MAY = folded("قد")
_IMPERFECT = ("ي", "ت", "ا", "ن")  # قد يصل may arrive; قد وصل has arrived


Topic = Literal["labels", "namings", "actors", "sources", "cues", "hedges"]


class Mark(NamedTuple):
    """Something known of a stretch of words: the first and the last, its entry, its class."""

    first: int
    last: int
    entry: str
    category: str


@dataclass(frozen=True)
class Marks:
    """What is known of a text's words, by number, or as much of it as was asked for.

    `speech` holds the words of somebody's speech, `quoted` also those held at a distance; the
    marks round a name are none.
    """

    labels: tuple[Mark, ...] = ()
    namings: tuple[Mark, ...] = ()
    actors: tuple[Mark, ...] = ()
    cues: tuple[Mark, ...] = ()
    sources: tuple[Mark, ...] = ()
    hedges: tuple[Mark, ...] = ()
    speech: frozenset[int] = frozenset()
    quoted: frozenset[int] = frozenset()

    def by_word(self, topic: Topic) -> dict[int, list[int]]:
        """The marks of a topic that reach into each word, by their number."""
        if topic not in self._by_word:
            reached = self._by_word.setdefault(topic, {})
            for number, mark in enumerate(getattr(self, topic)):
                for place in range(mark.first, mark.last + 1):
                    reached.setdefault(place, []).append(number)
        return self._by_word[topic]

    @cached_property
    def _by_word(self) -> dict[Topic, dict[int, list[int]]]:
        return {}


@once
def marks_of(words: Words) -> Marks:
    """Read what a text's words are."""
    attributions = find_attributions(words)
    quotes = [quote for quote in typed_quotes(words) if quote.is_pair]
    return Marks(
        labels=_hits(words, "militancy"),
        namings=tuple(_namings(words)),
        actors=actor_marks(words),
        cues=tuple(
            Mark(said.cue.first, said.cue.last, said.cue.entry.lemma, said.cue.entry.category)
            for said in attributions
            if said.cue.mark is None
        ),
        sources=tuple(
            Mark(*said.source, said.speaker.entity, said.speaker.side)
            for said in attributions
            if said.source
        ),
        hedges=tuple(_hedges(words)),
        speech=_inside(words, [quote for quote in quotes if quote.kind == "speech"]),
        quoted=_inside(words, [quote for quote in quotes if quote.kind in ("speech", "scare")]),
    )


def actor_marks(words: Words) -> tuple[Mark, ...]:
    """The actors that a text names, by their entities."""
    return tuple(
        Mark(hit.first, hit.last, hit.entry.entity, hit.entry.category) for hit in actors_in(words)
    )


def _hits(words: Words, lexicon: str) -> tuple[Mark, ...]:
    hits = without_surnames(words, scored_hits(words, load_lexicon(lexicon)))
    return tuple(Mark(hit.first, hit.last, hit.entry.id, hit.entry.category) for hit in hits)


def _namings(words: Words) -> Iterator[Mark]:
    """What has several names, by its id and the name that stands here, that name the class."""
    for one in namings_in(words):
        name = one.hit.entry.name
        yield Mark(one.hit.first, one.hit.last, f"{one.referent}/{name}", name)


def _hedges(words: Words) -> Iterator[Mark]:
    for place in range(len(words)):
        word = words.folded(place)
        is_may = word in _MAY and words.folded(place + 1).startswith(_IMPERFECT)
        if word in HEDGES or is_may:
            yield Mark(place, place, words.skeletons[place], "hedge")


def _inside(words: Words, quotes: list[Quote]) -> frozenset[int]:
    return frozenset(place for quote in quotes for place in words.within(quote.inner))
