"""The lines of a concordance, as a reader sees them: right to left, by the page, saved.

In Arabic what comes before a word stands on the right, so the table is laid out right to left,
not merely aligned.
"""

from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import Any

import pandas as pd

from framing.base.errors import FramingError
from framing.base.exports import save_table
from framing.base.files import write_whole
from framing.base.formats import FORMATS, format_named
from framing.base.markup import escape, harmless
from framing.base.results import number

MOST_LINES = 100  # shown of a longer concordance; the rest by the page
_CELL = 'style="text-align:{};padding:2px 8px;border:0"'
_HEADS = ("قبل", "الكلمة", "بعد", "النص")


@dataclass(frozen=True, repr=False, eq=False)
class Concordance:
    """Lines of a concordance.

    Attributes:
        table: a row a line: doc_id, outlet, date, field, start, end, left, node, right, and of
            the spans lexicon, category and voice, where they have them.
        is_grouped: whether lines of one outlet stand under its name.
        n_elsewhere: spans left out because the corpus does not hold their articles.
    """

    table: pd.DataFrame
    is_grouped: bool = False
    n_elsewhere: int = 0

    def __len__(self) -> int:
        return len(self.table)

    def __repr__(self) -> str:
        return f"<{number(len(self))} lines of a concordance>"

    def __str__(self) -> str:
        return "".join(map(_text_line, self.table.to_dict("records")))

    def page(self, which: int, *, lines: int = MOST_LINES) -> "Concordance":
        """Some of the lines: page 1 holds the first hundred, page 2 the next.

        Raises `FramingError` if there is no such page.
        """
        n_pages = max(-(-len(self) // max(lines, 1)), 1)
        if lines < 1 or not 1 <= which <= n_pages:
            raise FramingError(
                f"There is no page {which} of {lines} lines each. Give one of 1 to {n_pages}."
            )
        rows = self.table.iloc[(which - 1) * lines : which * lines]
        return replace(self, table=rows.reset_index(drop=True))

    def save(self, path: str | Path) -> Path:
        """Write all lines to a file, whole or not at all: .html, .csv, .jsonl or .parquet.

        Raises `FramingError` for another ending, `OutputError` if the place cannot be written.
        """
        if Path(path).suffix.lower() == ".html":
            return write_whole(path, self._page().encode("utf-8"))
        kind = format_named(Path(path))
        if kind is None:
            endings = ", .".join(("html", *FORMATS))
            raise FramingError(f"'{path}' ends in none of .{endings}. Give it one of these.")
        return save_table(self.table, path, kind)

    def _repr_html_(self) -> str:
        return self._html(self.table.iloc[:MOST_LINES])

    def _page(self) -> str:
        return (
            '<!DOCTYPE html>\n<html lang="ar" dir="rtl"><head><meta charset="utf-8">'
            '<meta http-equiv="Content-Security-Policy" '
            "content=\"default-src 'none'; style-src 'unsafe-inline'\">"
            f"<title>{escape(repr(self)[1:-1])}</title></head><body>\n"
            f"{self._html(self.table)}\n</body></html>\n"
        )

    def _html(self, table: pd.DataFrame) -> str:
        rows = table.to_dict("records")
        if self.is_grouped:
            n_lines = self.table["outlet"].value_counts()
            body = "".join(
                _heading(outlet, n_lines[outlet]) + "".join(map(_line, inside))
                for outlet, inside in groupby(rows, key=lambda row: row["outlet"])
            )
        else:
            body = "".join(map(_line, rows))
        heads = "".join(f'<th scope="col" {_CELL.format("center")}>{one}</th>' for one in _HEADS)
        return (
            '<table class="kwic" dir="rtl" lang="ar" style="border-collapse:collapse">'
            f"<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>{self._more(len(table))}"
        )

    def _more(self, n_shown: int) -> str:
        """What is not shown, and the way to it."""
        said = []
        if n_shown < len(self):
            said.append(
                f"{number(n_shown)} of {number(len(self))} lines. .page(2) shows the next, "
                "sample= draws some, .table holds them all."
            )
        if self.n_elsewhere:
            said.append(f"{number(self.n_elsewhere)} spans stand in articles of another corpus.")
        return f'<p dir="ltr"><small>{" ".join(said)}</small></p>' if said else ""


def _line(row: dict[Any, Any]) -> str:
    node = f"<mark><bdi>{escape(row['node'])}</bdi></mark>"
    cells = (
        ("left", f'<bdi dir="rtl">{escape(row["left"])}</bdi>'),
        ("center", node),
        ("right", f'<bdi dir="rtl">{escape(row["right"])}</bdi>'),
        ("right", f"<bdi>{escape(row['outlet'])}</bdi>"),
    )
    return (
        "<tr>"
        + "".join(f"<td {_CELL.format(align)}>{cell}</td>" for align, cell in cells)
        + "</tr>"
    )


def _heading(outlet: object, n_lines: int) -> str:
    return (
        f'<tr><th colspan="4" scope="rowgroup" {_CELL.format("right")}>'
        f"<bdi>{escape(outlet)}</bdi> ({number(n_lines)})</th></tr>"
    )


def _text_line(row: dict[Any, Any]) -> str:
    """Where the line is from, then left, node and right, in reading order."""
    outlet, doc_id = str(row["outlet"]).split("\n")[-1], row["doc_id"]
    place = outlet if outlet == f"text {doc_id}" else f"{doc_id} {outlet}"
    cells = (" ".join(str(row[side]).split()) for side in ("left", "node", "right"))
    return harmless(f"{place}: {' | '.join(cells)}").replace("\n", " ") + "\n"
