"""Which clitics a printed word carries, and which stems it may be read as.

Proclitics and enclitics are split off in every grammatical way; what remains is looked up
by its fold; a reading stands only if the printed letters are a permitted spelling of the
stem and the stem's slot allows the clitics.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from framing.declension import Slot, Stem
from framing.lexicon import Lexeme
from framing.orthography import Spelling, fold, spelling

_PREPOSITIONS = "بكل"
_NOUN_PRONOUNS = ("ه", "ها", "هم", "هن", "هما", "نا")
_VERB_PRONOUNS = (*_NOUN_PRONOUNS, "ني")

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
    "closed": (False, False, ("",), True),
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


def readings_of(word: str, table: Mapping[str, Sequence[tuple[Lexeme, Stem]]]) -> Iterator[Reading]:
    """Every reading of a word's skeleton; `table` holds the stems by their folds."""
    for conjunction, prefix, article, rest in _proclitics(word):
        for pronoun in ("", *_VERB_PRONOUNS):
            if not rest.endswith(pronoun) or len(rest) - len(pronoun) < 2:
                continue
            written = rest[: len(rest) - len(pronoun)]
            for lexeme, stem in table.get(fold(written), ()):
                if written in lexeme.exclude or not _allows(stem, lexeme, prefix, article, pronoun):
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
    return prefix == "ل" and stem.slot in ("indicative", "subjunctive", "jussive", "closed")


@lru_cache(maxsize=1 << 16)
def names_of(word: str) -> frozenset[str]:
    """The folds under which a word may be named: as printed, and without its proclitics."""
    splits = _proclitics(word)
    return frozenset(fold(rest) for _, _, _, rest in splits if rest) | {fold(word)}
