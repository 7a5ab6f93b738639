"""Versioned lexicons, read from TOML.

A lexicon is a file of entries. An entry is a lemma with what a reader needs (gloss,
transliteration, source) and what the matcher needs: its `kind`, which says how it
inflects, and its contexts, which keep homographs apart. `[[word]]` tables hold words that
inflect only inside phrases, `[lists]` name sets of words. The shortest lexicon is::

    format = 1
    name = "monarchy"
    version = "1.0.0"
    transliteration = "ALA-LC"
    description = "Who is called king."

    [categories.king]
    gloss = "king"
    gloss_ar = "ملك"
    definition = "The title itself."

    [[entry]]
    id = "malik"
    lemma = "ملك"
    kind = "noun"
    plurals = ["ملوك"]
    category = "king"
    gloss = "king"
    translit = "malik"
    source = "framing-tables"

Every field is described in CONTRIBUTING.md. Loading fails, and says where, on whatever breaks
the format (see `framing.lexicon.schema`): an unknown field, category, kind or list, a source that
the bibliography lacks, two entries with one id. Entries may share forms: the longer hit wins,
of equals the first in the file.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal

from framing.base.errors import LexiconError
from framing.lexicon.schema import examine
from framing.lexicon.source_files import (
    SourceFile,
    content_of,
    is_path,
    lexicon_files,
    lexicon_names,
)
from framing.lexicon.word_lists import tables_of_words, words_listed

Kind = Literal["verb", "noun", "adjective", "name", "phrase", "particle"]
Actor = Literal[
    "",
    "person",
    "name",
    "office",
    "institution",
    "country",
    "place",
    "people",
    "medium",
    "group",
    "document",
]
Tone = Literal["", "own", "neutral", "approving", "disapproving"]
SourceType = Literal["", "official", "institution", "anonymous", "media", "document", "expert"]


@dataclass(frozen=True)
class Category:
    """One class of a lexicon, in the order in which figures show it."""

    name: str
    gloss: str
    gloss_ar: str
    definition: str
    scored: bool = True
    group: str = ""  # the category that stands for it where classes are grouped


@dataclass(frozen=True, kw_only=True, eq=False)
class Lexeme:
    """A word that inflects: what morphology needs to know of it."""

    lemma: str
    kind: Kind
    root: str = ""
    form: str = ""
    vowel: str = ""
    forms: tuple[str, ...] = ()
    plurals: tuple[str, ...] = ()
    masdars: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    definite: bool | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class Entry(Lexeme):
    """One lemma of a lexicon: what it means, how it inflects, where it does not count."""

    id: str
    category: str
    gloss: str
    translit: str
    source: str
    note: str = ""
    # a phrase: one pattern a word, alternatives parted by "|"; gap = words let in between;
    # span = how many of its words are marked (0: all)
    words: tuple[str, ...] = ()
    gap: int = 0
    span: int = 0
    # context: the neighbouring word, without its proclitics
    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    # a finer class: asked for by a rule, or told in a table
    subtype: str = ""
    # militancy and state naming
    name: str = ""
    target: str = ""
    facet: str = ""
    facet_after: dict[str, tuple[str, ...]] = field(default_factory=dict)
    # attribution: what the cue governs, what else may stand behind its subject, how its stance
    # is read
    governs: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()
    bleached: bool = False
    continues: bool = False
    polarity: str = ""
    # sourcing
    needs_cue: bool = False
    anaphor: bool = False
    extends: bool = False
    quoted: bool = False
    # actors: what speaks, the id that all names of one actor share (if none is given, the
    # entry's own), and the type of source it makes
    actor: Actor = ""
    entity: str = ""
    source_type: SourceType = ""
    # the first and last year in which what the entry says held; 0: no end is known
    since: int = 0
    until: int = 0
    # naming: the id that all names of one thing share, and how a name values it
    referent: str = ""
    tone: Tone = ""


@dataclass(frozen=True, eq=False)
class Lexicon:
    """A named, versioned list of entries.

    `digest` is the SHA-256 of its file, or of its files one after the other.
    """

    name: str
    version: str
    description: str
    transliteration: str
    categories: dict[str, Category]
    entries: tuple[Entry, ...]
    helpers: tuple[Lexeme, ...]
    digest: str

    def group_of(self, category: str) -> str:
        """The category that stands for a category in groups: itself, if it has none."""
        known = self.categories.get(category)
        return known.group or category if known else category

    @property
    def label(self) -> str:
        """Name, version and digest, as a caption cites them."""
        return f"{self.name} {self.version} (sha256 {self.digest[:12]})"


# the dataclass that each table of a file becomes
SHAPES: dict[str, type] = {"categories": Category, "entry": Entry, "word": Lexeme}


def load_lexicon(name_or_path: "str | Path | Lexicon | Sequence[str]") -> Lexicon:
    """Load a shipped lexicon by name, or a user's own by the path of its TOML file.

    A list of words is a lexicon too, called "words", each word a category of its own: a noun with
    its dual and its plural in ون, if it ends in ة the one in ات, if it ends in ي as an adjective,
    and all with clitics in any spelling. Other plurals and verb forms are words to be listed.
    Several words in one are a phrase. A lexicon already loaded is given back as it is.

    Raises `UnknownNameError` for a name nobody ships and `LexiconError` for a file that
    breaks the format, or a list without words; both say what to do.
    """
    if isinstance(name_or_path, Lexicon):
        return name_or_path
    if not isinstance(name_or_path, str | Path):
        return _of_words(tuple(name_or_path))
    if not is_path(name_or_path) and name_or_path in lexicon_names():
        return _shipped(str(name_or_path))
    return _read(lexicon_files(name_or_path))


def load_lexicons(
    names: str | Path | Lexicon | Iterable[str | Path | Lexicon],
) -> list[Lexicon]:
    """Load several lexicons, or the one that is named alone.

    Raises as `load_lexicon` does.
    """
    if isinstance(names, str | Path | Lexicon):
        return [load_lexicon(names)]
    return [load_lexicon(name) for name in names]


def is_shipped(lexicon: Lexicon) -> bool:
    """Whether it is one of the package's own lexicons, not a reader's of the same name."""
    return lexicon.name in lexicon_names() and lexicon.digest == _shipped(lexicon.name).digest


@lru_cache
def _shipped(name: str) -> Lexicon:
    return _read(lexicon_files(name))


@lru_cache
def _of_words(words: tuple[str, ...]) -> Lexicon:
    listed = words_listed(words)
    return _built(tables_of_words(listed), "\n".join(listed).encode("utf-8"))


def _read(files: tuple[SourceFile, ...]) -> Lexicon:
    joined, problems = examine(files, SHAPES)
    if problems:
        raise LexiconError(problems[0].said_of(problems[0].file))
    return _built(joined.tables, content_of(files))


def _built(tables: dict[str, Any], content: bytes) -> Lexicon:
    """The lexicon that checked tables tell of, and the bytes they were read from."""
    lists = tables.get("lists", {})
    return Lexicon(
        name=tables["name"],
        version=tables["version"],
        description=tables["description"],
        transliteration=tables["transliteration"],
        categories={
            name: Category(name=name, **record) for name, record in tables["categories"].items()
        },
        entries=tuple(_entry(record, lists) for record in tables.get("entry", [])),
        helpers=tuple(Lexeme(**_frozen(record, {})) for record in tables.get("word", [])),
        digest=sha256(content).hexdigest(),
    )


def _entry(record: dict[str, Any], lists: dict[str, list[str]]) -> Entry:
    return Entry(**{"entity": record["id"], **_frozen(record, lists)})


def _frozen(record: dict[str, Any], lists: dict[str, list[str]]) -> dict[str, Any]:
    """Make a record's values immutable and put the words of a list where `@name` stands."""
    return {key: _frozen_value(key, value, lists) for key, value in record.items()}


def _frozen_value(key: str, value: Any, lists: dict[str, list[str]]) -> Any:
    if isinstance(value, dict):
        return _frozen(value, lists)
    if not isinstance(value, list):
        return value
    listed = [lists[word[1:]] if word.startswith("@") else [word] for word in value]
    if key == "words":
        return tuple("|".join(words) for words in listed)
    return tuple(word for words in listed for word in words)
