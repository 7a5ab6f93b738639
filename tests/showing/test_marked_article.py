"""An article with its marks: the text untouched, what was found said at its place, inert."""

import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import framing as fr
from framing.base.errors import FramingError, UnknownNameError

SEEDS = fr.read_corpus(Path(__file__).parents[2] / "seeds")
PIECES = [
    "قال الوزير إن",
    "«الإرهابيين فروا»",
    "، وفق رويترز",
    ".",
    "\n",
    "<b>",
    "«",
    "داعش",
    '"',
    "&",
]


class Marks(HTMLParser):
    """Each piece of the bodies with its classes, the innermost last, and what is said of it."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = []
        self.tags: set[str] = set()
        self.pieces: list[tuple[str, list[str], str]] = []
        self.feed(re.sub(r"<style>.*?</style>", "", code, flags=re.DOTALL))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attrs}
        self.tags.add(tag)
        assert not any(name.startswith("on") or name in ("href", "src") for name in known)
        self.open.append((known.get("class", ""), known.get("data-said", "")))

    def handle_endtag(self, tag: str) -> None:
        self.open.pop()

    def handle_data(self, data: str) -> None:
        classes = [one for classes, _ in self.open for one in classes.split()]
        if "body" in classes:
            said = "; ".join(said for _, said in self.open if said)
            self.pieces.append((data, classes, said))


def bodies(code: str) -> list[str]:
    found = re.findall(r'<div class="body[^"]*">(.*?)</div>', code, re.DOTALL)
    return [unescape(re.sub("<[^>]*>", "", one)) for one in found]


@pytest.mark.parametrize("doc_id", SEEDS["doc_id"])
def test_without_its_tags_it_is_the_article(doc_id: str) -> None:
    text = SEEDS.set_index("doc_id").loc[doc_id, "text"]
    assert bodies(fr.article(SEEDS, doc_id)) == [text]


def test_every_label_is_marked_in_its_voice() -> None:
    labels = fr.mentions(SEEDS)
    for doc_id, own in labels.groupby("doc_id"):
        shown = Marks(fr.article(SEEDS, str(doc_id)))
        ours = [one for one in shown.pieces if "label" in one[1]]
        words = "".join(piece for piece, _, _ in ours)
        assert words == "".join(own["form"])
        voices = [
            next((voice for voice in ("indirect", "direct") if voice in classes), "narrator")
            for _, classes, _ in ours
        ]
        assert set(voices) == set(own["voice"])


def test_a_mark_says_what_was_found_and_who_speaks() -> None:
    news = pd.DataFrame(
        {"doc_id": ["1"], "outlet": ["x"], "text": ["أعلن وزير الدفاع الروسي أن الإرهابيين فروا."]}
    )
    said = {piece: said for piece, _, said in Marks(fr.article(news, "1")).pieces if said}
    assert said["أعلن"].endswith("(وزير الدفاع الروسي)")
    assert said["وزير الدفاع الروسي"] == "Russia; named official"
    assert "reported (وزير الدفاع الروسي)" in said["الإرهابيين"]


def test_a_place_is_framed() -> None:
    row = fr.mentions(SEEDS).iloc[3]
    shown = Marks(fr.article(SEEDS, row["doc_id"], at=row["span_id"]))
    assert "".join(piece for piece, classes, _ in shown.pieces if "here" in classes) == row["form"]


@pytest.mark.parametrize("at", ["x", "militancy:001:text:5-5", "militancy:000:text:1-5"])
def test_a_place_of_another_article_is_refused(at: str) -> None:
    with pytest.raises(FramingError, match=r"is no span of the article '001'"):
        fr.article(SEEDS, "001", at=at)


def test_an_article_that_is_not_there_is_named() -> None:
    with pytest.raises(UnknownNameError, match="There is no article named 'none'"):
        fr.article(SEEDS, "none")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join), st.sampled_from(["en", "ar"]))
def test_any_text_is_shown_whole_and_inert(text: str, lang: str) -> None:
    news = pd.DataFrame({"doc_id": ["1"], "outlet": ["<i>"], "title": [text], "text": [text]})
    shown = fr.article(news, "1", lang=lang)  # type: ignore[arg-type]  # sampled from its values
    assert set(bodies(shown)) == {text}
    assert Marks(shown).tags <= {
        *("article", "header", "h1", "footer", "bdi", "div", "span", "ul", "li"),
    }


def test_it_is_written_as_a_page(tmp_path: Path) -> None:
    shown = fr.article(SEEDS, "001", lang="ar")
    page = fr.save_article(shown, tmp_path / "one.html", title="<001>", lang="ar")
    code = page.read_text("utf-8")
    assert code.startswith('<!DOCTYPE html>\n<html lang="ar" dir="rtl">')
    assert "<title>&lt;001&gt;</title>" in code
    style, body = re.fullmatch(r"(?s)(?P<a>.*)(<style>.*</style>\n)(?P<b>.*)", shown)[2], shown
    assert code.index(style.strip()) < code.index("</head>")
    assert body.replace(style, "") in code
