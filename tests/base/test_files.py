"""Files are written whole or not at all; CSV cells harm no spreadsheet."""

import csv
import io
import stat
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from framing.base import files
from framing.base.errors import OutputError
from framing.base.files import write_csv, write_whole


def left_over(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def cells_of(path: Path, encoding: str = "utf-8") -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_bytes().decode(encoding), newline="")))


def test_file_holds_the_bytes_and_nothing_stays_beside_it(tmp_path):
    path = write_whole(tmp_path / "a" / "b" / "page.md", b"\x00\r\n")
    assert path.read_bytes() == b"\x00\r\n"
    assert left_over(path.parent) == ["page.md"]


def test_file_is_readable_by_whoever_may_read_a_file_made_by_hand(tmp_path):
    (tmp_path / "hand").write_text("")
    written = write_whole(tmp_path / "page", b"")
    assert stat.S_IMODE(written.stat().st_mode) == stat.S_IMODE((tmp_path / "hand").stat().st_mode)


def test_failure_halfway_leaves_the_old_file_as_it_was(tmp_path, monkeypatch):
    path = write_whole(tmp_path / "page", b"old")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(OutputError, match=r"page' could not be written: No space left on device\."):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert left_over(tmp_path) == ["page"]


def test_interruption_leaves_nothing_behind(tmp_path, monkeypatch):
    def interrupted(_descriptor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(files.os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "page", b"new")
    assert left_over(tmp_path) == []


def test_place_that_cannot_be_written_is_named_with_a_way_out(tmp_path):
    (tmp_path / "taken").write_text("")
    with pytest.raises(OutputError, match=r"taken/page.*Choose a folder you may write to"):
        write_whole(tmp_path / "taken" / "page", b"")
    (tmp_path / "folder").mkdir()
    with pytest.raises(OutputError, match=r"folder' could not be written"):
        write_whole(tmp_path / "folder", b"")
    assert left_over(tmp_path) == ["folder", "taken"]


def test_csv_has_unix_lines_and_ten_digits(tmp_path):
    frame = pd.DataFrame({"outlet": ["الحياة", 'a,"b"'], "rate": [1 / 3, np.nan], "n": [3, -2]})
    path = write_csv(frame, tmp_path / "rates.csv", bom=False)
    assert path.read_bytes().decode() == ('outlet,rate,n\nالحياة,0.3333333333,3\n"a,""b""",,-2\n')


def test_mark_for_excel_is_set_only_when_asked_for(tmp_path):
    frame = pd.DataFrame({"outlet": ["الحياة"]})
    plain = write_csv(frame, tmp_path / "plain.csv", bom=False).read_bytes()
    marked = write_csv(frame, tmp_path / "marked.csv", bom=True).read_bytes()
    assert marked == b"\xef\xbb\xbf" + plain


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
@pytest.mark.parametrize("dtype", ["str", "object", "category"])
def test_cell_a_spreadsheet_would_run_is_disarmed(tmp_path, start, dtype):
    frame = pd.DataFrame({"form": [f"{start}1+1", "قال", "a=b"]}, dtype=dtype)
    path = write_csv(frame, tmp_path / "forms.csv", bom=False)
    assert cells_of(path) == [["form"], [f"'{start}1+1"], ["قال"], ["a=b"]]


@pytest.mark.parametrize("text", ["a\rb", "a\r\nb", "a\nb", 'a,"b"', "'a", ""])
def test_cell_is_read_back_as_it_was(tmp_path, text):
    path = write_csv(pd.DataFrame({"text": [text], "n": [1]}), tmp_path / "t.csv", bom=False)
    assert cells_of(path) == [["text", "n"], [text, "1"]]


def test_numbers_are_never_touched(tmp_path):
    frame = pd.DataFrame(
        {
            "gap": [-0.5, 2.0],
            "n": pd.array([-1, None], dtype="Int64"),
            "is_short": [True, False],
            "mixed": [-3, "-3"],
            "date": pd.to_datetime(["2022-01-05", "2022-01-06"]),
        }
    )
    path = write_csv(frame, tmp_path / "numbers.csv", bom=False)
    assert cells_of(path) == [
        ["gap", "n", "is_short", "mixed", "date"],
        ["-0.5", "-1", "True", "-3", "2022-01-05"],
        ["2", "", "False", "'-3", "2022-01-06"],
    ]


def test_column_names_are_disarmed_and_the_table_itself_stays(tmp_path):
    frame = pd.DataFrame({"=1": ["=2"]})
    assert cells_of(write_csv(frame, tmp_path / "t.csv", bom=False)) == [["'=1"], ["'=2"]]
    assert frame.to_dict("list") == {"=1": ["=2"]}


def test_table_without_rows_keeps_its_columns(tmp_path):
    frame = pd.DataFrame({"outlet": pd.Series(dtype="str"), "n": pd.Series(dtype="int64")})
    assert write_csv(frame, tmp_path / "t.csv", bom=False).read_bytes() == b"outlet,n\n"
