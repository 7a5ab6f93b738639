"""Counts with their bases, rates and shares with their intervals.

A rate is mentions per 1,000 words of the zones counted (lead and body unless you say
otherwise); a share is k of n references of one kind. Neither travels without its base, its
interval and the ids of the spans it was made of.

Intervals treat mentions as independent given these texts: they describe the texts at hand
and do not generalise to an outlet.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Literal

import pandas as pd

from framing import columns, measures
from framing.corpus import check_corpus
from framing.layers import attributions, leaks, mentions, quotations
from framing.lexicon import Lexicon, load_lexicon
from framing.tokens import Span, Words, read_words
from framing.zones import Zone, find_zones

VoiceSplit = Literal["split", "all"]
_Part = tuple[str, pd.DataFrame]

DEFAULT_ZONES: tuple[Zone, ...] = ("lead", "body")
FACETS = ("actor", "event", "counter-terror")
ARMED_ACTORS = ("radical", "jihadist", "takfiri", "armed", "opposition", "organisation")
GROUP_NAMES = ("daesh", "islamic-state")


def features(
    corpus: pd.DataFrame,
    lexicons: Sequence[str | Path | Lexicon] = ("militancy", "attribution", "sourcing", "state"),
    *,
    voice: VoiceSplit = "split",
    zones: Sequence[Zone] = DEFAULT_ZONES,
) -> pd.DataFrame:
    """Count every category of the lexicons in every article, zeros included.

    Below a category stand its facets (terror: actor, event, counter-terror) and the names
    that occur anywhere in the corpus (organisation: daesh; state: syria).
    One row per article, feature and voice; columns as in
    `framing.columns.TABLES["features"]`. Mentions of militancy and of your own lexicons are
    split by voice (direct, unknown) unless `voice="all"` is asked for; attributions and
    sourcing have no voice of their own. Outlets that were only the venue of an interview
    count nowhere.

    Raises `CorpusError` for a corpus that breaks the schema, `UnknownNameError` or
    `LexiconError` for a lexicon that cannot be used.
    """
    articles = check_corpus(corpus)
    bases = word_counts(articles, zones=zones)
    rows: list[dict[str, Any]] = []
    for lexicon in (load_lexicon(name) for name in lexicons):
        found = counted(_layer(articles, lexicon), articles, zones=zones)
        names = sorted(set(found["name"].dropna())) if "name" in found else []
        for doc_id, base in bases.items():
            here = found[found["doc_id"] == doc_id]
            rows.extend(_counts(str(doc_id), int(base), here, lexicon, names, voice))
    return columns.table("features", rows)


def shares(corpus: pd.DataFrame, *, zones: Sequence[Zone] = DEFAULT_ZONES) -> pd.DataFrame:
    """Say what share of the references of one kind each class has, article by article.

    One row per article, share and class; columns as in `framing.columns.TABLES["shares"]`.
    The shares: `terror label` (words that call an actor terrorist, of all references to
    armed actors), `group name` (names of the group that calls itself Islamic State),
    `stance` (classes of attribution), `sourcing` (references per attribution), `quoted
    words` (words inside quotation marks of speech).

    Raises `CorpusError` for a corpus that breaks the schema.
    """
    articles = check_corpus(corpus)
    tables = {
        "militancy": counted(mentions(articles), articles, zones=zones),
        "attribution": counted(attributions(articles), articles, zones=zones),
        "sourcing": origins(counted(leaks(articles), articles, zones=zones)),
        "quotes": counted(quotations(articles), articles, zones=zones),
    }
    rows: list[dict[str, Any]] = []
    for doc_id, text in articles[["doc_id", "text"]].itertuples(index=False, name=None):
        here = {name: table[table["doc_id"] == doc_id] for name, table in tables.items()}
        rows.extend({"doc_id": doc_id, **row} for row in _shares(here, read_words(text), zones))
    return columns.table("shares", rows)


def pool(table: pd.DataFrame, groups: pd.Series) -> pd.DataFrame:
    """Add up features or shares over groups of articles and take the intervals anew.

    `groups` maps doc_id to a group, such as `framing.corpus.outlet_labels(corpus)`. The
    result has the group in place of doc_id. Intervals still treat mentions as independent.
    """
    keys = [name for name in ("feature", "voice", "share", "category") if name in table]
    grouped = table.assign(doc_id=table["doc_id"].map(groups)).groupby(
        ["doc_id", *keys], sort=False, dropna=False
    )
    pooled = grouped.agg(
        {"count": "sum", "base": "sum", "unit": "first", "span_ids": _joined}
    ).reset_index()
    estimate = measures.rate_row if "rate_per_1000" in table else measures.share_row
    rows = (
        {**row, **estimate(int(row["count"]), int(row["base"]))}
        for row in pooled.to_dict("records")
    )
    kind = "features" if "rate_per_1000" in table else "shares"
    return columns.table(kind, rows)


def word_counts(corpus: pd.DataFrame, *, zones: Sequence[Zone] = DEFAULT_ZONES) -> "pd.Series[int]":
    """Count the words of each article in the zones: the base of every rate."""
    articles = check_corpus(corpus)
    counts = {
        doc_id: sum(len(read_words(text).within(span)) for span in _in_zones(text, zones))
        for doc_id, text in articles[["doc_id", "text"]].itertuples(index=False, name=None)
    }
    return pd.Series(counts, name="words", dtype="int64")


def counted(
    table: pd.DataFrame, corpus: pd.DataFrame, *, zones: Sequence[Zone] = DEFAULT_ZONES
) -> pd.DataFrame:
    """Keep the spans that stand in the zones of the text, where they share a base."""
    texts = dict(zip(corpus["doc_id"], corpus["text"], strict=True))
    spans = {doc_id: _in_zones(texts[doc_id], zones) for doc_id in table["doc_id"].unique()}
    keep = [
        field == "text" and any(span.start <= start < span.end for span in spans[doc_id])
        for doc_id, field, start in zip(
            table["doc_id"], table["field"], table["start"], strict=True
        )
    ]
    return table[keep]


def origins(references: pd.DataFrame) -> pd.DataFrame:
    """Leave out outlets that only carried another's words; they enter no rate."""
    return references[references["role"].fillna("origin") != "venue"]


def _in_zones(text: str, zones: Sequence[Zone]) -> list[Span]:
    return [span for span, zone in find_zones(read_words(text)) if zone in zones]


def _layer(articles: pd.DataFrame, lexicon: Lexicon) -> pd.DataFrame:
    """The table in which a lexicon's categories are counted, with its class as category."""
    if lexicon.name == "attribution":
        return attributions(articles).rename(columns={"stance": "category"}).assign(voice="all")
    if lexicon.name == "sourcing":
        return origins(leaks(articles)).assign(voice="all")
    return mentions(articles, lexicon)


def _counts(
    doc_id: str,
    base: int,
    here: pd.DataFrame,
    lexicon: Lexicon,
    names: Sequence[str],
    voice: VoiceSplit,
) -> Iterator[dict[str, Any]]:
    is_spoken = lexicon.name not in ("attribution", "sourcing")
    voices = ("direct", "unknown") if voice == "split" and is_spoken else ("all",)
    for feature, chosen in _parts(here, lexicon, names):
        for one in voices:
            spoken = chosen if one == "all" else chosen[chosen["voice"] == one]
            yield {
                "doc_id": doc_id,
                "feature": feature,
                "voice": one,
                "unit": "words",
                "span_ids": list(spoken["span_id"]),
                "count": len(spoken),
                "base": base,
                **measures.rate_row(len(spoken), base),
            }


def _parts(here: pd.DataFrame, lexicon: Lexicon, names: Sequence[str]) -> Iterator[_Part]:
    """A lexicon's categories; below each its facets and those of its names that occur."""
    for category in lexicon.categories:
        chosen = here[here["category"] == category]
        feature = f"{lexicon.name}.{category}"
        yield feature, chosen
        entries = [entry for entry in lexicon.entries if entry.category == category]
        if any(entry.facet for entry in entries):
            for facet in FACETS:
                yield f"{feature}.{facet}", chosen[chosen["facet"] == facet]
        for name in names:
            if any(entry.name == name for entry in entries):
                yield f"{feature}.{name}", chosen[chosen["name"] == name]


def _shares(
    here: dict[str, pd.DataFrame], words: Words, zones: Sequence[Zone]
) -> Iterator[dict[str, Any]]:
    militancy, cues = here["militancy"], here["attribution"]
    is_actor = (militancy["category"] == "terror") & (militancy["facet"] == "actor")
    actors = militancy[is_actor | militancy["category"].isin(ARMED_ACTORS)]
    names = militancy[militancy["name"].isin(GROUP_NAMES)]
    yield _class_share("terror label", "terror", militancy[is_actor], len(actors), "references")
    for name in GROUP_NAMES:
        yield _class_share(
            "group name", name, names[names["name"] == name], len(names), "names of the group"
        )
    for stance in load_lexicon("attribution").categories:
        chosen = cues[cues["stance"] == stance]
        yield _class_share("stance", stance, chosen, len(cues), "attributions")
    for category in load_lexicon("sourcing").categories.values():
        if category.scored:
            chosen = here["sourcing"][here["sourcing"]["category"] == category.name]
            yield _class_share("sourcing", category.name, chosen, len(cues), "attributions")
    yield _quoted_share(here["quotes"], words, zones)


def _class_share(
    share: str, category: str, chosen: pd.DataFrame, base: int, unit: str
) -> dict[str, Any]:
    return {
        "share": share,
        "category": category,
        "unit": unit,
        "count": len(chosen),
        "base": base,
        "span_ids": list(chosen["span_id"]),
        **measures.share_row(len(chosen), base),
    }


def _quoted_share(quotes: pd.DataFrame, words: Words, zones: Sequence[Zone]) -> dict[str, Any]:
    speech = quotes[quotes["kind"] == "speech"]
    inside = {
        place
        for start, end in zip(speech["start"], speech["end"], strict=True)
        for place in words.within(Span(int(start), int(end)))
    }
    base = sum(len(words.within(span)) for span in _in_zones(words.text, zones))
    return {
        "share": "quoted words",
        "category": "speech",
        "unit": "words",
        "count": len(inside),
        "base": base,
        "span_ids": list(speech["span_id"]),
        **measures.share_row(len(inside), base),
    }


def _joined(lists: Iterable[list[str]]) -> list[str]:
    return [span_id for one in lists for span_id in one]
