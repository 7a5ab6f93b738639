"""What a comparison will count and how it will test, settled in a file before anybody looks.

A plan is a TOML file, so that it can be registered: `framing.compare(corpus=..., plan=...)` runs
it, and the note gives the SHA-256 of the file. `TEMPLATE` says everything that a plan can say.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal, NamedTuple, cast

import pandas as pd

from framing.base.errors import FramingError, cut, unknown, written
from framing.base.files import write_whole
from framing.base.outside import SAVE_AS_UTF8, UnreadableError, bytes_of, text_of, toml_of
from framing.copying.copies import copies
from framing.counting.features import features
from framing.counting.shares import shares
from framing.layers.corpora import Corpus
from framing.lexicon.toml_lines import Address, line_at, line_numbers
from framing.measures import GUARDS, SEED, Guards
from framing.questions.pairs import Question, Rules

TEMPLATE = f"""\
# What a comparison will count and how it will test. Settle it, register this file, then run
#     framing compare CORPUS --plan FILE
# which prints the file's SHA-256 in its note. Every line may be left out but for format and name;
# what stands here is what is taken then.
format = 1
name = "whom outlets call terrorists"

[count]
what = "rates"                # rates (mentions per 1,000 words) or shares
lexicons = ["militancy"]      # of rates: shipped ones by name, your own as a .toml file
of = []                       # lexicons, features ("militancy.terror") or shares ("stance"); [] as
                              # framing compare chooses, ["all"] for all
voice = "split"               # split (each voice by itself) or all (added up)
base = "voice"                # of rates: per words of their voice, or of all of them (all)

[groups]
by = "outlet"                 # the column that puts articles into groups
within = "auto"               # event, else month (auto); month; another column; or none
reference = ""                # one group, or "the rest"; "" compares every pair
clusters = "none"             # none, or copies: articles that carry one copy are found, and are one

[test]
method = "auto"               # permutation, exact, or as many articles there are (auto)
family = "table"              # p is adjusted for all rows of the table
smallest = 0.0                # the smallest ratio that would matter, such as 1.25; 0 for none
seed = {SEED}                   # of the permutations

[guards]                      # independent articles without which nothing is inferred
articles = {GUARDS.articles}                 # of both groups
of_a_group = {GUARDS.of_a_group}                # of either
holding = {GUARDS.holding}                  # that have the feature
"""

_HEAD = {"format": 1, "name": ""}
_DEFAULTS: dict[str, dict[str, Any]] = {
    name: table for name, table in toml_of(TEMPLATE).items() if isinstance(table, dict)
}
_CHOICES = {
    ("count", "what"): ("rates", "shares"),
    ("count", "voice"): ("split", "all"),
    ("count", "base"): ("voice", "all"),
    ("groups", "clusters"): ("none", "copies"),
    ("test", "method"): ("auto", "exact", "permutation"),
    ("test", "family"): ("table",),
}
_WAYS = {str: "a text", int: "a whole number", float: "a number", list: 'texts, as in ["…", "…"]'}
_MOST_SEED = 2**63


class _Breach(NamedTuple):
    """What is wrong with a plan, and where."""

    address: Address
    message: str


@dataclass(frozen=True)
class Plan:
    """A plan that was read: its name, the SHA-256 of its file, and what every table settles."""

    name: str
    digest: str
    settled: Mapping[str, Mapping[str, Any]]

    @property
    def label(self) -> str:
        """How a note names the plan."""
        return f"By the plan '{cut(self.name)}' (sha256 {self.digest})."

    def counted(self, corpus: Corpus) -> pd.DataFrame:
        """What the plan counts in a corpus."""
        count = self.settled["count"]
        if count["what"] == "shares":
            return shares(corpus)
        return features(corpus, count["lexicons"], base=count["base"])

    def question(self, corpus: Corpus) -> Question:
        """What the plan asks of what was counted."""
        count, groups, test = (self.settled[name] for name in ("count", "groups", "test"))
        of = count["of"] or (self._lexicons() if count["what"] == "rates" else None)
        return Question(
            by=groups["by"],
            within=None if groups["within"] == "none" else groups["within"],
            reference=groups["reference"] or None,
            clusters=copies(corpus) if groups["clusters"] == "copies" else None,
            of="all" if of == ["all"] else of,
            voice=cast(Literal["split", "all"], count["voice"]),
            method=test["method"],
            rules=Rules(Guards(**self.settled["guards"]), test["seed"], test["smallest"] or None),
        )

    def _lexicons(self) -> list[str] | None:
        """All lexicons that are counted, where there are several."""
        names = list(self.settled["count"]["lexicons"])
        return names if len(names) > 1 and not any(one.endswith(".toml") for one in names) else None


def load_plan(path: str | Path) -> Plan:
    """Read a plan.

    Raises `FramingError`, with the line, for a file that cannot be read, a field that no plan has,
    and a value that is none; for guards below the package's own, which hold whatever a plan says.
    """
    file = Path(path)
    raw = bytes_of(file, FramingError, "Give the path of a .toml file.")
    text = text_of(raw, file, "utf-8", FramingError, SAVE_AS_UTF8)
    try:
        tables = toml_of(text)
    except UnreadableError as failure:
        raise FramingError(
            f"'{file}' is not readable as TOML: {failure}. Correct it there."
        ) from failure
    breach = next(_breaches(tables), None)
    if breach is not None:
        line = line_at(line_numbers(text), breach.address)
        raise FramingError(f"'{file}', line {line}{breach.message}")
    settled = {name: known | tables.get(name, {}) for name, known in _DEFAULTS.items()}
    return Plan(tables["name"], sha256(raw).hexdigest(), settled)


def write_plan(path: str | Path) -> Path:
    """Write a plan to fill in, each line with what it settles; raise for a file that is there."""
    file = Path(path)
    if file.exists():
        raise FramingError(f"'{file}' is there already. Name a new file, so that no plan is lost.")
    return write_whole(file, TEMPLATE.encode())


def _breaches(tables: Mapping[str, Any]) -> Iterator[_Breach]:
    known = (*_HEAD, *_DEFAULTS)
    for key in tables:
        if key not in known:
            yield _Breach((key,), f": {unknown('table or field of a plan', key, known)}")
    if tables.get("format") != 1:
        state = written(tables["format"]) if "format" in tables else "none"
        yield _Breach(("format",), f": the format is {state}; this version reads format = 1.")
    if not isinstance(tables.get("name"), str) or not tables["name"].strip():
        yield _Breach(("name",), ": the plan has no name. Add one, in quotation marks.")
    for table, fields in _DEFAULTS.items():
        given = tables.get(table, {})
        if not isinstance(given, dict):
            yield _Breach((table,), f": {table} is {written(given)}. Write it as [{table}].")
            continue
        for key, value in given.items():
            yield from _misfits(table, key, value, fields)


def _misfits(table: str, key: str, value: Any, fields: Mapping[str, Any]) -> Iterator[_Breach]:
    """What is wrong with one field."""
    place = (table, key)
    if key not in fields:
        yield _Breach(place, f": {unknown(f'field of [{table}]', key, fields)}")
        return
    kind = type(fields[key])
    fits = type(value) in (kind, int) if kind is float else type(value) is kind
    if not fits or (kind is list and not all(isinstance(one, str) for one in value)):
        yield _Breach(place, f": {key} is {written(value)}. Write {_WAYS[kind]}.")
    elif place in _CHOICES and value not in _CHOICES[place]:
        yield _Breach(place, f": {unknown(key, value, _CHOICES[place])}")
    elif table == "guards" and value < fields[key]:
        way = f"Write {fields[key]} or more, below which the package infers nothing."
        yield _Breach(place, f": {key} is {value}. {way}")
    elif key == "seed" and not 0 <= value < _MOST_SEED:
        yield _Breach(place, f": seed is {written(value)}. Write a whole number, 0 or more.")
    elif key == "smallest" and value != 0 and not 1 < value < float("inf"):
        yield _Breach(place, f": smallest is {value:g}. Write a ratio above 1, or 0 for none.")
    elif place == ("count", "lexicons") and not value:
        yield _Breach(place, ": lexicons is empty. Name one at least.")
