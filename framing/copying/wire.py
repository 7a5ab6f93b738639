"""Agency copy: which media an article credits, and so which of two was the other's source."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import pandas as pd

from framing.attribution.actors import actors_in
from framing.corpus.articles import KNOWN_OUTLET
from framing.corpus.zones import find_zones
from framing.layers.annotated import AnnotatedCorpus
from framing.text.tokens import Words, read_texts

_ORIGIN = ("doc_id", "outlet", "outlet_basis", "date")  # what is known of where a text is from


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
    places = [(row["doc_id"], "text") for row in rows]
    found = reading.of_places("reuse", places, _credit_line)
    outlets = [_outlet({str(key): cell for key, cell in row.items()}) for row in rows]
    lines = [found.get(place, "") for place in places]
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
