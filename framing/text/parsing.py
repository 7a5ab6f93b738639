"""A reader's own parser or tagger, asked instead of the rules of word order.

The package reads sources and contents from the order of words, without a parser. Who has a
dependency parser for Arabic hands its output over, in the terms of Universal Dependencies:

    said = fr.attributions(fr.annotate(news, parser=my_parser))

A parser is any function from a text to `Token`s, in their order, with offsets into that
text. What it says is asked in this order, and the rules decide where it says nothing:

- tag: a hit that is read as a verb counts only if a token of its word is tagged a verb (or
  not tagged); a tagger alone leaves `relation` empty;
- source: the subject of the cue (nsubj) or the agent of its passive (obl:agent); of a
  preposition, the noun it stands with (case, mark, fixed);
- content: the clause that the cue governs (ccomp, parataxis), else its object (obj, xcomp).

A phrase is its head with all that hangs on it, from the first word to the last.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from framing.base.errors import ParseError

SUBJECTS = ("nsubj", "csubj", "obl:agent")
CLAUSES = ("ccomp", "parataxis")
OBJECTS = ("obj", "xcomp")
MARKERS = ("case", "mark", "fixed")


@dataclass(frozen=True, slots=True)
class Token:
    """A syntactic word of Universal Dependencies: clitics may be tokens of their own.

    Attributes:
        start, end: where it stands in the text, in code points, end exclusive.
        tag: its universal part of speech ("VERB"); empty if unknown.
        head: the index of the token it hangs on, -1 for a root.
        relation: how it hangs on it ("nsubj"); empty if unknown.
    """

    start: int
    end: int
    tag: str = ""
    head: int = -1
    relation: str = ""


Parser = Callable[[str], Sequence[Token]]


@dataclass(frozen=True)
class Parse:
    """What a parser says of a text, asked word by word; a word may hold several tokens.

    `starts, ends` are where the text's words stand.

    Raises `ParseError` for tokens out of order and for heads that are no token.
    """

    tokens: Sequence[Token]
    starts: Sequence[int]
    ends: Sequence[int]

    def __post_init__(self) -> None:
        last = 0
        for number, token in enumerate(self.tokens):
            if token.start < last or token.end < token.start:
                raise ParseError(
                    f"Token {number} of the parser's output stands at {token.start}:{token.end}, "
                    f"before the token that precedes it. Give the tokens in the order of the "
                    f"text, with offsets in code points."
                )
            if not -1 <= token.head < len(self.tokens):
                raise ParseError(
                    f"Token {number} of the parser's output hangs on token {token.head}, but "
                    f"there are {len(self.tokens)} tokens. Count heads from 0, -1 for a root."
                )
            last = token.start

    @cached_property
    def _words(self) -> list[int]:
        """The word each token stands in; -1 for those that stand in none (punctuation)."""
        found, word = [], 0
        for token in self.tokens:
            while word < len(self.ends) and self.ends[word] <= token.start:
                word += 1
            inside = word < len(self.ends) and self.starts[word] < token.end
            found.append(word if inside else -1)
        return found

    @cached_property
    def _by_word(self) -> dict[int, list[int]]:
        """The tokens of each word."""
        found: dict[int, list[int]] = {}
        for number, word in enumerate(self._words):
            found.setdefault(word, []).append(number)
        return found

    @cached_property
    def _dependents(self) -> dict[int, list[int]]:
        hanging: dict[int, list[int]] = {}
        for number, token in enumerate(self.tokens):
            hanging.setdefault(token.head, []).append(number)
        return hanging

    def is_verb(self, word: int) -> bool | None:
        """Whether a token of the word is tagged a verb; None if none is tagged."""
        tags = {self.tokens[one].tag for one in self._inside(word, word)} - {""}
        return "VERB" in tags if tags else None

    def source_of(self, first: int, last: int) -> tuple[int, int] | None:
        """The phrase that names who speaks where these words are the cue."""
        return self._hanging(first, last, SUBJECTS) or self._marked(first, last)

    def content_of(self, first: int, last: int) -> tuple[int, int] | None:
        """What these words govern as what was said."""
        return self._hanging(first, last, CLAUSES) or self._hanging(first, last, OBJECTS)

    def _inside(self, first: int, last: int) -> list[int]:
        words = range(first, last + 1)
        return sorted(number for word in words for number in self._by_word.get(word, ()))

    def _hanging(self, first: int, last: int, relations: tuple[str, ...]) -> tuple[int, int] | None:
        """The first phrase that hangs on these words so (nsubj:pass is an nsubj)."""
        for head in self._inside(first, last):
            for one in self._dependents.get(head, ()):
                relation = self.tokens[one].relation
                if relation in relations or relation.partition(":")[0] in relations:
                    return self._phrase(one, last)
        return None

    def _marked(self, first: int, last: int) -> tuple[int, int] | None:
        """The noun that a preposition stands with."""
        for one in self._inside(first, last):
            token = self.tokens[one]
            if token.relation in MARKERS and self._words[token.head] > last:
                return self._phrase(token.head, last)
        return None

    def _phrase(self, head: int, cue: int) -> tuple[int, int] | None:
        """A head with all that hangs on it, on its side of the cue."""
        waiting, reached = [head], set()
        while waiting:
            one = waiting.pop()
            if one not in reached:
                reached.add(one)
                waiting += self._dependents.get(one, ())
        before = self._words[head] < cue
        words = {self._words[one] for one in reached} - {-1}
        words = {word for word in words if word != cue and (word < cue) == before}
        return (min(words), max(words)) if words else None
