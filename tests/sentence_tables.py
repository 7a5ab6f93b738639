"""Tables of test sentences: one in which an entry counts, one with its homograph.

A table in `tests/lexicon/sentences/` has the columns of `COLUMNS`; `fails` names what the package
still gets wrong ("negative: reason"), and such a sentence must go on failing until the mark
is taken away.
"""

import csv
import re
from collections import Counter
from itertools import chain
from pathlib import Path

import pytest

SENTENCES = Path(__file__).parent / "lexicon" / "sentences"
SIDES = ("positive", "negative")
COLUMNS = ("row", "alternative", "entry", *SIDES, "form", "homograph")


def read_table(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def read_sentences(pattern):
    """The rows of every table whose name fits, in the order of their names."""
    return list(chain.from_iterable(map(read_table, sorted(SENTENCES.glob(pattern)))))


def cases(rows, side):
    """The rows of one side, those known to fail marked, called by entry (and homograph)."""
    return [pytest.param(row, id=name_of(row, side), marks=marks_of(row, side)) for row in rows]


def name_of(row, side):
    """In Latin letters, since pytest prints others as code points."""
    said = row["entry"] if side == "positive" else f"{row['entry']}: {row['homograph']}"
    return " ".join(re.sub(r"[^ -~]+", " ", said).split())


def mark_of(row):
    """Which side of a row is known to fail, and why: ("negative", reason)."""
    side, _, reason = (row.get("fails") or "").partition(": ")
    return side, reason


def marks_of(row, side):
    marked, reason = mark_of(row)
    if marked != side:
        return ()
    return pytest.mark.xfail(strict=True, raises=AssertionError, reason=reason)


def used_twice(rows):
    """The sentences that stand in more than one place."""
    used = Counter(chain.from_iterable((row["positive"], row["negative"]) for row in rows))
    return [sentence for sentence, times in used.items() if times > 1]


def assert_whole(row):
    assert all(row[name] for name in COLUMNS), row
    assert row["form"] in row["positive"], row
    assert mark_of(row)[0] in ("", *SIDES), row
