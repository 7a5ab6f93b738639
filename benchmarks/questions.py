"""What a question costs: processor seconds and memory of each, beside the commit before.

    git worktree add BEFORE 780e839
    python benchmarks/questions.py --shared DIR                    # 1,500 articles
    python benchmarks/questions.py --shared DIR --before BEFORE    # and how many times as fast
    python benchmarks/questions.py --shared DIR --articles 12324 --only report

Every question is asked in a process of its own, which reads the same articles of SaudiNewsNet and
has compiled its loops on a few of them. Seconds are of that process, so that other load matters
less; the load is said nevertheless. Memory is the highest above what reading the articles took.
`report` is in one language with SVG only; before, both languages and formats were always drawn.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

import pandas as pd
from news import read_outlets
from rich.console import Console

ROOT = Path(__file__).parent.parent

# `news` is the corpus, `out` an empty folder; what runs on either commit is the same text.
QUESTIONS = {
    "mentions": "fr.mentions(news)",
    "attributions": "fr.attributions(news)",
    "leaks": "fr.leaks(news)",
    "quotations": "fr.quotations(news)",
    "all layers": "layers(news)",
    "features": "fr.features(news)",
    "shares": "fr.shares(news)",
    "compare": "fr.compare(rates, news, by='outlet')",
    "compare all": "fr.compare(rates, news, by='outlet', of='all')",
    "keywords": "fr.keywords(news)",
    "reuse": "fr.reuse(news)",
    "shared quotations": "fr.shared_quotations(news)",
    "survey": "fr.survey(news)",
    "report": "fr.report(news, out)",
}
CHILD = """
import json, resource, sys, time
import pandas as pd
import framing as fr

def layers(news):
    news = fr.annotate(news) if hasattr(fr, "annotate") else news
    found = [fr.mentions(news), fr.mentions(news, "state"), fr.attributions(news), fr.leaks(news)]
    return [*found, fr.quotations(news)]

def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

path, out, question = sys.argv[1:]
news = fr.read_corpus(path)
layers(news.head(20)), fr.shares(news.head(20)), fr.reuse(news.head(20))
rates = fr.features(news) if "rates" in question else None
before, begun = peak(), time.process_time()
eval(question)
print(json.dumps({"seconds": time.process_time() - begun, "megabytes": peak() - before}))
"""


def main() -> None:
    """Ask every question so many times, on either commit in turn, and print a table."""
    options = _options()
    console = Console(width=120, markup=False, highlight=False, soft_wrap=True)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "news.parquet"
        news = read_outlets(options.shared).head(options.articles)
        news.assign(date="2015-07-21", title=None).to_parquet(path)
        console.print(f"{len(news):,} articles, load {os.getloadavg()[0]:.1f} on {os.cpu_count()}")
        rows = [_row(name, path, options) for name in options.only or QUESTIONS]
    table = pd.DataFrame(rows)
    console.print(table.to_string(index=False, float_format="{:.1f}".format, na_rep="–"))
    console.print(f"load {os.getloadavg()[0]:.1f} at the end")
    if options.out:
        table.to_csv(options.out, index=False, float_format="%.2f")


def _row(name: str, path: Path, options: argparse.Namespace) -> dict[str, object]:
    homes = {"now": ROOT} | ({"before": options.before} if options.before else {})
    told: dict[str, list[dict[str, float]]] = {when: [] for when in homes}
    for _ in range(options.rounds):
        for when, home in homes.items():
            told[when].append(_ask(home, path, QUESTIONS[name]))
    row: dict[str, object] = {"question": name}
    for when, found in told.items():
        row[f"seconds {when}"] = median(one["seconds"] for one in found)
        row[f"MB {when}"] = median(one["megabytes"] for one in found)
    if options.before:
        pairs = zip(told["before"], told["now"], strict=True)
        row["times as fast"] = median(a["seconds"] / max(b["seconds"], 1e-3) for a, b in pairs)
    return row


def _ask(home: Path, path: Path, question: str) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as out:
        told = subprocess.run(  # noqa: S603  # our own interpreter and the text above
            [sys.executable, "-c", CHILD, str(path), f"{out}/report", question],
            cwd=home,
            env=os.environ | {"PYTHONPATH": str(home)},
            capture_output=True,
            text=True,
            check=False,
        )
    if told.returncode:
        raise SystemExit(told.stderr)
    found: dict[str, float] = json.loads(told.stdout.splitlines()[-1])
    return found


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--before", type=Path, default=None, help="a checkout of another commit")
    parser.add_argument("--articles", type=int, default=1500)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--only", nargs="*", choices=list(QUESTIONS), default=None)
    parser.add_argument("--out", type=Path, default=None, help="where the table is written as CSV")
    return parser.parse_args()


if __name__ == "__main__":
    main()
