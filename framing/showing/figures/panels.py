"""Small multiples from a survey's numbers: what is plotted, in which order, under which words."""

from collections.abc import Mapping, Sequence

import pandas as pd

from framing.attribution.voice import VOICES
from framing.questions.survey import Survey
from framing.showing.figures.captions import caption, highest, not_found, not_shown, voice_bases
from framing.showing.figures.display_names import outlets_shown
from framing.showing.figures.dots import FEW, Dots, draw_dots
from framing.showing.figures.phrases import About, called, phrase
from framing.showing.figures.save import Figure, finished

MOST_PANELS = 8  # of many outlets
_SAVED = {"low": "ci_low", "high": "ci_high"}


def rates(
    about: About, found: Survey, panels: dict[str, str], *, keep_empty: bool = False
) -> Figure:
    """Draw rates per 1,000 words of each voice in small multiples, a voice a mark."""
    lang = about.lang
    outlets = outlets_shown(found, lang)
    data = plotted(found.rates, "feature", panels, outlets)
    shown = panels if keep_empty else present(panels, found.rates, "feature")
    shown, rest = with_room(shown, data, outlets)
    data = data[data["panel"].isin(list(shown))]
    dots = Dots(
        data=data.assign(note=data["count"].astype(str)),
        panels=shown,
        outlets=outlets,
        series={voice: called(voice, lang) for voice in VOICES},
        title=about.title,
        axis=phrase("per 1,000 of the voice", lang),
    )
    return finished(
        about,
        draw_dots(dots, lang),
        saved(data, "rate_per_1000"),
        caption(
            about,
            found,
            "rate",
            not_found(panels, shown | rest, lang),
            [voice_bases(found, lang), *not_shown(list(rest.values()), lang)],
        ),
        [highest(data, shown, outlets, lang)],
    )


def shares(
    about: About,
    table: pd.DataFrame,
    found: Survey,
    panels: dict[str, str],
    axis: str,
    *,
    series: Sequence[str] = ("all",),
    by: str = "voice",
    interval: str = "share",
    notes: Sequence[str] = (),
) -> Figure:
    """Draw shares in small multiples, k of n at each dot; `by` is the column of the series."""
    lang = about.lang
    outlets = outlets_shown(found, lang)
    data = plotted(table, "category", panels, outlets, series=by)
    shown, rest = with_room(present(panels, table, "category"), data, outlets)
    data = data[data["panel"].isin(list(shown))]
    dots = Dots(
        data=data.assign(note=data["count"].astype(str) + "/" + data["base"].astype(str)),
        panels=shown,
        outlets=outlets,
        series={one: called(one, lang) for one in series},
        title=about.title,
        axis=phrase(axis, lang),
        columns=5 if len(shown) > MOST_PANELS else 4,
        is_share=True,
    )
    left_out = not_found(panels, shown | rest, lang)
    told = [*notes, *not_shown(list(rest.values()), lang)]
    return finished(
        about,
        draw_dots(dots, lang),
        saved(data, "share_of", series=by),
        caption(about, found, interval, left_out, told),
        [highest(data, shown, outlets, lang)],
    )


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


def with_room(
    panels: dict[str, str], data: pd.DataFrame, outlets: Mapping[str, str]
) -> tuple[dict[str, str], dict[str, str]]:
    """The panels there is room for, those of most cases where outlets are many; and the others."""
    if len(outlets) <= FEW or len(panels) <= MOST_PANELS:
        return panels, {}
    counts = data.groupby("panel")["count"].sum().reindex(list(panels), fill_value=0)
    most = set(counts.nlargest(MOST_PANELS, keep="first").index)
    shown = {panel: title for panel, title in panels.items() if panel in most}
    return shown, {panel: title for panel, title in panels.items() if panel not in most}


def saved(data: pd.DataFrame, estimate: str = "", **names: str) -> pd.DataFrame:
    """The plotted numbers under the names that tables of features and shares have.

    `estimate` is what the estimate is called, and `names` what other columns are; what is
    called nothing is left out.
    """
    known = _SAVED | {"estimate": estimate, "series": "voice"} | names
    kept = data.drop(columns=[name for name, to in known.items() if not to and name in data])
    flat = {one: kept[one].str.replace("\n", ", ") for one in ("outlet", "panel")}
    return kept.assign(**flat).rename(columns=known)
