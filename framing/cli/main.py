"""The command line: each command reads a corpus and calls one function.

What all commands share (options, output, remarks) is in `framing.cli.options`.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Literal

import pandas as pd
import typer

from framing import __version__
from framing.attribution.voice import VoiceSplit
from framing.base.errors import FramingError, OutputError
from framing.cli.coding import app as coding_commands
from framing.cli.copying import app as reuse_commands
from framing.cli.lexicon import app as lexicon_commands
from framing.cli.options import (
    Corpus,
    Encoding,
    Kind,
    LeastScore,
    Lexicon,
    Lexicons,
    OutFile,
    OutFolder,
    Propositions,
    Quiet,
    example,
    harmless,
    option,
    progress_bar,
    put,
    remark,
    writer,
)
from framing.cli.questions import app as question_commands
from framing.cli.questions import audit_app as audit_commands
from framing.corpus.articles import Lang, read_corpus
from framing.counting.features import LEXICONS
from framing.counting.features import features as count_features
from framing.layers.concordance import kwic as concordance
from framing.lexicon.evidence import CUE_THRESHOLD, THRESHOLD
from framing.questions.survey import EXAMPLE, survey
from framing.showing.figures import Figure, PictureFormat, draw_all, save_figures
from framing.showing.report import report as write_report

INPUT_FAILED, OUTPUT_FAILED = 1, 3

_EPILOG = """\b
Example:
  framing report seeds

\b
Exit codes:
  0    done
  1    the corpus, a lexicon or a word cannot be used; the message says why
  2    the command was not understood
  3    the result cannot be written
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
    """Run the command line; a failure that was foreseen is one message and an exit code."""
    try:
        app(prog_name="framing")
    except FramingError as failure:
        remark(str(failure))
        sys.exit(OUTPUT_FAILED if isinstance(failure, OutputError) else INPUT_FAILED)
    except OSError as failure:
        remark(f"'{failure.filename}': {failure.strerror}. Give the path of what you may read.")
        sys.exit(INPUT_FAILED)


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


@app.command(epilog=example("framing report seeds"))
def report(
    corpus: Corpus,
    out: OutFolder = Path("report"),
    lang: Lang = "en",
    propositions: Propositions = EXAMPLE,
    encoding: Encoding = "utf-8",
    quiet: Quiet = False,
) -> None:
    """Write one page with all figures and tables. Print its path."""
    articles = read_corpus(corpus, encoding=encoding)
    bar = progress_bar("Writing", quiet)
    page = write_report(articles, out, lang=lang, propositions=propositions, progress=bar)
    put(f"{page}\n")


@app.command(
    epilog=example(
        "framing mentions seeds",
        "framing mentions seeds --lexicon state --out state.csv",
        "framing mentions seeds --format jsonl",
    )
)
def mentions(
    corpus: Corpus,
    lexicon: Lexicon = "militancy",
    least_score: LeastScore = THRESHOLD,
    kind: Kind = None,
    out: OutFile = None,
    encoding: Encoding = "utf-8",
    quiet: Quiet = False,
) -> None:
    """Find a lexicon's words, each with its voice. One row a mention."""
    write = writer(kind, out, quiet)
    articles = read_corpus(corpus, encoding=encoding)
    bar = progress_bar("Reading", quiet)
    write(layers.mentions(articles, lexicon, least_score=least_score, progress=bar))


@app.command(epilog=example("framing attributions seeds --out attributions.jsonl"))
def attributions(
    corpus: Corpus,
    least_score: LeastScore = CUE_THRESHOLD,
    kind: Kind = None,
    out: OutFile = None,
    encoding: Encoding = "utf-8",
    quiet: Quiet = False,
) -> None:
    """Find the cues that give somebody a voice. One row a cue, with its stance."""
    write = writer(kind, out, quiet)
    articles = read_corpus(corpus, encoding=encoding)
    bar = progress_bar("Reading", quiet)
    write(layers.attributions(articles, least_score=least_score, progress=bar))


@app.command(epilog=example("framing leaks seeds --out leaks.parquet"))
def leaks(
    corpus: Corpus,
    kind: Kind = None,
    out: OutFile = None,
    encoding: Encoding = "utf-8",
    quiet: Quiet = False,
) -> None:
    """Find leaks, unnamed sources, media as source. One row a reference."""
    write = writer(kind, out, quiet)
    articles = read_corpus(corpus, encoding=encoding)
    write(layers.leaks(articles, progress=progress_bar("Reading", quiet)))


@app.command(
    epilog=example(
        "framing features seeds --out features.csv",
        "framing features seeds --lexicon militancy --lexicon state --voice all",
    )
)
def features(
    corpus: Corpus,
    lexicon: Lexicons = None,
    voice: Annotated[VoiceSplit, typer.Option(help="Direct and unknown apart, or one.")] = "split",
    kind: Kind = None,
    out: OutFile = None,
    encoding: Encoding = "utf-8",
    quiet: Quiet = False,
) -> None:
    """Count every category in every article. Each with base, rate and interval."""
    write = writer(kind, out, quiet)
    articles = read_corpus(corpus, encoding=encoding)
    lexicons = progress_bar("Counting", quiet)(lexicon or LEXICONS)
    counts = [count_features(articles, [one], voice=voice) for one in lexicons]
    write(pd.concat(counts, ignore_index=True))


@app.command(
    epilog=example("framing kwic seeds إرهاب", "framing kwic seeds قال --width 4 --out said.csv")
)
def kwic(
    corpus: Corpus,
    word: Annotated[
        str, typer.Argument(metavar="WORD", help="A word, or several in quotation marks.")
    ],
    width: Annotated[int, typer.Option(min=0, help="Words shown on each side.")] = 8,
    kind: Kind = None,
    out: OutFile = None,
    encoding: Encoding = "utf-8",
    quiet: Quiet = False,
) -> None:
    """Show a word in its contexts. With --format or --out, as a table."""
    write = writer(kind, out, quiet) if kind or out else _put_concordance
    found = concordance(read_corpus(corpus, encoding=encoding), word, width=width)
    if not len(found):
        remark(f"'{word}' does not occur.", quiet)
    write(found.table)


def _put_concordance(table: pd.DataFrame) -> None:
    lines = []
    for row in table.to_dict("records"):
        outlet, doc_id = str(row["outlet"]).split("\n")[-1], row["doc_id"]
        place = outlet if outlet == f"text {doc_id}" else f"{doc_id} {outlet}"
        cells = (" ".join(str(row[side]).split()) for side in ("left", "node", "right"))
        lines.append(harmless(f"{place}: {' | '.join(cells)}".replace("\n", " ")) + "\n")
    put("".join(lines))


@app.command(epilog=example("framing figures seeds --out figures"))
def figures(
    corpus: Corpus,
    out: OutFolder,
    lang: Literal["en", "ar", "both"] = "both",
    picture: Annotated[
        Literal["svg", "png", "both"], typer.Option("--format", help="Of the pictures.")
    ] = "svg",
    propositions: Propositions = EXAMPLE,
    encoding: Encoding = "utf-8",
    quiet: Quiet = False,
) -> None:
    """Draw every figure. Print the path of each file: pictures, numbers, captions."""
    articles = read_corpus(corpus, encoding=encoding)
    drawn = _draw(articles, ("en", "ar") if lang == "both" else (lang,), propositions)
    formats: tuple[PictureFormat, ...] = ("svg", "png") if picture == "both" else (picture,)
    for path in save_figures(progress_bar("Drawing", quiet)(drawn), out, formats):
        put(f"{path}\n")


def _draw(articles: pd.DataFrame, languages: Sequence[Lang], propositions: str) -> Iterator[Figure]:
    found = survey(articles, propositions=propositions)
    for lang in languages:
        yield from draw_all(found, lang=lang)


app.add_typer(question_commands)
app.add_typer(reuse_commands)
app.add_typer(coding_commands)
app.add_typer(audit_commands)
app.add_typer(lexicon_commands)
