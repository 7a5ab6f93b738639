"""Loops run wherever the package is installed, kept on disk or not."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import framing

PACKAGE = Path(framing.__file__).parent
SAID = "framing: Compiled loops cannot be kept on disk, so each run compiles them anew, "
# One loop as the command line runs all: compiling every one of them takes half a minute.
RUN = """
import numpy as np
from framing.cli.output import saying
with saying(quiet=False):
    from framing.copying import shingles
    from framing.text.kernel import grown
    print(len(grown(np.arange(3))))
"""
# Permissions do not bind root unless it gives this right up.
BOUND = ["setpriv", "--bounding-set=-dac_override", "--inh-caps=-dac_override"]

Run = Callable[..., tuple[str, str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run a loop of a copy of the package that nobody may write: what is said, and where."""
    package = tmp_path / "site" / "framing"
    shutil.copytree(PACKAGE, package, ignore=shutil.ignore_patterns("__pycache__"))
    for path in (package, *package.rglob("*")):
        path.chmod(0o555)
    bound = BOUND if sys.platform == "linux" and os.geteuid() == 0 else []
    if subprocess.run([*bound, "touch", package / "x"], capture_output=True).returncode == 0:
        pytest.skip("nothing here keeps this user from writing")

    def run(before: str = "", **variables: str) -> tuple[str, str]:
        kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
        done = subprocess.run(
            [*bound, sys.executable, "-P", "-c", before + RUN],
            env={**kept, "PYTHONPATH": str(package.parent), "HOME": os.devnull, **variables},
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        return done.stdout, done.stderr

    return run


def test_loops_run_where_neither_package_nor_home_can_be_written_and_it_is_said_once(run):
    out, err = run()
    assert (out, err[: len(SAID)], err.count("\n")) == ("6\n", SAID, 1)


def test_loops_are_kept_where_the_reader_says(run, tmp_path):
    assert run(NUMBA_CACHE_DIR=str(tmp_path / "kept")) == ("6\n", "")
    assert list((tmp_path / "kept").rglob("*.nbi"))


def test_a_disk_without_room_for_the_loops_ends_no_run(run, tmp_path):
    full = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (500, 500))\n"
    out, err = run(full, NUMBA_CACHE_DIR=str(tmp_path / "kept"))
    assert (out, err[: len(SAID)], err.count("\n")) == ("6\n", SAID, 1)
    assert not list((tmp_path / "kept").rglob("*.nbc"))
