"""What does not occur has no row, and is not lost: zeros come back, sums stay, rows are pure."""

from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.attribution.voice import VOICES
from framing.base import columns
from framing.base.errors import FramingError, UnknownNameError
from framing.corpus.articles import outlet_labels, read_corpus
from framing.counting.features import LEXICONS, feature_names, features
from framing.counting.pooling import pool
from framing.counting.shares import every_share, shares
from framing.counting.speaking import every_side
from framing.counting.zeros import in_order, shares_with_zeros, with_zeros
from framing.layers.corpora import annotate, parts_of
from framing.lexicon.entries import load_lexicon
from framing.measures import garwood

SEEDS = read_corpus(Path(__file__).parents[2] / "seeds")
SENTENCES = (
    "قتل الإرهابيون مدنيين أمس.",
    "قال الوزير إن «النظام السوري» لن يفاوض الإرهابيين.",
    "وصل الوفد إلى المدينة.",
    "أكدت مصادر محلية أن مسلحي «داعش» انسحبوا.",
    "",
)


def corpus(*texts):
    ids = [str(number) for number in range(len(texts))]
    return read_corpus(pd.DataFrame({"doc_id": ids, "text": list(texts)}))


@pytest.fixture(scope="module", params=["split", "all"])
def counted(request):
    return features(SEEDS, voice=request.param), shares(SEEDS, voice=request.param), request.param


# Purity: an article has its rows in whatever corpus


@pytest.mark.parametrize("count", [features, shares])
def test_the_seeds_one_by_one_are_the_seeds_together(count, counted):
    whole = counted[0] if count is features else counted[1]
    alone = [count(SEEDS.iloc[[place]], voice=counted[2]) for place in range(len(SEEDS))]
    pd.testing.assert_frame_equal(pd.concat(alone, ignore_index=True), whole)


@settings(max_examples=15, deadline=None)
@given(
    st.lists(st.lists(st.sampled_from(SENTENCES), max_size=3).map(" ".join), min_size=1, max_size=4)
)
def test_law_what_an_article_has_does_not_depend_on_the_others(texts):
    news = corpus(*texts)
    for count in (features, shares):
        alone = [count(news.iloc[[place]]) for place in range(len(news))]
        pd.testing.assert_frame_equal(pd.concat(alone, ignore_index=True), count(news))


def test_read_in_parts_or_annotated_as_a_whole_articles_have_the_same_rows(monkeypatch):
    news = annotate(SEEDS)
    whole = features(news), shares(news)
    monkeypatch.setattr("framing.layers.reading.BATCH", 2000)
    assert len(list(parts_of(SEEDS))) > 2
    for one, other in zip((features(SEEDS), shares(SEEDS)), whole, strict=True):
        pd.testing.assert_frame_equal(one, other)


# Zeros filled in


def test_every_article_has_every_wanted_feature_in_every_voice(counted):
    table, _, voice = counted
    dense = with_zeros(table, LEXICONS)
    names = [name for one in LEXICONS for name in feature_names(load_lexicon(one))]
    voices = VOICES if voice == "split" else ("all",)
    assert len(dense) == len(SEEDS) * len(names) * len(voices)
    assert list(dict.fromkeys(dense["feature"])) == names
    assert dense[["doc_id", "feature", "voice"]].drop_duplicates().shape[0] == len(dense)
    found = dense[dense["count"] > 0].set_index(["doc_id", "feature", "voice"])
    sparse = table[table["feature"] != "words"].set_index(["doc_id", "feature", "voice"])
    pd.testing.assert_frame_equal(found.loc[sparse.index], sparse)
    assert len(found) == len(sparse)


def test_a_zero_has_its_base_and_the_upper_end_of_its_interval():
    table = with_zeros(features(corpus(SENTENCES[0], SENTENCES[2])), "militancy.terror")
    assert table["doc_id"].tolist() == ["0"] * 3 + ["1"] * 3
    zero = table.iloc[3]
    assert (zero["count"], zero["base"], zero["rate_per_1000"], zero["span_ids"]) == (0, 4, 0, [])
    assert (zero["voice"], zero["unit"]) == ("narrator", "narrator words")
    assert (zero["ci_low"], zero["ci_high"]) == garwood(0, 4)
    assert table["base"].tolist() == [4, 0, 0] * 2  # nobody else speaks
    assert list(table.columns) == columns.names("features")


def test_by_default_the_features_that_occur_are_filled_in_the_order_of_their_lexicons():
    table = with_zeros(features(corpus(SENTENCES[3], SENTENCES[0]), voice="all"))
    names = list(dict.fromkeys(table["feature"]))
    assert names[:2] == ["militancy.terror", "militancy.terror.actor"]
    assert names == in_order(reversed(names))
    assert table.groupby("feature")["doc_id"].nunique().eq(2).all()


def test_filling_twice_is_filling_once():
    once = with_zeros(features(SEEDS), LEXICONS)
    pd.testing.assert_frame_equal(with_zeros(once, LEXICONS), once)


def test_where_nothing_occurs_voices_are_split_unless_asked_otherwise():
    table = features(corpus(SENTENCES[2]), voice="all")
    assert len(with_zeros(table, "militancy.terror")) == 3
    assert len(with_zeros(table, "militancy.terror", voice="all")) == 1
    assert with_zeros(table).empty


def test_zeros_are_not_filled_in_where_the_bases_are_gone_or_the_name_is_wrong():
    table = features(corpus(SENTENCES[0], SENTENCES[2]))
    chosen = table[table["feature"] == "militancy.terror"]
    with pytest.raises(FramingError, match=r"lacks the rows of 'words'.*before you choose"):
        with_zeros(chosen, "militancy.terror")
    with pytest.raises(FramingError, match="Article '0' lacks its row of 'words'"):
        with_zeros(pd.concat([chosen, table[table["doc_id"] == "1"]]))
    with pytest.raises(UnknownNameError, match=r"Did you mean 'militancy\.terror'"):
        with_zeros(table, "militancy.terorr")
    with pytest.raises(UnknownNameError, match="no lexicon named 'milítancy'"):
        with_zeros(table, "milítancy")


# Sums


@pytest.mark.parametrize("size", [1, 2, 5])
def test_law_zeros_filled_in_before_or_after_adding_up_are_the_same(counted, size):
    table, _, voice = counted
    groups = pd.Series({doc_id: f"g{place % size}" for place, doc_id in enumerate(SEEDS["doc_id"])})
    after = with_zeros(pool(table, groups), LEXICONS, voice=voice)
    before = pool(with_zeros(table, LEXICONS), groups)
    keys = ["doc_id", "feature", "voice"]
    one, other = (part.set_index(keys).sort_index() for part in (after, before))
    pd.testing.assert_frame_equal(one, other)


def test_a_sum_stands_on_the_words_of_all_its_articles():
    news = corpus(SENTENCES[0], SENTENCES[2], SENTENCES[2])
    table = features(news, ["militancy"])
    pooled = pool(table, pd.Series({"0": "A", "1": "A", "2": "B"}))
    rows = pooled[pooled["voice"].isin(["all", "narrator"])]
    assert rows[["doc_id", "feature", "voice", "count", "base"]].to_numpy().tolist() == [
        ["A", "words", "all", 8, 8],
        ["A", "words", "narrator", 8, 8],
        ["A", "militancy.terror", "narrator", 1, 8],
        ["A", "militancy.terror.actor", "narrator", 1, 8],
        ["B", "words", "all", 4, 4],
        ["B", "words", "narrator", 4, 4],
    ]
    chosen = table[table["feature"] == "militancy.terror"]
    with pytest.raises(FramingError, match="Article '1' of the groups has no row"):
        pool(chosen, pd.Series({"0": "A", "1": "A"}))
    assert pool(chosen, pd.Series({"0": "A"}))["base"].tolist() == [4]


def test_the_words_of_each_voice_are_added_up_too():
    news = corpus(SENTENCES[1], SENTENCES[0], SENTENCES[1])
    pooled = pool(features(news, ["militancy"]), pd.Series({"0": "A", "1": "A", "2": "B"}))
    words = pooled[pooled["feature"] == "words"].set_index(["doc_id", "voice"])
    for group in ("A", "B"):
        rates = with_zeros(pooled, "militancy.terror").query("doc_id == @group")
        assert rates["base"].tolist() == [words.loc[(group, one), "count"] for one in VOICES]
        assert rates["unit"].tolist() == [f"{one} words" for one in VOICES]
        assert words.loc[(group, "all"), "count"] == rates["base"].sum()


def test_rows_of_one_voice_keep_its_base_and_those_without_it_are_refused():
    table = features(corpus(SENTENCES[1], SENTENCES[0]), ["militancy"])
    own = table[table["voice"] == "narrator"]
    groups = pd.Series({"0": "A", "1": "A"})
    pd.testing.assert_frame_equal(
        with_zeros(pool(own, groups)),
        with_zeros(pool(table, groups), ["militancy.terror", "militancy.terror.actor"])
        .query("voice == 'narrator'")
        .reset_index(drop=True),
    )
    wordless = table[(table["feature"] != "words") | (table["voice"] != "indirect")]
    with pytest.raises(FramingError, match="The words of voice 'indirect' are not known"):
        pool(wordless, groups)


def test_rates_on_different_bases_are_not_added_up():
    news = corpus(SENTENCES[1])
    one, other = (features(news, ["militancy"], base=base) for base in ("voice", "all"))
    told = "per indirect words, and the rows of 'words' give its words. Count all features with"
    rates = one[one["feature"] != "words"]
    for add in (lambda table: pool(table, pd.Series({"0": "A"})), with_zeros):
        with pytest.raises(FramingError, match=told):
            add(pd.concat([other[other["feature"] == "words"], rates]))
        with pytest.raises(FramingError, match="are per words, and the rows of 'words' give its i"):
            add(pd.concat([one, other]))


def test_lexicons_counted_one_by_one_may_be_laid_together():
    groups = outlet_labels(SEEDS)
    together = features(SEEDS, ["militancy", "state"])
    apart = pd.concat([features(SEEDS, [name]) for name in ("militancy", "state")])
    pd.testing.assert_frame_equal(pool(apart, groups), pool(together, groups))
    pd.testing.assert_frame_equal(with_zeros(apart), with_zeros(together))


# Shares


def test_of_what_there_is_none_of_shares_have_no_row_unless_they_are_asked_for(counted):
    _, table, voice = counted
    assert table["base"].gt(0).all()
    groups = outlet_labels(SEEDS)
    pooled = pool(table, groups)
    asked = shares_with_zeros(pooled, groups, voice=voice)
    every = [one for one in every_share(voice) if not one.by_side and "side" not in one.name]
    assert not asked.duplicated(["doc_id", "share", "voice", "side", "category"]).any()
    for one in every:
        rows = asked[(asked["share"] == one.name) & asked["category"].isin(list(one.classes))]
        assert len(rows) == len(SEEDS) * len(one.classes) * len(one.voices(voice))
    keys = ["doc_id", "share", "voice", "side", "category"]
    both = pooled.merge(asked, on=keys, suffixes=("", "_asked"))
    assert both["count"].equals(both["count_asked"])
    assert both["count"].sum() == pooled["count"].sum() == asked["count"].sum()


def test_sides_are_those_of_the_gazetteer_whoever_else_is_read():
    table = shares(corpus("قال الوزير إن القرار نهائي."), voice="all")
    sides = table[table["share"] == "source side"]
    assert sides["category"].tolist() == every_side(load_lexicon("actors"))
    assert sides["count"].sum() == 1
