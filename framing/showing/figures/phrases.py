"""What figures say, in English and Arabic, from `phrases.toml`: the one place it is looked up.

A phrase that nobody wrote, or wrote in one language only, is an error where the file is read
or asked, never an empty place in a picture. Names from tables are another matter: an outlet
is called what it is called, so a name without words stands for itself.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from framing.base.errors import FramingError, unknown
from framing.showing.figures.style import LANGUAGES, Language

_Both = Mapping[Language, str]


@dataclass(frozen=True)
class About:
    """What is said of a figure in one language, whatever its numbers are.

    Attributes:
        name: what its files are called.
        lang: the language of what follows.
        title: its heading.
        caption: the first sentences of its caption: what is counted, of what.
        lexicons: what its numbers rest on.
    """

    name: str
    lang: Language
    title: str
    caption: str
    lexicons: tuple[str, ...]


def about(name: str, lang: Language, **values: object) -> About:
    """What is said of a figure; `values` fill the places left for them in title and caption.

    Raises `UnknownNameError` for a figure or a language that nobody described.

    >>> about("sharing", "en").title
    'Who shares passages with whom'
    """
    known = _file()["figures"]
    if name not in known:
        raise unknown("figure", name, known)
    title, caption = (_said(known[name][part], lang, values) for part in ("title", "caption"))
    return About(name, lang, title, caption, tuple(known[name]["lexicons"]))


def figure_names() -> list[str]:
    """The figures that something is said of."""
    return list(_file()["figures"])


def phrase(key: str, lang: Language, **values: object) -> str:
    """A phrase of ours; `values` fill the places left for them.

    Raises `UnknownNameError` for a phrase or a language that nobody wrote.

    >>> phrase("set", "en", name="moscow-2016")
    'Set of propositions: moscow-2016.'
    """
    known = _file()["phrases"]
    if key not in known:
        raise unknown("phrase", key, known)
    return _said(known[key], lang, values)


def called(name: str, lang: Language) -> str:
    """What a name in a table is called: in words if it has any, else by itself.

    >>> called("indirect", "en"), called("okaz", "en")
    ('reported', 'okaz')
    """
    words = _file()["names"].get(name)
    return _said(words, lang, {}) if words else name


def row_of(names: Sequence[str], lang: Language, mark: str = "comma") -> str:
    """Names in a row, between them the commas or semicolons of the language."""
    return phrase(mark, lang).join(names)


def _said(both: _Both, lang: Language, values: Mapping[str, object]) -> str:
    if lang not in both:
        raise unknown("language", lang, LANGUAGES)
    return both[lang].format(**values) if values else both[lang]


@lru_cache(maxsize=1)
def _file() -> dict[str, dict[str, Any]]:
    page = (resources.files("framing.showing.figures") / "phrases.toml").read_text("utf-8")
    parts: dict[str, dict[str, Any]] = tomllib.loads(page)
    for part, known in parts.items():
        for key, words in known.items():
            both = [words["title"], words["caption"]] if part == "figures" else [words]
            if any(set(one) != set(LANGUAGES) for one in both):
                raise FramingError(
                    f"'{key}' in [{part}] of phrases.toml does not stand in each of "
                    f"{', '.join(LANGUAGES)}. Write it in all of them."
                )
    return parts
