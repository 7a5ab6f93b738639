"""Work shared out among processes, where the system can copy a running one.

A copy has all that was read and counted already, so nothing is sent but what comes back. Where
processes cannot be copied (Windows), where there is one processor, or where a copy fails, the work
is done here, so that the result is the same everywhere.
"""

import os
import pickle
import signal
import time
import warnings
from collections.abc import Callable, Iterable, Sequence
from tempfile import TemporaryFile
from typing import IO, NamedTuple, TypeVar, cast

MOST_PROCESSES = 4
PATIENCE = 60.0  # seconds that a copy may go on when the work done here is ready
_PAUSE = 0.005

T = TypeVar("T")
R = TypeVar("R")


class _Copy(NamedTuple):
    """A copy of this process, and the file it leaves its results in."""

    process: int
    left: IO[bytes]


def shared_out(
    work: Callable[[T], R],
    tasks: Sequence[T],
    progress: Callable[[Sequence[int]], Iterable[int]] = iter,
) -> list[R]:
    """Do some work on each task, in as many processes as there are processors; results in order.

    The results must be such as can be pickled. What the work raises is raised here. `progress`
    wraps the places of the tasks that are done here, a fair share of them all.
    """
    n_processes = min(_processors(), len(tasks), MOST_PROCESSES) if hasattr(os, "fork") else 1
    if n_processes < 2:
        return [work(tasks[place]) for place in progress(range(len(tasks)))]
    first, *others = (range(one, len(tasks), n_processes) for one in range(n_processes))
    copies = [_copied(work, tasks, share) for share in others]
    found: dict[int, R] = {}
    try:
        found |= {place: work(tasks[place]) for place in progress(first)}
        last = time.monotonic() + PATIENCE
        for copy in copies:
            found |= cast("dict[int, R]", _results(copy, last))
    finally:
        for copy in copies:
            _end(copy)
    return [found[place] if place in found else work(task) for place, task in enumerate(tasks)]


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _copied(work: Callable[[T], R], tasks: Sequence[T], share: Sequence[int]) -> _Copy:
    """Start a copy that does its share, leaves what it found, and says nothing."""
    left = TemporaryFile()  # noqa: SIM115  # closed when the copy has ended
    with warnings.catch_warnings():
        # Python 3.12 warns of locks that other threads hold: the copy prints nothing, and is given
        # up if it stands still.
        warnings.simplefilter("ignore", DeprecationWarning)
        process = os.fork()
    if process:
        return _Copy(process, left)
    try:
        pickle.dump({place: work(tasks[place]) for place in share}, left)
        left.flush()
        os._exit(0)
    except BaseException:  # whatever it was: the work is done again where it can be raised
        os._exit(1)


def _results(copy: _Copy, last: float) -> object:
    """What a copy found, by the place of the task; nothing if it failed or is not ready by then."""
    while time.monotonic() < last:
        ended, code = os.waitpid(copy.process, os.WNOHANG)
        if ended:
            copy.left.seek(0)
            is_well = os.waitstatus_to_exitcode(code) == 0
            found = pickle.load(copy.left) if is_well else {}  # noqa: S301  # our own copy's
            copy.left.close()
            return found
        time.sleep(_PAUSE)
    return {}


def _end(copy: _Copy) -> None:
    """End a copy that has not ended."""
    if not copy.left.closed:
        os.kill(copy.process, signal.SIGKILL)
        os.waitpid(copy.process, 0)
        copy.left.close()
