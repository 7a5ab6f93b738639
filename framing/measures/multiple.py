"""Many tests at once: p-values adjusted for how many there are."""

from collections.abc import Sequence
from typing import Literal

from framing.base.errors import unknown

Adjustment = Literal["Holm", "Benjamini-Hochberg"]

_METHODS = {"Holm": "holm", "Benjamini-Hochberg": "fdr_bh"}


def adjusted(p_values: Sequence[float], method: Adjustment = "Holm") -> list[float]:
    """Adjust p-values of one family of tests for their number.

    "Holm" bounds the chance of any false finding in the family; "Benjamini-Hochberg" bounds
    the share of false ones among the findings. Both as in statsmodels' `multipletests`; the
    tests hold them against scipy's `false_discovery_control` and against Holm's definition
    written out. Raises
    `UnknownNameError` for another method.

    >>> adjusted([0.01, 0.02, 0.03, 0.2])
    [0.04, 0.06, 0.06, 0.2]
    >>> adjusted([0.01, 0.02, 0.03, 0.2], "Benjamini-Hochberg")
    [0.04, 0.04, 0.04, 0.2]
    """
    if method not in _METHODS:
        raise unknown("adjustment", method, _METHODS)
    if not len(p_values):
        return []
    from statsmodels.stats.multitest import multipletests  # half a second

    return [float(p) for p in multipletests(list(p_values), method=_METHODS[method])[1]]
