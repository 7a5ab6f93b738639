"""The commands for who writes a lexicon: `framing lexicon stems`."""

from typing import Annotated

import typer

from framing.cli_common import OutFile, example, put
from framing.files import write_whole
from framing.lexicon import load_lexicon
from framing.stemtable import stem_table

Source = Annotated[
    str, typer.Argument(metavar="NAME|FILE", help="A shipped lexicon, or a .toml file.")
]

app = typer.Typer(name="lexicon", no_args_is_help=True, rich_markup_mode=None)


@app.callback(epilog=example("framing lexicon stems militancy"))
def _lexicon() -> None:
    """Show what a lexicon matches."""


@app.command(
    epilog=example(
        "framing lexicon stems militancy",
        "framing lexicon stems militancy --out militancy.stems.tsv",
    )
)
def stems(lexicon: Source, out: OutFile = None) -> None:
    """Show every form by which a lexicon's words are matched. One row a stem."""
    table = stem_table(load_lexicon(lexicon))
    if out is None:
        put(table)
    else:
        write_whole(out, table.encode("utf-8"))
