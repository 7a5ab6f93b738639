"""Validation by hand: the sheet written and read back, scores, corrections and their coverage."""

import json
import random
import warnings
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.base.errors import CorpusWarning, FramingError, OutputError
from framing.corpus.articles import read_corpus
from framing.measures import clustered_share, wilson
from framing.questions import audit
from framing.questions.audit_sheet import read_sheet

HIT, MISS, PLAIN = "هرب الإرهابي أمس.", "هرب الجاني أمس.", "وصل الوفد أمس."


def corpus(n=40, seed=1):
    """Articles of two outlets; the coder will also count الجاني, which the lexicon misses."""
    chance = np.random.default_rng(seed)
    texts = [" ".join(chance.choice([HIT, MISS, PLAIN], 5, p=[0.4, 0.1, 0.5])) for _ in range(n)]
    ids = [f"{place:03}" for place in range(n)]
    outlets = np.where(np.arange(n) % 4 == 0, "B", "A")
    return read_corpus(pd.DataFrame({"doc_id": ids, "outlet": outlets, "text": texts}))


def code(sheet: Path, words=("الإرهابي", "الجاني")):
    """Fill the sheet in as a coder would who counts these words as terror."""
    table = pd.read_csv(sheet, dtype=str, keep_default_na=False)
    counts = [sum(one.count(word) for word in words) for one in table["sentence"]]
    table["terror"] = [str(count) if count else "" for count in counts]
    table["read_by"] = "AM"
    table.to_csv(sheet, index=False, encoding="utf-8-sig")
    return table


def places_of(sheet: Path):
    return [
        json.loads(line) for line in sheet.with_suffix(".jsonl").read_text("utf-8").splitlines()
    ]


# The sheet


def test_articles_are_drawn_alike_from_every_outlet_with_known_probabilities(tmp_path):
    places = places_of(audit.draw_audit(corpus(), tmp_path, size=16))
    drawn = {place["doc_id"]: (place["group"], place["inclusion"]) for place in places}
    assert sorted(drawn.values()) == [("A", 8 / 30)] * 8 + [("B", 8 / 10)] * 8


def test_a_small_outlet_is_drawn_whole(tmp_path):
    places = places_of(audit.draw_audit(corpus(), tmp_path, size=30))
    drawn = {place["doc_id"]: (place["group"], place["inclusion"]) for place in places}
    assert sorted(drawn.values()) == [("A", 0.5)] * 15 + [("B", 1.0)] * 10


def test_a_seed_draws_the_same_again_and_articles_are_drawn_as_often_as_is_recorded(tmp_path):
    drawn, times = [], dict.fromkeys(corpus()["doc_id"], 0)
    for place, seed in enumerate((1, 1, *range(2, 61))):
        places = places_of(audit.draw_audit(corpus(), tmp_path / f"{place}", size=16, seed=seed))
        drawn.append({one["doc_id"]: one["inclusion"] for one in places})
    assert drawn[0] == drawn[1]
    for one in drawn[1:]:
        for doc_id in one:
            times[doc_id] += 1
    for doc_id, outlet in corpus()[["doc_id", "outlet"]].to_numpy():
        low, high = wilson(times[doc_id], 60, level=0.9999)
        assert low < (8 / 10 if outlet == "B" else 8 / 30) < high


def test_the_sheet_shows_sentences_and_neither_outlet_nor_findings(tmp_path):
    news = corpus()
    sheet = audit.draw_audit(news, tmp_path, size=16)
    table = pd.read_csv(sheet, dtype=str, keep_default_na=False)
    assert list(table.columns)[:4] == ["row", "article", "sentence", "read_by"]
    assert {"terror", "radical", "organisation"} < set(table.columns)
    assert not {"outlet", "group", "doc_id"} & set(table.columns)
    assert set(table.iloc[0, 3:]) == {""}
    texts = dict(zip(news["doc_id"], news["text"], strict=True))
    for row, place in zip(table.to_dict("records"), places_of(sheet), strict=True):
        assert row["row"] == place["row"]
        printed = texts[place["doc_id"]][place["start"] : place["end"]]
        assert row["sentence"] == place["sentence"] == printed


def test_the_codebook_defines_every_column(tmp_path):
    sheet = audit.draw_audit(corpus(), tmp_path, size=16)
    book = (tmp_path / "codebook.md").read_text("utf-8")
    for name in pd.read_csv(sheet).columns[4:]:
        assert f"- `{name}` (" in book
    assert "(sha256 " in book


def test_a_sentence_that_begins_like_a_formula_is_disarmed_and_comes_back(tmp_path):
    texts = ["=هرب الإرهابي أمس. @وصل الوفد.", "+هرب الإرهابي. -وصل الوفد."]
    news = read_corpus(pd.DataFrame({"doc_id": ["1", "2"], "outlet": "A", "text": texts}))
    sheet = audit.draw_audit(news, tmp_path, size=2)
    cells = pd.read_csv(sheet)["sentence"]
    assert cells.str.match("'[=+@-]|[^=+@-]").all()
    assert cells.str.startswith("'").any()
    code(sheet)
    assert len(read_sheet(tmp_path, news)) == len(cells)


def test_a_sheet_that_may_be_coded_is_not_overwritten(tmp_path):
    audit.draw_audit(corpus(), tmp_path, size=16)
    with pytest.raises(OutputError, match="holds a coding sheet already"):
        audit.draw_audit(corpus(), tmp_path, size=16)


def test_too_few_articles_for_the_groups_are_refused(tmp_path):
    with pytest.raises(FramingError, match=r"fewer than two for each of 2 groups\. Draw 4"):
        audit.draw_audit(corpus(), tmp_path, size=3)


def test_rows_in_another_order_and_numbers_spoilt_by_a_spreadsheet_are_read(tmp_path):
    news = corpus()
    sheet = audit.draw_audit(news, tmp_path, size=16)
    table = code(sheet)
    before = read_sheet(tmp_path, news)
    table["terror"] = [f"{cell}.0" if cell else "" for cell in table["terror"]]
    table.iloc[::-1].to_csv(sheet, index=False, sep=";", encoding="utf-8-sig")
    pd.testing.assert_frame_equal(read_sheet(tmp_path, news), before)


def test_a_sheet_that_cannot_be_scored_says_why(tmp_path):
    news = corpus()
    with pytest.raises(FramingError, match=r"There is no sheet\.csv"):
        audit.score_audit(tmp_path, news)
    sheet = audit.draw_audit(news, tmp_path, size=16)
    with pytest.raises(FramingError, match="80 of 80 rows are not coded, the first is r00001"):
        audit.score_audit(tmp_path, news)
    table = code(sheet)
    table.assign(terror="many").to_csv(sheet, index=False)
    with pytest.raises(FramingError, match="Row r00001 has 'many' in terror"):
        audit.score_audit(tmp_path, news)
    table.iloc[1:].to_csv(sheet, index=False)
    with pytest.raises(FramingError, match="are not those that were drawn"):
        audit.score_audit(tmp_path, news)
    table.to_csv(sheet, index=False)
    with pytest.raises(FramingError, match="is no sentence of article"):
        audit.score_audit(tmp_path, news.assign(text="نص"))
    with pytest.raises(FramingError, match="has no category of lexicon 'state'"):
        audit.score_audit(tmp_path, news, lexicon="state")


REDRAW = (
    "Draw the sample again into another folder, by the same articles, size and seed, and take its "
    "sheet.jsonl."
)


def drawn_and_coded(folder):
    sheet = audit.draw_audit(corpus(), folder, size=16)
    code(sheet)
    return sheet, sheet.with_suffix(".jsonl")


def refusal(folder):
    with pytest.raises(FramingError) as refused:
        audit.score_audit(folder, corpus())
    return str(refused.value)


@pytest.mark.parametrize(
    ("old", "new", "state"),
    [
        ('"start": 0', '"start": -1', "is not as it was drawn: see its start"),
        ('"start": 0', '"start": "0"', "is not as it was drawn: see its start"),
        ('"group"', '"gruop"', "is not as it was drawn: see its group"),
        ('"inclusion": 0', '"inclusion": 9', "is not as it was drawn: see its inclusion"),
        ('"start": 0', '"start": ' + "9" * 999, "is no JSON (it holds a number of 999 digits; at "
         "most 100 are read)"),
        ('{"row"', '["row"', "is no JSON (Expecting ',' delimiter: line 1 column 7 (char 6))"),
    ],
)  # fmt: skip
def test_places_that_are_not_as_drawn_are_named_by_line(tmp_path, old, new, state):
    _, places = drawn_and_coded(tmp_path)
    places.write_text(places.read_text("utf-8").replace(old, new), "utf-8")
    assert refusal(tmp_path) == f"'{places}', line 1, {state}. {REDRAW}"


def test_damaged_sheets_and_places_are_refused_in_a_sentence_of_ours(tmp_path):
    for path in drawn_and_coded(tmp_path):
        whole, chance = path.read_bytes(), random.Random(3)  # noqa: S311  # the same every time
        for _ in range(20):
            path.write_bytes(whole[: chance.randrange(len(whole) - 1)])
            assert len(refusal(tmp_path)) < 700
        for spoilt in (b"", b"\n", b"[]\n", b"[" * 99_999, whole.decode().encode("utf-16"),
                       whole.decode().encode("cp1256", "replace"), whole + whole):  # fmt: skip
            path.write_bytes(spoilt)
            assert len(refusal(tmp_path)) < 700
        path.write_bytes(whole)
    assert audit.score_audit(tmp_path, corpus()).table["count"].sum()


def test_a_count_that_no_sentence_can_have_is_refused(tmp_path):
    sheet, _ = drawn_and_coded(tmp_path)
    pd.read_csv(sheet, dtype=str).assign(terror="9" * 500).to_csv(sheet, index=False)
    assert refusal(tmp_path) == (
        f"Row r00001 has '{'9' * 80}…' in terror. Write how many times it stands there: 0, 1, 2."
    )


def test_a_seed_below_zero_is_refused_and_no_size_is_too_large(tmp_path):
    with pytest.raises(FramingError, match=r"The seed is -1\. Give a whole number, 0 or more\."):
        audit.draw_audit(corpus(), tmp_path, seed=-1)
    assert len(places_of(audit.draw_audit(corpus(), tmp_path, size=10**400))) == 200


# Line ends of other systems, marks, quotes, formulas: what JSON, CSV and their readers split at.
ODD = st.text(
    st.sampled_from(" \n\r\t\x00\x1c\x1e\x85\u2028\u2029\ufeff\u202e\"'=+,;\\\ud800قال.أ«»"),
    max_size=40,
)


@settings(max_examples=30)
@given(st.lists(ODD, min_size=2, max_size=4))
def test_a_finished_sheet_can_always_be_read_back(texts):
    with TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore", CorpusWarning)
        texts = pd.Series([f"الإرهابي {text}" for text in texts], dtype=object)
        ids = pd.Series([f"{place}{text[9:]}" for place, text in enumerate(texts)], dtype=object)
        news = pd.DataFrame({"doc_id": ids, "outlet": "A", "text": texts})
        coded = code(audit.draw_audit(news, folder, size=len(news)))
        read = read_sheet(Path(folder), read_corpus(news))
        assert read["terror"].tolist() == [int(count or 0) for count in coded["terror"]]


# The scores


def rows(result, feature="militancy.terror"):
    table = result.table[result.table["feature"] == feature]
    return {(row["group"], row["statistic"]): row for row in table.to_dict("records")}


def test_scores_of_a_whole_corpus_are_counted_exactly(tmp_path):
    news = corpus()
    code(audit.draw_audit(news, tmp_path, size=80))
    known = rows(audit.score_audit(tmp_path, news))
    for group, mine in [*news.groupby("outlet"), ("all", news)]:
        hits = int(mine["text"].str.count("الإرهابي").sum())
        missed = int(mine["text"].str.count("الجاني").sum())
        words = 15 * len(mine)
        precision, recall = known[group, "precision"], known[group, "recall"]
        assert (precision["count"], precision["base"], precision["value"]) == (hits, hits, 1)
        assert (recall["count"], recall["base"]) == (hits, hits + missed)
        assert recall["value"] == pytest.approx(hits / (hits + missed))
        assert recall["ci_low"] < recall["value"] < recall["ci_high"]
        rate = known[group, "rate_per_1000"]
        assert (rate["count"], rate["base"]) == (hits, words)
        assert rate["found"] == pytest.approx(1000 * hits / words)
        assert rate["value"] == pytest.approx(1000 * (hits + missed) / words)
        assert rate["ci_high"] - rate["ci_low"] == pytest.approx(0, abs=1e-9)
        assert (rate["articles_coded"], rate["articles"]) == (len(mine), len(mine))


def test_outlets_weigh_by_their_articles_not_by_how_many_were_drawn(tmp_path):
    news = corpus()
    news["text"] = [
        text.replace(MISS, HIT) if outlet == "B" else text
        for text, outlet in zip(news["text"], news["outlet"], strict=True)
    ]
    code(audit.draw_audit(news, tmp_path, size=20))
    known = rows(audit.score_audit(tmp_path, news))
    a, b = known["A", "recall"], known["B", "recall"]
    assert a["value"] < 1 == b["value"]
    weighted = (3 * a["count"] + b["count"]) / (3 * a["base"] + b["base"])
    assert known["all", "recall"]["value"] == pytest.approx(weighted)


def test_the_result_says_what_it_rests_on(tmp_path):
    news = corpus()
    code(audit.draw_audit(news, tmp_path, size=20))
    result = audit.score_audit(tmp_path, news)
    assert result.text.startswith("militancy.terror: precision 1 (95% interval ")
    assert "This rests on 20 coded articles drawn at random" in result.text
    assert "Probability of being drawn: " in result.note
    assert "not the one the sample was drawn with" not in result.note
    lines = (tmp_path / "sheet.jsonl").read_text("utf-8")
    (tmp_path / "sheet.jsonl").write_text(
        lines.replace('"sha256": "', '"sha256": "0'), encoding="utf-8"
    )
    assert "not the one the sample was drawn with" in audit.score_audit(tmp_path, news).note


def test_corrected_rates_cover_the_truth_as_often_as_they_say(tmp_path):
    """The whole way: draw, code, score; 60 corpora drawn from one, at two outlets."""
    news = corpus(240, seed=5)
    truth = {
        group: 1000 * mine["text"].str.count("الإرهابي|الجاني").sum() / (15 * len(mine))
        for group, mine in [*news.groupby("outlet"), ("all", news)]
    }
    inside = []
    for seed in range(60):
        folder = tmp_path / str(seed)
        code(audit.draw_audit(news, folder, size=80, seed=seed))
        known = rows(audit.score_audit(folder, news))
        for group, rate in truth.items():
            row = known[group, "rate_per_1000"]
            inside.append(row["ci_low"] <= rate <= row["ci_high"])
            assert row["found"] < row["value"]
    assert np.mean(inside) > 0.93 - 2 * 0.017  # two errors of 180 draws below the bar


# Shares with articles as cases


def test_cases_that_stand_alone_have_wilsons_interval_but_for_students_t():
    right = np.array([1.0] * 150 + [0.0] * 50)
    known = clustered_share(right, np.ones(200))
    assert known.value == 0.75
    assert known[1:3] == pytest.approx(wilson(150, 200), abs=0.002)


def test_clustered_cases_are_worth_fewer():
    right = np.array([10.0] * 15 + [0.0] * 5)
    known = clustered_share(right, np.full(20, 10.0))
    assert known.low < wilson(15, 20).low + 0.01
    assert known.high > wilson(15, 20).high - 0.01


@pytest.mark.parametrize("p", [0.7, 0.9])
def test_clustered_shares_cover_as_often_as_they_say(p):
    chance = np.random.default_rng(9)
    inside = []
    for _ in range(1000):
        bases = chance.poisson(3, 60).astype(float)
        each = chance.beta(4 * p, 4 * (1 - p), 60)
        right = chance.binomial(bases.astype(int), each).astype(float)
        known = clustered_share(right, bases)
        inside.append(known.low <= p <= known.high)
    assert np.mean(inside) > 0.93
