"""What may be typed for an option or a word, and is none: numbers, names, encodings, places."""

from functools import partial
from pathlib import Path
from random import Random

from damage import Families

_TYPED = (
    "", " ", "-1", "0", "1", "2", "1.5", "nan", "inf", "-inf", "1e999", "9" * 30, "1" + "0" * 5000,
    "٣", "²", "x" * 9999, "true", "None", "en", "csv", "ا", "قال", "قال كيري", "*", "\\", "[a-z]+",
    "«", "ـ", "\u202e", "\u0301" * 999, "\n", "a\nb", "<b>&", "=1+1", "%s {0} $x$", "\udcff",
    "militancy", "militancy.terror", "militancy.", ".", "../..", "--", "-", "--help", "words",
)  # fmt: skip
_COLUMNS = (
    "doc_id", "text", "date", "title", "event", "month", "tags", "facts", "mixed", "empty", "none",
    "auto", "group", "words", "index", "numbers", "outlet_basis", "a\nb", "=1", "<b>", "Outlet",
)  # fmt: skip
_ENCODINGS = (
    "undefined", "idna", "punycode", "rot13", "base64", "hex", "zlib", "uu", "bz2", "mbcs", "oem",
    "unicode_escape", "raw_unicode_escape", "utf-16", "utf-32", "utf-7", "utf-8-sig", "cp1256",
    "latin-1", "ascii", "utf_16_be", "cp037", "iso2022_jp", "hz", "utf-8\x00"[:-1] + " ", "x" * 999,
    "../utf-8", "utf-8.", "encodings", "aliases", "__init__", "charmap", "palmos", "tis-620", "٣",
)  # fmt: skip


def _typed(value: str, _chance: Random, _folder: Path) -> str:
    return value


def _named(*values: str) -> Families:
    return {f"{value[:20]!a}": partial(_typed, value) for value in values}


VALUES: Families = _named(*_TYPED)
COLUMNS: Families = _named(*_COLUMNS, *_TYPED)
ENCODINGS: Families = _named(*_ENCODINGS, *_TYPED)


def _taken(_: Random, folder: Path) -> str:
    (folder / "taken.csv").mkdir()
    (folder / "taken.csv" / "x").touch()
    return str(folder / "taken.csv")


def _through_a_file(_: Random, folder: Path) -> str:
    (folder / "plain").touch()
    return str(folder / "plain" / "t.csv")


PLACES: Families = {
    "a folder of that name": _taken,
    "through a file": _through_a_file,
    "too long": lambda _, folder: str(folder / ("x" * 5000 + ".csv")),
    "empty": lambda _, _folder: "",
    "a full device": lambda _, _folder: "/dev/full",
    "no file system": lambda _, _folder: "/proc/t.csv",
    "half a character": lambda _, folder: str(folder / "\udcff.csv"),
    "a line break": lambda _, folder: str(folder / "a\n\u202eb.csv"),
    "no ending": lambda _, folder: str(folder / "t"),
    "another ending": lambda _, folder: str(folder / "t.docx"),
    "here": lambda _, _folder: ".",
    "a long way": lambda _, folder: str(folder.joinpath(*["d"] * 300, "t.csv")),
}
