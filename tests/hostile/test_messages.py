"""What is said of one malformed input of each kind, word for word."""

from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pandas as pd
import pytest
from every_command import CORPORA, KINDS

import framing as fr
from framing.base.errors import CorpusError, CorpusWarning, FramingError, LexiconError, PropositionError
from framing.cli import clusters_in
from framing.copying.propositions import load_propositions
from framing.corpus.groups import groups_of

ANEW = "Save it anew, or as .csv or .jsonl."
A_FILE = "Give the path of a file you may read."
A_LINE = 'Write one article a line: {"doc_id": "000", "text": "…"}.'
A_CELL = (
    "Put a cell that holds the separator, a line break or a quotation mark in double quotes."
)
REDRAW = (
    "Draw the sample again into another folder, by the same articles, size and seed, and take its "
    "sheet.jsonl."
)
READERS: dict[str, Callable[[Path], Any]] = {
    "corpus": fr.read_corpus,
    "lexicon": fr.load_lexicon,
    "propositions": load_propositions,
    "coding": fr.read_coding,
    "clusters": lambda path: clusters_in(path, "utf-8"),
}


def said(kind: str, state: str, folder: Path) -> str:
    """What is said of a malformed input, its folder called DIR."""
    families, sound = KINDS[kind]
    typed = families[state](Random(1), folder)  # noqa: S311  # the same input on every machine
    with pytest.raises(FramingError) as refused:
        if kind == "sheet":
            (folder / "news").mkdir()
            fr.score_audit(typed, fr.read_corpus(KINDS["corpus"][1](folder / "news")))
        else:
            READERS[kind](Path(typed))
    return str(refused.value).replace(str(folder), "DIR")


@pytest.mark.parametrize(
    ("state", "message"),
    [
        ("folder: without articles", "The folder 'DIR/news' holds no .txt files. Put one article in each."),
        ("folder: a pipe, beside an article", f"'DIR/b.txt' cannot be read: it is a pipe or a device. {A_FILE}"),
        ("folder: a link to nothing, beside an article", f"'DIR/b.txt' cannot be read: No such file or directory. {A_FILE}"),
        ("folder: one name in two spellings", "Two files in 'DIR/news' have one name, written in two ways: '\\u0623.txt' and '\\u0627\\u0654.txt'. Rename one of them."),
        ("metadata: files elsewhere", "'DIR/news/metadata.csv' names articles that have no file: 001 (../../etc/passwd). Add the files or take the rows out."),
        ("metadata: dates of no calendar", "The date of '001' cannot be read: '2016-99-99'. Write it year first: 2016-07-16."),
        ("metadata: outlets of 9,999 letters", f"Article '001' has 9,999 characters for its outlet: '{'ا' * 80}…'. Give a name of at most 500; what is longer is mostly a text in the wrong column."),
        ("csv: ragged rows", f"'DIR/a.csv', line 2: 1 cells under 2 columns. {A_CELL}"),
        ("csv: an identifier of a million letters", f"Article 1 has 1,000,000 characters for its doc_id: '{'1' * 80}…'. Give a name of at most 500; what is longer is mostly a text in the wrong column."),
        ("jsonl: arrays", f"'DIR/a.jsonl', line 1, is not a JSON object. {A_LINE}"),
        ("jsonl: nested 100,000 deep", f"'DIR/a.jsonl', line 1, is not a JSON object (it is nested more than 50 deep). {A_LINE}"),
        ("xlsx: an old .xls", f"'DIR/a.xlsx' cannot be read as an Excel workbook. {ANEW}"),
        ("xlsx: charts only", f"'DIR/a.xlsx' cannot be read as an Excel workbook. {ANEW}"),
        ("xlsx: a bomb", "'DIR/a.xlsx' would unpack to 93 MB, more than 100 times its size: it is damaged, or made to fill the memory. Save the articles anew, or as .csv or .jsonl."),
        ("parquet: two columns of one name", f"'DIR/a.parquet' cannot be read as a Parquet file. {ANEW}"),
    ],
)  # fmt: skip
def test_of_a_corpus(state: str, message: str, tmp_path: Path) -> None:
    assert said("corpus", state, tmp_path) == message


@pytest.mark.parametrize(
    ("kind", "state", "message"),
    [
        ("lexicon", "nested 5,000 deep", "DIR/own.toml is not readable as TOML: it is nested more than 50 deep. Correct it there."),
        ("lexicon", "a number of 100,000 digits", "DIR/own.toml is not readable as TOML: it holds a number too long; at most 100 are read. Correct it there."),
        ("lexicon", "one entry twice", "DIR/own.toml has two entries with the id 'malik'. Rename one."),
        ("propositions", "a list of numbers", "'DIR/own.toml': write every proposition as [[proposition]]."),
        ("propositions", "a pipe", "'DIR/own.toml' cannot be read: it is a pipe or a device. Give the path of a .toml file."),
        ("coding", "arrays", "gold.jsonl, line 1 has no 'doc'. A record has doc, layer, start, end, text, class."),
        ("coding", "a link to itself", "'DIR/gold.jsonl' cannot be read: Too many levels of symbolic links. Give the path of what you may read."),
        ("sheet", "sheet.csv: a folder of that name", "There is no sheet.csv in 'DIR/audit'. Give the folder that was drawn."),
        ("sheet", "sheet.jsonl: zeros", f"'DIR/audit/sheet.jsonl', line 1, is no JSON (Expecting value: line 1 column 1 (char 0)). {REDRAW}"),
        ("clusters", "lists", "'DIR/clusters.jsonl', row 1, holds [1]. Write one text in each cell."),
    ],
)  # fmt: skip
def test_of_what_else_is_read(kind: str, state: str, message: str, tmp_path: Path) -> None:
    assert said(kind, state, tmp_path) == message


@pytest.mark.parametrize(
    ("read", "error"),
    [
        (fr.read_corpus, CorpusError),
        (fr.load_lexicon, LexiconError),
        (load_propositions, PropositionError),
        (fr.read_coding, FramingError),
    ],
)
@pytest.mark.parametrize("name", ["x" * 5000 + ".toml", "a\x00.toml", "\ud800.toml", ".toml/x.toml"])
def test_no_path_raises_what_is_not_ours(
    read: Callable[[Path], Any], error: type[FramingError], name: str, tmp_path: Path
) -> None:
    (tmp_path / ".toml").touch()
    with pytest.raises(error, match=r"\.$") as refused:
        read(tmp_path / name)
    assert len(str(refused.value)) < 400


def test_half_a_character_in_lists_categories_and_groups_is_replaced() -> None:
    halves = pd.Categorical.from_codes([0, 1], pd.Index(["\ud800", "\udfff"], dtype=object))
    table = pd.DataFrame({"doc_id": ["a", "b"], "text": ["", ""]}).assign(
        outlet=halves, tags=[["\ud800", 1], {"\ud800": ("\udfff",)}]
    )
    with pytest.warns(CorpusWarning, match="in 4 places, the first in outlet of article 1"):
        news = fr.read_corpus(table)
    assert news["outlet"].tolist() == ["\ufffd", "\ufffd"]
    assert news["tags"].tolist() == [["\ufffd", 1], {"\ufffd": ["\ufffd"]}]
    assert groups_of(news, {"a": "\ud800", "b": "x"}).tolist() == ["\ufffd", "x"]


def test_a_group_is_a_name_and_no_text() -> None:
    news = fr.read_corpus(pd.DataFrame({"doc_id": ["a"], "text": ["قال " * 999]}))
    with pytest.raises(FramingError) as refused:
        groups_of(news, "text")
    assert str(refused.value) == (
        "Article 'a' has 3,996 characters for its group. Name a column that holds names, of at "
        "most 2,000 characters."
    )


def test_a_coding_with_half_a_character_is_that_of_the_corpus(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    record = '"doc": "a", "layer": "leak", "start": 0, "end": 1, "text": "\\ud800", "class": "leak-talk"'
    path.write_text(f'{{{record}, "\\udfff": ["x"]}}\n'.replace('["x"]', '"x"'), "utf-8")
    coding = fr.read_coding(path)
    assert coding["text"].tolist() == ["\ufffd"]
    assert list(coding.columns)[-1] == "\ufffd"


def test_every_state_of_a_corpus_is_told_apart() -> None:
    assert len({state.casefold() for state in CORPORA}) == len(CORPORA)
