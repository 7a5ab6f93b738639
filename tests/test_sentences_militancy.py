"""Every alternative of the starting table in two sentences: a label in one, not in the other.

The sentences stand in `tests/sentences/militancy.tsv`. In the positive one the `entry` of the
lexicon is found as the printed `form`; the negative one holds the same letters, or a word of
the same root, with another meaning: the `homograph`. The column `fails` names what the package
still gets wrong ("negative: reason"); such a sentence must go on failing until the mark is
taken away.
"""

import csv
import re
from collections import Counter
from itertools import chain
from pathlib import Path

import pytest

# The starting table is read in one way only, by the test that asks whether it is covered.
from test_lexicon_militancy import TABLE, table_rows

from framing.lexicon import load_lexicon
from framing.matching import find
from framing.tokens import read_words

SENTENCES = Path(__file__).parent / "sentences" / "militancy.tsv"
SIDES = ("positive", "negative")


def read_sentences():
    with SENTENCES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


ROWS = read_sentences()


def mark_of(row):
    """Which side of a row is known to fail, and why: ("negative", reason)."""
    side, _, reason = row["fails"].partition(": ")
    return side, reason


def cases(side):
    """The rows of one side, those known to fail marked, called by entry (and homograph)."""
    return [pytest.param(row, id=name_of(row, side), marks=marks_of(row, side)) for row in ROWS]


def name_of(row, side):
    """In Latin letters, since pytest prints others as code points."""
    said = row["entry"] if side == "positive" else f"{row['entry']}: {row['homograph']}"
    return " ".join(re.sub(r"[^ -~]+", " ", said).split())


def marks_of(row, side):
    marked, reason = mark_of(row)
    if marked != side:
        return ()
    return pytest.mark.xfail(strict=True, raises=AssertionError, reason=reason)


def hits_of(sentence):
    words = read_words(sentence)
    return [
        (hit.entry.id, words.cover(hit.first, hit.last).form(sentence))
        for hit in find(words, load_lexicon("militancy"))
    ]


@pytest.mark.parametrize("row", cases("positive"))
def test_an_alternative_is_found_where_it_counts(row):
    assert (row["entry"], row["form"]) in hits_of(row["positive"])


@pytest.mark.parametrize("row", cases("negative"))
def test_its_homograph_is_not_taken_for_it(row):
    assert row["entry"] not in dict(hits_of(row["negative"]))


@pytest.mark.skipif(not TABLE.is_file(), reason="the source tables do not ship; set FRAMING_SHARED")
def test_every_alternative_of_every_table_row_has_its_sentences():
    written = {(row["row"], row["alternative"]) for row in ROWS}
    assert {(row, alternative) for row, alternative, _ in table_rows()} - written == set()


def test_every_alternative_is_read_rightly_in_at_least_one_pair_of_sentences():
    right = {row["alternative"] for row in ROWS if not row["fails"]}
    assert {row["alternative"] for row in ROWS} - right == set()


def test_no_sentence_is_used_twice():
    used = Counter(chain.from_iterable((row["positive"], row["negative"]) for row in ROWS))
    assert [sentence for sentence, times in used.items() if times > 1] == []


def test_every_row_is_whole_and_its_form_stands_in_its_sentence():
    named = ("row", "alternative", "entry", *SIDES, "form", "homograph")
    for row in ROWS:
        assert all(row[name] for name in named), row
        assert row["form"] in row["positive"], row
        assert mark_of(row)[0] in ("", *SIDES), row
