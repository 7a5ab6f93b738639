"""How good it is: the package against the project's codings, beside the bars it is to meet.

    python benchmarks/accuracy.py                 # the seeds; both sets of coding/ too,
                                                  # where benchmarks/rebuild_dev.py put their texts
    python benchmarks/accuracy.py --dev FOLDER    # into another folder than build/dev
    python benchmarks/accuracy.py --dev2 FOLDER   # than build/dev2
    python benchmarks/accuracy.py --by-class --errors   # every class; errors with sentences
    python benchmarks/accuracy.py --write         # publish the scores: docs/accuracy.md, its tables

Everything is measured by `framing.evaluate`; `framing evaluate CORPUS GOLD.jsonl` does the same
for articles and a coding of your own.
"""

import argparse
import os
import sys
from collections.abc import Hashable
from pathlib import Path
from typing import Any

import pandas as pd
from accuracy_page import tables_of, write
from accuracy_page import verdict as reached
from rich.console import Console
from rich.table import Table

from framing.base.errors import FramingError
from framing.coding.evaluation import Evaluation, evaluate
from framing.coding.records import read_coding
from framing.coding.scorecard import INTERVALS, NOTHING, shown
from framing.corpus.articles import read_corpus
from framing.layers.span_tables import mentions

ROOT = Path(__file__).parent.parent
WIDTH = 120  # of the widest table, so that no interval is broken, also in a file

# What is to be reached: on the seeds, the development articles, the twenty further ones.
BARS: dict[tuple[str, str], tuple[float | None, float | None, float | None]] = {
    ("militancy", "f1"): (0.98, 0.93, None),
    ("cues", "f1"): (0.96, 0.91, 0.90),
    ("cues and stance", "f1"): (0.93, 0.84, None),
    ("sourcing", "f1"): (0.95, 0.90, 0.85),
    ("source", "accuracy"): (0.96, 0.93, 0.88),
    ("side", "accuracy"): (0.95, 0.90, 0.82),
    ("type", "accuracy"): (0.95, 0.89, 0.84),
    ("mode", "accuracy"): (0.93, 0.88, None),
    ("content", "accuracy"): (0.98, 0.95, 0.86),
    ("voice", "accuracy"): (0.97, 0.93, 0.92),
    ("narrator", "precision"): (None, 0.93, 0.90),
    ("narrator", "recall"): (None, 0.93, 0.90),
    ("target", "accuracy"): (0.95, 0.82, 0.75),
}
NO_BARS = (None, None, None)


def main() -> None:
    """Measure every coding whose texts are at hand and print its tables."""
    options = _options()
    console = Console(width=WIDTH, markup=False, highlight=False, soft_wrap=True)
    codings = (
        ("seeds", ROOT / "seeds", ROOT / "seeds" / "coding" / "seeds.jsonl"),
        ("dev", options.dev, ROOT / "coding" / "dev.jsonl"),
        ("dev2", options.dev2, ROOT / "coding" / "dev2.jsonl"),
    )
    measured = {}
    for column, (name, articles, coding) in enumerate(codings):
        if not articles.is_dir():
            console.print(
                f"{name}: there are no texts at '{articles}'. Whoever has SaudiNewsNet makes them: "
                f"python benchmarks/rebuild_dev.py SAUDINEWSNET FOLDER --set {name}"
            )
            continue
        corpus = read_corpus(articles)
        found = evaluate(corpus, coding)
        console.print(f"{name}: {found.note}")
        console.print(score_table(found.table, column, by_class=options.by_class))
        console.print(INTERVALS)
        console.print(_terror_table(corpus, read_coding(coding)))
        if options.errors:
            _print_errors(console, found)
        bars = [bar_of(row, column) for row in found.table.to_dict("records")]
        measured[name] = tables_of(name, found, bars)
    if options.write:
        write(measured)


def bar_of(row: dict[Hashable, Any], column: int) -> float | None:
    """The bar of a score; bars are set for a whole layer by the codebook's rule."""
    bar = BARS.get((row["measure"], row["statistic"]), NO_BARS)[column]
    return bar if row["rule"] == "overlap" and pd.isna(row["class"]) else None


def verdict(row: dict[Hashable, Any], column: int) -> tuple[str, str]:
    """The bar of a score, and whether it is met; dashes where none was set."""
    bar = bar_of(row, column)
    if bar is None:
        return NOTHING, NOTHING
    return f"{bar:.2f}", reached(row["value"], bar)


def score_table(scores: pd.DataFrame, column: int, *, by_class: bool) -> Table:
    """Every score with its bar and verdict."""
    table = Table("measure", "match", "score", "count", "base", "value [95%]", "bar", "verdict")
    for row in scores.to_dict("records"):
        if by_class or pd.isna(row["class"]):
            name = row["measure"] if pd.isna(row["class"]) else f"  {row['class']}"
            count = NOTHING if pd.isna(row["count"]) else str(row["count"])
            numbers = (count, str(row["base"]), shown(row))
            table.add_row(name, row["rule"], row["statistic"], *numbers, *verdict(row, column))
    return table


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    for name in ("dev", "dev2"):
        variable = f"FRAMING_{name.upper()}"
        parser.add_argument(
            f"--{name}", type=Path,
            default=Path(os.environ.get(variable, str(ROOT / "build" / name))),
            help=f"texts of coding/{name}.jsonl (default: variable {variable}, or build/{name})",
        )  # fmt: skip
    parser.add_argument("--by-class", action="store_true", help="score each class as well")
    parser.add_argument("--write", action="store_true", help="publish: docs/accuracy.md")
    parser.add_argument("--errors", action="store_true", help="list errors with their sentences")
    return parser.parse_args()


def _terror_table(corpus: pd.DataFrame, coding: pd.DataFrame) -> Table:
    found = mentions(corpus).query("field == 'text' and category == 'terror'")
    coded = coding.query("layer == 'militancy' and `class` == 'terror'")
    sides = [coded["doc"].value_counts(), found["doc_id"].value_counts()]
    table = Table("article", "words of إرهاب coded", "found")
    for doc in corpus["doc_id"]:
        table.add_row(doc, *(str(side.get(doc, 0)) for side in sides))
    table.add_section()
    table.add_row("all", *(str(side.sum()) for side in sides))
    return table


def _print_errors(console: Console, found: Evaluation) -> None:
    for row in found.errors.to_dict("records"):
        console.print(
            f"{row['doc_id']} {row['start']}-{row['end']} {row['form']}: {row['attribute']} "
            f"{row['error']}, coded {row['coded']}, found {row['predicted']}\n    {row['sentence']}"
        )


if __name__ == "__main__":
    try:
        main()
    except FramingError as failure:
        sys.exit(str(failure))
