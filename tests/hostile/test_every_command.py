"""Malformed input of every kind, through every command: it is read, or refused in our own words.

Here runs a sample that is the same every time; `benchmarks/hostile.py` runs thousands.
"""

import sys
from pathlib import Path
from random import Random
from typing import Any

import pytest
from every_command import DRAWING, KINDS, Command, Parameter, Run, commands, every_run, some_runs
from outcome import LONGEST, SLOWEST, Outcome, faults

from framing.cli import main as cli

SEED = 2016
MOST = {"corpus": 6}  # runs of a parameter of this kind; else one
NAMES_A_FILE = ("FILE", "DIR", "CORPUS", "CODING", ".jsonl")


def sample() -> list[Run]:
    chance = Random(SEED)  # noqa: S311  # the same sample on every machine
    chosen: dict[tuple[Command, Parameter], list[Run]] = {}
    for run in chance.sample(runs := every_run(SEED), len(runs)):
        most = MOST.get(run.parameter.kind, 1)
        if run.command.words[0] in DRAWING:
            most = run.parameter.kind == "corpus"
        some = chosen.setdefault((run.command, run.parameter), [])
        if len(some) < most:
            some.append(run)
    return [run for some in chosen.values() for run in some]


@pytest.mark.skipif(sys.platform == "win32", reason="pipes, devices and links are Unix's")
@pytest.mark.parametrize("run", sample(), ids=str)
def test_a_command_ends_in_our_own_words(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: Any
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["framing", *run.arguments(tmp_path)])
    with pytest.raises(SystemExit) as end:
        cli.run()
    out, err = capsysbinary.readouterr()
    outcome = Outcome(int(end.value.code or 0), out, err.decode("utf-8"))
    assert list(faults(outcome)) == [], outcome.err


def test_every_parameter_that_names_a_file_is_given_malformed_files() -> None:
    named = [
        f"{' '.join(command.words)} {one.name}"
        for command in commands()
        for one in command.parameters
        if one.kind == "value" and any(name in one.metavar for name in NAMES_A_FILE)
    ]
    assert named == []


def test_every_kind_of_input_is_asked_for_by_a_command() -> None:
    asked = {one.kind for command in commands() for one in command.parameters if not one.is_flag}
    assert asked == set(KINDS)


def test_a_seed_makes_the_same_runs_with_the_same_input(tmp_path: Path) -> None:
    assert some_runs(7, 9) == some_runs(7, 9) != some_runs(8, 9)
    run = next(run for run in every_run(7) if run.state == "jsonl: text: everything")
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        run.arguments(tmp_path / name)
    one, other = (
        {
            path.relative_to(tmp_path / name): path.read_bytes()
            for path in (tmp_path / name).rglob("*")
            if path.is_file()
        }
        for name in ("one", "other")
    )
    assert one == other != {}


@pytest.mark.parametrize(
    ("outcome", "fault"),
    [
        (Outcome(4, b"", "framing: This is a bug"), "ended with 4"),
        (Outcome(-9, b"", ""), "ended with -9"),
        (Outcome(1, b"", "Traceback (most recent call last):"), "a traceback"),
        (Outcome(0, b"", "x.py:1: UserWarning: no"), "a warning of a library"),
        (Outcome(1, b"", "framing: 'a' cannot be used: no"),
         "an error of the system that no reader foresaw"),
        (Outcome(1, b"", "x" * (LONGEST + 1)), "a message without an end"),
        (Outcome(1, b"", ""), "refused without a word"),
        (Outcome(0, b"", "", SLOWEST + 1), "slow"),
    ],
)  # fmt: skip
def test_what_must_not_be_is_seen(outcome: Outcome, fault: str) -> None:
    assert list(faults(outcome)) == [fault]
