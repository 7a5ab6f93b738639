"""Sentences with planted copies: which pairs a finder of shared wording must find, and must not.

Base sentences are real ones of SaudiNewsNet, of 12 to 60 words, distinct, and no two with five
words in a row in common, so that what is found among them was planted or is false. Of every rate
of change some bases get a copy: so many of its words, rounded, are hit at random; of the hits 70%
are replaced by a word of the news, 15% dropped, and before 15% a word is put in. Negatives are
bases into which a formula was put: a title with a person's name of the gazetteer, or one of the
runs of six words that most articles of the news have (nearly all are titles and names). Each
formula stands in many sentences that are otherwise strangers.

Sentences are shuffled into articles of ten. Everything is drawn from one seeded generator.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pandas as pd

from framing.lexicon.entries import load_lexicon
from framing.text.kernel import ENDED
from framing.text.orthography import fold
from framing.text.tokens import read_batch

SHORTEST, LONGEST = 12, 60
IN_A_ROW = 5  # words that no two base sentences share
FORMULA = 6  # words of a formula of the news
RATES = (0.1, 0.2, 0.3)
COPIES = 13000  # planted per rate
NEGATIVES = 6000  # sentences with a formula
PER_ARTICLE = 10
REPLACED, DROPPED = 0.7, 0.85  # of the words hit; the rest get a word before them
OFFICES = ("وزير الخارجية", "الرئيس", "رئيس الوزراء", "المتحدث باسم الحكومة", "السيد", "الأمير")


@dataclass(frozen=True, eq=False)
class Planted:
    """A corpus of sentences; where each stands; which pairs were planted, at what rate."""

    corpus: pd.DataFrame
    sentences: list[str]
    articles: list[int]
    starts: list[int]
    pairs: dict[tuple[int, int], float]


def plant(news: Sequence[str], n_sentences: int, seed: int) -> Planted:
    """Make a corpus of so many sentences, or fewer if the news has not enough bases."""
    random = np.random.default_rng(seed)
    bases, vocabulary, frequent = _bases(news)
    n_bases = min(len(bases), n_sentences - COPIES * len(RATES))
    chosen = [bases[place] for place in random.permutation(len(bases))[:n_bases]]
    formulas = [*_titled_names(), *frequent]
    for place in range(n_bases - NEGATIVES, n_bases):
        formula = formulas[int(random.integers(len(formulas)))]
        at = int(random.integers(len(chosen[place]) + 1))
        chosen[place] = chosen[place][:at] + formula.split() + chosen[place][at:]
    sentences, pairs = list(chosen), {}
    for number, rate in enumerate(RATES):
        for base in range(number * COPIES, (number + 1) * COPIES):
            pairs[base, len(sentences)] = rate
            sentences.append(changed(chosen[base], rate, vocabulary, random))
    return _laid_out([" ".join(words) for words in sentences], pairs, random)


def changed(
    words: list[str], rate: float, vocabulary: np.ndarray, random: np.random.Generator
) -> list[str]:
    """A copy of a sentence with a share of its words hit."""
    hit = set(random.permutation(len(words))[: round(rate * len(words))].tolist())
    copy: list[str] = []
    for place, word in enumerate(words):
        fate = random.random() if place in hit else 1.0
        new = str(vocabulary[random.integers(len(vocabulary))]) if place in hit else ""
        if place not in hit:
            copy.append(word)
        elif fate < REPLACED:
            copy.append(new)
        elif fate >= DROPPED:
            copy += [new, word]
    return copy


def _bases(news: Sequence[str]) -> tuple[list[list[str]], np.ndarray, list[str]]:
    """Distinct sentences as words; the words of the news; its most widespread runs of six."""
    bases: list[list[str]] = []
    seen: set[int] = set()
    vocabulary: list[str] = []
    spread: Counter[str] = Counter()
    for sentences in _sentences(news):
        runs: set[str] = set()
        for words in sentences:
            vocabulary += words
            runs.update(_runs(words, FORMULA))
            if SHORTEST <= len(words) <= LONGEST:
                folds = [fold(word) for word in words]
                keys = {hash(run) for run in _runs(folds, IN_A_ROW)}
                if seen.isdisjoint(keys):
                    seen |= keys
                    bases.append(words)
        spread.update(runs)
    return bases, np.array(vocabulary, object), [run for run, _ in spread.most_common(60)]


def _sentences(news: Sequence[str]) -> Iterator[list[list[str]]]:
    """The sentences of every article, as the words that are printed."""
    batch = read_batch(tuple(news))
    starts, ends = batch.starts.tolist(), batch.ends.tolist()
    begins = np.append(np.flatnonzero(batch.gaps & ENDED), len(starts))
    heads = np.searchsorted(begins, batch.heads).tolist()
    bounds = begins.tolist()
    for first, last in pairwise(heads):
        yield [
            [batch.text[starts[word] : ends[word]] for word in range(bounds[at], bounds[at + 1])]
            for at in range(first, last)
        ]


def _runs(words: list[str], length: int) -> Iterator[str]:
    return (" ".join(words[at : at + length]) for at in range(len(words) - length + 1))


def _titled_names() -> list[str]:
    """Titles with the full names of the persons of the gazetteer."""
    persons = [
        entry.lemma
        for entry in load_lexicon("actors").entries
        if entry.actor == "person" and " " in entry.lemma
    ]
    return [f"{OFFICES[n % len(OFFICES)]} {name}" for n, name in enumerate(persons[:60])]


def _laid_out(
    sentences: list[str], pairs: dict[tuple[int, int], float], random: np.random.Generator
) -> Planted:
    """Sentences shuffled into articles; a copy never lands in the article of its base."""
    order = random.permutation(len(sentences)).tolist()
    place_of = {sentence: place for place, sentence in enumerate(order)}
    for base, copy in pairs:
        if place_of[base] // PER_ARTICLE == place_of[copy] // PER_ARTICLE:
            other = (place_of[copy] + PER_ARTICLE) % len(order)
            order[place_of[copy]], order[other] = order[other], copy
            place_of[order[place_of[copy]]], place_of[copy] = place_of[copy], other
    articles, starts = [0] * len(order), [0] * len(order)
    texts = []
    for number, first in enumerate(range(0, len(order), PER_ARTICLE)):
        here, at = order[first : first + PER_ARTICLE], 0
        for sentence in here:
            articles[sentence], starts[sentence] = number, at
            at += len(sentences[sentence]) + len(".\n")
        texts.append(".\n".join(sentences[sentence] for sentence in here))
    corpus = pd.DataFrame({"doc_id": [str(n) for n in range(len(texts))], "text": texts})
    return Planted(corpus, sentences, articles, starts, pairs)
