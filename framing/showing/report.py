"""One folder for a corpus: tables, figures and a page that holds them all.

Everything is built aside and put in place when all of it is there (`framing.base.files`), the page
last, so a report that fails halfway changes nothing.
"""

import base64
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path
from typing import Any

import pandas as pd

from framing.base import columns
from framing.base.errors import CorpusError
from framing.base.exports import save_table
from framing.base.files import folder_whole, write_whole
from framing.base.results import Result
from framing.copying.propositions import Propositions, load_propositions
from framing.copying.shared_quotations import shared_quotations
from framing.corpus.articles import Lang
from framing.counting.features import LEXICONS
from framing.layers.annotated import AnnotatedCorpus, Progress
from framing.layers.corpora import Corpus, reading_of
from framing.layers.span_tables import attributions, leaks, mentions, quotations, zones
from framing.questions.comparison import compare
from framing.questions.survey import Survey, survey
from framing.showing import figures, tables
from framing.showing.figures.ratios import MOST_LINES
from framing.showing.figures.save import Figure, save_figures
from framing.showing.page import draw_page
from framing.showing.wording import wording

PAGE = "report.html"
OF_MENTIONS = ("militancy", "state")  # lexicons whose hits are mentions, each with its voice

_LAYERS: dict[str, Callable[[Corpus], pd.DataFrame]] = {
    "attributions": attributions,
    "leaks": leaks,
    "quotes": quotations,
    "zones": zones,
}


@dataclass
class _Draft:
    """What the page is made from, gathered while the files are written."""

    reading: AnnotatedCorpus
    lang: Lang
    folder: Path
    propositions: Propositions | None
    planned: Result | None
    hits: pd.DataFrame = field(default_factory=pd.DataFrame)
    pictures: list[dict[str, Any]] = field(default_factory=list)

    @cached_property
    def found(self) -> Survey:
        return survey(self.reading, propositions=self.propositions)


def report(
    corpus: Corpus,
    out: str | Path,
    *,
    lang: Lang = "en",
    propositions: str | Path | Propositions | None = None,
    plan: str | Path | None = None,
    progress: Progress = iter,
) -> Path:
    """Write all that is found in a corpus: tables, figures and a page that holds them.

    `out` gets `tables/` (CSV that Excel opens; columns as in `framing.base.columns`, lists
    joined by spaces), `figures/` and `report.html`, whose pictures are inside it, so that it
    can be sent alone. The same corpus gives the same bytes.

    Args:
        corpus: articles, as `framing.corpus.articles.read_corpus` gives them.
        out: a folder, made if missing; the files of an older report are replaced.
        lang: language of the page and its figures, "en" or "ar".
        propositions: what is looked for in every article, as in `framing.coverage`; of none there
            are no tables and figures of coverage.
        plan: a file as `framing.write_plan` writes it; the comparison that it settles stands first
            among the results, with the SHA-256 of the file.
        progress: wraps the steps, as `tqdm.tqdm` does.

    Returns:
        The path of `report.html`.

    Raises:
        CorpusError: the corpus breaks the schema or has no article.
        OutputError: the folder cannot be written.
        UnknownNameError: there is no such language or set of propositions.
        PropositionError: the set of propositions cannot be used.
        FramingError: the plan cannot be used, or what it settles not be compared.
    """
    wording(lang)  # refuses an unknown language before anything is read or written
    reading = reading_of(corpus, is_kept=True)
    if reading.articles.empty:
        raise CorpusError("The corpus has no article. Give one with at least one article.")
    wanted = None if propositions is None else load_propositions(propositions)
    planned = None if plan is None else compare(corpus=reading, plan=plan)
    with folder_whole(out, last=PAGE, folders=("tables", "figures")) as folder:
        draft = _Draft(reading, lang, folder, wanted, planned)
        for step in progress(_steps()):
            step(draft)
    return Path(out) / PAGE


def _steps() -> list[Callable[[_Draft], None]]:
    return [
        _write_mentions,
        *(partial(_write_layer, name) for name in _LAYERS),
        _write_measures,
        _write_copying,
        _write_coverage,
        _write_planned,
        _write_overviews,
        _draw,
        _write_page,
    ]


def _write_mentions(draft: _Draft) -> None:
    found = {name: mentions(draft.reading, name) for name in OF_MENTIONS}
    draft.hits = found["militancy"]
    _write_table(draft, "mentions", pd.concat(found.values(), ignore_index=True))


def _write_layer(name: str, draft: _Draft) -> None:
    _write_table(draft, name, _LAYERS[name](draft.reading))


def _write_measures(draft: _Draft) -> None:
    """Write what occurs article by article, and all that was counted added up by outlet."""
    _write_table(draft, "features", draft.found.features)
    shares = draft.found.article_shares
    _write_table(draft, "shares", shares[shares["count"] > 0])
    _write_table(draft, "house_spelling", draft.found.spelling)
    for name in ("rates_by_outlet", "shares_by_outlet"):
        pooled = getattr(draft.found, name).drop(columns="span_ids")
        _write_table(draft, name, pooled.rename(columns={"doc_id": "outlet"}))


def _write_copying(draft: _Draft) -> None:
    """Write what articles share, what was changed in it, and how many are independent."""
    found = draft.found.copying
    _write_table(draft, "reuse", found.pairs)
    for name in ("edits", "clusters", "independence", "substitutions", "sharing"):
        _write_table(draft, name, getattr(found, name))
    _write_table(draft, "shared_quotations", shared_quotations(draft.reading))


def _write_coverage(draft: _Draft) -> None:
    if draft.propositions is None:
        return
    _write_table(draft, "coverage", draft.found.coverage.cells)
    _write_table(draft, "coverage_passages", draft.found.coverage.passages)


def _write_planned(draft: _Draft) -> None:
    if draft.planned is not None:
        _write_table(draft, "comparison", draft.planned.table)


def _write_overviews(draft: _Draft) -> None:
    """Write what is known of articles, lexicons and of the tables' own columns, and what failed."""
    _write_table(draft, "errors", draft.reading.errors)
    _write_table(draft, "corpus", tables.corpus_table(draft.reading))
    _write_table(draft, "lexicons", tables.lexicon_table(LEXICONS))
    planned = {} if draft.planned is None else {"comparison": columns.RESULTS["equivalence"]}
    meanings = [
        (table, column.name, column.dtype, column.meaning)
        for table, known in (columns.TABLES | columns.COMPARED | planned).items()
        for column in known
    ]
    names = ["table", "column", "type", "meaning"]
    _write_table(draft, "columns", pd.DataFrame(meanings, columns=names))


def _write_table(draft: _Draft, name: str, table: pd.DataFrame) -> None:
    labels = [label for label in ("outlet", "other_outlet", "label") if label in table]
    flat = table.assign(**{label: table[label].replace("\n", ", ", regex=True) for label in labels})
    save_table(flat, draft.folder / "tables" / f"{name}.csv", "csv")


def _draw(draft: _Draft) -> None:
    """Draw all figures, and keep them for the page."""
    drawn = list(figures.draw_all(draft.found, lang=draft.lang))
    if draft.planned is not None and len(draft.planned.table) <= MOST_LINES:
        drawn.insert(0, figures.forest(draft.planned, draft.lang))
    save_figures(drawn, draft.folder / "figures")
    draft.pictures = [_picture(figure, draft) for figure in drawn]


def _picture(figure: Figure, draft: _Draft) -> dict[str, Any]:
    """What the page shows of a figure, the picture inside it."""
    drawing = draft.folder / "figures" / f"{figure.name}-{figure.lang}.svg"
    code = base64.b64encode(drawing.read_bytes()).decode("ascii")
    return {
        "name": figure.name,
        "title": figure.title,
        "picture": f"data:image/svg+xml;base64,{code}",
        "width": round(figure.figure.get_figwidth() * 96),  # the size it has on paper
        "alt": figure.alt,
        "caption": figure.caption,
        "numbers": tables.show_table(figure.data, lang=draft.lang),
    }


def _write_page(draft: _Draft) -> None:
    page = draw_page(
        draft.found, draft.hits, draft.pictures, planned=draft.planned, lang=draft.lang
    )
    write_whole(draft.folder / PAGE, page.encode())
