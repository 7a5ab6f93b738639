"""A random sample of articles as a sheet to code by hand, and the sheet read back.

The sheet has a sentence a row and a column per category; who codes writes their initials in
`read_by` and how often the category stands in the sentence, nothing for none. What was found
by the package is not on it, nor is the outlet. Beside it lies the same as JSON Lines, with the
places in the articles and each article's probability of having been drawn, which scoring
reads: a spreadsheet may spoil the sheet's own numbers and dates, but not those.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from framing.base.errors import FramingError, OutputError, cut
from framing.base.exports import save_table
from framing.base.files import folder_whole, write_whole
from framing.base.markup import markdown
from framing.base.outside import (
    SAVE_AS_UTF8,
    UnreadableError,
    bytes_of,
    json_of,
    kind_of,
    numbered_lines,
    text_of,
)
from framing.corpus.readers import read_csv
from framing.corpus.zones import Zone, zone_at
from framing.lexicon.entries import Lexicon
from framing.text.tokens import read_words

SHEET, PLACES, CODEBOOK = "sheet.csv", "sheet.jsonl", "codebook.md"
READ_BY = "read_by"

_Row = dict[str, Any]

# What each line of the places holds, and of which type it is.
_PLACE: dict[str, type] = {
    **{"row": str, "article": int, "sentence": str, "doc_id": str, "start": int, "end": int},
    **{"group": str, "inclusion": float, "lexicon": str, "sha256": str},
}
_MOST_PLACES = 1 << 53  # characters of an article
_MOST_DIGITS = 4  # of a count in one sentence
_REDRAW = (
    "Draw the sample again into another folder, by the same articles, size and seed, and take "
    f"its {PLACES}."
)


def write_sheet(
    folder: Path, sample: pd.DataFrame, lexicon: Lexicon, zones: Sequence[Zone]
) -> Path:
    """Write the sheet, its places and the codebook; give the sheet's path.

    `sample` has `doc_id, text, group, inclusion` and the number of articles drawn from.

    Raises `OutputError` if the folder holds a sheet already, which may be coded, and
    `FramingError` for a category that is called as a column of the sheet.
    """
    rows = [row for article in sample.to_dict("records") for row in _rows(article, zones)]
    names = [name for name, category in lexicon.categories.items() if category.scored]
    taken = [name for name in names if name in _PLACE or name == READ_BY]
    if taken:
        raise FramingError(
            f"Lexicon '{cut(lexicon.name)}' has a category '{taken[0]}', which the sheet calls one "
            "of its own columns. Rename the category."
        )
    places = pd.DataFrame(rows, columns=[*_PLACE][1:]).assign(
        lexicon=lexicon.name, sha256=lexicon.digest
    )
    cells = pd.DataFrame("", index=places.index, columns=[READ_BY, *names])
    return save_sheet(folder, places, cells, _codebook(lexicon, names).encode())


def save_sheet(folder: Path, places: pd.DataFrame, cells: pd.DataFrame, codebook: bytes) -> Path:
    """Write sentences, where they stand, what is coded of them and by which book; the sheet's path.

    Raises `OutputError` if the folder holds a sheet already, which may be coded.
    """
    with folder_whole(folder, last=SHEET) as built:
        require_new(folder)
        places = places.assign(row=[f"r{number:05}" for number in range(1, len(places) + 1)])
        rows = places[[*_PLACE]].to_dict("records")
        lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        write_whole(built / PLACES, lines.encode("utf-8", "backslashreplace"))
        write_whole(built / CODEBOOK, codebook)
        shown = places[["row", "article", "sentence"]]
        save_table(pd.concat([shown, cells], axis=1), built / SHEET, "csv")
    return folder / SHEET


def require_new(folder: Path) -> None:
    """Raise `OutputError` if the folder holds a sheet already."""
    if kind_of(folder / SHEET, OutputError):
        raise OutputError(
            f"'{folder}' holds a coding sheet already, which somebody may have coded. Choose "
            "another folder."
        )


def _rows(article: dict[Any, Any], zones: Sequence[Zone]) -> list[_Row]:
    words = read_words(article["text"])
    return [
        {
            "article": int(article["number"]),
            "sentence": sentence.form(words.text),
            **{"doc_id": article["doc_id"], "start": sentence.start, "end": sentence.end},
            **{"group": article["group"], "inclusion": float(article["inclusion"])},
        }
        for sentence in words.sentences
        for places in [words.within(sentence)]
        if places and zone_at(words, words.starts[places.start]) in zones
    ]


def _codebook(lexicon: Lexicon, names: Sequence[str]) -> str:
    lines = [
        f"- `{name}` ({markdown(one.gloss)}, {markdown(one.gloss_ar)}): {markdown(one.definition)}"
        for name in names
        for one in [lexicon.categories[name]]
    ]
    return (
        f"# Codebook: {markdown(lexicon.name)}\n\n{markdown(lexicon.description)}\n\n"
        "Read each sentence of the sheet in the order of its article. Write your initials in\n"
        "`read_by`, and in each column how many times that category stands in the sentence. An\n"
        "empty cell is none; a row without initials is not coded. Decide by the definitions, not\n"
        "by what a program might find. Change no other cell; save the sheet as CSV in UTF-8.\n\n"
        + "\n".join(lines)
        + f"\n\nDrawn with {markdown(lexicon.label)}.\n"
    )


def read_sheet(folder: Path, corpus: pd.DataFrame) -> pd.DataFrame:
    """Read a coded sheet: a sentence a row with its place, probability, counts and coder.

    Raises `FramingError` where rows are not coded, a count is no whole number, a row is gone,
    or the places do not fit the articles.
    """
    for name in (SHEET, PLACES):
        if kind_of(folder / name, FramingError) != "file":
            raise FramingError(
                f"There is no {name} in '{folder}'. Give the folder that was drawn; of two coders, "
                "compare the sheets first."
            )
    places = _read_places(folder / PLACES)
    coded = read_csv(folder / SHEET, "utf-8", SAVE_AS_UTF8)
    if (
        "row" not in coded
        or coded["row"].duplicated().any()
        or set(coded["row"]) != set(places.index)
    ):
        raise FramingError(
            f"The rows of '{folder / SHEET}' are not those that were drawn. Restore its column "
            "row, each row once; their order does not matter."
        )
    coded = coded.set_index("row").loc[places.index]
    _check_read(coded)
    _check_places(places, corpus)
    counts = {
        name: [_count(row, name, cell) for row, cell in coded[name].items()]
        for name in map(str, coded.columns)
        if name not in places and name != READ_BY
    }
    return places.assign(**counts, **{READ_BY: coded[READ_BY]})


def categories_in(sheet: pd.DataFrame) -> list[str]:
    """The columns of a sheet in which something was counted."""
    return [name for name in map(str, sheet.columns) if name not in (*_PLACE, READ_BY)]


def _read_places(path: Path) -> pd.DataFrame:
    """The places as they were drawn, by row."""
    raw = bytes_of(path, FramingError, _REDRAW)
    text = text_of(raw, path, "utf-8", FramingError, _REDRAW)
    places = [_place(line, f"'{path}', line {number}") for number, line in numbered_lines(text)]
    table = pd.DataFrame(places, columns=[*_PLACE])
    if table.empty or table["row"].duplicated().any():
        state = "holds no rows" if table.empty else "has a row twice"
        raise FramingError(f"'{path}' {state}. {_REDRAW}")
    return table.set_index("row")


def _place(line: str, where: str) -> _Row:
    try:
        place = json_of(line)
    except UnreadableError as error:
        raise FramingError(f"{where}, is no JSON ({error}). {_REDRAW}") from error
    for name, kind in _PLACE.items():
        if not isinstance(place, dict) or not _is_drawn(name, kind, place.get(name)):
            raise FramingError(f"{where}, is not as it was drawn: see its {name}. {_REDRAW}")
    return dict(place)


def _is_drawn(name: str, kind: type, value: Any) -> bool:
    is_of_kind = type(value) is kind
    if not is_of_kind or kind is str:
        return is_of_kind
    return bool(0 < value <= 1 if name == "inclusion" else 0 <= value < _MOST_PLACES)


def _check_read(coded: pd.DataFrame) -> None:
    unread = coded.index[coded[READ_BY].isna()] if READ_BY in coded else coded.index
    if len(unread):
        raise FramingError(
            f"{len(unread)} of {len(coded)} rows are not coded, the first is {unread[0]}. Write "
            "the coder's initials in read_by of every row that was read."
        )


def _check_places(places: pd.DataFrame, corpus: pd.DataFrame) -> None:
    texts = dict(zip(corpus["doc_id"], corpus["text"], strict=True))
    for row in places.reset_index().to_dict("records"):
        text = texts.get(row["doc_id"])
        if text is None or text[row["start"] : row["end"]] != row["sentence"]:
            raise FramingError(
                f"Row {row['row']} is no sentence of article '{cut(row['doc_id'])}' in this "
                "corpus. Score with the articles that were drawn from."
            )


def _count(row: object, name: str, cell: Any) -> int:
    if cell is None or (isinstance(cell, float) and np.isnan(cell)):
        return 0
    printed = str(cell).strip().removesuffix(".0")
    if not printed.isdecimal() or len(printed) > _MOST_DIGITS:
        raise FramingError(
            f"Row {row} has '{cut(str(cell))}' in {cut(name)}. Write how many times it "
            "stands there: 0, 1, 2."
        )
    return int(printed)
