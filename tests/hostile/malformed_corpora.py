"""Corpora that are not what they should be: folders, metadata, CSV, JSON Lines."""

import json
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

from damage import ENCODINGS, Families, Family, file_of, put, spoilt_text, unreadable
from hostile_texts import SENTENCE, TEXTS

ROWS = [
    {"doc_id": "001", "outlet": "تاس", "event": "one", "text": f"{SENTENCE}\nقال «نعم»."},
    {
        "doc_id": "002",
        "outlet": "تاس",
        "event": "one",
        "text": "ونفى لافروف أن يكون التنظيم انسحب.",
    },
    {"doc_id": "003", "outlet": "عنب", "event": "one", "text": f"{SENTENCE} وأضاف كيري: سنعود."},
    {"doc_id": "004", "outlet": "عنب", "event": "one", "text": "نشرت الصحيفة وثيقة مسربة للثوار."},
]
FIELDS = ("doc_id", "outlet", "date", "title", "text", "event", "outlet_basis", "outlet_en", "desk")
CSV = "doc_id,outlet,date,text\n" + "".join(
    f'{row["doc_id"]},{row["outlet"]},2016-07-16,"{row["text"]}"\n' for row in ROWS
)

# Cells as JSON writes them.
CELLS = (
    "null", "true", "[]", "{}", '""', '" "', '["a", "b"]', '{"a": {"b": []}}', "NaN", "-Infinity",
    "1e999", "1.5", "-0.0", "9" * 99, "9" * 9999, '"\\ud800"', '"\\u0000"', '["\\ud800", 1]',
    '{"\\ud800": 1}', '"\\u202e<b>\\n=1+1"', '"2016-13-45"', '"99999999-01-01"', '"0001-01-01"',
    "20160716", '"16.7.2016"', '"2016-07-16T25:00"', '"٢٠١٦-٠٧-١٦"', '"NaT"', '"nan"', '"None"',
    f'"{"ا" * 9999}"', f'["{"ا" * 9999}"]', "[" * 60 + "]" * 60, '{"a":' * 99 + "1" + "}" * 99,
)  # fmt: skip


def json_lines(rows: list[dict[str, Any]]) -> str:
    """Rows as JSON Lines; halves of characters as escapes."""
    return "".join(json.dumps(row) + "\n" for row in rows)


def _texts(make: Callable[[Random], str]) -> Callable[[Random], str]:
    return lambda chance: json_lines([row | {"text": make(chance)} for row in ROWS])


def _with_cell(chance: Random) -> str:
    """A sound corpus but for one field, of one article or of all."""
    field, cell = chance.choice(FIELDS), chance.choice(CELLS)
    spoilt = chance.choice(([0], [1, 3], [0, 1, 2, 3]))
    return "".join(
        json.dumps({key: value for key, value in row.items() if key != field or at not in spoilt})[
            :-1
        ]
        + (f', "{field}": {cell}}}\n' if at in spoilt else "}\n")
        for at, row in enumerate(ROWS)
    )


def _folder(contents: dict[str, str | bytes]) -> Family:
    def family(_: Random, folder: Path) -> str:
        for name, content in contents.items():
            put(folder / "news", name, content)
        return str(folder / "news")

    return family


def _with_metadata(metadata: str | bytes) -> Family:
    return _folder({"001.txt": SENTENCE, "002.txt": SENTENCE, "metadata.csv": metadata})


def _in_another_encoding(chance: Random, folder: Path) -> str:
    text = SENTENCE.encode(chance.choice(ENCODINGS), "replace")
    return _folder({"a.txt": text, "b.txt": SENTENCE})(chance, folder)


def _beside_articles(family: Family, name: str) -> Family:
    """An article as it should be, and beside it whatever stands there by this name."""

    def both(chance: Random, folder: Path) -> str:
        put(folder, "a.txt", SENTENCE)
        family(chance, folder)
        return str(folder)

    return both if name else family


FOLDERS: Families = {
    "in another encoding": _in_another_encoding,
    "without articles": _folder({"a.doc": "x"}),
    "articles without words": _folder({"a.txt": "", "b.txt": " \n", "c.txt": b"\xef\xbb\xbf"}),
    "one article": _folder({"a.txt": SENTENCE}),
    "articles of zeros": _folder({"a.txt": bytes(9999), "b.txt": SENTENCE}),
    "articles of no encoding": _folder({"a.txt": bytes(range(256)), "b.txt": SENTENCE}),
    "one name in two spellings": _folder({"\u0623.txt": "x", "\u0627\u0654.txt": "y"}),
    "odd names": _folder({"=1+1\n\u202e<b>.txt": SENTENCE, "\udcff.txt": SENTENCE, ".txt": "x"}),
    "endings in capitals": _folder({"a.TXT": SENTENCE, "a.txt": SENTENCE}),
    "a name like a missing value": _folder({"nan.txt": SENTENCE, "None.txt": SENTENCE}),
} | {
    f"{state}, beside an article": _beside_articles(family, "b.txt")
    for state, family in unreadable("b.txt").items()
}

METADATA: Families = {
    "empty": _with_metadata(""),
    "a header only": _with_metadata("doc_id,outlet\n"),
    "in UTF-16": _with_metadata("doc_id,outlet\n001,x\n002,y\n".encode("utf-16")),
    "in Windows Arabic": _with_metadata("doc_id,outlet\n001,تاس\n002,عنب\n".encode("cp1256")),
    "files elsewhere": _with_metadata("doc_id,file\n001,../../etc/passwd\n002,002.txt\n"),
    "files that are none": _with_metadata("doc_id,file\n001,\n002,/dev/zero\n"),
    "one file twice": _with_metadata("doc_id,file\n001,001.txt\n002,001.txt\n"),
    "a text of its own": _with_metadata("doc_id,text\n001,x\n002,y\n"),
    "a checksum that is none": _with_metadata("doc_id,sha256\n001,x\n002,\n"),
    "dates of no calendar": _with_metadata("doc_id,date\n001,2016-99-99\n002,99999999-01-01\n"),
    "dates before clocks": _with_metadata("doc_id,date\n001,0001-01-01\n002,9999-12-31\n"),
    "outlets of markup": _with_metadata("doc_id,outlet\n001,<b>$x$\n002,=1+1\u202e\n"),
    "outlets of 9,999 letters": _with_metadata(f"doc_id,outlet\n001,{'ا' * 9999}\n002,x\n"),
    "outlets of line breaks": _with_metadata('doc_id,outlet\n001,"a\nb"\n002,"\r\n"\n'),
    "a folder of its name": _folder({"001.txt": "x", "metadata.csv/x": "y"}),
    "damaged": lambda chance, folder: _with_metadata(
        spoilt_text("doc_id,outlet,date,file\n001,تاس,2016-07-16,001.txt\n002,,,\n", chance)
    )(chance, folder),
}

CSVS: Families = {
    state: file_of("a.csv", content)
    for state, content in {
        "damaged": lambda chance: spoilt_text(CSV, chance),
        "in another encoding": lambda chance: CSV.encode(chance.choice(ENCODINGS), "replace"),
        "a header only": "doc_id,text\n",
        "no header": '001,"قال"\n002,"رأى"\n',
        "ragged rows": "doc_id,text\n1\n2,b,c\n",
        "a quotation never closed": 'doc_id,text\n1,"قال\n' * 99,
        "two columns of one name": "doc_id,text,text\n1,a,b\n",
        "columns without a name": "doc_id,,\n1,a,b\n",
        "columns of odd names": 'doc_id,text,"=1\n\u202e<b>",outlet,date\n1,قال,x,y,\n',
        "zeros in it": "doc_id,text\n1,a\x00b\n\x00,\x00\n",
        "carriage returns only": "doc_id,text\r1,a\r2,b\r",
        "semicolons in the text": "doc_id,text\n1;2;3;4,b\n",
        "the wrong separator": "doc_id|text\n1|a\n",
        "3,000 columns": lambda _: (
            ",".join(["doc_id", "text", *map(str, range(3000))])
            + "\n"
            + "".join(f"{n},قال كيري{',x' * 3000}\n" for n in range(30))
        ),
        "3,000 commas": lambda _: "doc_id,text" + "," * 3000 + "\n1,قال" + "," * 3000 + "\n",
        "a cell of a million letters": lambda _: "doc_id,text\n1," + "المدينة " * 125_000 + "\n",
        "an identifier of a million letters": f"doc_id,text\n{'1' * 1_000_000},قال\n",
        "an outlet of a million letters": f"doc_id,outlet,text\n1,{'x' * 1_000_000},قال\n2,b,قال\n",
        "one identifier twice": "doc_id,text\n1,a\n1,b\n",
        "formulas": "doc_id,text,outlet\n=1+1,=cmd|x,@x\n-1,-قال,+x\n",
    }.items()
} | unreadable("a.csv")

JSON_LINES: Families = {
    state: file_of("a.jsonl", content)
    for state, content in {
        "a cell of another kind": _with_cell,
        "damaged": lambda chance: spoilt_text(json_lines(ROWS), chance),
        "arrays": "[1, 2]\n" * 9,
        "one array of all": lambda _: json.dumps(ROWS),
        "one object over many lines": lambda _: json.dumps(ROWS[0], indent=1),
        "an object without an end": '{"doc_id": "1", "text": "',
        "nested 100,000 deep": "[" * 100_000,
        "objects nested 100,000 deep": '{"a":' * 100_000,
        "one key twice": '{"doc_id": "1", "doc_id": "2", "text": "a", "text": "b"}\n',
        "a number of 100,000 digits": f'{{"doc_id": {"9" * 100_000}, "text": "a"}}\n',
        "keys of odd kinds": '{"doc_id": "1", "text": "a", "": 1, "\\ud800": 2, "\\n<b>": 3}\n',
        "other keys in each row": lambda _: "".join(
            f'{{"doc_id": "{n}", "text": "قال كيري", "k{n}": 1}}\n' for n in range(1000)
        ),
        "a key of a million letters": f'{{"doc_id": "1", "text": "a", "{"k" * 1_000_000}": 1}}\n',
        "lists for articles": '{"doc_id": "1", "text": ["قال", "كيري"]}\n',
        "many lists of halves": '{"doc_id": "1", "text": "قال", "desk": ["\\ud800", "\\udfff"]}\n',
    }.items()
} | {f"text: {state}": file_of("a.jsonl", _texts(make)) for state, make in TEXTS.items()}
