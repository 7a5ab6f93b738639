"""What a corpus shows, in three to five sentences, each with its numbers and their uncertainty.

A sentence is made of what was counted, never of what is hoped for: it speaks of these articles, a
share stands with its base and interval, and outlets differ only where `framing.compare` says so.
"""

from collections.abc import Iterator, Sequence
from string import Formatter
from typing import Any

import pandas as pd

from framing.base.errors import FramingError
from framing.base.results import number
from framing.copying.copies import copies
from framing.corpus.articles import Lang
from framing.counting.speaking import NARRATOR
from framing.questions.comparison import compare
from framing.questions.findings import SURE
from framing.questions.survey import Survey
from framing.showing.estimates import share_text
from framing.showing.summaries import Opened, closed, linked, one_line
from framing.showing.wording import class_label, side_label, wording

MOST_ANSWERS = 5
COMPARED = "militancy.terror"  # the feature by which it is asked whether outlets differ

Sentence = list[str]  # pieces of text; a number is a piece of its own and may lead somewhere


def answers(found: Survey, *, lang: Lang = "en", opened: Opened = closed) -> list[Sentence]:
    """Say what the numbers of a survey show first.

    Each sentence is a list of pieces to be set one behind the other; numbers are pieces of their
    own, which lead where `opened` says. The last says whether outlets differ, and how that is
    known, or why it is not tested.
    """
    shares = _Shares(found, lang, opened)
    described = [one for one in shares.sentences() if one]
    copied = [_copied(found, lang)] if len(found.copying.pairs) else []
    return [*[*described, *copied][: MOST_ANSWERS - 1], _compared(found, lang)]


class _Shares:
    """The shares of a corpus as a whole, as sentences put them."""

    def __init__(self, found: Survey, lang: Lang, opened: Opened) -> None:
        self._found, self._lang, self._opened = found, lang, opened
        self._table = found.whole[found.whole["side"].isna()]

    def sentences(self) -> Iterator[Sentence]:
        yield self._terror_voice()
        yield self._most("source side", "unknown")
        yield self._stance()
        yield self._most("sourcing")

    def _terror_voice(self) -> Sentence:
        rows = self._rows("terror voice", "all")
        if not rows:
            return []
        cells = {category: self._said(row) for category, row in rows.items()}
        return self._sentence("terror_voice", n=f"{len(self._found.corpus):,}", **cells)

    def _stance(self) -> Sentence:
        rows = [self._rows(name, NARRATOR) for name in ("stance", "coarse stance")]
        if not all(rows):
            return []
        fine, coarse = (self._said(row["neutral"]) for row in rows)
        return self._sentence("stance", fine=fine, coarse=coarse)

    def _most(self, share: str, unknown: str = "") -> Sentence:
        """The class that the outlets' own attributions have most, and what is not known."""
        rows = self._rows(share, NARRATOR)
        left = rows.pop(unknown, None)
        if not rows:
            return []
        most = max(row["count"] for row in rows.values())
        first = [category for category, row in rows.items() if row["count"] == most]
        if not most:
            return self._sentence(f"no {share}", count=self._said(rows[first[0]]))
        label = side_label if share == "source side" else _sourcing_label
        named = self._say["and"].join(label(one, lang=self._lang) for one in first)
        cells = {} if left is None else {"unknown": self._said(left)}
        name = share if len(first) == 1 else f"several {share}"
        return self._sentence(name, named=named, count=self._said(rows[first[0]]), **cells)

    @property
    def _say(self) -> dict[str, Any]:
        return wording(self._lang)["answers"]

    def _rows(self, share: str, voice: str) -> dict[str, dict[Any, Any]]:
        """The classes of a share that has a base, each with its row."""
        table = self._table[(self._table["share"] == share) & (self._table["voice"] == voice)]
        return {row["category"]: row for row in table[table["base"] > 0].to_dict("records")}

    def _said(self, row: dict[Any, Any]) -> str:
        return linked(share_text(row, wording(self._lang)), row, self._opened)

    def _sentence(self, name: str, **cells: str) -> Sentence:
        return sentence(self._say[name], **cells)


def sentence(phrase: str, **cells: str) -> Sentence:
    """A phrase with its cells filled in, each a piece of its own.

    >>> sentence("of {n} articles", n="5")
    ['of ', '5', ' articles']
    """
    pieces = []
    for text, name, *_ in Formatter().parse(phrase):
        pieces += [text] if text else []
        pieces += [cells[name]] if name else []
    return pieces


def _sourcing_label(category: str, *, lang: Lang) -> str:
    return class_label("sourcing", category, lang=lang)


def _copied(found: Survey, lang: Lang) -> Sentence:
    shared = int((found.copying.independence["shared"] > 0).sum())
    return sentence(
        wording(lang)["answers"]["copied"],
        shared=f"{shared:,}",
        n=f"{len(found.corpus):,}",
        independent=f"{found.copying.effective_n:,}",
    )


def _compared(found: Survey, lang: Lang) -> Sentence:
    """Whether outlets differ in the words of terrorism, where enough articles can say so."""
    say = wording(lang)["answers"]
    names = dict(zip(found.outlets["outlet"], found.outlets[lang], strict=True))
    tested = _tested(found)
    if tested.empty:
        return [say["untested"]]
    row = tested.sort_values(["p_adjusted", "p"], kind="stable").iloc[0]
    several = len(tested) > 1
    low, high = ("low_together", "high_together") if several else ("ci_low", "ci_high")
    return sentence(
        say["differs" if row["p_adjusted"] < SURE else "not established"],
        voice=wording(lang)["voices"][row["voice"]],
        target=one_line(names.get(row["target"], row["target"])),
        reference=one_line(names.get(row["reference"], row["reference"])),
        ratio=number(row["rate_ratio"]),
        interval=f"[{number(row[low])}–{number(row[high])}]",
        p=number(row["p_adjusted"]),
        tests=f"{len(tested):,}",
    )


def _tested(found: Survey) -> pd.DataFrame:
    """The comparisons of the outlets that are shown for which there is a p."""
    labels = pd.Series(found.copying.outlets)
    shown = labels[labels.isin(found.largest()["outlet"])]
    counted = found.features[found.features["doc_id"].isin(shown.index)]
    articles = found.corpus[found.corpus["doc_id"].isin(shown.index)]
    if not counted["feature"].eq(COMPARED).any():
        return counted.head(0)
    try:
        table = compare(
            counted,
            articles,
            by=shown,
            of=COMPARED,
            clusters=copies(found.reading, found.copying.pairs),
        ).table
    except FramingError:  # one outlet, or none that stand in one event or month
        return counted.head(0)
    return table[table["p"].notna()]


def plain(pieces: Sequence[str]) -> str:
    """A sentence as text."""
    return "".join(pieces)
