"""What is counted where: the zones, their words, and sums over groups of articles."""

from collections.abc import Iterable, Sequence
from math import nan
from typing import Any

import numpy as np
import pandas as pd

from framing import columns, measures
from framing.corpus import check_corpus
from framing.tokens import Span, read_words
from framing.zones import Zone, base_words, find_zones

DEFAULT_ZONES: tuple[Zone, ...] = ("lead", "body")


def word_counts(corpus: pd.DataFrame, *, zones: Sequence[Zone] = DEFAULT_ZONES) -> "pd.Series[int]":
    """Count the words of each article in the zones: the base of every rate."""
    articles = check_corpus(corpus)
    counts = {
        doc_id: base_words(read_words(text), zones)
        for doc_id, text in articles[["doc_id", "text"]].itertuples(index=False, name=None)
    }
    return pd.Series(counts, name="words", dtype="int64")


def counted(
    table: pd.DataFrame, corpus: pd.DataFrame, *, zones: Sequence[Zone] = DEFAULT_ZONES
) -> pd.DataFrame:
    """Keep the spans that stand in the zones of the text, where they share a base."""
    texts = dict(zip(corpus["doc_id"], corpus["text"], strict=True))
    spans = {doc_id: zoned(texts[doc_id], zones) for doc_id in table["doc_id"].unique()}
    cells = zip(table["doc_id"], table["field"], table["start"], strict=True)
    keep = [
        field == "text" and any(span.start <= start < span.end for span in spans[doc_id])
        for doc_id, field, start in cells
    ]
    return table.loc[np.array(keep, dtype=bool)]  # an empty list would choose no columns


def origins(references: pd.DataFrame) -> pd.DataFrame:
    """Leave out outlets that only carried another's words; they enter no rate."""
    return references[references["role"].fillna("origin") != "venue"]


def zoned(text: str, zones: Sequence[Zone]) -> list[Span]:
    """The stretches of a text that belong to the zones."""
    return [span for span, zone in find_zones(read_words(text)) if zone in zones]


def pool(table: pd.DataFrame, groups: pd.Series) -> pd.DataFrame:
    """Add up features or shares over groups of articles and take the intervals anew.

    `groups` maps doc_id to a group, such as `framing.corpus.outlet_labels(corpus)`. The
    result has the group in place of doc_id. Intervals still treat mentions as independent;
    what has none in any article gets none in sum.
    """
    keys = [name for name in ("feature", "voice", "share", "category") if name in table]
    grouped = table.assign(doc_id=table["doc_id"].map(groups)).groupby(
        ["doc_id", *keys], sort=False, dropna=False
    )
    pooled = grouped.agg(
        {"count": "sum", "base": "sum", "unit": "first", "span_ids": _joined, "ci_low": "count"}
    ).reset_index()
    is_rate = "rate_per_1000" in table
    rows = [_estimated(row, is_rate=is_rate) for row in pooled.to_dict("records")]
    return columns.table("features" if is_rate else "shares", rows)


def _estimated(row: dict[Any, Any], *, is_rate: bool) -> dict[Any, Any]:
    """A sum with its estimate; what has no interval in any article has none in sum."""
    estimate = measures.rate_row if is_rate else measures.share_row
    known = estimate(int(row["count"]), int(row["base"]))
    if not row["ci_low"]:  # how many of the articles have an interval
        known |= {"ci_low": nan, "ci_high": nan}
    return row | known


def _joined(lists: Iterable[list[str]]) -> list[str]:
    return [span_id for one in lists for span_id in one]
