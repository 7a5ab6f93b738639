"""Figures of results show what was computed, star only what articles allow, and say why not."""

import pandas as pd
import pytest

from framing.base.columns import names
from framing.base.columns import table as typed
from framing.base.errors import FramingError, UnknownNameError
from framing.base.results import Result
from framing.corpus.articles import read_corpus
from framing.questions.comparison import compare
from framing.questions.dispersion import dispersion as find_places
from framing.questions.sensitivity import sensitivity as find_variants
from framing.showing.figures import (
    certainty,
    correction,
    dispersion,
    forest,
    keywords,
    sensitivity,
    validation,
)
from framing.showing.figures.save import picture
from framing.showing.figures.scatter import Scatter, draw_scatter

LABEL, PLAIN = "انسحب الإرهابيون أمس. ", "وصل الوفد أمس. "


def counts(**articles: tuple[str, int, int]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Features and corpus of articles given as outlet, count, words."""
    rows = [
        {"doc_id": doc_id, "feature": "militancy.terror", "voice": "all", "count": count,
         "base": words, "unit": "words"}
        for doc_id, (_, count, words) in articles.items()
    ]  # fmt: skip
    about = {"doc_id": list(articles), "outlet": [outlet for outlet, _, _ in articles.values()]}
    return pd.DataFrame(rows), pd.DataFrame(about)


def many(first: int, second: int) -> Result:
    """Two outlets of forty articles, counts alternating round two means."""
    articles = {
        f"{outlet}{n}": (outlet, mean + (n % 2), 500)
        for outlet, mean in (("A", first), ("B", second))
        for n in range(40)
    }
    return compare(*counts(**articles), voice="all")


def notes(figure) -> list[str]:
    return [text.get_text().strip("\u200e\u200f") for text in figure.figure.axes[0].texts]


def squares(figure) -> list[str]:
    lines = figure.figure.axes[0].lines
    return [line.get_markerfacecolor() for line in lines if line.get_marker() == "s"]


def test_one_article_an_outlet_is_hollow_not_starred_and_the_caption_says_why():
    few = compare(*counts(a=("A", 12, 400), b=("B", 1, 400)), voice="all")
    figure = forest(few)
    assert squares(figure) == ["white"]
    assert "*" not in notes(figure)
    assert "nothing hollow is starred: a group stands here with one article" in figure.caption
    assert "docs/coverage.md" in figure.caption
    assert "Star:" not in figure.caption


def test_where_articles_are_the_cases_the_square_is_filled_and_what_differs_is_starred():
    apart, alike = forest(many(6, 1)), forest(many(2, 2))
    assert squares(apart) == squares(alike) != ["white"]
    assert "*" in notes(apart)
    assert "*" not in notes(alike)
    assert (
        "Star: p below 0.05 after adjustment (largest statistic of permuted labels" in apart.caption
    )
    assert "0 of 1." in alike.caption
    assert "articles are the cases" in apart.caption


def test_a_zero_has_no_square_only_how_far_its_interval_reaches():
    figure = forest(compare(*counts(a=("A", 4, 400), b=("B", 0, 400)), voice="all"))
    assert squares(figure) == []
    assert any(
        note.startswith("no ratio [") and note.endswith("–∞]; 4 : 0") for note in notes(figure)
    )
    assert "none seen is not never" in figure.caption


def test_a_forest_that_nobody_could_read_is_refused():
    articles = {str(n): (str(n), 1, 100) for n in range(20)}
    with pytest.raises(FramingError, match="190 lines"):
        forest(compare(*counts(**articles), voice="all"))


def test_groups_are_called_as_asked_and_ratios_that_do_not_matter_are_shaded():
    few = compare(*counts(a=("A", 5, 400), b=("B", 5, 400)), voice="all")
    figure = forest(few, labels={"A": "Anwar"}, negligible=1.25)
    labels = [label.get_text() for label in figure.figure.axes[0].get_yticklabels()]
    assert labels == ["Anwar : B"]
    assert "ratios under 1.25" in figure.caption


def test_no_word_lies_on_another_and_the_most_distinctive_get_theirs_first():
    words = [f"كلمة{letter}" for letter in "ابتثجحخدذر"]
    data = pd.DataFrame(
        {"panel": "A", "word": words, "x": 5.0, "y": 1.0, "n": 1, "is_sure": False}
    )  # fmt: skip
    figure = draw_scatter(Scatter(data, {"A": "A"}, "T", "x", "y", "n"), "en")
    texts = figure.axes[0].texts
    boxes = [text.get_window_extent() for text in texts]
    assert 2 <= len(boxes) < len(words)
    assert [text.get_text().strip("\u200f") for text in texts] == words[: len(texts)]
    assert all(one.count_overlaps([two]) == 0 for one in boxes for two in boxes if one is not two)


def distinctive(p: float) -> Result:
    row = dict.fromkeys(names("keywords"), 1) | {
        "word": "وفد", "form": "الوفد", "target": "A", "reference": "B", "rate_per_1000": 5.0,
        "log_odds": 1.5, "p_adjusted": p, "document_frequency": 3,
    }  # fmt: skip
    return Result(typed("keywords", [row]), "", "")


def test_words_are_ringed_only_where_permuted_articles_do_not_lead_to_them():
    sure, unsure, few = (keywords(distinctive(p)) for p in (0.01, 0.3, float("nan")))
    rings = [
        [len(dots.get_offsets()) for dots in figure.figure.axes[0].collections][-1]
        for figure in (sure, unsure, few)
    ]
    assert rings == [1, 0, 0]
    assert "Ringed: distinctive beyond what permuted articles lead to" in sure.caption
    assert "the words are ranked" in few.caption
    assert [text.get_text().strip("\u200f") for text in few.figure.axes[0].texts] == ["الوفد"]


def articles() -> pd.DataFrame:
    texts = [LABEL + PLAIN * 3, PLAIN * 2, LABEL * 2]
    table = {"doc_id": ["0", "1", "2"], "outlet": ["A", "B", "A"], "text": texts}
    return read_corpus(pd.DataFrame(table))


def test_a_stroke_stands_at_each_mention_and_two_articles_of_an_outlet_are_told_apart():
    figure = dispersion(find_places(articles()))
    axis = figure.figure.axes[0]
    assert sorted(line.get_xdata()[0] for line in axis.lines) == [1.5, 1.5, 4.5]
    labels = [label.get_text() for label in axis.get_yticklabels()]
    assert labels == ["A 0", "B", "A 2"]
    assert "3 mentions in 2 of 3 articles" in figure.caption
    assert "DP = " in figure.caption
    assert notes(figure) == ["1", "0", "2"]


def test_each_choice_has_a_line_and_the_default_a_mark():
    found = find_variants(articles())
    figure = sensitivity(found)
    first = figure.figure.axes[0]
    labels = [label.get_text() for label in first.get_yticklabels()]
    assert labels[0].startswith("default")
    assert len(labels) == found.table["variant"].nunique()
    marks = [line.get_xdata()[0] for line in first.lines if line.get_linestyle() == "--"]
    assert marks == [found.table["rate_per_1000"].iloc[0]]
    assert "Wire copy was not looked for." in figure.caption


def scores(**more: object) -> pd.DataFrame:
    row = {"layer": "militancy", "measure": "militancy", "class": None, "rule": "overlap",
           "count": 8, "base": 10, "value": 0.8, "ci_low": 0.5, "ci_high": 0.94}  # fmt: skip
    rows = [row | {"statistic": one} for one in ("precision", "recall", "f1")]
    return pd.DataFrame([*rows, row | {"statistic": "recall", "class": "terror"}]).assign(**more)


def test_scores_of_spans_are_drawn_with_k_of_n_and_those_of_single_classes_left_out():
    figure = validation(scores(), coded="Two articles.")
    assert figure.data["statistic"].tolist() == ["precision", "recall", "f1"]
    assert [notes(figure)[0], len(figure.figure.axes)] == ["8/10", 3]
    assert figure.caption.endswith("Two articles.")
    assert "no validation" in figure.caption


def test_scores_of_two_codings_are_not_mixed():
    with pytest.raises(FramingError, match="2 codings"):
        validation(scores(coding=["a", "a", "b", "b"]))


def by_rules() -> pd.DataFrame:
    row = {"measure": "narrator", "count": 9, "base": 10, "value": 0.9}
    return pd.concat(
        scores().iloc[:1].assign(**row | {"class": rules, "statistic": statistic})
        for rules in ("plain", "plain, beside")
        for statistic in ("precision", "recall")
    )


def test_each_rule_that_is_added_has_a_line_in_both_panels():
    figure = certainty(pd.concat([scores(), by_rules()]))
    assert figure.data["class"].tolist() == ["plain"] * 2 + ["plain, beside"] * 2
    assert [notes(figure)[0], len(figure.figure.axes)] == ["9/10", 2]
    labels = [label.get_text() for label in figure.figure.axes[0].get_yticklabels()]
    assert labels == ["no cue near", "+ beside what a cue assigns"]
    with pytest.raises(FramingError, match="tell of no rule"):
        certainty(scores())


def audited(value: float) -> Result:
    row = {"feature": "militancy.terror", "group": "A", "statistic": "rate_per_1000", "count": 20,
           "base": 4000, "found": 5.0, "value": value, "ci_low": 6.0, "ci_high": 9.0,
           "clipped": False, "articles_coded": 30, "articles": 90}  # fmt: skip
    return Result(typed("audit", [row, row | {"feature": "militancy.takfiri", "found": 0.0,
                                              "value": 0.0}]), "", "")  # fmt: skip


def test_what_was_found_stands_beside_what_is_corrected_and_empty_categories_are_left_out():
    figure = correction(audited(7.5))
    assert figure.data["feature"].tolist() == ["militancy.terror"]
    dots = {line.get_xdata()[0] for line in figure.figure.axes[0].lines if line.get_marker() == "o"}
    assert dots == {5.0, 7.5}
    assert "coded in 30 of them" in figure.caption


def test_what_cannot_be_corrected_is_said_to_be_so():
    assert "allows no correction" in correction(audited(float("nan"))).caption
    with pytest.raises(UnknownNameError, match="statistic"):
        correction(audited(7.5), statistic="precision")


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_every_figure_of_results_is_drawn_in_both_languages(lang):
    news = articles()
    drawn = [
        forest(many(3, 2), lang),
        keywords(distinctive(1.0), lang),
        dispersion(find_places(news), lang),
        sensitivity(find_variants(news), lang),
        validation(scores(), lang),
        certainty(by_rules(), lang),
        correction(audited(7.5), lang),
    ]
    for figure in drawn:
        assert len(picture(figure, "svg")) > 1000
        assert "{" not in figure.caption + figure.alt + figure.title
    assert len({figure.name for figure in drawn}) == len(drawn)
