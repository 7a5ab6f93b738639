"""Words as who compares vocabularies needs them: folded, without clitics, counted per article.

Folding levels house spelling, so that ان beside أن is no finding. Clitics are split off where
the corpus itself attests what remains: وقال and قال are one word, وزير stays whole because no
زير is printed. No lexicon is asked, so that every word of a corpus can be counted; the price
is that a rare word may keep its clitic, everywhere alike. A final ه is never split off, since
folding makes one letter of it and of ta marbuta.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, chain
from math import inf
from typing import Any

import numpy as np
from scipy.sparse import csr_array

from framing.corpus.zones import Zone
from framing.counting.bases import DEFAULT_ZONES, zoned
from framing.layers.corpora import Corpus, reading_of
from framing.layers.reading import Article
from framing.lexicon.clitics import NOUN_PRONOUNS, PROCLITICS, Proclitics
from framing.text.function_words import PREPOSITIONS, RELATIVES
from framing.text.orthography import fold
from framing.text.tokens import Words

SHORTEST_CORE = 3  # of two letters too many words are made by chance
RARER = 0.05  # و begins sentences, nouns have articles: what remains may be this much rarer
DOUBTFUL = 3.0  # many words begin with ف: what remains must be this much commoner
PRONOUNS = tuple(one for one in NOUN_PRONOUNS if one != "ه")

_SHORT = {fold(word) for word in "في من عن مع ما لا لم لن قد هو هي هم أن أو".split()}
_CLOSED = PREPOSITIONS | RELATIVES | {fold(word) for word in "كان كانت الله الآن".split()}
_OF_OPENING = {
    printed: [one for one in PROCLITICS if one.printed == printed]
    for printed in {one.printed for one in PROCLITICS}
}
_LONGEST = max(map(len, _OF_OPENING))
_KEPT = {word for word in _CLOSED if not (word[0] in "وف" and word[1:] in _CLOSED)}


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """A corpus as counts: an article a row of `counts`, a bare word a column.

    `printed` is the commonest form of each word in print. `places` has the bare words of each
    article in the zones, by their number among all words of its text.
    """

    words: tuple[str, ...]
    counts: Any
    printed: Mapping[str, str]
    places: tuple[dict[int, str], ...]

    @cached_property
    def sizes(self) -> np.ndarray[Any, Any]:
        """The words of each article."""
        return np.asarray(self.counts.sum(axis=1)).ravel()


def read_vocabulary(corpus: Corpus, *, zones: Sequence[Zone] = DEFAULT_ZONES) -> Vocabulary:
    """Count the bare words of every article in the zones."""
    reading = reading_of(corpus)

    def printed_in(article: Article) -> tuple[str, dict[int, str]]:
        return article.doc_id, dict(_printed(article.text, zones))

    of_article = dict(reading.of_each("vocabulary", printed_in))  # else it has no words
    texts = [of_article.get(doc_id, {}) for doc_id in reading.articles["doc_id"]]
    forms = Counter(chain.from_iterable(text.values() for text in texts))
    folds = {form: folded for form in forms if (folded := fold(form))}
    times: Counter[str] = Counter()
    for form, folded in folds.items():
        times[folded] += forms[form]
    cores = bare_forms(times)
    bare = {form: cores[folded] for form, folded in folds.items()}
    places = tuple(
        {place: bare[form] for place, form in text.items() if form in bare} for text in texts
    )
    printed: dict[str, str] = {}
    for form in sorted(bare, key=lambda form: (-forms[form], len(form), form)):
        printed.setdefault(bare[form], form)
    words = tuple(sorted(printed) or [""])
    return Vocabulary(words, _counted(places, words), printed, places)


def _counted(texts: Sequence[Mapping[int, str]], words: Sequence[str]) -> csr_array:
    """How often each text, a row, has each word, a column."""
    number = {word: place for place, word in enumerate(words)}
    columns = [*map(number.__getitem__, chain.from_iterable(one.values() for one in texts))]
    heads = np.cumsum([0, *map(len, texts)])
    shape = len(texts), len(words)
    counts = csr_array((np.ones(len(columns), np.int64), columns, heads), shape=shape)
    counts.sum_duplicates()
    return counts


def bare_forms(counts: Mapping[str, int]) -> dict[str, str]:
    """Say of each folded word which word remains without its clitics.

    `counts` says how often each folded word is printed; what remains must be printed as well,
    bare or with the article.

    >>> found = bare_forms(Counter("قال وقال وزير الوزير وللوزير تصريحات تصريحاتها".split()))
    >>> [found[word] for word in ("وقال", "وزير", "وللوزير", "تصريحاتها")]
    ['قال', 'وزير', 'وزير', 'تصريحات']
    """
    bare = {word: _bare(word, counts) for word in counts}
    for word, core in bare.items():
        while core != bare[core]:
            core = bare[core]
        bare[word] = core
    return bare


def _bare(word: str, counts: Mapping[str, int]) -> str:
    """The core that is printed most among those a word may be split into."""
    if word in _KEPT:
        return word
    cores = {word}
    pronouns = [""]
    if word.endswith(PRONOUNS):
        pronouns += [pronoun for pronoun in PRONOUNS if word.endswith(pronoun)]
    openings = [opening for opening in accumulate(word[:_LONGEST]) if opening in _OF_OPENING]
    for proclitics in chain.from_iterable(_OF_OPENING[one] for one in ("", *openings)):
        for pronoun in pronouns:
            core = word[proclitics.cut : len(word) - len(pronoun)]
            times = counts.get(core, 0)
            if not times or (
                len(core) < SHORTEST_CORE and (core not in _SHORT or word != "و" + core)
            ):
                continue
            if times >= counts[word] * _needed(proclitics, pronoun, core):
                cores.add(core)
    return min(cores, key=lambda core: (len(core), core))


def _needed(proclitics: Proclitics, pronoun: str, core: str) -> float:
    """How many times as often as the whole word the core must be printed."""
    if proclitics.prefix == "س" and core[0] not in "يتنا":
        return inf  # sa- stands before a present only
    if proclitics.prefix == "ك" and not proclitics.article:
        return inf  # كيري is no يرى: as a letter ka- is too common to tell
    if proclitics.conjunction not in ("", "و"):
        return DOUBTFUL
    return 1 if pronoun or (proclitics.prefix and not proclitics.article) else RARER


def _printed(words: Words, zones: Sequence[Zone]) -> Iterator[tuple[int, str]]:
    for span in zoned(words, zones):
        for place in words.within(span):
            yield place, words.skeletons[place]
