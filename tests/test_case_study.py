"""The case study: copies are found by their paragraphs, and the page shows its own numbers."""

import importlib
from pathlib import Path
from types import ModuleType

import pandas as pd
import pytest

from framing.corpus.articles import read_corpus
from framing.measures import clustered_share, upper_limit

ROOT = Path(__file__).parent.parent
NUMBERS = ROOT / "docs" / "case_study_outlets"
LONG = "قال الوزير إن الوفد وصل إلى المدينة أمس " * 3


@pytest.fixture
def study(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(ROOT / "benchmarks")
    return importlib.import_module("case_study_outlets")


def corpus(*texts: str) -> pd.DataFrame:
    ids = [str(number) for number in range(len(texts))]
    return read_corpus(pd.DataFrame({"doc_id": ids, "outlet": ["A", "B"] * 2, "text": texts}))


def test_articles_with_a_long_paragraph_in_common_are_one_case(study: ModuleType) -> None:
    respelled = LONG.replace("إ", "ا")
    news = corpus(f"{LONG}\nأول.", f"ثان.\n{respelled}", "قال نعم.", "قال نعم.")
    clusters = study.shared_paragraphs(news)
    assert clusters["0"] == clusters["1"]
    assert len(set(clusters)) == 3  # two short articles alike may be so by chance


def test_paragraphs_lead_from_article_to_article(study: ModuleType) -> None:
    other = LONG.replace("الوفد", "الجيش")
    news = corpus(LONG, f"{LONG}\n{other}", other, "قال نعم.")
    assert study.shared_paragraphs(news).tolist()[:3] == [0, 0, 0]


def test_copies_count_once_and_a_rate_of_zero_has_its_exact_limit(study: ModuleType) -> None:
    news = corpus("أول.", "ثان.", "ثالث.", "رابع.")
    ids = news["doc_id"].tolist()
    counts, bases = pd.Series([2.0, 0, 2, 0], ids), pd.Series([100.0, 90, 100, 90], ids)
    clusters = pd.Series([0, 1, 0, 2], ids)
    rows = list(study.by_outlet("f", counts, bases, news, clusters, study.clustered_rate))
    assert [(row["count"], row["base"], row["effective_n"]) for row in rows] == [
        (4, 200, 1),
        (0, 180, 2),
    ]
    assert (rows[1]["value"], rows[1]["ci_high"]) == (0, upper_limit(180))
    shares = list(study.by_outlet("f", counts, bases, news, clusters, clustered_share))
    assert shares[0]["value"] == 0.02


def test_the_page_shows_the_numbers_beside_it(study: ModuleType) -> None:
    page = NUMBERS.with_suffix(".md").read_text(encoding="utf-8")
    for block in study.blocks(NUMBERS, {}).values():
        assert block in page
    read, made = (pd.read_csv(NUMBERS / f"{name}.csv") for name in ("outlets", "made"))
    assert read["articles"].sum() == made["articles"].iloc[0]
    labels = pd.read_csv(NUMBERS / "labels.csv")
    own = labels[labels["feature"] == "narrator"]
    assert own["base"].sum() == read["words"].sum()
    assert set(own["outlet"]) == set(read["outlet"])
