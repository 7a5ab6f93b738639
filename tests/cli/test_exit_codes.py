"""With which exit code a command ends, and what it says then."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from commands import SEEDS, rows_of

import framing as fr
from framing.attribution import attributions as attributions_of_a_text


def in_a_shell(*arguments: str, **options: Any) -> subprocess.Popen[bytes]:
    code = "from framing.cli.main import run; run()"
    return subprocess.Popen([sys.executable, "-c", code, *arguments], **options)


@pytest.mark.parametrize(
    ("arguments", "way_out"),
    [
        (["mentions", "nowhere", "--format", "parquet"], "it needs --out FILE."),
        (["leaks", "nowhere", "--out", "leaks.txt"], "'leaks.txt' does not end in .csv, .jsonl"),
        (["kwic", "nowhere", "قال", "--out", "said"], "'said' does not end in .csv"),
        (["kwic", "nowhere", "قال", "--width", "-1"], "--width"),
        (["mentions", "nowhere", "--format", "xml"], "'xml' is not one of"),
        (["report", "nowhere", "--lang", "fr"], "'fr' is not one of"),
        (["mention", "nowhere"], "Did you mean 'mentions'?"),
        (["kwic", "nowhere"], "Missing argument"),
    ],
)
def test_command_that_cannot_be_understood_ends_with_2_before_any_work(framing, arguments, way_out):
    code, out, err = framing(*arguments)
    assert (code, out) == (2, "")
    assert way_out in " ".join(err.split())
    assert "nothing at" not in err


def test_interruption_ends_with_130(framing, corpus, monkeypatch):
    def interrupted(*_given: Any, **_named: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(fr, "read_corpus", interrupted)
    code, out, err = framing("mentions", corpus)
    assert (code, out, "Traceback" in err) == (130, "", False)


def test_reader_who_has_seen_enough_is_no_error():
    process = in_a_shell("features", SEEDS, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.close()
    _, err = process.communicate()
    assert (process.returncode, err) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full disk to write to is Linux's")
def test_output_that_cannot_be_written_ends_with_3():
    with Path("/dev/full").open("wb") as full:
        process = in_a_shell("mentions", SEEDS, stdout=full, stderr=subprocess.PIPE)
        _, err = process.communicate()
    assert (process.returncode, err.decode()) == (
        3,
        "framing: The output could not be written: No space left on device. "
        "Send it where there is room.\n",
    )


def test_output_is_utf8_whatever_the_locale():
    plain = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
    process = in_a_shell(
        *("kwic", SEEDS, "لافروف", "--width", "0"),
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=plain,
    )  # fmt: skip
    out, err = process.communicate()
    assert (process.returncode, err) == (0, b"")
    assert "000 Al-Sharq (Saudi Arabia):  | " in out.decode("utf-8")


def test_installed_command_is_this_one():
    installed = shutil.which("framing", path=str(Path(sys.executable).parent))
    assert installed is not None
    shown = subprocess.run([installed, "--version"], capture_output=True, text=True, check=True)
    assert shown.stdout == f"framing {fr.__version__}\n"


@pytest.fixture
def failing(monkeypatch):
    """Whatever asks who speaks fails in one article of the seeds."""
    find = attributions_of_a_text.find_cues
    bad = fr.read_corpus(SEEDS)["text"][1]

    def fail(words, *rest):
        if words.text == bad:
            raise IndexError("list index out of range")
        return find(words, *rest)

    monkeypatch.setattr(attributions_of_a_text, "find_cues", fail)


def test_an_article_that_fails_is_left_out_and_told_of(framing, failing, tmp_path):
    told = tmp_path / "failed.csv"
    code, out, err = framing("attributions", SEEDS, "--set-aside", str(told))
    assert code == 4
    assert {row["doc_id"] for row in rows_of(out)} == {"000", "002", "003", "004"}
    first, second, third = err.splitlines()
    assert first.startswith("framing: Article '001' (text) cannot be used by attributions: Index")
    assert second == f"framing: 1 rows written to '{told}'."
    assert third == (
        "framing: Articles set aside, and missing from the result: 1 ('001'). --set-aside FILE "
        "lists what failed in each, --strict stops at the first."
    )
    (row,) = rows_of(told.read_text(encoding="utf-8-sig"))
    assert (row["doc_id"], row["field"], row["function"]) == ("001", "text", "attributions")


def test_strict_stops_at_the_article_that_fails(framing, failing):
    code, out, err = framing("features", SEEDS, "--strict")
    assert (code, out) == (1, "")
    assert err.startswith("framing: Article '001' (text) cannot be used by ")
    assert err.endswith("Leave it out, or let it be set aside.\n")


def test_where_failures_go_is_settled_before_anything_is_read(framing):
    code, _, err = framing("features", "nowhere", "--set-aside", "failed.doc")
    assert code == 2
    assert "Let it end so." in " ".join(err.replace("│", " ").split())
