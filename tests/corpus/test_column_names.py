"""Sources call their columns otherwise, or have no identifiers: said, proposed, never guessed."""

import pandas as pd
import pytest

from framing.base.errors import CorpusError, CorpusWarning, UnknownNameError
from framing.corpus.articles import read_corpus


def test_columns_are_what_they_are_said_to_be():
    frame = pd.DataFrame({"id": [1, 2], "content": ["أ", "ب"], "source": ["x", "y"], "n": [3, 4]})
    news = read_corpus(frame, columns={"id": "doc_id", "content": "text", "source": "outlet"})
    assert list(news.columns) == ["doc_id", "outlet", "date", "title", "text", "n"]
    assert news[["doc_id", "outlet", "text"]].to_numpy().tolist() == [
        ["1", "x", "أ"],
        ["2", "y", "ب"],
    ]
    assert list(frame.columns) == ["id", "content", "source", "n"]


def test_names_may_be_exchanged():
    frame = pd.DataFrame({"doc_id": ["a"], "text": ["عنوان"], "title": ["نص"]})
    news = read_corpus(frame, columns={"text": "title", "title": "text"})
    assert news[["title", "text"]].to_numpy().tolist() == [["عنوان", "نص"]]


def test_articles_without_identifiers_are_numbered_and_it_is_said():
    frame = pd.DataFrame({"text": ["أ"] * 12}, index=[7] * 12)
    with pytest.warns(CorpusWarning, match=r"have no doc_id, and are numbered"):
        news = read_corpus(frame)
    assert news["doc_id"].tolist() == [f"{number:02}" for number in range(1, 13)]


def test_a_column_that_may_be_meant_is_proposed():
    with pytest.raises(CorpusError, match=r"columns=\{\"content\": \"text\"\}"):
        read_corpus(pd.DataFrame({"doc_id": ["1"], "content": ["أ"]}))
    with pytest.raises(CorpusError, match=r"columns=\{\"النص\": \"text\"\}"):
        read_corpus(pd.DataFrame({"doc_id": ["1"], "النص": ["أ"]}))
    with pytest.warns(CorpusWarning, match=r"columns=\{\"URL\": \"doc_id\"\}"):
        read_corpus(pd.DataFrame({"URL": ["1"], "text": ["أ"]}))


@pytest.mark.parametrize(
    ("columns", "error", "message"),
    [
        ({"body": "text"}, UnknownNameError, "There is no column named 'body'"),
        ({"content": "text", "lead": "text"}, CorpusError, "Two columns would be called 'text'"),
        ({"content": "doc_id"}, CorpusError, "Two columns would be called 'doc_id'"),
    ],
)
def test_a_name_that_is_not_there_or_twice_is_refused(columns, error, message):
    frame = pd.DataFrame({"doc_id": ["1"], "content": ["أ"], "lead": ["ب"]})
    with pytest.raises(error, match=message):
        read_corpus(frame, columns=columns)
