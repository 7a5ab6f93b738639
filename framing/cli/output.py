"""How results, progress and remarks are shown.

Results go to standard output or to a file, written whole or not at all; progress, remarks
and errors go to standard error. What is piped or saved is exact; what is shown on a
terminal has its control characters replaced, so that no article can act on the terminal.
"""

import os
import sys
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

import typer
from rich.console import Console
from rich.progress import track

from framing.base.errors import CorpusWarning, OutputError, SpeedWarning
from framing.base.markup import harmless

if TYPE_CHECKING:  # what reads is loaded when it is asked to
    from framing.layers.annotated import Progress

READER_GONE = 141


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


def progress_bar(doing: str, quiet: bool) -> "Progress":
    """A progress bar on standard error, where somebody watches; else nothing."""
    if quiet or not sys.stderr.isatty():
        return _untold
    return partial(track, description=doing, console=Console(stderr=True), transient=True)


def _untold(items: Iterable[Any]) -> Iterable[Any]:
    return items


def remark(text: str, quiet: bool = False) -> None:
    """Say something on standard error."""
    if not quiet:
        typer.echo(f"framing: {harmless(text)}", err=True)


@contextmanager
def saying(quiet: bool) -> Iterator[None]:
    """Say as a remark, at once, what articles are taken otherwise, or why a run takes longer."""
    with warnings.catch_warnings():
        show = warnings.showwarning

        def say(message: Warning | str, category: type[Warning], *where: Any, **more: Any) -> None:
            if issubclass(category, (CorpusWarning, SpeedWarning)):
                remark(str(message), quiet)
            else:
                show(message, category, *where, **more)

        warnings.simplefilter("always", CorpusWarning)
        warnings.showwarning = say
        yield
