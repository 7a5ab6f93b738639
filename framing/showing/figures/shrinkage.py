"""Rates as counted and drawn together, outlet by outlet."""

import pandas as pd

from framing.base.errors import FramingError
from framing.base.results import Result, number
from framing.showing.figures.captions import in_a_row
from framing.showing.figures.display_names import Labels, feature_label, named_groups
from framing.showing.figures.dots import Dots, draw_dots
from framing.showing.figures.phrases import about, called, phrase, row_of
from framing.showing.figures.save import Figure, finished
from framing.showing.figures.style import Language

MOST_PANELS, MOST_GROUPS = 12, 60
_BETWEEN = "\t"  # feature and voice, as the key of a panel


def shrinkage(found: Result, lang: Language = "en", *, labels: Labels = None) -> Figure:
    """Draw shrunken rates with their intervals beside those as counted, a feature a panel.

    `found` is what `framing.shrinkage` returned, `labels` what groups are called if not by their
    names. Raises `FramingError` where nothing was drawn together, and for more features or
    groups than a reader can take in.
    """
    table = found.table[found.table["reason"].isna()].reset_index(drop=True)
    if table.empty:
        raise FramingError("No rates were drawn together. Choose something commoner.")
    key = table["feature"] + _BETWEEN + table["voice"]
    keys = [str(one) for one in key.unique()]
    ranked = table.groupby("group")["shrunken"].mean().sort_values(ascending=False, kind="stable")
    if len(keys) > MOST_PANELS or len(ranked) > MOST_GROUPS:
        raise FramingError(
            f"{len(keys):,} features and voices of {len(ranked):,} groups are more than a figure "
            f"holds. Draw {MOST_PANELS} of {MOST_GROUPS} at most, chosen by of or by voice='all'."
        )
    names = named_groups(found, list(ranked.index), labels, lang)
    told = about(
        "shrinkage", lang, groups=f"{len(ranked):,}",
        articles=f"{table.groupby(key)['articles'].sum().max():,}",
    )  # fmt: skip
    dots = Dots(
        data=_marks(table.assign(panel=key)),
        panels={one: _titled(one, lang) for one in keys},
        outlets={one: names[one] for one in ranked.index},
        series={one: called(one, lang) for one in ("drawn together", "as counted")},
        title=told.title,
        axis=phrase("per 1,000 of the choice", lang),
        columns=3,
        is_plain=True,
        marks=dict(zip(key, table["pooled"], strict=True)),
    )
    items = [
        f"{_titled(row['feature'] + _BETWEEN + row['voice'], lang)}, {names[row['group']]} "
        f"{number(row['standardised'])} → {number(row['shrunken'])}"
        for row in table.nlargest(3, "shrinkage").to_dict("records")
    ]
    return finished(told, draw_dots(dots, lang), found.table, told.caption, [in_a_row(items, lang)])


def _marks(table: pd.DataFrame) -> pd.DataFrame:
    """A row a dot: the shrunken rate with its interval, the rate as counted without one."""
    where = table[["panel"]].assign(outlet=table["group"])
    shrunken = where.assign(
        series="drawn together", estimate=table["shrunken"], low=table["ci_low"],
        high=table["ci_high"], note=table["shrinkage"].map("{:.0%}".format),
    )  # fmt: skip
    counted = where.assign(
        series="as counted", estimate=table["standardised"], low=float("nan"), high=float("nan"),
        note=table["count"].map("{:,}".format),
    )  # fmt: skip
    return pd.concat([shrunken, counted], ignore_index=True)


def _titled(key: str, lang: Language) -> str:
    feature, voice = key.split(_BETWEEN)
    label = feature_label(feature, lang)
    return label if voice == "all" else row_of([label, called(voice, lang)], lang)
