"""Where a lexicon occurs in a text.

Every word is read once per spelling: its proclitics and enclitics are split off in every
grammatical way, what remains is looked up by its fold, and a reading stands only if the
printed letters are a permitted spelling of the stem and the stem's slot allows the
clitics. Phrases are sequences of such readings. Contexts of the entry (the neighbouring
word) keep homographs apart; of two overlapping hits the longer one stays.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from framing.lexicon import Entry, Lexeme, Lexicon
from framing.morphology import Slot, Stem, stems
from framing.orthography import Spelling, fold, fold_keys, spelling
from framing.tokens import QUOTATION_MARKS, Words

_PREPOSITIONS = "بكل"
_NOUN_PRONOUNS = ("ه", "ها", "هم", "هن", "هما", "نا")
_VERB_PRONOUNS = (*_NOUN_PRONOUNS, "ني")
_JUSSIVE_PARTICLES = frozenset({"لم", "لما", "فلم", "ولم", "ألم"})
_BRIDGES = frozenset(QUOTATION_MARKS)

# slot: prepositions, article, pronouns, future
_CLITICS: dict[Slot, tuple[bool, bool, tuple[str, ...], bool]] = {
    "free": (True, True, ("", *_NOUN_PRONOUNS), False),
    "sealed": (True, True, ("",), False),
    "construct": (True, False, ("", *_NOUN_PRONOUNS), False),
    "bound": (True, False, _VERB_PRONOUNS, False),
    "fixed": (True, True, ("",), False),
    "perfect": (False, False, ("", *_VERB_PRONOUNS), False),
    "indicative": (False, False, ("", *_VERB_PRONOUNS), True),
    "subjunctive": (False, False, ("", *_VERB_PRONOUNS), False),
    "jussive": (False, False, ("", *_VERB_PRONOUNS), False),
    "passive": (False, False, ("",), True),
}


@dataclass(frozen=True)
class Reading:
    """One way to read a word: conjunction, preposition or sa-, article, stem, pronoun."""

    lexeme: Lexeme
    stem: Stem
    conjunction: str
    prefix: str
    article: bool
    pronoun: str
    spelling: Spelling

    @property
    def is_bare(self) -> bool:
        """No clitic but the article."""
        return not (self.conjunction or self.prefix or self.pronoun)


@dataclass(frozen=True)
class Hit:
    """An entry found in a text, from the first word to the last, both included."""

    entry: Entry
    first: int
    last: int
    readings: tuple[Reading, ...]

    @property
    def spelling(self) -> Spelling:
        """Exact if every word is spelled as the lexicon spells it."""
        return "exact" if all(r.spelling == "exact" for r in self.readings) else "variant"

    @property
    def head(self) -> Reading:
        """The reading of the first word."""
        return self.readings[0]


@dataclass
class Index:
    """A lexicon made ready for look-up."""

    stems: dict[str, list[tuple[Lexeme, Stem]]] = field(default_factory=lambda: defaultdict(list))
    patterns: dict[Lexeme, list[tuple[Entry, tuple[frozenset[Lexeme], ...]]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    order: dict[str, int] = field(default_factory=dict)
    readings: dict[str, tuple[Reading, ...]] = field(default_factory=dict)

    def read(self, word: str) -> tuple[Reading, ...]:
        """Every reading of a word's skeleton, worked out once per spelling."""
        if word not in self.readings:
            self.readings[word] = tuple(_readings(word, self.stems))
        return self.readings[word]


def find(words: Words, lexicon: Lexicon) -> list[Hit]:
    """Find a lexicon's entries in a text, in the order of the text, without overlaps."""
    index = build_index(lexicon)
    found = [
        hit
        for place in range(len(words.spans))
        for reading in index.read(words.skeletons[place])
        for entry, pattern in index.patterns[reading.lexeme]
        for hit in _follow(words, index, entry, pattern, place, reading)
    ]
    return _longest(found, index)


@lru_cache(maxsize=32)
def build_index(lexicon: Lexicon) -> Index:
    """Inflect a lexicon once and index its stems by fold."""
    index = Index(order={entry.id: place for place, entry in enumerate(lexicon.entries)})
    known: dict[str, list[Lexeme]] = defaultdict(list)
    for lexeme in (*lexicon.helpers, *lexicon.entries):
        if lexeme.kind not in ("phrase", "name", "particle"):
            known[lexeme.lemma].append(lexeme)
    used: set[Lexeme] = set()
    for entry in lexicon.entries:
        pattern = tuple(frozenset(alternatives) for alternatives in _pattern(entry, known))
        used.update(*pattern)
        for lexeme in pattern[0]:
            index.patterns[lexeme].append((entry, pattern))
    for lexeme in sorted(used, key=lambda one: (one.lemma, one.kind, one.root)):
        for stem in sorted(stems(lexeme), key=lambda one: (one.text, one.slot)):
            for key in fold_keys(stem.text):
                index.stems[key].append((lexeme, stem))
    return index


def _pattern(entry: Entry, known: dict[str, list[Lexeme]]) -> Iterator[list[Lexeme]]:
    if entry.kind == "phrase":
        for word in entry.words:
            yield [
                lexeme
                for lemma in word.split("|")
                for lexeme in known.get(lemma) or [_literal(lemma, None)]
            ]
    elif " " in entry.lemma:
        yield from ([_literal(word, False)] for word in entry.lemma.split())
    elif entry.kind in ("name", "particle"):
        yield [_literal(entry.lemma, False)]
    else:
        yield [entry]


def _literal(word: str, definite: bool | None) -> Lexeme:
    """A word that does not inflect; one that begins with the article must carry it."""
    if word.startswith("ال") and len(word) > 3:
        return Lexeme(lemma=word[2:], kind="name", definite=True)
    return Lexeme(lemma=word, kind="name", definite=definite)


def _follow(
    words: Words,
    index: Index,
    entry: Entry,
    pattern: tuple[frozenset[Lexeme], ...],
    place: int,
    first: Reading,
) -> Iterator[Hit]:
    if not _fits_governor(words, place, first):
        return
    readings, places, last = [first], [place], place
    for alternatives in pattern[1:]:
        step = _next_word(words, index, alternatives, last, entry.gap)
        if step is None:
            return
        last, reading = step
        readings.append(reading)
        places.append(last)
    if _fits_context(words, entry, place, last):
        marked = entry.span or len(readings)
        yield Hit(entry, place, places[marked - 1], tuple(readings[:marked]))


def _next_word(
    words: Words, index: Index, alternatives: frozenset[Lexeme], last: int, gap: int
) -> tuple[int, Reading] | None:
    for place in range(last + 1, min(last + 2 + gap, len(words.spans))):
        if not _is_bridged(words.gap(place - 1)):
            return None
        for reading in index.read(words.skeletons[place]):
            if reading.lexeme in alternatives and not reading.conjunction:
                return place, reading
    return None


def _is_bridged(gap: str) -> bool:
    """Only spaces and quotation marks stand between two words of one phrase."""
    return all(c in _BRIDGES or (c.isspace() and c not in "\n\r") for c in gap)


def _fits_governor(words: Words, place: int, reading: Reading) -> bool:
    """A jussive's short form counts only after its particle."""
    if reading.stem.slot != "jussive" or reading.prefix == "ل":
        return True
    return place > 0 and words.skeletons[place - 1] in _JUSSIVE_PARTICLES


def _fits_context(words: Words, entry: Entry, first: int, last: int) -> bool:
    previous, following = _neighbour(words, first, -1), _neighbour(words, last, +1)
    return (
        (not entry.after or not previous.isdisjoint(_folded(entry.after)))
        and (not entry.before or not following.isdisjoint(_folded(entry.before)))
        and previous.isdisjoint(_folded(entry.not_after))
        and following.isdisjoint(_folded(entry.not_before))
    )


def facet_of(words: Words, hit: Hit) -> str:
    """The facet of a hit: its entry's, unless the word before it says otherwise."""
    previous = _neighbour(words, hit.first, -1)
    for facet, heads in hit.entry.facet_after.items():
        if not previous.isdisjoint(_folded(heads)):
            return facet
    return hit.entry.facet


def _neighbour(words: Words, place: int, step: int) -> frozenset[str]:
    """The folds under which the neighbouring word may be named, with and without clitics."""
    beside = place + step
    if not 0 <= beside < len(words.spans) or not _is_bridged(words.gap(min(place, beside))):
        return frozenset()
    return names_of(words.skeletons[beside])


@lru_cache(maxsize=1 << 16)
def names_of(word: str) -> frozenset[str]:
    """The folds under which a word may be named: as printed, and without its proclitics."""
    splits = _proclitics(word)
    return frozenset(fold(rest) for _, _, _, rest in splits if rest) | {fold(word)}


@lru_cache(maxsize=4096)
def _folded(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold(name) for name in names)


def _readings(word: str, table: dict[str, list[tuple[Lexeme, Stem]]]) -> Iterator[Reading]:
    for conjunction, prefix, article, rest in _proclitics(word):
        for pronoun in ("", *_VERB_PRONOUNS):
            if not rest.endswith(pronoun) or len(rest) - len(pronoun) < 2:
                continue
            written = rest[: len(rest) - len(pronoun)]
            for lexeme, stem in table.get(fold(written), ()):
                if not _allows(stem, lexeme, prefix, article, pronoun):
                    continue
                how = spelling(
                    written, stem.text, final_alif_strict=stem.part in ("verb", "participle")
                )
                if how:
                    yield Reading(lexeme, stem, conjunction, prefix, article, pronoun, how)


def _proclitics(word: str) -> list[tuple[str, str, bool, str]]:
    """Every split of a word into conjunction, preposition or sa-, article and the rest."""
    splits = []
    for conjunction in ("", "و", "ف"):
        if not word.startswith(conjunction):
            continue
        rest = word[len(conjunction) :]
        splits.append((conjunction, "", False, rest))
        if rest.startswith("ال"):
            splits.append((conjunction, "", True, rest[2:]))
        if rest.startswith("س"):
            splits.append((conjunction, "س", False, rest[1:]))
        if rest[:1] and rest[0] in _PREPOSITIONS:
            splits.extend(_after_preposition(conjunction, rest))
    return splits


def _after_preposition(conjunction: str, rest: str) -> Iterator[tuple[str, str, bool, str]]:
    preposition, stem = rest[0], rest[1:]
    yield conjunction, preposition, False, stem
    if preposition == "ل" and stem.startswith("ل"):
        yield conjunction, "ل", True, stem[1:]
        yield conjunction, "ل", True, stem  # للجنة: the article's lam and the noun's are one
    elif preposition != "ل" and stem.startswith("ال"):
        yield conjunction, preposition, True, stem[2:]


def _allows(stem: Stem, lexeme: Lexeme, prefix: str, article: bool, pronoun: str) -> bool:
    prepositions, articles, pronouns, future = _CLITICS[stem.slot]
    if stem.part == "verb":
        fits_prefix = prefix == "" or (prefix == "س" and future) or _is_purpose(stem, prefix)
        return fits_prefix and not article and pronoun in pronouns
    if prefix and (prefix == "س" or not prepositions):
        return False
    if lexeme.definite is not None and (article or bool(pronoun)) is not lexeme.definite:
        return False
    if article and (not articles or pronoun):
        return False
    return pronoun in pronouns


def _is_purpose(stem: Stem, prefix: str) -> bool:
    """The li- of purpose stands before a present only (ليقترح)."""
    return prefix == "ل" and stem.slot in ("indicative", "subjunctive", "jussive", "passive")


def _longest(found: Iterable[Hit], index: Index) -> list[Hit]:
    """Keep the longest of overlapping hits; of equals the earlier, then the lexicon's first."""
    kept: list[Hit] = []
    taken: set[int] = set()
    for hit in sorted(found, key=lambda h: (h.first - h.last, h.first, index.order[h.entry.id])):
        span = range(hit.first, hit.last + 1)
        if taken.isdisjoint(span):
            taken.update(span)
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit.first)
