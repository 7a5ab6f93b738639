"""Two coders of one sample: what each is dealt, how far they agree, the sheet made of two."""

import pandas as pd
import pytest
from test_audit import HIT, MISS, code, corpus, places_of

from framing.base.errors import FramingError, OutputError
from framing.measures import krippendorff_alpha
from framing.questions.audit import draw_audit, score_audit
from framing.questions.audit_coders import audit_agreement

WORDS = (("الإرهابي", "الجاني"), ("الإرهابي",))  # what either coder counts


def drawn(folder, n=40, size=20, overlap=0.4, seed=2016):
    news = corpus(n)
    draw_audit(news, folder, size=size, coders=2, overlap=overlap, seed=seed)
    return news, [folder / f"coder-{number}" / "sheet.csv" for number in (1, 2)]


def coded(folder, **asked):
    news, sheets = drawn(folder, **asked)
    for sheet, words in zip(sheets, WORDS, strict=True):
        code(sheet, words)
    return news, sheets


def articles_on(sheet):
    return {place["doc_id"]: place["group"] for place in places_of(sheet)}


def test_both_get_their_part_of_every_outlet_and_share_as_many_as_was_said(tmp_path):
    _, sheets = drawn(tmp_path)
    one, other = map(articles_on, sheets)
    shared = {doc: group for doc, group in one.items() if doc in other}
    assert sorted(shared.values()) == ["A"] * 4 + ["B"] * 4
    assert sorted((one | other).values()) == ["A"] * 10 + ["B"] * 10
    assert len(one) == len(other) == 14


def test_together_they_have_the_sample_that_one_would_have(tmp_path):
    news, sheets = drawn(tmp_path / "two")
    alone = draw_audit(news, tmp_path / "one", size=20)
    assert articles_on(sheets[0]) | articles_on(sheets[1]) == articles_on(alone)


def test_neither_sheet_shows_which_articles_the_other_has(tmp_path):
    _, sheets = drawn(tmp_path)
    one, other = (list(articles_on(sheet)) for sheet in sheets)
    shared = set(one) & set(other)
    assert [doc for doc in one if doc in shared] != [doc for doc in other if doc in shared]
    assert set(one[: len(shared)]) != shared != set(other[: len(shared)])
    for sheet in sheets:
        assert (sheet.parent / "codebook.md").exists()


def test_a_seed_deals_the_same_again(tmp_path):
    first, again, else_ = (
        [places_of(sheet) for sheet in drawn(tmp_path / name, seed=seed)[1]]
        for name, seed in (("a", 1), ("b", 1), ("c", 2))
    )
    assert first == again != else_


@pytest.mark.parametrize("asked", [{"coders": 3}, {"coders": 2, "overlap": 0},
                                   {"coders": 2, "overlap": 1.1}])  # fmt: skip
def test_what_cannot_be_dealt_is_refused(tmp_path, asked):
    with pytest.raises(FramingError, match="Give 1 or 2 coders, and an overlap above 0, at most 1"):
        draw_audit(corpus(), tmp_path, size=16, **asked)


def test_sheets_of_two_are_not_laid_beside_a_sheet_of_one(tmp_path):
    draw_audit(corpus(), tmp_path, size=16)
    with pytest.raises(OutputError, match="holds a coding sheet already"):
        draw_audit(corpus(), tmp_path, size=16, coders=2)


def test_agreement_is_counted_exactly_on_what_both_have_read(tmp_path):
    news, sheets = coded(tmp_path)
    shared = set(articles_on(sheets[0])) & set(articles_on(sheets[1]))
    text = " ".join(news.set_index("doc_id").loc[sorted(shared), "text"])
    hits, missed = text.count(HIT), text.count(MISS)
    found = audit_agreement(tmp_path, news)
    terror = found.table[found.table["feature"] == "militancy.terror"].set_index("statistic")
    f1, alpha = terror.loc["f1"], terror.loc["alpha"]
    assert (f1["count"], f1["base"]) == (2 * hits, 2 * hits + missed)
    assert f1["value"] == 2 * hits / (2 * hits + missed)
    assert (alpha["count"], alpha["base"]) == (5 * len(shared) - missed, 5 * len(shared))
    plain = 5 * len(shared) - hits - missed
    units = [(1, 1)] * hits + [(1, 0)] * missed + [(0, 0)] * plain
    assert alpha["value"] == pytest.approx(krippendorff_alpha(units))
    assert terror[["ci_low", "ci_high"]].isna().all(axis=None)  # fewer than twenty articles
    assert len(found.disagreements) == missed > 0
    assert set(found.disagreements["sentence"]) == {MISS}
    assert f"1 or 0: {MISS}" in str(found)


def test_twenty_articles_read_by_both_have_intervals(tmp_path):
    news, _ = coded(tmp_path, n=160, size=60)
    table = audit_agreement(tmp_path, news).table
    for row in table[table["feature"] == "militancy.terror"].to_dict("records"):
        assert row["ci_low"] < row["value"] < row["ci_high"] <= 1


def test_coders_who_agree_leave_nothing_open(tmp_path):
    news, sheets = drawn(tmp_path)
    for sheet in sheets:
        code(sheet)
    found = audit_agreement(tmp_path, news)
    assert found.disagreements.empty
    assert set(found.table["value"].dropna()) == {1}
    draw_audit(news, tmp_path / "one", size=20)
    code(tmp_path / "one" / "sheet.csv")
    ours, alone = (score_audit(folder, news).table for folder in (tmp_path, tmp_path / "one"))
    pd.testing.assert_frame_equal(ours, alone)


def test_what_they_differ_on_is_open_until_somebody_decides(tmp_path):
    news, _ = coded(tmp_path)
    found = audit_agreement(tmp_path, news)
    sheet = pd.read_csv(found.sheet, dtype=str, keep_default_na=False).set_index("row")
    is_open = sheet["read_by"] == ""
    assert list(sheet.index[is_open]) == found.disagreements["row"].tolist()
    assert set(sheet.loc[is_open, "terror"]) == {"1 or 0"}
    assert set(sheet.loc[~is_open, "read_by"]) == {"AM", "AM and AM"}
    with pytest.raises(FramingError, match=f"{is_open.sum()} of 100 rows are not coded"):
        score_audit(tmp_path, news)
    sheet.assign(read_by="BK").reset_index().to_csv(found.sheet, index=False)
    with pytest.raises(FramingError, match="has '1 or 0' in terror"):
        score_audit(tmp_path, news)
    sheet.loc[is_open, "terror"] = "1"
    sheet.assign(read_by="BK").reset_index().to_csv(found.sheet, index=False)
    assert score_audit(tmp_path, news).table["articles_coded"].max() == 20


def test_a_sheet_that_is_being_adjudicated_is_left_alone(tmp_path):
    news, _ = coded(tmp_path)
    first = audit_agreement(tmp_path, news)
    first.sheet.write_text("decided", "utf-8")
    again = audit_agreement(tmp_path, news)
    assert again.sheet.read_text("utf-8") == "decided"
    assert "stood there already" in again.note
    pd.testing.assert_frame_equal(again.disagreements, first.disagreements)


def test_sheets_that_are_not_there_or_not_of_one_sample_are_refused(tmp_path):
    news = corpus()
    draw_audit(news, tmp_path / "one", size=16)
    with pytest.raises(FramingError, match="There are no sheets of two coders in"):
        audit_agreement(tmp_path / "one", news)
    _, sheets = coded(tmp_path / "two")
    with pytest.raises(FramingError, match="of two coders, compare the sheets first"):
        score_audit(tmp_path / "two", news)
    (sheets[0].parent / "codebook.md").rename(tmp_path / "elsewhere.md")
    with pytest.raises(FramingError, match="Put back the codebook"):
        audit_agreement(tmp_path / "two", news)
    assert not (tmp_path / "two" / "sheet.csv").exists()
    table = pd.read_csv(sheets[1], dtype=str, keep_default_na=False)
    table.rename(columns={"terror": "terrors"}).to_csv(sheets[1], index=False)
    with pytest.raises(FramingError, match="are not of one sample"):
        audit_agreement(tmp_path / "two", news)
