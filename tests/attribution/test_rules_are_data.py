"""What a rule asks of an entry stands in the lexicon: no rule knows an entry by its name."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

import framing as fr

FRAMING = Path(__file__).parents[2] / "framing"
FILES = sorted([*(FRAMING / "attribution").glob("*.py"), *(FRAMING / "copying").glob("*.py")])


def compared_by_name(tree: ast.AST) -> Iterator[int]:
    """The lines on which the id or lemma of an entry is compared with what the code says."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare) and isinstance(node.left, ast.Attribute):
            is_name = node.left.attr in ("id", "lemma")
            other = node.comparators[0]
            is_constant = isinstance(other, ast.Name) and other.id.isupper()
            if is_name and (is_constant or isinstance(other, ast.Constant | ast.Tuple)):
                yield node.lineno


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_rule_compares_an_entry_by_its_id_or_lemma(path):
    assert list(compared_by_name(ast.parse(path.read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize(
    "line",
    ['hit.entry.id == "irhab-state"', "cue.entry.lemma in SILENCE", 'one.entry.id in ("a", "b")'],
)
def test_such_a_rule_would_be_seen(line):
    assert list(compared_by_name(ast.parse(line))) == [1]


LEXICON = """
format = 1
name = "own"
version = "0.1.0"
transliteration = "ALA-LC"
description = "An idea and an organisation of a reader's own."

[categories.radical]
gloss = "radical"
gloss_ar = "تطرف"
definition = "An idea called radical."

[categories.organisation]
gloss = "organisation"
gloss_ar = "تنظيم"
definition = "An organisation by name."
"""
ENTRY = """
[[entry]]
id = "{id}"
lemma = "{lemma}"
kind = "noun"
category = "{category}"
{more}
gloss = "{id}"
translit = "{id}"
source = "framing-language"
"""


def test_a_lexicon_of_ones_own_says_what_its_labels_are_put_on(tmp_path):
    path = tmp_path / "own.toml"
    entries = (
        {"id": "ghuluww", "lemma": "غلو", "category": "radical", "more": 'target = "phenomenon"'},
        {"id": "ajnad", "lemma": "أجناد", "category": "organisation", "more": 'target = "ajnad"'},
    )
    path.write_text(LEXICON + "".join(ENTRY.format(**one) for one in entries), encoding="utf-8")
    news = pd.DataFrame({"doc_id": ["a", "b"], "text": ["انتشر الغلو هناك.", "هو غلو أجناد."]})
    found = fr.mentions(news, path)
    labels = found[found["category"] == "radical"]
    assert labels["target"].tolist() == ["phenomenon", "ajnad"]
