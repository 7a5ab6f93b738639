"""Every table's columns: type, unit, meaning.

The functions a user calls, the files the command line writes and the documentation all
read this one list, so a column means the same everywhere.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, cast

import pandas as pd

from framing.base.copying_columns import COMPARED_COLUMNS
from framing.base.result_columns import CODED_COLUMNS, RESULT_COLUMNS
from framing.base.span_columns import SPAN

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


TABLES: dict[str, tuple[Column, ...]] = {
    "errors": _columns("""
doc_id   | text | the article that was set aside
field    | text | text or title: in which it failed
function | text | what was asked for, of which the article is missing
reason   | text | what failed, and where
"""),
    "zones": _columns(
        SPAN
        + """
zone | text | headline, caption, lead, body, crosshead or credit
"""
    ),
    "quotes": _columns(
        SPAN
        + """
kind     | text | speech, name, scare, or unknown for a mark without partner
balanced | flag | False where a mark stands against its shape or spacing, or alone
"""
    ),
    "mentions": _columns(
        SPAN
        + """
lexicon      | text | name of the lexicon
entry        | text | id of its entry
lemma        | text | dictionary form
category     | text | class of the lexicon
name         | text | whom a name names; null for other words
facet        | text | of terror words: actor, event or counter-terror; null elsewhere
target       | text | whom or what a label is put on, as in the codebook; null for no label
spelling     | text | exact, or variant where the outlet's spelling differs from the lexicon's
score        | real | what its context says for the reading, 0 to 1; see framing.evidence
voice        | text | narrator, indirect (in what somebody said) or direct (in quoted speech)
certainty    | text | by which rule it has its voice, as in framing.attribution.certainty
label_quoted | flag | the words stand in quotation marks of their own
uttered_by   | text | the entity in whose words it stands; null for the narrator's own
"""
    ),
    "attributions": _columns(
        SPAN
        + """
lemma         | text  | dictionary form of the cue
stance        | text  | class of the cue
bleached      | flag  | the coarse scheme counts this cue as neutral
score         | real  | what its context says for the reading, 0 to 1; see framing.evidence
source_start  | whole | first character of the phrase that names the source; null without one
source_end    | whole | one past its last character
source        | text  | the phrase itself
entity        | text  | who speaks: one id for all mentions of one source in an article
entity_rule   | text  | the rule it is known by; see framing.attribution.rules
side          | text  | the source's party: a state or group; unknown where nothing tells
side_group    | text  | the side of the codebook that it is counted with (arab for lebanon)
side_rule     | text  | the rule it is known by; null where it is unknown
source_type   | text  | official, institution, anonymous, media, document, expert or unknown
type_rule     | text  | the rule it is known by; null where it is unknown
mode          | text  | direct (all in quotation marks), indirect (none) or mixed
content_start | whole | first character of what is said; null where nothing is
content_end   | whole | one past its last character
rest_start    | whole | of what a cue in its midst parts, the part behind the cue; null elsewhere
rest_end      | whole | one past its last character
nested        | flag  | stands inside what another source says
voice         | text  | narrator where the outlet uses the cue itself; else indirect or direct
uttered_by    | text  | the entity of that other source
"""
    ),
    "leaks": _columns(
        SPAN
        + """
category   | text | leaked-document, leak-talk, media-as-source, anonymous-official, \
anonymous-source, rumour or denial
subtype    | text | of denials: deny, no-comment, source-challenge or dismiss
role       | text | of media: origin of a claim, or venue that carried another's words
entity     | text | one id for all references to one source in an article
voice      | text | narrator, or indirect or direct where it stands in what another source says
uttered_by | text | the entity of that other source; null for the narrator's own
"""
    ),
    "features": _columns(
        """
doc_id        | text  | the article
feature       | text  | lexicon.category, and below it .facet or .name; or words, the base itself
voice         | text  | narrator, indirect, direct, or all
count         | whole | mentions, of words the words of the voice; else zero only if filled in
base          | whole | the words they are counted on: of the voice if unit says so, else all
unit          | text  | words, or narrator words, indirect words, direct words: of that voice
rate_per_1000 | real  | 1000 x count / base
ci_low        | real  | exact 95% Poisson interval (Garwood), per 1,000; none of words
ci_high       | real  | exact 95% Poisson interval (Garwood), per 1,000; none of words
span_ids      | list  | the mentions the count was made of; empty of words
"""
    ),
    "shares": _columns(
        """
doc_id   | text  | the article
share    | text  | which share
voice    | text  | in whose words k and n stand: narrator, indirect, direct, or all
side     | text  | of shares by side: whose words k and n are, narrator the outlet; else null
category | text  | the class counted
count    | whole | k
base     | whole | n, at least one: a share of nothing has no row
unit     | text  | what n counts
share_of | real  | k / n
ci_low   | real  | 95% Wilson interval (91% of 5% of 10 cases); none for what is counted whole
ci_high  | real  | 95% Wilson interval (91% of 5% of 10 cases); none for what is counted whole
span_ids | list  | the k mentions; of quoted words the quotations or attributions that hold them
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

COMPARED = {name: _columns(text) for name, text in COMPARED_COLUMNS.items()}
CODED = {name: _columns(text) for name, text in CODED_COLUMNS.items()}
RESULTS = {name: _columns(text) for name, text in RESULT_COLUMNS.items()}

KNOWN = TABLES | COMPARED | CODED | RESULTS
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
    columns = KNOWN[name]
    frame = pd.DataFrame(list(rows), columns=[column.name for column in columns], dtype=object)
    return frame.astype({column.name: _PANDAS[column.dtype] for column in columns})


def from_columns(name: str, cells: Mapping[str, Any]) -> pd.DataFrame:
    """Make one of the known tables from whole columns; one that is not given is missing."""
    known = KNOWN[name]
    frame = pd.DataFrame(dict(cells), columns=[column.name for column in known])
    return frame.astype({column.name: _PANDAS[column.dtype] for column in known})


def names(name: str) -> list[str]:
    """The column names of a table, in order."""
    return [column.name for column in KNOWN[name]]
