"""The folder holds an answer to everything that its page offers, the same as the desk gives."""

import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import framing as fr
from framing.desk import Desk, write_desk
from framing.desk.charts import marks_of
from framing.desk.written import MOST

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk(fr.read_corpus(SEEDS), lexicons=["state"])


@pytest.fixture(scope="module")
def folder(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_desk(desk, tmp_path_factory.mktemp("written") / "desk", title="seeds").parent


def handed(file: Path) -> dict[str, Any]:
    """What a file of answers hands over."""
    text = file.read_text("utf-8")
    begun = f'framingAnswers("{file.stem}", '
    assert text.startswith(begun)
    found = json.loads(text.removeprefix(begun).removesuffix(");\n"))
    assert isinstance(found, dict)
    return found


def test_every_view_has_its_answers_and_every_mark_its_sentences(folder: Path, desk: Desk) -> None:
    views = sorted((folder / "answers").glob("view-*.js"))
    assert len(views) > 20
    for file in views:
        answers = handed(file)
        charts = {key: one for key, one in answers.items() if len(json.loads(key)) == 1}
        for key, chart in charts.items():
            [voice] = json.loads(key)
            for mark in marks_of(chart):
                opened = answers[
                    json.dumps([voice, mark["key"], 1], ensure_ascii=False, separators=(",", ":"))
                ]
                assert opened["total"] == mark["count"]


def test_an_answer_is_that_of_the_desk(folder: Path, desk: Desk) -> None:
    wanted = desk.answer({"view": "rates", "feature": "state.regime", "voice": "narrator"})
    found = [handed(file) for file in (folder / "answers").glob("view-*.js")]
    same = [one for one in found if one.get('["narrator"]', {}).get("title") == wanted["title"]]
    assert json.loads(json.dumps(wanted)) in [one['["narrator"]'] for one in same]


def test_each_article_that_a_sentence_opens_is_there_with_its_places(folder: Path) -> None:
    page = (folder / "index.html").read_text("utf-8")
    articles = list((folder / "answers").glob("article-*.js"))
    assert len(articles) == 5
    for file in articles:
        assert "data-here" in handed(file)["article"]["html"]
        assert f"article-{file.stem[-1]}" not in page  # the page knows numbers, not texts


def test_the_choices_say_what_the_folder_lacks(folder: Path) -> None:
    choices = handed(folder / "answers" / "choices.js")["choices"]
    assert str(MOST) in choices["fixed"]


def test_of_many_sentences_some_are_drawn_and_that_is_told(tmp_path: Path) -> None:
    news = pd.DataFrame({"doc_id": ["1"], "outlet": ["a"], "text": ["النظام السوري. " * 130]})
    page = write_desk(Desk(news, lexicons=["state"]), tmp_path / "desk", title="many")
    opened = [
        one
        for file in (page.parent / "answers").glob("view-*.js")
        for one in handed(file).values()
        if one.get("total") == 130
    ]
    assert opened
    assert {(one["pages"], str(MOST) in one["note"]) for one in opened} == {(2, True)}


def test_a_corpus_too_big_for_a_folder_is_refused_in_a_sentence(tmp_path: Path) -> None:
    news = pd.DataFrame({"doc_id": range(2001), "text": ["x"] * 2001})
    with pytest.raises(fr.FramingError, match=r"2,001 articles would be too big .* without --out"):
        write_desk(Desk(news), tmp_path / "desk", title="big")
    assert list(tmp_path.iterdir()) == []
