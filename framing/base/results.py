"""A result as a reader sees it: the finding in words, the table, the note on what was counted."""

from dataclasses import dataclass
from math import isinf, isnan
from typing import Any

import pandas as pd

from framing.base.markup import escape


@dataclass(frozen=True, eq=False)
class Result:
    """What a question was answered with; shows itself, and showing changes nothing.

    Attributes:
        table: the numbers; columns as in `framing.base.columns.RESULTS`.
        text: the finding in plain sentences, with its uncertainty.
        note: what was counted, where, with which lexicon, and what was left out.
    """

    table: pd.DataFrame
    text: str
    note: str

    def __str__(self) -> str:
        return f"{self.text}\n\n{self.note}"

    __repr__ = __str__  # what a notebook prints where it draws no HTML

    def _repr_html_(self) -> str:
        shown = self.table.drop(columns=[name for name in ("span_ids",) if name in self.table])
        cells = shown.astype(object).map(_cell).rename(columns=escape)
        grid = cells.to_html(index=False, escape=False, border=0)
        return f"<p>{escape(self.text)}</p>{grid}<p>{escape(self.note)}</p>"


def number(value: float) -> str:
    """A number as it stands in a sentence: three digits, thousands parted.

    >>> number(0.02766), number(7.376), number(12345.6), number(float("inf"))
    ('0.0277', '7.38', '12,346', 'no end')
    """
    if isnan(value):
        return "unknown"
    if isinf(value):
        return "no end"
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def listed(names: list[str], most: int = 5) -> str:
    """Names in a row, only the first few of many.

    >>> listed(["a", "b", "c"], 2)
    'a, b and 1 more'
    """
    more = f" and {len(names) - most:,} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more


def _cell(cell: Any) -> str:
    if isinstance(cell, list):
        return f"<bdi>{escape(', '.join(map(str, cell)))}</bdi>"
    if pd.isna(cell):
        return "–"
    if isinstance(cell, float):
        return number(cell)
    return f"{cell:,}" if isinstance(cell, int) else f"<bdi>{escape(cell)}</bdi>"
