"""What every character is to the reader: part of a word, space, a stop, a mark."""

from functools import lru_cache

import numpy as np
import numpy.typing as npt
import regex

from framing.text import kernel

FILL = "\ufdd0"  # no character: what is left of a mark that the web spelled out (see `mending`)
QUOTATION_MARKS = f'«»“”„‟"‹›‘’{FILL}'

PAUSES = frozenset("،,؛")  # what parts clauses within a sentence
OPENING = frozenset(f":{QUOTATION_MARKS}")  # what somebody's words may open with

_WORD = r"\p{L}\p{M}\p{N}\u0640\u200c\u200d"
_KINDS = {  # the last that fits a character decides
    kernel.LETTER: rf"[{_WORD}]",
    kernel.ARABIC: rf"[{_WORD}&&\p{{Arabic}}]",
    kernel.FINAL: "[\u0629\ufe93\ufe94]",
    kernel.LATIN: rf"[{_WORD}&&[\p{{Latin}}\p{{N}}]]",
    kernel.SPACE: r"\s",
    kernel.BREAK: r"[\n\r\u2028\u2029]",
    kernel.MARK: f"[{QUOTATION_MARKS}]",
    kernel.STOP: "[!?؟۔…]",
    kernel.DOT: r"\.",
    kernel.COLON: ":",
    kernel.CLOSING: r"[)\]]",
}


def codes_of(text: str) -> npt.NDArray[np.uint16] | npt.NDArray[np.uint32]:
    """The code points of a text: two bytes each where all fit, else four."""
    short = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), np.uint16)
    if len(short) == len(text):
        return short
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


@lru_cache(maxsize=2)
def kinds_of(width: int) -> npt.NDArray[np.uint8]:
    """What every character is that two bytes hold, or four."""
    kinds = np.zeros(0x10000 if width == 2 else 0x110000, np.uint8)
    characters = "".join(map(chr, range(len(kinds))))
    for kind, pattern in _KINDS.items():
        for run in regex.finditer(f"{pattern}+", characters, regex.V1):
            kinds[run.start() : run.end()] = kind
    return kinds
