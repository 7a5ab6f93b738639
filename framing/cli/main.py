"""The command line as a whole: its commands, its version, its exit codes."""

import sys
import warnings
from typing import Annotated

import typer

from framing import __version__
from framing.cli import (
    coding_commands,
    copying_commands,
    corpus_commands,
    lexicon_commands,
    plan_commands,
    question_commands,
)
from framing.cli.endings import end
from framing.cli.options import option
from framing.cli.output import saying

_EPILOG = """\b
Example:
  framing report seeds

\b
Exit codes:
  0    done
  1    the corpus, a lexicon or a word cannot be used; the message says why
  2    the command was not understood
  3    the result cannot be written
  4    done without some articles, which were set aside
  5    a bug of framing; FRAMING_TRACEBACK=1 in the environment shows where
  130  interrupted
  141  whoever read the output closed it, as head does
"""

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,  # plain help: the same in a terminal, a pipe and a screen reader
    pretty_exceptions_enable=False,  # they would print whole articles
)


def run() -> None:
    """Run the command line; a failure is one message and an exit code."""
    with saying(quiet=False):
        warnings.filterwarnings("ignore", "Glyph .* missing")  # an outlet in letters of no font
        try:
            app(prog_name="framing")
        except Exception as failure:
            sys.exit(end(failure))


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"framing {__version__}")
        raise typer.Exit


@app.callback(epilog=_EPILOG)
def _framing(
    version: Annotated[
        bool, option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Measure how Arabic news frames an event: labels, voices, leaks."""


app.add_typer(corpus_commands.app)
app.add_typer(question_commands.app)
app.add_typer(copying_commands.app)
app.add_typer(coding_commands.app)
app.add_typer(plan_commands.plan_app)
app.add_typer(question_commands.audit_app)
app.add_typer(lexicon_commands.app)
