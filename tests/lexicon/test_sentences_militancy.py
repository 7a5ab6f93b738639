"""Every alternative of the starting table in two sentences: a label in one, not in the other.

The sentences stand in `tests/lexicon/sentences/militancy.tsv`. In the positive one the `entry` of
the lexicon is found as the printed `form`; the negative one holds the same letters, or a word of
the same root, with another meaning: the `homograph`. The column `fails` names what the package
still gets wrong ("negative: reason"); such a sentence must go on failing until the mark is
taken away.
"""

import pytest
from sentence_tables import assert_whole, cases, read_sentences, used_twice

# The starting table is read in one way only, by the test that asks whether it is covered.
from test_lexicon_militancy import TABLE, table_rows

from framing.lexicon.entries import load_lexicon
from framing.lexicon.matching import find
from framing.text.tokens import read_words

ROWS = read_sentences("militancy.tsv")


def hits_of(sentence):
    words = read_words(sentence)
    return [
        (hit.entry.id, words.cover(hit.first, hit.last).form(sentence))
        for hit in find(words, load_lexicon("militancy"))
    ]


@pytest.mark.parametrize("row", cases(ROWS, "positive"))
def test_an_alternative_is_found_where_it_counts(row):
    assert (row["entry"], row["form"]) in hits_of(row["positive"])


@pytest.mark.parametrize("row", cases(ROWS, "negative"))
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
    assert used_twice(ROWS) == []


def test_every_row_is_whole_and_its_form_stands_in_its_sentence():
    for row in ROWS:
        assert_whole(row)
