"""A number opened: the sentences of its spans, right to left, each a way into its article."""

from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd

from framing.base.errors import FramingError, unknown
from framing.base.exports import csv_lines
from framing.base.markup import escape, harmless
from framing.corpus.articles import Lang
from framing.desk.asked import Question
from framing.desk.charts import Chart, marks_of
from framing.desk.counts import Counts
from framing.desk.phrases import filled, phrases
from framing.desk.reproducing import WIDTH
from framing.layers.concordance import kwic

PAGE = 50  # sentences on a page
MOST_SORTED = 3000  # sentences put in order by their words: of more, so many are drawn
_BY_WORDS = ("before", "after", "node")


def sentences_of(
    counts: Counts, question: Question, chart: Chart, lang: Lang
) -> tuple[dict[str, Any], Question, str]:
    """The sentences of a mark: what is shown, what was asked in the end, and of which layer.

    Raises `FramingError` for a mark or a page that is not there.
    """
    label, span_ids = _opened(chart, question.mark)
    total = len(span_ids)
    say = phrases(lang)["sentences"]
    title = filled(say["title"], label=label, total=total)
    if not total:
        nothing = {"kind": "sentences", "title": title, "total": 0, "page": 1, "pages": 1}
        return nothing | {"html": "", "places": [], "note": ""}, question, ""
    lexicon = counts.lexicons.get(question.feature.partition(".")[0])
    spans = counts.spans(span_ids, lexicon if question.view == "rates" else None)
    if question.sort in _BY_WORDS and total > MOST_SORTED and not question.sample:
        question = replace(question, sample=MOST_SORTED)
    n_drawn = min(total, question.sample or total)
    n_pages = max(-(-n_drawn // PAGE), 1)
    if not 1 <= question.page <= n_pages:
        raise FramingError(f"There is no page {question.page}. Ask for one of 1 to {n_pages}.")
    lines = _lines(counts, question, spans, lang)
    note = filled(say["drawn"], shown=n_drawn, total=total) if n_drawn < total else ""
    shown = {
        "kind": "sentences",
        "title": title,
        "total": total,
        "page": question.page,
        "pages": n_pages,
        "html": _table(lines, say),
        "places": [(row["doc_id"], _at(row)) for row in lines.to_dict("records")],
        "note": note,
        **({"csv": csv_lines(lines), "file": "sentences"} if question.save else {}),
    }
    return shown, question, span_ids[0].partition(":")[0]


def _opened(chart: Chart, key: str) -> tuple[str, list[str]]:
    """What a mark is called, and the spans it was counted from."""
    marks = marks_of(chart.shown)
    label = next((mark["label"] for mark in marks if mark["key"] == key), None)
    if label is None:
        raise unknown("mark", key, (mark["key"] for mark in marks))
    is_there = key in chart.table.index
    return label, list[str](chart.table["span_ids"][key]) if is_there else []


def _lines(counts: Counts, question: Question, spans: pd.DataFrame, lang: Lang) -> pd.DataFrame:
    """The lines of the page; of all pages if they are to be saved."""
    if question.sample and question.sample < len(spans):
        drawn = np.random.default_rng(question.seed).choice(
            len(spans), question.sample, replace=False
        )
        spans = spans.iloc[np.sort(drawn)]
    here = slice((question.page - 1) * PAGE, question.page * PAGE)
    if question.sort == "text" and not question.save:
        return _read(counts, spans.iloc[here], lang)
    found = kwic(counts.reading, spans, width=WIDTH, sort=question.sort, lang=lang).table
    return found if question.save else found.iloc[here]


def _read(counts: Counts, spans: pd.DataFrame, lang: Lang) -> pd.DataFrame:
    """Lines in the order of their spans; one that was read stays, as it is often opened again."""
    keys = [(lang, span_id) for span_id in spans["span_id"]]
    new = spans[[key not in counts.lines for key in keys]]
    if len(new):
        found = kwic(counts.reading, new, width=WIDTH, lang=lang).table
        places = {_at(row): row for row in found.to_dict("records")}
        for row in new.to_dict("records"):
            if _at(row) in places:
                counts.lines[lang, row["span_id"]] = places[_at(row)]
    return pd.DataFrame([counts.lines[key] for key in keys if key in counts.lines])


def _table(lines: pd.DataFrame, say: dict[str, str]) -> str:
    """The lines as a table from right to left; the word of each opens its article."""
    heads = "".join(
        f'<th scope="col">{escape(phrases("ar")["sentences"][one])}</th>'
        for one in ("before", "node", "after", "source")
    )
    rows = "".join(_row(row, say) for row in lines.to_dict("records"))
    return (
        '<table class="lines" dir="rtl" lang="ar">'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _row(row: dict[Any, Any], say: dict[str, str]) -> str:
    outlet, day = harmless(row["outlet"]).replace("\n", ", "), row["date"] or ""
    node = " ".join(str(row["node"]).split())
    told = escape(say["open"].format(node=node, outlet=f"{outlet} {day}".strip()))
    dated = f' <bdi dir="ltr">{escape(day)}</bdi>' if day else ""
    return (
        f'<tr data-at="{escape(_at(row))}">'
        f'<td class="before"><bdi dir="rtl">{escape(row["left"])}</bdi></td>'
        f'<td class="node"><button type="button" aria-label="{told}"><bdi>{escape(node)}</bdi>'
        f'</button></td><td class="after"><bdi dir="rtl">{escape(row["right"])}</bdi></td>'
        f'<td class="source"><bdi>{escape(outlet)}</bdi>{dated}</td></tr>'
    )


def _at(row: dict[Any, Any]) -> str:
    """The place of a line, as an article is opened at it."""
    return f"here:{row['doc_id']}:{row['field']}:{row['start']}-{row['end']}"
