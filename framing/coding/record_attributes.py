"""What two codings say of one record: its source and side, its voice, its target.

A side that is coded as the group of ours (arab, where lebanon was found) agrees, and so does an
organisation coded as other whose name the codebook does not have.

Spans are matched first (`framing.coding.agreement`); here the fields of matched records are
compared, one by one. Most are names (side: russia, us), which agree or do not. Source and
content are stretches of the article, of which two coders seldom mark the very same words:
those agree if at least half of the coded words are found; their overlap, and whether they begin
and end with the same word, are kept beside.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from framing.base.columns import table
from framing.base.errors import cut
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
MOST_SHOWN = 2_000  # characters of a source or content
_PARTS = {"source": ("source",), "content": ("content", "rest")}
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
    words in either (Jaccard), nan where neither side has any. A content whose cue stands in its
    midst has a `rest`, whose words count with it. `is_start` and `is_end` say whether the first
    word, and the last, are the coded ones, null unless both sides have some.
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
        return _extents(_stretches(attribute, ours), _stretches(attribute, theirs), words)
    names = [side.get(attribute) for side in (ours, theirs)]
    predicted, coded = (None if pd.isna(name) else str(name) for name in names)
    is_of_group = attribute == "side" and ours.get("side_group") == coded
    is_other = attribute == "name" and coded == OTHER and predicted not in NAMES
    if is_of_group or is_other:
        predicted = coded
    return {"predicted": predicted, "coded": coded, "is_right": predicted == coded}


def _extents(ours: list[Span], theirs: list[Span], words: Words) -> _Record:
    found, wanted = (
        sorted(place for span in spans for place in words.within(span)) for spans in (ours, theirs)
    )
    n_both = len(set(found) & set(wanted))
    return {
        "predicted": _printed(ours, words),
        "coded": _printed(theirs, words),
        "overlap": share(n_both, len(set(found) | set(wanted))),
        "is_right": share(n_both, len(wanted)) >= LEAST_COVERED if theirs else not ours,
        "is_start": found[0] == wanted[0] if found and wanted else None,
        "is_end": found[-1] == wanted[-1] if found and wanted else None,
    }


def _printed(spans: list[Span], words: Words) -> str | None:
    """What they cover; of one without an end, how it begins."""
    begun = (words.text[one.start : min(one.end, one.start + MOST_SHOWN + 1)] for one in spans)
    return " … ".join(cut(one, MOST_SHOWN) for one in begun) or None


def _stretches(attribute: str, record: _Record) -> list[Span]:
    """The stretches of an extent: one, two of an interrupted content, or none."""
    ends = [(record.get(f"{part}_start"), record.get(f"{part}_end")) for part in _PARTS[attribute]]
    return [
        Span(int(start), int(end)) for start, end in ends if not (pd.isna(start) or pd.isna(end))
    ]
