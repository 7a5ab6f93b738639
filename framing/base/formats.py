"""The formats that a table may be written in."""

from pathlib import Path
from typing import Literal, get_args

Format = Literal["csv", "jsonl", "parquet"]

FORMATS: tuple[Format, ...] = get_args(Format)


def format_named(path: Path) -> Format | None:
    """The format that the ending of a file's name asks for; None if there is no such format.

    >>> format_named(Path("table.CSV")), format_named(Path("table.docx"))
    ('csv', None)
    """
    ending = path.suffix.lower().removeprefix(".")
    return next((known for known in FORMATS if known == ending), None)
