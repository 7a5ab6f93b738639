"""Do two coders agree: on spans, on their class, and on what is said of them.

A score against a coding is worth what the coding is worth, and that is measured by a second
coder who reads the same articles by the same codebook and knows nothing of the first one's
work::

    one, other = read_coding("anna.jsonl"), read_coding("omar.jsonl")
    compare_codings(one, other, news)
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pandas as pd

from framing.base import columns
from framing.coding.agreement import Matches, match_spans, score, score_rows
from framing.coding.record_attributes import EXTENTS, compare_records
from framing.coding.records import CLASSES, check_coding
from framing.layers.corpora import Corpus, articles_of, texts_of
from framing.measures import alpha_interval, krippendorff_alpha
from framing.measures.reliability import Unit
from framing.text.tokens import Span, Words

_Row = dict[str, Any]


def compare_codings(
    one: pd.DataFrame, other: pd.DataFrame, corpus: Corpus, *, seed: int = 2016
) -> pd.DataFrame:
    """Say how well two coders agree, in F1 of spans and Krippendorff's alpha.

    `corpus` holds the articles that both have read, all of them, also those in which one
    marked nothing. One row per layer and measure; columns as in
    `framing.base.columns.CODED["scores"]`:

    - `spans`, f1: spans with a word and the class in common, or (rule strict) the same ones;
    - `presence`, alpha: whether a word of the articles stands in a span of the layer;
    - `class`, alpha, and so every attribute that both coded: over records that share a word,
      whatever their class. `base` is how many of them have a value of either coder;
    - `source`, `content`, overlap: words in both / words in either, mean over those records.

    Alpha is that of `framing.measures.krippendorff_alpha`. 95% intervals are percentiles of
    2,000 resamples of the articles, drawn with `seed`; with fewer than 20 articles they are
    nan. Layers that neither coder marked are left out.

    Raises `FramingError` where a record does not fit the articles, as
    `framing.coding.records.check_coding` says.
    """
    words = texts_of(corpus, "agreement")
    articles = articles_of(corpus)
    codings = [check_coding(coding, articles) for coding in (one, other)]
    codings = [coding[coding["doc"].isin(words)] for coding in codings]
    rows: list[_Row] = []
    for layer in CLASSES:
        ones, others = (coding[coding["layer"] == layer] for coding in codings)
        if len(ones) or len(others):
            rows += _spans(ones, others, seed)
            rows.append(_alpha(layer, "presence", _presence(ones, others, words), seed))
            rows += _of_matched(layer, match_spans(ones, others, same_class=False), words, seed)
    return columns.table("scores", rows)


def _spans(ones: pd.DataFrame, others: pd.DataFrame, seed: int) -> Iterator[_Row]:
    for rule in ("overlap", "strict"):
        scores = score(ones, others, strict=rule == "strict", seed=seed)
        yield from score_rows(scores, "spans", rule, ["f1"])


def _presence(
    ones: pd.DataFrame, others: pd.DataFrame, words: Mapping[str, Words]
) -> Iterator[Unit]:
    by_article = [dict(iter(spans.groupby("doc"))) for spans in (ones, others)]
    for doc, text in words.items():
        marked, also = (_marked(spans.get(doc, ones.iloc[:0]), text) for spans in by_article)
        for place in range(len(text)):
            yield doc, place in marked, place in also


def _marked(spans: pd.DataFrame, text: Words) -> set[int]:
    """The words that stand in a span."""
    places = zip(spans["start"], spans["end"], strict=True)
    return {place for start, end in places for place in text.within(Span(start, end))}


def _of_matched(
    layer: str, matches: Matches, words: Mapping[str, Words], seed: int
) -> Iterator[_Row]:
    ones = matches.predicted.loc[matches.pairs["predicted"]]
    others = matches.coded.loc[matches.pairs["coded"]]
    yield _alpha(
        layer, "class", zip(ones["doc"], ones["class"], others["class"], strict=True), seed
    )
    for attribute, said in compare_records(ones, others, words).groupby("attribute", sort=False):
        if attribute in EXTENTS:
            yield _row(layer, str(attribute), "overlap", int(said["overlap"].count())) | {
                "value": said["overlap"].mean()
            }
        else:
            pairs = zip(said["doc_id"], said["predicted"], said["coded"], strict=True)
            yield _alpha(layer, str(attribute), pairs, seed)


def _alpha(layer: str, measure: str, units: Iterable[Unit], seed: int) -> _Row:
    given = [unit for unit in units if unit[1] is not None and unit[2] is not None]
    low, high = alpha_interval(given, seed=seed)
    return _row(layer, measure, "alpha", len(given)) | {
        "value": krippendorff_alpha([unit[1:] for unit in given]),
        "ci_low": low,
        "ci_high": high,
    }


def _row(layer: str, measure: str, statistic: str, base: int) -> _Row:
    return {"layer": layer, "measure": measure, "statistic": statistic, "base": base}
