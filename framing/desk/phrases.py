"""What the desk says in its own voice, in English and Arabic, from `wording.toml`."""

import tomllib
from functools import lru_cache
from importlib import resources
from typing import Any

from framing.base.errors import unknown
from framing.base.markup import harmless
from framing.corpus.articles import Lang
from framing.showing.wording import wording

_LANGUAGES = ("en", "ar")


@lru_cache
def phrases(lang: Lang) -> dict[str, dict[str, str]]:
    """All phrases of one language, by part and name.

    Raises `UnknownNameError` for a language nobody wrote them in.
    """
    if lang not in _LANGUAGES:
        raise unknown("language", lang, _LANGUAGES)
    page = (resources.files("framing.desk") / "wording.toml").read_text("utf-8")
    return {
        part: {name: both[lang] for name, both in said.items()}
        for part, said in tomllib.loads(page).items()
    }


def voice_label(voice: str, lang: Lang) -> str:
    """What a voice is called where one is chosen.

    >>> voice_label("narrator", "en"), voice_label("all", "en")
    ("the outlet's own words", 'all voices')
    """
    return str((wording(lang)["voices"] | phrases(lang)["voices"])[voice])


def filled(phrase: str, **values: Any) -> str:
    r"""A phrase with its values, numbers with their thousands parted, text made harmless.

    >>> filled("{n} of {name}", n=12345, name="a\u202eb")
    '12,345 of ab'
    """
    said = {
        name: f"{value:,}" if isinstance(value, int) else harmless(value).replace("\n", ", ")
        for name, value in values.items()
    }
    return phrase.format(**said)
