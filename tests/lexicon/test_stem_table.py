"""The shipped tables of stems are what the conjugator makes of the shipped lexicons."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from framing.base.errors import LexiconError
from framing.lexicon import stem_table as stem_tables
from framing.lexicon.declension import Stem
from framing.lexicon.entries import Lexicon, load_lexicon
from framing.lexicon.morphology import stems
from framing.lexicon.source_files import lexicon_files, lexicon_names
from framing.lexicon.stem_table import COLUMNS, is_out_of_date, read_stems, stem_table

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "framing" / "lexicon" / "shipped"
OWN = """
format = 1
name = "state"
version = "0.1.0"
transliteration = "ALA-LC"
description = "A lexicon with the name of a shipped one."

[categories.one]
gloss = "one"
gloss_ar = "واحد"
definition = "All of it."

[[word]]
lemma = "أسرة"
kind = "noun"

[[entry]]
id = "bab"
lemma = "باب"
kind = "noun"
plurals = ["أبواب"]
exclude = ["بابا", "بابان", "بابين", "أبوابا"]
category = "one"
gloss = "door"
translit = "bāb"
source = "framing-language"

[[entry]]
id = "usra-katiba"
lemma = "أسرة كاتبة"
kind = "phrase"
words = ["أسرة", "كاتبة"]
category = "one"
gloss = "family of writers"
translit = "usra kātiba"
source = "framing-language"
"""


@pytest.fixture
def own(tmp_path: Path) -> Lexicon:
    path = tmp_path / "own.toml"
    path.write_text(OWN, encoding="utf-8")
    return load_lexicon(path)


def rows(table: str) -> list[list[str]]:
    return [line.split("\t") for line in table.splitlines()[2:]]


@pytest.mark.parametrize("name", lexicon_names())
def test_the_shipped_table_is_what_is_made_of_the_lexicon_today(name: str) -> None:
    made = stem_table(load_lexicon(name)).encode("utf-8")
    assert (FOLDER / f"{name}.stems.tsv").read_bytes() == made


def test_every_shipped_lexicon_has_its_table_and_no_table_is_left_over() -> None:
    tables = {path.name for path in FOLDER.glob("*.tsv")}
    assert tables == {f"{name}.stems.tsv" for name in lexicon_names()}


@pytest.mark.parametrize("name", lexicon_names())
def test_what_is_read_from_the_table_is_what_inflecting_gives(name: str) -> None:
    lexicon = load_lexicon(name)
    read = read_stems(lexicon)
    inflecting = [one for one in (*lexicon.helpers, *lexicon.entries) if one.kind != "phrase"]
    assert list(read) == inflecting
    assert {one: frozenset(found) for one, found in read.items()} == {
        one: stems(one) for one in inflecting
    }
    assert read == read_stems(replace(lexicon, digest="of no shipped lexicon"))


@pytest.mark.parametrize("name", lexicon_names())
def test_the_header_names_the_lexicon_and_the_columns(name: str) -> None:
    table = (FOLDER / f"{name}.stems.tsv").read_text("utf-8")
    lexicon = load_lexicon(name)
    content = b"".join(file.content for file in lexicon_files(name))
    digest = sha256(content).hexdigest()
    header, columns = table.splitlines()[:2]
    assert header == f"# stems, format 1\t{name}\t{lexicon.version}\tsha256 {digest}"
    assert columns.split("\t") == list(COLUMNS)


@pytest.mark.parametrize("name", lexicon_names())
def test_rows_are_sorted_and_distinct_and_name_one_lexeme(name: str) -> None:
    lexicon = load_lexicon(name)
    found = rows((FOLDER / f"{name}.stems.tsv").read_text("utf-8"))
    assert found == sorted(found)
    assert len(found) == len({tuple(row) for row in found})
    named = [entry.id for entry in lexicon.entries]
    named += [f"word:{helper.lemma}" for helper in lexicon.helpers]
    assert len(named) == len(set(named))
    assert {row[0] for row in found} <= set(named)


def test_a_verb_stands_in_the_table_with_root_form_and_all_its_stems() -> None:
    found = [row for row in rows(stem_table(load_lexicon("attribution"))) if row[0] == "qala"]
    assert ["qala", "verb", "قول", "I", "يقولون", "indicative", "verb"] in found
    assert ["qala", "verb", "قول", "I", "يقل", "jussive", "verb"] in found
    assert ["qala", "verb", "قول", "I", "قائل", "free", "participle"] in found


def test_a_lexicon_of_ones_own_is_inflected_whatever_its_name(own: Lexicon) -> None:
    assert rows(stem_table(own)) == [
        ["bab", "noun", "", "", "أبواب", "free", "noun"],
        ["bab", "noun", "", "", "باب", "free", "noun"],
        ["word:أسرة", "noun", "", "", "أسرة", "sealed", "noun"],
        ["word:أسرة", "noun", "", "", "أسرت", "bound", "noun"],
        ["word:أسرة", "noun", "", "", "أسرتا", "construct", "noun"],
        ["word:أسرة", "noun", "", "", "أسرتان", "sealed", "noun"],
        ["word:أسرة", "noun", "", "", "أسرتي", "construct", "noun"],
        ["word:أسرة", "noun", "", "", "أسرتين", "sealed", "noun"],
    ]
    door = own.entries[0]
    assert read_stems(own)[door] == (
        Stem("أبواب", "free", "noun"),
        Stem("باب", "free", "noun"),
    )
    assert not is_out_of_date(own)


@pytest.mark.parametrize("table", [None, "", "# stems, format 1\tstate\t1.0.0\tsha256 0\n"])
def test_a_table_made_from_another_version_is_refused_with_the_way_out(
    table: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if table is not None:
        (tmp_path / "state.stems.tsv").write_text(table, encoding="utf-8")
    monkeypatch.setattr(stem_tables, "_SHIPPED", tmp_path)
    assert is_out_of_date(load_lexicon("state"))
    with pytest.raises(LexiconError) as refusal:
        read_stems(load_lexicon("state"))
    assert str(refusal.value) == (
        "framing/lexicon/shipped/state.stems.tsv was not made from "
        "framing/lexicon/shipped/state.toml as it is "
        "now. Make it anew: framing lexicon stems state "
        "--out framing/lexicon/shipped/state.stems.tsv"
    )


def test_contributing_gives_the_command_that_makes_the_tables_anew() -> None:
    page = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    assert ".venv/bin/python tests/refresh.py && git diff" in page
    assert "| `stems` | each lexicon's table of stems |" in page
