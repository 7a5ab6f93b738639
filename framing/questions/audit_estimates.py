"""What a coded sample says of one category: precision, recall, and what was found, corrected.

The sample is taken together over its outlets, each article weighing as many as it stands for:
an outlet in which nothing was coded then costs nothing, and few articles with the category go
as far as they can.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import nan
from typing import Any

import numpy as np
import pandas as pd

from framing import measures

EVERY = "all"

_Row = dict[str, Any]


@dataclass(frozen=True, eq=False)
class Cases:
    """One category: of each article what was found; of each coded one what was coded, right."""

    articles: pd.DataFrame  # doc_id, group, words, found; of those coded: coded, right

    @classmethod
    def of(
        cls, name: str, found: pd.DataFrame, sheet: pd.DataFrame, population: pd.DataFrame
    ) -> "Cases":
        """Lay what was found beside what was coded, sentence by sentence, and add up."""
        starts = {doc_id: np.sort(one) for doc_id, one in found.groupby("doc_id")["start"]}
        ours = [
            int(np.diff(np.searchsorted(starts.get(doc_id, []), (start, end)))[0])
            for doc_id, start, end in zip(
                sheet["doc_id"], sheet["start"], sheet["end"], strict=True
            )
        ]
        cells = pd.DataFrame(
            {"doc_id": sheet["doc_id"], "ours": ours, "coded": sheet[name].to_numpy()}
        )
        cells["right"] = cells[["ours", "coded"]].min(axis=1)
        sums = cells.groupby("doc_id")[["ours", "coded", "right"]].sum()
        table = population[["doc_id", "group", "words"]].copy()
        table["found"] = table["doc_id"].map(found["doc_id"].value_counts()).fillna(0).astype(int)
        return cls(table.join(sums, on="doc_id"))

    def rows(self, group: str) -> Iterator[_Row]:
        """Precision, recall, corrected rate, corrected share of articles."""
        drawn = self.articles.groupby("group")["coded"]
        known = self.articles.assign(weight=drawn.transform("size") / drawn.transform("count"))
        whole = known if group == EVERY else known[known["group"] == group]
        coded = whole[whole["coded"].notna()]
        size = {"articles_coded": len(coded), "articles": len(whole)}
        weights = coded["weight"].to_numpy(float)
        for statistic, base in (("precision", "ours"), ("recall", "coded")):
            right, bases = coded["right"].to_numpy(float), coded[base].to_numpy(float)
            share = measures.clustered_share(right, bases, weights)
            counts = {"count": int(right.sum()), "base": int(bases.sum()), "found": nan}
            yield size | {"statistic": statistic} | counts | _as_row(share, clipped=False)
        yield size | {"statistic": "rate_per_1000"} | _rate(whole, coded)
        yield size | {"statistic": "share_of"} | _presence(whole, coded)


def _rate(whole: pd.DataFrame, coded: pd.DataFrame) -> _Row:
    """The rate in all articles, corrected by what was coded in those drawn."""
    words, found = int(whole["words"].sum()), int(whole["found"].sum())
    row = {"count": found, "base": words, "found": measures.rate_per_1000(found, words)}
    known = _corrected(found, coded, len(whole))
    return row | _as_row([1000 / words * one for one in known], clipped=False)


def _presence(whole: pd.DataFrame, coded: pd.DataFrame) -> _Row:
    """The share of articles that have the category at all, corrected likewise."""
    n, found = len(whole), int((whole["found"] > 0).sum())
    row = {"count": found, "base": n, "found": measures.share(found, n)}
    present = coded.assign(**{name: coded[name] > 0 for name in ("ours", "coded", "right")})
    known = [one / n for one in _corrected(found, present, n)]
    return row | _as_row([min(one, 1.0) for one in known], clipped=known[0] > 1)


def _corrected(found: int, coded: pd.DataFrame, articles: int) -> Sequence[float]:
    """What was found in so many articles, corrected, with its interval."""
    if len(coded) < 2:
        return (nan, nan, nan)
    return measures.corrected_count(
        found,
        coded["ours"].to_numpy(float),
        coded["coded"].to_numpy(float),
        articles=articles,
        right=coded["right"].to_numpy(float),
        weights=coded["weight"].to_numpy(float),
    )


def _as_row(known: Sequence[float], clipped: bool) -> _Row:
    value, low, high = known
    return {"value": value, "ci_low": low, "ci_high": high, "clipped": clipped}
