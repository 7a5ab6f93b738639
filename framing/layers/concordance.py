"""Back to the sentence: every span in its context, right to left.

A concordance line (key word in context, KWIC) has what stands before the word, the word,
and what stands after it. In Arabic what comes before stands on the right, so the table is
laid out right to left, not merely aligned.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

import pandas as pd

from framing.base.errors import FramingError
from framing.base.markup import escape
from framing.corpus.articles import Lang, outlet_labels
from framing.layers.annotated import AnnotatedCorpus, Article
from framing.layers.corpora import Corpus, reading_of
from framing.lexicon.clitics import names_of
from framing.text.orthography import fold
from framing.text.tokens import Span, Words

MOST_BESIDE = 200  # words on a side of a span: a longer sentence has lost its full stops
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
    corpus: Corpus, spans: pd.DataFrame | str, *, width: int | None = 8, lang: Lang = "en"
) -> Concordance:
    """Show spans in their context, one line each.

    `spans` is any table of spans (mentions, attributions, leaks, or rows chosen from
    them), or a word: it is then found in every house spelling and with its clitics.
    `width` is the number of words shown on each side; None shows the whole sentence, up to
    `MOST_BESIDE` words on each side.

    Raises `FramingError` for an empty word or a table without doc_id, start and end, and
    `CorpusError` for a corpus that breaks the schema.
    """
    reading = reading_of(corpus)
    found = _occurrences(reading, spans) if isinstance(spans, str) else _placed(spans)
    places = list(found)
    texts = reading.of_places("kwic", (place[:2] for place in places), lambda words: words)
    labels = outlet_labels(reading.articles, lang=lang)
    rows = []
    for doc_id, field, start, end in places:
        if (doc_id, field) not in texts:
            continue
        words = texts[doc_id, field]
        left, right = _context(words, Span(start, end), width)
        node = words.text[start:end]
        rows.append((doc_id, labels[doc_id], field, start, end, left, node, right))
    names = ["doc_id", "outlet", "field", "start", "end", "left", "node", "right"]
    table = pd.DataFrame(rows, columns=names, dtype=object)
    return Concordance(table.astype({"start": "int64", "end": "int64"}))


def show(corpus: Corpus, spans: pd.DataFrame, *, lang: Lang = "en") -> Concordance:
    """Open a number: the whole sentence round each span it was made of.

    Takes the rows of a table, such as `labels[labels.span_id.isin(row.span_ids)]`.
    """
    return kwic(corpus, spans, width=None, lang=lang)


def _occurrences(reading: AnnotatedCorpus, phrase: str) -> Iterator[tuple[str, str, int, int]]:
    wanted = [fold(word) for word in phrase.split()]
    if not wanted or not all(wanted):
        raise FramingError(f"'{phrase}' holds no word to look for. Give one or more words.")

    def occurrences_in(article: Article) -> list[tuple[str, str, int, int]]:
        return [
            (article.doc_id, field, span.start, span.end)
            for field, words in article.fields()
            for span in _standing(words, wanted)
        ]

    return chain.from_iterable(reading.of_each("kwic", occurrences_in))


def _standing(words: Words, wanted: list[str]) -> Iterator[Span]:
    """Where the words of a phrase stand one behind the other."""
    for first in range(len(words) - len(wanted) + 1):
        here = words.skeletons[first : first + len(wanted)]
        if all(word in names_of(one) for word, one in zip(wanted, here, strict=True)):
            yield words.cover(first, first + len(wanted) - 1)


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


def _context(words: Words, span: Span, width: int | None) -> tuple[str, str]:
    """So many words on each side, whole words only; or the rest of the sentence."""
    text, inside, sentence = words.text, words.within(span), words.sentence_of(span.start)
    around = words.within(sentence) if width is None else range(len(words))
    most = MOST_BESIDE if width is None else width
    first, last = max(around.start, inside.start - most), min(around.stop, inside.stop + most) - 1
    start, end = sentence.start, sentence.end
    if around and (width is not None or first > around.start):
        start = words.starts[first]
    if around and (width is not None or last < around.stop - 1):
        end = words.ends[last]
    left, right = text[min(start, span.start) : span.start], text[span.end : max(end, span.end)]
    return " ".join(left.split()), " ".join(right.split())


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
