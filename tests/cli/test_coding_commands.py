"""The commands for who codes: evaluation and agreement."""

import json
from pathlib import Path

import pandas as pd
import pytest
from commands import CODING_COMMANDS, SEEDS, rows_of

import framing as fr
from framing.base import columns


@pytest.fixture
def gold(tmp_path: Path) -> str:
    """A coding of two of the three articles, with one word too many and a source."""
    said = {"layer": "attribution", "class": "neutral", "side": "russia", "mode": "indirect"}
    rows = [
        {"doc": "001", "layer": "militancy", "start": 10, "end": 20, "class": "terror"},
        {"doc": "001", "layer": "militancy", "start": 27, "end": 29, "class": "terror"},
        {"doc": "002", "start": 0, "end": 4, "source_start": 5, "source_end": 11} | said,
    ]
    path = tmp_path / "gold.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return str(path)


def test_evaluation_is_told_in_lines(framing, corpus, gold):
    code, out, err = framing("evaluate", corpus, gold)
    assert (code, err) == (0, "")
    assert out == fr.evaluate(fr.read_corpus(corpus), gold).text
    assert out.startswith("2 coded articles of 3, 3 records. ")
    recall = next(line for line in out.splitlines() if line.startswith("militancy  "))
    assert "overlap  2      2  " in recall


def test_errors_of_an_evaluation_are_listed_when_asked(framing, corpus, gold):
    _, plain, _ = framing("evaluate", corpus, gold)
    _, out, _ = framing("evaluate", corpus, gold, "--errors")
    assert out.startswith(plain)
    listed = out.removeprefix(plain).splitlines()
    n_errors = len(fr.evaluate(fr.read_corpus(corpus), gold).errors)
    assert listed[1] == f"{n_errors} errors"
    assert "001 27-29 ثم: ثم مضى." in listed
    assert "    span, missed: coded terror, found nothing" in listed


def test_evaluation_as_json_says_it_all(framing, corpus, gold, tmp_path):
    path = tmp_path / "scores.json"
    _, out, _ = framing("evaluate", corpus, gold, "--format", "json", "--errors")
    assert framing(
        "evaluate", corpus, gold, "--format", "json", "--errors", "--out", str(path)
    ) == (0, "", "")
    assert path.read_text("utf-8") == out
    told = json.loads(out)
    assert list(told) == ["note", "scores", "confusion", "errors"]
    result = fr.evaluate(fr.read_corpus(corpus), gold)
    for name, table in (
        ("scores", result.table), ("confusion", result.confusion), ("errors", result.errors),
    ):  # fmt: skip
        known = columns.names("disagreements" if name == "errors" else name)
        assert len(told[name]) == len(table) > 0
        assert all(list(row) == known for row in told[name])
    assert "errors" not in json.loads(framing("evaluate", corpus, gold, "--format", "json")[1])


def test_coding_that_does_not_fit_is_refused(framing, corpus, gold):
    code, out, err = framing("evaluate", SEEDS, gold)
    assert (code, out) == (1, "")
    assert err.startswith("framing: Record 1 of the coding says 10:20, but no whole words stand")
    assert framing("evaluate", corpus, "nowhere.jsonl")[0] == 1


def test_agreement_of_two_coders_is_told_in_lines_or_as_a_table(framing, corpus, gold, tmp_path):
    other = tmp_path / "other.jsonl"
    other.write_text(Path(gold).read_text("utf-8").replace("russia", "us"), encoding="utf-8")
    arguments = ("agreement", gold, str(other), "--corpus", corpus)
    code, out, err = framing(*arguments)
    assert (code, err) == (0, "")
    assert "attribution  side      alpha         1   .000" in out.splitlines()
    assert "attribution  source    overlap       1   1.000" in out.splitlines()
    _, out, _ = framing(*arguments, "--format", "csv")
    assert out.splitlines()[0].split(",") == columns.names("scores")
    path = tmp_path / "scores.parquet"
    framing(*arguments, "--out", str(path), "--quiet")
    assert list(pd.read_parquet(path)["measure"]) == [row["measure"] for row in rows_of(out)]


@pytest.mark.parametrize("command", CODING_COMMANDS)
def test_codings_of_windows_arabic_articles_are_read_when_told(command, framing, tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "001.txt").write_bytes("قال إن الإرهابيين".encode("cp1256"))
    gold = tmp_path / "gold.jsonl"
    gold.write_text(
        '{"doc": "001", "layer": "militancy", "start": 7, "end": 17, "class": "terror", '
        '"text": "الإرهابيين"}',
        encoding="utf-8",
    )
    places = {
        "evaluate": (str(tmp_path / "in"), str(gold)),
        "agreement": (str(gold), str(gold), "--corpus", str(tmp_path / "in")),
    }[command]
    code, out, err = framing(command, *places, "--encoding", "cp1256")
    assert (code, err) == (0, "")
    assert "militancy" in out


def test_evaluation_shows_its_progress_to_somebody_who_watches(framing, corpus, gold):
    assert "Reading" in framing("evaluate", corpus, gold, terminal=True)[2]
    assert framing("evaluate", corpus, gold, "--quiet", terminal=True)[2] == ""
