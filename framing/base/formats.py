"""The formats that a table may be written in."""

from typing import Literal, get_args

Format = Literal["csv", "jsonl", "parquet"]

FORMATS: tuple[Format, ...] = get_args(Format)
