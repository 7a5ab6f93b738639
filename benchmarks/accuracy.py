"""How well the package finds what coders coded, layer by layer.

    python benchmarks/accuracy.py                          # the seeds and their coding
    python benchmarks/accuracy.py ARTICLES CODING.jsonl    # your own
    python benchmarks/accuracy.py --by-class --errors      # where it goes wrong, with sentences

Only coded articles are scored, only spans in their texts (not titles), by the codebook's rule:
words overlap, class is the same.
"""

import argparse
from collections.abc import Hashable
from dataclasses import dataclass
from math import isnan
from pathlib import Path
from typing import Any

import pandas as pd
from rich.console import Console
from rich.table import Table

from framing.agreement import (
    MIN_DOCUMENTS,
    Layer,
    as_coded,
    check_coding,
    errors_of,
    read_coding,
    score,
)
from framing.corpus import read_corpus
from framing.layers import attributions, leaks, mentions

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
WIDTH = 120  # of the widest table, so that no interval is broken, also in a file
PROVENANCE = (
    "The project's codings are model-assisted, not human, and the seeds and their coding are "
    "development data: a score on them shows progress and is no validation."
)


@dataclass(frozen=True)
class Task:
    """One line of the table: a layer, and whether the class must be right too."""

    name: str
    layer: Layer
    same_class: bool = True


TASKS = (
    Task("militancy", "militancy"),
    Task("cues", "attribution", same_class=False),
    Task("cues and stance", "attribution"),
    Task("sourcing", "leak"),
)


def main() -> None:
    """Read the articles and their coding, score every layer, print tables."""
    options = _options()
    corpus, coding = read_corpus(options.corpus), read_coding(options.coding)
    check_coding(coding, corpus)
    coded_articles = corpus[corpus["doc_id"].isin(coding["doc"])].reset_index(drop=True)
    found = find_all(coded_articles)
    console = Console(width=WIDTH, markup=False, highlight=False, soft_wrap=True)
    console.print(
        f"{len(coded_articles)} coded articles of {len(corpus)} in {options.corpus}, "
        f"{len(coding)} records in {options.coding}"
    )
    console.print(PROVENANCE)
    console.print(_score_table(found, coding, by_class=options.by_class))
    console.print(
        "Intervals: 95%, Wilson's for P and R, resampled articles for F1, which is given no "
        f"interval where fewer than {MIN_DOCUMENTS} articles hold a span."
    )
    console.print(_terror_table(found, coding, coded_articles))
    if options.errors:
        _print_errors(console, found, coding, coded_articles)


def find_all(corpus: pd.DataFrame) -> pd.DataFrame:
    """All layers of a corpus in the shape of one coding."""
    layers = (
        as_coded(mentions(corpus, "militancy"), "militancy"),
        as_coded(attributions(corpus), "attribution"),
        as_coded(leaks(corpus), "leak"),
    )
    shared = ["doc", "layer", "start", "end", "text", "class"]
    return pd.concat([layer[shared] for layer in layers], ignore_index=True)


def scores_of(
    task: Task, found: pd.DataFrame, coding: pd.DataFrame, *, by_class: bool
) -> pd.DataFrame:
    """The score of one task, or with `by_class` that of each of its classes."""
    return score(
        found[found["layer"] == task.layer],
        coding[coding["layer"] == task.layer],
        same_class=task.same_class,
        by_class=by_class and task.same_class,
    )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("corpus", nargs="?", default=SEEDS, type=Path, help="folder or table")
    parser.add_argument(
        "coding", nargs="?", default=SEEDS / "coding" / "seeds.jsonl", type=Path, help="JSON Lines"
    )
    parser.add_argument("--by-class", action="store_true", help="score each class as well")
    parser.add_argument("--errors", action="store_true", help="list errors with their sentences")
    return parser.parse_args()


def _score_table(found: pd.DataFrame, coding: pd.DataFrame, *, by_class: bool) -> Table:
    table = Table("layer", *("coded", "predicted", "P [95%]", "R [95%]", "F1 [95%]"))
    for task in TASKS:
        for row in scores_of(task, found, coding, by_class=False).to_dict("records"):
            table.add_row(task.name, *_cells(row))
        if by_class and task.same_class:
            for row in scores_of(task, found, coding, by_class=True).to_dict("records"):
                table.add_row(f"  {row['class']}", *_cells(row))
    return table


def _cells(row: dict[Hashable, Any]) -> list[str]:
    numbers = [_with_interval(row, name) for name in ("precision", "recall", "f1")]
    return [str(row["n_coded"]), str(row["n_predicted"]), *numbers]


def _with_interval(row: dict[Hashable, Any], name: str) -> str:
    value, low, high = row[name], row[f"{name}_low"], row[f"{name}_high"]
    if isnan(value):
        return "–"
    return f"{value:.3f}" if isnan(low) else f"{value:.3f} [{low:.3f}, {high:.3f}]"


def _terror_table(found: pd.DataFrame, coding: pd.DataFrame, corpus: pd.DataFrame) -> Table:
    table = Table("article", "words of إرهاب coded", "predicted")
    sides = [rows[rows["class"] == "terror"]["doc"].value_counts() for rows in (coding, found)]
    for doc in corpus["doc_id"]:
        table.add_row(doc, *(str(side.get(doc, 0)) for side in sides))
    table.add_section()
    table.add_row("all", *(str(side.sum()) for side in sides))
    return table


def _print_errors(
    console: Console, found: pd.DataFrame, coding: pd.DataFrame, corpus: pd.DataFrame
) -> None:
    for task in TASKS:
        ours, theirs = (rows[rows["layer"] == task.layer] for rows in (found, coding))
        errors = errors_of(ours, theirs, corpus, same_class=task.same_class)
        console.print(f"\n{task.name}: {len(errors)} errors")
        for row in errors.to_dict("records"):
            beside = f" (other side: {row['other_class']})" if row["other_class"] else ""
            console.print(
                f"{row['doc']} {row['start']}-{row['end']} {row['error']}: "
                f"{row['text']} = {row['class']}{beside}\n    {row['sentence']}"
            )


if __name__ == "__main__":
    main()
