"""What commands may be told: each option that several share stands here once, in a group.

A command names a group as a parameter (`asked: AskedTable`) and is decorated with `spread` (see
`framing.cli.spreading`). It is handed the group whole, which reads the corpus and writes what is
answered.
"""

from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

import framing as fr
from framing import cli
from framing.base.formats import FORMATS, Format, format_named
from framing.cli.endings import SET_ASIDE
from framing.cli.output import progress_bar, put, remark

if TYPE_CHECKING:  # a command that is only asked for its help needs no tables
    import pandas as pd

    from framing.base.results import Result
    from framing.layers.annotated import AnnotatedCorpus, Progress

option = partial(typer.Option, show_default=False)

Lexicon = Annotated[str, typer.Option(metavar="NAME|FILE", help="A shipped one, or a .toml file.")]
Lexicons = Annotated[
    list[str] | None,
    option("--lexicon", metavar="NAME|FILE", help="May be repeated; else all shipped ones."),
]
Feature = Annotated[
    str | None, option("--feature", metavar="NAME", help="One only, such as state.regime.")
]
LeastScore = Annotated[
    float,
    typer.Option(
        metavar="0..1",
        min=0,
        max=1,
        help="Some forms are two words: نقل is 'he passed on' and 'transport'. A hit counts if "
        "the words around it speak for the lexicon's word at least so much; 0 counts every hit.",
    ),
]
VoiceSplit = Annotated[
    Literal["split", "all"],
    typer.Option(
        help="split: the outlet's own words, reported and quoted ones each for itself. "
        "all: added up."
    ),
]
Base = Annotated[
    Literal["voice", "all"],
    typer.Option(help="What a voice is counted on. voice: its own words. all: all words."),
]
By = Annotated[
    str, typer.Option(metavar="COLUMN", help="The column that puts articles into groups.")
]
Propositions = Annotated[
    str | None,
    option(
        "--propositions",
        metavar="NAME|FILE",
        help="What coverage looks for: your set, or moscow-2016. Without one there is no coverage.",
    ),
]
Plan = Annotated[
    Path | None, option("--plan", metavar="FILE", help="Compare as it settles: framing plan write.")
]
OutFolder = Annotated[
    Path, typer.Option("--out", metavar="DIR", help="Where to write; made if missing.")
]
TextOrJson = Annotated[
    Literal["text", "json"], typer.Option("--format", help="To read, or for a program.")
]


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What every command that reads may be told."""

    encoding: Annotated[
        str, typer.Option(metavar="NAME", help="Of text files; Windows Arabic is cp1256.")
    ] = "utf-8"
    columns: Annotated[
        list[str] | None,
        option(
            "--column",
            metavar="NAME=MEANING",
            help="What a column of the source is: content=text, source=outlet. May be repeated.",
        ),
    ] = None
    drop_duplicates: Annotated[
        bool,
        typer.Option("--drop-duplicates", help="Leave out texts that their outlet printed before."),
    ] = False
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no remarks.")] = False
    strict: Annotated[
        bool, typer.Option("--strict", help="Stop at an article that fails; else it is set aside.")
    ] = False
    set_aside: Annotated[
        Path | None,
        option("--set-aside", metavar="FILE", help="Where to list articles that were set aside."),
    ] = None

    def __post_init__(self) -> None:
        """Refuse what cannot be read or written, before any work is done."""
        _ = self.meanings
        if self.set_aside is not None:
            format_of(self.set_aside, "--set-aside")

    @property
    def meanings(self) -> dict[str, str]:
        """What each named column of the source is."""
        pairs = [pair.partition("=") for pair in self.columns or ()]
        if any(not (name and meaning) for name, _, meaning in pairs):
            raise typer.BadParameter(
                "A column and its meaning are written NAME=MEANING, as in content=text.",
                param_hint="--column",
            )
        return {name: meaning for name, _, meaning in pairs}

    def progress(self, doing: str) -> "Progress":
        """A bar for what is being done, where somebody watches."""
        return progress_bar(doing, self.quiet)

    def remark(self, text: str) -> None:
        """Say something on standard error, unless it is to be quiet."""
        remark(text, self.quiet)

    def read(self, path: Path, actors: Path | None = None) -> "AnnotatedCorpus":
        """The articles at a place, read anew for every question."""
        articles = fr.read_corpus(
            path,
            columns=self.meanings,
            encoding=self.encoding,
            drop_duplicates=self.drop_duplicates,
        )
        self.readings.append(fr.annotate(articles, actors=actors, keep=False, strict=self.strict))
        return self.readings[-1]

    @cached_property
    def readings(self) -> "list[AnnotatedCorpus]":
        """The corpora that were read."""
        return []

    def finish(self) -> None:
        """Say which articles were set aside, and let the exit code say it too."""
        errors = cli.errors_of(self.readings)
        if self.set_aside is not None:
            self.remark(cli.save(errors, self.set_aside, format_of(self.set_aside, "--set-aside")))
        if len(errors):
            self.remark(cli.set_aside_text(errors))
            raise typer.Exit(SET_ASIDE)


@dataclass(frozen=True, kw_only=True)
class AskedCorpus(Asked):
    """What a command that reads one corpus is told."""

    corpus: Annotated[
        Path,
        typer.Argument(
            metavar="CORPUS",
            help="A folder of .txt files, or a .csv, .xlsx, .jsonl or .parquet file.",
        ),
    ]

    actors: Annotated[
        Path | None,
        option("--actors", metavar="FILE", help="A lexicon of your own actors or their sides."),
    ] = None

    def articles(self) -> "AnnotatedCorpus":
        """The articles of the corpus."""
        return self.read(self.corpus, self.actors)

    @property
    def typed(self) -> str:
        """The same in Python, for who goes on in a notebook."""
        how = f", columns={self.meanings!r}" if self.meanings else ""
        how += f", encoding={self.encoding!r}" if self.encoding != "utf-8" else ""
        actors = f", actors={str(self.actors)!r}" if self.actors else ""
        return f"fr.annotate(fr.read_corpus({str(self.corpus)!r}{how}){actors})"


@dataclass(frozen=True, kw_only=True)
class TableOut(Asked):
    """Where a table goes and how, settled before any work is done."""

    kind: Annotated[
        Format | None, option("--format", help="Else the ending of --out decides, else csv.")
    ] = None
    out: Annotated[
        Path | None, option("--out", metavar="FILE", help="Where to write the table.")
    ] = None

    def __post_init__(self) -> None:
        """Refuse what cannot be written, before any work is done."""
        super().__post_init__()
        _ = self.format

    @property
    def is_table(self) -> bool:
        """Whether a table was asked for, by a format or a file."""
        return bool(self.kind or self.out)

    @property
    def format(self) -> Format:
        """The format that was asked for: by name, else by the ending of the file, else csv."""
        if self.out is None and self.kind == "parquet":
            raise typer.BadParameter(
                "parquet is not text: it needs --out FILE.", param_hint="--format"
            )
        if self.kind or self.out is None:
            return self.kind or "csv"
        return format_of(self.out, "--out", ", or add --format")

    def write(self, table: "pd.DataFrame") -> None:
        """Print the table, or write it to the file and say so."""
        if self.out is None:
            put(cli.table_text(table, self.format))
        else:
            self.remark(cli.save(table, self.out, self.format))

    def answer(self, found: "Result") -> None:
        """Print the finding; where its table is asked for write that, the finding as a remark."""
        if self.is_table:
            self.write(found.table)
            self.remark(str(found))
        else:
            put(f"{found}\n")


@dataclass(frozen=True, kw_only=True)
class AskedTable(TableOut, AskedCorpus):
    """What a command that makes a table of a corpus is told."""


@dataclass(frozen=True, kw_only=True)
class Copies:
    """Which articles are one text."""

    copies: Annotated[
        str | None,
        option(
            "--clusters",
            metavar="auto|FILE",
            help="Count articles that carry one wire copy as one: those that are found (auto), or "
            "of a table with the columns doc_id, cluster.",
        ),
    ] = None

    def clusters(self, corpus: "AnnotatedCorpus", encoding: str) -> "pd.Series[Any] | None":
        """Which articles carry the same copy, if that is asked for."""
        if self.copies is None:
            return None
        return (
            fr.copies(corpus)
            if self.copies == "auto"
            else cli.clusters_in(Path(self.copies), encoding)
        )


@dataclass(frozen=True, kw_only=True)
class Groups(Copies):
    """Which groups of articles are compared."""

    by: By = "outlet"
    reference: Annotated[
        str | None,
        option("--reference", metavar="GROUP", help="Compare each with this one; else every pair."),
    ] = None


def format_of(path: Path, option_name: str, else_: str = "") -> Format:
    """The format that a file's name asks for."""
    chosen = format_named(path)
    if chosen is None:
        raise typer.BadParameter(
            f"'{path}' does not end in .{', .'.join(FORMATS)}. Let it end so{else_}.",
            param_hint=option_name,
        )
    return chosen


def example(*commands: str) -> str:
    """The last lines of a help page: the command as it is typed."""
    return "\n".join(("\b", "Example:", *(f"  {command}" for command in commands)))
