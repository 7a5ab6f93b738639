"""What share of the references of one kind each class has: k of n, with its interval.

A share answers a question of framing better than a rate does: it is conditional on having
had the choice. Its base is printed with it, and a share of nothing is not a number.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd

from framing import columns, measures
from framing.corpus import check_corpus
from framing.counting import DEFAULT_ZONES, counted, origins, zoned
from framing.layers import attributions, leaks, mentions, quotations
from framing.lexicon import load_lexicon
from framing.quoted import typed_quotes
from framing.quotes import quoted_words
from framing.tokens import read_words
from framing.zones import Zone

ARMED_ACTORS = ("radical", "jihadist", "takfiri", "armed", "opposition", "organisation")
GROUP_NAMES = ("daesh", "islamic-state")

_Row = dict[str, Any]


def shares(corpus: pd.DataFrame, *, zones: Sequence[Zone] = DEFAULT_ZONES) -> pd.DataFrame:
    """Say what share of the references of one kind each class has, article by article.

    One row per article, share and class; columns as in `framing.columns.TABLES["shares"]`.
    The shares: `terror label` (words that call an actor terrorist, of all references to
    armed actors), `group name` (names of the group that calls itself Islamic State),
    `stance` (classes of attribution), `sourcing` (attributions beside which a reference of
    the category stands, of all attributions), `quoted words` (words in quoted speech, which
    are all counted and come in runs, so that no interval is given).

    Raises `CorpusError` for a corpus that breaks the schema.
    """
    articles = check_corpus(corpus)
    militancy = counted(mentions(articles), articles, zones=zones)
    cues = counted(attributions(articles), articles, zones=zones)
    sources = origins(counted(leaks(articles), articles, zones=zones))
    leaning = _beside(cues, sources, dict(zip(articles["doc_id"], articles["text"], strict=True)))
    is_terror = (militancy["category"] == "terror") & (militancy["facet"] == "actor")
    actors = militancy[is_terror | militancy["category"].isin(ARMED_ACTORS)]
    names = militancy[militancy["name"].isin(GROUP_NAMES)]
    scored = [one.name for one in load_lexicon("sourcing").categories.values() if one.scored]
    stances = list(load_lexicon("attribution").categories)
    doc_ids = list(articles["doc_id"])
    rows = [
        *_classes(doc_ids, "terror label", actors, "category", ["terror"], "references", actors),
        *_classes(doc_ids, "group name", names, "name", GROUP_NAMES, "names of the group", names),
        *_classes(doc_ids, "stance", cues, "stance", stances, "attributions", cues),
        *_classes(doc_ids, "sourcing", leaning, "category", scored, "attributions", cues),
        *_quoted(articles, counted(quotations(articles), articles, zones=zones), zones),
    ]
    places = {doc_id: place for place, doc_id in enumerate(doc_ids)}
    return columns.table("shares", sorted(rows, key=lambda row: places[row["doc_id"]]))


def _classes(
    doc_ids: Sequence[str],
    share: str,
    table: pd.DataFrame,
    column: str,
    classes: Sequence[str],
    unit: str,
    of: pd.DataFrame,
) -> Iterator[_Row]:
    """The share each class has, article by article; `of` holds what the base counts."""
    bases = Counter(of["doc_id"])
    spans: dict[tuple[str, str], list[str]] = defaultdict(list)
    for doc_id, one, span_id in zip(table["doc_id"], table[column], table["span_id"], strict=True):
        spans[doc_id, one].append(span_id)
    for doc_id in doc_ids:
        for one in classes:
            yield _row(doc_id, share, one, spans[doc_id, one], bases[doc_id], unit)


def _beside(cues: pd.DataFrame, sources: pd.DataFrame, texts: dict[str, str]) -> pd.DataFrame:
    """The attributions that lean on a source: of each reference, the nearest in its sentence."""
    rows: list[tuple[str, str, str]] = []
    by_article = dict(iter(cues.groupby("doc_id")))
    for reference in sources.to_dict("records"):
        doc_id = reference["doc_id"]
        sentence = read_words(texts[doc_id]).sentence_of(int(reference["start"]))
        here = by_article.get(doc_id, cues.iloc[:0])
        here = here[here["start"].between(sentence.start, sentence.end)]
        if len(here):
            nearest = (here["start"] - reference["start"]).abs().astype(int).idxmin()
            rows.append((doc_id, reference["category"], str(here.at[nearest, "span_id"])))
    return pd.DataFrame(rows, columns=["doc_id", "category", "span_id"]).drop_duplicates()


def _quoted(articles: pd.DataFrame, quotes: pd.DataFrame, zones: Sequence[Zone]) -> Iterator[_Row]:
    speech = quotes[quotes["kind"] == "speech"].groupby("doc_id")["span_id"].agg(list).to_dict()
    for doc_id, text in zip(articles["doc_id"], articles["text"], strict=True):
        words = read_words(text)
        inside = quoted_words(words, typed_quotes(words))
        places = [place for span in zoned(text, zones) for place in words.within(span)]
        count, base = sum(place in inside for place in places), len(places)
        known = {"count": count, "base": base, "share_of": measures.share(count, base)}
        row = _row(doc_id, "quoted words", "speech", [], 0, "words")
        yield row | known | {"span_ids": speech.get(doc_id, [])}


def _row(doc_id: str, share: str, category: str, span_ids: list[str], base: int, unit: str) -> _Row:
    return {
        "doc_id": doc_id,
        "share": share,
        "category": category,
        "count": len(span_ids),
        "base": base,
        "unit": unit,
        "span_ids": span_ids,
        **measures.share_row(len(span_ids), base),
    }
