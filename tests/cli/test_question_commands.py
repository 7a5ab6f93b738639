"""The commands that answer questions: finding on the screen, table in a file, sheet and score."""

import csv
import io
from pathlib import Path

import pandas as pd
from typer.testing import CliRunner

import framing as fr
from framing.base import columns
from framing.cli import main as cli

SEEDS = str(Path(__file__).parents[2] / "seeds")


def test_compare_shows_the_finding_and_its_note(framing):
    news = fr.read_corpus(SEEDS)
    rates = fr.features(news, ["state"])
    assert framing("compare", SEEDS, "--lexicon", "state") == (
        0,
        f"{fr.compare(rates, news)}\n",
        "",
    )


def test_compare_writes_its_table_and_remarks_the_finding(framing, tmp_path):
    path = tmp_path / "terror.csv"
    arguments = ("--feature", "militancy.terror", "--voice", "all", "--reference", "Russia-Now")
    code, out, err = framing("compare", SEEDS, *arguments, "--within", "none", "--out", str(path))
    assert (code, out) == (0, "")
    assert "no p is given" in err
    table = pd.read_csv(path)
    assert list(table.columns) == columns.names("comparison")
    assert table["reference"].unique().tolist() == ["Russia-Now"]
    assert table["within"].unique().tolist() == ["all articles"]
    assert len(table) == 4


def test_compare_says_what_it_cannot_do(framing, tmp_path):
    code, _, err = framing("compare", SEEDS, "--lexicon", "state", "--method", "permutation")
    assert code == 1
    assert "A permutation test needs 20 independent articles, and there are 2" in err
    code, _, err = framing("compare", SEEDS, "--feature", "militancy.terorr")
    assert (code, "Did you mean 'militancy.terror" in err) == (1, True)
    copies = tmp_path / "copies.csv"
    copies.write_text("doc_id,copy\n000,1\n", encoding="utf-8")
    code, _, err = framing("compare", SEEDS, "--lexicon", "state", "--clusters", str(copies))
    assert (code, "needs the columns doc_id and cluster" in err) == (1, True)


def test_copies_are_read_from_a_file(framing, tmp_path):
    copies = tmp_path / "copies.csv"
    copies.write_text("doc_id,cluster\n000,wire\n001,wire\n", encoding="utf-8")
    arguments = ("--lexicon", "state", "--clusters", str(copies), "--format", "csv")
    code, out, _ = framing("compare", SEEDS, *arguments)
    assert code == 0
    assert {row["effective_n"] for row in csv.DictReader(io.StringIO(out))} == {"1"}


def test_keywords_show_the_finding_or_write_the_table(framing, tmp_path):
    found = fr.keywords(fr.read_corpus(SEEDS), most=3)
    assert framing("keywords", SEEDS, "--most", "3") == (0, f"{found}\n", "")
    path = tmp_path / "words.jsonl"
    code, _, err = framing("keywords", SEEDS, "--most", "3", "--out", str(path), "--quiet")
    assert (code, err) == (0, "")
    assert len(path.read_text("utf-8").splitlines()) == len(found.table)


def test_a_sheet_is_drawn_coded_and_scored(framing, tmp_path):
    folder = tmp_path / "audit"
    code, out, _ = framing("audit", "draw", SEEDS, "--out", str(folder), "--size", "10")
    assert (code, out) == (0, f"{folder / 'sheet.csv'}\n")
    code, _, err = framing("audit", "score", str(folder), SEEDS)
    assert (code, "rows are not coded" in err) == (1, True)
    sheet = pd.read_csv(folder / "sheet.csv", dtype=str, keep_default_na=False)
    sheet["terror"] = [str(one.count("رهاب")) for one in sheet["sentence"]]
    sheet.assign(read_by="AM").to_csv(folder / "sheet.csv", index=False)
    found = fr.score_audit(folder, fr.read_corpus(SEEDS))
    assert framing("audit", "score", str(folder), SEEDS) == (0, f"{found}\n", "")
    code, _, err = framing("audit", "draw", SEEDS, "--out", str(folder), "--size", "10")
    assert (code, "holds a coding sheet already" in err) == (3, True)


def test_a_comparison_is_corrected_by_a_coded_sheet(framing, tmp_path):
    framing("audit", "draw", SEEDS, "--out", str(tmp_path), "--size", "10")
    sheet = pd.read_csv(tmp_path / "sheet.csv", dtype=str, keep_default_na=False)
    sheet.assign(read_by="AM").to_csv(tmp_path / "sheet.csv", index=False)
    code, out, err = framing("compare", SEEDS, "--voice", "all", "--audit", str(tmp_path))
    assert (code, err) == (0, "")
    assert "Corrected for measured error, by 5 coded articles: 0 of" in out


def test_sheets_of_two_coders_are_drawn_coded_and_compared(framing, tmp_path):
    folder, asked = str(tmp_path), ("--size", "10", "--coders", "2", "--overlap", ".5")
    assert framing("audit", "draw", SEEDS, "--out", folder, *asked) == (0, f"{folder}\n", "")
    for number in (1, 2):
        path = tmp_path / f"coder-{number}" / "sheet.csv"
        sheet = pd.read_csv(path, dtype=str, keep_default_na=False)
        sheet["terror"] = [
            str(one.count("رهاب")) if number == 1 else "" for one in sheet["sentence"]
        ]
        sheet.assign(read_by="AM").to_csv(path, index=False)
    code, out, err = framing("audit", "agree", folder, SEEDS)
    found = fr.audit_agreement(folder, fr.read_corpus(SEEDS))
    assert (code, err, len(found.disagreements) > 0) == (0, "", True)
    assert out.startswith(f"{found.text}\n\n")
    for sentence in found.disagreements["sentence"]:
        assert " ".join(sentence.split()) in out
    assert (tmp_path / "sheet.csv").exists()


def test_help_of_the_audit_commands_names_each_with_its_example():
    page = CliRunner().invoke(cli.app, ["audit", "--help"], prog_name="framing").output
    for name in ("draw", "agree", "score"):
        help_page = CliRunner().invoke(cli.app, ["audit", name, "--help"]).output
        assert f"  framing audit {name} " in help_page
        assert f"  {name}" in page
