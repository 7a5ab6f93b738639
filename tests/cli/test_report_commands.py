"""Report and figures: where they go, in which language, in which format."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from commands import COMMANDS

import framing as fr


def test_report_prints_the_path_of_its_page(framing, corpus, asked):
    page = Path("somewhere") / "report.html"
    code, out, err = framing("report", corpus, "--out", "somewhere", "--lang", "ar")
    assert (code, out, err) == (0, f"{page}\n", "")
    assert (asked[0]["out"], asked[0]["lang"]) == (Path("somewhere"), "ar")


def test_a_report_is_printed_where_it_is_asked_for(framing, corpus, asked):
    framing("report", corpus)
    framing("report", corpus, "--pdf")
    assert [call["pdf"] for call in asked] == [False, True]


@pytest.mark.parametrize(("holds", "ends"), [(True, 0), (False, 1)])
def test_verifying_ends_with_1_where_something_differs(framing, corpus, monkeypatch, holds, ends):
    said = SimpleNamespace(holds=holds)
    monkeypatch.setattr(fr, "verify", lambda *_, **__: said)
    code, out, err = framing("verify", corpus, "somewhere")
    assert (code, out, err) == (ends, f"{said}\n", "")


def test_a_research_object_is_written_beside_a_report(framing, monkeypatch, tmp_path):
    monkeypatch.setattr(fr, "write_crate", lambda folder, **told: (folder, told))
    code, out, err = framing("crate", "somewhere", "--date", "2026-05-01", "--author", "A")
    assert (code, err) == (0, "")
    assert "'date': '2026-05-01', 'authors': ['A']" in out


def test_report_goes_to_a_folder_of_that_name_in_english_by_itself(framing, corpus, asked):
    assert framing("report", corpus)[1] == f"{Path('report') / 'report.html'}\n"
    assert (asked[0]["out"], asked[0]["lang"]) == (Path("report"), "en")
    assert asked[0]["propositions"] is None


def test_a_report_looks_for_the_propositions_of_a_reader(framing, corpus, asked):
    framing("report", corpus, "--propositions", "mine.toml")
    assert asked[0]["propositions"] == "mine.toml"
    assert asked[0]["plan"] is None


def test_a_report_holds_what_a_plan_settles(framing, corpus, asked):
    framing("report", corpus, "--plan", "plan.toml")
    assert asked[0]["plan"] == Path("plan.toml")


@pytest.mark.parametrize(
    ("options", "languages"),
    [([], ["en", "ar"]), (["--lang", "both"], ["en", "ar"]), (["--lang", "ar"], ["ar"])],
)
def test_figures_are_drawn_in_both_languages_or_one(framing, corpus, asked, options, languages):
    code, out, err = framing("figures", corpus, "--out", "figs", *options)
    assert (code, err) == (0, "")
    assert [call["lang"] for call in asked] == languages
    names = [f"{name}{end}" for lang in languages for name in ("voices", "stance")
             for end in (f"-{lang}.svg", ".csv")]  # fmt: skip
    assert out.splitlines() == [str(Path("figs") / name) for name in dict.fromkeys(names)]


def test_figures_go_to_a_folder_of_that_name_by_themselves(framing, corpus, asked):
    code, out, _ = framing("figures", corpus, "--lang", "en")
    assert code == 0
    assert {str(Path(path).parent) for path in out.splitlines()} == {"figures"}


def test_pictures_are_written_in_the_formats_asked_for(framing, corpus, asked):
    more = ["--lang", "en", "--format", "both"]
    _, out, _ = framing("figures", corpus, "--out", "figs", *more)
    assert out.splitlines() == [
        str(Path("figs") / f"{name}{end}")
        for name in ("voices", "stance")
        for end in ("-en.svg", "-en.png", ".csv")
    ]


@pytest.mark.parametrize("command", [one for one in COMMANDS if one != "explore"])
def test_every_command_reads_windows_arabic_when_told(command, framing, asked, tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "001.txt").write_bytes("قال إن الإرهابيين مسؤول سرب وثائق".encode("cp1256"))
    page = ["001", "--out", str(tmp_path / "001.html")]
    more = {"kwic": ["وثائق"], "article": page}.get(command, [])
    code, out, err = framing(command, str(tmp_path / "in"), *more, "--encoding", "cp1256")
    assert (code, err) == (0, "")
    if asked:
        assert asked[0]["texts"] == ["قال إن الإرهابيين مسؤول سرب وثائق"]
    else:
        assert "001" in out
