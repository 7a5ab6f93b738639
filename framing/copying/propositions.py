"""What a scholar looks for in every article: propositions, by search terms, read from TOML.

The shortest file is::

    format = 1
    name = "moscow"
    description = "Kerry in Moscow, July 2016."

    [[proposition]]
    id = "command-centre"
    gloss = "A joint command centre in Jordan"
    gloss_ar = "مركز قيادة مشترك في الأردن"
    terms = ["مركز قيادة | غرفة تنفيذ", "عمّان | الأردن"]

A sentence holds a proposition if it holds every term of it, in any order. A term is one or more
words in a row, alternatives are parted by `|`. House spelling and proclitics make no difference;
a `*` stands for any ending (تسريب* finds التسريبات). `denied` lists words that turn the
proposition into its denial if they stand in the sentence too (لم يبحثا); the proposition itself is
worded positively.
"""

from collections import Counter
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

from framing.base.errors import PropositionError, cut, unknown, written
from framing.base.outside import SAVE_AS_UTF8, UnreadableError, bytes_of, text_of, toml_of
from framing.lexicon.clitics import names_of
from framing.text.orthography import fold
from framing.text.tokens import Words

_SHIPPED = resources.files("framing.copying") / "proposition_sets"
_HEAD = ("format", "name", "description", "proposition")
_FIELDS = {"id": str, "gloss": str, "gloss_ar": str, "terms": list, "denied": list}
_NEEDED = ("id", "gloss", "terms")

_LONGEST = 5_000  # characters of a term with all its alternatives

Phrase = tuple[str, ...]  # folded words in a row


@dataclass(frozen=True)
class Term:
    """A search term as it was written, and its alternatives."""

    written: str
    phrases: tuple[Phrase, ...]

    def may_stand(self, names: frozenset[str]) -> bool:
        """Whether all words of an alternative are among these names, in whatever order."""
        return any(all(_is_named(word, names) for word in phrase) for phrase in self.phrases)

    def find(self, words: Words, places: range) -> range | None:
        """The first words within these places that the term names."""
        for first in places:
            for phrase in self.phrases:
                here = range(first, first + len(phrase))
                if here.stop <= places.stop and all(map(_is_named, phrase, _names(words, here))):
                    return here
        return None


@dataclass(frozen=True)
class Proposition:
    """Something an article may say: what it means, and the terms by which it is found."""

    id: str
    gloss: str
    gloss_ar: str
    terms: tuple[Term, ...]
    denied: tuple[Term, ...]


@dataclass(frozen=True)
class Propositions:
    """A named list of propositions."""

    name: str
    description: str
    propositions: tuple[Proposition, ...]


def proposition_sets() -> list[str]:
    """The sets that ship with the package."""
    return sorted(file.name.removesuffix(".toml") for file in _SHIPPED.iterdir())


def load_propositions(name_or_path: "str | Path | Propositions") -> Propositions:
    """Load a shipped set by name, or your own by the path of its TOML file.

    Raises `UnknownNameError` for a name nobody ships and `PropositionError` for a file that
    cannot be read or breaks the format; both say what to do.
    """
    if isinstance(name_or_path, Propositions):
        return name_or_path
    if str(name_or_path).endswith(".toml"):
        return _read(Path(name_or_path))
    if name_or_path not in proposition_sets():
        raise unknown("set of propositions", name_or_path, proposition_sets())
    with resources.as_file(_SHIPPED / f"{name_or_path}.toml") as path:
        return _read(path)


def _read(path: Path) -> Propositions:
    raw = bytes_of(path, PropositionError, "Give the path of a .toml file.")
    try:
        tables = toml_of(text_of(raw, path, "utf-8", PropositionError, SAVE_AS_UTF8))
    except UnreadableError as failure:
        raise PropositionError(
            f"'{path}' is not readable as TOML: {failure}. Correct it there."
        ) from failure
    _check_head(tables, path)
    propositions = [
        _proposition(record, number, path)
        for number, record in enumerate(tables["proposition"], start=1)
    ]
    ids = Counter(one.id for one in propositions)
    twice = next((cut(one) for one, times in ids.items() if times > 1), None)
    if twice is not None:
        raise PropositionError(
            f"'{path}' has two propositions with the id '{twice}'. Give each one of its own."
        )
    return Propositions(tables["name"], tables["description"], tuple(propositions))


def _check_head(tables: dict[str, Any], path: Path) -> None:
    for key in tables:
        if key not in _HEAD:
            raise PropositionError(f"'{path}': {unknown('field', key, _HEAD)}")
    for key in _HEAD:
        if not tables.get(key):
            raise PropositionError(f"'{path}' has no {key}. Add it.")
    if tables["format"] != 1:
        raise PropositionError(
            f"'{path}' has format {written(tables['format'])}; this version reads format 1."
        )
    _check_types(tables, path)


def _check_types(tables: dict[str, Any], path: Path) -> None:
    for key in ("name", "description"):
        if not isinstance(tables[key], str):
            raise PropositionError(f"'{path}': {key} is {written(tables[key])}. Write a text.")
    if not isinstance(tables["proposition"], list) or not all(
        isinstance(one, dict) for one in tables["proposition"]
    ):
        raise PropositionError(f"'{path}': write every proposition as [[proposition]].")


def _proposition(record: dict[str, Any], number: int, path: Path) -> Proposition:
    called = record.get("id", "?")
    called = cut(called) if isinstance(called, str) else written(called)
    where = f"'{path}', proposition {number} ('{called}')"
    for key, value in record.items():
        if key not in _FIELDS:
            raise PropositionError(f"{where}: {unknown('field', key, _FIELDS)}")
        if not isinstance(value, _FIELDS[key]) or (
            isinstance(value, list) and not all(isinstance(one, str) for one in value)
        ):
            way = "a list of texts" if _FIELDS[key] is list else "a text"
            raise PropositionError(f"{where}: {key} is {written(value)}. Write {way}.")
    for key in _NEEDED:
        if not record.get(key):
            raise PropositionError(f"{where} has no {key}. Add it.")
    return Proposition(
        record["id"],
        record["gloss"],
        record.get("gloss_ar", ""),
        tuple(_term(one, where) for one in record["terms"]),
        tuple(_term(one, where) for one in record.get("denied", [])),
    )


def _term(term: str, where: str) -> Term:
    if len(term) > _LONGEST:
        raise PropositionError(
            f"{where}: the term '{cut(term)}' has {len(term)} characters. Write at most {_LONGEST}."
        )
    phrases = [tuple(fold(word) for word in alternative.split()) for alternative in term.split("|")]
    if not all(phrase and all(word.rstrip("*") for word in phrase) for phrase in phrases):
        raise PropositionError(
            f"{where}: the term '{cut(term)}' has an alternative without a word. Write words, "
            "alternatives parted by |."
        )
    return Term(term, tuple(phrases))


def names_at(words: Words, places: range) -> frozenset[str]:
    """The names by which any of these words goes."""
    return frozenset().union(*map(names_of, set(words.skeletons[places.start : places.stop])))


def _names(words: Words, places: range) -> list[frozenset[str]]:
    return [names_of(words.skeletons[place]) for place in places]


def _is_named(wanted: str, names: frozenset[str]) -> bool:
    """Whether a word goes by a name, or by one that begins so."""
    if wanted.endswith("*"):
        return any(name.startswith(wanted[:-1]) for name in names)
    return wanted in names
