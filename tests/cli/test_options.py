"""Options: told once, the same as the function's behind a command, and told without loading it."""

import inspect
import subprocess
import sys
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin

import pytest
from typer.main import get_command
from typer.testing import CliRunner

import framing as fr
from framing.cli import main as cli
from framing.cli.options import AskedTable, Groups

ROOT = Path(__file__).parents[2]
FUNCTIONS = {
    **{name: name for name in ("report", "mentions", "attributions", "leaks", "features", "kwic")},
    **{name: name for name in ("compare", "keywords", "reuse", "coverage", "evaluate")},
    "shared-quotations": "shared_quotations",
    "audit agree": "audit_agreement",
    "audit draw": "draw_audit",
    "audit score": "score_audit",
}
OTHER = ("figures", "agreement", "lexicon check", "lexicon stems")
COMMANDS = (*FUNCTIONS, *OTHER)


def command(name: str) -> Any:
    found: Any = get_command(cli.app)
    for part in name.split():
        found = found.commands[part]
    return found


def options(name: str) -> dict[str, Any]:
    """Arguments and options of a command, as it declares them."""
    return dict(inspect.signature(command(name).callback).parameters)


def choices(annotation: Any) -> tuple[Any, ...]:
    declared = get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation
    return get_args(declared) if get_origin(declared) is Literal else ()


def shared(name: str) -> list[tuple[inspect.Parameter, inspect.Parameter]]:
    """Options of a command with the parameter of its function that has the same name."""
    parameters = inspect.signature(getattr(fr, FUNCTIONS[name])).parameters
    return [(one, parameters[known]) for known, one in options(name).items() if known in parameters]


@pytest.mark.parametrize("name", FUNCTIONS)
def test_what_a_command_takes_for_granted_is_what_its_function_does(name: str) -> None:
    wrong = {
        option.name: (option.default, parameter.default)
        for option, parameter in shared(name)
        if parameter.empty not in (option.default, parameter.default)
        and option.default != parameter.default
    }
    assert wrong == {}


@pytest.mark.parametrize("name", FUNCTIONS)
def test_what_may_be_chosen_is_what_its_function_takes(name: str) -> None:
    pairs = [(choices(one.annotation), choices(other.annotation)) for one, other in shared(name)]
    assert [(told, taken) for told, taken in pairs if told and told != taken] == []


def test_what_is_shared_is_told_by_every_command_that_names_the_group() -> None:
    wanted = {"corpus", "columns", "actors", "kind", "out", "encoding", "quiet", "strict"}
    wanted |= {"drop_duplicates", "set_aside"}
    assert set(inspect.signature(AskedTable).parameters) == wanted
    for name in ("mentions", "reuse", "coverage", "compare", "audit score"):
        assert wanted <= set(options(name))
    groups = set(inspect.signature(Groups).parameters)
    assert groups <= set(options("compare")) & set(options("keywords"))


@pytest.mark.parametrize("name", COMMANDS)
def test_help_of_a_command_tells_every_argument_and_option_in_a_sentence(name: str) -> None:
    page = CliRunner().invoke(cli.app, [*name.split(), "--help"], prog_name="framing").output
    told = " ".join(page.split())
    for option in command(name).params:
        assert option.help.endswith(".")
        assert " ".join(option.help.split()) in told


def test_arguments_stand_in_the_order_in_which_they_are_typed() -> None:
    arguments = {
        name: [one.name for one in command(name).params if one.param_type_name == "argument"]
        for name in ("kwic", "audit score", "evaluate", "agreement", "coverage")
    }
    assert arguments == {
        "kwic": ["corpus", "word"],
        "audit score": ["folder", "corpus"],
        "evaluate": ["corpus", "coding"],
        "agreement": ["one", "other"],
        "coverage": ["corpus", "propositions"],
    }


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--version"], 0),
        (["--help"], 0),
        (["compare", "--help"], 0),
        (["lexicon", "check", "--help"], 0),
        (["mention", "seeds"], 2),
        (["mentions", "seeds", "--format", "parquet"], 2),
    ],
)
def test_what_needs_no_article_is_answered_before_tables_are_loaded(
    arguments: list[str], code: int
) -> None:
    ask = (
        "import sys; from framing.cli.main import run\n"
        "try: run()\n"
        "except SystemExit as end: sys.exit(99 if 'pandas' in sys.modules else end.code)"
    )
    run = subprocess.run(
        [sys.executable, "-c", ask, *arguments], capture_output=True, check=False, cwd=ROOT
    )
    assert run.returncode == code
