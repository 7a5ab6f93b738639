"""A corpus read once: the same tables, nothing read twice, nothing left behind."""

import gc
import pickle
import weakref
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

import framing as fr
from framing.attribution import attributions as attributions_of_a_text
from framing.base.errors import FramingError
from framing.counting.bases import word_counts
from framing.counting.house_spelling import house_spelling
from framing.layers import reading as reading_of_texts
from framing.layers.annotated import AnnotatedCorpus
from framing.layers.corpora import parts_of, reading_of
from framing.layers.span_tables import zones
from framing.text import tokens

SEEDS = fr.read_corpus(Path(__file__).parents[2] / "seeds")
TABLES: dict[str, Callable[[pd.DataFrame | AnnotatedCorpus], pd.DataFrame]] = {
    "mentions": fr.mentions,
    "state": lambda news: fr.mentions(news, "state"),
    "attributions": fr.attributions,
    "leaks": fr.leaks,
    "quotations": fr.quotations,
    "zones": zones,
    "features": fr.features,
    "shares": fr.shares,
    "house spelling": house_spelling,
    "word counts": lambda news: word_counts(news).reset_index(),
}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_the_same_of_a_corpus_annotated_or_not(name: str) -> None:
    reading = fr.annotate(SEEDS)
    plain = TABLES[name](SEEDS)
    assert_frame_equal(TABLES[name](reading), plain)
    assert_frame_equal(TABLES[name](reading), plain)  # asked again, nothing has changed


@pytest.mark.parametrize("name", TABLES)
def test_a_table_of_the_whole_is_the_tables_of_its_articles(name: str) -> None:
    whole = TABLES[name](SEEDS)
    alone = [TABLES[name](SEEDS.iloc[[row]]) for row in range(len(SEEDS))]
    filled = [part for part in alone if len(part)]
    assert_frame_equal(pd.concat(filled, ignore_index=True), whole)


def test_every_text_is_read_once_and_attributed_once(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    read: Counter[str] = Counter()
    attributed: Counter[str] = Counter()
    batch, cues = tokens.read_batch, attributions_of_a_text.find_cues

    def counted_batch(texts: tuple[str, ...], *rest: object) -> tokens.Batch:
        read.update(texts)
        return batch(texts, *rest)

    def counted_cues(words: tokens.Words, *rest: float) -> object:
        attributed[words.text] += 1
        return cues(words, *rest)

    for module in (tokens, reading_of_texts):
        monkeypatch.setattr(module, "read_batch", counted_batch)
    monkeypatch.setattr(attributions_of_a_text, "find_cues", counted_cues)
    fr.report(SEEDS, tmp_path / "report")
    assert {text: read[text] for text in SEEDS["text"]} == dict.fromkeys(SEEDS["text"], 1)
    assert {text: attributed[text] for text in SEEDS["text"]} == dict.fromkeys(SEEDS["text"], 1)


def test_nothing_of_a_text_is_left_when_its_reading_is_let_go() -> None:
    reading = fr.annotate(SEEDS)
    fr.features(reading), fr.quotations(reading), fr.reuse(reading)
    words = weakref.ref(next(reading.read()).text)
    assert words() is not None
    del reading
    gc.collect()
    assert words() is None


def test_a_reading_may_be_sent_to_another_process() -> None:
    reading = pickle.loads(pickle.dumps(fr.annotate(SEEDS)))  # noqa: S301  # our own bytes
    assert_frame_equal(fr.attributions(reading), fr.attributions(SEEDS))


def test_what_is_asked_of_an_article_that_is_not_there_is_named() -> None:
    for reading in (fr.annotate(SEEDS), reading_of(SEEDS)):
        with pytest.raises(FramingError, match="no text of an article '007'"):
            reading.at([("007", "text")])


def test_parts_are_the_corpus_in_its_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("framing.layers.reading.BATCH", 3000)
    parts = [part.articles for part in parts_of(SEEDS)]
    assert len(parts) > 2
    assert_frame_equal(pd.concat(parts, ignore_index=True), SEEDS)
    assert [len(part) for part in parts_of(SEEDS.iloc[:0])] == [0]


def test_an_annotated_corpus_says_how_many_articles_it_holds() -> None:
    reading = fr.annotate(SEEDS)
    assert (len(reading), repr(reading)) == (5, "<5 annotated articles>")
