"""What stands beside a label, and which articles are written in the same words."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from framing import measures
from framing.base import columns
from framing.base.errors import FramingError
from framing.base.results import Result, listed
from framing.layers.annotated import AnnotatedCorpus
from framing.layers.concordance import kwic
from framing.layers.corpora import Corpus, reading_of
from framing.questions.vocabulary import Vocabulary, read_vocabulary
from framing.text.function_words import FUNCTION_WORDS
from framing.text.tokens import Span, Words

_Row = dict[str, Any]


def collocates(
    corpus: Corpus,
    label: pd.DataFrame | str,
    *,
    width: int = 5,
    least: int = 3,
    most: int = 50,
) -> Result:
    """Find the words that go with a label, beside which they stand more often than elsewhere.

    Args:
        corpus: articles; their leads and bodies are read.
        label: the node: rows of a table of spans, such as mentions of one category, or a word.
        width: how many words to either side count as beside it, within its sentence. A word
            between two nodes counts for the nearer one.
        least: how often a word must stand beside the node.
        most: words listed, the most typical first.

    Returns:
        The table (columns as in `framing.base.columns.RESULTS["collocates"]`), the finding, the
        note.

    Raises:
        CorpusError: the corpus breaks the schema.
        FramingError: the label does not occur in leads and bodies.
    """
    reading = reading_of(corpus, is_kept=True)
    vocabulary = read_vocabulary(reading)
    near = _counted(reading, vocabulary, kwic(reading, label, width=0).table, width)
    if not near.n_nodes:
        raise FramingError("The label does not occur in leads and bodies. Give another one.")
    kept = [row for row in _collocate_rows(vocabulary, near) if row["count"] >= least]
    kept.sort(key=lambda row: (-row["log_dice"], row["word"]))
    table = columns.table("collocates", kept[:most])
    forms = listed(table["form"].tolist(), 8) or "no word"
    text = (
        f"Beside {near.n_nodes:,} occurrences stand most typically: {forms}. This describes the "
        "articles read; words of one article are not independent, so nothing is tested."
    )
    note = (
        f"Counted: words within {width} words of the node in its sentence, "
        f"{near.beside.total():,} of {int(vocabulary.sizes.sum()):,} in lead and body, folded "
        f"and without clitics; those that stand there {least} times or more."
    )
    return Result(table, text, note)


@dataclass
class _Near:
    """What stands beside the nodes: each word, at how many nodes, in how many articles."""

    n_nodes: int = 0
    beside: Counter[str] = field(default_factory=Counter)
    nodes: Counter[str] = field(default_factory=Counter)
    documents: Counter[str] = field(default_factory=Counter)


def _counted(
    reading: AnnotatedCorpus, vocabulary: Vocabulary, spans: pd.DataFrame, width: int
) -> _Near:
    spans = spans[spans["field"] == "text"]
    by_article = {
        doc_id: list(zip(one["start"], one["end"], strict=True))
        for doc_id, one in spans.groupby("doc_id")
    }
    found = _Near()
    for article, places in zip(reading.read(), vocabulary.places, strict=True):
        if article.doc_id in by_article:
            near, n_nodes = _beside(article.text, by_article[article.doc_id], places, width)
            found.n_nodes += n_nodes
            found.beside.update(places[place] for place in near)
            at_nodes = {(places[place], node) for place, node in near.items()}
            found.nodes.update(word for word, _ in at_nodes)
            found.documents.update({word for word, _ in at_nodes})
    return found


def _beside(
    words: Words, spans: list[tuple[int, int]], places: dict[int, str], width: int
) -> tuple[dict[int, int], int]:
    """The words beside the nodes of an article, each with the nearest node; how many nodes."""
    inside = [words.within(Span(start, end)) for start, end in sorted(set(spans))]
    inside = [node for node in inside if any(place in places for place in node)]
    taken = {place for node in inside for place in node}
    near: dict[int, tuple[int, int]] = {}
    for number, node in enumerate(inside):
        sentence = words.sentence_words(node.start)
        low, high = max(sentence.start, node.start - width), min(sentence.stop, node.stop + width)
        for place in range(low, high):
            if place in places and place not in taken:
                away = max(node.start - place, place - node.stop + 1)
                near[place] = min(near.get(place, (away, number)), (away, number))
    return {place: number for place, (_, number) in near.items()}, len(inside)


def _collocate_rows(vocabulary: Vocabulary, near: _Near) -> list[_Row]:
    totals = dict(zip(vocabulary.words, _totals(vocabulary), strict=True))
    window, whole = near.beside.total(), int(vocabulary.sizes.sum())
    return [
        {
            "word": word,
            "form": vocabulary.printed[word],
            **{"count": count, "base": totals[word], "nodes": near.nodes[word]},
            "document_frequency": near.documents[word],
            "log_dice": measures.log_dice(near.nodes[word], near.n_nodes, totals[word]),
            "pmi": measures.pmi(count, window, totals[word], whole),
            "log_likelihood": measures.g2_four_cell(
                count,
                totals[word] - count,
                window - count,
                whole - window - totals[word] + count,
            ),
        }
        for word, count in near.beside.items()
    ]


def _totals(vocabulary: Vocabulary) -> list[int]:
    return [int(total) for total in np.asarray(vocabulary.counts.sum(axis=0)).ravel()]


def similar_articles(corpus: Corpus, *, most: int = 3) -> Result:
    """List, for each article, those that are written most in the same words.

    Words are weighted by how few articles have them (tf-idf) and compared by the cosine of
    their vectors. It finds articles on one subject and copies of one text alike; to tell
    shared wire copy, ask for shared phrases.

    Args:
        corpus: articles; their leads and bodies are read.
        most: how many articles are listed for each.

    Returns:
        The table (columns as in `framing.base.columns.RESULTS["similar_articles"]`), the finding,
        the note.

    Raises:
        CorpusError: the corpus breaks the schema.
        FramingError: fewer than two articles have words.
    """
    reading = reading_of(corpus)
    vocabulary = read_vocabulary(reading)
    written = np.flatnonzero(vocabulary.sizes > 0)
    if len(written) < 2:
        raise FramingError("Likeness needs two articles with words. Give more articles.")
    telling = [at for at, word in enumerate(vocabulary.words) if word not in FUNCTION_WORDS]
    from sklearn.feature_extraction.text import TfidfTransformer  # when asked
    from sklearn.neighbors import NearestNeighbors

    vectors = TfidfTransformer().fit_transform(vocabulary.counts[written][:, telling])
    search = NearestNeighbors(n_neighbors=min(most + 1, len(written)), metric="cosine")
    far, near = search.fit(vectors).kneighbors(vectors)
    doc_ids = reading.articles["doc_id"].to_numpy()[written]
    rows: list[_Row] = []
    for place, (distances, others) in enumerate(zip(far, near, strict=True)):
        pairs = [pair for pair in zip(distances, others, strict=True) if pair[1] != place][:most]
        for distance, other in pairs:
            shared = vectors[place].multiply(vectors[other]).tocoo()
            best = shared.col[np.argsort(-shared.data, kind="stable")][:5]
            words = [vocabulary.printed[vocabulary.words[telling[column]]] for column in best]
            likeness = max(0.0, 1 - float(distance))
            row = {"doc_id": doc_ids[place], "other": doc_ids[other], "similarity": likeness}
            rows.append(row | {"words": words})
    table = columns.table("similar_articles", rows)
    top = table.iloc[int(table["similarity"].argmax())]
    text = (
        f"Most alike are {top['doc_id']} and {top['other']} (cosine {top['similarity']:.2f}), by "
        f"{'، '.join(top['words'])}. Likeness is no proof of a common source."
    )
    note = (
        f"Compared: {len(written):,} articles, words of lead and body without function "
        "words, weighted by tf-idf."
    )
    return Result(table, text, note)
