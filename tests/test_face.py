"""The face: what is public stands in the stub, is documented, works as printed, and loads late."""

import ast
import pkgutil
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

import framing as fr

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
STUB = ast.parse((ROOT / "framing" / "__init__.pyi").read_text("utf-8"))
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.py"))
USED = re.compile(r"\bfr\.(\w+)")
MODULES = {"figures", "tables"}  # functions that show, more than a face should


def published() -> list[str]:
    imports = [node for node in STUB.body if isinstance(node, ast.ImportFrom)]
    return sorted(alias.asname or alias.name for node in imports for alias in node.names)


def is_there(name: str) -> bool:
    """Whether this is a module of the package, or stands in one."""
    try:
        pkgutil.resolve_name(f"framing.{name}")
    except (ImportError, AttributeError):
        return False
    return True


def in_a_new_process(code: str) -> str:
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return run.stdout


def test_the_stub_lists_each_public_name_once_and_tab_completion_shows_no_other() -> None:
    assert published() == sorted(set(published())) == dir(fr)


@pytest.mark.parametrize("name", published())
def test_a_public_name_is_what_it_is_called_and_says_what_it_is_for(name: str) -> None:
    public = getattr(fr, name)
    assert isinstance(public, ModuleType) is (name in MODULES)
    assert public.__doc__
    assert public.__name__.split(".")[-1] == name


def test_names_stay_what_they_are_whatever_else_is_loaded() -> None:
    """A module of the same name, loaded on the way, must not take a function's place."""
    code = (
        "import framing as fr, json\n"
        "before = {name: id(getattr(fr, name)) for name in dir(fr)}\n"
        "print([name for name in dir(fr) if id(getattr(fr, name)) != before[name]])"
    )
    assert in_a_new_process(code).strip() == "[]"


@pytest.mark.parametrize("name", published())
def test_the_readme_says_of_every_public_name_what_it_gives(name: str) -> None:
    rows = [line for line in README.splitlines() if line.startswith("| `fr.")]
    described = "\n".join(rows) if name != "FramingError" else README
    assert f"`fr.{name}`" in described


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", *map(str, NOTEBOOKS)])
def test_a_page_uses_no_name_that_is_not_public(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    assert sorted({*USED.findall(text)} - {*dir(fr), "__version__"}) == []


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_what_a_page_names_inside_the_package_is_there(page: str) -> None:
    named = re.findall(r"`framing\.([\w.]+)[`(]", (ROOT / page).read_text("utf-8"))
    assert [name for name in dict.fromkeys(named) if not is_there(name)] == []


def test_the_lines_of_the_readme_run_as_they_are_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    code = re.search(r"```python\n(.+?)```", README, re.DOTALL)
    assert code is not None
    told: dict[str, object] = {}
    exec(code[1], told)  # noqa: S102  # the README's own lines
    assert len(told["labels"]) > 0


def test_importing_loads_neither_tables_nor_drawings_nor_compilers() -> None:
    heavy = ["pandas", "numpy", "matplotlib", "numba", "scipy", "statsmodels", "sklearn"]
    code = f"import framing, sys; print([name for name in {heavy} if name in sys.modules])"
    assert in_a_new_process(code).strip() == "[]"


def test_a_name_nobody_knows_is_an_error_as_of_any_module() -> None:
    with pytest.raises(AttributeError, match="keyword"):
        _ = fr.keyword
