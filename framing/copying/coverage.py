"""Which article says what: every proposition present, attributed, denied or absent.

Absence is a result, so it must be open to checking: with every cell come the passages that it
rests on, and with an absence the near-misses: sentences which lack one term only.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

import pandas as pd

from framing.attribution.attributions import Attribution, Contents, find_attributions
from framing.attribution.voice import voice_of
from framing.base import columns
from framing.base.markup import escape
from framing.copying.propositions import Proposition, Propositions, load_propositions, names_at
from framing.corpus.articles import outlet_labels
from framing.layers.annotated import Progress
from framing.layers.corpora import Corpus, articles_of, complete, reading_of
from framing.layers.reading import Article
from framing.text.once import once
from framing.text.tokens import Words, span_row

STATES = ("present", "attributed", "denied", "absent")


@dataclass(frozen=True)
class Coverage:
    """Who says what.

    `cells` has a row per article and proposition, columns as in
    `framing.base.columns.COMPARED["coverage"]`; `passages` what the cells rest on and the
    near-misses, columns as in `framing.base.columns.COMPARED["coverage_passages"]`; `matrix` a row
    per outlet and a column per proposition.
    """

    cells: pd.DataFrame
    passages: pd.DataFrame
    matrix: pd.DataFrame

    def _repr_html_(self) -> str:
        shown = self.matrix.astype(object).map(escape).rename(index=escape, columns=escape)
        return str(shown.to_html(escape=False))


@complete
def coverage(
    corpus: Corpus,
    propositions: str | Path | Propositions,
    *,
    progress: Progress = iter,
) -> Coverage:
    """Say for every article which propositions it holds, and how.

    A proposition is held by a sentence with all its terms (see `framing.copying.propositions`):
    denied if one of its words of denial stands there too, or the sentence gives somebody's denial;
    attributed if what was found stands in somebody's words; else present, in the narrator's.
    An article that holds it in several ways has the first of these: present, attributed, denied.
    In the matrix so has an outlet with several articles.

    Raises `UnknownNameError` or `PropositionError` for a set that cannot be used, `CorpusError`
    for a corpus that breaks the schema.

    Limits: terms find words, not meanings. Read the near-misses before an absence is reported.
    """
    reading = reading_of(corpus)
    wanted = load_propositions(propositions).propositions
    rows_of = partial(_rows_of, wanted)
    found = list(reading.of_each("coverage", rows_of, progress))
    cells = columns.table("coverage", chain.from_iterable(cells for cells, _ in found))
    passages = columns.table("coverage_passages", chain.from_iterable(rows for _, rows in found))
    return Coverage(cells, passages, _matrix(cells, reading.articles, wanted))


def by_outlet(found: Coverage, corpus: Corpus) -> pd.DataFrame:
    """Coverage outlet by outlet, a row a cell of the matrix.

    `outlet`, `proposition`, `state` (as in the matrix), `articles` (that hold it in any way, of
    `base`), `near` (near-misses).
    """
    labels = outlet_labels(articles_of(corpus))
    cells = found.cells.assign(
        outlet=found.cells["doc_id"].map(labels.to_dict()),
        held=found.cells["state"] != "absent",
        near=found.cells["near_ids"].map(len),
    )
    keys = ["outlet", "proposition"]
    counted = cells.groupby(keys).agg(
        articles=("held", "sum"), base=("held", "size"), near=("near", "sum")
    )
    matrix = found.matrix.rename_axis("outlet").reset_index()
    states = matrix.melt("outlet", var_name="proposition", value_name="state")
    return states.join(counted, on=keys)


def _rows_of(
    wanted: tuple[Proposition, ...], article: Article
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """An article's cells, and the passages behind them; a near-miss only where nothing is held."""
    rows = [
        row
        for field, words in article.fields()
        for row in _passages(article.doc_id, field, words, wanted)
    ]
    held = {row["proposition"] for row in rows if row["state"] != "near"}
    rows = [row for row in rows if row["state"] != "near" or row["proposition"] not in held]
    return [_cell(article.doc_id, one.id, rows) for one in wanted], rows


def _passages(
    doc_id: str, field: str, words: Words, wanted: tuple[Proposition, ...]
) -> Iterator[dict[str, Any]]:
    """The sentences that hold a proposition, or all its terms but one."""
    likely = _likely(words, range(len(words)), wanted)
    for sentence in words.sentences if likely else ():
        places = words.within(sentence)
        for one in _likely(words, places, likely):
            hits = [term.find(words, places) for term in one.terms]
            found = sorted((hit for hit in hits if hit), key=lambda hit: hit.start)
            lacking = [term.written for term, hit in zip(one.terms, hits, strict=True) if not hit]
            if not found or len(lacking) > 1:
                continue
            span = words.cover(found[0].start, max(hit.stop for hit in found) - 1)
            yield span_row(f"claim:{one.id}", doc_id, field, span, words.text) | {
                "proposition": one.id,
                "state": "near" if lacking else _state(words, one, places, found),
                "forms": [words.cover(hit.start, hit.stop - 1).form(words.text) for hit in found],
                "lacking": lacking,
            }


def _likely(
    words: Words, places: range, wanted: tuple[Proposition, ...]
) -> tuple[Proposition, ...]:
    """The propositions of which these words hold all terms but one, so far as a glance tells."""
    names = names_at(words, places)
    found = []
    for one in wanted:
        stand = sum(term.may_stand(names) for term in one.terms)
        if stand and stand >= len(one.terms) - 1:
            found.append(one)
    return tuple(found)


def _state(words: Words, one: Proposition, places: range, found: list[range]) -> str:
    """How a sentence holds what was found in it."""
    spans = [words.cover(hit.start, hit.stop - 1) for hit in found]
    if any(term.find(words, places) for term in one.denied) or any(
        map(_denials(words).innermost, spans)
    ):
        return "denied"
    voices = [voice_of(words, span)[0] for span in spans]
    theirs = sum(voice != "narrator" for voice in voices)
    return "attributed" if 2 * theirs >= len(voices) else "present"


@once
def _denials(words: Words) -> Contents[Attribution]:
    """What is denied in a text."""
    said = find_attributions(words)
    return Contents([one for one in said if one.cue.entry.category == "denial"])


def _cell(doc_id: str, proposition: str, rows: list[dict[str, Any]]) -> dict[str, Any]:
    """One article and one proposition: its state, and the passages behind it."""
    mine = [row for row in rows if row["proposition"] == proposition]
    held = [row for row in mine if row["state"] != "near"]
    return {
        "doc_id": doc_id,
        "proposition": proposition,
        "state": _first(row["state"] for row in held),
        "span_ids": [row["span_id"] for row in held],
        "near_ids": [row["span_id"] for row in mine if row["state"] == "near"],
    }


def _first(states: Iterator[str]) -> str:
    """The first in the order of `STATES`; absent if there is none."""
    return min([*states, "absent"], key=STATES.index)


def _matrix(
    cells: pd.DataFrame, articles: pd.DataFrame, wanted: tuple[Proposition, ...]
) -> pd.DataFrame:
    """Outlets by propositions, in the order of the corpus and of the set."""
    labels = outlet_labels(articles)
    named = cells.assign(outlet=cells["doc_id"].map(labels))
    states = named.groupby(["outlet", "proposition"], sort=False)["state"].agg(_first)
    order = list(dict.fromkeys(labels))
    return states.unstack().reindex(index=order, columns=[one.id for one in wanted])
