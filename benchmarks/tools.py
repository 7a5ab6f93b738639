"""The tools that are timed: ours, and what a reader might use instead, over the same entries.

A tool is made from what it is to find, which is not timed, and then run on texts, which is. Every
tool gets the texts as printed and levels house spelling itself, inside its time: ours by its
tables, the others by a chain of `str.replace`, the quickest way in Python.

What the others are given is what the lexicons' stems spell, levelled; phrases in the words in
which the lexicons print them, without gaps. They get no clitics and no contexts: with the article
and the proclitics spelled out the list would be twenty times as long. So they have less to do than
ours and miss much of what ours finds. Where a tool looks up runs of words, they are as long as the
longest entry; because few entries are that long, CountVectorizer runs a second time, without those
of more than `FEW` words. The others also keep whatever they remember from one round to the next
(spaCy every word it has met), while ours starts cold each time: it keeps the lexicons' indices and
the tables of characters, and nothing of a text.
"""

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import reduce
from itertools import product
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from framing.counting.features import LEXICONS
from framing.lexicon.entries import Lexicon, load_lexicon
from framing.lexicon.matching import find, occurrences
from framing.lexicon.stem_table import read_stems
from framing.text.orthography import fold
from framing.text.tokens import Batch, read_texts

FEW = 3
Texts = Sequence[str]
Run = Callable[[Texts], int]  # how many hits there are; each is made, with its offsets

_MARKS = "".join(map(chr, (*range(0x064B, 0x0653), 0x0670, 0x0640, 0x200C, 0x200D)))
_LEVELS = [(letter, fold(letter)) for letter in f"{_MARKS}أإآٱؤئءىة"]
_KEPT = frozenset(  # caches that hold a lexicon or tables of characters, and nothing of a text
    "build_index _shipped letter_table level_table _kinds _literal".split()
)


class Found(NamedTuple):
    """Hits as columns: the article, and where in it each begins and ends."""

    articles: npt.NDArray[np.int64]
    starts: npt.NDArray[np.int64]
    ends: npt.NDArray[np.int64]


def shipped() -> list[Lexicon]:
    """The lexicons that are counted; the gazetteer of actors is read beside them."""
    return [load_lexicon(name) for name in LEXICONS]


def batches(texts: Iterable[str]) -> Iterator[Batch]:
    """Read texts a batch at a time, as the package does."""
    batch = None
    for words in read_texts(texts):
        if words.batch is not batch:
            batch = words.batch
            yield batch


def longest_hits(batch: Batch, lexicon: Lexicon) -> Found:
    """A lexicon's hits in a batch, of overlapping ones the longest, with offsets by article."""
    hits = occurrences(batch, lexicon)
    rows = hits.longest(np.arange(len(hits.first)))
    first, last = hits.first[rows], hits.last[rows]
    articles = np.searchsorted(batch.heads, first, side="right") - 1
    begin = batch.offsets[articles]
    return Found(articles, batch.starts[first] - begin, batch.ends[last] - begin)


def forget() -> None:
    """Empty every cache of the package that learns from texts, so that each round is cold."""
    for name, module in list(sys.modules.items()):
        if name.startswith("framing."):
            for key, member in vars(module).items():
                if hasattr(member, "cache_clear") and key not in _KEPT:
                    member.cache_clear()
    re.purge()


def levelled(text: str) -> str:
    """A running text with house spelling levelled, without a way back.

    >>> levelled("هيئة الأنبـاء")
    'هييه الانبا'
    """
    return reduce(lambda sofar, pair: sofar.replace(*pair), _LEVELS, text).lower()


def surface_forms(lexicons: Iterable[Lexicon]) -> list[str]:
    """What the lexicons' entries spell, levelled, without clitics; see above."""
    forms = set()
    for lexicon in lexicons:
        forms |= {fold(stem.text) for found in read_stems(lexicon).values() for stem in found}
        for entry in lexicon.entries:
            if entry.kind == "phrase":
                spelled = product(*(word.split("|") for word in entry.words))
                forms |= {fold(" ".join(words)) for words in spelled}
    return sorted(form for form in forms if form)


def most_words(forms: Iterable[str]) -> int:
    """Of how many words the longest form is."""
    return max(len(form.split()) for form in forms)


def ours(_: Sequence[str] = ()) -> Run:
    """This package: hits as arrays of offsets."""
    lexicons = shipped()

    def run(texts: Texts) -> int:
        return sum(
            len(longest_hits(batch, lexicon).starts)
            for batch in batches(texts)
            for lexicon in lexicons
        )

    return run


def ours_one_by_one(_: Sequence[str]) -> Run:
    """This package, article by article: every hit as an object with its readings and span."""
    lexicons = shipped()

    def run(texts: Texts) -> int:
        return sum(
            len([words.cover(hit.first, hit.last) for hit in find(words, lexicon)])
            for words in read_texts(texts)
            for lexicon in lexicons
        )

    return run


def phrase_matcher(forms: Sequence[str]) -> Run:
    """spaCy, on the words of its blank Arabic tokeniser."""
    import spacy
    from spacy.matcher import PhraseMatcher

    language = spacy.blank("ar")
    matcher = PhraseMatcher(language.vocab)
    matcher.add("entry", [language.make_doc(form) for form in forms])

    def run(texts: Texts) -> int:
        docs = (language.make_doc(levelled(text)) for text in texts)
        return sum(
            len([(span.start_char, span.end_char) for span in matcher(doc, as_spans=True)])
            for doc in docs
        )

    return run


def count_vectorizer(forms: Sequence[str]) -> Run:
    """scikit-learn: counts per article, without offsets."""
    from sklearn.feature_extraction.text import CountVectorizer

    vectorizer = CountVectorizer(
        preprocessor=levelled,
        token_pattern=r"\w+",  # noqa: S106  # a pattern of words, no password
        ngram_range=(1, most_words(forms)),
        vocabulary=forms,
    )
    return lambda texts: int(vectorizer.transform(texts).sum())


def count_vectorizer_of_few(forms: Sequence[str]) -> Run:
    """scikit-learn, without the longest entries."""
    return count_vectorizer([form for form in forms if len(form.split()) <= FEW])


def ngram_loop(forms: Sequence[str]) -> Run:
    """Plain Python: every run of words looked up in a set."""
    wanted, word, most = frozenset(forms), re.compile(r"\w+"), most_words(forms)

    def in_text(text: str) -> list[tuple[int, int]]:
        text = levelled(text)
        spans = [found.span() for found in word.finditer(text)]
        words = [text[start:end] for start, end in spans]
        return [
            (spans[place][0], spans[place + more][1])
            for place in range(len(words))
            for more in range(min(most, len(words) - place))
            if " ".join(words[place : place + more + 1]) in wanted
        ]

    return lambda texts: sum(len(in_text(text)) for text in texts)


def automaton(forms: Sequence[str]) -> Run:
    """Aho and Corasick's automaton: strings, wherever they stand, also inside words."""
    import ahocorasick_rs

    scan: Any = ahocorasick_rs.AhoCorasick(forms)

    def run(texts: Texts) -> int:
        return sum(
            len(scan.find_matches_as_indexes(levelled(text), overlapping=True)) for text in texts
        )

    return run


OURS = "framing"
TOOLS: dict[str, Callable[[Sequence[str]], Run]] = {
    OURS: ours,
    "framing, hits as objects": ours_one_by_one,
    "spaCy PhraseMatcher": phrase_matcher,
    "scikit-learn CountVectorizer": count_vectorizer,
    f"the same, entries up to {FEW} words": count_vectorizer_of_few,
    "n-gram loop over a set": ngram_loop,
    "bare Aho-Corasick": automaton,
}
