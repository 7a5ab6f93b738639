"""How fast the shipped lexicons are found in real news, beside what else a reader might use.

    pip install spacy ahocorasick_rs       # the other tools; one not installed is left out
    python benchmarks/matching.py --shared DIR      # DIR/data/saudinewsnet/*.zip
    python benchmarks/matching.py --growth          # 10 MB to 1 GB as well
    python benchmarks/matching.py --growth --out docs/performance   # the official run

All tools find the same entries in the same articles and level house spelling inside their time
(`tools.py` says what each is given). Every round runs all of them once, in an order that rotates;
single-threaded; medians with the slowest and the fastest round. Compiling the loops and making
the lexicons' indices is timed apart: it is paid once. MB: 10^6 bytes of UTF-8.
"""

import argparse
import pickle
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

import growth
import pandas as pd
import performance_page
from news import first_megabytes, read_news, size_of
from rich.console import Console
from rich.table import Table
from tools import OURS, TOOLS, Run, Texts, forget, ours, shipped, surface_forms

from framing.base.files import write_csv
from framing.lexicon.index import build_index

ROOT = Path(__file__).parent.parent
NEEDS = {"spaCy PhraseMatcher": "spacy", "bare Aho-Corasick": "ahocorasick_rs"}


def main() -> None:
    """Time all tools, then growth if asked; print tables, write files if asked."""
    options = _options()
    console = Console(width=120, markup=False, highlight=False, soft_wrap=True)
    news = read_news(options.shared)
    texts = list(first_megabytes(news, options.megabytes))
    console.print(performance_page.machine())
    console.print(f"{len(texts)} distinct articles, {size_of(texts):.1f} MB of {size_of(news):.1f}")
    _print_start(console)
    matching = compare(texts, options.rounds, console)
    console.print(_table("finding the shipped lexicons", performance_page.matching_rows(matching)))
    console.print(performance_page.bars_of_matching(matching))
    if options.out:
        write_csv(matching, options.out / "matching.csv", bom=False)
    if options.growth:
        grown = _grown(news, options.sizes, options.growth_rounds, console)
        console.print(_table("growth", performance_page.growth_rows(grown)))
        console.print(performance_page.bars_of_growth(grown))
        if options.out:
            write_csv(grown, options.out / "growth.csv", bom=False)
    if options.out:
        performance_page.write(options.out)


def compare(texts: Texts, rounds: int, console: Console) -> pd.DataFrame:
    """Time every tool that is installed, in interleaved rounds; one row a tool."""
    forms = surface_forms(shipped())
    console.print(f"the other tools are given {len(forms)} forms")
    runs = {}
    for name, make in TOOLS.items():
        if name in NEEDS and find_spec(NEEDS[name]) is None:
            console.print(f"{name} is left out: pip install {NEEDS[name]}")
        else:
            runs[name] = make(forms)
    names, timed = list(runs), []
    for number in range(rounds):
        turn = number % len(names)
        timed += [
            {"round": number, "tool": name, **_timed(runs[name], texts)}
            for name in names[turn:] + names[:turn]
        ]
        console.print(f"round {number + 1} of {rounds}")
    return _summary(pd.DataFrame(timed), size_of(texts)).loc[names].reset_index()


def _timed(run: Run, texts: Texts) -> dict[str, float]:
    forget()
    wall, cpu = perf_counter(), process_time()
    found = run(texts)
    return {"wall": perf_counter() - wall, "cpu": process_time() - cpu, "found": found}


def _summary(timed: pd.DataFrame, megabytes: float) -> pd.DataFrame:
    """Median speeds, and how many times faster ours is, round by round."""
    speeds = timed.assign(wall=megabytes / timed["wall"], cpu=megabytes / timed["cpu"])
    own = speeds[speeds["tool"] == OURS].set_index("round")
    speeds["ratio"] = speeds["round"].map(own["wall"]) / speeds["wall"]
    speeds["cpu_ratio"] = speeds["round"].map(own["cpu"]) / speeds["cpu"]
    table = speeds.groupby("tool").agg(
        rounds=("round", "size"),
        mb_per_s=("wall", "median"),
        slowest=("wall", "min"),
        fastest=("wall", "max"),
        cpu_mb_per_s=("cpu", "median"),
        ratio=("ratio", "median"),
        cpu_ratio=("cpu_ratio", "median"),
        found=("found", "first"),
    )
    return table.assign(megabytes=round(megabytes, 1), **performance_page.stamp())


def _print_start(console: Console) -> None:
    start = perf_counter()
    for lexicon in shipped():
        build_index(lexicon)
    indexed = perf_counter()
    ours()(["قال"])
    called = perf_counter()
    console.print(
        f"once: making the indices {indexed - start:.1f} s, first call {called - indexed:.1f} s "
        "(compiling the loops, or loading them where they were compiled before)"
    )


def _grown(news: Texts, sizes: list[float], rounds: int, console: Console) -> pd.DataFrame:
    """Time made text of growing size; one row a size."""
    model = growth.learn(news)
    console.print(
        f"real news: {len(model.types)} word forms in {len(model.tokens)} words; "
        f"Heaps: {model.heaps_k:.1f} n^{model.heaps_b:.3f}"
    )
    with TemporaryDirectory() as folder:
        file = Path(folder) / "model"
        file.write_bytes(pickle.dumps(model))
        runs = pd.DataFrame(growth.grow(file, sizes, rounds, console.print))
    table = runs.groupby("megabytes").median()
    table = table.assign(peak_mb=runs.groupby("megabytes")["peak_mb"].max(), rounds=rounds)
    for clock in ("wall", "cpu"):
        table[f"relative_{clock}"] = table[clock] / table[clock].iloc[0]
    return table.assign(**performance_page.stamp()).reset_index()


def _table(title: str, rows: list[list[str]]) -> Table:
    table = Table(*rows[0], title=title)
    for row in rows[1:]:
        table.add_row(*row)
    return table


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--megabytes", type=float, default=20)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--growth", action="store_true", help="time growing sizes as well")
    parser.add_argument("--sizes", type=float, nargs="*", default=[10, 30, 100, 300, 1000])
    parser.add_argument("--growth-rounds", type=int, default=3)
    parser.add_argument("--out", type=Path, help="folder for CSV and figure; page beside it")
    return parser.parse_args()


if __name__ == "__main__":
    main()
