"""Questions and answers: the question is the outlet's, the answer its guest's own words.

A question is a line that a mark opens (س:, سؤال:, *, •, -) and a question mark ends; what the mark
behind it opens (ج:, جواب:, -) is its answer, as direct as words in quotation marks. Dashes alone
may be a list, so one of them is a turn only behind a question. Examples in
tests/attribution/kinds/interviews.toml.
"""

import re

from framing.attribution.colons import Labelled
from framing.attribution.cues import mark_cue
from framing.text.once import once
from framing.text.tokens import Span, Words

_MARK = r"[*•●○▪■\-–—ـ]+"
_QUESTION = re.compile(rf"^[ \t]*(?:{_MARK}|(?:س|سؤال)\d*\s*[:.\-–—/])[^\n]*؟[ \t]*$", re.MULTILINE)
_ANSWER = re.compile(rf"\s*(?P<mark>{_MARK}|(?:ج|جواب|الجواب)\d*\s*[:.\-–—/]+)[^\n]*")


@once
def find_answers(words: Words) -> tuple[Labelled, ...]:
    """Find the answers of an interview, in order."""
    found = []
    for question in _QUESTION.finditer(words.text):
        answer = _ANSWER.match(words.text, question.end())
        if answer is None or answer.group().rstrip().endswith("؟"):
            continue
        inside = words.within(Span(answer.end("mark"), answer.end()))
        if inside:
            end = answer.start() + len(answer.group().rstrip())
            content = Span(words.starts[inside[0]], end)
            cue = mark_cue(inside[0], Span(*answer.span("mark")), "turn")
            found.append(Labelled(cue, None, content))
    return tuple(found)
