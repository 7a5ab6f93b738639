"""Where somebody is given a voice: the cues of attribution.

A lemma of the attribution lexicon is a cue only if the sentence shows that words are
passed on. The rules are few and named; each asks one question of the words around:

- a finite verb must govern something (a complementiser, a quotation mark or colon, its
  preposition, or an object where the lemma is hardly ever used otherwise); it is no cue
  after a preposition (there the same letters are a noun), in the future, or as a purpose;
- a participle counts where it accompanies a verb (مضيفاً، مؤكدة), never as an epithet or a
  predicate (كان متهماً);
- a noun of saying counts only with its content (إعلان ... عن، بمطالبة ... ب);
- a particle (بحسب، وفق) counts where a source follows in the sentence;
- a verb must be one for the reader's own tagger too, if there is one (`framing.text.parsing`).

A cue has a stance; who speaks and what is said is read by `framing.attribution.attributions`.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from framing.lexicon.entries import Entry, load_lexicon
from framing.lexicon.evidence import CUE_THRESHOLD, PREPOSITION_WINDOW, score
from framing.lexicon.matching import Hit, find
from framing.text.characters import OPENING, QUOTATION_MARKS
from framing.text.function_words import (
    BI_LI_WORDS,
    COMPLEMENTISERS,
    CONJUNCTION_HEADS,
    COPULAS,
    GENITIVE_GOVERNORS,
    GOVERNED_PREPOSITIONS,
    HYPOTHETICALS,
    NEGATIONS,
    PREPOSITIONS,
    RELATIVE_MA,
    SUBJUNCTIVE_PARTICLES,
    folded,
)
from framing.text.once import once
from framing.text.orthography import NUNATION, fold
from framing.text.tokens import Span, Words

CONTENT_WINDOW = 18  # words behind a cue, its source among them, in which أن or a quotation opens
NAME_WINDOW = 14  # words of a source between نقل عن and قوله
NOUN_WINDOW = 6  # words in which a noun of saying shows its content

# right behind these a verb with a pronoun says what stood before (ما ذكره), so that it needs to
# govern nothing; not so behind والتي or a dual, which more often go on about the noun itself
_TAKEN_UP_BY_PRONOUN = RELATIVE_MA | folded("الذي التي الذين", ("",))
_HAL_ENDINGS = ("ا", "ة", "ين", "ان", "تين", "ية", "يا")


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue with its words: the hit, and an adjacent preposition that belongs to it.

    `score` is how much the words around speak for it, as `framing.lexicon.evidence` says.
    """

    hit: Hit
    first: int
    last: int
    score: float

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
    return tuple(cues)


def is_cue(words: Words, hit: Hit) -> bool:
    """Decide whether a hit of the lexicon gives somebody a voice here."""
    part = hit.head.stem.part
    if not hit.entry.governs:
        return not _reaches_over(words, hit)  # it only keeps a shorter entry from counting
    if hit.entry.kind == "particle":
        return _governs(words, hit)
    if _opens_speech(words, hit):
        return False
    if part == "verb":
        return _is_tagged_so(words, hit) and _verb_reports(words, hit)
    if part == "participle":
        return _participle_reports(words, hit)
    if part == "masdar" or hit.entry.kind == "noun":
        return _noun_reports(words, hit)
    return _stands_free(words, hit) and _governs(words, hit)


def _is_tagged_so(words: Words, hit: Hit) -> bool:
    """Whether a reader's own tagger, if there is one, does not deny that it is a verb."""
    return words.parse is None or words.parse.is_verb(hit.first) is not False


def _reaches_over(words: Words, hit: Hit) -> bool:
    """Whether a phrase that is no cue spans a word its lemma governs, so that the lemma is one."""
    governed = _governed_by(hit.entry.lemma)
    return any(words.folded(place) in governed for place in range(hit.first + 1, hit.last))


@lru_cache(maxsize=1024)
def _governed_by(lemma: str) -> frozenset[str]:
    entries = load_lexicon("attribution").entries
    governed = {word for entry in entries if entry.lemma == lemma for word in entry.governs}
    names = frozenset(map(fold, governed))
    return names | COMPLEMENTISERS if "that" in governed else names


def _verb_reports(words: Words, hit: Hit) -> bool:
    head = hit.head
    if head.prefix in ("س", "ل") or _is_nunated(words, hit) or not _stands_free(words, hit):
        return False
    if head.pronoun and words.folded(hit.first - 1) in _TAKEN_UP_BY_PRONOUN:
        return True
    return _governs(words, hit)


def _is_nunated(words: Words, hit: Hit) -> bool:
    """Printed nunation shows a noun: شكاً is doubt, not the verb شكا."""
    return not NUNATION.isdisjoint(words.form(hit.first))


def _stands_free(words: Words, hit: Hit) -> bool:
    """Whether no governor, subjunctive particle, conditional or negation stands before it."""
    before = "" if hit.head.conjunction else words.folded(hit.first - 1)
    if before in NEGATIONS:
        return hit.entry.category == "denial"
    if before in SUBJUNCTIVE_PARTICLES:
        return hit.head.stem.slot == "perfect"
    is_governed = before in GENITIVE_GOVERNORS and words.skeletons[hit.first - 1] != "علي"
    return not is_governed and before not in HYPOTHETICALS


def _participle_reports(words: Words, hit: Hit) -> bool:
    head = hit.head
    if head.article or head.prefix or head.pronoun or not head.stem.text.endswith(_HAL_ENDINGS):
        return False
    if words.folded(hit.first - 1) in COPULAS:
        return False
    return _governs(words, hit)


def _noun_reports(words: Words, hit: Hit) -> bool:
    governed = [word for word in hit.entry.governs if word not in ("object", "quote")]
    return any(_finds(words, hit, word, NOUN_WINDOW) for word in governed)


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


def _opens_speech(words: Words, hit: Hit) -> bool:
    """Whether a hit is the first word of a quotation: it is content, no cue."""
    if hit.first == 0:
        return False
    gap = words.gap(hit.first - 1)
    return gap[-1:] in QUOTATION_MARKS and (len(gap) == 1 or gap[-2].isspace() or gap[-2] == ":")


def _governs(words: Words, hit: Hit) -> bool:
    for governed in hit.entry.governs:
        window = CONTENT_WINDOW if governed in ("that", "quote") else PREPOSITION_WINDOW
        if governed == "object":
            if hit.entry.kind == "phrase" or hit.last + 1 in words.sentence_words(hit.first):
                return True  # a phrase brings its object along (رفضت التعليق)
        elif _finds(words, hit, governed, window):
            return True
    return False


def _finds(words: Words, hit: Hit, governed: str, window: int) -> bool:
    """Whether what the cue governs follows it, in its sentence, within so many words."""
    stop = min(hit.last + 1 + window, words.sentence_words(hit.first).stop)
    if governed == "quote":
        return _opens_quotation(words, hit, stop - 1)
    if governed == "that":
        return any(opens_clause(words, place) for place in range(hit.last + 1, stop))
    ahead, stem = words.folds[hit.last + 1 : stop], fold(governed)
    if len(stem) == 1:
        return any(word.startswith(stem) and _is_prefixed(word) for word in ahead)
    return any(word.startswith(stem[:-1]) and _is_preposition(word, stem) for word in ahead)


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


def _is_preposition(word: str, stem: str) -> bool:
    """إلى, إليه: a preposition as a word, with or without a pronoun."""
    return word == stem or len(word) <= len(stem) + 2


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
