"""Words and sentences as spans of the untouched text.

A word is a maximal run of letters, marks, digits, tatweel and zero-width joiners, in any
script. A sentence ends at a line break or at a full stop, question or exclamation mark
that is followed by a space, a closing mark or, as some outlets print it, an Arabic letter
(`لقاء.وأضاف`); a stop between Latin letters or digits (Russia-Now.com, 3.5) ends nothing.

Many texts are read in one pass, as one `Batch`; what is known of a word is then worked out
once per word form. `Words` is the view of one text of a batch.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from framing.text import kernel
from framing.text.characters import codes_of, kinds_of
from framing.text.mending import mend
from framing.text.orthography import fold_many, skeletons_of
from framing.text.parsing import Parse
from framing.text.resources import NOTHING, Resources

BATCH = 1 << 22  # characters read in one pass: it bounds memory, and is most corpora whole

_BETWEEN = "\n\n"  # parts the texts of a batch: no phrase and no sentence crosses it

Places = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text: `start, end` in code points, 0-based, end exclusive."""

    start: int
    end: int

    def __contains__(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def form(self, text: str) -> str:
        """The characters the span covers."""
        return text[self.start : self.end]


def span_row(layer: str, doc_id: str, field: str, span: Span, text: str) -> dict[str, object]:
    """The six columns with which every table of spans begins."""
    return {
        "span_id": f"{layer}:{doc_id}:{field}:{span.start}-{span.end}",
        "doc_id": doc_id,
        "field": field,
        "start": span.start,
        "end": span.end,
        "form": span.form(text),
    }


@dataclass(frozen=True, eq=False)
class Batch:
    """Texts read in one pass: their words as arrays, and each word form once.

    `starts, ends` are places in `text`, all texts end to end, and in `plain`, the same with the
    damage of the web mended; `forms` numbers the word forms; `gaps` says what stands before each
    word. `offsets` and `heads` are where each text begins: its first character, its first word.
    `letters` holds the skeletons of all forms end to end, each from `lows` to `highs`; `resources`
    is what the reader brought along; `found` what was found in the batch (`framing.text.once`).
    """

    text: str
    plain: str
    starts: Places
    ends: Places
    forms: Places
    gaps: npt.NDArray[np.uint8]
    stops: Places
    offsets: npt.NDArray[np.int64]
    heads: npt.NDArray[np.int64]
    letters: npt.NDArray[np.uint32]
    lows: npt.NDArray[np.int64]
    highs: npt.NDArray[np.int64]
    resources: Resources = NOTHING
    found: dict[Hashable, Any] = field(default_factory=dict)

    @cached_property
    def spelled(self) -> str:
        """The letters of all forms as one string."""
        return self.letters.tobytes().decode("utf-32-le", "surrogatepass")

    def skeleton(self, form: int) -> str:
        """The letters of a word form, as `framing.text.orthography.skeleton` gives them."""
        return self.spelled[self.lows[form] : self.highs[form]]

    @cached_property
    def skeletons(self) -> tuple[str, ...]:
        """The letters of every word form."""
        return tuple(map(self.skeleton, range(len(self.lows))))

    @cached_property
    def folds(self) -> tuple[str, ...]:
        """Every word form with its house spelling levelled."""
        return fold_many(self.skeletons)

    def read(self) -> Iterator["Words"]:
        """The texts of the batch, in order."""
        return (Words(self, number) for number in range(len(self.offsets) - 1))


@dataclass(frozen=True, eq=False)
class Words:
    """A text read once: its words and its sentences, in order.

    `found` is what was found in it (see `framing.text.once`), and is gone with it.
    """

    batch: Batch
    number: int
    found: dict[Hashable, Any] = field(default_factory=dict)

    @cached_property
    def text(self) -> str:
        """The text, untouched."""
        return self.batch.text[self._offset : self._stop]

    @cached_property
    def plain(self) -> str:
        """The text as rules read its marks: of the same length, the damage of the web mended."""
        return self.batch.plain[self._offset : self._stop]

    @property
    def _offset(self) -> int:
        return int(self.batch.offsets[self.number])

    @property
    def _stop(self) -> int:
        return int(self.batch.offsets[self.number + 1]) - len(_BETWEEN)

    @cached_property
    def parse(self) -> Parse | None:
        """What the reader's own parser says of the text."""
        parser = self.batch.resources.parser
        return Parse(parser(self.text), self.starts, self.ends) if parser else None

    @cached_property
    def places(self) -> range:
        """The text's words as numbers of the batch's words."""
        first, last = self.batch.heads[self.number : self.number + 2]
        return range(int(first), int(last))

    def __len__(self) -> int:
        return len(self.places)

    @cached_property
    def starts(self) -> Sequence[int]:
        """Where each word begins."""
        return self._here(self.batch.starts)

    @cached_property
    def ends(self) -> Sequence[int]:
        """Where each word ends."""
        return self._here(self.batch.ends)

    def _here(self, places: Places) -> Sequence[int]:
        """The text's own of places in the batch; a view, since a tuple takes ten times as much."""
        return (places[self.places.start : self.places.stop] - self._offset).data

    @property
    def _forms(self) -> list[int]:
        forms: list[int] = self.batch.forms[self.places.start : self.places.stop].tolist()
        return forms

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where each word stands; made when asked for, since they take more room than the text."""
        return tuple(map(Span, self.starts, self.ends))

    @cached_property
    def skeletons(self) -> tuple[str, ...]:
        """The letters of each word, for matching."""
        return tuple(map(self.batch.skeletons.__getitem__, self._forms))

    @cached_property
    def folds(self) -> tuple[str, ...]:
        """Each word with its house spelling levelled."""
        return tuple(map(self.batch.folds.__getitem__, self._forms))

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Where each sentence stands; the whole text if it has no word."""
        first, last = np.searchsorted(self.batch.stops, (self._offset + 1, self._stop))
        stops = (self.batch.stops[first:last] - self._offset).tolist()
        return tuple(self._sentences([*stops, len(self.text)])) or (Span(0, len(self.text)),)

    def _sentences(self, stops: Iterable[int]) -> Iterator[Span]:
        start = 0
        for end in stops:
            stretch = self.plain[start:end]
            if self.within(Span(start, end)):
                lead = len(stretch) - len(stretch.lstrip())
                yield Span(start + lead, start + len(stretch.rstrip()))
                start = end

    @cached_property
    def _sentence_words(self) -> list[range]:
        """Of each word the words of its sentence."""
        firsts = [self.within(span).start for span in self.sentences] + [len(self)]
        inside = [range(*ends) for ends in pairwise([0, *firsts[1:]])]
        return [one for one in inside for _ in one]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [span.start for span in self.sentences]

    def folded(self, place: int) -> str:
        """A word with its house spelling levelled; empty before the first and after the last."""
        return self.folds[place] if 0 <= place < len(self.folds) else ""

    def form(self, place: int) -> str:
        """A word as it is printed."""
        return self.text[self.starts[place] : self.ends[place]]

    def within(self, span: Span) -> range:
        """Indices of the words that begin inside a span."""
        return range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))

    def cover(self, first: int, last: int) -> Span:
        """The span from the first word to the last, both included."""
        return Span(self.starts[first], self.ends[last])

    def gap(self, index: int) -> str:
        """What stands between the word at `index` and the next one."""
        following = self.starts[index + 1] if index + 1 < len(self.starts) else len(self.text)
        return self.plain[self.ends[index] : following]

    def sentence_of(self, place: int) -> Span:
        """The sentence that holds a character."""
        return self.sentences[max(0, bisect_right(self._sentence_starts, place) - 1)]

    def sentence_words(self, place: int) -> range:
        """The words of the sentence that holds a word."""
        return self._sentence_words[place]


def read_words(text: str, resources: Resources = NOTHING) -> Words:
    """Read a text into words and sentences.

    >>> words = read_words("قال: «نعم».وأضاف Russia-Now.com")
    >>> [span.form(words.text) for span in words.spans]
    ['قال', 'نعم', 'وأضاف', 'Russia', 'Now', 'com']
    >>> [span.form(words.text) for span in words.sentences]
    ['قال: «نعم».', 'وأضاف Russia-Now.com']
    """
    return next(read_batch((text,), resources).read())


def read_texts(texts: Iterable[str], resources: Resources = NOTHING) -> Iterator[Words]:
    """Read many texts, a batch at a time, in their order."""
    for together in in_batches(texts):
        yield from read_batch(together, resources).read()


def in_batches(texts: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Texts in their order, as many at once as are read in one pass; one batch at least."""
    waiting: list[str] = []
    size = 0
    for text in texts:
        if waiting and size + len(text) > BATCH:
            yield tuple(waiting)
            waiting, size = [], 0
        waiting.append(text)
        size += len(text)
    yield tuple(waiting)


def read_batch(texts: tuple[str, ...], resources: Resources = NOTHING) -> Batch:
    """Read texts into words in one pass."""
    text = _BETWEEN.join([*texts, ""])
    lengths = np.fromiter((len(one) + len(_BETWEEN) for one in texts), np.int64, len(texts))
    offsets = np.concatenate(([0], np.cumsum(lengths)))
    plain = mend(text)
    codes = codes_of(plain)
    starts, ends, forms, gaps, firsts, stops = kernel.scan(codes, kinds_of(codes.dtype.itemsize))
    letters, lows, highs = skeletons_of(plain, codes, starts[firsts], ends[firsts])
    heads = np.searchsorted(starts, offsets)
    return Batch(
        *(text, plain, starts, ends, forms, gaps, stops, offsets, heads),
        *(letters, lows, highs, resources),
    )
