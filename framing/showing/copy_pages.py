"""Pages of what articles share: behind each count of copies and of swapped words, the passages."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from framing.base.files import write_whole
from framing.copying.overview import Swap
from framing.corpus.articles import Lang
from framing.layers.concordance import show
from framing.questions.survey import Survey
from framing.showing.sentence_pages import FOLDER
from framing.showing.shelf import template
from framing.showing.summaries import Linked, one_line
from framing.showing.wording import wording

COPIES, SWAPS = "copies.html", "swaps.html"
MOST_CLUSTERS = 10  # of passages; tables/clusters.csv has them all
MOST_ITEMS = 200  # passages of a copy, pairs of a swap
MOST_SWAPS = 30  # rows; tables/substitutions.csv has them all


def largest_clusters(found: Survey) -> pd.DataFrame:
    """The copies that most articles carry, by one passage each; how many leads to all of them."""
    clusters = found.copying.clusters.drop_duplicates("cluster")
    largest = clusters.nlargest(MOST_CLUSTERS, "n_articles").reset_index(drop=True)
    links = [
        Linked(f"{count:,}", f"{FOLDER}/{COPIES}#copy-{place + 1}")
        for place, count in enumerate(largest["n_articles"])
    ]
    return largest.assign(n_articles=pd.Series(links, dtype=object))


def swaps_linked(table: pd.DataFrame) -> pd.DataFrame:
    """The rows of a table of substitutions; how often leads to the pairs of sentences."""
    told = {
        name: pd.Series(
            [
                Linked(f"{count:,}", f"{FOLDER}/{SWAPS}#swap-{place + 1}")
                for place, count in enumerate(table[name])
            ],
            dtype=object,
        )
        for name in ("copies", "pairs")
    }
    return table.reset_index(drop=True).assign(**told)


def write_copies(found: Survey, folder: Path, lang: Lang, articles: Mapping[str, str]) -> None:
    """Write the pages of copies and of swapped words; none where articles share nothing."""
    if found.copying.pairs.empty:
        return
    say = wording(lang)["page"]
    pages = {
        COPIES: (say["clusters"], list(_copies(found, articles))),
        SWAPS: (say["swaps"], list(_swaps(found, articles))),
    }
    for name, (title, sections) in pages.items():
        page = template("copies").render(
            lang=lang, say=wording(lang)["sentences"], title=title, sections=sections,
            outlets=_names(found, lang), back="../report.html#copied",
        )  # fmt: skip
        write_whole(folder / FOLDER / name, page.encode())


def _names(found: Survey, lang: Lang) -> dict[str, str]:
    known = dict(zip(found.outlets["outlet"], found.outlets[lang], strict=True))
    return {doc_id: one_line(known[label]) for doc_id, label in found.copying.outlets.items()}


def _copies(found: Survey, articles: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """Each of the largest copies: one passage of every article that carries it."""
    clusters = found.copying.clusters
    firsts = clusters.drop_duplicates("cluster").nlargest(MOST_CLUSTERS, "n_articles")
    for place, cluster in enumerate(firsts["cluster"]):
        rows = clusters[clusters["cluster"] == cluster].drop_duplicates("doc_id")
        shown = rows.head(MOST_ITEMS).to_dict("records")
        items = [[{"before": "", "node": row["form"], "behind": ""} | _at(row, articles)]
                 for row in shown]  # fmt: skip
        yield {"anchor": f"copy-{place + 1}", "heading": "", "items": items, "total": len(rows)}


def _swaps(found: Survey, articles: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """Each of the first swaps: the pairs of sentences in which one word stands for the other."""
    rows = found.copying.substitutions.head(MOST_SWAPS).to_dict("records")
    for place, row in enumerate(rows):
        swap = Swap(row["kind"], row["word"], row["other_word"], row["category"],
                    row["other_category"])  # fmt: skip
        cases = {case.edit["pair_id"]: case for case in found.copying.swaps[swap]}
        shown = list(cases.values())[:MOST_ITEMS]
        sides = [
            {name: case.edit[f"{name}_{side}"] for name in ("doc_id", "field", "start", "end")}
            for case in shown
            for side in (case.first, case.second)
        ]
        lines = show(found.reading, pd.DataFrame(sides)).table.to_dict("records")
        told = [
            {"before": f"{one['left']} ", "node": one["node"], "behind": f" {one['right']}"}
            | _at(one, articles)
            for one in lines
        ]
        yield {
            "anchor": f"swap-{place + 1}",
            "heading": f"{row['word']} / {row['other_word']}",
            "items": [told[first : first + 2] for first in range(0, len(told), 2)],
            "total": len(cases),
        }


def _at(row: Mapping[Any, Any], articles: Mapping[str, str]) -> dict[str, str]:
    page = articles.get(row["doc_id"])
    return {"doc_id": row["doc_id"], "article": f"../articles/{page}.html" if page else ""}
