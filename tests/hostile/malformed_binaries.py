"""Corpora in Excel and Parquet that are damaged, forged or of another format."""

import io
import re
from functools import cache
from random import Random
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet
from damage import Families, damaged, file_of, unreadable, unzipped, zipped
from malformed_corpora import ROWS
from openpyxl import Workbook
from openpyxl.chart import BarChart

SHEET = "xl/worksheets/sheet1.xml"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # how old .xls files and those with a password begin
_XML = '<?xml version="1.0"?>'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


@cache
def workbook() -> bytes:
    """A sound workbook."""
    buffer = io.BytesIO()
    pd.DataFrame(ROWS).to_excel(buffer, index=False)
    return buffer.getvalue()


def changed(change: str, new: str, part: str = SHEET, most: int = 0) -> bytes:
    """The workbook with a pattern replaced in one of its parts."""
    parts = unzipped(workbook())
    text = re.sub(change, lambda _: new, parts[part].decode("utf-8"), count=most, flags=re.DOTALL)
    return zipped(parts | {part: text.encode("utf-8")})


def _with_sheet(rows: str) -> bytes:
    sheet = f'{_XML}<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData></worksheet>'
    return zipped(unzipped(workbook()) | {SHEET: sheet.encode("utf-8")})


def _cell(place: str, content: str, kind: str = "inlineStr") -> str:
    inside = f"<is><t>{content}</t></is>" if kind == "inlineStr" else f"<v>{content}</v>"
    return f'<c r="{place}" t="{kind}">{inside}</c>'


def _row(number: int, *cells: str) -> str:
    return f'<row r="{number}">{"".join(cells)}</row>'


_HEAD = _row(1, _cell("A1", "doc_id"), _cell("B1", "text"), _cell("C1", "date"))


def _charts_only() -> bytes:
    buffer = io.BytesIO()
    book = Workbook()
    book.remove(book.active)
    book.create_chartsheet().add_chart(BarChart())
    book.save(buffer)
    return buffer.getvalue()


def _part_spoilt(chance: Random) -> bytes:
    """One part lacking, empty, damaged, or of another part's content."""
    parts = unzipped(workbook())
    name = chance.choice(sorted(parts))
    spoilt = chance.choice((None, b"", damaged(parts[name], chance), parts[SHEET], b"<a>" * 9999))
    return zipped({one: content for one, content in (parts | {name: spoilt}).items() if content})


def _bomb(_: Random) -> bytes:
    """Some hundred kilobytes that unfold to a hundred megabytes."""
    rows = _HEAD + _row(2, _cell("A2", "1"), _cell("B2", "قال " * 20)) * 400_000
    return _with_sheet(rows)


def _entities(_: Random) -> bytes:
    """Names that stand for ten of the next, ten deep."""
    inner = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    sheet = (
        f'{_XML}<!DOCTYPE x [<!ENTITY a0 "aaaaaaaaaa">{inner}]><worksheet xmlns="{_MAIN}">'
        f"<sheetData>{_HEAD}{_row(2, _cell('A2', '&a9;'))}</sheetData></worksheet>"
    )
    return zipped(unzipped(workbook()) | {SHEET: sheet.encode("utf-8")})


def _date(number: str) -> bytes:
    return _with_sheet(
        _HEAD + _row(2, _cell("A2", "1"), _cell("B2", "x"), _cell("C2", number, "d"))
    )


WORKBOOKS: Families = {
    state: file_of("a.xlsx", content)
    for state, content in {
        "damaged": lambda chance: damaged(workbook(), chance),
        "a part spoilt": _part_spoilt,
        "an old .xls": lambda chance: _OLE + chance.randbytes(9999),
        "an .ods": lambda _: zipped(
            {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<a/>"}
        ),
        "a zip of nothing": lambda _: zipped({}),
        "a page of HTML": "<html><table><tr><td>doc_id</td></tr></table></html>",
        "a CSV": "doc_id,text\n1,قال\n",
        "charts only": lambda _: _charts_only(),
        "no sheet": lambda _: changed("<sheets>.*</sheets>", "<sheets/>", "xl/workbook.xml"),
        "a bomb": _bomb,
        "a bomb of names": _entities,
        "a row beyond the last": lambda _: changed('r="2"', 'r="99999999"'),
        "the last row": lambda _: _with_sheet(_HEAD + _row(1_048_576, _cell("A1048576", "1"))),
        "the last cell": lambda _: _with_sheet(_HEAD + _row(1_048_576, _cell("XFD1048576", "1"))),
        "a row of minus one": lambda _: changed('r="2"', 'r="-1"'),
        "rows that go back": lambda _: changed('r="3"', 'r="1"'),
        "a column beyond the last": lambda _: changed('r="A2"', 'r="ZZZZZ2"'),
        "numbers of thirty digits": lambda _: changed(r"<v>\d+</v>", f"<v>{'9' * 30}</v>"),
        "shared texts that are not there": lambda _: _with_sheet(_HEAD + _cell("A2", "99", "s")),
        "cells of no kind": lambda _: changed('t="[a-zA-Z]+"', 't="x"'),
        "a date out of range": lambda chance: _date(
            chance.choice(("2016-99-99", "99999999", "-1", "nan", "x", "10000-01-01", "24:61:61"))
        ),
        "a serial date out of range": lambda _: changed('r="C2"', 'r="C2" s="1"', most=1),
        "errors for values": lambda _: _with_sheet(_HEAD + _row(2, _cell("A2", "#N/A", "e"))),
        "an empty sheet": lambda _: _with_sheet(""),
        "a header only": lambda _: _with_sheet(_HEAD),
        "a header of numbers": lambda _: _with_sheet(_row(1, _cell("A1", "1", "n")) + _HEAD),
        "a text cut by Excel": lambda _: _with_sheet(
            _HEAD + _row(2, _cell("A2", "1"), _cell("B2", "ا" * 32_767))
        ),
        "controls as Excel writes them": lambda _: _with_sheet(
            _HEAD + _row(2, _cell("A2", "_x0000_"), _cell("B2", "_xD800_قال_x000D_"))
        ),
    }.items()
} | unreadable("a.xlsx")


def _in_parquet(table: pa.Table, **options: Any) -> bytes:
    buffer = pa.BufferOutputStream()
    pyarrow.parquet.write_table(table, buffer, **options)
    return bytes(buffer.getvalue())


def _odd_columns() -> dict[str, pa.Array]:
    """Columns of two rows that hold anything but plain text."""
    halves = pa.array([b"\xff\xfe", b"\xed\xa0\x80"]).view(pa.string())
    return {
        "no UTF-8": halves,
        "a dictionary of no UTF-8": pa.DictionaryArray.from_arrays(pa.array([0, 1]), halves),
        "bytes": pa.array([b"a", b"b"]),
        "lists": pa.array([["a"], None]),
        "structs": pa.array([{"a": {"b": 1}}, None]),
        "decimals": pa.array([1, 2], pa.decimal128(9, 2)),
        "dates far away": pa.array([2**50, -(2**50)], pa.timestamp("s")),
        "dates with a zone": pa.array([1, 2], pa.timestamp("ns", "Asia/Damascus")),
        "durations": pa.array([1, 2], pa.duration("us")),
        "times": pa.array([1, 2], pa.time64("ns")),
        "days": pa.array([1, 2**30], pa.date32()),
        "categories": pa.array(["تاس", "عنب"]).dictionary_encode(),
        "numbered categories": pa.array([1, 2]).dictionary_encode(),
        "nothing": pa.array([None, None]),
        "real numbers": pa.array([float("nan"), float("inf")]),
        "great numbers": pa.array([2**64 - 1, 0], pa.uint64()),
        "flags": pa.array([True, None]),
        "maps": pa.array([[("k", "v")], None], pa.map_(pa.string(), pa.string())),
        "views": pa.array(["a", "b"], pa.string_view()),
    }


def _odd_parquet(chance: Random) -> bytes:
    two = pa.array(["0", "1"])
    columns = {"doc_id": two, "text": pa.array(["قال كيري", "رأى"]), "outlet": two, "event": two}
    name = chance.choice((*columns, "date", "title", "desk"))
    column = chance.choice(list(_odd_columns().values()))
    return _in_parquet(pa.table(columns | {name: column}))


def _two_of_one_name(_: Random) -> bytes:
    two = pa.array(["0", "1"])
    return _in_parquet(pa.Table.from_arrays([two, two, two], ["doc_id", "text", "text"]))


PARQUETS: Families = {
    state: file_of("a.parquet", content)
    for state, content in {
        "a column of another kind": _odd_parquet,
        "damaged": lambda chance: damaged(_in_parquet(pa.Table.from_pylist(ROWS)), chance),
        "two columns of one name": _two_of_one_name,
        "no columns": lambda _: _in_parquet(pa.table({})),
        "no rows": lambda _: _in_parquet(pa.table({"doc_id": pa.array([], pa.string())})),
        "pages without rest": b"PAR1PAR1",
        "an index for a column": lambda _: _in_parquet(
            pa.Table.from_pandas(pd.DataFrame(ROWS).set_index("doc_id"))
        ),
        "a million rows": lambda _: _in_parquet(
            pa.table(dict.fromkeys(("doc_id", "text"), pa.nulls(1_000_000)))
        ),
    }.items()
} | unreadable("a.parquet")  # fmt: skip
