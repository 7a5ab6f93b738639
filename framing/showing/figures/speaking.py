"""Figures of speaking: whose words they are, how they are introduced, where they come from."""

from collections.abc import Sequence

import pandas as pd

from framing.attribution.sides import UNKNOWN
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
from framing.showing.figures import captions, words
from framing.showing.figures.bars import Bars, draw_bars
from framing.showing.figures.drawing import categories, finished, outlets_of, plotted, shares
from framing.showing.figures.save import Figure
from framing.showing.figures.style import Language
from framing.showing.figures.tiles import SHADES, Tiles, draw_tiles
from framing.showing.wording import class_label, side_label

MOST_SIDES = 8  # rows of a matrix
MOST_PANELS = 8  # sides or kinds of source, each a panel
_ACTS = ("attack", "phenomenon")  # targets that are nobody


def terror_voice(found: Survey, lang: Language = "en") -> Figure:
    """Draw in whose voice the words of terrorism are, each outlet and all texts together."""
    every = pd.concat([found.whole, found.shares], ignore_index=True)
    rows = every[every["share"] == "terror voice"].assign(voice=every["category"])
    title = words.TITLES["terror-voice"][lang]
    outlets = {WHOLE: words.text(WHOLE, lang)} | outlets_of(found, lang)
    data = plotted(rows, "share", {"terror voice": title}, outlets)
    own = {row["outlet"]: row for row in data[data["series"] == NARRATOR].to_dict("records")}
    bars = Bars(
        data=data,
        outlets=outlets,
        series={voice: words.text(voice, lang) for voice in VOICES},
        notes={outlet: captions.own_of(row, lang) for outlet, row in own.items()},
        title=title,
        axis=words.text("share of terror words", lang),
    )
    point = captions.own_in_all(own[WHOLE], lang)
    panels = {"terror voice": words.text("terror words", lang)}
    drawing = draw_bars(bars, lang)
    return finished(
        "terror-voice", drawing, data, found, lang, "bars", panels, rows=outlets,
        notes=[point], lead=point,
    )  # fmt: skip


def terror_speakers(found: Survey, lang: Language = "en") -> Figure:
    """Draw who calls whom terrorist: in whose words the label stands, and what it is put on."""
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
                "shade": data["count"].clip(upper=len(SHADES) - 1),
            }
        ),
        rows=rows,
        columns=targets,
        title=words.TITLES["terror-speakers"][lang],
        blocks={
            words.text("put on somebody", lang): [one for one in targets if one not in _ACTS],
            words.text("put on no one", lang): list(_ACTS),
        },
        width=1.25,
    )
    drawing = draw_tiles(tiles, lang)
    data = data.assign(series="all", unit="words of terrorism", estimate=data["count"])
    return finished(
        "terror-speakers", drawing, data, found, lang, "counts", targets, rows=rows,
        notes=rest,
        saved={"outlet": "side", "panel": "target", "series": "", "estimate": ""},
    )  # fmt: skip


def source_sides(found: Survey, lang: Language = "en") -> Figure:
    """Draw each side's share of attributions, and of the words in quoted speech."""
    return _sources("source-sides", ("source side", "quoted side"), found, lang)


def source_types(found: Survey, lang: Language = "en") -> Figure:
    """Draw each kind of source's share of attributions, and of the words in quoted speech."""
    return _sources("source-types", ("source type", "quoted type"), found, lang)


def stance(found: Survey, lang: Language = "en") -> Figure:
    """Draw the share of each stance among the attributions, in both schemes."""
    own = found.shares[found.shares["voice"] == NARRATOR]
    differences = scheme_differences(found.shares, by="doc_id")
    panels = categories("attribution", lang)
    return shares(
        "stance", own[own["share"].isin(SCHEMES)], found, lang, panels, "share of references",
        series=SCHEMES, by="share", notes=[captions.kept_of(differences, lang)],
    )  # fmt: skip


def stance_by_side(found: Survey, lang: Language = "en") -> Figure:
    """Draw how each side's words are introduced: stance by side, in both schemes."""
    schemes = [f"{scheme} by side" for scheme in SCHEMES]
    own = found.whole[(found.whole["voice"] == NARRATOR) & found.whole["share"].isin(schemes)]
    rows, rest = _sides(own[own["share"] == schemes[0]], lang)
    own = own[own["side"].isin(list(rows))]
    own = own.assign(doc_id=own["side"], share=own["share"].str.removesuffix(" by side"))
    tiles = _stance_tiles(own, rows, lang)
    drawn = own[(own["share"] + "|" + own["category"]).isin(list(tiles.columns))]
    names = categories("attribution", lang)
    data = plotted(drawn, "category", names, rows, series="share")
    return finished(
        "stance-by-side", draw_tiles(tiles, lang), data, found, lang, "table", names, rows=rows,
        notes=[
            captions.kept_between(scheme_differences(found.whole), lang),
            f"{tiles.footnote[:1].upper()}{tiles.footnote[1:]}.",
            *rest,
        ],
        saved={"outlet": "side", "panel": "stance", "series": "share"},
    )  # fmt: skip


def _stance_tiles(own: pd.DataFrame, rows: dict[str, str], lang: Language) -> Tiles:
    """All classes of the fine scheme that occur; of the coarse one those that change."""
    own = own.assign(column=own["share"] + "|" + own["category"])
    counts = own.groupby("column")["count"].sum().to_dict()
    fine, coarse = (
        [f"{one}|{name}" for name in categories("attribution", lang)] for one in SCHEMES
    )
    pairs = zip(fine, coarse, strict=True)
    blocks = {
        words.text(SCHEMES[0], lang): [one for one in fine if counts.get(one)] or fine,
        words.text(SCHEMES[1], lang): [b for a, b in pairs if counts.get(a) != counts.get(b)],
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
        title=words.TITLES["stance-by-side"][lang],
        blocks={heading: block for heading, block in blocks.items() if block},
        width=0.85,
        footnote=words.text("thin", lang).format(least=LEAST_BASE),
    )


def sourcing(found: Survey, lang: Language = "en") -> Figure:
    """Draw the ladder of sourcing: document, talk, media, unnamed; zeros with their limit."""
    rows = categories("sourcing", lang)
    outlets = outlets_of(found, lang)
    ladder = sourcing_ladder(found).rename(columns={"category": "panel", "doc_id": "outlet"})
    chosen = ladder["panel"].isin(list(rows)) & ladder["outlet"].isin(list(outlets))
    data = ladder[chosen].reset_index(drop=True)
    tiles = Tiles(
        data=pd.DataFrame(
            {
                "row": data["panel"],
                "column": data["outlet"],
                "text": data[NARRATOR].astype(str),
                "note": [captions.in_sources(row, lang) for row in data.to_dict("records")],
                "shade": data[NARRATOR].clip(upper=len(SHADES) - 1),
            }
        ),
        rows=rows,
        columns=outlets,
        title=words.TITLES["sourcing"][lang],
        height=0.72,
    )
    names = {"narrator": "count", "rate_per_1000": "estimate"}
    plain = data.assign(series="all").rename(columns=names)
    return finished(
        "sourcing", draw_tiles(tiles, lang), plain, found, lang, "tiles", rows,
        saved={"count": NARRATOR, "panel": "category", "series": ""},
    )  # fmt: skip


def quoted_words(found: Survey, lang: Language = "en") -> Figure:
    """Draw the share of words inside quotation marks of speech."""
    panels = {"speech": words.text("speech", lang)}
    table = found.shares[found.shares["share"] == "quoted words"]
    return shares("quoted-words", table, found, lang, panels, "share of words")


def _sources(name: str, both: tuple[str, str], found: Survey, lang: Language) -> Figure:
    """The share of attributions and that of quoted words, a panel a side or kind of source."""
    events, quoted = both
    own = (found.shares["share"] == events) & (found.shares["voice"] == NARRATOR)
    table = found.shares[own | (found.shares["share"] == quoted)]
    counts = table[table["share"] == events].groupby("category", sort=False)["count"].sum()
    ranked = counts.drop(UNKNOWN).sort_values(ascending=False, kind="stable").index
    labels = {str(one): class_label(events, str(one), lang=lang) for one in (*ranked, UNKNOWN)}
    rest = list(ranked[MOST_PANELS - 1 :])
    return shares(
        name, table, found, lang, {one: labels[one] for one in labels if one not in rest},
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
