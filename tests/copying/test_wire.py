"""Agency copy: clusters of it, and how many articles are independent of each other."""

import pandas as pd
import pytest

import framing as fr
from framing.copying.wire import clusters, effective_n, independence

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
    assert effective_n(news, pairs) == 3.0
    assert clusters(news, pairs).empty


@pytest.mark.parametrize("copies", [2, 3, 4])
def test_one_article_printed_by_all_counts_one(copies):
    news = corpus(*[f"{COPY}. {OTHER}."] * copies)
    assert effective_n(news, fr.reuse(news)) == pytest.approx(1.0)  # thirds do not add up exactly


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
