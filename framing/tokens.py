"""Words and sentences as spans of the untouched text.

A word is a maximal run of letters, marks, digits, tatweel and zero-width joiners, in any
script. A sentence ends at a line break or at a full stop, question or exclamation mark
that is followed by a space, a closing mark or, as some outlets print it, an Arabic letter
(`لقاء.وأضاف`); a stop between Latin letters or digits (Russia-Now.com, 3.5) ends nothing.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache

import regex

from framing.orthography import fold, skeleton

QUOTATION_MARKS = '«»“”„‟"‹›‘’'

_WORD = regex.compile(r"[\p{L}\p{M}\p{N}\u0640\u200c\u200d]+")
_SENTENCE_END = regex.compile(
    rf"""
    [\n\r\u2028\u2029]+
    | (?: [!?؟۔…]+ | (?<!\b\p{{Arabic}})\.+ (?![\p{{Latin}}\p{{N}}]) ) [{QUOTATION_MARKS})\]]*
    """,
    regex.VERBOSE,
)


@dataclass(frozen=True)
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
class Words:
    """A text read once: its words and its sentences, in order."""

    text: str
    spans: tuple[Span, ...]
    sentences: tuple[Span, ...]

    @cached_property
    def skeletons(self) -> tuple[str, ...]:
        """The letters of each word, for matching."""
        return tuple(skeleton(span.form(self.text)) for span in self.spans)

    @cached_property
    def _starts(self) -> list[int]:
        return [span.start for span in self.spans]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [span.start for span in self.sentences]

    def folded(self, place: int) -> str:
        """A word with its house spelling levelled; empty before the first and after the last."""
        return fold(self.skeletons[place]) if 0 <= place < len(self.spans) else ""

    def within(self, span: Span) -> range:
        """Indices of the words that begin inside a span."""
        return range(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end))

    def cover(self, first: int, last: int) -> Span:
        """The span from the first word to the last, both included."""
        return Span(self.spans[first].start, self.spans[last].end)

    def gap(self, index: int) -> str:
        """What stands between the word at `index` and the next one."""
        end = self.spans[index].end
        following = self.spans[index + 1].start if index + 1 < len(self.spans) else len(self.text)
        return self.text[end:following]

    def sentence_of(self, place: int) -> Span:
        """The sentence that holds a character."""
        return self.sentences[max(0, bisect_right(self._sentence_starts, place) - 1)]


@lru_cache(maxsize=4096)
def read_words(text: str) -> Words:
    """Read a text into words and sentences.

    >>> words = read_words("قال: «نعم».وأضاف Russia-Now.com")
    >>> [span.form(words.text) for span in words.spans]
    ['قال', 'نعم', 'وأضاف', 'Russia', 'Now', 'com']
    >>> [span.form(words.text) for span in words.sentences]
    ['قال: «نعم».', 'وأضاف Russia-Now.com']
    """
    spans = tuple(Span(*match.span()) for match in _WORD.finditer(text))
    return Words(text, spans, tuple(_sentences(text)))


def _sentences(text: str) -> list[Span]:
    sentences = []
    start = 0
    for end in [*(match.end() for match in _SENTENCE_END.finditer(text)), len(text)]:
        stretch = text[start:end]
        if _WORD.search(stretch):
            lead = len(stretch) - len(stretch.lstrip())
            sentences.append(Span(start + lead, start + len(stretch.rstrip())))
            start = end
    return sentences or [Span(0, len(text))]
