"""On which line of a TOML file a table, record or field stands.

The standard library reads TOML without saying where things stood. This reads only that: which
names are given where, in tables, in `[[records]]`, in dotted names and in braces.
"""

import re
from collections.abc import Mapping

# The way to a place: ("version",), ("categories", "king", "gloss"), ("entry", "3", "lemma").
Address = tuple[str, ...]

_NAME = r"""(?:(?<![\w-])[\w-]+|"[^"\n]*"|'[^'\n]*')"""
_NAMES = rf"{_NAME}(?:[ \t]*\.[ \t]*{_NAME})*"
_TOKEN = re.compile(
    rf"""
    (?P<field>{_NAMES})[ \t]*=
    | ^[ \t]*\[\[[ \t]*(?P<record>{_NAMES})[ \t]*\]\][ \t]*(?=[\#\r\n]|\Z)
    | ^[ \t]*\[[ \t]*(?P<table>{_NAMES})[ \t]*\][ \t]*(?=[\#\r\n]|\Z)
    | \"\"\"(?:\\.|[^\\])*?\"\"\" | '''.*?''' | "(?:\\.|[^"\\\n])*" | '[^'\n]*' | \#[^\n]*
    | (?P<opens>[\[{{]) | (?P<closes>[\]}}])
    """,
    re.MULTILINE | re.DOTALL | re.VERBOSE,
)


def line_numbers(text: str) -> dict[Address, int]:
    r"""The line of every table, record and field of a TOML file, records by number from 1.

    >>> line_numbers('format = 1\n[[entry]]\nid = "a"\n')
    {('format',): 1, ('entry', '1'): 2, ('entry', '1', 'id'): 3}
    """
    lines: dict[Address, int] = {}
    counts: dict[Address, int] = {}
    table: Address = ()
    value: Address = ()  # the field whose value is being read
    inside: list[tuple[str, Address]] = []  # brackets still open, each with its place
    line, last = 1, 0
    for token in _TOKEN.finditer(text):
        line, last = line + text.count("\n", last, token.start()), token.start()
        here: Address = ()
        if token["field"]:
            here = value = (inside[-1][1] if inside else table) + _parts(token["field"])
        elif (token["record"] or token["table"]) and not inside:
            here = table = _heading(token["record"], token["table"], counts)
        elif token["opens"]:
            place = inside[-1][1] if inside and inside[-1][0] == "[" else value
            if token["opens"] == "{" and inside and inside[-1][0] == "[":
                here = place = _next(place, counts)
            inside.append((token["opens"], place))
        elif token["closes"] and inside:
            inside.pop()
        if here:
            lines.setdefault(here, line)
    return lines


def line_at(lines: Mapping[Address, int], address: Address) -> int:
    """The line of a place, of the first record there, or of what holds it; or else the first."""
    holders = (address[:length] for length in range(len(address) - 1, 0, -1))
    nearest = (address, (*address, "1"), *holders)
    return next((lines[one] for one in nearest if one in lines), 1)


def _heading(record: str | None, table: str | None, counts: dict[Address, int]) -> Address:
    parts = _parts(record or table or "")
    if record:
        return _next(parts, counts)
    holder = parts[:1]
    return (*holder, str(counts[holder]), *parts[1:]) if holder in counts else parts


def _next(records: Address, counts: dict[Address, int]) -> Address:
    counts[records] = counts.get(records, 0) + 1
    return (*records, str(counts[records]))


def _parts(names: str) -> Address:
    return tuple(name.strip("\"'") for name in re.findall(_NAME, names))
