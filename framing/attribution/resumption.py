"""Who goes on speaking where a cue names nobody: وأضاف أن, مشيرة إلى أن.

Three rules, each with its examples in tests/attribution/test_resumption.py:

- subject: in a sentence where nobody has spoken yet a participle, and a verb behind a pronoun,
  are of the one whom the sentence began with (التقى الرئيس المصري الوفد، مؤكدا أن);
- agreement: a verb of one gender and number goes on with the last speaker of them: who had a
  verb of that gender (قالت الوزيرة ... ورد المدير ... وأضافت), and no singular with many
  (قال الوزير ... ورأى خبراء ... مؤكدا);
- last: else with the last speaker.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from framing.attribution.actors import actors_at
from framing.attribution.cues import Cue
from framing.attribution.noun_phrases import Place, joins
from framing.attribution.speakers import NOBODY, Speaker, speaker_of
from framing.lexicon.matching import Hit
from framing.text.function_words import PERSONAL_PRONOUNS, folded
from framing.text.tokens import Words

_BEGINNERS = ("person", "office", "institution", "country")
_PRONOUNS = PERSONAL_PRONOUNS | folded("لكنه لكنها لكنهم لكنهما")
_MANY = ("وا", "ون", "ين", "ان")
_PRESENT = ("indicative", "subjunctive", "jussive")


@dataclass(frozen=True)
class Turn:
    """A speaker with the cue that gave the word, and the words that named the source."""

    speaker: Speaker
    cue: Cue
    source: Place | None


def resumed(words: Words, cue: Cue, turns: Sequence[Turn]) -> Speaker:
    """Say who goes on at a cue without a source; `turns` are those before it, in order."""
    begin = words.sentence_words(cue.first).start
    is_first = not turns or turns[-1].cue.first < begin
    is_participle = cue.hit.head.stem.part == "participle"
    if is_first and (is_participle or words.folded(cue.first - 1) in _PRONOUNS):
        subject = _subject(words, begin, cue.first - 1)
        if subject is not None:
            return speaker_of(words, subject, [turn.speaker for turn in turns], ())
    if not turns:
        return NOBODY
    agreeing = (turn for turn in reversed(turns) if _agree(words, turn, cue))
    return next(agreeing, turns[-1]).speaker


def _agree(words: Words, turn: Turn, cue: Cue) -> bool:
    if {_is_feminine(turn.cue), _is_feminine(cue)} == {True, False}:
        return False
    return cue.hit.head.stem.text.endswith(_MANY) or not _are_many(words, turn)


def _are_many(words: Words, turn: Turn) -> bool:
    """Whether the source is a plural of people (خبراء, مسؤولون), which no singular goes on with."""
    if turn.source is None or _is_feminine(turn.cue) is not False:
        return False
    heads = actors_at(words, turn.source)[:1]
    stems = [(hit.head.stem.text, hit.entry) for hit in heads if hit.entry.actor == "office"]
    return any(text in entry.plurals or text.endswith(("ون", "ين")) for text, entry in stems)


def _is_feminine(cue: Cue) -> bool | None:
    """Whether a verb or participle has a feminine subject; None where the cue has no gender."""
    stem = cue.hit.head.stem
    if stem.part == "participle":
        return stem.text.endswith("ة")
    if stem.part != "verb":
        return None
    return stem.text.startswith("ت") if stem.slot in _PRESENT else stem.text.endswith("ت")


def _subject(words: Words, begin: int, end: int) -> Place | None:
    """The first actor of a stretch of words, with the actors that follow it without a break."""
    actors = actors_at(words, (begin, end))
    head = next((hit for hit in actors if _may_begin(hit)), None)
    if head is None:
        return None
    last = head.last
    for hit in actors:
        if hit.first == last + 1 and joins(words, last):
            last = hit.last
    return head.first, last


def _may_begin(hit: Hit) -> bool:
    return hit.entry.actor in _BEGINNERS and not hit.head.prefix
