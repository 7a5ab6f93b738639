"""Are shared passages found, only those, and fast enough, also in a million sentences?

    pip install datasketch          # what a reader might use instead; left out if not installed
    python benchmarks/reuse.py --shared DIR             # DIR/data/saudinewsnet/*.zip
    python benchmarks/reuse.py --growth                 # 100,000 and 1,000,000 sentences as well

Recall and false pairs: on sentences with planted copies (`planted.py` says how they are made). A
planted pair is found if a passage of one is paired with a passage of the other; a pair is false
if it was not planted, even if the news itself has reworded a sentence. datasketch is given the
sentences as folded words, so that neither reading nor folding is in its time; both are in ours.

Growth: no million real sentences are at hand, so articles are made from the news by `growth.py`,
of runs of `RUN` real words, which keeps phrases, formulas, names and sentence lengths as frequent
as they are and lets new words come as they do. Every fifth article is a copy of one of the last
`KEPT`, with a tenth of its words replaced. Each size runs in a process of its own.
"""

import argparse
import os
import pickle
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from importlib.util import find_spec
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any

import growth
import numpy as np
import pandas as pd
from news import read_news
from planted import RATES, Planted, plant
from rich.console import Console

from framing.copying.passages import find_passages
from framing.copying.reuse import edits, reuse
from framing.copying.word_keys import read_wording
from framing.corpus.articles import check_corpus
from framing.layers.corpora import reading_of
from framing.text.orthography import fold

SEED = 20160715
BANDS = ((12, 15), (16, 20), (21, 30), (31, 60), (12, 60))
RUN, KEPT, CHANGED, COPIED = 4, 2000, 0.1, 5
PER_MB = 2975  # sentences of the news per megabyte
PERMUTATIONS, JACCARD = 128, 0.2  # of datasketch: the lowest threshold that is of use

tell = Console(width=120, markup=False, highlight=False, soft_wrap=True).print
Found = set[tuple[int, int]]


def main() -> None:
    """Measure recall, false pairs, speed, and growth if asked; print them."""
    options = _options()
    news = read_news(options.shared)
    _warm()
    planted = plant(news, options.sentences, SEED)
    tell(f"{len(planted.sentences)} sentences, {len(planted.pairs)} planted pairs, seed {SEED}")
    tools = {"framing": ours}
    if find_spec("datasketch"):
        tools["datasketch MinHashLSH"] = datasketch
    for name, tool in tools.items():
        before = process_time()
        found, outside = tool(planted)
        spent = process_time() - before - outside
        tell(f"\n{name}: {spent:.1f} s, {len(planted.sentences) / spent:,.0f} sentences/s")
        tell(_scores(planted, found).to_string(index=False))
        false = len(found - set(planted.pairs))
        tell(f"{len(found)} pairs found, {false} not planted: {false / len(found):.2%}")
    if options.edits:
        _time_edits(planted.corpus)
    if options.growth:
        grow(news, options.sizes)


def ours(planted: Planted) -> tuple[Found, float]:
    """The pairs of sentences in which passages were found; and the time of telling which."""
    wording = read_wording(reading_of(planted.corpus))
    passages = list(find_passages(wording))
    before = process_time()
    order = sorted(range(len(planted.sentences)), key=lambda one: _place(planted, one))

    def sentence_at(word: int) -> int:
        return order[int(np.searchsorted(wording.sentences, word, side="right")) - 1]

    pairs = {(sentence_at(one.start_a), sentence_at(one.start_b)) for one in passages}
    return {(min(pair), max(pair)) for pair in pairs}, process_time() - before


def _place(planted: Planted, sentence: int) -> tuple[int, int]:
    return planted.articles[sentence], planted.starts[sentence]


def datasketch(planted: Planted) -> tuple[Found, float]:
    """The pairs of sentences that MinHash takes for alike, by runs of three words."""
    from datasketch import MinHash, MinHashLSH

    before = process_time()
    words = [[fold(word) for word in one.split()] for one in planted.sentences]
    folding = process_time() - before
    index = MinHashLSH(threshold=JACCARD, num_perm=PERMUTATIONS)
    found: Found = set()
    for number, folds in enumerate(words):
        sketch = MinHash(num_perm=PERMUTATIONS)
        runs = {" ".join(folds[at : at + 3]).encode() for at in range(len(folds) - 2)}
        sketch.update_batch(list(runs))
        others = (int(other) for other in index.query(sketch))
        article = planted.articles[number]
        found |= {(other, number) for other in others if planted.articles[other] != article}
        index.insert(number, sketch)
    return found, folding


def _scores(planted: Planted, found: Found) -> pd.DataFrame:
    """Recall by share of words changed and length of the base."""
    lengths = [len(sentence.split()) for sentence in planted.sentences]
    rows = []
    for rate in RATES:
        for low, high in BANDS:
            wanted = [
                pair
                for pair, one in planted.pairs.items()
                if one == rate and low <= lengths[pair[0]] <= high
            ]
            recall = sum(pair in found for pair in wanted) / len(wanted)
            rows.append((rate, f"{low}-{high}", len(wanted), round(recall, 4)))
    return pd.DataFrame(rows, columns=["changed", "words", "pairs", "recall"])


def _time_edits(corpus: pd.DataFrame) -> None:
    """How long it takes to say what was changed, cues and sources of all articles read."""
    before = process_time()
    pairs = reuse(corpus)
    spent = process_time() - before
    before = process_time()
    n_edits = len(edits(corpus, pairs))
    again = process_time() - before
    tell(f"\nreuse(): {len(pairs)} pairs in {spent:.1f} s; edits(): {n_edits} in {again:.1f} s")


def grow(news: Sequence[str], sizes: Sequence[int]) -> None:
    """Make the articles of every size in one process, time them in another."""
    with TemporaryDirectory() as folder:
        model, made = Path(folder) / "model.pickle", Path(folder) / "made.pickle"
        model.write_bytes(pickle.dumps(growth.learn(news)))
        per_sentence = []
        for size in sizes:
            _apart(make, model, size, made)
            run = _apart(measure, made)
            per_sentence.append(run["seconds"] / run["sentences"])
            tell(
                f"{run['sentences']:,} sentences ({run['megabytes']:.0f} MB): reading "
                f"{run['reading']:.1f} s, all {run['seconds']:.1f} s, {run['pairs']:,} pairs, "
                f"peak {run['peak_mb']:,.0f} MB, of it before {run['before_mb']:,.0f} MB; "
                f"{per_sentence[-1] / per_sentence[0]:.2f} times the time per sentence"
            )


def _apart(work: Callable[..., Any], *arguments: object) -> Any:
    """Do some work in a process of its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as one:
        return one.submit(work, *arguments).result()


def make(model_file: Path, n_sentences: int, made: Path) -> None:
    """Make articles of so many sentences and write them to a file."""
    model: growth.Model = pickle.loads(model_file.read_bytes())  # noqa: S301  # just written
    made.write_bytes(pickle.dumps(list(_articles(model, n_sentences / PER_MB))))


def measure(made: Path) -> dict[str, Any]:
    """Find the passages of made articles in this process."""
    _warm()
    with made.open("rb") as file:
        texts = pd.Series(pickle.load(file), dtype=object)  # noqa: S301  # just written
    corpus = check_corpus(pd.DataFrame({"doc_id": range(len(texts)), "text": texts}))
    Path("/proc/self/clear_refs").write_text("5")  # forget what reading the file took
    before_mb, before = growth.peak_memory(), process_time()
    wording = read_wording(reading_of(corpus))
    read = process_time()
    n_pairs = sum(1 for _ in find_passages(wording))
    return {
        "reading": read - before,
        "seconds": process_time() - before,
        "sentences": len(wording.fields),
        "megabytes": sum(len(text.encode()) for text in corpus["text"]) / 1e6,
        "pairs": n_pairs,
        "peak_mb": growth.peak_memory(),
        "before_mb": before_mb,
    }


def _articles(model: growth.Model, megabytes: float) -> Iterator[str]:
    """Made articles; every fifth is a copy of one of the last, a tenth of its words replaced."""
    random = np.random.default_rng(SEED)
    growth.RUN = RUN
    stream = iter(growth.Stream(model, megabytes, SEED))
    kept: list[str] = []
    size = 0
    while size < megabytes * 1e6:
        if len(kept) == KEPT and random.random() < 1 / COPIED:
            words = kept[int(random.integers(KEPT))].split(" ")
            for place in np.flatnonzero(random.random(len(words)) < CHANGED).tolist():
                words[place] = str(model.types[model.tokens[random.integers(len(model.tokens))]])
            text = " ".join(words)
        else:
            text = next(stream)
            kept = [*kept[-KEPT + 1 :], text] if len(kept) < KEPT else kept
            kept[int(random.integers(len(kept)))] = text
        size += len(text.encode())
        yield text


def _warm() -> None:
    """Compile the loops and load the lexicons before the clock runs."""
    news = ["قال كيري إن التعاون العسكري المباشر بين البلدين يبدأ فورا في حلب"] * 2
    reuse(pd.DataFrame({"doc_id": ["a", "b"], "text": news}))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    shared = Path(os.environ.get("FRAMING_SHARED", "."))
    parser.add_argument("--shared", type=Path, default=shared)
    parser.add_argument("--sentences", type=int, default=100_000)
    parser.add_argument("--edits", action="store_true", help="time what was changed as well")
    parser.add_argument("--growth", action="store_true")
    parser.add_argument("--sizes", type=int, nargs="+", default=[100_000, 1_000_000])
    return parser.parse_args()


if __name__ == "__main__":
    main()
