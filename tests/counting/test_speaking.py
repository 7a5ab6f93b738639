"""Who speaks, how much, introduced how; who calls whom terrorist: counts by hand, and laws."""

from pathlib import Path

import pandas as pd
import pytest

from framing.attribution.voice import VOICES
from framing.corpus.articles import read_corpus
from framing.counting.share_tables import Share, share_table
from framing.counting.shares import shares
from framing.counting.speaking import (
    beside,
    every_side,
    quoted_shares,
    scheme_differences,
    sides_of,
    terror_voice,
    voice_shares,
)
from framing.layers.corpora import annotate
from framing.layers.span_tables import attributions, leaks, mentions, quotations, zones
from framing.lexicon.entries import load_lexicon
from framing.measures import wilson

SIDES = every_side(load_lexicon("actors"))
SEEDS = read_corpus(Path(__file__).parents[2] / "seeds")


def frame(names: str, *rows: tuple) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=names.split())
    return table.assign(span_id=[f"s{number}" for number in range(len(table))])


def cues(*rows: tuple) -> pd.DataFrame:
    return frame("doc_id voice entity side source_type stance bleached", *rows)


CUES = cues(
    ("1", "narrator", "putin", "russia", "official", "assertive", True),
    ("1", "narrator", "putin", "russia", "official", "neutral", False),
    ("1", "direct", "kerry", "us", "official", "distancing", False),
    ("2", "narrator", "kerry", "us", "official", "neutral", False),
)
LABELS = frame(
    "doc_id category voice uttered_by target",
    ("1", "terror", "narrator", None, "daesh"),
    ("1", "terror", "indirect", "putin", "generic"),
    ("1", "terror", "direct", "putin", "phenomenon"),
    ("1", "terror", "direct", None, "generic"),
    ("2", "terror", "direct", "putin", "generic"),  # of another article, where nobody is known
    ("2", "armed", "narrator", None, None),
)


def taken(name: str, voice="split") -> pd.DataFrame:
    (share,) = [one for one in voice_shares(CUES, LABELS, SIDES) if one.name == name]
    return share_table(share, voice)


def k_of_n(table: pd.DataFrame, *keys: str) -> dict:
    """k and n by keys, of what was counted at all."""
    there = table[table["count"] > 0]
    cells = there[[*keys, "count", "base"]].itertuples(index=False, name=None)
    return {tuple(cell[:-2]): tuple(cell[-2:]) for cell in cells}


def test_a_side_is_counted_in_the_voice_that_gives_it_the_word():
    table = taken("source side")
    assert k_of_n(table, "doc_id", "voice", "category") == {
        ("1", "narrator", "russia"): (2, 2),
        ("1", "direct", "us"): (1, 1),
        ("2", "narrator", "us"): (1, 1),
    }
    assert len(table) == 3 * len(SIDES)  # zeros too, of the three voices that have a base
    together = taken("source side", "all")
    assert k_of_n(together, "doc_id", "category") == {
        ("1", "russia"): (2, 3), ("1", "us"): (1, 3), ("2", "us"): (1, 1),
    }  # fmt: skip


def test_a_share_keeps_its_spans_and_its_interval():
    table = taken("source side", "all").set_index(["doc_id", "category"])
    row = table.loc[("1", "russia")]
    assert row["span_ids"] == ["s0", "s1"]
    assert (row["ci_low"], row["ci_high"]) == wilson(2, 3)


def test_the_coarse_scheme_counts_a_plain_said_as_neutral():
    fine, coarse = taken("stance by side"), taken("coarse stance by side")
    keys = ("doc_id", "voice", "side", "category")
    assert k_of_n(fine, *keys)["1", "narrator", "russia", "assertive"] == (1, 2)
    assert k_of_n(coarse, *keys) == {
        ("1", "narrator", "russia", "neutral"): (2, 2),
        ("1", "direct", "us", "distancing"): (1, 1),
        ("2", "narrator", "us", "neutral"): (1, 1),
    }


def test_only_sides_that_speak_in_an_article_have_rows():
    table = taken("stance by side")
    found = set(table[["doc_id", "voice", "side"]].itertuples(index=False, name=None))
    assert found == {("1", "narrator", "russia"), ("1", "direct", "us"), ("2", "narrator", "us")}


def test_a_label_is_its_speakers_the_outlets_or_of_nobody_known():
    assert k_of_n(taken("target by side"), "doc_id", "voice", "side", "category") == {
        ("1", "narrator", "narrator", "daesh"): (1, 1),
        ("1", "indirect", "russia", "generic"): (1, 1),
        ("1", "direct", "russia", "phenomenon"): (1, 1),
        ("1", "direct", "unknown", "generic"): (1, 1),
        ("2", "direct", "unknown", "generic"): (1, 1),
    }


def test_the_voice_of_terror_words_is_a_share_of_all_of_them():
    rows = share_table(terror_voice(LABELS))
    assert k_of_n(rows, "doc_id", "category") == {
        ("1", "narrator"): (1, 4), ("1", "indirect"): (1, 4), ("1", "direct"): (2, 4),
        ("2", "direct"): (1, 1),
    }  # fmt: skip


def test_what_is_counted_whole_has_no_interval():
    share = Share("x", "sources", CUES, "side", ["us"], is_whole=True)
    assert share_table(share, "all")["ci_low"].isna().all()


def test_quoted_words_are_of_the_innermost_speaker():
    text = "قال الوزير «إن الرئيس وعد بالسلام أمس وغادر». وكتب «لن نعود إلى المدينة أبدا»."
    news = read_corpus(pd.DataFrame({"doc_id": ["1"], "text": [text]}))
    inner = text.index("بالسلام أمس")
    said = frame(
        "doc_id side source_type content_start content_end",
        ("1", "russia", "official", text.index("«"), text.index("».") + 1),
        ("1", "us", "media", inner, inner + len("بالسلام أمس")),
        ("1", "arab", "expert", pd.NA, pd.NA),
    )
    rows = quoted_shares(annotate(news), quotations(news), said, ("lead", "body"), SIDES)
    assert k_of_n(rows, "share", "category") == {
        ("quoted words", "speech"): (11, 14),
        ("quoted side", "russia"): (4, 11),
        ("quoted side", "us"): (2, 11),
        ("quoted side", "unknown"): (5, 11),
        ("quoted type", "official"): (4, 11),
        ("quoted type", "media"): (2, 11),
        ("quoted type", "unknown"): (5, 11),
    }
    held = rows[rows["count"] > 0].set_index(["share", "category"])["span_ids"]
    assert held["quoted side", "us"] == ["s1"]
    assert held["quoted side", "unknown"] == []


def test_sides_stand_in_the_order_of_the_gazetteer_and_unknown_is_always_there():
    assert sides_of(pd.Series(["media", "russia"])) == ["russia", "media", "unknown"]
    assert sides_of(pd.Series([], dtype=object)) == ["unknown"]


def stances(*rows: tuple) -> pd.DataFrame:
    """Shares of one stance by side in both schemes: side, k fine, k coarse, n."""
    return pd.DataFrame(
        [
            {"share": share, "voice": "narrator", "side": side, "category": category,
             "base": n, "share_of": k / n}
            for side, category, fine, coarse, n in rows
            for share, k in (("stance by side", fine), ("coarse stance by side", coarse))
        ]
    )  # fmt: skip


def test_a_difference_holds_only_with_one_direction_in_both_schemes():
    table = stances(
        ("us", "assertive", 4, 1, 10), ("us", "denial", 2, 2, 10), ("us", "opinion", 1, 1, 10),
        ("russia", "assertive", 6, 2, 20), ("russia", "denial", 2, 2, 20),
        ("russia", "opinion", 2, 2, 20),
        ("un", "assertive", 4, 0, 4), ("un", "denial", 0, 0, 4), ("un", "opinion", 0, 0, 4),
        ("unknown", "assertive", 5, 5, 5), ("unknown", "denial", 0, 0, 5),
        ("unknown", "opinion", 0, 0, 5),
    )  # fmt: skip
    found = scheme_differences(table).set_index("category")
    assert found[["first", "second"]].drop_duplicates().to_numpy().tolist() == [["russia", "us"]]
    assert found["fine"].round(3).to_dict() == {"assertive": -0.1, "denial": -0.1, "opinion": 0.0}
    assert found["coarse"].round(3).to_dict() == {"assertive": 0.0, "denial": -0.1, "opinion": 0.0}
    assert found["holds"].to_dict() == {"assertive": False, "denial": True, "opinion": False}


def test_of_one_side_nothing_is_compared():
    found = scheme_differences(stances(("us", "denial", 1, 1, 5), ("un", "denial", 1, 1, 4)))
    assert found.empty
    assert list(found.columns) == ["category", "first", "second", "fine", "coarse", "holds"]


def test_voices_stand_beside_each_other_with_their_sum():
    table = taken("target by side")
    found = beside(table[table["doc_id"] == "1"], ["side", "category"]).set_index(
        ["side", "category"]
    )
    assert found.loc[("russia", "generic")].to_dict() == {
        "narrator": 0, "indirect": 1, "direct": 0, "count": 1, "base": 2,
    }  # fmt: skip


@pytest.fixture(scope="module")
def split() -> pd.DataFrame:
    return shares(SEEDS)


def test_law_voices_add_up_to_all_of_them(split):
    together = shares(SEEDS, voice="all")
    names = ["source side", "source type", "stance", "coarse stance", "target by side"]
    for name in names:
        sums = [
            table[table["share"] == name].groupby(["doc_id", "category"])["count"].sum()
            for table in (split, together)
        ]
        assert sums[0].to_dict() == sums[1].to_dict()


@pytest.mark.parametrize(
    "name",
    ["source side", "source type", "stance", "coarse stance", "stance by side", "target by side",
     "quoted side", "quoted type", "terror voice"],
)  # fmt: skip
def test_law_classes_that_leave_nothing_out_add_up_to_their_base(split, name):
    keys = ["doc_id", "voice", "side"]
    groups = split[split["share"] == name].groupby(keys, dropna=False)
    assert groups["count"].sum().to_dict() == groups["base"].first().to_dict()
    assert groups.ngroups > 0


def test_law_both_schemes_have_the_same_bases_and_neutral_only_grows(split):
    keys = ["doc_id", "voice", "category"]
    fine, coarse = (
        split[split["share"] == name].set_index(keys) for name in ("stance", "coarse stance")
    )
    assert fine["base"].equals(coarse["base"])
    grown = (coarse["count"] - fine["count"]).groupby("category").sum()
    assert grown.sum() == 0
    assert [one for one, more in grown.items() if more > 0] == ["neutral"]


def test_law_every_number_opens_onto_spans_of_the_tables(split):
    known = pd.concat(
        [
            mentions(SEEDS)["span_id"], attributions(SEEDS)["span_id"], leaks(SEEDS)["span_id"],
            quotations(SEEDS)["span_id"], zones(SEEDS)["span_id"],
        ]
    )  # fmt: skip
    named = {one for span_ids in split["span_ids"] for one in span_ids}
    assert named <= set(known)
    sampled = split[~split["share"].str.startswith("quoted")]
    assert sampled["span_ids"].map(len).eq(sampled["count"]).all()


def test_law_distinct_sources_are_no_more_than_mentions(split):
    distinct = split[split["share"] == "distinct sources"]
    assert distinct["count"].le(distinct["base"]).all()
    assert distinct.loc[distinct["base"] > 0, "count"].gt(0).all()


def test_repeated_references_to_one_source_are_one():
    text = "وقالت مصادر محلية إن القرار نهائي. وأضافت المصادر أنه صدر. وأكدت مصادر طبية ذلك."
    news = read_corpus(pd.DataFrame({"doc_id": ["1"], "text": [text]}))
    references = leaks(news)
    found = shares(news, voice="all")
    row = found[(found["share"] == "distinct sources") & (found["category"] == "anonymous-source")]
    assert row["base"].tolist() == [len(references)]
    assert row["count"].tolist() == [references["entity"].nunique()]
    assert set(references["voice"]) <= set(VOICES)
