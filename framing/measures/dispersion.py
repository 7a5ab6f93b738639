"""How evenly something is spread over the parts of a corpus."""

from collections.abc import Sequence
from math import nan

import numpy as np

from framing.base.errors import FramingError


def dp(counts: Sequence[int], sizes: Sequence[int]) -> float:
    """How far occurrences are from being spread as the words are: deviation of proportions.

    `counts` and `sizes` hold the occurrences and the words of each part, such as an article.
    Formula: ½ · Σ |count / all counts - size / all sizes|. Unit: 0 for an even spread, towards
    1 for all in one small part; nan where nothing occurs. Raises `FramingError` unless there
    are as many counts as sizes. Source: Gries 2008, International Journal of Corpus
    Linguistics 13(4):403-437. Limits: some tools turn the scale round (1 for even); rare words
    cannot be spread over many parts.

    >>> round(dp([7, 3, 6, 9, 1], [363, 563, 379, 543, 445]), 4)
    0.2858
    """
    if len(counts) != len(sizes):
        raise FramingError(
            f"There are {len(counts)} counts and {len(sizes)} sizes. Give one of each a part."
        )
    seen, words = np.asarray(counts, dtype=float), np.asarray(sizes, dtype=float)
    if not seen.sum():
        return nan
    return float(np.abs(seen / seen.sum() - words / words.sum()).sum() / 2)


def dp_norm(counts: Sequence[int], sizes: Sequence[int]) -> float:
    """`dp` on a scale that reaches 1 however the parts are cut.

    Formula: DP / (1 - smallest size / all sizes), the parts without words left out. nan also
    for a single part. Source, unit, errors and limits as for `dp`.

    >>> round(dp_norm([7, 3, 6, 9, 1], [363, 563, 379, 543, 445]), 4)
    0.3395
    """
    spread = dp(counts, sizes)
    words = [size for size in sizes if size]
    return spread / (1 - min(words) / sum(words)) if len(words) > 1 else nan
