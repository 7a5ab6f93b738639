"""A place in a corpus, and a pair of places as a row of a table: its id, the columns of a side."""

from typing import Any

ENDS = ("doc_id", "field", "start", "end")

Place = tuple[str, str, int, int]  # doc_id, field, start, end


def columns_of_side(side: str) -> list[str]:
    """The columns that say where side a or b of a pair stands."""
    return [f"{name}_{side}" for name in ENDS]


def side_cells(side: str, place: Place, text: str) -> dict[str, Any]:
    """Where side a or b of a pair stands, and what is printed there; `text` is the whole field."""
    cells: dict[str, Any] = dict(zip(columns_of_side(side), place, strict=True))
    return cells | {f"form_{side}": text[place[2] : place[3]]}


def pair_id(table: str, one: Place, other: Place) -> str:
    """The name of a pair: of which table it is, and both places."""
    places = "=".join(
        f"{doc_id}:{field}:{start}-{end}" for doc_id, field, start, end in (one, other)
    )
    return f"{table}:{places}"
