"""A page under watch: what it asks of other machines, what it complains of."""

from dataclasses import dataclass, field

from playwright.sync_api import Page

OURS = ("file:", "data:", "blob:", "http://127.0.0.1", "ws://127.0.0.1")


@dataclass
class Watched:
    """A page, with what it asked of other machines and what it complained of."""

    page: Page
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("request", lambda request: self._note(request.url))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", lambda said: self._hear(said.type, said.text))

    def _note(self, address: str) -> None:
        if not address.startswith(OURS):
            self.asked.append(address)

    def _hear(self, kind: str, text: str) -> None:
        if kind in {"error", "warning"}:
            self.complaints.append(text)
