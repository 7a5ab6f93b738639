"""The notebooks ask one question each, answer it from results, and keep what they printed."""

import ast
import re
from pathlib import Path

import jupytext
import nbformat
import pytest
from nbformat import NotebookNode

FOLDER = Path(__file__).parent.parent / "notebooks"
NAMES = (
    "00_your_own_articles",
    "01_corpus_and_spelling",
    "02_whom_they_call_terrorist",
    "03_how_words_are_attributed",
    "04_leaks_and_unnamed_sources",
    "05_what_they_call_the_syrian_state",
    "06_how_valid_is_it",
    "07_do_they_differ",
    "08_what_did_they_change",
)
DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)
MACHINE_PATH = re.compile(r"(?<![\w.])(?:/(?:home|root|tmp|work|opt|Users)/|[A-Z]:\\)\w")
LEXICON_VERSION = re.compile(r"sha256 [0-9a-f]{12}|\b(?:militancy|state) \d+\.\d+\.\d+")
LEVELS_AND_UNITS = re.compile(r"95%|1,000|moscow-2016")  # conventions and a name, not results

every_notebook = pytest.mark.parametrize("name", NAMES)


def notebook(name: str) -> NotebookNode:
    return nbformat.read(FOLDER / f"{name}.ipynb", as_version=4)


def cells(name: str, kind: str) -> list[NotebookNode]:
    return [cell for cell in notebook(name).cells if cell.cell_type == kind]


def outputs(name: str) -> list[NotebookNode]:
    return [output for cell in cells(name, "code") for output in cell.outputs]


def shown(name: str, mime: str) -> list[str]:
    data = [output.get("data", {}) for output in outputs(name)]
    return [one[mime] for one in data if mime in one]


def printed_strings(tree: ast.AST) -> list[str]:
    """The strings of a cell but for format specifications and names of columns."""
    silent = {
        id(part)
        for node in ast.walk(tree)
        for kept in (getattr(node, "format_spec", None), getattr(node, "slice", None))
        if kept is not None
        for part in ast.walk(kept)
    }
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in silent
    ]


def test_the_folder_holds_the_notebooks_in_pairs_and_nothing_else() -> None:
    expected = [f"{name}.{kind}" for name in NAMES for kind in ("ipynb", "py")]
    kept = [path.name for path in FOLDER.iterdir() if not path.name.startswith((".", "__"))]
    assert sorted(kept) == expected


@every_notebook
def test_the_title_is_one_question_and_the_end_says_what_is_not_shown(name: str) -> None:
    first, *_, last = notebook(name).cells
    texts = [cell.source for cell in cells(name, "markdown")]
    titles = [line for text in texts for line in text.splitlines() if line.startswith("# ")]
    assert first.cell_type == last.cell_type == "markdown"
    assert titles == [first.source.splitlines()[0]]
    assert titles[0].endswith(("?", "؟"))
    assert last.source.startswith("## What this does not show\n")


@every_notebook
def test_no_digit_of_any_script_is_typed_into_a_markdown_cell(name: str) -> None:
    texts = [cell.source for cell in cells(name, "markdown")]
    assert [text for text in texts if any(char.isnumeric() for char in text)] == []


@every_notebook
def test_no_number_is_typed_into_what_a_cell_prints(name: str) -> None:
    strings = [
        string for cell in cells(name, "code") for string in printed_strings(ast.parse(cell.source))
    ]
    assert [one for one in strings if re.search(r"\d", LEVELS_AND_UNITS.sub("", one))] == []


@every_notebook
def test_the_script_and_the_notebook_are_in_step(name: str) -> None:
    script = jupytext.read(FOLDER / f"{name}.py", fmt="py:percent")
    pair = [
        [(cell.cell_type, cell.source) for cell in one.cells] for one in (script, notebook(name))
    ]
    assert pair[0] == pair[1]
    assert notebook(name).metadata["jupytext"]["formats"] == "ipynb,py:percent"


@every_notebook
def test_a_notebook_defines_no_function(name: str) -> None:
    nodes = [node for cell in cells(name, "code") for node in ast.walk(ast.parse(cell.source))]
    assert [ast.unparse(node) for node in nodes if isinstance(node, DEFINITIONS)] == []


@every_notebook
def test_a_notebook_imports_the_face_and_nothing_inside_it(name: str) -> None:
    nodes = [node for cell in cells(name, "code") for node in ast.walk(ast.parse(cell.source))]
    assert [ast.unparse(node) for node in nodes if isinstance(node, ast.ImportFrom)] == []
    imported = {ast.unparse(node) for node in nodes if isinstance(node, ast.Import)}
    assert imported - {"import pandas as pd", "import tempfile"} == {"import framing as fr"}


@every_notebook
def test_a_notebook_reads_each_text_once(name: str) -> None:
    first = cells(name, "code")[0].source
    assert 'news = fr.annotate(fr.read_corpus("../seeds"))\n' in first
    assert sum("read_corpus(" in cell.source for cell in cells(name, "code")) == 1


@every_notebook
def test_every_cell_ran_in_order_without_error_or_warning_and_kept_its_output(name: str) -> None:
    code = cells(name, "code")
    assert [cell.execution_count for cell in code] == list(range(1, len(code) + 1))
    assert [cell.source for cell in code if not cell.outputs] == []
    streams = [output.get("name") for output in outputs(name)]
    assert {output.output_type for output in outputs(name)} <= {"stream", "execute_result"}
    assert "stderr" not in streams


@every_notebook
def test_no_output_holds_a_path_of_one_machine_or_a_time_of_running(name: str) -> None:
    texts = [output.get("text", "") for output in outputs(name)]
    texts += shown(name, "text/plain") + shown(name, "text/html")
    assert [text for text in texts if MACHINE_PATH.search(text)] == []
    assert [cell.metadata for cell in notebook(name).cells if cell.metadata] == []


@every_notebook
def test_the_version_of_the_package_stands_before_every_number(name: str) -> None:
    first = cells(name, "code")[0].outputs[0].text
    assert re.search(r"^framing \d+\.\d+\.\d+$", first, re.MULTILINE)


@every_notebook
def test_no_output_changes_for_the_version_of_a_lexicon_alone(name: str) -> None:
    """The notebooks are kept with the lexicons they were run with; a figure has its own caption."""
    texts = [output.get("text", "") for output in outputs(name)]
    texts += shown(name, "text/plain") + shown(name, "text/html")
    said = [text for text in texts if not text.startswith(("<figure", "Figure("))]
    assert [text for text in said if LEXICON_VERSION.search(text)] == []


@every_notebook
def test_a_number_is_opened_to_its_sentences_from_right_to_left(name: str) -> None:
    concordances = [page for page in shown(name, "text/html") if 'class="kwic"' in page]
    assert concordances
    assert all('dir="rtl"' in page and "<mark>" in page for page in concordances)


@every_notebook
def test_every_figure_a_notebook_draws_is_a_picture_with_words_for_who_cannot_see_it(
    name: str,
) -> None:
    figures = [page for page in shown(name, "text/html") if page.startswith("<figure")]
    pictures = [
        re.search(r'<img alt="([^"]+)".*src="data:image/png;base64,', one) for one in figures
    ]
    assert figures
    assert all(pictures)
    drawn = [cell for cell in cells(name, "code") if re.match(r"fr\.figures\.\w+\(", cell.source)]
    assert len(figures) == len(drawn)
