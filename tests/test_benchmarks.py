"""The benchmarks do what they say: same hits, same spelling, spans led home, tables of numbers."""

import importlib
from pathlib import Path
from types import ModuleType

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.corpus.articles import read_corpus
from framing.lexicon.matching import find
from framing.text.orthography import fold
from framing.text.tokens import read_texts

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "performance.md"
NUMBERS = ROOT / "docs" / "performance"
TEXTS = read_corpus(ROOT / "seeds")["text"].tolist()


@pytest.fixture
def benchmark(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(ROOT / "benchmarks")
    return importlib.import_module("tools")


def test_the_timed_hits_are_those_of_find_with_their_offsets(benchmark: ModuleType) -> None:
    for lexicon in benchmark.shipped():
        timed = [
            span
            for batch in benchmark.batches(TEXTS)
            for span in zip(
                *(column.tolist() for column in benchmark.longest_hits(batch, lexicon)),
                strict=True,
            )
        ]
        found = [
            (number, span.start, span.end)
            for number, words in enumerate(read_texts(TEXTS))
            for span in (words.cover(hit.first, hit.last) for hit in find(words, lexicon))
        ]
        assert sorted(timed) == sorted(found)


def test_the_other_tools_level_words_as_the_package_does(benchmark: ModuleType) -> None:
    words = [word for text in TEXTS for word in text.split()]
    assert [benchmark.levelled(word) for word in words] == [fold(word) for word in words]


def test_the_other_tools_are_given_every_single_word_that_the_lexicons_spell(
    benchmark: ModuleType,
) -> None:
    forms = benchmark.surface_forms(benchmark.shipped())
    assert {"اكد", "ارهابيين", "النظام السوري", "فصيل مسلح"} <= set(forms)
    assert all(form == fold(form) for form in forms)


def test_forgetting_empties_what_was_learned_from_texts_and_keeps_the_indices(
    benchmark: ModuleType,
) -> None:
    from framing.lexicon.index import build_index
    from framing.text.orthography import skeleton

    benchmark.ours()(TEXTS)
    skeleton(TEXTS[0])
    benchmark.forget()
    assert skeleton.cache_info().currsize == 0
    assert build_index.cache_info().currsize > 0


@pytest.mark.usefixtures("benchmark")
def test_made_text_is_counted_as_it_is_read_and_comes_out_the_same_again() -> None:
    growth = importlib.import_module("growth")
    model = growth.learn(TEXTS)
    stream = growth.Stream(model, 0.2, 1)
    made = list(stream)
    assert sum(len(text.encode()) for text in made) == stream.bytes >= 200_000
    assert sum(len(words.places) for words in read_texts(made)) == stream.n_tokens
    again = growth.Stream(model, 0.2, 1)
    assert list(again) == made
    assert again.n_types == stream.n_types


@pytest.mark.usefixtures("benchmark")
def test_heaps_law_is_read_off_where_words_first_come() -> None:
    growth = importlib.import_module("growth")
    first = np.unique((np.arange(1, 2000) / 3) ** 2).astype(np.int64)  # 3 n^0.5 words among n
    k, b = growth.heaps(first, int(first[-1]))
    assert (k, b) == (pytest.approx(3, rel=0.02), pytest.approx(0.5, rel=0.01))


@pytest.mark.usefixtures("benchmark")
@given(text=st.text(st.sampled_from("أكد علىيئءَ ـ.\n"), max_size=40), seed=st.integers(0, 99))
def test_a_span_of_a_respelled_text_leads_home(text: str, seed: int) -> None:
    robustness = importlib.import_module("robustness")
    for respelling in robustness.RESPELLINGS.values():
        respelled = robustness.respell(text, respelling, np.random.default_rng(seed))
        for start in range(len(text)):
            span = respelled.places[start], respelled.places[start + 1]
            assert respelled.home(*span) == (start, start + 1)


@pytest.mark.usefixtures("benchmark")
def test_respellings_are_what_they_are_called() -> None:
    robustness = importlib.import_module("robustness")
    text = "رأى المسؤول في هيئة على"
    made = {
        name: robustness.respell(text, respelling, np.random.default_rng(1)).text
        for name, respelling in robustness.RESPELLINGS.items()
    }
    assert made["no hamza"] == "راى المسوول في هيية على"
    assert made["final ى as ي"] == "رأي المسؤول في هيئة علي"
    assert made["final ي as ى"] == "رأى المسؤول فى هيئة على"
    assert made["tatweel"].replace("ـ", "") == text != made["tatweel"]
    for name in ("fatha", "random vowels"):
        assert "".join(c for c in made[name] if not "\u064b" <= c <= "\u0652") == text != made[name]


@pytest.mark.usefixtures("benchmark")
def test_the_tables_of_the_page_are_those_of_its_numbers() -> None:
    page = importlib.import_module("performance_page")
    names = ("matching", "growth", "attributions")
    matching, grown, said = (pd.read_csv(NUMBERS / f"{name}.csv") for name in names)
    for block in page.blocks(matching, grown, said).values():
        assert block in PAGE.read_text(encoding="utf-8")


@pytest.mark.usefixtures("benchmark")
def test_the_coverage_page_shows_the_tables_of_its_numbers() -> None:
    coverage = importlib.import_module("interval_coverage")
    page = (ROOT / "docs" / "coverage.md").read_text(encoding="utf-8")
    for name in coverage.TABLES:
        table = pd.read_csv(ROOT / "docs" / "coverage" / f"{name}.csv")
        assert coverage.block(table) in page


@pytest.mark.usefixtures("benchmark")
def test_exact_intervals_reach_the_bar_where_their_model_is_true() -> None:
    coverage = importlib.import_module("interval_coverage")
    table = pd.read_csv(ROOT / "docs" / "coverage" / "independent.csv")
    exact = table[table["interval"].isin(["Garwood", "Clopper-Pearson", "exact conditional"])]
    assert (exact["coverage"] >= coverage.BAR).all()
    known = {
        (row["interval"], row["case"]): row["coverage"]
        for row in coverage.independent()
        if not row["repeats"]
    }
    stored = table[table["repeats"] == 0].set_index(["interval", "case"])["coverage"]
    assert stored.to_dict() == pytest.approx(known, abs=1e-5)


@pytest.mark.usefixtures("benchmark")
def test_the_tables_of_time_against_size_are_those_of_its_runs() -> None:
    linear = importlib.import_module("linear")
    file = ROOT / "docs" / "linear.md"
    cells = linear.known(file)
    rows = [line for part in linear.page(cells) for line in part.splitlines() if line[:1] == "|"]
    told = [line for line in file.read_text(encoding="utf-8").splitlines() if line[:1] == "|"]
    assert told == rows
    assert not [cell for cell in cells if cell.doubling > linear.BAR]


@pytest.mark.usefixtures("benchmark")
def test_the_cost_of_a_doubling_is_read_off_the_last_telling_runs() -> None:
    linear = importlib.import_module("linear")
    square = [(size, size**2 / 1e6) for size in (125, 250, 500, 1_000, 2_000)]
    assert linear.Cell("leaks", "marks", 9, tuple(square)).doubling == pytest.approx(4)
    assert np.isnan(linear.Cell("leaks", "marks", 9, tuple(square[:3])).doubling)  # one tells
