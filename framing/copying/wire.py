"""Agency copy: which media an article credits, and so which of two was the other's source."""

from collections.abc import Collection, Hashable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

import pandas as pd

from framing.attribution.actors import actors_in
from framing.corpus.articles import KNOWN_OUTLET
from framing.corpus.zones import find_zones
from framing.layers.annotated import AnnotatedCorpus
from framing.text.resources import Resources
from framing.text.tokens import Words, read_words

_ORIGIN = ("doc_id", "outlet", "outlet_basis", "date")  # what is known of where a text is from


@dataclass(frozen=True)
class Credit:
    """What an article says of its origin: its outlet and the media it credits, as entities."""

    doc_id: str
    outlet: str | None
    credited: frozenset[str]
    date: pd.Timestamp | None


def credits_of(reading: AnnotatedCorpus, doc_ids: Collection[str]) -> dict[str, Credit]:
    """What these articles of a corpus say of their origin; nothing where it cannot be read."""
    known = reading.articles.loc[:, reading.articles.columns.isin(_ORIGIN)]
    rows = known[known["doc_id"].isin(list(doc_ids))].to_dict("records")
    media = partial(_media, reading.resources)
    credited = reading.of_places("reuse", ((row["doc_id"], "text") for row in rows), _credited)
    houses: dict[str, frozenset[str]] = {}
    found = {}
    for row in rows:
        doc_id, name, date = row["doc_id"], _outlet(row), row["date"]
        if name not in houses:
            asked = reading.of_pairs("reuse", [((doc_id, "outlet"), name)], media)
            houses[name] = next(asked, frozenset())
        found[doc_id] = Credit(
            doc_id,
            min(houses[name], default=None),
            credited.get((doc_id, "text"), frozenset()),
            None if pd.isna(date) else date,
        )
    return found


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


def _outlet(row: Mapping[Hashable, Any]) -> str:
    """The name of an article's outlet where it is known; empty where it is not."""
    is_known = row.get("outlet_basis", "confirmed") in KNOWN_OUTLET
    return row["outlet"] if is_known and isinstance(row["outlet"], str) else ""


def _credited(words: Words) -> frozenset[str]:
    """The media that an article names in its credit lines."""
    lines = [span for span, zone in find_zones(words) if zone == "credit"]
    return _media(words.batch.resources, " ".join(line.form(words.text) for line in lines))


def _media(resources: Resources, text: str) -> frozenset[str]:
    """The media that a text names, as entities of the gazetteer."""
    hits = actors_in(read_words(text, resources)) if text else ()
    return frozenset(hit.entry.entity for hit in hits if hit.entry.source_type == "media")
