"""Whose words a span is: the narrator's, reported without quotation marks, or quoted.

direct: inside quotation marks that hold somebody's speech. indirect: in the content of an
attribution, outside such marks. narrator: all else, the outlet's own words.

Every word has a voice, and a span has that of its words; so the spans of a voice can never be more
than its words, which are the base of its rates.
"""

from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Literal, get_args

from framing.attribution.attributions import Attribution, contents_of, find_attributions
from framing.attribution.interviews import find_answers
from framing.attribution.quotations import typed_quotes
from framing.text.once import once
from framing.text.tokens import Span, Words

Voice = Literal["narrator", "indirect", "direct"]
VoiceSplit = Literal["split", "all"]
VOICES: tuple[Voice, ...] = get_args(Voice)


def voice_of(words: Words, span: Span) -> tuple[Voice, str | None]:
    """The voice of a span of whole words, and the entity that utters it.

    It is the narrator's if one of its words is, and direct if all of them are.
    """
    places = words.within(span)
    voices = set(word_voices(words)[places.start : places.stop])
    if "narrator" in voices:
        return "narrator", None
    said = contents_of(words).innermost(span)
    uttered_by = said.speaker.entity if said else None
    return "direct" if voices == {"direct"} else "indirect", uttered_by


def voice_of_cue(words: Words, said: Attribution) -> Voice:
    """The voice of a cue: the outlet's own, unless it stands in what another source says.

    A mark that stands for a cue has that of the source before it.
    """
    if said.cue.mark and said.source:
        return word_voices(words)[said.source[1]]
    if all(_quoted(words)[min(said.cue.first, said.cue.last) : said.cue.last + 1]):
        return "direct"
    return "indirect" if said.is_nested else "narrator"


@once
def word_voices(words: Words) -> tuple[Voice, ...]:
    """The voice of every word of a text.

    Neither a source nor its cue stands in its own words, though in the midst of them (…، وفق
    الصحيفة، …) they have them on both sides.
    """
    attributions = find_attributions(words)
    held = depths(words, (words.within(part) for said in attributions for part in said.stretches))
    voices: list[Voice] = [
        "direct" if is_quoted else "indirect" if is_held else "narrator"
        for is_quoted, is_held in zip(_quoted(words), held, strict=True)
    ]
    for said in (said for said in attributions if not said.cue.mark):
        cue = slice(said.cue.first, said.cue.last + 1)
        voices[cue] = [voice_of_cue(words, said)] * len(voices[cue])
    return tuple(voices)


@once
def _quoted(words: Words) -> tuple[int, ...]:
    """In how many quotations of speech, and answers of an interview, each word stands."""
    speech = [quote.inner for quote in typed_quotes(words) if quote.kind == "speech"]
    speech += [answer.content for answer in find_answers(words)]
    return tuple(depths(words, map(words.within, speech)))


def depths(words: Words, stretches: Iterable[range]) -> Iterator[int]:
    """Of each word how many stretches hold it, in one pass however many there are."""
    steps = [0] * (len(words) + 1)
    for places in stretches:
        if places:
            steps[places.start] += 1
            steps[places.stop] -= 1
    return accumulate(steps[:-1])
