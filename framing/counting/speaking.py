"""Whose voices are heard: who speaks how much, introduced how, and who calls whom terrorist.

An attribution of the outlet's own (voice narrator) is how the outlet gives somebody a voice;
one that stands in what a source says is how that source does. Words of quoted speech belong to
the source whose content holds them, the innermost of several; where there is none, to unknown.

Two schemes of stance stand side by side. The fine one is the class of the cue's lemma; the
coarse one counts cues that often say no more than "said" (أكد، أشار، أوضح، لفت) as neutral. A
difference that is there in one scheme only is no finding.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any, Literal

import pandas as pd

from framing import measures
from framing.attribution.quotations import quoted_words, typed_quotes
from framing.attribution.sides import UNKNOWN
from framing.attribution.voice import VOICES
from framing.corpus.zones import Zone
from framing.counting.bases import NO_INTERVAL, Share, zoned
from framing.layers.annotated import AnnotatedCorpus
from framing.lexicon.entries import load_lexicon
from framing.text.tokens import Span

NARRATOR = "narrator"
LEAST_BASE = 5  # attributions under which a side's shares are not compared
SCHEMES = ("stance", "coarse stance")
# Labels that call somebody a terrorist first, then those put on acts and on terrorism as such.
TARGETS = (
    *("daesh", "nusra", "daesh+nusra", "houthi", "pkk", "settlers", "opposition", "state"),
    *("other", "generic", "attack", "phenomenon"),
)
SOURCE_TYPES = ("official", "institution", "anonymous", "media", "document", "expert", UNKNOWN)

_Row = dict[str, Any]


def voice_shares(cues: pd.DataFrame, labels: pd.DataFrame) -> Iterator[Share]:
    """The shares that say who speaks: of attributions, and of the words of terrorism.

    `cues` are attributions, `labels` mentions of militancy, both as they are counted.
    """
    terror = labels[labels["category"] == "terror"]
    called = terror.assign(side=_speaking_sides(terror, cues))
    coarse = cues.assign(stance=cues["stance"].mask(cues["bleached"], "neutral"))
    stances = list(load_lexicon("attribution").categories)
    unit = "attributions"
    yield Share("source side", unit, cues, "side", sides_of(cues["side"]))
    yield Share("source type", unit, cues, "source_type", SOURCE_TYPES)
    for name, table in zip(SCHEMES, (cues, coarse), strict=True):
        yield Share(name, unit, table, "stance", stances)
        yield Share(f"{name} by side", unit, table, "stance", stances, by_side=True)
    yield Share("target by side", "words of terrorism", called, "target", TARGETS, by_side=True)


def terror_voice(labels: pd.DataFrame) -> Share:
    """In whose voice the words of terrorism are; a share across voices, so to be taken of all."""
    terror = labels[labels["category"] == "terror"]
    return Share("terror voice", "words of terrorism", terror, "voice", VOICES)


def quoted_rows(
    reading: AnnotatedCorpus, quotes: pd.DataFrame, cues: pd.DataFrame, zones: Sequence[Zone]
) -> Iterator[_Row]:
    """The words in quoted speech: their share of all, and of them the share of each speaker."""
    contents = {doc_id: rows.to_dict("records") for doc_id, rows in cues.groupby("doc_id")}
    speech = quotes[quotes["kind"] == "speech"].groupby("doc_id")["span_id"].agg(list).to_dict()
    classes = {"side": sides_of(cues["side"]), "source_type": list(SOURCE_TYPES)}
    for doc_id, _, words in reading.read():
        inside = quoted_words(words, typed_quotes(words))
        places = [place for span in zoned(words, zones) for place in words.within(span)]
        quoted = [words.spans[place] for place in places if place in inside]
        spans = speech.get(doc_id, [])
        yield _whole(doc_id, "quoted words", "speech", len(quoted), len(places), "words", spans)
        said = [_holder(span, contents.get(doc_id, [])) for span in quoted]
        for column, names in classes.items():
            counts = Counter(one[column] if one else UNKNOWN for one in said)
            held = defaultdict[str, dict[str, None]](dict)
            for one in said:
                if one:
                    held[one[column]][one["span_id"]] = None
            for name in names:
                share = f"quoted {column.removeprefix('source_')}"
                n_quoted, unit = len(quoted), "words in quoted speech"
                yield _whole(doc_id, share, name, counts[name], n_quoted, unit, [*held[name]])


def sides_of(found: "pd.Series[str]") -> list[str]:
    """The sides that occur, in the order of the gazetteer, unknown always and last."""
    known = [side for side in load_lexicon("actors").categories if side in set(found)]
    return [*known, UNKNOWN]


def scheme_differences(table: pd.DataFrame, by: Literal["side", "doc_id"] = "side") -> pd.DataFrame:
    """Set the shares of each stance side by side, two sides or two outlets, in both schemes.

    `table` are shares, of a corpus as a whole for sides, pooled by outlet for outlets. One row
    per stance and pair that has at least `LEAST_BASE` attributions of the outlets' own each, the
    pair with most first: `category`, `first`, `second`, `fine` and `coarse` (share of first minus
    share of second in either scheme) and `holds`: the difference has one direction in both.
    """
    names = [f"{name} by side" if by == "side" else name for name in SCHEMES]
    own = table[(table["voice"] == NARRATOR) & (table["base"] >= LEAST_BASE)]
    own = own[own["share"].isin(names) & (own[by] != UNKNOWN)]
    shares = own.set_index(["share", "category", by])["share_of"].to_dict()
    ranked = own.drop_duplicates(by).sort_values("base", ascending=False, kind="stable")[by]
    rows = [
        (category, *pair, *(shares[one, category, pair[0]] - shares[one, category, pair[1]]
                            for one in names))
        for pair in combinations(ranked, 2)
        for category in own["category"].unique()
    ]  # fmt: skip
    found = pd.DataFrame(rows, columns=["category", "first", "second", "fine", "coarse"])
    return found.assign(holds=found["fine"] * found["coarse"] > 0)


def beside(table: pd.DataFrame, keys: Sequence[str]) -> pd.DataFrame:
    """Counts that are split by voice, the voices side by side: a row per keys, a column a voice.

    `count` is their sum, `base` that of the bases. A voice that has no row counts as zero.
    """
    grouped = table.groupby([*keys, "voice"], sort=False)[["count", "base"]].sum().reset_index()
    counts = grouped.pivot_table(
        index=list(keys), columns="voice", values="count", aggfunc="sum", fill_value=0, sort=False
    )
    sums = grouped.groupby(list(keys), sort=False)[["count", "base"]].sum()
    voices = counts.reindex(columns=list(VOICES), fill_value=0).astype("int64")
    return voices.join(sums.astype("int64")).reset_index()


def _speaking_sides(labels: pd.DataFrame, cues: pd.DataFrame) -> "pd.Series[str]":
    """Whose words each label is: the outlet's own, or those of the side that utters it."""
    known = dict(zip(zip(cues["doc_id"], cues["entity"], strict=True), cues["side"], strict=True))
    cells = zip(labels["doc_id"], labels["voice"], labels["uttered_by"], strict=True)
    sides = [
        NARRATOR if voice == NARRATOR else known.get((doc_id, entity), UNKNOWN)
        for doc_id, voice, entity in cells
    ]
    return pd.Series(sides, index=labels.index, dtype=object)


def _holder(span: Span, contents: Sequence[dict[Any, Any]]) -> dict[Any, Any] | None:
    """The attribution with the shortest content that holds a word."""
    holding = [
        one
        for one in contents
        if not pd.isna(one["content_start"])
        and one["content_start"] <= span.start
        and span.end <= one["content_end"]
    ]
    return min(holding, key=lambda one: one["content_end"] - one["content_start"], default=None)


def _whole(
    doc_id: str, share: str, category: str, count: int, base: int, unit: str, span_ids: list[str]
) -> _Row:
    """A share that is counted whole: words all counted, in runs, so that no interval is given."""
    return {
        **{"doc_id": doc_id, "share": share, "voice": "all", "category": category},
        **{"count": count, "base": base, "unit": unit, "span_ids": span_ids},
        **{"share_of": measures.share(count, base)},
        **NO_INTERVAL,
    }
