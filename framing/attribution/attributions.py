"""Who says what, introduced how: the attributions of a text.

A cue (`framing.attribution.cues`) gives a source (`framing.attribution.source_spans`) a voice for
some content (`framing.attribution.content_spans`); who the source is is known from the whole
article (`framing.attribution.speakers`, `framing.attribution.resumption`). An attribution inside
the content of another is nested: its words are uttered by the speaker of the other.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from framing.attribution.content_ends import Mode, mode_of
from framing.attribution.content_spans import content_of
from framing.attribution.content_starts import opens_speech
from framing.attribution.cues import Cue, find_cues
from framing.attribution.leaks import Reference, find_references
from framing.attribution.noun_phrases import Place
from framing.attribution.quotations import typed_quotes
from framing.attribution.resumption import Turn, resumed
from framing.attribution.source_spans import source_of
from framing.attribution.speakers import Speaker, speaker_of
from framing.lexicon.evidence import CUE_THRESHOLD
from framing.text.function_words import RELATIVES
from framing.text.once import once
from framing.text.quotation_marks import Quote
from framing.text.tokens import Span, Words


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue with its source, content and mode; `uttered_by` whose words it stands in."""

    cue: Cue
    source: Place | None
    speaker: Speaker
    content: Span | None
    mode: Mode
    uttered_by: str | None = None

    @property
    def is_nested(self) -> bool:
        """Whether it stands in what another attribution assigns."""
        return self.uttered_by is not None


@once
def find_attributions(words: Words, least_score: float = CUE_THRESHOLD) -> tuple[Attribution, ...]:
    """Find the attributions of a text, in order."""
    found_cues = find_cues(words, least_score)
    if not found_cues:
        return ()
    speech = tuple(quote for quote in typed_quotes(words) if quote.kind == "speech")
    cues = {cue.first: cue for cue in found_cues if not _describes(words, cue, speech)}
    references = find_references(words)
    found: list[Attribution] = []
    turns: list[Turn] = []
    for cue in cues.values():
        source = source_of(words, cue, cues)
        content = content_of(words, cue, source, cues, speech)
        mode = mode_of(words, cue, content, speech) if content else "indirect"
        holder = innermost(found, words.cover(cue.first, cue.last))
        if source is None:
            speaker = resumed(words, cue, turns)
        else:
            speaker = speaker_of(words, source, [turn.speaker for turn in turns], references)
        found.append(
            Attribution(
                cue, source, speaker, content, mode, holder.speaker.entity if holder else None
            )
        )
        is_aside = content is None and bool(cue.hit.head.pronoun)  # في بيان نشرته صحف
        if holder is None and not is_aside:
            turns.append(Turn(speaker, cue, source))
    return tuple(found)


def _describes(words: Words, cue: Cue, speech: Sequence[Quote]) -> bool:
    """«جرائم تمس أمن الناس والملفات التي تدين ...»: what a speaker describes says nothing itself.

    In somebody's words a relative clause gives another a voice only if it says what was said.
    """
    is_relative = words.folded(cue.first - 1) in RELATIVES and not cue.hit.head.pronoun
    if not is_relative or opens_speech(words, cue.last + 1):
        return False
    at = words.starts[cue.first]
    return any(one.start < at < one.end for one in speech)


def innermost(attributions: Sequence[Attribution], span: Span) -> Attribution | None:
    """The attribution with the shortest content that holds a span."""
    holding = [
        (one.content.end - one.content.start, place)
        for place, one in enumerate(attributions)
        if one.content is not None and span in one.content
    ]
    return attributions[min(holding)[1]] if holding else None


def entities_of(
    words: Words, references: Sequence[Reference], attributions: Sequence[Attribution]
) -> list[str]:
    """Who each reference of a text means, in order.

    A denial is of whoever denies, as far as its words are given to anybody. An outlet, leak or
    unnamed source that is part of a source is that speaker; taken up alone (الصحيفة، الوثيقة)
    it is the last of its kind; else it is what it says of itself.
    """
    found: list[str] = []
    last: dict[str, str] = {}
    for one in references:
        place = one.first, one.last
        speaker = _speaker_at(words, one, attributions)
        is_anaphor = one.hit.head.article and one.first == one.last
        if speaker is not None:
            found.append(speaker.entity)
        elif is_anaphor and one.category in last:
            found.append(last[one.category])
        else:
            before = [each.speaker for each in attributions if each.cue.first < one.first]
            found.append(speaker_of(words, place, before, ()).entity)
        last[one.category] = found[-1]
    return found


def _speaker_at(
    words: Words, reference: Reference, attributions: Sequence[Attribution]
) -> Speaker | None:
    """The speaker whom a reference names; of a denial the one who denies."""
    first, last = reference.first, reference.last
    for one in attributions:
        is_cue = reference.category == "denial" and first <= one.cue.first <= last
        if is_cue or (one.source and one.source[0] <= last and first <= one.source[1]):
            return one.speaker
    holder = innermost(attributions, words.cover(first, last))
    return holder.speaker if holder and reference.category == "denial" else None
