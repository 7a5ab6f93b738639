"""Whose words: what is distinctive of each group, what stands beside a label, who writes alike.

Words are compared folded and without clitics (`framing.questions.vocabulary`), so that a house's
spelling is no finding. z takes words as independent and only ranks; what is distinctive of
an outlet and not of one article is said by resampled articles, document frequency and
dispersion.

What is counted are bare words, not lemmas: كتب and يكتب are two, singular and plural as well,
since no lexicon of the whole language stands behind them.
"""

from collections.abc import Iterator
from math import nan
from typing import Any

import numpy as np
import pandas as pd

from framing import measures
from framing.base import columns
from framing.base.results import Result
from framing.corpus.groups import REST, By, Clusters, clusters_of, groups_of, require_group
from framing.counting.bases import DEFAULT_ZONES
from framing.layers.annotated import Corpus, reading_of
from framing.measures import Interval, Mask, Numbers
from framing.questions.vocabulary import Vocabulary, read_vocabulary

PRIOR_WORDS = 1000.0  # weight of the background, in words; the same whatever is compared

_Row = dict[str, Any]


def keywords(
    corpus: Corpus,
    *,
    by: By = "outlet",
    reference: str | None = None,
    clusters: Clusters = None,
    least: int = 3,
    most: int = 20,
) -> Result:
    """Find the words that are distinctive of each group beside another, or beside the rest.

    Args:
        corpus: articles; their leads and bodies are read.
        by: "outlet", another column, or a series or dict from doc_id to group.
        reference: the group that all others are compared with; by default the rest of them.
        clusters: which articles carry the same wire copy, doc_id to cluster: one text each.
        least: occurrences that a word of the target must have.
        most: words listed of each group.

    Returns:
        The table, ranked by z within each target (columns as in
        `framing.base.columns.RESULTS["keywords"]`), the finding, and the note. Log odds have the
        corpus itself as background, at the weight of `PRIOR_WORDS` words.

    Raises:
        CorpusError: the corpus breaks the schema.
        UnknownNameError: a column or group that is not there.
        FramingError: no article has a group, or all are of one.
    """
    reading = reading_of(corpus)
    articles = reading.articles
    groups = groups_of(articles, by)
    names = [name for name in groups.dropna().unique() if name != reference]
    if reference is not None:
        require_group(reference, groups)
    vocabulary = read_vocabulary(reading)
    cluster = clusters_of(articles["doc_id"], clusters).to_numpy()
    rows: list[_Row] = []
    for name in names:
        here = np.asarray(groups == name)
        there = np.asarray(groups == reference if reference else groups.notna() & ~here)
        sides = _Sides(vocabulary, here, there, cluster)
        about = {"target": name, "reference": reference or REST}
        rows.extend(about | row for row in sides.rows(least, most))
    table = columns.table("keywords", rows)
    return Result(table, _keywords_text(table, names), _keywords_note(vocabulary, groups, least))


class _Sides:
    """Two groups of articles and their words."""

    def __init__(
        self, vocabulary: Vocabulary, here: Mask, there: Mask, cluster: "np.ndarray[Any, Any]"
    ) -> None:
        self.vocabulary, self.here, self.there, self.cluster = vocabulary, here, there, cluster
        self.counts, self.other_counts = (_summed(vocabulary, side) for side in (here, there))
        background = _summed(vocabulary, np.ones(len(here), dtype=bool))
        self.prior = PRIOR_WORDS * background / max(background.sum(), 1)

    def rows(self, least: int, most: int) -> Iterator[_Row]:
        """The words most distinctive of the first group, with all that is said of them."""
        if not (self.counts.sum() and self.other_counts.sum()):
            return
        delta, z = measures.log_odds(self.counts, self.other_counts, self.prior)
        wanted = np.flatnonzero((self.counts >= least) & (z > 0))
        if not len(wanted):
            return
        ranked = wanted[np.lexsort((wanted, -z[wanted]))][:most]
        intervals = self._intervals(ranked)
        base, other_base = int(self.counts.sum()), int(self.other_counts.sum())
        for place, interval in zip(ranked, intervals, strict=True):
            count, other_count = int(self.counts[place]), int(self.other_counts[place])
            four = (count, base, other_count, other_base)
            word = self.vocabulary.words[place]
            yield {
                "word": word,
                "form": self.vocabulary.printed[word],
                **{"count": count, "base": base, "rate_per_1000": 1000 * count / base},
                **{"count_reference": other_count, "base_reference": other_base},
                "rate_reference": 1000 * other_count / other_base,
                **{"log_odds": delta[place], "z": z[place]},
                **{"ci_low": interval.low, "ci_high": interval.high},
                "log_ratio": measures.log_ratio(*four),
                "log_likelihood": measures.g2_four_cell(
                    count, other_count, base - count, other_base - other_count
                ),
                **self._spread(place),
            }

    def _spread(self, place: int) -> _Row:
        column = np.asarray(self.vocabulary.counts[:, [place]].todense()).ravel()
        mine = column[self.here]
        return {
            "document_frequency": int((mine > 0).sum()),
            "document_frequency_reference": int((column[self.there] > 0).sum()),
            "dp_norm": measures.dp_norm(mine.tolist(), self.vocabulary.sizes[self.here].tolist()),
        }

    def _intervals(self, places: "np.ndarray[Any, Any]") -> list[Interval]:
        """How log odds move when articles are drawn anew; nan where there are too few."""
        sides = [side & (self.vocabulary.sizes > 0) for side in (self.here, self.there)]
        sizes = [len(np.unique(self.cluster[side])) for side in sides]
        both = len(np.unique(self.cluster[sides[0] | sides[1]]))
        if both < measures.MIN_DOCUMENTS or min(sizes) < measures.FEWEST_OF_A_GROUP:
            return [Interval(nan, nan)] * len(places)
        drawn = measures.resampled_sums(np.hstack([self._cells(places, side) for side in sides]))
        half = len(places) + 1
        prior = np.append(self.prior[places], self.prior.sum() - self.prior[places].sum())
        delta, _ = measures.log_odds(drawn[:, :half], drawn[:, half:], prior)
        return [measures.percentiles(delta[:, at], min(sizes)) for at in range(len(places))]

    def _cells(self, places: "np.ndarray[Any, Any]", side: Mask) -> Numbers:
        """Counts of the words and of all others, a cluster a row, zero outside the side."""
        chosen = np.asarray(self.vocabulary.counts[:, places].todense(), dtype=float)
        others = self.vocabulary.sizes - chosen.sum(axis=1)
        cells = np.column_stack([chosen, others]) * side[:, None]
        rows = np.unique(self.cluster, return_inverse=True)[1]
        sums = np.zeros((rows.max() + 1, cells.shape[1]))
        np.add.at(sums, rows, cells)
        return sums


def _summed(vocabulary: Vocabulary, side: Mask) -> Numbers:
    return np.asarray(vocabulary.counts[np.flatnonzero(side)].sum(axis=0), dtype=float).ravel()


def _keywords_text(table: pd.DataFrame, names: list[str]) -> str:
    found = []
    for name in names:
        forms = table.loc[table["target"] == name, "form"].tolist()
        found.append(f"{name}: {'، '.join(forms[:5]) or 'no word'}")
    sure = int((table["ci_low"] > 0).sum())
    told = (
        f"Of {len(table):,} words {sure:,} stay distinctive in 95% of resampled articles."
        if table["ci_low"].notna().any()
        else "Too few articles to resample: the words are ranked, and nothing is inferred."
    )
    more = f" and {len(found) - 5:,} more groups" if len(found) > 5 else ""
    return f"Most distinctive of {'; '.join(found[:5])}{more}. {told}"


def _keywords_note(vocabulary: Vocabulary, groups: "pd.Series[Any]", least: int) -> str:
    return (
        f"Counted: words of {' and '.join(DEFAULT_ZONES)}, folded and without clitics, "
        f"{int(vocabulary.sizes.sum()):,} in {len(groups):,} articles; words of the target that "
        f"occur {least} times or more. Background of the log odds: all these articles, at the "
        f"weight of {PRIOR_WORDS:,.0f} words. Left out: {int(groups.isna().sum()):,} articles "
        "without group. z ranks; it takes words as independent."
    )
