"""What two codings say of one record: its source and side, its voice, its target.

A side that is coded as the group of ours (arab, where lebanon was found) agrees, and so does an
organisation coded as other whose name the codebook does not have.

Spans are matched first (`framing.coding.agreement`); here the fields of matched records are
compared, one by one. Most are names (side: russia, us), which agree or do not. Source and
content are stretches of the article, of which two coders seldom mark the very same words:
those agree if at least half of the coded words are found, and their overlap is kept beside.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from framing.base.columns import table
from framing.measures import share
from framing.text.tokens import Span, Words

# What the codebook asks of a record beside its span and class.
ATTRIBUTES: dict[str, tuple[str, ...]] = {
    "militancy": ("voice", "target", "name"),
    "attribution": ("source", "side", "type", "mode", "content"),
    "leak": ("role",),
}
NAMES = ("daesh", "islamic-state", "nusra", "qaeda")  # of organisations, in the codebook
OTHER = "other"  # there, every other name
EXTENTS = ("source", "content")  # given as offsets, not as a name
LEAST_COVERED = 0.5  # of the words of a coded source or content

_Record = dict[Any, Any]


def compare_records(
    predicted: pd.DataFrame, coded: pd.DataFrame, words: Mapping[str, Words]
) -> pd.DataFrame:
    """Compare what is said of the same records, one row per record and attribute.

    Rows of the two tables at the same place are one record; `words` holds the articles.
    Columns as in `framing.base.columns.CODED["comparisons"]`. A name is compared where `coded` has
    one. Source and content are compared wherever both tables know such columns, null or not:
    where the coded one is null, a predicted one is wrong.

    A source or content is right if it covers at least half of the coded words; words that it
    has too much cost nothing there, but lower `overlap`: the words in both, divided by the
    words in either (Jaccard), nan where neither side has any.
    """
    rows = [
        {name: theirs[name] for name in ("layer", "start", "end")}
        | {"doc_id": theirs["doc"], "attribute": attribute}
        | _judged(attribute, ours, theirs, words[theirs["doc"]])
        for ours, theirs in zip(predicted.to_dict("records"), coded.to_dict("records"), strict=True)
        for attribute in _coded_attributes(ours, theirs)
    ]
    return table("comparisons", rows)


def _coded_attributes(ours: _Record, theirs: _Record) -> Iterator[str]:
    for attribute in ATTRIBUTES[theirs["layer"]]:
        if attribute in EXTENTS:
            if f"{attribute}_start" in ours and f"{attribute}_start" in theirs:
                yield attribute
        elif not pd.isna(theirs.get(attribute)):
            yield attribute


def _judged(attribute: str, ours: _Record, theirs: _Record, words: Words) -> _Record:
    if attribute in EXTENTS:
        return _extents(_extent(attribute, ours), _extent(attribute, theirs), words)
    names = [side.get(attribute) for side in (ours, theirs)]
    predicted, coded = (None if pd.isna(name) else str(name) for name in names)
    is_of_group = attribute == "side" and ours.get("side_group") == coded
    is_other = attribute == "name" and coded == OTHER and predicted not in NAMES
    if is_of_group or is_other:
        predicted = coded
    return {"predicted": predicted, "coded": coded, "is_right": predicted == coded}


def _extents(ours: Span | None, theirs: Span | None, words: Words) -> _Record:
    found, wanted = (set(words.within(span)) if span else set() for span in (ours, theirs))
    covered = share(len(found & wanted), len(wanted))
    return {
        "predicted": ours and ours.form(words.text),
        "coded": theirs and theirs.form(words.text),
        "overlap": share(len(found & wanted), len(found | wanted)),
        "is_right": covered >= LEAST_COVERED if theirs else ours is None,
    }


def _extent(attribute: str, record: _Record) -> Span | None:
    start, end = record[f"{attribute}_start"], record[f"{attribute}_end"]
    return None if pd.isna(start) or pd.isna(end) else Span(int(start), int(end))
