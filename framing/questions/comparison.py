"""Do outlets differ, by how much, how surely: rates of one group of articles beside another's.

Where an outlet has one article, or too few, texts are described: exact intervals that hold
for these texts alone, and no p. From twenty independent articles on, articles are the
cases: a regression whose errors are robust by cluster of wire copy, or resampled articles.
Outlets are compared within the same event where events are known, else within the month.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from math import log2, nan
from typing import Any, Literal

import numpy as np
import pandas as pd

from framing import measures
from framing.base import columns
from framing.base.errors import FramingError, unknown
from framing.base.results import Result
from framing.corpus.groups import (
    REST,
    WHOLE,
    By,
    Clusters,
    clusters_of,
    groups_of,
    require_group,
    strata_of,
)
from framing.counting.article_counts import Cells, cells_of
from framing.measures import Estimate, Mask, Numbers
from framing.questions.findings import comparison_note, comparison_text

Method = Literal["auto", "exact", "regression", "bootstrap"]

FEW_TESTS = 20  # so many are adjusted by Holm; more by Benjamini and Hochberg

_Row = dict[str, Any]


def compare(
    features: pd.DataFrame,
    corpus: pd.DataFrame | None = None,
    *,
    by: By = "outlet",
    within: "By | None" = "auto",
    reference: str | None = None,
    clusters: Clusters = None,
    voice: Literal["split", "all"] = "split",
    method: Method = "auto",
) -> Result:
    """Compare rates between groups of articles: every pair, or each with one reference.

    Args:
        features: a table of `framing.features`, whole or some of its rows.
        corpus: what is known of the articles, unless that table has the columns itself.
        by: "outlet", another column, or a series or dict from doc_id to group.
        within: "auto" compares within the same `event` where the corpus has that column, else
            within the month where all dates are known; or "month", a column, None for all.
        reference: the group that all others are compared with, or "the rest": each group with
            all others together. By default every pair.
        clusters: which articles carry the same wire copy, doc_id to cluster: one text each.
        voice: "all" adds up the voices, which are else compared one by one.
        method: "exact" describes these texts; "regression" and "bootstrap" take articles as
            cases and raise for fewer than twenty independent ones; "auto" is the regression
            where there are enough articles, and exact where there are not.

    Returns:
        The table (columns as in `framing.base.columns.RESULTS["comparison"]`; one row per feature,
        voice and pair, of texts that are only described also per event or month), the finding
        in two sentences, and the note on what was counted. No p where texts are described.

    Raises:
        FramingError: bases differ within an article, voices were added up unasked, no two
            groups can be compared, or a method has too few articles.
        UnknownNameError: a column, group or method that is not there.
    """
    if method not in ("auto", "exact", "regression", "bootstrap"):
        raise unknown("method", method, ("auto", "exact", "regression", "bootstrap"))
    cells = cells_of(features, add_voices=voice == "all")
    about = features.drop_duplicates("doc_id") if corpus is None else corpus
    design = _design(cells, about, by, within, clusters)
    pairs = _pairs(design, reference)
    rows = [row for pair in pairs for row in _rows(cells, design.facing(pair), pair, method)]
    if not rows:
        raise FramingError(
            "No two groups stand in one event or month. Compare with within=None, or name "
            "another column."
        )
    table = columns.table("comparison", _with_adjusted(rows))
    left_out = {"group": design.group.isna(), "event or month": design.stratum.isna()}
    note = comparison_note(table, features, {why: int(n.sum()) for why, n in left_out.items()})
    return Result(table, comparison_text(table), note)


@dataclass(frozen=True, eq=False)
class _Design:
    """Of each article: its group, its event or month, its cluster, its base."""

    group: "pd.Series[Any]"
    stratum: "pd.Series[Any]"
    cluster: "pd.Series[Any]"
    base: "pd.Series[Any]"

    def facing(self, pair: tuple[str, str]) -> "_Design":
        """The same, with all other groups as one where a group is compared with the rest."""
        if pair[1] != REST:
            return self
        others = self.group.notna() & (self.group != pair[0])
        return replace(self, group=self.group.mask(others, REST))

    def of(self, names: tuple[str, ...], stratum: str | None = None) -> Mask:
        """Which articles belong to one of the groups, in a known or in one event or month."""
        here = self.stratum.notna() if stratum is None else self.stratum == stratum
        return np.asarray(self.group.isin(names) & here)


def _design(
    cells: Cells, about: pd.DataFrame, by: By, within: "By | None", clusters: Clusters
) -> _Design:
    doc_ids = cells.base.index
    about = about.assign(doc_id=about["doc_id"].astype(str))
    missing = doc_ids.difference(pd.Index(about["doc_id"]))
    if len(missing):
        raise FramingError(
            f"The corpus has no article '{missing[0]}', which the features count. Give the "
            "corpus that was counted."
        )
    about = about.set_index("doc_id", drop=False).loc[doc_ids].reset_index(drop=True)
    cluster = clusters_of(doc_ids, clusters)
    return _Design(groups_of(about, by), strata_of(about, within), cluster, cells.base)


def _pairs(design: _Design, reference: str | None) -> list[tuple[str, str]]:
    names = list(design.group.dropna().unique())
    if reference == REST:
        return [(name, REST) for name in names]
    if reference is not None:
        require_group(reference, design.group)
        return [(name, reference) for name in names if name != reference]
    return list(combinations(names, 2))


def _rows(cells: Cells, design: _Design, pair: tuple[str, str], method: Method) -> Iterator[_Row]:
    """The rows of one pair: one where articles are the cases, else one per event or month."""
    shared = [
        stratum
        for stratum in design.stratum.dropna().unique()
        if all(design.of((name,), stratum).any() for name in pair)
    ]
    if not shared:
        return
    together = design.of(pair) & np.asarray(design.stratum.isin(shared))
    infers = method in ("regression", "bootstrap") or (
        method == "auto" and _is_enough(design, pair, together)
    )
    name = WHOLE if shared == [WHOLE] else f"{len(shared)} together" if infers else None
    if len(shared) == 1:
        name = shared[0]
    parts = [(name, together)] if name else [(one, design.of(pair, one)) for one in shared]
    for within, chosen in parts:
        articles = _articles(design, pair, chosen) | {"within": within}
        for (feature, voice), counts in cells.counts.items():
            row = {"feature": feature, "voice": voice, "unit": cells.unit} | articles
            row |= _counted(counts[chosen], design, pair, chosen)
            yield row | _estimated(row, counts, design, pair, chosen, method if infers else "exact")


def _is_enough(design: _Design, pair: tuple[str, str], chosen: Mask) -> bool:
    written = chosen & np.asarray(design.base > 0)
    sizes = [len(design.cluster[written & design.of((name,))].unique()) for name in pair]
    all_of_them = len(design.cluster[written].unique())
    return all_of_them >= measures.MIN_DOCUMENTS and min(sizes) >= measures.FEWEST_OF_A_GROUP


def _articles(design: _Design, pair: tuple[str, str], chosen: Mask) -> _Row:
    row: _Row = {"target": pair[0], "reference": pair[1]}
    for name, end in zip(pair, ("", "_reference"), strict=True):
        mine = chosen & design.of((name,))
        written = mine & np.asarray(design.base > 0)
        row[f"articles{end}"] = int(mine.sum())
        row[f"effective_n{end}"] = len(design.cluster[written].unique())
    return row


def _counted(counts: Numbers, design: _Design, pair: tuple[str, str], chosen: Mask) -> _Row:
    row: _Row = {}
    for name, end in zip(pair, ("", "_reference"), strict=True):
        mine = np.asarray(design.group[chosen] == name)
        count, base = int(counts[mine].sum()), int(design.base[chosen][mine].sum())
        row |= {f"count{end}": count, f"base{end}": base}
        row["rate_reference" if end else "rate_per_1000"] = measures.rate_per_1000(count, base)
        row[f"limit{end}"] = nan if count else measures.upper_limit(base)
    return row


def _estimated(
    row: _Row,
    counts: Numbers,
    design: _Design,
    pair: tuple[str, str],
    chosen: Mask,
    method: Method,
) -> _Row:
    """The ratio with its interval; exact where a group has none, and so no ratio to model."""
    if method != "exact" and row["count"] and row["count_reference"]:
        ratio = measures.bootstrap_ratio if method == "bootstrap" else measures.regression_ratio
        kept = chosen & np.asarray(design.base > 0)
        try:
            known = ratio(
                counts[kept],
                design.base[kept].to_numpy(float),
                np.asarray(design.group[kept] == pair[0]),
                design.cluster[kept].to_numpy(),
                pd.factorize(design.stratum[kept])[0],
            )
            name = "regression" if method == "auto" else method
            return _as_row(known, name) | {"log_ratio": log2(known.value)}
        except FramingError:
            if method != "auto":
                raise
    four = tuple(row[name] for name in ("count", "base", "count_reference", "base_reference"))
    known = Estimate(measures.rate_ratio(*four), *measures.rate_ratio_interval(*four))
    return _as_row(known, "exact") | {"log_ratio": measures.log_ratio(*four)}


def _as_row(known: Estimate, method: str) -> _Row:
    value, low, high, p = known
    return {"rate_ratio": value, "ci_low": low, "ci_high": high, "p": p, "method": method}


def _with_adjusted(rows: list[_Row]) -> Iterator[_Row]:
    """All p-values of one table are one family."""
    tested = [row["p"] for row in rows if row["p"] == row["p"]]
    how: measures.Adjustment = "Holm" if len(tested) <= FEW_TESTS else "Benjamini-Hochberg"
    adjusted = iter(measures.adjusted(tested, how))
    family = f"{how}, {len(tested)} tests of this comparison"
    for row in rows:
        is_tested = row["p"] == row["p"]
        known = {"p_adjusted": next(adjusted), "family": family} if is_tested else {}
        yield {"p_adjusted": nan, "family": None} | row | known
