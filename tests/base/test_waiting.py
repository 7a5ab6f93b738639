"""A long loop says how far it is, where somebody watches, and not at once."""

import io
import sys

import pytest

from framing.base import waiting


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_nobody_is_told_where_nobody_watches() -> None:
    items = [1, 2]
    assert waiting.told_late(items) is items


@pytest.mark.parametrize(("patience", "is_told"), [(0.0, True), (60.0, False)])
def test_who_watches_is_told_late(
    patience: float, is_told: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(waiting, "PATIENCE", patience)
    monkeypatch.delenv("TQDM_DISABLE", raising=False)
    assert list(waiting.told_late([1, 2, 3])) == [1, 2, 3]
    assert ("0/3" in terminal.getvalue()) is is_told
