"""Every table's columns: type, unit, meaning.

The functions a user calls, the files the command line writes and the documentation all
read this one list, so a column means the same everywhere.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, cast

import pandas as pd

from framing.result_columns import RESULT_COLUMNS

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
target       | text | whom or what a label is put on, as in the codebook; null for no label
spelling     | text | exact, or variant where the outlet's spelling differs from the lexicon's
score        | real | what its context says for the reading, 0 to 1; see framing.evidence
voice        | text | narrator, indirect (in what somebody said) or direct (in quoted speech)
label_quoted | flag | the words stand in quotation marks of their own
uttered_by   | text | the entity in whose words it stands; null for the narrator's own
"""
    ),
    "attributions": _columns(
        _SPAN
        + """
lemma         | text  | dictionary form of the cue
stance        | text  | class of the cue
bleached      | flag  | the coarse scheme counts this cue as neutral
score         | real  | what its context says for the reading, 0 to 1; see framing.evidence
source_start  | whole | first character of the phrase that names the source; null without one
source_end    | whole | one past its last character
source        | text  | the phrase itself
entity        | text  | who speaks: one id for all mentions of one source in an article
side          | text  | the source's party, as in the codebook; unknown where nothing tells
source_type   | text  | official, institution, anonymous, media, document, expert or unknown
mode          | text  | direct (all in quotation marks), indirect (none) or mixed
content_start | whole | first character of what is said; null where nothing is
content_end   | whole | one past its last character
nested        | flag  | stands inside what another source says
voice         | text  | narrator where the outlet uses the cue itself; else indirect or direct
uttered_by    | text  | the entity of that other source
"""
    ),
    "leaks": _columns(
        _SPAN
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
feature       | text  | lexicon.category, and below it .facet or .name
voice         | text  | narrator, indirect, direct, or all
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
voice    | text  | in whose words k and n stand: narrator, indirect, direct, or all
side     | text  | of shares by side: whose words k and n are, narrator the outlet; else null
category | text  | the class counted
count    | whole | k
base     | whole | n
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

# Tables about codings, which no report of a corpus holds.
CODED: dict[str, tuple[Column, ...]] = {
    "scores": _columns(
        """
layer     | text  | militancy, attribution or leak
measure   | text  | what is scored: militancy, cues, cues and stance or sourcing (spans), or \
an attribute of matched records
class     | text  | the class scored; null for all classes of the layer together
rule      | text  | overlap: spans match if they share a word; strict: start and end are the same
statistic | text  | precision, recall, f1, accuracy, overlap (mean Jaccard of words) or alpha
count     | whole | what agrees: matches, right records; of f1 twice the matches; null for means
base      | whole | out of: ours, coded ones, records; of f1 ours and coded ones together
value     | real  | the score; count / base, but for overlap and alpha
ci_low    | real  | 95% interval: Wilson's, of f1 and alpha from resampled articles
ci_high   | real  | 95% interval: Wilson's, of f1 and alpha from resampled articles
"""
    ),
    "comparisons": _columns(
        """
doc_id    | text  | the article
layer     | text  | militancy, attribution or leak
start     | whole | the coded record's first character
end       | whole | one past its last character
attribute | text  | what is compared: source, side, voice ...
coded     | text  | what the coding says; null for nothing
predicted | text  | what the other side says; null for nothing
overlap   | real  | of source and content: words in both / words in either (Jaccard)
is_right  | flag  | the two agree
"""
    ),
    "confusion": _columns(
        """
layer     | text  | militancy, attribution or leak
attribute | text  | what is compared: stance, side, type, mode, voice, target ...
coded     | text  | what the coding says
predicted | text  | what we say; null for nothing
count     | whole | matched records of which this is said
"""
    ),
    "errors": _columns(
        """
doc_id    | text  | the article
layer     | text  | militancy, attribution or leak
attribute | text  | span, or what is said wrongly of a matched one: source, side, voice ...
error     | text  | missed (we have nothing), false hit (the coding has nothing), or wrong
start     | whole | first character of the record, code points, 0-based
end       | whole | one past its last character
form      | text  | its words
coded     | text  | what the coding says; null for nothing; of a span, its class
predicted | text  | what we say; null for nothing; of a span, its class
sentence  | text  | the sentence it stands in
"""
    ),
}

RESULTS = {name: _columns(text) for name, text in RESULT_COLUMNS.items()}

_KNOWN = TABLES | CODED | RESULTS

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
    columns = _KNOWN[name]
    frame = pd.DataFrame(list(rows), columns=[column.name for column in columns], dtype=object)
    return frame.astype({column.name: _PANDAS[column.dtype] for column in columns})


def names(name: str) -> list[str]:
    """The column names of a table, in order."""
    return [column.name for column in _KNOWN[name]]
