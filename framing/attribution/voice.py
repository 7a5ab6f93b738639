"""Whose words a span is: the narrator's, reported without quotation marks, or quoted.

direct: inside quotation marks that hold somebody's speech. indirect: in the content of an
attribution, outside such marks. narrator: all else, the outlet's own words.
"""

from typing import Literal, get_args

from framing.attribution.attributions import Attribution, innermost
from framing.attribution.noun_phrases import Place
from framing.text.quotation_marks import Quote
from framing.text.tokens import Span

Voice = Literal["narrator", "indirect", "direct"]
VoiceSplit = Literal["split", "all"]
VOICES: tuple[Voice, ...] = get_args(Voice)


def voice_of(
    span: Span, attributions: tuple[Attribution, ...], quotes: tuple[Quote, ...]
) -> tuple[Voice, str | None]:
    """The voice of a span, and the entity that utters it."""
    holder = innermost(attributions, span)
    uttered_by = holder.speaker.entity if holder else None
    return _voice(span, quotes, is_held=holder is not None), uttered_by


def voice_of_cue(span: Span, said: Attribution, quotes: tuple[Quote, ...]) -> Voice:
    """The voice of a cue: the outlet's own, unless it stands in what another source says."""
    return _voice(span, quotes, is_held=said.is_nested)


def voice_of_source(
    span: Span, place: Place, attributions: tuple[Attribution, ...], quotes: tuple[Quote, ...]
) -> tuple[Voice, str | None]:
    """The voice of a phrase that names a source, and the entity that utters it.

    A source does not stand in its own words, though a cue in the midst of them (…، وفق
    الصحيفة، …) has them on both sides.
    """
    others = tuple(said for said in attributions if not _is_named_in(said, place))
    return voice_of(span, others, quotes)


def _is_named_in(said: Attribution, place: Place) -> bool:
    return said.source is not None and said.source[0] <= place[1] and place[0] <= said.source[1]


def _voice(span: Span, quotes: tuple[Quote, ...], *, is_held: bool) -> Voice:
    if any(q.kind == "speech" and q.start <= span.start and span.end <= q.end for q in quotes):
        return "direct"
    return "indirect" if is_held else "narrator"
