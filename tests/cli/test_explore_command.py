"""`framing explore` says where it serves, answers there and nowhere else, and ends on Ctrl-C."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from urllib.request import Request, urlopen

import pytest
from commands import SEEDS


@pytest.fixture
def serving() -> Iterator["subprocess.Popen[str]"]:
    command = [sys.executable, "-m", "framing", "explore", SEEDS, "--lexicon", "state"]
    running = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    )
    yield running
    running.kill()
    running.communicate()


def test_it_prints_its_address_answers_there_and_ends_on_ctrl_c(
    serving: "subprocess.Popen[str]",
) -> None:
    assert serving.stdout is not None
    address = serving.stdout.readline().strip()
    assert address.startswith("http://127.0.0.1:")
    with urlopen(address) as page:  # noqa: S310  # the address was just read
        assert "seeds" in page.read().decode("utf-8")
    asked = json.dumps({"view": "rates", "feature": "state.regime", "voice": "all"})
    sent = Request(  # noqa: S310  # the same
        f"{address}ask", asked.encode(), {"Content-Type": "application/json"}
    )
    with urlopen(sent) as answer:  # noqa: S310  # the same
        *told, last = [json.loads(line) for line in answer]
    assert {one["kind"] for one in told} == {"progress"}
    assert last["kind"] == "chart"
    assert "seeds" in last["code"]
    os.kill(serving.pid, signal.SIGINT)
    assert serving.wait(20) == 0
    assert serving.stderr is not None
    assert "Traceback" not in serving.stderr.read()


def test_a_port_that_is_taken_is_told_in_a_sentence(framing, serving) -> None:
    port = serving.stdout.readline().split(":")[2].split("/")[0]
    code, out, err = framing("explore", SEEDS, "--port", port)
    assert (code, out) == (1, "")
    assert err.startswith(f"framing: Port {port} cannot be had: ")
    assert err.endswith("0 for any that is free.\n")
