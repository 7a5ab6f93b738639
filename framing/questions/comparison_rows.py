"""The rows of a comparison: how often something occurs on either side, and the ratio of the two.

Where texts are described the interval is exact and of these texts; where articles are the cases,
labels are permuted, event by event.
"""

from collections.abc import Sequence
from functools import partial
from math import nan
from typing import Any

import numpy as np

from framing import measures
from framing.counting.article_counts import Cells
from framing.counting.columnwise import estimates
from framing.measures import Keys
from framing.questions.findings import DESCRIBED, SURE
from framing.questions.pairs import Design, Part, Rules, independent

_FOUR = ("count", "base", "count_reference", "base_reference")
_ENDS = ("ci_low", "ci_high")
_ENDS_TOGETHER = ("low_together", "high_together")

_Columns = dict[str, Any]


def rows_of(cells: Cells, design: Design, parts: Sequence[Part], rules: Rules) -> _Columns:
    """The rows of all parts, part by part, each feature and voice in every one.

    Columns of `framing.base.columns.RESULTS["comparison"]`, and the 90% interval of each ratio.
    """
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
    return rows | _ratios(cells, design, parts, rules, rows)


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


def _ratios(
    cells: Cells, design: Design, parts: Sequence[Part], rules: Rules, rows: _Columns
) -> _Columns:
    """The ratios: permuted where articles are the cases, else exact of these texts."""
    fours = [*zip(*(rows[name].tolist() for name in _FOUR), strict=True)]
    n_keys, n_rows = len(cells.keys), sum(bool(one[0] or one[2]) for one in fours)
    n_pairs = len({part.pair for part in parts})
    known = [
        _permuted(cells, design, part, rules, n_pairs)
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
        "low_90": nothing,
        "high_90": nothing,
        "p": nothing,
        "p_adjusted": nothing,
        "family": np.full(n, None, object),
        "reason": np.full(n, DESCRIBED, object),
        "effective_n": np.full(n, here),
        "effective_n_reference": np.full(n, there),
        "method": np.full(n, "exact", object),
    }


def _permuted(cells: Cells, design: Design, part: Part, rules: Rules, n_pairs: int) -> _Columns:
    """What permuted labels say of the ratios of one pair."""
    articles = np.sort(np.concatenate(part.sides))
    articles = articles[design.has_base[articles]]
    permuted = partial(
        measures.permuted_ratios,
        cells.counts[:, articles],
        cells.bases[:, articles],
        np.isin(articles, part.sides[0]),
        design.cluster[articles],
        design.stratum[articles],
        n_comparisons=n_pairs,
        seed=rules.seed,
        guards=rules.guards,
    )
    found = permuted()
    narrow = found if rules.smallest is None else permuted(level=1 - 2 * SURE)
    known = np.array([one is None for one in found.reasons])
    n_features = len(known) - found.reasons.count(rules.guards.reasons[0])  # what occurs at all
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
        "low_90": narrow.low,
        "high_90": narrow.high,
        "p": found.p,
        "p_adjusted": found.p_together,
        "family": np.array([family if one else None for one in known], object),
        "reason": np.array(found.reasons, object),
        "effective_n": found.n_clusters,
        "effective_n_reference": found.n_clusters_reference,
        "method": np.full(len(known), "permutation", object),
    }
