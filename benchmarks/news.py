"""Real news to time on: SaudiNewsNet, articles as they were collected, in a fixed random order."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from zipfile import ZipFile

import numpy as np
import pandas as pd

FOLDER = Path("data") / "saudinewsnet"
SEED = 20150721


def read_news(shared: Path) -> list[str]:
    """All distinct articles, shuffled; the same order every time."""
    distinct = list(dict.fromkeys(text for _, text in _articles(shared)))
    return [distinct[place] for place in np.random.default_rng(SEED).permutation(len(distinct))]


def read_outlets(shared: Path) -> pd.DataFrame:
    """All articles with words, each once in each outlet: `doc_id, outlet, text`."""
    found = pd.DataFrame(_articles(shared), columns=["outlet", "text"]).drop_duplicates()
    found = found[found["text"].str.strip() != ""].reset_index(drop=True)
    return found.assign(doc_id=[f"{number:05}" for number in found.index])


def _articles(shared: Path) -> Iterator[tuple[str, str]]:
    """Outlet and text of every article, in the order of collection."""
    for path in sorted((shared / FOLDER).glob("*.zip")):
        with ZipFile(path) as packed:
            for name in packed.namelist():
                yield from (
                    (one["source"], one["content"]) for one in json.loads(packed.read(name))
                )


def size_of(texts: Iterable[str]) -> float:
    """Megabytes (10^6 bytes) of UTF-8."""
    return sum(len(text.encode()) for text in texts) / 1e6


def first_megabytes(texts: Iterable[str], megabytes: float) -> Iterator[str]:
    """The first texts, until they hold so much."""
    taken = 0.0
    for text in texts:
        if taken >= megabytes:
            return
        yield text
        taken += len(text.encode()) / 1e6
