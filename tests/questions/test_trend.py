"""Trends by month or week: rows, sentences, figure, and what cannot be looked at."""

import numpy as np
import pandas as pd
import pytest

import framing as fr
from framing.base import columns
from framing.base.errors import FramingError, UnknownNameError
from framing.base.results import Result
from framing.measures import clustered_rate, upper_limit
from framing.questions.trend import trend

TERROR, PLAIN = "قال إن الإرهابيين خطر.", "قال إن الوفد وصل أمس."


def news(times=(0, 1, 2, 3), each=20, unit="MS") -> pd.DataFrame:
    chance = np.random.default_rng(3)
    dates = pd.date_range("2016-01-01", periods=len(times), freq=unit)
    rows = [
        {
            **{"doc_id": f"{place}-{one:02}", "outlet": "AB"[one % 2], "date": f"{date:%Y-%m-%d}"},
            "text": " ".join([TERROR] * chance.poisson(mean) + [PLAIN] * chance.integers(2, 6)),
        }
        for place, (date, mean) in enumerate(zip(dates, times, strict=True))
        for one in range(each)
    ]
    return fr.read_corpus(pd.DataFrame(rows))


CORPUS = news()
RATES = fr.features(CORPUS, ["militancy"])
ASKED = {"of": "militancy.terror", "voice": "all"}


def test_what_rises_is_found_to_rise() -> None:
    known = trend(RATES, CORPUS, **ASKED)
    assert list(known.table) == columns.names("trend")
    assert known.table["period"].tolist() == ["2016-01", "2016-02", "2016-03", "2016-04"]
    assert known.table["rate_per_1000"].is_monotonic_increasing
    assert (known.table["times_per_period"] > 1).all()
    assert (known.table["p_adjusted"] < 0.05).all()
    assert "militancy.terror stands" in known.text
    assert known.text.endswith("1 of 1 moves at 0.05 after adjustment.")


def test_each_month_has_the_interval_of_its_articles_and_of_zero_the_exact_one() -> None:
    rows = trend(RATES, CORPUS, **ASKED).table
    first, last = rows.iloc[0], rows.iloc[-1]
    assert (first["count"], first["ci_high"]) == (0, upper_limit(int(first["base"])))
    mine = RATES[RATES["doc_id"].str.startswith("3-")]
    words = mine[(mine["feature"] == "words") & (mine["voice"] == "all")].set_index("doc_id")
    found = mine[mine["feature"] == "militancy.terror"].groupby("doc_id")["count"].sum()
    known = clustered_rate(
        found.reindex(words.index, fill_value=0).to_numpy(float), words["count"].to_numpy(float)
    )
    assert tuple(last[["rate_per_1000", "ci_low", "ci_high"]]) == pytest.approx(known)
    assert last["count"] == found.sum()


def test_copies_count_once() -> None:
    copies = {doc_id: doc_id[0] for doc_id in CORPUS["doc_id"]}
    known = trend(RATES, CORPUS, clusters=copies, **ASKED)
    assert known.table["effective_n"].tolist() == [1, 1, 1, 1]
    assert "Whether anything moves is not inferred: too few independent articles" in known.text


def test_weeks_and_shares() -> None:
    corpus = news((1, 1, 1), unit="W-TUE")
    known = trend(fr.shares(corpus), corpus, per="week", of="terror label", voice="all").table
    assert known["period"].unique().tolist() == ["2016-01-04", "2016-01-11", "2016-01-18"]
    assert known["rate_per_1000"].isna().all()
    assert (known["share_of"] == known["count"] / known["base"]).all()


def test_what_has_no_date_is_left_out_and_said() -> None:
    corpus = CORPUS.copy()
    corpus.loc[corpus["doc_id"] == "3-00", "date"] = pd.NaT
    known = trend(RATES, corpus, **ASKED)
    assert known.table["articles"].tolist() == [20, 20, 20, 19]
    assert "Left out: 1 articles without date or group" in known.note
    with pytest.raises(FramingError, match="No article has both a date and a group"):
        trend(RATES, corpus.assign(date=pd.NaT), **ASKED)
    with pytest.raises(UnknownNameError, match="no column of the articles named 'date'"):
        trend(RATES, corpus.drop(columns="date"), **ASKED)
    with pytest.raises(UnknownNameError, match="no period named 'day'"):
        trend(RATES, corpus, per="day")


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_the_figure_holds_the_numbers_and_stars_what_is_sure(lang) -> None:
    found = trend(RATES, CORPUS, **ASKED)
    drawn = fr.figures.trend(found, lang)
    pd.testing.assert_frame_equal(drawn.data, found.table)
    assert (drawn.name, drawn.lang) == ("trend", lang)
    assert is_starred(drawn)
    flat = trend(fr.features(news((1, 1)), ["militancy"]), news((1, 1)), **ASKED)
    assert not is_starred(fr.figures.trend(flat, lang))
    with pytest.raises(FramingError, match="more than a figure holds"):
        fr.figures.trend(Result(many(), "", ""))


def is_starred(drawn) -> bool:
    places = ("left", "center", "right")
    return any("*" in axis.get_title(one) for axis in drawn.figure.axes for one in places)


def many() -> pd.DataFrame:
    row = trend(RATES, CORPUS, **ASKED).table.iloc[[0]]
    return pd.concat([row.assign(feature=f"militancy.{n}") for n in range(30)], ignore_index=True)
