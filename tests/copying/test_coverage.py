"""Which article says what, and the file in which a scholar says what to look for."""

from pathlib import Path

import pandas as pd
import pytest

import framing as fr
from framing.base.errors import PropositionError, UnknownNameError
from framing.copying.propositions import load_propositions, proposition_sets

SEEDS = Path(__file__).parents[2] / "seeds"
HEAD = 'format = 1\nname = "test"\ndescription = "For a test."\n'
CENTRE = """
[[proposition]]
id = "centre"
gloss = "A command centre in Amman"
terms = ["مركز قيادة | غرفة عمليات", "عمّان | الأردن"]
denied = ["لا صحة"]
"""


@pytest.fixture(scope="module")
def seeds() -> fr.Coverage:
    return fr.coverage(fr.read_corpus(SEEDS), "moscow-2016")


@pytest.fixture
def file(tmp_path: Path):
    def write(text: str) -> Path:
        path = tmp_path / "set.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def covered(path: Path, text: str) -> tuple[str, pd.DataFrame]:
    found = fr.coverage(pd.DataFrame({"doc_id": ["a"], "text": [text]}), path)
    return found.cells["state"][0], found.passages


# The seeds


def cell(seeds: fr.Coverage, proposition: str) -> list[str]:
    cells = seeds.cells
    return list(cells[cells["proposition"] == proposition]["state"])


def test_who_mentions_nice_and_who_leaves_it_out(seeds):
    assert [state != "absent" for state in cell(seeds, "nice-attack")] == [
        *(True, True, True, False, False)
    ]


def test_the_leak_is_absent_from_one_article_only(seeds):
    assert [state == "absent" for state in cell(seeds, "leaked-proposal")] == [
        *(False, False, True, False, False)
    ]


def test_four_articles_deny_that_cooperation_was_discussed(seeds):
    assert cell(seeds, "cooperation-discussed") == ["denied"] * 4 + ["absent"]


@pytest.mark.parametrize(
    ("proposition", "doc_id"),
    [
        ("assad-interview", "001"),
        ("shoigu", "002"),
        ("chemical-munitions", "002"),
        ("arab-diplomats", "003"),
        ("expert", "003"),
        ("white-house", "004"),
        ("times-analysis", "004"),
    ],
)
def test_what_one_article_alone_says(seeds, proposition, doc_id):
    cells = seeds.cells[seeds.cells["state"] != "absent"]
    assert list(cells[cells["proposition"] == proposition]["doc_id"]) == [doc_id]


def test_every_cell_opens_onto_its_passages_and_every_absence_onto_near_misses(seeds):
    passages = seeds.passages.set_index("span_id")
    texts = fr.read_corpus(SEEDS).set_index("doc_id")["text"]
    for row in seeds.cells.to_dict("records"):
        assert bool(row["span_ids"]) == (row["state"] != "absent")
        assert not (row["span_ids"] and row["near_ids"])
        assert set(passages.loc[row["span_ids"], "state"]) <= {"present", "attributed", "denied"}
        assert set(passages.loc[row["near_ids"], "state"]) <= {"near"}
    for row in seeds.passages.to_dict("records"):
        assert texts[row["doc_id"]][row["start"] : row["end"]] == row["form"]
        assert len(row["lacking"]) == (row["state"] == "near")


def test_the_matrix_has_a_row_per_outlet_and_a_column_per_proposition(seeds):
    wanted = load_propositions("moscow-2016").propositions
    assert list(seeds.matrix.columns) == [one.id for one in wanted]
    assert len(wanted) >= 15
    assert len(seeds.matrix) == 5
    assert "<table" in seeds._repr_html_()


# States


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("افتتح الجيشان مركز قيادة مشتركا في عمان.", "present"),
        ("قال كيري إن مركز قيادة مشتركا سيقام في الأردن.", "attributed"),
        ("وقال لافروف: «ستقام غرفة عمليات بالأردن قريبا».", "attributed"),
        ("لا صحة لما قيل عن مركز قيادة في عمّان.", "denied"),
        ("نفى الكرملين إقامة مركز قيادة مشترك في عمان.", "denied"),
        ("وصل كيري إلى عمان.", "absent"),
        ("وصل كيري إلى عمان. افتتح الجيش مركز قيادة.", "absent"),  # in two sentences
    ],
)
def test_a_proposition_is_present_attributed_denied_or_absent(file, text, state):
    assert covered(file(HEAD + CENTRE), text)[0] == state


def test_a_near_miss_says_which_term_it_lacks(file):
    _, passages = covered(file(HEAD + CENTRE), "وصل كيري إلى عمان.")
    (row,) = passages.to_dict("records")
    assert (row["form"], row["lacking"]) == ("عمان", ["مركز قيادة | غرفة عمليات"])


def test_a_star_stands_for_any_ending(file):
    path = file(HEAD + '[[proposition]]\nid = "leak"\ngloss = "A leak"\nterms = ["تسريب*"]\n')
    assert covered(path, "كثرت التسريبات الأخيرة")[0] == "present"
    assert covered(path, "السرب بعيد")[0] == "absent"


# Files


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (CENTRE, "has no format. Add it."),
        (HEAD.replace("1", "2") + CENTRE, "has format 2; this version reads format 1"),
        (HEAD, "has no proposition. Add it."),
        (HEAD + CENTRE * 2, "two propositions with the id 'centre'"),
        (HEAD + CENTRE.replace("terms", "words"), "There is no field named 'words'"),
        (HEAD + CENTRE.replace("gloss =", "glos ="), "Did you mean 'gloss'?"),
        (HEAD + CENTRE.replace('denied = ["لا صحة"]', 'denied = "لا"'), "Write a list of texts"),
        (HEAD + CENTRE.replace("مركز قيادة | ", "مركز قيادة || "), "without a word"),
        (HEAD + '[[proposition]]\nid = "a"\ngloss = "b"\n', "has no terms. Add it."),
        (HEAD + "proposition = [1, 2]\n", r"write every proposition as \[\[proposition\]\]\.$"),
        (HEAD.replace('"test"', "3") + CENTRE, "name is 3. Write a text."),
        ("x = " + "[" * 5000, "not readable as TOML: it is nested more than 50 deep. Correct it"),
        ("x = " + "[" * 60 + "]" * 60, "it is nested more than 50 deep. Correct it there"),
        ("x = 0x" + "f" * 9999, "it holds a number too long; at most 100 are read"),
        ("x = " + "9" * 9999, "is not readable as TOML: it holds a number too long"),
        (HEAD + CENTRE.replace('"centre"', str([["م" * 500]])), "id is .{81}. Write a text"),
        (HEAD + CENTRE.replace("مركز", "م" * 6000), "has 6.* characters. Write at most 5000"),
        (HEAD + "x = 1\n" + CENTRE, "There is no field named 'x'"),
        (HEAD + "[proposition]\nid = 1\n", r"write every proposition as \[\[proposition\]\]"),
        ("format = ", "is not readable as TOML"),
    ],
)
def test_a_file_that_breaks_the_format_is_refused_with_a_way_out(file, text, message):
    with pytest.raises(PropositionError, match=message):
        load_propositions(file(text))


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(PropositionError, match=r"missing.toml' cannot be read: No such file"):
        load_propositions(tmp_path / "missing.toml")


def test_a_set_that_nobody_ships_is_answered_with_the_nearest():
    with pytest.raises(UnknownNameError, match="Did you mean 'moscow-2016'"):
        load_propositions("moscow-2015")


def test_every_shipped_set_loads_and_is_loaded_once_given():
    for name in proposition_sets():
        loaded = load_propositions(name)
        assert loaded.name == name
        assert load_propositions(loaded) is loaded
