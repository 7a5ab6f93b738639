"""Validity: how an estimate moves with choices, agrees with a coding, changes when corrected."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from framing.base.errors import FramingError, unknown
from framing.base.results import Result, number
from framing.questions.survey import MOST_OUTLETS, Survey
from framing.showing.figures.captions import in_a_row
from framing.showing.figures.display_names import Labels, feature_label, named_groups
from framing.showing.figures.dots import Dots, draw_dots
from framing.showing.figures.phrases import about, called, phrase
from framing.showing.figures.save import Figure, finished
from framing.showing.figures.style import Language

_STATISTICS = ("precision", "recall", "f1")
_CORRECTED = {  # the axis, and how it is corrected
    "rate_per_1000": ("per 1,000", "corrected rate"),
    "share_of": ("% of articles", "corrected share"),
}
_EVERY = "all"  # groups of an audit together


def sensitivity(found: Survey | Result, lang: Language = "en", *, labels: Labels = None) -> Figure:
    """Draw how a rate moves with each choice made before it was counted, a group a panel.

    `found` is a survey, of which the words of terrorism are drawn, or what
    `framing.questions.sensitivity.sensitivity` returned; `labels` are what its groups are called.
    """
    table = found.sensitivity.table if isinstance(found, Survey) else found.table
    groups = [str(one) for one in table["group"].unique()][:MOST_OUTLETS]
    default = table[table["choice"] == "none"].set_index("group")
    told = about(
        "sensitivity", lang, feature=feature_label(str(table["feature"].iloc[0]), lang),
        articles=f"{int(default['articles'].sum()):,}",
    )  # fmt: skip
    data = _data(table, outlet=table["variant"], panel=table["group"], series="all",
                 estimate=table["rate_per_1000"], note=table["count"].astype(str))  # fmt: skip
    dots = Dots(
        data=data,
        panels=named_groups(found, groups, labels, lang),
        outlets={str(one): called(str(one), lang) for one in table["variant"].unique()},
        series={"all": ""},
        title=told.title,
        axis=phrase("per 1,000 of the choice", lang),
        columns=3,
        is_plain=True,
        marks={str(one): float(rate) for one, rate in default["rate_per_1000"].items()},
    )
    caption = told.caption
    if "wire copy" not in set(table["choice"]):
        caption += f" {phrase('no copies', lang)}"
    items = [
        f"{title.replace(chr(10), ' ')} {number(dots.marks[one])} ({number(low)}–{number(high)})"
        for one, title in dots.panels.items()
        for low, high in [_span(table[table["group"] == one]["rate_per_1000"])]
    ]
    return finished(told, draw_dots(dots, lang), table, caption, [in_a_row(items, lang)])


def _span(rates: "pd.Series[float]") -> tuple[float, float]:
    return float(rates.min()), float(rates.max())


def _data(table: pd.DataFrame, **plotted: Any) -> pd.DataFrame:
    """What dots are drawn from: the given columns, and the intervals of the table."""
    return pd.DataFrame({"low": table["ci_low"], "high": table["ci_high"]}).assign(**plotted)


def validation(scores: pd.DataFrame, lang: Language = "en", *, coded: str = "") -> Figure:
    """Draw precision, recall and F1 of what is found, with their intervals.

    Args:
        scores: the table of an `framing.Evaluation`, or published scores of one coding.
        lang: "en" or "ar".
        coded: what the findings were laid beside, in a sentence: goes into the caption.

    Raises:
        FramingError: the scores are of several codings.
    """
    _check_one_coding(scores)
    told = about("validation", lang)
    whole = scores[scores["class"].isna() & scores["statistic"].isin(_STATISTICS)]
    table = whole.assign(measure=[_measure(row) for row in whole.to_dict("records")])
    notes = [_k_of_n(row) for row in table.to_dict("records")]
    data = _data(table, outlet=table["measure"], panel=table["statistic"], series=table["rule"],
                 estimate=table["value"], note=notes)  # fmt: skip
    dots = Dots(
        data=data,
        panels={one: called(one, lang) for one in _STATISTICS},
        outlets={str(one): called(str(one), lang) for one in table["measure"].unique()},
        series={rule: called(rule, lang) for rule in ("overlap", "strict")},
        title=told.title,
        axis=phrase("score axis", lang),
        is_share=True,
        is_plain=True,
    )
    items = [
        f"{dots.outlets[row['measure']]}, {dots.panels[row['statistic']]} {number(row['value'])}"
        for row in table[table["rule"] == "overlap"].to_dict("records")
        if row["statistic"] != "f1"
    ]
    caption = f"{told.caption} {coded}".strip()
    drawn = table.drop(columns=[one for one in ("bar",) if one in table])
    return finished(told, draw_dots(dots, lang), drawn, caption, [in_a_row(items, lang)])


def _measure(row: dict[Any, Any]) -> str:
    """Narrator is measured of every layer: by itself it says too little."""
    return f"narrator of {row['layer']}" if row["measure"] == "narrator" else str(row["measure"])


def _k_of_n(row: dict[Any, Any]) -> str:
    return "" if pd.isna(row["count"]) else f"{row['count']:.0f}/{row['base']:.0f}"


def certainty(scores: pd.DataFrame, lang: Language = "en", *, coded: str = "") -> Figure:
    """Draw precision and recall of the outlet's own words as rules are added, surest first.

    `scores` and `coded` as in `validation`.

    Raises:
        FramingError: the scores are of several codings, or tell of no rule.
    """
    _check_one_coding(scores)
    of_rules = (scores["measure"] == "narrator") & scores["class"].notna()
    table = scores[of_rules & (scores["layer"] == "militancy")]
    if table.empty:
        raise FramingError(
            "The scores tell of no rule by which a word is the outlet's own. Measure with "
            "framing.evaluate a coding whose militancy records have a voice."
        )
    told = about("certainty", lang)
    notes = [_k_of_n(row) for row in table.to_dict("records")]
    data = _data(table, outlet=table["class"], panel=table["statistic"], series="all",
                 estimate=table["value"], note=notes)  # fmt: skip
    dots = Dots(
        data=data,
        panels={one: called(one, lang) for one in ("precision", "recall")},
        outlets={str(one): _rules(str(one), lang) for one in table["class"].unique()},
        series={"all": ""},
        title=told.title,
        axis=phrase("score axis", lang),
        is_share=True,
        is_plain=True,
    )
    items = [
        f"{dots.outlets[row['class']]}, {dots.panels[row['statistic']]} {number(row['value'])}"
        for row in table.to_dict("records")
    ]
    caption = f"{told.caption} {coded}".strip()
    return finished(told, draw_dots(dots, lang), table, caption, [in_a_row(items, lang)])


def _rules(names: str, lang: Language) -> str:
    """The first rule by itself; of more the one that is added."""
    *before, last = names.split(", ")
    return f"{'+ ' if before else ''}{called(last, lang)}"


def _check_one_coding(scores: pd.DataFrame) -> None:
    if "coding" in scores and scores["coding"].nunique() > 1:
        raise FramingError(
            f"The scores are of {scores['coding'].nunique()} codings. Choose one: "
            'scores[scores["coding"] == ...].'
        )


def correction(
    found: Result,
    lang: Language = "en",
    *,
    statistic: str = "rate_per_1000",
    labels: Labels = None,
) -> Figure:
    """Draw what was found beside the same corrected by an audit, a category a panel.

    Args:
        found: what `framing.questions.audit.score_audit` returned.
        lang: "en" or "ar".
        statistic: "rate_per_1000" of mentions, or "share_of" articles that have the category.
        labels: what groups are called in the figure, if not by their names.

    Raises:
        UnknownNameError: the statistic is not corrected.
    """
    if statistic not in _CORRECTED:
        raise unknown("corrected statistic", statistic, _CORRECTED)
    table = found.table[found.table["statistic"] == statistic]
    there = table.groupby("feature", sort=False)[["found", "value"]].max().max(axis=1) > 0
    table = table[table["feature"].map(there)]
    groups = [str(one) for one in table["group"].unique()]
    named = {_EVERY: phrase("all groups", lang)} | dict(labels or {})
    axis, method = _CORRECTED[statistic]
    whole = table[table["group"] == groups[-1]]
    told = about(
        "correction", lang, articles=f"{whole['articles'].max():,}",
        coded=f"{whole['articles_coded'].max():,}", method=phrase(method, lang),
    )  # fmt: skip
    dots = Dots(
        data=pd.DataFrame(list(_pairs(table))),
        panels={str(one): feature_label(str(one), lang) for one in table["feature"].unique()},
        outlets=named_groups(found, groups, named, lang),
        series={one: called(one, lang) for one in ("corrected", "found")},
        title=told.title,
        axis=phrase(axis, lang),
        columns=3,
        is_share=statistic == "share_of",
        is_plain=True,
    )
    items = [
        f"{dots.panels[row['feature']]} {number(row['found'])} → {number(row['value'])}"
        for row in whole.to_dict("records")
    ]
    caption = " ".join([told.caption, *_gaps(table, lang)])
    return finished(told, draw_dots(dots, lang), table, caption, [in_a_row(items, lang)])


def _gaps(table: pd.DataFrame, lang: Language) -> Iterator[str]:
    """Why a dot has no interval, or there is no dot, as sentences."""
    if (table["ci_low"] == table["ci_high"]).any():
        yield phrase("no errors", lang)
    if table["value"].isna().any():
        yield phrase("not corrected", lang)


def _pairs(table: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """Each estimate twice: corrected with its interval, and as found, which has none."""
    bare = {"low": float("nan"), "high": float("nan")}
    for row in table.to_dict("records"):
        place = {"outlet": row["group"], "panel": row["feature"]}
        known = {"estimate": row["value"], "low": row["ci_low"], "high": row["ci_high"]}
        yield place | known | {"series": "corrected", "note": ""}
        yield place | bare | {"series": "found", "estimate": row["found"],
                              "note": str(row["count"])}  # fmt: skip
