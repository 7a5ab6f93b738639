"""Put the texts of the development articles beside their coding, from the corpus they are of.

    python benchmarks/rebuild_dev.py SAUDINEWSNET FOLDER               # of coding/dev.jsonl
    python benchmarks/rebuild_dev.py SAUDINEWSNET FOLDER --set dev2    # of coding/dev2.jsonl

`coding/SET.jsonl` says where the coded words of twenty articles stand, but not the words: the
articles are of SaudiNewsNet, whose licence does not let them be passed on with this project.
Whoever has that corpus (a folder with its files `2015-07-21.zip` to `2015-07-27.zip`, or the
`.json` files that are in them) gets the articles from it, one `.txt` file each, byte for byte
those that were coded: what does not have the SHA-256 in `coding/SET_articles.csv` is refused.
"""

import argparse
import json
import sys
import zipfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pandas as pd

from framing.base.errors import FramingError
from framing.base.files import write_whole

CODING = Path(__file__).parent.parent / "coding"
SETS = ("dev", "dev2")


def articles_of(name: str) -> pd.DataFrame:
    """The articles of a set as its coding lists them: `doc, outlet, date, url, sha256`."""
    return pd.read_csv(CODING / f"{name}_articles.csv", dtype=str)


def rebuild(source: Path, folder: Path, name: str = "dev") -> list[Path]:
    """Write every article that `coding/NAME_articles.csv` lists; give their paths.

    A text is the article's `content` without the white space around it, in UTF-8. Nothing is
    written unless all are found. Raises `FramingError` that names those that are not, and
    `OutputError` where the folder cannot be written.
    """
    listed = articles_of(name)
    wanted = dict(zip(listed["sha256"], listed["doc"], strict=True))
    texts: dict[str, bytes] = {}
    for article in articles_in(source):
        text = text_of(article).encode("utf-8")
        digest = sha256(text).hexdigest()
        if digest in wanted:
            texts[wanted[digest]] = text
    missing = [doc for doc in listed["doc"] if doc not in texts]
    if missing:
        raise FramingError(
            f"'{source}' has no article with the SHA-256 of {', '.join(missing)}. Give the folder "
            "with SaudiNewsNet's files of 21 to 27 July 2015, unchanged."
        )
    return [write_whole(folder / f"{doc}.txt", texts[doc]) for doc in sorted(texts)]


def articles_in(source: Path) -> Iterator[dict[str, Any]]:
    """Every article in the corpus's files, as it was collected, file by file."""
    for page in _pages(source):
        yield from json.loads(page)


def text_of(article: dict[str, Any]) -> str:
    """What is coded of an article: its words, without its headline."""
    return (article["content"] or "").strip()


def _pages(source: Path) -> Iterator[bytes]:
    for path in sorted(source.glob("*.json")):
        yield path.read_bytes()
    for path in sorted(source.glob("*.zip")):
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                if name.endswith(".json"):
                    yield archive.read(name)


def main() -> None:
    """Read the two folders from the command line, rebuild, say what was written."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("source", type=Path, help="the folder with SaudiNewsNet's files")
    parser.add_argument("folder", type=Path, help="where to write the texts")
    parser.add_argument("--set", default=SETS[0], choices=SETS, help="whose texts (default: dev)")
    options = parser.parse_args()
    try:
        written = rebuild(options.source, options.folder, options.set)
    except FramingError as failure:
        sys.exit(str(failure))
    sys.stdout.write(f"{len(written)} articles written to '{options.folder}'.\n")


if __name__ == "__main__":
    main()
