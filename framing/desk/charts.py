"""Rates and shares by outlet as marks of a chart: where each stands, and what it says in words.

All that is drawn is worked out here: places on the axis are parts of its length, so that who
draws knows no statistics. A mark has its count, its base and its interval, and the ids of the
spans that it opens.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import floor, isnan, log10
from typing import Any

import pandas as pd

from framing.base.errors import FramingError
from framing.base.exports import csv_lines
from framing.base.markup import harmless
from framing.corpus.articles import Lang
from framing.desk.asked import Question
from framing.desk.counts import Counts
from framing.desk.phrases import filled, phrases, voice_label
from framing.showing.estimates import rate_text, share_text
from framing.showing.tables import feature_label, show_table
from framing.showing.wording import class_label, wording

MOST_OUTLETS = 60  # lines of one chart
_HIGHEST = 2.4  # times the highest estimate: an interval that is wider than that is cut
_ROOM = 1.04  # of the axis beyond what is drawn


@dataclass(frozen=True, eq=False)
class Chart:
    """A view as it is drawn, and what it was made of.

    Attributes:
        question: what was asked, the voice being that of the rows.
        shown: what the browser is given.
        table: the rows with their `span_ids`, a mark being a row with this index.
        outlets: the outlets that must be named to get the same; none for all.
        groups: of each article that was asked about, its outlet.
    """

    question: Question
    shown: dict[str, Any]
    table: pd.DataFrame
    outlets: Sequence[str]
    groups: "pd.Series[Any]"


def chart_of(counts: Counts, question: Question, lang: Lang) -> Chart:
    """Rates or shares of the chosen articles, a mark an outlet.

    Raises `FramingError` for a name that nothing has, and where no article was chosen.
    """
    every = counts.chosen(question)
    if every.empty:
        raise FramingError(phrases(lang)["chart"]["no_articles"])
    groups = counts.chosen(question, MOST_OUTLETS)
    table = _rows(counts, question, groups)
    voice = str(table["voice"].iloc[0]) if len(table) else question.voice
    question = replace(question, voice=voice)
    names = counts.names(lang)
    outlets = list(dict.fromkeys(groups))
    marks = _marks(table.set_index("doc_id"), outlets, names, question, lang)
    is_cut = every.nunique() > len(outlets)
    shown = {
        "kind": "chart",
        "title": _title(counts, question, lang),
        "marks": marks,
        "note": " ".join(_notes(counts, question, every, outlets, lang)),
        **_axis(table, marks, question, lang),
        **saved_as(table, f"{question.view}-{question.feature or question.share}", lang),
    }
    named = outlets if is_cut else question.outlets
    return Chart(question, shown, table.set_index("doc_id"), named, groups)


def marks_of(shown: dict[str, Any]) -> list[dict[str, Any]]:
    """The marks of a view that is shown, of a grid those of all its rows."""
    rows = shown.get("rows", ())
    return [*shown.get("marks", ()), *(mark for row in rows for mark in row["marks"])]


def saved_as(table: pd.DataFrame, name: str, lang: Lang) -> dict[str, str]:
    """A table as a reader sees it, and as a file."""
    plain = table.drop(columns="span_ids", errors="ignore")
    return {
        "table": show_table(plain, lang=lang),
        "csv": csv_lines(plain),
        "file": "".join(one if one.isalnum() else "-" for one in name),
    }


def _rows(counts: Counts, question: Question, groups: "pd.Series[Any]") -> pd.DataFrame:
    if question.view == "rates":
        return counts.rates(question, groups)
    return counts.shares(question.share, question.category, question.voice, groups)


def _title(counts: Counts, question: Question, lang: Lang) -> str:
    """What is counted, and in whose words."""
    words = wording(lang)
    if question.view == "rates":
        lexicon = counts.lexicons[question.feature.partition(".")[0]]
        what = feature_label(question.feature, lexicon, lang=lang)
    else:
        share = words["shares"].get(question.share, question.share)
        what = f"{share}: {class_label(question.share, question.category, lang=lang)}"
    return harmless(f"{what} ({voice_label(question.voice, lang)})")


def _notes(
    counts: Counts, question: Question, every: "pd.Series[Any]", outlets: list[str], lang: Lang
) -> "list[str]":
    say = phrases(lang)["chart"]
    n_words = int(counts.words_of(every.index).sum())
    found = [filled(say["chosen"], n=len(every), words=n_words) + "."]
    if (total := every.nunique()) > len(outlets):
        found.append(filled(say["largest"], most=len(outlets), total=total))
    return [*found, say["rate_note" if question.view == "rates" else "share_note"]]


def _marks(
    rows: pd.DataFrame, outlets: list[str], names: dict[str, str], question: Question, lang: Lang
) -> list[dict[str, Any]]:
    """A mark an outlet, also where there is nothing to count on."""
    say, words = phrases(lang)["chart"], wording(lang)
    known = rows.to_dict("index")
    is_rate = question.view == "rates"
    units = list(rows["unit"].unique()) if len(rows) else [""]
    unit = words["units"].get(units[0], units[0])
    marks = []
    for outlet in outlets:
        row: dict[Any, Any] = known.get(outlet, {"count": 0, "base": 0})
        text = (rate_text if is_rate else share_text)(row, words)
        said = ("rate_said" if is_rate else "share_said") if row["base"] else "nothing_said"
        cells = {"label": names[outlet], "text": text, "unit": unit}
        counted = {"count": int(row["count"]), "base": int(row["base"])}
        marks.append(
            {
                "key": outlet,
                **{name: harmless(cell) for name, cell in cells.items()},
                "direction": "rtl" if lang == "ar" and any(map(str.isalpha, text)) else "ltr",
                **counted,
                **_ends(row, "rate_per_1000" if is_rate else "share_of"),
                "said": filled(say[said], **cells, **counted),
            }
        )
    return marks


def _ends(row: dict[Any, Any], estimate: str) -> dict[str, float | None]:
    """An estimate and its interval; None for what there is none of."""
    names = {"estimate": estimate, "low": "ci_low", "high": "ci_high"}
    found = {name: float(row.get(column, float("nan"))) for name, column in names.items()}
    if not row["base"]:
        return dict.fromkeys(found)
    return {name: None if isnan(value) else value for name, value in found.items()}


def _axis(
    table: pd.DataFrame, marks: list[dict[str, Any]], question: Question, lang: Lang
) -> dict[str, Any]:
    """The axis: its end, its ticks as parts of its length, its words; the marks' places on it."""
    say, is_rate = phrases(lang)["chart"], question.view == "rates"
    limit = _limit([mark for mark in marks if mark["estimate"] is not None], is_rate)
    for mark in marks:
        for name in ("estimate", "low", "high"):
            value = mark[name]
            mark[f"{name}_at"] = None if value is None else round(min(value / limit, 1.0), 4)
        mark["is_cut"] = mark["high"] is not None and mark["high"] > limit
    unit = str(table["unit"].iloc[0]) if len(table) else ""
    named = wording(lang)["units"].get(unit, unit)
    ticks = [
        {"at": round(value / limit, 4), "label": f"{value:g}" if is_rate else f"{value:.0%}"}
        for value in ticks_to(limit)
    ]
    words = say["rate_axis" if is_rate else "share_axis"]
    return {"ticks": ticks, "axis": filled(words, unit=named)}


def _limit(marks: list[dict[str, Any]], is_rate: bool) -> float:
    """The end of the axis: the widest interval, unless a tiny base would dwarf all dots."""
    highest = max((mark["estimate"] for mark in marks), default=0.0)
    ends = [mark["high"] if mark["high"] is not None else mark["estimate"] for mark in marks]
    widest = max(ends, default=0.0)
    limit = (min(widest, _HIGHEST * highest) if highest else widest) * _ROOM or 1.0
    return limit if is_rate else min(limit, 1.0)


def ticks_to(limit: float) -> list[float]:
    """Round numbers from zero to the end of an axis, three to six of them.

    >>> ticks_to(34.2), ticks_to(1)
    ([0.0, 10.0, 20.0, 30.0], [0.0, 0.2, 0.4, 0.6, 0.8, 1.0])
    """
    power = 10.0 ** floor(log10(limit))
    step = next(one * power for one in (0.2, 0.5, 1, 2) if limit / (one * power) < 6)
    return [round(place * step, 10) for place in range(int(limit / step + 1e-9) + 1)]
