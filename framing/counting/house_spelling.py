"""What exact matching would have missed, and why: each outlet's house spelling.

The comparison is a generous one: exact matching is given every inflected form of every
entry, with and without the article. What it still misses it misses for a hamza, ya or ta
marbuta written otherwise, for a diacritic or tatweel inside a word, or for a conjunction,
preposition or pronoun written on the word. One hit may be missed for several reasons, so
the reasons add up to no less than the misses.
"""

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

import pandas as pd

from framing import measures
from framing.base import columns
from framing.corpus.zones import Zone, find_zones
from framing.layers.corpora import Corpus, reading_of
from framing.layers.reading import Article
from framing.lexicon.entries import Lexicon, load_lexicons
from framing.lexicon.matching import Hit, find
from framing.text.tokens import Words

REASONS = ("hamza", "diacritics", "clitic")


def house_spelling(
    corpus: Corpus,
    lexicons: str | Path | Lexicon | Sequence[str | Path | Lexicon] = ("militancy", "state"),
    *,
    zones: Sequence[Zone] = ("lead", "body"),
) -> pd.DataFrame:
    """Count, per article and lexicon, the hits that a list of exact forms would miss.

    Columns as in `framing.base.columns.TABLES["house_spelling"]`. Only lexicons whose every hit
    counts are meant here; cues of attribution depend on the words around them.

    Raises `CorpusError` for a corpus that breaks the schema.
    """
    loaded = load_lexicons(lexicons)

    def rows_of(article: Article) -> list[dict[str, Any]]:
        return [
            {"doc_id": article.doc_id, "lexicon": lexicon.name}
            | _tally(article.text, lexicon, zones)
            for lexicon in loaded
        ]

    rows = chain.from_iterable(reading_of(corpus).of_each("house_spelling", rows_of))
    return columns.table("house_spelling", rows)


def spelling_shares(table: pd.DataFrame) -> pd.DataFrame:
    """Say what share of the hits exact matching finds, and misses for each reason.

    Takes what `house_spelling` returns, lexicons taken together; gives the columns of
    `framing.base.columns.TABLES["shares"]`, so that `framing.counting.pooling.pool` can add it up.
    """
    totals = table.groupby("doc_id", sort=False)[["hits", "exact", *REASONS]].sum()
    return columns.table(
        "shares",
        (
            {
                "doc_id": doc_id,
                "share": "spelling",
                "voice": "all",
                "category": category,
                "unit": "hits",
                "count": int(row[category]),
                "base": int(row["hits"]),
                "span_ids": [],
                **measures.share_row(int(row[category]), int(row["hits"])),
            }
            for doc_id, row in totals.iterrows()
            for category in ("exact", *REASONS)
        ),
    )


def spelled_hits(
    corpus: Corpus,
    lexicons: str | Path | Lexicon | Sequence[str | Path | Lexicon] = ("militancy", "state"),
    *,
    zones: Sequence[Zone] = ("lead", "body"),
) -> pd.DataFrame:
    """Where the hits stand that `house_spelling` counts: a row a hit and `category` it counts for.

    Columns doc_id, field, start, end, category: exact, or each reason for which it is missed.
    """
    loaded = load_lexicons(lexicons)

    def rows_of(article: Article) -> list[tuple[str, str, int, int, str]]:
        words = article.text
        return [
            (article.doc_id, "text", span.start, span.end, category)
            for lexicon in loaded
            for hit in _counted(words, lexicon, zones)
            for span in [words.cover(hit.first, hit.last)]
            for category in why_missed(words, hit) or ("exact",)
        ]

    rows = chain.from_iterable(reading_of(corpus).of_each("house_spelling", rows_of))
    return pd.DataFrame(rows, columns=["doc_id", "field", "start", "end", "category"])


def why_missed(words: Words, hit: Hit) -> tuple[str, ...]:
    """The reasons for which a list of exact forms would miss a hit; none if it would not."""
    return tuple(_reasons(words, hit))


def _tally(words: Words, lexicon: Lexicon, zones: Sequence[Zone]) -> dict[str, Any]:
    reasons = [why_missed(words, hit) for hit in _counted(words, lexicon, zones)]
    return {
        "hits": len(reasons),
        "exact": sum(not one for one in reasons),
        **{reason: sum(reason in one for one in reasons) for reason in REASONS},
    }


def _counted(words: Words, lexicon: Lexicon, zones: Sequence[Zone]) -> list[Hit]:
    """The hits of a lexicon that begin in the zones."""
    inside = {
        place for span, zone in find_zones(words) if zone in zones for place in words.within(span)
    }
    return [hit for hit in find(words, lexicon) if hit.first in inside]


def _reasons(words: Words, hit: Hit) -> Iterator[str]:
    if hit.spelling == "variant":
        yield "hamza"
    written = range(hit.first, hit.last + 1)
    if any(words.form(place) != words.skeletons[place] for place in written):
        yield "diacritics"
    if not all(reading.is_bare for reading in hit.readings):
        yield "clitic"
