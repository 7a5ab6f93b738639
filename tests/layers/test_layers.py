"""The tables have the columns they promise, and say what is not known."""

import pandas as pd
import pytest

from framing.base import columns
from framing.base.errors import CorpusError, UnknownNameError
from framing.corpus.articles import read_corpus
from framing.layers.span_tables import attributions, leaks, mentions, quotations

LAYERS = {
    "mentions": mentions,
    "attributions": attributions,
    "leaks": leaks,
    "quotes": quotations,
}


def corpus(*texts, title=None):
    ids = [str(number) for number in range(len(texts))]
    return read_corpus(pd.DataFrame({"doc_id": ids, "title": title, "text": list(texts)}))


@pytest.mark.parametrize("name", LAYERS)
def test_columns_and_types_are_the_documented_ones_also_when_nothing_is_found(name):
    for table in (LAYERS[name](corpus("")), LAYERS[name](corpus("قال الوزير «نعم» لصحيفة الغد"))):
        assert list(table.columns) == columns.names(name)
        assert dict(table.dtypes.astype(str)) == dict(columns.table(name, []).dtypes.astype(str))


@pytest.mark.parametrize("name", LAYERS)
def test_span_ids_are_unique(name):
    text = "وقال مسؤول إن «داعش» والإرهابيين انسحبوا، بحسب مصادر محلية. " * 3
    table = LAYERS[name](corpus(text, text, title="قال مسؤول إن «داعش» انسحب"))
    assert len(table) > 0
    assert table["span_id"].is_unique


def test_titles_are_read_into_a_field_of_their_own():
    table = mentions(corpus("وصل الوفد.", title="مقتل إرهابيين"))
    assert table[["field", "form", "start"]].to_numpy().tolist() == [["title", "إرهابيين", 5]]


def test_nothing_in_a_credit_line_is_counted():
    text = "وصل الوفد أمس إلى المدينة وبدأ المحادثات.\nثم غادر في المساء.\n(الأخبار، رويترز، داعش)"
    assert mentions(corpus(text)).empty


def test_what_is_not_known_is_said():
    said = attributions(corpus("قال إن القرار نهائي."))
    assert said.loc[0, ["side", "source_type", "entity"]].tolist() == ["unknown"] * 3
    assert said.loc[0, ["source", "source_start", "uttered_by"]].isna().all()


def test_an_attribution_has_its_source_and_its_content():
    text = "وقالت وزارة الصحة الفرنسية إن «القرار نهائي»."
    said = attributions(corpus(text)).loc[0]
    assert (
        text[said["source_start"] : said["source_end"]] == said["source"] == "وزارة الصحة الفرنسية"
    )
    assert text[said["content_start"] : said["content_end"]] == "«القرار نهائي»"
    assert said[["side", "source_type", "mode"]].tolist() == ["france", "institution", "direct"]


def test_a_mention_has_a_voice_and_who_utters_it():
    text = "وانتهى الإرهاب. وقال لافروف إن الإرهابيين «من تنظيم داعش»."
    found = mentions(corpus(text))
    assert found["voice"].tolist() == ["narrator", "indirect", "direct"]
    assert found["uttered_by"].tolist()[1:] == ["sergei-lavrov"] * 2
    assert found["target"].tolist()[:2] == ["phenomenon", "daesh"]


def test_a_lexicon_nobody_ships_is_named_with_the_nearest():
    with pytest.raises(UnknownNameError, match="Did you mean 'militancy'"):
        mentions(corpus("نعم"), "militency")


def test_a_table_that_is_no_corpus_is_refused():
    with pytest.raises(CorpusError, match="text"):
        mentions(pd.DataFrame({"doc_id": ["1"]}))


def test_progress_sees_every_article():
    seen = []

    def progress(articles):
        for article in articles:
            seen.append(article[0])
            yield article

    mentions(corpus("نعم", "لا"), progress=progress)
    assert seen == ["0", "1"]
