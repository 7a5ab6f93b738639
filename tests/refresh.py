"""Make anew what is made from the seeds and the lexicons, and say what changed.

    python tests/refresh.py                 # everything, in this order
    python tests/refresh.py stems tables    # only what is named

stems: a lexicon's table of stems, beside it. tables: the golden tables of `tests/golden`.
figures: the folder `figures`. notebooks: what they print. scores: `docs/accuracy`, its page and
the README's table. A file is written only if it says something else than before; read the
difference line by line before it is committed. The tests compare all of this with what is made
now; so it stands beside them, needs what they need, and is no command of a user's.
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbformat import NotebookNode

from framing.base.files import write_whole
from framing.lexicon.entries import load_lexicon
from framing.lexicon.source_files import lexicon_names
from framing.lexicon.stem_table import stem_table

ROOT = Path(__file__).parent.parent
SHIPPED = "framing/lexicon/shipped"


def stems() -> None:
    """Each lexicon's table of stems."""
    for name in lexicon_names():
        _write(ROOT / SHIPPED / f"{name}.stems.tsv", stem_table(load_lexicon(name)).encode())


def tables() -> None:
    """The tables of the whole seed corpus, as the tests define them."""
    golden = "tests/golden/test_golden_tables.py"
    _run("-m", "pytest", "-q", "-o", "addopts=", golden, FRAMING_WRITE_GOLDEN="1")


def figures() -> None:
    """Every figure of the seeds; what is drawn no more goes."""
    told = "figures seeds --out figures --propositions moscow-2016 --quiet"
    drawn = _run("-m", "framing", *told.split()).splitlines()
    for path in (ROOT / "figures").iterdir():
        if path.relative_to(ROOT).as_posix() not in {Path(one).as_posix() for one in drawn}:
            path.unlink()


def notebooks() -> None:
    """Every notebook, run from top to bottom; kept as it is where it prints the same."""
    for script in sorted((ROOT / "notebooks").glob("*.py")):
        kept = script.with_suffix(".ipynb")
        _run("-m", "jupytext", "--quiet", "--to", "ipynb", "--update", str(script))
        notebook = nbformat.read(kept, as_version=4)
        said = _said(notebook)
        os.environ["TQDM_DISABLE"] = "1"  # a slow run prints no bar
        how = {"record_timing": False, "extra_arguments": ["--log-level=ERROR"]}
        place = {"metadata": {"path": str(script.parent)}}
        about = notebook.metadata.copy()
        NotebookClient(notebook, timeout=None, resources=place, **how).execute()
        if _said(notebook) != said:
            notebook.metadata = about  # the same kernel, whatever Python ran it
            write_whole(kept, (nbformat.writes(notebook) + "\n").encode())


def scores() -> None:
    """The scores of the codings whose texts are at hand, and what is printed of them."""
    _run("benchmarks/accuracy.py", "--write")


PARTS: dict[str, tuple[Callable[[], None], tuple[str, ...]]] = {
    "stems": (stems, (f"{SHIPPED}/*.stems.tsv",)),
    "tables": (tables, ("tests/golden/*.csv",)),
    "figures": (figures, ("figures/*",)),
    "notebooks": (notebooks, ("notebooks/*.ipynb",)),
    "scores": (scores, ("docs/accuracy.md", "docs/accuracy/*", "README.md")),
}


def refresh(part: str) -> Iterator[str]:
    """Make a part anew; a line a file that is new, changed or gone."""
    make, patterns = PARTS[part]
    before = _bytes(patterns)
    make()
    after = _bytes(patterns)
    for path in sorted({*before, *after}):
        if before.get(path) != after.get(path):
            what = "new" if path not in before else "changed" if path in after else "gone"
            yield f"{part}: {what} {path.relative_to(ROOT).as_posix()}"


def _bytes(patterns: tuple[str, ...]) -> dict[Path, bytes]:
    return {path: path.read_bytes() for pattern in patterns for path in ROOT.glob(pattern)}


def _write(path: Path, content: bytes) -> None:
    if not path.is_file() or path.read_bytes() != content:
        write_whole(path, content)


def _said(notebook: NotebookNode) -> list[object]:
    return [(cell.source, cell.get("outputs")) for cell in notebook.cells]


def _run(*command: str, **variables: str) -> str:
    """Run Python in the project's folder; what it prints, or the end of all if it fails."""
    paths = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    run = subprocess.run(
        [sys.executable, *command],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False,
        env=os.environ | {"PYTHONPATH": paths, "MPLBACKEND": "Agg"} | variables,
    )  # fmt: skip
    if run.returncode:
        sys.exit(f"{' '.join(command)} failed.\n{run.stdout}{run.stderr}")
    return run.stdout


def main() -> None:
    """Refresh the parts that are named, else all."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    wanted = parser.parse_args().parts or list(PARTS)
    for unknown in (part for part in wanted if part not in PARTS):
        parser.error(f"there is no part '{unknown}'. Known: {', '.join(PARTS)}")
    for part in wanted:
        changes = list(refresh(part))
        sys.stdout.write("".join(f"{line}\n" for line in changes or [f"{part}: nothing changed"]))
        sys.stdout.flush()


if __name__ == "__main__":
    main()
