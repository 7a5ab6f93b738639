"""Commands that write, killed at random moments: a short campaign of `benchmarks/kills.py`."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="commands are forked to be killed")
def test_what_stands_is_whole_and_nothing_is_left_after_the_next_run():
    command = [sys.executable, "benchmarks/kills.py", "--kills", "8", "lexicon stems", "audit draw"]
    campaign = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (campaign.returncode, campaign.stderr) == (0, "")
    rows = campaign.stdout.splitlines()
    assert len(rows) == 2
    for row in rows:
        counts = {name: int(count) for count, name in re.findall(r"(\d+) ([a-z ]+)", row)}
        assert sum(counts[state] for state in ("old", "new", "mixed")) == 8
        assert counts["broken"] == counts["left after"] == 0
