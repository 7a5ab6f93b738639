"""What is said of one malformed input of each kind, word for word."""

from collections.abc import Callable
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pandas as pd
import pytest
from every_command import CORPORA, KINDS

import framing as fr
from framing.base.errors import (
    CorpusError,
    CorpusWarning,
    FramingError,
    LexiconError,
    PropositionError,
)
from framing.cli import clusters_in
from framing.copying.propositions import load_propositions
from framing.corpus.groups import groups_of
from framing.questions.analysis_plan import load_plan

MESSAGES = (Path(__file__).parent / "messages.tsv").read_text("utf-8").splitlines()[1:]
READERS: dict[str, Callable[[Path], Any]] = {
    "corpus": fr.read_corpus,
    "lexicon": fr.load_lexicon,
    "propositions": load_propositions,
    "plan": load_plan,
    "coding": fr.read_coding,
    "clusters": lambda path: clusters_in(path, "utf-8"),
    "sheet": lambda path: fr.score_audit(path, fr.read_corpus(path.parent / "drawn-from.jsonl")),
}


@pytest.mark.parametrize(
    ("kind", "state", "message"),
    [line.split("\t") for line in MESSAGES],
    ids=[line.rpartition("\t")[0] for line in MESSAGES],
)
def test_malformed_input_is_refused_word_for_word(kind: str, state: str, message: str) -> None:
    families, _ = KINDS[kind]
    with TemporaryDirectory() as folder:  # of a short name, which no message cuts
        path = Path(families[state](Random(1), Path(folder)))  # noqa: S311  # the same everywhere
        with pytest.raises(FramingError) as refused:
            READERS[kind](path)
    assert str(refused.value).replace(folder, "DIR") == message


@pytest.mark.parametrize(
    ("read", "error"),
    [
        (fr.read_corpus, CorpusError),
        (fr.load_lexicon, LexiconError),
        (load_propositions, PropositionError),
        (load_plan, FramingError),
        (fr.read_coding, FramingError),
    ],
)
@pytest.mark.parametrize(
    "name", ["x" * 5000 + ".toml", "a\x00.toml", "\ud800.toml", ".toml/x.toml"]
)
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
    record = (
        '"doc": "a", "layer": "leak", "start": 0, "end": 1, "text": "\\ud800", "class": "leak-talk"'
    )
    path.write_text(f'{{{record}, "\\udfff": ["x"]}}\n'.replace('["x"]', '"x"'), "utf-8")
    coding = fr.read_coding(path)
    assert coding["text"].tolist() == ["\ufffd"]
    assert list(coding.columns)[-1] == "\ufffd"


def test_every_state_of_a_corpus_is_told_apart() -> None:
    assert len({state.casefold() for state in CORPORA}) == len(CORPORA)
