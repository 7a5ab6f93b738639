"""No count without its base, no rate without its interval; what has no row is zero."""

import math

import pandas as pd
import pytest

from framing.attribution.voice import VOICES
from framing.base import columns
from framing.base.errors import LexiconError, UnknownNameError
from framing.corpus.articles import read_corpus
from framing.counting.bases import counted, word_counts
from framing.counting.features import features
from framing.counting.pooling import pool
from framing.counting.shares import shares
from framing.counting.zeros import shares_with_zeros, with_zeros
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
    assert (direct["count"], direct["base"], direct["unit"]) == (1, 5, "direct words")
    assert direct["rate_per_1000"] == 1000 / 5
    assert (direct["ci_low"], direct["ci_high"]) == garwood(1, 5)
    labels = mentions(news)
    assert labels[labels["span_id"].isin(direct["span_ids"])]["form"].tolist() == ["الإرهاب"]


def test_facets_and_names_stand_below_their_category():
    news = corpus(TEXT + " وقاتل «داعش».")
    table = with_zeros(features(news, ["militancy"], voice="all"), "militancy")
    counts = table.set_index("feature")["count"]
    assert counts["militancy.terror"] == 2
    assert counts["militancy.terror.actor"] == counts["militancy.terror.counter-terror"] == 1
    assert counts["militancy.terror.event"] == 0
    assert counts["militancy.organisation.daesh"] == 1


def test_every_article_begins_with_its_words_and_what_does_not_occur_has_no_row():
    table = features(corpus(TEXT, "وصل الوفد أمس."), ["militancy", "sourcing"])
    assert table.loc[table["doc_id"] == "1", "feature"].tolist() == ["words"] * 4
    words = table.iloc[:4]
    assert words[["feature", "voice", "count", "base", "unit"]].to_numpy().tolist() == [
        ["words", "all", 11, 11, "words"],
        ["words", "narrator", 6, 11, "words"],
        ["words", "indirect", 0, 11, "words"],
        ["words", "direct", 5, 11, "words"],
    ]
    assert words["rate_per_1000"].tolist() == [1000, 6000 / 11, 0, 5000 / 11]
    assert words["span_ids"].tolist() == [[]] * 4
    assert words[["ci_low", "ci_high"]].isna().all(axis=None)
    assert table.loc[table["feature"] != "words", "count"].gt(0).all()


def test_a_rate_in_one_voice_is_per_words_of_that_voice():
    text = (
        "هاجم الإرهابيون المدينة ثم هرب مسلحون. "  # six of the outlet's own
        "وقال الوزير إن الإرهابيين غادروا قبل وصول الجيش. "  # three, then five reported
        "وأضاف: «هزمنا الإرهاب هزيمة نكراء»."  # one, then four quoted
    )
    table = features(corpus(text), ["militancy", "attribution"])
    shown = ["feature", "voice", "count", "base", "unit"]
    assert table[~table["feature"].str.count(r"\.").gt(1)][shown].to_numpy().tolist() == [
        ["words", "all", 19, 19, "words"],
        ["words", "narrator", 10, 19, "words"],
        ["words", "indirect", 5, 19, "words"],
        ["words", "direct", 4, 19, "words"],
        ["militancy.terror", "narrator", 1, 10, "narrator words"],
        ["militancy.terror", "indirect", 1, 5, "indirect words"],
        ["militancy.terror", "direct", 1, 4, "direct words"],
        ["militancy.armed", "narrator", 1, 10, "narrator words"],
        ["attribution.neutral", "narrator", 2, 10, "narrator words"],
    ]
    terror = table[table["feature"] == "militancy.terror"]
    assert terror["rate_per_1000"].tolist() == [100, 200, 250]


def test_all_words_are_the_base_where_they_are_asked_for_by_name():
    news = corpus(TEXT, "وصل الوفد أمس.")
    table = features(news, ["militancy"], base="all")
    assert table.loc[table["feature"] == "words", "voice"].tolist() == ["all", "all"]
    assert set(table["unit"]) == {"words"}
    assert table["base"].tolist() == [11] * (len(table) - 1) + [3]
    split = features(news, ["militancy"])
    same = ["doc_id", "feature", "voice", "count", "span_ids"]
    rates, others = (one[one["feature"] != "words"][same] for one in (table, split))
    assert rates.to_numpy().tolist() == others.to_numpy().tolist()
    together = features(news, ["militancy"], voice="all")
    pd.testing.assert_frame_equal(features(news, ["militancy"], voice="all", base="all"), together)


def test_a_base_that_is_not_there_is_refused():
    with pytest.raises(UnknownNameError, match="no base named 'narrator'"):
        features(corpus(TEXT), base="narrator")


def test_voices_are_split_unless_asked_otherwise():
    split = features(corpus(TEXT), ["militancy"])
    together = features(corpus(TEXT), ["militancy"], voice="all")
    assert set(split.loc[split["feature"] != "words", "voice"]) == {"narrator", "direct"}
    assert set(with_zeros(split)["voice"]) == set(VOICES)
    assert set(together["voice"]) == {"all"}
    rates, sums = (one[one["feature"] != "words"] for one in (split, together))
    assert rates["count"].sum() == sums["count"].sum()


@pytest.mark.parametrize("lexicon", ["militancy", "attribution", "sourcing", "state"])
def test_no_lexicon_pools_voices_unasked(lexicon):
    text = "وقال الوزير إن مصادر محلية أكدت أن الإرهابيين قتلوا الرئيس السوري."
    assert set(with_zeros(features(corpus(text), [lexicon]), lexicon)["voice"]) == set(VOICES)
    assert set(features(corpus(text), [lexicon], voice="all")["voice"]) == {"all"}


def test_a_cue_in_what_somebody_says_is_not_the_outlets():
    table = features(corpus("قال الوزير إن موسكو طالبت بالتعاون."), ["attribution"])
    table = with_zeros(table, "attribution")
    assert row(table, feature="attribution.neutral", voice="narrator")["count"] == 1
    assert row(table, feature="attribution.directive", voice="narrator")["count"] == 0
    assert row(table, feature="attribution.directive", voice="indirect")["count"] == 1


def test_a_share_is_of_one_voice_unless_asked_otherwise():
    split, together = shares(corpus(TEXT)), shares(corpus(TEXT), voice="all")
    label = split[split["share"] == "terror label"].set_index("voice")
    assert label[["count", "base"]].to_dict("index") == {"narrator": {"count": 1, "base": 2}}
    pooled = {"terror voice", "quoted words", "quoted side", "quoted type"}
    assert set(split.loc[split["voice"] == "all", "share"]) == pooled
    assert set(together["voice"]) == {"all"}


def test_an_empty_article_has_no_rate():
    table = features(corpus(""), ["militancy"])
    assert table["feature"].tolist() == ["words"] * 4
    table = pd.concat([table, with_zeros(table, "militancy")])
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


def test_a_share_of_nothing_has_no_row_and_is_not_a_number_where_it_is_asked_for():
    table = shares(corpus("وصل الوفد."), voice="all")
    assert table["base"].gt(0).all()
    assert "terror label" not in set(table["share"])
    asked = shares_with_zeros(table, ["0"], voice="all")
    assert math.isnan(row(asked, share="terror label")["share_of"])


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
    assert set(table["feature"]) == {"words"}


@pytest.mark.parametrize("texts", [("",), ("no Arabic here",), ("\x00\u202e",)])
def test_odd_corpora_are_counted_too(texts):
    news = corpus(*texts)
    assert not with_zeros(features(news), "militancy").empty
    assert shares(news)["share"].isin(["quoted words"]).all()


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
    assert table.set_index("feature")["count"].to_dict() == {"words": 4, "attribution.book": 1}
    with pytest.raises(LexiconError, match="Two different lexicons are named 'attribution'"):
        features(corpus(TEXT), ["attribution", own])


def test_the_outlets_own_words_can_be_counted_surest_first():
    text = "اقتحم المتطرفون الحي. وقالت البلدية إن الماء مقطوع. وسيطر الإرهابيون على الخزان."
    news = read_corpus(pd.DataFrame({"doc_id": ["a"], "outlet": "x", "text": [text]}))
    every = features(news, ["militancy"])
    sure = features(news, ["militancy"], certainty=["plain", "beside"])
    own = [table[table["voice"] == "narrator"].set_index("feature") for table in (every, sure)]
    assert own[0]["count"].to_dict().keys() - own[1]["count"].to_dict().keys() == {
        "militancy.terror", "militancy.terror.actor",
    }  # fmt: skip
    assert own[0].at["words", "count"] - own[1].at["words", "count"] == 4
    assert own[1].at["militancy.radical", "base"] == own[1].at["words", "count"]
    assert sure[sure["feature"] == "words"]["count"].iloc[0] == 12
    with pytest.raises(UnknownNameError, match="certainty"):
        features(news, ["militancy"], certainty=["sure"])


def test_one_lexicon_may_be_named_alone():
    news = corpus(TEXT)
    assert features(news, "militancy").equals(features(news, ["militancy"]))
