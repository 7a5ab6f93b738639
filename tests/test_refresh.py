"""What is made is made anew by one command, which writes only what says something else."""

import re
from pathlib import Path

import pytest
import refresh

CONTRIBUTING = (Path(__file__).parent.parent / "CONTRIBUTING.md").read_text("utf-8")


def test_the_page_names_every_part_and_no_other() -> None:
    made = CONTRIBUTING.partition("### What is made")[2].partition("\n## ")[0]
    assert re.findall(r"^\| `(\w+)` \|", made, re.MULTILINE) == list(refresh.PARTS)


def test_every_part_says_which_files_it_makes() -> None:
    for _, patterns in refresh.PARTS.values():
        assert [one for one in patterns if not list(refresh.ROOT.glob(one))] == []


def test_what_is_as_it_was_is_not_written() -> None:
    shipped = sorted((refresh.ROOT / refresh.SHIPPED).glob("*.stems.tsv"))
    before = [path.stat().st_mtime_ns for path in shipped]
    assert list(refresh.refresh("stems")) == []
    assert [path.stat().st_mtime_ns for path in shipped] == before


def test_what_is_new_changed_or_gone_is_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def make() -> None:
        (tmp_path / "changed.csv").write_text("b", encoding="utf-8")
        (tmp_path / "new.csv").write_text("", encoding="utf-8")
        (tmp_path / "gone.csv").unlink()

    for name in ("changed", "gone", "kept"):
        (tmp_path / f"{name}.csv").write_text("a", encoding="utf-8")
    monkeypatch.setattr(refresh, "ROOT", tmp_path)
    monkeypatch.setitem(refresh.PARTS, "tables", (make, ("*.csv",)))
    assert list(refresh.refresh("tables")) == [
        *("tables: changed changed.csv", "tables: gone gone.csv", "tables: new new.csv")
    ]


def test_a_part_nobody_knows_is_refused_with_those_that_are_known(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["refresh.py", "stem"])
    with pytest.raises(SystemExit) as end:
        refresh.main()
    assert end.value.code == 2
    assert "there is no part 'stem'. Known: stems, tables," in capsys.readouterr().err
