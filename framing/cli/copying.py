"""The commands for who compares outlets: `reuse`, `shared-quotations`, `coverage`."""

from typing import Annotated

import pandas as pd
import typer

from framing.cli.options import (
    Corpus,
    Encoding,
    Kind,
    OutFile,
    Quiet,
    chosen_format,
    example,
    option,
    progress_bar,
    writer,
)
from framing.copying.coverage import coverage as cover
from framing.copying.passages import LEAST_ALIKE
from framing.copying.reuse import reuse_with_edits
from framing.copying.shared_quotations import shared_quotations as find_quotations
from framing.corpus.articles import read_corpus

Propositions = Annotated[
    str, typer.Argument(metavar="NAME|FILE", help="A shipped set, or a .toml file.")
]

app = typer.Typer(rich_markup_mode=None)


@app.command(
    epilog=example(
        "framing reuse seeds --format jsonl",
        "framing reuse seeds --edits --out edits.csv",
    )
)
def reuse(
    corpus: Corpus,
    least_similarity: Annotated[
        float,
        typer.Option(metavar="0..1", min=0, max=1, help="What share of two passages is alike."),
    ] = LEAST_ALIKE,
    spelling: Annotated[bool, option("--spelling", help="Also what is only spelled.")] = False,
    edits: Annotated[bool, option("--edits", help="A row an edit, not a row a pair.")] = False,
    kind: Kind = None,
    out: OutFile = None,
    encoding: Encoding = "utf-8",
    quiet: Quiet = False,
) -> None:
    """Find passages that articles share. One row a pair, with its edits."""
    write = writer(kind, out, quiet)
    articles = read_corpus(corpus, encoding=encoding)
    bar = progress_bar("Reading", quiet)
    pairs, changes = reuse_with_edits(
        articles, least_similarity=least_similarity, spelling=spelling, progress=bar
    )
    if edits:
        write(changes)
    elif chosen_format(kind, out) == "jsonl":
        write(_nested(pairs, changes))
    else:
        write(pairs)


@app.command("shared-quotations", epilog=example("framing shared-quotations seeds --out said.csv"))
def shared_quotations(
    corpus: Corpus,
    kind: Kind = None,
    out: OutFile = None,
    encoding: Encoding = "utf-8",
    quiet: Quiet = False,
) -> None:
    """Find what several articles quote. One row a pair of utterances."""
    write = writer(kind, out, quiet)
    articles = read_corpus(corpus, encoding=encoding)
    write(find_quotations(articles, progress=progress_bar("Reading", quiet)))


@app.command(
    epilog=example(
        "framing coverage seeds moscow-2016",
        "framing coverage seeds moscow-2016 --passages --out passages.csv",
    )
)
def coverage(
    corpus: Corpus,
    propositions: Propositions,
    behind: Annotated[
        bool, option("--passages", help="What the cells rest on, and near-misses.")
    ] = False,
    kind: Kind = None,
    out: OutFile = None,
    encoding: Encoding = "utf-8",
    quiet: Quiet = False,
) -> None:
    """Say which article holds which proposition. One row a cell."""
    write = writer(kind, out, quiet)
    articles = read_corpus(corpus, encoding=encoding)
    found = cover(articles, propositions, progress=progress_bar("Reading", quiet))
    write(found.passages if behind else found.cells)


def _nested(pairs: pd.DataFrame, edits: pd.DataFrame) -> pd.DataFrame:
    """Pairs with each edit as an object: its kind, both forms with their places, both entries."""
    shared = ["pair_id", "doc_id_a", "field_a", "doc_id_b", "field_b"]
    objects: dict[str, list[dict[str, object]]] = {str(name): [] for name in pairs["pair_id"]}
    for name, row in zip(
        edits["pair_id"], edits.drop(columns=shared).to_dict("records"), strict=True
    ):
        objects[name].append({str(key): cell for key, cell in row.items()})
    cells = [objects[name] for name in pairs["pair_id"]]
    return pairs.assign(edits=pd.Series(cells, pairs.index, dtype=object))
