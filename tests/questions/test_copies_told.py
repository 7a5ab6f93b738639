"""Articles printed several times, and told to be copies, change nothing that is inferred."""

import numpy as np
import pandas as pd
import pytest

from framing.base import columns
from framing.questions.comparison import compare


def counted(seed: int, n_here: int, times: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """A table of features of thirty articles of two outlets, each printed so often."""
    chance = np.random.default_rng(seed)
    counts, bases = chance.poisson(0.8, 30), chance.integers(100, 500, 30)
    names = [(f"{place:02}-{copy}", place) for copy in range(times) for place in range(30)]
    rows = [
        {
            **{"doc_id": name, "feature": "militancy.terror", "voice": "narrator"},
            **{"count": counts[place], "base": bases[place], "unit": "words", "span_ids": []},
        }
        for name, place in names
    ]
    outlet = ["A" if place < n_here else "B" for _, place in names]
    about = pd.DataFrame({"doc_id": [name for name, _ in names], "outlet": outlet, "text": "نص"})
    return columns.table("features", rows), about


@pytest.mark.parametrize(("seed", "n_here", "times"), [(0, 15, 2), (1, 12, 3), (2, 20, 4)])
def test_copies_that_are_told_of_change_no_p(seed: int, n_here: int, times: int) -> None:
    alone = compare(*counted(seed, n_here, 1)).table
    features, about = counted(seed, n_here, times)
    clusters = {one: one.partition("-")[0] for one in about["doc_id"]}
    told = compare(features, about, clusters=clusters).table
    assert alone["p"].notna().all()
    same = ["p", "p_adjusted", "rate_ratio", "ci_low", "ci_high"]
    pd.testing.assert_frame_equal(alone[same], told[same])
