"""A real browser: Debian's Chromium, driven by playwright; skipped where there is none."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright
from watching import Watched

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
QUIET = (
    "--no-sandbox",  # it runs as root in a container, and opens our own pages only
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("needs Chromium on the path (Debian: apt-get install chromium)")
    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield opened
        opened.close()


@pytest.fixture
def watched(browser: Browser) -> Iterator[Watched]:
    """A page of 1200 pixels' width; at the end nothing was asked of another machine."""
    context = browser.new_context(viewport={"width": 1200, "height": 900})
    seen = Watched(context.new_page())
    yield seen
    context.close()
    assert seen.asked == []
