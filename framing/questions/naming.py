"""Which name for the same thing: what outlets choose between, and in whose words.

The names are those of the lexicon of naming, found by `framing.attribution.namings`. A share is
of the references to one referent: conditional on its being named at all, whatever else an article
is about.
"""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

import numpy as np
import pandas as pd

from framing.attribution.namings import LEXICON, namings_in
from framing.attribution.voice import VOICES, voice_of
from framing.base import columns
from framing.base.results import Result, listed
from framing.corpus.groups import By, groups_of
from framing.corpus.zones import Zone
from framing.counting.bases import ALL, DEFAULT_ZONES, counted
from framing.layers.annotated import AnnotatedCorpus
from framing.layers.corpora import Corpus, complete, reading_of
from framing.layers.reading import Article
from framing.lexicon.entries import load_lexicon
from framing.measures.clustered import clustered_share
from framing.text.tokens import span_row

MOST_TOLD = 3  # referents in the finding

_KEYS = ["group", "referent", "voice"]


@complete
def naming(corpus: Corpus, *, by: By = "outlet", zones: Sequence[Zone] = DEFAULT_ZONES) -> Result:
    """Say which of its names each thing is called by, group by group and voice by voice.

    Args:
        corpus: articles, or the same annotated.
        by: "outlet", another column, or a series or dict from doc_id to group.
        zones: the parts of an article that count.

    Returns:
        The table (columns as in `framing.base.columns.RESULTS["naming"]`), the finding, the note. A
        referent that a group names in a voice has a row for each name that any group calls it by,
        zeros among them. In the voice "all" the voices are added up.

    Raises:
        CorpusError: the corpus breaks the schema.
        UnknownNameError: a column that is not there.

    Limits: a bare النظام or الحكومة is taken for the state named last before. An interval is of
    articles drawn from more like them (`framing.measures.clustered.clustered_share`); copies of one
    agency text are still counted as several.
    """
    reading = reading_of(corpus, is_kept=True)
    groups = groups_of(reading.articles, by)
    spans = counted(naming_spans(reading), reading, zones=zones)
    spans = spans.assign(group=spans["doc_id"].map(groups)).dropna(subset="group")
    both = pd.concat([spans, spans.assign(voice=ALL)], ignore_index=True)
    table = columns.table("naming", _rows(both))
    lexicon = load_lexicon(LEXICON)
    note = (
        f"Counted by {lexicon.label} in {', '.join(zones)}: {len(spans):,} references in "
        f"{spans['doc_id'].nunique():,} of {len(reading.articles):,} articles. k of n are one "
        "group's references to one referent in one voice; intervals are of articles, 95%."
    )
    return Result(table, _text(table), note)


def naming_spans(reading: AnnotatedCorpus) -> pd.DataFrame:
    """Every name with its referent, tone and voice, one row each, in the order of the articles."""
    found = chain.from_iterable(reading.of_each("naming", _spans))
    names = ["span_id", "doc_id", "field", "start", "end", "form"]
    return pd.DataFrame(found, columns=[*names, "entry", "referent", "name", "tone", "voice"])


def _spans(article: Article) -> list[dict[str, Any]]:
    rows = []
    for field, words in article.fields():
        for one in namings_in(words):
            span, entry = words.cover(one.hit.first, one.hit.last), one.hit.entry
            about = {"referent": one.referent, "name": entry.name, "tone": entry.tone}
            voice, _ = voice_of(words, span)
            row = span_row(LEXICON, article.doc_id, field, span, words.text)
            rows.append(row | about | {"entry": entry.id, "voice": voice})
    return rows


def _rows(spans: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """The share of each name, referent by referent in the order of the lexicon."""
    order = list(dict.fromkeys(entry.referent for entry in load_lexicon(LEXICON).entries))
    named = zip(spans["referent"], spans["name"], spans["tone"], strict=True)
    tones: dict[tuple[str, str], str] = {}
    for of_what, by_which, tone in named:
        tones.setdefault((of_what, by_which), tone)
    voices = (*VOICES, ALL)
    for (group, referent, voice), of in sorted(
        spans.groupby(_KEYS, sort=False),
        key=lambda one: (order.index(str(one[0][1])), voices.index(str(one[0][2]))),
    ):
        bases = of.groupby("doc_id", sort=False).size()
        of_articles = bases.to_numpy().astype(np.float64)
        for known, name in tones:
            if known != referent:
                continue
            these = of[of["name"] == name]
            counts = these.groupby("doc_id").size().reindex(bases.index, fill_value=0)
            share = clustered_share(counts.to_numpy().astype(np.float64), of_articles)
            yield {
                "group": group, "referent": referent, "voice": voice, "name": name,
                "tone": tones[referent, name] or None, "count": len(these), "base": len(of),
                "articles": len(bases), "share_of": share.value, "ci_low": share.low,
                "ci_high": share.high, "span_ids": these["span_id"].tolist(),
            }  # fmt: skip


def _text(table: pd.DataFrame) -> str:
    """What is named most, of what has several names here, and by which of them."""
    whole = table[table["voice"] == ALL].groupby(["referent", "name"], sort=False)["count"].sum()
    said: list[str] = []
    totals = whole.groupby("referent", sort=False).sum().sort_values(ascending=False, kind="stable")
    for referent in totals.index:
        names = whole[referent].sort_values(ascending=False, kind="stable")
        names = names[names > 0]
        if len(names) > 1 and len(said) < MOST_TOLD:
            each = listed([f"{name} {count:,}" for name, count in names.items()])
            said.append(f"Of {totals[referent]:,} references to {referent}: {each}.")
    return " ".join(said) or "Nothing is called by more than one of its names."
