"""What all commands share: their options, and how results, progress and remarks are shown.

Results go to standard output or to a file, written whole or not at all; progress, remarks
and errors go to standard error. What is piped or saved is exact; what is shown on a
terminal has its control characters replaced, so that no article can act on the terminal.
"""

import os
import re
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Annotated

import pandas as pd
import typer
from rich.console import Console
from rich.progress import track

from framing.base.errors import OutputError
from framing.base.exports import FORMATS, Format, csv_lines, json_lines, save_table
from framing.layers.annotated import Progress

READER_GONE = 141

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_BIDI_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")

option = partial(typer.Option, show_default=False)
Corpus = Annotated[
    Path,
    typer.Argument(
        metavar="CORPUS", help="A folder of .txt files, or a .csv, .xlsx, .jsonl or .parquet file."
    ),
]
Lexicon = Annotated[str, typer.Option(metavar="NAME|FILE", help="A shipped one, or a .toml file.")]
Lexicons = Annotated[
    list[str] | None,
    option("--lexicon", metavar="NAME|FILE", help="May be repeated; else all shipped ones."),
]
LeastScore = Annotated[
    float,
    typer.Option(
        metavar="0..1", min=0, max=1, help="What the context of a doubtful word must speak for it."
    ),
]
Propositions = Annotated[
    str, typer.Option(metavar="NAME|FILE", help="What coverage looks for: a shipped set, or yours.")
]
Kind = Annotated[
    Format | None, option("--format", help="Else the ending of --out decides, else csv.")
]
OutFile = Annotated[Path | None, option("--out", metavar="FILE", help="Where to write the table.")]
OutFolder = Annotated[Path, typer.Option("--out", metavar="DIR", help="Made if missing.")]
Encoding = Annotated[str, typer.Option(metavar="NAME", help="Of text files, such as cp1256.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no remarks.")]


def example(*commands: str) -> str:
    """The last lines of a help page: the command as it is typed."""
    return "\n".join(("\b", "Example:", *(f"  {command}" for command in commands)))


def writer(kind: Format | None, out: Path | None, quiet: bool) -> Callable[[pd.DataFrame], None]:
    """Settle where a table goes and how, before any work is done."""
    chosen = chosen_format(kind, out)
    if out is None:
        return lambda table: put(json_lines(table) if chosen == "jsonl" else csv_lines(table))
    return partial(_save, out, chosen, quiet)


def chosen_format(kind: Format | None, out: Path | None) -> Format:
    """The format that was asked for: by name, else by the ending of the file, else csv."""
    if out is None and kind == "parquet":
        raise typer.BadParameter("parquet is not text: it needs --out FILE.", param_hint="--format")
    if kind or out is None:
        return kind or "csv"
    ending = out.suffix.lower().removeprefix(".")
    chosen = next((known for known in FORMATS if known == ending), None)
    if chosen is None:
        raise typer.BadParameter(
            f"'{out}' does not end in .{', .'.join(FORMATS)}. Let it end so, or add --format.",
            param_hint="--out",
        )
    return chosen


def _save(out: Path, kind: Format, quiet: bool, table: pd.DataFrame) -> None:
    save_table(table, out, kind)
    remark(f"{len(table)} rows written to '{out}'.", quiet)


def put(text: str) -> None:
    """Write to standard output as UTF-8, whatever the locale."""
    shown = harmless(text) if sys.stdout.isatty() else text
    try:
        typer.echo(shown.encode("utf-8", "backslashreplace"), nl=False)
    except OSError as failure:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nothing left to flush
        if isinstance(failure, BrokenPipeError):
            raise typer.Exit(READER_GONE) from failure
        raise OutputError(
            f"The output could not be written: {failure.strerror}. Send it where there is room."
        ) from failure


def progress_bar(doing: str, quiet: bool) -> Progress:
    """A progress bar on standard error, where somebody watches; else nothing."""
    if quiet or not sys.stderr.isatty():
        return iter
    return partial(track, description=doing, console=Console(stderr=True), transient=True)


def remark(text: str, quiet: bool = False) -> None:
    """Say something on standard error."""
    if not quiet:
        typer.echo(f"framing: {harmless(text)}", err=True)


def harmless(text: str) -> str:
    """Keep lines and tabs, but let no control character act on a terminal or turn a line round."""
    return _CONTROLS.sub("\ufffd", _BIDI_CONTROLS.sub("", text))
