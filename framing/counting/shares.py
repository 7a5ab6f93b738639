"""What share of the references of one kind each class has: k of n, with its interval.

A share answers a question of framing better than a rate does: it is conditional on having
had the choice. Its base is printed with it, and a share of nothing is not a number. k and n
stand in one voice, unless all voices are asked for.
"""

from collections.abc import Iterator, Sequence
from itertools import chain

import pandas as pd

from framing.attribution.voice import VoiceSplit
from framing.base import columns
from framing.corpus.zones import Zone
from framing.counting.bases import DEFAULT_ZONES, Share, counted, origins, share_rows
from framing.counting.speaking import quoted_rows, terror_voice, voice_shares
from framing.layers.annotated import AnnotatedCorpus, Corpus, reading_of
from framing.layers.span_tables import attributions, leaks, mentions, quotations
from framing.lexicon.entries import load_lexicon

ARMED_ACTORS = ("radical", "jihadist", "takfiri", "armed", "opposition", "organisation")
GROUP_NAMES = ("daesh", "islamic-state")


def shares(
    corpus: Corpus,
    *,
    voice: VoiceSplit = "split",
    zones: Sequence[Zone] = DEFAULT_ZONES,
) -> pd.DataFrame:
    """Say what share of the references of one kind each class has, article by article.

    One row per article, share, voice and class; columns as in
    `framing.base.columns.TABLES["shares"]`. k and n are of one voice (narrator, indirect, direct)
    unless `voice="all"` is asked for. The shares:

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
    reading = reading_of(corpus, is_kept=True)
    labels = counted(mentions(reading), reading, zones=zones)
    cues = counted(attributions(reading), reading, zones=zones)
    references = origins(counted(leaks(reading), reading, zones=zones))
    quotes = counted(quotations(reading), reading, zones=zones)
    doc_ids = list(reading.articles["doc_id"])
    taken = (
        *_label_shares(labels),
        *voice_shares(cues, labels),
        _sourcing_share(reading, cues, references),
        *_source_shares(references, voice),
    )
    rows = [
        *chain.from_iterable(share_rows(share, doc_ids, voice) for share in taken),
        *share_rows(terror_voice(labels), doc_ids, "all"),
        *quoted_rows(reading, quotes, cues, zones),
    ]
    places = {doc_id: place for place, doc_id in enumerate(doc_ids)}
    return columns.table("shares", sorted(rows, key=lambda row: places[row["doc_id"]]))


def _label_shares(labels: pd.DataFrame) -> Iterator[Share]:
    is_terror = (labels["category"] == "terror") & (labels["facet"] == "actor")
    actors = labels[is_terror | labels["category"].isin(ARMED_ACTORS)]
    names = labels[labels["name"].isin(GROUP_NAMES)]
    yield Share("terror label", "references", actors, "category", ["terror"])
    yield Share("group name", "names of the group", names, "name", GROUP_NAMES)


def _sourcing_share(
    reading: AnnotatedCorpus, cues: pd.DataFrame, references: pd.DataFrame
) -> Share:
    """The attributions beside which a reference stands, by its category."""
    leaning = _beside(cues, references, reading)
    return Share("sourcing", "attributions", cues, "category", _scored(), among=leaning)


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


def _beside(cues: pd.DataFrame, sources: pd.DataFrame, reading: AnnotatedCorpus) -> pd.DataFrame:
    """The attributions that lean on a source: of each reference, the nearest in its sentence."""
    rows: list[tuple[str, str, str, str]] = []
    texts = reading.at((doc_id, "text") for doc_id in sources["doc_id"].unique())
    by_article = dict(iter(cues.groupby("doc_id")))
    for reference in sources.to_dict("records"):
        doc_id = reference["doc_id"]
        sentence = texts[doc_id, "text"].sentence_of(int(reference["start"]))
        here = by_article.get(doc_id, cues.iloc[:0])
        here = here[here["start"].between(sentence.start, sentence.end)]
        if len(here):
            nearest = here.loc[(here["start"] - reference["start"]).abs().astype(int).idxmin()]
            rows.append((doc_id, reference["category"], nearest["voice"], nearest["span_id"]))
    names = ["doc_id", "category", "voice", "span_id"]
    return pd.DataFrame(rows, columns=names).drop_duplicates()
