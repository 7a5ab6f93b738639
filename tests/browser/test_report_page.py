"""A report in a browser: a number is clicked and its sentences are there; nothing acts or bars."""

import re
from pathlib import Path

import pandas as pd
import pytest
from axe_playwright_python.sync_playwright import Axe
from watching import Watched

import framing as fr

ROOT = Path(__file__).parents[2]
EVIL = "<img src=x onerror=\"document.title='x'\"><script>document.title='y'</script>"
SENTENCE = f'قال {EVIL} المتحدث إن "المجموعات الإرهابية" انسحبت من حلب. وأكد أن المسلحين بقوا.'


@pytest.fixture(scope="module", params=["en", "ar"])
def seeds(request, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("report") / "out"
    return fr.report(fr.read_corpus(ROOT / "seeds"), folder, lang=request.param)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory) -> Path:
    news = pd.DataFrame(
        {
            "doc_id": [EVIL, "../../b"],
            "outlet": ["<b onclick=x>", "</svg></style><script>"],
            "title": [EVIL, EVIL],
            "text": [SENTENCE, f"{SENTENCE}\n{SENTENCE}"],
        }
    )
    return fr.report(fr.read_corpus(news), tmp_path_factory.mktemp("hostile") / "out")


def test_a_clicked_number_shows_its_sentences(watched: Watched, seeds: Path) -> None:
    page = watched.page
    page.goto(seeds.as_uri())
    page.locator("#rate-militancy > summary").click()
    link = page.locator("#rate-militancy td a[href*='rate-militancy']").first
    count = int(re.match(r"\d+", link.inner_text().strip())[0])
    link.click()
    page.wait_for_url("**/sentences/rate-militancy-*.html#*")
    assert page.locator(":target li").count() == count
    assert page.locator(":target li mark").count() == count
    word = page.locator(":target li mark").first.inner_text()
    page.locator(":target li .at a").first.click()
    page.wait_for_url("**/articles/*.html#*")
    assert page.locator(":target").first.inner_text().strip() in word
    assert watched.complaints == []


def test_the_answer_comes_first_and_its_numbers_open(watched: Watched, seeds: Path) -> None:
    page = watched.page
    page.goto(seeds.as_uri())
    assert page.locator("main > section").first.get_attribute("id") == "answer"
    links = page.locator("#answer a")
    assert links.count() >= 3
    links.first.click()
    assert page.locator(":target li").count() > 0


def test_a_folded_table_opens_where_the_contents_lead(watched: Watched, seeds: Path) -> None:
    page = watched.page
    page.goto(f"{seeds.as_uri()}#share-stance")
    page.locator("nav summary").click()
    page.locator("nav a[href='#share-stance']").click()
    page.locator("#share-stance > summary").click()
    assert page.locator("#share-stance table").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_bars_a_reader(watched: Watched, seeds: Path, scheme: str) -> None:
    page = watched.page
    page.emulate_media(color_scheme=scheme)
    for path in (seeds, *sorted((seeds.parent / "sentences").glob("*-1.html"))[:2]):
        page.goto(path.as_uri())
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()


def test_a_phone_scrolls_one_way(watched: Watched, seeds: Path) -> None:
    page = watched.page
    page.set_viewport_size({"width": 380, "height": 800})
    beside = seeds.parent.glob("sentences/*.html")
    for path in (seeds, *sorted(beside), *sorted(seeds.parent.glob("articles/*.html"))):
        page.goto(path.as_uri())
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        assert page.evaluate("document.documentElement.scrollWidth") <= 380, path.name


def test_in_print_everything_stands_open(watched: Watched, seeds: Path) -> None:
    page = watched.page
    page.goto(seeds.as_uri())
    page.emulate_media(media="print")
    assert page.locator("#rate-militancy table").evaluate("one => one.checkVisibility()")
    assert not page.locator("nav").first.is_visible()


def test_hostile_text_is_text(watched: Watched, hostile: Path) -> None:
    page = watched.page
    for path in sorted(hostile.parent.rglob("*.html")):
        page.goto(path.as_uri())
        assert page.locator("script, img").count() == 0
        assert page.title() not in ("x", "y")
    assert watched.complaints == []
