"""Articles and what is known about them, read from files into one table.

A corpus is a table, one article a row: `doc_id, outlet, date, title, text`, then any
other column the source has. The text is exactly what the file holds: nothing is stripped,
no line end is changed, and a byte order mark at the head of a .txt file stays, so that
offsets count the characters of the file as decoded. An identifier is text: "000" stays
"000". What is not known stays missing; `missing` says what that is.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from os import PathLike
from pathlib import Path
from typing import Any, Literal

import pandas as pd

from framing.base.errors import CorpusError, cut, unknown, written
from framing.corpus.column_names import numbered, renamed, way_to
from framing.corpus.noise import warn_of_noise, without_duplicates
from framing.corpus.readers import listed, read_source, series
from framing.corpus.whole_characters import of_whole_characters

_ARABIC = re.compile("[\u0621-\u064a\ufb50-\ufdff\ufe70-\ufefc]")
Lang = Literal["en", "ar"]

COLUMNS = ("doc_id", "outlet", "date", "title", "text")
_NAMING = ("doc_id", "outlet", "outlet_en", "outlet_basis")  # what a label is made of
FIELDS = ("title", "text")  # in which is looked
LONGEST_NAME = 500  # characters of an identifier or an outlet; more is a text in the wrong column
KNOWN_OUTLET = frozenset({"confirmed", "credit line", "self-reference"})

_DATE = "datetime64[us]"
_DAY = re.compile(r"\d{4}-?\d{2}-?\d{2}(?!\d)", re.ASCII)
_WORDS: dict[Lang, dict[str, str]] = {
    "en": {"text": "text", "comma": ", "},
    "ar": {"text": "نص", "comma": "، ", "inferred": "مستنتَج"},
}


def read_corpus(
    source: str | PathLike[str] | pd.DataFrame,
    *,
    columns: Mapping[str, str] | None = None,
    encoding: str = "utf-8",
    drop_duplicates: bool = False,
) -> pd.DataFrame:
    """Read articles and their metadata into a corpus.

    `source` is one of

    - a folder of .txt files, one article each. If it holds a `metadata.csv` (UTF-8, with
      columns `doc_id` and, unless the files are called `<doc_id>.txt`, `file`), every row
      must have its file and every file its row; where a `sha256` is given, it must be the
      file's. Without metadata, `doc_id` is the file's name without .txt.
    - a .csv (comma, semicolon or tab), .xlsx, .parquet, or .jsonl/.json file (one object a
      line) with the columns `doc_id` and `text`.
    - a DataFrame with those columns.

    `columns` says which columns of the source are meant: `{"content": "text", "source": "outlet"}`
    calls its content the text. Articles without a `doc_id` are numbered in their order, and a
    `CorpusWarning` says so: with other articles before them they would have other numbers.

    `encoding` is that of .txt, .csv and .jsonl files. Cells of a CSV are read as text, an
    empty one as missing, except that an empty `text` is an article without words. Dates
    are written year first (2016-07-16). Article text is never altered.

    A `CorpusWarning` says which texts hold page code or are there twice (`framing.noise`);
    `drop_duplicates` leaves out all but the first of an outlet's equal texts.

    Raises `CorpusError` if the source cannot be read as it is.

    >>> corpus = read_corpus(pd.DataFrame({"doc_id": ["000"], "text": ["قال كيري"]}))
    >>> list(corpus.columns)
    ['doc_id', 'outlet', 'date', 'title', 'text']
    """
    frame = source if isinstance(source, pd.DataFrame) else read_source(Path(source), encoding)
    corpus = check_corpus(numbered(renamed(frame, columns or {})))
    kept = without_duplicates(corpus) if drop_duplicates else corpus
    warn_of_noise(kept)
    return kept


def check_corpus(frame: pd.DataFrame) -> pd.DataFrame:
    """Check that a table is a corpus; return it with the five columns first.

    Identifiers become text, dates become dates, and `outlet`, `date` and `title` are added
    as missing if absent. For half a character (a lone surrogate, which some JSON holds and no
    file can) stands U+FFFD, which moves no offset; a `CorpusWarning` says where. The table given
    is left as it is; a corpus is returned unchanged.

    Raises `CorpusError` for a column not there, an identifier that is empty or not unique,
    an article whose text is missing or no text, a date that cannot be read, a list or bytes where
    one value belongs, and an identifier or outlet of more than 500 characters.
    """
    frame = of_whole_characters(frame)
    for column in ("doc_id", "text"):
        if column not in frame.columns:
            raise CorpusError(
                f"The corpus has no column '{column}'; it has {listed(frame.columns)}. "
                f"{way_to(column, frame.columns)}"
            )
    if not frame.columns.is_unique:
        raise CorpusError("Two columns of the corpus have one name. Rename one of them.")
    doc_ids = _checked_ids(frame["doc_id"])
    checked: dict[str, pd.Series[Any]] = {"doc_id": series(doc_ids)}
    for column in ("outlet", "date", "title"):
        cells = frame[column] if column in frame.columns else series([None] * len(frame))
        checked[column] = (
            _dates(cells, doc_ids) if column == "date" else _names(cells, column, doc_ids)
        )
    checked["text"] = series(_checked_texts(frame["text"], doc_ids))
    others = frame.loc[:, ~frame.columns.isin(COLUMNS)].reset_index(drop=True)
    return pd.concat([pd.DataFrame(checked), others], axis="columns")


def missing(corpus: pd.DataFrame) -> pd.DataFrame:
    """Say what is not known: `column, n_missing, doc_ids`, one row per column with gaps.

    A blank article counts as missing text; an article without an Arabic letter is listed
    under `arabic`. An empty table: nothing is missing.

    >>> news = pd.DataFrame({"doc_id": ["a", "b"], "outlet": ["تاس", None], "text": ["نعم", ""]})
    >>> missing(read_corpus(news))["column"].tolist()
    ['outlet', 'date', 'title', 'text']
    """
    rows = []
    for column in corpus.columns:
        absent = [
            doc
            for doc, cell in zip(corpus["doc_id"], corpus[column], strict=True)
            if _is_missing(cell)
        ]
        if absent:
            rows.append({"column": column, "n_missing": len(absent), "doc_ids": absent})
    foreign = [
        doc
        for doc, text in zip(corpus["doc_id"], corpus["text"], strict=True)
        if not _is_missing(text) and not _ARABIC.search(text)
    ]
    if foreign:
        rows.append({"column": "arabic", "n_missing": len(foreign), "doc_ids": foreign})
    return pd.DataFrame(rows, columns=["column", "n_missing", "doc_ids"])


def outlet_labels(corpus: pd.DataFrame, *, lang: Lang = "en") -> "pd.Series[Any]":
    r"""Label each article for figures and tables; a series indexed by `doc_id`.

    The label is the outlet's name, in English from `outlet_en` where the corpus has it. An
    outlet that is not known for certain is no name to print: where `outlet_basis` is
    anything but "confirmed", "credit line" or "self-reference", the first line is the
    text's number and the second what the metadata says. Two articles of one outlet have
    one label.

    >>> news = pd.DataFrame({"doc_id": ["001", "002"], "text": ["", ""],
    ...     "outlet": ["AFP copy", "تاس"], "outlet_basis": ["inferred", "confirmed"]})
    >>> outlet_labels(read_corpus(news)).tolist()
    ['text 001\nAFP copy, inferred', 'تاس']
    """
    if lang not in _WORDS:
        raise unknown("language", lang, _WORDS)
    known = check_corpus(corpus)
    rows = known.loc[:, known.columns.isin(_NAMING)].to_dict("records")
    labels = [_label({str(key): cell for key, cell in row.items()}, lang) for row in rows]
    return pd.Series(labels, index=[row["doc_id"] for row in rows], dtype=object, name="label")


def printed(articles: pd.DataFrame) -> dict[tuple[str, str], str]:
    """The titles and texts of a checked corpus, by article and field."""
    return {
        (doc_id, field): content
        for field in FIELDS
        for doc_id, content in zip(articles["doc_id"], articles[field], strict=True)
    }


def on_one_line(label: str) -> str:
    """The label of an outlet as it stands in a sentence."""
    return label.replace("\n", ", ")


def _label(row: dict[str, Any], lang: Lang) -> str:
    words = _WORDS[lang]
    text = f"{words['text']} {row['doc_id']}"
    outlet = (_name(row.get("outlet_en")) if lang == "en" else None) or row["outlet"]
    if outlet is None:
        return text
    outlet = cut(outlet, LONGEST_NAME)
    basis = cut(_name(row.get("outlet_basis")) or "", LONGEST_NAME) or None
    if "outlet_basis" not in row or basis in KNOWN_OUTLET:
        return outlet
    if basis in (None, "unknown"):
        return f"{text}\n{outlet}"
    return f"{text}\n{outlet}{words['comma']}{words.get(basis, basis)}"


def _checked_ids(cells: Iterable[Any]) -> list[str]:
    doc_ids: list[str] = []
    for number, cell in enumerate(cells, start=1):
        if not _is_one_value(cell):
            raise CorpusError(f"Article {number} has the doc_id {written(cell)}. Give it as text.")
        doc_id = _name(cell)
        if doc_id is None:
            raise CorpusError(f"Article {number} has no doc_id. Give every article one of its own.")
        _check_length(doc_id, "doc_id", f"Article {number}")
        doc_ids.append(doc_id)
    twice = [doc_id for doc_id, times in Counter(doc_ids).items() if times > 1]
    if twice:
        raise CorpusError(
            f"More than one article has the doc_id {listed(twice)}. Give each article its own."
        )
    return doc_ids


def _checked_texts(cells: Iterable[Any], doc_ids: list[str]) -> list[str]:
    texts = list(cells)
    for doc_id, text in zip(doc_ids, texts, strict=True):
        if not isinstance(text, str):
            state = "no text" if _is_missing(text) else f"{written(text)} for a text"
            raise CorpusError(
                f"Article '{cut(doc_id)}' has {state}. Give it its text, or an empty one if the "
                "article has no words."
            )
    return texts


def _dates(cells: "pd.Series[Any]", doc_ids: list[str]) -> "pd.Series[Any]":
    if cells.dtype == _DATE:
        return cells.reset_index(drop=True)
    moments = []
    for cell, doc_id in zip(cells, doc_ids, strict=True):
        printed = _name(cell)
        moment = None if printed is None else _moment(printed)
        if printed is not None and moment is None:
            raise CorpusError(
                f"The date of '{cut(doc_id)}' cannot be read: '{cut(printed)}'. "
                "Write it year first: 2016-07-16."
            )
        moments.append(moment)
    return pd.Series(moments, dtype=_DATE)


@lru_cache(maxsize=1 << 16)
def _moment(printed: str) -> pd.Timestamp | None:
    """A date, or the moment as printed: a time zone is dropped, not converted."""
    if not _DAY.match(printed):
        return None
    try:
        moment = pd.to_datetime(printed, format="ISO8601", errors="coerce")
        return None if pd.isna(moment) else moment.tz_localize(None).as_unit("us")
    except (ValueError, OverflowError):  # a year that no clock of pandas knows
        return None


def _names(cells: Iterable[Any], column: str, doc_ids: list[str]) -> "pd.Series[Any]":
    names = []
    for cell, doc_id in zip(cells, doc_ids, strict=True):
        if not _is_one_value(cell):
            raise CorpusError(
                f"Article '{cut(doc_id)}' has {written(cell)} for its {column}. Give it as text."
            )
        names.append(name := _name(cell))
        if name is not None and column != "title":
            _check_length(name, column, f"Article '{cut(doc_id)}'")
    return series(names)


def _check_length(name: str, column: str, article: str) -> None:
    if len(name) > LONGEST_NAME:
        raise CorpusError(
            f"{article} has {len(name):,} characters for its {column}: '{cut(name)}'. Give a name "
            f"of at most {LONGEST_NAME}; what is longer is mostly a text in the wrong column."
        )


def _is_one_value(cell: Any) -> bool:
    """Whether a cell is a text, a number, a date or missing, and no list or bytes."""
    return cell is None or (bool(pd.api.types.is_scalar(cell)) and not isinstance(cell, bytes))


def _name(cell: Any) -> str | None:
    """A cell as text; a whole number without the point a spreadsheet gives it (100.0)."""
    if _is_missing(cell):
        return None
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def _is_missing(cell: Any) -> bool:
    if isinstance(cell, str):
        return not cell.strip()
    return cell is None or bool(pd.api.types.is_scalar(cell) and pd.isna(cell))
