"""A list of words as the tables of a lexicon: each word an entry, and a category of its own."""

import re
from collections.abc import Iterable
from typing import Any

from framing.base.errors import LexiconError, cut

# letters with their vowels, tatweel and hamza; spaces between words
_ARABIC_WORD = re.compile("[\u0621-\u0652\u0670\u0671]+(?: [\u0621-\u0652\u0670\u0671]+)*")


def words_listed(words: Iterable[str]) -> tuple[str, ...]:
    """The words of a list, each once, with single spaces inside.

    Raises `LexiconError` for a list without words, or with something that is no Arabic word.
    """
    listed = tuple(dict.fromkeys(" ".join(str(word).split()) for word in words))
    if not listed or not all(map(_ARABIC_WORD.fullmatch, listed)):
        wrong = next((cut(word) for word in listed if not _ARABIC_WORD.fullmatch(word)), "")
        raise LexiconError(
            f"'{wrong}' is no Arabic word to look for. Give a list of words, or the name or file "
            "of a lexicon."
        )
    return listed


def tables_of_words(listed: tuple[str, ...]) -> dict[str, Any]:
    """The tables that the file of such a lexicon would hold."""
    return {
        "name": "words",
        "version": "0",
        "description": "A list of words.",
        "transliteration": "none",
        "categories": {
            word: {"gloss": word, "gloss_ar": word, "definition": "A word of the list."}
            for word in listed
        },
        "entry": [_record(word) for word in listed],
    }


def _record(word: str) -> dict[str, Any]:
    kind = "noun"
    plurals = [f"{word[:-1]}ات"] if word.endswith("ة") else [f"{word}ون"]
    if " " in word or word.startswith("ال"):
        kind, plurals = "name", []
    elif word.endswith("ي"):
        kind, plurals = "adjective", []
    return {
        "id": word,
        "lemma": word,
        "kind": kind,
        "plurals": plurals,
        "category": word,
        "gloss": word,
        "translit": "",
        "source": "a list of words",
    }
