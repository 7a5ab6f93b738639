"""A lexicon in several files is the same as in one, and an error names its file and line."""

from hashlib import sha256
from pathlib import Path

import pytest

from framing.base.errors import LexiconError
from framing.lexicon.entries import load_lexicon
from framing.lexicon.source_files import lexicon_files
from framing.showing.lexicon_check import check_lexicon

HEAD = """\
format = 1
name = "monarchy"
version = "1.0.0"
transliteration = "ALA-LC"
description = "Who is called king."
files = ["more/houses.toml", "kings.toml"]

[categories.crown]
gloss = "crown"
gloss_ar = "تاج"
definition = "All of them."

[categories.king]
gloss = "king"
gloss_ar = "ملك"
definition = "The title itself."
group = "crown"

[lists]
titles = ["الملك", "السلطان"]
"""
HOUSES = """\
entry = [
    { id = "house", category = "crown", lemma = "العرش", kind = "name", gloss = "throne", translit = "al-ʿarsh", source = "framing-tables" },
]
"""  # noqa: E501  # an entry is one line
KINGS = """\
# kings
entry = [
    { id = "king", category = "king", lemma = "فاروق", kind = "name", after = ["@titles"], gloss = "Farouk", translit = "Fārūq", source = "framing-tables" },
]
"""  # noqa: E501  # an entry is one line


@pytest.fixture
def head(tmp_path: Path) -> Path:
    (tmp_path / "more").mkdir()
    (tmp_path / "monarchy.toml").write_text(HEAD, "utf-8")
    (tmp_path / "more" / "houses.toml").write_text(HOUSES, "utf-8")
    (tmp_path / "kings.toml").write_text(KINGS, "utf-8")
    return tmp_path / "monarchy.toml"


def test_files_are_read_as_one_in_the_order_in_which_the_head_names_them(head: Path) -> None:
    lexicon = load_lexicon(head)
    assert [entry.id for entry in lexicon.entries] == ["house", "king"]
    assert lexicon.entries[1].after == ("الملك", "السلطان")
    assert lexicon.digest == sha256((HEAD + HOUSES + KINGS).encode()).hexdigest()


def test_a_category_is_of_the_group_it_names_and_else_its_own(head: Path) -> None:
    lexicon = load_lexicon(head)
    assert [lexicon.group_of(name) for name in ("king", "crown", "unknown")] == [
        "crown", "crown", "unknown",
    ]  # fmt: skip


def test_an_error_names_its_own_file_and_line(head: Path) -> None:
    path = head.parent / "kings.toml"
    path.write_text(KINGS.replace('category = "king"', 'category = "kng"'), "utf-8")
    (problem,) = check_lexicon(head).errors
    assert (problem.file, problem.line) == (str(path), 3)
    with pytest.raises(LexiconError, match=r"kings\.toml, entry 2 \('king'\): .*'kng'"):
        load_lexicon(head)


def test_two_files_cannot_have_one_id(head: Path) -> None:
    path = head.parent / "kings.toml"
    path.write_text(KINGS.replace('id = "king"', 'id = "house"'), "utf-8")
    (problem,) = check_lexicon(head).errors
    assert (problem.file, problem.line) == (str(path), 3)
    assert "two entries with the id 'house'" in problem.message


def test_what_belongs_into_the_head_is_refused_elsewhere(head: Path) -> None:
    path = head.parent / "kings.toml"
    path.write_text('name = "kings"\n' + KINGS, "utf-8")
    (problem,) = check_lexicon(head).errors
    assert problem.file == str(path)
    assert problem.message.startswith(": 'name' belongs into")


def test_a_file_that_is_no_toml_is_named(head: Path) -> None:
    path = head.parent / "kings.toml"
    path.write_text("entry = [", "utf-8")
    (problem,) = check_lexicon(head).errors
    assert problem.file == str(path)


def test_a_named_file_that_is_not_there_is_told(head: Path) -> None:
    (head.parent / "kings.toml").unlink()
    with pytest.raises(LexiconError, match=r"There is no file '.*kings\.toml', which .*monarchy"):
        load_lexicon(head)


@pytest.mark.parametrize("name", ["../kings.toml", "/kings.toml", "kings.txt", "C:/kings.toml"])
def test_only_toml_files_beside_the_head_may_be_named(head: Path, name: str) -> None:
    head.write_text(HEAD.replace("kings.toml", name), "utf-8")
    problems = check_lexicon(head).errors
    assert [problem.message for problem in problems if "files is" in problem.message]


def test_a_group_must_be_a_category(head: Path) -> None:
    head.write_text(HEAD.replace('group = "crown"', 'group = "crwn"'), "utf-8")
    (problem,) = check_lexicon(head).errors
    assert problem.message.startswith(": There is no group named 'crwn'")


def test_the_shipped_actors_stand_in_files_by_region() -> None:
    names = [file.name for file in lexicon_files("actors")]
    assert names[0] == "actors.toml"
    assert {"actors/levant.toml", "actors/sahel-horn.toml", "actors/offices.toml"} < set(names)
