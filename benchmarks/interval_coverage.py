"""Do 95% intervals hold what they say: how often each covers the truth, under which model.

python benchmarks/interval_coverage.py                   # all anew, then the page: ten minutes
python benchmarks/interval_coverage.py --only corrected  # one table anew, then the page
python benchmarks/interval_coverage.py --page            # the page alone, from docs/coverage

Five tables. Independent: mentions and cases are independent, as each exact interval
assumes; coverage of single counts is summed exactly, that of ratios simulated. Clustered:
articles are overdispersed, as in the five seeds (Pearson's dispersion 2.26), or copies of
each other, or stand in pairs in events. Coded: records of a few articles, right or wrong.
Corrected: estimates from a coded random sample. Differences: ratios between outlets, corrected
by such samples.
"""

import argparse
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from audited import audits, differences
from coverage_rows import BAR, SEED, Row, holds, row
from performance_page import set_block, stamp
from scipy.stats import binom, poisson

from framing.base.files import write_whole
from framing.measures import (
    Interval,
    clopper_pearson,
    clustered_rate,
    clustered_share,
    corrected_count,
    garwood,
    percentiles,
    permuted_ratios,
    rate_ratio_interval,
    rate_score,
    resampled_sums,
    wilson,
)

FOLDER = Path(__file__).parent.parent / "docs" / "coverage"
DISPERSION = 2.26  # Pearson's, of the five seeds
RATES = (1.0, 5.0, 20.0)  # per 1,000 words
WORDS = (400, 2000, 20_000)
SHARES = (0.05, 0.1, 0.25, 0.5)
CASES = (10, 20, 50, 200, 1000)
REPEATS, PERMUTED, RESAMPLED = 2000, 400, 200

ratio_interval = lru_cache(maxsize=1 << 16)(rate_ratio_interval)


def independent() -> Iterator[Row]:
    """Coverage where each interval's own model is true."""
    for name, interval in (("Garwood", garwood), ("score", rate_score)):
        for rate, words in product(RATES, WORDS):
            mean = rate * words / 1000
            counts = np.arange(int(poisson.ppf(1 - 1e-9, mean)) + 2)
            inside = [holds(interval(int(count), words), rate) for count in counts]
            covered = float(poisson.pmf(counts, mean) @ inside)
            yield row("rate", name, f"{rate:g} per 1,000, {words:,} words", covered)
    for name, interval in (("Wilson", wilson), ("Clopper-Pearson", clopper_pearson)):
        for share, cases in product(SHARES, CASES):
            counts = np.arange(cases + 1)
            inside = [holds(interval(int(count), cases), share) for count in counts]
            covered = float(binom.pmf(counts, cases, share) @ inside)
            yield row("share", name, f"{share:g} of {cases:,} cases", covered)
    chance = np.random.default_rng(SEED)
    for rate, words, ratio in product(RATES, WORDS[:2], (1.0, 2.0)):
        here = chance.poisson(ratio * rate * words / 1000, 4 * REPEATS).tolist()
        there = chance.poisson(rate * words / 1000, 4 * REPEATS).tolist()
        inside = [
            holds(ratio_interval(y, words, z, words), ratio)
            for y, z in zip(here, there, strict=True)
        ]
        case = f"{rate:g} per 1,000, {words:,} words, ratio {ratio:g}"
        yield row("ratio of rates", "exact conditional", case, inside)


class Articles:
    """Articles of two outlets, drawn from a model with known rates."""

    def __init__(self, chance: np.random.Generator, design: str, n: int, rate: float, ratio: float):
        copies = 3 if design == "wire copy" else 1
        texts = n // copies
        words = chance.integers(200, 900, 2 * texts).astype(float)
        target = np.arange(2 * texts) % (40 if design == "uneven" else 2) == 0
        self.is_target = np.repeat(target, copies)
        mean = rate / 1000 * words * np.where(target, ratio, 1)
        self.events = None
        if design == "events":
            events = np.arange(2 * texts) // 2
            mean = mean * chance.gamma(2, 1 / 2, texts)[events]
            self.events = events
        counts = chance.negative_binomial(mean / (DISPERSION - 1), 1 / DISPERSION)
        self.counts, self.words = (np.repeat(one.astype(float), copies) for one in (counts, words))
        self.clusters = np.repeat(np.arange(2 * texts), copies)

    def four(self) -> tuple[int, int, int, int]:
        """Counts and bases of both outlets."""
        sums = [
            int(one[side].sum())
            for side in (self.is_target, ~self.is_target)
            for one in (self.counts, self.words)
        ]
        return sums[0], sums[1], sums[2], sums[3]

    def permuted(self, clusters: Any) -> Interval | None:
        """The interval as `framing.compare` gives it; none where it gives none."""
        events = np.zeros(len(self.words), np.int64) if self.events is None else self.events
        known = permuted_ratios(
            self.counts[None], self.words[None], self.is_target, clusters, events, draws=999
        )
        return Interval(known.low[0], known.high[0]) if known.reasons == [None] else None


def clustered() -> Iterator[Row]:
    """Coverage of a ratio where articles are the cases: naive, and by permuted labels."""
    chance = np.random.default_rng(SEED)
    cells = [("articles", n, rate) for n, rate in product((10, 20, 50, 200), (2.0, 10.0))]
    cells += [("uneven", n, rate) for n, rate in product((100, 400), (2.0, 10.0))]
    cells += [("wire copy", n, 10.0) for n in (60, 150)] + [("events", n, 10.0) for n in (20, 50)]
    for (design, n, rate), ratio in product(cells, (1.0, 2.0)):
        inside: dict[str, list[bool]] = {}
        for number in range(REPEATS):
            drawn = Articles(chance, design, n, rate, ratio)
            alone = np.arange(len(drawn.counts))
            known: dict[str, Interval | None] = {"exact (naive)": ratio_interval(*drawn.four())}
            if number < PERMUTED:
                known["permuted labels"] = drawn.permuted(drawn.clusters)
                if design == "wire copy":
                    known["permuted labels, copies as articles"] = drawn.permuted(alone)
            for name, ends in known.items():
                if ends is not None:
                    inside.setdefault(name, []).append(holds(ends, ratio))
        for name, covered in inside.items():
            few = n // 20
            sizes = f"{few} and {2 * n - few}" if design == "uneven" else f"{n} of each outlet"
            case = f"{design}, {sizes}, {rate:g} per 1,000, ratio {ratio:g}"
            yield row("ratio of rates", name, case, covered)
    yield from clustered_singles(chance)


def clustered_singles(chance: np.random.Generator) -> Iterator[Row]:
    """A single rate and a single share, naive and with articles as cases."""
    for n, rate in product((1, 5, 50), RATES):
        inside = []
        for _ in range(REPEATS):
            words = chance.integers(200, 900, n)
            mean = rate / 1000 * words
            count = chance.negative_binomial(mean / (DISPERSION - 1), 1 / DISPERSION).sum()
            inside.append(holds(garwood(int(count), int(words.sum())), rate))
        case = f"{n} article{'s' * (n > 1)}, {rate:g} per 1,000"
        yield row("rate", "Garwood (naive)", case, inside)
    for n, share in product((20, 60, 200), (0.25, 0.7, 0.9)):
        naive, cases = [], []
        for _ in range(REPEATS):
            bases = chance.poisson(6, n)
            right = chance.binomial(bases, chance.beta(4 * share, 4 * (1 - share), n))
            naive.append(holds(wilson(int(right.sum()), int(bases.sum())), share))
            known = clustered_share(right.astype(float), bases.astype(float))
            cases.append(holds(known, share))
        case = f"{share:g}, {n} articles of some 6 cases"
        yield row("share", "Wilson (naive)", case, naive)
        yield row("share", "Wilson, articles as cases", case, cases)

    for n, rate in product((20, 60, 200), RATES):
        inside = []
        for _ in range(REPEATS):
            words = chance.integers(200, 900, n).astype(float)
            mean = rate / 1000 * words
            counts = chance.negative_binomial(mean / (DISPERSION - 1), 1 / DISPERSION)
            inside.append(holds(clustered_rate(counts.astype(float), words), rate))
        yield row("rate", "articles as cases", f"{n} articles, {rate:g} per 1,000", inside)


def coded() -> Iterator[Row]:
    """Precision or recall of a coding: a few articles with many records, some of them worse."""
    chance = np.random.default_rng(SEED)
    for n, share, alike in product((5, 10, 20), (0.7, 0.9, 0.97), (0.02, 0.1, 0.3)):
        beyond = 1 / alike - 1
        inside: dict[str, list[bool]] = {"Wilson (naive)": [], "articles as cases": []}
        resampled = []
        for number in range(REPEATS):
            bases = np.maximum(chance.negative_binomial(3, 1 / 6, n), 1)
            right = chance.binomial(bases, chance.beta(share * beyond, (1 - share) * beyond, n))
            sums = np.column_stack([right, bases]).astype(float)
            inside["Wilson (naive)"].append(
                holds(wilson(int(right.sum()), int(bases.sum())), share)
            )
            inside["articles as cases"].append(holds(clustered_share(*sums.T), share))
            if number < RESAMPLED:
                tried = resampled_sums(sums, seed=number)
                resampled.append(holds(percentiles(tried[:, 0] / tried[:, 1], n), share))
        inside["resampled (not used)"] = resampled
        for name, covered in inside.items():
            case = f"{share:g}, {n} articles of some 15 records, correlated by {alike:g}"
            yield row("share right", name, case, covered)


def corrected() -> Iterator[Row]:
    """Coverage of what is corrected by a coded random sample, and of the same uncorrected."""
    chance = np.random.default_rng(SEED)
    for drawn, (mean, recall) in product((40, 100), ((0.5, 0.9), (2.0, 0.7), (4.0, 0.9))):
        raw, mended = [], []
        for _ in range(REPEATS):
            coded = chance.negative_binomial(mean / (DISPERSION - 1), 1 / DISPERSION, 1000)
            found = chance.binomial(coded, recall) + chance.poisson(0.1 * mean, 1000)
            sample = chance.choice(1000, drawn, replace=False)
            truth, all_found = float(coded.sum()), int(found.sum())
            raw.append(holds(Interval(*garwood(all_found, 1000, per=1000)), truth))
            known = corrected_count(all_found, found[sample], coded[sample], articles=1000)
            mended.append(holds(known, truth))
        case = f"{mean:g} an article, recall {recall:g}, {drawn} coded of 1,000"
        yield row("mentions", "uncorrected", case, raw)
        yield row("mentions", "corrected", case, mended)
    yield from audits()


TABLES: dict[str, Callable[[], Iterator[Row]]] = {
    "independent": independent,
    "clustered": clustered,
    "coded": coded,
    "corrected": corrected,
    "differences": differences,
}


def summary(table: pd.DataFrame) -> list[list[str]]:
    """One row an interval: how many cases, least, mean; and whether all reach the bar."""
    rows = [["estimate", "interval", "cases", "least", "mean", f"all ≥ {BAR:.0%}", "worst case"]]
    for (estimate, interval), one in table.groupby(["estimate", "interval"], sort=False):
        worst = one.loc[one["coverage"].idxmin()]
        least = float(worst["coverage"])
        rows.append(
            [
                *(str(estimate), str(interval), str(len(one)), f"{least:.1%}"),
                f"{one['coverage'].mean():.1%}",
                "yes" if least >= BAR else f"no, {int((one['coverage'] < BAR).sum())} below",
                str(worst["case"]),
            ]
        )
    return rows


def block(table: pd.DataFrame) -> str:
    """A table as the page shows it, with where and when it was made."""
    first = table.iloc[0]
    repeats = int(table["repeats"].max())
    lines = [f"| {' | '.join(cells)} |" for cells in summary(table)]
    lines.insert(1, "|---|---|---:|---:|---:|---|---|")
    error = float(table["error"].max())
    made = f"{first['date']}, up to {repeats:,} repeats a case (error at most {error:.1%}); "
    return "\n".join([f"{made}{first['machine']}.", "", *lines])


def write_page(folder: Path) -> None:
    """Set the tables in the page beside the folder."""
    page = folder.with_suffix(".md")
    text = page.read_text(encoding="utf-8")
    for name in TABLES:
        text = set_block(text, name, block(pd.read_csv(folder / f"{name}.csv")))
    write_whole(page, text.encode())


def main() -> None:
    """Make the numbers, of all tables or of the one that is named, then the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=[*TABLES], help="the one table that is made anew")
    parser.add_argument("--page", action="store_true", help="make the page alone")
    asked = parser.parse_args()
    for name in [] if asked.page else [asked.only] if asked.only else TABLES:
        table = pd.DataFrame(TABLES[name]()).assign(**stamp())
        write_whole(FOLDER / f"{name}.csv", table.to_csv(index=False, float_format="%.6g").encode())
    write_page(FOLDER)


if __name__ == "__main__":
    main()
