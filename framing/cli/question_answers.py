"""What questions are asked of: which lexicons were counted, which articles carry one copy."""

from pathlib import Path
from typing import Any

import pandas as pd

from framing.base.errors import FramingError, written
from framing.corpus.readers import read_source
from framing.corpus.whole_characters import in_whole_characters
from framing.counting.features import WORDS, features
from framing.layers.annotated import AnnotatedCorpus, Progress


def lexicons_asked(lexicons: list[str] | None, feature: str | None) -> list[str]:
    """The lexicons that a question names, or the one of its feature."""
    return lexicons or [feature.split(".")[0] if feature else "militancy"]


def rates_asked(
    articles: AnnotatedCorpus, lexicons: list[str] | None, feature: str | None, progress: Progress
) -> tuple[pd.DataFrame, str | list[str] | None]:
    """The rates that a question is of, and of which of them: a feature, or lexicons that occur."""
    rates = features(articles, lexicons_asked(lexicons, feature), progress=progress)
    counted = rates.loc[rates["feature"] != WORDS, "feature"]
    occurring = list(dict.fromkeys(name.split(".")[0] for name in counted))
    return rates, feature or occurring or None


def clusters_in(path: Path, encoding: str) -> "pd.Series[Any]":
    """Which articles carry the same wire copy, doc_id to cluster, from a file.

    Raises `FramingError` for a table without these columns or with a list in one.
    """
    table = read_source(path, encoding)
    if not {"doc_id", "cluster"} <= set(table.columns):
        raise FramingError(f"'{path}' needs the columns doc_id and cluster. Add them.")
    for row, cells in enumerate(zip(table["doc_id"], table["cluster"], strict=True), start=1):
        odd = [cell for cell in cells if not pd.api.types.is_scalar(cell)]
        if odd:
            raise FramingError(
                f"'{path}', row {row}, holds {written(odd[0])}. Write one text in each cell."
            )
    doc_ids = [in_whole_characters(str(doc_id)) for doc_id in table["doc_id"]]
    return pd.Series(list(map(in_whole_characters, table["cluster"])), doc_ids, name="cluster")
