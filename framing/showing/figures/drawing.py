"""From a survey's numbers to a figure: what is plotted, in which order, under which words."""

from collections.abc import Mapping, Sequence

import matplotlib.figure
import pandas as pd

from framing.attribution.voice import VOICES
from framing.lexicon.entries import load_lexicon
from framing.questions.survey import Survey
from framing.showing.figures import captions, words
from framing.showing.figures.dots import Dots, draw_dots
from framing.showing.figures.save import Figure
from framing.showing.figures.style import Language

_SAVED = {"low": "ci_low", "high": "ci_high"}


def rates(
    name: str,
    found: Survey,
    lang: Language,
    panels: dict[str, str],
    *,
    keep_empty: bool = False,
) -> Figure:
    """Draw rates per 1,000 words in small multiples, a voice a mark."""
    outlets = outlets_of(found, lang)
    data = plotted(found.rates, "feature", panels, outlets)
    shown = panels if keep_empty else present(panels, found.rates, "feature")
    data = data[data["panel"].isin(list(shown))]
    dots = Dots(
        data=data.assign(note=data["count"].astype(str)),
        panels=shown,
        outlets=outlets,
        series={voice: words.text(voice, lang) for voice in VOICES},
        title=words.TITLES[name][lang],
        axis=words.text("per 1,000", lang),
    )
    return finished(name, draw_dots(dots, lang), data, found, lang, "rate", panels, shown)


def shares(
    name: str,
    table: pd.DataFrame,
    found: Survey,
    lang: Language,
    panels: dict[str, str],
    axis: str,
    *,
    series: Sequence[str] = ("all",),
    by: str = "voice",
    notes: Sequence[str] = (),
) -> Figure:
    """Draw shares in small multiples, k of n at each dot; `by` is the column of the series."""
    outlets = outlets_of(found, lang)
    data = plotted(table, "category", panels, outlets, series=by)
    shown = present(panels, table, "category")
    data = data[data["panel"].isin(list(shown))]
    k_of_n = data["count"].astype(str) + "/" + data["base"].astype(str)
    dots = Dots(
        data=data.assign(note=k_of_n),
        panels=shown,
        outlets=outlets,
        series={one: words.text(one, lang) for one in series},
        title=words.TITLES[name][lang],
        axis=words.text(axis, lang),
        columns=5 if len(shown) > 8 else 4,
        is_share=True,
    )
    drawing = draw_dots(dots, lang)
    return finished(
        name, drawing, data, found, lang, "share", panels, shown, notes=notes, saved={"series": by}
    )


def categories(
    lexicon: str, lang: Language, *, prefix: str = "", suffix: str = ""
) -> dict[str, str]:
    """The scored categories of a lexicon in its order, in the words of the language."""
    known = load_lexicon(lexicon).categories.values()
    return {
        f"{prefix}{one.name}{suffix}": one.gloss_ar
        if lang == "ar"
        else f"{one.gloss} {one.gloss_ar}"
        for one in known
        if one.scored
    }


def outlets_of(found: Survey, lang: Language) -> dict[str, str]:
    """The outlets a figure shows, in the order of the corpus, with their labels."""
    shown = found.largest()
    return dict(zip(shown["outlet"], shown[lang], strict=True))


def plotted(
    table: pd.DataFrame,
    key: str,
    panels: Mapping[str, str],
    outlets: Mapping[str, str],
    *,
    series: str = "voice",
) -> pd.DataFrame:
    """Exactly the numbers to be plotted, in the order in which they are."""
    estimate = "rate_per_1000" if "rate_per_1000" in table else "share_of"
    rows = table[table[key].isin(list(panels)) & table["doc_id"].isin(list(outlets))]
    frame = rows.rename(
        columns={
            "doc_id": "outlet", key: "panel", estimate: "estimate", "ci_low": "low",
            "ci_high": "high", series: "series",
        }
    )  # fmt: skip
    order = frame["panel"].map({panel: place for place, panel in enumerate(panels)})
    ranks = frame["outlet"].map({outlet: place for place, outlet in enumerate(outlets)})
    frame = frame.assign(_panel=order, _outlet=ranks).sort_values(["_panel", "_outlet", "series"])
    names = ["outlet", "panel", "series", "count", "base", "unit", "estimate", "low", "high"]
    return frame[names].reset_index(drop=True)


def present(panels: dict[str, str], table: pd.DataFrame, key: str) -> dict[str, str]:
    """The panels of which anything was counted in any outlet; all of them if nothing was."""
    counts = table.groupby(key)["count"].sum()
    shown = {panel: title for panel, title in panels.items() if counts.get(panel, 0) > 0}
    return shown or panels


def finished(
    name: str,
    drawing: matplotlib.figure.Figure,
    data: pd.DataFrame,
    found: Survey,
    lang: Language,
    interval: str,
    panels: Mapping[str, str],
    shown: Mapping[str, str] | None = None,
    *,
    rows: Mapping[str, str] | None = None,
    notes: Sequence[str] = (),
    lead: str = "",
    saved: Mapping[str, str] | None = None,
) -> Figure:
    """A drawing with its numbers, its caption and its alternative text.

    `rows` are the labels of what `data` calls an outlet, where it is something else; `notes`
    sentences of the caption that come from the numbers, `lead` the one that the alternative
    text begins with; `saved` what columns are called in
    the saved numbers, nothing for those that are left out.
    """
    named = rows or outlets_of(found, lang)
    return Figure(
        name=name,
        title=words.TITLES[name][lang],
        figure=drawing,
        data=_as_saved(data, interval, saved or {}),
        caption=captions.caption(name, found, lang, interval, panels, shown or panels, notes),
        alt=captions.alt_text(name, data, lang, shown or panels, named, lead),
        lang=lang,
    )


def _as_saved(data: pd.DataFrame, interval: str, saved: Mapping[str, str]) -> pd.DataFrame:
    """The plotted numbers under the names that tables of features and shares have."""
    estimate = {"estimate": "rate_per_1000" if interval in ("rate", "tiles") else "share_of"}
    names = _SAVED | estimate | {"series": "voice"} | dict(saved)
    kept = data.drop(columns=[name for name, to in names.items() if not to and name in data])
    flat = {one: kept[one].str.replace("\n", ", ") for one in ("outlet", "panel")}
    return kept.assign(**flat).rename(columns=names)
