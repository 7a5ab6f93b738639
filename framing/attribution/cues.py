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

from framing.attribution.actors import begins_actor
from framing.attribution.governing import CONTENT_WINDOW, finds, governs, opens_clause
from framing.lexicon.clitics import Proclitics, Reading
from framing.lexicon.declension import Stem
from framing.lexicon.entries import Entry, load_lexicon
from framing.lexicon.evidence import CUE_THRESHOLD, score
from framing.lexicon.matching import Hit, find
from framing.text.characters import PAUSES, QUOTATION_MARKS
from framing.text.function_words import (
    AUXILIARIES,
    COMPLEMENTISERS,
    COPULAS,
    DEMONSTRATIVES,
    ELATIVES,
    EVIDENCE,
    GENITIVE_GOVERNORS,
    GOVERNED_PREPOSITIONS,
    HYPOTHETICALS,
    NEGATIONS,
    RELATIVE_MA,
    RELATIVES,
    SUBJUNCTIVE_PARTICLES,
    YA_WORDS,
    folded,
)
from framing.text.once import once
from framing.text.orthography import NUNATION, SHADDA, fold
from framing.text.tokens import Span, Words

NAME_WINDOW = 14  # words of a source between نقل عن and قوله
NOUN_WINDOW = 6  # words in which a noun of saying shows its content

# right behind these a verb with a pronoun says what stood before (ما ذكره), so that it needs to
# govern nothing; not so behind والتي or a dual, which more often go on about the noun itself
_TAKEN_UP_BY_PRONOUN = RELATIVE_MA | folded("الذي التي الذين", ("",))
_OF_VERBS = ("object", "quote", "clause", "colon")  # governed by verbs, not by their nouns
_HAL_ENDINGS = ("ا", "ة", "ين", "ان", "تين", "ية", "يا")


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
        """Whether it may follow what is said, as a particle does (بحسب، على حد قول)."""
        return self.entry.kind == "particle" or self.entry.subtype == "trailing"

    @property
    def passes_on(self) -> bool:
        """Whether its عن names whose words are passed on (نقل عن)."""
        return self.entry.subtype == "passing-on"


def mark_cue(place: int, mark: Span, subtype: str) -> Cue:
    """A mark before a word as a cue; what it means says the lexicon's entry of the subtype."""
    entry = _marks()[subtype]
    reading = Reading(entry, Stem(entry.lemma, "fixed", "particle"), Proclitics("", "", False, "", 0), "", "exact")
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
    following = [*cues[1:], None]
    return tuple(
        cue
        for cue, behind in zip(cues, following, strict=bool(cues))
        if not _is_beside(words, cue, behind)
    )


def _is_beside(words: Words, cue: Cue, behind: Cue | None) -> bool:
    """Whether a statement's sentence has a cue of its own: وفي تصريح للإذاعة، قال إن."""
    stated = _stated(words, cue.hit) if cue.entry.subtype == "venue" else None
    return stated is not None and behind is not None and behind.first < stated


def _stated(words: Words, hit: Hit) -> int | None:
    """The أن behind the comma behind a statement that opens its sentence: وفي حديث للقناة، | أن."""
    sentence = words.sentence_words(hit.first)
    behind = range(hit.last + 1, min(sentence.stop, hit.last + 1 + CONTENT_WINDOW))
    if hit.first > sentence.start:
        return None
    return next(
        (
            place
            for place in behind
            if opens_clause(words, place) and not PAUSES.isdisjoint(words.gap(place - 1))
        ),
        None,
    )


def is_cue(words: Words, hit: Hit) -> bool:
    """Decide whether a hit of the lexicon gives somebody a voice here."""
    part = hit.head.stem.part
    if not hit.entry.governs:
        return not _reaches_over(words, hit)  # it only keeps a shorter entry from counting
    if hit.entry.kind == "particle":
        return governs(words, hit)
    if _opens_speech(words, hit) or _is_proof(words, hit) or _is_bare_form(words, hit):
        return False
    if hit.entry.subtype == "venue":
        return _stated(words, hit) is not None
    if part == "verb":
        return _is_tagged_so(words, hit) and _verb_reports(words, hit)
    if part == "participle":
        return _participle_reports(words, hit)
    if part == "masdar" or hit.entry.kind == "noun":
        return _noun_reports(words, hit)
    return _stands_free(words, hit) and governs(words, hit)


def _is_proof(words: Words, hit: Hit) -> bool:
    """التحاليل أكدت, أظهرت صور: what proves something says nothing; a document does (التقرير)."""
    around = words.folded(hit.first - 1), words.folded(hit.last + 1)
    return not EVIDENCE.isdisjoint(around)


def _is_bare_form(words: Words, hit: Hit) -> bool:
    """دون: the lemma's own form, which is a verb only where its shadda is printed."""
    is_doubtful = hit.entry.subtype == "vowelled" and hit.head.stem.text == hit.entry.lemma
    return is_doubtful and SHADDA not in words.form(hit.first)


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
    if head.stem.slot == "perfect" and _is_object_of_verb(words, hit):
        return False
    before = words.folded(hit.first - 1)
    if before in RELATIVE_MA and words.folded(hit.first - 2) in ELATIVES:
        return False  # أكثر مما تعلنه
    if head.pronoun and before in _TAKEN_UP_BY_PRONOUN:
        return True
    if head.pronoun and head.stem.text in hit.entry.masdars:
        return False  # ورفضها, نقله: behind no relative these are nouns
    if before in AUXILIARIES and words.folded(hit.first - 2) in RELATIVES:
        return finds(words, hit, "that") or finds(words, hit, "colon")  # الذي كان ينتقد
    return governs(words, hit)


def _is_object_of_verb(words: Words, hit: Hit) -> bool:
    """نرفض وصف جيراننا, يعيد نشر الصور: right behind a verb the same letters are its object."""
    place = hit.first - 1
    if hit.head.conjunction or begins_actor(words, place) or not words.gap(place).isspace():
        return False
    word = words.folded(place)
    opens = place == 0 or not words.gap(place - 1).isspace()
    is_ours = opens and word.startswith("ن") and len(word) in (4, 5)
    return is_ours or (word.startswith("ي") and len(word) > 3 and word not in YA_WORDS)


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
    if hit.entry.after and hit.head.pronoun:  # من سماهم
        return True
    is_governed = before in GENITIVE_GOVERNORS and words.skeletons[hit.first - 1] != "علي"
    return not is_governed and before not in HYPOTHETICALS


def _participle_reports(words: Words, hit: Hit) -> bool:
    head = hit.head
    if head.article or head.prefix or head.pronoun or not head.stem.text.endswith(_HAL_ENDINGS):
        return False
    if words.folded(hit.first - 1) in COPULAS:
        return False
    return governs(words, hit)


def _noun_reports(words: Words, hit: Hit) -> bool:
    if hit.head.prefix == "ل" or words.folded(hit.first - 1) in DEMONSTRATIVES:
        return False  # to demand; that claim
    governed = [word for word in hit.entry.governs if word not in _OF_VERBS]
    return any(finds(words, hit, word, NOUN_WINDOW) for word in governed)


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
