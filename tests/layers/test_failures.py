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
from framing.copying import passages, wire, word_keys
from framing.layers import reading as reading_of_texts
from framing.lexicon import matching
from framing.text.resources import Resources
from framing.text.tokens import Batch, Words, read_batch

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


COPIES = [f"{BAD} وقعت الهدنة.", f"{BAD} انسحبت روسيا.".replace("الإرهابيين", "المسلحين")]
COPIED = NEWS.assign(text=[BAD, *COPIES])
ALL_TABLES: dict[str, Table] = TABLES | {
    "zones": fr.zones,
    "house_spelling": fr.house_spelling,
    "kwic": lambda reading: fr.kwic(reading, "كيري").table,
    "reuse": fr.reuse,
    "edits": lambda reading: fr.edits(reading, fr.reuse(reading)),
    "shared_quotations": fr.shared_quotations,
    "coverage": lambda reading: fr.coverage(reading, "moscow-2016").passages,
}


@pytest.fixture(params=["read", "kept"])
def keep(request: pytest.FixtureRequest) -> bool:
    return bool(request.param == "kept")


@pytest.fixture
def unreadable(monkeypatch: pytest.MonkeyPatch) -> None:
    """A batch that holds one text cannot be read."""

    def failing_read(texts: tuple[str, ...], resources: Resources) -> Batch:
        if BAD in texts:
            raise MemoryError("no room\nleft")
        return read_batch(texts, resources)

    monkeypatch.setattr(reading_of_texts, "read_batch", failing_read)


@pytest.mark.usefixtures("unreadable")
@pytest.mark.parametrize("name", ALL_TABLES)
def test_an_article_that_cannot_be_read_takes_no_other_of_its_batch_along(
    name: str, keep: bool
) -> None:
    table = ALL_TABLES[name]
    reading = fr.annotate(fr.read_corpus(COPIED), keep=keep)
    rest = fr.read_corpus(COPIED.iloc[1:].reset_index(drop=True))
    found = table(reading)
    assert_frame_equal(found, table(fr.annotate(rest)))
    assert len(found)
    assert set(reading.errors["doc_id"]) == {"bad"}
    assert reading.errors["reason"].str.startswith("MemoryError: no room left").all()


@pytest.mark.usefixtures("unreadable")
def test_an_article_that_cannot_be_read_is_no_copy_and_no_case(keep: bool) -> None:
    reading = fr.annotate(fr.read_corpus(COPIED), keep=keep)
    assert fr.copies(reading).to_dict() == {"bad": "bad", "good": "good", "other": "good"}
    assert fr.effective_n(reading) == 1
    assert {"copies", "effective_n", "reuse"} <= set(reading.errors["function"])


@pytest.mark.usefixtures("unreadable")
def test_spans_of_an_article_that_cannot_be_read_are_left_out(keep: bool) -> None:
    news = fr.read_corpus(COPIED)
    spans = pd.DataFrame({"doc_id": ["bad", "good"], "start": 4, "end": 8})
    reading = fr.annotate(news, keep=keep)
    assert fr.show(reading, spans).table["doc_id"].tolist() == ["good"]
    assert reading.errors["doc_id"].tolist() == ["bad"]


@pytest.mark.usefixtures("unreadable")
def test_strict_ends_the_run_at_an_article_that_cannot_be_read() -> None:
    for ask in (fr.mentions, fr.reuse):
        with pytest.raises(ArticleError, match=r"Article 'bad' \(text\) cannot be used"):
            ask(fr.annotate(fr.read_corpus(COPIED), strict=True))


def test_an_article_whose_words_cannot_be_numbered_shares_no_wording(
    keep: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    find = word_keys.found_in

    def failing_search(batch: Batch) -> object:
        if BAD in batch.text.split("\n\n"):
            raise IndexError("no such actor")
        return find(batch)

    expected = fr.reuse(fr.read_corpus(COPIED.iloc[1:].reset_index(drop=True)))
    monkeypatch.setattr(word_keys, "found_in", failing_search)
    reading = fr.annotate(fr.read_corpus(COPIED), keep=keep)
    assert_frame_equal(fr.reuse(reading), expected)
    assert len(expected)
    assert reading.errors[["doc_id", "function"]].to_numpy().tolist() == [["bad", "reuse"]]


def test_sentences_that_cannot_be_aligned_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    align, calls = passages.blocks_of, []

    def failing_once(*asked: object) -> object:
        calls.append(asked)
        if len(calls) == 1:
            raise RecursionError
        return align(*asked)

    monkeypatch.setattr(passages, "blocks_of", failing_once)
    reading = fr.annotate(fr.read_corpus(COPIED))
    assert 0 < len(fr.reuse(reading)) < len(fr.reuse(fr.read_corpus(COPIED)))
    assert reading.errors["doc_id"].tolist() == ["bad"]


def test_an_outlet_whose_name_cannot_be_read_is_no_agency(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing_read(text: str, resources: Resources) -> Words:
        raise MemoryError("no room left")

    monkeypatch.setattr(wire, "read_words", failing_read)
    reading = fr.annotate(fr.read_corpus(COPIED.assign(outlet="رويترز")))
    shared = fr.reuse(reading)
    assert len(shared)
    assert shared["copied_from"].isna().all()
    assert reading.errors[["field", "function"]].to_numpy().tolist() == [["outlet", "reuse"]]


@pytest.mark.usefixtures("unreadable")
def test_what_was_coded_in_an_article_that_cannot_be_read_is_not_scored(keep: bool) -> None:
    ids, label = ["bad", "good"], BAD.index("الإرهابيين")
    text = COPIED.set_index("doc_id")["text"]["good"]
    places = [label, text.index("الإرهابيين")]
    coding = pd.DataFrame(
        {
            "doc": ids,
            "layer": "militancy",
            "start": places,
            "end": [place + len("الإرهابيين") for place in places],
            "text": "الإرهابيين",
            "class": "terror",
        }
    )
    reading = fr.annotate(fr.read_corpus(COPIED), keep=keep)
    scores = fr.evaluate(reading, coding).table
    recall = scores.query("layer == 'militancy' and statistic == 'recall' and rule == 'overlap'")
    assert set(recall["base"]) == {1}
    assert "evaluate" in set(reading.errors["function"])
    agreed = fr.compare_codings(coding, coding, reading)
    assert set(agreed.query("measure == 'spans'")["base"]) == {2}  # one record of either coder
