"""Features and shares added up over groups of articles, with their intervals taken anew."""

import numpy as np
import pandas as pd

from framing.base import columns
from framing.base.errors import FramingError
from framing.counting.bases import EVERY_VOICE, Bases
from framing.counting.columnwise import (
    Counts,
    Objects,
    gathered,
    places_of,
    rate_columns,
    share_columns,
)
from framing.counting.features import WORDS
from framing.counting.known_bases import known_bases, told_bases
from framing.counting.zeros import in_order


def pool(table: pd.DataFrame, groups: pd.Series) -> pd.DataFrame:
    """Add up features or shares over groups of articles and take the intervals anew.

    `groups` maps doc_id to a group, such as `framing.corpus.articles.outlet_labels(corpus)`;
    articles that it does not hold are left out. The result has the group in place of doc_id. A
    rate's base is the words of all articles of its group, or those of its voice, also of articles
    in which the feature does not occur. Intervals still treat mentions as independent; what has
    none in any article gets none in sum.

    Raises `FramingError` where articles of the groups have no row in a table of features, so that
    their words are not known, and for rates on different bases.
    """
    table = table[table["doc_id"].isin(groups.index)]
    grouped = table.assign(doc_id=table["doc_id"].map(groups))
    if "rate_per_1000" not in table:
        return _shares(grouped)
    bases = known_bases(table) or _told_bases(table, groups)
    is_again = (table["feature"] == WORDS) & table.duplicated(["doc_id", "feature", "voice"])
    return _rates(grouped[~is_again], bases.added_up(groups))


def _told_bases(rates: pd.DataFrame, groups: pd.Series) -> Bases:
    """The bases of the groups' articles, each of which must have a rate in every voice there is."""
    known = told_bases(rates).words.dropna()
    missing = groups.index.difference(known.index)
    if len(missing):
        raise FramingError(
            f"Article '{missing[0]}' of the groups has no row in the table, or not in every voice. "
            f"Keep the rows of '{WORDS}', or leave it out of the groups."
        )
    return Bases(known)


def _rates(grouped: pd.DataFrame, bases: Bases) -> pd.DataFrame:
    """Each group's counts: its words first, then in the order of lexicon, feature, voice."""
    names = [WORDS, *in_order(name for name in grouped["feature"] if name != WORDS)]
    voices = [one for one in EVERY_VOICE if (grouped["voice"] == one).any()]
    groups = bases.words.index
    of_feature = places_of(grouped["feature"], names)
    of_voice = places_of(grouped["voice"], voices)
    of_group = places_of(grouped["doc_id"], groups)
    codes = (of_group * len(names) + of_feature) * len(voices) + of_voice
    cells, places = np.unique(codes, return_inverse=True)
    count, span_ids = _sums(grouped, places, len(cells))
    rest, voice = np.divmod(cells, len(voices))
    group, feature = np.divmod(rest, len(names))
    is_words = feature == 0
    whole = np.bincount(places, weights=grouped["base"].to_numpy(float)).astype(np.int64)
    base = np.where(is_words, whole, bases.of(voices)[group, voice])
    units = np.array(bases.units(voices), dtype=object)[voice]
    return columns.from_columns(
        "features",
        {
            "doc_id": groups.to_numpy(dtype=object)[group],
            "feature": np.array(names, dtype=object)[feature],
            "voice": np.array(voices, dtype=object)[voice],
            "count": count,
            "base": base,
            "unit": np.where(is_words, "words", units),
            **rate_columns(count, base, is_words),
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
