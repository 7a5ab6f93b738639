"""The same text in several articles: which carry one copy, and how many are independent.

An article that prints what another prints is no second witness. `clusters` groups the passages
that carry one copy, `copies` the articles that are much the same: these groups are the independent
cases that `effective_n` counts and `framing.compare` tests. `independence` says what of each
article is its own.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from framing.base import columns
from framing.base.errors import FramingError
from framing.copying.places import columns_of_side
from framing.copying.reuse import reuse
from framing.corpus.articles import printed
from framing.layers.annotated import AnnotatedCorpus
from framing.layers.corpora import Corpus, articles_of, reading_of
from framing.layers.reading import Article
from framing.text.tokens import Span, span_row

SAME = 0.5  # what share of the shorter of two stretches, or articles, they share if they are one


def clusters(corpus: Corpus, pairs: pd.DataFrame) -> pd.DataFrame:
    """Group the passages that carry the same copy.

    `pairs` is a table as `framing.reuse` returns it, or rows chosen from one. One
    row per passage; columns as in `framing.base.columns.COMPARED["clusters"]`. Passages are of one
    cluster if a chain of pairs leads from one to the other; two stretches of an article are one
    passage, the longer, if they share half of the shorter.
    """
    texts = printed(articles_of(corpus))
    places = _places(pairs)
    node, spans = _merged(places)
    n_pairs = len(pairs)
    edges = (np.ones(n_pairs), (node[:n_pairs], node[n_pairs:]))
    _, labels = connected_components(coo_array(edges, shape=(len(spans), len(spans))), False)
    members = pd.DataFrame(spans, columns=["doc_id", "field", "start", "end"])
    rows = []
    for _, group in members.groupby(labels, sort=False):
        found = [
            span_row("wire", doc_id, field, Span(start, end), texts[doc_id, field])
            for doc_id, field, start, end in group.itertuples(index=False, name=None)
        ]
        n_articles = len({row["doc_id"] for row in found})
        rows += [row | {"cluster": found[0]["span_id"], "n_articles": n_articles} for row in found]
    return columns.table("clusters", rows)


def independence(corpus: Corpus, pairs: pd.DataFrame) -> pd.DataFrame:
    """Say how much of every article is its own.

    One row per article; columns as in `framing.base.columns.COMPARED["independence"]`. A word in a
    passage that two other articles carry counts a third. An article without words has no weight.
    """
    places = _places(pairs)
    n_pairs = len(pairs)
    carried: dict[tuple[str, str], list[tuple[int, int, str]]] = {}
    for row, (doc_id, field, start, end) in enumerate(places):
        other = places[(row + n_pairs) % (2 * n_pairs)][0]
        carried.setdefault((doc_id, field), []).append((start, end, other))

    def row_of(article: Article) -> dict[str, object]:
        counts = [
            _carriers(words.starts, carried.get((article.doc_id, field), []))
            for field, words in article.fields()
        ]
        others = np.concatenate(counts)
        return {
            "doc_id": article.doc_id,
            "base": len(others),
            "shared": int((others > 0).sum()),
            "weight": float(np.mean(1 / (1 + others))) if len(others) else 0.0,
        }

    return columns.table("independence", reading_of(corpus).of_each("independence", row_of))


def copies(
    corpus: Corpus, pairs: pd.DataFrame | None = None, *, least: float = SAME
) -> "pd.Series[str]":
    """Say of every article of which text it is a copy: the independent cases of a corpus.

    A series from doc_id to the first article that prints the same, itself if none before does;
    `framing.compare`, `framing.keywords` and the command line take it as `clusters`. Two articles
    are copies if the passages they share hold at least half (`least`) of the words of the shorter,
    and so are the first and last of a chain of copies. `pairs` is a table as
    `framing.copying.reuse.reuse` returns it, which is asked if none is given.

    Raises `FramingError` for a share that is none.
    """
    if not 0 < least <= 1:
        raise FramingError(f"The least share of a copy is {least}. Give a share of words, 0 to 1.")
    reading = reading_of(corpus, is_kept=True)
    shared = reuse(reading) if pairs is None else pairs
    doc_ids = reading.articles["doc_id"].tolist()
    sizes = _sizes(reading, "copies")
    held = _words_held(reading, shared)
    alike = [
        (one, other)
        for (one, other), n in held.items()
        if one in sizes and other in sizes and n >= least * min(sizes[one], sizes[other])
    ]
    place = {doc_id: number for number, doc_id in enumerate(doc_ids)}
    ends = np.array([[place[one], place[other]] for one, other in alike], np.int64).reshape(-1, 2)
    edges = (np.ones(len(ends)), (ends[:, 0], ends[:, 1]))
    size = (len(doc_ids), len(doc_ids))
    _, labels = connected_components(coo_array(edges, shape=size), directed=False)
    firsts = pd.Series(doc_ids, dtype=object).groupby(labels).transform("first")
    return pd.Series(firsts.to_numpy(), index=doc_ids, name="cluster")


def effective_n(corpus: Corpus, pairs: pd.DataFrame | None = None) -> int:
    """How many independent articles the corpus amounts to: its `copies`, each counted once.

    Articles without words are none.
    """
    reading = reading_of(corpus, is_kept=True)
    written = [doc_id for doc_id, n_words in _sizes(reading, "effective_n").items() if n_words]
    return int(copies(reading, pairs)[written].nunique())


def _sizes(reading: AnnotatedCorpus, function: str) -> dict[str, int]:
    """The words of each article."""
    return dict(reading.of_each(function, lambda one: (one.doc_id, sum(map(len, one[1:])))))


def _words_held(reading: AnnotatedCorpus, pairs: pd.DataFrame) -> dict[tuple[str, str], int]:
    """How many words of two articles stand in passages that they share, of the lesser side."""
    places = _places(pairs)
    texts = reading.of_places("copies", (place[:2] for place in places), lambda words: words)
    held: dict[tuple[str, str], tuple[set[tuple[str, int]], ...]] = {}
    for one, other in zip(places[: len(pairs)], places[len(pairs) :], strict=True):
        if one[:2] not in texts or other[:2] not in texts:
            continue
        sides = held.setdefault((one[0], other[0]), (set(), set()))
        for side, (doc_id, field, start, end) in zip(sides, (one, other), strict=True):
            words = texts[doc_id, field].within(Span(start, end))
            side.update((field, place) for place in words)
    return {pair: min(map(len, sides)) for pair, sides in held.items()}


def _carriers(
    starts: Sequence[int], passages: list[tuple[int, int, str]]
) -> npt.NDArray[np.float64]:
    """How many other articles carry each word."""
    counts = np.zeros(len(starts))
    for other in {name for _, _, name in passages}:
        inside = np.zeros(len(starts), np.bool_)
        for start, end, name in passages:
            if name == other:
                first, last = np.searchsorted(starts, (start, end))
                inside[first:last] = True
        counts += inside
    return counts


def _places(pairs: pd.DataFrame) -> list[tuple[str, str, int, int]]:
    """The passages of side a, then those of side b."""
    return [
        row
        for side in "ab"
        for row in pairs[columns_of_side(side)].itertuples(index=False, name=None)
    ]


def _merged(
    places: list[tuple[str, str, int, int]],
) -> tuple[npt.NDArray[np.int64], list[tuple[str, str, int, int]]]:
    """Number the passages, those of one article that are nearly the same as one."""
    order = sorted(range(len(places)), key=lambda row: (places[row][:3], -places[row][3]))
    numbers = np.zeros(len(places), np.int64)
    spans: list[tuple[str, str, int, int]] = []
    for row in order:
        doc_id, field, start, end = places[row]
        last = spans[-1] if spans else ("", "", 0, 0)
        shared = min(end, last[3]) - start
        shorter = min(end - start, last[3] - last[2])
        if last[:2] == (doc_id, field) and shared >= SAME * shorter:
            spans[-1] = (doc_id, field, last[2], max(end, last[3]))
        else:
            spans.append((doc_id, field, start, end))
        numbers[row] = len(spans) - 1
    return numbers, spans
