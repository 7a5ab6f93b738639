"""How a command on malformed input may end, and what it must not do."""

from collections.abc import Iterator
from dataclasses import dataclass

ENDS = (0, 1, 2, 3)  # done, input, command or output refused; never a bug, a signal, an exception
USAGE = 2  # what was typed is shown as it was typed
LONGEST = 2000  # characters said on standard error
SLOWEST = 10  # seconds of processor time


@dataclass(frozen=True)
class Outcome:
    """How a run ended: its exit code, what it printed and said, its processor time."""

    code: int
    out: bytes
    err: str
    seconds: float = 0


def faults(outcome: Outcome) -> Iterator[str]:
    """What is wrong with how a run ended."""
    if outcome.code not in ENDS:
        yield f"ended with {outcome.code}"
        return
    if "Traceback (most recent call last)" in outcome.err:
        yield "a traceback"
    if "Warning: " in outcome.err:
        yield "a warning of a library"
    if " cannot be used: " in outcome.err:
        yield "an error of the system that no reader foresaw"
    if len(outcome.err) > LONGEST and outcome.code != USAGE:
        yield "a message without an end"
    if outcome.code and not outcome.err and not outcome.out:
        yield "refused without a word"
    if outcome.seconds > SLOWEST:
        yield "slow"
