"""Do outlets differ: rates side by side, guards that raise, and laws of the comparison."""

from math import inf, isnan, log2
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import framing as fr
from framing.base import columns
from framing.base.errors import FramingError, UnknownNameError
from framing.corpus.articles import read_corpus
from framing.counting.zeros import with_zeros
from framing.measures import GUARDS, permuted_ratios, rate_ratio_interval, upper_limit
from framing.questions.comparison import compare

SEEDS = Path(__file__).parents[2] / "seeds"
TERROR = "militancy.terror"


def rates_of(counts, bases, feature=TERROR, voice="narrator", unit="words"):
    """A table of features as if counted: one article a count."""
    rows = [
        {
            **{"doc_id": f"{place:03}", "feature": feature, "voice": voice},
            **{"count": count, "base": base, "unit": unit, "span_ids": []},
        }
        for place, (count, base) in enumerate(zip(counts, bases, strict=True))
    ]
    return columns.table("features", rows)


def outlets(names, **more):
    ids = [f"{place:03}" for place in range(len(names))]
    return pd.DataFrame({"doc_id": ids, "outlet": list(names), "text": "نص"} | more)


def many(n=60, seed=4, ratio=2.0):
    """Articles of two outlets, one printing the word twice as often."""
    chance = np.random.default_rng(seed)
    bases = chance.integers(200, 900, n)
    mean = 0.006 * bases * np.where(np.arange(n) % 2, 1, ratio)
    counts = chance.negative_binomial(mean / 1.26, 1 / 2.26)
    return rates_of(counts.tolist(), bases.tolist()), outlets("AB" * (n // 2))


def only(result):
    assert len(result.table) == 1
    return result.table.iloc[0]


# What is described


def test_one_article_per_outlet_is_described_and_has_no_p():
    result = compare(rates_of([9, 1], [543, 445]), outlets("AB"))
    row = only(result)
    assert (row["count"], row["base"], row["count_reference"], row["base_reference"]) == (
        *(9, 543, 1, 445),
    )
    assert row["rate_ratio"] == pytest.approx(9 / 543 * 445)
    assert row["log_ratio"] == pytest.approx(log2(row["rate_ratio"]))
    assert (row["ci_low"], row["ci_high"]) == rate_ratio_interval(9, 543, 1, 445)
    assert isnan(row["p"])
    assert isnan(row["p_adjusted"])
    assert row["family"] is None
    assert row["method"] == "exact"
    assert result.text == (
        "militancy.terror in narrator voice stands 9 times in 543 words (16.6 per 1,000) in A and "
        "once in 445 words (2.25 per 1,000) in B, 7.38 times as often (95% interval 1.02 to 323). "
        "With 1 and 1 articles this describes these texts and says nothing of the outlets beyond "
        "them: the interval takes mentions as independent, and no p is given."
    )
    assert "militancy 1." in result.note
    assert "(sha256 " in result.note
    assert "Left out: nothing." in result.note


def test_a_zero_is_shown_with_its_upper_limit_and_never_as_never():
    result = compare(rates_of([4, 0], [400, 445]), outlets("AB"))
    row = only(result)
    assert row["limit_reference"] == upper_limit(445)
    assert isnan(row["limit"])
    assert (row["rate_ratio"], row["ci_high"]) == (inf, inf)
    assert row["log_ratio"] == pytest.approx(log2(4.5 / 400) - log2(0.5 / 445))
    assert "0 times in 445 words (at most 8.29 per 1,000) in B" in result.text
    assert "a ratio that cannot be given (95% interval" in result.text
    assert "never" not in result.text


def test_every_pair_is_compared_or_each_outlet_with_the_reference():
    rates, news = rates_of([1, 2, 3, 4], [100] * 4), outlets("ABCD")
    pairs = compare(rates, news).table[["target", "reference"]].to_numpy().tolist()
    assert pairs == [list(pair) for pair in ("AB", "AC", "AD", "BC", "BD", "CD")]
    pairs = compare(rates, news, reference="C").table[["target", "reference"]].to_numpy().tolist()
    assert pairs == [["A", "C"], ["B", "C"], ["D", "C"]]
    with pytest.raises(UnknownNameError, match="no group named 'E'"):
        compare(rates, news, reference="E")


def test_each_outlet_may_be_compared_with_all_the_rest_together():
    table = compare(
        rates_of([4, 1, 2], [100, 200, 300]), outlets(["A", "B", "C"]), reference="the rest"
    ).table
    assert table["target"].tolist() == ["A", "B", "C"]
    assert table["reference"].unique().tolist() == ["the rest"]
    assert table["count_reference"].tolist() == [3, 6, 5]
    assert table["base_reference"].tolist() == [500, 400, 300]


def test_the_farthest_of_many_is_told_as_one_of_many():
    text = compare(rates_of([50, 2, 3], [1000] * 3), outlets("ABC")).text
    assert text.startswith("Of 3 comparisons the farthest apart: ")
    assert "in A and twice" not in text
    assert " in A and 2 times in 1,000 words (2 per 1,000) in B, 25 times as often" in text
    assert "(95% interval for all of them at once " in text


# What is inferred


def test_with_enough_articles_they_are_the_cases():
    rates, news = many()
    result = compare(rates, news)
    row = only(result)
    x = np.arange(60) % 2 == 0
    counts, bases = (rates[name].to_numpy(float)[None] for name in ("count", "base"))
    known = permuted_ratios(counts, bases, x, np.arange(60), np.zeros(60, np.int64))
    for name, value in {
        **{"rate_ratio": known.value, "ci_low": known.low, "ci_high": known.high, "p": known.p},
        **{"low_together": known.low, "high_together": known.high, "p_adjusted": known.p},
    }.items():
        assert row[name] == value[0]
    assert row["family"] == "largest of 1 permuted together, times 1 pair"
    assert row["reason"] is None
    assert (row["articles"], row["effective_n"], row["method"]) == (30, 30, "permutation")
    assert "Articles are the cases, 30 and 30 of them independent: p = " in result.text
    assert "1 of 1 differs at 0.05 after adjustment." in result.text
    assert "permuted within event or month, copies together, 2,000 times" in result.note


def test_wire_copies_count_once():
    rates, news = many()
    clusters = {f"{place:03}": place % 2 * 100 + place // 4 for place in range(60)}
    row = only(compare(rates, news, clusters=clusters))
    assert (row["articles"], row["effective_n"], row["effective_n_reference"]) == (30, 15, 15)
    both = {f"{place:03}": place // 2 for place in range(60)}
    result = compare(rates, news, clusters=both)
    assert only(result)["reason"] == GUARDS.reasons[3]
    assert result.text.endswith(f"Nothing is inferred: {GUARDS.reasons[3]}.")
    few = {f"{place:03}": place % 6 for place in range(0, 60, 2)}
    row = only(compare(rates, news, clusters=few))
    assert (row["articles"], row["effective_n"], row["effective_n_reference"]) == (30, 3, 30)
    assert row["method"] == "exact"  # three texts of one outlet are not enough


def test_inference_asked_for_with_too_few_articles_raises():
    with pytest.raises(FramingError, match="needs 20 independent articles, and there are 18"):
        compare(*many(18), method="permutation")
    assert only(compare(*many(18)))["method"] == "exact"
    rates, news = many(24)
    news["outlet"] = ["A"] * 4 + ["B"] * 20
    with pytest.raises(FramingError, match="needs 5 independent articles of each group, and one"):
        compare(rates, news, method="permutation")


def test_an_outlet_without_any_is_tested_too():
    rates, news = many()
    rates.loc[np.arange(60) % 2 == 0, "count"] = 0
    result = compare(rates, news)
    row = only(result)
    assert (row["method"], row["count"], row["rate_ratio"]) == ("permutation", 0, 0)
    assert row["limit"] > 0
    assert (row["ci_low"], row["p"]) == (0, 1 / 2000)
    assert row["ci_high"] < 0.2
    assert "a ratio that cannot be given (95% interval 0 to" in result.text


def test_what_one_article_holds_is_not_inferred_and_that_is_said():
    rates, news = many(80)
    rates["count"] = 0
    rates.loc[[0, 1], "count"] = 30, 1
    result = compare(rates, news)
    row = only(result)
    assert row["reason"] == "fewer than 10 independent articles of both groups together have it"
    assert result.text.endswith(
        f"a ratio that has no interval. Nothing is inferred: {row['reason']}."
    )
    assert f"Without p: {row['reason']}." in result.note


def test_strata_without_an_occurrence_do_not_make_few_articles_many():
    rates, news = many(60)
    news["outlet"] = ["A"] * 3 + ["B"] * 17 + ["A", "B"] * 20
    news["event"] = ["e1"] * 20 + ["e2"] * 40
    rates.loc[20:, "count"] = 0
    row = only(compare(rates, news))
    assert isnan(row["p"])
    assert row["reason"] == GUARDS.reasons[1]
    assert (row["effective_n"], row["effective_n_reference"]) == (3, 17)


def test_many_tests_are_one_family_with_its_name():
    one, news = many()
    tables = [
        one.assign(
            feature=f"militancy.{n}", count=one["count"].sample(frac=1, random_state=n).to_numpy()
        )
        for n in range(25)
    ]
    news["outlet"] = ["A", "B", "C"] * 20
    result = compare(pd.concat(tables), news)
    assert set(result.table["family"]) == {"largest of 25 permuted together, times 3 pairs"}
    assert (result.table["p_adjusted"] >= 3 * result.table["p"] - 1e-9).all() or (
        result.table["p_adjusted"].max() == 1
    )
    assert "for all of them at once" in result.text


# Shares


def test_shares_are_compared_over_the_articles_that_have_a_base():
    news = outlets("AB" * 30)
    k, n = [2, 1] * 30, [4, 4] * 30
    shares = columns.table(
        "shares",
        [
            {
                **{"doc_id": f"{place:03}", "share": "stance", "voice": "narrator"},
                **{"category": "denial", "unit": "attributions", "span_ids": []},
                **{"count": one, "base": other},
            }
            for place, (one, other) in enumerate(zip(k, n, strict=True))
            if place < 50
        ],
    )
    result = compare(shares, news)
    row = only(result)
    assert row["feature"] == "stance: denial"
    assert (row["count"], row["base"], row["share_of"]) == (50, 100, 0.5)
    assert (row["share_reference"], row["rate_ratio"]) == (0.25, pytest.approx(2, rel=1e-3))
    assert pd.isna(row["rate_per_1000"])
    assert (row["effective_n"], row["p"]) == (25, 1 / 2000)
    assert "50 times among 100 attributions (50%) in A and" in result.text
    assert result.note.startswith("Counted: shares of attributions. ")
    with pytest.raises(UnknownNameError, match=r"no share .* named 'stanze'.*'stance'"):
        compare(shares, news, of="stanze")


def test_the_shares_that_control_for_the_topic_are_compared_first():
    news = fr.read_corpus(SEEDS)
    shares = fr.shares(news)
    table = compare(shares, news).table
    assert set(table["feature"].str.partition(": ")[0]) == {"terror label", "stance", "sourcing"}
    one = compare(shares, news, of="stance: denial", voice="all").table
    assert set(one["feature"]) == {"stance: denial"}
    assert set(one["voice"]) == {"all"}


# Within events and months


def test_outlets_are_compared_within_the_event_where_events_are_known():
    rates = rates_of([4, 2, 9, 1, 7], [400, 400, 300, 300, 500])
    news = outlets("ABABA", event=["raid", "raid", "talks", "talks", "flood"])
    table = compare(rates, news).table
    assert table[["within", "count", "count_reference"]].to_numpy().tolist() == [
        *(["raid", 4, 2], ["talks", 9, 1]),
    ]
    whole = only(compare(rates, news, within=None))
    assert (whole["within"], whole["count"]) == ("all articles", 20)


def test_by_month_where_dates_are_known_and_events_are_not():
    news = outlets(
        "ABAB", date=pd.to_datetime(["2016-07-15", "2016-07-16", "2016-08-01", "2016-08-02"])
    )
    rates = rates_of([4, 2, 9, 1], [400, 400, 300, 300])
    assert compare(rates, news).table["within"].tolist() == ["2016-07", "2016-08"]
    news.loc[0, "date"] = pd.NaT
    assert compare(rates, news).table["within"].tolist() == ["all articles"]
    assert "all articles, not by month, since 1 articles have no date." in compare(rates, news).note
    note = compare(rates, news, within="month").note
    assert "Left out: 1 articles without event or month." in note


def test_with_enough_articles_events_are_taken_together():
    rates, news = many()
    news["event"] = [f"e{place // 2}" for place in range(60)]
    row = only(compare(rates, news))
    assert (row["within"], row["method"]) == ("30 together", "permutation")
    assert row["ci_low"] < row["rate_ratio"] < row["ci_high"]
    assert "and compared one by one " in compare(rates, news).text


def test_groups_that_share_no_event_cannot_be_compared():
    news = outlets("AB", event=["raid", "talks"])
    with pytest.raises(FramingError, match="No two groups stand in one event or month"):
        compare(rates_of([4, 2], [400, 400]), news)


# Guards


def test_different_bases_raise():
    mixed = pd.concat([rates_of([1], [300]), rates_of([1], [20], "x", unit="references")])
    with pytest.raises(FramingError, match="different bases: references, words"):
        compare(mixed, outlets("A"))
    zones = pd.concat([rates_of([1, 1], [300, 300]), rates_of([1, 1], [90, 90], "militancy.x")])
    with pytest.raises(FramingError, match="Article '000' has rates on different bases"):
        compare(zones, outlets("AB"))


def test_voices_are_added_up_only_by_name():
    split = pd.concat([rates_of([1, 2], [99, 99]), rates_of([3, 4], [99, 99], voice="direct")])
    table = compare(split, outlets("AB")).table
    assert table[["voice", "count", "count_reference"]].to_numpy().tolist() == [
        *(["narrator", 1, 2], ["direct", 3, 4]),
    ]
    row = only(compare(split, outlets("AB"), voice="all"))
    assert (row["voice"], row["count"], row["count_reference"]) == ("all", 4, 6)
    with pytest.raises(FramingError, match="lacks voice"):
        compare(split.drop(columns="voice"), outlets("AB"))
    with pytest.raises(FramingError, match="two rows of one feature and voice"):
        compare(split.assign(voice="direct"), outlets("AB"))
    with pytest.raises(FramingError, match="by voice and with all voices together"):
        compare(pd.concat([split, rates_of([4, 6], [99, 99], voice="all")]), outlets("AB"))


def test_what_cannot_be_compared_says_why():
    rates = rates_of([1, 2], [99, 99])
    with pytest.raises(UnknownNameError, match="no column of the articles named 'house'"):
        compare(rates, outlets("AB"), by="house")
    with pytest.raises(UnknownNameError, match="no method named 'wald'"):
        compare(rates, outlets("AB"), method="wald")
    with pytest.raises(FramingError, match="The corpus has no article '001'"):
        compare(rates, outlets("A"))
    with pytest.raises(FramingError, match="No article has a group"):
        compare(rates, outlets("AB"), by={})
    with pytest.raises(FramingError, match="All articles are of one group, 'A'"):
        compare(rates, outlets("AA"))
    with pytest.raises(FramingError, match="has no row"):
        compare(rates.iloc[:0], outlets("AB"))
    one = rates_of([99], [99], "words", "all")
    with pytest.raises(FramingError, match="counted in some of the articles only"):
        compare(pd.concat([rates, one]), outlets("AB"))
    two = rates_of([99, 99], [99, 99], "words", "all")
    with pytest.raises(FramingError, match="counted in some of the articles only"):
        compare(pd.concat([rates, one, two]), outlets("AB"))


# What is compared, and the articles in which it does not occur


def with_words(rates, bases):
    return pd.concat([rates_of(bases, bases, "words", "all"), rates])


def test_an_article_without_a_row_has_none_on_its_base():
    rates = with_words(rates_of([4], [400]), [400, 445, 155])
    row = only(compare(rates, outlets("ABB")))
    assert (row["count"], row["base"], row["articles"]) == (4, 400, 1)
    assert (row["count_reference"], row["base_reference"], row["articles_reference"]) == (0, 600, 2)
    assert row["limit_reference"] == upper_limit(600)


def test_without_the_rows_of_words_the_corpus_says_which_articles_there_are():
    news = read_corpus(
        pd.DataFrame(
            {
                "doc_id": ["0", "1", "2"],
                "outlet": ["A", "B", "B"],
                "text": ["قتل الإرهابيون مدنيين أمس.", "وصل الوفد.", "عاد الوفد أمس."],
            }
        )
    )
    whole = fr.features(news, ["militancy"], voice="all")
    chosen = whole[whole["feature"] == TERROR]
    pd.testing.assert_frame_equal(
        compare(chosen, news).table, compare(whole, news, of=TERROR).table
    )
    assert only(compare(chosen, news))["base_reference"] == 5
    assert only(compare(chosen, fr.annotate(news)))["base_reference"] == 5
    with pytest.raises(FramingError, match=r"lacks the rows of 'words'.*give the corpus"):
        compare(chosen, by={"0": "A", "1": "B", "2": "B"})
    with pytest.raises(FramingError, match="not the words of the corpus"):
        compare(chosen, news.drop(columns="text"))
    with pytest.raises(FramingError, match="not the words of the corpus"):
        compare(chosen.assign(base=99), news)


def test_zeros_filled_in_change_no_comparison():
    news = fr.read_corpus(SEEDS)
    rates = fr.features(news)
    sparse = compare(rates, news, of="all").table
    dense = compare(with_zeros(rates), news, of="all").table
    occurs = dense.merge(sparse[["feature", "voice"]].drop_duplicates())
    pd.testing.assert_frame_equal(occurs, sparse, check_dtype=False)


def test_what_is_compared_is_chosen_by_lexicon_or_by_name():
    rates = pd.concat(
        [
            rates_of([1, 2], [99, 99], name)
            for name in ("state.regime", "state.regime.syria", TERROR, "militancy.armed")
        ]
    )
    names = {
        None: ["militancy.terror", "militancy.armed"],
        "militancy": ["militancy.terror", "militancy.armed"],
        "state": ["state.regime"],
        "state.regime.syria": ["state.regime.syria"],
        ("state", TERROR): ["militancy.terror", "state.regime"],
        "all": ["militancy.terror", "militancy.armed", "state.regime", "state.regime.syria"],
    }
    rates = with_words(rates, [99, 99])
    for of, wanted in names.items():
        result = compare(rates, outlets("AB"), of=of)
        assert result.table["feature"].tolist() == wanted
        left = 4 - len(wanted)
        said = f"Left out: {left} other features of the table (name them by of, as of="
        assert (said in result.note) == bool(left)
    finer = rates[rates["feature"].isin(["words", "state.regime.syria"])]
    assert only(compare(finer, outlets("AB")))["feature"] == "state.regime.syria"
    with pytest.raises(UnknownNameError, match=r"Did you mean 'militancy\.terror'"):
        compare(rates, outlets("AB"), of="militancy.terorr")


def test_groups_may_be_a_column_of_the_features_or_a_dict():
    rates = with_words(rates_of([1, 2], [99, 99]), [99, 99])
    by_column = compare(rates.assign(house=["A", "B"] * 2), by="house").table
    by_dict = compare(rates, by={"000": "A", "001": "B"}).table
    pd.testing.assert_frame_equal(by_column, by_dict)


# Laws

ARTICLES = st.lists(
    st.tuples(st.integers(0, 12), st.integers(100, 900), st.sampled_from("AB")),
    min_size=2,
    max_size=30,
)


def built(articles):
    counts, bases, names = zip(*[*articles, (1, 300, "A"), (2, 300, "B")], strict=True)
    return rates_of(counts, bases), outlets(names)


@settings(max_examples=30, deadline=None)
@given(ARTICLES)
def test_swapping_target_and_reference_flips_the_sign(articles):
    rates, news = built(articles)
    one, other = (only(compare(rates, news, reference=name)) for name in "BA")
    assert other["log_ratio"] == pytest.approx(-one["log_ratio"], abs=1e-6)
    assert other["ci_high"] == pytest.approx(1 / one["ci_low"] if one["ci_low"] else inf)
    assert other["p"] == pytest.approx(one["p"], nan_ok=True)


@settings(max_examples=30, deadline=None)
@given(ARTICLES)
def test_an_empty_article_changes_nothing_but_n(articles):
    rates, news = built(articles)
    more_rates, more_news = built([(0, 0, "B"), *articles])
    before, after = (
        only(compare(*one, reference="B")) for one in ((rates, news), (more_rates, more_news))
    )
    assert after["articles_reference"] == before["articles_reference"] + 1
    same = [name for name in before.index if name != "articles_reference"]
    for name in same:
        assert (
            after[name] == before[name]
            or pd.isna(before[name])
            or (isinstance(before[name], float) and after[name] == pytest.approx(before[name]))
        )


@settings(max_examples=30, deadline=None)
@given(ARTICLES)
def test_the_interval_holds_the_ratio(articles):
    row = only(compare(*built(articles)))
    assert row["ci_low"] <= row["rate_ratio"] * (1 + 1e-9)
    assert row["rate_ratio"] <= row["ci_high"] * (1 + 1e-9)


# The seeds


def test_the_seeds_are_described_within_their_month_and_nothing_is_tested():
    news = fr.read_corpus(SEEDS)
    rates = fr.features(news, ["militancy"])
    result = fr.compare(rates[rates["feature"] == "militancy.terror"], news, voice="all")
    assert len(result.table) == 10
    assert set(result.table["within"]) == {"2016-07"}
    assert result.table[["p", "p_adjusted", "family"]].isna().to_numpy().all()
    assert "text 001, AFP copy (carrier unknown), inferred" in set(result.table["reference"])
    assert (result.table["ci_low"] <= result.table["rate_ratio"]).all()


def test_a_result_shows_itself_and_showing_changes_nothing():
    news = outlets(["<b>A</b>", "B\u202e"])
    result = compare(rates_of([9, 0], [543, 445]), news)
    before = result.table.copy()
    page = result._repr_html_()
    assert "&lt;b&gt;A&lt;/b&gt;" in page
    assert "<b>A" not in page
    assert "\u202e" not in page
    assert str(result) == f"{result.text}\n\n{result.note}"
    pd.testing.assert_frame_equal(result.table, before)
