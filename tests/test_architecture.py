"""ARCHITECTURE.md names every module of the package, once, and no other."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
ROW = re.compile(r"^\| `((?:\w+/)*\w+\.py)` \|(.*)\|$", re.MULTILINE)


def rows() -> list[tuple[str, str]]:
    return [
        (module, purpose.strip(" |"))
        for module, purpose in ROW.findall((ROOT / "ARCHITECTURE.md").read_text("utf-8"))
    ]


def test_the_table_names_every_module_on_disk_once_and_no_other() -> None:
    on_disk = [
        path.relative_to(ROOT / "framing").as_posix() for path in (ROOT / "framing").rglob("*.py")
    ]
    assert sorted(module for module, _ in rows()) == sorted(on_disk)


def test_every_module_has_a_purpose() -> None:
    assert [module for module, purpose in rows() if len(purpose) < 10] == []
