"""Kill every command that writes at random moments: is what stood there whole, is nothing left?

    python benchmarks/kills.py --kills 10 --seed 2016

The commands are those of the command line that have an option --out, as their help shows them.
Each is killed (SIGKILL) half the times by the clock, half at one of its calls to the file system,
and half the times where an older result stands. Then it is run once more to its end. A row a
command: how often the result was the old one, the new one or, of a folder whose files were just
being replaced, some of either, each whole; how often broken; how often something was left over
after the kill, and after the run that followed. Ends with 1 if anything was broken, or left then.
"""

import argparse
import contextlib
import io
import os
import random
import shlex
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pandas as pd
import typer

import framing as fr
from framing.cli.main import app

ROOT = Path(__file__).parent.parent
CALLS = {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.scandir", "os.listdir"}
OLD = b"old"

Files = dict[str, bytes]


def commands() -> dict[str, list[str]]:
    """What is typed for every command that has --out, without that option, by its name."""
    return dict(_writing(typer.main.get_command(app), ()))


def _writing(command: typer.core.TyperCommand, path: tuple[str, ...]) -> Iterator[tuple]:
    for name, one in getattr(command, "commands", {}).items():
        yield from _writing(one, (*path, name))
    if any("--out" in option.opts for option in command.params):
        example = command.epilog.split("Example:\n")[1].strip().split("\n")[0]
        words = shlex.split(example)[1:]
        if "--out" in words:
            at = words.index("--out")
            del words[at : at + 2]
        yield " ".join(path), words


def run(words: list[str]) -> None:
    """Run a command in this process, what it prints unseen."""
    unseen = io.TextIOWrapper(io.BytesIO(), "utf-8")
    with (
        contextlib.redirect_stdout(unseen),
        contextlib.redirect_stderr(unseen),
        contextlib.suppress(SystemExit),
    ):
        app(words, prog_name="framing")


def forked(words: list[str], before: Callable[[], None] = lambda: None) -> int:
    """Begin a command in a process of its own, which knows what this one has learnt."""
    child = os.fork()
    if child:
        return child
    try:
        before()
        run(words)
    finally:
        os._exit(0)


def killed_by_the_clock(words: list[str], chance: random.Random, seconds: float) -> None:
    """Kill it some time before it would have ended."""
    child = forked(words)
    time.sleep(chance.uniform(0, seconds))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def killed_at_a_call(words: list[str], chance: random.Random, calls: int) -> None:
    """Kill it just before one of its calls to the file system."""
    left = chance.randrange(calls)

    def count(event: str, _given: object) -> None:
        nonlocal left
        left -= event in CALLS
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)

    os.waitpid(forked(words, lambda: sys.addaudithook(count)), 0)


def calls_and_seconds(words: list[str], told: Path) -> tuple[int, float]:
    """How many calls to the file system a command makes, and how long it takes."""
    seen = []
    begin = time.monotonic()
    child = os.fork()
    if not child:
        sys.addaudithook(lambda event, _given: seen.append(event) if event in CALLS else None)
        run(words)
        told.write_text(str(len(seen)))
        os._exit(0)
    os.waitpid(child, 0)
    return int(told.read_text()), time.monotonic() - begin


def files_of(place: Path) -> Files:
    """The files of a result, without what is hidden."""
    if place.is_file():
        return {"": place.read_bytes()}
    paths = (path for path in place.rglob("*") if path.is_file())
    inside = {path.relative_to(place): path for path in paths}
    return {
        str(name): path.read_bytes()
        for name, path in inside.items()
        if not any(part.startswith(".framing-") for part in name.parts)
    }


def state_of(place: Path, new: Files, old: Files) -> str:
    """What stands at a place: the old result, the new one, some of either, or neither."""
    found = files_of(place) if place.exists() else {}
    if found in (old, new):
        return "old" if found == old else "new"
    is_mixed = set(found) == set(new) and all(found[one] in (OLD, new[one]) for one in found)
    return "mixed" if is_mixed and old and len(new) > 1 else "broken"


def put_old(place: Path, files: Files) -> None:
    """Put an older result where the new one will go."""
    for name in files:
        path = place / name if name else place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(OLD)


def campaign(words: list[str], kills: int, chance: random.Random, folder: Path) -> Counter[str]:
    """Kill one command so many times; count what was found after."""
    place = folder / "whole" / "out.csv"
    run([*words, "--out", str(place)])  # what is learnt once is learnt here
    new = files_of(place)
    counted = [*words, "--out", str(folder / "counted" / "out.csv")]
    calls, seconds = calls_and_seconds(counted, folder / "calls")
    found: Counter[str] = Counter(calls=calls)
    for number in range(kills):
        place = folder / str(number) / "out.csv"
        place.parent.mkdir()
        old = dict.fromkeys(new, OLD) if number % 4 < 2 else {}
        put_old(place, old)
        typed = [*words, "--out", str(place)]
        if number % 2:
            killed_by_the_clock(typed, chance, seconds)
        else:
            killed_at_a_call(typed, chance, calls)
        found[state_of(place, new, old)] += 1
        found["left"] += any(folder.joinpath(str(number)).rglob(".framing-*"))
        os.waitpid(forked(typed), 0)
        found["left after"] += any(folder.joinpath(str(number)).rglob(".framing-*"))
    return found


def coded_sheet(folder: Path) -> str:
    """A sheet that was drawn and coded, as scoring needs one."""
    sheet = fr.draw_audit(fr.read_corpus("seeds"), folder, size=10)
    pd.read_csv(sheet, dtype=str).assign(read_by="a").to_csv(sheet, index=False)
    return str(folder)


def main() -> None:
    """Print a row a command."""
    asked = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    asked.add_argument("--kills", type=int, default=10, help="of each command")
    asked.add_argument("--seed", type=int, default=2016)
    asked.add_argument("names", nargs="*", help="of commands; else all that write")
    given = asked.parse_args()
    known = commands()
    chance = random.Random(given.seed)  # noqa: S311  # of no secret
    columns = ["old", "new", "mixed", "broken", "left", "left after"]
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(ROOT)
        known["audit score"][2] = coded_sheet(Path(folder) / "audit")
        for name in given.names or known:
            found = campaign(known[name], given.kills, chance, Path(folder) / name)
            counts = ", ".join(f"{found[one]} {one}" for one in columns)
            print(f"{name} ({found['calls']} calls): {counts}", flush=True)  # noqa: T201  # a script
            wrong += found["broken"] + found["left after"]
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
