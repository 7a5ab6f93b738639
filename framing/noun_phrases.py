"""The noun phrase that names somebody: where it ends, and where what was said begins.

A phrase goes on over adjectives, names, a name in quotation marks, a second name (روسيا
وواشنطن), and what hangs on it by في or باسم. It ends before what the cue governs, before
another cue, a relative, an adverb or an object.
"""

from functools import lru_cache

from framing.cues import Cue, opens_clause
from framing.function_words import (
    AUDIENCES,
    COMPLEMENTISERS,
    COMPOUNDS,
    CONTENT_NOUNS,
    INNER_PREPOSITIONS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    TIMES,
    TITLE_ADJECTIVES,
    VENUES,
)
from framing.lexicon import load_lexicon
from framing.matching import Hit, find
from framing.orthography import NUNATION, fold
from framing.tokens import QUOTATION_MARKS, Words

LONGEST = 16  # words of a noun phrase that names somebody
FAR = 8  # words between a second name and what was said
APPOSITION_WORDS = 12  # words of a title or name between commas
NAME_WORDS = 4  # words in quotation marks that may be a name
_CLAUSES = COMPLEMENTISERS | SUBORDINATORS
ENDS = _CLAUSES | RELATIVES | TIMES

Place = tuple[int, int]  # the first word and the last, both included


def opens_content(words: Words, cue: Cue, place: int) -> bool:
    """Whether what was said begins at this word: that, a colon, a quotation, a preposition."""
    if place >= len(words.spans):
        return True
    gap = words.gap(place - 1)
    opens = _has_mark(gap) and not _closes_here(words, place - 1)
    if ":" in gap or (opens and not _is_name(words, place)):
        return True
    word = words.folded(place)
    if word in COMPLEMENTISERS:
        return opens_clause(words, place)
    free, attached = _prepositions(cue.entry.governs)
    is_title = word.startswith("ل") and words.folded(place - 1) in TITLE_ADJECTIVES
    return word in free or (_is_attached(words, place, attached) and not is_title)


@lru_cache(maxsize=1024)
def _prepositions(governs: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    """The prepositions a cue governs, and those of them that are written on the next word."""
    free = [fold(one) for one in governs if one not in ("that", "quote", "object")]
    return frozenset(free), tuple(one for one in free if len(one) == 1)


def _is_attached(words: Words, place: int, prepositions: tuple[str, ...]) -> bool:
    """بمقتل, بالتعاون: a governed preposition on a word; not a name in ba (بوتين)."""
    begins = words.folded(place).startswith(prepositions) and len(words.skeletons[place]) > 3
    return begins and not any(
        hit.entry.actor == "person" and hit.first <= place <= hit.last for hit in actors_in(words)
    )


@lru_cache(maxsize=1024)
def actors_in(words: Words) -> tuple[Hit, ...]:
    """The actors of the gazetteer that a text names, in order."""
    return tuple(find(words, load_lexicon("actors")))


def noun_phrase(words: Words, cue: Cue, start: int, cues: dict[int, Cue]) -> Place | None:
    """Read the noun phrase that begins at a word, if one does."""
    if start >= len(words.spans) or start in cues or not joins(words, start - 1, first=True):
        return None
    head = words.folded(start)
    if head in ENDS or (_is_preposition(words, start) and cue.entry.kind != "particle"):
        return None
    last, limit = start, min(_sentence_end(words, start), start + LONGEST)
    horizon = next((p for p in range(start + 1, limit) if opens_content(words, cue, p)), 0)
    while last + 1 < limit:
        step = _next(words, cue, last, cues, horizon)
        if step is None:
            break
        last = step
    return start, last


def _next(words: Words, cue: Cue, last: int, cues: dict[int, Cue], horizon: int) -> int | None:
    """How far the phrase goes on after a word; None where it ends."""
    following = last + 1
    word = words.folded(following)
    if following in cues or word in ENDS or word in AUDIENCES or following == horizon:
        return None
    if word in CONTENT_NOUNS and not horizon:
        return None
    if not joins(words, last):
        return _past_name(words, last) or _past_comma(words, last, cues, horizon)
    if word == "ل" or _is_nunated(words, following):
        return None
    if word in COMPOUNDS or _is_preposition(words, following):
        return _inner(words, following)
    if word.startswith(("بال", "كال")) and len(word) > 5:
        return None
    if word.startswith("و") and len(word) > 3:
        return following if _coordinates(words, following, horizon) else None
    return following


def _is_preposition(words: Words, place: int) -> bool:
    """على, but not the name علي, which only folding makes its like."""
    return words.folded(place) in PREPOSITIONS and words.skeletons[place] != "علي"


def _is_nunated(words: Words, place: int) -> bool:
    return not NUNATION.isdisjoint(words.spans[place].form(words.text)[-2:])


def _inner(words: Words, place: int) -> int | None:
    """A preposition inside the phrase, with its noun: مسؤول في الإدارة, باسم الحكومة."""
    word, noun = words.folded(place), words.folded(place + 1)
    if word in COMPOUNDS:
        return place + 1
    if word not in INNER_PREPOSITIONS or not joins(words, place):
        return None
    bare = noun.removeprefix("ال")
    return None if noun in ENDS or bare in VENUES or noun in VENUES else place + 1


def _coordinates(words: Words, place: int, horizon: int) -> bool:
    """روسيا وواشنطن: a second name; an indefinite one only where what was said is near."""
    rest = words.folded(place)[1:]
    if rest in PREPOSITIONS or rest in ENDS:
        return False
    return rest.startswith("ال") or place < horizon <= place + FAR


def joins(words: Words, place: int, *, first: bool = False) -> bool:
    """Only space stands between a word and the next; before a phrase also an opening mark."""
    gap = words.gap(place) if place >= 0 else ""
    return not gap.strip() or (first and not gap.strip(f" {QUOTATION_MARKS}(\u200f"))


def _has_mark(gap: str) -> bool:
    return any(mark in gap for mark in QUOTATION_MARKS)


def _is_name(words: Words, place: int) -> bool:
    """Whether a quotation that opens before a word closes again within a few words."""
    for last in range(place, min(place + NAME_WORDS, len(words.spans))):
        if _has_mark(words.gap(last)):
            return True
    return False


def _past_name(words: Words, last: int) -> int | None:
    """Past a name in quotation marks or a parenthesis: صحيفة «واشنطن بوست» الأميركية."""
    gap = words.gap(last).strip()
    closing = QUOTATION_MARKS if _has_mark(gap) else ")" if "(" in gap else ""
    if not closing or gap.strip(QUOTATION_MARKS + "("):
        return None
    if _closes_here(words, last):
        return last + 1 if words.folded(last + 1).startswith("ال") else None
    for place in range(last + 1, min(last + 1 + NAME_WORDS, len(words.spans))):
        if any(mark in words.gap(place) for mark in closing):
            return place
    return None


def _past_comma(words: Words, last: int, cues: dict[int, Cue], horizon: int) -> int | None:
    """Past the comma before an apposition: a title or name that another comma closes."""
    following = last + 1
    if words.gap(last).strip(" )\u200f") not in ("،", ","):
        return None
    for place in range(following, min(following + APPOSITION_WORDS, len(words.spans) - 1)):
        if place in cues or words.folded(place) in _CLAUSES:
            return None
        if words.gap(place).strip() in ("،", ","):
            is_behind = (
                place + 1 in cues or place + 1 == horizon or _goes_on(words, place + 1, cues)
            )
            return place if is_behind else None
        if words.gap(place).strip(f" {QUOTATION_MARKS}()"):
            return None
    return None


def _goes_on(words: Words, place: int, cues: dict[int, Cue]) -> bool:
    """والذي قال: a relative with its cue."""
    return words.folded(place) in RELATIVES and place + 1 in cues


def _closes_here(words: Words, last: int) -> bool:
    """Whether the mark behind a word stands on the word: it closes."""
    gap = words.gap(last)
    return not gap[:1].isspace() and gap[-1:].isspace()


def _sentence_end(words: Words, place: int) -> int:
    return words.within(words.sentence_of(words.spans[place].start)).stop
