"""How often does each of many outlets, drawn together: what few articles leave open, all tell.

Of many rates as counted the highest and the lowest are those of outlets with few articles. Here all
outlets stand in one model (`framing.measures.shrunken_rates`): each rate is drawn towards that of
a typical outlet, the more the less its articles tell.
"""

from collections.abc import Iterator, Sequence
from math import nan
from typing import Any, Literal

import numpy as np
import pandas as pd

from framing import measures
from framing.base import columns
from framing.base.errors import FramingError
from framing.base.results import Result, listed, number
from framing.corpus.groups import By, Clusters
from framing.counting.article_counts import Cells, cells_of
from framing.layers.corpora import Corpus, known_of
from framing.measures import Estimate, ShrunkenRates
from framing.questions.pairs import Design, design_of

_Row = dict[str, Any]
_PER = 1000


def shrinkage(
    features: pd.DataFrame,
    corpus: Corpus,
    *,
    by: By = "outlet",
    within: "By | None" = "auto",
    clusters: Clusters = None,
    of: str | Sequence[str] | None = None,
    voice: Literal["split", "all"] = "split",
) -> Result:
    """Give the rates of many groups as one mixed model tells them (partial pooling).

    Args:
        features: a table of `framing.features`.
        corpus: the articles that were counted.
        by: "outlet", another column, or a series or dict from doc_id to group.
        within: what articles have in common besides, as in `framing.compare`: events or months
            have levels of their own, so that who writes of a month with more of it is not
            thought to have more.
        clusters: which articles carry the same wire copy, as in `framing.compare`.
        of: what is looked at, as in `framing.compare`.
        voice: "all" adds up the voices, which are else looked at one by one.

    Returns:
        The table (columns as in `framing.base.columns.RESULTS["shrinkage"]`; a row a feature,
        voice and group), the finding, and the note. Of a feature that too few articles have, or
        in too few groups, the rate as counted alone, and `reason` says why.

    Raises:
        FramingError: there are fewer than five groups, shares are given, or the table cannot be
            counted.
        UnknownNameError: a column, lexicon or feature that is not there.
    """
    if "share" in features:
        raise FramingError(
            "Shares are not drawn together. Give a table of framing.features, or compare shares "
            "two by two with framing.compare."
        )
    cells = cells_of(features, corpus, of=of, add_voices=voice == "all")
    design = design_of(cells, known_of(corpus), by, within, clusters)
    measures.require_groups(len(design.groups))
    table = columns.table(
        "shrinkage", (row for key in range(len(cells.keys)) for row in _rows(cells, design, key))
    )
    strata = f"{len(design.strata)} events or months" if len(design.strata) > 1 else "none"
    unknown = int(((design.group < 0) | (design.stratum < 0)).sum())
    note = (
        f"Counted: mentions per {_PER:,} {listed(list(dict.fromkeys(table['unit'])))}. A Poisson "
        "model whose groups are drawn from one distribution, of a spread that is itself "
        "estimated; counts vary beyond chance as those of articles do, copies once. Levels of "
        f"their own besides: {strata}. Left out: {unknown:,} articles without group, event or "
        "month. Intervals are 95%, of each group by itself; they are no test of a difference."
    )
    return Result(table, _text(table), note)


def _rows(cells: Cells, design: Design, key: int) -> Iterator[_Row]:
    """A row a group that has words in this voice."""
    known = (design.group >= 0) & (design.stratum >= 0)
    here = np.flatnonzero(known & (cells.bases[key] > 0))
    names, group = np.unique(design.group[here], return_inverse=True)
    counts, bases = cells.counts[key, here], cells.bases[key, here]
    strata = np.unique(design.stratum[here], return_inverse=True)[1]
    found, reason = _told(counts, bases, group, design.cluster[here], strata)
    for place, name in enumerate(names.tolist()):
        mine = group == place
        count, base = int(counts[mine].sum()), int(bases[mine].sum())
        yield {
            **dict(zip(("feature", "voice"), cells.keys[key], strict=True)),
            "group": design.groups[name],
            "count": count,
            "base": base,
            "unit": cells.units[key],
            "articles": int(mine.sum()),
            "effective_n": len(np.unique(design.cluster[here][mine])),
            "rate_per_1000": measures.rate_per_1000(count, base),
            **_shrunken(found, place),
            "reason": reason,
        }


def _told(*articles: Any) -> tuple[ShrunkenRates | None, str | None]:
    """What the model says, or why it says nothing."""
    try:
        return measures.shrunken_rates(*articles), None
    except FramingError as why:
        return None, str(why)


def _shrunken(found: ShrunkenRates | None, place: int) -> _Row:
    names = ("pooled", "pooled_low", "pooled_high")
    if found is None:
        ours = ("standardised", "shrunken", "ci_low", "ci_high", "shrinkage", *names, "spread")
        return dict.fromkeys(ours, nan)
    return {
        "standardised": _PER * found.raw[place],
        "shrunken": _PER * found.value[place],
        "ci_low": _PER * found.low[place],
        "ci_high": _PER * found.high[place],
        "shrinkage": found.shrinkage[place],
        **dict(zip(names, Estimate(*(_PER * one for one in found.pooled)), strict=True)),
        "spread": found.spread.value,
    }


def _text(table: pd.DataFrame) -> str:
    known = table[table["reason"].isna()]
    if known.empty:
        return f"Nothing is drawn together: {listed(list(table['reason'].unique()), 3)}"
    key = ["feature", "voice"]
    first = next(rows for _, rows in known.groupby(key, sort=False)).sort_values("shrunken")
    rows = first.to_dict("records")
    low, high, most = rows[0], rows[-1], max(rows, key=lambda row: row["shrinkage"])
    counted = first["standardised"]
    voice = "" if low["voice"] == "all" else f" in {low['voice']} voice"
    several = len(known.drop_duplicates(key))
    before = f"Of {several:,} the first: " if several > 1 else ""
    return (
        f"{before}{low['feature']}{voice} stands from {_rate(low)} to {_rate(high)} per {_PER:,} "
        f"{low['unit']}, drawn together; as counted from {number(counted.min())} to "
        f"{number(counted.max())}. A typical group has {number(low['pooled'])}; most is drawn "
        f"{most['group']}, of whose rate the other groups say {most['shrinkage']:.0%}."
    )


def _rate(row: dict[Any, Any]) -> str:
    span = f"{number(row['ci_low'])} to {number(row['ci_high'])}"
    return f"{number(row['shrunken'])} ({row['group']}, 95% interval {span})"
