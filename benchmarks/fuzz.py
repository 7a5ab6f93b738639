"""Articles made to break rules, a great many of them: no exception, no span that breaks a law.

    python benchmarks/fuzz.py --articles 100000 --seed 1

Prints every breach with its article and what could not be worked out, every 5,000 articles how far
it is, and in the end how many articles and spans were looked at. `--seconds` ends it earlier.
"""

import argparse
import sys
import warnings
from collections import Counter
from random import Random
from time import monotonic, process_time

from rich.console import Console
from span_laws import breaches, corpus_of

import framing as fr
from framing.base.errors import CorpusWarning

AT_ONCE = 50  # articles of a corpus: as many as are compared with one another
TOLD = 5_000  # articles from one line of progress to the next
MOST_SHOWN = 30


def main() -> None:
    """Print what broke, and how much was tried."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=float("inf"))
    options = parser.parse_args()
    console = Console(width=160, markup=False, highlight=False, soft_wrap=True)
    warnings.simplefilter("ignore", CorpusWarning)
    begun, chance, tried = monotonic(), Random(options.seed), 0  # noqa: S311  # the same articles every time
    found: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    while tried < options.articles and monotonic() - begun < options.seconds:
        n = min(AT_ONCE, options.articles - tried)
        news = corpus_of(chance, n)
        reading = fr.annotate(fr.read_corpus(news))
        broken = [*_breaches(reading, seen), *_failures(reading)]
        found["breaches"] += len(broken)
        tried += n
        for breach in broken[: max(0, MOST_SHOWN - found["shown"])]:
            found["shown"] += 1
            console.print(f"{tried - n}: {breach}")
        if tried // TOLD > (tried - n) // TOLD:
            console.print(f"{tried:,} articles: {_told(found)}")
    console.print(", ".join(f"{name} {count:,}" for name, count in seen.items()))
    console.print(f"{tried:,} articles of seed {options.seed}: {_told(found)}")
    sys.exit(1 if found["breaches"] else 0)


def _breaches(reading: fr.AnnotatedCorpus, seen: Counter[str]) -> list[str]:
    try:
        return list(breaches(reading, seen))
    except Exception as failure:  # a run of hours goes on, and tells of it
        return [f"exception: {failure!r}"]


def _told(found: Counter[str]) -> str:
    return f"{found['breaches']:,} breaches, {process_time():,.0f} s of processor time"


def _failures(reading: fr.AnnotatedCorpus) -> list[str]:
    names = ["doc_id", "field", "function", "reason"]
    texts = reading.articles.set_index("doc_id")
    return [
        f"error: {' | '.join(row)} | {texts.loc[row[0], row[1]]!r}"
        for row in reading.errors[names].itertuples(index=False, name=None)
    ]


if __name__ == "__main__":
    main()
