"""Whatever a file of articles holds, it is read or refused in one bounded sentence of ours."""

import io
import json
import random
import re
import sys
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet
import pytest

from framing.base.errors import CorpusError, CorpusWarning, FramingError
from framing.corpus.articles import read_corpus
from framing.corpus.groups import groups_of

ROWS = [{"doc_id": "000", "text": "قال كيري"}, {"doc_id": "001", "text": "رأى «نعم»"}]
LONGEST = 700  # characters of a message, without the path


def is_read_or_refused(path: Path, encoding: str = "utf-8") -> None:
    message = ""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", CorpusWarning)
        try:
            read_corpus(path, encoding=encoding)
        except FramingError as refused:
            message = str(refused)
    assert len(message.replace(str(path), "")) < LONGEST


def damaged(content: bytes, seed: int) -> Iterator[bytes]:
    """A file cut short, with bytes changed, doubled, and turned into other encodings."""
    chance = random.Random(seed)  # noqa: S311  # the same damage on every machine
    for _ in range(12):
        yield content[: chance.randrange(len(content))]
        spoilt = bytearray(content)
        for _ in range(chance.randrange(1, 9)):
            spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
        yield bytes(spoilt)
    yield content + content
    yield b"\x00" * 99 + content
    yield b"\xef\xbb\xbf" + content
    yield content.decode("latin-1").encode("utf-16")


# Text files


def csv_and_json() -> Iterator[tuple[str, bytes]]:
    yield "a.csv", 'doc_id,text\n000,قال كيري\n001,"رأى\nنعم"\n'.encode()
    yield "a.jsonl", "\n".join(json.dumps(row) for row in ROWS).encode()
    for cell in ("[" * 99, "1" * 9999, "1e999", "NaN", '"\\ud800"', '"a"', "{}", "null", "true"):
        for field in ("doc_id", "text", "outlet", "date", "title", "desk"):
            row = f'"doc_id": "1", "text": "t", "{field}": {cell}'
            yield "a.jsonl", f"{{{row}}}\n{{{row}}}".encode()
            yield "a.jsonl", f"{{{row}}}".encode()
    yield "a.jsonl", b"[" * 100_000
    yield "a.jsonl", b'{"a":' * 100_000
    yield "a.csv", b'doc_id,text\n000,"never closed\n' * 99
    yield "a.csv", b"doc_id,doc_id,text\n"
    yield "a.csv", b"\r\r\r,\r\n,\n"


@pytest.mark.parametrize("encoding", ["utf-8", "cp1256", "utf-16", "utf-7", "undefined", "x" * 999])
def test_damaged_text_files(tmp_path: Path, encoding: str) -> None:
    for seed, (name, content) in enumerate(csv_and_json()):
        for spoilt in [content, *damaged(content, seed)][: 1 if seed > 1 else None]:
            (tmp_path / name).write_bytes(spoilt)
            is_read_or_refused(tmp_path / name, encoding)


# Excel


def workbook() -> bytes:
    buffer = io.BytesIO()
    pd.DataFrame(ROWS).to_excel(buffer, index=False)
    return buffer.getvalue()


def repacked(change: str, new: str, part: str = "xl/worksheets/sheet1.xml") -> bytes:
    """The workbook with a pattern replaced in one of its parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook())) as old, zipfile.ZipFile(buffer, "w") as made:
        for name in old.namelist():
            text = old.read(name).decode("utf-8")
            made.writestr(
                name, re.sub(change, new, text, flags=re.DOTALL) if name == part else text
            )
    return buffer.getvalue()


def without(part: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook())) as old, zipfile.ZipFile(buffer, "w") as made:
        for name in old.namelist():
            if name != part:
                made.writestr(name, old.read(name))
    return buffer.getvalue()


def workbooks() -> Iterator[bytes]:
    whole = workbook()
    yield b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 999  # an old .xls, or a password
    yield from damaged(whole, 7)
    with zipfile.ZipFile(io.BytesIO(whole)) as book:
        parts = book.namelist()
    for part in parts:
        yield without(part)
        yield repacked(".*", "", part)
        yield repacked("<", "<<", part)
        yield repacked(r"\d+", "9" * 30, part)
        yield repacked("sheet", "chartsheet", part)
    yield repacked('r="A2"', 'r="ZZZZZ2"')
    yield repacked('t="[a-z]+"', 't="x"')
    yield repacked("<v>[^<]*</v>", "<v>nan</v>")
    yield repacked("<v>[^<]*</v>", "")
    start = whole.index(b"xl/worksheets/sheet1.xml") + 24
    yield whole[:start] + zlib.compress(b"x" * 99) + whole[start:]


def test_damaged_workbooks(tmp_path: Path) -> None:
    for content in workbooks():
        (tmp_path / "a.xlsx").write_bytes(content)
        is_read_or_refused(tmp_path / "a.xlsx")


@pytest.mark.parametrize("content", [without("xl/worksheets/sheet1.xml"), b"\xd0\xcf\x11\xe0"])
def test_a_file_that_is_no_workbook_is_to_be_saved_anew(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    with pytest.raises(CorpusError) as refused:
        read_corpus(path)
    assert str(refused.value) == (
        f"'{path}' cannot be read as an Excel workbook. Save it anew, or as .csv or .jsonl."
    )


def test_a_row_that_excel_cannot_have_is_named_and_soon(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(repacked('r="2"', 'r="99999999"'))
    with pytest.raises(CorpusError) as refused:
        read_corpus(path)
    assert str(refused.value) == (
        f"'{path}' has a row beyond 1,048,576, the last that Excel knows. Save it anew, or as "
        ".csv or .jsonl."
    )


# Parquet


def tables() -> Iterator[pa.Table]:
    halves = pa.array([b"\xff\xfe", b"\xed\xa0\x80"]).view(pa.string())
    two = pa.array(["0", "1"])
    odd = [
        halves,
        pa.array([b"a", b"b"]),
        pa.array([["a"], None]),
        pa.array([{"a": 1}, None]),
        pa.array([1, 2], pa.decimal128(9, 2)),
        pa.array([2**50, -(2**50)], pa.timestamp("s")),
        pa.array([1, 2], pa.timestamp("ns", "Asia/Damascus")),
        pa.array([1, 2], pa.duration("us")),
        pa.array([1, 2], pa.time64("ns")),
        pa.array([1, 2], pa.date32()),
        pa.array(["a", "b"]).dictionary_encode(),
        pa.array([None, None]),
        pa.array([1.5, float("inf")]),
        pa.array([2**64 - 1, 0], pa.uint64()),
        pa.array([[("k", "v")], None], pa.map_(pa.string(), pa.string())),
    ]
    for column in odd:
        for name in ("doc_id", "text", "outlet", "date", "title", "desk"):
            yield pa.table({"doc_id": two, "text": two} | {name: column})
    yield pa.Table.from_arrays([two, two, two], ["doc_id", "text", "text"])
    yield pa.table({"doc_id": pa.array([], pa.string()), "text": pa.array([], pa.string())})
    yield pa.table({})


def test_damaged_parquet(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    for number, table in enumerate(tables()):
        pyarrow.parquet.write_table(table, path)
        is_read_or_refused(path)
        for spoilt in damaged(path.read_bytes(), number) if number == 0 else ():
            path.write_bytes(spoilt)
            is_read_or_refused(path)


def test_parquet_whose_texts_are_no_utf8_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    halves = pa.array([b"\xff\xfe"]).view(pa.string())
    pyarrow.parquet.write_table(pa.table({"doc_id": ["0"], "text": halves}), path)
    with pytest.raises(CorpusError) as refused:
        read_corpus(path)
    assert str(refused.value) == (
        f"'{path}' cannot be read as a Parquet file. Save it anew, or as .csv or .jsonl."
    )


# Folders and groups


@pytest.mark.skipif(sys.platform == "win32", reason="names there are Unicode")
def test_a_file_name_that_is_no_text_becomes_one(tmp_path: Path) -> None:
    (tmp_path / "a\udcff.txt").write_text("قال", "utf-8")
    with pytest.warns(CorpusWarning, match="first in doc_id of article 1"):
        assert list(read_corpus(tmp_path)["doc_id"]) == ["a\ufffd"]


def test_a_column_of_lists_makes_no_groups(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(ROWS[0] | {"tags": ["سوريا"] * 99}), "utf-8")
    with pytest.raises(FramingError) as refused:
        groups_of(read_corpus(path), "tags")
    cut = repr(["سوريا"] * 99)[:80]
    assert str(refused.value) == (
        f"Article '000' has {cut}… for its group. Name a column that holds one value an article."
    )
