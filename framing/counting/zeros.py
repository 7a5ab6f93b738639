"""Zeros filled in, where somebody looks at them: of features, of shares.

What does not occur has no row of its own. It is known all the same: every article's words stand
in the table, in each voice, so a feature without a row has the count zero on that base. These
functions write it out, for the features and classes that are looked at.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

import numpy as np
import pandas as pd

from framing.attribution.voice import VoiceSplit
from framing.base import columns
from framing.base.errors import FramingError, unknown
from framing.counting.bases import ALL, Bases
from framing.counting.columnwise import places_of, rate_columns
from framing.counting.features import LEXICONS, WORDS, feature_names
from framing.counting.known_bases import known_bases
from framing.counting.shares import every_share
from framing.counting.speaking import sides_of
from framing.lexicon.entries import Lexicon, load_lexicon
from framing.lexicon.source_files import lexicon_names

_SIDES = ("source side", "quoted side")  # their classes are the gazetteer's many sides
_SHARE_KEYS = ["doc_id", "share", "voice", "category"]

Wanted: TypeAlias = "str | Path | Lexicon | Sequence[str | Path | Lexicon] | None"


def with_zeros(
    features: pd.DataFrame, wanted: Wanted = None, *, voice: VoiceSplit | None = None
) -> pd.DataFrame:
    """Give every article a row for each wanted feature and voice, those of zero too.

    Args:
        features: what `framing.features` counts, or the same added up by
            `framing.counting.pooling.pool`.
        wanted: lexicons (all their categories, facets and names) and features by their full
            name; by default the features that occur in the table.
        voice: "split" or "all"; by default as the table has them, split where nothing occurs. Of
            a table from which words of some voices were left out, the other voices.

    Returns:
        The same columns, without the rows of words: lexicon by lexicon, article by article,
        in the order of each lexicon; a zero with its base and the upper end of its interval.

    Raises:
        FramingError: the rows of words were left out, so that the bases are not known.
        UnknownNameError: a feature that neither the table nor its lexicon has.
    """
    bases = known_bases(features)
    if bases is None:
        raise FramingError(
            f"The table of features lacks the rows of '{WORDS}', which give the articles and their "
            "bases. Fill in zeros before you choose among its rows."
        )
    found = features[features["feature"] != WORDS]
    names = _named(wanted, found)
    split = ALL not in set(found["voice"]) if voice is None else voice == "split"
    voices = bases.voices() if split else [ALL]
    parts = [
        _laid_out(found, bases, [name for name in names if _lexicon_of(name) == lexicon], voices)
        for lexicon in dict.fromkeys(map(_lexicon_of, names))
    ]
    return pd.concat([columns.table("features", ()), *parts], ignore_index=True)


def shares_with_zeros(
    shares: pd.DataFrame, doc_ids: Iterable[str], *, voice: VoiceSplit = "split"
) -> pd.DataFrame:
    """Give every article a row for each share, voice and class, also of what there is none of.

    `shares` are those of `framing.shares`, or the same added up by group, and `doc_ids` the
    articles or groups that are looked at. What is taken by side has rows for the sides that
    speak, and sides that nobody in the table has as a source have none. Shares of other names
    stand behind, as they are.
    """
    sides = sides_of(shares.loc[(shares["share"] == _SIDES[0]) & (shares["count"] > 0), "category"])
    known = every_share(voice)
    given = [str(doc_id) for doc_id in doc_ids]
    table = shares[shares["doc_id"].isin(given)]
    places = list(dict.fromkeys(one.name for one in known))
    by_side = {one.name for one in known if one.by_side}
    wanted = pd.DataFrame(
        [
            (doc_id, one.name, name, category, one.unit)
            for doc_id in given
            for one in known
            if not one.by_side
            for name in one.voices(voice)
            for category in (sides if one.name in _SIDES else one.classes)
        ],
        columns=[*_SHARE_KEYS, "unit"],
        dtype=object,
    )
    plain = table[table["share"].isin(places) & ~table["share"].isin(by_side)]
    laid = wanted.merge(plain.drop(columns="unit"), on=_SHARE_KEYS, how="left")
    laid = laid.fillna({"count": 0, "base": 0})
    laid["span_ids"] = [one if isinstance(one, list) else [] for one in laid["span_ids"]]
    every = pd.concat([laid[shares.columns], table[table["share"].isin(by_side)]])
    at = (places_of(every["share"], places), places_of(every["doc_id"], given))
    others = table[~table["share"].isin(places)]
    return pd.concat([every.iloc[np.lexsort(at)], others], ignore_index=True)


def in_order(names: Iterable[str]) -> list[str]:
    """Features in one order whatever occurs: that of the lexicons, then of each lexicon's file.

    Lexicons stand as `framing.features` counts them by default; a reader's own come after, and
    their features as they come.
    """
    given = list(dict.fromkeys(names))
    lexicons = [*LEXICONS, *dict.fromkeys(map(_lexicon_of, given))]
    own = [name for one in LEXICONS for name in feature_names(load_lexicon(one))]
    ranks = {name: rank for rank, name in enumerate(own)}
    return sorted(
        given, key=lambda name: (lexicons.index(_lexicon_of(name)), ranks.get(name, len(own)))
    )


def _lexicon_of(feature: str) -> str:
    return feature.split(".")[0]


def _named(wanted: Wanted, found: pd.DataFrame) -> list[str]:
    """The features that are wanted, each once."""
    counted = in_order(found["feature"])
    if wanted is None:
        return counted
    several = [wanted] if isinstance(wanted, (str, Path, Lexicon)) else wanted
    return list(dict.fromkeys(name for one in several for name in _meant(one, counted)))


def _meant(one: str | Path | Lexicon, counted: Sequence[str]) -> Iterator[str]:
    """A lexicon's features, or the feature itself, if anything has that name."""
    is_feature = isinstance(one, str) and "." in one and not one.endswith(".toml")
    if not is_feature:
        yield from feature_names(load_lexicon(one))
        return
    name = str(one)
    lexicon = _lexicon_of(name)
    known = feature_names(load_lexicon(lexicon)) if lexicon in lexicon_names() else ()
    if name not in counted and name not in known:
        raise unknown("feature", name, [*counted, *known])
    yield name


def _laid_out(
    found: pd.DataFrame, bases: Bases, names: Sequence[str], voices: Sequence[str]
) -> pd.DataFrame:
    """The features of one lexicon: a cell for each article, feature and voice."""
    of_feature = places_of(found["feature"], names)
    of_voice = places_of(found["voice"], voices)
    is_laid = (of_feature >= 0) & (of_voice >= 0)
    rows = found[is_laid]
    doc_ids = bases.words.index
    of_article = places_of(rows["doc_id"], doc_ids)
    per_article = len(names) * len(voices)
    places = of_article * per_article + of_feature[is_laid] * len(voices) + of_voice[is_laid]
    count = np.zeros(len(doc_ids) * per_article, dtype=np.int64)
    count[places] = rows["count"]
    span_ids = np.empty(len(count), dtype=object)
    span_ids[:] = [[] for _ in count]
    span_ids[places] = rows["span_ids"]
    of_each, units = np.array(voices, dtype=object), np.array(bases.units(voices), dtype=object)
    base = bases.of(voices).repeat(len(names), axis=0).ravel()
    cells = {
        "doc_id": doc_ids.to_numpy(dtype=object).repeat(per_article),
        "feature": np.tile(np.array(names, dtype=object).repeat(len(voices)), len(doc_ids)),
        "voice": np.tile(of_each, len(doc_ids) * len(names)),
        "count": count,
        "base": base,
        "unit": np.tile(units, len(doc_ids) * len(names)),
        **rate_columns(count, base, np.zeros(len(count), dtype=bool)),
        "span_ids": span_ids,
    }
    return columns.from_columns("features", cells)
