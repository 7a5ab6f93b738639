"""What an audit says of sparse categories: given wherever it can be, and covering the truth."""

import numpy as np
import pandas as pd
import pytest

from framing.questions.audit_estimates import EVERY, Cases

N = 450


def audited(chance, precision, recall, drawn, n=N):
    """Articles of three outlets, nine in a hundred with the category; some of each are coded."""
    truth = np.where(chance.random(n) < 0.09, chance.geometric(0.27, n), 0)
    hits = chance.binomial(truth, recall)
    found = hits + chance.poisson(0.33 * recall * (1 - precision) / precision, n)
    place = np.argsort(np.argsort(chance.random((n // 3, 3)), axis=0), axis=0).ravel()
    columns = {"coded": truth, "right": hits, "ours": found}
    table = pd.DataFrame({"group": np.arange(n) % 3, "words": 300, "found": found, "truth": truth})
    return table.assign(**{a: np.where(place < drawn / 3, b, np.nan) for a, b in columns.items()})


def rows(articles, group=EVERY):
    return {row["statistic"]: row for row in Cases(articles).rows(group)}


@pytest.mark.parametrize(("precision", "recall"), [(0.97, 0.97), (0.8, 0.75)])
@pytest.mark.parametrize("drawn", [30, 90])
def test_what_is_corrected_covers_where_the_category_is_rare(precision, recall, drawn):
    chance = np.random.default_rng(4)
    inside = {"rate_per_1000": [], "share_of": []}
    for _ in range(40):
        articles = audited(chance, precision, recall, drawn)
        truth = articles["truth"]
        truths = {"rate_per_1000": truth.sum() / 0.3 / N, "share_of": (truth > 0).mean()}
        if articles[["coded", "ours"]].sum().any():
            known = rows(articles)
            for name, covered in inside.items():
                low, high = known[name]["ci_low"], known[name]["ci_high"]
                assert low < high
                covered.append(low <= truths[name] <= high)
    assert min(len(one) for one in inside.values()) > 30
    assert min(np.mean(one) for one in inside.values()) >= 0.93


def test_an_outlet_without_positives_leaves_all_outlets_their_estimates():
    chance = np.random.default_rng(5)
    articles = audited(chance, 0.9, 0.9, 90)
    names = ["coded", "right", "ours"]
    articles.loc[articles["group"] == 1, names] = articles.loc[articles["group"] == 1, names] * 0
    for name in ("rate_per_1000", "share_of"):
        assert np.isnan(rows(articles, 1)[name]["value"])
        assert rows(articles, 0)[name]["value"] > 0
        assert 0 < rows(articles)[name]["ci_low"] < rows(articles)[name]["ci_high"]


def test_a_share_of_articles_is_no_more_than_all_of_them():
    articles = pd.DataFrame(
        {"group": "A", "words": 10, "found": [1] * 9 + [0], "coded": [1, 1, 1] + [np.nan] * 7,
         "right": [1, 1, 0] + [np.nan] * 7, "ours": [1, 1, 0] + [np.nan] * 7}
    )  # fmt: skip
    known = rows(articles)["share_of"]
    assert (known["value"], known["ci_high"], known["clipped"]) == (1, 1, True)
    assert known["ci_low"] < 1
