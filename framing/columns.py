"""Every table's columns: type, unit, meaning.

The functions a user calls, the files the command line writes and the documentation all
read this one list, so a column means the same everywhere.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, cast

import pandas as pd

Dtype = Literal["text", "whole", "real", "flag", "list", "date"]


@dataclass(frozen=True)
class Column:
    """One column of a table."""

    name: str
    dtype: Dtype
    meaning: str


def _columns(text: str) -> tuple[Column, ...]:
    """Read columns from lines of `name | type | meaning`."""
    cells = ([cell.strip() for cell in line.split("|")] for line in text.splitlines() if line)
    return tuple(Column(name, cast(Dtype, dtype), meaning) for name, dtype, meaning in cells)


_SPAN = """
span_id | text  | layer or lexicon, article, field, offsets: unique in its table
doc_id  | text  | the article
field   | text  | text or title
start   | whole | first character, code points of the untouched field, 0-based
end     | whole | one past the last character
form    | text  | the characters themselves: article[field][start:end]
"""

TABLES: dict[str, tuple[Column, ...]] = {
    "zones": _columns(
        _SPAN
        + """
zone | text | headline, caption, lead, body, crosshead or credit
"""
    ),
    "quotes": _columns(
        _SPAN
        + """
kind     | text | speech, name, scare, or unknown for a mark without partner
balanced | flag | False where a mark stands against its shape or spacing, or alone
"""
    ),
    "mentions": _columns(
        _SPAN
        + """
lexicon      | text | name of the lexicon
entry        | text | id of its entry
lemma        | text | dictionary form
category     | text | class of the lexicon
name         | text | whom a name names; null for other words
facet        | text | of terror words: actor, event or counter-terror; null elsewhere
target       | text | whom a label is put on; unknown in this version
spelling     | text | exact, or variant where the outlet's spelling differs from the lexicon's
score        | real | what its context says for the reading, 0 to 1; see framing.evidence
voice        | text | direct in quoted speech, else unknown
label_quoted | flag | the words stand in quotation marks of their own
uttered_by   | text | who says it inside another's words; null in this version
"""
    ),
    "attributions": _columns(
        _SPAN
        + """
lemma         | text  | dictionary form of the cue
stance        | text  | class of the cue
bleached      | flag  | the coarse scheme counts this cue as neutral
score         | real  | what its context says for the reading, 0 to 1; see framing.evidence
source_start  | whole | null in this version
source_end    | whole | null in this version
source        | text  | null in this version
entity        | text  | unknown in this version
side          | text  | unknown in this version
source_type   | text  | unknown in this version
mode          | text  | unknown in this version
content_start | whole | null in this version
content_end   | whole | null in this version
nested        | flag  | null in this version
uttered_by    | text  | null in this version
"""
    ),
    "leaks": _columns(
        _SPAN
        + """
category | text | leaked-document, leak-talk, media-as-source, anonymous-official, \
anonymous-source, rumour or denial
subtype  | text | of denials: deny, no-comment, source-challenge or dismiss
role     | text | of media: origin of a claim, or venue that carried another's words
entity   | text | unknown in this version
"""
    ),
    "features": _columns(
        """
doc_id        | text  | the article
feature       | text  | lexicon.category, and below it .facet or .name
voice         | text  | direct, unknown, or all
count         | whole | mentions
base          | whole | what they are counted against
unit          | text  | unit of the base
rate_per_1000 | real  | 1000 x count / base
ci_low        | real  | exact 95% Poisson interval (Garwood), per 1,000
ci_high       | real  | exact 95% Poisson interval (Garwood), per 1,000
span_ids      | list  | the mentions the count was made of
"""
    ),
    "shares": _columns(
        """
doc_id   | text  | the article
share    | text  | which share
category | text  | the class counted
count    | whole | k
base     | whole | n
unit     | text  | what n counts
share_of | real  | k / n
ci_low   | real  | 95% Wilson interval; none for quoted words
ci_high  | real  | 95% Wilson interval; none for quoted words
span_ids | list  | the k mentions; of quoted words the quotations they stand in
"""
    ),
    "house_spelling": _columns(
        """
doc_id     | text  | the article
lexicon    | text  | name of the lexicon
hits       | whole | hits of the lexicon in lead and body
exact      | whole | hits that a list of the exact forms would find
hamza      | whole | missed for a hamza, ya or ta marbuta written otherwise
diacritics | whole | missed for a diacritic or tatweel inside the word
clitic     | whole | missed for a conjunction, preposition or pronoun written on the word
"""
    ),
}

_PANDAS = {
    "text": "object",
    "whole": "Int64",
    "real": "float64",
    "flag": "boolean",
    "list": "object",
    "date": "datetime64[us]",
}


def table(name: str, rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """Make one of the known tables from its rows, columns in order and typed."""
    columns = TABLES[name]
    frame = pd.DataFrame(list(rows), columns=[column.name for column in columns], dtype=object)
    return frame.astype({column.name: _PANDAS[column.dtype] for column in columns})


def names(name: str) -> list[str]:
    """The column names of a table, in order."""
    return [column.name for column in TABLES[name]]
