"""Back to the sentence: every span in its context, chosen, sorted and sampled.

A concordance line (key word in context, KWIC) has what stands before the word, the word,
and what stands after it.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any, Literal, NamedTuple, get_args

import numpy as np
import pandas as pd

from framing.base.errors import FramingError, unknown
from framing.corpus.articles import Lang, outlet_labels
from framing.layers.annotated import AnnotatedCorpus
from framing.layers.corpora import Corpus, reading_of
from framing.layers.lines import Concordance
from framing.layers.reading import Article
from framing.lexicon.clitics import names_of
from framing.text.orthography import fold
from framing.text.tokens import Span, Words

MOST_BESIDE = 200  # words on a side of a span: a longer sentence has lost its full stops
Order = Literal["text", "before", "after", "node", "outlet", "date"]
Wanted = str | Iterable[str] | None
_CHOSEN = ("lexicon", "category", "voice")  # columns of spans by which lines are chosen
_PLACE = ["doc_id", "field", "start", "end"]
_NO_LETTER = re.compile(r"\W+")


class _Choice(NamedTuple):
    """Which spans are wanted: one value or several of a column, None for all."""

    lexicon: Wanted
    category: Wanted
    voice: Wanted


def kwic(
    corpus: Corpus,
    spans: pd.DataFrame | str,
    *,
    width: int | None = 8,
    sort: Order = "text",
    outlet: Wanted = None,
    lexicon: Wanted = None,
    category: Wanted = None,
    voice: Wanted = None,
    sample: int | None = None,
    seed: int = 0,
    lang: Lang = "en",
) -> Concordance:
    """Show spans in their context, one line each.

    Args:
        corpus: the articles, annotated or not; of spans of other articles it is said how many.
        spans: any table of spans (mentions, attributions, leaks, or rows chosen from them), or a
            word: it is then found in every house spelling and with its clitics.
        width: words shown on each side; None shows the whole sentence, up to `MOST_BESIDE` words
            on each side.
        sort: "text" as the corpus goes; by the words "before" the span, the nearest first, those
            "after" it, or its own ("node"), all spelled as they are compared; by "outlet", each
            under its name; by "date".
        outlet: only articles of this outlet, or of one of these.
        lexicon: only spans with this value, or one of these, in that column.
        category: as `lexicon`.
        voice: as `lexicon`.
        sample: how many lines are drawn at random, if there are more.
        seed: which lines these are.
        lang: of outlets' names.

    Returns:
        The lines; a notebook draws the first hundred, `page` the others, `save` writes them.

    Raises:
        FramingError: an empty word; a table without doc_id, start and end, or without the column
            that spans are chosen by; a sample of less than one line; spans none of whose articles
            the corpus holds.
        UnknownNameError: an outlet, value or order that is not there.
        CorpusError: the corpus breaks the schema.
    """
    if sort not in get_args(Order):
        raise unknown("order", sort, get_args(Order))
    if sample is not None and sample < 1:
        raise FramingError(f"A sample of {sample} lines is none. Give 1 or more.")
    reading = reading_of(corpus)
    places, n_elsewhere = _held(reading, _spans(reading, spans, _Choice(lexicon, category, voice)))
    places = _of_outlets(reading.articles, places, outlet)
    if sample is not None and sample < len(places):
        drawn = np.random.default_rng(seed).choice(len(places), sample, replace=False)
        places = places.iloc[np.sort(drawn)]
    table = _lines(reading, places, width, lang)
    return Concordance(_sorted(table, sort), sort == "outlet", n_elsewhere)


def show(corpus: Corpus, spans: pd.DataFrame, *, lang: Lang = "en") -> Concordance:
    """Open a number: the whole sentence round each span it was made of.

    Takes the rows of a table, such as `labels[labels.span_id.isin(row.span_ids)]`.
    """
    return kwic(corpus, spans, width=None, lang=lang)


def _spans(reading: AnnotatedCorpus, spans: pd.DataFrame | str, choice: _Choice) -> pd.DataFrame:
    """Where the wanted spans stand, with the columns they are chosen by."""
    if isinstance(spans, str):
        spans = pd.DataFrame(_occurrences(reading, spans), columns=_PLACE)
    if missing := {"doc_id", "start", "end"} - set(spans.columns):
        raise FramingError(
            f"The table of spans lacks {', '.join(sorted(missing))}. Give a table of mentions, "
            "attributions or leaks, or rows chosen from one."
        )
    spans = spans.assign(doc_id=spans["doc_id"].astype(str))
    if "field" not in spans:
        spans = spans.assign(field="text")
    for column, wanted in choice._asdict().items():
        if wanted is not None:
            if column not in spans:
                raise FramingError(
                    f"The spans have no column '{column}' to be chosen by. Give a table of "
                    f"mentions, or leave {column}= out."
                )
            spans = spans[_is_wanted(spans[column], column, wanted)]
    return spans[[*_PLACE, *(column for column in _CHOSEN if column in spans)]]


def _is_wanted(cells: "pd.Series[Any]", what: str, wanted: Wanted) -> "pd.Series[bool]":
    values = [wanted] if isinstance(wanted, str) else list(wanted or ())
    known = dict.fromkeys(cells.dropna())
    for value in values:
        if known and value not in known:
            raise unknown(what, value, known)
    return cells.isin(values)


def _held(reading: AnnotatedCorpus, places: pd.DataFrame) -> tuple[pd.DataFrame, int]:
    """The spans whose articles the corpus holds, and how many others there are."""
    is_held = places["doc_id"].isin(set(reading.articles["doc_id"]))
    if len(places) and not is_held.any():
        raise FramingError(
            f"The corpus holds no article of the spans, such as '{places['doc_id'].iloc[0]}'. Give "
            "the corpus that the spans were found in, or a part of it."
        )
    return places[is_held], int((~is_held).sum())


def _of_outlets(articles: pd.DataFrame, places: pd.DataFrame, wanted: Wanted) -> pd.DataFrame:
    if wanted is None:
        return places
    chosen = articles.loc[_is_wanted(articles["outlet"], "outlet", wanted), "doc_id"]
    return places[places["doc_id"].isin(set(chosen))]


def _lines(
    reading: AnnotatedCorpus, places: pd.DataFrame, width: int | None, lang: Lang
) -> pd.DataFrame:
    """A row a span: whose it is, what stands before and behind, what it was chosen by."""
    wanted = zip(places["doc_id"], places["field"], strict=True)
    texts = reading.of_places("kwic", wanted, lambda words: words)
    asked = zip(places["doc_id"], places["field"], strict=True)
    is_read = np.array([place in texts for place in asked], dtype=bool)
    places = places[is_read].reset_index(drop=True)
    articles = reading.articles[reading.articles["doc_id"].isin(set(places["doc_id"]))]
    about = articles.set_index("doc_id")
    labels = outlet_labels(articles, lang=lang)
    rows = []
    for doc_id, field, start, end in places[_PLACE].itertuples(index=False, name=None):
        words = texts[doc_id, field]
        left, right = _context(words, Span(int(start), int(end)), width)
        rows.append((labels[doc_id], left, words.text[start:end], right))
    beside = pd.DataFrame(rows, columns=["outlet", "left", "node", "right"], dtype=object)
    table = pd.concat([places, beside], axis="columns")
    days = about["date"].dt.strftime("%Y-%m-%d").astype(object)
    table["date"] = days.where(days.notna(), None).reindex(table["doc_id"]).to_numpy()
    first = ["doc_id", "outlet", "date", "field", "start", "end", "left", "node", "right"]
    types = dict.fromkeys(("start", "end"), "int64")
    return table[[*first, *(column for column in _CHOSEN if column in table)]].astype(types)


def _sorted(table: pd.DataFrame, sort: Order) -> pd.DataFrame:
    if sort == "text":
        return table
    if sort in ("outlet", "date"):
        keys = table[sort]
    else:
        side = {"before": "left", "after": "right"}.get(sort, "node")
        spelled = (_folded(cell, is_reversed=sort == "before") for cell in table[side])
        keys = pd.Series(list(spelled), index=table.index, dtype=object)
    return table.iloc[keys.argsort(kind="stable")].reset_index(drop=True)


def _folded(context: str, *, is_reversed: bool) -> str:
    """The words of a context as they are compared, those nearest to the span first."""
    words = [fold(word) for word in _NO_LETTER.split(context) if word]
    return " ".join(reversed(words) if is_reversed else words)


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
