"""A report is computed anew from its articles, and what differs is named."""

import json
import shutil
from pathlib import Path

import pandas as pd
import pytest

import framing as fr
from framing.base.errors import FramingError
from framing.corpus.articles import read_corpus
from framing.showing.record import RECORD

SENTENCE = "قال الوزير إن الإرهابيين غادروا المدينة. وأكد أن المسلحين بقوا فيها."
NEWS = pd.DataFrame(
    {"doc_id": ["a", "b"], "outlet": ["الحياة", "الشرق"], "text": [SENTENCE, SENTENCE * 2]}
)


@pytest.fixture(scope="module")
def kept(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("report") / "out"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("framing.showing.figures.draw_together", lambda found, languages: [])
        fr.report(read_corpus(NEWS), folder)
    return folder


@pytest.fixture
def folder(kept: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(kept, tmp_path / "out"))


def test_a_report_as_it_was_written_holds(kept):
    found = fr.verify(read_corpus(NEWS), kept)
    assert found.holds
    assert (
        str(found) == f"Nothing differs: {found.n_files} files of the report are as computed anew."
    )
    told = json.loads((kept / RECORD).read_text("utf-8"))
    files = {path.relative_to(kept).as_posix() for path in kept.rglob("*") if path.is_file()}
    assert set(told["files"]) | {RECORD} == files
    assert found.n_files == len(files) - 1


def test_the_record_names_no_place_and_no_time(kept):
    text = (kept / RECORD).read_text("utf-8")
    assert str(kept) not in text
    assert set(json.loads(text)) == {
        *("framing", "packages", "lexicons", "language", "propositions", "plan", "articles"),
        "files",
    }


def test_a_number_that_was_changed_is_named_with_its_cell(folder):
    table = folder / "tables" / "rates_by_outlet.csv"
    text = table.read_text("utf-8-sig")
    head, *rows = text.splitlines()
    cells = rows[4].split(",")
    place = head.split(",").index("count")
    cells[place] = str(int(cells[place]) + 1)
    changed = "\n".join([head, *rows[:4], ",".join(cells), *rows[5:]]) + "\n"
    table.write_text(changed, "utf-8-sig")
    found = fr.verify(read_corpus(NEWS), folder)
    [row] = found.table.to_dict("records")
    assert (row["file"], row["row"], row["column"]) == ("tables/rates_by_outlet.csv", 5, "count")
    assert int(row["kept"]) == int(row["now"]) + 1
    assert "row 5, column 'count'" in str(found)


def test_a_page_that_was_changed_or_is_gone_is_named(folder):
    (folder / "methods.md").write_text("mine", "utf-8")
    (folder / "citation.bib").unlink()
    said = str(fr.verify(read_corpus(NEWS), folder)).splitlines()
    assert said == ["citation.bib is missing.", "methods.md is not as it was written."]


def test_other_articles_are_named_with_what_they_change(folder):
    other = NEWS.assign(text=[SENTENCE, SENTENCE])
    found = fr.verify(read_corpus(other), folder)
    assert not found.holds
    named = set(found.table["file"])
    assert {"article 'b'", "tables/mentions.csv", "tables/features.csv"} <= named
    assert "article 'a'" not in named


def test_other_versions_are_told_and_are_no_difference(folder):
    path = folder / RECORD
    told = json.loads(path.read_text("utf-8"))
    told["packages"]["pandas"] = "0.1"
    path.write_text(json.dumps(told), "utf-8")
    found = fr.verify(read_corpus(NEWS), folder)
    assert found.holds
    assert "Other versions: pandas was 0.1, is" in str(found)


@pytest.mark.parametrize("text", ["", "[]", "{", '{"framing": 1}', '{"files": []}'])
def test_a_folder_without_a_record_of_a_report_is_refused(tmp_path, text):
    (tmp_path / RECORD).write_text(text, "utf-8")
    with pytest.raises(FramingError, match=r"is no record of a report\. Name the folder"):
        fr.verify(read_corpus(NEWS), tmp_path)
    with pytest.raises(FramingError, match="cannot be read"):
        fr.verify(read_corpus(NEWS), tmp_path / "nothing")


def test_a_record_leads_nowhere_outside_its_folder(folder, tmp_path):
    (tmp_path / "secret.csv").write_text("x", "utf-8")
    path = folder / RECORD
    told = json.loads(path.read_text("utf-8"))
    told["files"] |= {"../secret.csv": "0", "/etc/passwd": "0", "tables/../../secret.csv": "0"}
    path.write_text(json.dumps(told), "utf-8")
    assert fr.verify(read_corpus(NEWS), folder).holds


def test_what_a_report_was_asked_for_is_asked_for_again(folder, tmp_path):
    plan = fr.write_plan(tmp_path / "plan.toml")
    with pytest.raises(FramingError, match="was made by no plan"):
        fr.verify(read_corpus(NEWS), folder, plan=plan)
    with pytest.raises(FramingError, match="looked for none"):
        fr.verify(read_corpus(NEWS), folder, propositions="moscow-2016")


def test_an_archive_reads_the_report_as_a_research_object(folder):
    crates = pytest.importorskip("rocrate.rocrate", reason="needs rocrate, of the extra test")
    path = fr.write_crate(
        folder, date="2026-05-01", authors=["A. Scholar"], license="https://spdx.org/licenses/MIT"
    )
    assert path.name == "ro-crate-metadata.json"
    crate = crates.ROCrate(folder)
    told = json.loads((folder / RECORD).read_text("utf-8"))
    assert {one.id for one in crate.data_entities} == {*told["files"], RECORD}
    assert str(crate.root_dataset["datePublished"]).startswith("2026-05-01")
    assert crate.root_dataset["author"][0]["name"] == "A. Scholar"
    assert crate.dereference("#framing")["softwareVersion"] == fr.__version__
    assert fr.verify(read_corpus(NEWS), folder).holds
    with pytest.raises(FramingError, match=r"'May' is no date\. Give year, month and day"):
        fr.write_crate(folder, date="May")
