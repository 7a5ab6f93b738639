"""A run killed at whatever moment leaves old or new whole; the next run takes its rest away."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from framing.base.aside import aside, clear
from framing.base.files import folder_whole, write_whole

# Forks a run that is killed at its n-th call to the file system, for every n until one is not;
# audit hooks see each call before it is made.
KILLED_EVERYWHERE = """
import os, signal, sys
from pathlib import Path
from framing.base.files import folder_whole, write_whole

os.fsync = lambda descriptor: None  # what is killed is the run, not the machine
SEEN = {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.listdir", "os.scandir"}

def write(kind, place, text):
    if kind == "file":
        write_whole(place, text * 100_000)
        return
    with folder_whole(place, last="page", folders=["deep"]) as built:
        for name in ("page", "deep/one"):
            write_whole(built / name, text * 1_000)

def run(kind, place, moment):
    left = moment
    def count(event, given):
        nonlocal left
        left -= event in SEEN
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
    sys.addaudithook(count)
    write(kind, place, b"new")
    os._exit(0)

kind, folder = sys.argv[1], Path(sys.argv[2])
for moment in range(1_000):
    place = folder / f"{moment:03}" / "a" / "out"
    if sys.argv[3] == "old":
        write(kind, place, b"old")
    child = os.fork() or run(kind, place, moment)
    if os.waitpid(child, 0)[1] == 0:
        break
"""


def killed_everywhere(kind: str, folder: Path, before: str) -> list[Path]:
    """The places where a run was killed, each at a later moment than the one before."""
    command = [sys.executable, "-c", KILLED_EVERYWHERE, kind, str(folder), before]
    subprocess.run(command, check=True)
    places = [path / "a" / "out" for path in sorted(folder.iterdir())]
    assert len(places) > 8
    return places[:-1]


def hidden(folder: Path) -> list[Path]:
    return list(folder.rglob(".framing-*"))


forks = pytest.mark.skipif(sys.platform == "win32", reason="runs are forked to be killed")


@forks
@pytest.mark.parametrize("before", ["old", "nothing"])
def test_file_is_old_or_new_whenever_its_writer_is_killed(tmp_path, before):
    whole = {"old": b"old" * 100_000, "nothing": None}[before], b"new" * 100_000
    seen = set()
    for place in killed_everywhere("file", tmp_path, before):
        assert (place.read_bytes() if place.exists() else None) in whole
        seen.add(bool(hidden(place.parents[1])))
        write_whole(place, b"next")
        assert [path.name for path in place.parent.iterdir()] == ["out"]
    assert True in seen


@forks
@pytest.mark.parametrize("before", ["old", "nothing"])
def test_files_of_a_folder_are_old_or_new_whenever_its_writer_is_killed(tmp_path, before):
    for place in killed_everywhere("folder", tmp_path, before):
        files = [place / name for name in ("deep/one", "page")]
        found = [file.read_bytes()[:3] if file.exists() else b"" for file in files]
        assert all(file.stat().st_size == 3_000 for file in files if file.exists())
        assert found == sorted(found, key=[b"new", b"old", b""].index)  # the page last
        assert before == "old" or len(set(found)) == 1  # a new folder appears whole
        with folder_whole(place, last="page") as built:
            write_whole(built / "page", b"next")
        assert hidden(place.parents[1]) == []


def test_nothing_of_a_living_run_is_taken_away(tmp_path):
    with aside(tmp_path) as mine, aside(tmp_path) as other:
        mine.write_text("mine")
        other.mkdir()
        clear(tmp_path)
        write_whole(tmp_path / "page", b"")
        assert mine.read_text() == "mine"
        assert other.is_dir()
    assert [path.name for path in tmp_path.iterdir()] == ["page"]


@forks
def test_what_a_run_holds_is_taken_away_once_it_is_dead(tmp_path):
    code = (
        "import sys; from pathlib import Path; from framing.base.aside import aside\n"
        "with aside(Path(sys.argv[1])) as built:\n"
        "    built.mkdir(); print('ready', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", code, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as run:
        assert run.stdout.readline() == b"ready\n"
        clear(tmp_path)
        assert len(hidden(tmp_path)) == 1
        run.send_signal(signal.SIGKILL)
    clear(tmp_path)
    assert hidden(tmp_path) == []


def test_folders_of_others_with_a_like_name_stay(tmp_path):
    for name in (".framing-x.part", ".0123456789abcdef0123456789abcdef.part"):
        (tmp_path / name).mkdir()
    clear(tmp_path)
    assert len(list(tmp_path.iterdir())) == 2
