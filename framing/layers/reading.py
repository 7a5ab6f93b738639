"""Titles and texts read a batch at a time: one that cannot be read takes no other along.

It counts as empty, and why is kept, so that its article is set aside wherever something is asked
of it.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice, tee
from typing import TypeAlias

from framing.text.resources import Resources
from framing.text.tokens import Batch, Words, in_batches, read_batch

Place: TypeAlias = tuple[str, str]  # an article's id and a field
Unread: TypeAlias = dict[Place, Exception]


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
