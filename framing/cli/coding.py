"""The commands for who codes: `framing evaluate`, `framing agreement`."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal

import pandas as pd
import typer

from framing.base.exports import json_lines
from framing.base.files import write_whole
from framing.cli.options import (
    Corpus,
    Encoding,
    Kind,
    OutFile,
    Quiet,
    example,
    option,
    progress_bar,
    put,
    writer,
)
from framing.coding.evaluation import Evaluation
from framing.coding.evaluation import evaluate as measure
from framing.coding.records import read_coding
from framing.coding.reliability import compare_codings
from framing.coding.scorecard import as_text
from framing.corpus.articles import read_corpus

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
def evaluate(
    corpus: Corpus,
    coding: Coding,
    kind: Annotated[
        Literal["text", "json"], typer.Option("--format", help="To read, or for a program.")
    ] = "text",
    errors: Annotated[bool, option("--errors", help="List them, with their sentences.")] = False,
    out: Annotated[Path | None, option("--out", metavar="FILE", help="Where to write.")] = None,
    encoding: Encoding = "utf-8",
    quiet: Quiet = False,
) -> None:
    """Measure what is found against a coding.

    Spans of every layer, then what is said of those that match: source, side, voice, target.
    """
    articles = read_corpus(corpus, encoding=encoding)
    found = measure(articles, coding, progress=progress_bar("Reading", quiet))
    told = _as_json(found, errors) if kind == "json" else "".join(_told(found, errors))
    if out is None:
        put(told)
    else:
        write_whole(out, told.encode("utf-8", "backslashreplace"))


@app.command(
    epilog=example(
        "framing agreement seeds/coding/seeds.jsonl seeds/coding/seeds.jsonl --corpus seeds",
    )
)
def agreement(
    one: One,
    other: Other,
    corpus: ReadByBoth,
    kind: Kind = None,
    out: OutFile = None,
    encoding: Encoding = "utf-8",
    quiet: Quiet = False,
) -> None:
    """Say how far two coders agree.

    F1 of spans, Krippendorff's alpha of their class and of what is said of them.
    """
    write = writer(kind, out, quiet) if kind or out else lambda scores: put(as_text(scores))
    articles = read_corpus(corpus, encoding=encoding)
    write(compare_codings(read_coding(one), read_coding(other), articles))


def _told(found: Evaluation, errors: bool) -> Iterator[str]:
    yield found.text
    if errors:
        yield f"\n{len(found.errors)} errors\n"
        places = ["doc_id", "layer", "start", "end", "form", "sentence"]
        for place, wrong in found.errors.groupby(places, sort=False):
            doc_id, _, start, end, form, sentence = (_one_line(str(cell)) for cell in place)
            yield f"{doc_id} {start}-{end} {form}: {sentence}\n"
            for row in wrong.to_dict("records"):
                sides = f"coded {_said(row['coded'])}, found {_said(row['predicted'])}"
                yield f"    {row['attribute']}, {row['error']}: {sides}\n"


def _said(name: Any) -> str:
    return "nothing" if pd.isna(name) else _one_line(str(name))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _as_json(found: Evaluation, errors: bool) -> str:
    tables = {"scores": found.table, "confusion": found.confusion}
    if errors:
        tables["errors"] = found.errors
    rows = {
        name: [json.loads(line) for line in json_lines(table).splitlines()]
        for name, table in tables.items()
    }
    return json.dumps({"note": found.note, **rows}, ensure_ascii=False, indent=1) + "\n"
