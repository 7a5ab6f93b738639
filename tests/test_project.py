"""The project keeps what it promises about itself: style, types, floors, size, rights, names."""

import ast
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from importlib.metadata import version as installed_version
from pathlib import Path

import pytest
from packaging.requirements import Requirement

import framing
from framing.lexicon.source_files import lexicon_names

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "framing"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
VERSION = PROJECT["project"]["version"]
MODULES = sorted(PACKAGE.rglob("*.py"))

# A file or function that may be longer, with the reason. Empty is best.
LONG_FILES: dict[str, str] = {}
LONG_FUNCTIONS: dict[str, str] = {}

CHECKS = {
    "ruff check": ["-m", "ruff", "check", "."],
    "ruff format": ["-m", "ruff", "format", "--check", "."],
    "mypy": ["-m", "mypy"],
    "import-linter": ["-c", "from importlinter.cli import lint_imports_command as run; run()"],
}
NOT_OURS = {"__pycache__", "build", "dist", "out"}
MACHINE_PATH = re.compile(r"(?<![\w.])/(?:home|root|tmp|work|opt|Users)/\w")
PACKAGE_INDEX = re.compile(  # in pieces, so that this file names none itself
    "|".join(
        ("python" + "hosted", "://" + "pypi", "npm" + "js", "-index" + "-url", "find" + "-links")
    ),
    re.IGNORECASE,
)
ENCODED = re.compile(r"[A-Za-z0-9+/=\\]{200,}")  # a picture in a notebook spells anything
PRAGMA = re.compile(r"#\s*(?:noqa|type:\s*ignore|pragma)\b")
PRAGMA_WITH_REASON = re.compile(r"#\s*(?:noqa: [A-Z0-9, ]+|type: ignore\[[a-z-, ]+\])  # \w")


def files_of_the_project() -> list[Path]:
    """Everything in the tree that git would keep, found without git."""
    inside = (path.relative_to(ROOT) for path in ROOT.rglob("*"))
    return sorted(
        ROOT / path
        for path in inside
        if (ROOT / path).is_file()
        and not any(part in NOT_OURS or part.endswith(".egg-info") for part in path.parts)
        and not any(part.startswith(".") and part != ".ci" for part in path.parts[:-1])
    )


def offences(pattern: re.Pattern[str], paths: list[Path]) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}:{number}: {line[found.start() :][:120]}"
        for path in paths
        for number, line in enumerate(path.read_text("utf-8", errors="replace").split("\n"), 1)
        if (found := pattern.search(ENCODED.sub("", line)))
    ]


def name_of(requirement: str) -> str:
    return Requirement(requirement).name.lower().replace("_", "-")


@pytest.mark.parametrize("check", CHECKS)
def test_the_checker_finds_nothing(check: str) -> None:
    run = subprocess.run(
        [sys.executable, *CHECKS[check]], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr


def test_files_of_the_package_have_at_most_300_lines() -> None:
    lengths = {
        path.relative_to(PACKAGE).as_posix(): len(path.read_text("utf-8").splitlines())
        for path in MODULES
    }
    assert {name for name, length in lengths.items() if length > 300} == set(LONG_FILES)


def test_functions_have_at_most_40_lines_beside_their_docstring() -> None:
    long = set()
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef) and _code_lines(node) > 40:
                long.add(f"{path.relative_to(PACKAGE).as_posix()}:{node.name}")
    assert long == set(LONG_FUNCTIONS)


def _code_lines(function: ast.FunctionDef) -> int:
    docstring = 0
    if ast.get_docstring(function) is not None:
        first = function.body[0]
        docstring = (first.end_lineno or 0) - first.lineno + 1
    return (function.end_lineno or 0) - function.lineno + 1 - docstring


def test_every_pragma_gives_its_reason_on_the_same_line() -> None:
    sources = [path for path in files_of_the_project() if path.suffix == ".py"]
    pragmas = offences(PRAGMA, [path for path in sources if path != Path(__file__)])
    assert [line for line in pragmas if not PRAGMA_WITH_REASON.search(line)] == []


def test_every_dependency_and_every_silenced_rule_gives_its_reason() -> None:
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    tables = re.findall(
        r"^(?:dependencies|report|test|ignore|filterwarnings) = \[\n(.*?)^\]", text, re.M | re.S
    )
    assert len(tables) == 5
    entries = [line for table in tables for line in table.splitlines() if line.startswith('    "')]
    assert [line for line in entries if "# " not in line and line != '    "error",'] == []


def test_no_file_names_a_path_of_one_machine_or_a_package_index() -> None:
    texts = [p for p in files_of_the_project() if p != Path(__file__) and p.suffix != ".png"]
    assert offences(MACHINE_PATH, texts) + offences(PACKAGE_INDEX, texts) == []


def test_the_constraints_are_exact_versions_and_name_no_host() -> None:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    assert [line for line in lines if not re.match(r"[a-z0-9-]+==[\w.]+(?: ; .*)?$", line)] == []
    assert not any("://" in line or "@" in line for line in lines)


def test_every_dependency_is_pinned_within_its_range() -> None:
    project = PROJECT["project"]
    extras = project["optional-dependencies"].values()
    asked = [*project["dependencies"], *(one for extra in extras for one in extra)]
    wanted = [one for one in asked if name_of(one) != project["name"]]
    pins: dict[str, list[str]] = {}
    for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines():
        name, _, rest = line.partition("==")
        pins.setdefault(name, []).append(rest.split(" ;")[0])
    for requirement in wanted:
        versions = pins[name_of(requirement)]
        assert all(Requirement(requirement).specifier.contains(one) for one in versions)
    assert [one[:5] for one in pins["matplotlib"]] == ["3.11."]


def test_the_version_is_the_same_everywhere() -> None:
    citation = (ROOT / "CITATION.cff").read_text("utf-8")
    newest = re.search(r"^## \[(.+?)\]", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.M)
    assert newest is not None
    assert newest[1] == VERSION
    assert f"\nversion: {VERSION}\n" in citation
    assert installed_version("framing") == VERSION
    assert framing.__version__ == VERSION


def test_the_licence_is_mit_and_leaves_the_articles_to_their_publishers() -> None:
    text = (ROOT / "LICENSE").read_text("utf-8")
    assert text.startswith("MIT License\n")
    assert "The five news articles in seeds/ belong to their publishers." in text
    assert len(list((ROOT / "seeds").glob("00*.txt"))) == 5


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(target)]
    build = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert build.returncode == 0, build.stderr
    return target


def test_the_wheel_holds_the_package_whole_and_nothing_else(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    names = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    on_disk = {
        path.relative_to(ROOT).as_posix()
        for path in PACKAGE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert names == on_disk
    assert {"framing/py.typed", "framing/lexicon/references.bib"} < names
    for lexicon in lexicon_names():
        assert {
            f"framing/lexicon/shipped/{lexicon}{end}" for end in (".toml", ".stems.tsv")
        } < names


def test_no_article_is_in_what_is_published(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    (source,) = built.glob("*.tar.gz")
    with tarfile.open(source) as archive:
        names = archive.getnames() + zipfile.ZipFile(wheel).namelist()
    articles = {path.name for path in (ROOT / "seeds").rglob("*") if path.is_file()}
    assert "metadata.csv" in articles
    assert [name for name in names if "seeds" in name or Path(name).name in articles] == []


def test_the_readme_prints_the_two_commands_that_ci_runs() -> None:
    run = subprocess.run(
        ["bash", ".ci/run", "--commands"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    use, check = run.stdout.splitlines()
    assert use.startswith("python3 -m venv .venv && ")
    assert use.endswith(".venv/bin/framing report seeds")
    assert check.endswith(".venv/bin/python -m pytest -n auto")
    assert "-c constraints.txt" in use
    assert "-c constraints.txt" in check
