"""Does every function take time in proportion to what it reads, whatever the text looks like?

    python benchmarks/linear.py --out docs/linear.md                    # all that is not known yet
    python benchmarks/linear.py --shape marks --function leaks          # some of it, printed only
    python benchmarks/linear.py --out docs/linear.md --limit 15 --function report   # further

A shape (`shapes.py`) is a corpus of which one thing grows: marks that nothing closes, paragraphs,
articles, columns. Every public function that takes a corpus is run on it at sizes that double, two
at least, up to the full one, or until the next run would take more than `--limit` seconds of
processor time. What a function takes beside the corpus (pairs, spans, a coding) is made before the
clock runs; sizes for which that takes several times the limit are not reached either. Of a size
that takes less than a third of the limit the median of three runs counts. How much a doubling
costs is fitted to the last runs of more than `LEAST` seconds: 2 is linear. What comes out above
the bar is measured twice more, and the median of each size counts.

Beside the page stands what it rests on, `linear/runs.csv`: a function on a shape that was run
under as high a limit is not run again.
"""

import argparse
import gc
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from time import process_time

import numpy as np
import pandas as pd
from performance_page import stamp
from rich.console import Console
from shapes import SHAPES, functions, given

import framing as fr
from framing.base.files import write_csv, write_whole

BAR = 2.3  # a doubling of what is read may cost so many times as much
LEAST = 0.2  # seconds from which a run tells anything
BESIDE = 4  # times the limit that a size may take with all that is made for it
LEAST_RUNS = 2  # sizes at which everything is run, however long it takes
FITTED = 3  # runs to which the cost of a doubling is fitted
TIMES = 3  # a quick size is run so often, and so is a cell above the bar
QUICK = "·"  # too quick to tell
_WARM: set[str] = set()  # functions that this process has run
BOUNDED = """What would grow with the square by its answer is bounded:

- `reuse`: a run of words that stands in more than 32 places is lengthened, then given up, so that
  of more than 32 copies of one sentence none is paired; `edits`, `clusters`, `effective_n` follow
  the pairs they are given
- `shared_quotations`: a word that more than 64 utterances have leads from none to another; what is
  reported indirectly over more than 1,000 words is no utterance
- `reuse`: a sentence of more than 1,000 words is aligned in parts
- `evaluate`: of a source or content that is not as coded 2,000 characters are shown
- `show`: a sentence is shown up to 200 words on a side
- `compare`: more than 10,000 pairs of groups are refused; name a reference
- `similar_articles` is not bounded: it lays every article beside every other"""


@dataclass(frozen=True)
class Cell:
    """A function on a shape: seconds at each size that was run; why it would not run, if so."""

    function: str
    shape: str
    limit: float
    runs: tuple[tuple[int, float], ...]
    refused: str = ""

    @property
    def doubling(self) -> float:
        """How many times as long a doubling takes; nan where all runs were too quick to tell."""
        telling = [run for run in self.runs if run[1] >= LEAST][-FITTED:]
        if len(telling) < 2:
            return float("nan")
        sizes, seconds = np.log2(np.array(telling)).T
        slope, _ = np.polyfit(sizes, seconds, 1)
        return float(2**slope)

    @property
    def full(self) -> str:
        """Seconds at the full size; with ~ as the doublings tell, where it was not run."""
        full = SHAPES[self.shape].full
        if not self.runs or (self.runs[-1][0] < full and np.isnan(self.doubling)):
            return ""
        size, seconds = self.runs[-1]
        if size == full:
            return f"{seconds:.1f}"
        return f"~{seconds * self.doubling ** np.log2(full / size):,.0f}"


def measure(function: str, shape: str, limit: float) -> Cell:
    """Run a function at growing sizes in this process; more than once, if above the bar."""
    cell = _measured(function, shape, limit)
    if not cell.doubling > BAR:
        return cell
    again = [_measured(function, shape, limit) for _ in range(1, TIMES)]
    rounds = [dict(one.runs) for one in (cell, *again)]
    sizes = [size for size in SHAPES[shape].sizes if all(size in one for one in rounds)]
    runs = tuple((size, median(one[size] for one in rounds)) for size in sizes)
    return Cell(function, shape, limit, runs, cell.refused)


def _measured(function: str, shape: str, limit: float) -> Cell:
    runs: list[tuple[int, float]] = []
    for size in SHAPES[shape].sizes:
        news = SHAPES[shape].make(size)
        try:
            if function not in _WARM:  # what is loaded and compiled once is not timed
                _seconds(function, news)
                _WARM.add(function)
                gc.freeze()  # what was loaded is not gone through again before every run
            begun = process_time()
            runs.append((size, _usual_seconds(function, news, limit)))
        except fr.FramingError as error:
            return Cell(function, shape, limit, tuple(runs), str(error))
        prepared = process_time() - begun
        if len(runs) >= LEAST_RUNS and max(_next(runs), 2 * prepared / BESIDE) > limit:
            break
    return Cell(function, shape, limit, tuple(runs))


def _next(runs: Sequence[tuple[int, float]]) -> float:
    """How long the next run will take, if the last doubling is believed."""
    last = runs[-1][1]
    if len(runs) == 1:
        return 2 * last
    before = runs[-2][1]
    return max(last * last / before, last + 2 * (last - before))


def _usual_seconds(function: str, news: pd.DataFrame, limit: float) -> float:
    """The median of some runs; of one, where that tells nothing or takes long."""
    taken = [_seconds(function, news)]
    while len(taken) < TIMES and LEAST <= taken[0] <= limit / TIMES:
        taken.append(_seconds(function, news))
    return median(taken)


def _seconds(function: str, news: pd.DataFrame) -> float:
    with tempfile.TemporaryDirectory() as folder:
        arguments = given(function, news, Path(folder))
        gc.collect()
        gc.disable()  # as timeit does: when it runs is not what is asked
        begun = process_time()
        try:
            getattr(fr, function)(corpus=news, **arguments)
            return process_time() - begun
        finally:
            gc.enable()


def main() -> None:
    """Measure what was asked for and is not known, print a line a cell, and write the page."""
    options = _options()
    console = Console(width=120, markup=False, highlight=False, soft_wrap=True)
    cells = {(cell.function, cell.shape): cell for cell in known(options.out)}
    asked = [
        (one, shape)
        for shape in options.shape
        for one in options.function
        if (one, shape) not in cells or cells[one, shape].limit < options.limit
    ]
    with ProcessPoolExecutor(options.jobs, mp_context=get_context("spawn")) as pool:
        running = [pool.submit(measure, *one, options.limit) for one in asked]
        for one in as_completed(running):
            cell = one.result()
            cells[cell.function, cell.shape] = cell
            console.print(_told(cell))
            if options.out:  # a run that is broken off leaves what it has
                write(options.out, list(cells.values()))
    if options.out and not asked:  # all is known: the page anew
        write(options.out, list(cells.values()))
    over = [cell for cell in cells.values() if cell.doubling > BAR]
    console.print(f"{len(over)} of {len(cells)} above {BAR}")


def numbers_of(out: Path) -> Path:
    """Where that stands which a page rests on."""
    return out.parent / out.stem / "runs.csv"


def known(out: Path | None) -> list[Cell]:
    """The cells that were measured for a page."""
    if out is None or not numbers_of(out).is_file():
        return []
    rows = pd.read_csv(numbers_of(out), dtype=str, keep_default_na=False)
    cells = []
    for (function, shape, limit, refused), one in rows.groupby(
        ["function", "shape", "limit", "refused"], sort=False
    ):
        ran = one[one["size"] != ""]
        runs = zip(ran["size"].astype(int), ran["seconds"].astype(float), strict=True)
        cells.append(Cell(function, shape, float(limit), tuple(runs), refused))
    return cells


def write(out: Path, cells: Sequence[Cell]) -> None:
    """The page, and the numbers that it rests on: a row a run, or a row of one refused at once."""
    places = list(SHAPES)
    cells = sorted(cells, key=lambda cell: (places.index(cell.shape), cell.function))
    rows = [
        (cell.function, cell.shape, cell.limit, size, seconds, cell.refused)
        for cell in cells
        for size, seconds in cell.runs or [("", "")]
    ]
    names = ["function", "shape", "limit", "size", "seconds", "refused"]
    write_csv(pd.DataFrame(rows, columns=names), numbers_of(out), bom=False)
    write_whole(out, ("\n".join(page(cells)) + "\n").encode())


def _told(cell: Cell) -> str:
    runs = ", ".join(f"{size:,}: {seconds:.2f}" for size, seconds in cell.runs)
    return f"{cell.shape} {cell.function}: {cell.doubling:.2f} ({runs}) {cell.refused[:60]}"


def page(cells: Sequence[Cell]) -> Iterator[str]:
    """What was measured as a page: the shapes, the cost of a doubling, the seconds."""
    about = stamp()
    yield "# Time against size\n"
    yield from (__doc__ or "").strip().splitlines()[6:-3]
    worst = max(cells, key=lambda cell: np.nan_to_num(cell.doubling))
    yield (
        f"\nThe greatest is {worst.doubling:.2f} (`{worst.function}`, {worst.shape}); the bar is "
        f"{BAR}. {QUICK} too quick to tell, or one run alone within the limit; – refused: there is "
        "nothing to answer in such a corpus.\n"
    )
    yield f"{BOUNDED}\n"
    n_functions, n_shapes = len(functions()), len(SHAPES)
    yield (
        f"Measured here: {len(cells)} of {n_functions * n_shapes} cells, {n_functions} functions "
        f"on {n_shapes} shapes; an empty cell was not reached. The shorter the runs and the busier "
        "the machine, the less sure is a ratio.\n"
    )
    yield f"{about['date']}, runs up to {_limits(cells)}; {about['machine']}.\n"
    shapes = list(dict.fromkeys(cell.shape for cell in cells))
    yield "| shape | full size |\n|---|---|"
    yield from (f"| {one} | {SHAPES[one].full:,} {SHAPES[one].called} |" for one in shapes)
    yield "\n## A doubling costs\n"
    yield from _table(cells, shapes, _cost)
    yield "\n## Seconds at the full size\n"
    yield "With ~ where it was not run, as its doublings tell.\n"
    yield from _table(cells, shapes, lambda cell: cell.full or "–")


def _limits(cells: Sequence[Cell]) -> str:
    """The limit of most cells, then those of the functions that were run further."""
    limits = pd.Series({(cell.function, cell.shape): cell.limit for cell in cells})
    usual = limits.mode().min()
    other = limits[limits != usual].groupby(level=0).max()
    return ", ".join(
        [f"{usual:g} s", *(f"of `{name}` {limit:g} s" for name, limit in other.items())]
    )


def _cost(cell: Cell) -> str:
    if not cell.runs:
        return "–"
    return QUICK if np.isnan(cell.doubling) else f"{cell.doubling:.2f}"


def _table(
    cells: Sequence[Cell], shapes: Sequence[str], told: Callable[[Cell], str]
) -> Iterator[str]:
    by_place = {(cell.function, cell.shape): cell for cell in cells}
    names = sorted({cell.function for cell in cells})
    yield f"| | {' | '.join(shapes)} |"
    yield "|---|" + "---:|" * len(shapes)
    for name in names:
        here = [by_place.get((name, shape)) for shape in shapes]
        yield f"| {name} | {' | '.join(told(cell) if cell else '' for cell in here)} |"


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--shape", nargs="*", choices=[*SHAPES], default=[*SHAPES])
    parser.add_argument("--function", nargs="*", choices=functions(), default=functions())
    parser.add_argument("--limit", type=float, default=20, help="seconds of a run")
    parser.add_argument("--jobs", type=int, default=1, help="processes at once")
    parser.add_argument("--out", type=Path, help="the page")
    return parser.parse_args()


if __name__ == "__main__":
    main()
