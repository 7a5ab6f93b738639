"""What tables, figures and the report say in their own voice, in English and Arabic.

The phrases stand in `templates/wording.toml`; the names of classes come from the lexicons.
"""

import tomllib
from functools import lru_cache
from importlib import resources
from typing import Any

from framing.base.errors import unknown
from framing.corpus.articles import Lang
from framing.lexicon.entries import load_lexicon

_LEXICON_OF = {
    **dict.fromkeys(("terror label",), "militancy"),
    **dict.fromkeys(("state name",), "state"),
    **dict.fromkeys(("sourcing", "distinct sources"), "sourcing"),
    **dict.fromkeys(("stance", "coarse stance"), "attribution"),
    **dict.fromkeys(("stance by side", "coarse stance by side"), "attribution"),
    **dict.fromkeys(("source side", "quoted side"), "actors"),
}


def class_label(share: str, category: str, *, lang: Lang = "en") -> str:
    """Name the class of a share in words.

    >>> class_label("stance", "pointing")
    'pointing (factive)'
    """
    known = load_lexicon(_LEXICON_OF[share]).categories if share in _LEXICON_OF else {}
    if category in known:
        return known[category].gloss if lang == "en" else known[category].gloss_ar
    words = wording(lang)
    return str((words["voices"] | words["classes"]).get(category, category))


def side_label(side: str, *, lang: Lang = "en") -> str:
    """Name whose words something is: a side, nobody known, or the outlet itself.

    >>> [side_label(side) for side in ("us", "unknown", "narrator")]
    ['United States', 'not known', "the outlet's own words"]
    """
    return class_label("source side", side, lang=lang)


@lru_cache
def wording(lang: Lang) -> dict[str, dict[str, Any]]:
    """What tables and the report say in their own voice, in one language.

    Raises `UnknownNameError` for a language nobody wrote them in.
    """
    if lang not in ("en", "ar"):
        raise unknown("language", lang, ("en", "ar"))
    page = (resources.files("framing.showing") / "templates" / "wording.toml").read_text("utf-8")
    return {
        part: {name: both[lang] for name, both in phrases.items()}
        for part, phrases in tomllib.loads(page).items()
    }
