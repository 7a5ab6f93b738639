"""Passages that articles share: which are found, where they stand, and what is no reuse."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import framing as fr
from framing.base import columns
from framing.base.errors import FramingError
from framing.copying.word_keys import read_wording

SEEDS = Path(__file__).parents[2] / "seeds"
SENTENCE = "تصل القوافل غدا إلى الأحياء المحاصرة محملة بالغذاء والدواء والوقود بعد هدنة قصيرة"


@pytest.fixture(scope="module")
def seeds() -> pd.DataFrame:
    return fr.read_corpus(SEEDS)


@pytest.fixture(scope="module")
def pairs(seeds: pd.DataFrame) -> pd.DataFrame:
    return fr.reuse(seeds)


def found(*texts: str, **columns: list[str]) -> pd.DataFrame:
    ids = [chr(ord("a") + number) for number in range(len(texts))]
    return fr.reuse(pd.DataFrame({"doc_id": ids, "text": texts, **columns}))


def edits_of(pairs: pd.DataFrame, one: str, other: str) -> list[str]:
    rows = pairs[(pairs["doc_id_a"] == one) & (pairs["doc_id_b"] == other)]
    return [edit for edits in rows["edits"] for edit in edits]


# The seeds


def test_one_agency_sentence_with_another_label_is_found(pairs):
    assert "label swap: الإرهابية / الجهادية" in edits_of(pairs, "000", "001")


def test_another_word_inside_the_quotation_is_found(pairs):
    assert "quoted words: أكثر / افضل" in edits_of(pairs, "000", "001")


def test_the_quotation_that_closes_earlier_is_found(pairs):
    assert "quotation boundary: لمحاربة الإرهاب / لمحاربة الارهاب" in edits_of(pairs, "000", "001")


def test_the_label_in_one_wording_of_the_denial_is_found(pairs):
    assert "label added: – / ضد الإرهابيّين في سوريا" in edits_of(pairs, "002", "003")


def test_the_denial_links_its_four_wordings(pairs):
    denial = pairs[pairs["form_a"].str.contains("لم ") & pairs["form_b"].str.contains("لم ")]
    linked = set(zip(denial["doc_id_a"], denial["doc_id_b"], strict=True))
    assert linked == {("000", "001"), ("000", "003"), ("001", "003"), ("002", "003")}


def test_no_pair_of_the_seeds_shares_a_title_and_a_name_only(pairs):
    assert len(pairs) == 8
    assert pairs["shared_shingles"].min() >= 5


def test_form_is_what_stands_between_start_and_end(seeds, pairs):
    texts = dict(zip(seeds["doc_id"], seeds["text"], strict=True))
    for table in (pairs, fr.edits(seeds, pairs, spelling=True)):
        for side in "ab":
            names = [f"{name}_{side}" for name in ("doc_id", "start", "end", "form")]
            assert (table[f"start_{side}"].isna() == (table[f"form_{side}"] == "")).all()
            for doc_id, start, end, form in (
                table[names].dropna().itertuples(index=False, name=None)
            ):
                assert texts[doc_id][start:end] == form


def test_nothing_is_claimed_of_who_copied_where_no_credit_says_so(pairs):
    assert pairs["copied_from"].isna().all()


# What is no reuse


@pytest.mark.parametrize(
    "formula",
    [
        "وزير الخارجية الأمريكي جون كيري",
        "وزير الخارجية الروسي سيرغي لافروف ونظيره الأمريكي جون كيري في موسكو",
        "صاحب السمو الملكي الأمير خالد الفيصل بن عبدالعزيز",
        "المتحدث باسم الكرملين دميتري بيسكوف في مؤتمر صحفي في موسكو أمس الجمعة",
    ],
)
def test_a_title_and_a_name_are_no_reuse(formula):
    one = f"وصل {formula} صباحا ثم غادر الفندق القديم مسرعا."
    other = f"رفضت اللجنة طلبا قدمه {formula} حول ميزانية المدارس."
    assert found(one, other).empty


def test_a_formula_of_many_articles_is_no_reuse():
    formula = "أصدق التهاني وأطيب التمنيات بموفور الصحة والسعادة"
    heads = "قدم وجه أرسل نقل كتب بعث رفع ألقى أهدى أبدى حمل سلم أعلن منح قرأ ردد".split()
    texts = [
        f"{head} الفريق رقم{number} إلى جمهور{number} الملعب{number} {formula} بملعب{number} "
        f"جديد{number} افتتح{number} أخيرا{number} هناك{number}."
        for number, head in enumerate(heads)
    ]
    assert found(*texts).empty
    assert len(found(*texts[:2])) == 1  # so few articles cannot tell a formula from a copy


def test_an_article_is_not_compared_with_itself():
    assert found(f"{SENTENCE}. {SENTENCE}.").empty


def test_titles_are_compared_too():
    corpus = pd.DataFrame({"doc_id": ["a", "b"], "text": ["", SENTENCE], "title": [SENTENCE, None]})
    (row,) = fr.reuse(corpus).to_dict("records")
    assert (row["field_a"], row["field_b"]) == ("title", "text")


def test_a_corpus_without_shared_passages_gives_an_empty_table():
    assert list(found("نعم", "").columns) == columns.names("reuse")
    assert found().empty


# Who copied


def test_the_agency_that_the_other_credits_was_copied():
    credit = f"بدأت القصة باكرا. {SENTENCE}. ثم انتهت.\n(رويترز)"
    table = found(
        f"{SENTENCE}.", credit, outlet=["رويترز", "الحياة"], date=["2016-07-15", "2016-07-16"]
    )
    assert list(table["copied_from"]) == ["a"]


def test_an_earlier_article_is_no_copy_whatever_it_credits():
    credit = f"بدأت القصة باكرا. {SENTENCE}. ثم انتهت.\n(رويترز)"
    table = found(
        f"{SENTENCE}.", credit, outlet=["رويترز", "الحياة"], date=["2016-07-17", "2016-07-16"]
    )
    assert table["copied_from"].isna().all()


# Laws

WORDS = st.lists(
    st.sampled_from(
        "وصلت قافلة كبيرة مدرسة جسر نهر وزارة قال في إلى من الإرهابيون ربما سوق".split()
    ),
    min_size=8,
    max_size=24,
)


@given(WORDS)
def test_identical_texts_are_wholly_alike_and_unedited(words):
    text = " ".join(words)
    for row in found(text, text).to_dict("records"):
        assert (row["similarity"], row["containment"], row["edits"]) == (1.0, 1.0, [])


@settings(max_examples=60)
@given(WORDS, st.integers(0, 30), st.sampled_from(["الجهاديون", "مطر", "قد يصل", ""]))
def test_which_article_comes_first_makes_no_difference(words, place, new):
    head = SENTENCE.split()
    one, other = " ".join([*head, *words]), " ".join([*head, *words[:place], new, *words[place:]])
    forth, back = found(one, other), found(other, one)
    turned = {
        f"{name}_{a}": f"{name}_{b}" for name in ("start", "end", "form") for a, b in ("ab", "ba")
    }
    measures = ["similarity", "containment", "shared_shingles", *sorted(turned)]
    key = ["start_a", "start_b"]
    left = forth[measures].sort_values(key).reset_index(drop=True)
    right = back.rename(columns=turned)[measures].sort_values(key).reset_index(drop=True)
    pd.testing.assert_frame_equal(left, right)


@given(st.sampled_from(["أ", "إ", "آ"]), st.integers(0, 3))
def test_hamzas_diacritics_and_tatweel_are_no_edits(hamza, tatweel):
    text = f"{SENTENCE} أمام أهل البلدة"
    varied = text.replace("أ", "ا").replace("إ", hamza).replace("ال", "ال" + "ـ" * tatweel)
    (row,) = found(text, varied.replace("م ", "مُ ")).to_dict("records")
    assert (row["similarity"], row["edits"]) == (1.0, [])


# What cannot be done


def test_a_similarity_that_is_no_share_is_refused():
    with pytest.raises(FramingError, match="Give a share of words, 0 to 1"):
        fr.reuse(pd.DataFrame({"doc_id": [], "text": []}), least_similarity=70)


def test_edits_of_a_table_without_pairs_are_refused(seeds):
    with pytest.raises(FramingError, match="lacks doc_id_a, field_a"):
        fr.edits(seeds, pd.DataFrame({"doc_id": ["000"]}))


def test_edits_of_another_corpus_are_refused(pairs):
    other = pd.DataFrame({"doc_id": ["x"], "text": [SENTENCE]})
    with pytest.raises(FramingError, match="'000', which the corpus does not hold"):
        fr.edits(other, pairs)


def in_common(n_runs: int) -> pd.DataFrame:
    """Two articles of a sentence each: they share runs of eight words, nine differ between."""

    def text(side: int) -> str:
        shared = (" ".join(f"كلم{run}مشترك{word}" for word in range(8)) for run in range(n_runs))
        own = (" ".join(f"غير{side}ها{run}و{word}" for word in range(9)) for run in range(n_runs))
        return " ".join(f"{one} {other}" for one, other in zip(shared, own, strict=True))

    return pd.DataFrame({"doc_id": ["a", "b"], "text": [text(1), text(2)]})


def test_a_sentence_may_share_thousands_of_passages():
    pairs = fr.reuse(in_common(2_000))
    assert 1_950 < len(pairs) <= 2_000  # of those that the bounds of long sentences part some lack
    assert set(pairs["form_a"].str.count("مشترك")) <= {6, 7, 8}
    assert pairs["start_a"].is_monotonic_increasing


def test_parts_of_a_long_sentence_are_bounded():
    wording = read_wording(fr.annotate(fr.read_corpus(in_common(200))))
    sizes = np.diff(wording.sentences)
    assert sizes.sum() == len(wording.keys) == 2 * 17 * 200
    assert sizes.tolist() == [1_000, 1_000, 1_000, 400] * 2
