"""Files and folders written whole or not at all, and tables a spreadsheet opens without harm.

What stands under its name is complete: it is built aside and then put in place in one step.
Whoever was reading the old one keeps reading the old one. A run that is killed changes nothing,
and what it leaves aside the next run there takes away. Only in the moment in which the files of a
folder that was there are replaced, one after the other, may some be new and some be old.
"""

import csv
import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any, Literal

import pandas as pd

from framing.base.aside import aside, clear
from framing.base.errors import MOST_OF_A_PATH, OutputError, cut

FLOATS = "%.10g"  # ten digits: what was counted, without the noise of the last bits

_PIECE = 50_000  # rows of a table written at once
# A spreadsheet takes a cell that begins so for a formula and runs it.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def write_whole(path: str | Path, content: bytes) -> Path:
    """Write a file whole or not at all; missing folders are made.

    Args:
        path: where to write; a file already there is replaced in one step. Of a link, the file
            it leads to.
        content: its bytes.

    Returns:
        The path.

    Raises:
        OutputError: the place cannot be written; what stood there before still stands.
    """
    path = Path(path)
    with _named("file", path):
        place = Path(os.path.realpath(path))
        if place.exists() and not place.is_file():
            raise OSError("that name is taken by what is no regular file")
        with _made(place.parent), aside(place.parent) as built:
            with built.open("xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            built.replace(place)
    return path


@contextmanager
def folder_whole(path: str | Path, *, last: str, folders: Sequence[str] = ()) -> Iterator[Path]:
    """Give a folder to build in; what it holds is put in place if nothing failed.

    A folder that is not there appears whole. In one that is there each file is replaced in one
    step, `last` after all others; what else lies there is left alone. So for a moment, and after a
    kill in it until the next run, files of two runs stand side by side, each whole, `last` never
    newer than the others.

    The folder itself is not exchanged for a new one. What else lies in it is its owner's, and would
    have to be carried over, where a kill might lose it. Between the renames of the old one and of
    the new one nothing would stand under its name. And a mount cannot be renamed, nor on Windows a
    folder in which a file is open; who works in it would go on in the old one.

    Args:
        path: the folder; made if missing.
        last: the file that is opened first, so that it never speaks of files not yet there.
        folders: what stands inside it; made here, so that a file in the way is refused at once.

    Raises:
        OutputError: the folder cannot be written. It names `path`, also for what could not be
            written into the folder that was given.
    """
    path = Path(path)
    with ExitStack() as held:
        with _named("folder", path):
            place = Path(os.path.realpath(path))
            _check_folders(place, folders)
            beside = place if place.is_dir() else place.parent
            held.enter_context(_made(beside))
            built = held.enter_context(aside(beside))
            clear(place.parent)  # where a run was killed before there was a folder
            for folder in (built, *(built / one for one in folders)):
                folder.mkdir()
        try:
            yield built
        except OutputError as failure:
            if not isinstance(failure.__cause__, OSError):
                raise
            raise _not_written("folder", path, failure.__cause__) from failure.__cause__
        with _named("folder", path):
            _put_in_place(built, place, last)


def _check_folders(place: Path, folders: Sequence[str] = ()) -> None:
    for folder in (place, *(place / one for one in folders)):
        if folder.exists() and not folder.is_dir():
            raise OSError(f"'{cut(str(folder), MOST_OF_A_PATH)}' is a file, not a folder")


def _put_in_place(built: Path, place: Path, last: str) -> None:
    if not place.exists():
        built.replace(place)
        return
    files = sorted(file for file in built.rglob("*") if file.is_file())
    moves = {file: place / file.relative_to(built) for file in files}
    for target in moves.values():  # before the first is moved: all or none
        _check_folders(target.parent)
        if target.is_dir():
            raise OSError(f"'{cut(str(target), MOST_OF_A_PATH)}' is a folder, not a file")
    for file in sorted(files, key=lambda file: file == built / last):
        moves[file].parent.mkdir(exist_ok=True)
        file.replace(moves[file])


@contextmanager
def _made(folder: Path) -> Iterator[None]:
    """Make a folder; if what follows fails, take away again what was made."""
    new = [one for one in (folder, *folder.parents) if not one.exists()]
    _check_folders(new[-1].parent if new else folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield
    except BaseException:
        for one in new:
            with suppress(OSError):
                one.rmdir()
        raise


@contextmanager
def _named(kind: Literal["file", "folder"], path: Path) -> Iterator[None]:
    """Say of a failure which file or folder it was, and what to do."""
    try:
        yield
    except (OSError, ValueError) as failure:  # ValueError: a name that no file can have
        raise _not_written(kind, path, failure) from failure


def _not_written(kind: str, path: Path, failure: Exception) -> OutputError:
    why = getattr(failure, "strerror", None) or failure
    return OutputError(
        f"The {kind} '{cut(str(path), MOST_OF_A_PATH)}' could not be written: {why}. "
        "Choose a folder you may write to, on a disk with room, and run the command again."
    )


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
