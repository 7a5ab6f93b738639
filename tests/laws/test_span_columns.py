"""Laws of every span column of every table, over articles made to break them."""

import importlib
from collections import Counter
from pathlib import Path
from random import Random
from types import ModuleType

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import framing as fr

BENCHMARKS = Path(__file__).parent.parent.parent / "benchmarks"


@pytest.fixture(scope="module")
def laws() -> ModuleType:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(BENCHMARKS)
        return importlib.import_module("span_laws")


@settings(max_examples=30, deadline=None)
@given(chance=st.randoms(use_true_random=False))
def test_every_span_is_null_or_inside_its_text_with_its_form(
    laws: ModuleType, chance: Random
) -> None:
    reading = fr.annotate(fr.read_corpus(laws.corpus_of(chance, 6)))
    assert list(laws.breaches(reading, Counter())) == []
    assert reading.errors.empty


def test_all_kinds_of_spans_are_met(laws: ModuleType) -> None:
    seen: Counter[str] = Counter()
    for seed in range(3):
        news = fr.read_corpus(laws.corpus_of(Random(seed), 50))  # noqa: S311  # the same articles every time
        assert list(laws.breaches(fr.annotate(news), seen)) == []
    assert min(seen.values()) > 5, seen
    assert set(seen) == {*laws.LAYERS, "reuse", "edits", "clusters"}


ROW = {"doc_id": "a", "field": "text", "start": 0, "end": 3, "form": "قال"}
BROKEN: dict[str, dict[str, object]] = {
    "is not inside": {"end": 8},
    "not 'قال'": {"start": 1},
    "is not inside a text of 7": {"start": 3},
    "is half null": {"end": None},
    "null with a form": {"start": None, "end": None},
    "holds nothing": {"start": 3, "end": 4, "form": " "},
}


@pytest.mark.parametrize("breach", BROKEN)
def test_what_breaks_a_law_is_named(
    laws: ModuleType, breach: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading = fr.annotate(
        fr.read_corpus(pd.DataFrame({"doc_id": ["a"], "outlet": ["x"], "text": ["قال نعم"]}))
    )
    table = pd.DataFrame([ROW | BROKEN[breach]]).astype({"start": "Int64", "end": "Int64"})
    monkeypatch.setattr(laws, "tables_of", lambda reading: [("made", table)])
    (told,) = laws.breaches(reading, Counter())
    assert told.startswith("made: start ")
    assert breach in told


def test_an_article_that_is_missing_is_named(
    laws: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    news = fr.read_corpus(laws.corpus_of(Random(1), 3))  # noqa: S311  # the same articles every time
    reading = fr.annotate(news)
    monkeypatch.setattr(laws, "tables_of", lambda reading: [])
    features = fr.features(reading)
    monkeypatch.setattr(laws.fr, "features", lambda reading: features.iloc[:0])
    told = list(laws.breaches(reading, Counter()))
    assert told == [f"features: article {doc_id} is missing" for doc_id in news["doc_id"]]
