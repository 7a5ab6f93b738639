"""Help: every command with an example that runs, every exit code."""

import shlex
import shutil
from pathlib import Path

import pytest
from commands import (
    ARCHIVE_COMMANDS,
    CODING_COMMANDS,
    COMMANDS,
    LEXICON_COMMANDS,
    PLAN_COMMANDS,
    QUESTION_COMMANDS,
    REUSE_COMMANDS,
    SEEDS,
    every_example,
    examples,
    help_of,
)

import framing as fr


def test_version_is_that_of_the_package(framing):
    assert framing("--version") == (0, f"framing {fr.__version__}\n", "")


def test_help_names_every_command_and_every_exit_code():
    page = help_of()
    _, _, listed = page.partition("Commands:\n")
    listed = listed.partition("\n\n")[0]
    names = (*COMMANDS, *ARCHIVE_COMMANDS, *QUESTION_COMMANDS, *REUSE_COMMANDS, *CODING_COMMANDS)
    names = (*names, "plan", "audit", "lexicon")
    assert tuple(line.split()[0] for line in listed.splitlines()) == names
    assert "..." not in listed
    _, _, codes = page.partition("Exit codes:\n")
    assert [line.split()[0] for line in codes.strip().splitlines()] == [
        *("0", "1", "2", "3", "4", "5", "130", "141")
    ]


def test_no_command_at_all_is_answered_with_the_help(framing):
    code, out, err = framing()
    assert code == 2
    assert "Commands:" in out + err


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_a_command_shows_an_example_of_it(command):
    assert examples(command)
    assert {shlex.split(one)[:3] == ["framing", command, "seeds"] for one in examples(command)} == {
        True
    }


@pytest.mark.parametrize("command", [*QUESTION_COMMANDS, *REUSE_COMMANDS, *CODING_COMMANDS])
def test_help_of_a_question_shows_an_example_of_it(command):
    assert {tuple(shlex.split(one)[:2]) for one in examples(command)} == {("framing", command)}


@pytest.mark.parametrize(
    ("group", "names"), [("lexicon", LEXICON_COMMANDS), ("plan", PLAN_COMMANDS)]
)
def test_help_of_a_group_of_commands_names_each_with_an_example_of_it(group, names):
    _, _, listed = help_of(group).partition("Commands:\n")
    listed = listed.partition("\n\n")[0]
    assert tuple(line.split()[0] for line in listed.splitlines()) == names
    assert "..." not in listed
    assert set(examples(group)) <= set(every_example())
    for name in names:
        assert examples(group, name)
        for one in examples(group, name):
            assert one.startswith(f"framing {group} {name} ")


def test_help_of_the_whole_shows_an_example_that_a_command_shows():
    assert set(examples()) <= set(every_example())
    assert examples()


@pytest.mark.parametrize("example", every_example())
def test_example_in_the_help_runs_on_the_seeds(example, framing, tmp_path, monkeypatch):
    shutil.copytree(SEEDS, tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    arguments = shlex.split(example)[1:]
    code, out, err = framing(*arguments)
    assert (code, "Traceback" in err) == (0, False)
    if "--out" in arguments:
        assert Path(arguments[arguments.index("--out") + 1]).exists()
    else:
        assert out
