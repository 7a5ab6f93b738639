"""Rows of articles from files: folders of text, CSV, Excel, JSON lines, Parquet.

Each reader hands over what the file holds, cell by cell; what makes it a corpus is decided
in `framing.corpus.articles`. Text is decoded from bytes, so no line end is translated.
"""

import csv
import io
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

import pandas as pd

from framing.base.errors import CorpusError, cut, written
from framing.base.outside import (
    BOM,
    SAVE_AS_UTF8,
    UnreadableError,
    bytes_of,
    entries_of,
    json_of,
    kind_of,
    numbered_lines,
    text_of,
)
from framing.corpus.workbooks import read_workbook

Row = dict[str, Any]

METADATA = "metadata.csv"

_READABLE = "Give the path of a file you may read."
_WINDOWS_ARABIC = (
    'If it was saved as Windows Arabic, say so: encoding="cp1256", '
    "or --encoding cp1256 on the command line."
)


def read_source(path: Path, encoding: str) -> pd.DataFrame:
    """Read a folder or file into a table, one article a row, cells as they stand.

    Raises `CorpusError` if it is not there, cannot be read, or holds no articles.
    """
    ways = f"Give a folder of .txt files or a {listed(_READERS)} file."
    kind = kind_of(path, CorpusError)
    if not kind:
        raise CorpusError(f"There is nothing at '{path}'. {ways}")
    if kind == "folder":
        return _read_folder(path, encoding)
    if path.suffix.lower() not in _READERS:
        raise CorpusError(f"'{path}' is not a kind of file a corpus is read from. {ways}")
    frame = _READERS[path.suffix.lower()](path, encoding)
    if frame.empty:
        raise CorpusError(f"'{path}' holds no articles. Give a file with one article a row.")
    return frame


def series(cells: Iterable[Any]) -> "pd.Series[Any]":
    """Cells as they are: the string types of pandas hold no lone surrogates."""
    return pd.Series(list(cells), dtype=object)


def listed(names: Iterable[Any]) -> str:
    """Names for a message, the first ten of many."""
    every = [cut(str(name)) for name in names]
    return ", ".join(every[:10]) + (f" and {len(every) - 10} more" if len(every) > 10 else "")


def _read_folder(folder: Path, encoding: str) -> pd.DataFrame:
    files: dict[str, Path] = {}
    for path in entries_of(folder, CorpusError):
        is_named_so = path.suffix.lower() == ".txt" and not path.name.startswith(".")
        if is_named_so and kind_of(path, CorpusError) != "folder":
            twin = files.setdefault(_composed(path.name), path)
            if twin is not path:
                raise CorpusError(
                    f"Two files in '{folder}' have one name, written in two ways: "
                    f"{twin.name!a} and {path.name!a}. Rename one of them."
                )
    if not files:
        raise CorpusError(f"The folder '{folder}' holds no .txt files. Put one article in each.")
    metadata = folder / METADATA
    if not kind_of(metadata, CorpusError):
        return _frame(
            {"doc_id": Path(name).stem, "text": read_article(path, None, encoding)}
            for name, path in files.items()
        )
    return _frame(
        {**row, "text": read_article(files[row["file"]], row.get("sha256"), encoding)}
        for row in _read_metadata(metadata, files)
    )


def _read_metadata(path: Path, files: dict[str, Path]) -> list[Row]:
    rows = _csv_rows(path, _decoded(path, "utf-8", SAVE_AS_UTF8))
    if not rows or "doc_id" not in rows[0]:
        raise CorpusError(f"'{path}' has no column 'doc_id'. Give each article a row and an id.")
    for row in rows:
        row["file"] = _composed(row.get("file") or f"{row['doc_id']}.txt")
    named = [row["file"] for row in rows]
    without_file = [f"{row['doc_id']} ({row['file']})" for row in rows if row["file"] not in files]
    without_row = [name for name in files if name not in set(named)]
    shared = sorted({name for name in named if named.count(name) > 1})
    for items, state, way_out in (
        (without_file, "names articles that have no file", "Add the files or take the rows out"),
        (without_row, "has no row for these files", "Add a row for each or move them elsewhere"),
        (shared, "gives these files to more than one article", "Keep one row for each"),
    ):
        if items:
            raise CorpusError(f"'{path}' {state}: {listed(items)}. {way_out}.")
    return rows


def read_article(path: Path, checksum: str | None, encoding: str) -> str:
    """Read one text, and refuse it if it is not the one of the checksum."""
    raw = bytes_of(path, CorpusError, _READABLE)
    if checksum and sha256(raw).hexdigest() != checksum.strip().lower():
        raise CorpusError(
            f"'{path}' is not the text its metadata describes: the sha256 differs. "
            "Restore the file, or correct the sha256 if the change was meant."
        )
    return text_of(raw, path, encoding, CorpusError, _WINDOWS_ARABIC)


def read_csv(path: Path, encoding: str, way_out: str = _WINDOWS_ARABIC) -> pd.DataFrame:
    """Read a CSV into a table of texts; `way_out` is for a file in another encoding.

    Raises `CorpusError` if it cannot be read.
    """
    rows = _csv_rows(path, _decoded(path, encoding, way_out))
    return _frame({**row, "text": row["text"] or ""} if "text" in row else row for row in rows)


def _csv_rows(path: Path, text: str) -> list[Row]:
    """Rows of a CSV as text, an empty cell as None; the header shows the separator."""
    text = text.removeprefix(BOM)
    separator = max(",;\t", key=text.split("\n", 1)[0].count)
    with _any_length(path):
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        header = next(reader, [])
        if len(set(header)) < len(header):
            raise CorpusError(f"'{path}' has two columns of one name. Rename one of them.")
        rows: list[Row] = []
        for cells in reader:
            if cells and len(cells) != len(header):
                raise CorpusError(
                    f"'{path}', line {reader.line_num}: {len(cells)} cells under "
                    f"{len(header)} columns. Put a cell that holds the separator, a line break "
                    "or a quotation mark in double quotes."
                )
            if cells:
                rows.append(dict(zip(header, (cell or None for cell in cells), strict=True)))
    return rows


@contextmanager
def _any_length(path: Path) -> Iterator[None]:
    """Let a cell hold a whole article, however long."""
    before = csv.field_size_limit(min(sys.maxsize, 2**31 - 1))  # what Windows can hold
    try:
        yield
    except csv.Error as error:
        raise CorpusError(f"'{path}' cannot be read as CSV: {error}. Save it anew.") from error
    finally:
        csv.field_size_limit(before)


def _read_json_lines(path: Path, encoding: str) -> pd.DataFrame:
    text = _decoded(path, encoding, _WINDOWS_ARABIC)
    return _frame(_json_row(path, number, line) for number, line in numbered_lines(text))


def _json_row(path: Path, number: int, line: str) -> Row:
    try:
        row = json_of(line)
    except UnreadableError as error:
        raise _no_row(path, number, f" ({error})") from error
    if not isinstance(row, dict):
        raise _no_row(path, number)
    return row


def _no_row(path: Path, number: int, why: str = "") -> CorpusError:
    return CorpusError(
        f"'{path}', line {number}, is not a JSON object{why}. "
        'Write one article a line: {"doc_id": "000", "text": "…"}.'
    )


def _read_excel(path: Path, _encoding: str) -> pd.DataFrame:
    return _frame(read_workbook(path))


def _read_parquet(path: Path, _encoding: str) -> pd.DataFrame:
    content = bytes_of(path, CorpusError, _READABLE)
    try:
        frame = pd.read_parquet(io.BytesIO(content))
        texts = [
            name for name, dtype in frame.dtypes.items() if pd.api.types.is_string_dtype(dtype)
        ]
        return frame.astype(dict.fromkeys(texts, object))  # decodes every text now
    except MemoryError:
        raise
    except Exception as error:  # a damaged file fails in Arrow, in Thrift, in decoding, in dates
        raise CorpusError(
            f"'{path}' cannot be read as a Parquet file. Save it anew, or as .csv or .jsonl."
        ) from error


def _decoded(path: Path, encoding: str, way_out: str) -> str:
    raw = bytes_of(path, CorpusError, _READABLE)
    return text_of(raw, path, encoding, CorpusError, way_out)


def _frame(rows: Iterable[Row]) -> pd.DataFrame:
    every = list(rows)
    columns = dict.fromkeys(name for row in every for name in row)
    broken = [name for name in columns if any("\ud800" <= char <= "\udfff" for char in name)]
    if broken:
        raise CorpusError(
            f"A column is called {written(broken[0])}, which holds half a character. Rename it."
        )
    return pd.DataFrame({name: series(row.get(name) for row in every) for name in columns})


def _composed(name: str) -> str:
    """A file name with composed letters: macOS hands out أ as two characters."""
    return unicodedata.normalize("NFC", name)


_READERS: dict[str, Callable[[Path, str], pd.DataFrame]] = {
    ".csv": read_csv,
    ".xlsx": _read_excel,
    ".jsonl": _read_json_lines,
    ".json": _read_json_lines,
    ".parquet": _read_parquet,
}
