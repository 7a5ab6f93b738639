"""Agency copy: who credits whom, which articles carry the same copy, how many are independent.

An article that prints what another prints is no second witness. `clusters` groups the passages
that carry one copy, `independence` says what share of each article is its own, and its sum is
`effective_n`: articles counted once for each word, and in parts where several carry it.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from framing.attribution.actors import actors_in
from framing.base import columns
from framing.copying.places import columns_of_side
from framing.corpus.articles import KNOWN_OUTLET, printed
from framing.corpus.zones import find_zones
from framing.layers.annotated import AnnotatedCorpus, Corpus, articles_of, reading_of
from framing.text.tokens import Span, Words, read_texts, span_row

_ORIGIN = ("doc_id", "outlet", "outlet_basis", "date")  # what is known of where a text is from
SAME = 0.5  # what share of the shorter of two stretches of an article they share if they are one


@dataclass(frozen=True)
class Credit:
    """What an article says of its origin: its outlet and the media it credits, as entities."""

    doc_id: str
    outlet: str | None
    credited: frozenset[str]
    date: pd.Timestamp | None


def credits_of(reading: AnnotatedCorpus, doc_ids: Collection[str]) -> dict[str, Credit]:
    """What these articles of a corpus say of their origin."""
    known = reading.articles.loc[:, reading.articles.columns.isin(_ORIGIN)]
    rows = known[known["doc_id"].isin(list(doc_ids))].to_dict("records")
    texts = reading.at((row["doc_id"], "text") for row in rows)
    outlets = [_outlet({str(key): cell for key, cell in row.items()}) for row in rows]
    lines = [_credit_line(words) for words in texts.values()]
    media = [_media(words) for words in read_texts([*outlets, *lines], reading.resources)]
    dates = (None if pd.isna(row["date"]) else row["date"] for row in rows)
    return {
        row["doc_id"]: Credit(row["doc_id"], min(outlet, default=None), credited, date)
        for row, outlet, credited, date in zip(
            rows, media[: len(rows)], media[len(rows) :], dates, strict=True
        )
    }


def source_of_copy(one: Credit, other: Credit) -> str | None:
    """Which of two articles the other was copied from, where credit and dates say so.

    The outlet of the one is an agency that the other credits, not the other way round as well,
    and the other is not the earlier. Where a date is missing nothing is said.
    """
    found = [
        wire.doc_id
        for wire, copy in ((one, other), (other, one))
        if wire.outlet in copy.credited
        and wire.date is not None
        and copy.date is not None
        and wire.date <= copy.date
    ]
    return found[0] if len(found) == 1 else None


def _outlet(row: dict[str, Any]) -> str:
    """The name of an article's outlet where it is known; empty where it is not."""
    is_known = row.get("outlet_basis", "confirmed") in KNOWN_OUTLET
    return row["outlet"] if is_known and isinstance(row["outlet"], str) else ""


def _credit_line(words: Words) -> str:
    """What an article prints in its credit lines."""
    return " ".join(span.form(words.text) for span, zone in find_zones(words) if zone == "credit")


def _media(words: Words) -> frozenset[str]:
    """The media that a text names, as entities of the gazetteer."""
    hits = actors_in(words)
    return frozenset(hit.entry.entity for hit in hits if hit.entry.source_type == "media")


def clusters(corpus: Corpus, pairs: pd.DataFrame) -> pd.DataFrame:
    """Group the passages that carry the same copy.

    `pairs` is a table as `framing.copying.reuse.reuse` returns it, or rows chosen from one. One
    row per passage; columns as in `framing.base.columns.COMPARED["clusters"]`. Passages are of one
    cluster if a chain of pairs leads from one to the other; two stretches of an article are one
    passage, the longer, if they share half of the shorter.
    """
    texts = printed(articles_of(corpus))
    places = _places(pairs)
    node, spans = _merged(places)
    n_pairs = len(pairs)
    edges = (np.ones(n_pairs), (node[:n_pairs], node[n_pairs:]))
    _, labels = connected_components(coo_array(edges, shape=(len(spans), len(spans))), False)
    members = pd.DataFrame(spans, columns=["doc_id", "field", "start", "end"])
    rows = []
    for _, group in members.groupby(labels, sort=False):
        found = [
            span_row("wire", doc_id, field, Span(start, end), texts[doc_id, field])
            for doc_id, field, start, end in group.itertuples(index=False, name=None)
        ]
        n_articles = len({row["doc_id"] for row in found})
        rows += [row | {"cluster": found[0]["span_id"], "n_articles": n_articles} for row in found]
    return columns.table("clusters", rows)


def independence(corpus: Corpus, pairs: pd.DataFrame) -> pd.DataFrame:
    """Say how much of every article is its own.

    One row per article; columns as in `framing.base.columns.COMPARED["independence"]`. A word in a
    passage that two other articles carry counts a third. An article without words has no weight.
    """
    places = _places(pairs)
    n_pairs = len(pairs)
    carried: dict[tuple[str, str], list[tuple[int, int, str]]] = {}
    for row, (doc_id, field, start, end) in enumerate(places):
        other = places[(row + n_pairs) % (2 * n_pairs)][0]
        carried.setdefault((doc_id, field), []).append((start, end, other))
    rows = []
    for article in reading_of(corpus).read():
        counts = [
            _carriers(words.starts, carried.get((article.doc_id, field), []))
            for field, words in article.fields()
        ]
        others = np.concatenate(counts)
        rows.append(
            {
                "doc_id": article.doc_id,
                "base": len(others),
                "shared": int((others > 0).sum()),
                "weight": float(np.mean(1 / (1 + others))) if len(others) else 0.0,
            }
        )
    return columns.table("independence", rows)


def effective_n(corpus: Corpus, pairs: pd.DataFrame) -> float:
    """How many independent articles the corpus amounts to: the sum of their weights.

    Articles that share nothing count one each; the same article printed by four outlets counts
    one in all. Use it where a test takes articles for independent.
    """
    return float(independence(corpus, pairs)["weight"].sum())


def _carriers(
    starts: Sequence[int], passages: list[tuple[int, int, str]]
) -> npt.NDArray[np.float64]:
    """How many other articles carry each word."""
    counts = np.zeros(len(starts))
    for other in {name for _, _, name in passages}:
        inside = np.zeros(len(starts), np.bool_)
        for start, end, name in passages:
            if name == other:
                first, last = np.searchsorted(starts, (start, end))
                inside[first:last] = True
        counts += inside
    return counts


def _places(pairs: pd.DataFrame) -> list[tuple[str, str, int, int]]:
    """The passages of side a, then those of side b."""
    return [
        row
        for side in "ab"
        for row in pairs[columns_of_side(side)].itertuples(index=False, name=None)
    ]


def _merged(
    places: list[tuple[str, str, int, int]],
) -> tuple[npt.NDArray[np.int64], list[tuple[str, str, int, int]]]:
    """Number the passages, those of one article that are nearly the same as one."""
    order = sorted(range(len(places)), key=lambda row: (places[row][:3], -places[row][3]))
    numbers = np.zeros(len(places), np.int64)
    spans: list[tuple[str, str, int, int]] = []
    for row in order:
        doc_id, field, start, end = places[row]
        last = spans[-1] if spans else ("", "", 0, 0)
        shared = min(end, last[3]) - start
        shorter = min(end - start, last[3] - last[2])
        if last[:2] == (doc_id, field) and shared >= SAME * shorter:
            spans[-1] = (doc_id, field, last[2], max(end, last[3]))
        else:
            spans.append((doc_id, field, start, end))
        numbers[row] = len(spans) - 1
    return numbers, spans
