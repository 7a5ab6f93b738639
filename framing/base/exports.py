"""Tables as CSV, JSON Lines and Parquet, with the column names and types of `framing.base.columns`.

These are data: a cell holds the text as it is, control characters and all, so that what is counted
can be found again in the article. Only CSV changes a cell, where a spreadsheet would run it.
A lone surrogate (half a character, which some JSON holds) is kept in JSON Lines, as its
escape; CSV and Parquet cannot hold one, so there U+FFFD stands for it.
"""

import json
import math
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet

from framing.base.columns import KNOWN
from framing.base.files import csv_text, write_csv, write_whole
from framing.base.formats import Format

_DTYPES = {column.name: column.dtype for table in KNOWN.values() for column in table}
_ARROW = {
    "text": pa.string(),
    "whole": pa.int64(),
    "real": pa.float64(),
    "flag": pa.bool_(),
    "list": pa.list_(pa.string()),
    "date": pa.timestamp("us"),
}
_SURROGATES = re.compile("[\ud800-\udfff]")


def save_table(table: pd.DataFrame, path: str | Path, kind: Format) -> Path:
    """Write a table to a file, whole or not at all.

    CSV begins with a byte order mark, so that Excel reads the Arabic, and cells that a
    spreadsheet would run are disarmed (see `framing.base.files.write_csv`).

    Raises `OutputError` if the place cannot be written.
    """
    if kind == "csv":
        return write_csv(_flat(table), path, bom=True)
    if kind == "jsonl":
        return write_whole(path, json_lines(table).encode("utf-8"))
    return write_whole(path, _parquet(table))


def csv_lines(table: pd.DataFrame) -> str:
    """A table as CSV without a byte order mark; the cells of a list are joined by spaces."""
    return csv_text(_flat(table))


def json_lines(table: pd.DataFrame) -> str:
    r"""A table as JSON Lines: one object a line, null for what is missing or undefined.

    >>> json_lines(pd.DataFrame({"form": ["قال", None], "start": [3, 5]}))
    '{"form": "قال", "start": 3}\n{"form": null, "start": 5}\n'
    """
    lines = (
        json.dumps({name: _plain(cell) for name, cell in row.items()}, ensure_ascii=False) + "\n"
        for row in table.to_dict("records")
    )
    return "".join(lines).encode("utf-8", "backslashreplace").decode("utf-8")


def _plain(cell: Any) -> Any:
    if isinstance(cell, list):
        return cell
    return None if pd.isna(cell) or (isinstance(cell, float) and math.isinf(cell)) else cell


def _parquet(table: pd.DataFrame) -> bytes:
    schema = pa.schema([(name, _ARROW[_DTYPES.get(name, "text")]) for name in table.columns])
    arrow = pa.Table.from_pandas(_texts(table, _whole_characters), schema, preserve_index=False)
    buffer = pa.BufferOutputStream()
    pyarrow.parquet.write_table(arrow.replace_schema_metadata(), buffer)
    return bytes(buffer.getvalue())


def _flat(table: pd.DataFrame) -> pd.DataFrame:
    return _texts(
        table, lambda cell: _whole_characters(" ".join(cell) if isinstance(cell, list) else cell)
    )


def _texts(table: pd.DataFrame, change: Callable[[Any], Any]) -> pd.DataFrame:
    """Change the cells that hold text or lists; numbers and flags keep their types."""
    changed = {
        name: pd.Series([change(cell) for cell in table[name]], table.index, dtype=object)
        for name, dtype in table.dtypes.items()
        if isinstance(dtype, pd.StringDtype) or pd.api.types.is_object_dtype(dtype)
    }
    return table.assign(**{str(name): cells for name, cells in changed.items()})


def _whole_characters(cell: Any) -> Any:
    if isinstance(cell, list):
        return [_whole_characters(one) for one in cell]
    return _SURROGATES.sub("\ufffd", cell) if isinstance(cell, str) else cell
