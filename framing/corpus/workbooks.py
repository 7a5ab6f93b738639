"""The rows of an Excel workbook, read cell by cell, however damaged the file may be."""

import io
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import islice, zip_longest
from pathlib import Path
from typing import Any

from framing.base.errors import CorpusError, cut
from framing.base.outside import bytes_of

_CELL = 32_767  # characters; Excel cuts what is longer
_ROWS = 1_048_576  # Excel's own limit; a row of a higher number is damage
# What packs better than words do is no workbook of articles but a trap; small ones harm nobody.
_BEST_PACKED, _SMALL = 100, 16 << 20  # times its size, and bytes

Row = dict[str, Any]


def read_workbook(path: Path) -> list[Row]:
    """The rows of the first sheet under the names of its first row, an empty cell as None.

    A whole number is one, whether Excel keeps it as 7 or 7.0; a text that is empty is an
    article without words. Raises `CorpusError` for a file that is no workbook or is damaged.
    """
    content = bytes_of(path, CorpusError, "Give the path of a file you may read.")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and extensions, which hold no article
            _check_packing(content, path)
            cells = list(_cells(content))
    except (MemoryError, CorpusError):
        raise
    except Exception as error:  # a damaged workbook fails in a dozen libraries and ways
        raise CorpusError(
            f"'{path}' cannot be read as an Excel workbook. Save it anew, or as .csv or .jsonl."
        ) from error
    if len(cells) > _ROWS:
        raise CorpusError(
            f"'{path}' has a row beyond {_ROWS:,}, the last that Excel knows. Save it anew, or as "
            ".csv or .jsonl."
        )
    filled = [row for row in cells if any(cell is not None for cell in row)]
    width = max((len(_stripped(row)) for row in filled), default=0)
    header = _header(_stripped(filled[0]) if filled else (), width, path)
    return [_row(dict(zip_longest(header, row[:width])), path) for row in filled[1:]]


def _check_packing(content: bytes, path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        size = sum(part.file_size for part in parts.infolist())  # no more is ever unpacked
    if size > max(_SMALL, _BEST_PACKED * len(content)):
        raise CorpusError(
            f"'{path}' would unpack to {size >> 20:,} MB, more than {_BEST_PACKED} times its size: "
            "it is damaged, or made to fill the memory. Save the articles anew, or as .csv or "
            ".jsonl."
        )


def _cells(content: bytes) -> Iterator[tuple[Any, ...]]:
    from openpyxl import load_workbook  # asked for only where there is a workbook

    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    with closing(book):
        sheet = book.worksheets[0]
        sheet.reset_dimensions()  # what the file says of its size may be wrong
        for row in islice(sheet.iter_rows(), _ROWS + 1):
            yield tuple(_value(cell) for cell in row)


def _stripped(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """A row without the empty cells at its end."""
    filled = [place for place, cell in enumerate(row) if cell is not None]
    return row[: filled[-1] + 1] if filled else ()


def _value(cell: Any) -> Any:
    value = None if cell.data_type == "e" else cell.value  # #N/A and its like are no values
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return None if value == "" else value


def _header(cells: Iterable[Any], width: int, path: Path) -> list[str]:
    """The names of the columns; one without a name is called by its place."""
    names = [f"Unnamed: {place}" if cell is None else str(cell) for place, cell in enumerate(cells)]
    names += [f"Unnamed: {place}" for place in range(len(names), width)]
    if len(set(names)) < len(names):
        raise CorpusError(f"'{path}' has two columns of one name. Rename one of them.")
    return names


def _row(row: Row, path: Path) -> Row:
    if "text" not in row:
        return row
    if len(str(row["text"])) >= _CELL:
        raise CorpusError(
            f"The text of '{cut(str(row.get('doc_id')))}' in '{path}' fills its cell: Excel cuts "
            f"a text at {_CELL:,} characters. Save the articles as .txt, .csv or .jsonl."
        )
    return row | {"text": "" if row["text"] is None else row["text"]}
