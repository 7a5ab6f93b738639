"""Which clitics a printed word carries, and which stems it may be read as.

Proclitics and enclitics are split off in every grammatical way; what remains is looked up
by its fold; a reading stands only if the printed letters are a permitted spelling of the
stem and the stem's slot allows the clitics. The splits of all forms of a batch are made at
once (`splits_of`); only those whose core some lexicon knows are looked at one by one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple, cast

import numpy as np
import numpy.typing as npt

from framing.lexicon.declension import Slot, Stem
from framing.lexicon.entries import Lexeme
from framing.text import kernel
from framing.text.once import once
from framing.text.orthography import Spelling, fold, level_table, spelling
from framing.text.tokens import Batch

NOUN_PRONOUNS = ("ه", "ها", "هم", "هن", "هما", "نا")
_VERB_PRONOUNS = (*NOUN_PRONOUNS, "ني", "نى")
PRONOUNS = ("", *_VERB_PRONOUNS)

_TELLING = tuple(fold(word) for word in ("على", "إلى", "حتى", "لدى"))

# slot: prepositions, article, pronouns, future
_CLITICS: dict[Slot, tuple[bool, bool, tuple[str, ...], bool]] = {
    "free": (True, True, ("", *NOUN_PRONOUNS), False),
    "sealed": (True, True, ("",), False),
    "construct": (True, False, ("", *NOUN_PRONOUNS), False),
    "bound": (True, False, _VERB_PRONOUNS, False),
    "fixed": (True, True, ("",), False),
    "perfect": (False, False, ("", *_VERB_PRONOUNS), False),
    "indicative": (False, False, ("", *_VERB_PRONOUNS), True),
    "subjunctive": (False, False, ("", *_VERB_PRONOUNS), False),
    "jussive": (False, False, ("", *_VERB_PRONOUNS), False),
    "closed": (False, False, ("",), True),
    "past": (False, False, ("",), False),
}


@dataclass(frozen=True)
class Proclitics:
    """What may stand before a stem: conjunction or hamza of a question, preposition, sa-, article.

    `printed` is how they begin a word; of it, `cut` letters are theirs.
    """

    conjunction: str
    prefix: str
    article: bool
    printed: str
    cut: int


_CONJUNCTIONS = ("", "و", "ف")
_STACKED = ("وف", "أ", "أو", "أف", "ا", "او", "اف")  # before an article only: وفللإرهابيين


def _proclitics() -> list[Proclitics]:
    found = []
    for conjunction in (*_CONJUNCTIONS, *_STACKED):
        for prefix, article, printed, shared in (
            ("", False, "", 0),
            ("", True, "ال", 0),
            ("س", False, "س", 0),
            ("ب", False, "ب", 0),
            ("ب", True, "بال", 0),
            ("ك", False, "ك", 0),
            ("ك", True, "كال", 0),
            ("ل", False, "ل", 0),
            ("ل", True, "لل", 0),
            ("ل", True, "لل", 1),  # للجنة: the article's lam and the noun's are one
        ):
            if article or conjunction in _CONJUNCTIONS:
                begins = conjunction + printed
                found.append(Proclitics(conjunction, prefix, article, begins, len(begins) - shared))
    return found


PROCLITICS = tuple(_proclitics())


class Reading(NamedTuple):
    """One way to read a word: proclitics, stem, pronoun; and how the stem is spelled.

    `alif_as_ya` says that a verb's final alif is printed as ya (رأي for رأى), which makes
    a noun of it everywhere but in houses that print all of them so.
    """

    lexeme: Lexeme
    stem: Stem
    proclitics: Proclitics
    pronoun: str
    spelling: Spelling
    alif_as_ya: bool = False

    @property
    def conjunction(self) -> str:
        """A wa- or fa- written on the word."""
        return self.proclitics.conjunction

    @property
    def prefix(self) -> str:
        """A preposition, or sa-, written on the word."""
        return self.proclitics.prefix

    @property
    def article(self) -> bool:
        """Whether the article stands before the stem."""
        return self.proclitics.article

    @property
    def is_bare(self) -> bool:
        """No clitic but the article."""
        return not (self.conjunction or self.prefix or self.pronoun)


@dataclass(frozen=True, eq=False)
class Splits:
    """Every split of every form of a batch: the form, its clitics by number, its core's hash."""

    forms: npt.NDArray[np.int32]
    proclitics: npt.NDArray[np.int16]
    pronouns: npt.NDArray[np.int16]
    cores: npt.NDArray[np.uint64]

    @cached_property
    def without_pronoun(self) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.uint64]]:
        """Forms and cores of the splits that take off no pronoun."""
        bare = self.pronouns == 0
        return self.forms[bare], self.cores[bare]


@once
def splits_of(batch: Batch) -> Splits:
    """Split all word forms of a batch."""
    cuts = np.array([one.cut for one in PROCLITICS], np.int64)
    heads = _padded([one.printed for one in PROCLITICS])
    return Splits(
        *kernel.split(
            batch.letters, batch.lows, batch.highs, level_table(), heads, cuts, _padded(PRONOUNS)
        )
    )


def _padded(words: Sequence[str]) -> npt.NDArray[np.uint32]:
    """Words as rows of code points, filled up with zeros."""
    rows = np.zeros((len(words), 1 + max(map(len, words))), np.uint32)
    for row, word in zip(rows, words, strict=True):
        row[: len(word)] = [ord(letter) for letter in word]
    return rows


def prints_alif_as_ya(batch: Batch) -> npt.NDArray[np.bool_]:
    """Which texts print final alif as ya: علي and إلي for على and إلى, and nowhere these."""
    forms, cores = splits_of(batch).without_pronoun
    tellers = np.unique(forms[keys_of(_TELLING).among(cores)[0]])
    ends = {int(form): batch.skeleton(form)[-1:] for form in tellers}
    n_texts = len(batch.offsets) - 1
    counts: dict[str, npt.NDArray[np.int64]] = {}
    for letter in "يى":
        mine = np.isin(batch.forms, [form for form, end in ends.items() if end == letter])
        texts = np.searchsorted(batch.heads, np.flatnonzero(mine), side="right") - 1
        counts[letter] = np.bincount(texts, minlength=n_texts)
    dots: npt.NDArray[np.bool_] = (counts["ي"] > 0) & (counts["ى"] == 0)
    return dots


@dataclass(frozen=True, eq=False)
class Keys:
    """Folds made ready for look-up among the cores of splits."""

    table: npt.NDArray[np.int32]
    hashes: npt.NDArray[np.uint64]

    def among(self, cores: npt.NDArray[np.uint64]) -> tuple[npt.NDArray[np.int64], ...]:
        """Which of the cores are keys, and which key each of those is."""
        return cast(
            tuple[npt.NDArray[np.int64], ...], kernel.look_up(cores, self.table, self.hashes)
        )


def keys_of(folds: Sequence[str]) -> Keys:
    """Make distinct folds ready for look-up."""
    letters = np.frombuffer("".join(folds).encode("utf-32-le"), np.uint32)
    highs = np.cumsum([len(one) for one in folds], dtype=np.int64)
    lows = np.concatenate(([0], highs[:-1])) if len(folds) else highs
    hashes = kernel.hash_all(letters, lows, highs, level_table())
    return Keys(kernel.open_table(hashes), hashes)


def readings_of(
    word: str, number: int, tail: int, stems: Sequence[tuple[Lexeme, Stem]]
) -> list[Reading]:
    """The readings of a skeleton that is split into proclitics, one of the stems, a pronoun."""
    proclitics, pronoun = PROCLITICS[number], PRONOUNS[tail]
    written = word[proclitics.cut : len(word) - len(pronoun)]
    found = []
    for lexeme, stem in stems:
        if written in lexeme.exclude or not _allows(stem, lexeme, proclitics, pronoun):
            continue
        if pronoun and stem.text.endswith("ء") and not written.endswith("ء"):
            continue  # أحيانا is no أحياء with a pronoun: only the end of a word drops it
        how = spelling(written, stem.text)
        if how and len(written) > 1:
            is_verbal = stem.part in ("verb", "participle")
            as_ya = is_verbal and stem.text[-1] == "ى" and written[-1] == "ي"
            found.append(Reading(lexeme, stem, proclitics, pronoun, how, as_ya))
    return found


def _allows(stem: Stem, lexeme: Lexeme, proclitics: Proclitics, pronoun: str) -> bool:
    prepositions, articles, pronouns, future = _CLITICS[stem.slot]
    prefix, article = proclitics.prefix, proclitics.article
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
    return prefix == "ل" and stem.slot in ("indicative", "subjunctive", "jussive", "closed")


@lru_cache(maxsize=1 << 16)
def names_of(word: str) -> frozenset[str]:
    """The folds under which a word may be named: as printed, and without its proclitics."""
    rests = (word[one.cut :] for one in PROCLITICS if word.startswith(one.printed))
    return frozenset(fold(rest) for rest in rests if rest) | {fold(word)}
