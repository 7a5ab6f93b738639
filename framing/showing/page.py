"""The report's page: what it shows, in figures and tables that open; how it was measured; limits.

One HTML file that asks the network for nothing and runs no script. Whatever comes from the
corpus passes `framing.base.markup.escape`.
"""

from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import version
from typing import Any, NamedTuple

import pandas as pd

from framing.base.results import Result
from framing.corpus.articles import Lang, missing
from framing.counting.features import LEXICONS
from framing.lexicon.entries import load_lexicon
from framing.questions.survey import MOST_OUTLETS, Survey
from framing.showing import tables
from framing.showing.answers import answers
from framing.showing.citation import cite
from framing.showing.copy_pages import MOST_SWAPS, largest_clusters, swaps_linked
from framing.showing.methods_text import methods
from framing.showing.sentence_pages import Addresses, table_anchor, table_title
from framing.showing.shelf import template
from framing.showing.side_by_side import side_by_side, substitutions_table
from framing.showing.summaries import (
    Linked,
    Opened,
    closed,
    summary_rates,
    summary_shares,
    unseen_rates,
    unseen_shares,
)
from framing.showing.wording import wording

MOST_ARTICLES = 100  # rows of the list of articles, and pages of them; tables/corpus.csv has all
MOST_NAMED = 10  # texts named one by one where something is not known

Words = Mapping[str, Any]


def draw_page(
    found: Survey,
    pictures: Sequence[Mapping[str, Any]],
    *,
    addresses: Addresses,
    most: int | None = None,
    planned: Result | None = None,
    lang: Lang,
) -> str:
    """Set the report's page in one language.

    Args:
        found: the corpus, measured.
        pictures: figures, each with name, title, picture (as HTML), caption, and the files with
            the picture and its numbers.
        addresses: where the sentences of each number stand.
        most: how many sentences of a number are shown at most, if not all are.
        planned: what was found by a plan, if there is one.
        lang: "en" or "ar".
    """
    say = wording(lang)["page"]
    return template("report").render(
        lang=lang,
        say=say,
        facts=facts(found, say),
        answers=answers(found, lang=lang, opened=addresses.of),
        figures=pictures,
        tables=[
            one._asdict()
            | {"html": tables.show_table(one.frame, lang=lang) if len(one.frame) else ""}
            for one in result_tables(found, lang, addresses.of)
        ],
        planned=planned,
        kept_small=_kept_small(found, say, most),
        limits=limits(found, say, lang),
        methods=methods(found, planned=planned, lang=lang),
        citations=[cite("apa"), cite()],
        made=say["made"].format(version=version("framing")),
        **_read(found, say, lang, addresses),
        **_measured(say, lang),
        **_copied(found, say, lang),
    )


def facts(found: Survey, say: Words) -> list[tuple[str, str]]:
    """How large the corpus is: what is counted, and its number."""
    dates = found.corpus["date"].dropna()
    days = sorted({f"{date:%Y-%m-%d}" for date in dates})
    return [
        (say["articles"], f"{len(found.corpus):,}"),
        (say["outlets"], f"{len(found.outlets):,}"),
        (say["words"], f"{found.outlets['words'].sum():,}"),
        (say["dates"], " – ".join(dict.fromkeys((days[0], days[-1]))) if days else "–"),
    ]


def _kept_small(found: Survey, say: Words, most: int | None) -> list[str]:
    """What was left out of a large report."""
    outlets, articles = len(found.outlets), len(found.corpus)
    said = []
    if outlets > MOST_OUTLETS:
        said.append(say["more_outlets"].format(shown=MOST_OUTLETS, total=f"{outlets:,}"))
    if most is not None:
        said.append(say["most_sentences"].format(most=f"{most:,}"))
    if articles > MOST_ARTICLES:
        said.append(say["no_articles"].format(most=MOST_ARTICLES))
    return said


class ResultTable(NamedTuple):
    """A table of results: its id on the page, its title, its cells, and what was left out of it."""

    anchor: str
    title: str
    frame: pd.DataFrame
    left_out: str


def result_tables(found: Survey, lang: Lang, opened: Opened = closed) -> Iterator[ResultTable]:
    """The rates of each lexicon, then each share.

    Numbers lead where `opened` says; a class of which nothing occurs anywhere has no row.
    """
    say = wording(lang)["page"]
    for name in LEXICONS:
        limit, names = unseen_rates(found, name, lang=lang)
        yield ResultTable(
            table_anchor("rate", name),
            table_title("rate", name, lang),
            summary_rates(found, name, lang=lang, opened=opened, occurring=True),
            _left_out(say, names, say["per_thousand"].format(limit=limit)),
        )
    for name in found.shares["share"].unique():
        limit, names = unseen_shares(found, name, lang=lang)
        yield ResultTable(
            table_anchor("share", name),
            table_title("share", name, lang),
            summary_shares(found, name, lang=lang, opened=opened, occurring=True),
            _left_out(say, names, limit),
        )


def _left_out(say: Words, names: Sequence[str], limit: str) -> str:
    return say["left_out"].format(names="; ".join(names), limit=limit) if names else ""


def _read(found: Survey, say: Words, lang: Lang, addresses: Addresses) -> dict[str, Any]:
    listed = tables.corpus_table(found.reading, lang=lang)
    total = f"{len(listed):,}"
    cut = say["more_rows"].format(shown=MOST_ARTICLES, total=total, file="tables/corpus.csv")
    known = wording(lang)["columns"]
    gaps = [
        say["missing_in"].format(
            column=known.get(gap["column"], gap["column"]),
            n=f"{gap['n_missing']:,}",
            doc_ids=("، " if lang == "ar" else ", ").join(_first(gap["doc_ids"])),
        )
        for gap in missing(found.corpus).to_dict("records")
    ]
    shown = _opening(listed.head(MOST_ARTICLES), addresses)
    return {
        "articles": tables.show_table(shown, lang=lang),
        "cut": cut if len(listed) > MOST_ARTICLES else "",
        "missing": gaps,
    }


def _opening(listed: pd.DataFrame, addresses: Addresses) -> pd.DataFrame:
    """The list of articles; where an article has a page, its id and its words open it."""
    pages = [addresses.articles.get(doc_id) for doc_id in listed["doc_id"]]
    if not all(pages):
        return listed
    cells = {
        name: pd.Series(
            [
                Linked(f"{cell:,}" if name == "words" else cell, f"articles/{page}.html")
                for cell, page in zip(listed[name], pages, strict=True)
            ],
            index=listed.index,
            dtype=object,
        )
        for name in ("doc_id", "words")
    }
    return listed.assign(**cells)


def _first(doc_ids: list[str]) -> list[str]:
    return doc_ids if len(doc_ids) <= MOST_NAMED else [*doc_ids[:MOST_NAMED], "…"]


def _measured(say: Words, lang: Lang) -> dict[str, Any]:
    return {
        "lexicons": tables.show_table(tables.lexicon_table(LEXICONS), lang=lang),
        "definitions": [
            (
                say["definitions"].format(lexicon=load_lexicon(name).label),
                tables.show_table(tables.definitions_table(name), lang=lang),
            )
            for name in LEXICONS
        ],
    }


def _copied(found: Survey, say: Words, lang: Lang) -> dict[str, Any]:
    """What outlets changed in the same sentence, what stands for what, the largest copies."""
    names = dict(zip(found.outlets["outlet"], found.outlets[lang], strict=True))
    swaps = found.copying.substitutions
    listed = substitutions_table(swaps.head(MOST_SWAPS), lang=lang, names=names)
    return {
        "parallels": side_by_side(found, lang=lang),
        "parallels_note": say["parallels_note"].format(
            shown=len(found.parallels), total=f"{len(found.copying.pairs):,}"
        ),
        "swaps": tables.show_table(swaps_linked(listed), lang=lang),
        "swaps_note": say["swaps_note"].format(
            shown=min(len(swaps), MOST_SWAPS), total=f"{len(swaps):,}"
        ),
        "clusters": tables.show_table(
            largest_clusters(found)[["n_articles", "doc_id", "form"]], lang=lang
        ),
    }


def limits(found: Survey, say: Words, lang: Lang) -> list[str]:
    """What the numbers cannot say: of this corpus first, then of any."""
    known = wording(lang)["columns"]
    comma = "، " if lang == "ar" else ", "
    limits = []
    single = int((found.outlets["articles"] == 1).sum())
    if single:
        total = f"{len(found.outlets):,}"
        limits.append(say["limits_single"].format(single=f"{single:,}", outlets=total))
    gaps = [known[column] for column in missing(found.corpus)["column"] if column in known]
    if gaps:
        limits.append(say["limits_missing"].format(columns=comma.join(gaps)))
    if len(found.reading.failures):
        doc_ids = list(dict.fromkeys(found.reading.failures))
        named = comma.join(_first(doc_ids))
        limits.append(say["limits_set_aside"].format(n=f"{len(doc_ids):,}", doc_ids=named))
    return [*limits, *say["limits_all"]]
