"""The bases that a table of features tells of: of each article its words, in each voice.

The rows of words have them; where those were left out, every row has that of its own voice.
"""

import pandas as pd

from framing.base.errors import FramingError, cut
from framing.counting.bases import ALL, EVERY_VOICE, Bases, unit_of
from framing.counting.features import WORDS


def known_bases(features: pd.DataFrame) -> Bases | None:
    """The bases of all articles of a table; None where articles may be missing.

    The rows of words have them, and so has every row where zeros were filled in.

    Raises `FramingError` for an article some of whose rows of words were left out, and for rates
    that are not per those words.
    """
    is_words = features["feature"] == WORDS
    if not is_words.any():
        return told_bases(features) if (features["count"] == 0).any() else None
    own, rates = features[is_words], features[~is_words]
    bases = Bases(_laid_out(own["doc_id"], own["voice"], own["count"]))
    missing = pd.Index(features["doc_id"]).difference(bases.words.index)
    incomplete = missing.union(bases.words.index[bases.words.isna().any(axis=1)])
    if len(incomplete):
        raise FramingError(
            f"Article '{cut(str(incomplete[0]))}' lacks its row of '{WORDS}'. Keep those rows of "
            "all articles or of none."
        )
    for voice, unit in rates[["voice", "unit"]].drop_duplicates().itertuples(index=False):
        if bases.units([voice]) != [unit]:
            raise FramingError(
                f"Rates of voice '{voice}' are per {unit}, and the rows of '{WORDS}' give its "
                f"{bases.units([voice])[0]}. Count all features with the same base."
            )
    return bases


def told_bases(rates: pd.DataFrame) -> Bases:
    """The bases that rates tell of themselves: missing where an article has no rate in a voice."""
    by_voice = rates["unit"] == rates["voice"].map({one: unit_of(one) for one in EVERY_VOICE})
    column = rates["voice"].where(by_voice, ALL)
    return Bases(_laid_out(rates["doc_id"], column, rates["base"]))


def _laid_out(doc_ids: pd.Series, columns: pd.Series, words: pd.Series) -> pd.DataFrame:
    """A row an article, in the order in which they come; a column a voice."""
    told = pd.DataFrame({"doc_id": doc_ids, "voice": columns, "words": words.astype("Int64")})
    told = told.drop_duplicates(["doc_id", "voice"])
    table = told.pivot(index="doc_id", columns="voice", values="words")
    there = [one for one in EVERY_VOICE if one in table]
    return table.reindex(index=told["doc_id"].unique(), columns=there)
