"""How a command ends that fails in a way nobody foresaw."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import framing as fr
from framing.cli import endings
from framing.cli import main as cli
from framing.layers import annotated


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Any) -> Callable[..., Any]:
    """Run `mentions` on one article, where something of ours has been broken."""

    def run(owner: Any, name: str, failure: Exception) -> tuple[int, str]:
        def broken(*_given: Any, **_named: Any) -> None:
            raise failure

        monkeypatch.setattr(owner, name, broken)
        (tmp_path / "000.txt").write_text("هاجم الإرهابيون المدينة.", "utf-8")
        monkeypatch.setattr(sys, "argv", ["framing", "mentions", str(tmp_path)])
        with pytest.raises(SystemExit) as end:
            cli.run()
        return int(end.value.code or 0), capsys.readouterr().err

    return run


def test_a_bug_is_one_sentence_with_the_function(failing) -> None:
    code, err = failing(annotated, "Article", IndexError("list index out of range"))
    assert code == endings.BUG
    assert err == (
        "framing: This is a bug of framing, not of your files: IndexError in "
        "framing.layers.annotated.AnnotatedCorpus.read (list index out of range). Please report "
        "it with the command and, if you may pass it on, what it was given; "
        "FRAMING_TRACEBACK=1 in the environment shows where it happened.\n"
    )


def test_the_message_of_a_bug_is_cut(failing) -> None:
    code, err = failing(fr, "mentions", ValueError("x" * 9999))
    assert code == endings.BUG
    assert "ValueError in framing.cli.corpus_commands.mentions (xxxx" in err
    assert len(err) < 500


def test_a_bug_shows_where_it_happened_if_asked(failing, monkeypatch) -> None:
    monkeypatch.setenv(endings.TRACEBACK, "1")
    _, err = failing(fr, "mentions", KeyError("start"))
    assert "\nframing: Traceback (most recent call last):\n" in err
    assert "KeyError: 'start'" in err


@pytest.mark.parametrize(
    ("failure", "message"),
    [
        (OSError(5, "Input/output error", "a.csv"),
         "'a.csv' cannot be used: Input/output error. Give the path of what you may read."),
        (OSError(5, "Input/output error", f"{'a' * 290}.csv"),
         f"'{'a' * 290}.csv' cannot be used: Input/output error. "
         "Give the path of what you may read."),
        (OSError("odd"), "A file cannot be used: OSError. Give the path of what you may read."),
        (MemoryError(),
         "There is not enough memory for this. Give fewer or shorter articles at once."),
    ],
)  # fmt: skip
def test_what_the_machine_refuses_is_no_bug(failing, failure, message) -> None:
    assert failing(fr, "mentions", failure) == (endings.INPUT_FAILED, f"framing: {message}\n")
