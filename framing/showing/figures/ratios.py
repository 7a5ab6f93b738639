"""Ratios of rates, from a comparison: how many times as often, how surely, what is starred."""

from collections.abc import Iterator, Mapping
from math import isinf
from typing import Any

import pandas as pd

from framing.base.errors import FramingError
from framing.base.results import Result, listed, number
from framing.questions.findings import SURE
from framing.showing.figures.captions import in_a_row
from framing.showing.figures.display_names import Labels, feature_label, named_groups
from framing.showing.figures.forest import Forest, Line, draw_forest
from framing.showing.figures.phrases import About, about, called, phrase, row_of
from framing.showing.figures.save import Figure, finished
from framing.showing.figures.style import Language

MOST_LINES = 70  # of a forest
_LONG = 42  # letters of a line's label
_NAMED = 3  # numbers that an alternative text names

_Row = dict[Any, Any]


def forest(
    found: Result,
    lang: Language = "en",
    *,
    labels: Labels = None,
    negligible: float | None = None,
) -> Figure:
    """Draw the ratios of a comparison with their intervals; starred where articles allow it.

    Args:
        found: what `framing.compare` returned.
        lang: "en" or "ar".
        labels: what groups are called in the figure, if not by their names.
        negligible: a ratio so small that it does not matter; shaded.

    Raises:
        FramingError: the comparison has more lines than a reader can take in.
    """
    table = found.table
    if len(table) > MOST_LINES:
        raise FramingError(
            f"The comparison has {len(table):,} lines; a figure holds {MOST_LINES}. Compare fewer "
            "features, or all groups with one reference."
        )
    is_split = table["within"].nunique() > 1
    table = table.assign(place=table["within"] if is_split else "")
    pairs = set(zip(table["target"], table["reference"], strict=True))
    named = named_groups(found, [one for pair in pairs for one in pair], labels, lang)
    blocks = [
        (_heading(key, lang), [_line(row, named, lang) for row in rows.to_dict("records")])
        for key, rows in table.groupby(["feature", "voice"], sort=False)
    ]
    told = _about(table, lang)
    drawing = draw_forest(
        Forest(blocks, told.title, phrase("ratio axis", lang), phrase("ratio notes", lang),
               negligible),
        lang,
    )  # fmt: skip
    away = table[table["count"] * table["count_reference"] > 0].nlargest(_NAMED, "rate_ratio")
    items = [
        f"{_heading((row['feature'], row['voice']), lang)}, {_pair(row, named)} "
        f"{_short(row['rate_ratio'])}".replace("\n", " ")
        for row in away.to_dict("records")
    ]
    caption = _caption(told, table, negligible)
    return finished(told, drawing, table.drop(columns="place"), caption, [in_a_row(items, lang)])


def _heading(key: Any, lang: Language) -> str:
    feature, voice = key
    label = feature_label(feature, lang)
    return label if voice == "all" else row_of([label, called(voice, lang)], lang)


def _pair(row: _Row, named: Mapping[str, str]) -> str:
    names = [named[row[side]] for side in ("target", "reference")]
    between = " :\n" if sum(map(len, names)) > _LONG else " : "
    return between.join(names) + (f" ({row['place']})" if row["place"] else "")


def _line(row: _Row, named: Mapping[str, str], lang: Language) -> Line:
    there = row["count"] and row["count_reference"]
    ratio = float(row["rate_ratio"]) if there else float("nan")
    low, high = row["low_together"], row["high_together"]
    ends = f"[{_short(low)}–{_short(high)}]" if low == low else ""
    counts = f"{row['count']:,} : {row['count_reference']:,}"
    shown = _short(ratio) if there else phrase("no ratio", lang)
    return Line(
        label=_pair(row, named),
        ratio=ratio,
        low=low,
        high=high,
        note=row_of([f"{shown} {ends}", counts], lang, "semicolon"),
        is_modelled=row["method"] != "exact",
        is_sure=bool(row["p_adjusted"] < SURE),
    )


def _short(value: float) -> str:
    """Two digits: no ratio here is surer than that."""
    if isinf(value):
        return "∞"
    return f"{value:,.0f}" if value >= 10 else f"{value:.2g}"


def _about(table: pd.DataFrame, lang: Language) -> About:
    sizes = {
        name: int(n)
        for end in ("", "_reference")
        for name, n in zip(table["reference" if end else "target"], table[f"articles{end}"],
                           strict=True)
    }  # fmt: skip
    articles = f"{sum(sizes.values()):,}"
    units = table["unit"].unique()
    unit = called(str(units[0]) if len(units) == 1 else "words of each voice", lang)
    return about("forest", lang, unit=unit, articles=articles)


def _caption(told: About, table: pd.DataFrame, negligible: float | None) -> str:
    lang = told.lang
    sentences = [told.caption]
    places = [str(one) for one in table["within"].unique() if one != "all articles"]
    if places:
        sentences.append(phrase("compared within", lang, places=listed(places, 3)))
    if (table["count"] * table["count_reference"] == 0).any():
        sentences.append(phrase("zeros", lang))
    exact = table[table["method"] == "exact"]
    if len(exact):
        fewest = exact[["articles", "articles_reference"]].to_numpy().min()
        why = phrase("one article" if fewest == 1 else "few articles", lang)
        sentences.append(phrase("described", lang, why=why))
    sentences += _intervals(table, lang)
    methods = [called(one, lang) for one in table["method"].unique() if one != "exact"]
    if methods:
        sentences.append(phrase("modelled", lang, methods=", ".join(methods)))
    tested = table[table["p_adjusted"].notna()]
    if len(tested):
        sure = int((tested["p_adjusted"] < SURE).sum())
        family = phrase("family of permutations", lang)
        known = {"family": family, "sure": str(sure), "tests": str(len(table))}
        sentences.append(phrase("starred", lang, **known))
    if negligible:
        sentences.append(phrase("negligible", lang, ratio=number(negligible)))
    return " ".join(sentences)


def _intervals(table: pd.DataFrame, lang: Language) -> Iterator[str]:
    """What the intervals of several lines hold for, and which lines have none."""
    lines, refused = len(table), int(table["low_together"].isna().sum())
    if lines > 1:
        yield phrase("together", lang, lines=f"{lines:,}")
    if refused:
        yield phrase("not inferred", lang, n=f"{refused:,}", lines=f"{lines:,}")
