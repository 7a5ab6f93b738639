"""The same text in several articles: clusters of passages, copies, independent articles."""

import pandas as pd
import pytest

import framing as fr
from framing.base.errors import FramingError
from framing.copying.copies import clusters, copies, effective_n, independence

COPY = "تصل القوافل غدا إلى الأحياء المحاصرة محملة بالغذاء والدواء والوقود بعد هدنة قصيرة"
OTHER = "أغلقت المدارس أبوابها بسبب عاصفة رملية ضربت العاصمة وأوقفت حركة القطارات والحافلات"
OWN = (
    "فاز الفريق الضيف بثلاثة أهداف نظيفة في مباراة مثيرة شهدها الملعب القديم مساء",
    "ارتفع سعر القمح عالميا نتيجة الجفاف الشديد الذي أصاب حقول المزارعين في الشمال",
    "افتتح المتحف معرضا جديدا للفخار يضم قطعا نادرة جمعها هواة خلال عقود طويلة",
)


def corpus(*texts: str) -> pd.DataFrame:
    return fr.read_corpus(pd.DataFrame({"doc_id": list("abcd")[: len(texts)], "text": texts}))


def test_passages_with_one_copy_are_one_cluster_and_others_another():
    news = corpus(f"{COPY}. {OWN[0]}.", f"{COPY}. {OTHER}.", f"{OTHER}. {OWN[1]}.")
    table = clusters(news, fr.reuse(news))
    groups = table.groupby("cluster")["doc_id"].agg(list).to_dict()
    end = len(COPY)
    assert groups == {
        f"wire:a:text:0-{end}": ["a", "b"],
        f"wire:b:text:{end + 2}-{end + 2 + len(OTHER)}": ["b", "c"],
    }
    assert list(table["n_articles"]) == [2, 2, 2, 2]
    texts = dict(zip(news["doc_id"], news["text"], strict=True))
    for row in table.to_dict("records"):
        assert texts[row["doc_id"]][row["start"] : row["end"]] == row["form"]


def test_a_chain_of_pairs_makes_one_cluster():
    news = corpus(*(f"{COPY}. {own}." for own in OWN))
    table = clusters(news, fr.reuse(news))
    assert set(table["cluster"]) == {f"wire:a:text:0-{len(COPY)}"}
    assert list(table["n_articles"]) == [3, 3, 3]


def test_articles_that_share_nothing_count_one_each():
    news = corpus(*OWN)
    pairs = fr.reuse(news)
    assert effective_n(news, pairs) == 3
    assert copies(news).to_dict() == {"a": "a", "b": "b", "c": "c"}
    assert clusters(news, pairs).empty


@pytest.mark.parametrize("n", [2, 3, 4])
def test_one_article_printed_by_all_counts_one(n):
    news = corpus(*[f"{COPY}. {OTHER}."] * n)
    assert effective_n(news) == 1
    assert set(copies(news)) == {"a"}


def test_half_an_article_shared_counts_half_twice():
    one, other = f"{COPY}. {OWN[0]}.", f"{COPY}. {OWN[1]}."
    news = corpus(one, other)
    table = independence(news, fr.reuse(news))
    n_copy, n_own = len(COPY.split()), len(OWN[0].split())
    assert list(table["base"]) == [n_copy + n_own, n_copy + len(OWN[1].split())]
    assert list(table["shared"]) == [n_copy, n_copy]
    assert table["weight"][0] == pytest.approx((n_copy / 2 + n_own) / (n_copy + n_own))


def test_an_article_without_words_has_no_weight():
    news = corpus("", OWN[0])
    assert list(independence(news, fr.reuse(news))["weight"]) == [0.0, 1.0]


def test_articles_are_copies_if_they_share_half_of_the_shorter_or_a_chain_leads_on():
    short, long = f"{COPY}. نعم.", f"{COPY}. {OTHER}. {OWN[0]}. {OWN[1]}."
    news = corpus(short, long, f"{OTHER}. {OWN[2]}", OWN[2])
    assert copies(news, least=0.9).to_dict() == {"a": "a", "b": "a", "c": "c", "d": "c"}
    assert copies(news, least=0.4).nunique() == 1  # b and c share nearly half of c
    assert copies(news, fr.reuse(news).iloc[:0]).nunique() == 4
    with pytest.raises(FramingError, match="least share of a copy is 2"):
        copies(news, least=2)


def test_copies_are_what_a_comparison_takes_and_passages_are_refused():
    news = corpus(f"{COPY}. {OTHER}.", f"{COPY}. {OTHER}.", OWN[0], OWN[1])
    news["outlet"] = ["x", "x", "y", "y"]
    rates = fr.features(news, ["militancy", "attribution"])
    rates.loc[len(rates)] = rates.iloc[0].copy()
    rates.loc[len(rates) - 1, ["feature", "voice", "count"]] = "militancy.terror", "narrator", 1
    table = fr.compare(rates, news, clusters=copies(news)).table
    assert (table["effective_n"][0], table["effective_n_reference"][0]) == (1, 2)
    with pytest.raises(FramingError, match=r"given as a table.*framing\.copies"):
        fr.compare(rates, news, clusters=clusters(news, fr.reuse(news)))
    passages = clusters(news, fr.reuse(news)).set_index("doc_id")["cluster"]
    twice = pd.concat([passages, passages])
    with pytest.raises(FramingError, match="stands in two clusters"):
        fr.compare(rates, news, clusters=twice)
