"""What is said of a lexicon: errors, remarks, collisions, what it catches; its table of stems."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import Any

import pandas as pd

from framing.base.errors import CorpusError
from framing.base.outside import kind_of
from framing.corpus.articles import read_corpus
from framing.corpus.readers import read_article
from framing.layers.annotated import Progress
from framing.lexicon.entries import load_lexicon
from framing.lexicon.stem_table import stem_table
from framing.questions.lexicon_catches import Catch
from framing.questions.lexicon_collisions import Collision
from framing.showing.lexicon_check import Check, check_lexicon

MOST_NOT_FOUND = 30  # ids shown; json has all


def checked(
    lexicon: str, corpus: Path | None, *, encoding: str, progress: Progress = iter
) -> Check:
    """A lexicon, checked and, where there is a corpus, tried on it."""
    articles = None if corpus is None else _articles(corpus, encoding)
    return check_lexicon(lexicon, articles, progress=progress)


def stems_text(lexicon: str) -> str:
    """The table of a lexicon's stems."""
    return stem_table(load_lexicon(lexicon))


def check_json(found: Check) -> str:
    """All that was found, as one object."""
    return json.dumps(_plain(found), ensure_ascii=False, indent=2) + "\n"


def check_text(found: Check, forms: int, *, is_tried: bool) -> str:
    """What was found, in lines, so many forms of each entry."""
    return "".join(f"{line}\n" for line in _told(found, forms, is_tried=is_tried))


def _articles(path: Path, encoding: str) -> pd.DataFrame:
    """A corpus, or one file of text or words as a corpus of one article."""
    if path.suffix.lower() == ".txt" and kind_of(path, CorpusError) == "file":
        text = read_article(path, None, encoding)
        return read_corpus(pd.DataFrame({"doc_id": [path.stem], "text": [text]}))
    return read_corpus(path, encoding=encoding)


def _plain(found: Check) -> dict[str, Any]:
    plain = asdict(found)
    for problem in (*plain["errors"], *plain["remarks"]):
        problem["message"] = problem["message"].removeprefix(": ")
    for table, collision in zip(plain["collisions"], found.collisions, strict=True):
        table["is_shadowed"] = collision.is_shadowed
    return plain


def _told(found: Check, forms: int, *, is_tried: bool) -> Iterator[str]:
    yield f"{found.file}: {_counted(found.errors, 'error')}"
    yield from (error.said_of(f"{error.file}:{error.line}") for error in found.errors)
    if found.errors:
        return
    yield f"This is {found.lexicon}."
    if found.remarks:
        yield f"\n{_counted(found.remarks, 'remark')}"
        yield from (remark.said_of(f"{remark.file}:{remark.line}") for remark in found.remarks)
    yield from _told_collisions(found.collisions, forms)
    if is_tried:
        yield from _told_catches(found.catches, forms)
        if found.not_found:
            missed = _counted(found.not_found, "entry", "entries")
            yield f"\nNot found in the corpus: {missed}"
            yield f"  {_first(found.not_found, MOST_NOT_FOUND, ', ')}"


def _told_collisions(collisions: tuple[Collision, ...], forms: int) -> Iterator[str]:
    same = [one for one in collisions if one.why != "longer"]
    if same:
        yield f"\n{_counted(same, 'pair')} of entries can be one word. The first of a pair counts,"
        yield "unless a condition of it is not met; what keeps the two apart stands below them."
    for one in same:
        yield f"{one.winner}, {one.loser}: {_first(one.forms, forms)}"
        if one.is_shadowed:
            yield f"    {one.loser} never counts here: nothing holds {one.winner} back"
        for name, conditions in one.kept_apart_by.items():
            for field, value in conditions.items():
                yield f"    {name} {field}: {_condition(value)}"
    longer = [one for one in collisions if one.why == "longer"]
    if longer:
        yield f"\n{_counted(longer, 'pair')} of entries overlap. The longer counts."
    for one in longer:
        yield f"{one.winner} over {one.loser}: {_first(one.forms, forms)}"


def _told_catches(catches: tuple[Catch, ...], forms: int) -> Iterator[str]:
    total = sum(catch.count for catch in catches)
    yield f"\nFound in the corpus: {len(catches)} forms in {total} places."
    for entry, group in groupby(catches, key=lambda catch: catch.entry):
        caught = list(group)
        yield f"{entry}: {sum(catch.count for catch in caught)}"
        for catch in caught[:forms]:
            yield f"  {catch.count:>5}  {catch.form}{_doubts(catch)}"
            yield f"         {catch.doc_id}: {catch.left} | {catch.node} | {catch.right}"
        if len(caught) > forms:
            yield f"         and {len(caught) - forms} more"


def _doubts(catch: Catch) -> str:
    doubts = [f"also {', '.join(catch.also)}"] if catch.also else []
    if catch.is_variant:
        doubts.append("spelled otherwise in the lexicon")
    if catch.split:
        doubts.append(f"read as {catch.split}, never without clitics")
    return f"  [{'; '.join(doubts)}]" if doubts else ""


def _condition(value: Any) -> str:
    return _first(value, 6) if isinstance(value, tuple) else str(value).lower()


def _first(words: Iterable[str], limit: int, comma: str = "، ") -> str:
    every = list(words)
    more = f" and {len(every) - limit} more" if len(every) > limit else ""
    return comma.join(every[:limit]) + more


def _counted(items: Sequence[object], one: str, many: str = "") -> str:
    return f"{len(items) or 'no'} {one if len(items) == 1 else many or one + 's'}"
