"""Kinds of sentences, ten or more of each, written before the rules that read them.

A file of `kinds/` names its kind; a `[[sentence]]` has its `text` and, of `cues`, `labels`
(militancy) and `leaks`, those lists that it is about: each is the whole list of what is to be
found, in order, and of each finding the columns that matter (`""` is null; `source` and `content`
are the words). `field = "title"` makes it a headline. `fails` says why the package
still reads it otherwise; such a sentence must go on failing until the mark is taken away.
"""

import tomllib
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import framing as fr

KINDS = sorted((Path(__file__).parent / "kinds").glob("*.toml"))
TABLES = {"cues": fr.attributions, "labels": fr.mentions, "leaks": fr.leaks}
KEYS = {"text", "field", "fails", *TABLES}

Row = dict[str, Any]


def sentences(path: Path) -> list[Row]:
    return tomllib.loads(path.read_text(encoding="utf-8"))["sentence"]


def cases() -> list[Any]:
    return [
        pytest.param(one, id=f"{path.stem} {number}", marks=marks_of(one))
        for path in KINDS
        for number, one in enumerate(sentences(path), start=1)
    ]


def marks_of(sentence: Row) -> Any:
    reason = sentence.get("fails")
    return pytest.mark.xfail(strict=True, raises=AssertionError, reason=reason) if reason else ()


def found_in(sentence: Row, table: str) -> list[Row]:
    """What is found in the sentence's field, as rows with the words of source and content."""
    field = sentence.get("field", "text")
    article = {"doc_id": "1", "outlet": "x", "text": "نص.", "title": ""} | {field: sentence["text"]}
    news = fr.read_corpus(pd.DataFrame([article]))
    found = TABLES[table](news)
    if table == "labels":
        found = found[found["lexicon"] == "militancy"]
    rows = found[found["field"] == field].to_dict("records")
    if table == "cues":
        for row in rows:
            start, end = row["content_start"], row["content_end"]
            row["content"] = None if pd.isna(start) else sentence["text"][start:end]
    return rows


@pytest.mark.parametrize("sentence", cases())
def test_a_sentence_is_read_as_a_reader_reads_it(sentence: Row) -> None:
    for table in TABLES.keys() & sentence.keys():
        found = found_in(sentence, table)
        assert [row["form"] for row in found] == [row["form"] for row in sentence[table]]
        for ours, right in zip(found, sentence[table], strict=True):
            said = {key: "" if pd.isna(ours[key]) else ours[key] for key in right}
            assert said == right


@pytest.mark.parametrize("path", KINDS, ids=[path.stem for path in KINDS])
def test_a_kind_has_ten_sentences_in_the_format(path: Path) -> None:
    written = sentences(path)
    assert len(written) >= 10
    assert all(one.keys() <= KEYS and TABLES.keys() & one.keys() for one in written)
    assert len({one["text"] for one in written}) == len(written)
