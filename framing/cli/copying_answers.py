"""Passages that articles share, with their edits beside or inside them."""

from typing import Literal

import pandas as pd

from framing.copying.reuse import reuse_with_edits
from framing.layers.annotated import Progress
from framing.layers.corpora import Corpus


def shared_passages(
    corpus: Corpus,
    *,
    rows: Literal["pairs", "edits", "nested"],
    least_similarity: float,
    spelling: bool,
    progress: Progress,
) -> pd.DataFrame:
    """A row a pair, a row an edit, or a row a pair with each edit as an object."""
    pairs, edits = reuse_with_edits(
        corpus, least_similarity=least_similarity, spelling=spelling, progress=progress
    )
    if rows == "nested":
        return _nested(pairs, edits)
    return edits if rows == "edits" else pairs


def _nested(pairs: pd.DataFrame, edits: pd.DataFrame) -> pd.DataFrame:
    """Pairs with each edit as an object: its kind, both forms with their places, both entries."""
    shared = ["pair_id", "doc_id_a", "field_a", "doc_id_b", "field_b"]
    objects: dict[str, list[dict[str, object]]] = {str(name): [] for name in pairs["pair_id"]}
    for name, row in zip(
        edits["pair_id"], edits.drop(columns=shared).to_dict("records"), strict=True
    ):
        objects[name].append({str(key): cell for key, cell in row.items()})
    cells = [objects[name] for name in pairs["pair_id"]]
    return pairs.assign(edits=pd.Series(cells, pairs.index, dtype=object))
