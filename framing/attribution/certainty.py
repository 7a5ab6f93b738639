"""How sure a voice is: by which rule every word of a text has its voice.

The classes of `CERTAINTIES`, of each voice the surest first. What share of each was right, by the
project's codings, stands in docs/accuracy.md:

- plain: the narrator's, in a sentence that no cue stands in and no reported speech precedes;
- beside: the narrator's, in a sentence with a cue, outside what it assigns;
- headline: the narrator's, in a title (given by the layer that knows titles);
- doubtful: the narrator's, where much speaks for somebody else: behind a colon without a cue, in a
  sentence whose cue assigns nothing, in one that follows reported speech in its paragraph, or in
  quotation marks that are no speech;
- governed: reported, behind the cue that assigns it;
- trailing: reported, before its cue or around it (..., بحسب الصحيفة);
- marked: quoted, and assigned to somebody;
- unclaimed: in quotation marks of speech that nobody is named for.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Literal, get_args

from framing.attribution.attributions import contents_of, find_attributions
from framing.attribution.quotations import typed_quotes
from framing.attribution.voice import Voice, depths, word_voices
from framing.text.once import once
from framing.text.tokens import Span, Words

Certainty = Literal[
    "plain", "beside", "headline", "doubtful", "governed", "trailing", "marked", "unclaimed"
]
CERTAINTIES: tuple[Certainty, ...] = get_args(Certainty)


def certainty_of(words: Words, span: Span, voice: Voice) -> Certainty:
    """By which rule a span of whole words has its voice: the least sure of its words."""
    places = words.within(span)
    certainties = word_certainties(words)[places.start : places.stop]
    voices = word_voices(words)[places.start : places.stop]
    own = [one for one, its in zip(certainties, voices, strict=True) if its == voice]
    return max(own or certainties, key=CERTAINTIES.index)


@once
def word_certainties(words: Words) -> tuple[Certainty, ...]:
    """By which rule each word of a text has its voice."""
    behind = tuple(depths(words, _behind_cues(words)))
    doubtful, beside = (
        tuple(depths(words, places)) for places in (_doubtful(words), _with_cues(words))
    )
    found: list[Certainty] = []
    for place, voice in enumerate(word_voices(words)):
        if voice == "narrator":
            found.append("doubtful" if doubtful[place] else "beside" if beside[place] else "plain")
        elif voice == "indirect":
            found.append("governed" if behind[place] else "trailing")
        else:
            is_claimed = contents_of(words).innermost(words.cover(place, place)) is not None
            found.append("marked" if is_claimed else "unclaimed")
    return tuple(found)


def _behind_cues(words: Words) -> Iterator[range]:
    """What cues assign behind them, nothing of it before."""
    for said in find_attributions(words):
        if said.content is not None and said.content.start > words.starts[said.cue.first]:
            yield words.within(said.content)


def _with_cues(words: Words) -> Iterator[range]:
    """The sentences in which a cue stands."""
    return (words.sentence_words(said.cue.first) for said in find_attributions(words))


def _doubtful(words: Words) -> Iterator[range]:
    """The stretches in which much speaks for somebody else than the narrator."""
    sentences = [words.within(sentence) for sentence in words.sentences]
    said = find_attributions(words)
    yield from (words.sentence_words(one.cue.first) for one in said if one.content is None)
    ended = {words.within(Span(0, part.end)).stop for one in said for part in one.stretches}
    cued = {words.sentence_words(one.cue.first).start for one in said}
    for before, sentence in pairwise(sentences):
        gap = words.gap(before.stop - 1) if before else ""
        if before.stop in ended and not {"\n", "\r"} & set(gap) and sentence.start not in cued:
            yield sentence
    for sentence in sentences:
        colons = (place for place in sentence if ":" in words.gap(place))
        first = next(colons, None)
        if first is not None and sentence.start not in cued:
            yield range(first + 1, sentence.stop)
    for quote in typed_quotes(words):
        if quote.kind == "scare":
            yield words.within(quote.inner)
