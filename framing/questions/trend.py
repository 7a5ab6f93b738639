"""Does something become more frequent: rates or shares by month or week, and whether they move.

Articles are the cases: the interval of a month is that of its articles, and the months are permuted
among the articles of each outlet (`framing.measures.permuted_trends`).
"""

from collections.abc import Iterator, Sequence
from typing import Any, Literal

import numpy as np
import pandas as pd

from framing import measures
from framing.base import columns
from framing.base.errors import FramingError, unknown
from framing.base.results import Result, listed, number
from framing.corpus.groups import By, Clusters, clusters_of, groups_of
from framing.counting.article_counts import Cells, cells_of
from framing.counting.article_shares import share_cells
from framing.layers.corpora import Corpus, known_of
from framing.measures import Keys
from framing.questions.findings import SURE

PERIODS = {"month": "M", "week": "W"}

_Row = dict[str, Any]


def trend(
    counted: pd.DataFrame,
    corpus: Corpus,
    *,
    per: Literal["month", "week"] = "month",
    by: By = "outlet",
    of: str | Sequence[str] | None = None,
    voice: Literal["split", "all"] = "split",
    clusters: Clusters = None,
) -> Result:
    """Say how often something occurs in each month, and whether it becomes more or less.

    Args:
        counted: a table of `framing.features` or of `framing.shares`.
        corpus: the articles, with their dates; those without one are left out.
        per: "month", or "week" (from Monday).
        by: "outlet", another column, or a series or dict from doc_id to group: months are compared
            within each, so that an outlet that writes more at the end makes no trend.
        of: what is looked at, as in `framing.compare`.
        voice: "all" adds up the voices, which are else looked at one by one.
        clusters: which articles carry one copy, as in `framing.compare`.

    Returns:
        The table (columns as in `framing.base.columns.RESULTS["trend"]`; a row a feature, voice
        and month in which there are articles), the finding, and the note.

    Raises:
        FramingError: no article has a date and a group, or the table cannot be counted.
        UnknownNameError: a period, column, lexicon, feature or share that is not there.
    """
    if per not in PERIODS:
        raise unknown("period", per, PERIODS)
    add_voices = voice == "all"
    cells = (
        share_cells(counted, of=of, add_voices=add_voices)
        if "share" in counted
        else cells_of(counted, corpus, of=of, add_voices=add_voices)
    )
    about = known_of(corpus)
    about = about.assign(doc_id=about["doc_id"].astype(str)).set_index("doc_id", drop=False)
    about = about.loc[cells.doc_ids].reset_index(drop=True)
    if "date" not in about:
        raise unknown("column of the articles", "date", map(str, about.columns))
    group, _ = pd.factorize(groups_of(about, by))
    dates = pd.to_datetime(about["date"])
    here = np.flatnonzero((group >= 0) & dates.notna().to_numpy())
    if not len(here):
        raise FramingError("No article has both a date and a group. Give articles with dates.")
    periods = dates.iloc[here].dt.to_period(PERIODS[per])
    cluster = clusters_of(cells.doc_ids, clusters).to_numpy()[here]
    table = columns.table("trend", _rows(cells, here, periods, cluster, group[here]))
    note = (
        f"By {per}, within each of {len(np.unique(group[here])):,} groups. Left out: "
        f"{len(group) - len(here):,} articles without date or group. Intervals and p take articles "
        f"as the cases, copies once; p: {per}s permuted among the articles of each group, "
        f"{measures.DRAWS + 1:,} times with a seed; adjusted for all {len(cells.keys):,} features "
        "and voices, by the largest statistic."
    )
    return Result(table, _text(table, per), note)


def _rows(
    cells: Cells, here: Keys, periods: "pd.Series[Any]", cluster: Keys, group: Keys
) -> Iterator[_Row]:
    place, names = pd.factorize(periods, sort=True)
    ordinal = np.array([one.ordinal for one in names])
    counts, bases = cells.counts[:, here], cells.bases[:, here]
    found = measures.permuted_trends(counts, bases, ordinal[place], cluster, group)
    for key, (feature, voice) in enumerate(cells.keys):
        for at, name in enumerate(names):
            mine = np.flatnonzero(place == at)
            one = np.unique(cluster[mine], return_inverse=True)[1]
            y, n = (np.bincount(one, of[key, mine]) for of in (counts, bases))
            yield {
                "feature": feature,
                "voice": voice,
                "period": str(name).split("/")[0],
                "unit": cells.units[key],
                "articles": len(mine),
                "effective_n": int((n > 0).sum()),
                **_level(int(y.sum()), int(n.sum()), y, n, is_share=cells.is_share),
                "times_per_period": found.value[key],
                "p": found.p[key],
                "p_adjusted": found.p_together[key],
                "reason": found.reasons[key],
            }


def _level(count: int, base: int, y: Any, n: Any, *, is_share: bool) -> _Row:
    """How often in one period, with the interval of its articles; of none the upper limit."""
    row: _Row = {"count": count, "base": base}
    if is_share:
        known = measures.clustered_share(y, n)
        return row | dict(zip(("share_of", "ci_low", "ci_high"), known, strict=True))
    known = measures.clustered_rate(y, n)
    if not count and base:
        known = measures.Estimate(0.0, 0.0, measures.upper_limit(base))
    return row | dict(zip(("rate_per_1000", "ci_low", "ci_high"), known, strict=True))


def _text(table: pd.DataFrame, per: str) -> str:
    each = table.drop_duplicates(["feature", "voice"])
    tested = each[each["p"].notna()]
    if tested.empty:
        why = listed([str(one) for one in each["reason"].dropna().unique()], 3)
        return f"Whether anything moves is not inferred: {why}."
    row: dict[Any, Any] = dict(tested.sort_values(["p_adjusted", "p"], kind="stable").iloc[0])
    sure = int((tested["p_adjusted"] < SURE).sum())
    voice = "" if row["voice"] == "all" else f" in {row['voice']} voice"
    before = f"Of {len(each):,} the clearest: " if len(each) > 1 else ""
    moving = f"{sure} of {len(tested):,} {'moves' if sure == 1 else 'move'}"
    return (
        f"{before}{row['feature']}{voice} stands {number(row['times_per_period'])} times as often "
        f"from each {per} to the next (p = {number(row['p'])}, adjusted "
        f"{number(row['p_adjusted'])}); {moving} at {SURE} after "
        "adjustment."
    )
