"""Figures of copying print what was found: words in their places, tiles with their states."""

import pandas as pd
import pytest

from framing.corpus.articles import read_corpus
from framing.questions.survey import survey
from framing.showing.figures import coverage, parallel, sharing, wordings
from framing.showing.figures.labels import arabic_label
from framing.showing.figures.lines import TEXT_WIDTH, Block, Fill, Lines, draw_lines
from framing.showing.figures.save import save_figure

FILL = {"mark": Fill("#EEEEEE", "#000000", "-")}


def lines(*blocks: Block) -> Lines:
    return Lines(blocks, FILL, {"mark": "meaning"}, "T", "nothing")


def drawn(figure) -> list:
    return [text for text in figure.axes[0].texts if text.get_text()]


@pytest.fixture(scope="module")
def seeds():
    return survey(read_corpus("seeds"), propositions="moscow-2016")


@pytest.fixture(scope="module")
def nothing():
    table = pd.DataFrame({"doc_id": ["a", "b"], "text": ["وصل الوفد.", ""]})
    return survey(read_corpus(table), propositions="moscow-2016")


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_pieces_follow_one_another_from_right_to_left(lang):
    block = Block([("outlet", [("كلمة ", ""), ("أخرى", "mark"), (" بعدها", "")])], "remark")
    figure = draw_lines(lines(block), lang)
    places = {text.get_text().strip("\u200f\u200e"): text for text in drawn(figure)}
    xs = [places[word].get_position()[0] for word in ("كلمة", "أخرى", "بعدها")]
    assert xs == sorted(xs, reverse=True)
    assert all(places[word].get_ha() == "right" for word in ("كلمة", "أخرى", "بعدها"))
    assert len(figure.axes[0].patches) == 2  # the mark, and what it means


def test_a_long_line_is_broken_and_none_runs_out_of_its_column():
    figure = draw_lines(lines(Block([("o", [("كلمة " * 60, "mark")])])), "ar")
    broken = [text for text in drawn(figure) if "كلمة" in text.get_text()]
    assert len(broken) > 1
    assert sum(text.get_text().count("كلمة") for text in broken) == 60
    widths = [patch.get_width() for patch in figure.axes[0].patches]
    assert max(widths) <= TEXT_WIDTH + 0.05


def test_a_figure_without_blocks_says_so():
    assert [text.get_text() for text in drawn(draw_lines(lines(), "en"))] == ["T", "nothing"]


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_the_panel_prints_every_chosen_pair_with_its_words(seeds, lang):
    figure = parallel(seeds, lang)
    written = " ".join(text.get_text() for text in figure.figure.axes[0].texts)
    for form in ("الإرهابية", "الجهادية", "أكثر", "افضل"):
        assert arabic_label(form) in written
    assert len(figure.data) == len(seeds.parallels)
    changed = seeds.copying.between_outlets(seeds.copying.pairs)["edits"].map(bool).sum()
    assert str(changed) in figure.caption
    assert figure.alt.startswith(figure.title)


def test_the_matrix_of_sharing_has_a_tile_for_every_two_outlets(seeds):
    figure = sharing(seeds)
    written = [text.get_text() for text in figure.figure.axes[0].texts]
    outlets = len(seeds.outlets)
    assert written.count("–") == outlets**2 - len(seeds.copying.sharing)
    assert f"Of 5 articles {seeds.copying.effective_n} are independent" in figure.caption


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_the_matrix_of_coverage_says_the_state_in_words(seeds, lang):
    figure = coverage(seeds, lang)
    cells = len(seeds.outlets) * len(seeds.propositions.propositions)
    assert len(figure.data) == cells
    tally = seeds.positions["state"].value_counts()
    assert all(str(count) in figure.caption for count in tally)
    assert "moscow-2016" in figure.caption


def test_wordings_name_the_claim_and_count_labels(seeds):
    figure = wordings(seeds)
    assert set(figure.data["proposition"]) == {"cooperation-discussed"}
    assert figure.data["outlet"].nunique() == 4
    labelled = int((figure.data["labels"] > 0).sum())
    assert f"{labelled} of {len(figure.data)}" in figure.caption


@pytest.mark.parametrize("draw", [parallel, sharing, coverage, wordings])
@pytest.mark.parametrize("lang", ["en", "ar"])
def test_where_nothing_is_found_the_figure_is_drawn_and_saved_twice_alike(
    nothing, draw, lang, tmp_path
):
    first = [path.read_bytes() for path in save_figure(draw(nothing, lang), tmp_path / "one")]
    again = [path.read_bytes() for path in save_figure(draw(nothing, lang), tmp_path / "two")]
    assert first == again
