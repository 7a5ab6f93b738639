"""What the columns of a source are called, and what a corpus calls them."""

import warnings
from collections.abc import Iterable, Mapping

import pandas as pd

from framing.base.errors import CorpusError, CorpusWarning, unknown

# How sources call what a corpus calls by one name; only ever proposed, never taken unasked.
_ALSO_CALLED = {
    "text": ("content", "body", "article", "full_text", "fulltext", "article_text", "text_content",
             "النص", "نص", "المتن", "المحتوى", "نص المقال", "الخبر", "المقال"),
    "outlet": ("source", "media_name", "publisher", "newspaper", "site", "domain", "media",
               "المصدر", "الصحيفة", "الوسيلة", "الجريدة", "الموقع"),
    "title": ("headline", "heading", "العنوان", "عنوان"),
    "date": ("published", "publish_date", "publication_date", "date_extracted", "pubdate",
             "publishing_date", "التاريخ", "تاريخ النشر", "تاريخ"),
    "doc_id": ("id", "stories_id", "article_id", "uid", "url", "الرقم", "المعرف", "رقم المقال"),
}  # fmt: skip
_MEANING = {"doc_id": "each article's identifier", "text": "the articles"}


def renamed(frame: pd.DataFrame, columns: Mapping[str, str]) -> pd.DataFrame:
    """A table whose columns have the names that they were given.

    Raises `UnknownNameError` for a column that it does not have, `CorpusError` for two columns of
    one name.
    """
    for column, name in columns.items():
        if column not in frame.columns:
            raise unknown("column", column, map(str, frame.columns))
        stays = name in frame.columns and name not in columns
        if stays or list(columns.values()).count(name) > 1:
            raise CorpusError(
                f"Two columns would be called '{name}', one of them '{column}'. Give each a name "
                "of its own."
            )
    return frame.rename(columns=dict(columns))


def numbered(frame: pd.DataFrame) -> pd.DataFrame:
    """A table whose articles have identifiers: their numbers, if it names none."""
    if "doc_id" in frame.columns or "text" not in frame.columns:
        return frame
    warnings.warn(
        f"The articles have no doc_id, and are numbered in their order. {_other_name(frame)}",
        CorpusWarning,
        stacklevel=3,
    )
    width = len(str(len(frame)))
    doc_ids = [f"{number:0{width}}" for number in range(1, len(frame) + 1)]
    return frame.assign(doc_id=pd.Series(doc_ids, index=frame.index, dtype=object))


def way_to(column: str, given: Iterable[object]) -> str:
    """What to do about a column that is not there: which one it may be, by its name."""
    called = _called(column, given)
    if called is None:
        return f"Rename the column that holds {_MEANING[column]} to '{column}'."
    return f'If that is \'{called}\', say so: columns={{"{called}": "{column}"}}.'


def _other_name(frame: pd.DataFrame) -> str:
    called = _called("doc_id", frame.columns)
    if called is None:
        return "Give a column 'doc_id' if others are to find the same articles."
    return way_to("doc_id", frame.columns)


def _called(column: str, given: Iterable[object]) -> str | None:
    """The first of the given columns that may be meant."""
    known = {str(name).strip().lower(): str(name) for name in given}
    return next((known[name] for name in _ALSO_CALLED.get(column, ()) if name in known), None)
