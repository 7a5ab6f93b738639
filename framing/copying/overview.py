"""Who shares copy with whom, and which word stands for which in it.

What figures and report show of a corpus whose articles share passages, measured once. Passages of
two articles of one outlet are repeats, not choices: they are counted in `sharing`, and left out
of `substitutions`.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from framing.base import columns
from framing.copying.copies import clusters, effective_n, independence
from framing.copying.reuse import reuse_with_edits
from framing.corpus.articles import outlet_labels
from framing.layers.annotated import AnnotatedCorpus
from framing.layers.corpora import Corpus, reading_of
from framing.lexicon.entries import load_lexicon
from framing.measures import share_row

SUBSTITUTIONS = {"label swap": "militancy", "naming": "state", "cue changed": "attribution"}


@dataclass(frozen=True, eq=False)
class Copying:
    """The passages that articles share, and what was made of them.

    `reading` is the corpus, annotated, `outlets` the label of each article's outlet by its id;
    `pairs` and `edits` are tables of `framing.reuse`, `clusters` and `independence` of
    `framing.copying.copies`; `substitutions` and `sharing` have the columns of
    `framing.base.columns.TABLES`.
    """

    reading: AnnotatedCorpus = field(repr=False)
    outlets: dict[str, str] = field(repr=False)
    pairs: pd.DataFrame
    edits: pd.DataFrame

    @cached_property
    def clusters(self) -> pd.DataFrame:
        """The passages that carry the same copy, grouped."""
        return clusters(self.reading, self.pairs)

    @cached_property
    def independence(self) -> pd.DataFrame:
        """How much of every article is its own."""
        return independence(self.reading, self.pairs)

    @cached_property
    def effective_n(self) -> int:
        """How many independent articles there are, copies counted once."""
        return effective_n(self.reading, self.pairs)

    @cached_property
    def substitutions(self) -> pd.DataFrame:
        """Which word stands for which between outlets, and how often."""
        return _substitutions(self)

    @cached_property
    def swaps(self) -> dict["Swap", list["Case"]]:
        """The edits behind each row of `substitutions`."""
        return _cases(self)

    @cached_property
    def sharing(self) -> pd.DataFrame:
        """How many articles of which outlets share passages."""
        return _sharing(self)

    @cached_property
    def copies(self) -> dict[str, str]:
        """The cluster of each pair: pairs of one cluster carry the same copy."""
        return _copies(self)

    def edits_of(self, substitution: Mapping[Any, Any]) -> pd.DataFrame:
        """The edits that a row of `substitutions` was counted from."""
        chosen = self.between_outlets(self.edits[self.edits["kind"] == substitution["kind"]])
        names = ("kind", "word", "other_word", "category", "other_category")
        wanted = Swap(*(substitution[name] for name in names))
        is_it = [_swap(row)[0] == wanted for row in chosen.to_dict("records")]
        return chosen[np.array(is_it, dtype=bool)]

    def between_outlets(self, table: pd.DataFrame) -> pd.DataFrame:
        """The rows of a table of pairs or edits whose sides are of different outlets."""
        one, other = (table[f"doc_id_{side}"].map(self.outlets) for side in "ab")
        return table[one != other]


class Swap(NamedTuple):
    """Which word stands for which, whoever prints which: the lesser one first."""

    kind: str
    one: str
    other: str
    category: str
    other_category: str


class Case(NamedTuple):
    """An edit in which words are swapped: on which side ("a", "b") the lesser and the other one."""

    first: str
    second: str
    edit: dict[str, Any]


def copying(corpus: Corpus) -> Copying:
    """Find the passages that articles share, and what was changed in them.

    Raises `CorpusError` for a corpus that breaks the schema.
    """
    reading = reading_of(corpus)
    pairs, changes = reuse_with_edits(reading)
    outlets = {str(name): str(label) for name, label in outlet_labels(reading.articles).items()}
    return Copying(reading, outlets, pairs, changes)


def _cases(found: Copying) -> dict[Swap, list[Case]]:
    """The edits in which one word stands for another, of different outlets."""
    chosen = found.edits[found.edits["kind"].isin(list(SUBSTITUTIONS))]
    cases: dict[Swap, list[Case]] = defaultdict(list)
    for row in found.between_outlets(chosen).to_dict("records"):
        swap, first, second = _swap(row)
        cases[swap].append(Case(first, second, {str(key): cell for key, cell in row.items()}))
    return dict(cases)


def _substitutions(found: Copying) -> pd.DataFrame:
    """Count in how many pairs and copies one word stands for another; labels first."""
    rows = [_row(swap, cases, found) for swap, cases in found.swaps.items()]
    kinds = list(SUBSTITUTIONS)
    rows.sort(
        key=lambda row: (kinds.index(row["kind"]), -row["copies"], -row["pairs"], row["word"])
    )
    return columns.table("substitutions", rows)


def _swap(row: dict[Any, Any]) -> tuple[Swap, str, str]:
    """What is swapped in an edit, and the sides of its first and its second word."""
    sides = {side: _words(row, side) for side in "ab"}
    first, second = sorted(sides, key=lambda side: sides[side])
    (one, category), (other, other_category) = sides[first], sides[second]
    return Swap(row["kind"], one, other, category, other_category), first, second


def _words(row: dict[Any, Any], side: str) -> tuple[str, str]:
    """The lemmas of an edit's side, and their categories."""
    lemmas = _lemmas(SUBSTITUTIONS[row["kind"]])
    named = dict.fromkeys(lemmas.get(entry, entry) for entry in row[f"entries_{side}"])
    return " + ".join(named), " + ".join(dict.fromkeys(row[f"categories_{side}"]))


@lru_cache
def _lemmas(lexicon: str) -> dict[str, str]:
    return {entry.id: entry.lemma for entry in load_lexicon(lexicon).entries}


def _row(
    swap: Swap,
    cases: list[Case],
    found: Copying,
) -> dict[str, Any]:
    first, second, example = cases[0]
    pairs = {row["pair_id"] for _, _, row in cases}
    sides = [
        [found.outlets[row[f"doc_id_{case[place]}"]] for *case, row in cases] for place in (0, 1)
    ]
    return {
        "kind": swap.kind,
        "word": swap.one,
        "category": swap.category,
        "outlets": list(dict.fromkeys(sides[0])),
        "other_word": swap.other,
        "other_category": swap.other_category,
        "other_outlets": list(dict.fromkeys(sides[1])),
        "pairs": len(pairs),
        "copies": len({found.copies[pair] for pair in pairs}),
        "form": example[f"form_{first}"],
        "other_form": example[f"form_{second}"],
        "pair_id": example["pair_id"],
    }


def _copies(found: Copying) -> dict[str, str]:
    """The cluster of each pair."""
    places: dict[tuple[str, str], list[tuple[int, int, str]]] = defaultdict(list)
    for row in found.clusters.to_dict("records"):
        places[row["doc_id"], row["field"]].append((row["start"], row["end"], row["cluster"]))
    return {
        row["pair_id"]: next(
            cluster
            for start, end, cluster in places[row["doc_id_a"], row["field_a"]]
            if start <= row["start_a"] and row["end_a"] <= end
        )
        for row in found.pairs.to_dict("records")
    }


def _sharing(found: Copying) -> pd.DataFrame:
    """Count the articles of each outlet that share a passage with one of another, or its own."""
    articles: dict[tuple[str, str], set[str]] = defaultdict(set)
    passages: dict[tuple[str, str], int] = defaultdict(int)
    for one, other in _both_ways(found):
        outlets = found.outlets[one], found.outlets[other]
        articles[outlets].add(one)
        passages[outlets] += 1
    bases = pd.Series(found.outlets).value_counts(sort=False)
    order = list(dict.fromkeys(found.outlets.values()))
    rows = []
    for one, other in sorted(articles, key=lambda key: [*map(order.index, key)]):
        count, base = len(articles[one, other]), int(bases[one])
        counted = {"count": count, "base": base, "unit": "articles", **share_row(count, base)}
        pairs = passages[one, other] // (2 if one == other else 1)
        rows.append({"outlet": one, "other_outlet": other, **counted, "pairs": pairs})
    return columns.table("sharing", rows)


def _both_ways(found: Copying) -> Iterator[tuple[str, str]]:
    for one, other in zip(found.pairs["doc_id_a"], found.pairs["doc_id_b"], strict=True):
        yield one, other
        yield other, one
