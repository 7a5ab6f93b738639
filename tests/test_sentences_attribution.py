"""Every alternative of the starting table in two sentences: it counts in one, not in the other.

The sentences stand in `tests/sentences/attribution_*.tsv`. In the positive one the `entry` of
the lexicon is found as the printed `form`; the negative one holds the same letters, or a word
of the same root, with another meaning: the `homograph`. The column `fails`, where a file has
one, names what the package still gets wrong ("negative: reason"); such a sentence must go on
failing until the mark is taken away.
"""

import csv
import re
from collections import Counter
from functools import cache
from itertools import chain
from pathlib import Path

import pytest

# The starting table is read in one way only, by the test that asks whether it is covered.
from test_lexicon_attribution import alternatives, table_rows

from framing.cues import find_cues
from framing.lexicon import load_lexicon
from framing.matching import find
from framing.tokens import read_words

SENTENCES = Path(__file__).parent / "sentences"
SIDES = ("positive", "negative")


def read_sentences():
    rows = []
    for path in sorted(SENTENCES.glob("attribution_*.tsv")):
        with path.open(encoding="utf-8", newline="") as file:
            rows.extend(csv.DictReader(file, delimiter="\t"))
    return rows


ROWS = read_sentences()


@cache
def entries():
    return {entry.id: entry for entry in load_lexicon("attribution").entries}


def mark_of(row):
    """Which side of a row is known to fail, and why: ("negative", reason)."""
    side, _, reason = (row.get("fails") or "").partition(": ")
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


def cues_of(sentence):
    words = read_words(sentence)
    return [
        (cue.entry.id, words.cover(cue.first, cue.last).form(sentence)) for cue in find_cues(words)
    ]


def hits_of(sentence):
    words = read_words(sentence)
    return [
        (hit.entry.id, words.cover(hit.first, hit.last).form(sentence))
        for hit in find(words, load_lexicon("attribution"))
    ]


@pytest.mark.parametrize("row", cases("positive"))
def test_an_alternative_is_found_where_it_counts(row):
    governs = entries()[row["entry"]].governs
    found = cues_of(row["positive"]) if governs else hits_of(row["positive"])
    assert (row["entry"], row["form"]) in found


@pytest.mark.parametrize("row", cases("negative"))
def test_its_homograph_is_not_taken_for_it(row):
    assert row["entry"] not in dict(cues_of(row["negative"]))


def test_every_alternative_of_every_table_row_has_its_sentences():
    written = {(row["row"], row["alternative"]) for row in ROWS}
    asked = {
        (row["lemma"], alternative)
        for row in table_rows()
        for alternative in alternatives(row["lemma"])
    }
    assert asked - written == set()


def test_no_sentence_is_used_twice():
    used = Counter(chain.from_iterable((row["positive"], row["negative"]) for row in ROWS))
    assert [sentence for sentence, times in used.items() if times > 1] == []


def test_every_row_is_whole_and_its_form_stands_in_its_sentence():
    named = ("row", "alternative", "entry", *SIDES, "form", "homograph")
    for row in ROWS:
        assert all(row[name] for name in named), row
        assert row["form"] in row["positive"], row
        assert mark_of(row)[0] in ("", *SIDES), row
