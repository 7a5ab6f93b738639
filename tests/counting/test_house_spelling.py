"""What a list of exact forms would miss, and why."""

import pandas as pd
import pytest

from framing.corpus.articles import read_corpus
from framing.counting.house_spelling import house_spelling, spelling_shares


def tally(text):
    news = read_corpus(pd.DataFrame({"doc_id": ["1"], "text": [text]}))
    table = house_spelling(news, ["militancy"])
    return table.loc[0, ["hits", "exact", "hamza", "diacritics", "clitic"]].tolist()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قاتلوا الإرهابيين أمس.", [1, 1, 0, 0, 0]),
        ("قاتلوا الارهابيين أمس.", [1, 0, 1, 0, 0]),
        ("قاتلوا الإرهابيّين أمس.", [1, 0, 0, 1, 0]),
        ("وهم كالإرهابيين أمس.", [1, 0, 0, 0, 1]),
        ("وصلوا والارهابيـــين أمس.", [1, 0, 1, 1, 1]),
        ("وصلوا أمس.", [0, 0, 0, 0, 0]),
    ],
)
def test_each_reason_is_counted(text, expected):
    assert tally(text) == expected


def test_shares_are_of_the_hits():
    news = read_corpus(pd.DataFrame({"doc_id": ["1"], "text": ["قاتلوا الارهابيين وداعش."]}))
    table = spelling_shares(house_spelling(news)).set_index("category")
    assert table["base"].eq(2).all()
    assert table["count"].to_dict() == {"exact": 0, "hamza": 1, "diacritics": 0, "clitic": 1}
