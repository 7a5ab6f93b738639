"""Loops compiled by numba at their first use, and kept on disk for the next run where they can be.

numba keeps them in the package's folder or in the user's own, and refuses where neither may be
written; here they are then compiled anew in each run, and it is said once.
"""

import warnings
from collections.abc import Callable
from functools import cache
from typing import Any

from numba import njit
from numba.core.caching import FunctionCache

from framing.base.errors import SpeedWarning

_NOT_KEPT = (
    "Compiled loops cannot be kept on disk, so each run compiles them anew, which takes half "
    "a minute. Set NUMBA_CACHE_DIR to a folder you may write to, on a disk with room."
)


def compiled(function: Callable[..., Any]) -> Any:
    """Compile a loop over arrays, without the lock that lets one thread run at a time."""
    loop = njit(nogil=True)(function)
    try:
        loop._cache = _Kept(function)  # as njit(cache=True) does, which cannot be told to go on
    except RuntimeError:  # no place for a cache
        _say()
    return loop


class _Kept(FunctionCache):  # type: ignore[misc]  # numba's own has no types
    """numba's cache; a disk that is full or was closed meanwhile ends no run."""

    def save_overload(self, signature: Any, result: Any) -> None:
        try:
            super().save_overload(signature, result)
        except OSError:
            _say()


@cache
def _say() -> None:
    """Say it once for all loops, which stand in several modules."""
    warnings.warn(_NOT_KEPT, SpeedWarning, stacklevel=2)
