"""One article that fails ends no run: it is set aside, told of, and missing nowhere in silence."""

import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

import framing as fr
from framing.base.errors import ArticleError, CorpusWarning
from framing.lexicon import matching
from framing.text.tokens import Batch

BAD = "قال كيري إن الإرهابيين سلموا الوثائق المسربة، وفق مصدر مطلع. «هذا» كثير."
NEWS = pd.DataFrame(
    {
        "doc_id": ["bad", "good", "other"],
        "outlet": ["x", "x", "y"],
        "text": [BAD, BAD.replace("كيري", "لافروف"), "وقعت الهدنة. قال المسلحون إنهم باقون."],
    }
)
GOOD = fr.read_corpus(NEWS.iloc[1:].reset_index(drop=True))

Table = Callable[[fr.AnnotatedCorpus], pd.DataFrame]
TABLES: dict[str, Table] = {
    "mentions": fr.mentions,
    "attributions": fr.attributions,
    "leaks": fr.leaks,
    "features": fr.features,
    "shares": fr.shares,
    "quotations": fr.quotations,
}


def failing(text: str) -> list[object]:
    """A reader's parser that cannot take one article."""
    if text == BAD:
        raise ZeroDivisionError("the model is\nlost")
    return []


@pytest.fixture(autouse=True)
def _told() -> Iterator[None]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", CorpusWarning)
        yield


@pytest.mark.parametrize("name", TABLES)
def test_a_table_goes_on_without_the_article(name: str) -> None:
    reading = fr.annotate(fr.read_corpus(NEWS), parser=failing)
    table = TABLES[name](reading)
    assert_frame_equal(table, TABLES[name](fr.annotate(GOOD)))
    assert set(reading.errors["doc_id"]) == {"bad"}


def test_what_failed_is_told_once() -> None:
    reading = fr.annotate(fr.read_corpus(NEWS), parser=failing)
    for _ in range(2):
        fr.attributions(reading)
    assert reading.errors.to_dict("records") == [
        {
            "doc_id": "bad",
            "field": "text",
            "function": "attributions",
            "reason": "ZeroDivisionError: the model is lost (in framing.text.tokens.Words.parse).",
        }
    ]


def test_the_title_is_named_where_it_failed() -> None:
    titled = NEWS.assign(title=[BAD, "", ""], text="وقعت الهدنة")
    reading = fr.annotate(fr.read_corpus(titled), parser=failing)
    fr.attributions(reading)
    assert reading.errors["field"].tolist() == ["title"]


def test_the_first_is_warned_of() -> None:
    reading = fr.annotate(fr.read_corpus(NEWS), parser=failing)
    with pytest.warns(CorpusWarning, match=r"Article 'bad' \(text\) cannot be used by leaks: Zero"):
        fr.leaks(reading)


def test_strict_ends_the_run_and_names_the_article() -> None:
    reading = fr.annotate(fr.read_corpus(NEWS), parser=failing, strict=True)
    with pytest.raises(ArticleError, match=r"Article 'bad'.*Leave it out") as failure:
        fr.features(reading)
    assert isinstance(failure.value.__cause__, ZeroDivisionError)


def test_an_article_set_aside_in_one_layer_has_no_base_in_another() -> None:
    reading = fr.annotate(fr.read_corpus(NEWS), parser=failing)
    nothing = fr.features(reading, ["state"], base="all")  # of it failed: no one asked who speaks
    assert "bad" in set(nothing["doc_id"])
    fr.attributions(reading)
    assert set(fr.features(reading)["doc_id"]) == {"good", "other"}


@pytest.mark.parametrize("keep", [True, False])
def test_of_a_batch_only_the_article_that_fails_is_set_aside(
    keep: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    look = matching.read_forms

    def failing_batch(batch: Batch, *asked: object) -> object:
        if BAD in batch.text:
            raise MemoryError
        return look(batch, *asked)

    monkeypatch.setattr(matching, "read_forms", failing_batch)
    reading = fr.annotate(fr.read_corpus(NEWS), keep=keep)
    assert_frame_equal(fr.mentions(reading), fr.mentions(GOOD))
    assert reading.errors["doc_id"].tolist() == ["bad"]


def test_an_article_whose_voices_are_not_known_has_no_base() -> None:
    news = fr.read_corpus(NEWS)
    for count in (fr.features, fr.sensitivity):
        reading = fr.annotate(news, parser=failing)
        count(reading)
        assert set(reading.errors["doc_id"]) == {"bad"}
    reading = fr.annotate(news, parser=failing)
    assert set(fr.features(reading, ["state"])["doc_id"]) == {"good", "other"}


def test_a_survey_and_a_report_are_of_the_rest(tmp_path: Path) -> None:
    reading = fr.annotate(fr.read_corpus(NEWS), parser=failing)
    page = fr.report(reading, tmp_path / "report").read_text(encoding="utf-8")
    assert "missing from what was counted: 1 (bad)" in page
    errors = pd.read_csv(tmp_path / "report" / "tables" / "errors.csv", encoding="utf-8-sig")
    assert set(errors["doc_id"]) == {"bad"}
    found = fr.survey(reading)
    assert found.outlets["articles"].sum() == 2
    assert np.array_equal(found.features["doc_id"].unique(), ["good", "other"])


def test_pairs_and_coverage_go_on_without_it() -> None:
    reading = fr.annotate(fr.read_corpus(NEWS), parser=failing)
    assert set(fr.coverage(reading, "moscow-2016").cells["doc_id"]) <= {"good", "other", "bad"}
    assert fr.shared_quotations(reading).empty
