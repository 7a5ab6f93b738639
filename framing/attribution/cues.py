"""Where somebody is given a voice: the cues of attribution.

A cue is a lemma of the attribution lexicon where the sentence shows that words are passed on
(`framing.attribution.cue_rules`), with the preposition that belongs to it; or a mark that stands
for one, a colon behind a speaker. It has a stance; who speaks and what is said is read by
`framing.attribution.attributions`.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from framing.attribution.cue_rules import is_cue, stated_at
from framing.lexicon.clitics import Proclitics, Reading
from framing.lexicon.declension import Stem
from framing.lexicon.entries import Entry, load_lexicon
from framing.lexicon.evidence import CUE_THRESHOLD, score
from framing.lexicon.matching import Hit, find
from framing.text.function_words import GOVERNED_PREPOSITIONS, PREPOSITIONS
from framing.text.once import once
from framing.text.orthography import fold
from framing.text.tokens import Span, Words

NAME_WINDOW = 14  # words of a source between نقل عن and قوله


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue with its words: the hit, and an adjacent preposition that belongs to it.

    `score` is how much the words around speak for it, as `framing.lexicon.evidence` says. A `mark`
    stands for words (a colon behind a speaker): it has none, so that `last` stands before `first`.
    """

    hit: Hit
    first: int
    last: int
    score: float
    mark: Span | None = None

    def span(self, words: Words) -> Span:
        """Where the cue stands in its text."""
        return self.mark or words.cover(self.first, self.last)

    @property
    def entry(self) -> Entry:
        """The lexicon's entry."""
        return self.hit.entry

    @property
    def is_particle(self) -> bool:
        """Whether it stands with a noun as a preposition does: بحسب, على حد قول."""
        phrase = self.entry.kind == "phrase" and fold(self.entry.lemma.split()[0]) in PREPOSITIONS
        return phrase or self.entry.kind == "particle"

    @property
    def passes_on(self) -> bool:
        """Whether its عن names whose words are passed on (نقل عن)."""
        return self.entry.subtype == "passing-on"


def mark_cue(place: int, mark: Span, subtype: str) -> Cue:
    """A mark before a word as a cue; what it means says the lexicon's entry of the subtype."""
    entry = _marks()[subtype]
    reading = Reading(
        entry, Stem(entry.lemma, "fixed", "particle"), Proclitics("", "", False, "", 0), "", "exact"
    )
    return Cue(Hit(entry, place, place - 1, (reading,)), place, place - 1, 1.0, mark)


@lru_cache(maxsize=1)
def _marks() -> dict[str, Entry]:
    entries = load_lexicon("attribution").entries
    return {one.subtype: one for one in entries if one.subtype in ("mark", "turn")}


@dataclass(frozen=True, eq=False)
class Cues:
    """The cues of a text that give a voice, in order, asked by their first word."""

    found: tuple[Cue, ...]

    @cached_property
    def _by_first(self) -> dict[int, Cue]:
        return {cue.first: cue for cue in self.found}

    def __iter__(self) -> Iterator[Cue]:
        return iter(self.found)

    def __contains__(self, place: int) -> bool:
        return place in self._by_first

    def __getitem__(self, place: int) -> Cue:
        return self._by_first[place]

    def get(self, place: int) -> Cue | None:
        """The cue that begins with a word, if one does."""
        return self._by_first.get(place)

    def before(self, place: int) -> Cue | None:
        """The last cue that begins before a word."""
        number = bisect_left(self.found, place, key=lambda cue: cue.first)
        return self.found[number - 1] if number else None


@once
def find_cues(words: Words, least_score: float = CUE_THRESHOLD) -> tuple[Cue, ...]:
    """Find the cues of a text, in order; `least_score` as in `framing.lexicon.evidence`."""
    scores: dict[Hit, float] = {}

    def admit(words: Words, hit: Hit) -> bool:
        if not is_cue(words, hit):
            return False
        scores[hit] = score(words, hit)
        return not hit.entry.governs or scores[hit] >= least_score

    cues: list[Cue] = []
    for hit in find(words, load_lexicon("attribution"), admit):
        if hit.entry.governs and not (cues and _belongs_to(words, cues[-1], hit)):
            last = _with_preposition(words, hit)
            cues.append(Cue(hit, hit.first, last, scores[hit]))
    following = (*cues[1:], None)
    pairs = zip(cues, following, strict=False)
    return tuple(cue for cue, behind in pairs if not _is_beside(words, cue, behind))


def _is_beside(words: Words, cue: Cue, behind: Cue | None) -> bool:
    """Whether a statement's sentence has a cue of its own: وفي تصريح للإذاعة، قال إن."""
    stated = stated_at(words, cue.hit) if cue.entry.subtype == "venue" else None
    return stated is not None and behind is not None and behind.first < stated


def _belongs_to(words: Words, cue: Cue, hit: Hit) -> bool:
    """Whether a noun of saying is part of the cue before: its subject, its object (أشار البيان).

    قوله takes up what is passed on from somebody else: نقلت الوكالة عن المدير قوله.
    """
    is_noun = hit.head.stem.part == "masdar" or hit.entry.kind == "noun"
    if is_noun and cue.hit.head.stem.part == "verb" and hit.first - cue.last <= 2:
        return True
    passes_on = cue.passes_on and hit.first - cue.last <= NAME_WINDOW
    same = passes_on and hit.first in words.sentence_words(cue.first)
    return same and is_noun and bool(hit.head.pronoun) and not hit.head.conjunction


def _with_preposition(words: Words, hit: Hit) -> int:
    """A fixed preposition right after the cue belongs to it (أشار إلى)."""
    following = hit.last + 1
    fixed = GOVERNED_PREPOSITIONS.intersection(map(fold, hit.entry.governs))
    if words.folded(following) in fixed and words.gap(hit.last).isspace():
        return following
    return hit.last


def cue_spans(words: Words) -> Iterator[Span]:
    """The spans of a text's cues."""
    return (words.cover(cue.first, cue.last) for cue in find_cues(words))
