"""How an estimate moves: each variant changes one thing, and says by how much."""

from pathlib import Path

import pandas as pd
import pytest

import framing as fr
from framing.base.errors import UnknownNameError
from framing.corpus.articles import read_corpus
from framing.counting.zeros import with_zeros
from framing.measures import garwood
from framing.questions.sensitivity import DEFAULT, sensitivity

SEEDS = Path(__file__).parents[2] / "seeds"
NEWS = read_corpus(
    pd.DataFrame(
        {
            "doc_id": ["000", "001", "002"],
            "outlet": ["A", "A", "B"],
            "text": [
                "قتل الإرهابيون مدنيين. قال الوزير «سنحارب الإرهاب». وصل الوفد. هرب إرهابي.",
                "قتل الإرهابيون مدنيين. قال الوزير «سنحارب الإرهاب». وصل الوفد. هرب إرهابي.",
                "وصل الوفد أمس. عاد الوفد. هرب إرهابي آخر من المدينة.",
            ],
        }
    )
)


def counts(result, variant):
    table = result.table[result.table["variant"] == variant]
    return dict(zip(table["group"], table["count"], strict=True))


def test_each_variant_changes_one_thing():
    result = sensitivity(NEWS, clusters={"000": "wire", "001": "wire"})
    assert counts(result, DEFAULT) == {"A": 6, "B": 1}
    assert counts(result, "narrator") == {"A": 4, "B": 1}
    assert counts(result, "direct") == {"A": 2, "B": 0}
    assert counts(result, "one article of each cluster") == {"A": 3, "B": 1}
    assert counts(result, "lead only") == {"A": 4, "B": 0}
    assert counts(result, "body only") == {"A": 2, "B": 1}


def test_the_default_is_what_features_counts_in_all_voices():
    news = fr.read_corpus(SEEDS)
    table = sensitivity(news, "militancy.terror.actor").table
    default = table[table["variant"] == DEFAULT]
    rates = with_zeros(fr.features(news, ["militancy"], voice="all"), "militancy.terror.actor")
    for name in ("count", "base", "rate_per_1000", "ci_low", "ci_high"):
        assert default[name].tolist() == rates[name].tolist()
    assert set(default["moved"].dropna()) == {1.0}


def test_voices_of_the_seeds_add_up_to_the_default():
    table = sensitivity(fr.read_corpus(SEEDS), "militancy.terror").table
    by_group = table.groupby(["choice", "group"])["count"].sum().unstack("choice")
    assert by_group["voice"].tolist() == by_group["none"].tolist()


def test_a_rate_has_its_base_interval_and_how_far_it_moved():
    row = sensitivity(NEWS).table.query("variant == 'lead only' and group == 'A'").iloc[0]
    default = sensitivity(NEWS).table.iloc[0]
    assert (row["ci_low"], row["ci_high"]) == garwood(row["count"], row["base"])
    assert row["moved"] == pytest.approx(row["rate_per_1000"] / default["rate_per_1000"])
    assert (row["rank"], row["articles"]) == (1, 2)


def test_a_voice_alone_is_per_words_of_that_voice():
    table = sensitivity(NEWS).table.query("group == 'A'").set_index("variant")
    told = table.loc[[DEFAULT, "narrator", "indirect", "direct"], ["count", "base", "unit"]]
    assert told.to_numpy().tolist() == [
        [6, 22, "words"],
        [4, 18, "narrator words"],
        [0, 0, "indirect words"],
        [2, 4, "direct words"],
    ]
    assert table.loc["direct", "moved"] == pytest.approx((2 / 4) / (6 / 22))


def test_the_coarse_scheme_takes_bleached_cues_for_neutral():
    texts = ["أوضح الوزير أن الوفد وصل. قال الوزير إن الوفد عاد. كشف الوزير أن الوفد هرب."]
    news = read_corpus(pd.DataFrame({"doc_id": ["000"], "outlet": ["A"], "text": texts}))
    said = fr.attributions(news)
    assert said["bleached"].tolist() == [True, False, False]
    pointing = sensitivity(news, "attribution.pointing")
    neutral = sensitivity(news, "attribution.neutral")
    assert (counts(pointing, DEFAULT), counts(pointing, "coarse scheme")) == ({"A": 2}, {"A": 1})
    assert (counts(neutral, DEFAULT), counts(neutral, "coarse scheme")) == ({"A": 1}, {"A": 2})
    assert counts(neutral, "narrator") == {"A": 1}


def test_a_class_nobody_used_is_coarse_as_well():
    text = "أوضح الوزير أن الوفد وصل."
    news = read_corpus(pd.DataFrame({"doc_id": ["000"], "outlet": ["A"], "text": [text]}))
    assert counts(sensitivity(news, "attribution.neutral"), "coarse scheme") == {"A": 1}


def test_the_text_names_the_choices_that_turn_the_order_round():
    text = sensitivity(NEWS).text
    assert text.startswith("The rate of militancy.terror moves to ")
    assert "over 6 other choices" in text
    assert "it is no error of sampling" in text
    one = read_corpus(NEWS.iloc[:1])
    assert "the order of the groups stays the same throughout" in sensitivity(one).text


def test_without_clusters_the_note_says_that_copies_were_not_looked_for():
    assert "Wire copy was not looked for" in sensitivity(NEWS).note
    assert "Wire copy" not in sensitivity(NEWS, clusters={}).note


@pytest.mark.parametrize("feature", ["militancy.nothing", "militancy", "militancy.a.b.c"])
def test_a_feature_nobody_counts_is_refused(feature):
    with pytest.raises(UnknownNameError, match=f"no feature named '{feature}'"):
        sensitivity(NEWS, feature)
