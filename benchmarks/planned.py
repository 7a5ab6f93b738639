"""Does a plan keep what it promises: the power of a comparison, the width of an audit?

    python benchmarks/planned.py --shared DIR          # DIR/data/saudinewsnet/*.zip; all anew
    python benchmarks/planned.py --page                # the page alone, from docs/planned

Power: a ratio is planted in articles of three days by leaving mentions out of one half at random.
From these articles it is planned how many find it; then so many are drawn again and again, and
permuted. Widths: audits are simulated as in docs/coverage.md, of as many articles as were planned.
"""

import argparse
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import numpy as np
import pandas as pd
from audited import FEATURES, FINDINGS, STATISTICS, WORDS, population
from coverage_rows import SEED, Row
from performance_page import fill_page, stamp
from permuted import RATES, SURE, WATCHED, Pool, read_pool
from rich.progress import track

from framing.base.files import write_whole
from framing.measures import (
    Expected,
    Pilot,
    articles_to_code,
    articles_to_compare,
    permuted_ratios,
    power_of_comparison,
)
from framing.questions.audit_estimates import EVERY, Cases

FOLDER = Path(__file__).parent.parent / "docs" / "planned"
RUNS, AUDITS, DRAWS = 150, 100, 499
RATIOS, SHARES, POWERS = (1.5, 2.0), (0.5, 0.2), (0.8,)
CORPUS = 3000  # articles that an audit is drawn from


def powers(pool: Pool) -> Iterator[Row]:
    """Planned power and how often the ratio is found, where the pool has articles enough."""
    rows = pool.rates.rows
    words = rows[(rows["feature"] == "words") & (rows["voice"] == "all")]
    base = words.set_index("doc_id")["count"]
    n = base.to_numpy(float)
    wanted = {name: one for name, one in WATCHED.items() if one[0] in RATES}
    for (name, (feature, voice)), ratio, share, power in product(
        wanted.items(), RATIOS, SHARES, POWERS
    ):
        chance = np.random.default_rng(SEED)
        here = rows[(rows["feature"] == feature) & ((rows["voice"] == voice) | (voice == "all"))]
        counts = here.groupby("doc_id")["count"].sum().reindex(base.index, fill_value=0).to_numpy()
        mixed = np.where(chance.random(len(n)) < share, counts, chance.binomial(counts, 1 / ratio))
        pilot = Pilot.of(mixed.astype(float), n)
        sizes = articles_to_compare(pilot, ratio, power=power, share=share)
        if sum(sizes) > len(n):
            continue
        found = []
        for _ in track(range(RUNS), f"{name}, {ratio}, {sizes}"):
            drawn = chance.choice(len(n), sum(sizes), replace=False)
            x = np.arange(sum(sizes)) < sizes[0]
            y = np.where(x, counts[drawn], chance.binomial(counts[drawn], 1 / ratio)).astype(float)
            alone, whole = np.arange(len(x)), np.zeros(len(x), np.int64)
            known = permuted_ratios(y[None], n[drawn][None], x, alone, whole, draws=DRAWS)
            found.append(bool(known.p[0] < SURE))
        yield {
            **{"feature": name, "ratio": ratio, "n_target": sizes[0], "n_reference": sizes[1]},
            "promised": power_of_comparison(pilot, ratio, *sizes),
            "found": float(np.mean(found)),
            "runs": RUNS,
        }


def widths(_: Pool | None) -> Iterator[Row]:
    """The width that was asked for and those of simulated audits, of as many as were planned."""
    for feature, finding, width in product(FEATURES, FINDINGS, (0.2, 0.3)):
        chance = np.random.default_rng(SEED)
        articles = population(chance, feature, finding, CORPUS)
        pilot = Pilot.of(articles["found"].to_numpy(float), np.full(CORPUS, float(WORDS)))
        if not finding.is_whole:
            pilot = pilot._replace(burst=1.0)
        expected = Expected(finding.precision, finding.recall)
        sizes = articles_to_code(pilot, expected, width, articles=CORPUS)
        for (statistic, called), size in zip(list(STATISTICS.items())[:3], sizes, strict=True):
            if size == CORPUS:
                continue
            found = [_width(chance, articles, size, statistic) for _ in range(AUDITS)]
            yield {
                **{"feature": feature.name, "finding": finding.name, "statistic": called},
                **{"articles": size, "asked": width, "found": float(np.nanmedian(found))},
                "narrow": float(np.mean(np.array(found) <= width)),
                "runs": AUDITS,
            }


def _width(chance: np.random.Generator, articles: pd.DataFrame, size: int, statistic: str) -> float:
    """How wide the interval of one audit is; of a rate as a part of it."""
    is_drawn = np.isin(np.arange(len(articles)), chance.choice(len(articles), size, replace=False))
    names = {"coded": "truth", "right": "hits", "ours": "found"}
    sheet = articles.assign(**{new: articles[old].where(is_drawn) for new, old in names.items()})
    known = {one["statistic"]: one for one in Cases(sheet.assign(group="x")).rows(EVERY)}[statistic]
    whole = known["value"] if statistic == "rate_per_1000" else 1.0
    return float((known["ci_high"] - known["ci_low"]) / whole)


def power_block(table: pd.DataFrame) -> str:
    """A row a plan: promised power and that which was found."""
    lines = ["| feature | ratio | articles | promised | found |", "|---|---:|---:|---:|---:|"]
    lines += [
        f"| {row['feature']} | {row['ratio']:g} | {row['n_target']:,} and {row['n_reference']:,} | "
        f"{row['promised']:.0%} | {row['found']:.0%} |"
        for row in table.to_dict("records")
    ]
    apart = table["found"] - table["promised"]
    said = (
        f"Found less promised: {apart.min():+.0%} to {apart.max():+.0%}, mean {apart.mean():+.1%}."
    )
    return "\n".join([_made(table, "plan"), "", *lines, "", said])


def width_block(table: pd.DataFrame) -> str:
    """A row a statistic and kind of errors: the median width beside that which was asked for."""
    table = table.assign(times=table["found"] / table["asked"])
    table["errors"] = table["finding"].str.extract("errors (.*)")
    lines = [
        "| statistic | errors | plans | width / asked: least | mean | most | as narrow as asked |",
        "|---|---|---:|---:|---:|---:|---:|",
    ]
    for (statistic, errors), one in table.groupby(["statistic", "errors"], sort=False):
        times = one["times"]
        cells = [f"{end:.2f}" for end in (times.min(), times.mean(), times.max())]
        cells += [f"{one['narrow'].mean():.0%} of audits"]
        lines.append(f"| {statistic} | {errors} | {len(one)} | {' | '.join(cells)} |")
    return "\n".join([_made(table, "plan"), "", *lines])


def _made(table: pd.DataFrame, what: str) -> str:
    first = table.iloc[0]
    return f"{first['date']}, {first['runs']:,} runs a {what}; {first['machine']}."


PARTS = {"power": (powers, power_block), "widths": (widths, width_block)}


def main() -> None:
    """Make the numbers unless only the page is asked for, then the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path)
    parser.add_argument("--only", choices=PARTS)
    parser.add_argument("--page", action="store_true")
    options = parser.parse_args()
    if not options.page:
        pool = read_pool(options.shared) if options.only != "widths" else None
        for name in [options.only] if options.only else PARTS:
            table = pd.DataFrame(PARTS[name][0](pool)).assign(**stamp())
            path = FOLDER / f"{name}.csv"
            write_whole(path, table.to_csv(index=False, float_format="%.6g").encode())
    fill_page(FOLDER, {name: block for name, (_, block) in PARTS.items()})


if __name__ == "__main__":
    main()
