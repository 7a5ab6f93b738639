"""No count without its base, no rate without its interval, and zeros are counted."""

import math

import pandas as pd
import pytest

from framing.attribution.voice import VOICES
from framing.base import columns
from framing.base.errors import LexiconError
from framing.corpus.articles import read_corpus
from framing.counting.bases import counted, pool, word_counts
from framing.counting.features import features
from framing.counting.shares import shares
from framing.layers.span_tables import mentions
from framing.measures import garwood, wilson

TEXT = "قال الوزير «سنحارب الإرهاب في كل مكان». وانسحب الإرهابيون ومسلحون أمس."


def corpus(*texts):
    ids = [str(number) for number in range(len(texts))]
    return read_corpus(pd.DataFrame({"doc_id": ids, "text": list(texts)}))


def row(table, **where):
    for column, value in where.items():
        table = table[table[column] == value]
    assert len(table) == 1
    return table.iloc[0]


def test_a_feature_has_count_base_rate_interval_and_its_spans():
    news = corpus(TEXT)
    table = features(news, ["militancy"])
    direct = row(table, feature="militancy.terror", voice="direct")
    assert (direct["count"], direct["base"], direct["unit"]) == (1, 11, "words")
    assert direct["rate_per_1000"] == 1000 / 11
    assert (direct["ci_low"], direct["ci_high"]) == garwood(1, 11)
    labels = mentions(news)
    assert labels[labels["span_id"].isin(direct["span_ids"])]["form"].tolist() == ["الإرهاب"]


def test_facets_and_names_stand_below_their_category():
    table = features(corpus(TEXT + " وقاتل «داعش»."), ["militancy"], voice="all")
    counts = table.set_index("feature")["count"]
    assert counts["militancy.terror"] == 2
    assert counts["militancy.terror.actor"] == counts["militancy.terror.counter-terror"] == 1
    assert counts["militancy.terror.event"] == 0
    assert counts["militancy.organisation.daesh"] == 1


def test_every_category_is_counted_in_every_article():
    table = features(corpus(TEXT, "وصل الوفد أمس."), ["militancy", "sourcing"], voice="all")
    assert set(table.groupby("doc_id").size()) == {len(table) // 2}
    assert (row(table, doc_id="1", feature="militancy.terror")["count"]) == 0


def test_voices_are_split_unless_asked_otherwise():
    split = features(corpus(TEXT), ["militancy"])
    together = features(corpus(TEXT), ["militancy"], voice="all")
    assert set(split["voice"]) == {"narrator", "indirect", "direct"}
    assert set(together["voice"]) == {"all"}
    assert split["count"].sum() == together["count"].sum()


@pytest.mark.parametrize("lexicon", ["militancy", "attribution", "sourcing", "state"])
def test_no_lexicon_pools_voices_unasked(lexicon):
    text = "وقال الوزير إن مصادر محلية أكدت أن الإرهابيين قتلوا الرئيس السوري."
    assert set(features(corpus(text), [lexicon])["voice"]) == set(VOICES)
    assert set(features(corpus(text), [lexicon], voice="all")["voice"]) == {"all"}


def test_a_cue_in_what_somebody_says_is_not_the_outlets():
    table = features(corpus("قال الوزير إن موسكو طالبت بالتعاون."), ["attribution"])
    assert row(table, feature="attribution.neutral", voice="narrator")["count"] == 1
    assert row(table, feature="attribution.directive", voice="narrator")["count"] == 0
    assert row(table, feature="attribution.directive", voice="indirect")["count"] == 1


def test_a_share_is_of_one_voice_unless_asked_otherwise():
    split, together = shares(corpus(TEXT)), shares(corpus(TEXT), voice="all")
    label = split[split["share"] == "terror label"].set_index("voice")
    assert label[["count", "base"]].to_numpy().tolist() == [[1, 2], [0, 0], [0, 0]]
    pooled = {"terror voice", "quoted words", "quoted side", "quoted type"}
    assert set(split.loc[split["voice"] == "all", "share"]) == pooled
    assert set(together["voice"]) == {"all"}


def test_an_empty_article_has_no_rate():
    table = features(corpus(""), ["militancy"])
    assert table["count"].eq(0).all()
    assert table[["rate_per_1000", "ci_low", "ci_high"]].isna().all(axis=None)


def test_numerator_and_base_come_from_the_same_zones():
    text = "مقتل إرهابيين في المدينة\n\nوصل الوفد إلى المدينة أمس وبدأ المحادثات.\nثم غادر."
    news = corpus(text)
    assert word_counts(news).tolist() == [9]
    assert counted(mentions(news), news).empty
    assert len(counted(mentions(news), news, zones=("headline",))) == 1


def test_shares_print_k_and_n_with_a_wilson_interval():
    table = shares(corpus(TEXT), voice="all")
    label = row(table, share="terror label")
    assert (label["count"], label["base"]) == (1, 2)
    assert (label["ci_low"], label["ci_high"]) == wilson(1, 2)
    quoted = row(table, share="quoted words")
    assert (quoted["count"], quoted["base"], quoted["share_of"]) == (5, 11, 5 / 11)
    assert math.isnan(quoted["ci_low"])


def test_stances_share_the_attributions():
    table = shares(corpus("قال الوزير إن القرار نهائي. وأكد الوزير أن القرار نهائي."))
    stances = table[(table["share"] == "stance") & (table["voice"] == "narrator")]
    assert stances["count"].sum() == 2
    assert stances["base"].eq(2).all()


def test_a_share_of_nothing_is_not_a_number():
    table = shares(corpus("وصل الوفد."), voice="all")
    assert math.isnan(row(table, share="terror label")["share_of"])


def test_pooling_adds_counts_and_bases_and_takes_intervals_anew():
    news = corpus(TEXT, TEXT, "وصل الوفد.")
    groups = pd.Series({"0": "A", "1": "A", "2": "B"})
    pooled = pool(features(news, ["militancy"], voice="all"), groups)
    terror = row(pooled, doc_id="A", feature="militancy.terror")
    assert (terror["count"], terror["base"]) == (4, 22)
    assert (terror["ci_low"], terror["ci_high"]) == garwood(4, 22)
    assert len(terror["span_ids"]) == 4
    assert list(pooled.columns) == columns.names("features")


def test_an_outlet_that_was_only_a_venue_enters_no_rate():
    table = features(corpus("وقال الوزير لصحيفة محلية إن القرار نهائي."), ["sourcing"])
    assert table[table["feature"] == "sourcing.media-as-source"]["count"].tolist() == [0, 0, 0]


@pytest.mark.parametrize("texts", [("",), ("no Arabic here",), ("\x00\u202e",)])
def test_odd_corpora_are_counted_too(texts):
    assert not features(corpus(*texts)).empty
    assert not shares(corpus(*texts)).empty


def test_sourcing_shares_are_of_attributions_and_never_more_than_all():
    text = "وقالت مصادر محلية ومصادر أمنية ومصادر طبية إن القرار نهائي. وأكد الوزير أنه نهائي."
    table = shares(corpus(text), voice="all")
    source = row(table, share="sourcing", category="anonymous-source")
    assert (source["count"], source["base"]) == (1, 2)


def test_the_same_lexicon_twice_counts_once():
    once = features(corpus(TEXT), ["militancy"])
    pd.testing.assert_frame_equal(features(corpus(TEXT), ["militancy", "militancy"]), once)


def test_a_lexicon_of_your_own_is_counted_whatever_its_name(tmp_path):
    own = tmp_path / "own.toml"
    own.write_text(
        """
format = 1
name = "attribution"
version = "1.0.0"
transliteration = "ALA-LC"
description = "Books."
categories.book = { gloss = "book", gloss_ar = "كتاب", definition = "A book." }
entry = [{ id = "k", lemma = "كتاب", kind = "noun", category = "book", gloss = "book", \
translit = "kitāb", source = "framing-language" }]
""".replace("\\\n", ""),
        encoding="utf-8",
    )
    table = features(corpus("قال إن الكتاب وصل."), [own], voice="all")
    assert table.set_index("feature")["count"].to_dict() == {"attribution.book": 1}
    with pytest.raises(LexiconError, match="Two different lexicons are named 'attribution'"):
        features(corpus(TEXT), ["attribution", own])
