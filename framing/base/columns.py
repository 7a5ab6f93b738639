"""Every table's columns: type, unit, meaning.

The functions a user calls, the files the command line writes and the documentation all
read this one list, so a column means the same everywhere.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, cast

import pandas as pd

from framing.base.result_columns import CODED_COLUMNS, RESULT_COLUMNS

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


def _side(side: str) -> str:
    """The span columns of one of two passages."""
    return f"""
doc_id_{side} | text  | the article of passage {side}
field_{side}  | text  | text or title
start_{side}  | whole | first character, code points of the untouched field; null where nothing is
end_{side}    | whole | one past the last character
form_{side}   | text  | the characters: article[field][start:end]; empty where nothing is"""


_SPAN = """
span_id | text  | layer or lexicon, article, field, offsets: unique in its table
doc_id  | text  | the article
field   | text  | text or title
start   | whole | first character, code points of the untouched field, 0-based
end     | whole | one past the last character
form    | text  | the characters themselves: article[field][start:end]
"""

TABLES: dict[str, tuple[Column, ...]] = {
    "errors": _columns("""
doc_id   | text | the article that was set aside
field    | text | text or title: in which it failed
function | text | what was asked for, of which the article is missing
reason   | text | what failed, and where
"""),
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
certainty    | text | by which rule it has its voice, as in framing.attribution.certainty
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

# Tables of articles compared with each other.
COMPARED: dict[str, tuple[Column, ...]] = {
    "reuse": _columns(
        f"""
pair_id         | text  | both passages: article, field, offsets
{_side("a")}{_side("b")}
similarity      | real  | words alike on both sides / words of both passages
containment     | real  | words of the shorter passage that are alike / its words
shared_shingles | whole | runs of three words that both passages have, aligned
edits           | list  | what was changed: kind: form in a / form in b
copied_from     | text  | the article of an agency that the other one credits; null if unknown
"""
    ),
    "edits": _columns(
        f"""
pair_id      | text  | the pair of passages
kind         | text  | what kind of change, see framing.rewording
in_quotation | flag  | some of the words stand in somebody's quoted speech
{_side("a")}
entries_a    | list  | entries of the lexicon that the words are of; entities of a source
categories_a | list  | their classes: category, stance, side
{_side("b")}
entries_b    | list  | entries of the lexicon that the words are of; entities of a source
categories_b | list  | their classes: category, stance, side
"""
    ),
    "clusters": _columns(
        f"""{_SPAN}
cluster    | text  | id of the first of the passages that carry the same copy
n_articles | whole | articles that carry it
"""
    ),
    "independence": _columns(
        """
doc_id | text  | the article
base   | whole | words of title and text
shared | whole | of them, words in passages that other articles carry too
weight | real  | mean over its words of 1 / articles that carry the word's passage
"""
    ),
    "substitutions": _columns(
        """
kind           | text  | label swap, naming or cue changed
word           | text  | lemmas that outlets have on one side; says nothing of who wrote first
category       | text  | their class
outlets        | list  | who has them there
other_word     | text  | lemmas that stand for them in the same sentence of another outlet
other_category | text  | their class
other_outlets  | list  | who has those
pairs          | whole | pairs of passages in which they are swapped
copies         | whole | clusters of the same copy in which they are: the independent cases
form           | text  | the words as they are printed in an example
other_form     | text  | what stands for them
pair_id        | text  | the example
"""
    ),
    "sharing": _columns(
        """
outlet       | text  | an outlet, or a text of no certain outlet
other_outlet | text  | one with whose articles its articles share passages; itself for repeats
count        | whole | its articles that do
base         | whole | its articles
unit         | text  | articles
share_of     | real  | k / n
ci_low       | real  | 95% Wilson interval
ci_high      | real  | 95% Wilson interval
pairs        | whole | pairs of passages
"""
    ),
    "shared_quotations": _columns(
        f"""
pair_id      | text | both utterances: article, field, offsets
{_side("a")}{_side("b")}
speaker_a    | text | the entity that speaks
speaker_b    | text | the entity that speaks
mode_a       | text | direct, indirect or mixed
mode_b       | text | direct, indirect or mixed
same_speaker | flag | one entity speaks in both
overlap      | real | telling words that both have / telling words of the shorter
verbatim     | flag | one wording; else another translation or paraphrase
differences  | list | words inside both quotations that differ: form in a / form in b
"""
    ),
    "coverage": _columns(
        """
doc_id      | text | the article
proposition | text | id of the proposition
state       | text | present (in the outlet's own voice), attributed, denied or absent
span_ids    | list | the passages that hold it
near_ids    | list | the near-misses: passages that lack one term
"""
    ),
    "coverage_passages": _columns(
        f"""{_SPAN}
proposition | text | id of the proposition
state       | text | present, attributed or denied; near of a near-miss
forms       | list | the words that were found
lacking     | list | the term that was not; empty but for near-misses
"""
    ),
}

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
