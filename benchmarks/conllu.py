"""Read a treebank in CoNLL-U so that its words are the words this package reads.

A treebank splits clitics into tokens. Its text is rebuilt from the tokens and SpaceAfter, must
equal its own `# text`, and is read into words as any article is; each word then holds its tokens.
"""

from dataclasses import dataclass
from pathlib import Path

from framing.base.errors import CorpusError
from framing.text.tokens import Words, read_words


@dataclass(frozen=True)
class Token:
    """A token of the treebank: its lemma, part of speech and person."""

    lemma: str
    tag: str
    person: str


@dataclass(frozen=True)
class Sentence:
    """A sentence read as any text is, and the tokens of each of its words."""

    words: Words
    tokens: tuple[tuple[Token, ...], ...]


def read_treebank(path: Path) -> list[Sentence]:
    """Read a CoNLL-U file; raises `CorpusError` where its text cannot be rebuilt."""
    if not path.is_file():
        raise CorpusError(f"There is no treebank at '{path}'. Name the folder it lies under.")
    blocks = path.read_text(encoding="utf-8").strip().split("\n\n")
    return [_read_sentence(block.splitlines()) for block in blocks]


def _read_sentence(lines: list[str]) -> Sentence:
    printed = next(line[9:] for line in lines if line.startswith("# text = "))
    text, tokens = "", []
    for columns in (line.split("\t") for line in lines if line[:1].isdigit()):
        if not columns[0].isdigit():
            raise CorpusError(f"'{columns[1]}' is a range of tokens. Use a treebank without any.")
        features = dict(pair.split("=") for pair in columns[5].split("|") if "=" in pair)
        tokens.append((len(text), Token(columns[2], columns[3], features.get("Person", "3"))))
        text += columns[1] + ("" if "SpaceAfter=No" in columns[9] else " ")
    if text.strip() != printed.strip():
        raise CorpusError(f"The tokens do not make up the text '{printed}'. Check SpaceAfter.")
    words = read_words(text)
    held = (
        tuple(token for start, token in tokens if span.start <= start < span.end)
        for span in words.spans
    )
    return Sentence(words, tuple(held))
