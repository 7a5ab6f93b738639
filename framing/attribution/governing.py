"""What a cue governs, and whether it follows: أن, a quotation, its preposition, an object.

What each lemma needs is `governs` of its entry: `that`, `quote`, `object`, a preposition; `colon`
where only one right behind the subject tells a verb of saying from a deed (وواصل المدرب: ...);
`clause` where a main clause may follow behind a comma (وأفاد المرصد، سيطر المسلحون ...).
"""

from functools import lru_cache

from framing.lexicon.clitics import NOUN_PRONOUNS
from framing.lexicon.evidence import PREPOSITION_WINDOW
from framing.lexicon.matching import Hit
from framing.text.characters import OPENING, PAUSES
from framing.text.function_words import (
    BI_LI_WORDS,
    COMPLEMENTISERS,
    CONJUNCTION_HEADS,
    FUNCTION_WORDS,
)
from framing.text.orthography import fold
from framing.text.tokens import Words

CONTENT_WINDOW = 18  # words behind a cue, its source among them, in which أن or a quotation opens
SUBJECT_WINDOW = 5  # words of a subject behind which a colon or a comma shows what was said
_OF_SPEECH = ("that", "quote")


def governs(words: Words, hit: Hit) -> bool:
    """Whether something that the hit's entry governs follows it."""
    for governed in hit.entry.governs:
        if governed == "object":
            if hit.entry.kind == "phrase" or hit.last + 1 in words.sentence_words(hit.first):
                return True  # a phrase brings its object along (رفضت التعليق)
        elif finds(words, hit, governed):
            return True
    return False


def finds(words: Words, hit: Hit, governed: str, window: int = 0) -> bool:
    """Whether what the cue governs follows it, in its sentence, within so many words."""
    window = window or (CONTENT_WINDOW if governed in _OF_SPEECH else PREPOSITION_WINDOW)
    stop = min(hit.last + 1 + window, words.sentence_words(hit.first).stop)
    if governed == "quote":
        return _opens_quotation(words, hit, stop - 1)
    if governed == "colon":
        return _is_parted(words, range(hit.last, min(stop, hit.last + SUBJECT_WINDOW)), ":")
    if governed == "clause":
        return _opens_main_clause(words, hit)
    if governed == "that":
        return any(opens_clause(words, place) for place in range(hit.last + 1, stop))
    ahead, stem = words.folds[hit.last + 1 : stop], fold(governed)
    if len(stem) == 1:
        return any(word.startswith(stem) and _is_prefixed(word) for word in ahead)
    return not _with_pronouns(stem).isdisjoint(ahead)


@lru_cache(maxsize=64)
def _with_pronouns(preposition: str) -> frozenset[str]:
    """إلى, إليه, عما, ممن: a preposition as a word, alone or with a pronoun or relative."""
    relatives = (
        {preposition[:-1] + f"م{end}" for end in "ان"} if preposition.endswith("ن") else set()
    )
    return frozenset({preposition + end for end in ("", *NOUN_PRONOUNS)} | relatives)


def _is_parted(words: Words, places: range, mark: str) -> bool:
    """Whether a mark stands behind one of some words, and only space behind those before it."""
    gap = next((words.gap(place) for place in places if words.gap(place).strip()), "")
    return gap.strip().startswith(mark)


def _opens_main_clause(words: Words, hit: Hit) -> bool:
    """وأفاد المرصد، | سيطر المسلحون: with its subject it opens a sentence that has no أن."""
    sentence = words.sentence_words(hit.first)
    if hit.first > sentence.start or not COMPLEMENTISERS.isdisjoint(
        words.folds[sentence.start : sentence.stop]
    ):
        return False
    for last in range(hit.last + 1, min(sentence.stop - 1, hit.last + SUBJECT_WINDOW)):
        gap = words.gap(last).strip()
        if gap:
            is_comma = len(gap) == 1 and gap in PAUSES
            return is_comma and _may_be_verb(words.folded(last + 1))
    return False


def _may_be_verb(word: str) -> bool:
    """Whether a word behind a comma may begin a clause with its verb."""
    return (
        len(word) > 2 and word not in FUNCTION_WORDS and not word.startswith(("ال", "و", "ب", "ل"))
    )


def opens_clause(words: Words, place: int) -> bool:
    """أن and إن, but not after a word with which they make a conjunction (بعد أن، إلا أن)."""
    is_that = words.folded(place) in COMPLEMENTISERS
    return is_that and words.folded(place - 1) not in CONJUNCTION_HEADS


def _opens_quotation(words: Words, hit: Hit, last: int) -> bool:
    """A colon or quotation mark between the cue and the end of the window, or just before."""
    following = words.plain[words.ends[hit.last] : words.ends[last]]
    before = words.gap(hit.first - 1).rstrip(" ،,")[-1:] if hit.first else ""
    return not OPENING.isdisjoint(following) or before in OPENING - {":"}


def _is_prefixed(word: str) -> bool:
    """بمقتل: the first letter is a preposition written on the word."""
    return len(word) > 2 and word not in BI_LI_WORDS
