"""Coding sheets that were drawn as they should be, and spoilt afterwards."""

import csv
import io
import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random

from damage import ENCODINGS, Families, Family, put, spoilt_text, unreadable
from malformed_corpora import CELLS

SHEETS = ("sheet.csv", "sheet.jsonl", "codebook.md")
Drawn = Callable[[Path], Path]  # draws a sound sheet into a folder


def coded(drawn: Drawn, folder: Path) -> Path:
    """A sound sheet, every row of it read."""
    sheet = drawn(folder / "audit")
    rows = list(csv.reader(io.StringIO(sheet.read_text("utf-8-sig"), newline="")))
    place = rows[0].index("read_by")
    for row in rows[1:]:
        row[place] = "me"
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(rows)
    sheet.write_text(text.getvalue(), "utf-8")
    return sheet.parent


def sheets(drawn: Drawn) -> Families:
    """Folders of coding sheets that were spoilt after they were drawn."""

    def spoilt(name: str, change: Callable[[Random, str], str | bytes]) -> Family:
        def family(chance: Random, folder: Path) -> str:
            path = coded(drawn, folder) / name
            content = change(chance, path.read_text("utf-8"))
            put(path.parent, name, content)
            return str(path.parent)

        return family

    def replaced(family: Family, name: str, chance: Random, folder: Path) -> str:
        path = coded(drawn, folder) / name
        path.unlink()
        family(chance, path.parent)
        return str(path.parent)

    changes: dict[str, Callable[[Random, str], str | bytes]] = {
        "damaged": lambda chance, text: spoilt_text(text, chance),
        "in another encoding": lambda chance, text: text.encode(
            chance.choice(ENCODINGS), "replace"
        ),
        "a cell of another kind": _with_sheet_cell,
        "shuffled": lambda chance, text: "\n".join(
            chance.sample(text.split("\n"), text.count("\n"))
        ),
        "rows gone": lambda chance, text: "\n".join(text.split("\n")[: chance.randrange(3)]),
    }
    return {
        f"{name} {state}": spoilt(name, change)
        for name in SHEETS[:2]
        for state, change in changes.items()
    } | {
        f"{name}: {state}": partial(replaced, family, name)
        for name in SHEETS[:2]
        for state, family in unreadable(name).items()
        if "path" not in state
    }  # fmt: skip


def _with_sheet_cell(chance: Random, text: str) -> str:
    """A cell of the sheet, or a value of a place, that is something else."""
    if text.startswith("{"):
        rows = [json.loads(line) for line in text.split("\n") if line]
        row, key = chance.choice(rows), chance.choice(list(rows[0]))
        row[key] = "@@"
        return "".join(json.dumps(one) + "\n" for one in rows).replace('"@@"', chance.choice(CELLS))
    lines = list(csv.reader(io.StringIO(text, newline="")))
    odd = ("-1", "1.5", "9" * 30, "two", "٣", "²", "1e9", "nan", "\u202e", "x" * 9999, "")
    lines[chance.randrange(len(lines))][chance.randrange(len(lines[0]))] = chance.choice(odd)
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows(lines)
    return out.getvalue()
