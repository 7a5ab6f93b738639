"""What is counted where: the zones and their words, article by article, in each voice.

A rate in one voice is per words of that voice: on all words, who quotes more would have a lower
rate of its own by arithmetic.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby
from typing import Literal, TypeVar

import numpy as np
import pandas as pd

from framing.attribution.certainty import Certainty, certainty_of, word_certainties
from framing.attribution.voice import VOICES, word_voices
from framing.base.errors import FramingError
from framing.corpus.zones import Zone, base_words, find_zones, zone_at
from framing.counting.columnwise import Counts
from framing.layers.corpora import Corpus, reading_of
from framing.layers.reading import Article
from framing.text.tokens import Span, Words

Base = Literal["voice", "all"]  # what a rate in one voice is per: words of that voice, all words

ALL = "all"  # the voices together
EVERY_VOICE = (ALL, *VOICES)
DEFAULT_ZONES: tuple[Zone, ...] = ("lead", "body")

K = TypeVar("K")


@dataclass(frozen=True, eq=False)
class Bases:
    """What rates are per: of each article, or group, the words that they are counted on.

    `words` has a row an article. Its column `all` alone is the base of every voice; where there
    are columns of voices, each is the base of the rates in it.
    """

    words: pd.DataFrame

    def of(self, voices: Sequence[str]) -> Counts:
        """The bases: a row an article, a column a voice.

        Raises `FramingError` for a voice whose words are not known.
        """
        return self.words[[self._column(voice) for voice in voices]].to_numpy(np.int64)

    def voices(self) -> Sequence[str]:
        """The voices whose bases are known."""
        return [voice for voice in VOICES if voice in self.words] or VOICES

    def units(self, voices: Sequence[str]) -> list[str]:
        """What the base of each voice counts."""
        return [unit_of(self._column(voice)) for voice in voices]

    def added_up(self, groups: pd.Series) -> "Bases":
        """The bases of groups; `groups` maps an article to its group."""
        of_each = self.words.index.map(groups.to_dict())
        return Bases(self.words.groupby(of_each, sort=False, dropna=False).sum())

    def _column(self, voice: str) -> str:
        if voice in self.words:
            return voice
        if list(self.words) == [ALL]:
            return ALL
        raise FramingError(
            f"The words of voice '{voice}' are not known. Keep the rows of 'words' of every voice "
            "that rates are taken in."
        )


def unit_of(column: str) -> str:
    """What a base counts: all words, or those of a voice.

    >>> unit_of("narrator"), unit_of("all")
    ('narrator words', 'words')
    """
    return "words" if column == ALL else f"{column} words"


def bases_of(
    corpus: Corpus,
    base: Base,
    *,
    zones: Sequence[Zone] = DEFAULT_ZONES,
    certainty: Collection[Certainty] | None = None,
) -> Bases:
    """The bases of a corpus: its words in the zones, all of them or also those of each voice."""
    if base == "all":
        return Bases(word_counts(corpus, zones=zones).to_frame(ALL))
    return Bases(words_by_voice(corpus, zones=zones, certainty=certainty))


def words_by_voice(
    corpus: Corpus,
    *,
    zones: Sequence[Zone] = DEFAULT_ZONES,
    certainty: Collection[Certainty] | None = None,
) -> pd.DataFrame:
    """Count the words of each article in the zones: all of them, and those of each voice.

    With `certainty`, of each voice those that have it by these rules.
    """

    def counted_in(article: Article) -> tuple[str, list[int]]:
        words = article.text
        places = [place for span in zoned(words, zones) for place in words.within(span)]
        voices, certainties = word_voices(words), word_certainties(words) if certainty else ()
        counts = Counter(
            voices[place] for place in places if not certainty or certainties[place] in certainty
        )
        return article.doc_id, [len(places), *(counts[voice] for voice in VOICES)]

    rows = dict(reading_of(corpus).of_each("words_by_voice", counted_in))
    return pd.DataFrame.from_dict(rows, "index", dtype="int64", columns=list(EVERY_VOICE))


def word_counts(corpus: Corpus, *, zones: Sequence[Zone] = DEFAULT_ZONES) -> "pd.Series[int]":
    """Count the words of each article in the zones: the base of every rate."""

    def counted_in(article: Article) -> tuple[str, int]:
        return article.doc_id, base_words(article.text, zones)

    counts = dict(reading_of(corpus).of_each("word_counts", counted_in))
    return pd.Series(counts, name="words", dtype="int64")


def voiced_runs(corpus: Corpus, *, zones: Sequence[Zone] = DEFAULT_ZONES) -> pd.DataFrame:
    """Where the words stand that `words_by_voice` counts, in runs of one voice.

    A row a run: doc_id, field, start, end, voice, and how many `words` are in it.
    """

    def runs_of(article: Article) -> list[tuple[str, str, int, int, str, int]]:
        words = article.text
        voices = word_voices(words)
        places = (place for span in zoned(words, zones) for place in words.within(span))
        return [
            (article.doc_id, "text", span.start, span.end, voice, n_words)
            for span, n_words, voice in runs(words, ((place, voices[place]) for place in places))
        ]

    rows = chain.from_iterable(reading_of(corpus).of_each("words_by_voice", runs_of))
    return pd.DataFrame(rows, columns=["doc_id", "field", "start", "end", "voice", "words"])


def runs(words: Words, told: Iterable[tuple[int, K]]) -> Iterator[tuple[Span, int, K]]:
    """Neighbouring words of which the same is told, as one span each: with how many, and what."""
    for (_, said), run in groupby(enumerate(told), key=lambda one: (one[1][0] - one[0], one[1][1])):
        places = [place for _, (place, _) in run]
        yield words.cover(places[0], places[-1]), len(places), said


def counted(
    table: pd.DataFrame, corpus: Corpus, *, zones: Sequence[Zone] = DEFAULT_ZONES
) -> pd.DataFrame:
    """Keep the spans that stand in the zones of the text, where they share a base."""
    places = ((doc_id, "text") for doc_id in table["doc_id"].unique())
    texts = reading_of(corpus).of_places("counted", places, lambda words: words)
    cells = zip(table["doc_id"], table["field"], table["start"], strict=True)
    keep = [
        (doc_id, field) in texts and zone_at(texts[doc_id, field], start) in zones
        for doc_id, field, start in cells
    ]
    return table.loc[np.array(keep, dtype=bool)]  # an empty list would choose no columns


def certain(
    table: pd.DataFrame, corpus: Corpus, certainty: Collection[Certainty] | None
) -> pd.DataFrame:
    """Keep the spans of texts that have their voice by one of some rules; all without any named."""
    if certainty is None:
        return table
    texts = reading_of(corpus).at((doc_id, "text") for doc_id in table["doc_id"].unique())
    keep = [
        certainty_of(texts[doc_id, "text"], Span(start, end), voice) in certainty
        for doc_id, start, end, voice in zip(
            table["doc_id"], table["start"], table["end"], table["voice"], strict=True
        )
    ]
    return table.loc[np.array(keep, dtype=bool)]


def origins(references: pd.DataFrame) -> pd.DataFrame:
    """Leave out outlets that only carried another's words; they enter no rate."""
    return references[references["role"].fillna("origin") != "venue"]


def zoned(words: Words, zones: Sequence[Zone]) -> list[Span]:
    """The stretches of a text that belong to the zones."""
    return [span for span, zone in find_zones(words) if zone in zones]
