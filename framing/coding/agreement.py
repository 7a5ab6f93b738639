"""Do we agree with coders: our spans matched with theirs, and the matches scored.

A coding is a table with one row per coded span (see `framing.coding.records`); `as_coded` puts our
tables into that shape::

    coding = check_coding(read_coding("seeds/coding/seeds.jsonl"), news)
    labels = as_coded(mentions(news, "militancy"), "militancy")
    score(labels, coding[coding["layer"] == "militancy"])

The codebook's rule (clarification 16): one prediction matches one record if their words
overlap and the class is the same. Scores say how well two codings agree; they are worth
what the coding is worth, and no more than practice on articles the rules were made with.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import nan
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.optimize import linear_sum_assignment
from scipy.stats import bootstrap

from framing.base.errors import FramingError
from framing.layers.corpora import Corpus, texts_of
from framing.measures import (
    MIN_DOCUMENTS,
    RESAMPLES,
    Interval,
    Numbers,
    clustered_share,
    f1_score,
    share,
)
from framing.text.tokens import Words

SPAN = ("doc", "layer", "start", "end", "class")
_Classed = dict[tuple[str, str], list[tuple[int, int, str]]]  # by article and layer

_Places: TypeAlias = npt.NDArray[np.int64]  # where each span begins and ends, a row each

FEWEST_DOCUMENTS = 5  # that hold a case of a share; of fewer it has no interval
STATISTICS = ("precision", "recall", "f1")
SCORES = (
    *("n_documents", "n_coded", "n_predicted", "n_matched"),
    *("precision", "precision_low", "precision_high"),
    *("recall", "recall_low", "recall_high", "f1", "f1_low", "f1_high"),
)


@dataclass(frozen=True)
class Matches:
    """Two codings of the same articles, laid side by side.

    `predicted` and `coded` are sorted by place; `pairs` holds one row per match, with the row
    number of either side in its columns `predicted` and `coded`.
    """

    predicted: pd.DataFrame
    coded: pd.DataFrame
    pairs: pd.DataFrame


def match_spans(
    predicted: pd.DataFrame,
    coded: pd.DataFrame,
    *,
    same_class: bool = True,
    strict: bool = False,
) -> Matches:
    """Pair predicted with coded spans: words overlap, layer and class are the same.

    Both tables have `doc`, `layer`, `start`, `end`, `class`. Each span is in one pair at most,
    and there are as many pairs as can be; among ways to make that many, the one with the most
    shared characters. `same_class=False` lets any classes of a layer match; `strict` asks for
    the same start and end. A span begins with a whole word, so spans that share a character
    share a word: the first of the later span.
    Raises `FramingError` for a missing column.
    """
    ours, theirs = _in_order(predicted, "predicted"), _in_order(coded, "coded")
    keys = ["doc", "layer"] + ["class"] * same_class + ["start", "end"] * strict
    groups = ours.groupby(keys).indices
    places, others = (side[["start", "end"]].to_numpy(int) for side in (ours, theirs))
    found: list[tuple[int, int]] = []
    for key, records in theirs.groupby(keys).indices.items():
        rows = groups.get(key, records[:0])
        here, there = places[rows], others[records]
        found += (
            (int(rows[i]), int(records[j]))
            for mine, yours in _apart(here, there)
            for i, j in _best_pairs(here, there, mine, yours)
        )
    pairs = pd.DataFrame(sorted(found), columns=["predicted", "coded"], dtype="int64")
    return Matches(ours, theirs, pairs)


def _in_order(spans: pd.DataFrame, which: str) -> pd.DataFrame:
    missing = [key for key in SPAN if key not in spans.columns]
    if missing:
        raise FramingError(
            f"The {which} table lacks {', '.join(missing)}. Pass the package's own tables "
            "through as_coded first."
        )
    return spans.sort_values(list(SPAN), ignore_index=True)


def _apart(ours: _Places, theirs: _Places) -> Iterator[tuple[range, range]]:
    """The rows of both that may be paired: where no span reaches on, the next ones begin."""
    both = np.concatenate([ours, theirs])
    both = both[np.argsort(both[:, 0], kind="stable")]
    begins = both[1:, 0]
    cuts = begins[begins >= np.maximum.accumulate(both[:, 1])[:-1]]
    bounds = ([0, *np.searchsorted(one[:, 0], cuts).tolist(), len(one)] for one in (ours, theirs))
    for mine, yours in zip(*map(pairwise, bounds), strict=True):
        if mine[0] < mine[1] and yours[0] < yours[1]:
            yield range(*mine), range(*yours)


def _best_pairs(ours: _Places, theirs: _Places, mine: range, yours: range) -> list[tuple[int, int]]:
    """Most pairs first, then most shared characters: one more pair outweighs all overlap."""
    shared = _shared_characters(ours[mine.start : mine.stop], theirs[yours.start : yours.stop])
    weight = np.where(shared > 0, shared + shared.sum() + 1, 0)
    rows, columns = linear_sum_assignment(weight, maximize=True)
    pairs = zip(rows.tolist(), columns.tolist(), strict=True)
    return [(mine[i], yours[j]) for i, j in pairs if shared[i, j]]


def _shared_characters(ours: _Places, theirs: _Places) -> _Places:
    starts = np.maximum.outer(ours[:, 0], theirs[:, 0])
    ends = np.minimum.outer(ours[:, 1], theirs[:, 1])
    return np.asarray(np.clip(ends - starts, 0, None))


def score(
    predicted: pd.DataFrame,
    coded: pd.DataFrame,
    *,
    same_class: bool = True,
    strict: bool = False,
    by_class: bool = False,
    seed: int = 2016,
) -> pd.DataFrame:
    """Precision, recall and F1 of predicted against coded spans, micro-averaged in a layer.

    Gives one row per layer, or with `by_class` per layer and class, never one over layers;
    columns are `layer`, `class` and those of `SCORES`. Every predicted span without a partner
    counts as wrong, also in articles without any coded span. A precision without predictions
    and a recall without a coding are nan. `n_documents` counts the articles that hold a span
    of either table.

    Intervals are 95%, articles as the cases: for precision and recall `share_interval`, for F1
    the percentiles of 2,000 resamples of those articles, drawn with `seed`. With fewer than 20
    articles the F1 interval is nan: so few articles have too few distinct resamples for it to
    mean anything. `same_class=False` asks only whether the words were found,
    `strict` that they begin and end at the same place.
    Compare scores of the same articles and the same coding only.
    """
    if by_class and not same_class:
        raise FramingError("Classes are scored apart or ignored: drop by_class or same_class.")
    by = ["layer", "class"] if by_class else ["layer"]
    matches = match_spans(predicted, coded, same_class=same_class, strict=strict)
    counts = _counts_per_document(matches, by)
    rows = [
        dict(zip(by, key, strict=True)) | _scores(documents, seed)
        for key, documents in counts.groupby(by)
    ]
    return pd.DataFrame(rows, columns=[*by, *SCORES])


def score_rows(
    scores: pd.DataFrame, measure: str, rule: str, statistics: Sequence[str] = STATISTICS
) -> Iterator[dict[str, Any]]:
    """Lay a table of `score` out as rows of `framing.base.columns.CODED["scores"]`."""
    for row in scores.to_dict("records"):
        coded, predicted, matched = row["n_coded"], row["n_predicted"], row["n_matched"]
        counted = {
            "precision": (matched, predicted),
            "recall": (matched, coded),
            "f1": (2 * matched, coded + predicted),
        }
        for statistic in statistics:
            count, base = counted[statistic]
            yield {
                **{"layer": row["layer"], "measure": measure, "class": row.get("class")},
                **{"rule": rule, "statistic": statistic, "count": count, "base": base},
                "value": row[statistic],
                "ci_low": row[f"{statistic}_low"],
                "ci_high": row[f"{statistic}_high"],
            }


def _counts_per_document(matches: Matches, by: list[str]) -> pd.DataFrame:
    matched = matches.coded.loc[matches.pairs["coded"]]
    sides = {"n_coded": matches.coded, "n_predicted": matches.predicted, "n_matched": matched}
    counts = {name: spans.groupby(["doc", *by]).size() for name, spans in sides.items()}
    return pd.DataFrame(counts).fillna(0).astype("int64")


def _scores(documents: pd.DataFrame, seed: int) -> dict[str, float]:
    coded, predicted, matched = (int(total) for total in documents.sum())

    def interval(base: str) -> Interval:
        return share_interval(*(documents[one].to_numpy(float) for one in ("n_matched", base)))

    numbers = (
        *(len(documents), coded, predicted, matched),
        *(share(matched, predicted), *interval("n_predicted")),
        *(share(matched, coded), *interval("n_coded")),
        *(f1_score(matched, predicted, coded), *_f1_interval(documents, seed)),
    )
    return dict(zip(SCORES, numbers, strict=True))


def share_interval(counts: Numbers, bases: Numbers) -> Interval:
    """The 95% interval of a share whose cases stand in articles: one count and base an article.

    That of `framing.measures.clustered_share`; nan where fewer than five articles have a base.
    docs/coverage.md has its coverage, with as few articles as that.
    """
    if (bases > 0).sum() < FEWEST_DOCUMENTS:
        return Interval(nan, nan)
    return Interval(*clustered_share(counts, bases)[1:])


def _f1_interval(documents: pd.DataFrame, seed: int) -> Interval:
    """Resample whole articles, since spans of one article are not independent."""
    if len(documents) < MIN_DOCUMENTS:
        return Interval(nan, nan)
    ends = bootstrap(
        [documents[name].to_numpy() for name in ("n_matched", "n_predicted", "n_coded")],
        lambda *counts: f1_score(*(int(count.sum()) for count in counts)),
        paired=True,
        vectorized=False,
        n_resamples=RESAMPLES,
        method="percentile",
        random_state=np.random.default_rng(seed),
    ).confidence_interval
    return Interval(float(ends.low), float(ends.high))


def errors_of(
    predicted: pd.DataFrame, coded: pd.DataFrame, corpus: Corpus, *, same_class: bool = True
) -> pd.DataFrame:
    """List what was missed and what was found wrongly, each with its sentence.

    Gives one row per error, in the order of the articles: `doc, layer, start, end, class,
    error` (missed or false hit), `text, other_class` (the classes that the other side put on
    the same words, empty where it left them alone) and `sentence`, printed as in the article.
    """
    matches = match_spans(predicted, coded, same_class=same_class)
    missed = matches.coded.drop(matches.pairs["coded"])
    false_hits = matches.predicted.drop(matches.pairs["predicted"])
    words = texts_of(corpus, "evaluate")
    rows = [
        {name: row[name] for name in SPAN}
        | {"error": error, "other_class": _class_beside(row, beside)}
        | _printed(row, words[row["doc"]])
        for error, spans, beside in (
            ("missed", missed, _by_article(matches.predicted)),
            ("false hit", false_hits, _by_article(matches.coded)),
        )
        for row in spans[spans["doc"].isin(words)].to_dict("records")
    ]
    errors = pd.DataFrame(rows, columns=[*SPAN, "error", "text", "other_class", "sentence"])
    return errors.sort_values([*SPAN, "error"], ignore_index=True)


def _by_article(spans: pd.DataFrame) -> _Classed:
    """The places and classes of one side, by article and layer."""
    found: _Classed = defaultdict(list)
    for doc, layer, *span in spans[list(SPAN)].itertuples(index=False, name=None):
        found[doc, layer].append(tuple(span))
    return found


def _class_beside(span: dict[Any, Any], others: _Classed) -> str:
    beside = (
        name
        for start, end, name in others.get((span["doc"], span["layer"]), ())
        if start < span["end"] and span["start"] < end
    )
    return ", ".join(dict.fromkeys(beside))


def _printed(span: dict[Any, Any], words: Words) -> dict[str, str]:
    sentence = words.sentence_of(span["start"])
    return {"text": words.text[span["start"] : span["end"]], "sentence": sentence.form(words.text)}
