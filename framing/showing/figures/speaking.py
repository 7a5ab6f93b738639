"""Figures of speaking: whose words they are, how they are introduced, where they come from."""

from collections.abc import Sequence

import pandas as pd

from framing.attribution.rules import UNKNOWN
from framing.attribution.voice import VOICES
from framing.counting.speaking import (
    LEAST_BASE,
    NARRATOR,
    SCHEMES,
    TARGETS,
    beside,
    scheme_differences,
)
from framing.questions.survey import WHOLE, Survey, sourcing_ladder
from framing.showing.figures import captions
from framing.showing.figures.bars import Bars, draw_bars
from framing.showing.figures.display_names import category_labels, outlets_shown
from framing.showing.figures.dots import FEW
from framing.showing.figures.panels import MOST_PANELS, plotted, saved, shares
from framing.showing.figures.phrases import About, about, called, phrase
from framing.showing.figures.save import Figure, finished
from framing.showing.figures.style import Language
from framing.showing.figures.tiles import SHADES, Tiles, draw_tiles, shades_of
from framing.showing.wording import class_label, side_label

MOST_SIDES = 8  # rows of a matrix
_ACTS = ("attack", "phenomenon")  # targets that are nobody


def terror_voice(found: Survey, lang: Language = "en") -> Figure:
    """Draw in whose voice the words of terrorism are, each outlet and all texts together."""
    every = pd.concat([found.whole, found.shares], ignore_index=True)
    rows = every[every["share"] == "terror voice"].assign(voice=every["category"])
    told = about("terror-voice", lang)
    outlets = {WHOLE: called(WHOLE, lang)} | outlets_shown(found, lang)
    data = plotted(rows, "share", {"terror voice": told.title}, outlets)
    own = {row["outlet"]: row for row in data[data["series"] == NARRATOR].to_dict("records")}
    bars = Bars(
        data=data,
        outlets=outlets,
        series={voice: called(voice, lang) for voice in VOICES},
        notes={outlet: captions.own_of(row, lang) for outlet, row in own.items()},
        title=told.title,
        axis=phrase("share of terror words", lang),
    )
    point = captions.own_in_all(own[WHOLE], lang)
    panels = {"terror voice": phrase("terror words", lang)}
    return finished(
        told,
        draw_bars(bars, lang),
        saved(data, "share_of"),
        captions.caption(told, found, "bars", notes=[point]),
        [point, captions.highest(data, panels, outlets, lang)],
    )


def terror_speakers(found: Survey, lang: Language = "en") -> Figure:
    """Draw who calls whom terrorist: in whose words the label stands, and what it is put on."""
    told = about("terror-speakers", lang)
    table = found.whole[found.whole["share"] == "target by side"]
    counts = beside(table, ["side", "category"]).set_index(["side", "category"])
    rows, rest = _sides(table, lang, first=[NARRATOR])
    put_on = set(table.loc[table["count"] > 0, "category"])
    targets = {
        one: class_label("target by side", one, lang=lang)
        for one in TARGETS
        if one in (*_ACTS, "generic") or one in put_on
    }
    every = pd.MultiIndex.from_product([rows, targets], names=["outlet", "panel"])
    data = counts.reindex(every, fill_value=0).reset_index()
    tiles = Tiles(
        data=pd.DataFrame(
            {
                "row": data["outlet"],
                "column": data["panel"],
                "text": data["count"].astype(str),
                "note": [captions.in_voices(row, lang) for row in data.to_dict("records")],
                "shade": shades_of(data["count"]),
            }
        ),
        rows=rows,
        columns=targets,
        title=told.title,
        blocks={
            phrase("put on somebody", lang): [one for one in targets if one not in _ACTS],
            phrase("put on no one", lang): list(_ACTS),
        },
        width=1.25,
    )
    data = data.assign(series="all", unit="words of terrorism", estimate=data["count"])
    return finished(
        told,
        draw_tiles(tiles, lang),
        saved(data, outlet="side", panel="target", series=""),
        captions.caption(told, found, notes=rest),
        [captions.highest(data, targets, rows, lang)],
    )


def source_sides(found: Survey, lang: Language = "en") -> Figure:
    """Draw each side's share of attributions, and of the words in quoted speech."""
    return _sources(about("source-sides", lang), ("source side", "quoted side"), found)


def source_types(found: Survey, lang: Language = "en") -> Figure:
    """Draw each kind of source's share of attributions, and of the words in quoted speech."""
    return _sources(about("source-types", lang), ("source type", "quoted type"), found)


def stance(found: Survey, lang: Language = "en") -> Figure:
    """Draw the share of each stance among the attributions, in both schemes where they differ."""
    own = found.shares[found.shares["voice"] == NARRATOR]
    differences = scheme_differences(found.shares, by="doc_id")
    fine, coarse = (own[own["share"] == scheme] for scheme in SCHEMES)
    changed = _changed(fine, coarse)
    return shares(
        about("stance", lang), pd.concat([fine, coarse[coarse["category"].isin(changed)]]), found,
        category_labels("attribution", lang), "share of references", series=SCHEMES, by="share",
        notes=[captions.kept_of(differences, lang)],
    )  # fmt: skip


def _changed(fine: pd.DataFrame, coarse: pd.DataFrame) -> list[str]:
    """The classes of which the coarse scheme counts another number anywhere."""
    counts = [one.set_index(["doc_id", "category"])["count"].sort_index() for one in (fine, coarse)]
    differ = counts[0].sub(counts[1], fill_value=0) != 0
    return list(differ[differ].index.get_level_values("category").unique())


def stance_by_side(found: Survey, lang: Language = "en") -> Figure:
    """Draw how each side's words are introduced: stance by side, in both schemes."""
    told = about("stance-by-side", lang)
    schemes = [f"{scheme} by side" for scheme in SCHEMES]
    own = found.whole[(found.whole["voice"] == NARRATOR) & found.whole["share"].isin(schemes)]
    rows, rest = _sides(own[own["share"] == schemes[0]], lang)
    own = own[own["side"].isin(list(rows))]
    own = own.assign(doc_id=own["side"], share=own["share"].str.removesuffix(" by side"))
    tiles = _stance_tiles(own, rows, told)
    drawn = own[(own["share"] + "|" + own["category"]).isin(list(tiles.columns))]
    names = category_labels("attribution", lang)
    data = plotted(drawn, "category", names, rows, series="share")
    notes = [
        captions.kept_between(scheme_differences(found.whole), lang),
        f"{tiles.footnote[:1].upper()}{tiles.footnote[1:]}.",
        *rest,
    ]
    return finished(
        told,
        draw_tiles(tiles, lang),
        saved(data, "share_of", outlet="side", panel="stance", series="share"),
        captions.caption(told, found, "table", notes=notes),
        [captions.highest(data, names, rows, lang)],
    )


def _stance_tiles(own: pd.DataFrame, rows: dict[str, str], told: About) -> Tiles:
    """All classes of the fine scheme that occur; of the coarse one those that change."""
    lang = told.lang
    own = own.assign(column=own["share"] + "|" + own["category"])
    counts = own.groupby("column")["count"].sum().to_dict()
    fine, coarse = (
        [f"{one}|{name}" for name in category_labels("attribution", lang)] for one in SCHEMES
    )
    pairs = zip(fine, coarse, strict=True)
    blocks = {
        called(SCHEMES[0], lang): [one for one in fine if counts.get(one)] or fine,
        called(SCHEMES[1], lang): [b for a, b in pairs if counts.get(a) != counts.get(b)],
    }
    shown = [one for block in blocks.values() for one in block]
    own = own[own["column"].isin(shown)]
    return Tiles(
        data=pd.DataFrame(
            {
                "row": own["side"],
                "column": own["column"],
                "text": [f"{share:.0%}" for share in own["share_of"]],
                "note": own["count"].astype(str) + "/" + own["base"].astype(str),
                "shade": (own["share_of"] * (len(SHADES) - 1)).round().astype("int64"),
                "is_thin": own["base"] < LEAST_BASE,
            }
        ),
        rows=rows,
        columns={one: class_label("stance", one.partition("|")[2], lang=lang) for one in shown},
        title=told.title,
        blocks={heading: block for heading, block in blocks.items() if block},
        width=0.85,
        footnote=phrase("thin", lang, least=LEAST_BASE),
    )


def sourcing(found: Survey, lang: Language = "en") -> Figure:
    """Draw the ladder of sourcing: document, talk, media, unnamed; zeros with their limit."""
    told = about("sourcing", lang)
    rows = category_labels("sourcing", lang)
    outlets = outlets_shown(found, lang)
    ladder = sourcing_ladder(found).rename(columns={"category": "panel", "doc_id": "outlet"})
    chosen = ladder["panel"].isin(list(rows)) & ladder["outlet"].isin(list(outlets))
    data = ladder[chosen].reset_index(drop=True)
    is_tall = len(outlets) > FEW  # else it would be wider than a page
    tiles = Tiles(
        data=pd.DataFrame(
            {
                "row": data["outlet" if is_tall else "panel"],
                "column": data["panel" if is_tall else "outlet"],
                "text": data[NARRATOR].astype(str),
                "note": [captions.in_sources(row, lang) for row in data.to_dict("records")],
                "shade": shades_of(data["rate_per_1000"]),
            }
        ),
        rows=outlets if is_tall else rows,
        columns=rows if is_tall else outlets,
        title=told.title,
        height=0.72,
    )
    names = {"narrator": "count", "rate_per_1000": "estimate"}
    plain = data.assign(series="all").rename(columns=names)
    return finished(
        told,
        draw_tiles(tiles, lang),
        saved(plain, "rate_per_1000", count=NARRATOR, panel="category", series=""),
        captions.caption(told, found, "tiles"),
        [captions.highest(plain, rows, outlets, lang)],
    )


def quoted_words(found: Survey, lang: Language = "en") -> Figure:
    """Draw the share of words inside quotation marks of speech."""
    panels = {"speech": called("speech", lang)}
    table = found.shares[found.shares["share"] == "quoted words"]
    told = about("quoted-words", lang)
    return shares(told, table, found, panels, "share of words", interval="")


def _sources(told: About, both: tuple[str, str], found: Survey) -> Figure:
    """The share of attributions and that of quoted words, a panel a side or kind of source."""
    lang = told.lang
    events, quoted = both
    own = (found.shares["share"] == events) & (found.shares["voice"] == NARRATOR)
    table = found.shares[own | (found.shares["share"] == quoted)]
    counts = table[table["share"] == events].groupby("category", sort=False)["count"].sum()
    ranked = counts.drop(UNKNOWN).sort_values(ascending=False, kind="stable").index
    labels = {str(one): class_label(events, str(one), lang=lang) for one in (*ranked, UNKNOWN)}
    rest = list(ranked[MOST_PANELS - 1 :])
    return shares(
        told, table, found, {one: labels[one] for one in labels if one not in rest},
        "share of speech", series=both, by="share",
        notes=captions.not_shown([labels[one] for one in rest], lang),
    )  # fmt: skip


def _sides(
    table: pd.DataFrame, lang: Language, first: Sequence[str] = ()
) -> tuple[dict[str, str], list[str]]:
    """The sides of most words, as rows, each with its n; what the caption says of the others."""
    bases = table.drop_duplicates(["side", "voice"]).groupby("side", sort=False)["base"].sum()
    ranked = bases.drop(list(first), errors="ignore").sort_values(ascending=False, kind="stable")
    labels = {side: side_label(side, lang=lang) for side in (*first, *map(str, ranked.index))}
    sides = list(labels)
    rows = {side: f"{labels[side]} (n = {bases.get(side, 0)})" for side in sides[:MOST_SIDES]}
    return rows, captions.not_shown([labels[side] for side in sides[MOST_SIDES:]], lang)
