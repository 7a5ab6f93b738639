"""Whole columns of counts: what has no base has no rate."""

import numpy as np

from framing.counting.columnwise import rate_columns


def test_a_mark_among_no_word_of_its_voice_has_no_rate() -> None:
    found = rate_columns(np.array([1, 0]), np.array([0, 5]), np.array([False, False]))
    assert {name: np.isnan(values).tolist() for name, values in found.items()} == {
        name: [True, False] for name in ("rate_per_1000", "ci_low", "ci_high")
    }
