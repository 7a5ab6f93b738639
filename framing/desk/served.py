"""The desk as a page, served to this machine alone until somebody ends it.

The server listens on 127.0.0.1 only. It answers nobody who does not know the token in its address,
asks under another name than the one it gave (a page elsewhere that had its own name point here), or
sends from another page. What it sends may run one script and ask this server, nothing else.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from secrets import compare_digest, token_urlsafe
from threading import Lock
from typing import Any

from framing.base.errors import FramingError
from framing.base.outside import UnreadableError, json_of
from framing.desk.desk import Desk
from framing.desk.page import page
from framing.desk.phrases import phrases

LONGEST = 1 << 20  # bytes of a question: as many outlets as a reader could name
_LOOPBACK = "127.0.0.1"
_HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class Served(ThreadingHTTPServer):
    """A desk on loopback; `address` opens it."""

    daemon_threads = True  # a browser that keeps a connection open does not keep the desk alive

    def __init__(self, desk: Desk, title: str, port: int) -> None:
        """Take a port; 0 takes any that is free.

        Raises `FramingError` if the port cannot be had.
        """
        self.desk, self.token, self.lock = desk, token_urlsafe(24), Lock()
        self.page, self.policy = page(title, desk.lang, {"address": "ask"}, "; connect-src 'self'")
        try:
            super().__init__((_LOOPBACK, port), _Handler)
        except (OSError, OverflowError) as failure:
            raise FramingError(
                f"Port {port} cannot be had: {failure}. Name another, or 0 for any that is free."
            ) from failure

    @property
    def hosts(self) -> set[str]:
        """The names under which a browser may ask."""
        return {f"{name}:{self.server_port}" for name in (_LOOPBACK, "localhost")}

    @property
    def address(self) -> str:
        """Where the desk is, with its token."""
        return f"http://{_LOOPBACK}:{self.server_port}/{self.token}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that went away in the midst of an answer is no error."""


def serve(desk: Desk, *, title: str, port: int = 0) -> Served:
    """Give a server of a desk, which answers once its `serve_forever` runs.

    Raises `FramingError` if the port cannot be had.
    """
    return Served(desk, title, port)


class _Handler(BaseHTTPRequestHandler):
    """One request: the page, or a question."""

    server: Served
    server_version = "framing"
    sys_version = ""

    def do_GET(self) -> None:
        """Send the page."""
        if self._is_ours() and self._asks_for(""):
            self._send(HTTPStatus.OK, "text/html; charset=utf-8", self.server.page.encode("utf-8"))

    def do_POST(self) -> None:
        """Answer a question in lines of JSON: how far it is, then the answer."""
        if not (self._is_ours() and self._asks_for("ask")):
            return
        length = self.headers.get("Content-Length", "")
        is_json = self.headers.get_content_type() == "application/json"
        if not (is_json and length.isdecimal() and int(length) <= LONGEST):
            self._refuse(HTTPStatus.BAD_REQUEST)
            return
        try:
            asked = json_of(self.rfile.read(int(length)).decode("utf-8"))
        except (UnreadableError, UnicodeDecodeError):
            self._refuse(HTTPStatus.BAD_REQUEST)
            return
        self._begin(HTTPStatus.OK, "application/x-ndjson; charset=utf-8")
        with self._turn():
            answer = self.server.desk.answer(asked, self._say)
        self._line(answer)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # the library's name
        """Log nothing: the address holds the token."""

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """The desk answers one question at a time; who waits is told that it reads."""
        waiting = phrases(self.server.desk.lang)["page"]["waiting"]
        while not self.server.lock.acquire(timeout=1):
            self._line({"kind": "progress", "text": waiting})
        try:
            yield
        finally:
            self.server.lock.release()

    def _is_ours(self) -> bool:
        host, origin = self.headers.get("Host", ""), self.headers.get("Origin")
        is_ours = host in self.server.hosts and origin in (None, f"http://{host}")
        if not is_ours:
            self._refuse(HTTPStatus.FORBIDDEN)
        return is_ours

    def _asks_for(self, name: str) -> bool:
        asked = compare_digest(self.path.encode(), f"/{self.server.token}/{name}".encode())
        if not asked:
            self._refuse(HTTPStatus.NOT_FOUND)
        return asked

    def _refuse(self, status: HTTPStatus) -> None:
        self._send(status, "text/plain; charset=utf-8", f"{status.phrase}\n".encode())

    def _send(self, status: HTTPStatus, kind: str, body: bytes) -> None:
        self._begin(status, kind, {"Content-Length": str(len(body))})
        with suppress(OSError):
            self.wfile.write(body)

    def _begin(self, status: HTTPStatus, kind: str, more: dict[str, str] | None = None) -> None:
        self.send_response(status)
        framed = f"{self.server.policy}; frame-ancestors 'none'"
        headers = {"Content-Type": kind, "Content-Security-Policy": framed, **_HEADERS}
        for name, value in {**headers, **(more or {})}.items():
            self.send_header(name, value)
        self.end_headers()

    def _say(self, what: str, done: int, total: int) -> None:
        self._line(self.server.desk.progress(what, done, total))

    def _line(self, said: dict[str, Any]) -> None:
        """A line of the answer; a browser that went away does not end the work, which is kept."""
        with suppress(OSError):
            self.wfile.write(json.dumps(said).encode("ascii") + b"\n")
            self.wfile.flush()
