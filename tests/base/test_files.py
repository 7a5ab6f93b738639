"""Files are written whole or not at all; CSV cells harm no spreadsheet."""

import csv
import io
import re
import stat
import subprocess
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from framing.base import files
from framing.base.errors import OutputError
from framing.base.files import folder_whole, write_csv, write_whole

ROOT = Path(__file__).parents[2]


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


def written(kind: str, place: Path) -> None:
    """Write a file, or a folder of one."""
    if kind == "file":
        write_whole(place, b"new" * 1_000)
    else:
        with folder_whole(place, last="page", folders=["deep"]) as built:
            write_whole(built / "page", b"new" * 1_000)


def everything(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


@pytest.mark.parametrize("kind", ["file", "folder"])
@pytest.mark.parametrize(
    ("place", "why"),
    [
        ("taken/out", "taken' is a file, not a folder"),
        ("taken/new/out", "taken' is a file, not a folder"),
        ("n" * 300, "File name too long"),
        ("new/" + "n" * 300, "File name too long"),
        ("a\0b", "embedded null"),
        ("loop/out", "loop' is a file, not a folder|Too many levels of symbolic links|File exists"),
    ],
)
def test_whatever_is_wrong_with_a_place_is_one_sentence_on_it_and_nothing_is_left(
    tmp_path, kind, place, why
):
    (tmp_path / "taken").write_text("")
    (tmp_path / "loop").symlink_to("loop")
    before = everything(tmp_path)
    with pytest.raises(OutputError) as failure:
        written(kind, tmp_path / place)
    start = f"The {kind} '{tmp_path / place}"[:250]
    assert str(failure.value).startswith(start)
    assert re.search(why, str(failure.value))
    assert "Choose a folder you may write to" in str(failure.value)
    assert ".framing-" not in str(failure.value)
    assert len(str(failure.value)) < 900
    assert everything(tmp_path) == before


def test_folder_is_no_place_for_a_file_nor_a_file_for_a_folder(tmp_path):
    (tmp_path / "taken").write_text("old")
    (tmp_path / "out" / "page").mkdir(parents=True)
    (tmp_path / "out" / "deep").write_text("old")
    before = everything(tmp_path)
    for kind, place, named in (
        ("file", "out", "out' could not be written: that name is taken"),
        ("folder", "taken", "taken' is a file, not a folder"),
        ("folder", "out", "deep' is a file, not a folder"),
    ):
        with pytest.raises(OutputError, match=named):
            written(kind, tmp_path / place)
    (tmp_path / "out" / "deep").unlink()
    with pytest.raises(OutputError, match=r"out' could not be written: .*page' is a folder"):
        written("folder", tmp_path / "out")
    assert everything(tmp_path) == [one for one in before if one != "out/deep"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no file's size")
@pytest.mark.parametrize("kind", ["file", "folder"])
@pytest.mark.parametrize("place", ["out", "new/deep/out"])
def test_disk_without_room_is_said_of_what_was_asked_for_and_nothing_is_left(tmp_path, kind, place):
    code = (
        "import resource, sys; from tests.base.test_files import written\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (500, 500)); written(sys.argv[1], sys.argv[2])"
    )
    command = [sys.executable, "-c", code, kind, str(tmp_path / place)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    said = run.stderr.strip().splitlines()[-1]
    assert f"OutputError: The {kind} '{tmp_path / place}' could not be written: File too" in said
    assert everything(tmp_path) == []


@pytest.mark.parametrize("kind", ["file", "folder"])
def test_what_a_link_leads_to_is_written(tmp_path, kind):
    (tmp_path / "link").symlink_to("there")
    written(kind, tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert left_over(tmp_path) == ["link", "there"]


def test_what_else_lies_in_a_folder_stays_and_the_page_is_put_there_last(tmp_path, monkeypatch):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine").write_text("mine")
    moved = []
    replace = Path.replace
    monkeypatch.setattr(
        Path, "replace", lambda one, other: (moved.append(other.name), replace(one, other))
    )
    with folder_whole(tmp_path / "out", last="a", folders=["deep"]) as built:
        for name in ("a", "b", "deep/c"):
            (built / name).write_text("new")
    assert moved == ["b", "c", "a"]
    assert everything(tmp_path / "out") == ["a", "b", "deep", "deep/c", "mine"]


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
