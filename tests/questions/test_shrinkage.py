"""Rates drawn together: rows, sentences, figure, and what is refused."""

import numpy as np
import pandas as pd
import pytest

import framing as fr
from framing.base import columns
from framing.base.errors import FramingError
from framing.measures import shrunken_rates
from framing.questions.shrinkage import shrinkage

TERROR, PLAIN = "قال إن الإرهابيين خطر.", "قال إن الوفد وصل أمس."
SIZES = {"A": 40, "B": 40, "C": 20, "D": 20, "E": 6}
ASKED = {"of": "militancy.terror", "voice": "all"}


def news(sizes=SIZES) -> pd.DataFrame:
    chance = np.random.default_rng(3)
    rows = [
        {
            **{"doc_id": f"{outlet}-{one:02}", "outlet": outlet, "date": f"2016-0{1 + one % 2}-05"},
            "text": " ".join([TERROR] * chance.poisson(mean) + [PLAIN] * chance.integers(2, 6)),
        }
        for mean, (outlet, n) in enumerate(sizes.items())
        for one in range(n)
    ]
    return fr.read_corpus(pd.DataFrame(rows))


CORPUS = news()
RATES = fr.features(CORPUS, ["militancy"])


def test_each_outlet_has_its_rate_as_counted_and_drawn_together() -> None:
    known = shrinkage(RATES, CORPUS, within=None, **ASKED)
    rows = known.table
    assert list(rows) == columns.names("shrinkage")
    assert rows["group"].tolist() == list(SIZES)
    assert rows["articles"].tolist() == list(SIZES.values())
    np.testing.assert_allclose(rows["standardised"], rows["rate_per_1000"])
    words = RATES[(RATES["feature"] == "words") & (RATES["voice"] == "all")].set_index("doc_id")
    found = RATES[RATES["feature"] == "militancy.terror"].groupby("doc_id")["count"].sum()
    n = len(words)
    measured = shrunken_rates(
        found.reindex(words.index, fill_value=0).to_numpy(float),
        words["count"].to_numpy(float),
        pd.factorize(words.index.str[0])[0],
        np.arange(n),
        np.zeros(n, int),
    )
    np.testing.assert_allclose(rows["shrunken"], 1000 * measured.value)
    np.testing.assert_allclose(rows["ci_high"], 1000 * measured.high)
    assert (rows["pooled"] == 1000 * measured.pooled.value).all()
    assert "militancy.terror stands from" in known.text
    assert "most is drawn A, of whose rate the other groups say" in known.text


def test_months_have_levels_of_their_own_and_copies_count_once() -> None:
    copies = {doc_id: doc_id[:3] for doc_id in CORPUS["doc_id"]}
    known = shrinkage(RATES, CORPUS, clusters=copies, **ASKED)
    assert known.table["effective_n"].tolist() == [4, 4, 2, 2, 1]
    assert "Levels of their own besides: 2 events or months." in known.note


def test_what_too_few_articles_have_is_given_as_counted_with_the_reason() -> None:
    known = shrinkage(RATES, CORPUS, of="militancy.terror", voice="split")
    direct = known.table[known.table["reason"].notna()]
    assert direct["shrunken"].isna().all()
    two = {doc_id: "first" if doc_id < "C" else "second" for doc_id in CORPUS["doc_id"]}
    with pytest.raises(FramingError, match="2 groups are too few"):
        shrinkage(RATES, CORPUS, by=two, **ASKED)
    small = news(dict.fromkeys("ABCDE", 3))
    rare = shrinkage(fr.features(small, ["militancy"]), small, **ASKED)
    assert rare.table["rate_per_1000"].notna().all()
    assert rare.table["reason"].str.contains("independent articles have it, too few").all()
    assert rare.text.startswith("Nothing is drawn together: ")
    with pytest.raises(FramingError, match="No rates were drawn together"):
        fr.figures.shrinkage(rare)


def test_shares_are_refused() -> None:
    with pytest.raises(FramingError, match="Shares are not drawn together"):
        shrinkage(fr.shares(CORPUS), CORPUS)


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_the_figure_holds_the_numbers(lang) -> None:
    found = shrinkage(RATES, CORPUS, **ASKED)
    drawn = fr.figures.shrinkage(found, lang, labels={"A": "ألف"})
    pd.testing.assert_frame_equal(drawn.data, found.table)
    assert (drawn.name, drawn.lang) == ("shrinkage", lang)
    assert "docs/shrinkage.md" in drawn.caption
    many = pd.concat([found.table.assign(feature=f"x.{n}") for n in range(13)])
    with pytest.raises(FramingError, match="more than a figure holds"):
        fr.figures.shrinkage(type(found)(many, "", ""))
