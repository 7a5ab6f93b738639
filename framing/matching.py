"""Where a lexicon occurs in a text.

Every word is read once per spelling (see `framing.clitics`); phrases are sequences of such
readings. Contexts of the entry (the neighbouring word) keep homographs apart; of two
overlapping hits the longer one stays.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from framing.clitics import Reading, names_of, readings_of
from framing.declension import Stem
from framing.lexicon import Entry, Lexeme, Lexicon
from framing.morphology import stems
from framing.orthography import Spelling, fold, fold_keys
from framing.tokens import QUOTATION_MARKS, Words

_JUSSIVE_PARTICLES = frozenset({"لم", "لما", "فلم", "ولم", "ألم"})
_BRIDGES = frozenset(QUOTATION_MARKS)


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
            self.readings[word] = tuple(readings_of(word, self.stems))
        return self.readings[word]


def find(
    words: Words, lexicon: Lexicon, admit: Callable[[Words, Hit], bool] | None = None
) -> list[Hit]:
    """Find a lexicon's entries in a text, in the order of the text, without overlaps.

    `admit` decides whether a hit counts before the longest of overlapping hits is chosen.
    """
    index = build_index(lexicon)
    found = [
        hit
        for place in range(len(words.spans))
        for reading in index.read(words.skeletons[place])
        for entry, pattern in index.patterns[reading.lexeme]
        for hit in _follow(words, index, entry, pattern, place, reading)
    ]
    if admit is not None:
        found = [hit for hit in found if admit(words, hit)]
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


@lru_cache(maxsize=4096)
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
            if reading.lexeme in alternatives and _stays_inside(reading):
                return place, reading
    return None


def _stays_inside(reading: Reading) -> bool:
    """Inside a phrase a word may carry bi- (أدلى بتصريح); wa-, li- and ka- begin another."""
    return not reading.conjunction and reading.prefix in ("", "ب")


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


@lru_cache(maxsize=4096)
def _folded(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold(name) for name in names)


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
