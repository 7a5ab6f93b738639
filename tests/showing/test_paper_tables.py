"""Tables for papers: text is nothing but text, and LuaLaTeX sets them with their Arabic."""

import shutil
import subprocess
from pathlib import Path

import pandas as pd
import pytest

from framing.showing.paper_tables import PREAMBLE, latex_table, word_table

FRAME = pd.DataFrame(
    {
        "class": ["الإرهاب", r"\input{/etc/passwd} $x^2$ & #1 ~ {_}"],
        "الأخبار": ["2: 19.2 [2.3–69.5]", "<b>5%</b>"],
    }
)


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_latex_holds_no_command_of_the_text(lang):
    tex = latex_table(FRAME, caption="50% & more", label="tab:x", lang=lang)
    assert r"\textbackslash{}input\{/etc/passwd\}" in tex
    assert r"\$x\textasciicircum{}2\$ \& \#1 \textasciitilde{} \{\_\}" in tex
    assert r"\caption{" in tex
    assert tex.count(r"\\") == 3
    assert all(f"% {line}" in tex for line in PREAMBLE.splitlines())


def test_in_either_language_the_other_is_told_apart():
    assert r"\foreignlanguage{arabic}{الإرهاب}" in latex_table(FRAME)
    assert r"\foreignlanguage{english}{2: 19.2 [2.3--69.5]}" in latex_table(FRAME, lang="ar")


@pytest.mark.skipif(shutil.which("lualatex") is None, reason="needs LuaLaTeX on the path")
@pytest.mark.parametrize("lang", ["en", "ar"])
def test_lualatex_sets_the_table(tmp_path: Path, lang):
    table = latex_table(FRAME, caption="الجدول", label="tab:x", lang=lang)
    page = rf"\documentclass{{article}}{PREAMBLE}\begin{{document}}{table}\end{{document}}"
    (tmp_path / "main.tex").write_text(page, "utf-8")
    command = ["lualatex", "-interaction=nonstopmode", "-halt-on-error", "main.tex"]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout[-2000:]
    assert (tmp_path / "main.pdf").is_file()


def test_html_keeps_lines_and_directions_in_the_cells():
    html = word_table(FRAME, caption="<x>", lang="ar")
    assert '<table dir="rtl" lang="ar"' in html
    assert "<b>" not in html
    assert "&lt;x&gt;" in html
    assert html.count("border-bottom:1px solid") == 6
    assert '<span dir="ltr">2: 19.2 [2.3–69.5]</span>' in html
