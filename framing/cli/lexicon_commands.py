"""The commands for who writes a lexicon: `framing lexicon check`, `framing lexicon stems`."""

from pathlib import Path
from typing import Annotated

import typer

from framing import cli
from framing.cli.options import Asked, TextOrJson, example, option
from framing.cli.output import put, saying
from framing.cli.spreading import spread

HAS_ERRORS = 1

Source = Annotated[
    str, typer.Argument(metavar="NAME|FILE", help="A shipped lexicon, or a .toml file.")
]
Tried = Annotated[
    Path | None,
    option("--corpus", metavar="CORPUS", help="Show what is found there; may be one .txt file."),
]
Forms = Annotated[
    int, typer.Option(min=1, help="How many forms of each entry are shown; json has all.")
]
Table = Annotated[Path | None, option("--out", metavar="FILE", help="Where to write the table.")]

app = typer.Typer(name="lexicon", no_args_is_help=True, rich_markup_mode=None)


@app.callback(epilog=example("framing lexicon check state --corpus seeds --forms 3"))
def _lexicon() -> None:
    """Check a lexicon and show what it matches."""


@app.command(
    epilog=example(
        "framing lexicon check militancy",
        "framing lexicon check state --corpus seeds --forms 3",
        "framing lexicon check sourcing --corpus seeds --format json",
    )
)
@spread
def check(
    lexicon: Source,
    asked: Asked,
    corpus: Tried = None,
    forms: Forms = 10,
    kind: TextOrJson = "text",
) -> None:
    """Find errors and doubtful words of a lexicon.

    All errors at once, each with its line; words that two entries claim; with a corpus,
    what each entry catches there.
    """
    bar = asked.progress("Reading")
    with saying(asked.quiet):
        found = cli.checked(lexicon, corpus, encoding=asked.encoding, progress=bar)
    if kind == "json":
        put(cli.check_json(found))
    else:
        put(cli.check_text(found, forms, is_tried=corpus is not None))
    if found.errors:
        raise typer.Exit(HAS_ERRORS)


@app.command(
    epilog=example(
        "framing lexicon stems militancy",
        "framing lexicon stems militancy --out militancy.stems.tsv",
    )
)
def stems(lexicon: Source, out: Table = None) -> None:
    """Show every form by which a lexicon's words are matched. One row a stem."""
    table = cli.stems_text(lexicon)
    if out is None:
        put(table)
    else:
        cli.save_text(table, out)
