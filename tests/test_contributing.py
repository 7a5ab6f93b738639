"""CONTRIBUTING.md can be followed: its fields are the code's, its lexicon works as it says."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from framing.lexicon.entries import Category, Entry, load_lexicon
from framing.lexicon.matching import find
from framing.text.tokens import read_words

TEXT = (Path(__file__).parent.parent / "CONTRIBUTING.md").read_text("utf-8")
FIELDS = TEXT.partition("## The fields of a lexicon")[2]
FOUND = re.compile(r"([^,()]+?) \((\w+)\)")


def documented(block: str) -> list[str]:
    return re.findall(r"^\| `(\w+)` \|", block, re.MULTILINE)


def test_the_tables_hold_every_field_once_and_no_other() -> None:
    of_category, _, of_entry = FIELDS.partition("An entry, `[[entry]]`.")
    assert sorted(documented(of_category)) == sorted(field.name for field in fields(Category))
    assert sorted(documented(of_entry)) == sorted(field.name for field in fields(Entry))


@pytest.mark.parametrize(
    ("sentence", "found"), re.findall(r"^\| ([\u0600-\u06ff .]+) \| (.+) \|$", TEXT, re.MULTILINE)
)
def test_the_example_lexicon_finds_what_the_page_says(
    sentence: str, found: str, tmp_path: Path
) -> None:
    example = re.search(r"```toml\n(.+?)```", TEXT, re.DOTALL)
    assert example is not None
    path = tmp_path / "monarchy.toml"
    path.write_text(example[1], encoding="utf-8")
    words = read_words(sentence)
    hits = [
        (words.cover(hit.first, hit.last).form(sentence), hit.entry.category)
        for hit in find(words, load_lexicon(path))
    ]
    assert hits == [(form.strip(), category) for form, category in FOUND.findall(found)]


def test_the_page_shows_a_lexicon_with_three_sentences() -> None:
    assert len(re.findall(r"^\| [\u0600-\u06ff .]+ \|", TEXT, re.MULTILINE)) == 3
