"""What is counted where: the zones and their words, article by article."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from framing.corpus.articles import check_corpus
from framing.corpus.zones import Zone, base_words, find_zones
from framing.text.tokens import Span, read_words

DEFAULT_ZONES: tuple[Zone, ...] = ("lead", "body")
BATCH = 400  # articles counted together


def batches(corpus: pd.DataFrame) -> list[pd.DataFrame]:
    """A checked corpus a few hundred articles at a time, so that counting needs little memory."""
    firsts = range(0, max(len(corpus), 1), BATCH)
    return [corpus.iloc[first : first + BATCH] for first in firsts]


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
