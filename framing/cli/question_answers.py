"""What questions are asked of: the rates of some features, and which articles carry one copy."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from framing.attribution.voice import VoiceSplit
from framing.base.errors import FramingError, unknown
from framing.corpus.readers import read_source
from framing.counting.features import LEXICONS, features
from framing.layers.annotated import Progress


def rates_of(
    articles: pd.DataFrame,
    lexicons: Sequence[str] | None,
    *,
    feature: str | None = None,
    voice: VoiceSplit = "split",
    progress: Progress = iter,
) -> pd.DataFrame:
    """The rates of all features of some lexicons, else of all that are counted; or of one feature.

    Raises `UnknownNameError` for a feature that none of them has.
    """
    named: Iterable[str] = lexicons or ([feature.split(".")[0]] if feature else LEXICONS)
    counts = [features(articles, [one], voice=voice) for one in progress(named)]
    rates = pd.concat(counts, ignore_index=True)
    if feature is None:
        return rates
    chosen = rates[rates["feature"] == feature]
    if chosen.empty:
        raise unknown("feature", feature, rates["feature"].unique())
    return chosen


def clusters_in(path: Path, encoding: str) -> dict[str, Any]:
    """Which articles carry the same wire copy, doc_id to cluster, from a file.

    Raises `FramingError` for a table without these columns.
    """
    table = read_source(path, encoding)
    if not {"doc_id", "cluster"} <= set(table.columns):
        raise FramingError(f"'{path}' needs the columns doc_id and cluster. Add them.")
    return dict(zip(table["doc_id"].astype(str), table["cluster"], strict=True))
