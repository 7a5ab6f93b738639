"""What share of the references of one kind each class has: k of n, with its interval.

A share answers a question of framing better than a rate does: it is conditional on having
had the choice. Its base is printed with it, and a share of nothing is not a number. k and n
stand in one voice, unless all voices are asked for.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd

from framing.attribution.actors import gazetteer_of
from framing.attribution.voice import VoiceSplit
from framing.base import columns
from framing.corpus.zones import Zone
from framing.counting.bases import DEFAULT_ZONES, counted, origins
from framing.counting.columnwise import places_of
from framing.counting.share_tables import Share, share_table
from framing.counting.speaking import (
    SideSplit,
    every_side,
    quoted_of,
    quoted_shares,
    terror_voice,
    voice_shares,
)
from framing.layers.annotated import AnnotatedCorpus
from framing.layers.corpora import Corpus, complete, parts_of
from framing.layers.span_tables import attributions, leaks, mentions, quotations
from framing.lexicon.entries import load_lexicon

ARMED_ACTORS = ("radical", "jihadist", "takfiri", "armed", "opposition", "organisation")
GROUP_NAMES = ("daesh", "islamic-state")


def shares(
    corpus: Corpus,
    *,
    voice: VoiceSplit = "split",
    zones: Sequence[Zone] = DEFAULT_ZONES,
    sides: SideSplit = "groups",
) -> pd.DataFrame:
    """Say what share of the references of one kind each class has, article by article.

    One row per article, share, voice and class, of all that has a base: 0 of 7 is told, 0 of 0 has
    no row. Columns as in
    `framing.base.columns.TABLES["shares"]`. k and n are of one voice (narrator, indirect, direct)
    unless `voice="all"` is asked for. Sides are those of the codebook, which hold enough to be
    compared (Arab states together); with `sides="each"` every state and group is one. The shares:

    - `terror label`: words that call an actor terrorist, of all references to armed actors;
      `group name`: names of the group that calls itself Islamic State;
    - `stance` and `coarse stance`: classes of attribution in the two schemes of
      `framing.counting.speaking`; with `by side` of each side's attributions by themselves;
    - `source side`, `source type`: who is given a voice, of all attributions;
    - `target by side`: what the words of terrorism are put on, by whose words they are;
    - `sourcing`: attributions beside which a reference of the category stands, of all;
      `distinct sources`: different sources, of all references of a category.

    Four are of all voices by their nature: `terror voice`, the voice of each word of terrorism;
    `quoted words`, those in quoted speech, and `quoted side` and `quoted type`, whose these are.
    Words and sources are all counted, and words come in runs, so that no interval is given.

    Raises `CorpusError` for a corpus that breaks the schema.
    """
    taken = [_taken(part, voice, zones, sides) for part in parts_of(corpus)]
    return pd.concat(taken, ignore_index=True)


@complete
def _taken(
    part: AnnotatedCorpus, voice: VoiceSplit, zones: Sequence[Zone], sides: SideSplit
) -> pd.DataFrame:
    """The shares of one part of a corpus, article by article."""
    labels = counted(mentions(part), part, zones=zones)
    cues = counted(attributions(part), part, zones=zones)
    if sides == "groups":
        cues = cues.assign(side=cues["side_group"])
    known = every_side(gazetteer_of(part.resources), sides)
    references = origins(counted(leaks(part), part, zones=zones))
    quotes = counted(quotations(part), part, zones=zones)
    sourced = leaning(cues, references, part)
    table = pd.concat(
        [
            *(
                share_table(one, voice)
                for one in _shares(labels, cues, references, sourced, known, voice)
            ),
            quoted_shares(part, quotes, cues, zones, known),
        ],
        ignore_index=True,
    )
    places = places_of(table["doc_id"], part.articles["doc_id"].tolist())
    return table.iloc[np.argsort(places, kind="stable")]


def _shares(
    labels: pd.DataFrame,
    cues: pd.DataFrame,
    references: pd.DataFrame,
    sourced: pd.DataFrame,
    sides: Sequence[str],
    voice: VoiceSplit,
) -> Iterator[Share]:
    """All shares of spans, in the order in which they are shown."""
    yield from _label_shares(labels)
    yield from voice_shares(cues, labels, sides)
    yield Share("sourcing", "attributions", cues, "category", _scored(), among=sourced)
    yield from _source_shares(references, voice)
    yield terror_voice(labels)


def _label_shares(labels: pd.DataFrame) -> Iterator[Share]:
    is_terror = (labels["category"] == "terror") & (labels["facet"] == "actor")
    actors = labels[is_terror | labels["category"].isin(ARMED_ACTORS)]
    names = labels[labels["name"].isin(GROUP_NAMES)]
    yield Share("terror label", "references", actors, "category", ["terror"])
    yield Share("group name", "names of the group", names, "name", GROUP_NAMES)


def _source_shares(references: pd.DataFrame, voice: VoiceSplit) -> Iterator[Share]:
    """The distinct sources among the references of each category."""
    names = ["doc_id", "entity", *(["voice"] if voice == "split" else [])]
    for one in _scored():
        of = references[references["category"] == one]
        distinct = of.drop_duplicates(names)
        unit = "references to sources"
        yield Share("distinct sources", unit, of, "category", [one], distinct, is_whole=True)


def _scored() -> list[str]:
    return [one.name for one in load_lexicon("sourcing").categories.values() if one.scored]


def every_share(voice: VoiceSplit = "split") -> list[Share]:
    """What shares there are, in their order, with their units and classes: taken of nothing."""
    empty = {name: columns.table(name, ()) for name in ("mentions", "attributions", "leaks")}
    labels, cues, references = empty.values()
    sourced = cues.assign(category=None)
    sides = every_side(load_lexicon("actors"))
    return [*_shares(labels, cues, references, sourced, sides, voice), *quoted_of(cues, sides)]


def leaning(cues: pd.DataFrame, references: pd.DataFrame, reading: AnnotatedCorpus) -> pd.DataFrame:
    """The attributions that lean on a source: of each reference, the nearest in its sentence."""
    texts = reading.at((doc_id, "text") for doc_id in references["doc_id"].unique())
    starts: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for place, (doc_id, start) in enumerate(zip(cues["doc_id"], cues["start"], strict=True)):
        starts[doc_id].append((start, place))
    nearest: list[int] = []
    categories: list[str] = []
    cells = zip(references["doc_id"], references["start"], references["category"], strict=True)
    for doc_id, start, category in cells:
        sentence = texts[doc_id, "text"].sentence_of(start)
        beside = bisect_left(starts[doc_id], (start, 0))
        here = [
            (abs(at - start), place)
            for at, place in starts[doc_id][max(0, beside - 1) : beside + 1]
            if sentence.start <= at <= sentence.end
        ]
        if here:
            nearest.append(min(here)[1])
            categories.append(category)
    found = cues.iloc[nearest][["doc_id", "voice", "span_id"]].assign(category=categories)
    return found.drop_duplicates()
