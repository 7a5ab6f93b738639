"""A share to be taken, and the table that it becomes: k of n, class by class.

A class of which there is none is told where there was something to choose from (0 of 7); where
there was nothing (0 of 0), there is no row.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from framing.attribution.voice import VOICES, VoiceSplit
from framing.base import columns
from framing.counting.columnwise import gathered, places_of, share_columns

_KEYS = ["doc_id", "voice", "side"]


@dataclass(frozen=True, eq=False)
class Share:
    """A share to be taken: of the spans `of`, those `among` which each class has in `column`.

    `among` is `of` unless given. A share by side is taken of each side's spans by themselves.
    One that is counted whole is no sample and gets no interval; one of `all_voices` is taken of
    them together, whatever is asked.
    """

    name: str
    unit: str
    of: pd.DataFrame
    column: str
    classes: Sequence[str]
    among: pd.DataFrame | None = None
    by_side: bool = False
    is_whole: bool = False
    all_voices: bool = False

    def voices(self, voice: VoiceSplit) -> tuple[str, ...]:
        """The voices of which it is taken."""
        return VOICES if voice == "split" and not self.all_voices else ("all",)


def share_table(share: Share, voice: VoiceSplit = "split") -> pd.DataFrame:
    """The share of each class, article by article and voice by voice, of all that has a base."""
    of = _keyed(share, share.of, voice)
    found = of if share.among is None else _keyed(share, share.among, voice)
    keys = _in_order(share, of, voice)
    n_classes, size = len(share.classes), len(keys) * len(share.classes)
    known, sought = (pd.MultiIndex.from_frame(one[_KEYS]) for one in (keys, found))
    place = known.get_indexer(sought)
    one = places_of(found["category"], share.classes)
    is_counted = (place >= 0) & (one >= 0)
    cells = (place * n_classes + one)[is_counted]
    count = np.bincount(cells, minlength=size)
    base = keys["base"].to_numpy().repeat(n_classes)
    return columns.from_columns(
        "shares",
        {
            "doc_id": keys["doc_id"].to_numpy(dtype=object).repeat(n_classes),
            "voice": keys["voice"].to_numpy(dtype=object).repeat(n_classes),
            "side": keys["side"].to_numpy(dtype=object).repeat(n_classes)
            if share.by_side
            else None,
            "share": share.name,
            "category": np.tile(np.array(share.classes, dtype=object), len(keys)),
            "count": count,
            "base": base,
            "unit": share.unit,
            **share_columns(count, base, np.full(size, share.is_whole)),
            "span_ids": gathered(cells, found["span_id"].to_numpy()[is_counted], size),
        },
    )


def _keyed(share: Share, table: pd.DataFrame, voice: VoiceSplit) -> pd.DataFrame:
    """The spans with what they are counted by: article, voice, side, class."""
    is_split = share.voices(voice) == VOICES
    return pd.DataFrame(
        {
            "doc_id": table["doc_id"],
            "voice": table["voice"] if is_split else "all",
            "side": table["side"] if share.by_side else "",
            "category": table.get(share.column),
            "span_id": table["span_id"],
        },
        dtype=object,
    )


def _in_order(share: Share, of: pd.DataFrame, voice: VoiceSplit) -> pd.DataFrame:
    """Each article, voice and side once, with its base: voices in order, sides as they come."""
    keys = of.groupby(_KEYS, sort=False).size().rename("base").reset_index()
    if share.by_side:
        return keys
    article = pd.factorize(keys["doc_id"])[0]
    rank = places_of(keys["voice"], share.voices(voice))
    return keys.iloc[np.lexsort([rank, article])]
