"""How many articles are enough: rows, sentences, and what cannot be planned."""

import pandas as pd
import pytest

import framing as fr
from framing.base.errors import FramingError, UnknownNameError
from framing.measures import Expected, Pilot, articles_to_code, articles_to_compare

TERROR = "قال إن الإرهابيين خطر."
PLAIN = "قال إن الوفد وصل أمس."


def news(*texts: str) -> pd.DataFrame:
    ids = [f"{number:03}" for number in range(len(texts))]
    return fr.read_corpus(pd.DataFrame({"doc_id": ids, "outlet": "A", "text": texts}))


CORPUS = news(*[TERROR] * 4, TERROR * 2, *[PLAIN] * 15)
RATES = fr.features(CORPUS, ["militancy"])


def test_a_comparison_is_planned_from_the_counts_of_articles() -> None:
    known = fr.plan_comparison(RATES, CORPUS, of="militancy.terror", voice="all", ratio=2)
    row = known.table.iloc[0]
    assert (row["count"], row["articles"], row["articles_with"]) == (6, 20, 5)
    words = RATES[(RATES["feature"] == "words") & (RATES["voice"] == "all")].set_index("doc_id")
    mine = RATES[RATES["feature"] == "militancy.terror"].groupby("doc_id")["count"].sum()
    pilot = Pilot.of(
        mine.reindex(words.index, fill_value=0).to_numpy(float), words["count"].to_numpy(float)
    )
    assert (row["n_target"], row["n_reference"]) == articles_to_compare(pilot, 2)
    assert row["power"] >= 0.8
    assert f"militancy.terror {row['n_target']} and {row['n_reference']}." in known.text


def test_more_comparisons_take_more_articles_and_copies_count_once() -> None:
    one, many = (
        fr.plan_comparison(RATES, CORPUS, of="militancy.terror", voice="all", comparisons=n)
        for n in (1, 10)
    )
    assert many.table["n_target"].iloc[0] > one.table["n_target"].iloc[0]
    assert "at 0.05 / 10 comparisons" in many.note
    copies = {f"{number:03}": "a" for number in range(3)}
    known = fr.plan_comparison(RATES, CORPUS, of="militancy.terror", voice="all", clusters=copies)
    assert (known.table["articles"].iloc[0], known.table["articles_with"].iloc[0]) == (18, 3)


def test_a_share_is_planned_over_the_articles_that_have_a_base() -> None:
    known = fr.plan_comparison(fr.shares(CORPUS), of="terror label", voice="all").table
    assert known["share_of"].notna().all()
    assert known["rate_per_1000"].isna().all()
    assert (known["articles"] == 5).all()


def test_what_hardly_any_article_has_is_not_planned() -> None:
    rates = fr.features(news(TERROR, *[PLAIN] * 5), ["militancy"])
    with pytest.raises(FramingError, match="Fewer than two articles of the pilot"):
        fr.plan_comparison(rates, of="militancy.terror", voice="all")
    known = fr.plan_comparison(RATES, of=["militancy.terror.actor"], voice="all")
    assert "So few articles" not in known.note
    with pytest.raises(FramingError, match="0 comparisons cannot be planned"):
        fr.plan_comparison(RATES, comparisons=0)


def test_an_audit_is_planned_for_every_category_that_two_articles_have() -> None:
    known = fr.plan_audit(CORPUS, width=0.5)
    assert known.table["feature"].unique().tolist() == ["militancy.terror"]
    assert known.table["statistic"].tolist() == ["precision", "recall", "rate_per_1000"]
    assert known.table["value"].tolist()[:2] == [0.9, 0.8]
    pilot = Pilot(6 / 20, 0, 5 / 20, 8 / 6)
    assert known.table["articles_to_code"].tolist() == articles_to_code(
        pilot, Expected(0.9, 0.8), 0.5, articles=20
    )
    single = fr.plan_audit(CORPUS, width=0.5, errors="mentions").table
    assert (single["articles_to_code"] <= known.table["articles_to_code"]).all()


def test_an_audit_that_cannot_be_planned_says_why() -> None:
    with pytest.raises(FramingError, match="Fewer than two articles have any category"):
        fr.plan_audit(news(PLAIN, PLAIN))
    with pytest.raises(UnknownNameError, match="no kind of errors named 'words'"):
        fr.plan_audit(CORPUS, errors="words")
