"""Who says what, introduced how: the attributions of a text.

A cue (`framing.attribution.cues`) gives a source (`framing.attribution.source_spans`) a voice for
some content (`framing.attribution.content_spans`); who the source is is known from the whole
article (`framing.attribution.speakers`, `framing.attribution.resumption`). An attribution inside
the content of another is nested: its words are uttered by the speaker of the other.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from framing.attribution.colons import Labelled, find_labelled
from framing.attribution.content_ends import Mode, mode_of
from framing.attribution.content_spans import content_of
from framing.attribution.content_starts import opens_speech
from framing.attribution.cues import Cue, Cues, find_cues
from framing.attribution.heard import SAID, Heard, Speaker
from framing.attribution.interviews import find_answers
from framing.attribution.leaks import Reference, find_references, references_at
from framing.attribution.noun_phrases import Place
from framing.attribution.quotations import speech_in
from framing.attribution.resumption import Turns, is_hearsay, resumed
from framing.attribution.source_spans import source_of
from framing.attribution.source_types import MEDIUM
from framing.attribution.speakers import speaker_of
from framing.lexicon.evidence import CUE_THRESHOLD
from framing.text.characters import QUOTATION_MARKS
from framing.text.function_words import RELATIVES
from framing.text.once import once
from framing.text.stretches import Crossing
from framing.text.tokens import Span, Words


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue with its source, what is said and how; `uttered_by` is whose words it stands in."""

    cue: Cue
    source: Place | None
    speaker: Speaker
    stretches: tuple[Span, ...]
    mode: Mode
    uttered_by: str | None = None

    @property
    def content(self) -> Span | None:
        """What is said; where the cue stands in the midst of it, the part before."""
        return self.stretches[0] if self.stretches else None

    @property
    def rest(self) -> Span | None:
        """What is said behind a cue that stands in the midst of it."""
        return self.stretches[1] if len(self.stretches) > 1 else None

    @property
    def is_nested(self) -> bool:
        """Whether it stands in what another attribution assigns."""
        return self.uttered_by is not None


@once
def find_attributions(words: Words, least_score: float = CUE_THRESHOLD) -> tuple[Attribution, ...]:
    """Find the attributions of a text, in order."""
    cues = Cues(tuple(cue for cue in find_cues(words, least_score) if not _describes(words, cue)))
    assigned = sorted(_assigned(words, cues), key=lambda one: one[0].span(words).start)
    held_by = _holders(words, [(one[0], one[2]) for one in assigned])
    referred = references_at(words) if assigned else {}
    found: list[Attribution] = []
    turns = Turns()
    for (cue, source, content), number in zip(assigned, held_by, strict=True):
        mode = mode_of(words, cue, content) if content else "indirect"
        if source is None or is_hearsay(cue):
            speaker = resumed(words, cue, turns)
        else:
            if _is_its_own(words, cue, source):
                referred = referred | {source[0]: MEDIUM}
            speaker = speaker_of(words, source, turns.heard, referred)
        uttered_by = None if number is None else found[number].speaker.entity
        found.append(Attribution(cue, source, speaker, content, mode, uttered_by))
        is_aside = not content and bool(cue.hit.head.pronoun)  # في بيان نشرته صحف
        if number is None and not is_aside and speaker is not SAID:
            turns.take(words, speaker, cue, source)
    return tuple(found)


def _assigned(words: Words, cues: Cues) -> Iterator[tuple[Cue, Place | None, tuple[Span, ...]]]:
    """Each cue with its source and content; then what colons and answers assign without a verb."""
    begun: set[int] = set()
    labelled = find_labelled(words, cues)
    for cue in cues:
        source = source_of(words, cue, cues)
        content = content_of(words, cue, source, cues)
        begun |= {part.start for part in content}
        yield cue, source, tuple(_behind_label(words, cue, part, labelled) for part in content)
    for one in (*find_answers(words), *labelled):
        if one.content.start not in begun:
            yield one.cue, one.source, (one.content,)


def _behind_label(words: Words, cue: Cue, part: Span, labelled: Sequence[Labelled]) -> Span:
    """What is said before its cue, without a label that opens it: سبق - الوكالات: فجر مجهولون."""
    number = bisect_left(labelled, part.end, key=lambda one: one.content.start)
    last = labelled[number - 1] if number else None
    if last is None or not part.start < last.content.start < words.starts[cue.first]:
        return part
    around = speech_in(words).open_at(last.cue.span(words).start)
    is_quoted = any(quote.start >= part.start for quote in around)
    return part if is_quoted else Span(last.content.start, part.end)


def _is_its_own(words: Words, cue: Cue, source: Place) -> bool:
    """وعلمت «الأيام» أن: what an outlet has learnt itself, named in quotation marks."""
    gap = words.gap(source[0] - 1) if source[0] else ""
    return cue.entry.subtype == "learning" and gap.endswith(tuple(QUOTATION_MARKS))


def _describes(words: Words, cue: Cue) -> bool:
    """Whether a cue only describes a noun: «جرائم تمس أمن الناس والملفات التي تدين ...».

    Inside a quotation a relative clause gives a voice only if what was said opens right behind it.
    """
    is_relative = words.folded(cue.first - 1) in RELATIVES and not cue.hit.head.pronoun
    if not is_relative or opens_speech(words, cue.last + 1):
        return False
    return bool(speech_in(words).open_at(words.starts[cue.first]))


def _holders(words: Words, said: Sequence[tuple[Cue, tuple[Span, ...]]]) -> Iterator[int | None]:
    """Of each cue the number of the earlier one in whose content it stands, the innermost."""
    spans = [cue.span(words) for cue, _ in said]
    behind = (
        (max(part.start, span.start + 1), part.end, (_length(content), number))
        for number, (span, (_, content)) in enumerate(zip(spans, said, strict=True))
        for part in content
    )
    earlier = Crossing(behind)
    for span in spans:
        rank = earlier.first(span)
        yield rank[1] if rank else None


def _length(content: Iterable[Span]) -> int:
    return sum(part.end - part.start for part in content)


class Assigning(Protocol):
    """What assigns a content to somebody: an attribution, or a row of their table."""

    @property
    def stretches(self) -> tuple[Span, ...]:
        """What is said."""


A = TypeVar("A", bound=Assigning)


class Contents(Generic[A]):
    """What attributions assign, asked whose words a span is."""

    def __init__(self, attributions: Sequence[A]) -> None:
        self._said = attributions
        self._held = Crossing(
            (part.start, part.end, (_length(said.stretches), number))
            for number, said in enumerate(attributions)
            for part in said.stretches
        )

    def innermost(self, span: Span) -> A | None:
        """The attribution with the shortest content that holds a span."""
        rank = self._held.first(span)
        return self._said[rank[1]] if rank else None


@once
def contents_of(words: Words) -> Contents[Attribution]:
    """The contents of a text's attributions."""
    return Contents(find_attributions(words))


def entities_of(words: Words) -> list[str]:
    """Who each reference of a text means, in order.

    A denial is of whoever denies, as far as its words are given to anybody. An outlet, leak or
    unnamed source that is part of a source is that speaker; taken up alone (الصحيفة، الوثيقة)
    it is the last of its kind; else it is what it says of itself.
    """
    attributions = find_attributions(words)
    found: list[str] = []
    last: dict[str, str] = {}
    heard, n_heard = Heard(), 0
    for reference in find_references(words):
        while n_heard < len(attributions) and attributions[n_heard].cue.first < reference.first:
            heard.hear(attributions[n_heard].speaker)
            n_heard += 1
        speaker = _speaker_at(words, reference)
        is_anaphor = reference.hit.head.article and reference.first == reference.last
        if speaker is not None:
            found.append(speaker.entity)
        elif is_anaphor and reference.category in last:
            found.append(last[reference.category])
        else:
            found.append(speaker_of(words, (reference.first, reference.last), heard).entity)
        last[reference.category] = found[-1]
    return found


def _speaker_at(words: Words, reference: Reference) -> Speaker | None:
    """The speaker whom a reference names; of a denial the one who denies."""
    places = range(reference.first, reference.last + 1)
    is_denial = reference.category == "denial"
    naming = _naming(words, is_denial)
    numbers = [naming[place] for place in places if place in naming]
    if numbers:
        return find_attributions(words)[min(numbers)].speaker
    holder = contents_of(words).innermost(words.cover(reference.first, reference.last))
    return holder.speaker if holder and is_denial else None


@once
def _naming(words: Words, with_cues: bool) -> dict[int, int]:
    """Of each word of a source, or with them of each cue's first, the number of the attribution.

    Of several the first.
    """
    found: dict[int, int] = {}
    for number, said in enumerate(find_attributions(words)):
        source = range(said.source[0], said.source[1] + 1) if said.source else ()
        for place in (*source, *([said.cue.first] if with_cues else [])):
            found.setdefault(place, number)
    return found
