"""How far a long loop is: told where somebody watches, once it has taken a while."""

import os
import sys
from collections.abc import Iterable
from typing import TypeVar, cast

T = TypeVar("T")

PATIENCE = 2.0  # seconds that nobody minds waiting


def told_late(items: Iterable[T]) -> Iterable[T]:
    """The items, with a bar on the terminal or in the notebook if they take over two seconds.

    The bar goes when they are through. `TQDM_DISABLE=1` in the environment keeps it away.
    """
    if not _is_watched():
        return items
    from tqdm.auto import tqdm  # a tenth of a second, for who watches only

    return cast(Iterable[T], tqdm(items, delay=PATIENCE, leave=False))


def _is_watched() -> bool:
    if os.environ.get("TQDM_DISABLE"):  # which its bar for notebooks does not ask
        return False
    shell = getattr(sys.modules.get("IPython"), "get_ipython", lambda: None)()
    return hasattr(shell, "kernel") or sys.stderr.isatty()
