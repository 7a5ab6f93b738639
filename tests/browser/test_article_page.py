"""An article's page in a browser: what is hostile stays text, accessible, no wider than a phone."""

from pathlib import Path

import pandas as pd
import pytest
from axe_playwright_python.sync_playwright import Axe
from watching import Watched

import framing as fr

HOSTILE = (
    'قال <script>document.title="x"</script> المتحدث إن "المجموعات الإرهابية" '
    "<img src=x onerror='document.title=1'> انسحبت من حلب."
)


@pytest.fixture
def shown(watched: Watched, tmp_path: Path) -> Watched:
    news = fr.read_corpus(pd.DataFrame({"doc_id": ["1"], "title": ["<b>"], "text": [HOSTILE]}))
    page = fr.save_article(fr.article(news, "1"), tmp_path / "article.html", title="one")
    watched.page.goto(page.as_uri())
    return watched


def test_hostile_text_is_text(shown: Watched) -> None:
    assert shown.page.locator("script, img").count() == 0
    assert "<script>" in shown.page.locator("body").inner_text()
    assert shown.page.title() == "one"
    assert shown.complaints == []


def test_nothing_bars_a_reader(shown: Watched) -> None:
    found = Axe().run(shown.page)
    assert found.violations_count == 0, found.generate_report()


def test_a_phone_scrolls_one_way(shown: Watched) -> None:
    shown.page.set_viewport_size({"width": 380, "height": 800})
    assert shown.page.evaluate("document.documentElement.scrollWidth") <= 380


def test_a_mark_says_by_keyboard_who_speaks(shown: Watched) -> None:
    marked = shown.page.locator("[tabindex='0']").first
    marked.focus()
    assert shown.page.evaluate("document.activeElement.dataset.said || ''") != ""
