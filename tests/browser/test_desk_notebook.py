"""The desk in JupyterLab 4, without a network: it answers, and a saved notebook stays useful."""

import json
import os
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import TimeoutError as NotSeen
from playwright.sync_api import expect
from watching import Watched

SEEDS = Path(__file__).parents[2] / "seeds"
TOKEN = secrets.token_hex(16)
CODE = f"""import framing as fr

news = fr.annotate(fr.read_corpus({str(SEEDS)!r}))
fr.explore(news, lexicons=["militancy"])"""


def notebook() -> str:
    """A notebook of one cell."""
    cell = {
        "cell_type": "code", "execution_count": None, "id": "desk", "metadata": {},
        "outputs": [], "source": CODE,
    }  # fmt: skip
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    return json.dumps({"cells": [cell], "metadata": kernel, "nbformat": 4, "nbformat_minor": 5})


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """JupyterLab with settings of its own; its address, and the notebook's file."""
    pytest.importorskip("jupyterlab")
    folder = tmp_path_factory.mktemp("lab")
    file = folder / "desk.ipynb"
    file.write_text(notebook(), "utf-8")
    port = free_port()
    own = {
        name: str(tmp_path_factory.mktemp(name.lower()))
        for name in ("JUPYTER_CONFIG_DIR", "JUPYTERLAB_SETTINGS_DIR", "JUPYTERLAB_WORKSPACES_DIR")
    }
    command = [
        *(sys.executable, "-m", "jupyter", "lab", "--no-browser", "--ip=127.0.0.1"),
        *(f"--port={port}", "--ServerApp.port_retries=0", f"--IdentityProvider.token={TOKEN}"),
        *(f"--ServerApp.root_dir={folder}", "--allow-root", "--LabApp.news_url="),
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    ]
    nothing = subprocess.DEVNULL
    running = subprocess.Popen(command, env=os.environ | own, stdout=nothing, stderr=nothing)
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(f"{address}/api?token={TOKEN}")
        yield f"{address}/lab/tree/desk.ipynb?token={TOKEN}&reset", file
    finally:
        running.terminate()
        running.wait(30)


def wait_for(address: str) -> None:
    for _ in range(240):
        try:
            urlopen(address, timeout=1).close()  # noqa: S310  # our own server
        except (URLError, TimeoutError):
            time.sleep(0.5)
        else:
            return
    pytest.fail("JupyterLab did not start")


def test_a_desk_answers_in_lab_and_its_notebook_says_what_it_was(
    watched: Watched, lab: tuple[str, Path]
) -> None:
    address, file = lab
    page = watched.page
    page.set_default_timeout(120_000)
    page.set_viewport_size({"width": 1200, "height": 2200})
    asked = page.locator(".jp-Dialog .jp-mod-accept")  # Lab may ask which kernel
    page.goto(address)
    page.wait_for_selector('.jp-Notebook-ExecutionIndicator[data-status="idle"]')
    with suppress(NotSeen):
        asked.click(timeout=10_000)
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    expect(page.locator(".framing-desk svg .mark").first).to_be_visible(timeout=120_000)
    page.locator(".framing-desk .controls select").nth(3).select_option("all")
    expect(page.locator(".framing-desk .view h2")).to_contain_text("all voices")
    mark = page.locator("svg .mark:not(:has(.none))").first
    said = mark.get_attribute("aria-label") or ""
    count = int(said.rpartition("; ")[2].split()[0])
    mark.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".framing-desk .lines")
    assert page.locator(".framing-desk .lines tbody tr").count() == count > 0
    page.locator(".framing-desk .lines .node button").first.click()
    page.wait_for_selector(".framing-desk .framing-article .here")
    errors = page.locator(
        ".jp-OutputArea-output[data-mime-type='application/vnd.jupyter.error'], "
        ".jp-OutputArea-output[data-mime-type='application/vnd.jupyter.stderr']"
    )
    assert errors.all_inner_texts() == []
    page.keyboard.press("Control+s")
    page.wait_for_function("!document.querySelector('.jp-mod-current.jp-mod-dirty')")
    page.wait_for_timeout(2000)
    [output] = json.loads(file.read_text("utf-8"))["cells"][0]["outputs"]
    assert "A desk over 5 articles" in "".join(output["data"]["text/html"])
