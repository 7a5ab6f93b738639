"""Titles and texts read a batch at a time: one that cannot be read takes no other along.

It counts as empty, and why is kept, so that its article is set aside wherever something is asked
of it.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice, tee
from typing import NamedTuple, TypeAlias

import pandas as pd

from framing.text.resources import Resources
from framing.text.tokens import BATCH, Batch, Words, in_batches, read_batch

Place: TypeAlias = tuple[str, str]  # an article's id and a field
Unread: TypeAlias = dict[Place, Exception]


class Article(NamedTuple):
    """An article as it was read; the title is empty if it has none."""

    doc_id: str
    title: Words
    text: Words

    def fields(self) -> Iterator[tuple[str, Words]]:
        """Its title, if it has one, and its text, by name."""
        if self.title.text:
            yield "title", self.title
        yield "text", self.text


def batches_of(articles: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """Articles in parts of a batch each; one part at least."""
    numbers = articles["text"].str.len().cumsum() // BATCH
    for _, rows in articles.groupby(numbers, sort=False):
        yield rows.reset_index(drop=True)
    if articles.empty:
        yield articles


def read_each(
    places: Iterable[Place], texts: Mapping[Place, str | None], resources: Resources, unread: Unread
) -> Iterator[Words]:
    """Read titles and texts in their order; those of a batch that fails are read one by one.

    What cannot be read is put into `unread`, with what was raised.
    """
    here, ahead = tee(places)
    for together in in_batches(_content(texts[place]) for place in ahead):
        mine = list(islice(here, len(together)))
        try:
            batches = [read_batch(together, resources)]
        except Exception:
            batches = [
                _read_or_empty(place, text, resources, unread)
                for place, text in zip(mine, together, strict=True)
            ]
        for batch in batches:
            yield from batch.read()


def _content(text: str | None) -> str:
    return text if isinstance(text, str) else ""  # of no title


def _read_or_empty(place: Place, text: str, resources: Resources, unread: Unread) -> Batch:
    try:
        return read_batch((text,), resources)
    except Exception as failure:
        unread[place] = failure
        return read_batch(("",), resources)
