"""The same sentence, another word: which word stands for which, and in which passages."""

from dataclasses import replace
from typing import Any

import pandas as pd

from framing.base.errors import FramingError, unknown
from framing.base.markup import harmless
from framing.copying.overview import Copying, copying
from framing.copying.parallels import parallels
from framing.corpus.articles import Lang
from framing.desk.asked import Question
from framing.desk.charts import Chart, saved_as
from framing.desk.counts import Counts, Say, silent
from framing.desk.phrases import filled, phrases
from framing.layers.annotated import AnnotatedCorpus
from framing.showing.side_by_side import side_by_side, substitutions_table
from framing.showing.wording import wording

MOST_SWAPS = 200  # lines of the list
PAGE = 10  # pairs of passages on a page


class Shared:
    """The passages that articles share, found when they are first asked for."""

    def __init__(self, reading: AnnotatedCorpus) -> None:
        self.reading = reading
        self._found: Copying | None = None

    def found(self, say: Say = silent) -> Copying:
        """All of them; finding them takes a while the first time."""
        if self._found is None:
            say("copying", 0, 1)
            self._found = copying(self.reading)
        return self._found

    def among(self, groups: "pd.Series[Any]", say: Say = silent) -> Copying:
        """Those whose two articles are both among some."""
        found = self.found(say)
        if len(groups) == len(self.reading):
            return found
        chosen = [found.pairs[f"doc_id_{side}"].isin(groups.index) for side in "ab"]
        pairs = found.pairs[chosen[0] & chosen[1]]
        edits = found.edits[found.edits["pair_id"].isin(pairs["pair_id"])]
        return replace(found, pairs=pairs, edits=edits)


def swaps_of(
    counts: Counts, shared: Shared, question: Question, lang: Lang, say: Say = silent
) -> Chart:
    """Which word stands for which between the chosen outlets, a mark a pair of words.

    Raises `FramingError` where no article was chosen.
    """
    groups = counts.chosen(question)
    if groups.empty:
        raise FramingError(phrases(lang)["chart"]["no_articles"])
    table = shared.among(groups, say).substitutions.head(MOST_SWAPS)
    names = counts.names(lang)
    keys = [_key(row) for row in table.to_dict("records")]
    told = substitutions_table(table, lang=lang, names=names)
    words = phrases(lang)["swaps"]
    shown = {
        "kind": "list",
        "title": words["title"],
        "marks": [
            _mark(key, row, lang) for key, row in zip(keys, table.to_dict("records"), strict=True)
        ],
        "note": words["note"] if keys else phrases(lang)["chart"]["nothing"],
        **saved_as(told, "same-sentence-other-word", lang),
    }
    return Chart(
        question, shown, table.set_index(pd.Index(keys, dtype=object)), question.outlets, groups
    )


def passages_of(
    counts: Counts, shared: Shared, question: Question, chart: Chart, lang: Lang
) -> dict[str, Any]:
    """The pairs of passages in which one word stands for another, some on a page.

    Raises `FramingError` for a mark or a page that is not there.
    """
    if question.mark not in chart.table.index:
        raise unknown("swap", question.mark, chart.table.index)
    found = shared.among(chart.groups)
    row = chart.table.loc[question.mark]
    pair_ids = list(dict.fromkeys(found.edits_of(row.to_dict())["pair_id"]))
    n_pages = max(-(-len(pair_ids) // PAGE), 1)
    if not 1 <= question.page <= n_pages:
        raise FramingError(f"There is no page {question.page}. Ask for one of 1 to {n_pages}.")
    here = pair_ids[(question.page - 1) * PAGE : question.page * PAGE]
    pairs = [_pair(counts, found, pair_id, lang) for pair_id in here]
    words = phrases(lang)["swaps"]
    title = _mark(question.mark, row.to_dict(), lang)["label"]
    return {
        "kind": "passages",
        "title": f"{title}. " + filled(words["shown"], shown=len(here), total=len(pair_ids)),
        "total": len(pair_ids),
        "page": question.page,
        "pages": n_pages,
        "pairs": pairs,
        "places": [(one["doc_id"], one["at"]) for pair in pairs for one in pair["places"]],
        "note": "",
    }


def _key(row: dict[Any, Any]) -> str:
    return "|".join(
        (row["kind"], row["word"], row["other_word"], row["category"], row["other_category"])
    )


def _mark(key: str, row: dict[Any, Any], lang: Lang) -> dict[str, Any]:
    kind = wording(lang)["edits"][row["kind"]]
    cells = {"kind": kind, "one": row["word"], "other": row["other_word"]}
    return {
        "key": key,
        "label": harmless(f"{row['word']} / {row['other_word']}"),
        "kind": kind,
        "count": int(row["pairs"]),
        "said": filled(phrases(lang)["swaps"]["said"], **cells, pairs=int(row["pairs"])),
    }


def _pair(counts: Counts, found: Copying, pair_id: str, lang: Lang) -> dict[str, Any]:
    """Two passages under one another, and where each stands."""
    pairs = found.pairs[found.pairs["pair_id"] == pair_id]
    edits = found.edits[found.edits["pair_id"] == pair_id]
    [shown] = parallels(found.reading, pairs, edits, 1)
    row = pairs.iloc[0]
    names, say = counts.names(lang), phrases(lang)["swaps"]["open"]
    places = []
    for side in "ab":
        doc_id = row[f"doc_id_{side}"]
        span = f"{row[f'field_{side}']}:{row[f'start_{side}']}-{row[f'end_{side}']}"
        outlet = names[counts.labels[doc_id]]
        label = filled(say, outlet=outlet, doc_id=doc_id)
        places.append({"doc_id": doc_id, "at": f"here:{doc_id}:{span}", "label": label})
    return {"html": side_by_side([shown], lang=lang, names=names), "places": places}
