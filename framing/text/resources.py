"""What a reader brings along for as long as a block lasts: a parser, names of actors.

Texts are read anew with what was brought, and what was read of them before stays as it was.
"""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from typing import Any


@dataclass(frozen=True)
class Brought:
    """A parser (`framing.text.parsing`) and a gazetteer of actors; None for the package's."""

    parser: Callable[[str], Any] | None = None
    gazetteer: Hashable | None = None


NOTHING = Brought()
_brought: ContextVar[Brought] = ContextVar("brought", default=NOTHING)


def brought() -> Brought:
    """What is in force."""
    return _brought.get()


@contextmanager
def bring(**changes: Any) -> Iterator[None]:
    """Bring something along, beside what was brought before."""
    token = _brought.set(replace(brought(), **changes))
    try:
        yield
    finally:
        _brought.reset(token)
