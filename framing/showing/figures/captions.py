"""Captions and alternative texts, built from the plotted numbers."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from framing.attribution.voice import VOICES
from framing.counting.features import WORDS
from framing.counting.speaking import LEAST_BASE
from framing.lexicon.entries import Category, load_lexicon
from framing.questions.survey import MOST_OUTLETS, Survey
from framing.showing.figures.phrases import About, called, phrase, row_of
from framing.showing.figures.style import Language
from framing.showing.wording import class_label, side_label, wording

LEAST_DIFFERENCE = 0.01  # of two shares, that a caption names
MOST_NAMED = 3  # numbers an alternative text names
_OWN_LEXICON = ("militancy", "sourcing")  # figures whose panels are a lexicon's categories


def caption(
    about: About,
    found: Survey,
    interval: str = "",
    left_out: str = "",
    notes: Sequence[str] = (),
) -> str:
    """Say what is counted, what it comes to, n, base, interval, lexicon, what is not shown.

    `interval` is the kind of interval that the figure has, if any; `left_out` a sentence on
    panels that are not drawn; `notes` are sentences that come from the numbers.
    """
    outlets, lang = found.outlets, about.lang
    total = {"articles": int(outlets["articles"].sum()), "words": int(outlets["words"].sum())}
    sentences = [about.caption, *notes, phrase("sample", lang, **total)]
    if interval:
        sentences += [phrase(f"{interval} intervals", lang), phrase("independence", lang)]
    sentences.append(left_out)
    if unscored := [_gloss(one, lang) for one in _unscored(about.name)]:
        sentences.append(phrase("unscored", lang, names=row_of(unscored, lang)))
    most = len(set(outlets["outlet"]))
    if most > MOST_OUTLETS:
        sentences.append(phrase("outlets cut", lang, all=most, shown=MOST_OUTLETS))
    if about.lexicons:
        sentences.append(phrase("lexicons", lang, names=row_of(about.lexicons, lang)))
    return " ".join(one for one in sentences if one)


def not_found(panels: Mapping[str, str], shown: Mapping[str, str], lang: Language) -> str:
    """Which panels are left out since they would be empty, as a sentence if there are any."""
    absent = [title for panel, title in panels.items() if panel not in shown]
    return phrase("panels left out", lang, names=row_of(absent, lang)) if absent else ""


def voice_bases(found: Survey, lang: Language) -> str:
    """How many words there are in each voice, on which its rates are taken."""
    rates = found.rates_by_outlet
    words = rates[rates["feature"] == WORDS].groupby("voice")["count"].sum()
    return phrase("voice bases", lang, **{voice: f"{words[voice]:,}" for voice in VOICES})


def highest(
    data: pd.DataFrame, shown: Mapping[str, str], rows: Mapping[str, str], lang: Language
) -> str:
    """The highest numbers of a figure, as its alternative text names them; nothing of zeros.

    `shown` are the titles of the panels, `rows` the labels of what `data` calls an outlet.
    """
    there = data[data["count"] > 0]
    firm = there[there["base"] >= LEAST_BASE]  # 3 of 3 is no highest number to name
    ranked = (there if firm.empty else firm).nlargest(MOST_NAMED, "estimate")
    items = [_item(row, lang, shown, rows) for row in ranked.to_dict("records")]
    if not items:
        return phrase("nothing", lang)
    return phrase("highest", lang, panels=len(shown), list=row_of(items, lang, "semicolon"))


def in_a_row(items: Sequence[str], lang: Language) -> str:
    """What an alternative text names, as a sentence; nothing of nothing."""
    return f"{row_of(items, lang, 'semicolon')}." if items else ""


def own_of(row: dict[Any, Any], lang: Language) -> str:
    """What stands behind an outlet's bar: how many of the words are its own."""
    if not row["base"]:
        return phrase("none", lang)
    ends = {"low": f"{100 * row['low']:.0f}", "high": f"{row['high']:.0%}"}
    return phrase("own of", lang, k=row["count"], n=row["base"], **ends)


def own_in_all(row: dict[Any, Any], lang: Language) -> str:
    """How many of all words of terrorism are the outlets' own, as a sentence."""
    if not row["base"]:
        return phrase("nothing", lang)
    return phrase("own in all", lang, k=row["count"], n=row["base"])


def not_shown(names: Sequence[str], lang: Language) -> list[str]:
    """What has no place in the figure, having fewer cases, as a sentence if there is any."""
    return [phrase("not shown", lang, names=row_of(names, lang))] if names else []


def in_voices(row: dict[Any, Any], lang: Language) -> str:
    """A tile's count by voice, the voices that are there."""
    parts = [f"{row[voice]} {phrase(f'short {voice}', lang)}" for voice in VOICES if row[voice]]
    return row_of(parts, lang)


def in_sources(row: dict[Any, Any], lang: Language) -> str:
    """How many sources a tile's mentions come from, its rate, and what stands elsewhere."""
    lines = []
    if row["narrator"]:
        key = "source" if row["sources"] == 1 else "sources"
        lines.append(phrase(key, lang, n=row["sources"]))
        ends = f"[{row['ci_low']:.1f}–{row['ci_high']:.1f}]"
        lines.append(f"{row['rate_per_1000']:.1f} {ends}")
    elif row["base"]:
        lines.append(phrase("at most", lang, limit=f"{row['ci_high']:.1f}"))
    others = row["indirect"] + row["direct"]
    if others:
        lines.append(phrase("others' words", lang, n=others))
    return "\n".join(lines)


def kept_of(differences: pd.DataFrame, lang: Language) -> str:
    """How many differences between two outlets the coarse scheme keeps, and where it does not."""
    there = differences[differences["fine"] != 0]
    if there.empty:
        return phrase("no pair", lang, least=LEAST_BASE)
    lost = there.loc[~there["holds"], "category"]
    names = [class_label("stance", one, lang=lang) for one in lost.unique()]
    return phrase(
        "kept of",
        lang,
        all=len(there),
        kept=len(there) - len(lost),
        names=row_of(names, lang) or "–",
    )


def kept_between(differences: pd.DataFrame, lang: Language) -> str:
    """Which differences between the two sides that speak most the coarse scheme keeps."""
    if differences.empty:
        return phrase("no pair", lang, least=LEAST_BASE)
    first, second = differences.loc[0, ["first", "second"]]
    pair = differences[(differences["first"] == first) & (differences["second"] == second)]
    pair = pair[pair["fine"].abs() >= LEAST_DIFFERENCE]
    parts = {}
    for holds, rows in (("kept", pair[pair["holds"]]), ("lost", pair[~pair["holds"]])):
        listed = [_difference(row, lang) for row in rows.to_dict("records")]
        parts[holds] = row_of(listed, lang) or "–"
    names = {
        "first": side_label(str(first), lang=lang),
        "second": side_label(str(second), lang=lang),
    }
    return phrase("kept between", lang, **names, **parts)


def chosen_of(found: Survey, shown: int, lang: Language) -> str:
    """How many pairs of passages a figure shows, of how many."""
    pairs = found.copying.pairs
    changed = found.copying.between_outlets(pairs)["edits"].map(bool).sum()
    return phrase("chosen", lang, shown=shown, changed=changed, pairs=len(pairs))


def changes_of(found: Survey, lang: Language) -> str:
    """How many changes of each kind there are between outlets, the commonest first."""
    kinds = found.copying.between_outlets(found.copying.edits)["kind"].value_counts()
    named = wording(lang)["edits"]
    listed = tally((named[str(kind)], n) for kind, n in kinds.items())
    return phrase("changes", lang, list=listed)


def effective_of(found: Survey, lang: Language) -> str:
    """How many independent articles the corpus amounts to."""
    n_articles, effective = len(found.corpus), found.copying.effective_n
    return phrase("independent", lang, articles=f"{n_articles:,}", effective=f"{effective:,}")


def claim_of(gloss: str, lines: pd.DataFrame, lang: Language) -> str:
    """Which claim is denied, by how many outlets, and how often with a label."""
    return phrase(
        "claim",
        lang,
        claim=gloss,
        outlets=lines["outlet"].nunique(),
        labelled=int((lines["labels"] > 0).sum()),
        lines=len(lines),
    )


def behind(row: dict[Any, Any], lang: Language) -> str:
    """What a state rests on: articles, where an outlet has several; near-misses of an absence."""
    if row["state"] == "absent":
        return phrase("near misses", lang, n=row["near"]) if row["near"] else ""
    if row["base"] == 1:
        return ""
    return phrase("held in", lang, k=row["articles"], n=row["base"])


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
    series, comma = str(row["series"]), phrase("comma", lang)
    return phrase(
        "item",
        lang,
        outlet=outlets[row["outlet"]].replace("\n", comma),
        panel=shown[str(row["panel"])],
        series="" if series == "all" else comma + called(series, lang),
        count=row["count"],
        base=row["base"],
        unit=called(str(row["unit"]), lang),
    )


def _unscored(name: str) -> list[Category]:
    """The classes of the figure's own lexicon that its panels leave out."""
    if name not in _OWN_LEXICON:
        return []
    return [one for one in load_lexicon(name).categories.values() if not one.scored]


def _gloss(category: Category, lang: Language) -> str:
    return category.gloss_ar if lang == "ar" else category.gloss
