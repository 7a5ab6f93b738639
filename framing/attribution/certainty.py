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

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal, get_args

from framing.attribution.attributions import find_attributions
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
    signs = (_doubtful(words), _with_cues(words), _behind_cues(words), _assigned(words))
    rows = zip(word_voices(words), *(depths(words, places) for places in signs), strict=True)
    return tuple(_certainty(*row) for row in rows)


def _certainty(voice: Voice, doubtful: int, beside: int, behind: int, assigned: int) -> Certainty:
    if voice == "narrator":
        return "doubtful" if doubtful else "beside" if beside else "plain"
    if voice == "indirect":
        return "governed" if behind else "trailing"
    return "marked" if assigned else "unclaimed"


def _assigned(words: Words) -> Iterator[range]:
    """What cues assign."""
    for said in find_attributions(words):
        yield from map(words.within, said.stretches)


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
        is_behind = before.stop in ended and sentence.start not in cued
        if is_behind and {"\n", "\r"}.isdisjoint(words.gap(before.stop - 1)):
            yield sentence
    for colon in re.finditer(":", words.plain):
        behind = words.within(Span(colon.start(), len(words.plain))).start
        sentence = words.sentence_words(behind - 1) if behind else range(0)
        if sentence and sentence.start not in cued:
            yield range(behind, sentence.stop)
    for quote in typed_quotes(words):
        if quote.kind == "scare":
            yield words.within(quote.inner)
