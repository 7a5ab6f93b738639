"""Codings: what coders marked in the articles, read, checked, and ours put into their shape.

A coding is a table with one row per coded span: `doc`, `layer`, `start`, `end`, `text`,
`class` and whatever else the codebook asks for. `as_coded` and `find_all` put our tables
into that shape, `framing.coding.agreement` lays the two side by side::

    coding = check_coding(read_coding("seeds/coding/seeds.jsonl"), news)
    found = find_all(news)

A coding of articles that may not be passed on can leave their words out: its records then
have no `text`, and their offsets speak for themselves.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Literal, get_args

import pandas as pd

from framing.base.errors import FramingError, cut, unknown, written
from framing.base.outside import (
    SAVE_AS_UTF8,
    UnreadableError,
    bytes_of,
    json_of,
    kind_of,
    numbered_lines,
    text_of,
)
from framing.corpus.whole_characters import in_whole_characters
from framing.layers.annotated import Progress
from framing.layers.corpora import Corpus, reading_of
from framing.layers.span_tables import attributions, leaks, mentions

_MOST = 1 << 53  # characters of an article

Layer = Literal["militancy", "attribution", "leak"]

RECORD = ("doc", "layer", "start", "end", "text", "class")

# The codebook's classes; a lexicon may hold further ones, which are not scored.
CLASSES = {
    "militancy": "terror radical jihadist takfiri armed opposition organisation",
    "attribution": "neutral declarative assertive pointing opinion distancing directive "
    "commissive expressive evaluative denial hearsay evidential",
    "leak": "leaked-document leak-talk media-as-source anonymous-official anonymous-source",
}

# What the package's columns are called in a coding.
_NAMES = {"doc_id": "doc", "form": "text", "category": "class", "stance": "class"}
_NAMES |= {"label_quoted": "scare", "source": "source_text", "source_type": "type"}


def read_coding(path: str | Path) -> pd.DataFrame:
    """Read a coding from a JSON Lines file, one record a line.

    Gives one row per record, in the order of the file: `doc` (a string: "000" stays "000"),
    `layer`, `start`, `end` (code points, 0-based, end exclusive), `text`, `class`, then
    whatever other fields the records have, null where a record lacks one. Only `text` may be
    left out. For half a character stands U+FFFD, as in a corpus. Raises `FramingError`, with the
    number of the line, for what is no record.
    """
    path = Path(path)
    if kind_of(path, FramingError) != "file":
        raise FramingError(f"There is no coding at '{path}'. Give the path of a .jsonl file.")
    raw = bytes_of(path, FramingError, "Give the path of a file you may read.")
    text = text_of(raw, path.name, "utf-8", FramingError, SAVE_AS_UTF8)
    records = [
        _record(line, f"{path.name}, line {number}") for number, line in numbered_lines(text)
    ]
    others = dict.fromkeys(key for record in records for key in record if key not in RECORD)
    coding = pd.DataFrame(records, columns=[*RECORD, *others])
    places = [name for name in others if _is_place(name)]
    return coding.astype({"start": "int64", "end": "int64"} | dict.fromkeys(places, "Int64"))


def _record(line: str, where: str) -> dict[str, Any]:
    try:
        record = in_whole_characters(json_of(line))
    except UnreadableError as error:
        raise FramingError(f"{where} is no JSON: {error}. Write one record a line.") from error
    for key in RECORD:
        if not isinstance(record, dict) or (key not in record and key != "text"):
            raise FramingError(f"{where} has no '{key}'. A record has {', '.join(RECORD)}.")
        if key in record:
            _check_field(key, record[key], where)
    for key, value in record.items():
        if key not in RECORD and value is not None:
            _check_field(key, value, where)
    return dict(record)


def _check_field(key: str, value: Any, where: str) -> None:
    """Refuse a place that is no whole number, a text that is none, a list of anything."""
    if key in ("start", "end") or _is_place(key):
        is_fit, way = type(value) is int and abs(value) < _MOST, "a whole number"
    elif key in RECORD or key in ("source_text", "content_text"):
        is_fit, way = isinstance(value, str), "text"
    else:
        is_fit, way = (
            not isinstance(value, list | dict),
            "text, or several under names of their own",
        )
    if not is_fit:
        raise FramingError(f"{where} has {cut(key)} {written(value)}. Write it as {way}.")


def _is_place(key: str) -> bool:
    return key.endswith(("_start", "_end"))


def check_coding(coding: pd.DataFrame, corpus: pd.DataFrame) -> pd.DataFrame:
    """Make sure that a coding speaks of these articles and of the codebook's classes.

    Gives the coding back unchanged. Raises `FramingError` for the first record whose article
    is not in the corpus, whose layer or class is not in the codebook, or whose offsets do not
    give its text; so for the offsets of its source and content. Where no text is given, the
    offsets must lie in the article and cover whole words, without spaces round them.
    """
    texts = dict(zip(corpus["doc_id"], corpus["text"], strict=True))
    for number, record in enumerate(coding.to_dict("records"), start=1):
        doc, layer, name = record["doc"], record["layer"], record["class"]
        if doc not in texts:
            raise FramingError(f"Record {number}: the corpus has no article '{cut(doc)}'. Add it.")
        if layer not in CLASSES:
            raise unknown("layer", layer, CLASSES)
        if name not in CLASSES[layer].split():
            raise unknown(f"{layer} class", name, CLASSES[layer].split())
        for start, end, stated in _places(record):
            _check_place(number, doc, texts[doc], start, end, stated)
    return coding


def _places(record: dict[Any, Any]) -> Iterator[tuple[Any, Any, Any]]:
    """The span of a record, then those of its source and content where they are given."""
    yield record["start"], record["end"], record.get("text")
    for part in ("source", "content", "rest"):
        start, end = record.get(f"{part}_start"), record.get(f"{part}_end")
        if not (pd.isna(start) and pd.isna(end)):
            yield start, end, record.get(f"{part}_text")


def _check_place(number: int, doc: str, text: str, start: Any, end: Any, stated: Any) -> None:
    way_out = "Count code points from 0, end exclusive."
    if pd.isna(start) or pd.isna(end):
        raise FramingError(f"Record {number} has a place {start}:{end}. Give both its ends.")
    start, end = int(start), int(end)  # a column with nulls may hold floats
    found = text[max(start, 0) : max(end, 0)]
    named, shown = cut(doc), cut(found)
    if pd.isna(stated):
        is_inside = 0 <= start < end <= len(text) and found == found.strip()
        if not is_inside or _is_within_word(text, start) or _is_within_word(text, end):
            raise FramingError(
                f"Record {number} of the coding says {start}:{end}, but no whole words stand "
                f"there in article '{named}': '{shown}'. {way_out}"
            )
    elif found != stated or not stated:
        raise FramingError(
            f"Record {number} of the coding reads '{cut(str(stated))}', but article '{named}' "
            f"reads '{shown}' at {start}:{end}. {way_out}"
        )


def _is_within_word(text: str, place: int) -> bool:
    return 0 < place < len(text) and text[place - 1].isalnum() and text[place].isalnum()


def as_coded(table: pd.DataFrame, layer: Layer) -> pd.DataFrame:
    """Put one of the package's tables into the shape of a coding.

    `table` comes from `mentions(corpus, "militancy")`, `attributions` or `leaks`. Columns take
    the coding's names (`doc_id` → `doc`, `form` → `text`, `category` or `stance` → `class`,
    `label_quoted` → `scare`, `source` → `source_text`, `source_type` → `type`), all others
    stay. Spans in titles are left out, coders having read the text; so are cues that are marks
    (a colon behind a speaker), coders marking words, and militancy and leak categories that the
    codebook does not score.
    """
    if layer not in get_args(Layer):
        raise unknown("layer", layer, get_args(Layer))
    coded = table[table["field"] == "text"].rename(columns=_NAMES)
    if layer == "attribution":  # coders mark words, no colons or dashes
        coded = coded[coded["text"].str.contains(r"\w")]
    else:
        coded = coded[coded["class"].isin(CLASSES[layer].split())]
    return coded.assign(layer=layer).reset_index(drop=True)


def find_all(corpus: Corpus, *, progress: Progress = iter) -> pd.DataFrame:
    """Find all three layers in a corpus, in the shape of one coding.

    One row per span, columns as `as_coded` gives them, null where a layer has no such column.
    `progress` wraps the articles, once a layer. Raises `CorpusError` for a corpus that breaks
    the schema.
    """
    reading = reading_of(corpus, is_kept=True)
    layers: Iterable[tuple[Layer, pd.DataFrame]] = (
        ("militancy", mentions(reading, "militancy", progress=progress)),
        ("attribution", attributions(reading, progress=progress)),
        ("leak", leaks(reading, progress=progress)),
    )
    coded = [as_coded(table, layer).astype(object) for layer, table in layers]
    return pd.concat(coded, ignore_index=True).astype({"start": "int64", "end": "int64"})
