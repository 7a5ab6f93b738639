"""What every layer finds in all of SaudiNewsNet, one digest a table: kept, or changed?

    python benchmarks/digests.py --shared DIR                # DIR/data/saudinewsnet/*.zip
    python benchmarks/digests.py --shared DIR --articles 1500

A digest is the SHA-256 of the table as CSV, rows and columns in their order. A change of the code
that is meant to keep what is found prints the same lines as the commit before it.
"""

import argparse
import hashlib
from collections.abc import Callable
from pathlib import Path
from time import process_time

import pandas as pd
from news import read_outlets
from rich.console import Console

import framing as fr

Table = Callable[[pd.DataFrame], pd.DataFrame]

TABLES: dict[str, Table] = {
    "mentions of militancy": fr.mentions,
    "mentions of state": lambda news: fr.mentions(news, "state"),
    "attributions": fr.attributions,
    "leaks": fr.leaks,
    "quotations": fr.quotations,
    "reuse": fr.reuse,
    "edits": lambda news: fr.edits(news, fr.reuse(news)),
}


def main() -> None:
    """Print of each table its name, rows, digest and processor seconds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--articles", type=int, default=None, help="the first so many")
    options = parser.parse_args()
    news = read_outlets(options.shared).head(options.articles)
    news = news.assign(date="2015-07-21", title=None)
    console = Console(width=120, markup=False, highlight=False, soft_wrap=True)
    console.print(f"{len(news):,} articles")
    for name, table in TABLES.items():
        begun = process_time()
        found = table(news)
        digest = hashlib.sha256(found.to_csv(index=False).encode()).hexdigest()
        console.print(f"{name}: {len(found):,} rows, {digest[:16]}, {process_time() - begun:.0f} s")


if __name__ == "__main__":
    main()
