"""Whose words: spelling is no finding, numbers are those of others' code, laws hold."""

import re
from math import isnan

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from logodds import log_odds_details
from nltk.collocations import BigramAssocMeasures

from framing.base.errors import FramingError, UnknownNameError
from framing.corpus.articles import read_corpus
from framing.questions.collocates import collocates, similar_articles
from framing.questions.keywords import PRIOR_WORDS, keywords
from framing.questions.vocabulary import bare_forms, read_vocabulary
from framing.text.orthography import fold

WORDS = "أكد المسؤول أن الإرهاب خطر على المدينة وقال الوزير إن الجيش دخل القرية مساء أمس".split()


def corpus(texts, outlets):
    ids = [f"{place:03}" for place in range(len(texts))]
    return read_corpus(pd.DataFrame({"doc_id": ids, "outlet": list(outlets), "text": list(texts)}))


def sentences(n, seed=3, words=WORDS):
    chance = np.random.default_rng(seed)
    return [" ".join(chance.choice(words, 30)) + "." for _ in range(n)]


def of(result, word):
    return result.table.set_index("word").loc[word]


# Words without clitics


@pytest.mark.parametrize(
    ("printed", "bare"),
    [
        ("وقال", "قال"),
        ("والوزير", "وزير"),
        ("بالوزير", "وزير"),
        ("للوزير", "وزير"),
        ("تصريحاتها", "تصريحات"),
        ("سيكون", "يكون"),
        ("كيري", "كيري"),  # not ka- and يرى
        ("وزير", "وزير"),  # not wa- and زير
        ("كان", "كان"),
        ("وفي", "في"),
        ("وفد", "وفد"),
        ("سكان", "سكان"),  # sa- stands before a present only
        ("حكومته", "حكومته"),  # a final ه may be a ta marbuta
    ],
)
def test_clitics_are_split_off_where_the_corpus_attests_the_rest(printed, bare):
    text = "في في فد فد قال قال وزير وزير تصريحات تصريحات يكون يكون يرى يرى كان كان حكومة"
    counts = pd.Series([fold(word) for word in [*text.split(), printed]]).value_counts().to_dict()
    assert bare_forms(counts)[fold(printed)] == fold(bare)


def test_a_word_whose_rest_is_not_printed_stays_whole():
    assert bare_forms({"والدوله": 3}) == {"والدوله": "والدوله"}


@given(st.dictionaries(st.text("والبكلمينه", min_size=1, max_size=9), st.integers(1, 9)))
def test_a_bare_word_is_printed_and_bare_itself(counts):
    bare = bare_forms(counts)
    assert set(bare) == set(counts)
    assert all(bare[core] == core for core in bare.values())


def test_every_word_of_lead_and_body_is_counted_once():
    news = corpus(["وقال الوزير نعم ـ. قال وزير لا.", ""], "AB")
    found = read_vocabulary(news)
    counts = dict(zip(found.words, found.counts.toarray()[0].tolist(), strict=True))
    assert counts == {"قال": 2, "وزير": 2, "نعم": 1, "لا": 1}
    assert found.sizes.tolist() == [6, 0]
    assert found.printed["وزير"] == "وزير"
    assert found.places[0][0] == "قال"


# Keywords


def test_a_spelling_habit_is_no_finding():
    texts = sentences(30)
    bare = [re.sub("[أإآ]", "ا", text).replace("ة", "ه").replace("ى", "ي") for text in texts]
    marked = [re.sub(r"(?<=\w)(?=\w)", "\u064e", text, count=9) for text in texts]
    for other in (bare, marked):
        result = keywords(corpus([*texts, *other], "A" * 30 + "B" * 30), least=1)
        assert result.table.empty


def test_log_odds_are_those_of_another_package_and_swapping_flips_them():
    news = corpus(sentences(6), "AAABBB")
    found = read_vocabulary(news)
    sums = found.counts.toarray()
    here, there = (
        dict(zip(found.words, sums[part].sum(axis=0).tolist(), strict=True))
        for part in (slice(0, 3), slice(3, 6))
    )
    weight = PRIOR_WORDS / sums.sum()
    prior = {word: weight * (here[word] + there[word]) for word in found.words}
    theirs = log_odds_details(here, there, prior, alpha=1e-12)
    table = keywords(news, least=1, most=99).table
    assert len(table) > 5
    for row in table.to_dict("records"):
        sign = 1 if row["target"] == "A" else -1
        known = theirs[row["word"]]
        assert row["log_odds"] == pytest.approx(sign * known["delta"], abs=1e-6)
        assert row["z"] == pytest.approx(sign * known["z"], abs=1e-6)
        assert row["z"] > 0


def test_the_row_of_a_word_has_counts_bases_spread_and_form():
    news = corpus(
        ["القرية القرية القرية هدأت", "القرية والقرية نامت", "المدينة نامت الليلة"], "AAB"
    )
    row = of(keywords(news), fold("القرية"))
    assert (row["count"], row["base"], row["count_reference"], row["base_reference"]) == (
        5,
        7,
        0,
        3,
    )
    assert (row["document_frequency"], row["document_frequency_reference"]) == (2, 0)
    assert row["form"] == "القرية"
    assert row["dp_norm"] == pytest.approx((3 / 5 - 4 / 7) / (1 - 3 / 7))
    assert isnan(row["p_adjusted"])
    assert "nothing is inferred" in keywords(news).text


def test_a_word_of_one_article_is_not_distinctive_of_its_outlet():
    texts = sentences(60)
    texts[0] += " زلزال" * 12
    texts = [text + " عاصفة" * (place < 30) for place, text in enumerate(texts)]
    news = corpus(texts, "A" * 30 + "B" * 30)
    result = keywords(news)
    burst, steady = of(result, "زلزال"), of(result, fold("عاصفة"))
    assert (burst["document_frequency"], steady["document_frequency"]) == (1, 30)
    assert isnan(burst["p_adjusted"])  # one article has it
    assert steady["p_adjusted"] < 0.05
    assert burst["dp_norm"] > 0.9 > steady["dp_norm"]
    assert "distinctive beyond what permuted articles lead to" in result.text


def test_copies_of_one_text_are_one_text():
    texts = sentences(60)
    news = corpus(texts, "A" * 30 + "B" * 30)
    clusters = {f"{place:03}": "wire" for place in range(28)}
    assert keywords(news).table["p_adjusted"].notna().any()
    assert keywords(news, clusters=clusters).table["p_adjusted"].isna().all()


def test_of_halves_dealt_out_by_chance_hardly_a_word_is_distinctive():
    texts, chance = sentences(60), np.random.default_rng(5)
    found = []
    for _ in range(20):
        halves = "".join(chance.permutation(list("AB" * 30)))
        found.append((keywords(corpus(texts, halves)).table["p_adjusted"] < 0.05).any())
    assert sum(found) <= 4


def test_with_a_reference_all_others_are_compared_with_it():
    news = corpus(sentences(6), "ABCABC")
    table = keywords(news, reference="B", least=1).table
    assert set(table["target"]) == {"A", "C"}
    assert set(table["reference"]) == {"B"}
    with pytest.raises(UnknownNameError, match="no group named 'D'"):
        keywords(news, reference="D")


def test_an_empty_article_changes_no_keyword():
    texts = sentences(44)
    before = keywords(corpus(texts, "AB" * 22)).table
    after = keywords(corpus([*texts, ""], "AB" * 22 + "A")).table
    pd.testing.assert_frame_equal(
        before.drop(columns="p_adjusted"), after.drop(columns="p_adjusted")
    )


def test_one_group_alone_has_no_keywords():
    assert keywords(corpus(sentences(3), "AAA")).table.empty


# Collocates


def test_collocates_are_counted_beside_the_nearest_node_in_the_sentence():
    text = "رفض الخبير وصف إرهابي خطير. إرهابي خطير مات. جاء خطير بعيد"
    result = collocates(corpus([text], "A"), "إرهابي", least=1, width=2)
    row = of(result, "خطير")
    assert (row["count"], row["base"], row["nodes"], row["document_frequency"]) == (2, 3, 2, 1)
    words = set(result.table["word"])
    assert {"خطير", "وصف", "مات"} <= words
    assert not {"رفض", "جاء", "بعيد", "ارهابي"} & words
    window, whole = 5, 11
    assert row["pmi"] == pytest.approx(BigramAssocMeasures.pmi(2, (3, window), whole))
    assert row["log_dice"] == pytest.approx(
        14 + np.log2(BigramAssocMeasures.dice(2, (2, 3), whole))
    )
    theirs = BigramAssocMeasures.likelihood_ratio(2, (3, window), whole)
    assert row["log_likelihood"] == pytest.approx(theirs)


def test_a_word_between_two_nodes_counts_once():
    text = "إرهابي خطير إرهابي"
    row = of(collocates(corpus([text], "A"), "إرهابي", least=1), "خطير")
    assert (row["count"], row["nodes"]) == (1, 1)


def test_spans_may_be_a_table_and_those_of_titles_are_left_out():
    news = corpus(["قال إرهابي خطير هذا"], "A").assign(title="إرهابي خطير")
    spans = pd.DataFrame(
        {"doc_id": ["000", "000"], "field": ["text", "title"], "start": [4, 0], "end": [10, 6]}
    )
    assert of(collocates(news, spans, least=1), "خطير")["count"] == 1
    with pytest.raises(FramingError, match="The label does not occur in leads and bodies"):
        collocates(news, "زلزال")


# Likeness


def test_likeness_is_the_cosine_of_tf_idf_worked_by_hand():
    texts = ["زلزال مدينة", "زلزال قرية", "عاصفة نهر"]
    table = similar_articles(corpus(texts, "ABC")).table
    idf = {1: np.log(4 / 2) + 1, 2: np.log(4 / 3) + 1}
    expected = idf[2] ** 2 / (idf[2] ** 2 + idf[1] ** 2)
    first = table[table["doc_id"] == "000"].iloc[0]
    assert (first["other"], first["words"]) == ("001", ["زلزال"])
    assert first["similarity"] == pytest.approx(expected)
    assert table[table["doc_id"] == "002"]["similarity"].tolist() == [0, 0]


def test_a_copy_is_fully_alike_and_likeness_is_mutual():
    texts = sentences(8)
    table = similar_articles(corpus([*texts, texts[0]], "A" * 9), most=8).table
    alike = table.set_index(["doc_id", "other"])["similarity"]
    assert alike["000", "008"] == pytest.approx(1)
    assert all(alike[a, b] == pytest.approx(alike[b, a]) for a, b in alike.index)
    assert "000" not in set(table[table["doc_id"] == "000"]["other"])


def test_likeness_needs_two_articles():
    with pytest.raises(FramingError, match="Likeness needs two articles"):
        similar_articles(corpus(["نعم", ""], "AB"))


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 999))
def test_listed_articles_are_the_most_alike(seed):
    result = similar_articles(corpus(sentences(6, seed), "A" * 6), most=2)
    by_article = result.table.groupby("doc_id")["similarity"]
    assert (by_article.size() == 2).all()
    assert by_article.apply(lambda one: one.is_monotonic_decreasing).all()
