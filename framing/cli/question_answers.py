"""What questions are asked of: which lexicons were counted, which articles carry one copy."""

from pathlib import Path
from typing import Any

import pandas as pd

from framing.base.errors import FramingError, written
from framing.corpus.readers import read_source
from framing.corpus.whole_characters import in_whole_characters
from framing.counting.features import WORDS


def lexicons_in(features: pd.DataFrame) -> list[str]:
    """The lexicons of which a table of features counts anything."""
    names = features.loc[features["feature"] != WORDS, "feature"]
    return list(dict.fromkeys(name.split(".")[0] for name in names))


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
