"""An article as printed, with what was found in it as marks: labels, cues, sources, leaks, voices.

The text is untouched: without its tags the page holds each character once, in order. It is
escaped, right to left, and inert; what a mark says is read on hover, by keyboard (Tab) and by a
screen reader.
"""

import re
from bisect import bisect_right
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from framing.attribution.voice import voice_of, word_voices
from framing.base.errors import FramingError, cut
from framing.base.files import write_whole
from framing.base.markup import Shown, escape
from framing.corpus.articles import Lang, on_one_line, outlet_labels
from framing.layers.annotated import AnnotatedCorpus
from framing.layers.corpora import Corpus, reading_of
from framing.layers.reading import Article
from framing.layers.span_tables import attributions, leaks, mentions, quotations
from framing.lexicon.entries import Lexicon, load_lexicon, load_lexicons
from framing.showing.shelf import template
from framing.showing.wording import class_label, side_label, wording
from framing.text.tokens import Span, Words

LEXICONS: tuple[str, ...] = ("militancy",)
HERE = "here"
LAYERS = ("label", "cue", "source", "leak", "quotation", HERE)  # of several the first shows
_STYLE = re.compile(r"<style>.*?</style>\n", re.S)
_SPAN_ID = re.compile(
    r"[^:]*:(?P<doc_id>.*):(?P<field>title|text):(?P<start>\d+)-(?P<end>\d+)", re.S
)


class Mark(NamedTuple):
    """A stretch of a title or text, and what was found there."""

    field: str
    start: int
    end: int
    layer: str
    said: str


class _Voiced(NamedTuple):
    """Where a stretch begins whose words are all of one voice, uttered by one speaker."""

    start: int
    voice: str
    said: str


def article(
    corpus: Corpus,
    doc_id: str,
    *,
    lexicons: str | Path | Lexicon | Iterable[str | Path | Lexicon] = LEXICONS,
    lang: Lang = "en",
    at: str | Iterable[str] | None = None,
    anchored: bool = False,
) -> Shown:
    """Show one article as printed, with its layers as marks.

    Args:
        corpus: the articles, annotated or not; only this one is read.
        doc_id: which article.
        lexicons: whose words are marked as labels.
        lang: language of the legend and of what marks say, "en" or "ar".
        at: the `span_id` of a row of any table of spans, or several; their places are framed.
        anchored: whether a link may lead to a mark, such as to `#text-120` for one that begins
            at 120 of the text; on a page that holds one article.

    Returns:
        HTML that a notebook draws, of one `<article>` with its style, without scripts or links.
        `save_article` writes it as a page that prints.

    Raises:
        FramingError: no article has that id, or `at` is no span of it.
        UnknownNameError: there is no such language or lexicon.
    """
    say = wording(lang)["article"]
    one = reading_of(corpus).alone(doc_id)
    [read] = one.read()
    marks = list(_marks(one, load_lexicons(lexicons), lang))
    places = [at] if isinstance(at, str) else at or ()
    shown = [*marks, *(_place(span_id, read) for span_id in places)]
    fields = {
        name: "".join(
            _lines(
                words,
                [one for one in shown if one.field == name],
                lang,
                f"{name}-" if anchored else "",
            )
        )
        for name, words in read.fields()
    }
    row = one.articles.iloc[0]
    return Shown(
        template("article").render(
            fields=fields,
            doc_id=doc_id,
            outlet=on_one_line(outlet_labels(one.articles, lang=lang).iloc[0]),
            date="" if pd.isna(row["date"]) else f"{row['date']:%Y-%m-%d}",
            counts=Counter(mark.layer for mark in marks),
            voices=wording(lang)["voices"],
            say=say,
            lang=lang,
        )
    )


def save_article(shown: Shown, path: str | Path, *, title: str = "", lang: Lang = "en") -> Path:
    """Write an article that is shown as a page of its own, whole or not at all.

    Raises `OutputError` if the place cannot be written.
    """
    style = _STYLE.search(shown)
    page = template("article_page").render(
        title=title, style=style[0] if style else "", body=_STYLE.sub("", shown), lang=lang
    )
    return write_whole(path, page.encode("utf-8"))


def _marks(one: AnnotatedCorpus, lexicons: Iterable[Lexicon], lang: Lang) -> Iterator[Mark]:
    """What was found in an article, layer by layer."""
    said = attributions(one)
    names = _names(said)
    voices, stances = wording(lang)["voices"], load_lexicon("attribution").categories

    def who(entity: str | None) -> str:
        return "" if entity is None or pd.isna(entity) else f" ({names.get(entity, entity)})"

    for lexicon in lexicons:
        for row in mentions(one, lexicon).to_dict("records"):
            gloss = _gloss(lexicon.categories[row["category"]], lang)
            yield _mark(row, "label", f"{gloss}; {voices[row['voice']]}{who(row['uttered_by'])}")
    for row in said.to_dict("records"):
        yield _mark(row, "cue", f"{_gloss(stances[row['stance']], lang)}{who(row['entity'])}")
        if not pd.isna(row["source_start"]):
            place = {"start": int(row["source_start"]), "end": int(row["source_end"])}
            kind = class_label("source type", row["source_type"], lang=lang)
            yield _mark(row | place, "source", f"{side_label(row['side'], lang=lang)}; {kind}")
    for row in leaks(one).to_dict("records"):
        yield _mark(row, "leak", class_label("sourcing", row["category"], lang=lang))
    kinds = wording(lang)["article"]
    for row in quotations(one).to_dict("records"):
        yield _mark(row, "quotation", kinds[row["kind"]])


def _mark(row: dict[Any, Any], layer: str, said: str) -> Mark:
    return Mark(row["field"], row["start"], row["end"], layer, said)


def _gloss(category: Any, lang: Lang) -> str:
    return str(category.gloss if lang == "en" else category.gloss_ar)


def _names(said: pd.DataFrame) -> dict[str, str]:
    """What each speaker is called where it is first named."""
    named = said.dropna(subset=["source"]).drop_duplicates("entity")
    return dict(zip(named["entity"], named["source"], strict=True))


def _place(span_id: str, read: Article) -> Mark:
    """Where a span of this article stands, by its id."""
    lengths = {name: len(words.text) for name, words in read.fields()}
    found = _SPAN_ID.fullmatch(span_id)
    if found and found["doc_id"] == read.doc_id and found["field"] in lengths:
        start, end = int(found["start"]), int(found["end"])
        if start < end <= lengths[found["field"]]:
            return Mark(found["field"], start, end, HERE, "")
    raise FramingError(
        f"'{cut(span_id)}' is no span of the article '{cut(read.doc_id)}'. Give a span_id of one "
        "of its rows, such as labels.span_id.iloc[0]."
    )


def _lines(words: Words, marks: list[Mark], lang: Lang, anchors: str) -> Iterator[str]:
    """A text as HTML: stretches of one voice, in them the marks; `anchors` begins their ids."""
    voiced = list(_voiced(words, lang))
    starts = [one.start for one in voiced]
    edges = {*starts, len(words.text), *(edge for mark in marks for edge in mark[1:3])}
    pieces = _pieces(sorted(edges), sorted(marks, key=itemgetter(1)))
    for number, inside in groupby(pieces, key=lambda one: bisect_right(starts, one[0]) - 1):
        html = "".join(
            _piece(words.text[start:end], start, over, anchors) for start, end, over in inside
        )
        voice, said = voiced[number][1:]
        is_own = voice == "narrator"
        yield html if is_own else f'<span class="{voice}" title="{escape(said)}">{html}</span>'


def _voiced(words: Words, lang: Lang) -> Iterator[_Voiced]:
    """The text cut where the voice changes; what stands between is the narrator's."""
    names, end = wording(lang)["voices"], 0
    spans = [Span(start, stop) for start, stop in zip(words.starts, words.ends, strict=True)]
    told = zip(word_voices(words), spans, strict=True)
    whose = ((voice, voice_of(words, span)[1], span) for voice, span in told)
    yield _Voiced(0, "narrator", "")
    for (voice, speaker), run in groupby(whose, key=itemgetter(0, 1)):
        inside = [span for *_, span in run]
        if voice != "narrator":
            yield _Voiced(
                inside[0].start, voice, names[voice] + (f" ({speaker})" if speaker else "")
            )
            end = inside[-1].end
            yield _Voiced(end, "narrator", "")


def _pieces(edges: list[int], marks: list[Mark]) -> Iterator[tuple[int, int, list[Mark]]]:
    """The text cut where anything begins or ends, each piece with the marks over it."""
    waiting, over = deque(marks), list[Mark]()
    for start, end in pairwise(edges):
        over = [mark for mark in over if mark.end > start]
        while waiting and waiting[0].start <= start:
            over.append(waiting.popleft())
        yield start, end, over


def _piece(text: str, start: int, over: list[Mark], anchors: str) -> str:
    """A piece of text; under marks it says what they say, where one begins also by keyboard."""
    piece = escape(text)
    if not over:
        return piece
    ranked = sorted(over, key=lambda mark: LAYERS.index(mark.layer))
    layers = " ".join(dict.fromkeys(mark.layer for mark in ranked))
    said = escape("; ".join(mark.said for mark in ranked if mark.said))
    is_stop = any(mark.start == start and mark.said for mark in over)
    told = f' role="note" tabindex="0" aria-label="{piece}: {said}"' if is_stop else ""
    is_begun = anchors and any(mark.start == start for mark in over)
    anchor = f' id="{anchors}{start}"' if is_begun else ""
    here = " ".join(f"{mark.field}:{mark.start}-{mark.end}" for mark in over if mark.layer == HERE)
    place = f' data-here="{here}"' if here else ""
    return f'<span class="{layers}" data-said="{said}"{place}{told}{anchor}>{piece}</span>'
