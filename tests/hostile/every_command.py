"""Every command of the command line, each parameter of it given malformed input in turn.

Commands and parameters are read off the command line itself, so that a new one is covered by
itself: a parameter is told by its name what kind of input it takes, and is an odd value at least.
All others are given what is sound.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import malformed_files as files
import odd_values as odd
import typer
from damage import Families, put
from malformed_binaries import PARQUETS, WORKBOOKS
from malformed_corpora import CSVS, FOLDERS, JSON_LINES, METADATA, ROWS, json_lines
from malformed_sheets import coded, sheets

import framing as fr
from framing.cli.main import app

MORE = {
    "tags": ["سوريا"],
    "facts": {"a": 1},
    "empty": None,
    "mixed": 1.5,
    "numbers": 10**20,
    "a\nb": "x",
    "outlet_basis": "confirmed",
}
SOUND_ROWS = [row | MORE | {"mixed": [1.5, "x", None, True][at]} for at, row in enumerate(ROWS)]


def _draw(folder: Path) -> Path:
    articles = fr.read_corpus(put(folder.parent, "drawn-from.jsonl", json_lines(SOUND_ROWS)))
    return fr.draw_audit(articles, folder, size=4)


CORPORA = {
    f"{kind}: {state}": family
    for kind, families in {
        "folder": FOLDERS,
        "metadata": METADATA,
        "csv": CSVS,
        "jsonl": JSON_LINES,
        "xlsx": WORKBOOKS,
        "parquet": PARQUETS,
    }.items()
    for state, family in families.items()
}

# Of each kind of input: what is malformed, and what is sound.
KINDS: dict[str, tuple[Families, Callable[[Path], str]]] = {
    "corpus": (CORPORA, lambda folder: put(folder, "sound.jsonl", json_lines(SOUND_ROWS))),
    "lexicon": (files.LEXICONS, lambda folder: put(folder, "sound.toml", files.LEXICON)),
    "actors": (files.LEXICONS, lambda folder: put(folder, "actors.toml", files.ACTORS)),
    "propositions": (
        files.PROPOSITIONS,
        lambda folder: put(folder, "sought.toml", files.PROPOSITION_SET),
    ),
    "plan": (files.PLANS, lambda folder: put(folder, "plan.toml", files.PLAN)),
    "coding": (files.CODINGS, lambda folder: put(folder, "sound.gold", json_lines(files.CODING))),
    "sheet": (sheets(_draw), lambda folder: str(coded(_draw, folder / "sound"))),
    "clusters": (files.CLUSTERS, lambda folder: put(folder, "c.csv", "doc_id,cluster\n001,1\n")),
    "place": (odd.PLACES, lambda folder: str(folder / "made.csv")),
    "column": (odd.COLUMNS, lambda _: "outlet"),
    "encoding": (odd.ENCODINGS, lambda _: "utf-8"),
    "value": (odd.VALUES, lambda _: "قال"),
}
_KIND_OF = {
    **{name: name for name in ("corpus", "lexicon", "actors", "propositions", "plan", "encoding")},
    **dict.fromkeys(("coding", "one", "other"), "coding"),
    **dict.fromkeys(("by", "within"), "column"),
    **{"folder": "sheet", "audit": "sheet", "copies": "clusters"},
    **{"out": "place", "set_aside": "place", "file": "place"},
}

_NEEDED = {(("explore",), "out")}  # without it the command serves until somebody ends it


@dataclass(frozen=True)
class Parameter:
    """What a command is told: its name, its kind, how it is typed."""

    name: str
    kind: str
    option: str  # "" for an argument
    metavar: str
    is_required: bool
    is_flag: bool

    def typed(self, value: str) -> list[str]:
        """The parameter as it stands on the command line."""
        return [self.option, value] if self.option else [value]


@dataclass(frozen=True)
class Command:
    """A command by the words that name it, and its parameters."""

    words: tuple[str, ...]
    parameters: tuple[Parameter, ...]


@dataclass(frozen=True)
class Run:
    """A command of which one parameter is malformed; flags are set and more is asked by chance."""

    command: Command
    parameter: Parameter
    state: str
    seed: str

    def __str__(self) -> str:
        return f"{' '.join(self.command.words)} {self.parameter.name} ({self.state})"

    def arguments(self, folder: Path) -> list[str]:
        """Write all that the command reads into an empty folder; give what is typed."""
        chance = Random(self.seed)  # noqa: S311  # the same run on every machine
        malformed, _ = KINDS[self.parameter.kind]
        given, positional = [], []
        for number, one in enumerate(self.command.parameters):
            place = folder / f"{number}"
            place.mkdir()
            if one == self.parameter:
                words = one.typed(malformed[self.state](chance, place))
            elif one.is_flag:
                words = [one.option] * (chance.random() < 0.3)
            elif one.is_required or (one.kind != "value" and chance.random() < 0.3):
                words = one.typed(KINDS[one.kind][1](place))
            else:
                continue
            (given if one.option else positional).extend(words)
        return [*self.command.words, *given, "--", *positional]


@cache
def commands() -> tuple[Command, ...]:
    """Every command that can be called."""
    return tuple(_commands(typer.main.get_command(app), ()))


def _commands(one: Any, words: tuple[str, ...]) -> Iterator[Command]:
    for name, inner in getattr(one, "commands", {}).items():
        yield from _commands(inner, (*words, name))
    if not hasattr(one, "commands"):
        parameters = [_parameter(words, each) for each in one.params if each.name != "help"]
        yield Command(words, tuple(parameters))


def _parameter(words: tuple[str, ...], one: Any) -> Parameter:
    return Parameter(
        name=one.name,
        kind=_KIND_OF.get(one.name, "value"),
        option=one.opts[0] if one.param_type_name == "option" else "",
        metavar=one.metavar or "",
        is_required=one.required or (words, one.name) in _NEEDED,
        is_flag=getattr(one, "is_flag", False),
    )


DRAWING = ("report", "figures", "explore")  # take seconds whatever they are given
_OF_DRAWING = 0.03  # the part of their runs that is done


def every_run(seed: int) -> list[Run]:
    """Each parameter of each command with each malformed input of its kind, once."""
    return [
        Run(command, parameter, state, f"{seed} {command.words} {parameter.name} {state}")
        for command in commands()
        for parameter in command.parameters
        if not parameter.is_flag
        for state in KINDS[parameter.kind][0]
    ]


def some_runs(seed: int, count: int) -> list[Run]:
    """So many runs by chance, few of those that draw; all and anew, where there are not enough."""
    chance = Random(seed)  # noqa: S311  # the same runs on every machine
    found: list[Run] = []
    while len(found) < count:
        every = [
            run
            for run in every_run(chance.randrange(1 << 32))
            if run.command.words[0] not in DRAWING or chance.random() < _OF_DRAWING
        ]
        found += chance.sample(every, min(count - len(found), len(every)))
    return found


def sound_run(command: Command, folder: Path) -> list[str]:
    """A command of which nothing is malformed."""
    needed = [one for one in command.parameters if one.is_required]
    words = [(one, one.typed(KINDS[one.kind][1](folder))) for one in needed]
    options = [word for one, typed in words if one.option for word in typed]
    return [*command.words, *options, *(typed[0] for one, typed in words if not one.option)]
