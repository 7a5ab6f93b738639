"""The commands for who compares outlets: reuse, coverage."""

import json

import pytest
from commands import SEEDS, rows_of

import framing as fr
from framing.base import columns


def test_reuse_prints_a_pair_a_line_with_both_forms_of_every_edit(framing):
    code, out, err = framing("reuse", SEEDS, "--format", "jsonl")
    lines = [json.loads(line) for line in out.splitlines()]
    assert (code, err) == (0, "")
    assert [list(line) for line in lines] == [columns.names("reuse")] * 8
    swaps = [edit for line in lines for edit in line["edits"] if edit["kind"] == "label swap"]
    assert [(edit["form_a"], edit["form_b"]) for edit in swaps] == [("الإرهابية", "الجهادية")]
    texts = {row["doc_id"]: row["text"] for row in fr.read_corpus(SEEDS).to_dict("records")}
    for line in lines:
        for edit in line["edits"]:
            for side in "ab":
                text = texts[line[f"doc_id_{side}"]]
                start, end = edit[f"start_{side}"], edit[f"end_{side}"]
                assert ("" if start is None else text[start:end]) == edit[f"form_{side}"]


def test_reuse_as_a_table_says_the_edits_in_words(framing):
    _, out, _ = framing("reuse", SEEDS)
    assert out.splitlines()[0].split(",") == columns.names("reuse")
    assert any("label swap: الإرهابية / الجهادية" in row["edits"] for row in rows_of(out))


def test_reuse_prints_a_row_an_edit_if_asked(framing):
    _, out, _ = framing("reuse", SEEDS, "--edits")
    news = fr.read_corpus(SEEDS)
    assert [row["kind"] for row in rows_of(out)] == list(fr.edits(news, fr.reuse(news))["kind"])


@pytest.mark.parametrize("ending", ["csv", "jsonl", "parquet"])
def test_reuse_is_written_in_every_format(ending, framing, tmp_path):
    path = tmp_path / f"pairs.{ending}"
    code, _, err = framing("reuse", SEEDS, "--out", str(path))
    assert (code, err) == (0, f"framing: 8 rows written to '{path}'.\n")


def test_coverage_of_an_unknown_set_names_those_that_are_known(framing):
    code, _, err = framing("coverage", SEEDS, "moscow")
    assert code == 1
    assert "There is no set of propositions named 'moscow'." in err
