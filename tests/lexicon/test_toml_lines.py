"""Headings and fields of a TOML file are found on their lines."""

import tomllib
from pathlib import Path

import pytest

from framing.lexicon.toml_lines import line_at, line_numbers

LEXICONS = sorted((Path(__file__).parents[2] / "framing" / "lexicon" / "shipped").rglob("*.toml"))
ODD = '''# [[entry]]
name = "a # b" # c = 1
text = """
[[entry]]
id = "no"
\\""" "
"""
[categories."royal house"] # king
gloss = '[[entry]]'
  [[ entry ]]
  id = "one"
words = [
  "a = b",
  '[[entry]]',
]  # } ]
[[entry]]
gap=1
[entry.facet_after]
event = ['x']
'''


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_what_looks_like_a_heading_in_a_text_or_remark_is_none(end: str) -> None:
    assert tomllib.loads(ODD.replace("\n", end))["entry"][1] == {
        "gap": 1,
        "facet_after": {"event": ["x"]},
    }
    assert line_numbers(ODD.replace("\n", end)) == {
        ("name",): 2,
        ("text",): 3,
        ("categories", "royal house"): 8,
        ("categories", "royal house", "gloss"): 9,
        ("entry", "1"): 10,
        ("entry", "1", "id"): 11,
        ("entry", "1", "words"): 12,
        ("entry", "2"): 16,
        ("entry", "2", "gap"): 17,
        ("entry", "2", "facet_after"): 18,
        ("entry", "2", "facet_after", "event"): 19,
    }


def test_records_in_braces_and_dotted_names_have_their_lines() -> None:
    text = """lists.a = ["x"]
categories.king = { gloss = "king", "gloss_ar" = "ملك" }
entry = [
    # the first
    { id = "one", words = ["a = b", "{"], facet_after = { event = ["x"] } },

    { id = "two" },
]
word = []
"""
    assert tomllib.loads(text)["entry"][1] == {"id": "two"}
    assert line_numbers(text) == {
        ("lists", "a"): 1,
        ("categories", "king"): 2,
        ("categories", "king", "gloss"): 2,
        ("categories", "king", "gloss_ar"): 2,
        ("entry",): 3,
        ("entry", "1"): 5,
        ("entry", "1", "id"): 5,
        ("entry", "1", "words"): 5,
        ("entry", "1", "facet_after"): 5,
        ("entry", "1", "facet_after", "event"): 5,
        ("entry", "2"): 7,
        ("entry", "2", "id"): 7,
        ("word",): 9,
    }


def test_what_has_no_line_of_its_own_has_that_of_what_holds_it() -> None:
    lines = line_numbers(ODD)
    assert line_at(lines, ("entry", "2", "gap")) == 17
    assert line_at(lines, ("entry", "2", "gloss")) == 16
    assert line_at(lines, ("word", "1", "gloss")) == 1
    assert line_at(lines, ()) == 1
    assert line_at(line_numbers("a = 1\n[[entries]]\nid = 'x'\n"), ("entries",)) == 2


@pytest.mark.parametrize("path", LEXICONS, ids=lambda path: path.stem)
def test_every_field_of_a_shipped_lexicon_has_its_line(path: Path) -> None:
    text = path.read_text("utf-8")
    tables, printed = tomllib.loads(text), text.splitlines()
    lines = line_numbers(text)
    for number, record in enumerate(tables.get("entry", []), start=1):
        for field in record:
            assert f"{field} = " in printed[lines["entry", str(number), field] - 1]
        line = printed[lines["entry", str(number), "id"] - 1]
        assert f'id = "{record["id"]}"' in line
    assert {place[1] for place in lines if place[:1] == ("categories",) and place[1:]} == set(
        tables.get("categories", ())
    )
