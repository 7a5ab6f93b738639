"""Figures over time: how often something occurs from month to month."""

import pandas as pd

from framing.base.errors import FramingError
from framing.base.results import Result, number
from framing.questions.findings import SURE
from framing.showing.figures.captions import in_a_row
from framing.showing.figures.display_names import feature_label
from framing.showing.figures.dots import Dots, draw_dots
from framing.showing.figures.phrases import about, called, phrase, row_of
from framing.showing.figures.save import Figure, finished
from framing.showing.figures.style import Language

MOST_PANELS = 24
_BETWEEN = "\t"  # feature and voice, as the key of a panel


def trend(found: Result, lang: Language = "en") -> Figure:
    """Draw rates or shares from period to period, a feature and voice a panel.

    `found` is what `framing.trend` returned. A panel whose trend is sure is starred. Raises
    `FramingError` for more panels than a reader can take in.
    """
    table = found.table
    keys = [str(one) for one in (table["feature"] + _BETWEEN + table["voice"]).unique()]
    if len(keys) > MOST_PANELS:
        raise FramingError(
            f"{len(keys):,} features and voices are more than a figure holds. Look at "
            f"{MOST_PANELS} at most, chosen by of or by voice='all'."
        )
    is_share = bool(table["share_of"].notna().any())
    estimate = "share_of" if is_share else "rate_per_1000"
    key = table["feature"] + _BETWEEN + table["voice"]
    sure = dict(zip(key, table["p_adjusted"] < SURE, strict=True))
    told = about("trend", lang, articles=f"{table.groupby(key)['articles'].sum().max():,}")
    dots = Dots(
        data=pd.DataFrame(
            {
                "outlet": table["period"], "panel": key, "series": "all",
                "estimate": table[estimate], "low": table["ci_low"], "high": table["ci_high"],
                "note": table["count"].astype(str),
            }
        ),
        panels={one: _titled(one, lang, is_sure=sure[one]) for one in keys},
        outlets={one: one for one in sorted(table["period"].unique())},
        series={"all": called("all", lang)},
        title=told.title,
        axis=phrase("% of the base" if is_share else "per 1,000 of the choice", lang),
        is_share=is_share,
        is_plain=True,
    )  # fmt: skip
    each = table.drop_duplicates(["feature", "voice"]).dropna(subset=["times_per_period"])
    items = [
        f"{_titled(row['feature'] + _BETWEEN + row['voice'], lang, is_sure=False)} "
        f"× {number(row['times_per_period'])}"
        for row in each.sort_values("p").head(3).to_dict("records")
    ]
    return finished(told, draw_dots(dots, lang), table, told.caption, [in_a_row(items, lang)])


def _titled(key: str, lang: Language, *, is_sure: bool) -> str:
    feature, voice = key.split(_BETWEEN)
    label = feature_label(feature, lang)
    named = label if voice == "all" else row_of([label, called(voice, lang)], lang)
    return f"{named} *" if is_sure else named
