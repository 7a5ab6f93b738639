"""Do outlets differ, by how much, how surely: rates or shares of one group of articles and another.

Where an outlet has one article, or too few, texts are described: exact intervals that hold
for these texts alone, and no p. From twenty independent articles on, articles are the
cases, and whose they are is permuted (`framing.measures.permuted_ratios`), within the same event
where events are known, else within the month, all copies of one text together.
"""

from collections.abc import Sequence
from math import nan
from typing import Any, Literal

import numpy as np
import pandas as pd

from framing import measures
from framing.base import columns
from framing.base.errors import FramingError, cut, unknown
from framing.base.results import Result
from framing.corpus.groups import By, Clusters, undated_in
from framing.counting.article_counts import Cells, cells_of
from framing.counting.article_shares import share_cells
from framing.counting.columnwise import estimates
from framing.layers.corpora import Corpus, known_of
from framing.measures import Keys
from framing.questions.comparison_errors import corrected_by
from framing.questions.findings import DESCRIBED, SURE, comparison_note, comparison_text
from framing.questions.pairs import (
    Design,
    Method,
    Part,
    design_of,
    independent,
    pairs_of,
    shared_parts,
)

_FOUR = ("count", "base", "count_reference", "base_reference")
_ENDS = ("ci_low", "ci_high")
_ENDS_TOGETHER = ("low_together", "high_together")

_Columns = dict[str, Any]


def compare(
    counted: pd.DataFrame,
    corpus: Corpus | None = None,
    *,
    by: By = "outlet",
    within: "By | None" = "auto",
    reference: str | None = None,
    clusters: Clusters = None,
    of: str | Sequence[str] | None = None,
    voice: Literal["split", "all"] = "split",
    method: Method = "auto",
    audit: Result | None = None,
) -> Result:
    """Compare rates or shares between groups of articles: every pair, or each with one reference.

    An article without a row of a feature has none of it; its words count in the base. A share is
    compared over the articles in which it has a base, so that what they are about matters less:
    of those that refer to armed actors, who calls them terrorists?

    Args:
        counted: a table of `framing.features` or of `framing.shares`, whole or some of its rows.
            Without rows of words, all articles of the corpus are compared, on their words of lead
            and body.
        corpus: what is known of the articles, unless that table has the columns itself.
        by: "outlet", another column, or a series or dict from doc_id to group.
        within: "auto" compares within the same `event` where the corpus has that column, else
            within the month where all dates are known; or "month", a column, None for all.
        reference: the group that all others are compared with, or "the rest": each group with
            all others together. By default every pair.
        clusters: which articles carry the same wire copy, doc_id to cluster: one text each.
        of: what is compared. Of rates: a lexicon, that is its main categories ("militancy"), a
            feature by its full name ("militancy.terror.actor"), several of either, or "all"; by
            default the main categories of the first lexicon in the table (militancy, attribution,
            sourcing, state, then your own), or all its features if it has no main category. Of
            shares: "stance", a class of one ("stance: denial"), several, or "all"; by default
            terror label, stance and sourcing. The note says how many are left out.
        voice: "all" adds up the voices, which are else compared one by one.
        method: "exact" describes these texts; "permutation" takes articles as cases and raises for
            fewer than twenty independent ones; "auto" is that where there are enough articles,
            and exact where there are not.
        audit: what `framing.score_audit` returned for the same groups: ratios of its categories,
            in all voices together, are given corrected for what it found wrong and missing.

    Returns:
        The table (columns as in `framing.base.columns.RESULTS["comparison"]`, with an audit
        `RESULTS["corrected_comparison"]`; one row per feature,
        voice and pair, of texts that are only described also per event or month), the finding
        in two sentences, and the note on what was counted. No p where texts are described, or
        where `reason` says why nothing can be inferred.

    Raises:
        FramingError: bases differ within an article, voices were added up unasked, no two
            groups can be compared, or a method has too few articles.
        UnknownNameError: a column, group, method, share, lexicon or feature that is not there.
    """
    if method not in ("auto", "exact", "permutation"):
        raise unknown("method", method, ("auto", "exact", "permutation"))
    cells = (
        share_cells(counted, of=of, add_voices=voice == "all")
        if "share" in counted
        else cells_of(counted, corpus, of=of, add_voices=voice == "all")
    )
    about = counted.drop_duplicates("doc_id") if corpus is None else known_of(corpus)
    design = design_of(cells, about, by, within, clusters)
    pairs = pairs_of(design.groups, reference)
    parts = [part for pair in pairs for part in shared_parts(design, pair, method)]
    if not pairs:
        raise FramingError(
            f"All articles are of one group, '{cut(design.groups[0])}'. Compare two at least, or "
            "name another column."
        )
    if not parts:
        raise FramingError(
            "No two groups stand in one event or month. Compare with within=None, or name "
            "another column."
        )
    table = columns.from_columns("comparison", _compared(cells, design, parts))
    numbers = {"group": design.group, "event or month": design.stratum}
    left_out = {why: int((one < 0).sum()) for why, one in numbers.items()}
    undated = undated_in(about) if within == "auto" else 0
    note = comparison_note(table, cells, left_out, undated)
    return corrected_by(audit, Result(table, comparison_text(table), note))


def _compared(cells: Cells, design: Design, parts: Sequence[Part]) -> _Columns:
    """The rows of all parts, part by part, each feature and voice in every one."""
    n_keys, n_parts = len(cells.keys), len(parts)
    rows: _Columns = {
        "feature": [feature for feature, _ in cells.keys] * n_parts,
        "voice": [voice for _, voice in cells.keys] * n_parts,
        "within": np.repeat([part.within for part in parts], n_keys),
        "unit": cells.units * n_parts,
    }
    for place, (group, end) in enumerate((("target", ""), ("reference", "_reference"))):
        sides = [part.sides[place] for part in parts]
        count, base = (
            np.concatenate([one[:, side].sum(axis=1) for side in sides]).astype(np.int64)
            for one in (cells.counts, cells.bases)
        )
        rows |= {
            group: np.repeat([part.pair[place] for part in parts], n_keys),
            f"count{end}": count,
            f"base{end}": base,
            **_levels(cells, count, base, end),
            f"articles{end}": np.repeat([len(side) for side in sides], n_keys),
        }
    return rows | _ratios(cells, design, parts, rows)


def _levels(cells: Cells, count: Keys, base: Keys, end: str) -> _Columns:
    """How often something occurs in one group, as a rate or as a share."""
    if cells.is_share:
        known = estimates(measures.share_row, count, base)
        return {"share_reference" if end else "share_of": known["share_of"]}
    known = estimates(_rate, count, base)
    return {
        "rate_reference" if end else "rate_per_1000": known["rate"],
        f"limit{end}": known["limit"],
    }


def _rate(count: int, base: int) -> dict[str, float]:
    """A rate; of a rate of zero the limit below which it lies."""
    limit = nan if count else measures.upper_limit(base)
    return {"rate": measures.rate_per_1000(count, base), "limit": limit}


def _ratios(cells: Cells, design: Design, parts: Sequence[Part], rows: _Columns) -> _Columns:
    """The ratios: permuted where articles are the cases, else exact of these texts."""
    fours = [*zip(*(rows[name].tolist() for name in _FOUR), strict=True)]
    n_keys, n_rows = len(cells.keys), sum(bool(one[0] or one[2]) for one in fours)
    n_pairs = len({part.pair for part in parts})
    known = [
        _permuted(cells, design, part, n_pairs)
        if part.infers
        else _described(design, part, fours[place * n_keys :][:n_keys], n_rows)
        for place, part in enumerate(parts)
    ]
    joined = {name: np.concatenate([one[name] for one in known]) for name in known[0]}
    return joined | {"log_ratio": [measures.log_ratio(*four) for four in fours]}


def _described(
    design: Design, part: Part, fours: Sequence[tuple[int, int, int, int]], n_rows: int
) -> _Columns:
    """What the counts alone say of ratios; no p. Together: at the level of Bonferroni."""
    n, level = len(fours), 1 - SURE / max(n_rows, 1)
    here, there = (independent(design, side) for side in part.sides)
    alone, together = (
        np.array([measures.rate_ratio_interval(*four, level=one) for four in fours]).T
        for one in (0.95, level)
    )
    nothing = np.full(n, nan)
    return {
        "rate_ratio": np.array([measures.rate_ratio(*four) for four in fours]),
        **dict(zip(_ENDS, alone, strict=True)),
        **dict(zip(_ENDS_TOGETHER, together, strict=True)),
        "p": nothing,
        "p_adjusted": nothing,
        "family": np.full(n, None, object),
        "reason": np.full(n, DESCRIBED, object),
        "effective_n": np.full(n, here),
        "effective_n_reference": np.full(n, there),
        "method": np.full(n, "exact", object),
    }


def _permuted(cells: Cells, design: Design, part: Part, n_pairs: int) -> _Columns:
    """What permuted labels say of the ratios of one pair."""
    articles = np.sort(np.concatenate(part.sides))
    articles = articles[design.has_base[articles]]
    found = measures.permuted_ratios(
        cells.counts[:, articles],
        cells.bases[:, articles],
        np.isin(articles, part.sides[0]),
        design.cluster[articles],
        design.stratum[articles],
        n_comparisons=n_pairs,
    )
    known = np.array([one is None for one in found.reasons])
    n_features = len(known) - found.reasons.count(measures.REASONS[0])  # what occurs at all
    family = (
        f"largest of {n_features:,} permuted together, times {n_pairs:,} "
        f"{'pair' if n_pairs == 1 else 'pairs'}"
    )
    return {
        "rate_ratio": found.value,
        "ci_low": found.low,
        "ci_high": found.high,
        "low_together": found.low_together,
        "high_together": found.high_together,
        "p": found.p,
        "p_adjusted": found.p_together,
        "family": np.array([family if one else None for one in known], object),
        "reason": np.array(found.reasons, object),
        "effective_n": found.n_clusters,
        "effective_n_reference": found.n_clusters_reference,
        "method": np.full(len(known), "permutation", object),
    }
