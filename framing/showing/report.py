"""One folder for a corpus: tables, figures, pages of sentences, and a page that opens them all.

Everything is built aside and put in place when all of it is there (`framing.base.files`), the page
last, so a report that fails halfway changes nothing.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from framing.base.errors import CorpusError
from framing.base.files import folder_whole, write_whole
from framing.copying.propositions import Propositions, load_propositions
from framing.corpus.articles import Lang
from framing.layers.annotated import Progress
from framing.layers.corpora import Corpus, reading_of
from framing.questions.comparison import compare
from framing.showing import figures
from framing.showing.copy_pages import write_copies
from framing.showing.figures.ratios import MOST_LINES
from framing.showing.figures.save import Drawn, drawn, save_figures
from framing.showing.marked_article import article, save_article
from framing.showing.methods_text import write_methods
from framing.showing.page import MOST_ARTICLES, draw_page
from framing.showing.paper_tables import write_paper_tables
from framing.showing.pictures import inside
from framing.showing.printed import require_typst, write_printed
from framing.showing.record import Asked, older_pages, write_record
from framing.showing.report_tables import FOLDER as TABLES
from framing.showing.report_tables import OF_MENTIONS, Tables
from framing.showing.sentence_pages import FOLDER as SENTENCES
from framing.showing.sentence_pages import Addresses, write_sentences
from framing.showing.summaries import one_line
from framing.showing.wording import wording

PAGE = "report.html"
FIGURES, ARTICLES = "figures", "articles"


@dataclass
class _Draft:
    """What the page is made from, gathered while the files are written."""

    measured: Tables
    lang: Lang
    asked: Asked
    is_printed: bool
    drawings: list[Drawn] = field(default_factory=list)
    most: int | None = None  # sentences shown of a number

    @property
    def folder(self) -> Path:
        return self.measured.folder

    @property
    def addresses(self) -> Addresses:
        """Where sentences and articles stand; only of a small corpus has every article a page."""
        doc_ids = self.measured.found.corpus["doc_id"]
        pages = {doc_id: str(place + 1) for place, doc_id in enumerate(doc_ids)}
        has_pages = len(pages) <= MOST_ARTICLES
        return Addresses(list(self.measured.found.outlets["outlet"]), pages if has_pages else {})


def report(
    corpus: Corpus,
    out: str | Path,
    *,
    lang: Lang = "en",
    propositions: str | Path | Propositions | None = None,
    plan: str | Path | None = None,
    pdf: bool = False,
    progress: Progress = iter,
) -> Path:
    """Write all that is found in a corpus: tables, figures, and a page that answers first.

    `out` gets `report.html`, whose figures are inside it; `sentences/`, where every number of the
    page opens in the sentences it was counted from, and of up to a hundred articles `articles/`;
    `tables/` (CSV that Excel opens; columns as in `framing.base.columns`, lists joined by spaces)
    and `figures/`; for a paper its tables (`paper/`, LaTeX and HTML), its methods (`methods.md`)
    and references (`citation.bib`, `citation.json`); and `record.json`, by which
    `framing.verify` computes it anew. The same
    corpus gives the same bytes.

    Args:
        corpus: articles, as `framing.corpus.articles.read_corpus` gives them.
        out: a folder, made if missing; the files of an older report are replaced.
        lang: language of the page and its figures, "en" or "ar".
        propositions: what is looked for in every article, as in `framing.coverage`; of none there
            are no tables and figures of coverage.
        plan: a file as `framing.write_plan` writes it; the comparison that it settles stands first
            among the results, with the SHA-256 of the file.
        pdf: whether the report is printed too, as `report.pdf`; it takes `framing[report]`.
        progress: wraps the steps, as `tqdm.tqdm` does.

    Returns:
        The path of `report.html`.

    Raises:
        CorpusError: the corpus breaks the schema or has no article.
        OutputError: the folder cannot be written.
        UnknownNameError: there is no such language or set of propositions.
        PropositionError: the set of propositions cannot be used.
        FramingError: the plan cannot be used, or what it settles not be compared; a PDF is asked
            for where typst is not installed.
    """
    if pdf:
        require_typst()
    wording(lang)  # refuses an unknown language before anything is read or written
    reading = reading_of(corpus, is_kept=True)
    if reading.articles.empty:
        raise CorpusError("The corpus has no article. Give one with at least one article.")
    wanted = None if propositions is None else load_propositions(propositions)
    planned = None if plan is None else compare(corpus=reading, plan=plan)
    older = older_pages(Path(out))
    with folder_whole(out, last=PAGE, folders=(TABLES, FIGURES, SENTENCES)) as folder:
        asked = Asked.of(wanted, plan)
        draft = _Draft(Tables(reading, folder, wanted, planned), lang, asked, pdf)
        for step in progress([*draft.measured.steps(), *_steps(draft)]):
            step()
        new = {path.relative_to(folder).as_posix() for path in folder.rglob("*")}
    for page in older - new:
        (Path(out) / page).unlink(missing_ok=True)
    return Path(out) / PAGE


def _steps(draft: _Draft) -> Iterator[Callable[[], None]]:
    for work in (
        _draw,
        _write_sentences,
        _write_articles,
        _write_methods,
        _write_page,
        _write_paper_tables,
        _print,
        _record,
    ):
        yield partial(work, draft)


def _draw(draft: _Draft) -> None:
    """Draw all figures, and keep them for the page."""
    planned = draft.measured.planned
    drawings = figures.draw_together(draft.measured.found, (draft.lang,))
    if planned is not None and len(planned.table) <= MOST_LINES:
        drawings.insert(0, drawn(figures.forest(planned, draft.lang)))
    save_figures(drawings, draft.folder / FIGURES)
    draft.drawings = drawings


def _write_sentences(draft: _Draft) -> None:
    found, addresses = draft.measured.found, draft.addresses
    draft.most = write_sentences(found, addresses, draft.folder, draft.lang)
    write_copies(found, draft.folder, draft.lang, addresses.articles)


def _write_articles(draft: _Draft) -> None:
    reading = draft.measured.found.reading
    for doc_id, page in draft.addresses.articles.items():
        shown = article(reading, doc_id, lexicons=OF_MENTIONS, lang=draft.lang, anchored=True)
        path = draft.folder / ARTICLES / f"{page}.html"
        save_article(shown, path, title=one_line(doc_id), lang=draft.lang)


def _write_methods(draft: _Draft) -> None:
    write_methods(draft.measured.found, draft.folder, planned=draft.measured.planned,
                  lang=draft.lang)  # fmt: skip


def _write_page(draft: _Draft) -> None:
    page = draw_page(
        draft.measured.found,
        list(_pictures(draft.drawings)),
        addresses=draft.addresses,
        most=draft.most,
        planned=draft.measured.planned,
        lang=draft.lang,
    )
    write_whole(draft.folder / PAGE, page.encode())


def _pictures(drawings: Sequence[Drawn]) -> Iterator[dict[str, Any]]:
    """What the page shows of the figures, the pictures inside it."""
    shown = inside((one.pictures["svg"], " ".join(one.alt.split())) for one in drawings)
    for figure, picture in zip(drawings, shown, strict=True):
        yield {
            "name": figure.name,
            "file": f"{FIGURES}/{figure.name}-{figure.lang}.svg",
            "numbers": f"{FIGURES}/{figure.name}.csv",
            "title": figure.title,
            "picture": picture,
            "caption": figure.caption,
        }


def _write_paper_tables(draft: _Draft) -> None:
    write_paper_tables(draft.measured.found, draft.folder, draft.lang)


def _print(draft: _Draft) -> None:
    if draft.is_printed:
        measured = draft.measured
        write_printed(measured.found, draft.drawings, draft.folder, planned=measured.planned,
                      lang=draft.lang)  # fmt: skip


def _record(draft: _Draft) -> None:
    write_record(draft.measured, draft.asked, draft.lang)
