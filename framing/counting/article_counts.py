"""A table of features as counts per article, after the checks without which rates mislead.

Rates are compared only if their bases count the same thing in the same zones, so in one voice an
article has one base. Voices are added up only if that is asked for by name. An article without a
row of a feature has none of it, on its base: the table's rows of words, or the words of the corpus.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from framing.attribution.voice import VOICES
from framing.base import columns
from framing.base.errors import FramingError, unknown
from framing.counting.bases import ALL, unit_of, words_by_voice
from framing.counting.columnwise import places_of
from framing.counting.features import WORDS
from framing.counting.zeros import in_order
from framing.layers.corpora import Corpus, known_of
from framing.measures import Numbers

_NEEDED = ("doc_id", "feature", "voice", "count", "base", "unit")


@dataclass(frozen=True, eq=False)
class Cells:
    """What is counted, and out of what, as numbers: a row a feature and voice, a column an article.

    `keys` name the rows, `units` say what their bases count, `doc_ids` name the columns; `left_out`
    are what of the table was not chosen, `is_share` says that counts are part of their bases.
    """

    keys: list[tuple[str, str]]
    counts: Numbers
    bases: Numbers
    units: list[str]
    doc_ids: "pd.Index[Any]"
    left_out: list[str]
    is_share: bool = False


def cells_of(
    features: pd.DataFrame,
    corpus: Corpus | None = None,
    *,
    of: str | Sequence[str] | None = None,
    add_voices: bool,
) -> Cells:
    """Lay features out as counts per article; with `add_voices` all voices are added up.

    `of` chooses features as `framing.compare` says; `corpus` tells of the articles and their
    words where the rows of words were left out.

    Raises `FramingError` for a missing column, bases that differ or are not known, and voices
    that were added up by leaving their column out or that stand beside their own sum;
    `UnknownNameError` for a lexicon or feature that the table has not.
    """
    missing = [name for name in _NEEDED if name not in features]
    if missing:
        raise FramingError(
            f"The table of features lacks {', '.join(missing)}. Give it as framing.features does: "
            f"{', '.join(columns.names('features')[:6])}; voices are added up by voice='all'."
        )
    table = features.assign(doc_id=features["doc_id"].astype(str))
    is_words = table["feature"] == WORDS
    rows = table[~is_words]
    if rows.empty:
        raise FramingError("The table of features has no row. Choose one feature at least.")
    _check_voices(rows)
    if corpus is not None:
        _require_articles(table, known_of(corpus))
    counted = in_order(rows["feature"])
    chosen = _chosen(counted, of)
    voices = (
        {ALL: rows}
        if add_voices
        else {str(one): mine for one, mine in rows.groupby("voice", sort=False)}
    )
    known = {voice: _base(mine, table[is_words], voice, corpus) for voice, mine in voices.items()}
    doc_ids = next(iter(known.values())).of.index
    rows = rows[rows["feature"].isin(chosen)]
    keys, counts = _laid_out(rows.assign(voice=ALL) if add_voices else rows, chosen, doc_ids)
    return Cells(
        keys,
        counts,
        np.array([known[voice].of[doc_ids].to_numpy(float) for _, voice in keys]),
        [known[voice].unit for _, voice in keys],
        doc_ids,
        [name for name in counted if name not in chosen],
    )


def _laid_out(
    rows: pd.DataFrame, chosen: Sequence[str], doc_ids: "pd.Index[str]"
) -> tuple[list[tuple[str, str]], Numbers]:
    """The counts of each feature and voice that has a row, in order, an article a column."""
    voices = (ALL, *VOICES)
    of_feature = places_of(rows["feature"], chosen)
    of_voice = places_of(rows["voice"], voices)
    codes, places = np.unique(of_feature * len(voices) + of_voice, return_inverse=True)
    cells = places * len(doc_ids) + places_of(rows["doc_id"], doc_ids)
    weights = rows["count"].to_numpy(float)
    sums = np.bincount(cells, weights=weights, minlength=len(codes) * len(doc_ids))
    feature, voice = np.divmod(codes, len(voices))
    of_key = zip(feature.tolist(), voice.tolist(), strict=True)
    keys: list[tuple[str, str]] = [(chosen[one], voices[other]) for one, other in of_key]
    return keys, sums.astype(float).reshape(len(codes), len(doc_ids))


def _chosen(counted: Sequence[str], of: str | Sequence[str] | None) -> list[str]:
    """The features that are meant, in the order of the table's."""
    if of == ALL:
        return list(counted)
    main = [name for name in counted if name.count(".") == 1]
    if of is None:
        first = [name for name in main if _is_of(name, main[0].split(".")[0])]
        return first or list(counted)
    meant: set[str] = set()
    for one in [of] if isinstance(of, str) else of:
        known = [one] if one in counted else [name for name in main if _is_of(name, one)]
        if not known:
            lexicons = dict.fromkeys(name.split(".")[0] for name in main)
            raise unknown("lexicon or feature that occurs in the table", one, [*lexicons, *counted])
        meant.update(known)
    return [name for name in counted if name in meant]


def _is_of(feature: str, lexicon: str) -> bool:
    return feature.split(".")[0] == lexicon


def _require_articles(table: pd.DataFrame, corpus: pd.DataFrame) -> None:
    missing = pd.Index(table["doc_id"]).difference(pd.Index(corpus["doc_id"].astype(str)))
    if len(missing):
        raise FramingError(
            f"The corpus has no article '{missing[0]}', which the features count. Give the "
            "corpus that was counted."
        )


class _Base(NamedTuple):
    """What rates of a voice are of, in every article, in which nothing was found too."""

    of: "pd.Series[Any]"
    unit: str


def _base(rows: pd.DataFrame, words: pd.DataFrame, voice: str, corpus: Corpus | None) -> _Base:
    """The bases of some rows, which are of one voice, or of all of them together.

    Where the rows of words were left out, a table with zeros has all its articles; of another
    the corpus knows which there are.
    """
    units = sorted(rows["unit"].astype(str).unique())
    whole = words[words["voice"] == ALL]
    is_added_up = voice == ALL and set(units) <= set(map(unit_of, VOICES))
    if is_added_up and len(whole):
        return _Base(_required(rows, whole), unit_of(ALL))
    if is_added_up and corpus is not None:
        for one, mine in rows.groupby("voice", sort=False):
            _with_words(mine, str(one), corpus)
        return _Base(_words_of(corpus)[ALL], unit_of(ALL))
    if len(units) > 1:
        raise FramingError(
            f"The rates have different bases: {', '.join(units)}. Compare one kind at a time; to "
            f"add up voices, keep the rows of '{WORDS}'."
        )
    _check_bases(rows)
    if len(words):
        own = words[(words["voice"] == voice) & (units[0] != words["unit"])]
        return _Base(_required(rows, own if len(own) else whole), units[0])
    if (rows["count"] == 0).any():
        return _Base(_known(rows), units[0])
    if corpus is None:
        raise FramingError(
            f"The table lacks the rows of '{WORDS}', so that articles without an occurrence are "
            "not known. Keep those rows, or give the corpus that was counted."
        )
    column = voice if units == [unit_of(voice)] else ALL
    return _Base(_with_words(rows, column, corpus), units[0])


def _required(rows: pd.DataFrame, words: pd.DataFrame) -> "pd.Series[Any]":
    """The words of every article that was counted, which each has once."""
    times = words["doc_id"].value_counts(sort=False)
    if times.nunique() > 1 or not rows["doc_id"].isin(times.index).all():
        raise FramingError(
            "Some feature is counted in some of the articles only. Count all articles alike, "
            f"and keep the rows of '{WORDS}' of all of them."
        )
    return words.drop_duplicates("doc_id").set_index("doc_id")["count"].astype("int64")


def _known(rows: pd.DataFrame) -> "pd.Series[Any]":
    return rows.drop_duplicates("doc_id").set_index("doc_id")["base"].astype("int64")


def _with_words(rows: pd.DataFrame, column: str, corpus: Corpus) -> "pd.Series[Any]":
    """The bases that are known, and of the other articles their words of lead and body."""
    known = _known(rows)
    doc_ids = pd.Index(known_of(corpus)["doc_id"].astype(str))
    if doc_ids.isin(known.index).all():
        return known
    words = _words_of(corpus)[column]
    shared = known.index.intersection(words.index)
    if words.empty or (words[shared] != known[shared]).any():
        raise FramingError(
            "The bases of articles without an occurrence are not known: the table lacks the rows "
            f"of '{WORDS}', and its bases are not the words of the corpus. Keep those rows, and "
            "choose features by of='lexicon.category'."
        )
    return words


def _words_of(corpus: Corpus) -> pd.DataFrame:
    """The words of the articles of a corpus, of each voice and all; none if it has no texts."""
    if "text" not in known_of(corpus):
        return pd.DataFrame(columns=[ALL, *VOICES], dtype="int64")
    return words_by_voice(corpus)


def _check_bases(rows: pd.DataFrame) -> None:
    bases = rows.groupby("doc_id")["base"].nunique()
    if (bases > 1).any():
        raise FramingError(
            f"Article '{bases[bases > 1].index[0]}' has rates on different bases, as when zones "
            "are mixed. Count the features anew with the same zones."
        )


def _check_voices(rows: pd.DataFrame) -> None:
    pairs = rows[["feature", "voice"]].drop_duplicates()
    summed = pairs.loc[pairs["voice"] == ALL, "feature"]
    is_split = pairs["voice"] != ALL
    if pairs.loc[is_split, "feature"].isin(summed).any() or not set(pairs["voice"]) <= {
        *VOICES,
        ALL,
    }:
        raise FramingError(
            "A feature is counted by voice and with all voices together. Choose one of the two."
        )
    if rows.duplicated(["doc_id", "feature", "voice"]).any():
        raise FramingError(
            "An article has two rows of one feature and voice, as when voices or lexicons were "
            "mixed. Give each once; to add up the voices, compare with voice='all'."
        )
