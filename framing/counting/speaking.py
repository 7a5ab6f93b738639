"""Whose voices are heard: who speaks how much, introduced how, and who calls whom terrorist.

An attribution of the outlet's own (voice narrator) is how the outlet gives somebody a voice;
one that stands in what a source says is how that source does. Words of quoted speech belong to
the source whose content holds them, the innermost of several; where there is none, to unknown.

Two schemes of stance stand side by side. The fine one is the class of the cue's lemma; the
coarse one counts cues that often say no more than "said" (أكد، أشار، أوضح، لفت) as neutral. A
difference that is there in one scheme only is no finding.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations
from typing import Literal

import numpy as np
import pandas as pd

from framing.attribution.attributions import Contents
from framing.attribution.quotations import quoted_words, typed_quotes
from framing.attribution.rules import UNKNOWN
from framing.attribution.voice import VOICES
from framing.base import columns
from framing.corpus.zones import Zone
from framing.counting.bases import DEFAULT_ZONES, runs, zoned
from framing.counting.columnwise import share_columns
from framing.counting.share_tables import Share
from framing.layers.annotated import AnnotatedCorpus
from framing.layers.reading import Article
from framing.lexicon.entries import Lexicon, load_lexicon
from framing.text.tokens import Span, Words

SideSplit = Literal["groups", "each"]
NARRATOR = "narrator"
LEAST_BASE = 5  # attributions under which a side's shares are not compared
SCHEMES = ("stance", "coarse stance")
# Labels that call somebody a terrorist first, then those put on acts and on terrorism as such.
TARGETS = (
    *("daesh", "nusra", "daesh+nusra", "houthi", "pkk", "settlers", "opposition", "state"),
    *("other", "generic", "attack", "phenomenon"),
)
SOURCE_TYPES = ("official", "institution", "anonymous", "media", "document", "expert", UNKNOWN)

_QUOTED = "words in quoted speech"

_Row = tuple[str, str, str, int, int, str, list[str]]


@dataclass(frozen=True)
class _Content:
    """What an attribution assigns, and to whom."""

    stretches: tuple[Span, ...]
    side: str
    source_type: str
    span_id: str


def voice_shares(cues: pd.DataFrame, labels: pd.DataFrame, sides: Sequence[str]) -> Iterator[Share]:
    """The shares that say who speaks: of attributions, and of the words of terrorism.

    `cues` are attributions, `labels` mentions of militancy, both as they are counted; `sides`
    are all there is to choose from.
    """
    terror = labels[labels["category"] == "terror"]
    called = terror.assign(side=_speaking_sides(terror, cues))
    coarse = cues.assign(stance=cues["stance"].mask(cues["bleached"], "neutral"))
    stances = list(load_lexicon("attribution").categories)
    unit = "attributions"
    yield Share("source side", unit, cues, "side", sides)
    yield Share("source type", unit, cues, "source_type", SOURCE_TYPES)
    for name, table in zip(SCHEMES, (cues, coarse), strict=True):
        yield Share(name, unit, table, "stance", stances)
        yield Share(f"{name} by side", unit, table, "stance", stances, by_side=True)
    yield Share("target by side", "words of terrorism", called, "target", TARGETS, by_side=True)


def terror_voice(labels: pd.DataFrame) -> Share:
    """In whose voice the words of terrorism are; a share across voices, so to be taken of all."""
    terror = labels[labels["category"] == "terror"]
    unit = "words of terrorism"
    return Share("terror voice", unit, terror, "voice", VOICES, all_voices=True)


def quoted_of(cues: pd.DataFrame, sides: Sequence[str]) -> Iterator[Share]:
    """What shares there are of the words in quoted speech: names, units and classes."""
    named = {"quoted words": ["speech"], "quoted side": sides, "quoted type": SOURCE_TYPES}
    for name, classes in named.items():
        unit = _QUOTED if name != "quoted words" else "words"
        yield Share(name, unit, cues, "side", classes, is_whole=True, all_voices=True)


def quoted_shares(
    reading: AnnotatedCorpus,
    quotes: pd.DataFrame,
    cues: pd.DataFrame,
    zones: Sequence[Zone],
    sides: Sequence[str],
) -> pd.DataFrame:
    """The words in quoted speech: their share of all, and of them the share of each speaker.

    All are counted, in runs, so that no interval is given.
    """
    said = _contents(cues)
    speech = quotes[quotes["kind"] == "speech"].groupby("doc_id")["span_id"].agg(list).to_dict()

    def rows_of(article: Article) -> list[_Row]:
        doc_id, _, words = article
        n_words = sum(len(words.within(span)) for span in zoned(words, zones))
        quoted = list(_quoted(words, zones, Contents(said.get(doc_id, ()))))
        spans = speech.get(doc_id, [])
        whole = (doc_id, "quoted words", "speech", len(quoted), n_words, "words", spans)
        if not quoted:
            return [whole]
        holders = Counter(holder for _, holder in quoted)
        return [whole, *_held(doc_id, holders, len(quoted), sides)]

    rows = chain.from_iterable(reading.of_each("shares", rows_of))
    names = ["doc_id", "share", "category", "count", "base", "unit", "span_ids"]
    table = pd.DataFrame([row for row in rows if row[4]], columns=names)
    count, base = (table[name].to_numpy(np.int64) for name in ("count", "base"))
    cells = {name: table[name] for name in names}
    known = share_columns(count, base, np.ones(len(table), dtype=bool))
    return columns.from_columns("shares", {**cells, **known, "voice": "all"})


def quoted_runs(
    reading: AnnotatedCorpus, cues: pd.DataFrame, *, zones: Sequence[Zone] = DEFAULT_ZONES
) -> pd.DataFrame:
    """Where the words stand that `quoted_shares` counts, in runs that one source has.

    A row a run: doc_id, field, start, end, `words` in it, and the side and source_type they
    count for.
    """
    said = _contents(cues)

    def runs_of(article: Article) -> list[tuple[str, str, int, int, int, str, str]]:
        words, contents = article.text, Contents(said.get(article.doc_id, ()))
        return [
            (article.doc_id, "text", span.start, span.end, n_words, *_whose(holder))
            for span, n_words, holder in runs(words, _quoted(words, zones, contents))
        ]

    rows = chain.from_iterable(reading.of_each("shares", runs_of))
    names = ["doc_id", "field", "start", "end", "words", "side", "source_type"]
    return pd.DataFrame(rows, columns=names)


def _quoted(
    words: Words, zones: Sequence[Zone], contents: Contents[_Content]
) -> Iterator[tuple[int, _Content | None]]:
    """The places of the words in quoted speech, each with the attribution that holds it."""
    inside = quoted_words(words, typed_quotes(words))
    for span in zoned(words, zones):
        for place in words.within(span):
            if place in inside:
                yield place, contents.innermost(words.cover(place, place))


def _whose(holder: _Content | None) -> tuple[str, str]:
    return (holder.side, holder.source_type) if holder else (UNKNOWN, UNKNOWN)


def _held(
    doc_id: str, holders: Mapping[_Content | None, int], base: int, sides: Sequence[str]
) -> Iterator[_Row]:
    """How many of an article's quoted words each side and kind of source has."""
    for column, names in (("side", sides), ("source_type", SOURCE_TYPES)):
        counts: Counter[str] = Counter()
        held = defaultdict[str, list[str]](list)
        for one, n_words in holders.items():
            name = _whose(one)[column == "source_type"]
            counts[name] += n_words
            held[name] += [one.span_id] if one else []
        share = f"quoted {column.removeprefix('source_')}"
        for name in names:
            yield doc_id, share, name, counts[name], base, _QUOTED, held[name]


def _contents(cues: pd.DataFrame) -> dict[str, list[_Content]]:
    """What the attributions of each article assign."""
    names = ["doc_id", "side", "source_type", "span_id"]
    places = ["content_start", "content_end", "rest_start", "rest_end"]
    there = cues[cues["content_start"].notna()].reindex(columns=names + places)
    found = defaultdict[str, list[_Content]](list)
    for doc_id, *of, start, end, onward, last in there.itertuples(index=False):
        rest = () if pd.isna(onward) else (Span(onward, last),)
        found[doc_id].append(_Content((Span(start, end), *rest), *of))
    return found


def every_side(gazetteer: Lexicon, sides: SideSplit = "groups") -> list[str]:
    """All sides of a gazetteer in its order, unknown last: what there is to choose from."""
    known = gazetteer.categories.values()
    return [*(one.name for one in known if sides == "each" or not one.group), UNKNOWN]


def sides_of(found: "pd.Series[str]") -> list[str]:
    """The sides that occur, in the order of the gazetteer, unknown always and last.

    Those of a reader's own gazetteer stand before it, in the order in which they come.
    """
    *shipped, unknown = every_side(load_lexicon("actors"), "each")
    order = dict.fromkeys([*shipped, *(side for side in found if side != unknown), unknown])
    known = {*found, UNKNOWN}
    return [side for side in order if side in known]


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
