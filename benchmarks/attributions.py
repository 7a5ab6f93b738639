"""How fast who says what is read in real news, and how much of that outside sentences with a cue.

    pip install spacy                            # the peer; left out where it is not installed
    python benchmarks/attributions.py --shared DIR          # DIR/data/saudinewsnet/*.zip
    python benchmarks/attributions.py --shared DIR --out docs/performance     # the official run

Each round reads the same articles twice, cold: whole, and with every sentence that holds a cue
taken out. Time outside such sentences is the time of what is left. The peer, in the same rounds,
is spaCy's PhraseMatcher looking for the forms of the counted lexicons. Single-threaded; medians.
"""

import argparse
from collections.abc import Callable
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from time import perf_counter, process_time

import pandas as pd
import performance_page
from news import first_megabytes, read_news, size_of
from rich.console import Console
from tools import TOOLS, forget, shipped, surface_forms

import framing as fr
from framing.attribution.cues import find_cues
from framing.base.files import write_csv
from framing.corpus.articles import read_corpus
from framing.text.tokens import read_texts

ROOT = Path(__file__).parent.parent
PEER = "spaCy PhraseMatcher"


def main() -> None:
    """Time whole articles, what is left of them without cues, and the peer."""
    options = _options()
    texts = list(first_megabytes(read_news(options.shared), options.megabytes))
    rest = without_cues(texts)
    console = Console(width=120, markup=False, highlight=False, soft_wrap=True)
    console.print(performance_page.machine())
    console.print(f"{size_of(texts):.1f} MB, of these {size_of(rest):.1f} MB without a cue")
    runs = {"whole": reading(texts), "rest": reading(rest)}
    if find_spec("spacy"):
        runs["peer"] = partial(TOOLS[PEER](surface_forms(shipped())), texts)
    reading(texts[:50])()  # compile
    timed = [
        {"run": name, **_timed(run)} for _ in range(options.rounds) for name, run in runs.items()
    ]
    table = summary(pd.DataFrame(timed), size_of(texts), options.rounds)
    console.print(performance_page.bars_of_attributions(table))
    if options.out:
        write_csv(table, options.out / "attributions.csv", bom=False)
        performance_page.write(options.out)


def without_cues(texts: list[str]) -> list[str]:
    """The articles without the sentences that hold a cue."""
    left = []
    for words in read_texts(texts):
        cued = {words.sentence_of(words.starts[cue.first]) for cue in find_cues(words)}
        kept = [one.form(words.text) for one in words.sentences if one not in cued]
        left.append("\n".join(kept))
    return left


def reading(texts: list[str]) -> Callable[[], int]:
    """Read who says what in these articles; what is left empty counts as a full stop."""
    numbers = [str(number) for number in range(len(texts))]
    articles = {"doc_id": numbers, "outlet": "news", "text": [one or "." for one in texts]}
    corpus = read_corpus(pd.DataFrame(articles))
    return lambda: len(fr.attributions(corpus))


def summary(timed: pd.DataFrame, megabytes: float, rounds: int) -> pd.DataFrame:
    """One row: speed, the peer's, the ratio in the same rounds, the share outside cues."""
    wall = timed.pivot_table(index=timed.groupby("run").cumcount(), columns="run", values="wall")
    cpu = timed.pivot_table(index=timed.groupby("run").cumcount(), columns="run", values="cpu")
    row = {
        "megabytes": round(megabytes, 1),
        "rounds": rounds,
        "attributions": int(timed.loc[timed["run"] == "whole", "found"].iloc[0]),
        "mb_per_s": (megabytes / wall["whole"]).median(),
        "cpu_mb_per_s": (megabytes / cpu["whole"]).median(),
        "slowest": (megabytes / wall["whole"]).min(),
        "fastest": (megabytes / wall["whole"]).max(),
        "outside": (cpu["rest"] / cpu["whole"]).median(),
    }
    if "peer" in wall:
        row["peer_mb_per_s"] = (megabytes / wall["peer"]).median()
        row["ratio"] = (wall["peer"] / wall["whole"]).median()
    return pd.DataFrame([row]).assign(**performance_page.stamp())


def _timed(run: Callable[[], int]) -> dict[str, float]:
    forget()
    wall, cpu = perf_counter(), process_time()
    found = run()
    return {"wall": perf_counter() - wall, "cpu": process_time() - cpu, "found": found}


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--megabytes", type=float, default=5.0)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--out", type=Path)
    return parser.parse_args()


if __name__ == "__main__":
    main()
