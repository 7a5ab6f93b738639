"""What is said before its cue: a quotation, a clause, or the sentence before.

Examples in tests/attribution/test_content_spans.py and tests/attribution/kinds/contents.toml.
"""

import re

from framing.attribution.content_changes import behind_comma
from framing.attribution.content_ends import trimmed
from framing.attribution.cues import Cue
from framing.attribution.quotations import speech_in
from framing.text.characters import QUOTATION_MARKS
from framing.text.function_words import LEADERS, PREPOSITIONS, TAKING_UP
from framing.text.tokens import Span, Words

# حسبما and its kin as they are also printed: بحسبما, وفقما, بحسبم ما
_HOW = re.compile("و?(?:ب?حسب|وفق|طبق)ا?(?:م|ما)")


def sentence_before(words: Words, place: int) -> Span | None:
    """The sentence before, to which بحسب الوزارة as a sentence of its own paragraph refers."""
    if place == 0 or "\n" in words.gap(place - 1) or "\r" in words.gap(place - 1):
        return None
    sentence = words.sentence_of(words.starts[place - 1])
    return trimmed(words, sentence.start, sentence.end)


def content_before(words: Words, cue: Cue) -> Span | None:
    """The quotation that ends right before a verb, or the clause that كما takes up."""
    previous = cue.first - 1
    if previous < 0:
        return None
    quote = quotation_before(words, cue)
    if quote is not None:
        return quote
    sentence = words.sentence_of(words.starts[cue.first])
    if words.within(sentence).start == previous or not takes_up(words, cue):
        return None
    return trimmed(words, sentence.start, clause_end(words, cue))


def quotation_before(words: Words, cue: Cue) -> Span | None:
    """The quotation of speech that ends right before a cue."""
    for quote in speech_in(words).open_at(words.ends[cue.first - 1] - 1) if cue.first else ():
        if quote.end <= words.starts[cue.first]:
            return Span(quote.start, quote.end)
    return None


def takes_up(words: Words, cue: Cue) -> bool:
    """Whether the words before a verb make it take up its clause: كما قال, على ما أفاد."""
    if _is_inverted(words, cue):
        return True
    word, before = words.folded(cue.first - 1), words.folded(cue.first - 2)
    is_how = before in PREPOSITIONS or _HOW.fullmatch(before) is not None
    is_taken_up = word == "ما" and is_how and not cue.hit.head.pronoun
    return word in TAKING_UP or is_taken_up or _HOW.fullmatch(word) is not None


def _is_inverted(words: Words, cue: Cue) -> bool:
    """الحي آمن، قال العمدة: a verb of plain saying behind the comma that ends what was said."""
    is_verb = cue.hit.head.stem.part == "verb" and not cue.hit.head.conjunction
    return is_verb and cue.entry.category == "neutral" and behind_comma(words, cue.first)


def clause_end(words: Words, cue: Cue) -> int:
    """Where the clause before a cue ends, without the words that lead over to it."""
    previous = cue.first - 1
    if words.folded(previous) == "ما":  # على ما أفاد
        previous -= 2
    while previous > 0 and words.folded(previous) in LEADERS | TAKING_UP:
        previous -= 1
    gap = words.gap(previous)
    return words.ends[previous] + len(gap) - len(gap.lstrip(QUOTATION_MARKS))
