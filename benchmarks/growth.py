"""Does time per megabyte stay what it is from 10 MB to 1 GB?

There is no gigabyte of real news here, so text is made from real news: runs of words as they
stand there, with what stands between them, in articles as long as real ones. New words keep
coming at the rate at which they come in the real news: a word seen there fewer than `RARE` times
is replaced by one drawn from an endless list, so heavy-tailed that the vocabulary grows as Heaps'
law says (V = K n^b, fitted to the real news; Karlin 1967 on such lists). The head of the list is
the real rare words; the words after them are coined, real words with changed letters.

Articles are made one by one and dropped; their making is not timed. Each size is read in a process
of its own, so that its peak memory is its own.
"""

import pickle
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

import numpy as np
import numpy.typing as npt
from tools import batches, forget, longest_hits, ours, shipped

from framing.text.tokens import read_batch

RARE = 5
RUN = 12  # words taken together: phrases and contexts stay as common as they are
LONG = 6  # letters of a word from which others are coined: such words seldom meet
BLOCK = 64  # articles made at once
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
_LINEAR = 1 << 24  # bits of the sketch that counts words; off by less than 0.2% at two million

Ids = npt.NDArray[np.int32]


@dataclass(frozen=True, eq=False)
class Model:
    """What is kept of real news: its words in order, how long articles are, how fast words come."""

    types: npt.NDArray[np.object_]
    tokens: Ids
    gaps: npt.NDArray[np.object_]
    gap_tokens: Ids
    lengths: Ids
    rare: npt.NDArray[np.bool_]
    rare_types: list[str]
    long_types: list[str]
    heaps_k: float
    heaps_b: float

    def expected_types(self, n_tokens: float) -> float:
        """How many different words Heaps' law expects among so many."""
        return float(self.heaps_k * n_tokens**self.heaps_b)


@dataclass(eq=False)
class Stream:
    """Articles made one after the other, what making them took, and how many words they hold."""

    model: Model
    megabytes: float
    seed: int
    wall: float = 0.0
    cpu: float = 0.0
    bytes: int = 0
    n_tokens: int = 0
    _common: npt.NDArray[np.bool_] = field(init=False)
    _sketch: npt.NDArray[np.bool_] = field(init=False)

    def __post_init__(self) -> None:
        self._common = np.zeros(len(self.model.types), np.bool_)
        self._sketch = np.zeros(_LINEAR, np.bool_)

    def __iter__(self) -> Iterator[str]:
        articles = self._articles()
        while self.bytes < self.megabytes * 1e6:
            wall, cpu = perf_counter(), process_time()
            text = next(articles)
            self.bytes += len(text.encode())
            self.wall += perf_counter() - wall
            self.cpu += process_time() - cpu
            yield text

    @property
    def n_types(self) -> int:
        """How many different words came: common ones counted, rare ones by linear counting."""
        free = 1 - float(self._sketch.mean())  # Whang et al. 1990
        return int(self._common.sum()) + round(-_LINEAR * float(np.log(free)))

    def _articles(self) -> Iterator[str]:
        random = np.random.default_rng(self.seed)
        model = self.model
        while True:
            stops = np.cumsum(random.choice(model.lengths, BLOCK))
            n_runs = int(stops[-1]) // RUN + 1
            begins = random.integers(0, len(model.tokens) - RUN, n_runs)
            places = (begins[:, None] + np.arange(RUN)).ravel()[: stops[-1]]
            parts = np.empty(2 * len(places), object)
            parts[::2] = self._words(model.tokens[places], random)
            parts[1::2] = model.gaps[model.gap_tokens[places]]
            for start, stop in zip([0, *stops[:-1]], stops, strict=True):
                self.n_tokens += int(stop - start)
                yield "".join(parts[2 * start : 2 * stop].tolist())

    def _words(self, ids: Ids, random: np.random.Generator) -> npt.NDArray[np.object_]:
        words = self.model.types[ids]
        is_rare = self.model.rare[ids]
        new = [self._word(rank) for rank in self._ranks(int(is_rare.sum()), random)]
        words[is_rare] = new
        self._common[ids[~is_rare]] = True
        self._sketch[[hash(word) % _LINEAR for word in new]] = True
        return words

    def _ranks(self, n: int, random: np.random.Generator) -> list[int]:
        """Ranks beyond the common words, by a power law of exponent 1 / b."""
        n_common = len(self.model.types) - len(self.model.rare_types)
        b = self.model.heaps_b
        ranks = n_common * (random.random(n) ** (-b / (1 - b)) - 1)
        return np.minimum(ranks, 1e15).astype(np.int64).tolist()

    def _word(self, rank: int) -> str:
        """A rare word of the real news, or one coined after it by changing letters."""
        n_known = len(self.model.rare_types)
        return self.model.rare_types[rank] if rank < n_known else self._coined(rank - n_known)

    def _coined(self, number: int) -> str:
        """Every long rare word with another letter in the middle; then all over with more."""
        turn, place = divmod(number, len(self.model.long_types))
        word, turn = self.model.long_types[place], turn + 1
        at = len(word) // 2
        while turn:
            turn, step = divmod(turn - 1, len(LETTERS) - 1)
            other = LETTERS[(LETTERS.find(word[at]) + 1 + step) % len(LETTERS)]
            word = word[:at] + other + word[at + 1 :]
            at = (at + 1) % len(word)
        return word


def learn(texts: Iterable[str]) -> Model:
    """Read the real news once: its words, what stands between them, how fast new ones come."""
    batch = read_batch(tuple(texts))
    text, starts, ends = batch.text, batch.starts.tolist(), batch.ends.tolist()
    gaps = [text[a:b] for a, b in zip(ends, [*starts[1:], len(text)], strict=True)]
    kinds = {gap: number for number, gap in enumerate(dict.fromkeys(gaps))}
    first = np.unique(batch.forms, return_index=True)[1]
    types = [text[starts[word] : ends[word]] for word in first.tolist()]
    rare = np.bincount(batch.forms) < RARE
    rare_types = [word for word, one in zip(types, rare.tolist(), strict=True) if one]
    lengths = np.diff(batch.heads)
    k, b = heaps(first, len(starts))
    return Model(
        np.array(types, object),
        batch.forms,
        np.array(list(kinds), object),
        np.array([kinds[gap] for gap in gaps], np.int32),
        lengths[lengths > 0].astype(np.int32),
        rare,
        rare_types,
        [word for word in rare_types if len(word) >= LONG],
        k,
        b,
    )


def heaps(first: npt.NDArray[np.int64], n_tokens: int) -> tuple[float, float]:
    """Heaps' K and b of a text, fitted from a tenth of it on, by where words first come."""
    sizes = np.geomspace(n_tokens / 10, n_tokens, 20)
    counts = np.searchsorted(np.sort(first), sizes)
    b, log_k = np.polyfit(np.log(sizes), np.log(counts), 1)
    return float(np.exp(log_k)), float(b)


def measure(model_file: Path, megabytes: float, seed: int) -> dict[str, Any]:
    """Read so much text in this process; what it took, and how much memory at most."""
    model: Model = pickle.loads(model_file.read_bytes())  # noqa: S301  # written a moment ago
    lexicons = shipped()
    ours()(["قال"])  # compiled loops and indices are there before the clock runs
    forget()
    stream = Stream(model, megabytes, seed)
    wall, cpu, hits = perf_counter(), process_time(), 0
    for batch in batches(stream):
        hits += sum(len(longest_hits(batch, lexicon).starts) for lexicon in lexicons)
    size = stream.bytes / 1e6
    return {
        "megabytes": megabytes,
        "wall": (perf_counter() - wall - stream.wall) / size,
        "cpu": (process_time() - cpu - stream.cpu) / size,
        "peak_mb": peak_memory(),
        "n_tokens": stream.n_tokens,
        "n_types": stream.n_types,
        "heaps_types": round(model.expected_types(stream.n_tokens)),
        "hits_per_1000_words": 1000 * hits / stream.n_tokens,
    }


def peak_memory() -> float:
    """The most memory this process has held, in MB."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) * 1024 / 1e6
    return float("nan")


def grow(
    model_file: Path, sizes: list[float], rounds: int, tell: Callable[[str], None]
) -> list[dict[str, Any]]:
    """Measure all sizes in every round, each in a process of its own."""
    runs = []
    for number in range(rounds):
        for size in sizes if number % 2 == 0 else reversed(sizes):
            with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as one:
                run = one.submit(measure, model_file, size, number).result()
            tell(f"round {number + 1}, {size:,.0f} MB: {1 / run['cpu']:.1f} MB/s of processor time")
            runs.append(run)
    return runs
