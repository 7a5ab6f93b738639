"""The files of a lexicon: where they are found, and as one, their tables joined.

A lexicon is one TOML file, or a head with `files`, a list of further ones beside it, in their
order. The head has all but the entries and words, of which every file may have some; they are
joined in the order of the files. What stands in the joined tables is found again in its file.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import Any

from framing.base.errors import LexiconError, unknown
from framing.base.outside import UnreadableError, bytes_of, kind_of, toml_of
from framing.lexicon.toml_lines import Address, line_at, line_numbers

RECORDS = ("entry", "word")  # what every file may hold
PARTS = "files"  # the head's list of the others
_SHIPPED = resources.files("framing.lexicon") / "shipped"


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


@lru_cache(maxsize=1)
def lexicon_names() -> tuple[str, ...]:
    """The lexicons that ship with the package."""
    files = (file.name for file in _SHIPPED.iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in files if name.endswith(".toml")))


def is_path(name_or_path: str | Path) -> bool:
    """Whether a lexicon is asked for by its file, not by its name."""
    return isinstance(name_or_path, Path) or str(name_or_path).endswith(".toml")


def lexicon_files(name_or_path: str | Path) -> tuple[SourceFile, ...]:
    """The files of a lexicon: its own, and those that it names, in their order.

    Raises `UnknownNameError` for a name nobody ships, `LexiconError` for a file that is not there
    or cannot be read. What they hold is not looked at.
    """
    head, folder = _head(name_or_path)
    return head, *(_part(head.name, folder, name) for name in named_files(tables_of(head)))


def _head(name_or_path: str | Path) -> tuple[SourceFile, Traversable]:
    """The file of a lexicon, and the folder where it stands."""
    if is_path(name_or_path):
        path = Path(name_or_path)
        if kind_of(path, LexiconError) != "file":
            raise LexiconError(
                f"There is no lexicon file at '{path}'. Give the path of a .toml file, or one "
                f"of the shipped names: {', '.join(lexicon_names())}."
            )
        content = bytes_of(path, LexiconError, "Give the path of a file you may read.")
        return SourceFile(str(path), content), path.parent
    if name_or_path not in lexicon_names():
        raise unknown("lexicon", name_or_path, lexicon_names())
    file = f"{name_or_path}.toml"
    return SourceFile(file, (_SHIPPED / file).read_bytes()), _SHIPPED


def _part(head: str, folder: Traversable, name: str) -> SourceFile:
    """A file that the head names."""
    file = folder.joinpath(*name.split("/"))
    if not isinstance(file, Path) and file.is_file():
        return SourceFile(name, file.read_bytes())
    path = Path(str(file))
    if kind_of(path, LexiconError) != "file":
        raise LexiconError(
            f"There is no file '{path}', which {head} names among its files. Put it there, or "
            "take its name out."
        )
    content = bytes_of(path, LexiconError, "Give the path of a file you may read.")
    return SourceFile(name if folder == _SHIPPED else str(path), content)


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
