"""The report in print: Arabic and English, tagged, its text inert, the same bytes twice."""

import json
import re
from pathlib import Path

import pandas as pd
import pytest

import framing as fr
from framing.base.errors import FramingError
from framing.corpus.articles import read_corpus
from framing.questions.survey import survey
from framing.showing import printed

typst = pytest.importorskip("typst", reason="needs the extra: pip install 'framing[report]'")
EVIL = '#panic("x") $x$ ] ) } \\ #read("/etc/passwd") \u202e'


@pytest.fixture(scope="module")
def found():
    texts = ["قال الوزير إن الإرهابيين غادروا المدينة.", f"قال الناطق إن المسلحين بقوا {EVIL}."]
    news = {"doc_id": ["1", "2"], "outlet": ["الحياة", EVIL], "text": texts}
    return survey(fr.annotate(read_corpus(pd.DataFrame(news))))


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_the_same_survey_prints_the_same_tagged_bytes(found, tmp_path, lang):
    one, other = (
        printed.write_printed(found, [], tmp_path / name, lang=lang).read_bytes()
        for name in ("one", "other")
    )
    assert one == other
    assert one.startswith(b"%PDF-")
    assert b"/StructTreeRoot" in one
    assert not re.search(rb"/CreationDate|/ModDate", one)


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_print_says_what_the_page_says(found, lang):
    told = printed._told(found, [], None, lang)
    text = json.dumps(told, ensure_ascii=False)
    assert "\u202e" not in text
    assert [one["title"] for one in told["tables"]] == [
        one.title for one in printed.result_tables(found, lang)
    ]
    cells = [cell for one in told["tables"] for row in one["rows"] for cell in row]
    assert {cell["number"] for cell in cells} == {True, False}
    assert len(told["answers"]) >= 3


def test_without_typst_it_is_said_how_to_get_it(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "typst", None)
    with pytest.raises(FramingError, match=r"pip install 'framing\[report\]'"):
        printed.require_typst()


def test_a_report_is_printed_where_it_is_asked_for(tmp_path: Path, monkeypatch):
    monkeypatch.setattr("framing.showing.figures.draw_together", lambda found, languages: [])
    news = read_corpus(pd.DataFrame({"doc_id": ["1"], "text": ["قال الوزير."]}))
    page = fr.report(news, tmp_path / "out", pdf=True)
    assert (page.parent / "report.pdf").is_file()
    assert not (fr.report(news, tmp_path / "bare").parent / "report.pdf").exists()
