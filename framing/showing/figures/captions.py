"""Captions and alternative texts, built from the plotted numbers."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from framing.attribution.voice import VOICES
from framing.counting.speaking import LEAST_BASE
from framing.lexicon.entries import Category, load_lexicon
from framing.questions.survey import MOST_OUTLETS, Survey
from framing.showing.figures import words
from framing.showing.figures.style import Language
from framing.showing.wording import class_label, side_label, wording

LEAST_DIFFERENCE = 0.01  # of two shares, that a caption names
MOST_NAMED = 3  # numbers an alternative text names
_LEXICON_OF = {
    "militancy": ("militancy",),
    "terror-root": ("militancy",),
    "terror-voice": ("militancy", "attribution"),
    "terror-speakers": ("militancy", "attribution", "actors"),
    "group-name": ("militancy",),
    "source-sides": ("attribution", "actors"),
    "source-types": ("attribution", "actors"),
    "stance": ("attribution",),
    "stance-by-side": ("attribution", "actors"),
    "sourcing": ("sourcing",),
    "quoted-words": (),
    "spelling": ("militancy", "state"),
    "state": ("state",),
    "parallel": ("militancy", "state", "attribution"),
    "sharing": (),
    "coverage": ("attribution",),
    "wordings": ("militancy",),
}
_STRONGEST: dict[Language, str] = {
    "en": "Number of classes: {panels}. Highest: {list}.",
    "ar": "عدد الفئات: {panels}. الأعلى: {list}.",
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
    panels: Mapping[str, str],
    shown: Mapping[str, str],
    notes: Sequence[str] = (),
) -> str:
    """Say what is counted, what it comes to, n, base, interval, lexicon, what is not shown."""
    outlets = found.outlets
    total = {"articles": int(outlets["articles"].sum()), "words": int(outlets["words"].sum())}
    sample = words.SAMPLE[lang].format(**total)
    sentences = [words.CAPTIONS[name][lang], *notes, sample]
    if name != "quoted-words" and interval in words.INTERVALS:
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
    used = [load_lexicon(one).label for one in _LEXICON_OF[name]]
    if used:
        sentences.append(f"{words.LEXICON[lang]}: {', '.join(used)}.")
    return " ".join(sentences)


def alt_text(
    name: str,
    data: pd.DataFrame,
    lang: Language,
    shown: Mapping[str, str],
    outlets: Mapping[str, str],
    lead: str = "",
) -> str:
    """Say what the picture shows: its title, its main point if it has one, its highest numbers."""
    there = data[data["count"] > 0]
    firm = there[there["base"] >= LEAST_BASE]  # 3 of 3 is no highest number to name
    ranked = (there if firm.empty else firm).nlargest(MOST_NAMED, "estimate")
    title = f"{words.TITLES[name][lang].rstrip('؟?')}. {lead}".strip(". ")
    items = [_item(row, lang, shown, outlets) for row in ranked.to_dict("records")]
    if not items:
        return f"{title}. {words.NOTHING[lang]}"
    listed = ("؛ " if lang == "ar" else "; ").join(items)
    strongest = _STRONGEST[lang].format(panels=len(shown), list=listed)
    return f"{title}. {strongest}"


def own_of(row: dict[Any, Any], lang: Language) -> str:
    """What stands behind an outlet's bar: how many of the words are its own."""
    if not row["base"]:
        return words.text("none", lang)
    ends = {"low": f"{100 * row['low']:.0f}", "high": f"{row['high']:.0%}"}
    return words.text("own of", lang).format(k=row["count"], n=row["base"], **ends)


def own_in_all(row: dict[Any, Any], lang: Language) -> str:
    """How many of all words of terrorism are the outlets' own, as a sentence."""
    if not row["base"]:
        return words.NOTHING[lang]
    return words.text("own in all", lang).format(k=row["count"], n=row["base"])


def not_shown(names: Sequence[str], lang: Language) -> list[str]:
    """What has no place in the figure, having fewer cases, as a sentence if there is any."""
    return [words.text("not shown", lang).format(names=_and(names, lang))] if names else []


def in_voices(row: dict[Any, Any], lang: Language) -> str:
    """A tile's count by voice, the voices that are there."""
    parts = [f"{row[voice]} {words.text(f'short {voice}', lang)}" for voice in VOICES if row[voice]]
    return _and(parts, lang)


def in_sources(row: dict[Any, Any], lang: Language) -> str:
    """How many sources a tile's mentions come from, its rate, and what stands elsewhere."""
    lines = []
    if row["narrator"]:
        key = "source" if row["sources"] == 1 else "sources"
        lines.append(words.text(key, lang).format(n=row["sources"]))
        ends = f"[{row['ci_low']:.1f}–{row['ci_high']:.1f}]"
        lines.append(f"{row['rate_per_1000']:.1f} {ends}")
    elif row["base"]:
        lines.append(words.text("at most", lang).format(limit=f"{row['ci_high']:.1f}"))
    others = row["indirect"] + row["direct"]
    if others:
        lines.append(words.text("others' words", lang).format(n=others))
    return "\n".join(lines)


def kept_of(differences: pd.DataFrame, lang: Language) -> str:
    """How many differences between two outlets the coarse scheme keeps, and where it does not."""
    there = differences[differences["fine"] != 0]
    if there.empty:
        return words.text("no pair", lang).format(least=LEAST_BASE)
    lost = there.loc[~there["holds"], "category"]
    names = [class_label("stance", one, lang=lang) for one in lost.unique()]
    return words.text("kept of", lang).format(
        all=len(there), kept=len(there) - len(lost), names=_and(names, lang) or "–"
    )


def kept_between(differences: pd.DataFrame, lang: Language) -> str:
    """Which differences between the two sides that speak most the coarse scheme keeps."""
    if differences.empty:
        return words.text("no pair", lang).format(least=LEAST_BASE)
    first, second = differences.loc[0, ["first", "second"]]
    pair = differences[(differences["first"] == first) & (differences["second"] == second)]
    pair = pair[pair["fine"].abs() >= LEAST_DIFFERENCE]
    parts = {}
    for holds, rows in (("kept", pair[pair["holds"]]), ("lost", pair[~pair["holds"]])):
        listed = [_difference(row, lang) for row in rows.to_dict("records")]
        parts[holds] = _and(listed, lang) or "–"
    names = {
        "first": side_label(str(first), lang=lang),
        "second": side_label(str(second), lang=lang),
    }
    return words.text("kept between", lang).format(**names, **parts)


def chosen_of(found: Survey, shown: int, lang: Language) -> str:
    """How many pairs of passages a figure shows, of how many."""
    pairs = found.copying.pairs
    changed = found.copying.between_outlets(pairs)["edits"].map(bool).sum()
    return words.text("chosen", lang).format(shown=shown, changed=changed, pairs=len(pairs))


def changes_of(found: Survey, lang: Language) -> str:
    """How many changes of each kind there are between outlets, the commonest first."""
    kinds = found.copying.between_outlets(found.copying.edits)["kind"].value_counts()
    named = wording(lang)["edits"]
    listed = tally((named[str(kind)], n) for kind, n in kinds.items())
    return words.text("changes", lang).format(list=listed)


def effective_of(found: Survey, lang: Language) -> str:
    """How many independent articles the corpus amounts to."""
    weights = found.copying.independence["weight"]
    return words.text("independent", lang).format(
        articles=f"{len(weights):,}", effective=f"{weights.sum():,.1f}"
    )


def claim_of(gloss: str, lines: pd.DataFrame, lang: Language) -> str:
    """Which claim is denied, by how many outlets, and how often with a label."""
    return words.text("claim", lang).format(
        claim=gloss,
        outlets=lines["outlet"].nunique(),
        labelled=int((lines["labels"] > 0).sum()),
        lines=len(lines),
    )


def behind(row: dict[Any, Any], lang: Language) -> str:
    """What a state rests on: articles, where an outlet has several; near-misses of an absence."""
    if row["state"] == "absent":
        return words.text("near misses", lang).format(n=row["near"]) if row["near"] else ""
    if row["base"] == 1:
        return ""
    return words.text("held in", lang).format(k=row["articles"], n=row["base"])


def tally(counts: Iterable[tuple[str, int]]) -> str:
    """Names with their numbers in a row."""
    return "; ".join(f"{name} {count:,}" for name, count in counts)


def _difference(row: dict[Any, Any], lang: Language) -> str:
    points = [f"{100 * row[scheme]:+.0f}" for scheme in ("fine", "coarse")]
    name = class_label("stance", row["category"], lang=lang)
    return f"{name} ({points[0] if row['holds'] else ' / '.join(points)})"


def _item(
    row: dict[Any, Any], lang: Language, shown: Mapping[str, str], outlets: Mapping[str, str]
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


def _and(names: Sequence[str], lang: Language) -> str:
    return ("، " if lang == "ar" else ", ").join(names)
