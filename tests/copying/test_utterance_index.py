"""Which utterances share enough: the compiled count against the definition written out."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.copying.utterance_index import Bar, Told, pairs_over

Utterances = list[list[list[int]]]  # of each utterance its words, of each word its names

WORDS = st.lists(st.lists(st.integers(0, 9), min_size=1, max_size=3), max_size=6)
UTTERANCES = st.lists(WORDS, max_size=8)
BARS = st.builds(
    Bar, st.integers(1, 2), st.integers(1, 4), st.sampled_from([0.0, 0.5, 1.0]), st.integers(2, 5)
)


def defined(
    said: Utterances, articles: list[str], speakers: list[str | None], bar: Bar
) -> list[tuple[int, int, int]]:
    """The same by sets of names, every pair looked at."""
    names = [{name for word in words for name in word} for words in said]
    places = {name: sum(name in one for one in names) for name in range(10)}
    found = []
    for a, b in combinations(range(len(said)), 2):
        meet = any(places[name] <= bar.places for name in names[a] & names[b])
        common = min(
            sum(not names[b].isdisjoint(word) for word in said[a]),
            sum(not names[a].isdisjoint(word) for word in said[b]),
        )
        same = speakers[a] is not None and speakers[a] == speakers[b]
        least = bar.one_speaker if same else bar.two_speakers
        enough = common >= least and common >= bar.overlap * min(len(said[a]), len(said[b]))
        if articles[a] != articles[b] and meet and enough:
            found.append((a, b, common))
    return found


def counted(
    said: Utterances, articles: list[str], speakers: list[str | None], bar: Bar
) -> list[tuple[int, int, int]]:
    found = pairs_over(Told.of(said, articles, speakers), bar)
    return list(zip(*(column.tolist() for column in found), strict=True))


@given(UTTERANCES, st.data(), BARS)
def test_the_compiled_count_is_the_definition(said, data, bar):
    """Whatever is said, by whom, where, however few places a name may have."""
    size = {"min_size": len(said), "max_size": len(said)}
    articles = data.draw(st.lists(st.sampled_from("abc"), **size))
    speakers = data.draw(st.lists(st.sampled_from(["kerry", "lavrov", None]), **size))
    assert counted(said, articles, speakers, bar) == defined(said, articles, speakers, bar)


@pytest.mark.parametrize(
    ("said", "common"),
    [
        ([[[1], [2], [3]], [[1], [2], [3]]], 3),
        ([[[1], [2], [3]], [[3], [4], [1], [2]]], 3),  # in any order
        ([[[1, 2], [3, 4]], [[2], [4]]], 2),  # one of a word's names is enough
        ([[[1], [1], [1]], [[1], [2]]], 1),  # a word said thrice meets one word
    ],
)
def test_words_in_common_are_counted_from_the_side_that_has_fewer(said, common):
    bar = Bar(one_speaker=1, two_speakers=1, overlap=0.0, places=9)
    assert counted(said, ["a", "b"], [None, None], bar) == [(0, 1, common)]


def test_more_pairs_than_there_is_room_for_at_first_are_all_found():
    n = 120  # 7,140 pairs
    found = pairs_over(
        Told.of([[[1]]] * n, list(map(str, range(n))), [None] * n), Bar(1, 1, 0.5, n)
    )
    assert np.array_equal(np.stack(found[:2], axis=1), list(combinations(range(n), 2)))
