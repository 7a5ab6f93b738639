"""What to know of a lexicon before its counts are trusted: errors, collisions, catches.

An error breaks the format, or is a verb that cannot be conjugated; all are found at once. A
remark is about what breaks nothing and is hardly meant.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from framing.base.errors import LexiconError
from framing.layers.annotated import Progress
from framing.lexicon.entries import SHAPES, Lexeme, Lexicon, load_lexicon
from framing.lexicon.morphology import stems
from framing.lexicon.schema import examine, records, texts_in
from framing.lexicon.source_files import Joined, Problem, lexicon_files
from framing.lexicon.stem_table import is_out_of_date
from framing.lexicon.toml_lines import Address
from framing.questions.lexicon_catches import Catch, find_catches
from framing.questions.lexicon_collisions import Collision, find_collisions


@dataclass(frozen=True)
class Check:
    """What was found of a lexicon; errors only, if there are any.

    `catches` and `not_found` (ids of entries) are of the corpus, and empty without one.
    """

    file: str
    lexicon: str
    errors: tuple[Problem, ...]
    remarks: tuple[Problem, ...] = ()
    collisions: tuple[Collision, ...] = ()
    catches: tuple[Catch, ...] = ()
    not_found: tuple[str, ...] = ()


def check_lexicon(
    name_or_path: str | Path, corpus: pd.DataFrame | None = None, *, progress: Progress = iter
) -> Check:
    """Check a lexicon, and see what it finds in a corpus if one is given.

    Raises `LexiconError` or `UnknownNameError` if there is no such lexicon, and
    `CorpusError` for a corpus that breaks the schema.
    """
    files = lexicon_files(name_or_path)
    file = files[0].name
    joined, breaches = examine(files, SHAPES)
    problems = [*breaches, *_unconjugated(joined)]
    if problems:
        return Check(file, "", _by_line(problems))
    loaded = load_lexicon(name_or_path)
    lexicon = replace(loaded, digest="")  # inflected here, whatever its table of stems says
    catches = () if corpus is None else find_catches(lexicon, corpus, progress=progress)
    found = {catch.entry for catch in catches}
    sought = () if corpus is None else lexicon.entries
    return Check(
        file=file,
        lexicon=loaded.label,
        errors=(),
        remarks=_by_line([*_stale(loaded, file), *_idle(joined), *_rigid(joined)]),
        collisions=find_collisions(lexicon),
        catches=catches,
        not_found=tuple(entry.id for entry in sought if entry.id not in found),
    )


def _by_line(problems: list[Problem]) -> tuple[Problem, ...]:
    """Problems by their lines, file by file in the order in which the files first come."""
    order = {name: place for place, name in enumerate(dict.fromkeys(one.file for one in problems))}
    return tuple(sorted(problems, key=lambda one: (order[one.file], one.line)))


def _of(joined: Joined, address: Address, subject: str, message: str) -> Problem:
    file, line = joined.place(address)
    return Problem(line, subject, message, file)


def _unconjugated(joined: Joined) -> Iterator[Problem]:
    """Verbs whose root and form yield nothing."""
    tables = joined.tables
    for table in ("entry", "word"):
        for address, subject, record in records(tables, table):
            given = {key: record.get(key, "") for key in ("lemma", "root", "form", "vowel")}
            if record.get("kind") == "verb" and all(isinstance(one, str) for one in given.values()):
                try:
                    stems(Lexeme(kind="verb", **given))
                except LexiconError as error:
                    yield _of(joined, (*address, "root"), subject, f": {error}")


def _stale(lexicon: Lexicon, file: str) -> Iterator[Problem]:
    if is_out_of_date(lexicon):
        table = f"framing/lexicon/shipped/{lexicon.name}.stems.tsv"
        command = f"framing lexicon stems {lexicon.name} --out {table}"
        state = f"has changed since {table} was made. Make it anew: {command}"
        yield Problem(1, "", state, file)


def _idle(joined: Joined) -> Iterator[Problem]:
    """Categories, lists and words that no entry uses; a category that groups others may be one."""
    tables = joined.tables
    entries = tables.get("entry", [])
    lists = tables.get("lists", {})
    texts = {text for entry in entries for value in entry.values() for text in texts_in(value)}
    in_use = {entry["category"] for entry in entries}
    in_use |= {one.get("group", "") for one in tables["categories"].values()}
    in_phrases = {
        word
        for entry in entries
        for pattern in entry.get("words", [])
        for word in (lists[pattern[1:]] if pattern.startswith("@") else pattern.split("|"))
    }
    for address, subject, _ in records(tables, "categories"):
        if address[1] not in in_use:
            yield _of(joined, address, subject, "has no entry.")
    for name in lists:
        if f"@{name}" not in texts:
            yield _of(joined, ("lists", name), f"list '{name}'", "is named by no entry.")
    for address, subject, record in records(tables, "word"):
        if record["lemma"] not in in_phrases:
            yield _of(joined, address, subject, "stands in no phrase.")


def _rigid(joined: Joined) -> Iterator[Problem]:
    """Entries that are matched as printed where their kind promises inflection."""
    for address, subject, record in records(joined.tables, "entry"):
        if " " in record["lemma"] and record["kind"] in ("noun", "adjective", "verb"):
            state = f"is a {record['kind']} of several words, which does not inflect"
            yield _of(joined, address, subject, f"{state}. Make it a phrase.")
