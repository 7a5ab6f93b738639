"""Tables as commands write them: as text, as a file, as lines of a concordance."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from framing.base import columns
from framing.base.errors import cut
from framing.base.exports import csv_lines, json_lines, save_table
from framing.base.files import write_whole
from framing.base.formats import Format
from framing.base.results import listed, number

if TYPE_CHECKING:
    from framing.layers.annotated import AnnotatedCorpus


def table_text(table: pd.DataFrame, kind: Format) -> str:
    """A table as it is printed."""
    return json_lines(table) if kind == "jsonl" else csv_lines(table)


def save(table: pd.DataFrame, out: Path, kind: Format) -> str:
    """Write a table to a file, and say so."""
    save_table(table, out, kind)
    return f"{len(table)} rows written to '{out}'."


def errors_of(readings: "Sequence[AnnotatedCorpus]") -> pd.DataFrame:
    """The articles of all corpora that were set aside."""
    return pd.concat([columns.table("errors", ()), *(one.errors for one in readings)])


def set_aside_text(errors: pd.DataFrame) -> str:
    """How many articles were set aside, which ones, and what to do."""
    doc_ids = list(dict.fromkeys(errors["doc_id"]))
    named = listed([f"'{cut(doc_id)}'" for doc_id in doc_ids])
    return (
        f"Articles set aside, and missing from the result: {number(len(doc_ids))} ({named}). "
        "--set-aside FILE lists what failed in each, --strict stops at the first."
    )


def save_text(text: str, out: Path) -> None:
    """Write what would be printed to a file."""
    write_whole(out, text.encode("utf-8", "backslashreplace"))
