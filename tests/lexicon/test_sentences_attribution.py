"""Every alternative of the starting table in two sentences: it counts in one, not in the other.

The sentences stand in `tests/lexicon/sentences/attribution_*.tsv`. In the positive one the `entry`
of the lexicon is found as the printed `form`; the negative one holds the same letters, or a word
of the same root, with another meaning: the `homograph`. The column `fails`, where a file has
one, names what the package still gets wrong ("negative: reason"); such a sentence must go on
failing until the mark is taken away.
"""

from functools import cache

import pytest
from sentence_tables import assert_whole, cases, read_sentences, used_twice

# The starting table is read in one way only, by the test that asks whether it is covered.
from test_lexicon_attribution import alternatives, table_rows

from framing.attribution.cues import find_cues
from framing.lexicon.entries import load_lexicon
from framing.lexicon.matching import find
from framing.text.tokens import read_words

ROWS = read_sentences("attribution_*.tsv")


@cache
def entries():
    return {entry.id: entry for entry in load_lexicon("attribution").entries}


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


@pytest.mark.parametrize("row", cases(ROWS, "positive"))
def test_an_alternative_is_found_where_it_counts(row):
    governs = entries()[row["entry"]].governs
    found = cues_of(row["positive"]) if governs else hits_of(row["positive"])
    assert (row["entry"], row["form"]) in found


@pytest.mark.parametrize("row", cases(ROWS, "negative"))
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
    assert used_twice(ROWS) == []


def test_every_row_is_whole_and_its_form_stands_in_its_sentence():
    for row in ROWS:
        assert_whole(row)
