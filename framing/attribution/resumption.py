"""Who goes on speaking where a cue names nobody: وأضاف أن, مشيرة إلى أن.

Five rules, each with its examples in tests/attribution/test_resumption.py:

- nobody: hearsay and passives are said by nobody in particular (يقال إن, وأُعلن أن), and who
  spoke before may go on behind them;
- paper: a verb in the present that tells of an indefinite paper is said by it (بلاغا يفيد بأن);
- subject: in a sentence where nobody has spoken yet a participle, and a verb behind a pronoun,
  are of the one whom the sentence began with (التقى الرئيس المصري الوفد، مؤكدا أن);
- agreement: a verb of one gender and number goes on with the last speaker of them: who had a
  verb of that gender (قالت الوزيرة ... ورد المدير ... وأضافت), and no singular with many
  (قال الوزير ... ورأى خبراء ... مؤكدا);
- last: else with the last speaker.
"""

from bisect import bisect_left
from dataclasses import dataclass, replace

from framing.attribution.actors import actors_and_parts, actors_at
from framing.attribution.cues import Cue
from framing.attribution.heard import NOBODY, SAID, Heard, Speaker
from framing.attribution.noun_phrases import LONGEST, Place, joins
from framing.attribution.rules import MEDIA
from framing.attribution.speakers import speaker_of
from framing.lexicon.matching import Hit
from framing.text.function_words import PERSONAL_PRONOUNS, RELATIVE_MA, conjoined, folded
from framing.text.once import once
from framing.text.tokens import Words

_BEGINNERS = ("person", "office", "institution", "country")
_PRONOUNS = conjoined(PERSONAL_PRONOUNS) | folded("لكنه لكنها لكنهم لكنهما")
_IN = folded("في عبر ضمن", ("",))
_MANY = ("وا", "ون", "ين", "ان")
_PRESENT = ("indicative", "subjunctive", "jussive")
_DAMMA, _VOWELS = "\u064f", "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"
_DAMMA_FORMS = ("II", "III", "IV")  # whose active present has one too
PAPER_WORDS = 16  # from a paper to the verb that tells what it says
STATEMENT_WORDS = 12  # from a cue to the statement in which it was said


@dataclass(frozen=True)
class _Turn:
    """A speaker with the cue that gave the word, which of the article's turns it is."""

    number: int
    speaker: Speaker
    cue: Cue


class Turns:
    """Who had the word so far: of each gender and number the last."""

    def __init__(self) -> None:
        self.heard = Heard()
        self.last: _Turn | None = None
        self._by_kind: dict[tuple[bool | None, bool], _Turn] = {}

    def take(self, words: Words, speaker: Speaker, cue: Cue, source: Place | None) -> None:
        """Note a turn: its speaker, the cue that gave it, the words that named the source."""
        if not speaker.is_issuer and _is_in_statement(words, cue):
            speaker = replace(speaker, is_issuer=True)
        self.heard.hear(speaker)
        if self.last and speaker.side == MEDIA and _is_credit(words, self.last.cue, cue):
            return
        self.last = _Turn(self.last.number + 1 if self.last else 0, speaker, cue)
        self._by_kind[_is_feminine(cue), _are_many(words, cue, source)] = self.last

    def agreeing(self, cue: Cue) -> _Turn | None:
        """The last turn that a cue may go on with, else the last of all."""
        agreeing = [turn for kind, turn in self._by_kind.items() if _agree(*kind, cue)]
        return max(agreeing, key=lambda turn: turn.number, default=self.last)


def resumed(words: Words, cue: Cue, turns: Turns) -> Speaker:
    """Say who goes on at a cue without a source; `turns` are those before it."""
    if is_hearsay(cue) or _is_passive(words, cue):
        return SAID
    begin = words.sentence_words(cue.first).start
    paper = _paper(words, cue, begin)
    if paper is not None:
        return speaker_of(words, paper, turns.heard).again("subject")
    is_first = turns.last is None or turns.last.cue.first < begin
    is_participle = cue.hit.head.stem.part == "participle"
    if is_first and (is_participle or words.folded(cue.first - 1) in _PRONOUNS):
        subject = _subject(words, begin, cue.first - 1)
        if subject is not None:
            return speaker_of(words, subject, turns.heard).again("subject")
    turn = turns.agreeing(cue)
    return turn.speaker.again("resumed") if turn else NOBODY


def is_hearsay(cue: Cue) -> bool:
    """Whether a cue passes on what nobody in particular says: يقال, أنباء عن."""
    return cue.entry.category == "hearsay"


def _is_passive(words: Words, cue: Cue) -> bool:
    """Whether a verb is printed with the damma of the passive: أُعلن, يُذكر, but not يُعلن."""
    head = cue.hit.head
    if head.stem.part != "verb":
        return False
    letters = words.form(cue.first)
    if head.conjunction:
        letters = letters[1:].lstrip(_VOWELS)
    is_past = head.stem.slot not in (*_PRESENT, "closed")
    return letters[1:2] == _DAMMA and (is_past or cue.entry.form not in _DAMMA_FORMS)


def _agree(is_feminine: bool | None, are_many: bool, cue: Cue) -> bool:
    if {is_feminine, _is_feminine(cue)} == {True, False}:
        return False
    return cue.hit.head.stem.text.endswith(_MANY) or not are_many


def _are_many(words: Words, cue: Cue, source: Place | None) -> bool:
    """Whether the source is a plural of people (خبراء, مسؤولون), which no singular goes on with."""
    if source is None or _is_feminine(cue) is not False:
        return False
    heads = actors_at(words, source)[:1]
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


def _is_credit(words: Words, before: Cue, cue: Cue) -> bool:
    """وشدد السفير، وفقا لما نقلته الوكالة، ... مؤكدا: the one credited does not go on."""
    behind = before.hit.head.stem.part == "verb" and cue.first in words.sentence_words(before.first)
    return behind and (cue.entry.kind == "particle" or words.folded(cue.first - 1) in RELATIVE_MA)


def _is_in_statement(words: Words, cue: Cue) -> bool:
    """Whether something was said in a statement: وقالت الوزارة، في بيان لها، إن."""
    stop = min(cue.last + STATEMENT_WORDS, words.sentence_words(cue.first).stop - 1)
    return any(
        hit.entry.subtype == "statement" and words.folded(hit.first - 1) in _IN
        for hit in actors_at(words, (cue.last + 1, stop))
    )


def _paper(words: Words, cue: Cue, begin: int) -> Place | None:
    """تلقت بلاغا من سائق يفيد بأن: the indefinite paper that a verb in the present is about."""
    head = cue.hit.head
    if head.stem.slot not in _PRESENT or head.conjunction or head.stem.part != "verb":
        return None
    begin = max(begin, cue.first - PAPER_WORDS)
    for hit in reversed(actors_at(words, (begin, cue.first - 1))):
        is_paper = hit.entry.source_type == "document" or hit.entry.subtype == "statement"
        if is_paper and not hit.head.article:
            agrees = words.skeletons[hit.first].endswith("ة") is bool(_is_feminine(cue))
            return (hit.first, hit.last) if agrees else None
    return None


def _subject(words: Words, begin: int, end: int) -> Place | None:
    """The first actor of a stretch of words, with the actors that follow it without a break."""
    beginners = _beginners(words)
    number = bisect_left(beginners, begin, key=lambda hit: hit.first)
    while number < len(beginners) and beginners[number].first <= end < beginners[number].last:
        number += 1
    if number == len(beginners) or beginners[number].last > end:
        return None
    first, last = beginners[number].first, beginners[number].last
    for hit in actors_at(words, (last + 1, min(end, first + LONGEST))):
        if hit.first == last + 1 and joins(words, last):
            last = hit.last
    return first, last


@once
def _beginners(words: Words) -> tuple[Hit, ...]:
    """The actors with which a sentence may begin."""
    return tuple(
        hit
        for hit in actors_and_parts(words)
        if hit.entry.actor in _BEGINNERS and not hit.head.prefix
    )
