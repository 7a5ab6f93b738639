"""The figures: each takes a survey and returns a drawing with its numbers and its caption.

>>> from framing.figures import FIGURES
>>> list(FIGURES)[:3]
['militancy', 'terror-root', 'group-name']
"""

from collections.abc import Callable, Iterator

import matplotlib.figure
import pandas as pd

from framing.figures import captions, words
from framing.figures.dots import Dots, draw_dots
from framing.figures.save import Figure, save_figure
from framing.figures.style import Language
from framing.figures.tiles import Tiles, draw_tiles
from framing.lexicon import load_lexicon
from framing.survey import Survey, survey
from framing.voice import VOICES

__all__ = ["FIGURES", "Figure", "draw_all", "save_figure"]


def draw_all(corpus: pd.DataFrame | Survey, *, lang: Language = "en") -> Iterator[Figure]:
    """Draw every figure of a corpus, one after the other."""
    measured = corpus if isinstance(corpus, Survey) else survey(corpus)
    for draw in FIGURES.values():
        yield draw(measured, lang)


def militancy(found: Survey, lang: Language = "en") -> Figure:
    """Draw the rates of militancy wording by category, inside and outside quotation marks."""
    return _rates("militancy", found, lang, _categories("militancy", lang, prefix="militancy."))


def terror_root(found: Survey, lang: Language = "en") -> Figure:
    """Draw the words of the root رهب by what they are put on."""
    facets = ("actor", "event", "counter-terror")
    panels = {f"militancy.terror.{facet}": words.text(facet, lang) for facet in facets}
    return _rates("terror-root", found, lang, panels, keep_empty=True)


def state(found: Survey, lang: Language = "en") -> Figure:
    """Draw the rates of each way of naming the Syrian state."""
    panels = _categories("state", lang, prefix="state.", suffix=".syria")
    return _rates("state", found, lang, panels)


def group_name(found: Survey, lang: Language = "en") -> Figure:
    """Draw each name's share of all names of the group that calls itself Islamic State."""
    panels = {name: words.text(name, lang) for name in ("daesh", "islamic-state")}
    return _shares("group-name", "group name", found, lang, panels, "share of names")


def stance(found: Survey, lang: Language = "en") -> Figure:
    """Draw the share of each stance among the attributions."""
    panels = _categories("attribution", lang)
    return _shares("stance", "stance", found, lang, panels, "share of references")


def quoted_words(found: Survey, lang: Language = "en") -> Figure:
    """Draw the share of words inside quotation marks of speech."""
    panels = {"speech": words.text("speech", lang)}
    return _shares("quoted-words", "quoted words", found, lang, panels, "share of words")


def spelling(found: Survey, lang: Language = "en") -> Figure:
    """Draw what exact matching would find, and the reasons for what it would miss."""
    panels = {name: words.text(name, lang) for name in ("exact", "hamza", "diacritics", "clitic")}
    return _shares("spelling", "spelling", found, lang, panels, "share of hits")


def sourcing(found: Survey, lang: Language = "en") -> Figure:
    """Draw the ladder of sourcing, from documents to unnamed sources, absences included."""
    rows = _categories("sourcing", lang, prefix="sourcing.")
    outlets = _outlets(found, lang)
    data = _plotted(found.rates, "feature", rows, outlets)
    title = words.TITLES["sourcing"][lang]
    drawing = draw_tiles(Tiles(data, rows, outlets, title), lang)
    return _finished("sourcing", drawing, data, found, lang, "tiles", rows)


FIGURES: dict[str, Callable[[Survey, Language], Figure]] = {
    "militancy": militancy,
    "terror-root": terror_root,
    "group-name": group_name,
    "stance": stance,
    "sourcing": sourcing,
    "quoted-words": quoted_words,
    "state": state,
    "spelling": spelling,
}


def _rates(
    name: str,
    found: Survey,
    lang: Language,
    panels: dict[str, str],
    *,
    keep_empty: bool = False,
) -> Figure:
    outlets = _outlets(found, lang)
    data = _plotted(found.rates, "feature", panels, outlets)
    shown = panels if keep_empty else _present(panels, found.rates, "feature")
    data = data[data["panel"].isin(list(shown))]
    dots = Dots(
        data=data.assign(note=data["count"].astype(str)),
        panels=shown,
        outlets=outlets,
        series={voice: words.text(voice, lang) for voice in VOICES},
        title=words.TITLES[name][lang],
        axis=words.text("per 1,000", lang),
    )
    return _finished(name, draw_dots(dots, lang), data, found, lang, "rate", panels, shown)


def _shares(
    name: str,
    share: str,
    found: Survey,
    lang: Language,
    panels: dict[str, str],
    axis: str,
) -> Figure:
    outlets = _outlets(found, lang)
    chosen = found.shares[found.shares["share"] == share]
    data = _plotted(chosen, "category", panels, outlets)
    shown = _present(panels, chosen, "category")
    data = data[data["panel"].isin(list(shown))]
    notes = data["count"].astype(str) + "/" + data["base"].astype(str)
    dots = Dots(
        data=data.assign(note=notes),
        panels=shown,
        outlets=outlets,
        series={"all": words.text("all", lang)},
        title=words.TITLES[name][lang],
        axis=words.text(axis, lang),
        columns=5 if len(shown) > 8 else 4,
        is_share=True,
    )
    return _finished(name, draw_dots(dots, lang), data, found, lang, "share", panels, shown)


def _categories(
    lexicon: str, lang: Language, *, prefix: str = "", suffix: str = ""
) -> dict[str, str]:
    """The scored categories of a lexicon in its order, in the words of the language."""
    categories = load_lexicon(lexicon).categories.values()
    return {
        f"{prefix}{one.name}{suffix}": one.gloss_ar
        if lang == "ar"
        else f"{one.gloss} {one.gloss_ar}"
        for one in categories
        if one.scored
    }


def _outlets(found: Survey, lang: Language) -> dict[str, str]:
    """The outlets a figure shows, in the order of the corpus, with their labels."""
    shown = found.largest()
    return dict(zip(shown["outlet"], shown[lang], strict=True))


def _plotted(
    table: pd.DataFrame, key: str, panels: dict[str, str], outlets: dict[str, str]
) -> pd.DataFrame:
    """Exactly the numbers to be plotted, in the order in which they are."""
    estimate = "rate_per_1000" if "rate_per_1000" in table else "share_of"
    rows = table[table[key].isin(list(panels)) & table["doc_id"].isin(list(outlets))]
    frame = rows.rename(
        columns={
            "doc_id": "outlet", key: "panel", estimate: "estimate", "ci_low": "low",
            "ci_high": "high", "voice": "series",
        }
    )  # fmt: skip
    if "series" not in frame:
        frame = frame.assign(series="all")
    order = frame["panel"].map({panel: place for place, panel in enumerate(panels)})
    ranks = frame["outlet"].map({outlet: place for place, outlet in enumerate(outlets)})
    frame = frame.assign(_panel=order, _outlet=ranks).sort_values(["_panel", "_outlet", "series"])
    names = ["outlet", "panel", "series", "count", "base", "unit", "estimate", "low", "high"]
    return frame[names].reset_index(drop=True)


def _present(panels: dict[str, str], table: pd.DataFrame, key: str) -> dict[str, str]:
    """The panels of which anything was counted in any outlet; all of them if nothing was."""
    counts = table.groupby(key)["count"].sum()
    shown = {panel: title for panel, title in panels.items() if counts.get(panel, 0) > 0}
    return shown or panels


def _finished(
    name: str,
    drawing: matplotlib.figure.Figure,
    data: pd.DataFrame,
    found: Survey,
    lang: Language,
    interval: str,
    panels: dict[str, str],
    shown: dict[str, str] | None = None,
) -> Figure:
    caption = captions.caption(name, found, lang, interval, panels, shown or panels)
    return Figure(
        name=name,
        title=words.TITLES[name][lang],
        figure=drawing,
        data=_as_saved(data, interval),
        caption=caption,
        alt=captions.alt_text(name, data, lang, shown or panels, _outlets(found, lang)),
        lang=lang,
    )


def _as_saved(data: pd.DataFrame, interval: str) -> pd.DataFrame:
    """The plotted numbers under the names that tables of features and shares have."""
    names = {
        "series": "voice", "low": "ci_low", "high": "ci_high",
        "estimate": "share_of" if interval == "share" else "rate_per_1000",
    }  # fmt: skip
    return data.assign(outlet=data["outlet"].str.replace("\n", ", ")).rename(columns=names)
