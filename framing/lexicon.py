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

Every field is described in CONTRIBUTING.md. Loading fails, and says where, on an unknown
field, category, kind or list, on a source that the bibliography lacks, and on two entries
with one id. Entries may share forms: the longer hit wins, of equals the first in the file.
"""

import tomllib
from dataclasses import dataclass, field, fields
from functools import lru_cache
from hashlib import sha256
from importlib import resources
from pathlib import Path
from typing import Any, Literal, get_args

from framing.errors import LexiconError, unknown

Kind = Literal["verb", "noun", "adjective", "name", "phrase", "particle"]

_SHIPPED = resources.files("framing") / "lexicons"


@dataclass(frozen=True)
class Category:
    """One class of a lexicon, in the order in which figures show it."""

    name: str
    gloss: str
    gloss_ar: str
    definition: str
    scored: bool = True


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
    # militancy and state naming
    name: str = ""
    facet: str = ""
    facet_after: dict[str, tuple[str, ...]] = field(default_factory=dict)
    # attribution: what the cue governs, and how its stance is read
    governs: tuple[str, ...] = ()
    bleached: bool = False
    continues: bool = False
    polarity: str = ""
    # sourcing
    needs_cue: bool = False
    anaphor: bool = False
    extends: bool = False
    quoted: bool = False
    subtype: str = ""


@dataclass(frozen=True, eq=False)
class Lexicon:
    """A named, versioned list of entries. `digest` is the SHA-256 of its file."""

    name: str
    version: str
    description: str
    transliteration: str
    categories: dict[str, Category]
    entries: tuple[Entry, ...]
    helpers: tuple[Lexeme, ...]
    digest: str

    @property
    def label(self) -> str:
        """Name, version and digest, as a caption cites them."""
        return f"{self.name} {self.version} (sha256 {self.digest[:12]})"


def lexicon_names() -> list[str]:
    """The lexicons that ship with the package."""
    return sorted(
        file.name.removesuffix(".toml")
        for file in _SHIPPED.iterdir()
        if file.name.endswith(".toml")
    )


def load_lexicon(name_or_path: "str | Path | Lexicon") -> Lexicon:
    """Load a shipped lexicon by name, or a user's own by the path of its TOML file.

    A lexicon already loaded is given back as it is.

    Raises `UnknownNameError` for a name nobody ships and `LexiconError` for a file that
    breaks the format; both say what to do.
    """
    if isinstance(name_or_path, Lexicon):
        return name_or_path
    if isinstance(name_or_path, Path) or str(name_or_path).endswith(".toml"):
        path = Path(name_or_path)
        if not path.is_file():
            raise LexiconError(
                f"There is no lexicon file at '{path}'. Give the path of a .toml file, or one "
                f"of the shipped names: {', '.join(lexicon_names())}."
            )
        return _read(path.read_bytes(), str(path))
    if name_or_path not in lexicon_names():
        raise unknown("lexicon", name_or_path, lexicon_names())
    return _shipped(name_or_path)


def is_shipped(lexicon: Lexicon) -> bool:
    """Whether it is one of the package's own lexicons, not a reader's of the same name."""
    return lexicon.name in lexicon_names() and lexicon.digest == _shipped(lexicon.name).digest


@lru_cache
def _shipped(name: str) -> Lexicon:
    return _read((_SHIPPED / f"{name}.toml").read_bytes(), f"{name}.toml")


def _read(content: bytes, where: str) -> Lexicon:
    try:
        table = tomllib.loads(content.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LexiconError(f"{where} is not readable as TOML: {error}.") from error
    _require(table, ("format", "name", "version", "transliteration", "description"), where)
    if table["format"] != 1:
        raise LexiconError(f"{where} has format {table['format']}; this version reads format 1.")
    lists = table.get("lists", {})
    categories = _categories(table.get("categories", {}), where)
    entries = tuple(
        _entry(record, categories, lists, f"{where}, entry {number}")
        for number, record in enumerate(table.get("entry", []), start=1)
    )
    _refuse_twins(entries, where)
    helpers = tuple(
        _helper(record, f"{where}, word {number}")
        for number, record in enumerate(table.get("word", []), start=1)
    )
    return Lexicon(
        name=table["name"],
        version=table["version"],
        description=table["description"],
        transliteration=table["transliteration"],
        categories=categories,
        entries=entries,
        helpers=helpers,
        digest=sha256(content).hexdigest(),
    )


def _categories(tables: dict[str, dict[str, Any]], where: str) -> dict[str, Category]:
    if not tables:
        raise LexiconError(f"{where} has no categories. Add at least one [categories.NAME].")
    categories = {}
    for name, record in tables.items():
        _require(record, ("gloss", "gloss_ar", "definition"), f"{where}, category '{name}'")
        _refuse_strangers(record, Category, f"{where}, category '{name}'")
        categories[name] = Category(name=name, **record)
    return categories


def _entry(
    record: dict[str, Any],
    categories: dict[str, Category],
    lists: dict[str, list[str]],
    where: str,
) -> Entry:
    where = f"{where} ('{record.get('id', record.get('lemma', '?'))}')"
    _require(record, ("id", "lemma", "kind", "category", "gloss", "translit", "source"), where)
    _refuse_strangers(record, Entry, where)
    if record["category"] not in categories:
        raise LexiconError(f"{where}: {unknown('category', record['category'], categories)}")
    _require_kind(record, where)
    if record["source"] not in bibliography():
        raise LexiconError(f"{where}: {unknown('source', record['source'], bibliography())}")
    values = {key: _frozen(key, value, lists, where) for key, value in record.items()}
    return Entry(**values)


def _helper(record: dict[str, Any], where: str) -> Lexeme:
    where = f"{where} ('{record.get('lemma', '?')}')"
    _require(record, ("lemma", "kind"), where)
    _refuse_strangers(record, Lexeme, where)
    _require_kind(record, where)
    return Lexeme(**{key: _frozen(key, value, {}, where) for key, value in record.items()})


def _frozen(key: str, value: Any, lists: dict[str, list[str]], where: str) -> Any:
    """Make a TOML value immutable and put the words of a list where `@name` stands."""
    if isinstance(value, dict):
        return {facet: _frozen(facet, words, lists, where) for facet, words in value.items()}
    if not isinstance(value, list):
        return value
    if key == "words":
        return tuple("|".join(_listed(word, lists, where)) for word in value)
    return tuple(word for item in value for word in _listed(item, lists, where))


def _listed(word: str, lists: dict[str, list[str]], where: str) -> list[str]:
    if not word.startswith("@"):
        return [word]
    if word[1:] not in lists:
        raise LexiconError(f"{where}: {unknown('list', word[1:], lists)}")
    return lists[word[1:]]


def _require_kind(record: dict[str, Any], where: str) -> None:
    if record["kind"] not in get_args(Kind):
        raise LexiconError(f"{where}: {unknown('kind', record['kind'], get_args(Kind))}")


def _refuse_twins(entries: tuple[Entry, ...], where: str) -> None:
    seen: set[str] = set()
    for entry in entries:
        if entry.id in seen:
            raise LexiconError(f"{where} has two entries with the id '{entry.id}'. Rename one.")
        seen.add(entry.id)


def _require(record: dict[str, Any], keys: tuple[str, ...], where: str) -> None:
    missing = [key for key in keys if key not in record]
    if missing:
        raise LexiconError(f"{where} lacks {', '.join(missing)}. Add it to the file.")


def _refuse_strangers(record: dict[str, Any], shape: type, where: str) -> None:
    known = [f.name for f in fields(shape)]
    for key in record:
        if key not in known:
            raise LexiconError(f"{where}: {unknown('field', key, known)}")


@lru_cache
def bibliography() -> frozenset[str]:
    """The citation keys of references.bib; an entry's source must be one of them."""
    text = (resources.files("framing") / "references.bib").read_text(encoding="utf-8")
    return frozenset(
        line.split("{", 1)[1].rstrip(",\n ") for line in text.splitlines() if line.startswith("@")
    )
