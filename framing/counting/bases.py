"""What is counted where: the zones and their words, article by article."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from framing.corpus.zones import Zone, base_words, find_zones, zone_at
from framing.layers.annotated import Article, Corpus, reading_of
from framing.text.tokens import Span, Words

DEFAULT_ZONES: tuple[Zone, ...] = ("lead", "body")


def word_counts(corpus: Corpus, *, zones: Sequence[Zone] = DEFAULT_ZONES) -> "pd.Series[int]":
    """Count the words of each article in the zones: the base of every rate."""

    def counted_in(article: Article) -> tuple[str, int]:
        return article.doc_id, base_words(article.text, zones)

    counts = dict(reading_of(corpus).of_each("word_counts", counted_in))
    return pd.Series(counts, name="words", dtype="int64")


def counted(
    table: pd.DataFrame, corpus: Corpus, *, zones: Sequence[Zone] = DEFAULT_ZONES
) -> pd.DataFrame:
    """Keep the spans that stand in the zones of the text, where they share a base."""
    texts = reading_of(corpus).at((doc_id, "text") for doc_id in table["doc_id"].unique())
    cells = zip(table["doc_id"], table["field"], table["start"], strict=True)
    keep = [
        field == "text" and zone_at(texts[doc_id, "text"], start) in zones
        for doc_id, field, start in cells
    ]
    return table.loc[np.array(keep, dtype=bool)]  # an empty list would choose no columns


def origins(references: pd.DataFrame) -> pd.DataFrame:
    """Leave out outlets that only carried another's words; they enter no rate."""
    return references[references["role"].fillna("origin") != "venue"]


def zoned(words: Words, zones: Sequence[Zone]) -> list[Span]:
    """The stretches of a text that belong to the zones."""
    return [span for span, zone in find_zones(words) if zone in zones]
