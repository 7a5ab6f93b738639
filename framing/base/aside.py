"""A place of a run's own beside what it writes: nobody else's as long as the run lives, gone after.

What is written is built in a hidden folder on the same disk and then put in place in one step. A
run that is killed leaves its hidden folder behind; the next run that writes there takes it away.
It knows a dead run's folder by its lock: the system lets go of a lock with the process that held
it, however that ended. Where a disk has no locks nothing is taken away.
"""

import re
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from shutil import rmtree
from typing import BinaryIO

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_OWN = re.compile(r"\.framing-[0-9a-f]{32}\.part")
_LOCK, _BUILT = "lock", "built"


@contextmanager
def aside(folder: Path) -> Iterator[Path]:
    """Give a path in a hidden folder of this run's own inside `folder`; nothing stands there yet.

    Whatever stands there in the end is taken away. First what dead runs have left in `folder` is.
    """
    clear(folder)
    own, lock = _locked_folder(folder)
    try:
        yield own / _BUILT
    finally:
        _take_away(own, lock)


def clear(folder: Path) -> None:
    """Take away what runs that were killed have left in a folder, never a living run's."""
    with suppress(OSError):  # a folder that cannot be listed, or that is none
        for own in [one for one in folder.iterdir() if _OWN.fullmatch(one.name)]:
            with suppress(OSError):  # locked, or somebody else's
                _clear(own)


def _clear(own: Path) -> None:
    try:
        lock = (own / _LOCK).open("r+b")  # NFS locks only what is open for writing
    except FileNotFoundError:
        own.rmdir()  # killed before it had its lock or when that was gone: it is empty
        return
    with lock:
        _lock(lock)
        _take_away(own, lock)


def _locked_folder(folder: Path) -> tuple[Path, BinaryIO]:
    """A new hidden folder and its lock; another one if it was taken for a dead run's meanwhile."""
    while True:
        own = folder / f".framing-{uuid.uuid4().hex}.part"
        own.mkdir()
        try:
            lock = (own / _LOCK).open("xb")
        except FileNotFoundError:
            continue
        except OSError:
            own.rmdir()
            raise
        if _is_held(own, lock):
            return own, lock
        lock.close()


def _is_held(own: Path, lock: BinaryIO) -> bool:
    try:
        _lock(lock)
    except BlockingIOError:
        return False
    except OSError:  # a disk without locks, where nobody takes anything away
        return True
    return (own / _LOCK).exists()


def _lock(file: BinaryIO) -> None:
    """Lock a file until it is closed or the process ends; an `OSError` if another run has it."""
    if sys.platform == "win32":
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _take_away(own: Path, lock: BinaryIO) -> None:
    """Take away what was built, then the lock, then the folder: whenever killed, it is known."""
    built = own / _BUILT
    with lock, suppress(OSError):
        if built.is_dir():
            rmtree(built)
        built.unlink(missing_ok=True)
        lock.close()  # Windows takes no open file away
        (own / _LOCK).unlink()
        own.rmdir()
