"""Back to the sentence: every span in its context, right to left.

A concordance line (key word in context, KWIC) has what stands before the word, the word,
and what stands after it. In Arabic what comes before stands on the right, so the table is
laid out right to left, not merely aligned.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from framing.base.errors import FramingError
from framing.base.markup import escape
from framing.corpus.articles import Lang, check_corpus, outlet_labels, printed
from framing.lexicon.clitics import names_of
from framing.text.orthography import fold
from framing.text.tokens import Span, read_words

_CELL = 'style="text-align:{};padding:2px 8px;border:0"'


@dataclass(frozen=True)
class Concordance:
    """Lines of a concordance; `table` has doc_id, outlet, field, start, end, left, node, right."""

    table: pd.DataFrame

    def __len__(self) -> int:
        return len(self.table)

    def _repr_html_(self) -> str:
        lines = "".join(_line(row) for row in self.table.to_dict("records"))
        heads = "".join(
            f"<th {_CELL.format('center')}>{title}</th>"
            for title in ("قبل", "الكلمة", "بعد", "النص")
        )
        return (
            '<table class="kwic" dir="rtl" lang="ar" style="border-collapse:collapse">'
            f"<thead><tr>{heads}</tr></thead><tbody>{lines}</tbody></table>"
        )


def kwic(
    corpus: pd.DataFrame, spans: pd.DataFrame | str, *, width: int | None = 8, lang: Lang = "en"
) -> Concordance:
    """Show spans in their context, one line each.

    `spans` is any table of spans (mentions, attributions, leaks, or rows chosen from
    them), or a word: it is then found in every house spelling and with its clitics.
    `width` is the number of words shown on each side; None shows the whole sentence.

    Raises `FramingError` for an empty word or a table without doc_id, start and end, and
    `CorpusError` for a corpus that breaks the schema.
    """
    articles = check_corpus(corpus)
    places = _occurrences(articles, spans) if isinstance(spans, str) else _placed(spans)
    texts = printed(articles)
    labels = outlet_labels(articles, lang=lang)
    rows = []
    for doc_id, field, start, end in places:
        text = texts[doc_id, field]
        left, right = _context(text, Span(start, end), width)
        node = text[start:end]
        rows.append((doc_id, labels[doc_id], field, start, end, left, node, right))
    names = ["doc_id", "outlet", "field", "start", "end", "left", "node", "right"]
    table = pd.DataFrame(rows, columns=names, dtype=object)
    return Concordance(table.astype({"start": "int64", "end": "int64"}))


def show(corpus: pd.DataFrame, spans: pd.DataFrame, *, lang: Lang = "en") -> Concordance:
    """Open a number: the whole sentence round each span it was made of.

    Takes the rows of a table, such as `labels[labels.span_id.isin(row.span_ids)]`.
    """
    return kwic(corpus, spans, width=None, lang=lang)


def _occurrences(articles: pd.DataFrame, phrase: str) -> Iterator[tuple[str, str, int, int]]:
    wanted = [fold(word) for word in phrase.split()]
    if not wanted or not all(wanted):
        raise FramingError(f"'{phrase}' holds no word to look for. Give one or more words.")
    cells = articles[["doc_id", "title", "text"]].itertuples(index=False, name=None)
    for doc_id, title, text in cells:
        for field, content in (("title", title), ("text", text)):
            if not isinstance(content, str):
                continue
            words = read_words(content)
            for first in range(len(words) - len(wanted) + 1):
                here = words.skeletons[first : first + len(wanted)]
                if all(word in names_of(one) for word, one in zip(wanted, here, strict=True)):
                    span = words.cover(first, first + len(wanted) - 1)
                    yield doc_id, field, span.start, span.end


def _placed(spans: pd.DataFrame) -> Iterator[tuple[str, str, int, int]]:
    missing = {"doc_id", "start", "end"} - set(spans.columns)
    if missing:
        raise FramingError(
            f"The table of spans lacks {', '.join(sorted(missing))}. Give a table of mentions, "
            "attributions or leaks, or rows chosen from one."
        )
    fields = spans["field"] if "field" in spans else ["text"] * len(spans)
    for doc_id, field, start, end in zip(
        spans["doc_id"], fields, spans["start"], spans["end"], strict=True
    ):
        yield str(doc_id), str(field), int(start), int(end)


def _context(text: str, span: Span, width: int | None) -> tuple[str, str]:
    """So many words on each side, whole words only; or the rest of the sentence."""
    words = read_words(text)
    sentence = words.sentence_of(span.start)
    start, end = min(sentence.start, span.start), max(sentence.end, span.end)
    if width is not None and len(words):
        inside = words.within(span)
        first = max(0, inside.start - width)
        last = min(len(words), inside.stop + width) - 1
        start = min(words.starts[first], span.start)
        end = max(words.ends[last], span.end)
    return " ".join(text[start : span.start].split()), " ".join(text[span.end : end].split())


def _line(row: dict[Any, Any]) -> str:
    node = f"<mark><bdi>{escape(row['node'])}</bdi></mark>"
    cells = (
        ("left", f'<bdi dir="rtl">{escape(row["left"])}</bdi>'),
        ("center", node),
        ("right", f'<bdi dir="rtl">{escape(row["right"])}</bdi>'),
        ("right", f"<bdi>{escape(row['outlet'])}</bdi>"),
    )
    return (
        "<tr>"
        + "".join(f"<td {_CELL.format(align)}>{cell}</td>" for align, cell in cells)
        + "</tr>"
    )
