"""Which articles the second set of `coding/` is of: drawn with a seed, so that nobody chose them.

    python benchmarks/draw_dev2.py SAUDINEWSNET    # prints doc, cell, outlet, date, address

A cell is a kind of article, told by its words: a conflict, a court, an interview. All different
articles of 800 to 2,500 characters are shuffled once; each cell, in the order below, takes the
first that fits. No outlet gives more than two, and none is taken that shares more than a
twentieth of its runs of five words with the first set or with one that was taken before: the
same dispatch stands in several papers. The words of the cells were sharpened twice before anything
was coded (Sinai drew Ibn Sina, Libya the price of oil); what these words then drew was coded, and
nothing exchanged.
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
from rebuild_dev import articles_in, articles_of, text_of

Article = dict[str, Any]

SEED = 20151201
SHORTEST, LONGEST = 800, 2500
MOST_OF_AN_OUTLET = 2
MOST_SHARED = 0.05
RUN = 5  # words

_SAID = r"(?:قال|أكد|أوضح|أضاف|أعلن|أشار|ذكر|وأضاف|نفى)"
_QUESTION = r"(?m)^\s*[-*•–][^\n]*؟\s*$"
_AGENCY = r"وكالات|رويترز|ف ب|واس|مراسل|:|-|\("

# Of each cell what must stand in an article, and at least how often.
CELLS: dict[str, dict[str, int]] = {
    "sport": {_SAID: 4},
    "interview": {_QUESTION: 3},
    "sahel": {r"بوكو حرام": 2},
    "libya": {r"ليبي|بنغازي|طرابلس": 3},
    "sinai": {r"سيناء|العريش": 2},
    "pkk": {r"العمال الكردستاني": 3},
    "palestine": {r"حماس|غزة|الضفة|مستوطن": 3},
    "pakistan": {r"طالبان|باكستان": 3},
    "lebanon": {r"حزب الله": 3},
    "syria": {r"المعارضة|النصرة|الجيش الحر": 3},
    "iraq": {r"الأنبار|الرمادي|الفلوجة|الحشد": 3},
    "west": {r"فرنس|بريطان|ألمان|لندن|باريس|واشنطن": 3, r"إرهاب|متطرف|متشدد|جهادي": 2},
    "gulf": {r"الكويت|البحرين": 3, r"خلية|إرهاب|داعش": 2},
    "yemen": {r"حوثي": 3, _SAID: 3},
    "yemen-sources": {r"حوثي": 3, r"مصادر|مصدر": 2},
    "court": {r"المحكمة|محكمة|الحكم|القاضي": 3, r"متهم|المدعى": 2},
    "crime": {r"شرطة": 2},
    "economy": {r"النفط|أوبك|صندوق النقد|البنك|اليورو": 3, _SAID: 3},
    "opinion": {r"إرهاب|داعش|متطرف|تطرف": 3},
    "short": {r"مسلح|داعش|القاعدة|إرهاب|متشدد|مسلحين": 2},
}


def draw(source: Path) -> Iterator[tuple[str, Article]]:
    """Of each cell its article, in the order of the cells."""
    articles = {}
    for article in articles_in(source):
        articles.setdefault(text_of(article), article)
    first = set(articles_of("dev")["sha256"])
    taken = {run for text in articles if _digest(text) in first for run in _runs(text)}
    pool = [text for text in articles if SHORTEST <= len(text) <= LONGEST]
    shuffled = [pool[place] for place in np.random.default_rng(SEED).permutation(len(pool))]
    outlets: Counter[str] = Counter()
    for cell in CELLS:
        for text in shuffled:
            article, runs = articles[text], _runs(text)
            is_full = outlets[article["source"]] >= MOST_OF_AN_OUTLET
            if is_full or not _fits(cell, text, article):
                continue
            if len(runs & taken) <= MOST_SHARED * len(runs):
                outlets[article["source"]] += 1
                taken |= runs
                yield cell, article
                break


def _fits(cell: str, text: str, article: Article) -> bool:
    if cell == "sport" and article["source"] != "arreyadi":
        return False
    if cell == "opinion" and not _is_of_a_writer(article["author"]):
        return False
    if cell == "short" and len(text) >= 1000:
        return False
    return all(len(re.findall(words, text)) >= least for words, least in CELLS[cell].items())


def _is_of_a_writer(author: str) -> bool:
    """Whether the name of the author is one, of at most four words, and no agency or place."""
    return 0 < len(author.split()) <= 4 and not re.search(_AGENCY, author)


def _runs(text: str) -> set[tuple[str, ...]]:
    words = text.split()
    return {tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8")).hexdigest()


def main() -> None:
    """Print what is drawn from the corpus that the command line names."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("source", type=Path, help="the folder with SaudiNewsNet's files")
    for number, (cell, article) in enumerate(draw(parser.parse_args().source)):
        day = article["date_extracted"][:10]
        digest = _digest(text_of(article))
        row = (f"E{number:02}", cell, article["source"], day, article["url"], digest)
        sys.stdout.write(",".join(row) + "\n")


if __name__ == "__main__":
    main()
