"""A table of features as counts per article, after the checks without which rates mislead.

Rates are compared only if their bases count the same thing in the same zones, so an article
has one base. Voices are added up only if that is asked for by name.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from framing.attribution.voice import VOICES
from framing.base import columns
from framing.base.errors import FramingError
from framing.measures import Numbers

_NEEDED = ("doc_id", "feature", "voice", "count", "base", "unit")


@dataclass(frozen=True, eq=False)
class Cells:
    """Of each feature and voice its counts, an article each in the order of `base`."""

    counts: dict[tuple[str, str], Numbers]
    base: "pd.Series[Any]"
    unit: str


def cells_of(features: pd.DataFrame, *, add_voices: bool) -> Cells:
    """Lay features out as counts per article; with `add_voices` all voices are added up.

    Raises `FramingError` for a missing column, bases that differ, and voices that were added
    up by leaving their column out or that stand beside their own sum.
    """
    missing = [name for name in _NEEDED if name not in features]
    if missing:
        raise FramingError(
            f"The table of features lacks {', '.join(missing)}. Give it as framing.features does: "
            f"{', '.join(columns.names('features')[:6])}; voices are added up by voice='all'."
        )
    if features.empty:
        raise FramingError("The table of features has no row. Choose one feature at least.")
    _check_bases(features)
    _check_voices(features)
    voices = "all" if add_voices else features["voice"]
    table = features.assign(doc_id=features["doc_id"].astype(str), voice=voices)
    sums = table.groupby(["feature", "voice", "doc_id"], sort=False)["count"].sum()
    base = table.groupby("doc_id", sort=False)["base"].first().astype("int64")
    laid = sums.unstack("doc_id").reindex(columns=base.index)
    if laid.isna().to_numpy().any():
        raise FramingError(
            "Some feature is counted in some of the articles only. Count all articles alike: "
            "features gives a row for every article, zeros included."
        )
    counts = {
        key: np.asarray(row, dtype=float)
        for key, row in zip(laid.index, laid.to_numpy(), strict=True)
    }
    return Cells(counts, base, str(table["unit"].iloc[0]))


def _check_bases(features: pd.DataFrame) -> None:
    units = sorted(features["unit"].astype(str).unique())
    if len(units) > 1:
        raise FramingError(
            f"The rates have different bases: {', '.join(units)}. Compare one kind at a time."
        )
    bases = features.groupby("doc_id")["base"].nunique()
    if (bases > 1).any():
        raise FramingError(
            f"Article '{bases[bases > 1].index[0]}' has rates on different bases, as when zones "
            "are mixed. Count the features anew with the same zones."
        )


def _check_voices(features: pd.DataFrame) -> None:
    voices = set(features["voice"])
    by_feature = features.groupby("feature")["voice"].agg(set)
    if any("all" in names and len(names) > 1 for names in by_feature) or not voices <= {
        *VOICES,
        "all",
    }:
        raise FramingError(
            "A feature is counted by voice and with all voices together. Choose one of the two."
        )
    if features.duplicated(["doc_id", "feature", "voice"]).any():
        raise FramingError(
            "An article has two rows of one feature and voice, as when voices or lexicons were "
            "mixed. Give each once; to add up the voices, compare with voice='all'."
        )
