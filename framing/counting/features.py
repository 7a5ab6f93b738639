"""How often each category is used: counts with their bases, rates with their intervals.

A rate is mentions per 1,000 words of the zones counted (lead and body unless you say
otherwise). It never travels without its base, its interval and the ids of the spans it was
made of. Intervals treat mentions as independent given these texts: they describe the texts
at hand and do not generalise to an outlet.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from framing import measures
from framing.attribution.voice import VOICES, VoiceSplit
from framing.base import columns
from framing.base.errors import LexiconError, unknown
from framing.corpus.zones import Zone
from framing.counting.bases import DEFAULT_ZONES, counted, origins, word_counts
from framing.layers.annotated import Corpus, reading_of
from framing.layers.span_tables import attributions, leaks, mentions
from framing.lexicon.entries import Lexicon, is_shipped, load_lexicon

LEXICONS = ("militancy", "attribution", "sourcing", "state")
FACETS = ("actor", "event", "counter-terror")


def features(
    corpus: Corpus,
    lexicons: Sequence[str | Path | Lexicon] = LEXICONS,
    *,
    voice: VoiceSplit = "split",
    zones: Sequence[Zone] = DEFAULT_ZONES,
) -> pd.DataFrame:
    """Count every category of the lexicons in every article, zeros included.

    Below a category stand its facets (terror: actor, event, counter-terror) and the names
    that occur anywhere in the corpus (organisation: daesh; state: syria).
    One row per article, feature and voice; columns as in
    `framing.base.columns.TABLES["features"]`, split by voice (narrator, indirect, direct) unless
    `voice="all"` is asked for. A cue or a source in what somebody else says is not the
    outlet's: its voice is indirect or direct. Outlets that were only the venue of an
    interview count nowhere.

    Raises `CorpusError` for a corpus that breaks the schema, `UnknownNameError` or
    `LexiconError` for a lexicon that cannot be used.
    """
    reading = reading_of(corpus, is_kept=True)
    bases = {str(doc_id): int(base) for doc_id, base in word_counts(reading, zones=zones).items()}
    rows: list[dict[str, Any]] = []
    for lexicon in _distinct(load_lexicon(name) for name in lexicons):
        found = counted(layer_of(reading, lexicon), reading, zones=zones)
        rows.extend(_count(found, lexicon, bases, VOICES if voice == "split" else ("all",)))
    return columns.table("features", rows)


def _distinct(lexicons: Iterable[Lexicon]) -> list[Lexicon]:
    """Each lexicon once; two different ones may not share a name, or their counts would mix."""
    named: dict[str, Lexicon] = {}
    for lexicon in lexicons:
        if named.setdefault(lexicon.name, lexicon).digest != lexicon.digest:
            raise LexiconError(
                f"Two different lexicons are named '{lexicon.name}'. Give one of them another name."
            )
    return list(named.values())


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


def _count(
    found: pd.DataFrame, lexicon: Lexicon, bases: dict[str, int], voices: Sequence[str]
) -> Iterator[dict[str, Any]]:
    spans: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for row in found.to_dict("records"):
        voice = "all" if voices == ("all",) else row["voice"]
        for feature in _features_of(row, lexicon):
            spans[row["doc_id"], feature, voice].append(row["span_id"])
    names = sorted(set(found["name"].dropna()))
    for doc_id, base in bases.items():
        for feature in _features(lexicon, names):
            for voice in voices:
                span_ids = spans[doc_id, feature, voice]
                yield {
                    "doc_id": doc_id,
                    "feature": feature,
                    "voice": voice,
                    "count": len(span_ids),
                    "base": base,
                    "unit": "words",
                    "span_ids": span_ids,
                    **measures.rate_row(len(span_ids), base),
                }


def _features_of(row: dict[Any, Any], lexicon: Lexicon) -> Iterator[str]:
    """The features one mention counts for: its category, its facet, its name."""
    feature = f"{lexicon.name}.{row['category']}"
    yield feature
    for part in ("facet", "name"):
        if isinstance(row[part], str):
            yield f"{feature}.{row[part]}"


def _features(lexicon: Lexicon, names: Sequence[str]) -> Iterator[str]:
    """A lexicon's categories; below each its facets and those of its names that occur."""
    for category in lexicon.categories:
        entries = [entry for entry in lexicon.entries if entry.category == category]
        yield f"{lexicon.name}.{category}"
        if any(entry.facet for entry in entries):
            yield from (f"{lexicon.name}.{category}.{facet}" for facet in FACETS)
        own = {entry.name for entry in entries}
        yield from (f"{lexicon.name}.{category}.{name}" for name in names if name in own)
