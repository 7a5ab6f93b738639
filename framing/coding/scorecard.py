"""Scores as a reader sees them: precision, recall and F1 side by side, then the attributes.

Takes a table of scores (columns as in `framing.base.columns.CODED["scores"]`) from
`framing.coding.evaluation` or `framing.coding.reliability`. Nothing is computed here. Rows of
single classes are left out; they stand in the table.
"""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from framing.base.errors import unknown
from framing.base.markup import escape
from framing.coding.agreement import FEWEST_DOCUMENTS, STATISTICS
from framing.measures import MIN_DOCUMENTS
from framing.showing.tables import show_table

NOTHING = "–"
INTERVALS = (
    "95% intervals, articles as the cases: of shares from how they differ between articles, none "
    f"where fewer than {FEWEST_DOCUMENTS} articles hold a case; of F1 and alpha resampled "
    f"articles, none where fewer than {MIN_DOCUMENTS} hold a span."
)


def as_text(scores: pd.DataFrame) -> str:
    """Show scores as lines of text, columns aligned."""
    cards = [_aligned(card) for card in (span_card(scores), attribute_card(scores)) if len(card)]
    return "\n".join([*cards, f"{INTERVALS}\n"])


def confusions_as_text(confusion: pd.DataFrame) -> str:
    """Show each confusion as lines: a coded name, how often, and what was found for it."""
    parts = []
    for attribute, of_attribute in confusion.groupby("attribute", sort=False):
        lines = [f"{attribute}, as coded and as found:"]
        for coded, of_name in of_attribute.groupby("coded"):
            ranked = of_name.sort_values("count", ascending=False, kind="stable")
            found = zip(ranked["predicted"].fillna(NOTHING), ranked["count"], strict=True)
            listed = ", ".join(f"{name} {count}" for name, count in found)
            lines.append(f"  {coded} {of_name['count'].sum()}: {listed}")
        parts.append("".join(f"{line}\n" for line in lines))
    return "\n".join(parts)


def as_html(scores: pd.DataFrame, confusion: pd.DataFrame, note: str) -> str:
    """Show scores as HTML: the note, the tables of `as_text`, the confusions to unfold."""
    cards = [show_table(card) for card in (span_card(scores), attribute_card(scores)) if len(card)]
    folded = [
        f"<details><summary>{escape(attribute)}: coded in rows, found in columns</summary>"
        f"{show_table(crosstab(confusion, attribute).rename_axis('').reset_index())}</details>"
        for attribute in confusion["attribute"].unique()
    ]
    return "".join([f"<p>{escape(note)}</p>", *cards, f"<p>{escape(INTERVALS)}</p>", *folded])


def crosstab(confusion: pd.DataFrame, attribute: str) -> pd.DataFrame:
    """One attribute's confusion as a square: coded in rows, found in columns, null as a dash.

    Raises `UnknownNameError` for an attribute that was not compared.
    """
    known = confusion["attribute"]
    if attribute not in set(known):
        raise unknown("compared attribute", attribute, set(known))
    cells = confusion[known == attribute].fillna({"predicted": NOTHING})
    names = sorted({*cells["coded"], *cells["predicted"]})
    counts = cells.groupby(["coded", "predicted"])["count"].sum().unstack(fill_value=0)
    return counts.reindex(index=names, columns=names, fill_value=0).astype("int64")


def span_card(scores: pd.DataFrame) -> pd.DataFrame:
    """Precision, recall and F1 of spans: a measure and rule a row."""
    rows = []
    for (measure, rule), of_spans in _whole(scores).groupby(["measure", "rule"], sort=False):
        known = {row["statistic"]: row for row in of_spans.to_dict("records")}
        if set(STATISTICS) <= set(known):
            numbers = [shown(known[statistic]) for statistic in STATISTICS]
            bases = [known["recall"]["base"], known["precision"]["base"]]
            rows.append([measure, rule, *map(str, bases), *numbers])
    names = ["spans", "match", "coded", "found", *("P [95%]", "R [95%]", "F1 [95%]")]
    return pd.DataFrame(rows, columns=names)


def attribute_card(scores: pd.DataFrame) -> pd.DataFrame:
    """All other scores: one a row."""
    whole = _whole(scores)
    in_spans = whole.groupby(["measure", "rule"], dropna=False)["statistic"].transform(
        lambda statistics: set(STATISTICS) <= set(statistics)
    )
    rows = [
        [row["layer"], row["measure"], _statistic(row), str(row["base"]), shown(row)]
        for row in whole[~in_spans.astype(bool)].to_dict("records")
    ]
    return pd.DataFrame(rows, columns=["layer", "compared", "score", "n", "value [95%]"])


def shown(row: dict[Any, Any]) -> str:
    """A score with its interval, where it has one: `.950 [.887, .978]`; `–` for no number.

    >>> shown({"value": 0.95, "ci_low": 0.887, "ci_high": 1.0})
    '.950 [.887, 1.000]'
    """
    if pd.isna(row["value"]):
        return NOTHING
    if pd.isna(row["ci_low"]):
        return _number(row["value"])
    return f"{_number(row['value'])} [{_number(row['ci_low'])}, {_number(row['ci_high'])}]"


def _whole(scores: pd.DataFrame) -> pd.DataFrame:
    return scores[scores["class"].isna()]


def _statistic(row: dict[Any, Any]) -> str:
    return f"{row['statistic']} ({row['rule']})" if row["statistic"] == "f1" else row["statistic"]


def _number(value: float) -> str:
    return f"{value:.3f}".replace("0.", ".", 1) if value < 1 else f"{value:.3f}"


def _aligned(card: pd.DataFrame) -> str:
    lines: list[Sequence[str]] = [list(card.columns), *card.to_numpy().tolist()]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    padded = (
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        for line in lines
    )
    return "".join(f"{line.rstrip()}\n" for line in padded)
