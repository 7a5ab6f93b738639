"""A table of shares as counts per article: k of n of each class, so that shares may be compared."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from framing.base import columns
from framing.base.errors import FramingError, unknown
from framing.counting.article_counts import Cells
from framing.counting.bases import ALL
from framing.counting.columnwise import places_of

LEADING = ("terror label", "stance", "sourcing")  # compared unless others are named

_NEEDED = ("doc_id", "share", "voice", "category", "count", "base", "unit")


def share_cells(
    shares: pd.DataFrame, *, of: str | Sequence[str] | None = None, add_voices: bool
) -> Cells:
    """Lay shares out as counts per article; with `add_voices` all voices are added up.

    `of` names shares ("stance"), classes of one ("stance: denial"), or "all"; by default the shares
    that control for what an article is about (`LEADING`). An article in which a share has no base
    has no part in it.

    Raises `FramingError` for a missing column, `UnknownNameError` for a share that is not there.
    """
    missing = [name for name in _NEEDED if name not in shares]
    if missing:
        raise FramingError(
            f"The table of shares lacks {', '.join(missing)}. Give it as framing.shares does: "
            f"{', '.join(columns.names('shares')[:8])}."
        )
    named = shares.assign(doc_id=shares["doc_id"].astype(str), feature=_names(shares))
    rows, left_out = _chosen(named, of)
    if add_voices:
        rows = rows.assign(voice=ALL)
    key = pd.MultiIndex.from_frame(rows[["feature", "voice"]])
    of_key, keys = pd.factorize(key)
    doc_ids = pd.Index(pd.unique(named["doc_id"]))
    places = of_key * len(doc_ids) + places_of(rows["doc_id"], doc_ids)
    counts, bases = (
        np.bincount(places, rows[name].to_numpy(float), len(keys) * len(doc_ids))
        .astype(float)
        .reshape(len(keys), len(doc_ids))
        for name in ("count", "base")
    )
    unit_of = dict(zip(of_key.tolist(), rows["unit"].astype(str), strict=True))
    units = [unit_of[place] for place in range(len(keys))]
    return Cells(list(keys), counts, bases, units, doc_ids, left_out, is_share=True)


def _names(shares: pd.DataFrame) -> "pd.Series[Any]":
    """What each class of each share is called: `stance: denial`, with a side `(russia)` behind."""
    side = shares["side"] if "side" in shares else pd.Series(None, shares.index, dtype=object)
    behind = (" (" + side.astype(str) + ")").where(side.notna(), "")
    return shares["share"].astype(str) + ": " + shares["category"].astype(str) + behind


def _chosen(shares: pd.DataFrame, of: str | Sequence[str] | None) -> tuple[pd.DataFrame, list[str]]:
    """The rows that are meant, and the names of shares that are not."""
    known = list(dict.fromkeys(shares["share"]))
    if of == ALL:
        return shares, []
    if of is None:
        of = [name for name in LEADING if name in known] or known
    chosen = pd.Series(False, shares.index)
    for one in [of] if isinstance(of, str) else of:
        here = (shares["share"] == one) | (shares["feature"] == one)
        if not here.any():
            raise unknown("share that has a base in the table", one, known)
        chosen |= here
    rows = shares[chosen]
    return rows, [name for name in known if name not in set(rows["share"])]
