"""How often each category is used: counts with their bases, rates with their intervals.

A rate is mentions per 1,000 words of the zones counted (lead and body unless you say
otherwise); in one voice, per 1,000 words of that voice, since on all words an outlet that quotes
more has a lower rate of its own by arithmetic. It never travels without its base, its interval and
the ids of the spans it was made of. Intervals treat mentions as independent given these texts: they
describe the texts at hand and do not generalise to an outlet.

Most of what might be counted does not occur: zeros are left out, and the words of every
article stand in rows of their own, so that `framing.counting.zeros.with_zeros` can fill them in.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import get_args

import numpy as np
import pandas as pd

from framing.attribution.certainty import CERTAINTIES, Certainty
from framing.attribution.voice import VoiceSplit
from framing.base import columns
from framing.base.errors import LexiconError, unknown
from framing.corpus.zones import Zone
from framing.counting.bases import (
    ALL,
    DEFAULT_ZONES,
    EVERY_VOICE,
    Base,
    bases_of,
    certain,
    counted,
    origins,
)
from framing.counting.columnwise import gathered, places_of, rate_columns
from framing.layers.annotated import Progress
from framing.layers.corpora import Corpus, complete, parts_of
from framing.layers.span_tables import attributions, leaks, mentions
from framing.lexicon.entries import Lexicon, is_shipped, load_lexicons

LEXICONS = ("militancy", "attribution", "sourcing", "state")
FACETS = ("actor", "event", "counter-terror")
WORDS = "words"  # the feature whose rows are the bases

_NO_SPANS = pd.DataFrame(
    columns=["doc_id", "feature", "voice", "start", "end", "span_id"], dtype=object
)


def features(
    corpus: Corpus,
    lexicons: str | Path | Lexicon | Sequence[str | Path | Lexicon] = LEXICONS,
    *,
    voice: VoiceSplit = "split",
    base: Base = "voice",
    zones: Sequence[Zone] = DEFAULT_ZONES,
    certainty: Collection[Certainty] | None = None,
    progress: Progress = iter,
) -> pd.DataFrame:
    """Count every category of the lexicons in every article; what does not occur has no row.

    One row per article, feature and voice; columns as in
    `framing.base.columns.TABLES["features"]`, split by voice (narrator, indirect, direct) unless
    `voice="all"` is asked for. An article's first rows are the feature `words`, its words in the
    zones, all of them and those of each voice: the bases of its rates, those of zero too. What is
    counted in one voice is per words of that voice (`unit`: `narrator words`), with `base="all"`
    per all words, whoever speaks them. Below a category stand its facets (terror: actor, event,
    counter-terror) and its names (organisation: daesh; state: syria).
    `framing.counting.zeros.with_zeros` fills in what does not occur.

    `certainty` keeps, of spans and of the words of each voice, those that have their voice by the
    rules named, as in `framing.attribution.certainty`: ["plain", "beside"] are the outlet's own
    words that are surest its own. The words of all voices together stay all words.

    A cue or a source in what somebody else says is not the outlet's: its voice is indirect or
    direct. Outlets that were only the venue of an interview count nowhere. Each article is
    counted by itself, so that it has the same rows in whatever corpus. `progress` wraps the
    parts in which articles are read.

    Raises `CorpusError` for a corpus that breaks the schema, `UnknownNameError` for a base that is
    not there, that or `LexiconError` for a lexicon that cannot be used.
    """
    if base not in get_args(Base):
        raise unknown("base", base, get_args(Base))
    for one in certainty or ():
        if one not in CERTAINTIES:
            raise unknown("certainty", one, CERTAINTIES)
    chosen = None if certainty is None else frozenset(certainty)
    loaded = _distinct(load_lexicons(lexicons))
    voices = EVERY_VOICE if voice == "split" else (ALL,)
    per = base if voice == "split" else "all"
    parts = [
        _count(part, loaded, voices, per, zones, chosen) for part in progress(parts_of(corpus))
    ]
    return pd.concat(parts, ignore_index=True)


def feature_names(lexicon: Lexicon) -> list[str]:
    """All that a lexicon counts: its categories, below each its facets and its names."""
    return list(_feature_names(lexicon))


def layer_of(corpus: Corpus, lexicon: Lexicon) -> pd.DataFrame:
    """The table in which a lexicon's categories are counted, with its class as category."""
    if is_shipped(lexicon) and lexicon.name == "attribution":
        said = attributions(corpus).rename(columns={"stance": "category"})
        return said.assign(facet=None, name=None)
    if is_shipped(lexicon) and lexicon.name == "sourcing":
        return origins(leaks(corpus)).assign(facet=None, name=None)
    return mentions(corpus, lexicon)


def of_feature(found: pd.DataFrame, feature: str, lexicon: Lexicon) -> "pd.Series[bool]":
    """Say which spans of a lexicon's table count for a feature.

    Raises `UnknownNameError` for a feature that the lexicon has not.
    """
    parts = feature.split(".")
    is_named = parts[0] == lexicon.name and len(parts) in (2, 3)
    if not is_named or parts[1] not in lexicon.categories:
        raise unknown("feature", feature, (f"{lexicon.name}.{name}" for name in lexicon.categories))
    chosen = found["category"] == parts[1]
    if len(parts) == 3:
        chosen &= (found["facet"] == parts[2]) | (found["name"] == parts[2])
    return chosen


def _distinct(lexicons: Iterable[Lexicon]) -> list[Lexicon]:
    """Each lexicon once; two different ones may not share a name, or their counts would mix."""
    named: dict[str, Lexicon] = {}
    for lexicon in lexicons:
        if named.setdefault(lexicon.name, lexicon).digest != lexicon.digest:
            raise LexiconError(
                f"Two different lexicons are named '{lexicon.name}'. Give one of them another name."
            )
    return list(named.values())


def _feature_names(lexicon: Lexicon) -> Iterator[str]:
    for category in lexicon.categories:
        entries = [entry for entry in lexicon.entries if entry.category == category]
        yield f"{lexicon.name}.{category}"
        if any(entry.facet for entry in entries):
            yield from (f"{lexicon.name}.{category}.{facet}" for facet in FACETS)
        own = sorted({entry.name for entry in entries if entry.name})
        yield from (f"{lexicon.name}.{category}.{name}" for name in own)


@complete
def _count(
    part: Corpus,
    lexicons: Sequence[Lexicon],
    voices: Sequence[str],
    per: Base,
    zones: Sequence[Zone],
    certainty: frozenset[Certainty] | None,
) -> pd.DataFrame:
    """Count one part: a number for each article, feature and voice, in the order of the rows."""
    bases = bases_of(part, per, zones=zones, certainty=certainty)
    doc_ids, n_words = bases.words.index, bases.words.shape[1]
    names = [WORDS, *(name for lexicon in lexicons for name in _feature_names(lexicon))]
    spans = certain(_spans(part, lexicons, zones), part, certainty)
    spans = spans[spans["feature"].isin(names)]
    n_voices = len(voices)
    size = len(names) * n_voices
    of_voice = places_of(spans["voice"], voices) if n_voices > 1 else 0
    of_feature = places_of(spans["feature"], names) * n_voices + of_voice
    found = places_of(spans["doc_id"], doc_ids) * size + of_feature
    own = np.add.outer(np.arange(len(doc_ids)) * size, np.arange(n_words)).ravel()
    cells, places = np.unique(np.concatenate([own, found]), return_inverse=True)
    article, rest = np.divmod(cells, size)
    feature, voice = np.divmod(rest, n_voices)
    is_words, mentioned = feature == 0, places[len(own) :]
    known, counted_on = bases.of(voices), np.where(is_words, 0, voice)
    n_mentions = np.bincount(mentioned, minlength=len(cells))
    count, base = np.where(is_words, known[article, voice], n_mentions), known[article, counted_on]
    return columns.from_columns(
        "features",
        {
            "doc_id": doc_ids.to_numpy(dtype=object)[article],
            "feature": np.array(names, dtype=object)[feature],
            "voice": np.array(voices, dtype=object)[voice],
            "count": count,
            "base": base,
            "unit": np.array(bases.units(voices), dtype=object)[counted_on],
            **rate_columns(count, base, is_words),
            "span_ids": gathered(mentioned, spans["span_id"], len(cells)),
        },
    )


def _spans(part: Corpus, lexicons: Sequence[Lexicon], zones: Sequence[Zone]) -> pd.DataFrame:
    """The spans that are counted, each with every feature it counts for."""
    counted_for = [_NO_SPANS]
    for lexicon in lexicons:
        found = counted(layer_of(part, lexicon), part, zones=zones)
        found = found.assign(feature=f"{lexicon.name}." + found["category"])
        counted_for.append(found)
        for below in ("facet", "name"):
            finer = found[found[below].notna()]
            counted_for.append(finer.assign(feature=finer["feature"] + "." + finer[below]))
    return pd.concat([spans[list(_NO_SPANS)] for spans in counted_for])
