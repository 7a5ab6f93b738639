"""Every alternative of the starting table in two sentences: a source in one, not in the other.

The sentences stand in `tests/lexicon/sentences/sourcing.tsv`. In the positive one a reference of
the `entry` is found, printed as `form`; the negative one holds the same letters, or a word of the
same root, with another meaning: the `homograph`. The column `fails` names what the package
still gets wrong ("negative: reason"); such a sentence must fail until the mark is taken away.
"""

import os
import re
from itertools import product
from pathlib import Path

import pytest
from sentence_tables import assert_whole, cases, read_sentences, read_table, used_twice

from framing.attribution.leaks import find_references
from framing.lexicon.entries import load_lexicon
from framing.text.tokens import read_words

SHARED = Path(os.environ.get("FRAMING_SHARED", Path(__file__).parents[3] / "shared"))
TABLE = SHARED / "lexicons" / "lexicon_leak.tsv"


ROWS = read_sentences("sourcing.tsv")


def alternatives(pattern):
    """The phrases of a table row: each word of a bracket or between slashes in its turn.

    Endings in brackets (رفض(وا)), optional words and `+ outlet` are left out.
    """
    plain = re.sub(r"(?<=\w)\([^)]*\)|\+( outlet)?", "", pattern)
    plain = re.sub(r"\([^)]*\)", lambda bracket: bracket.group().replace(" / ", "/"), plain)
    for phrase in plain.split(" / "):
        slots = [slot for slot in re.findall(r"\([^)]*\)|\S+", phrase) if is_asked(slot)]
        for choice in product(*(slot.strip("()").split("/") for slot in slots)):
            yield " ".join(choice)


def is_asked(slot):
    return "/" in slot or not slot.startswith("(")


def references(text):
    words = read_words(text)
    return [
        (one.hit.entry.id, words.cover(one.first, one.last).form(text))
        for one in find_references(words)
    ]


@pytest.mark.parametrize("row", cases(ROWS, "positive"))
def test_an_alternative_is_found_where_it_counts(row):
    assert (row["entry"], row["form"]) in references(row["positive"])


@pytest.mark.parametrize("row", cases(ROWS, "negative"))
def test_its_homograph_is_not_taken_for_it(row):
    assert row["entry"] not in dict(references(row["negative"]))


@pytest.mark.skipif(not TABLE.is_file(), reason="the source tables do not ship; set FRAMING_SHARED")
def test_every_alternative_of_every_table_row_has_its_sentences():
    asked = [
        (row["pattern"], alternative)
        for row in read_table(TABLE)
        for alternative in alternatives(row["pattern"])
    ]
    written = [(row["row"], row["alternative"]) for row in ROWS]
    assert written[: len(asked)] == asked  # behind them those of entries that the table lacks


def test_no_sentence_is_used_twice():
    assert used_twice(ROWS) == []


def test_every_row_is_whole_and_its_form_stands_in_its_sentence():
    known = {entry.id for entry in load_lexicon("sourcing").entries}
    for row in ROWS:
        assert_whole(row)
        assert row["entry"] in known, row
