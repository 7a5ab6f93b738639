"""Files written whole or not at all, and tables a spreadsheet opens without harm.

A file that stands under its name is complete: it is written beside it under another name
and then put in place in one step. Whoever was reading the old one keeps reading the old one.
"""

import csv
import os
import uuid
from pathlib import Path
from typing import Any, Literal

import pandas as pd

from framing.base.errors import OutputError

FLOATS = "%.10g"  # ten digits: what was counted, without the noise of the last bits

# A spreadsheet takes a cell that begins so for a formula and runs it.
_PIECE = 50_000  # rows of a table written at once
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def write_whole(path: str | Path, content: bytes) -> Path:
    """Write a file whole or not at all; missing folders are made.

    Args:
        path: where to write; a file already there is replaced in one step.
        content: its bytes.

    Returns:
        The path.

    Raises:
        OutputError: the place cannot be written; what stood there before still stands.
    """
    path = Path(path)
    if path.exists() and not path.is_file():
        raise OutputError(
            f"The file '{path}' could not be written: that name is taken by what is no regular "
            "file. Choose another name for the output."
        )
    part = path.with_name(f".{uuid.uuid4().hex}.part")  # same folder, so same disk
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with part.open("xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as failure:
        raise OutputError(
            f"The file '{path}' could not be written: {failure.strerror or failure}. "
            "Choose a folder you may write to, on a disk with room, and run the command again."
        ) from failure
    return path


def write_csv(frame: pd.DataFrame, path: str | Path, *, bom: bool) -> Path:
    r"""Write a table as CSV: UTF-8, lines ending in \n, numbers with ten digits, no index.

    A text cell (or a column's name) that a spreadsheet would run as a formula, because it
    begins with `=`, `+`, `-`, `@`, a tab or a carriage return, is written with `'` before
    it. Numbers are never touched, negative ones included.

    Args:
        frame: the table; its index is not written.
        path: where to write.
        bom: whether to begin with a byte order mark. Excel needs it to read Arabic; other
            programs do not.

    Returns:
        The path.

    Raises:
        OutputError: the place cannot be written.
    """
    return write_whole(path, csv_text(frame).encode("utf-8-sig" if bom else "utf-8"))


def csv_text(frame: pd.DataFrame) -> str:
    """Set a table as the text of a CSV file, guarded as `write_csv` says."""
    text = _csv(frame, csv.QUOTE_MINIMAL)
    if "\r" in text:  # left bare by Python before 3.13, and taken by readers for a new line
        text = _csv(frame, csv.QUOTE_ALL)
    return text


def _csv(frame: pd.DataFrame, quoting: Literal[0, 1]) -> str:
    """The rows some at a time, so that a long table is not held three times."""
    pieces = (frame.iloc[first : first + _PIECE] for first in range(0, len(frame) or 1, _PIECE))
    return "".join(
        piece.apply(_guarded_column)
        .rename(columns=_guarded_cell)
        .to_csv(
            index=False,
            header=number == 0,
            lineterminator="\n",
            float_format=FLOATS,
            quoting=quoting,
        )
        for number, piece in enumerate(pieces)
    )


def _guarded_column(column: "pd.Series[Any]") -> "pd.Series[Any]":
    if pd.api.types.is_numeric_dtype(column) or pd.api.types.is_datetime64_any_dtype(column):
        return column
    return column.astype(object).map(_guarded_cell)


def _guarded_cell(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA_STARTS) else cell
