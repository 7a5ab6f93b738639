"""Malformed inputs, thousands of them, through every command.

    python benchmarks/hostile.py --runs 3000 --seed 1
    python benchmarks/hostile.py --of "kwic word"     # only runs whose name holds this

A run is a command of which one parameter is malformed (`tests/hostile` makes them, by chance from
the seed). It happens in a process of its own, forked when everything is imported, compiled and
inflected. Printed is each run that ended as none may (`tests/hostile/outcome.py` says how), then
how many ended with which code.
"""

import argparse
import contextlib
import gc
import os
import resource
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from rich.console import Console
from rich.progress import track
from typer.testing import CliRunner

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests" / "hostile"))

from every_command import Run, commands, some_runs, sound_run  # noqa: E402  # found on that path
from outcome import Outcome, faults  # noqa: E402  # found on that path

import framing.cli.main as cli  # noqa: E402  # imported once that path is set
from framing.cli.endings import TRACEBACK  # noqa: E402  # imported once that path is set

LONGEST = 600  # seconds by the clock before a run is ended: it waits for what never comes
BUSIEST = 30  # seconds of processor time before a run is ended
ROOM = 8 << 30  # bytes that a run may take
STREAMS = ("stdout", "stderr")  # files beside a run's input that hold what it printed


class Child(NamedTuple):
    """A run that is going on: where, and since when."""

    run: Run
    folder: tempfile.TemporaryDirectory[str]
    begun: float


def main() -> None:
    """Run them all; end with 1 if any ended as none may."""
    options = _options()
    console = Console(markup=False, highlight=False, soft_wrap=True)
    os.environ[TRACEBACK] = "1"
    _warm_up()
    gc.freeze()  # so that a forked process shares what is known, and does not copy it
    runs = [one for one in some_runs(options.seed, options.runs) if options.of in str(one)]
    ends: Counter[int] = Counter()
    found: Counter[str] = Counter()
    seconds = []
    every = track(_outcomes(runs, options.jobs), "Running", len(runs), console=console)
    for run, outcome in every:
        ends[outcome.code] += 1
        seconds.append(outcome.seconds)
        for fault in faults(outcome):
            found[fault] += 1
            console.print(
                f"{fault}, {outcome.seconds:.1f} s: {run} [{run.seed}]\n{outcome.err[-2500:]}"
            )
    console.print(f"{len(runs)} runs, seed {options.seed}, {sum(seconds):.0f} s of processor time")
    console.print(f"the slowest took {max(seconds, default=0):.1f} s")
    console.print("".join(f"ended with {code}: {times}\n" for code, times in sorted(ends.items())))
    console.print("\n".join(f"{name}: {times}" for name, times in found.items()) or "nothing amiss")
    sys.exit(bool(found))


def _warm_up() -> None:
    """Do every command on sound input here, so that what is learned once is no run's time."""
    runner = CliRunner()
    for command in commands():
        with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
            done = runner.invoke(cli.app, sound_run(command, Path(folder)))
        if done.exit_code:
            raise SystemExit(f"{' '.join(command.words)} fails on sound input: {done.output}")


def _outcomes(runs: list[Run], jobs: int) -> Iterator[tuple[Run, Outcome]]:
    """Every run and how it ended, as many at once as there are jobs."""
    waiting = iter(runs)
    going: dict[int, Child] = {}
    while True:
        while len(going) < jobs and (run := next(waiting, None)) is not None:
            folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
            going[_started(run, Path(folder.name))] = Child(run, folder, time.monotonic())
        if not going:
            return
        pid, status, usage = os.wait4(-1, os.WNOHANG)
        if pid:
            run, folder, _ = going.pop(pid)
            out, err = (Path(folder.name) / name for name in STREAMS)
            yield (
                run,
                Outcome(
                    os.waitstatus_to_exitcode(status),
                    out.read_bytes(),
                    err.read_text("utf-8", errors="replace"),
                    usage.ru_utime + usage.ru_stime,
                ),
            )
            folder.cleanup()
        else:
            _end_what_hangs(going)
            time.sleep(0.01)


def _end_what_hangs(going: dict[int, Child]) -> None:
    for pid, child in going.items():
        if time.monotonic() - child.begun > LONGEST:
            os.kill(pid, signal.SIGKILL)


def _started(run: Run, folder: Path) -> int:
    """A process that does the run in a folder of its own."""
    pid = os.fork()
    if not pid:
        code = 99
        try:
            resource.setrlimit(resource.RLIMIT_AS, (ROOM, ROOM))
            resource.setrlimit(resource.RLIMIT_CPU, (BUSIEST, BUSIEST))
            code = _done(run.arguments(folder), folder)
        finally:
            os._exit(code)
    return pid


def _done(arguments: list[str], folder: Path) -> int:
    """Do what is typed, in this folder; what is said goes to a file there."""
    os.chdir(folder)
    for stream, name in zip((sys.stdout, sys.stderr), STREAMS, strict=True):
        with Path(name).open("wb") as file:
            stream.flush()
            os.dup2(file.fileno(), stream.fileno())
    sys.argv = ["framing", *arguments]
    try:
        cli.run()
    except SystemExit as end:
        return int(end.code or 0)
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--runs", type=int, default=3000)
    parser.add_argument("--jobs", type=int, default=2, help="how many at once")
    parser.add_argument("--of", default="", help="only runs whose name holds this")
    return parser.parse_args()


if __name__ == "__main__":
    main()
