"""The commands that answer questions: `framing compare`, `framing keywords`, `framing audit`."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, Literal

import pandas as pd
import typer

from framing.attribution.voice import VoiceSplit
from framing.base.errors import FramingError
from framing.base.results import Result
from framing.cli.options import (
    Corpus,
    Encoding,
    Kind,
    Lexicon,
    Lexicons,
    OutFile,
    Quiet,
    example,
    option,
    progress_bar,
    put,
    remark,
    writer,
)
from framing.corpus.articles import read_corpus
from framing.corpus.readers import read_source
from framing.counting.features import LEXICONS, WORDS
from framing.counting.features import features as count_features
from framing.questions import audit
from framing.questions.comparison import compare as compare_rates
from framing.questions.keywords import keywords as find_keywords

By = Annotated[str, typer.Option(metavar="COLUMN", help="What is known of the articles.")]
Reference = Annotated[
    str | None, option("--reference", metavar="GROUP", help="All others are compared with it.")
]
Copies = Annotated[
    Path | None,
    option("--clusters", metavar="FILE", help="Shared wire copy: columns doc_id, cluster."),
]
Sheet = Annotated[Path, typer.Argument(metavar="DIR", help="The folder of the coding sheet.")]

app = typer.Typer(rich_markup_mode=None)
audit_app = typer.Typer(name="audit", no_args_is_help=True, rich_markup_mode=None)


@app.command(
    epilog=example(
        "framing compare seeds",
        "framing compare seeds --feature militancy.terror --voice all --out terror.csv",
    )
)
def compare(
    corpus: Corpus,
    lexicon: Lexicons = None,
    feature: Annotated[
        str | None, option("--feature", metavar="NAME", help="One only: militancy.terror.actor")
    ] = None,
    by: By = "outlet",
    within: Annotated[
        str, typer.Option(metavar="COLUMN", help="auto (event, else month), month, none or one.")
    ] = "auto",
    reference: Reference = None,
    voice: Annotated[VoiceSplit, typer.Option(help="Each voice, or all added up.")] = "split",
    method: Annotated[
        Literal["auto", "exact", "regression", "bootstrap"],
        typer.Option(help="exact describes these texts; the others need twenty articles."),
    ] = "auto",
    clusters: Copies = None,
    kind: Kind = None,
    out: OutFile = None,
    encoding: Encoding = "utf-8",
    quiet: Quiet = False,
) -> None:
    """Say whether outlets differ, by how much, how surely.

    Two sentences and a note; with --format or --out the table, one row a comparison.
    """
    write = _writer(kind, out, quiet)
    articles = read_corpus(corpus, encoding=encoding)
    names = lexicon or [feature.split(".")[0] if feature else LEXICONS[0]]
    rates = count_features(articles, names, progress=progress_bar("Counting", quiet))
    found = compare_rates(
        rates,
        articles,
        by=by,
        within=None if within == "none" else within,
        reference=reference,
        clusters=_clusters(clusters, encoding),
        of=feature or _counted(rates),
        voice=voice,
        method=method,
    )
    write(found)


@app.command(epilog=example("framing keywords seeds", "framing keywords seeds --out words.csv"))
def keywords(
    corpus: Corpus,
    by: By = "outlet",
    reference: Reference = None,
    most: Annotated[int, typer.Option(min=1, help="Words listed of each group.")] = 20,
    clusters: Copies = None,
    kind: Kind = None,
    out: OutFile = None,
    encoding: Encoding = "utf-8",
    quiet: Quiet = False,
) -> None:
    """List the words distinctive of each outlet.

    House spelling and clitics levelled. With --format or --out the table, one row a word.
    """
    write = _writer(kind, out, quiet)
    articles = read_corpus(corpus, encoding=encoding)
    copies = _clusters(clusters, encoding)
    write(find_keywords(articles, by=by, reference=reference, clusters=copies, most=most))


@audit_app.callback(epilog=example("framing audit draw seeds --out audit --size 10"))
def _audit() -> None:
    """Code a random sample by hand, and score what is found."""


@audit_app.command(epilog=example("framing audit draw seeds --out audit --size 10"))
def draw(
    corpus: Corpus,
    out: Annotated[Path, option("--out", metavar="DIR", help="Made if missing.")],
    lexicon: Lexicon = "militancy",
    size: Annotated[int, typer.Option(min=2, help="Articles drawn.")] = 100,
    by: By = "outlet",
    seed: Annotated[int, typer.Option(help="Of the random draw.")] = 2016,
    encoding: Encoding = "utf-8",
) -> None:
    """Draw articles at random and write a coding sheet. Print its path."""
    articles = read_corpus(corpus, encoding=encoding)
    put(f"{audit.draw(articles, out, lexicon=lexicon, size=size, by=by, seed=seed)}\n")


@audit_app.command(epilog=example("framing audit score audit seeds"))
def score(
    folder: Sheet,
    corpus: Corpus,
    lexicon: Lexicon = "militancy",
    by: By = "outlet",
    kind: Kind = None,
    out: OutFile = None,
    encoding: Encoding = "utf-8",
    quiet: Quiet = False,
) -> None:
    """Score a coded sheet.

    Precision, recall and corrected rates; with --format or --out the table.
    """
    write = _writer(kind, out, quiet)
    articles = read_corpus(corpus, encoding=encoding)
    write(audit.score(folder, articles, lexicon=lexicon, by=by))


def _writer(kind: Any, out: Path | None, quiet: bool) -> Callable[[Result], None]:
    """The finding on the screen; its table where one is asked for, the finding as a remark."""
    if not (kind or out):
        return lambda found: put(f"{found}\n")
    write = writer(kind, out, quiet)

    def table(found: Result) -> None:
        write(found.table)
        remark(str(found), quiet)

    return table


def _counted(rates: pd.DataFrame) -> list[str]:
    """The lexicons of which anything was counted: their main categories are compared."""
    names = rates.loc[rates["feature"] != WORDS, "feature"]
    return list(dict.fromkeys(name.split(".")[0] for name in names))


def _clusters(path: Path | None, encoding: str) -> dict[str, Any] | None:
    if path is None:
        return None
    table = read_source(path, encoding)
    if not {"doc_id", "cluster"} <= set(table.columns):
        raise FramingError(f"'{path}' needs the columns doc_id and cluster. Add them.")
    return dict(zip(table["doc_id"].astype(str), table["cluster"], strict=True))
