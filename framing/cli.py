"""The command line: each command reads a corpus and calls one function.

Results go to standard output or to a file, written whole or not at all; progress, remarks
and errors go to standard error. What is piped or saved is exact; what is shown on a
terminal has its control characters replaced, so that no article can act on the terminal.
"""

import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Annotated, Literal

import pandas as pd
import typer
from rich.console import Console
from rich.progress import track

from framing import __version__, layers
from framing.concordance import kwic as concordance
from framing.corpus import Lang, read_corpus
from framing.errors import FramingError, OutputError
from framing.exports import FORMATS, Format, csv_lines, json_lines, save_table
from framing.features import LEXICONS, VoiceSplit
from framing.features import features as count_features
from framing.figures import Figure, draw_all, save_figure
from framing.layers import Progress
from framing.report import report as write_report
from framing.survey import survey

INPUT_FAILED, OUTPUT_FAILED, READER_GONE = 1, 3, 141

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
_CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_BIDI_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")

_option = partial(typer.Option, show_default=False)
Corpus = Annotated[
    Path,
    typer.Argument(
        metavar="CORPUS", help="A folder of .txt files, or a .csv, .xlsx, .jsonl or .parquet file."
    ),
]
Lexicon = Annotated[str, typer.Option(metavar="NAME|FILE", help="A shipped one, or a .toml file.")]
Lexicons = Annotated[
    list[str] | None,
    _option("--lexicon", metavar="NAME|FILE", help="May be repeated; else all shipped ones."),
]
Kind = Annotated[
    Format | None, _option("--format", help="Else the ending of --out decides, else csv.")
]
OutFile = Annotated[Path | None, _option("--out", metavar="FILE", help="Where to write the table.")]
OutFolder = Annotated[Path, typer.Option("--out", metavar="DIR", help="Made if missing.")]
Encoding = Annotated[str, typer.Option(metavar="NAME", help="Of text files, such as cp1256.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no remarks.")]

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
        _remark(str(failure))
        sys.exit(OUTPUT_FAILED if isinstance(failure, OutputError) else INPUT_FAILED)
    except OSError as failure:
        _remark(f"'{failure.filename}': {failure.strerror}. Give the path of what you may read.")
        sys.exit(INPUT_FAILED)


def _example(*commands: str) -> str:
    return "\n".join(("\b", "Example:", *(f"  {command}" for command in commands)))


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"framing {__version__}")
        raise typer.Exit


@app.callback(epilog=_EPILOG)
def _framing(
    version: Annotated[
        bool, _option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Measure how Arabic news frames an event: labels, voices, leaks."""


@app.command(epilog=_example("framing report seeds"))
def report(
    corpus: Corpus,
    out: OutFolder = Path("report"),
    lang: Lang = "en",
    encoding: Encoding = "utf-8",
    quiet: Quiet = False,
) -> None:
    """Write one page with all figures and tables. Print its path."""
    articles = read_corpus(corpus, encoding=encoding)
    page = write_report(articles, out, lang=lang, progress=_progress("Writing", quiet))
    _put(f"{page}\n")


@app.command(
    epilog=_example(
        "framing mentions seeds",
        "framing mentions seeds --lexicon state --out state.csv",
        "framing mentions seeds --format jsonl",
    )
)
def mentions(
    corpus: Corpus,
    lexicon: Lexicon = "militancy",
    kind: Kind = None,
    out: OutFile = None,
    encoding: Encoding = "utf-8",
    quiet: Quiet = False,
) -> None:
    """Find a lexicon's words, each with its voice. One row a mention."""
    write = _writer(kind, out, quiet)
    articles = read_corpus(corpus, encoding=encoding)
    write(layers.mentions(articles, lexicon, progress=_progress("Reading", quiet)))


@app.command(epilog=_example("framing attributions seeds --out attributions.jsonl"))
def attributions(
    corpus: Corpus,
    kind: Kind = None,
    out: OutFile = None,
    encoding: Encoding = "utf-8",
    quiet: Quiet = False,
) -> None:
    """Find the cues that give somebody a voice. One row a cue, with its stance."""
    write = _writer(kind, out, quiet)
    articles = read_corpus(corpus, encoding=encoding)
    write(layers.attributions(articles, progress=_progress("Reading", quiet)))


@app.command(epilog=_example("framing leaks seeds --out leaks.parquet"))
def leaks(
    corpus: Corpus,
    kind: Kind = None,
    out: OutFile = None,
    encoding: Encoding = "utf-8",
    quiet: Quiet = False,
) -> None:
    """Find leaks, unnamed sources, media as source. One row a reference."""
    write = _writer(kind, out, quiet)
    articles = read_corpus(corpus, encoding=encoding)
    write(layers.leaks(articles, progress=_progress("Reading", quiet)))


@app.command(
    epilog=_example(
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
    write = _writer(kind, out, quiet)
    articles = read_corpus(corpus, encoding=encoding)
    lexicons = _progress("Counting", quiet)(lexicon or LEXICONS)
    counts = [count_features(articles, [one], voice=voice) for one in lexicons]
    write(pd.concat(counts, ignore_index=True))


@app.command(
    epilog=_example("framing kwic seeds إرهاب", "framing kwic seeds قال --width 4 --out said.csv")
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
    write = _writer(kind, out, quiet) if kind or out else _put_concordance
    found = concordance(read_corpus(corpus, encoding=encoding), word, width=width)
    if not len(found):
        _remark(f"'{word}' does not occur.", quiet)
    write(found.table)


@app.command(epilog=_example("framing figures seeds --out figures"))
def figures(
    corpus: Corpus,
    out: OutFolder,
    lang: Literal["en", "ar", "both"] = "both",
    encoding: Encoding = "utf-8",
    quiet: Quiet = False,
) -> None:
    """Draw every figure. Print the path of each file: pictures, numbers, captions."""
    articles = read_corpus(corpus, encoding=encoding)
    drawn = _draw(articles, ("en", "ar") if lang == "both" else (lang,))
    saved = [save_figure(figure, out) for figure in _progress("Drawing", quiet)(drawn)]
    for path in dict.fromkeys(path for paths in saved for path in paths):
        _put(f"{path}\n")


def _draw(articles: pd.DataFrame, languages: Sequence[Lang]) -> Iterator[Figure]:
    found = survey(articles)
    for lang in languages:
        yield from draw_all(found, lang=lang)


def _writer(kind: Format | None, out: Path | None, quiet: bool) -> Callable[[pd.DataFrame], None]:
    """Settle where a table goes and how, before any work is done."""
    if out is None and kind == "parquet":
        raise typer.BadParameter("parquet is not text: it needs --out FILE.", param_hint="--format")
    if out is None:
        return lambda table: _put(json_lines(table) if kind == "jsonl" else csv_lines(table))
    ending = out.suffix.lower().removeprefix(".")
    chosen = kind or next((known for known in FORMATS if known == ending), None)
    if chosen is None:
        raise typer.BadParameter(
            f"'{out}' does not end in .{', .'.join(FORMATS)}. Let it end so, or add --format.",
            param_hint="--out",
        )
    return partial(_save, out, chosen, quiet)


def _save(out: Path, kind: Format, quiet: bool, table: pd.DataFrame) -> None:
    save_table(table, out, kind)
    _remark(f"{len(table)} rows written to '{out}'.", quiet)


def _put_concordance(table: pd.DataFrame) -> None:
    lines = []
    for row in table.to_dict("records"):
        outlet, doc_id = str(row["outlet"]).split("\n")[-1], row["doc_id"]
        place = outlet if outlet == f"text {doc_id}" else f"{doc_id} {outlet}"
        cells = (" ".join(str(row[side]).split()) for side in ("left", "node", "right"))
        lines.append(_harmless(f"{place}: {' | '.join(cells)}".replace("\n", " ")) + "\n")
    _put("".join(lines))


def _put(text: str) -> None:
    """Write to standard output as UTF-8, whatever the locale."""
    shown = _harmless(text) if sys.stdout.isatty() else text
    try:
        typer.echo(shown.encode("utf-8", "backslashreplace"), nl=False)
    except OSError as failure:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nothing left to flush
        if isinstance(failure, BrokenPipeError):
            raise typer.Exit(READER_GONE) from failure
        raise OutputError(
            f"The output could not be written: {failure.strerror}. Send it where there is room."
        ) from failure


def _progress(doing: str, quiet: bool) -> Progress:
    """A progress bar on standard error, where somebody watches; else nothing."""
    if quiet or not sys.stderr.isatty():
        return iter
    return partial(track, description=doing, console=Console(stderr=True), transient=True)


def _remark(text: str, quiet: bool = False) -> None:
    if not quiet:
        typer.echo(f"framing: {_harmless(text)}", err=True)


def _harmless(text: str) -> str:
    """Keep lines, but let no control character act on a terminal or turn a line round."""
    return _CONTROLS.sub("\ufffd", _BIDI_CONTROLS.sub("", text))
