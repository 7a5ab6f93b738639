"""What is counted where: the zones, their words, shares, and sums over groups of articles."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import nan
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from framing import measures
from framing.attribution.voice import VOICES, VoiceSplit
from framing.base import columns
from framing.corpus.zones import Zone, base_words, find_zones
from framing.layers.annotated import Corpus, reading_of
from framing.text.tokens import Span, Words

DEFAULT_ZONES: tuple[Zone, ...] = ("lead", "body")
NO_INTERVAL = {"ci_low": nan, "ci_high": nan}


def word_counts(corpus: Corpus, *, zones: Sequence[Zone] = DEFAULT_ZONES) -> "pd.Series[int]":
    """Count the words of each article in the zones: the base of every rate."""
    counts = {
        article.doc_id: base_words(article.text, zones) for article in reading_of(corpus).read()
    }
    return pd.Series(counts, name="words", dtype="int64")


def counted(
    table: pd.DataFrame, corpus: Corpus, *, zones: Sequence[Zone] = DEFAULT_ZONES
) -> pd.DataFrame:
    """Keep the spans that stand in the zones of the text, where they share a base."""
    texts = reading_of(corpus).at((doc_id, "text") for doc_id in table["doc_id"].unique())
    spans = {doc_id: zoned(words, zones) for (doc_id, _), words in texts.items()}
    cells = zip(table["doc_id"], table["field"], table["start"], strict=True)
    keep = [
        field == "text" and any(span.start <= start < span.end for span in spans[doc_id])
        for doc_id, field, start in cells
    ]
    return table.loc[np.array(keep, dtype=bool)]  # an empty list would choose no columns


def origins(references: pd.DataFrame) -> pd.DataFrame:
    """Leave out outlets that only carried another's words; they enter no rate."""
    return references[references["role"].fillna("origin") != "venue"]


def zoned(words: Words, zones: Sequence[Zone]) -> list[Span]:
    """The stretches of a text that belong to the zones."""
    return [span for span, zone in find_zones(words) if zone in zones]


@dataclass(frozen=True, eq=False)
class Share:
    """A share to be taken: of the spans `of`, those `among` which each class has in `column`.

    `among` is `of` unless given. A share by side is taken of each side's spans by themselves.
    One that is counted whole is no sample and gets no interval.
    """

    name: str
    unit: str
    of: pd.DataFrame
    column: str
    classes: Sequence[str]
    among: pd.DataFrame | None = None
    by_side: bool = False
    is_whole: bool = False


def share_rows(
    share: Share, doc_ids: Sequence[str], voice: VoiceSplit = "split"
) -> Iterator[dict[str, Any]]:
    """The share of each class, article by article and voice by voice, zeros included.

    By side, only of those sides of which there is a span in the article.
    """
    among = share.of if share.among is None else share.among
    bases = Counter(_keys(share, share.of, voice))
    spans: dict[tuple[_Key, str], list[str]] = defaultdict(list)
    found = zip(_keys(share, among, voice), among[share.column], among["span_id"], strict=True)
    for key, one, span_id in found:
        spans[key, one].append(span_id)
    voices = VOICES if voice == "split" else ("all",)
    every = [_Key(doc_id, name, None) for doc_id in doc_ids for name in voices]
    for key in bases if share.by_side else every:
        for one in share.classes:
            yield _share_row(share, key, one, spans[key, one], bases[key])


class _Key(NamedTuple):
    """What a share is taken of: an article, a voice in it, maybe a side."""

    doc_id: str
    voice: str
    side: str | None


def _keys(share: Share, table: pd.DataFrame, voice: VoiceSplit) -> list[_Key]:
    voices = table["voice"] if voice == "split" else ["all"] * len(table)
    sides = table["side"] if share.by_side else [None] * len(table)
    return list(map(_Key, table["doc_id"], voices, sides))


def _share_row(share: Share, key: _Key, one: str, span_ids: list[str], base: int) -> dict[str, Any]:
    known = measures.share_row(len(span_ids), base)
    return {
        **key._asdict(),
        "share": share.name,
        "category": one,
        "count": len(span_ids),
        "base": base,
        "unit": share.unit,
        "span_ids": span_ids,
        **known,
        **(NO_INTERVAL if share.is_whole else {}),
    }


def pool(table: pd.DataFrame, groups: pd.Series) -> pd.DataFrame:
    """Add up features or shares over groups of articles and take the intervals anew.

    `groups` maps doc_id to a group, such as `framing.corpus.articles.outlet_labels(corpus)`. The
    result has the group in place of doc_id. Intervals still treat mentions as independent;
    what has none in any article gets none in sum.
    """
    names = ("feature", "share", "voice", "side", "category")
    keys = [name for name in names if name in table]
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
        known |= NO_INTERVAL
    return row | known


def _joined(lists: Iterable[list[str]]) -> list[str]:
    return [span_id for one in lists for span_id in one]
