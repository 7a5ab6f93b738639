"""Whose words a span is: the narrator's, reported without quotation marks, or quoted.

direct: inside quotation marks that hold somebody's speech. indirect: in the content of an
attribution, outside such marks. narrator: all else, the outlet's own words.
"""

from typing import Literal, get_args

from framing.attribution.attributions import Attribution, contents_of, find_attributions
from framing.attribution.quotations import speech_in
from framing.text.once import once
from framing.text.stretches import Crossing
from framing.text.tokens import Span, Words

Voice = Literal["narrator", "indirect", "direct"]
VoiceSplit = Literal["split", "all"]
VOICES: tuple[Voice, ...] = get_args(Voice)


def voice_of(words: Words, span: Span) -> tuple[Voice, str | None]:
    """The voice of a span, and the entity that utters it."""
    return _voice(words, span, contents_of(words).innermost(span))


def voice_of_cue(words: Words, span: Span, said: Attribution) -> Voice:
    """The voice of a cue: the outlet's own, unless it stands in what another source says."""
    if speech_in(words).holding(span):
        return "direct"
    return "indirect" if said.is_nested else "narrator"


def voice_of_source(words: Words, span: Span) -> tuple[Voice, str | None]:
    """The voice of a phrase that names a source, and the entity that utters it.

    A source does not stand in its own words, though a cue in the midst of them (…، وفق
    الصحيفة، …) has them on both sides.
    """
    rank = _beside_sources(words).first(span)
    return _voice(words, span, find_attributions(words)[rank[1]] if rank else None)


def _voice(words: Words, span: Span, holder: Attribution | None) -> tuple[Voice, str | None]:
    uttered_by = holder.speaker.entity if holder else None
    if speech_in(words).holding(span):
        return "direct", uttered_by
    return "indirect" if holder else "narrator", uttered_by


@once
def _beside_sources(words: Words) -> Crossing:
    """What attributions assign, parted where their sources stand in the midst of it."""
    parts = []
    for number, said in enumerate(find_attributions(words)):
        if said.content is None:
            continue
        start, end = said.content.start, said.content.end
        rank = end - start, number
        source = words.cover(*said.source) if said.source else Span(end, end)
        parts += [(start, min(end, source.start), rank), (max(start, source.end), end, rank)]
    return Crossing(parts)
