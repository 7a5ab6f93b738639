"""What in a corpus is no news: page code left in a text, an article that is there twice."""

import re
import warnings
from collections.abc import Iterator

import pandas as pd

from framing.base.errors import CorpusWarning, cut

_PAGE_CODE = re.compile(
    r"</?(?:p|div|span|br|a|img|script|style|strong|b|i|em|h[1-6]|li|ul|table|t[dr]|iframe)\b[^<>]*>"
    r"|&(?:[a-z]{2,8}|\#\d{2,5});"
    r"|\b(?:function\s*\(|jQuery\b|document\.|window\.|var\s+\w+\s*=|@media\b)"
    r"|\{[^{}]{0,80}:[^{}]{0,80};[^{}]{0,200}\}",
    re.IGNORECASE,
)
_UNREAD = re.compile("[\u0610-\u061a\u0640\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e\ufeff]")
_FIRST = 3  # articles named in a warning
_SAYING = {
    "page code": "hold{s} page code ({which}), which counts as words. Read the page's text without "
    "it, as trafilatura does.",
    "duplicate": "print{s} the whole text of another of the same outlet ({which}) and count{s} as "
    "one more. Read with drop_duplicates, or compare with clusters=fr.copies(news).",
}


def noise(corpus: pd.DataFrame) -> pd.DataFrame:
    """Say which texts hold page code or are there twice: `noise, doc_id, same_as, found`.

    One row per article and kind, in the order of the corpus:

    - `page code`: tags, entities, scripts or styles of a web page; `found` is the first of it.
    - `duplicate`: the words of an article before it in the same outlet, whatever the spaces, vowel
      signs and tatweel; `same_as` is the first that has them. Articles of an unknown outlet are
      compared among themselves. Wire copy, the same in two outlets, is a finding: `framing.reuse`.

    Both are told of when a corpus is read. Code that a page's writer spelled otherwise is not seen.

    >>> news = pd.DataFrame({"doc_id": ["a", "b"], "text": ["<p>قال</p>", "قال"]})
    >>> noise(news)[["noise", "doc_id", "found"]].to_numpy().tolist()
    [['page code', 'a', '<p>']]
    """
    rows = [*_with_code(corpus), *_again(corpus)]
    return pd.DataFrame(rows, columns=["noise", "doc_id", "same_as", "found"], dtype=object)


def without_duplicates(corpus: pd.DataFrame) -> pd.DataFrame:
    """The corpus without the articles whose text an outlet printed before."""
    again = {row["doc_id"] for row in _again(corpus)}
    return corpus[~corpus["doc_id"].isin(again)].reset_index(drop=True)


def warn_of_noise(corpus: pd.DataFrame) -> None:
    """Tell of each kind of noise once, with how many articles and the first of them."""
    for kind, rows in noise(corpus).groupby("noise", sort=False):
        first = [cut(doc_id) for doc_id in rows["doc_id"].head(_FIRST)]
        which = ", ".join([*first, "..."] if len(rows) > _FIRST else first)
        saying = _SAYING[str(kind)].format(s="s" if len(rows) == 1 else "", which=which)
        warnings.warn(
            f"{len(rows):,} of {len(corpus):,} articles {saying} fr.noise lists them.",
            CorpusWarning,
            stacklevel=3,
        )


def _with_code(corpus: pd.DataFrame) -> Iterator[dict[str, str]]:
    for doc_id, text in zip(corpus["doc_id"], corpus["text"], strict=True):
        found = _PAGE_CODE.search(text)
        if found is not None:
            yield {"noise": "page code", "doc_id": doc_id, "found": cut(found[0])}


def _again(corpus: pd.DataFrame) -> Iterator[dict[str, str]]:
    outlets = corpus["outlet"] if "outlet" in corpus else [None] * len(corpus)
    first: dict[tuple[object, str], str] = {}
    for doc_id, outlet, text in zip(corpus["doc_id"], outlets, corpus["text"], strict=True):
        words = " ".join(_UNREAD.sub("", text).split())
        if not words:
            continue
        house = None if pd.isna(outlet) else outlet
        same_as = first.setdefault((house, words), doc_id)
        if same_as != doc_id:
            yield {"noise": "duplicate", "doc_id": doc_id, "same_as": same_as}
