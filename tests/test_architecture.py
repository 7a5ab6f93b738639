"""ARCHITECTURE.md and the packages' own pages tell the house as it stands."""

import ast
import re
from collections import defaultdict
from itertools import combinations
from pathlib import Path

import pytest
from rapidfuzz.distance import Levenshtein

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "framing"
PAGE = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
ROW = re.compile(r"^\| `((?:\w+/)*\w+\.py)` \|(.*)\|$", re.MULTILINE)
STOP = re.compile(r"^\d+\. `((?:\w+/)*\w+\.py)`", re.MULTILINE)
ITEM = re.compile(r"^- `([\w.]+)`(?:: ([\w, \n]+))?$", re.MULTILINE)
TOLD = sorted({path.parent.name for path in PACKAGE.glob("*/__init__.py")} - {"cli", "measures"})


def rows() -> list[tuple[str, str]]:
    return [(module, purpose.strip(" |")) for module, purpose in ROW.findall(PAGE)]


def test_the_table_names_every_module_on_disk_once_and_no_other() -> None:
    on_disk = [path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py")]
    assert sorted(module for module, _ in rows()) == sorted(on_disk)


def test_every_module_has_a_purpose() -> None:
    assert [module for module, purpose in rows() if len(purpose) < 10] == []


def test_a_text_passes_at_most_a_dozen_modules_each_once() -> None:
    stops = STOP.findall(PAGE)
    assert 5 < len(stops) == len(set(stops)) <= 12
    assert [stop for stop in stops if not (PACKAGE / stop).is_file()] == []


def used_by_others() -> dict[str, dict[str, set[str]]]:
    """Of each package the modules that others import, and the names they take from each."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for path in [*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.pyi")]:
        inside = path.relative_to(PACKAGE).parts
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.ImportFrom) or not node.module:
                continue
            within = ".".join(["framing", *inside[:-1]]) if node.level else ""
            package, _, module = f"{within}.{node.module}".strip(".").partition(".")
            owner, _, module = module.partition(".")
            if package == "framing" and owner in TOLD and owner != inside[0]:
                names = {alias.name for alias in node.names}
                for name in names if not module else ():
                    found[owner][name] |= set()
                if module:
                    found[owner][module] |= names
    return found


USED = used_by_others()


@pytest.mark.parametrize("package", TOLD)
def test_a_package_says_what_other_packages_use(package: str) -> None:
    page = ast.get_docstring(ast.parse((PACKAGE / package / "__init__.py").read_text("utf-8")))
    told = {module: names.replace("\n", " ") for module, names in ITEM.findall(page or "")}
    assert sorted(told) == sorted(USED[package])
    for module, names in told.items():
        if names:
            assert sorted(re.findall(r"\w+", names)) == sorted(USED[package][module])


def test_no_two_names_of_a_package_differ_by_one_letter() -> None:
    alike = [
        (one, other)
        for folder in [PACKAGE, *(path.parent for path in PACKAGE.rglob("__init__.py"))]
        for one, other in combinations(
            sorted(path.stem for path in folder.iterdir() if path.suffix in ("", ".py")), 2
        )
        if Levenshtein.distance(one, other) < 2
    ]
    assert alike == []


def test_few_modules_stand_outside_the_packages() -> None:
    outside = {path.name for path in PACKAGE.glob("*.py")} - {"__init__.py", "__main__.py"}
    assert len(outside) <= 4
