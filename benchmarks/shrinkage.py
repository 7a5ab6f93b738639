"""Do shrunken rates lie nearer the truth, and do their intervals cover it? Planted outlets.

    python benchmarks/shrinkage.py --shared DIR    # DIR/data/saudinewsnet/*.zip; half an hour
    python benchmarks/shrinkage.py --page          # the page alone, from docs/shrinkage

Articles of three days are drawn with replacement and dealt out to outlets, so that none differs;
then mentions are left out at random, outlet by outlet, so that rates lie apart by known
ratios. Counts stay as uneven as in news. What `framing.shrinkage` does stands beside rates as
counted, each outlet by itself, and the plainest other way to draw them together.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from coverage_rows import BAR, SEED
from performance_page import fill_page, stamp
from permuted import WATCHED, Pool, read_pool
from rich.progress import track
from scipy.optimize import minimize
from scipy.special import gammaln
from scipy.stats import gamma

from framing.base.errors import FramingError
from framing.base.files import write_whole
from framing.measures import Keys, Numbers, clustered_rate, shrunken_rates

FOLDER = Path(__file__).parent.parent / "docs" / "shrinkage"
RUNS = 150
TRIED = ("terror, all voices (sparse)", "pointing cues, narrator (common)")
UNEVEN = tuple(np.repeat([20, 40, 80, 160], 3).tolist())
MIXED, GAMMA, COUNTED = "mixed model (used)", "empirical Bayes, gamma", "as counted"

Known = tuple[Numbers, Numbers, Numbers]  # rates of the outlets, low and high ends
Row = dict[str, Any]


class Design(NamedTuple):
    """How many articles of each outlet, how far apart, in how many events, each how often."""

    sizes: tuple[int, ...]
    spread: float
    effects: str = "lognormal"
    events: int = 1
    times: int = 1

    def __str__(self) -> str:
        sizes = sorted(set(self.sizes))
        n = f"{sizes[0]}" if len(sizes) == 1 else f"{sizes[0]} to {sizes[-1]}"
        events = f", {self.events} events" if self.events > 1 else ""
        copies = f", each {self.times} times" if self.times > 1 else ""
        return f"{len(self.sizes)} outlets of {n}, {self.effects} {self.spread:g}{events}{copies}"


DESIGNS = (
    *(
        Design(sizes, *effects)
        for sizes in (UNEVEN, (60,) * 5, (100,) * 12, (40,) * 30)
        for effects in ((0.0, "lognormal"), (0.4, "lognormal"), (0.8, "gamma"))
    ),
    Design(UNEVEN, 0.4, "lognormal", events=6),
    Design((100,) * 12, 0.8, "gamma", events=6),
    Design((100,) * 12, 0.4, "lognormal", times=3),
)


class Drawn(NamedTuple):
    """Articles of outlets whose rates are known."""

    counts: Numbers
    bases: Numbers
    groups: Keys
    clusters: Keys
    strata: Keys
    truth: Numbers  # of each outlet, per word


def planted(chance: np.random.Generator, counts: Numbers, bases: Numbers, design: Design) -> Drawn:
    """Articles drawn for each outlet; of their mentions those kept that its rate leaves.

    An event has some more mentions than another, and each outlet writes of some events more.
    """
    n_groups = len(design.sizes)
    group = np.repeat(np.arange(n_groups), design.sizes)
    spread = design.spread
    if design.effects == "gamma":
        effects = chance.gamma(1 / spread**2, spread**2, n_groups)
    else:
        effects = np.exp(chance.normal(0, spread, n_groups))
    kept = effects / effects.max()
    mix = chance.dirichlet(np.ones(design.events), n_groups)
    event = np.array([chance.choice(design.events, p=mix[one]) for one in group])
    of_event = np.exp(chance.normal(0, 0.5, design.events)) if design.events > 1 else np.ones(1)
    of_event = of_event / of_event.max()
    drawn = chance.integers(0, len(counts), len(group))
    found = chance.binomial(counts[drawn].astype(int), kept[group] * of_event[event])
    words = bases[drawn]
    share = np.bincount(event, words, design.events) / words.sum()
    truth = kept * counts.sum() / bases.sum() * (share @ of_event)
    text = np.arange(len(group))
    columns = (found.astype(float), words, group, text, event)
    return Drawn(*[np.repeat(one, design.times) for one in columns], truth)


def as_counted(drawn: Drawn) -> Known:
    """Each outlet by itself, articles as the cases."""
    rows = []
    for one in range(len(drawn.truth)):
        here = drawn.groups == one
        text = np.unique(drawn.clusters[here], return_inverse=True)[1]
        sums = (np.bincount(text, side[here]) for side in (drawn.counts, drawn.bases))
        rows.append(clustered_rate(*sums, per=1))
    value, low, high = np.array(rows).T
    return value, low, high


def empirical(drawn: Drawn, k: float) -> Known:
    """Gamma rates whose mean and spread are the likeliest, taken as if they were known."""
    n = len(drawn.truth)
    counts, bases = (np.bincount(drawn.groups, one, n) for one in (drawn.counts, drawn.bases))
    means = drawn.bases * counts.sum() / bases.sum()
    worth = 1 + k * np.bincount(drawn.groups, means**2, n) / np.bincount(drawn.groups, means, n)
    counts, bases = counts / worth, bases / worth

    def unlikely(of: Numbers) -> float:
        shape, rate = np.exp(of)
        told = gammaln(counts + shape) - gammaln(shape) + shape * np.log(rate)
        return -float((told - (counts + shape) * np.log(bases + rate)).sum())

    start = np.log([2.0, 2 * bases.sum() / counts.sum()])
    shape, rate = np.exp(minimize(unlikely, start, method="Nelder-Mead").x)
    of = gamma(counts + shape, scale=1 / (bases + rate))
    return of.mean(), of.ppf(0.025), of.ppf(0.975)


def estimates(drawn: Drawn) -> dict[str, Known]:
    """What each way says of the outlets; counts are as uneven for the second as for the first."""
    known = shrunken_rates(*drawn[:5])
    return {
        MIXED: (known.value, known.low, known.high),
        GAMMA: empirical(drawn, known.dispersion),
        COUNTED: as_counted(drawn),
    }


def outlets(pool: Pool) -> Iterator[Row]:
    """Coverage, error and width of each estimator in each design."""
    rows = pool.rates.rows
    words = rows[(rows["feature"] == "words") & (rows["voice"] == "all")]
    bases = words.set_index("doc_id")["count"]
    for name in TRIED:
        feature, voice = WATCHED[name]
        here = rows[(rows["feature"] == feature) & ((rows["voice"] == voice) | (voice == "all"))]
        counts = here.groupby("doc_id")["count"].sum().reindex(bases.index, fill_value=0)
        sides = counts.to_numpy(float), bases.to_numpy(float)
        for design in DESIGNS:
            chance = np.random.default_rng(SEED)
            known: dict[str, list[tuple[float, float, float]]] = {
                one: [] for one in (MIXED, GAMMA, COUNTED)
            }
            for _ in track(range(RUNS), f"{name}, {design}"):
                drawn = planted(chance, *sides, design)
                try:
                    found = estimates(drawn)
                except FramingError:
                    continue  # fewer articles have it than are asked for
                for one, ends in found.items():
                    known[one].append(judged(*ends, drawn.truth))
            for one, told in known.items():
                if told:
                    covered, error, width = np.mean(told, axis=0)
                    yield {
                        **{"feature": name, "design": str(design), "estimator": one},
                        **{"coverage": covered, "squared_error": error, "width": width},
                        "runs": len(told),
                    }


def judged(value: Numbers, low: Numbers, high: Numbers, truth: Numbers) -> tuple[float, ...]:
    """How many outlets are covered; error and width as parts of the mean rate."""
    return (
        float(((low <= truth) & (truth <= high)).mean()),
        float(((value / truth.mean() - truth / truth.mean()) ** 2).mean()),
        float(np.median(high - low) / truth.mean()),
    )


def block(table: pd.DataFrame) -> str:
    """A row a design: what the model covers, and every error beside that of rates as counted."""
    others = (GAMMA, COUNTED)
    lines = [
        "| feature | design | runs | covers | error / as counted | gamma | as counted |",
        "|---|---|---:|---:|---:|---:|---:|",
    ]
    for (feature, design), one in table.groupby(["feature", "design"], sort=False):
        of = one.set_index("estimator")
        less = of.loc[MIXED, "squared_error"] / of.loc[COUNTED, "squared_error"]
        covers = [f"{of.loc[name, 'coverage']:.1%}" for name in (MIXED, *others)]
        lines.append(
            f"| {feature} | {design} | {of.loc[MIXED, 'runs']} | {covers[0]} | {less:.2f} | "
            f"{' | '.join(covers[1:])} |"
        )
    mine = table[table["estimator"] == MIXED]["coverage"]
    made = f"{table['date'].iloc[0]}, up to {RUNS} runs a design; {table['machine'].iloc[0]}."
    least = f"Least: {mine.min():.1%}; below {BAR:.0%} lie {int((mine < BAR).sum())} of {len(mine)}"
    return "\n".join([made, "", *lines, "", f"{least} designs (mean {mine.mean():.1%})."])


def main() -> None:
    """Make the numbers unless only the page is asked for, then the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path)
    parser.add_argument("--page", action="store_true")
    options = parser.parse_args()
    if not options.page:
        table = pd.DataFrame(outlets(read_pool(options.shared))).assign(**stamp())
        path = FOLDER / "outlets.csv"
        write_whole(path, table.to_csv(index=False, float_format="%.6g").encode())
    fill_page(FOLDER, {"outlets": block})


if __name__ == "__main__":
    main()
