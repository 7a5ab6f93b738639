"""Fold spelling for matching, with the way back.

Three views of a written word, from strict to tolerant:

- `skeleton`: letters only. Presentation forms become letters; diacritics, tatweel and
  zero-width joiners go. What is left is what a careful editor would type unvowelled, a dagger
  alif as the alif it is (الإرهٰبيين) but in the words whose alif is never typed (هٰذا).
- `fold`: the skeleton with every hamza, final ya, ta marbuta and Latin capital levelled, so that
  all house spellings of a word meet. It finds candidates; it never decides.
- `spelling`: decides. A lexicon's spelling may be written with *less* than it has
  (أكد as اكد, هيئة as هيئه), never with more: one way only.
"""

import re
import string
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import numpy as np
import numpy.typing as npt
import regex

from framing.text import kernel
from framing.text.kernel import DROPPED, SPECIAL

Spelling = Literal["exact", "variant"]

TATWEEL = "\u0640"
NUNATION = frozenset("\u064b\u064c\u064d")
SHADDA = "\u0651"
_JOINERS = "\u200c\u200d"
_DAGGER = "\u0670"
# words whose alif is spoken and not typed (هٰذا), and letters that stand for it themselves (علىٰ)
_WITHOUT_ALIF = re.compile("هٰ(?:ذ|ؤ|كذ)|ذٰلك|لٰكن|لٰه|رحمٰن|[أا]ولٰئك|سمٰو|طٰه|[ىاو]ٰ")
_LETTERS = str.maketrans({"ٱ": "ا", "ک": "ك", "ی": "ي", "ھ": "ه", "ہ": "ه", "ۀ": "ه"})
_LEVELLED = {"أ": "ا", "إ": "ا", "آ": "ا", "ؤ": "و", "ئ": "ي", "ء": "", "ى": "ي", "ة": "ه"}
_LEVELLED |= dict(zip(string.ascii_uppercase, string.ascii_lowercase, strict=True))
_LEVEL = str.maketrans(_LEVELLED)

# What a lexicon's letter may be written as; the key itself comes first.
_WRITTEN_AS = {
    "أ": "أا",
    "إ": "إا",
    "آ": "آا",
    "ؤ": "ؤئوي",
    "ئ": "ئؤيى",
    **{letter: letter + letter.swapcase() for letter in string.ascii_letters},
}
_WRITTEN_AS_AT_END = {"ي": "يى", "ى": "ىي", "ة": "ةه", "ئ": "ئؤيى"}


@lru_cache(maxsize=1 << 18)
def skeleton(word: str) -> str:
    """Strip a word to its letters: no diacritics, tatweel or joiners.

    >>> skeleton("الإرهـــابيّين"), skeleton("ﻻ")
    ('الإرهابيين', 'لا')
    """
    letters = unicodedata.normalize("NFKC", word).translate(_LETTERS)
    plain = "".join(c for c in letters if c == _DAGGER or not _is_dropped(c))
    return plain.replace(_DAGGER, "" if _WITHOUT_ALIF.search(plain) else "ا")


def fold(word: str) -> str:
    """Level a word's house spelling: hamza seats, final ya, ta marbuta.

    Folding twice is folding once.

    >>> fold("مسؤولة"), fold("الأنباء"), fold("الانباء")
    ('مسووله', 'الانبا', 'الانبا')
    """
    return skeleton(word).translate(_LEVEL)


def fold_many(skeletons: Iterable[str]) -> tuple[str, ...]:
    """Level many skeletons in one pass; the same as `fold` of each.

    >>> fold_many(["مسؤولة", "الأنباء"])
    ('مسووله', 'الانبا')
    """
    return tuple("\n".join(skeletons).translate(_LEVEL).split("\n"))


def fold_keys(canonical: str) -> frozenset[str]:
    """Every fold under which permitted spellings of a lexicon's form may be found.

    One key for most words; two where ؤ and ئ alternate (مسؤول, مسئول).

    >>> sorted(fold_keys("مسؤول"))
    ['مسوول', 'مسيول']
    """
    keys = {""}
    for letter in canonical:
        seats = "وي" if letter in "ؤئ" else [_LEVELLED.get(letter, letter)]
        keys = {key + seat for key in keys for seat in seats}
    return frozenset(keys)


def spelling(written: str, canonical: str) -> Spelling | None:
    """Say whether `written` (a skeleton) is a permitted spelling of `canonical`.

    Returns "exact" for the same letters, "variant" where hamzas, final ya or ta marbuta
    were levelled, None otherwise.

    >>> spelling("اكد", "أكد"), spelling("أكد", "أكد"), spelling("أكد", "اكد")
    ('variant', 'exact', None)
    """
    if written == canonical:
        return "exact"
    if "ء" in canonical:
        permitted = _permitted(canonical).fullmatch(written) is not None
    else:
        permitted = (
            len(written) == len(canonical)
            and all(
                one == letter or one in _written_as(letter)
                for one, letter in zip(written[:-1], canonical[:-1], strict=True)
            )
            and written[-1:] in _written_as(canonical[-1:], at_end=True)
        )
    return "variant" if permitted else None


def _written_as(letter: str, *, at_end: bool = False) -> str:
    """What a lexicon's letter may be written as, itself first."""
    levelled = _WRITTEN_AS.get(letter, letter)
    return _WRITTEN_AS_AT_END.get(letter, levelled) if at_end else levelled


@lru_cache(maxsize=1 << 16)
def _permitted(canonical: str) -> re.Pattern[str]:
    """The spellings of a word whose free-standing hamza may be left out."""
    last = len(canonical) - 1
    parts = [
        "ء?" if letter == "ء" else f"[{_written_as(letter, at_end=place == last)}]"
        for place, letter in enumerate(canonical)
    ]
    return re.compile("".join(parts))


_TABLED = 0x10000  # tables reach as far as Arabic does: the first plane of Unicode
_COMPOSING = regex.compile(r"[\p{M}\u1100-\u11ff--[\u064b-\u0652]]", regex.V1)


@lru_cache(maxsize=1)
def letter_table() -> npt.NDArray[np.uint16]:
    """`skeleton` as a table: for every code point its letter, `DROPPED` or `SPECIAL`.

    Special are the characters whose letters depend on their neighbours (a hamza printed
    as a mark of its own) or are several (the ligature of lam and alif).
    """
    table = np.arange(_TABLED, dtype=np.uint16)
    characters = "".join(chr(code) for code in range(_TABLED) if not 0xD800 <= code < 0xE000)
    table[[ord(one) for one in _COMPOSING.findall(characters)]] = SPECIAL
    for one in characters:
        if table[ord(one)] != SPECIAL and not _is_letter(one):
            letters = skeleton(one)
            is_tabled = len(letters) == 1 and ord(letters) < _TABLED
            table[ord(one)] = ord(letters) if is_tabled else SPECIAL if letters else DROPPED
    return table


def _is_letter(character: str) -> bool:
    """Whether a character is already as a skeleton has it."""
    return not (
        _is_dropped(character)
        or ord(character) in _LETTERS
        or not unicodedata.is_normalized("NFKC", character)
    )


def skeletons_of(
    text: str,
    codes: npt.NDArray[np.generic],
    starts: npt.NDArray[np.int32],
    ends: npt.NDArray[np.int32],
) -> tuple[npt.NDArray[np.uint32], npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """The skeletons of words of a text end to end, and where each begins and ends.

    `codes` are the code points of the text, `starts, ends` the places of the words.
    """
    letters, lows, highs, special = kernel.spell(codes, starts, ends, letter_table())
    rest, filled = [], len(letters)
    for form in np.flatnonzero(special).tolist():
        rest.append(skeleton(text[starts[form] : ends[form]]))
        lows[form], highs[form] = filled, filled + len(rest[-1])
        filled += len(rest[-1])
    more = np.frombuffer("".join(rest).encode("utf-32-le", "surrogatepass"), np.uint32)
    return np.concatenate((letters, more)), lows, highs


@lru_cache(maxsize=1)
def level_table() -> npt.NDArray[np.uint16]:
    """What `fold` does to the letters of a skeleton, as a table; 0 drops the letter."""
    table = np.arange(_TABLED, dtype=np.uint16)
    for letter, level in _LEVELLED.items():
        table[ord(letter)] = ord(level) if level else 0
    return table


@dataclass(frozen=True)
class Folded:
    """A folded text that knows the way back.

    `origin[i]` is the place in `text` of the letter that became `folded[i]`.
    """

    text: str
    folded: str
    origin: tuple[int, ...]

    def home(self, start: int, end: int) -> tuple[int, int]:
        """Lead a span of the folded text home, trailing diacritics included."""
        if start >= end:
            raise ValueError(f"The span {start}:{end} is empty, so it has no home in the text.")
        stop = self.origin[end] if end < len(self.origin) else len(self.text)
        return self.origin[start], stop


def fold_text(text: str) -> Folded:
    """Fold a running text letter by letter and remember where each letter stood.

    >>> found = fold_text("قَالَ «داعـــش»")
    >>> at = found.folded.index("داعش")
    >>> found.text[slice(*found.home(at, at + 4))]
    'داعـــش'
    """
    letters: list[str] = []
    origin: list[int] = []
    for place, character in enumerate(text):
        for letter in fold(character) if not _is_dropped(character) else "":
            letters.append(letter)
            origin.append(place)
    return Folded(text, "".join(letters), tuple(origin))


def _is_dropped(character: str) -> bool:
    return (
        character == TATWEEL
        or character in _JOINERS
        or unicodedata.category(character).startswith("M")
    )
