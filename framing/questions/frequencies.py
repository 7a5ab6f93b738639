"""How often each word, or run of words, is printed: the list a reader begins with.

Words are folded and without clitics (`framing.questions.vocabulary`): وقال and قال are one, and so
are house spellings. They are no lemmas. A run of words never crosses the end of a sentence.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import Any

import numpy as np
import pandas as pd

from framing import measures
from framing.base import columns
from framing.base.errors import FramingError
from framing.base.results import Result, listed
from framing.corpus.groups import WHOLE, By, groups_of
from framing.layers.annotated import AnnotatedCorpus
from framing.layers.corpora import Corpus, reading_of
from framing.questions.vocabulary import Vocabulary, read_vocabulary
from framing.text.function_words import STOP_WORDS
from framing.text.orthography import fold
from framing.text.tokens import Words

LONGEST = 5  # words of a run


def frequencies(
    corpus: Corpus,
    *,
    n: int = 1,
    by: "By | None" = None,
    stop_words: Collection[str] | None = None,
    least: int = 2,
    most: int = 50,
) -> Result:
    """List the words of a corpus, or its runs of `n` words, the most frequent first.

    Args:
        corpus: articles; their leads and bodies are read.
        n: how many words a run has, one to five.
        by: a list for each group of articles: "outlet", another column, or a series or dict from
            doc_id to group; by default one of all articles.
        stop_words: words that are not listed, and with which no run begins or ends: by default the
            closed classes of Arabic (في, أن, هذا, كان, عليه, ...), numbers and single letters; `()`
            lists every word.
        least: how often a word or run is printed in its group at least.
        most: how many are listed of each group.

    Returns:
        The table (columns as in `framing.base.columns.RESULTS["frequencies"]`), the finding, the
        note. Rates are per 1,000 words of the group, stop words among them; their intervals take
        articles as the cases, and are nan where only one article has words.

    Raises:
        CorpusError: the corpus breaks the schema.
        UnknownNameError: a column that is not there.
        FramingError: no article has a group, or a run of so many words is not counted.
    """
    if not 1 <= n <= LONGEST:
        raise FramingError(f"A run of {n} words is not counted. Give one of 1 to {LONGEST}.")
    reading = reading_of(corpus, is_kept=True)
    articles = reading.articles
    groups = pd.Series(WHOLE, index=articles["doc_id"]) if by is None else groups_of(articles, by)
    vocabulary = read_vocabulary(reading)
    stopped = (
        STOP_WORDS | {word for word in vocabulary.words if len(word) == 1 or word.isdecimal()}
        if stop_words is None
        else frozenset(map(fold, stop_words))
    )
    of_article = [
        Counter(_runs(article.text, places, n, stopped))
        for article, places in zip(reading.read(), vocabulary.places, strict=True)
    ]
    rows: list[dict[str, Any]] = []
    for name in groups.dropna().unique():
        members = np.flatnonzero(groups.to_numpy() == name)
        mine = [of_article[place] for place in members]
        sizes = vocabulary.sizes[members].astype(float)
        rows += (
            {"group": name, "n": n, **_row(run, mine, sizes)}
            for run in _most_frequent(mine, least, most)
        )
    forms = vocabulary.printed if n == 1 else _printed(reading, vocabulary, n, rows)
    rows = [row | {"form": forms[row["word"]]} for row in rows]
    table = columns.table("frequencies", rows)
    return Result(table, _text(table, n), _note(int(vocabulary.sizes.sum()), n, least, stopped))


def _runs(
    words: Words, places: Mapping[int, str], n: int, stopped: Collection[str]
) -> Iterator[str]:
    """The runs of `n` counted words of an article, none of them over the end of a sentence."""
    for place in places:
        run = _run_at(places, place, n)
        if not run or run[0] in stopped or run[-1] in stopped:
            continue
        if n == 1 or place + n <= words.sentence_words(place).stop:
            yield " ".join(run)


def _run_at(places: Mapping[int, str], place: int, n: int) -> list[str]:
    """The `n` counted words from a place on; nothing if they are not neighbours."""
    run = [places[at] for at in range(place, place + n) if at in places]
    return run if len(run) == n else []


def _most_frequent(counted: list[Counter[str]], least: int, most: int) -> list[str]:
    together: Counter[str] = Counter()
    for one in counted:
        together.update(one)
    ranked = sorted(together.items(), key=lambda item: (-item[1], item[0]))
    return [run for run, count in ranked[:most] if count >= least]


def _printed(
    reading: AnnotatedCorpus, vocabulary: Vocabulary, n: int, rows: list[dict[str, Any]]
) -> dict[str, str]:
    """How each listed run is printed most often, its words parted by one space."""
    found: dict[str, Counter[str]] = {row["word"]: Counter() for row in rows}
    for article, places in zip(reading.read(), vocabulary.places, strict=True):
        words = article.text
        for place in places:
            run = " ".join(_run_at(places, place, n))
            if run in found:
                found[run][" ".join(words.skeletons[place : place + n])] += 1
    return {run: min(forms, key=lambda form: (-forms[form], form)) for run, forms in found.items()}


def _row(run: str, counted: list[Counter[str]], sizes: Any) -> dict[str, Any]:
    counts = np.array([one[run] for one in counted], dtype=float)
    rate = measures.clustered_rate(counts, sizes)
    return {
        "word": run,
        "count": int(counts.sum()),
        "base": int(sizes.sum()),
        "rate_per_1000": rate.value,
        "ci_low": rate.low,
        "ci_high": rate.high,
        "document_frequency": int(np.count_nonzero(counts)),
        "dp_norm": measures.dp_norm(counts.tolist(), sizes.tolist()),
    }


def _text(table: pd.DataFrame, n: int) -> str:
    what = "words" if n == 1 else f"runs of {n} words"
    found = [
        f"{name}: {listed([f'{form} {count:,}' for form, count in _counted(rows)], 8)}."
        for name, rows in table.groupby("group", sort=False)
    ]
    return f"The most frequent {what}. {' '.join(found)}" if found else f"No {what} are listed."


def _counted(rows: pd.DataFrame) -> Iterator[tuple[str, int]]:
    return zip(rows["form"], rows["count"], strict=True)


def _note(n_words: int, n: int, least: int, stopped: Collection[str]) -> str:
    left_out = "every word" if not stopped else "stop words are not listed"
    edges = " and begin and end no run" if stopped and n > 1 else ""
    return (
        f"Counted: {n_words:,} words of leads and bodies, folded and without clitics, no lemmas; "
        f"{left_out}{edges}; what is printed {least} times or more in its group. Intervals: 95%, "
        "articles as the cases."
    )
