"""What the numbers of a report stand for: each with the places in articles it was counted from.

A number that counts mentions has as many places as it says; one that counts words (of a voice, of
quoted speech) has runs of words that add up to it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, NamedTuple

import pandas as pd

from framing.corpus.articles import outlet_labels
from framing.counting.bases import ALL, counted, voiced_runs
from framing.counting.features import WORDS
from framing.counting.house_spelling import spelled_hits
from framing.counting.speaking import quoted_runs
from framing.layers.span_tables import attributions
from framing.questions.survey import WHOLE, Survey

_SPAN_ID = re.compile(r"[^:]*:(.*):(title|text):(\d+)-(\d+)", re.S)
_QUOTED = {"quoted words": None, "quoted side": "side", "quoted type": "source_type"}


Kind = Literal["rate", "share"]


class Place(NamedTuple):
    """Where a span stands, and how much of the number it makes up: 1 of mentions, or its words."""

    doc_id: str
    field: str
    start: int
    end: int
    weight: int = 1


class Key(NamedTuple):
    """Which number: a rate or share, of which table, outlet, side and class, in which voice."""

    kind: Kind
    table: str  # a lexicon, a share, or the words that rates are counted on
    outlet: str
    side: str
    category: str
    voice: str


@dataclass(frozen=True, eq=False)
class Number:
    """A number that is not zero, as a row of a survey has it, and the places it stands for."""

    key: Key
    row: Mapping[Any, Any]
    places: list[Place]


@dataclass(frozen=True, eq=False)
class Evidence:
    """The numbers of a survey's tables, each with its places."""

    found: Survey

    def numbers(self) -> Iterator[Number]:
        """Every number that is shown and not zero, table by table, outlet by outlet."""
        for table in self._tables():
            for row in table[table["count"] > 0].to_dict("records"):
                key = key_of(row)
                yield Number(key, row, self._places(key, row["span_ids"]))

    def _tables(self) -> Iterator[pd.DataFrame]:
        words = self.found.rates_by_outlet
        is_shown = words["doc_id"].isin(self.found.largest()["outlet"])
        yield words[(words["feature"] == WORDS) & (words["voice"] != ALL) & is_shown]
        yield self.found.rates
        yield self.found.shares[self.found.shares["side"].isna()]
        yield self.found.whole

    def _places(self, key: Key, span_ids: list[str]) -> list[Place]:
        if key in self._runs:
            return self._runs[key]
        return [_place(span_id) for span_id in span_ids]

    @cached_property
    def _runs(self) -> dict[Key, list[Place]]:
        """The places of numbers that no table of spans stands behind."""
        reading = self.found.reading
        outlets = outlet_labels(reading.articles).to_dict()
        places = defaultdict[Key, list[Place]](list)

        def add(row: dict[Any, Any], table: str, category: str, voice: str = ALL) -> None:
            at = row["doc_id"], row["field"], row["start"], row["end"]
            place = Place(*at, row.get("words", 1))
            kind: Kind = "rate" if table == WORDS else "share"
            for outlet in (outlets[row["doc_id"]], WHOLE):
                places[Key(kind, table, outlet, "", category, voice)].append(place)

        for row in voiced_runs(reading).to_dict("records"):
            add(row, WORDS, WORDS, row["voice"])
        cues = counted(attributions(reading), reading)
        for row in quoted_runs(reading, cues.assign(side=cues["side_group"])).to_dict("records"):
            for table, column in _QUOTED.items():
                add(row, table, row[column] if column else "speech")
        for row in spelled_hits(reading).to_dict("records"):
            add(row, "spelling", row["category"])
        return dict(places)


def key_of(row: Mapping[Any, Any]) -> Key:
    """Which number a row of a table of rates or shares is."""
    if "share" not in row:
        table, _, category = row["feature"].partition(".")
        return Key("rate", table, row["doc_id"], "", category or WORDS, row["voice"])
    side = "" if pd.isna(row["side"]) else row["side"]
    return Key("share", row["share"], row["doc_id"], side, row["category"], row["voice"])


def _place(span_id: str) -> Place:
    """Where a span stands, by its id."""
    found = _SPAN_ID.fullmatch(span_id)
    if found is None:
        raise ValueError(f"'{span_id}' is the id of no span")
    doc_id, name, start, end = found.groups()
    return Place(doc_id, name, int(start), int(end))
