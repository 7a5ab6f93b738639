"""The tables of a report as files: what was found, what was counted, what articles share.

They are the whole of what a report computes: figures and pages show parts of them, and
`framing.showing.verification` computes them anew.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

import pandas as pd

from framing.base import columns
from framing.base.exports import save_table
from framing.base.results import Result
from framing.copying.propositions import Propositions
from framing.copying.shared_quotations import shared_quotations
from framing.counting.features import LEXICONS
from framing.layers.annotated import AnnotatedCorpus
from framing.layers.corpora import Corpus
from framing.layers.span_tables import attributions, leaks, mentions, quotations, zones
from framing.questions.survey import Survey, survey
from framing.showing import tables

FOLDER = "tables"
OF_MENTIONS = ("militancy", "state")  # lexicons whose hits are mentions, each with its voice

_LAYERS: dict[str, Callable[[Corpus], pd.DataFrame]] = {
    "attributions": attributions,
    "leaks": leaks,
    "quotes": quotations,
    "zones": zones,
}


@dataclass
class Tables:
    """What is measured of a corpus, and the folder that its tables are written into."""

    reading: AnnotatedCorpus
    folder: Path
    propositions: Propositions | None = None
    planned: Result | None = None

    @cached_property
    def found(self) -> Survey:
        """The corpus, measured."""
        return survey(self.reading, propositions=self.propositions)

    def steps(self) -> Iterator[Callable[[], None]]:
        """The work, a few tables a step."""
        yield self._write_mentions
        yield from (partial(self._write_layer, name) for name in _LAYERS)
        yield self._write_measures
        yield self._write_copying
        yield self._write_coverage
        yield self._write_planned
        yield self._write_overviews

    def _write_mentions(self) -> None:
        found = [mentions(self.reading, name) for name in OF_MENTIONS]
        self._write("mentions", pd.concat(found, ignore_index=True))

    def _write_layer(self, name: str) -> None:
        self._write(name, _LAYERS[name](self.reading))

    def _write_measures(self) -> None:
        """Write what occurs article by article, and all that was counted added up by outlet."""
        self._write("features", self.found.features)
        shares = self.found.article_shares
        self._write("shares", shares[shares["count"] > 0])
        self._write("house_spelling", self.found.spelling)
        for name in ("rates_by_outlet", "shares_by_outlet"):
            pooled = getattr(self.found, name).drop(columns="span_ids")
            self._write(name, pooled.rename(columns={"doc_id": "outlet"}))

    def _write_copying(self) -> None:
        """Write what articles share, what was changed in it, and how many are independent."""
        found = self.found.copying
        self._write("reuse", found.pairs)
        for name in ("edits", "clusters", "independence", "substitutions", "sharing"):
            self._write(name, getattr(found, name))
        self._write("shared_quotations", shared_quotations(self.reading))

    def _write_coverage(self) -> None:
        if self.propositions is not None:
            self._write("coverage", self.found.coverage.cells)
            self._write("coverage_passages", self.found.coverage.passages)

    def _write_planned(self) -> None:
        if self.planned is not None:
            self._write("comparison", self.planned.table)

    def _write_overviews(self) -> None:
        """Write what is known of articles, lexicons and the tables' columns, and what failed."""
        self._write("errors", self.reading.errors)
        self._write("corpus", tables.corpus_table(self.reading))
        self._write("lexicons", tables.lexicon_table(LEXICONS))
        planned = {} if self.planned is None else {"comparison": columns.RESULTS["equivalence"]}
        meanings = [
            (table, column.name, column.dtype, column.meaning)
            for table, known in (columns.TABLES | columns.COMPARED | planned).items()
            for column in known
        ]
        names = ["table", "column", "type", "meaning"]
        self._write("columns", pd.DataFrame(meanings, columns=names))

    def _write(self, name: str, table: pd.DataFrame) -> None:
        labels = [label for label in ("outlet", "other_outlet", "label") if label in table]
        flat = table.assign(
            **{label: table[label].replace("\n", ", ", regex=True) for label in labels}
        )
        save_table(flat, self.folder / FOLDER / f"{name}.csv", "csv")
