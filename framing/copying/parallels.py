"""The same sentence in several outlets: lines under one another, the differing words marked.

`parallels` chooses pairs of passages that outlets share and worded differently, `wordings` sets
what outlets say of one denied claim under one another, its labels marked. What is chosen and
marked is settled here; figures and HTML only show it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any, NamedTuple

import pandas as pd

from framing.copying.coverage import Coverage
from framing.copying.landmarks import marks_of
from framing.corpus.articles import outlet_labels, printed
from framing.layers.corpora import Corpus, articles_of, reading_of
from framing.text.characters import QUOTATION_MARKS
from framing.text.tokens import Span, Words

LABEL = "label"
GROUPS = {  # of what is marked, the most telling first
    LABEL: "labels",
    "label swap": "labels",
    "label added": "labels",
    "label dropped": "labels",
    "naming": "labels",
    "quoted words": "quotation",
    "quotation boundary": "quotation",
    "source changed": "speech",
    "cue changed": "speech",
    "source added": "speech",
    "source dropped": "speech",
    "hedge added": "speech",
    "hedge dropped": "speech",
    "cue added": "speech",
    "cue dropped": "speech",
    "quotation marks": "quotation",
    "other": "rest",
}
RANKS = tuple(GROUPS)
LONG = 300  # characters from which a passage is shown only if no shorter one is left
BEFORE, BEHIND = 4, 8  # words shown round what a claim was found by
_SPACES = re.compile(r"\s+")


class Piece(NamedTuple):
    """Some words of a line, and what they are marked for; nothing where they are as elsewhere."""

    text: str
    kind: str


class Line(NamedTuple):
    """What stands in one outlet, as it is printed."""

    outlet: str
    doc_id: str
    pieces: tuple[Piece, ...]

    @property
    def form(self) -> str:
        """The whole of it."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def marked(self) -> list[Piece]:
        """What is marked in it."""
        return [piece for piece in self.pieces if piece.kind]


class Parallel(NamedTuple):
    """Lines that say the same; and what differs between two of them: kind, form, other form."""

    name: str
    lines: tuple[Line, ...]
    edits: tuple[tuple[str, str, str], ...]


def parallels(
    corpus: Corpus, pairs: pd.DataFrame, edits: pd.DataFrame, most: int
) -> list[Parallel]:
    """Choose the pairs of different outlets that tell most, each kind of change once.

    `pairs` and `edits` are tables of `framing.reuse`. Changes of labels come first, see `GROUPS`;
    of equal ones short passages, then those most alike. A pair whose first change another one
    shows already (the same entries, or words) comes only after all that are new.
    """
    articles = articles_of(corpus)
    labels = outlet_labels(articles)
    texts = printed(articles)
    ranked = _ranked(pairs, edits, labels.to_dict())
    of_pair = {str(name): rows for name, rows in edits.groupby("pair_id", sort=False)}
    return [_parallel(row, of_pair[row["pair_id"]], labels, texts) for row in ranked[:most]]


def wordings(corpus: Corpus, found: Coverage) -> Parallel | None:
    """What outlets say of the claim that most of them deny, its labels marked; None if none does.

    A line is the words round what the claim was found by, within its sentence.
    """
    reading = reading_of(corpus)
    denied = (found.matrix == "denied").sum()
    if not denied.max() > 0:
        return None
    claim = str(denied.idxmax())
    rows = found.passages[
        (found.passages["proposition"] == claim) & (found.passages["state"] == "denied")
    ]
    labels = outlet_labels(reading.articles)
    texts = reading.at(zip(rows["doc_id"], rows["field"], strict=True))
    lines = []
    for row in rows.to_dict("records"):
        words = texts[row["doc_id"], row["field"]]
        span = _window(words, Span(row["start"], row["end"]))
        found_labels = (words.cover(mark.first, mark.last) for mark in marks_of(words).labels)
        marked = [(label.start, label.end, LABEL) for label in found_labels]
        pieces = tuple(_pieces(words.text, span, marked))
        lines.append(Line(labels[row["doc_id"]], row["doc_id"], pieces))
    return Parallel(claim, tuple(lines), ())


def _ranked(
    pairs: pd.DataFrame, edits: pd.DataFrame, labels: Mapping[Any, Any]
) -> list[dict[str, Any]]:
    """The pairs of different outlets in which something was changed, the most telling first."""
    first = _first_edits(edits)
    apart = pairs["doc_id_a"].map(labels) != pairs["doc_id_b"].map(labels)
    chosen = pairs[apart & pairs["pair_id"].isin(list(first))]
    keyed = []
    for row in chosen.to_dict("records"):
        rank, shown = first[row["pair_id"]]
        is_long = max(len(row["form_a"]), len(row["form_b"])) > LONG
        keyed.append(((rank, is_long, -row["similarity"], row["pair_id"]), shown, row))
    keyed.sort(key=lambda one: one[0])
    seen: set[tuple[Any, ...]] = set()
    new: list[dict[str, Any]] = []
    again: list[dict[str, Any]] = []
    for _, shown, row in keyed:
        (again if shown in seen else new).append({str(key): cell for key, cell in row.items()})
        seen.add(shown)
    return new + again


def _first_edits(edits: pd.DataFrame) -> dict[str, tuple[int, tuple[Any, ...]]]:
    """The most telling edit of each pair: its rank, and what it shows, whichever side has it."""
    first: dict[str, tuple[int, tuple[Any, ...]]] = {}
    for row in edits[edits["kind"].isin(RANKS)].to_dict("records"):
        rank = RANKS.index(row["kind"])
        if rank < first.get(row["pair_id"], (len(RANKS), ()))[0]:
            sides = (tuple(row[f"entries_{one}"]) or (row[f"form_{one}"],) for one in "ab")
            first[row["pair_id"]] = rank, (row["kind"], *sorted(sides))
    return first


def _parallel(
    pair: Mapping[str, Any],
    edits: pd.DataFrame,
    labels: "pd.Series[Any]",
    texts: Mapping[tuple[str, str], str],
) -> Parallel:
    lines = []
    for side in "ab":
        doc_id = pair[f"doc_id_{side}"]
        text = texts[doc_id, pair[f"field_{side}"]]
        span = _with_marks(text, Span(pair[f"start_{side}"], pair[f"end_{side}"]))
        there = edits[edits[f"start_{side}"].notna()]
        marked = zip(there[f"start_{side}"], there[f"end_{side}"], there["kind"], strict=True)
        lines.append(Line(labels[doc_id], doc_id, tuple(_pieces(text, span, marked))))
    told = zip(edits["kind"], edits["form_a"], edits["form_b"], strict=True)
    return Parallel(pair["pair_id"], tuple(lines), tuple(told))


def _with_marks(text: str, span: Span) -> Span:
    """A passage with the quotation marks that touch it: they may be what was moved."""
    start, end = span.start, span.end
    while start and text[start - 1] in QUOTATION_MARKS:
        start -= 1
    while end < len(text) and text[end] in QUOTATION_MARKS:
        end += 1
    return Span(start, end)


def _window(words: Words, span: Span) -> Span:
    """Some words round a span, within its sentence, with the marks that touch them."""
    inside = words.within(span)
    around = words.sentence_words(inside.start)
    first = max(around.start, inside.start - BEFORE)
    last = min(around.stop, inside.stop + BEHIND) - 1
    return _with_marks(words.text, words.cover(first, last))


def _pieces(text: str, span: Span, marked: Iterable[tuple[int, int, str]]) -> Iterator[Piece]:
    """A stretch of text cut where marks begin and end; of two marks the shorter one shows."""
    ranges = [
        (max(start, span.start), min(end, span.end), kind)
        for start, end, kind in marked
        if start < span.end and span.start < end
    ]
    cuts = {span.start, span.end, *(at for start, end, _ in ranges for at in (start, end))}
    for start, end in pairwise(sorted(cuts)):
        over = [(b - a, kind) for a, b, kind in ranges if a <= start and end <= b]
        yield Piece(_SPACES.sub(" ", text[start:end]), min(over)[1] if over else "")
