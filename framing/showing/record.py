"""What a report was made of, in `record.json` beside it, and whether the same comes out again.

The record holds no path and no date: the articles and lexicons by their SHA-256, the options, the
versions of what counted, and the SHA-256 of every file of the report.
"""

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from itertools import zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pandas as pd

from framing.base.errors import FramingError, cut
from framing.base.files import write_whole
from framing.base.outside import UnreadableError, bytes_of, json_of
from framing.copying.propositions import Propositions, load_propositions, proposition_sets
from framing.corpus.articles import Lang
from framing.layers.annotated import Progress
from framing.layers.corpora import Corpus, reading_of
from framing.lexicon.entries import load_lexicon
from framing.lexicon.source_files import lexicon_names
from framing.questions.comparison import compare
from framing.showing.report_tables import FOLDER as TABLES
from framing.showing.report_tables import Tables

RECORD = "record.json"
PACKAGES = (
    *("numpy", "pandas", "scipy", "statsmodels", "scikit-learn", "rapidfuzz", "regex"),
    *("matplotlib", "numba", "jinja2", "typst"),
)
_PAGE = re.compile(r"(?:sentences/[a-z0-9.+-]+|articles/\d+)\.html")
_LONGEST_CELL = 2**31 - 1
_COLUMNS = ["file", "what", "row", "column", "kept", "now"]


@dataclass(frozen=True)
class Asked:
    """What a report was asked for beside its corpus: propositions by name, the plan's SHA-256."""

    propositions: str | None
    plan: str | None

    @classmethod
    def of(cls, propositions: Propositions | None, plan: str | Path | None) -> "Asked":
        """What is asked, by name and digest; raises `FramingError` for a plan that is not there."""
        name = None if propositions is None else propositions.name
        way = "Give the path of a plan."
        raw = b"" if plan is None else bytes_of(Path(plan), FramingError, way)
        return cls(name, None if plan is None else sha256(raw).hexdigest())


@dataclass(frozen=True, eq=False)
class Verification:
    """What came out otherwise when a report was computed anew.

    Attributes:
        table: a row a file that differs: `file`, `what` is the matter with it, and of a table
            the first cell that differs: its `row` (the first below the head is 1), `column`,
            what was `kept` and what comes out `now`.
        n_files: how many files were looked at.
        versions: what counted then, and in which version, where it is another now.
    """

    table: pd.DataFrame
    n_files: int
    versions: Mapping[str, tuple[str, str]]

    @property
    def holds(self) -> bool:
        """Whether nothing differs."""
        return self.table.empty

    def __str__(self) -> str:
        lines = [_said(row) for row in self.table.to_dict("records")]
        if self.holds:
            lines = [f"Nothing differs: {self.n_files:,} files of the report are as computed anew."]
        told = [f"{name} was {then}, is {now}" for name, (then, now) in self.versions.items()]
        return "\n".join([*lines, *([f"Other versions: {', '.join(told)}."] if told else [])])


def write_record(measured: Tables, asked: Asked, lang: Lang) -> Path:
    """Write what a report was made of beside it, when all else is written.

    Raises `OutputError` if the place cannot be written.
    """
    files = sorted(path for path in measured.folder.rglob("*") if path.is_file())
    told = {
        "framing": version("framing"),
        "packages": versions(),
        "lexicons": _lexicons(),
        "language": lang,
        "propositions": asked.propositions,
        "plan": asked.plan,
        "articles": _articles(measured.reading.articles),
        "files": {path.relative_to(measured.folder).as_posix(): _digest(path) for path in files},
    }
    text = json.dumps(told, indent=1, ensure_ascii=True) + "\n"
    return write_whole(measured.folder / RECORD, text.encode())


def older_pages(folder: Path) -> set[str]:
    """The pages of sentences and articles that an older report in this folder has."""
    try:
        files = read_record(folder)["files"]
    except FramingError:
        return set()
    return {name for name in files if _PAGE.fullmatch(name)}


def verify(
    corpus: Corpus,
    folder: str | Path,
    *,
    propositions: str | Path | Propositions | None = None,
    plan: str | Path | None = None,
    progress: Progress = iter,
) -> Verification:
    """Compute the tables of a report anew and say what differs.

    Every table is counted again from the articles and compared cell by cell with the file; of all
    other files it is said whether they are still as they were written.

    Args:
        corpus: the articles that the report is of.
        folder: of the report, as `framing.report` wrote it.
        propositions: the set that the report was asked for, if it is your own.
        plan: the plan that it was asked for, if it was.
        progress: wraps the steps, as `tqdm.tqdm` does.

    Raises:
        FramingError: the folder holds no report with a record, or what it was asked for is not
            given or is another.
        CorpusError: the corpus breaks the schema.
    """
    place = Path(folder)
    kept = read_record(place)
    wanted = _propositions(kept["propositions"], propositions)
    if Asked.of(None, plan).plan != kept["plan"]:
        by = "a plan that is not the one given" if kept["plan"] else "no plan"
        raise FramingError(
            f"The report in '{cut(str(folder))}' was made by {by}. Give the plan that it was made "
            "by, or none if there was none."
        )
    reading = reading_of(corpus, is_kept=True)
    planned = None if plan is None else compare(corpus=reading, plan=plan)
    with TemporaryDirectory() as aside:
        measured = Tables(reading, Path(aside), wanted, planned)
        for step in progress(list(measured.steps())):
            step()
        rows = [*_others(kept, reading.articles), *_files(place, Path(aside), kept["files"])]
    now = {"framing": version("framing"), **versions()}
    then = {"framing": kept["framing"], **kept["packages"]}
    others = {
        name: (str(one), now[name]) for name, one in then.items() if now.get(name, one) != one
    }
    return Verification(pd.DataFrame(rows, columns=_COLUMNS), len(kept["files"]), others)


def _said(row: Mapping[Any, Any]) -> str:
    where = "" if pd.isna(row["row"]) else (
        f": row {row['row']}, column '{row['column']}': kept '{cut(str(row['kept']))}', "
        f"now '{cut(str(row['now']))}'"
    )  # fmt: skip
    return f"{row['file']} {row['what']}{where}."


def read_record(folder: Path) -> dict[str, Any]:
    """The record of a report, checked so far as it is used."""
    way = "Name the folder of a report that this version wrote."
    raw = bytes_of(folder / RECORD, FramingError, way)
    try:
        told = json_of(raw.decode("utf-8", "replace"))
    except UnreadableError:
        told = None
    kinds = {"framing": str, "packages": dict, "lexicons": dict, "articles": dict, "files": dict}
    for name, kind in kinds.items():
        if not isinstance(told, dict) or not isinstance(told.get(name), kind):
            raise FramingError(f"'{cut(str(folder / RECORD))}' is no record of a report. {way}")
    return {"propositions": None, "plan": None, **told}


def _propositions(kept: str | None, given: str | Path | Propositions | None) -> Propositions | None:
    """The set that was looked for: a shipped one by its name, another as it is given."""
    wanted = kept if given is None and kept in proposition_sets() else given
    found = None if wanted is None else load_propositions(wanted)
    if (found.name if found else None) != kept:
        raise FramingError(
            f"The report looked for {f'the propositions {cut(kept)}' if kept else 'none'}. Give "
            "the same set of propositions, or none."
        )
    return found


def _others(kept: Mapping[str, Any], articles: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """What else the numbers rest on: articles and lexicons that are others now."""
    for kind, now in (("article", _articles(articles)), ("lexicon", _lexicons())):
        then = kept[f"{kind}s"]
        for name in {**then, **now}:
            if then.get(name) != now.get(name):
                what = "is gone" if name not in now else "is new" if name not in then else "differs"
                yield {"file": f"{kind} '{cut(str(name))}'", "what": what}


def _files(folder: Path, anew: Path, files: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The files that differ: tables from what is computed anew, all from what was written."""
    for name, digest in files.items():
        path = folder / name
        if ".." in Path(name).parts or not path.resolve().is_relative_to(folder.resolve()):
            continue
        if not path.is_file():
            yield {"file": name, "what": "is missing"}
        elif name.startswith(f"{TABLES}/") and (anew / name).is_file():
            if path.read_bytes() != (anew / name).read_bytes():
                yield {"file": name, "what": "differs", **_first_difference(path, anew / name)}
        elif _digest(path) != digest:
            yield {"file": name, "what": "is not as it was written"}


def _first_difference(kept: Path, now: Path) -> dict[str, Any]:
    """The first cell in which two tables differ; a row or cell that one lacks is empty there."""
    lines, others = _cells(kept), _cells(now)
    nothing: list[str] = []
    for number, (one, other) in enumerate(zip_longest(lines, others, fillvalue=nothing)):
        for place, (cell, another) in enumerate(zip_longest(one, other, fillvalue="")):
            if cell != another:
                column = lines[0][place] if place < len(lines[0]) else str(place + 1)
                return {"row": number, "column": column, "kept": cell, "now": another}
    return {"row": None}


def _cells(path: Path) -> list[list[str]]:
    text = path.read_bytes().decode("utf-8-sig", "replace")
    csv.field_size_limit(_LONGEST_CELL)  # the ids of all spans of a number stand in one cell
    return list(csv.reader(io.StringIO(text, newline=""))) or [[]]


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def _articles(articles: pd.DataFrame) -> dict[str, str]:
    """The SHA-256 of each article with all that is known of it."""
    return {
        str(row["doc_id"]): sha256(
            json.dumps({str(name): str(cell) for name, cell in row.items()}).encode()
        ).hexdigest()
        for row in articles.to_dict("records")
    }


def _lexicons() -> dict[str, str]:
    return {one.name: one.digest for one in map(load_lexicon, lexicon_names())}


def versions() -> dict[str, str]:
    """The versions of what counts and draws, so far as it is installed."""
    found = {}
    for name in PACKAGES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found
