"""Text is text in every output: one hostile name, title and article through all that is shown."""

import csv
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pandas as pd
import pytest
from markdown_it import MarkdownIt

import framing as fr
from framing.base.exports import save_table
from framing.base.markup import harmless
from framing.coding.records import find_all
from framing.showing import figures
from framing.showing.figures.save import caption_page
from framing.showing.side_by_side import side_by_side

NAMES = [
    "# *a* _b_ `c`",
    "[x](javascript:y) | ~~d~~",
    "![z](z) $e$ &amp; \"'\\",
    "<b onclick=f>g</b> ]]> -->",
    "<script>h</script>",
    "1) \u202ei\u2066\u200f\r\nj\x00",
    "- \x07\x1b[2J\x9b\u2028\ufffe",
]
EVIL = " ".join(NAMES)
PASSAGE = (
    "قال وزير الخارجية الأمريكي جون كيري إن {} قصفوا مستشفى في حلب وقتلوا عشرات المدنيين "
    "صباح يوم الجمعة الماضي رغم الهدنة المعلنة في المدينة. وأكد أن «{} يهددون الجميع»."
)
UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]"
)
SVG = "{http://www.w3.org/2000/svg}"


class Tags(HTMLParser):
    """The tags of a piece of HTML, their attributes' names, and its text."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(code)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture(scope="module")
def news() -> pd.DataFrame:
    words = [("الإرهابيين", "المسلحين")[number % 2] for number, _ in enumerate(NAMES)]
    return fr.read_corpus(
        pd.DataFrame(
            {
                "doc_id": NAMES,
                "outlet": NAMES,
                "outlet_basis": [*["confirmed"] * (len(NAMES) - 1), NAMES[0]],
                "title": NAMES,
                "text": [f"{PASSAGE.format(word, word)}\n{EVIL}" for word in words],
            }
        )
    )


@pytest.fixture(scope="module")
def answers(news) -> dict[str, object]:
    """What questions are answered with, each drawn by a notebook."""
    rates = fr.features(news, ["militancy"])
    return {
        "compare": fr.compare(rates, news, by="outlet", of="militancy.terror"),
        "keywords": fr.keywords(news, by="outlet"),
        "kwic": fr.kwic(news, fr.mentions(news)),
        "coverage": fr.coverage(news, "moscow-2016"),
        "evaluation": fr.evaluate(news, find_all(news)),
    }


@pytest.fixture(scope="module")
def drawn(news, answers) -> list[figures.Figure]:
    found = fr.survey(news, propositions="moscow-2016")
    more = [
        figures.forest(answers["compare"]),
        figures.keywords(answers["keywords"]),
        figures.validation(answers["evaluation"].table, coded=EVIL),
    ]
    arabic = [figures.terror_voice(found, "ar"), figures.parallel(found, "ar")]
    return [*figures.draw_all(found), *more, *arabic]


@pytest.fixture(scope="module")
def saved(drawn, tmp_path_factory) -> list[Path]:
    return figures.save_figures(drawn, tmp_path_factory.mktemp("figures"))


def test_pictures_are_xml_that_draws_and_does_nothing_else(saved):
    pictures = [path for path in saved if path.suffix == ".svg"]
    assert len(pictures) == len(figures.FIGURES) + 4
    for path in pictures:
        code = path.read_text("utf-8")
        assert not UNSEEN.search(code)
        tree = ElementTree.fromstring(code)  # noqa: S314  # a picture of ours
        tags = {element.tag for element in tree.iter() if element.tag.startswith(SVG)}
        assert not tags & {f"{SVG}{tag}" for tag in ("a", "script", "foreignObject", "image")}


def test_captions_say_the_text_and_hold_no_markup_of_it(saved, drawn):
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    for figure in drawn:
        page = caption_page(figure)
        assert not UNSEEN.search(page)
        shown = Tags(reader.render(page))
        assert shown.tags == {"h1", "p", "img", "a"}
        assert shown.attributes == {"src", "alt", "href"}
        for text in (figure.title, figure.alt, figure.caption):
            assert " ".join(harmless(text).split()) in shown.text
    assert any("onclick" in figure.alt for figure in drawn)


def test_what_a_notebook_draws_holds_no_tag_of_the_text(answers, drawn, news):
    shown = {**answers, **{f"{one.name} {one.lang}": one for one in drawn}}
    shown["corpus"] = fr.show_table(news)
    shown["side by side"] = side_by_side(fr.survey(news))
    for name, one in shown.items():
        code = one._repr_html_()
        found = Tags(code)
        assert len(code) > 100, name
        assert not UNSEEN.search(code), name
        assert not found.tags & {"b", "script"}, name
        assert "onclick" not in found.attributes, name


@pytest.mark.parametrize("kind", ["csv", "jsonl", "parquet"])
def test_data_hold_the_text_as_it_is(news, tmp_path, kind):
    path = save_table(fr.mentions(news), tmp_path / "mentions", kind)
    if kind == "csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            ids = [row["doc_id"].removeprefix("'") for row in csv.DictReader(file)]  # the guard
    elif kind == "jsonl":
        ids = [json.loads(line)["doc_id"] for line in path.read_text("utf-8").split("\n")[:-1]]
    else:
        ids = pd.read_parquet(path)["doc_id"]
    assert set(ids) == set(NAMES)


def test_the_page_of_a_report_holds_no_tag_of_the_text(news, tmp_path, monkeypatch):
    monkeypatch.setattr(figures, "draw_all", lambda *_given, **_named: [])
    code = fr.report(news, tmp_path / "out").read_text("utf-8")
    found = Tags(code)
    assert not UNSEEN.search(code)
    assert not found.tags & {"b", "script"}
    assert "onclick" not in found.attributes
    assert all(one in found.text for one in ("[x](javascript:y)", "<script>h</script>"))
