"""What a comparison found, in two plain sentences, and the note on what was counted."""

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import pandas as pd

from framing import measures
from framing.base.results import listed, number
from framing.corpus.groups import TOGETHER, WHOLE
from framing.counting.article_counts import Cells
from framing.lexicon.entries import load_lexicon
from framing.lexicon.source_files import lexicon_names

SURE = 0.05
DESCRIBED = "too few articles: these texts are described"

_Row = dict[Any, Any]


def comparison_text(table: pd.DataFrame) -> str:
    """Say what the clearest row of a comparison shows, and how sure that is."""
    row = _clearest(table)
    before = f"Of {len(table):,} comparisons the farthest apart: " if len(table) > 1 else ""
    return f"{before}{_shown(row, is_one_of_many=len(table) > 1)}. {_how_sure(row, table)}"


def comparison_note(
    table: pd.DataFrame, cells: Cells, left_out: Mapping[str, int], undated: int
) -> str:
    """Say what was counted, with which lexicon, on which base, how tested, and what was left out.

    `left_out` says how many articles, and why; `undated` for want of how many dates articles are
    compared whatever their month.
    """
    months = f", not by month, since {undated:,} articles have no date" if undated else ""
    gone = [f"{n:,} articles without {why}" for why, n in left_out.items() if n]
    if cells.left_out:
        what = "shares" if cells.is_share else "features"
        more = f"{len(cells.left_out):,} other {what} of the table"
        gone.append(f"{more} (name them by of, as of='{cells.left_out[0]}' or of='all')")
    return " ".join(
        (
            f"Counted: {_counted(table, cells.is_share)}.",
            f"Compared within: {listed(list(dict.fromkeys(table['within'])), 3)}{months}.",
            f"Left out: {', '.join(gone) or 'nothing'}.",
            *_how_tested(table),
        )
    )


def _counted(table: pd.DataFrame, is_share: bool) -> str:
    units = listed(list(dict.fromkeys(table["unit"])))
    if is_share:
        return f"shares of {units}"
    names = dict.fromkeys(str(name).split(".")[0] for name in table["feature"])
    return f"mentions per 1,000 {units}, by {listed([_lexicon(name) for name in names])}"


def _how_tested(table: pd.DataFrame) -> Iterator[str]:
    if (table["method"] == "permutation").any():
        yield (
            "Tested: labels of articles permuted within event or month, copies together, "
            f"{measures.DRAWS + 1:,} times with a seed, or all ways that there are; the interval "
            "has the ratios that this does not rule out. Adjusted for all rows of the table: the "
            "largest statistic of a pair's features, times the pairs."
        )
    reasons = list(dict.fromkeys(table["reason"].dropna()))
    if refused := [one for one in reasons if one != DESCRIBED]:
        yield f"Without p: {'; '.join(refused)}."
    if DESCRIBED in reasons:
        yield (
            "A rate of zero is given with its upper limit; exact intervals take mentions as "
            "independent and hold for these texts only."
        )


def _lexicon(name: str) -> str:
    if name in lexicon_names():
        return load_lexicon(name).label
    return f"{name} (a lexicon of your own: cite its version)"


def _clearest(table: pd.DataFrame) -> _Row:
    """The row with the smallest p; where there is none, with the interval farthest from 1."""
    if table["p"].notna().any():
        return dict(table.sort_values(["p_adjusted", "p"], kind="stable").iloc[0])
    with np.errstate(divide="ignore"):
        ends = np.log(table[["low_together", "high_together"]].to_numpy()) * (1, -1)
    away = np.nan_to_num(ends.max(axis=1), nan=-np.inf)
    return dict(table.iloc[int(away.argmax())])


def _shown(row: _Row, *, is_one_of_many: bool) -> str:
    here, there = (_level(row, end) for end in ("", "_reference"))
    voice = "" if row["voice"] == "all" else f" in {row['voice']} voice"
    within = "" if row["within"] == WHOLE else f" ({row['within']})"
    return (
        f"{row['feature']}{voice} stands {here} in {row['target']} and {there} in "
        f"{row['reference']}{within}, {_ratio(row, is_one_of_many=is_one_of_many)}"
    )


def _level(row: _Row, end: str) -> str:
    """How often something stands in one group, out of how much."""
    count, base = row[f"count{end}"], f"{row[f'base{end}']:,} {row['unit']}"
    times = "once" if count == 1 else f"{count:,} times"
    if not row[f"base{end}"]:
        return f"in no {row['unit']}"
    if not pd.isna(share := row["share_reference" if end else "share_of"]):
        return f"{times} among {base} ({number(100 * share)}%)"
    rate = row["rate_reference" if end else "rate_per_1000"]
    known = number(rate) if count else f"at most {number(row[f'limit{end}'])}"
    return f"{times} in {base} ({known} per 1,000)"


def _ratio(row: _Row, *, is_one_of_many: bool) -> str:
    """The ratio with its interval; of the farthest of many the one that holds for all of them."""
    low, high = (
        row[name]
        for name in (("low_together", "high_together") if is_one_of_many else ("ci_low", "ci_high"))
    )
    of_all = " for all of them at once" if is_one_of_many else ""
    span = f"95% interval{of_all} {number(low)} to {number(high)}"
    if pd.isna(low):
        return "a ratio that has no interval"
    if not (row["count"] and row["count_reference"]):
        return f"a ratio that cannot be given ({span})"
    is_stratified = row["method"] == "permutation" and str(row["within"]).endswith(TOGETHER)
    before = "and compared one by one " if is_stratified else ""
    return f"{before}{number(row['rate_ratio'])} times as often ({span})"


def _how_sure(row: _Row, table: pd.DataFrame) -> str:
    if row["reason"] == DESCRIBED:
        return (
            f"With {row['articles']} and {row['articles_reference']} articles this describes these "
            "texts and says nothing of the outlets beyond them: the interval takes mentions as "
            "independent, and no p is given."
        )
    if not pd.isna(row["reason"]):
        return f"Nothing is inferred: {row['reason']}."
    tests, sure = len(table), int((table["p_adjusted"] < SURE).sum())
    return (
        f"Articles are the cases, {row['effective_n']} and {row['effective_n_reference']} of them "
        f"independent: p = {number(row['p'])}, adjusted {number(row['p_adjusted'])} "
        f"({row['family']}); {sure} of {tests} {'differs' if sure == 1 else 'differ'} at {SURE} "
        "after adjustment."
    )
