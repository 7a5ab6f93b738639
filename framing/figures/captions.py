"""Captions and alternative texts, built from the plotted numbers."""

from typing import Any

import pandas as pd

from framing.features import LEXICONS
from framing.figures import words
from framing.figures.style import Language
from framing.lexicon import load_lexicon
from framing.survey import Survey

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
    "en": "{panels} panels, one line an outlet. Highest: {list}.",
    "ar": "عدد اللوحات {panels}، ولكل صحيفة سطر. الأعلى: {list}.",
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
    if name != "sourcing":
        sentences.append(words.INTERVALS[interval][lang])
    sentences.append(words.INDEPENDENCE[lang])
    absent = [title for panel, title in panels.items() if panel not in shown]
    if absent:
        sentences.append(words.ABSENT[lang].format(names=_and(absent, lang)))
    most = len(set(outlets["outlet"]))
    if most > words.MOST_OUTLETS:
        sentences.append(words.CUT[lang].format(all=most, shown=words.MOST_OUTLETS))
    used = [load_lexicon(one).label for one in LEXICONS if one in _LEXICON_OF[name]]
    if used:
        sentences.append(f"{words.LEXICON[lang]}: {', '.join(used)}.")
    return " ".join(sentences)


def alt_text(name: str, data: pd.DataFrame, lang: Language, shown: dict[str, str]) -> str:
    """Say what the picture shows: its title and its highest numbers."""
    ranked = data[data["count"] > 0].nlargest(MOST_NAMED, "estimate")
    items = [_item(row, lang, shown) for row in ranked.to_dict("records")]
    if not items:
        return f"{words.TITLES[name][lang]}. {words.NOTHING[lang]}"
    strongest = _STRONGEST[lang].format(panels=len(shown), list="; ".join(items))
    return f"{words.TITLES[name][lang]}. {strongest}"


def _item(row: dict[Any, Any], lang: Language, shown: dict[str, str]) -> str:
    series = str(row["series"])
    return _ITEM[lang].format(
        outlet=str(row["outlet"]).replace("\n", ", "),
        panel=shown[str(row["panel"])],
        series="" if series == "all" else f", {words.text(series, lang)}",
        count=row["count"],
        base=row["base"],
        unit=row["unit"],
    )


def _and(names: list[str], lang: Language) -> str:
    return ("، " if lang == "ar" else ", ").join(names)
