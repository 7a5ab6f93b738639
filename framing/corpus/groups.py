"""Which articles are compared with which: outlets, events or months, clusters of wire copy.

Each function gives a series indexed by `doc_id`. An outlet that is not known for certain is
no name to compare by: `framing.corpus.articles.outlet_labels` says how it is named instead.
"""

from collections.abc import Hashable, Mapping
from typing import Any, TypeAlias

import numpy as np
import pandas as pd

from framing.base.errors import FramingError, cut, unknown, written
from framing.corpus.articles import LONGEST_NAME, on_one_line, outlet_labels
from framing.corpus.whole_characters import in_whole_characters

By: TypeAlias = "str | pd.Series[Any] | Mapping[str, Any]"
Clusters: TypeAlias = "pd.Series[Any] | Mapping[str, Any] | None"
WHOLE = "all articles"
TOGETHER = "together"  # ends what several events or months are called that are compared as one
REST = "the rest"  # all other groups together
_LONGEST_GROUP = (
    4 * LONGEST_NAME
)  # an outlet's label holds its name, its basis and the article's id


def groups_of(articles: pd.DataFrame, by: By) -> "pd.Series[Any]":
    """Say to which group each article belongs; null where that is not known.

    `by` is "outlet", another column of the articles, or a series or dict from doc_id to group.

    Raises `UnknownNameError` for a column that is not there, and `FramingError` where no
    article has a group or one has a list or a whole text for it.
    """
    doc_ids = articles["doc_id"].astype(str)
    if not isinstance(by, str):
        given = {str(key): in_whole_characters(group) for key, group in dict(by).items()}
        found = doc_ids.map(given)
    elif by == "outlet" and "text" in articles:
        found = pd.Series(outlet_labels(articles).map(on_one_line).to_numpy(), dtype=object)
    elif by in articles:
        found = articles[by]
    else:
        raise unknown("column of the articles", by, map(str, articles.columns))
    for doc_id, name in zip(doc_ids, found, strict=True):
        if not pd.api.types.is_scalar(name):
            raise FramingError(
                f"Article '{cut(doc_id)}' has {written(name)} for its group. Name a column that "
                "holds one value an article."
            )
        if len(str(name)) > _LONGEST_GROUP:
            raise FramingError(
                f"Article '{cut(doc_id)}' has {len(str(name)):,} characters for its group. Name a "
                f"column that holds names, of at most {_LONGEST_GROUP:,} characters."
            )
    names = [None if pd.isna(name) else str(name) for name in found]
    if not any(names):
        raise FramingError("No article has a group to compare by. Name a column that is filled.")
    return pd.Series(names, index=doc_ids.to_numpy(), dtype=object)


def strata_of(articles: pd.DataFrame, within: "By | None") -> "pd.Series[Any]":
    """Say within what each article is compared: the same event, else the same month.

    `within` is "auto" (the column `event` where it is filled, else the month where every
    date is known, else all articles), "month", a column, a series or dict, or None for all.
    """
    whole = pd.Series(WHOLE, index=articles["doc_id"].astype(str).to_numpy(), dtype=object)
    if within is None:
        return whole
    if isinstance(within, str) and within == "auto":
        if _has_events(articles):
            return groups_of(articles, "event")
        is_dated = "date" in articles and articles["date"].notna().all()
        return strata_of(articles, "month") if is_dated and len(articles) else whole
    if isinstance(within, str) and within == "month":
        if "date" not in articles:
            raise unknown("column of the articles", "date", map(str, articles.columns))
        months = pd.to_datetime(articles["date"]).dt.strftime("%Y-%m")
        return groups_of(articles.assign(month=months.to_numpy()), "month")
    return groups_of(articles, within)


def undated_in(articles: pd.DataFrame) -> int:
    """How many articles lack the date without which "auto" cannot tell months apart.

    None, where events are known or no date is.
    """
    if _has_events(articles) or "date" not in articles or articles["date"].isna().all():
        return 0
    return int(articles["date"].isna().sum())


def _has_events(articles: pd.DataFrame) -> bool:
    return "event" in articles and bool(articles["event"].notna().any())


def clusters_of(doc_ids: "pd.Series[Any] | pd.Index[Any]", clusters: Clusters) -> "pd.Series[Any]":
    """Number the clusters of wire copy; an article in none is one by itself.

    `clusters` is a series or dict from doc_id to cluster, as `framing.copies` gives, or None.

    Raises `FramingError` for anything else, and for an article that stands in two clusters.
    """
    if isinstance(clusters, pd.DataFrame):
        raise FramingError(
            "Clusters were given as a table. Give a series from doc_id to cluster: "
            "framing.copies(corpus), or your_table.set_index('doc_id')['cluster']."
        )
    if isinstance(clusters, pd.Series) and not clusters.index.is_unique:
        twice = str(clusters.index[clusters.index.duplicated()][0])
        raise FramingError(
            f"Article '{cut(twice)}' stands in two clusters. Give each article one, as "
            "framing.copies(corpus) does; framing.clusters is of passages."
        )
    known: dict[str, Hashable] = (
        {}
        if clusters is None
        else {
            str(doc_id): cluster for doc_id, cluster in dict(clusters).items() if pd.notna(cluster)
        }
    )
    names = [("in", known[one]) if one in known else ("alone", one) for one in map(str, doc_ids)]
    numbers = {name: number for number, name in enumerate(dict.fromkeys(names))}
    return pd.Series([numbers[name] for name in names], index=np.asarray(doc_ids), dtype="int64")


def require_group(name: str, groups: "pd.Series[Any]") -> str:
    """Give the name of a group back, or raise `UnknownNameError` if no article has it."""
    known = list(groups.dropna().unique())
    if name not in known:
        raise unknown("group", name, known)
    return name
