"""What a lexicon file must be: every breach of the format, each with its line.

Loading a lexicon raises the first; `framing lexicon check` shows them all.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from importlib import resources
from typing import Any, Literal, get_args, get_origin, get_type_hints

from framing.base.errors import FramingError, cut, unknown, written
from framing.base.outside import UnreadableError, text_of, toml_of
from framing.lexicon.source_files import (
    PARTS,
    RECORDS,
    Joined,
    Problem,
    SourceFile,
    is_file_name,
)
from framing.lexicon.toml_lines import Address

Record = dict[str, Any]
_Breach = tuple[Address, str, str]  # where it stands, what it is said of, what is said

_HEAD = ("format", "name", "version", "transliteration", "description")
_HEADINGS = {
    "categories": "[categories.NAME]",
    "lists": "[lists]",
    "entry": "[[entry]]",
    "word": "[[word]]",
}
_NEEDED = {
    "categories": ("gloss", "gloss_ar", "definition"),
    "entry": ("id", "lemma", "kind", "category", "gloss", "translit", "source"),
    "word": ("lemma", "kind"),
}
_WAYS = {
    str(int): "a whole number, 0 or more",
    str(bool): "true or false",
    str(bool | None): "true or false",
    str(tuple[str, ...]): 'a list of texts, as in ["…", "…"]',
    str(dict[str, tuple[str, ...]]): 'a table of lists, as in { event = ["…"] }',
}
_LONGEST = 200  # characters of a word or phrase
_WIDEST = 50  # words let in between two words of a phrase
_TEXT = "a text in quotation marks"


class _NotTextError(FramingError):
    """A file that is no text in UTF-8."""


def examine(
    files: Sequence[SourceFile], shapes: Mapping[str, type]
) -> tuple[Joined, tuple[Problem, ...]]:
    """Read a lexicon's files and find every breach of the format.

    `shapes` holds the dataclass that each of its tables (categories, entry, word)
    becomes: its fields are the fields of the table. Returns the tables, none if a file is
    no TOML, and the breaches in the order in which loading looks for them.
    """
    texts, parts = [], []
    for file in files:
        read = _tables_or_problem(file)
        if isinstance(read, Problem):
            return Joined((), ()), (read,)
        texts.append((file.name, read[0]))
        parts.append(read[1])
    joined = Joined(tuple(texts), tuple(parts))
    return joined, (*_foreign(joined), *_placed(joined, shapes))


def _tables_or_problem(file: SourceFile) -> tuple[str, Record] | Problem:
    """The text and tables of a file, or why it has none."""
    try:
        text = text_of(file.content, "it", "utf-8", _NotTextError, "Save it as UTF-8.")
        return text, toml_of(text)
    except _NotTextError as error:
        state = str(error).removeprefix("'it' is ")
        message = f": it is {state}"
        return Problem(_line_of(error, file.content), "", message, file.name)
    except UnreadableError as error:
        message = f"is not readable as TOML: {error}. Correct it there."
        return Problem(_line_of(error, file.content), "", message, file.name)


def _foreign(joined: Joined) -> Iterator[Problem]:
    """What stands in a further file and belongs into the head."""
    for (name, _), tables in zip(joined.texts[1:], joined.parts[1:], strict=True):
        for key in tables:
            if key not in RECORDS or not _is_written_so(key, tables[key]):
                head = joined.texts[0][0]
                message = f": '{cut(key)}' belongs into {head}. Here stand entries and words."
                yield Problem(1, "", message, name)


def _placed(joined: Joined, shapes: Mapping[str, type]) -> Iterator[Problem]:
    for address, subject, message in _breaches(joined.tables, shapes):
        file, line = joined.place(address)
        yield Problem(line, subject, message, file)


def records(tables: Record, table: str) -> Iterator[tuple[Address, str, Record]]:
    """Each category, entry or word of a file: where it stands, what messages call it, itself."""
    found = tables.get(table, {})
    if table == "categories" and isinstance(found, dict):
        for name, record in found.items():
            if isinstance(record, dict):
                yield (table, name), f"category '{cut(name)}'", record
    elif table != "categories" and isinstance(found, list):
        for number, record in enumerate(found, start=1):
            if isinstance(record, dict):
                called = record.get("id", record.get("lemma", "?"))
                called = cut(called) if isinstance(called, str) else written(called)
                yield (table, str(number)), f"{table} {number} ('{called}')", record


def _line_of(error: Exception, content: bytes) -> int:
    cause = error.__cause__
    if isinstance(cause, UnicodeDecodeError):
        return content[: cause.start].count(b"\n") + 1
    if str(error).startswith("it "):  # of the file as a whole: too deep, a number too long
        return 1
    stated = re.search(r"at line (\d+)", str(error))
    return int(stated[1]) if stated else max(1, len(content.splitlines()))


def _breaches(tables: Record, shapes: Mapping[str, type]) -> Iterator[_Breach]:
    yield from _lacking(tables, _HEAD, (), "")
    if tables.get("format", 1) != 1:
        state = f"has format {written(tables['format'])}; this version reads format 1."
        yield ("format",), "", state
        return
    yield from _strange_tables(tables)
    if not tables.get("categories"):
        yield (), "", "has no categories. Add at least one [categories.NAME]."
    lists = tables.get("lists")
    of_entries = list(lists) if isinstance(lists, dict) else []
    categories = [address[1] for address, _, _ in records(tables, "categories")]
    known: dict[str, dict[str, Iterable[str]]] = {
        "categories": {"group": categories},
        "entry": {"category": categories, "source": bibliography()},
    }
    for table, shape in shapes.items():
        hints = {
            key: hint for key, hint in _fields(shape) if (table, key) != ("categories", "name")
        }
        for address, subject, record in records(tables, table):
            yield from _lacking(record, _NEEDED[table], address, subject)
            for key, value in record.items():
                for message in _misfits(key, value, hints, of_entries if table == "entry" else []):
                    yield (*address, key), subject, message
            yield from _unknown_names(record, known.get(table, {}), address, subject)
            if table == "entry":
                yield from _impossible_phrase(record, address, subject)
    yield from _twins(tables)


def _strange_tables(tables: Record) -> Iterator[_Breach]:
    known = (*_HEAD, PARTS, *_HEADINGS)
    for key, value in tables.items():
        if key not in known:
            yield (key,), "", f": {unknown('field or table', key, known)}"
        elif key in _HEADINGS and not _is_written_so(key, value):
            yield (key,), "", f": '{key}' is not the table it must be. Write {_HEADINGS[key]}."
        elif key in _HEAD and key != "format" and not isinstance(value, str):
            yield (key,), "", f": {key} is {written(value)}. Write {_TEXT}."
    files = tables.get(PARTS, [])
    if not (isinstance(files, list) and all(map(is_file_name, files))):
        way = 'the .toml files beside this one, as in ["others/gulf.toml"]'
        yield (PARTS,), "", f": files is {written(files)}. Write {way}."
    yield from _strange_lists(tables.get("lists", {}))


def _strange_lists(lists: object) -> Iterator[_Breach]:
    for name, words in lists.items() if isinstance(lists, dict) else ():
        is_long = _is_texts(words) and any(len(word) > _LONGEST for word in words)
        if is_long or not _is_texts(words):
            ways = (_WAYS[str(tuple[str, ...])], f"words of at most {_LONGEST} characters")
            yield (
                ("lists", name),
                f"list '{cut(name)}'",
                f": it is {written(words)}. Write {ways[is_long]}.",
            )


def _is_written_so(key: str, value: object) -> bool:
    if key in ("entry", "word"):
        return isinstance(value, list) and all(isinstance(one, dict) for one in value)
    return isinstance(value, dict) and (
        key == "lists" or all(isinstance(one, dict) for one in value.values())
    )


def _lacking(
    record: Record, needed: Iterable[str], address: Address, subject: str
) -> Iterator[_Breach]:
    lacking = [key for key in needed if str(record.get(key, "")).strip() == ""]
    if lacking:
        yield address, subject, f"lacks {', '.join(lacking)}. Add it to the file."


def _misfits(key: str, value: Any, hints: Mapping[str, Any], lists: Iterable[str]) -> Iterator[str]:
    """What is wrong with one field by itself."""
    if key not in hints:
        yield f": {unknown('field', key, hints)}"
    elif not _fits(value, str(hints[key])):
        yield f": {key} is {written(value)}. Write {_WAYS.get(str(hints[key]), _TEXT)}."
    elif get_origin(hints[key]) is Literal and value not in get_args(hints[key]):
        yield f": {unknown(key.replace('_', ' '), value, filter(None, get_args(hints[key])))}"
    elif any(len(word) > _LONGEST for word in _words_in(key, value)):
        yield f": {key} holds {written(value)}. Write at most {_LONGEST} characters."
    elif key == "gap" and value > _WIDEST:
        yield f": gap is {written(value)}. Write at most {_WIDEST}."
    else:
        named = (word[1:] for word in texts_in(value) if word.startswith("@"))
        yield from (f": {unknown('list', name, lists)}" for name in named if name not in lists)


def _words_in(key: str, value: object) -> Iterator[str]:
    """The words of a field that holds words, each alternative by itself."""
    if key in ("lemma", "root", "form", "vowel") and isinstance(value, str):
        yield value
    for text in texts_in(value):
        yield from text.split("|")


def _fits(value: object, hint: str) -> bool:
    if hint == str(int):
        return type(value) is int and value >= 0
    if hint in (str(bool), str(bool | None)):
        return isinstance(value, bool)
    if hint == str(tuple[str, ...]):
        return _is_texts(value)
    if hint == str(dict[str, tuple[str, ...]]):
        return isinstance(value, dict) and all(_is_texts(one) for one in value.values())
    return isinstance(value, str)


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) and one.strip() for one in value)


def texts_in(value: Any) -> Iterator[str]:
    """The texts of a field that holds a list, or a table of lists."""
    for words in value.values() if isinstance(value, dict) else [value]:
        yield from words if isinstance(words, list) else ()


def _unknown_names(
    record: Record, known: Mapping[str, Iterable[str]], address: Address, subject: str
) -> Iterator[_Breach]:
    for key, names in known.items():
        value = record.get(key)
        if isinstance(value, str) and value.strip() and names and value not in names:
            yield (*address, key), subject, f": {unknown(key, value, names)}"


def _impossible_phrase(record: Record, address: Address, subject: str) -> Iterator[_Breach]:
    words, span, lemma = record.get("words", []), record.get("span", 0), record.get("lemma", "")
    if record.get("kind") == "phrase" and words == []:
        yield address, subject, "is a phrase without words. Add words, one pattern a word."
        return
    own = words if record.get("kind") == "phrase" else str(lemma).split()
    if isinstance(span, int) and isinstance(own, list) and span > max(len(own), 1):
        place = (*address, "span")
        state = f": span is {written(span)} of {len(own)} words. Write 0 to mark them all."
        yield place, subject, state


def _twins(tables: Record) -> Iterator[_Breach]:
    seen: set[str] = set()
    for address, _, record in records(tables, "entry"):
        name = str(record.get("id", ""))
        if name and name in seen:
            message = f"has two entries with the id '{cut(name)}'. Rename one."
            yield (*address, "id"), "", message
        seen.add(name)


@lru_cache
def _fields(shape: type) -> tuple[tuple[str, Any], ...]:
    return tuple(get_type_hints(shape).items())


@lru_cache
def bibliography() -> frozenset[str]:
    """The citation keys of references.bib; an entry's source must be one of them."""
    text = (resources.files("framing.lexicon") / "references.bib").read_text(encoding="utf-8")
    return frozenset(
        line.split("{", 1)[1].rstrip(",\n ") for line in text.splitlines() if line.startswith("@")
    )
