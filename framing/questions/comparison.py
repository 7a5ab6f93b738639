"""Do outlets differ, by how much, how surely: rates of one group of articles beside another's.

Where an outlet has one article, or too few, texts are described: exact intervals that hold
for these texts alone, and no p. From twenty independent articles on, articles are the
cases: a regression whose errors are robust by cluster of wire copy, or resampled articles.
Outlets are compared within the same event where events are known, else within the month.
"""

from collections.abc import Iterator, Sequence
from math import log2, nan
from typing import Any, Literal

import numpy as np
import pandas as pd

from framing import measures
from framing.base import columns
from framing.base.errors import FramingError, unknown
from framing.base.results import Result
from framing.corpus.groups import By, Clusters
from framing.counting.article_counts import Cells, cells_of
from framing.counting.columnwise import estimates
from framing.layers.annotated import Corpus, known_of
from framing.measures import Estimate, Numbers
from framing.questions.findings import comparison_note, comparison_text
from framing.questions.pairs import (
    Design,
    Method,
    Part,
    design_of,
    independent,
    pairs_of,
    shared_parts,
)

FEW_TESTS = 20  # so many are adjusted by Holm; more by Benjamini and Hochberg

_FOUR = ("count", "base", "count_reference", "base_reference")
_ESTIMATED = ("rate_ratio", "ci_low", "ci_high", "p", "log_ratio", "method")

_Columns = dict[str, Any]


def compare(
    features: pd.DataFrame,
    corpus: Corpus | None = None,
    *,
    by: By = "outlet",
    within: "By | None" = "auto",
    reference: str | None = None,
    clusters: Clusters = None,
    of: str | Sequence[str] | None = None,
    voice: Literal["split", "all"] = "split",
    method: Method = "auto",
) -> Result:
    """Compare rates between groups of articles: every pair, or each with one reference.

    An article without a row of a feature has none of it; its words count in the base.

    Args:
        features: a table of `framing.features`, whole or some of its rows. Without its rows of
            words, all articles of the corpus are compared, on their words of lead and body.
        corpus: what is known of the articles, unless that table has the columns itself.
        by: "outlet", another column, or a series or dict from doc_id to group.
        within: "auto" compares within the same `event` where the corpus has that column, else
            within the month where all dates are known; or "month", a column, None for all.
        reference: the group that all others are compared with, or "the rest": each group with
            all others together. By default every pair.
        clusters: which articles carry the same wire copy, doc_id to cluster: one text each.
        of: what is compared: a lexicon, that is its main categories ("militancy"), a feature by
            its full name ("militancy.terror.actor"), several of either, or "all" features. By
            default the main categories of the first lexicon in the table (militancy, attribution,
            sourcing, state, then your own), or all its features if it has no main category. The
            note says how many are left out.
        voice: "all" adds up the voices, which are else compared one by one.
        method: "exact" describes these texts; "regression" and "bootstrap" take articles as
            cases and raise for fewer than twenty independent ones; "auto" is the regression
            where there are enough articles, and exact where there are not.

    Returns:
        The table (columns as in `framing.base.columns.RESULTS["comparison"]`; one row per feature,
        voice and pair, of texts that are only described also per event or month), the finding
        in two sentences, and the note on what was counted. No p where texts are described.

    Raises:
        FramingError: bases differ within an article, voices were added up unasked, no two
            groups can be compared, or a method has too few articles.
        UnknownNameError: a column, group, method, lexicon or feature that is not there.
    """
    if method not in ("auto", "exact", "regression", "bootstrap"):
        raise unknown("method", method, ("auto", "exact", "regression", "bootstrap"))
    cells = cells_of(features, corpus, of=of, add_voices=voice == "all")
    about = features.drop_duplicates("doc_id") if corpus is None else known_of(corpus)
    design = design_of(cells.base, about, by, within, clusters)
    pairs = pairs_of(design.groups, reference)
    parts = [part for pair in pairs for part in shared_parts(design, pair, method)]
    if not parts:
        raise FramingError(
            "No two groups stand in one event or month. Compare with within=None, or name "
            "another column."
        )
    table = columns.from_columns("comparison", _compared(cells, design, parts, method))
    left_out = {"group": design.group, "event or month": design.stratum}
    gone = {why: int((numbers < 0).sum()) for why, numbers in left_out.items()}
    return Result(table, comparison_text(table), comparison_note(table, cells.left_out, gone))


def _compared(cells: Cells, design: Design, parts: Sequence[Part], method: Method) -> _Columns:
    """The rows of all parts, part by part, each feature and voice in every one."""
    n_keys, n_parts = len(cells.keys), len(parts)
    rows: _Columns = {
        "feature": [feature for feature, _ in cells.keys] * n_parts,
        "voice": [voice for _, voice in cells.keys] * n_parts,
        "within": np.repeat([part.within for part in parts], n_keys),
        "unit": [cells.unit] * (n_keys * n_parts),
    }
    for place, (group, end) in enumerate((("target", ""), ("reference", "_reference"))):
        sides = [part.sides[place] for part in parts]
        count = np.concatenate([cells.counts[:, side].sum(axis=1) for side in sides])
        base = np.repeat([design.base[side].sum() for side in sides], n_keys)
        known = estimates(_rate, count.astype(np.int64), base.astype(np.int64))
        rows |= {
            group: np.repeat([part.pair[place] for part in parts], n_keys),
            f"count{end}": count.astype(np.int64),
            f"base{end}": base.astype(np.int64),
            "rate_reference" if end else "rate_per_1000": known["rate"],
            f"limit{end}": known["limit"],
            f"articles{end}": np.repeat([len(side) for side in sides], n_keys),
            f"effective_n{end}": np.repeat([independent(design, one) for one in sides], n_keys),
        }
    known = _estimated(cells, design, parts, method, rows)
    return rows | known | _adjusted(np.array(known["p"], dtype=float))


def _rate(count: int, base: int) -> dict[str, float]:
    """A rate; of a rate of zero the limit below which it lies."""
    limit = nan if count else measures.upper_limit(base)
    return {"rate": measures.rate_per_1000(count, base), "limit": limit}


def _estimated(
    cells: Cells, design: Design, parts: Sequence[Part], method: Method, rows: _Columns
) -> _Columns:
    """The ratios with their intervals; exact where no model can say more."""
    fours = [*zip(*(rows[name].tolist() for name in _FOUR), strict=True)]
    n_keys = len(cells.keys)
    modelled: dict[int, Estimate] = {}
    for number, part in enumerate(parts):
        if part.infers:
            here = fours[number * n_keys : (number + 1) * n_keys]
            both = [place for place, four in enumerate(here) if four[0] and four[2]]
            found = _modelled(cells, design, part, both, method)
            modelled |= {number * n_keys + place: estimate for place, estimate in found}
    exact = {
        four: _exact(*four)
        for four in {four for place, four in enumerate(fours) if place not in modelled}
    }
    name = "regression" if method == "auto" else method
    known = [
        (*modelled[place], log2(modelled[place].value), name) if place in modelled else exact[four]
        for place, four in enumerate(fours)
    ]
    return dict(zip(_ESTIMATED, zip(*known, strict=True), strict=True))


def _exact(*four: int) -> tuple[float, float, float, float, float, str]:
    """What the counts alone say of a ratio; no p."""
    value, (low, high) = measures.rate_ratio(*four), measures.rate_ratio_interval(*four)
    return value, low, high, nan, measures.log_ratio(*four), "exact"


def _modelled(
    cells: Cells, design: Design, part: Part, places: Sequence[int], method: Method
) -> Iterator[tuple[int, Estimate]]:
    """The ratios that a model of the articles gives; none where it says that they are too few."""
    ratio = measures.bootstrap_ratio if method == "bootstrap" else measures.regression_ratio
    articles = np.sort(np.concatenate(part.sides))
    articles = articles[design.base[articles] > 0]
    is_target = np.isin(articles, part.sides[0])
    strata = pd.factorize(design.stratum[articles])[0]
    for place in places:
        counts = cells.counts[place, articles]
        try:
            yield (
                place,
                ratio(counts, design.base[articles], is_target, design.cluster[articles], strata),
            )
        except FramingError:
            if method != "auto":
                raise


def _adjusted(p: Numbers) -> _Columns:
    """All p-values of one table are one family."""
    is_tested = ~np.isnan(p)
    tests = int(is_tested.sum())
    how: measures.Adjustment = "Holm" if tests <= FEW_TESTS else "Benjamini-Hochberg"
    adjusted = np.full(len(p), nan)
    adjusted[is_tested] = measures.adjusted(p[is_tested].tolist(), how)
    family = f"{how}, {tests} tests of this comparison"
    return {"p_adjusted": adjusted, "family": [family if one else None for one in is_tested]}
