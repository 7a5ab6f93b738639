"""Features and shares added up over groups of articles, with their intervals taken anew."""

import numpy as np
import pandas as pd

from framing.attribution.voice import VOICES
from framing.base import columns
from framing.base.errors import FramingError
from framing.counting.columnwise import (
    Counts,
    Objects,
    gathered,
    places_of,
    rate_columns,
    share_columns,
)
from framing.counting.features import WORDS
from framing.counting.zeros import in_order, known_bases

_VOICES = ("all", *VOICES)


def pool(table: pd.DataFrame, groups: pd.Series) -> pd.DataFrame:
    """Add up features or shares over groups of articles and take the intervals anew.

    `groups` maps doc_id to a group, such as `framing.corpus.articles.outlet_labels(corpus)`. The
    result has the group in place of doc_id. A rate's base is the words of all articles of its
    group, also of those in which the feature does not occur. Intervals still treat mentions as
    independent; what has none in any article gets none in sum.

    Raises `FramingError` where articles of the groups have no row in a table of features, so that
    their words are not known.
    """
    grouped = table.assign(doc_id=table["doc_id"].map(groups))
    if "rate_per_1000" not in table:
        return _shares(grouped)
    bases = known_bases(table)
    if bases is None:
        bases = table.drop_duplicates("doc_id").set_index("doc_id")["base"].astype("int64")
        missing = groups.index.difference(bases.index)
        if len(missing):
            raise FramingError(
                f"Article '{missing[0]}' of the groups has no row in the table. Keep the rows of "
                f"'{WORDS}', or leave it out of the groups."
            )
    by_group = bases.groupby(bases.index.map(groups.to_dict()), sort=False, dropna=False).sum()
    return _rates(grouped, by_group)


def _rates(grouped: pd.DataFrame, bases: "pd.Series[int]") -> pd.DataFrame:
    """Each group's counts: its words first, then in the order of lexicon, feature, voice."""
    names = [WORDS, *in_order(name for name in grouped["feature"] if name != WORDS)]
    of_feature = places_of(grouped["feature"], names)
    of_voice = places_of(grouped["voice"], _VOICES)
    of_group = places_of(grouped["doc_id"], bases.index)
    codes = (of_group * len(names) + of_feature) * len(_VOICES) + of_voice
    cells, places = np.unique(codes, return_inverse=True)
    count, span_ids = _sums(grouped, places, len(cells))
    rest, voice = np.divmod(cells, len(_VOICES))
    group, feature = np.divmod(rest, len(names))
    base = bases.to_numpy()[group]
    return columns.from_columns(
        "features",
        {
            "doc_id": bases.index.to_numpy(dtype=object)[group],
            "feature": np.array(names, dtype=object)[feature],
            "voice": np.array(_VOICES, dtype=object)[voice],
            "count": np.where(feature == 0, base, count),
            "base": base,
            "unit": "words",
            **rate_columns(count, base, feature == 0),
            "span_ids": span_ids,
        },
    )


def _shares(grouped: pd.DataFrame) -> pd.DataFrame:
    """The shares of each group, in the order in which they first stand in the table."""
    keys = ["doc_id", "share", "voice", "side", "category"]
    by_key = grouped.groupby(keys, sort=False, dropna=False)
    places = by_key.ngroup().to_numpy()
    firsts = grouped[~grouped.duplicated(keys)]
    base = np.bincount(places, weights=grouped["base"].to_numpy(float)).astype(np.int64)
    count, span_ids = _sums(grouped, places, len(firsts))
    has_none = by_key["ci_low"].count().to_numpy() == 0
    return columns.from_columns(
        "shares",
        {
            **{name: firsts[name].to_numpy(dtype=object) for name in [*keys, "unit"]},
            "count": count,
            "base": base,
            **share_columns(count, base, has_none),
            "span_ids": span_ids,
        },
    )


def _sums(grouped: pd.DataFrame, places: Counts, n_cells: int) -> tuple[Counts, Objects]:
    """Of each cell the count and the ids of the spans that it was made of."""
    weights = grouped["count"].to_numpy(float)
    count = np.bincount(places, weights=weights, minlength=n_cells).astype(np.int64)
    rows = gathered(places, grouped["span_ids"], n_cells)
    span_ids = np.empty(n_cells, dtype=object)
    for place, lists in enumerate(rows):
        span_ids[place] = [span_id for one in lists for span_id in one]
    return count, span_ids
