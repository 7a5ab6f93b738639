"""The case study: copies count once, and the page shows its own numbers."""

import importlib
from pathlib import Path
from types import ModuleType

import pandas as pd
import pytest

import framing as fr
from framing.corpus.articles import read_corpus
from framing.measures import clustered_share, upper_limit

ROOT = Path(__file__).parent.parent
NUMBERS = ROOT / "docs" / "case_study_outlets"


@pytest.fixture
def study(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(ROOT / "benchmarks")
    return importlib.import_module("case_study_outlets")


def corpus(*texts: str) -> pd.DataFrame:
    ids = [str(number) for number in range(len(texts))]
    return read_corpus(pd.DataFrame({"doc_id": ids, "outlet": ["A", "B"] * 2, "text": texts}))


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
    assert labels["base"].sum() == read["words"].sum()  # each word is in one voice
    assert set(labels["outlet"]) == set(read["outlet"])
    shares = pd.read_csv(NUMBERS / "stances.csv")
    assert shares["feature"].iloc[0] == study.LABEL_SHARE  # what it leads with
    assert "Benjamini" not in page


def test_what_is_measured_for_the_study_of_copies_can_be_drawn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.syspath_prepend(ROOT / "benchmarks")
    study = importlib.import_module("case_study_reuse")
    text = "قال الوزير إن الوفد وصل إلى المدينة أمس ثم غادرها إلى العاصمة في طائرة خاصة."
    survey = study.bare_survey(corpus(text, text, "قال نعم.", "قال لا."))
    assert len(fr.figures.sharing(survey).data)
    assert survey.copying.effective_n == 3
    page = importlib.import_module("case_study_page")
    assert "the 4 articles amount to 3 independent ones" in "".join(page._sharing(survey.copying))
    swaps = study.label_swaps(survey.copying)
    assert swaps.empty
