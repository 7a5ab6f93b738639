"""What is found in a text or a batch: worked out once, kept with it and gone with it.

A function that asks about something read (`Words`, `Batch`) is worked out when it is first asked,
once for each set of further arguments; what it found lives in the object asked about, and nowhere
else. So no state outlives a text, and a text that is let go takes all that is known of it along.

    @once
    def find_cues(words: Words) -> tuple[Cue, ...]: ...
"""

from collections.abc import Callable, Hashable
from functools import wraps
from inspect import signature
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar, cast


class Read(Protocol):
    """Something that was read, and keeps what was found in it."""

    @property
    def found(self) -> dict[Hashable, Any]:
        """What was found, by the function that found it and its further arguments."""


R = TypeVar("R", bound=Read)
T = TypeVar("T")
P = ParamSpec("P")


def once(work: Callable[Concatenate[R, P], T]) -> Callable[Concatenate[R, P], T]:
    """Let a function be worked out once for each object it is asked about.

    Further arguments are given by place; one left out is the same as its default.
    """
    defaults = tuple(one.default for one in signature(work).parameters.values())[1:]

    @wraps(work)
    def ask(read: Read, *args: Any) -> Any:
        asked = (*args, *defaults[len(args) :])
        key = (work, asked) if asked else work
        found = read.found
        if key not in found:
            found[key] = cast(Any, work)(read, *asked)
        return found[key]

    return cast(Callable[Concatenate[R, P], T], ask)
