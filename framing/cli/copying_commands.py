"""The commands for who compares outlets: `reuse`, `shared-quotations`, `coverage`."""

from typing import Annotated

import typer

import framing as fr
from framing import cli
from framing.cli.options import AskedTable, example, option
from framing.cli.spreading import spread

Propositions = Annotated[
    str, typer.Argument(metavar="NAME|FILE", help="A shipped set, or a .toml file.")
]
LeastSimilarity = Annotated[
    float,
    typer.Option(
        metavar="0..1", min=0, max=1, help="How much of two passages must be the same words."
    ),
]
Spelling = Annotated[
    bool, option("--spelling", help="Also where only the spelling differs: إرهاب, ارهاب.")
]

app = typer.Typer(rich_markup_mode=None)


@app.command(
    epilog=example(
        "framing reuse seeds --format jsonl",
        "framing reuse seeds --edits --out edits.csv",
    )
)
@spread
def reuse(
    asked: AskedTable,
    least_similarity: LeastSimilarity = 0.4,
    spelling: Spelling = False,
    edits: Annotated[bool, option("--edits", help="A row an edit, not a row a pair.")] = False,
) -> None:
    """Find passages that articles share. One row a pair, with its edits."""
    found = cli.shared_passages(
        asked.articles(),
        rows="edits" if edits else "nested" if asked.format == "jsonl" else "pairs",
        least_similarity=least_similarity,
        spelling=spelling,
        progress=asked.progress("Reading"),
    )
    asked.write(found)


@app.command("shared-quotations", epilog=example("framing shared-quotations seeds --out said.csv"))
@spread
def shared_quotations(asked: AskedTable) -> None:
    """Find what several articles quote. One row a pair of utterances."""
    asked.write(fr.shared_quotations(asked.articles(), progress=asked.progress("Reading")))


@app.command(
    epilog=example(
        "framing coverage seeds moscow-2016",
        "framing coverage seeds moscow-2016 --passages --out passages.csv",
    )
)
@spread
def coverage(
    asked: AskedTable,
    propositions: Propositions,
    behind: Annotated[
        bool,
        option(
            "--passages",
            help="A row a passage that decided a cell, or came near to it, not a row a cell.",
        ),
    ] = False,
) -> None:
    """Say which article holds which proposition. One row a cell."""
    found = fr.coverage(asked.articles(), propositions, progress=asked.progress("Reading"))
    asked.write(found.passages if behind else found.cells)
