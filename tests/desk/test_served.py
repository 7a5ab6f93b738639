"""The server answers the page that it sent, and nobody else."""

import http.client
import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

import framing as fr
from framing.desk import Desk, serve
from framing.desk.served import LONGEST, Served

SEEDS = Path(__file__).parents[2] / "seeds"
JSON = {"Content-Type": "application/json"}
QUESTION = json.dumps({"view": "rates", "feature": "state.regime"})


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    with serve(Desk(fr.read_corpus(SEEDS), lexicons=["state"]), title="seeds") as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def asked(
    served: Served, method: str, path: str, headers: dict[str, str] | None = None, body: str = ""
) -> tuple[int, str, dict[str, str]]:
    link = http.client.HTTPConnection("127.0.0.1", served.server_port, timeout=60)
    own = {"Host": f"127.0.0.1:{served.server_port}"} | (headers or {})
    link.request(method, path, body.encode() or None, own)
    answer = link.getresponse()
    found = answer.status, answer.read().decode("utf-8"), dict(answer.getheaders())
    link.close()
    return found


def test_the_page_is_sent_under_its_token_and_may_ask_nothing_elsewhere(served: Served) -> None:
    status, page, headers = asked(served, "GET", f"/{served.token}/")
    assert status == 200
    policy = headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")
    assert "connect-src 'self'" in policy
    assert "'unsafe-inline'" not in policy.split("script-src")[1]
    assert "://" not in page.replace("http://www.w3.org/2000/svg", "")


def test_it_listens_on_loopback_only(served: Served) -> None:
    assert served.server_address[0] == "127.0.0.1"


@pytest.mark.parametrize("path", ["/", "/ask", "/wrong/", "/wrong/ask", "/../x", "/%2e"])
def test_who_does_not_know_the_token_is_told_nothing(served: Served, path: str) -> None:
    assert asked(served, "GET", path)[:2] == (404, "Not Found\n")
    assert asked(served, "POST", path, JSON, QUESTION)[:2] == (404, "Not Found\n")


@pytest.mark.parametrize(
    "headers", [{"Host": "evil.example"}, {"Host": ""}, {"Origin": "http://evil.example"}]
)
def test_a_page_elsewhere_is_refused(served: Served, headers: dict[str, str]) -> None:
    assert asked(served, "GET", f"/{served.token}/", headers)[0] == 403
    sent = asked(served, "POST", f"/{served.token}/ask", JSON | headers, QUESTION)
    assert sent[0] == 403


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ({"Content-Type": "text/plain"}, QUESTION),
        (JSON, "{"),
        (JSON, "[" * 100_000),
        (JSON | {"Content-Length": str(LONGEST + 1)}, ""),
        (JSON | {"Content-Length": "-1"}, ""),
    ],
)
def test_what_is_no_question_is_refused(served: Served, headers: dict[str, str], body: str) -> None:
    assert asked(served, "POST", f"/{served.token}/ask", headers, body)[0] == 400


def test_an_answer_is_lines_of_json_the_last_of_which_answers(served: Served) -> None:
    status, lines, _ = asked(served, "POST", f"/{served.token}/ask", JSON, QUESTION)
    *told, last = map(json.loads, lines.splitlines())
    assert status == 200
    assert {one["kind"] for one in told} <= {"progress"}
    assert last == served.desk.answer(json.loads(QUESTION))


def test_a_bad_question_is_answered_in_a_sentence(served: Served) -> None:
    _, lines, _ = asked(served, "POST", f"/{served.token}/ask", JSON, '{"view": 1}')
    assert json.loads(lines)["text"].startswith("There is no view named '1'.")
