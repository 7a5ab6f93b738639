"""Captions and alternative texts, built from the plotted numbers."""

from typing import Any

import pandas as pd

from framing.features import LEXICONS
from framing.figures import words
from framing.figures.style import Language
from framing.lexicon import Category, load_lexicon
from framing.survey import MOST_OUTLETS, Survey

MOST_NAMED = 3  # numbers an alternative text names
_LEXICON_OF = {
    "militancy": ("militancy",),
    "terror-root": ("militancy",),
    "group-name": ("militancy",),
    "stance": ("attribution",),
    "sourcing": ("sourcing",),
    "quoted-words": (),
    "spelling": ("militancy", "state"),
    "state": ("state",),
}
_STRONGEST: dict[Language, str] = {
    "en": "By class and outlet; number of classes: {panels}. Highest: {list}.",
    "ar": "بحسب الفئة والوسيلة؛ عدد الفئات: {panels}. الأعلى: {list}.",
}
_ITEM: dict[Language, str] = {
    "en": "{outlet}, {panel}{series}, {count} of {base} {unit}",
    "ar": "{outlet}، {panel}{series}، {count} من {base}",
}


def caption(
    name: str,
    found: Survey,
    lang: Language,
    interval: str,
    panels: dict[str, str],
    shown: dict[str, str],
) -> str:
    """Say what is counted, n, base, interval, lexicon, and what is not shown."""
    outlets = found.outlets
    total = {"articles": int(outlets["articles"].sum()), "words": int(outlets["words"].sum())}
    sentences = [words.CAPTIONS[name][lang], words.SAMPLE[lang].format(**total)]
    if name != "quoted-words":
        sentences += [words.INTERVALS[interval][lang], words.INDEPENDENCE[lang]]
    absent = [title for panel, title in panels.items() if panel not in shown]
    if absent:
        sentences.append(words.ABSENT[lang].format(names=_and(absent, lang)))
    unscored = [_gloss(one, lang) for one in _unscored(name)]
    if unscored:
        sentences.append(words.UNSCORED[lang].format(names=_and(unscored, lang)))
    most = len(set(outlets["outlet"]))
    if most > MOST_OUTLETS:
        sentences.append(words.CUT[lang].format(all=most, shown=MOST_OUTLETS))
    used = [load_lexicon(one).label for one in LEXICONS if one in _LEXICON_OF[name]]
    if used:
        sentences.append(f"{words.LEXICON[lang]}: {', '.join(used)}.")
    return " ".join(sentences)


def alt_text(
    name: str,
    data: pd.DataFrame,
    lang: Language,
    shown: dict[str, str],
    outlets: dict[str, str],
) -> str:
    """Say what the picture shows: its title and its highest numbers."""
    ranked = data[data["count"] > 0].nlargest(MOST_NAMED, "estimate")
    items = [_item(row, lang, shown, outlets) for row in ranked.to_dict("records")]
    if not items:
        return f"{words.TITLES[name][lang]}. {words.NOTHING[lang]}"
    listed = ("؛ " if lang == "ar" else "; ").join(items)
    strongest = _STRONGEST[lang].format(panels=len(shown), list=listed)
    return f"{words.TITLES[name][lang]}. {strongest}"


def _item(
    row: dict[Any, Any], lang: Language, shown: dict[str, str], outlets: dict[str, str]
) -> str:
    series, comma = str(row["series"]), "، " if lang == "ar" else ", "
    return _ITEM[lang].format(
        outlet=outlets[row["outlet"]].replace("\n", comma),
        panel=shown[str(row["panel"])],
        series="" if series == "all" else comma + words.text(series, lang),
        count=row["count"],
        base=row["base"],
        unit=row["unit"],
    )


def _unscored(name: str) -> list[Category]:
    """The classes of the figure's own lexicon that its panels leave out."""
    if name not in ("militancy", "sourcing"):
        return []
    return [one for one in load_lexicon(name).categories.values() if not one.scored]


def _gloss(category: Category, lang: Language) -> str:
    return category.gloss_ar if lang == "ar" else category.gloss


def _and(names: list[str], lang: Language) -> str:
    return ("، " if lang == "ar" else ", ").join(names)
