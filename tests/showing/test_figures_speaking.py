"""What the figures of speaking show is what was counted, and thin ground is marked as such."""

import pandas as pd
import pytest
from matplotlib.colors import to_hex
from matplotlib.patches import Rectangle

from framing.corpus.articles import read_corpus
from framing.counting.speaking import LEAST_BASE
from framing.questions.survey import survey
from framing.showing.figures import (
    FIGURES,
    source_sides,
    sourcing,
    stance,
    stance_by_side,
    terror_speakers,
    terror_voice,
)
from framing.showing.figures.bars import Bars, draw_bars
from framing.showing.figures.save import picture
from framing.showing.figures.speaking import MOST_PANELS
from framing.showing.figures.tiles import SHADES, Tiles, draw_tiles, shades_of

SPOKEN = (
    "قال الرئيس الروسي إن الإرهابيين انسحبوا. وقال الرئيس الأميركي إن الإرهابيين انسحبوا. "
    "وانسحب الإرهابيون أمس. "
)
EMPTY = {"nothing": "", "no words of interest": "وصل الوفد.", "one cue": "قال الوزير «نعم»."}


def corpus(*texts: str) -> pd.DataFrame:
    ids = [str(number) for number in range(len(texts))]
    return read_corpus(pd.DataFrame({"doc_id": ids, "text": list(texts)}))


@pytest.fixture(scope="module")
def found():
    return survey(corpus(SPOKEN * 4, SPOKEN, "وصل الوفد."))


def written(figure) -> list[str]:
    return [text.get_text().strip("\u200e\u200f") for text in figure.figure.axes[0].texts]


def tiles(*rows: tuple, **options) -> Tiles:
    names = ["row", "column", "text", "note", "shade", "is_thin"]
    data = pd.DataFrame(rows, columns=names)
    return Tiles(data, {"r": "R", "q": "Q"}, {"a": "A", "b": "B"}, "T", **options)


TILES = (
    ("r", "a", "1", "x\ny", 1, False), ("r", "b", "0", "", 0, True),
    ("q", "a", "7", "z", 5, False), ("q", "b", "2", "", 2, False),
)  # fmt: skip


def test_a_tile_on_too_little_is_hatched_and_no_other():
    axis = draw_tiles(tiles(*TILES), "en").axes[0]
    patches = [one for one in axis.patches if isinstance(one, Rectangle)]
    assert [one.get_hatch() for one in patches] == ["", "////", "", ""]
    assert [text.get_text() for text in axis.texts if text.get_text()] == [
        "1", "x\ny", "0", "7", "z", "2",
    ]  # fmt: skip


def test_a_dark_tile_is_written_on_in_white():
    axis = draw_tiles(tiles(*TILES), "en").axes[0]
    inks = {text.get_text(): text.get_color() for text in axis.texts}
    assert (inks["7"], inks["2"]) == ("white", "#111111")


def test_the_highest_number_is_the_darkest_however_high_and_none_is_white():
    assert shades_of(pd.Series([0, 5, 13, 94])).tolist() == [0, 1, 1, 5]
    assert shades_of(pd.Series([0.0, float("nan")])).tolist() == [0, 0]


def test_colour_follows_the_rate_and_not_the_count_where_outlets_are_beside_each_other():
    text = "وقالت مصادر محلية إن القرار نهائي. "
    figure = sourcing(survey(corpus(text * 2, text * 2 + "وصل الوفد أمس. " * 40)))
    faces = [to_hex(tile.get_facecolor()) for tile in figure.figure.axes[0].patches]
    rows = figure.data[figure.data["category"] == "anonymous-source"]
    assert rows["narrator"].tolist() == [2, 2]
    assert {to_hex(SHADES[5]), to_hex(SHADES[1])} <= set(faces)


def test_blocks_stand_apart_under_their_headings_and_run_the_other_way_in_arabic():
    for lang, ends in (("en", (0.0, 2.25)), ("ar", (2.25, 0.0))):
        figure = draw_tiles(tiles(*TILES, blocks={"one": ["a"], "two": ["b"]}), lang)
        axis = figure.axes[0]
        assert axis.get_xlim() == ends
        assert list(axis.get_xticks()) == [0.5, 1.75]
        (above,) = axis.child_axes
        labels = [label.get_text().strip("\u200e\u200f") for label in above.get_xticklabels()]
        assert labels == ["one", "two"]


def test_a_matrix_without_rows_is_drawn_empty():
    bare = Tiles(tiles(*TILES).data, {}, {"a": "A"}, "T")
    assert not draw_tiles(bare, "en").axes[0].patches


def test_parts_of_a_bar_are_as_wide_as_their_shares_and_empty_ones_are_not_drawn():
    data = pd.DataFrame(
        [("o", "x", 0, 0.0), ("o", "y", 1, 0.25), ("o", "z", 3, 0.75)],
        columns=["outlet", "series", "count", "estimate"],
    )
    bars = Bars(data, {"o": "O"}, {"x": "X", "y": "Y", "z": "Z"}, {"o": "0 of 4"}, "T", "%")
    axis = draw_bars(bars, "en").axes[0]
    assert [(bar.get_x(), bar.get_width()) for bar in axis.patches] == [(0.0, 0.25), (0.25, 0.75)]
    assert [text.get_text() for text in axis.texts] == ["1", "3", "0 of 4"]


def test_the_picture_and_its_caption_say_how_many_words_are_an_outlets_own(found):
    figure = terror_voice(found)
    counts = figure.data.groupby("outlet")["count"].sum()
    assert counts.to_dict() == {"all texts": 15, "text 0": 12, "text 1": 3, "text 2": 0}
    own = figure.data[figure.data["voice"] == "narrator"].set_index("outlet")["count"]
    assert own.to_dict() == {"all texts": 5, "text 0": 4, "text 1": 1, "text 2": 0}
    assert "5 of 15 words of terrorism are an outlet's own." in figure.caption
    assert "5 of 15 words of terrorism are an outlet's own." in figure.alt
    notes = [text for text in written(figure) if "own" in text or text == "none"]
    assert [note.partition(" the")[0] for note in notes] == ["5 of 15", "4 of 12", "1 of 3", "none"]


def test_the_narrator_and_each_side_have_a_row_and_the_tiles_hold_all_words(found):
    figure = terror_speakers(found)
    data = figure.data
    assert list(data["side"].unique()) == ["narrator", "russia", "us"]
    there = data[data["count"] > 0].set_index(["side", "target"])
    voices = ["narrator", "indirect", "direct", "count", "base"]
    assert there.loc[("narrator", "generic"), voices].tolist() == [5, 0, 0, 5, 5]
    assert there.loc[("russia", "generic"), voices].tolist() == [0, 5, 0, 5, 5]
    assert data["count"].sum() == 15
    assert {"5", "0", "5 own", "5 reported"} == set(written(figure)) - {""}


def test_tiles_of_few_attributions_are_hatched_and_the_caption_says_so(found):
    figure = stance_by_side(survey(corpus(SPOKEN * 4 + "وقال الرئيس الروسي نعم.")))
    bases = figure.data.groupby("side")["base"].first().to_dict()
    assert bases == {"russia": 5, "us": 4}
    hatched = [one for one in figure.figure.axes[0].patches if one.get_hatch()]
    assert len(hatched) == 1  # one stance, one thin side; the coarse scheme changes nothing
    assert f"fewer than {LEAST_BASE} attributions" in figure.caption
    assert "schemes are not compared" in figure.caption
    even = stance_by_side(survey(corpus(SPOKEN * 5)))
    assert not [one for one in even.figure.axes[0].patches if one.get_hatch()]


def test_what_holds_in_one_scheme_only_is_called_no_finding():
    text = "أكد الرئيس الروسي أن القرار نهائي. وقال الرئيس الأميركي إن القرار نهائي. "
    found = survey(corpus(text * LEAST_BASE))
    figure = stance_by_side(found)
    assert "same direction in both schemes: –" in figure.caption
    lost = figure.caption.partition("so no finding: ")[2].partition(". Hatched")[0]
    assert sorted(lost.split(", ")) == ["assertive (+100 / +0)", "neutral (-100 / +0)"]
    schemes = figure.data[figure.data["count"] > 0].set_index(["side", "stance", "share"])["count"]
    assert schemes.to_dict() == {
        ("russia", "neutral", "coarse stance"): 5, ("us", "neutral", "coarse stance"): 5,
        ("us", "neutral", "stance"): 5, ("russia", "assertive", "stance"): 5,
    }  # fmt: skip


def test_the_coarse_scheme_is_drawn_for_each_outlet_where_it_differs():
    text = "أكد الرئيس الروسي أن القرار نهائي. ورفض الوزير الأميركي القرار. وقال إن القرار نهائي."
    data = stance(survey(corpus(text, "قال الوزير الروسي إن القرار نهائي."))).data
    counts = data.pivot(index=["panel", "outlet"], columns="share", values="count")
    fine, coarse = counts["stance"], counts["coarse stance"]
    assert fine.notna().all()
    drawn = coarse.notna().groupby("panel").agg(["all", "any"])
    assert (drawn["all"] == drawn["any"]).all()
    assert (drawn["any"] == (fine != coarse.fillna(fine)).groupby("panel").any()).all()
    assert set(drawn["any"]) == {True, False}


def test_the_ladder_shows_mentions_and_distinct_sources_and_the_limit_of_a_zero():
    text = "وقالت مصادر محلية إن القرار نهائي. وأضافت المصادر أنه صدر."
    figure = sourcing(survey(corpus(text)))
    rows = figure.data.set_index("category")
    assert rows.loc["anonymous-source", ["narrator", "sources"]].tolist() == [2, 1]
    tile = written(figure)
    assert any(text.startswith("1 source\n") for text in tile)
    limit = rows.loc["leak-talk", "ci_high"]
    assert f"at most {limit:.1f}" in tile
    assert "distinct sources" in figure.caption


def test_sides_for_which_there_is_no_room_are_named():
    names = "الروسية الأميركية التركية الإيرانية السعودية الفرنسية العراقية الإسرائيلية السورية"
    text = " ".join(f"قالت وزارة الخارجية {name} نعم." for name in names.split())
    figure = source_sides(survey(corpus(text)))
    assert figure.data["panel"].nunique() <= MOST_PANELS
    assert "Not shown for want of room: " in figure.caption


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("text", EMPTY.values(), ids=EMPTY)
def test_every_figure_of_next_to_nothing_is_drawn(text, lang):
    measured = survey(corpus(text), propositions="moscow-2016")
    for name, kind in FIGURES.items():
        figure = kind.draw(measured, lang)
        assert figure.name == name
        assert len(picture(figure, "svg")) > 1000
