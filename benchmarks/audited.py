"""Audits of articles with known truth: does what is corrected by them cover it?

Of 450 articles in three outlets few have the category, and those have it several times, as labels
stand in news. The finding misses some and adds others, mention by mention, or whole articles at a
time, as where one word of an article is not in the lexicon; the coder is perfect. What is tried
is what `framing.score_audit` does with its sheet.
"""

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

import numpy as np
import pandas as pd
from coverage_rows import SEED, Row, holds, row

from framing.measures import Estimate, Interval, Numbers, permuted_ratios
from framing.questions.audit_estimates import EVERY, Cases
from framing.questions.comparison_errors import Quality, corrected_ratio

ARTICLES, OUTLETS, WORDS = 450, 3, 300
DRAWN = (30, 60, 90)
REPEATS, DRAWS = 400, 1000
STATISTICS = {
    "precision": "precision",
    "recall": "recall",
    "rate_per_1000": "corrected rate",
    "share_of": "corrected share of articles",
}
ENDS = ("value", "ci_low", "ci_high")
CORRECTED = ("rate_per_1000", "share_of")


class Feature(NamedTuple):
    """How often a category stands in news."""

    name: str
    mean: float  # mentions of an article
    share: float  # of articles that have it


class Finding(NamedTuple):
    """How wrong the finding is, and whether its errors come an article at a time."""

    precision: float
    recall: float
    is_whole: bool

    @property
    def name(self) -> str:
        """As a row of the table says it."""
        errors = "whole articles" if self.is_whole else "single mentions"
        return f"P {self.precision:g}, R {self.recall:g}, errors {errors}"


FEATURES = (
    Feature("terror", 0.33, 0.09),
    Feature("organisation", 0.75, 0.15),
    Feature("a common category", 2.5, 0.5),
)
FINDINGS = tuple(
    Finding(*quality, is_whole)
    for is_whole, quality in product((False, True), ((0.97, 0.97), (0.8, 0.75)))
)


def population(
    chance: np.random.Generator, feature: Feature, finding: Finding, n: int = ARTICLES
) -> pd.DataFrame:
    """Articles with what is there (`truth`), what is found of it (`hits`), what is found in all."""
    has = chance.random(n) < feature.share
    size = chance.geometric(feature.share / feature.mean, n)
    truth = np.where(has, size, 0)
    false = finding.recall * (1 - finding.precision) / finding.precision  # for each that is there
    if finding.is_whole:
        hits = np.where(chance.random(n) < finding.recall, truth, 0)
        wrong = np.where(chance.random(n) < feature.share * false, size, 0)
    else:
        hits = chance.binomial(truth, finding.recall)
        wrong = chance.poisson(false * (truth + feature.mean) / 2)  # half of them beside right ones
    return pd.DataFrame(
        {"group": np.arange(n) % OUTLETS, "words": WORDS, "truth": truth, "hits": hits,
         "found": hits + wrong}
    )  # fmt: skip


def coded(chance: np.random.Generator, articles: pd.DataFrame, drawn: int) -> pd.DataFrame:
    """The articles with what the coder says of those drawn, the same number of each outlet."""
    places = articles.assign(order=chance.random(len(articles))).groupby("group")["order"].rank()
    is_drawn = places <= drawn / articles["group"].nunique()
    names = {"coded": "truth", "right": "hits", "ours": "found"}
    return articles.assign(**{new: articles[old].where(is_drawn) for new, old in names.items()})


def audits() -> Iterator[Row]:
    """Coverage of what an audit says of all outlets together; no interval covers nothing."""
    chance = np.random.default_rng(SEED)
    for feature, finding, drawn in product(FEATURES, FINDINGS, DRAWN):
        inside: dict[tuple[str, str], list[bool]] = {}
        for _ in range(REPEATS):
            articles = coded(chance, population(chance, feature, finding), drawn)
            sums = articles[["truth", "hits", "found"]].sum()
            truths = {
                "precision": sums["hits"] / sums["found"],
                "recall": sums["hits"] / sums["truth"],
                "rate_per_1000": 1000 * sums["truth"] / WORDS / ARTICLES,
                "share_of": (articles["truth"] > 0).mean(),
            }
            if not articles[["coded", "ours"]].sum().any():
                continue  # a sample without the category: nothing is said
            for known in Cases(articles).rows(EVERY):
                statistic = known["statistic"]
                ends = Interval(known["ci_low"], known["ci_high"])
                if statistic in CORRECTED or not np.isnan(known["value"]):  # P of nothing found
                    covers = holds(ends, truths[statistic]) and ends.low < ends.high
                    inside.setdefault((STATISTICS[statistic], "audit"), []).append(covers)
            ends = dirichlet(chance, articles)
            tried = inside.setdefault((STATISTICS["rate_per_1000"], "resampled (not used)"), [])
            tried.append(holds(ends, truths["rate_per_1000"]))
        for (estimate, interval), covered in inside.items():
            yield row(estimate, interval, f"{feature.name}, {finding.name}, {drawn} coded", covered)


def dirichlet(chance: np.random.Generator, articles: pd.DataFrame) -> Interval:
    """What else was tried: articles weighed by chance, half an article wrong on either side."""
    mine = articles[(articles["coded"] > 0) | (articles["ours"] > 0)]
    sides: Numbers = mine[["coded", "ours"]].to_numpy(float)
    weights = chance.standard_gamma(1, (DRAWS, len(mine)))
    sums = weights @ sides + chance.standard_gamma(0.5, (DRAWS, 2)) * sides.mean()
    rates = 1000 * articles["found"].sum() / articles["words"].sum() * sums[:, 0] / sums[:, 1]
    return Interval(*(float(one) for one in np.quantile(rates, [0.025, 0.975])))


def differences(repeats: int = 300) -> Iterator[Row]:
    """Coverage of a ratio between outlets, of which one has much missed in it."""
    chance = np.random.default_rng(SEED)
    good, poor = FINDINGS[0], Finding(0.97, 0.6, is_whole=False)
    for feature, ratio, drawn in product(FEATURES[:2], (1.0, 2.0), (30, 60)):
        inside: dict[str, list[bool]] = {"as found": [], "corrected by audits": []}
        for _ in range(repeats):
            more = feature._replace(mean=feature.mean * ratio, share=feature.share * ratio)
            sides = [population(chance, more, good), population(chance, feature, poor)]
            found = permuted(sides)
            qualities = [quality(coded(chance, side, drawn)) for side in sides]
            if found is not None:
                known = corrected_ratio(found, *qualities)
                inside["as found"].append(holds(found, ratio))
                if not np.isnan(known.value):  # where an audit is silent nothing is said
                    inside["corrected by audits"].append(holds(known, ratio))
        for name, covered in inside.items():
            case = f"{feature.name}, ratio {ratio:g}, {drawn} coded of {ARTICLES} in either outlet"
            yield row("ratio between outlets", name, case, covered)


def permuted(sides: list[pd.DataFrame]) -> Estimate | None:
    """The ratio of what is found in two outlets, as `framing.compare` gives it."""
    both = pd.concat(sides)
    n = len(both)
    known = permuted_ratios(
        both["found"].to_numpy(float)[None],
        both["words"].to_numpy(float)[None],
        np.arange(n) < len(sides[0]),
        np.arange(n),
        np.zeros(n, np.int64),
        draws=999,
    )
    if known.reasons != [None]:
        return None
    return Estimate(known.value[0], known.low[0], known.high[0])


def quality(articles: pd.DataFrame) -> Quality:
    """What an audit says of the finding in one outlet."""
    rows = {known["statistic"]: known for known in Cases(articles).rows(EVERY)}
    return Quality(
        *(Estimate(*(rows[name][end] for end in ENDS)) for name in ("precision", "recall"))
    )
