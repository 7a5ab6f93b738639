"""What comes from outside is let in here: whole files, text of bytes, JSON and TOML in bounds.

Every reader of a file that is not the package's own calls these. What a library would raise
becomes one sentence of bounded length: as the error that the reader names, or as `UnreadableError`,
whose words the reader puts after the file, the line and before the way out.
"""

import codecs
import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import Any, Literal

from framing.base.errors import MOST_OF_A_PATH, FramingError, cut

BOM = "\ufeff"
DEEPEST = 50  # lists and objects inside each other; repr, copies and comparisons recurse
LONGEST_NUMBER = 100  # digits: longer than any identifier
SAVE_AS_UTF8 = "Save it as UTF-8 (in Excel: CSV UTF-8)."

_MARKS = {
    b"\xff\xfe\x00\x00": "utf-32",
    b"\x00\x00\xfe\xff": "utf-32",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}
# Codecs of Python's that no file of text is saved in.
_NOT_OF_FILES = ("undefined", "idna", "punycode", "unicode-escape", "raw-unicode-escape")


class UnreadableError(ValueError):
    """What is wrong with a piece of JSON or TOML, in some words without a subject."""


def kind_of(path: Path, failure: type[FramingError]) -> Literal["", "file", "folder", "device"]:
    """What stands at a path, "" if nothing does; a pipe counts as a device."""
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return ""
    except (OSError, ValueError) as error:
        raise failure(f"{_refused(path, error)} Give the path of what you may read.") from error
    return "file" if S_ISREG(mode) else "folder" if S_ISDIR(mode) else "device"


def entries_of(folder: Path, failure: type[FramingError]) -> list[Path]:
    """What stands in a folder, in the order of the names."""
    try:
        return sorted(folder.iterdir())
    except OSError as error:
        raise failure(f"{_refused(folder, error)} Give a folder you may read.") from error


def bytes_of(path: Path, failure: type[FramingError], way_out: str) -> bytes:
    """The bytes of a file, or why they cannot be had; a pipe or device may never end."""
    if kind_of(path, failure) == "device":
        raise failure(f"'{path}' cannot be read: it is a pipe or a device. {way_out}")
    try:
        return path.read_bytes()
    except OSError as error:
        raise failure(f"{_refused(path, error)} {way_out}") from error


def text_of(
    raw: bytes, named: str | Path, encoding: str, failure: type[FramingError], way_out: str
) -> str:
    """Decode a file; a byte order mark at its head stays, as `BOM`."""
    codec = _codec(encoding)
    if codec is None:
        raise failure(
            f"There is no encoding named '{cut(encoding)}'. Arabic files are mostly utf-8 or "
            "cp1256."
        )
    try:
        return raw.decode(codec)
    except UnicodeError as error:
        known = next((name for mark, name in _MARKS.items() if raw.startswith(mark)), None)
        if known and known not in codec:
            raise failure(f"'{named}' is {known}, not {encoding}. {SAVE_AS_UTF8}") from error
        start = error.start if isinstance(error, UnicodeDecodeError) else 0
        byte = raw[min(start, len(raw) - 1)]
        raise failure(
            f"'{named}' is not {encoding}: byte {start} (0x{byte:02X}) cannot be read. {way_out}"
        ) from error


def numbered_lines(text: str) -> Iterator[tuple[int, str]]:
    r"""The lines of a JSON Lines file that hold something, by number from 1.

    A line ends at \n and nowhere else: U+0085 and U+2028 may stand inside a JSON text.

    >>> list(numbered_lines('{"a": "\u2028"}\n\n{}\n'))
    [(1, '{"a": "\u2028"}'), (3, '{}')]
    """
    lines = enumerate(text.removeprefix(BOM).split("\n"), start=1)
    return ((number, line) for number, line in lines if line.strip())


def json_of(text: str) -> Any:
    """Read JSON that is neither too deep nor holds a number too long, or raise `UnreadableError`.

    >>> json_of("[1, 2")
    Traceback (most recent call last):
    framing.base.outside.UnreadableError: Expecting ',' delimiter: line 1 column 6 (char 5)
    """
    try:
        value = json.loads(text, parse_int=_whole)
    except RecursionError as error:
        raise _too_deep() from error
    except ValueError as error:
        raise UnreadableError(cut(str(error))) from error
    if text.count("[") + text.count("{") > DEEPEST:
        _check(value)
    return value


def toml_of(text: str) -> dict[str, Any]:
    """Read TOML as `json_of` reads JSON."""
    try:
        tables = tomllib.loads(text.removeprefix(BOM))
    except RecursionError as error:
        raise _too_deep() from error
    except tomllib.TOMLDecodeError as error:
        raise UnreadableError(cut(str(error), 160)) from error
    except ValueError as error:  # Python reads some thousand digits, and no more
        raise _too_long("too long") from error
    _check(tables)
    return tables


def _refused(path: Path, error: OSError | ValueError) -> str:
    """That the system does not give what is there; a ValueError is about the name."""
    state = error.strerror if isinstance(error, OSError) else "no file can have that name"
    return f"'{cut(str(path), MOST_OF_A_PATH)}' cannot be read: {state or type(error).__name__}."


def _codec(encoding: str) -> str | None:
    """The name by which Python knows an encoding of text files."""
    try:
        codec = codecs.lookup(encoding[:LONGEST_NUMBER])
        "a".encode(codec.name)  # refused where it is no encoding of text, as base64
    except (LookupError, ValueError, OSError):  # OSError: codecs of another system
        return None
    return None if codec.name in _NOT_OF_FILES else codec.name


def _whole(digits: str) -> int:
    if len(digits) > LONGEST_NUMBER:
        raise _too_long(f"of {len(digits)} digits")
    return int(digits)


def _check(value: Any) -> None:
    """Look at everything inside, level by level: recursion is what is to be kept away."""
    level = [value]
    for _ in range(DEEPEST + 1):
        inner: list[Any] = []
        for one in level:
            if isinstance(one, dict):
                inner.extend(one.values())
            elif isinstance(one, list):
                inner.extend(one)
            elif isinstance(one, int) and one.bit_length() > 3 * LONGEST_NUMBER:
                raise _too_long("too long")
        level = inner
    if level:
        raise _too_deep()


def _too_deep() -> UnreadableError:
    return UnreadableError(f"it is nested more than {DEEPEST} deep")


def _too_long(state: str) -> UnreadableError:
    return UnreadableError(f"it holds a number {state}; at most {LONGEST_NUMBER} are read")
