"""Put the texts of the development articles beside their coding, from the corpus they are of.

    python benchmarks/rebuild_dev.py SAUDINEWSNET FOLDER

`coding/dev.jsonl` says where the coded words of twenty articles stand, but not the words: the
articles are of SaudiNewsNet, whose licence does not let them be passed on with this project.
Whoever has that corpus (a folder with its files `2015-07-21.zip` to `2015-07-27.zip`, or the
`.json` files that are in them) gets the articles from it, one `.txt` file each, byte for byte
those that were coded: what does not have the SHA-256 in `coding/dev_articles.csv` is refused.
"""

import argparse
import json
import sys
import zipfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pandas as pd

from framing.base.errors import FramingError
from framing.base.files import write_whole

ARTICLES = Path(__file__).parent.parent / "coding" / "dev_articles.csv"


def rebuild(source: Path, folder: Path) -> list[Path]:
    """Write every development article that `coding/dev_articles.csv` names; give their paths.

    A text is the article's `content` without the white space around it, in UTF-8. Nothing is
    written unless all are found. Raises `FramingError` that names those that are not, and
    `OutputError` where the folder cannot be written.
    """
    listed = pd.read_csv(ARTICLES, dtype=str)
    wanted = dict(zip(listed["sha256"], listed["doc"], strict=True))
    texts: dict[str, bytes] = {}
    for content in contents(source):
        text = content.strip().encode("utf-8")
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


def contents(source: Path) -> Iterator[str]:
    """The text of every article in the corpus's files."""
    for page in _pages(source):
        for article in json.loads(page):
            yield article["content"] or ""


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
    options = parser.parse_args()
    try:
        written = rebuild(options.source, options.folder)
    except FramingError as failure:
        sys.exit(str(failure))
    sys.stdout.write(f"{len(written)} articles written to '{options.folder}'.\n")


if __name__ == "__main__":
    main()
