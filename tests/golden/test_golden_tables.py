"""The whole seed corpus, table by table, exactly as it was when somebody last looked.

After a change that is meant, write the tables anew with FRAMING_WRITE_GOLDEN=1 and read the
difference line by line before it is committed.
"""

import os
from pathlib import Path

import pytest

from framing.base.files import write_csv
from framing.corpus.articles import read_corpus
from framing.counting.features import features
from framing.counting.house_spelling import house_spelling
from framing.counting.shares import shares
from framing.layers.span_tables import attributions, leaks, mentions, quotations, zones

HERE = Path(__file__).parent
SEEDS = read_corpus(HERE.parents[1] / "seeds")
TABLES = {
    "zones": lambda: zones(SEEDS),
    "quotes": lambda: quotations(SEEDS),
    "militancy": lambda: mentions(SEEDS, "militancy"),
    "state": lambda: mentions(SEEDS, "state"),
    "attributions": lambda: attributions(SEEDS),
    "leaks": lambda: leaks(SEEDS),
    "features": lambda: features(SEEDS).drop(columns="span_ids"),
    "shares": lambda: shares(SEEDS).drop(columns="span_ids"),
    "house_spelling": lambda: house_spelling(SEEDS),
}


@pytest.mark.parametrize("name", TABLES)
def test_the_table_is_the_golden_one(name, tmp_path):
    golden = HERE / f"{name}.csv"
    written = write_csv(TABLES[name](), tmp_path / "now.csv", bom=False)
    if os.environ.get("FRAMING_WRITE_GOLDEN"):
        golden.write_bytes(written.read_bytes())
    assert written.read_text("utf-8").splitlines() == golden.read_text("utf-8").splitlines()
