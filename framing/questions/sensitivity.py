"""How an estimate moves with each choice made before it was counted.

A finding that turns round when the voice, the zones, the scheme of stances or shared wire
copy is decided otherwise is a finding about that choice. Each variant changes one thing
and leaves the rest as `framing.features` has it.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from framing import measures
from framing.attribution.voice import VOICES
from framing.base import columns
from framing.base.results import Result, listed, number
from framing.corpus.groups import By, Clusters, clusters_of, groups_of
from framing.corpus.zones import Zone
from framing.counting.bases import ALL, DEFAULT_ZONES, bases_of, counted, unit_of
from framing.counting.features import layer_of, of_feature
from framing.layers.corpora import Corpus, complete, reading_of
from framing.lexicon.entries import Lexicon, load_lexicon

ZONES: dict[str, tuple[Zone, ...]] = {
    "lead only": ("lead",),
    "body only": ("body",),
    "with captions and crossheads": ("caption", "lead", "body", "crosshead"),
}
VOICE = "voice"
NONE, DEFAULT = "none", "all voices, lead and body, every article"
COARSE = "attribution.neutral"  # what the coarse scheme folds bleached cues into

_Row = dict[str, Any]


@complete
def sensitivity(
    corpus: Corpus,
    feature: str = "militancy.terror",
    *,
    by: By = "outlet",
    clusters: Clusters = None,
    lexicon: str | Path | Lexicon | None = None,
) -> Result:
    """Say how a feature's rate in each group moves with voice, stance, wire copy and zones.

    The default counts every voice together, in lead and body of every article. Variants: each
    voice alone, per words of that voice (of lexicons whose mentions have one), the coarse scheme
    of stances (bleached cues count as neutral), one article of each cluster of wire copy where
    `clusters` are given, and other zones.

    Args:
        corpus: articles.
        feature: lexicon.category, or below it .facet or .name, as in a table of features.
        by: "outlet", another column, or a series or dict from doc_id to group.
        clusters: which articles carry the same wire copy, doc_id to cluster.
        lexicon: your own lexicon, where the feature is of one.

    Returns:
        The table (columns as in `framing.base.columns.RESULTS["sensitivity"]`), the finding, the
        note. `moved` is the rate divided by the default's.

    Raises:
        CorpusError: the corpus breaks the schema.
        UnknownNameError: a feature, column or lexicon that is not there.
    """
    reading = reading_of(corpus, is_kept=True)
    articles = reading.articles
    loaded = load_lexicon(lexicon or feature.split(".")[0])
    found = layer_of(reading, loaded)
    chosen = of_feature(found, feature, loaded)
    groups = groups_of(articles, by)
    rows: list[_Row] = []
    default: dict[str, float] = {}
    variants = _variants(articles, found, feature, chosen, clusters)
    for choice, variant, spans, zones, doc_ids in variants:
        here = counted(spans[spans["doc_id"].isin(doc_ids)], reading, zones=zones)
        column = variant if choice == VOICE else ALL
        words = bases_of(reading, "voice" if choice == VOICE else "all", zones=zones).words[column]
        words = words.reindex(doc_ids, fill_value=0)  # what fails now is left out the next time
        for row in _rates(here, words, groups):
            rate = default.setdefault(row["group"], row["rate_per_1000"])
            moved = row["rate_per_1000"] / rate if rate else float("nan")
            about = {"choice": choice, "variant": variant, "feature": feature}
            rows.append(about | row | {"unit": unit_of(column), "moved": moved})
    table = columns.table("sensitivity", rows)
    by_variant = table.groupby(["choice", "variant"], sort=False)["rate_per_1000"]
    table["rank"] = by_variant.rank(ascending=False, method="min").astype("Int64")
    return Result(table, _text(table, feature), _note(loaded, clusters is not None))


def _variants(
    articles: pd.DataFrame,
    found: pd.DataFrame,
    feature: str,
    chosen: "pd.Series[bool]",
    clusters: Clusters,
) -> Iterator[tuple[str, str, pd.DataFrame, Sequence[Zone], list[str]]]:
    """What is decided: choice, variant, the spans that count, the zones, the articles."""
    every = articles["doc_id"].tolist()
    spans = found[chosen]
    yield NONE, DEFAULT, spans, DEFAULT_ZONES, every
    if "voice" in found:
        for voice in VOICES:
            yield VOICE, voice, spans[spans["voice"] == voice], DEFAULT_ZONES, every
    if "bleached" in found:
        yield (
            "stance",
            "coarse scheme",
            _coarse(found, chosen, feature == COARSE),
            DEFAULT_ZONES,
            every,
        )
    if clusters is not None:
        firsts = ~clusters_of(articles["doc_id"], clusters).duplicated().to_numpy()
        once = articles.loc[firsts, "doc_id"].tolist()
        yield "wire copy", "one article of each cluster", spans, DEFAULT_ZONES, once
    for variant, zones in ZONES.items():
        yield "zones", variant, spans, zones, every


def _coarse(found: pd.DataFrame, chosen: "pd.Series[bool]", is_neutral: bool) -> pd.DataFrame:
    """The spans of a stance when bleached cues are neutral."""
    is_bleached = found["bleached"].fillna(False).astype(bool)
    return found[(chosen | is_bleached) if is_neutral else (chosen & ~is_bleached)]


def _rates(
    spans: pd.DataFrame, words: "pd.Series[int]", groups: "pd.Series[Any]"
) -> Iterator[_Row]:
    counts = spans["doc_id"].map(groups).value_counts()
    bases = words.groupby(groups.loc[words.index].to_numpy()).agg(["sum", "size"])
    for group in groups.dropna().unique():
        if group in bases.index:
            count, base = int(counts.get(group, 0)), int(bases.loc[group, "sum"])
            size = {"articles": int(bases.loc[group, "size"])}
            known = measures.rate_row(count, base)
            yield {"group": group, "count": count, "base": base} | known | size


def _text(table: pd.DataFrame, feature: str) -> str:
    default, others = table[table["choice"] == NONE], table[table["choice"] != NONE]
    before = default.set_index("group")["rate_per_1000"]
    known = others[others["rate_per_1000"].notna()]  # where a voice has no words there is no rate
    turned = [
        str(variant)
        for variant, one in known.groupby("variant", sort=False)
        if _ranks(one["rate_per_1000"]) != _ranks(before.loc[one["group"]])
    ]
    moved = others["moved"].dropna()
    span = f"{number(moved.min())} to {number(moved.max())} times" if len(moved) else "unknown"
    order = f"changes with {listed(turned, 9)}" if turned else "stays the same throughout"
    return (
        f"The rate of {feature} moves to {span} its default over {others['variant'].nunique()} "
        f"other choices, and the order of the groups {order}. Each rate describes these texts; "
        "how much a choice moves it is no error of sampling."
    )


def _ranks(rates: "pd.Series[float]") -> list[float]:
    return rates.rank(method="min").tolist()


def _note(lexicon: Lexicon, has_clusters: bool) -> str:
    copies = "" if has_clusters else " Wire copy was not looked for: give clusters to leave it out."
    return (
        f"Counted by {lexicon.label}. Default: {DEFAULT}; each variant changes one thing. A voice "
        f"alone is per words of that voice. Titles are not counted.{copies}"
    )
