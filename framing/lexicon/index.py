"""A lexicon made ready for look-up: stems by their folds, entries as rows of numbers.

An entry becomes a pattern of slots; a slot accepts lexemes. A word of a phrase that the
lexicon inflects elsewhere (an entry of its own or a `[[word]]`) inflects inside the phrase
too; any other stands as printed, with or without clitics.
"""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from framing.lexicon import phrase_search
from framing.lexicon.clitics import Keys, keys_of
from framing.lexicon.declension import Stem
from framing.lexicon.entries import Entry, Lexeme, Lexicon
from framing.lexicon.morphology import stems
from framing.lexicon.stem_table import read_stems
from framing.text.orthography import fold, fold_keys

_JUSSIVE_PARTICLES = ("لم", "لما", "ألم")
_SIDES = ("after", "before", "not_after", "not_before")  # in the order of framing.phrases

Slot = tuple[Lexeme, ...]  # in the order of the file, so that every run reads alike
Pattern = tuple[Slot, ...]
NameSet = frozenset[str]
T = TypeVar("T", bound=Hashable)


@dataclass(frozen=True, eq=False)
class Index:
    """A lexicon made ready for look-up.

    `stems[k]` are the stems found under key k; `numbers` numbers the lexemes; `names` are
    the words that contexts ask for; `entries` is the lexicon as `framing.lexicon.phrase_search`
    reads it.
    """

    stems: tuple[tuple[tuple[Lexeme, Stem], ...], ...]
    keys: Keys
    numbers: dict[Lexeme, int]
    names: Keys
    entries: phrase_search.Entries


@lru_cache(maxsize=32)
def build_index(lexicon: Lexicon) -> Index:
    """Inflect a lexicon once and number what it asks for."""
    patterns = _patterns(lexicon)
    numbers = _numbered(lexeme for pattern in patterns for slot in pattern for lexeme in slot)
    by_fold: dict[str, list[tuple[Lexeme, Stem]]] = defaultdict(list)
    known = read_stems(lexicon)
    for lexeme in numbers:
        for stem in known.get(lexeme) or stems(lexeme):
            for key in sorted(fold_keys(stem.text)):
                by_fold[key].append((lexeme, stem))
    contexts = [[_names(getattr(entry, side)) for side in _SIDES] for entry in lexicon.entries]
    governors = _names(_JUSSIVE_PARTICLES)
    name_sets = _numbered([governors, *(names for row in contexts for names in row if names)])
    names = _numbered(name for one in name_sets for name in sorted(one))
    entries = phrase_search.Entries(
        **_words_asked(lexicon, patterns, numbers),
        contexts=np.array(
            [[name_sets.get(one, phrase_search.ANYTHING) for one in row] for row in contexts],
            np.int32,
        ).reshape(-1, len(_SIDES)),
        names=_members(name_sets, names),
        governors=name_sets[governors],
    )
    return Index(
        tuple(map(tuple, by_fold.values())),
        keys_of(list(by_fold)),
        numbers,
        keys_of(list(names)),
        entries,
    )


def _words_asked(
    lexicon: Lexicon, patterns: list[Pattern], numbers: dict[Lexeme, int]
) -> dict[str, Any]:
    """What the entries ask of their own words."""
    slots = _numbered(slot for pattern in patterns for slot in pattern)
    begun: list[list[int]] = [[] for _ in numbers]
    table = np.full((len(patterns), max(map(len, patterns), default=1)), -1, np.int32)
    for entry, pattern in enumerate(patterns):
        table[entry, : len(pattern)] = [slots[slot] for slot in pattern]
        for lexeme in pattern[0]:
            begun[numbers[lexeme]].append(entry)
    spans = [
        one.span or len(pattern) for one, pattern in zip(lexicon.entries, patterns, strict=True)
    ]
    return {
        "begun_by": phrase_search.rows_of(begun),
        "slots": table,
        "spans": np.array(spans, np.int32),
        "room": np.array([entry.gap for entry in lexicon.entries], np.int32),
        "accepts": _members(slots, numbers),
    }


def _patterns(lexicon: Lexicon) -> list[Pattern]:
    known: dict[str, list[Lexeme]] = defaultdict(list)
    for lexeme in (*lexicon.helpers, *lexicon.entries):
        if lexeme.kind not in ("phrase", "name", "particle"):
            known[lexeme.lemma].append(lexeme)
    return [tuple(map(_distinct, _pattern(entry, known))) for entry in lexicon.entries]


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


def _distinct(lexemes: Iterable[Lexeme]) -> Slot:
    return tuple(dict.fromkeys(lexemes))


def _names(words: tuple[str, ...]) -> NameSet:
    return frozenset(map(fold, words))


def _numbered(items: Iterable[T]) -> dict[T, int]:
    """Number distinct items in the order in which they first come."""
    return {item: number for number, item in enumerate(dict.fromkeys(items))}


def _members(sets: Collection[Collection[T]], items: Mapping[T, int]) -> npt.NDArray[np.bool_]:
    """Which items each set has: one row a set."""
    table = np.zeros((len(sets), len(items)), np.bool_)
    for row, members in enumerate(sets):
        table[row, [items[one] for one in members]] = True
    return table
