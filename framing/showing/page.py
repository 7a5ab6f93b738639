"""The report's page: what was read, how it was measured, results, limits, how to cite.

One HTML file that asks the network for nothing and runs no script. Whatever comes from the
corpus passes `framing.base.markup.escape`.
"""

from collections.abc import Mapping, Sequence
from importlib.metadata import version
from typing import Any

import pandas as pd

from framing.base.results import Result
from framing.corpus.articles import Lang, missing
from framing.counting.features import LEXICONS
from framing.layers.concordance import kwic
from framing.lexicon.entries import load_lexicon
from framing.questions.survey import MOST_OUTLETS, Survey
from framing.showing import tables
from framing.showing.citation import cite
from framing.showing.shelf import template
from framing.showing.side_by_side import side_by_side, substitutions_table
from framing.showing.wording import wording

MOST_ARTICLES = 100  # rows of the list of articles; tables/corpus.csv has them all
MOST_NAMED = 10  # texts named one by one where something is not known
MOST_SUBSTITUTIONS = 30  # rows; tables/substitutions.csv has them all
MOST_CLUSTERS = 10  # of passages, each by one of them; tables/clusters.csv has them all
LINES = 12  # of the concordance

Words = Mapping[str, Any]


def draw_page(
    found: Survey,
    hits: pd.DataFrame,
    pictures: Sequence[Mapping[str, Any]],
    *,
    planned: Result | None = None,
    lang: Lang,
) -> str:
    """Set the report's page in one language.

    Args:
        found: the corpus, measured.
        hits: mentions of the lexicon militancy, some of which are shown in their sentences.
        pictures: figures, each with name, title, picture (as a data: address), width, alt,
            caption and numbers (a table as HTML).
        planned: what was found by a plan, if there is one.
        lang: "en" or "ar".
    """
    say = wording(lang)["page"]
    return template("report").render(
        lang=lang,
        say=say,
        facts=_facts(found, say),
        figures=pictures,
        planned=planned,
        limits=_limits(found, say, lang),
        citation=cite(),
        made=say["made"].format(version=version("framing")),
        **_read(found, say, lang),
        **_measured(say, lang),
        **_results(found, say, lang),
        **_copied(found, say, lang),
        **_sentences(found, hits, say, lang),
    )


def _facts(found: Survey, say: Words) -> list[tuple[str, str]]:
    dates = found.corpus["date"].dropna()
    days = sorted({f"{date:%Y-%m-%d}" for date in dates})
    return [
        (say["articles"], f"{len(found.corpus):,}"),
        (say["outlets"], f"{len(found.outlets):,}"),
        (say["words"], f"{found.outlets['words'].sum():,}"),
        (say["dates"], " – ".join(dict.fromkeys((days[0], days[-1]))) if days else "–"),
    ]


def _read(found: Survey, say: Words, lang: Lang) -> dict[str, Any]:
    listed = tables.corpus_table(found.reading, lang=lang)
    total = f"{len(listed):,}"
    cut = say["more_rows"].format(shown=MOST_ARTICLES, total=total, file="tables/corpus.csv")
    gaps = missing(found.corpus).to_dict("records")
    known = wording(lang)["columns"]
    named = pd.DataFrame(
        {
            "column": [known.get(gap["column"], gap["column"]) for gap in gaps],
            "n_missing": [gap["n_missing"] for gap in gaps],
            "doc_ids": [_first(gap["doc_ids"]) for gap in gaps],
        }
    )
    return {
        "articles": tables.show_table(listed.head(MOST_ARTICLES), lang=lang),
        "cut": cut if len(listed) > MOST_ARTICLES else "",
        "missing": tables.show_table(named, lang=lang) if len(named) else "",
    }


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


def _results(found: Survey, say: Words, lang: Lang) -> dict[str, Any]:
    titles = wording(lang)["shares"]
    summaries = {
        name: tables.show_table(tables.summary_shares(found, name, lang=lang), lang=lang)
        for name in found.shares["share"].unique()
    }
    total, shown = len(found.outlets), MOST_OUTLETS
    cut = say["more_outlets"].format(shown=shown, total=f"{total:,}")
    return {
        "rates": [
            (
                say["rates"].format(lexicon=load_lexicon(name).label),
                tables.show_table(tables.summary_rates(found, name, lang=lang), lang=lang),
            )
            for name in LEXICONS
        ],
        "spelling": summaries.pop("spelling"),
        "shares": [(titles.get(name, name), table) for name, table in summaries.items()],
        "cut_outlets": cut if total > shown else "",
    }


def _copied(found: Survey, say: Words, lang: Lang) -> dict[str, Any]:
    """What outlets changed in the same sentence, what stands for what, the largest copies."""
    names = dict(zip(found.outlets["outlet"], found.outlets[lang], strict=True))
    swaps = found.copying.substitutions
    clusters = found.copying.clusters.drop_duplicates("cluster").nlargest(
        MOST_CLUSTERS, "n_articles"
    )
    return {
        "parallels": side_by_side(found, lang=lang),
        "parallels_note": say["parallels_note"].format(
            shown=len(found.parallels), total=f"{len(found.copying.pairs):,}"
        ),
        "swaps": tables.show_table(
            substitutions_table(swaps.head(MOST_SUBSTITUTIONS), lang=lang, names=names), lang=lang
        ),
        "swaps_note": say["swaps_note"].format(
            shown=min(len(swaps), MOST_SUBSTITUTIONS), total=f"{len(swaps):,}"
        ),
        "clusters": tables.show_table(clusters[["n_articles", "doc_id", "form"]], lang=lang),
    }


def _sentences(found: Survey, hits: pd.DataFrame, say: Words, lang: Lang) -> dict[str, Any]:
    """A few lines of the concordance: the first hit of every text, then the second, ..."""
    turns = hits.groupby("doc_id").cumcount().sort_values(kind="stable")
    chosen = hits.loc[turns.index[:LINES]].sort_index()
    lines = kwic(found.reading, chosen, lang=lang)
    note = say["sentences_note"].format(shown=len(chosen), total=f"{len(hits):,}")
    return {"sentences": lines._repr_html_() if len(lines) else "", "sentences_note": note}


def _limits(found: Survey, say: Words, lang: Lang) -> list[str]:
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
