"""Leaks, unnamed sources and media as sources: which hits count, and how far they reach.

The sourcing lexicon names head nouns; whether one is a reference is decided here, by four
rules: a head that needs a cue must stand beside one (وقال مسؤول, المصادر أكدت), and not in
what the cue passes on (قال إن مصادر); a head with the article and nothing after it points
back, so something must stand before it to point to; an outlet without article must be named
or described; a name that is a common word counts only in quotation marks of its own.
Adjectives after the head, and the name of an outlet, belong to the span.
"""

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from framing.attribution.cues import Cue, find_cues
from framing.attribution.mere_mentions import (
    NO_NAMES,
    is_of_another,
    is_origin,
    is_statement,
    is_unnamed,
    speaks_not,
    statements,
)
from framing.lexicon.entries import load_lexicon
from framing.lexicon.matching import Hit, find
from framing.text.characters import QUOTATION_MARKS
from framing.text.function_words import (
    COMPLEMENTISERS,
    CONVERSATIONS,
    folded,
)
from framing.text.once import once
from framing.text.tokens import Words

CUE_BEFORE = 4  # words between a cue and the source that follows it
CUE_AFTER = 12  # words between a source and the cue that follows it

_ADJECTIVE_ENDINGS = ("ي", "يه", "يون", "يين", "يان", "ه", "ات", "ين", "ون")
_RANKS = folded(
    "كبير رفيع بارز مطلع كبار موثوق مقرب مختلف متعدد عليم خاص غربي سابق موال منشق متقاعد "
    "ميداني محلي عرب أجانب أتراك أكراد",
    ("",),
)
_SPOKEN_THROUGH = folded("مع إلى على عبر لدى", ("",))  # before an outlet that somebody speaks to
_SEEN_BY = folded("اطلع اطلعت اطلعوا حصل حصلت حصلوا تسلمت تلقت", ("",))


@dataclass(frozen=True, slots=True)
class Reference:
    """One reference to a leak or to an unnamed or media source."""

    hit: Hit
    first: int
    last: int
    role: str | None

    @property
    def category(self) -> str:
        """The class of the lexicon."""
        return self.hit.entry.category

    @property
    def subtype(self) -> str | None:
        """Of a denial how it denies."""
        return self.hit.entry.subtype if self.category == "denial" else None


@once
def find_references(words: Words) -> tuple[Reference, ...]:
    """Find the sourcing references of a text, in order."""
    cues = find_cues(words)
    found: list[Reference] = []
    hits = find(words, load_lexicon("sourcing"))
    papers = statements(words) if hits else []
    heads = frozenset(hit.first for hit in hits if hit.head.prefix)
    heads |= frozenset(cue.first for cue in cues)
    named: set[str] = set()  # the categories of those found
    for hit in hits:
        last = _reach(words, hit, heads)
        if found and hit.first <= found[-1].last:
            continue  # صحيفة «واشنطن بوست»: the name belongs to the head before it
        before = found[-1].last if found else -1
        if is_statement(words, hit, last, papers, before):
            continue
        if _counts(words, hit, last, cues, named):
            found.append(Reference(hit, hit.first, last, _role(words, hit)))
            named.add(hit.entry.category)
    return tuple(found)


@once
def references_at(words: Words) -> dict[int, str]:
    """The words of a text that refer to a source, with the category of the reference."""
    return {
        place: reference.category
        for reference in find_references(words)
        for place in range(reference.first, reference.last + 1)
    }


def _counts(words: Words, hit: Hit, last: int, cues: Sequence[Cue], named: Collection[str]) -> bool:
    entry = hit.entry
    if entry.quoted and not _stands_in_marks(words, hit):
        return False
    if is_of_another(words, hit) or (entry.needs_cue and speaks_not(words, hit, last)):
        return False
    if entry.subtype == "source" and is_origin(words, hit, cues):
        return False
    is_venue = _role(words, hit) == "venue"
    if entry.needs_cue and not (is_venue or _beside_cue(words, hit.first, last, cues)):
        return False
    if entry.anaphor:
        return hit.head.article and entry.category in named
    if entry.category == "media-as-source" and entry.extends and entry.kind == "noun":
        return hit.head.article or last > hit.last
    if entry.category == "anonymous-official" and entry.extends:
        return is_unnamed(words, hit, last, named)
    return True


def _beside_cue(words: Words, first: int, last: int, cues: Sequence[Cue]) -> bool:
    sentence = words.sentence_words(first)
    begin, end = max(sentence.start, first - CUE_BEFORE), min(sentence.stop, last + CUE_AFTER + 1)
    near = (bisect_left(cues, place, key=lambda cue: cue.first) for place in (begin, end))
    for cue in cues[slice(*near)]:
        if 0 < cue.first - last <= CUE_AFTER and not _has_own_speaker(words, cue):
            return True
        if 0 < first - cue.first <= CUE_BEFORE and not _opens_content(words, cue.last, first):
            return True
    return any(words.folded(place) in _SEEN_BY for place in range(first - 3, first))


def _has_own_speaker(words: Words, cue: Cue) -> bool:
    """A verb that begins a clause (وقال) and has its subject right after it."""
    if not cue.hit.head.conjunction or cue.hit.head.stem.part != "verb":
        return False
    following = words.folded(cue.last + 1)
    return following.startswith("ال") and words.gap(cue.last).isspace()


def _opens_content(words: Words, cue: int, source: int) -> bool:
    """Whether a complementiser parts them: the source is then what was said, not who said it."""
    return any(words.folded(place) in COMPLEMENTISERS for place in range(cue + 1, source))


def _reach(words: Words, hit: Hit, heads: frozenset[int]) -> int:
    """The last word of the noun phrase: adjectives, then a name, then adjectives to both."""
    if not hit.entry.extends:
        return hit.last
    last = _adjectives(words, hit.last, heads, is_definite=hit.readings[-1].article)
    if hit.entry.category != "media-as-source":
        return last
    named = max(_quoted_name(words, last), _plain_name(words, hit, last))
    return _adjectives(words, named, heads, is_definite=True) if named > last else last


def _adjectives(words: Words, last: int, heads: frozenset[int], *, is_definite: bool) -> int:
    """The last of the adjectives after a word that agree with it; لـ and another head end them."""
    while last + 1 < len(words) and last + 1 not in heads:
        word = words.folded(last + 1)
        has_article = word.startswith("ال") and len(word) > 4
        is_adjective = word.removeprefix("ال").endswith(_ADJECTIVE_ENDINGS) or word in _RANKS
        if not (is_adjective and len(word) > 3 and has_article is is_definite):
            return last
        if words.gap(last).strip(f" \u00a0{QUOTATION_MARKS}"):
            return last
        last += 1
    return last


def _plain_name(words: Words, hit: Hit, last: int) -> int:
    """The last word of an outlet's name printed bare: Latin letters, or one Arabic word."""
    if hit.entry.kind != "noun":
        return last
    if last > hit.last or hit.head.article:
        return last
    following = words.folded(last + 1)
    if not following or words.gap(last).strip() or following in NO_NAMES:
        return last
    last += 1
    while following.isascii() and words.folded(last + 1).isascii() and len(words.gap(last)) == 1:
        last += 1
        following = words.folded(last)
        if not following:
            return last - 1
    return last


def _quoted_name(words: Words, last: int) -> int:
    """The last word of a short name in quotation marks that opens right after a word."""
    if last + 1 >= len(words) or not _is_mark(words.gap(last)):
        return last
    for place in range(last + 1, min(last + 6, len(words))):
        gap = words.gap(place)
        if any(c in QUOTATION_MARKS for c in gap):
            return place
        if gap.strip():
            return last
    return last


def _is_mark(gap: str) -> bool:
    return gap.strip() != "" and all(c in QUOTATION_MARKS or c.isspace() for c in gap)


def _stands_in_marks(words: Words, hit: Hit) -> bool:
    start, end = words.starts[hit.first], words.ends[hit.last]
    before, after = words.plain[start - 1 : start], words.plain[end : end + 1]
    return before != "" and before in QUOTATION_MARKS and after != "" and after in QUOTATION_MARKS


def _role(words: Words, hit: Hit) -> str | None:
    """Venue where the outlet was spoken to or through, origin where it is the source."""
    if hit.entry.category != "media-as-source":
        return None
    if hit.head.prefix == "ل" or words.folded(hit.first - 1) == "ل":
        return "venue"
    before = [words.folded(place) for place in range(hit.first - 4, hit.first)]
    is_venue = before[-1] in _SPOKEN_THROUGH and not CONVERSATIONS.isdisjoint(before)
    return "venue" if is_venue else "origin"
