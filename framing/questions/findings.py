"""What a comparison found, in two plain sentences, and the note on what was counted."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from framing.base.results import listed, number
from framing.lexicon.entries import lexicon_names, load_lexicon

SURE = 0.05

_Row = dict[Any, Any]


def comparison_text(table: pd.DataFrame) -> str:
    """Say what the clearest row of a comparison shows, and how sure that is."""
    row = _clearest(table)
    before = f"Of {len(table):,} comparisons the farthest apart: " if len(table) > 1 else ""
    return f"{before}{_shown(row)}. {_how_sure(row, table)}"


def comparison_note(
    table: pd.DataFrame, features: Sequence[str], left_out: Mapping[str, int]
) -> str:
    """Say what was counted, with which lexicon, on which base, and what was left out.

    `features` are those that were not compared, `left_out` how many articles, and why.
    """
    unit = str(table["unit"].iloc[0])
    names = dict.fromkeys(str(name).split(".")[0] for name in table["feature"])
    counted = listed([_lexicon(name) for name in names])
    gone = [f"{n:,} articles without {why}" for why, n in left_out.items() if n]
    if features:
        more = f"{len(features):,} other features of the table"
        gone.append(f"{more} (name them by of, as of='{features[0]}' or of='all')")
    places = list(dict.fromkeys(table["within"]))
    return " ".join(
        (
            f"Counted: mentions per 1,000 {unit}, by {counted}.",
            f"Compared within: {listed(places, 3)}.",
            f"Left out: {', '.join(gone) or 'nothing'}.",
            "A rate of zero is given with its upper limit; exact intervals take mentions as "
            "independent and hold for these texts only.",
        )
    )


def _lexicon(name: str) -> str:
    if name in lexicon_names():
        return load_lexicon(name).label
    return f"{name} (a lexicon of your own: cite its version)"


def _clearest(table: pd.DataFrame) -> _Row:
    """The row with the smallest p; where there is none, with the interval farthest from 1."""
    if table["p"].notna().any():
        return dict(table.iloc[int(table["p"].argmin())])
    with np.errstate(divide="ignore"):
        ends = np.log(table[["ci_low", "ci_high"]].to_numpy()) * (1, -1)
    away = np.nan_to_num(ends.max(axis=1), nan=-np.inf)
    return dict(table.iloc[int(away.argmax())])


def _shown(row: _Row) -> str:
    here = _rate(row["count"], row["base"], row["rate_per_1000"], row["limit"], row["unit"])
    there = _rate(
        row["count_reference"],
        row["base_reference"],
        row["rate_reference"],
        row["limit_reference"],
        row["unit"],
    )
    voice = "" if row["voice"] == "all" else f" in {row['voice']} voice"
    within = "" if row["within"] == "all articles" else f" ({row['within']})"
    return (
        f"{row['feature']}{voice} stands {here} in {row['target']} and {there} in "
        f"{row['reference']}{within}, {_ratio(row)}"
    )


def _rate(count: int, base: int, rate: float, limit: float, unit: str) -> str:
    if not base:
        return f"in no {unit}"
    known = f"at most {number(limit)}" if not count else number(rate)
    times = "once" if count == 1 else f"{count:,} times"
    return f"{times} in {base:,} {unit} ({known} per 1,000)"


def _ratio(row: _Row) -> str:
    span = f"95% interval {number(row['ci_low'])} to {number(row['ci_high'])}"
    if pd.isna(row["rate_ratio"]) or not (row["count"] and row["count_reference"]):
        return f"a ratio that cannot be given ({span})"
    return f"{number(row['rate_ratio'])} times as often ({span})"


def _how_sure(row: _Row, table: pd.DataFrame) -> str:
    articles = f"{row['articles']} and {row['articles_reference']} articles"
    if pd.isna(row["p"]) and row["method"] == "exact":
        return (
            f"With {articles} this describes these texts and says nothing of the outlets "
            "beyond them: the interval takes mentions as independent, and no p is given."
        )
    cases = f"{row['effective_n']} and {row['effective_n_reference']}"
    if pd.isna(row["p"]):
        return f"The interval takes the articles as cases, {cases} of them independent; no p."
    tests, sure = int(table["p"].notna().sum()), int((table["p_adjusted"] < SURE).sum())
    return (
        f"Articles are the cases, {cases} of them independent: p = {number(row['p'])}, adjusted "
        f"{number(row['p_adjusted'])} ({row['family']}); {sure} of {tests} "
        f"{'differs' if sure == 1 else 'differ'} at {SURE} after adjustment."
    )
