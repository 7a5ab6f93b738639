"""Whose words: what is distinctive of each group, what stands beside a label, who writes alike.

Words are compared folded and without clitics (`framing.questions.vocabulary`), so that a house's
spelling is no finding. z takes words as independent and only ranks. That a word is distinctive of
an outlet, and not picked by chance among thousands, is said by permuted articles
(`framing.measures.p_of_largest`); document frequency and dispersion say in how many it stands.

What is counted are bare words, not lemmas: كتب and يكتب are two, singular and plural as well,
since no lexicon of the whole language stands behind them.
"""

from collections.abc import Iterator
from itertools import pairwise
from math import nan
from typing import Any

import numpy as np
import pandas as pd
from scipy.sparse import csc_array, csr_array

from framing import measures
from framing.base import columns
from framing.base.results import Result
from framing.corpus.groups import REST, By, Clusters, clusters_of, groups_of, require_group
from framing.counting.bases import DEFAULT_ZONES
from framing.layers.corpora import Corpus, reading_of
from framing.measures import Mask, Numbers
from framing.questions.findings import SURE
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
    spoken = _Spoken(vocabulary, groups, cluster)
    rows: list[_Row] = []
    for name in names:
        about = {"target": name, "reference": reference or REST}
        sides = _Sides(spoken, name, reference)
        rows.extend(about | row for row in sides.rows(least, most, len(names)))
    table = columns.table("keywords", rows)
    return Result(table, _keywords_text(table, names), _keywords_note(vocabulary, groups, least))


class _Spoken:
    """The words of all groups, of each the few that it has: as rows, and by word."""

    def __init__(
        self, vocabulary: Vocabulary, groups: "pd.Series[Any]", cluster: "np.ndarray[Any, Any]"
    ) -> None:
        self.vocabulary, self.cluster = vocabulary, cluster
        self.group, names = pd.factorize(groups)
        self.places = {name: place for place, name in enumerate(names)}
        known = np.flatnonzero(self.group >= 0)
        shape = len(names), len(groups)
        members = csr_array((np.ones(len(known), int), (self.group[known], known)), shape=shape)
        self.counts = csr_array(members @ csr_array(vocabulary.counts))
        self.counts.sort_indices()
        self.together = np.asarray(self.counts.sum(axis=0), dtype=float).ravel()
        background = np.asarray(vocabulary.counts.sum(axis=0), dtype=float).ravel()
        self.prior = PRIOR_WORDS * background / max(background.sum(), 1)
        self.whole_prior = float(self.prior.sum())
        self.by_word = csc_array(vocabulary.counts)
        order = np.argsort(self.group, kind="stable")
        stops = np.searchsorted(self.group[order], np.arange(len(names) + 1))
        self.articles = [order[start:stop] for start, stop in pairwise(stops)]

    def words_of(self, place: int) -> tuple["np.ndarray[Any, Any]", Numbers]:
        """The words that a group has, by number, and how often it has each."""
        here = slice(*self.counts.indptr[place : place + 2])
        return self.counts.indices[here], self.counts.data[here].astype(float)


class _Sides:
    """Two groups of articles, or one and the rest, and the words of the first."""

    def __init__(self, spoken: _Spoken, name: str, reference: str | None) -> None:
        self.spoken, self.vocabulary = spoken, spoken.vocabulary
        self.target = spoken.places[name]
        self.other = None if reference is None else spoken.places[reference]
        self.words, self.counts = spoken.words_of(self.target)
        self.base = self.counts.sum()
        if self.other is None:
            self.other_counts = spoken.together[self.words] - self.counts
            self.other_base = spoken.together.sum() - self.base
        else:
            self.other_counts = np.zeros(len(self.words))
            words, counts = spoken.words_of(self.other)
            _, mine, theirs = np.intersect1d(self.words, words, True, True)
            self.other_counts[mine] = counts[theirs]
            self.other_base = counts.sum()

    def rows(self, least: int, most: int, n_targets: int) -> Iterator[_Row]:
        """The words most distinctive of the first group, with all that is said of them."""
        if not (self.base and self.other_base):
            return
        delta, z = self._log_odds()
        wanted = np.flatnonzero((self.counts >= least) & (z > 0))
        if not len(wanted):
            return
        ranked = wanted[np.lexsort((wanted, -z[wanted]))][:most]
        chances = self._p(self.words[ranked], n_targets)
        base, other_base = int(self.base), int(self.other_base)
        for place, p in zip(ranked, chances.tolist(), strict=True):
            count, other_count = int(self.counts[place]), int(self.other_counts[place])
            four = (count, base, other_count, other_base)
            word = self.vocabulary.words[self.words[place]]
            yield {
                "word": word,
                "form": self.vocabulary.printed[word],
                **{"count": count, "base": base, "rate_per_1000": 1000 * count / base},
                **{"count_reference": other_count, "base_reference": other_base},
                "rate_reference": 1000 * other_count / other_base,
                **{"log_odds": delta[place], "z": z[place]},
                "p_adjusted": p,
                "log_ratio": measures.log_ratio(*four),
                "log_likelihood": measures.g2_four_cell(
                    count, other_count, base - count, other_base - other_count
                ),
                **self._spread(self.words[place]),
            }

    def _log_odds(self) -> tuple[Numbers, Numbers]:
        """Those of the words that the target has; all others stand together in one cell."""
        prior = self.spoken.prior[self.words]
        rest = max(self.spoken.whole_prior - prior.sum(), np.finfo(float).tiny)
        other_rest = self.other_base - self.other_counts.sum()
        delta, z = measures.log_odds(
            np.append(self.counts, 0.0),
            np.append(self.other_counts, other_rest),
            np.append(prior, rest),
        )
        return delta[:-1], z[:-1]

    def _spread(self, word: int) -> _Row:
        spoken, column = self.spoken, slice(*self.spoken.by_word.indptr[word : word + 2])
        articles, times = spoken.by_word.indices[column], spoken.by_word.data[column]
        group = spoken.group[articles]
        theirs = group == self.other if self.other is not None else group >= 0
        here = spoken.articles[self.target]
        mine = dict(zip(articles.tolist(), times.tolist(), strict=True))
        counts = [mine.get(article, 0) for article in here.tolist()]
        return {
            "document_frequency": int(np.count_nonzero(counts)),
            "document_frequency_reference": int((theirs & (group != self.target)).sum()),
            "dp_norm": measures.dp_norm(counts, self.vocabulary.sizes[here].tolist()),
        }

    def _sides(self) -> tuple[Mask, Mask]:
        """The articles with words of the target and of what it is compared with."""
        group, is_written = self.spoken.group, self.vocabulary.sizes > 0
        here = np.asarray(group == self.target)
        there = np.asarray(group == self.other if self.other is not None else (group >= 0) & ~here)
        return here & is_written, there & is_written

    def _p(self, words: "np.ndarray[Any, Any]", n_targets: int) -> Numbers:
        """How often chance picks a word as distinctive as each; nan where it cannot be said.

        All words that ten articles have are looked at, not only those that are listed.
        """
        unknown, spoken = np.full(len(words), nan), self.spoken
        if len(spoken.articles[self.target]) < measures.FEWEST_OF_A_GROUP:
            return unknown
        here, there = self._sides()
        sizes = [len(np.unique(spoken.cluster[side])) for side in (here, there)]
        if sum(sizes) < measures.MIN_DOCUMENTS or min(sizes) < measures.FEWEST_OF_A_GROUP:
            return unknown
        both = np.flatnonzero(here | there)
        counts = csc_array(spoken.by_word[both])
        looked_at = np.flatnonzero(np.diff(counts.indptr) >= measures.FEWEST_HOLDING)
        p = np.full(counts.shape[1], nan)
        p[looked_at] = measures.p_of_largest(
            csr_array(counts[:, looked_at].T),
            self.vocabulary.sizes[both].astype(float),
            here[both],
            spoken.cluster[both],
            n_comparisons=n_targets,
        )
        return np.asarray(p[words])


def _keywords_text(table: pd.DataFrame, names: list[str]) -> str:
    found = []
    for name in names[:5]:
        forms = table.loc[table["target"] == name, "form"].tolist()
        found.append(f"{name}: {'، '.join(forms[:5]) or 'no word'}")
    sure = int((table["p_adjusted"] < SURE).sum())
    told = (
        f"Of {len(table):,} words {sure:,} {'is' if sure == 1 else 'are'} distinctive beyond what "
        f"permuted articles lead to (p below {SURE}, adjusted for all words and groups)."
        if table["p_adjusted"].notna().any()
        else "Too few articles: the words are ranked, and nothing is inferred."
    )
    more = f" and {len(names) - 5:,} more groups" if len(names) > 5 else ""
    return f"Most distinctive of {'; '.join(found)}{more}. {told}"


def _keywords_note(vocabulary: Vocabulary, groups: "pd.Series[Any]", least: int) -> str:
    return (
        f"Counted: words of {' and '.join(DEFAULT_ZONES)}, folded and without clitics, "
        f"{int(vocabulary.sizes.sum()):,} in {len(groups):,} articles; words of the target that "
        f"occur {least} times or more. Background of the log odds: all these articles, at the "
        f"weight of {PRIOR_WORDS:,.0f} words. Left out: {int(groups.isna().sum()):,} articles "
        "without group. z ranks; it takes words as independent. p: labels of articles permuted, "
        "copies together; the largest statistic of all words that ten articles have, times the "
        "groups."
    )
