"""Articles in which something failed: set aside and told of, so that none of them ends a run."""

import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field

import pandas as pd

from framing.base import columns
from framing.base.errors import ArticleError, CorpusWarning, cut, reason_of


@dataclass
class Failures:
    """What could not be worked out in which article, and of which table the article is missing.

    Attributes:
        are_fatal: whether the first one ends the run.
    """

    are_fatal: bool = False
    _known: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict, repr=False)

    def __len__(self) -> int:
        return len(self._known)

    def __iter__(self) -> Iterator[str]:
        """The articles, by id."""
        return (doc_id for doc_id, _ in self._known)

    def note(self, doc_id: str, name: str, function: str, failure: Exception) -> None:
        """Set an article aside in what a function was asked for; the first of each is warned of.

        Raises `ArticleError` instead where failures are fatal.
        """
        reason = reason_of(failure)
        told = f"Article '{cut(doc_id)}' ({name}) cannot be used by {function}: {reason}"
        if self.are_fatal:
            raise ArticleError(f"{told} Leave it out, or let it be set aside.") from failure
        if all(function != known for _, known in self._known):
            warnings.warn(
                f"{told} It is set aside, and others may be: an annotated corpus lists all of "
                "them as its `errors`.",
                CorpusWarning,
                stacklevel=2,
            )
        self._known[doc_id, function] = name, reason

    def table(self) -> pd.DataFrame:
        """A row per article and function; columns as in `framing.base.columns.TABLES["errors"]`."""
        rows = (
            {"doc_id": doc_id, "field": name, "function": function, "reason": reason}
            for (doc_id, function), (name, reason) in self._known.items()
        )
        return columns.table("errors", rows)
