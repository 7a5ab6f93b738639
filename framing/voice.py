"""Whose words a span is: the narrator's, reported without quotation marks, or quoted.

direct: inside quotation marks that hold somebody's speech. indirect: in the content of an
attribution, outside such marks. narrator: all else, the outlet's own words.
"""

from typing import Literal, get_args

from framing.attribution import Attribution, innermost
from framing.quotation_marks import Quote
from framing.tokens import Span

Voice = Literal["narrator", "indirect", "direct"]
VOICES: tuple[Voice, ...] = get_args(Voice)


def voice_of(
    span: Span, attributions: tuple[Attribution, ...], quotes: tuple[Quote, ...]
) -> tuple[Voice, str | None]:
    """The voice of a span, and the entity that utters it."""
    holder = innermost(attributions, span)
    uttered_by = holder.speaker.entity if holder else None
    if any(q.kind == "speech" and q.start <= span.start and span.end <= q.end for q in quotes):
        return "direct", uttered_by
    return ("indirect" if holder else "narrator"), uttered_by
