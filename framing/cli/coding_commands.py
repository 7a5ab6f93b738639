"""The commands for who codes: `framing evaluate`, `framing agreement`."""

from pathlib import Path
from typing import Annotated

import typer

import framing as fr
from framing import cli
from framing.cli.options import AskedCorpus, TableOut, TextOrJson, example, option
from framing.cli.output import put
from framing.cli.spreading import spread

Coding = Annotated[
    Path, typer.Argument(metavar="GOLD.jsonl", help="The coding: JSON Lines, one record a line.")
]
One = Annotated[Path, typer.Argument(metavar="CODING_A", help="One coder's JSON Lines.")]
Other = Annotated[Path, typer.Argument(metavar="CODING_B", help="The other's, of the same texts.")]
ReadByBoth = Annotated[
    Path, typer.Option("--corpus", metavar="CORPUS", help="The articles that both have read.")
]

app = typer.Typer(rich_markup_mode=None)


@app.command(
    epilog=example(
        "framing evaluate seeds seeds/coding/seeds.jsonl",
        "framing evaluate seeds seeds/coding/seeds.jsonl --errors --out errors.txt",
    )
)
@spread
def evaluate(
    asked: AskedCorpus,
    coding: Coding,
    kind: TextOrJson = "text",
    errors: Annotated[bool, option("--errors", help="List errors, with their sentences.")] = False,
    out: Annotated[Path | None, option("--out", metavar="FILE", help="Where to write.")] = None,
) -> None:
    """Measure what is found against a coding.

    Spans of every layer, then what is said of those that match: source, side, voice, target.
    """
    found = fr.evaluate(asked.articles(), coding, progress=asked.progress("Reading"))
    told = cli.evaluation_json if kind == "json" else cli.evaluation_text
    if out is None:
        put(told(found, errors=errors))
    else:
        cli.save_text(told(found, errors=errors), out)


@app.command(
    epilog=example(
        "framing agreement seeds/coding/seeds.jsonl seeds/coding/seeds.jsonl --corpus seeds",
    )
)
@spread
def agreement(one: One, other: Other, corpus: ReadByBoth, asked: TableOut) -> None:
    """Say how far two coders agree.

    F1 of spans, Krippendorff's alpha of their class and of what is said of them.
    """
    articles = asked.read(corpus)
    scores = fr.compare_codings(fr.read_coding(one), fr.read_coding(other), articles)
    if asked.is_table:
        asked.write(scores)
    else:
        put(cli.agreement_text(scores))
