"""The methods of a report in words, made from what was run: to be pasted into a paper.

Nothing is claimed that this run does not know. How the articles were sampled, and how right the
finding is on them, is the reader's to say; the text says where that goes.
"""

from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from framing import measures
from framing.base.files import write_whole
from framing.base.markup import markdown
from framing.base.results import Result
from framing.corpus.articles import Lang
from framing.counting.features import LEXICONS
from framing.lexicon.entries import load_lexicon
from framing.questions.survey import Survey
from framing.showing.citation import cite
from framing.showing.estimates import FEWEST_FOR_A_SHARE
from framing.showing.record import versions
from framing.showing.wording import wording

METHODS, BIBTEX, CSL = "methods.md", "citation.bib", "citation.json"


def methods(found: Survey, *, planned: Result | None = None, lang: Lang = "en") -> list[str]:
    """Say how a survey was measured, a paragraph each of corpus, finding, counting, inference."""
    return list(_paragraphs(found, planned, lang))


def write_methods(
    found: Survey, folder: Path, *, planned: Result | None = None, lang: Lang = "en"
) -> list[Path]:
    """Write the methods as Markdown, and the reference as BibTeX and CSL-JSON.

    Raises `OutputError` if the place cannot be written.
    """
    said = [markdown(one) for one in methods(found, planned=planned, lang=lang)]
    title = wording(lang)["page"]["methods"]
    page = "\n\n".join([f"# {title}", *said, markdown(cite("apa"))]) + "\n"
    files = {METHODS: page, BIBTEX: cite("bibtex"), CSL: cite("csl")}
    return [write_whole(folder / name, text.encode()) for name, text in files.items()]


def _paragraphs(found: Survey, planned: Result | None, lang: Lang) -> Iterator[str]:
    say = wording(lang)["methods"]
    dates = found.corpus["date"].dropna()
    comma = "، " if lang == "ar" else ", "
    days = f"{dates.min():%Y-%m-%d}–{dates.max():%Y-%m-%d}" if len(dates) else say["no dates"]
    yield say["corpus"].format(
        articles=f"{len(found.corpus):,}",
        outlets=f"{len(found.outlets):,}",
        words=f"{found.outlets['words'].sum():,}",
        independent=f"{found.copying.effective_n:,}",
        dates=days,
        undated=f"{len(found.corpus) - len(dates):,}",
    )
    loaded = [load_lexicon(name) for name in (*LEXICONS, "actors")]
    named = comma.join(
        say["lexicon"].format(
            name=one.name, version=one.version, entries=f"{len(one.entries):,}", digest=one.digest
        )
        for one in loaded
    )
    yield say["finding"].format(lexicons=named)
    yield say["counting"].format(fewest=FEWEST_FOR_A_SHARE)
    yield say["inference"].format(
        articles=measures.GUARDS.articles,
        group=measures.GUARDS.of_a_group,
        holding=measures.GUARDS.holding,
        draws=f"{measures.DRAWS + 1:,}",
    )
    if planned is not None:
        yield planned.note
    yield say["validity"]
    packages = comma.join(f"{name} {one}" for name, one in versions().items())
    yield say["software"].format(version=version("framing"), packages=packages)
