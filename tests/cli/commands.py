"""The commands by their groups, what their help says, a table as they print it."""

import csv
import io
from pathlib import Path

from typer.testing import CliRunner

from framing.cli import main as cli

ROOT = Path(__file__).parents[2]
SEEDS = str(ROOT / "seeds")
COMMANDS = (
    *("report", "mentions", "attributions", "leaks", "features", "kwic", "article"),
    *("explore", "figures"),
)
SERVING = ("framing explore seeds",)  # runs until somebody ends it, see test_explore_command
ARCHIVE_COMMANDS = ("verify", "crate")  # of a report that is there
QUESTION_COMMANDS = ("compare", "keywords", "frequencies", "shrinkage", "trend")
REUSE_COMMANDS = ("reuse", "shared-quotations", "coverage")
CODING_COMMANDS = ("evaluate", "agreement")
LEXICON_COMMANDS = ("check", "stems")
PLAN_COMMANDS = ("write", "compare", "audit")
TABLE_COMMANDS = ("mentions", "attributions", "leaks", "features")


def help_of(*command: str) -> str:
    return CliRunner().invoke(cli.app, [*command, "--help"], prog_name="framing").output


def examples(*command: str) -> list[str]:
    _, _, after = help_of(*command).partition("Example:\n")
    lines = after.split("\n\n")[0].splitlines()
    return [line.strip() for line in lines if line.strip()]


def every_example() -> list[str]:
    names = (*COMMANDS, *QUESTION_COMMANDS, *REUSE_COMMANDS, *CODING_COMMANDS)
    found = dict.fromkeys(example for name in names for example in examples(name))
    return [example for example in found if example not in SERVING] + [
        example
        for group, names in (("lexicon", LEXICON_COMMANDS), ("plan", PLAN_COMMANDS))
        for name in names
        for example in examples(group, name)
    ]


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))
