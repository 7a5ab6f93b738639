"""The benchmark prints what `framing.evaluate` measures, each score beside its bar."""

import importlib
import os
import re
import subprocess
import sys
from io import StringIO
from pathlib import Path
from types import ModuleType

import pandas as pd
import pytest

import framing as fr
from framing.base.files import csv_text
from framing.coding.evaluation import PROVENANCE
from framing.coding.scorecard import shown

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds"
PUBLISHED = ROOT / "docs" / "accuracy"
TABLES = ("made", "scores", "confusion")


@pytest.fixture
def publishing(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(ROOT / "benchmarks")
    return importlib.import_module("accuracy_page")


def accuracy(*arguments: str) -> str:
    run = subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / "accuracy.py"), *arguments],
        capture_output=True, text=True, check=True,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    return run.stdout


def without_texts(folder: Path) -> tuple[str, ...]:
    return "--dev", str(folder / "none"), "--dev2", str(folder / "none")


def rows(page: str) -> dict[tuple[str, ...], list[str]]:
    """Value, bar and verdict by measure, rule and statistic, as printed."""
    cells = ([cell.strip() for cell in line.split("│")[1:-1]] for line in page.splitlines())
    return {tuple(row[:3]): row[5:] for row in cells if len(row) == 8}


def test_every_score_of_the_seeds_stands_beside_its_bar(tmp_path: Path) -> None:
    page = accuracy(*without_texts(tmp_path))
    result = fr.evaluate(fr.read_corpus(SEEDS), SEEDS / "coding" / "seeds.jsonl")
    assert result.note in page
    assert f"dev: there are no texts at '{tmp_path / 'none'}'" in page
    assert f"dev2: there are no texts at '{tmp_path / 'none'}'" in page
    whole = result.table[result.table["class"].isna()]
    printed = rows(page)
    assert len(printed) == len(whole)
    bars = {
        ("militancy", "f1"): 0.98,
        ("cues and stance", "f1"): 0.93,
        ("source", "accuracy"): 0.96,
    }
    for row in whole.to_dict("records"):
        value, bar, verdict = printed[row["measure"], row["rule"], row["statistic"]]
        assert value == shown(row)
        if row["rule"] == "strict" or row["measure"] in ("narrator", "role"):
            assert (bar, verdict) == ("–", "–")
        elif (row["measure"], row["statistic"]) in bars:
            wanted = bars[row["measure"], row["statistic"]]
            assert bar == f"{wanted:.2f}"
            assert verdict == ("met" if row["value"] >= wanted else "missed")
    assert len([one for one in printed.values() if one[1] != "–"]) == 11


def test_classes_and_errors_are_printed_when_asked(tmp_path: Path) -> None:
    page = accuracy(*without_texts(tmp_path), "--by-class", "--errors")
    result = fr.evaluate(fr.read_corpus(SEEDS), SEEDS / "coding" / "seeds.jsonl")
    assert {"takfiri", "jihadist"} & {key[0] for key in rows(page)} == {"jihadist"}
    errors = result.errors.to_dict("records")
    assert [row["sentence"] for row in errors if row["sentence"] not in page] == []


def test_texts_that_are_not_the_coded_ones_are_refused(tmp_path: Path) -> None:
    (tmp_path / "D00.txt").write_text("نص", encoding="utf-8")
    run = subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / "accuracy.py"), "--dev", str(tmp_path)],
        capture_output=True, text=True, check=False, env=os.environ | {"PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert run.returncode == 1
    assert "but no whole words stand there in article 'D00'" in run.stderr
    assert "Traceback" not in run.stderr


def test_the_page_is_made_from_the_tables_beside_it(publishing: ModuleType) -> None:
    page = PUBLISHED.with_suffix(".md").read_text("utf-8")
    assert page == publishing.page(PUBLISHED)
    assert PROVENANCE in page


def test_what_is_published_of_the_seeds_is_what_is_measured_now() -> None:
    published = pd.read_csv(PUBLISHED / "scores.csv").query("coding == 'seeds'")
    now = fr.evaluate(fr.read_corpus(SEEDS), SEEDS / "coding" / "seeds.jsonl").table
    written = pd.read_csv(StringIO(csv_text(now)))
    pd.testing.assert_frame_equal(published.drop(columns=["coding", "bar"]), written)


def test_what_was_measured_at_first_stands_beside_what_is_measured_now(
    publishing: ModuleType, tmp_path: Path
) -> None:
    folder = tmp_path / "accuracy"
    result = fr.evaluate(fr.read_corpus(SEEDS), SEEDS / "coding" / "seeds.jsonl")
    tables = publishing.tables_of("dev2", result, [0.5] * len(result.table))
    publishing.write({"dev2": tables}, folder)
    assert "| at first |" not in folder.with_suffix(".md").read_text("utf-8")
    half = tables["scores"].assign(value=0.125)
    half.to_csv(folder / publishing.BEFORE, index=False)
    publishing.write({"dev2": tables}, folder)
    page = folder.with_suffix(".md").read_text("utf-8")
    assert page.count("| at first |") == 1
    assert page.count("| .125 |\n") == int(result.table["class"].isna().sum())


def test_the_first_scores_are_of_every_score_that_has_a_bar() -> None:
    first = pd.read_csv(PUBLISHED / "before.csv")
    assert set(first["coding"]) == {"dev2"}
    keys = ["layer", "measure", "class", "rule", "statistic"]
    assert not first.duplicated(keys).any()
    assert set(first[first["bar"].notna()]["measure"]) == {
        *("cues", "source", "side", "type", "content", "voice", "narrator", "target", "sourcing"),
    }  # fmt: skip


def test_no_word_of_an_article_is_published() -> None:
    for path in (PUBLISHED.with_suffix(".md"), *PUBLISHED.iterdir()):
        assert not re.search(r"[\u0600-\u06ff]", path.read_text("utf-8"))


def test_a_coding_that_is_not_measured_keeps_what_was_published(
    publishing: ModuleType, tmp_path: Path
) -> None:
    folder = tmp_path / "accuracy"
    result = fr.evaluate(fr.read_corpus(SEEDS), SEEDS / "coding" / "seeds.jsonl")
    every = {
        name: publishing.tables_of(name, result, [0.5] * len(result.table))
        for name in publishing.TITLES
    }
    publishing.write(every, folder)
    first = {path: path.read_bytes() for path in folder.iterdir()}
    assert {path.stem for path in first} == set(TABLES)
    publishing.write({"seeds": every["seeds"]}, folder)
    assert {path: path.read_bytes() for path in folder.iterdir()} == first
    page = folder.with_suffix(".md").read_text("utf-8")
    assert page.count("| met |") + page.count("| missed |") == len(every) * int(
        result.table["class"].isna().sum()
    )
    assert publishing.verdict(float("nan"), 0.5) == "missed"


def test_what_is_published_is_written_anew_only_if_a_score_is_another(
    publishing: ModuleType, tmp_path: Path
) -> None:
    folder = tmp_path / "accuracy"
    result = fr.evaluate(fr.read_corpus(SEEDS), SEEDS / "coding" / "seeds.jsonl")
    seeds = publishing.tables_of("seeds", result, [0.5] * len(result.table))
    publishing.write({"seeds": seeds}, folder)
    first = (folder / "made.csv").read_bytes()
    later = seeds | {"made": seeds["made"].assign(date="2030-01-01", lexicons="militancy 9.9.9")}
    publishing.write({"seeds": later}, folder)
    assert (folder / "made.csv").read_bytes() == first
    moved = seeds["scores"].assign(value=seeds["scores"]["value"] / 2)
    publishing.write({"seeds": later | {"scores": moved}}, folder)
    assert b"2030-01-01" in (folder / "made.csv").read_bytes()


def test_the_readme_prints_the_scores_that_are_published(publishing: ModuleType) -> None:
    text = publishing.README.read_text(encoding="utf-8")
    assert publishing.with_summary(text) == text
    blank = publishing.with_summary("<!-- scores: made from scores.csv -->\n<!-- end of scores -->")
    assert blank.count("\n| ") == len(publishing.SUMMARY) + 2
