"""How often is something found where there is nothing? Real articles whose outlets are permuted.

    python benchmarks/permuted.py --shared DIR          # DIR/data/saudinewsnet/*.zip; all anew
    python benchmarks/permuted.py --shared DIR --resume # what an earlier run has not done
    python benchmarks/permuted.py --page                # the page alone, from docs/permuted

Articles of three days are drawn at random, and outlet names are dealt out to them by chance, within
each day, all copies of one text together. So no outlet differs from another, and whatever
`framing.compare` then calls different, or `framing.keywords` distinctive, is an error: of tests at
.05 it may be 5 in 100. Power is taken after mentions were left out of one side at random, so that
the other has them more often by a known ratio; a regression with robust errors (statsmodels)
stands beside it.
"""

import argparse
import json
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import ZipFile

import numpy as np
import pandas as pd
from news import FOLDER as NEWS
from performance_page import fill_page, stamp
from rich.progress import track
from statsmodels.genmod.families import Poisson
from statsmodels.genmod.generalized_linear_model import GLM

import framing as fr
from framing.base.files import write_whole
from framing.measures import permuted_ratios

FOLDER = Path(__file__).parent.parent / "docs" / "permuted"
DAYS = ("2015-07-22", "2015-07-23", "2015-07-24")
DESIGNS = ((20, 20), (50, 50), (200, 200), (20, 400), (5, 100))
RUNS, POWER_RUNS = 1_000, 300
BAR = 0.065
SURE = 0.05
SEED = 2016

Row = dict[str, Any]


RATES = ("militancy.terror", "militancy.organisation", "attribution.pointing",
         "attribution.neutral", "sourcing.anonymous-official")  # fmt: skip
SHARES = ("terror label: terror", "stance: denial", "sourcing: media-as-source")
WATCHED = {  # what the table shows: as it is called there, feature, voice
    "terror, all voices (sparse)": ("militancy.terror", "all"),
    "terror, narrator (sparse)": ("militancy.terror", "narrator"),
    "unnamed officials, narrator (sparse)": ("sourcing.anonymous-official", "narrator"),
    "pointing cues, narrator (common)": ("attribution.pointing", "narrator"),
    "neutral cues, narrator (common)": ("attribution.neutral", "narrator"),
    "share of terror labels, all voices": (SHARES[0], "all"),
    "share of denials, all voices": (SHARES[1], "all"),
    "share of media as source, all voices": (SHARES[2], "all"),
}


class Counted:
    """Tables of what is counted in articles, of which rows are taken article by article."""

    def __init__(self, table: pd.DataFrame, name: str, wanted: tuple[str, ...]) -> None:
        called = table["share"] + ": " + table["category"] if name == "share" else table[name]
        kept = table[called.isin([*wanted, "words"])]
        self.rows = kept.sort_values("doc_id", kind="stable").reset_index(drop=True)
        self.doc_ids = self.rows["doc_id"].to_numpy()

    def of(self, doc_ids: np.ndarray[Any, Any], times: int) -> pd.DataFrame:
        """The rows of some articles, each so many times under another id."""
        ends = [np.searchsorted(self.doc_ids, doc_ids, side) for side in ("left", "right")]
        places = np.concatenate([np.arange(*pair) for pair in zip(*ends, strict=True)])
        rows = self.rows.iloc[places]
        copies = [rows.assign(doc_id=rows["doc_id"] + f"-{copy}") for copy in range(times)]
        return pd.concat(copies, ignore_index=True)


class Pool(NamedTuple):
    """Articles of three days, with what is counted in them."""

    days: pd.DataFrame
    news: pd.DataFrame
    rates: Counted
    shares: Counted


def read_pool(shared: Path) -> Pool:
    """Articles of the three days, each text once, with their rates and shares."""
    rows = []
    for day in DAYS:
        with ZipFile(shared / NEWS / f"{day}.zip") as packed:
            for name in packed.namelist():
                rows += [(day, one["content"]) for one in json.loads(packed.read(name))]
    found = pd.DataFrame(rows, columns=["event", "text"]).drop_duplicates("text")
    found = found[found["text"].str.strip() != ""].reset_index(drop=True)
    news = fr.read_corpus(found.assign(doc_id=[f"{one:05}" for one in found.index], outlet="x"))
    reading = fr.annotate(news)
    return Pool(
        news[["doc_id", "event"]],
        news,
        Counted(fr.features(reading), "feature", RATES),
        Counted(fr.shares(reading), "share", SHARES),
    )


def labelled(pool: Pool, chance: np.random.Generator, sizes: tuple[int, int]) -> pd.DataFrame:
    """Articles drawn at random, with an outlet dealt out to each: what an outlet is, is chance."""
    drawn = pool.days.iloc[chance.choice(len(pool.days), sum(sizes), replace=False)]
    return drawn.assign(outlet=np.repeat(["A", "B"], sizes))


class Design(NamedTuple):
    """How many articles of either outlet, each printed how often, are what to each other."""

    sizes: tuple[int, int]
    times: int = 1
    is_clustered: bool = True
    within: str | None = None

    def __str__(self) -> str:
        copies = f", each {self.times} times" if self.times > 1 else ""
        told = "" if self.is_clustered else ", not told"
        day = " within the day" if self.within else ""
        return f"{self.sizes[0]} v {self.sizes[1]}{day}{copies}{told}"


def printed(drawn: pd.DataFrame, design: Design) -> tuple[pd.DataFrame, dict[str, str] | None]:
    """The articles as often as the design prints them, and which are copies, if that is told."""
    copies = [drawn.assign(doc_id=drawn["doc_id"] + f"-{copy}") for copy in range(design.times)]
    about = pd.concat(copies, ignore_index=True)
    whose = {one: one.partition("-")[0] for one in about["doc_id"]}
    return about, whose if design.is_clustered else None


def tables_of(pool: Pool, drawn: pd.DataFrame, design: Design) -> Iterator[pd.DataFrame]:
    """What `framing.compare` prints of rates by voice, of rates of all voices, and of shares."""
    doc_ids = drawn["doc_id"].to_numpy()
    about, clusters = printed(drawn, design)
    known: Row = {"within": design.within, "clusters": clusters}
    rates, shares = pool.rates.of(doc_ids, design.times), pool.shares.of(doc_ids, design.times)
    for voice in ("split", "all"):
        yield fr.compare(rates, about, of="all", voice=voice, **known).table
    if len(shares):
        yield fr.compare(shares, about, of="all", voice="all", **known).table


# Copies that are told of change no p (tests/questions/test_copies_told.py), so that few show it.
COPIED = (
    *(Design(sizes, 3) for sizes in ((20, 20), (50, 50), (5, 100))),
    Design((50, 50), 3, is_clustered=False),
)
CELLS = (
    *map(Design, DESIGNS),
    *(Design(sizes, within="event") for sizes in ((50, 50), (200, 200))),
    *COPIED,
)
WORD_CELLS = (*map(Design, DESIGNS), *COPIED[1:2], *COPIED[-1:])


def permuted(pool: Pool, done: set[str]) -> Iterator[list[Row]]:
    """How often something is found, by design: each feature's own p, and any star in a table."""
    for design in (one for one in CELLS if str(one) not in done):
        chance = np.random.default_rng(SEED)
        found: dict[str, list[bool]] = {name: [] for name in (*WATCHED, STARRED)}
        for _ in track(range(RUNS), str(design)):
            drawn = labelled(pool, chance, design.sizes)
            for table in tables_of(pool, drawn, design):
                found[STARRED].append(bool((table["p_adjusted"] < SURE).any()))
                for name, hits in hits_in(table):
                    found[name].append(hits)
        yield [
            {"design": str(design), "feature": name, "runs": RUNS, "tests": len(hits),
             "found": sum(hits)}
            for name, hits in found.items()
        ]  # fmt: skip


def distinctive(pool: Pool, done: set[str]) -> Iterator[list[Row]]:
    """How often `framing.keywords` calls at least one word distinctive, by design."""
    articles = pool.news.set_index("doc_id")
    for design in (one for one in WORD_CELLS if str(one) not in done):
        chance = np.random.default_rng(SEED)
        found: list[bool] = []
        for _ in track(range(RUNS), f"words, {design}"):
            drawn = labelled(pool, chance, design.sizes).drop(columns="event")
            texts = articles.loc[drawn["doc_id"], ["text"]].to_numpy()[:, 0]
            about, clusters = printed(drawn.assign(text=texts), design)
            p = fr.keywords(about, clusters=clusters).table["p_adjusted"]
            if p.notna().any():
                found.append(bool((p < SURE).any()))
        yield [{"design": str(design), "feature": "any word called distinctive", "runs": RUNS,
                "tests": len(found), "found": sum(found)}]  # fmt: skip


def hits_in(table: pd.DataFrame) -> Iterator[tuple[str, bool]]:
    """Of each watched feature that has a p whether it lies below .05."""
    keys = list(zip(table["feature"], table["voice"], strict=True))
    known = dict(zip(keys, table["p"], strict=True))
    for name, watched in WATCHED.items():
        if not pd.isna(p := known.get(watched)):
            yield name, bool(p < SURE)


STARRED = "any star in a table"


def planted(pool: Pool, done: set[str]) -> Iterator[list[Row]]:
    """How often a ratio that is there is found, by permuted labels and by a regression."""
    rows = pool.rates.rows
    wanted = {name: one for name, one in WATCHED.items() if one[0] in RATES}
    words = rows[rows["feature"] == "words"]
    base = words[words["voice"] == "all"].set_index("doc_id")["count"]
    for sizes, (name, (feature, voice)), ratio in product(
        ((50, 50), (200, 200), (20, 400)), wanted.items(), (1.0, 1.5, 2.0)
    ):
        design = f"{sizes[0]} v {sizes[1]}, {name}, {ratio:g}"
        if design in done:
            continue
        chance = np.random.default_rng(SEED)
        here = rows[(rows["feature"] == feature) & ((rows["voice"] == voice) | (voice == "all"))]
        counts = here.groupby("doc_id")["count"].sum().reindex(base.index, fill_value=0)
        found: dict[str, list[bool]] = {"permutation": [], "regression": []}
        for _ in track(range(POWER_RUNS), f"{name}, {sizes}, {ratio}"):
            drawn = chance.choice(len(base), sum(sizes), replace=False)
            x = np.arange(sum(sizes)) < sizes[0]
            y = counts.to_numpy()[drawn]
            y = np.where(x, y, chance.binomial(y, 1 / ratio)).astype(float)
            n = base.to_numpy(float)[drawn]
            alone, whole = np.arange(len(x)), np.zeros(len(x), np.int64)
            p = permuted_ratios(y[None], n[None], x, alone, whole).p[0]
            found["permutation"].append(bool(p < SURE))
            found["regression"].append(sandwich(y, n, x) < SURE)
        yield [
            {
                **{"design": design, "sizes": f"{sizes[0]} v {sizes[1]}"},
                **{"feature": name, "ratio": ratio},
                **{method: float(np.mean(hits)) for method, hits in found.items()},
                "runs": POWER_RUNS,
            }
        ]


def sandwich(y: Any, n: Any, x: Any) -> float:
    """The p of a Poisson regression with robust errors; 1 where it has none."""
    if not (y[x].sum() and y[~x].sum()):
        return 1.0
    design = np.column_stack([x, np.ones(len(x))]).astype(float)
    known = n > 0
    model = GLM(y[known], design[known], family=Poisson(), offset=np.log(n[known]))
    return float(model.fit(cov_type="HC1").pvalues[0])


FEWEST_TESTS = 100  # of which a share is printed; fewer are printed as they are


def null_block(table: pd.DataFrame) -> str:
    """Errors by feature and design, in per cent of the tests that had a p."""
    cells = table.set_index(["feature", "design"])
    designs, features = table["design"].unique(), table["feature"].unique()
    lines = [f"| | {' | '.join(designs)} |", f"|---|{'---:|' * len(designs)}"]
    for feature in features:
        row = [_cell(*cells.loc[(feature, design), ["found", "tests"]]) for design in designs]
        lines.append(f"| {feature} | {' | '.join(row)} |")
    told = table[~table["design"].str.contains("not told") & (table["tests"] >= FEWEST_TESTS)]
    worst = float((told["found"] / told["tests"]).max())
    first = table.iloc[0]
    made = f"{first['date']}, {first['runs']:,} runs a design; {first['machine']}."
    said = (
        f"Largest, where copies are told and {FEWEST_TESTS} tests or more had a p: {worst:.1%} "
        f"(bar {BAR:.1%})."
    )
    return "\n".join([made, "", *lines, "", said])


def _cell(found: int, tests: int) -> str:
    if not tests:
        return "–"
    return f"{found / tests:.1%}" if tests >= FEWEST_TESTS else f"{found} of {tests}"


def power_block(table: pd.DataFrame) -> str:
    """Power by feature, design and ratio; a regression's beside it."""
    lines = ["| feature | design | ratio | permuted labels | regression, robust errors |",
             "|---|---|---:|---:|---:|"]  # fmt: skip
    lines += [
        f"| {row['feature']} | {row['sizes']} | {row['ratio']:g} | {row['permutation']:.0%} | "
        f"{row['regression']:.0%} |"
        for row in table.to_dict("records")
    ]
    return "\n".join([f"{table.iloc[0]['runs']:,} runs a row.", "", *lines])


PARTS = {
    "null": (permuted, null_block),
    "words": (distinctive, null_block),
    "power": (planted, power_block),
}


def measure(pool: Pool, name: str, is_resumed: bool) -> None:
    """Make a part's numbers, each design written as soon as it is known."""
    path = FOLDER / f"{name}.csv"
    known = pd.read_csv(path) if is_resumed and path.is_file() else pd.DataFrame({"design": []})
    for rows in PARTS[name][0](pool, set(known["design"])):
        known = pd.concat([known, pd.DataFrame(rows).assign(**stamp())], ignore_index=True)
        write_whole(path, known.to_csv(index=False, float_format="%.6g").encode())


def main() -> None:
    """Make the numbers unless only the page is asked for, then the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path)
    parser.add_argument("--only", choices=PARTS)
    parser.add_argument("--page", action="store_true")
    parser.add_argument("--resume", action="store_true", help="keep the designs that are there")
    options = parser.parse_args()
    if not options.page:
        pool = read_pool(options.shared)
        for name in [options.only] if options.only else PARTS:
            measure(pool, name, options.resume)
    fill_page(FOLDER, {name: block for name, (_, block) in PARTS.items()})


if __name__ == "__main__":
    main()
