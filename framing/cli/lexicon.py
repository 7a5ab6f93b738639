"""The commands for who writes a lexicon: `framing lexicon check`, `framing lexicon stems`."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import Annotated, Any, Literal

import pandas as pd
import typer

from framing.base.files import write_whole
from framing.cli.options import Encoding, OutFile, Quiet, example, option, progress_bar, put
from framing.corpus.articles import read_corpus
from framing.corpus.readers import read_article
from framing.lexicon.entries import load_lexicon
from framing.lexicon.stem_table import stem_table
from framing.questions.lexicon_catches import Catch
from framing.questions.lexicon_collisions import Collision
from framing.showing.lexicon_check import Check, check_lexicon

HAS_ERRORS = 1
MOST_NOT_FOUND = 30  # ids shown; json has all

Source = Annotated[
    str, typer.Argument(metavar="NAME|FILE", help="A shipped lexicon, or a .toml file.")
]
Tried = Annotated[
    Path | None,
    option("--corpus", metavar="CORPUS", help="Show what is found there; may be one .txt file."),
]

app = typer.Typer(name="lexicon", no_args_is_help=True, rich_markup_mode=None)


@app.callback(epilog=example("framing lexicon check state --corpus seeds --forms 3"))
def _lexicon() -> None:
    """Check a lexicon and show what it matches."""


@app.command(
    epilog=example(
        "framing lexicon check militancy",
        "framing lexicon check state --corpus seeds --forms 3",
        "framing lexicon check sourcing --corpus seeds --format json",
    )
)
def check(
    lexicon: Source,
    corpus: Tried = None,
    forms: Annotated[int, typer.Option(min=1, help="Shown of each entry; json has all.")] = 10,
    kind: Annotated[
        Literal["text", "json"], typer.Option("--format", help="To read, or for a program.")
    ] = "text",
    encoding: Encoding = "utf-8",
    quiet: Quiet = False,
) -> None:
    """Find errors and doubtful words of a lexicon.

    All errors at once, each with its line; words that two entries claim; with a corpus,
    what each entry catches there.
    """
    articles = None if corpus is None else _articles(corpus, encoding)
    found = check_lexicon(lexicon, articles, progress=progress_bar("Reading", quiet))
    if kind == "json":
        put(json.dumps(_plain(found), ensure_ascii=False, indent=2) + "\n")
    else:
        put("".join(f"{line}\n" for line in _told(found, forms, is_tried=corpus is not None)))
    if found.errors:
        raise typer.Exit(HAS_ERRORS)


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


def _articles(path: Path, encoding: str) -> pd.DataFrame:
    """A corpus, or one file of text or words as a corpus of one article."""
    if path.suffix.lower() == ".txt" and path.is_file():
        text = read_article(path, None, encoding)
        return read_corpus(pd.DataFrame({"doc_id": [path.stem], "text": [text]}))
    return read_corpus(path, encoding=encoding)


def _plain(found: Check) -> dict[str, Any]:
    plain = asdict(found)
    for problem in (*plain["errors"], *plain["remarks"]):
        problem["message"] = problem["message"].removeprefix(": ")
    for table, collision in zip(plain["collisions"], found.collisions, strict=True):
        table["is_shadowed"] = collision.is_shadowed
    return plain


def _told(found: Check, forms: int, *, is_tried: bool) -> Iterator[str]:
    yield f"{found.file}: {_counted(found.errors, 'error')}"
    yield from (error.said_of(f"{found.file}:{error.line}") for error in found.errors)
    if found.errors:
        return
    yield f"This is {found.lexicon}."
    if found.remarks:
        yield f"\n{_counted(found.remarks, 'remark')}"
        yield from (remark.said_of(f"{found.file}:{remark.line}") for remark in found.remarks)
    yield from _told_collisions(found.collisions, forms)
    if is_tried:
        yield from _told_catches(found.catches, forms)
        if found.not_found:
            missed = _counted(found.not_found, "entry", "entries")
            yield f"\nNot found in the corpus: {missed}"
            yield f"  {_first(found.not_found, MOST_NOT_FOUND, ', ')}"


def _told_collisions(collisions: tuple[Collision, ...], forms: int) -> Iterator[str]:
    same = [one for one in collisions if one.why != "longer"]
    if same:
        yield f"\n{_counted(same, 'pair')} of entries can be one word. The first of a pair counts,"
        yield "unless a condition of it is not met; what keeps the two apart stands below them."
    for one in same:
        yield f"{one.winner}, {one.loser}: {_first(one.forms, forms)}"
        if one.is_shadowed:
            yield f"    {one.loser} never counts here: nothing holds {one.winner} back"
        for name, conditions in one.kept_apart_by.items():
            for field, value in conditions.items():
                yield f"    {name} {field}: {_condition(value)}"
    longer = [one for one in collisions if one.why == "longer"]
    if longer:
        yield f"\n{_counted(longer, 'pair')} of entries overlap. The longer counts."
    for one in longer:
        yield f"{one.winner} over {one.loser}: {_first(one.forms, forms)}"


def _told_catches(catches: tuple[Catch, ...], forms: int) -> Iterator[str]:
    total = sum(catch.count for catch in catches)
    yield f"\nFound in the corpus: {len(catches)} forms in {total} places."
    for entry, group in groupby(catches, key=lambda catch: catch.entry):
        caught = list(group)
        yield f"{entry}: {sum(catch.count for catch in caught)}"
        for catch in caught[:forms]:
            yield f"  {catch.count:>5}  {catch.form}{_doubts(catch)}"
            yield f"         {catch.doc_id}: {catch.left} | {catch.node} | {catch.right}"
        if len(caught) > forms:
            yield f"         and {len(caught) - forms} more"


def _doubts(catch: Catch) -> str:
    doubts = [f"also {', '.join(catch.also)}"] if catch.also else []
    if catch.is_variant:
        doubts.append("spelled otherwise in the lexicon")
    if catch.split:
        doubts.append(f"read as {catch.split}, never without clitics")
    return f"  [{'; '.join(doubts)}]" if doubts else ""


def _condition(value: Any) -> str:
    return _first(value, 6) if isinstance(value, tuple) else str(value).lower()


def _first(words: Iterable[str], limit: int, comma: str = "، ") -> str:
    every = list(words)
    more = f" and {len(every) - limit} more" if len(every) > limit else ""
    return comma.join(every[:limit]) + more


def _counted(items: Sequence[object], one: str, many: str = "") -> str:
    return f"{len(items) or 'no'} {one if len(items) == 1 else many or one + 's'}"
