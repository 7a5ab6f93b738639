"""Where in each article a label stands, and how evenly it is spread over the articles.

A rate may rest on one article, or on one paragraph of it. Places are counted in words of
lead and body from the article's first; evenness is Gries's deviation of proportions, with
the articles as parts.
"""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import chain
from typing import Any

import numpy as np
import pandas as pd

from framing import measures
from framing.base import columns
from framing.base.results import Result, number
from framing.corpus.groups import By, groups_of
from framing.counting.bases import DEFAULT_ZONES, counted, zoned
from framing.counting.features import layer_of, of_feature
from framing.layers.corpora import Corpus, complete, reading_of
from framing.layers.reading import Article
from framing.lexicon.entries import load_lexicon
from framing.text.tokens import Words


@complete
def dispersion(corpus: Corpus, feature: str = "militancy.terror", *, by: By = "outlet") -> Result:
    """Say where in each article a feature stands, and how evenly it is spread over them.

    Args:
        corpus: articles; mentions of all voices in their leads and bodies count.
        feature: lexicon.category, or below it .facet or .name, as in a table of features.
        by: "outlet", another column, or a series or dict from doc_id to group.

    Returns:
        The table (columns as in `framing.base.columns.RESULTS["dispersion"]`; a row a mention, and
        one without place for each article that has none), the finding, the note.

    Raises:
        CorpusError: the corpus breaks the schema.
        UnknownNameError: a feature, column or lexicon that is not there.
    """
    reading = reading_of(corpus, is_kept=True)
    lexicon = load_lexicon(feature.split(".")[0])
    found = counted(layer_of(reading, lexicon), reading)
    found = found[of_feature(found, feature, lexicon)]
    groups = groups_of(reading.articles, by)
    of_article = dict(list(found.groupby("doc_id")))

    def rows_of(article: Article) -> list[dict[str, Any]]:
        doc_id, spans = article.doc_id, of_article.get(article.doc_id, found.iloc[:0])
        about = {"feature": feature, "group": groups[doc_id], "doc_id": doc_id}
        return [about | row for row in _places(article.text, spans)]

    rows = chain.from_iterable(reading.of_each("dispersion", rows_of))
    table = columns.table("dispersion", rows)
    parts = table.groupby("doc_id", sort=False).agg({"place": "count", "base": "first"})
    counts, bases = parts["place"].tolist(), parts["base"].tolist()
    if sum(bases):
        table["dp"] = measures.dp(counts, bases)
        table["dp_norm"] = measures.dp_norm(counts, bases)
    note = (
        f"Counted by {lexicon.label}: mentions of {feature}, all voices, in lead and body; places "
        "in words of these from the first. DP: 0 spread as the words are, towards 1 all in one "
        "short article."
    )
    return Result(table, _text(feature, counts, table["dp"]), note)


def _places(words: Words, found: pd.DataFrame) -> Iterator[dict[str, Any]]:
    spans = zoned(words, DEFAULT_ZONES)
    numbers = sorted(place for span in spans for place in words.within(span))
    starts = [words.starts[place] for place in numbers]
    row = {"base": len(starts)}
    if found.empty:
        yield row
    for start, voice in zip(found["start"], found["voice"], strict=True):
        yield row | {"voice": voice, "place": bisect_left(starts, start)}


def _text(feature: str, counts: list[int], dp: "pd.Series[float]") -> str:
    have, most = int(np.count_nonzero(counts)), max(counts, default=0)
    even = f"DP is {number(dp.iloc[0])}" if sum(counts) else "it has no dispersion"
    return (
        f"{feature} stands {sum(counts):,} times in {have:,} of {len(counts):,} articles, "
        f"{most:,} of them in one; {even}. This describes these texts."
    )
