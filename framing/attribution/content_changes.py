"""Where what was said gives way to other words: another cue's, or the outlet's own.

Four rules, each with its examples in tests/attribution/kinds/contents.toml; none holds inside a
quotation:

- cue: a following cue goes on (، مضيفا أن; وأعلن; بحسب وصفه);
- background: a formula or conjunction with which outlets lead over (، يذكر أن; ، في وقت; فيما);
- clause: behind what is no clause itself, a comma, و and a verb (اتهمه بالقصف، وردت القوات);
- manner: there a participle behind a comma, and behind any words one of how somebody spoke
  (، مخاطبا السكان), which goes with the verb of saying.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from framing.attribution.content_starts import clause_of, goes_on, opens_speech
from framing.attribution.cues import Cue, Cues
from framing.attribution.quotations import speech_in
from framing.text.characters import PAUSES, QUOTATION_MARKS
from framing.text.function_words import (
    ADVERBS,
    AUXILIARIES,
    BACKGROUND,
    COMPLEMENTISERS,
    MANNERS,
    NO_BACKGROUND,
    TAKING_UP_SPEECH,
    TIMES,
    VERB_PARTICLES,
    WHILE,
    YA_WORDS,
    folded,
)
from framing.text.once import once
from framing.text.tokens import Span, Words

# the perfect of forms VII, VIII and X, which no noun has (انسحب, اقتحم, استولى), and the future
_VERB = re.compile("(?:ان[^ا]{3}|ا[^ا]ت[^ا]{2}|است[^ا]{3})(?<!ه)|س[يت].{3,}|.{2,}[^ا]وا|.+[^ا]ت")
_NOUNS_IN_T = re.compile("وقت|بيت|بنت|صوت|صمت|موت|سبت|زيت|تصويت|توقيت|تثبيت|تشتيت|كويت|انترنت")
_CONTRASTS = WHILE | folded("بينما", ("", "و"))
_COMMA = re.compile(f"[{''.join(PAUSES)}]")
_PARTICIPLE = re.compile("م.{3,}ا")


@once
def changes(words: Words, cues: Cues) -> list[tuple[int, int]]:
    """The words with which others go on: each with the first word of its clause."""
    by_cues = ((cue.first, clause_of(words, cue)) for cue in cues if _takes_over(words, cue))
    by_outlet = ((place, place) for place in background(words))
    speech = speech_in(words)
    found = sorted({*by_cues, *by_outlet})
    return [one for one in found if not speech.open_at(words.starts[one[0]])]


def _takes_over(words: Words, cue: Cue) -> bool:
    return goes_on(words, cue) or takes_up_speech(words, cue)


def takes_up_speech(words: Words, cue: Cue) -> bool:
    """على حد وصفه, بحسب تعبيره: whoever speaks already; no comma needs to stand before it."""
    ends = words.folded(cue.last), words.folded(cue.last + 1)
    return cue.is_particle and any(word in TAKING_UP_SPEECH for word in ends)


@once
def background(words: Words) -> frozenset[int]:
    """The words with which the outlet leads over to what it knows itself."""
    return frozenset(_background(words))


def _background(words: Words) -> Iterator[int]:
    for place, word in enumerate(words.folds):
        if word in WHILE:
            is_change = place > 0
        elif word in BACKGROUND:
            others = BACKGROUND[word]
            is_change = behind_comma(words, place) and (
                not others or words.folded(place + 1) in others
            )
        else:
            continue
        is_apart = NO_BACKGROUND.isdisjoint(words.folds[place + 1 : place + 3])
        if is_change and is_apart and not _is_parallel(words, place):
            yield place


def _is_parallel(words: Words, place: int) -> bool:
    """بلغت القروض مليارا، فيما بلغت الودائع مليارين: the same verb, so the same speaker's."""
    before = words.folds[words.sentence_words(place).start : place]
    return words.folded(place) in _CONTRASTS and words.folded(place + 1) in before


def clause_behind(words: Words, begin: int, stop: int) -> int | None:
    """The word before `stop` with which something else begins behind what begins at `begin`."""
    is_clause = opens_speech(words, begin) or words.folded(begin - 1) in COMPLEMENTISERS
    places = _behind_commas(words)
    for place in places[bisect_right(places, begin) : bisect_left(places, stop)]:
        if words.folded(place) in MANNERS or (not is_clause and _goes_with_verb(words, place)):
            return place
    return None


@once
def _behind_commas(words: Words) -> list[int]:
    """The words right behind a comma."""
    at = (
        words.within(Span(comma.end(), len(words.plain))).start
        for comma in _COMMA.finditer(words.plain)
    )
    return sorted({place for place in at if place < len(words) and behind_comma(words, place)})


def _goes_with_verb(words: Words, place: int) -> bool:
    return _is_participle(words.skeletons[place]) or is_new_clause(words, place)


def _is_participle(word: str) -> bool:
    return _PARTICIPLE.fullmatch(word) is not None and word not in TIMES | ADVERBS


def is_new_clause(words: Words, place: int) -> bool:
    """Whether a word is و with a verb: وانسحب, وردت قوات, وغادر المسلحون."""
    word = words.folded(place)
    if not word.startswith("و") or len(word) <= 3:
        return False
    rest = word[1:]
    if rest in VERB_PARTICLES or rest in AUXILIARIES:
        return True
    if rest.startswith(("ال", "لل", "ب", "ل")) or words.skeletons[place].endswith("ة"):
        return False
    if rest.startswith("ي"):
        return rest not in YA_WORDS
    has_subject = words.skeletons[place + 1 : place + 2] and words.skeletons[place + 1].startswith(
        "ال"
    )
    if has_subject and words.skeletons[place + 1].endswith("ون"):
        return not rest.endswith(("ون", "ين", "ه"))
    return _VERB.fullmatch(rest) is not None and not _NOUNS_IN_T.fullmatch(rest)


def behind_comma(words: Words, place: int) -> bool:
    """Whether a comma stands right before a word."""
    gap = words.gap(place - 1).strip(f" {QUOTATION_MARKS})\u200f") if place else ""
    return bool(gap) and PAUSES.issuperset(gap)
