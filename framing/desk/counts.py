"""What is counted of a corpus, once; then chosen from and added up for every question.

The numbers are those of `framing.features` and `framing.shares`, article by article. They are kept
with the reading, parted by feature and by class, so that a question adds up only what it is about.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any

import numpy as np
import pandas as pd

from framing.attribution.voice import VoiceSplit
from framing.base import columns
from framing.base.errors import FramingError, unknown
from framing.corpus.articles import Lang, on_one_line, outlet_labels
from framing.counting.bases import ALL, unit_of
from framing.counting.features import WORDS, feature_names, features, layer_of
from framing.counting.pooling import pool
from framing.counting.shares import shares
from framing.counting.zeros import with_zeros
from framing.desk.asked import Question
from framing.layers.annotated import AnnotatedCorpus
from framing.layers.span_tables import attributions, leaks, mentions
from framing.lexicon.entries import Lexicon, is_shipped, load_lexicon

Say = Callable[[str, int, int], None]  # what is being done, how far, of how many
WHOLE = "all texts"  # the group that all articles are, where outlets are not compared
# Counted in words, not in spans that could be opened; and in one view of its own, or by side.
_NOT_OFFERED = (
    "quoted words",
    "quoted side",
    "quoted type",
    "stance by side",
    "coarse stance by side",
)
CALLS = "target by side"
NOT_ADDED_UP = ("distinct sources",)  # one who speaks in two voices is one source
_MOST_LAID = 32  # choices of articles, voice and lexicon that are kept added up
_OF_A_SPAN = ["span_id", "doc_id", "field", "start", "end", "lexicon", "category", "voice"]
_LAYERS = {"attribution": attributions, "sourcing": leaks}


def silent(what: str, done: int, total: int) -> None:
    """Say nothing of how far it is."""


@dataclass(frozen=True, eq=False)
class Counts:
    """A corpus counted.

    Attributes:
        reading: the articles, annotated and kept.
        lexicons: what is counted, by name.
        lines: the sentences that were opened, by language and span_id.
    """

    reading: AnnotatedCorpus
    lexicons: dict[str, Lexicon]
    _tables: dict[str, dict[Any, pd.DataFrame]] = field(default_factory=dict, repr=False)
    _occurring: set[str] = field(default_factory=set, repr=False)
    lines: dict[tuple[str, str], dict[Any, Any]] = field(default_factory=dict, repr=False)
    _spans: dict[str, pd.DataFrame] = field(default_factory=dict, repr=False)
    _laid: dict[Any, pd.DataFrame] = field(default_factory=dict, repr=False)

    @property
    def are_ready(self) -> bool:
        """Whether all was counted that questions are about."""
        return bool(self._tables)

    def count(self, say: Say = silent) -> None:
        """Read all articles, find every lexicon's words and count them, if that is not done yet."""
        if self.are_ready:
            return
        for name, found in self._layers():
            found(self.reading, progress=partial(_told, say, name, len(self.reading)))
        say("counting", 0, 2)
        counted = self._kept("features", lambda one: features(one, list(self.lexicons.values())))
        say("counting", 1, 2)
        taken = self._kept("shares", _offered)
        self._tables["shares"] = _parted(taken, ["share", "category"])
        self._occurring.update(counted["feature"])
        lexicon = counted["feature"].str.partition(".")[0]
        self._tables["features"] = _parted(counted, lexicon)

    def _layers(self) -> Iterator[tuple[str, Callable[..., Any]]]:
        """The tables of spans that are counted: those that shares are of, then the lexicons'."""
        yield from _LAYERS.items()
        for name, lexicon in {"militancy": load_lexicon("militancy"), **self.lexicons}.items():
            if not (name in _LAYERS and is_shipped(lexicon)):
                yield name, partial(mentions, lexicon=lexicon)

    def _kept(self, name: str, make: Callable[[AnnotatedCorpus], pd.DataFrame]) -> pd.DataFrame:
        key = ("desk", name, *(lexicon.digest for lexicon in self.lexicons.values()))
        return self.reading.table(key, make)

    @cached_property
    def labels(self) -> "pd.Series[Any]":
        """What the outlet of each article is called, by its id."""
        return outlet_labels(self.reading.articles)

    def names(self, lang: Lang) -> dict[str, str]:
        """The outlets in the order of the corpus, each with what it is called in a language."""
        told = self.labels if lang == "en" else outlet_labels(self.reading.articles, lang=lang)
        return dict(zip(self.labels, map(on_one_line, told), strict=True))

    def features(self) -> set[str]:
        """The features that occur."""
        return self._occurring - {WORDS}

    def is_split(self, share: str) -> bool:
        """Whether a share is taken in each voice, and not of all voices by its nature."""
        tables = (rows for (name, _), rows in self._tables["shares"].items() if name == share)
        return set(next(tables)["voice"]) != {ALL}

    def classes(self) -> dict[str, list[str]]:
        """The shares that are offered, each with the classes that something was found of."""
        found: dict[str, list[str]] = {}
        for (share, category), rows in self._tables["shares"].items():
            if share != CALLS and (rows["count"] > 0).any():
                found.setdefault(share, []).append(category)
        return found

    @cached_property
    def _words(self) -> "pd.Series[int]":
        """How many words in lead and body each article has."""
        own = self._tables["features"][WORDS]
        own = own[own["voice"] == ALL]
        counts = pd.Series(own["count"].to_numpy(), index=own["doc_id"].to_numpy())
        return counts.reindex(self.labels.index, fill_value=0)

    @cached_property
    def words(self) -> "pd.Series[int]":
        """The same of each outlet's articles."""
        return self._words.groupby(self.labels.to_numpy(), sort=False).sum()

    def words_of(self, doc_ids: "pd.Index[Any]") -> "pd.Series[int]":
        """The same of some articles."""
        return self._words.reindex(doc_ids, fill_value=0)

    def chosen(self, question: Question, most: int = 0) -> "pd.Series[Any]":
        """The outlet of each article that is asked about; of too many outlets, the largest."""
        articles, groups = self.reading.articles, self.labels
        keep = pd.Series(True, index=groups.index)
        if question.outlets:
            for name in question.outlets:
                if name not in self.words.index:
                    raise unknown("outlet", name, self.words.index)
            keep &= groups.isin(question.outlets)
        if question.start or question.end:
            days = articles["date"].dt.strftime("%Y-%m-%d").to_numpy()
            days = pd.Series(days, index=groups.index)
            keep &= days.between(question.start or "0", question.end or "9")
        if question.event:
            if "event" not in articles:
                raise FramingError("The corpus has no column 'event', so none can be chosen.")
            keep &= (articles["event"] == question.event).to_numpy()
        groups = groups[keep]
        if most and groups.nunique() > most:
            largest = self.words[groups.unique()].nlargest(most, keep="first").index
            groups = groups[groups.isin(largest)]
        return groups

    def rates(self, question: Question, groups: "pd.Series[Any]") -> pd.DataFrame:
        """A row a group: how often it has a feature, in one voice or in all, zeros too."""
        name = question.feature.partition(".")[0]
        if name not in self.lexicons:
            raise unknown("lexicon", name, self.lexicons)
        if question.feature not in feature_names(self.lexicons[name]):
            raise unknown("feature", question.feature, feature_names(self.lexicons[name]))
        key = (name, question.voice, question.narrowed)
        if key not in self._laid:
            if len(self._laid) >= _MOST_LAID:
                self._laid.clear()
            self._laid[key] = self._laid_out(name, question.voice, groups)
        table = self._laid[key]
        return table[table["feature"] == question.feature].reset_index(drop=True)

    def _laid_out(self, name: str, voice: str, groups: "pd.Series[Any]") -> pd.DataFrame:
        """All rates of a lexicon in one voice, added up over groups."""
        bases, found = self._tables["features"][WORDS], self._tables["features"].get(name)
        own = [bases[bases["voice"] == voice]]
        if found is not None and voice == ALL:
            own.append(found.assign(voice=ALL, unit=unit_of(ALL)))
        elif found is not None:
            own.append(found[found["voice"] == voice])
        table = pool(pd.concat(own, ignore_index=True), groups)
        split: VoiceSplit = "all" if voice == ALL else "split"
        return with_zeros(table, self.lexicons[name], voice=split)

    def shares(
        self, share: str, category: str, voice: str, groups: "pd.Series[Any]"
    ) -> pd.DataFrame:
        """A row a group that has a base: its share of a class, in one voice or in all."""
        known = self._tables["shares"]
        if (share, category) not in known:
            every = [f"{one} / {name}" for one, names in self.classes().items() for name in names]
            raise unknown("share", f"{share} / {category}", every)
        if voice == ALL and share in NOT_ADDED_UP:
            raise FramingError(f"'{share}' is taken in each voice only. Choose one of them.")
        return self._added_up(known[share, category], voice, groups)

    def calls(self, voice: str, doc_ids: Iterable[str]) -> pd.DataFrame:
        """Who calls whom: a row a side and what its words of terrorism are put on."""
        known = self._tables["shares"]
        rows = [table for (share, _), table in known.items() if share == CALLS]
        table = pd.concat([columns.table("shares", ()), *rows], ignore_index=True)
        return self._added_up(table, voice, pd.Series(WHOLE, index=list(doc_ids)))

    def _added_up(self, table: pd.DataFrame, voice: str, groups: "pd.Series[Any]") -> pd.DataFrame:
        """Shares added up over groups, in one voice; in all, over the voices too."""
        is_whole = set(table["voice"]) == {ALL}
        table = table.assign(voice=ALL) if voice == ALL else table
        if not is_whole:
            table = table[table["voice"] == voice]
        return pool(table, groups)

    def spans(self, span_ids: Sequence[str], lexicon: Lexicon | None = None) -> pd.DataFrame:
        """The spans that some ids are of: of a lexicon, or of the shipped one they name."""
        layer = lexicon or load_lexicon(span_ids[0].partition(":")[0])
        if layer.digest not in self._spans:
            table = layer_of(self.reading, layer)
            kept = [name for name in _OF_A_SPAN if name in table]
            self._spans[layer.digest] = table[kept].set_index("span_id", drop=False)
        known = self._spans[layer.digest]
        return known.iloc[np.sort(known.index.get_indexer(pd.Index(span_ids)))]


def _offered(reading: AnnotatedCorpus) -> pd.DataFrame:
    """The shares whose counts are spans that can be opened."""
    taken = shares(reading)
    return taken[~taken["share"].isin(_NOT_OFFERED)].reset_index(drop=True)


def _parted(table: pd.DataFrame, by: Any) -> dict[Any, pd.DataFrame]:
    parts = table.groupby(by, sort=False)
    return {name: rows.reset_index(drop=True) for name, rows in parts}


def _told(say: Say, what: str, total: int, articles: Iterable[Any]) -> Iterator[Any]:
    """The articles, of which it is said now and then how many were worked through."""
    say(what, 0, total)
    for done, one in enumerate(articles, start=1):
        yield one
        if done % 200 == 0 or done == total:
            say(what, done, total)
