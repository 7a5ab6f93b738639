"""The files of a lexicon as one: a head that names further files, their tables joined.

A lexicon is one TOML file, or a head with `files`, a list of further ones beside it, in their
order. The head has all but the entries and words, of which every file may have some; they are
joined in the order of the files. What stands in the joined tables is found again in its file.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import PurePosixPath
from typing import Any

from framing.base.outside import UnreadableError, toml_of
from framing.lexicon.toml_lines import Address, line_at, line_numbers

RECORDS = ("entry", "word")  # what every file may hold
PARTS = "files"  # the head's list of the others


@dataclass(frozen=True)
class SourceFile:
    """One file: what messages call it, and its bytes."""

    name: str
    content: bytes


@dataclass(frozen=True)
class Problem:
    """Something in a lexicon file: its line, what it is said of ("" for the file), and what.

    `file` is what messages call the file.
    """

    line: int
    subject: str
    message: str
    file: str = ""

    def said_of(self, file: str) -> str:
        """Say it in a whole sentence, after the name of the file."""
        place = f"{file}, {self.subject}" if self.subject else file
        return f"{place}{'' if self.message.startswith(':') else ' '}{self.message}"


@dataclass(frozen=True, eq=False)
class Joined:
    """The tables of a lexicon's files as one, and the way back from a place in them."""

    texts: tuple[tuple[str, str], ...]  # each file's name and text
    parts: tuple[dict[str, Any], ...]  # its tables

    @cached_property
    def tables(self) -> dict[str, Any]:
        """The head's tables, its records followed by those of the other files."""
        if len(self.parts) < 2:
            return self.parts[0] if self.parts else {}
        lists = {
            table: list(chain.from_iterable(one for one in held if isinstance(one, list)))
            for table in RECORDS
            if (held := [part[table] for part in self.parts if table in part])
        }
        return self.parts[0] | lists

    def place(self, address: Address) -> tuple[str, int]:
        """The file and line where something of the joined tables stands."""
        part, own = self._owner(address)
        return self.texts[part][0], line_at(self._lines(part), own)

    def _owner(self, address: Address) -> tuple[int, Address]:
        """Which file has the record of an address, and the address in that file."""
        if len(address) > 1 and address[0] in RECORDS:
            number = int(address[1])
            for part, tables in enumerate(self.parts):
                held = tables.get(address[0], [])
                if number <= len(held):
                    return part, (address[0], str(number), *address[2:])
                number -= len(held)
        return 0, address

    def _lines(self, part: int) -> dict[Address, int]:
        if part not in self._read:
            self._read[part] = line_numbers(self.texts[part][1])
        return self._read[part]

    @cached_property
    def _read(self) -> dict[int, dict[Address, int]]:
        return {}


def tables_of(file: SourceFile) -> dict[str, Any]:
    """The tables of a file, none if it cannot be read: what is wrong with it is said elsewhere."""
    try:
        return toml_of(file.content.decode("utf-8"))
    except (UnicodeDecodeError, UnreadableError):
        return {}


def named_files(head: dict[str, Any]) -> list[str]:
    """The further files that a head names, as far as they are named as they must be."""
    named = head.get(PARTS, [])
    return [one for one in named if is_file_name(one)] if isinstance(named, list) else []


def is_file_name(name: object) -> bool:
    """Whether a name is that of a TOML file beside the head or in a folder beside it."""
    if not isinstance(name, str) or not name.endswith(".toml") or "\\" in name:
        return False
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts and ":" not in name


def content_of(files: Sequence[SourceFile]) -> bytes:
    """The bytes of all files, one after the other: what a lexicon's SHA-256 is taken of."""
    return b"".join(file.content for file in files)
