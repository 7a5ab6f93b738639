"""Tables as a reader sees them: right to left, escaped, rounded.

`show_table` turns any table into HTML; the other functions choose what a reader wants to
see side by side. Nothing is counted here: a rate stays with its base, a share with its k
and n, a zero with the end of its interval.
"""

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from framing.base.markup import Shown, escape
from framing.corpus.articles import Lang, outlet_labels
from framing.counting.bases import word_counts
from framing.layers.corpora import Corpus, articles_of
from framing.lexicon.entries import Lexicon, load_lexicon
from framing.lexicon.source_files import lexicon_names
from framing.showing.estimates import rate_text, share_text
from framing.showing.side_by_side import side_by_side, substitutions_table
from framing.showing.summaries import (
    Linked,
    feature_label,
    one_line,
    summary_rates,
    summary_shares,
)
from framing.showing.tallies import forms_table, tally, whole_shares
from framing.showing.wording import class_label, side_label, wording

__all__ = [
    "class_label",
    "corpus_table",
    "definitions_table",
    "feature_label",
    "forms_table",
    "lexicon_table",
    "show_table",
    "side_by_side",
    "side_label",
    "substitutions_table",
    "summary_rates",
    "summary_shares",
    "tally",
    "whole_shares",
]

_RATE = {"count", "base", "rate_per_1000", "ci_low", "ci_high"}
_SHARE = {"count", "base", "share_of", "ci_low", "ci_high"}
# JupyterLab aligns every cell to the right unless the cell itself says otherwise.
_AT_START = re.compile(r'<(t[dh]) (?=><bdi(?![^>]*class="number"))')
_START = r'<\1 style="text-align:start"'
_NUMBER = ' class="number"'


def show_table(
    frame: pd.DataFrame, *, lang: Lang = "en", rtl: bool | None = None, rounded: int = 1
) -> Shown:
    """Show a table as HTML: headings in words, text escaped, numbers rounded.

    Of features and shares, the count, the rate or share and its interval become one column
    whose heading names the base; columns of span ids are left out. What is missing shows as
    a dash.

    Args:
        frame: any table; it is left as it is.
        lang: language of headings and words, "en" or "ar".
        rtl: whether columns run from right to left; by default as the language does.
        rounded: digits after the point.

    Returns:
        A `<table>` without ids, scripts or styles, which a notebook draws. The same table gives
        the same bytes.

    Raises:
        UnknownNameError: there is no such language.
    """
    words = wording(lang)
    readable = _readable(frame, lang)
    headings: dict[object, str] = {
        place: f"<bdi{_NUMBER if _is_number(readable.iloc[:, place]) else ''}>"
        f"{escape(_heading(str(name), frame, lang))}</bdi>"
        for place, name in enumerate(readable.columns)
    }
    cells = readable.astype(object).set_axis(list(headings), axis="columns")
    direction = "rtl" if (lang == "ar" if rtl is None else rtl) else "ltr"
    styler = (
        cells.reset_index(drop=True)
        .style.hide(axis="index")
        .format(lambda cell: _cell(cell, words, rounded))
        .format_index(headings.__getitem__, axis="columns")
    )
    bare = str(styler.to_html(exclude_styles=True)).strip().removeprefix("<table")
    return Shown(f'<table dir="{direction}" lang="{lang}"' + _AT_START.sub(_START, bare))


def corpus_table(corpus: Corpus, *, lang: Lang = "en") -> pd.DataFrame:
    """List the articles: what is known of each, how figures name it, and its words.

    Raises `CorpusError` for a corpus that breaks the schema.
    """
    articles = articles_of(corpus)
    known = ["outlet", "outlet_basis"] if "outlet_basis" in articles else ["outlet"]
    return pd.DataFrame(
        {
            "doc_id": articles["doc_id"],
            "label": outlet_labels(articles, lang=lang).to_numpy(),
            **{name: articles[name] for name in known},
            "date": articles["date"],
            "words": word_counts(corpus).to_numpy(),
            "has_title": [isinstance(title, str) for title in articles["title"]],
        }
    )


def lexicon_table(
    lexicons: Iterable[str | Path | Lexicon] | None = None,
) -> pd.DataFrame:
    """List lexicons (all that ship, unless you name some) with version and SHA-256."""
    loaded = [load_lexicon(one) for one in (lexicon_names() if lexicons is None else lexicons)]
    return pd.DataFrame(
        [(one.name, one.version, len(one.entries), one.description, one.digest) for one in loaded],
        columns=["lexicon", "version", "entries", "description", "sha256"],
    )


def definitions_table(lexicon: str | Path | Lexicon) -> pd.DataFrame:
    """List a lexicon's classes, in its own order, with what counts as each."""
    return pd.DataFrame(
        [
            (one.name, one.gloss, one.gloss_ar, one.definition)
            for one in load_lexicon(lexicon).categories.values()
        ],
        columns=["category", "gloss", "gloss_ar", "definition"],
    )


def _readable(frame: pd.DataFrame, lang: Lang) -> pd.DataFrame:
    """The columns a reader reads: estimates as one text, no ids of spans."""
    words = wording(lang)
    shown = frame.drop(columns=[name for name in ("span_id", "span_ids") if name in frame])
    is_compared = "rate_ratio" in frame  # whose interval is no rate's and no share's
    for needed, write, name in ((_RATE, rate_text, "rate"), (_SHARE, share_text, "k_of_n")):
        if needed <= set(frame.columns) and not is_compared:
            texts = [write(row, words) for row in frame.to_dict("records")]
            said = needed - {"base"} if name == "rate" else needed  # k/n says its base
            shown = shown.drop(columns=list(said)).assign(**{name: texts})
            if "unit" in shown and shown["unit"].nunique() == 1:  # the heading names it
                shown = shown.drop(columns="unit")
    return shown


def _heading(name: str, frame: pd.DataFrame, lang: Lang) -> str:
    """A column's name in words; of a rate or share, with what its base counts."""
    words = wording(lang)
    units = list(frame["unit"].unique()) if "unit" in frame else []
    unit = words["units"].get(units[0], units[0]) if len(units) == 1 else words["cells"]["base"]
    return str(words["headings"].get(name, name)).replace("{unit}", str(unit))


def _is_number(column: "pd.Series[Any]") -> bool:
    kinds = pd.api.types
    return kinds.is_numeric_dtype(column) and not kinds.is_bool_dtype(column)


def _cell(cell: Any, words: dict[str, dict[str, Any]], rounded: int) -> str:
    """A cell as HTML, its direction set apart from its neighbours'."""
    if isinstance(cell, (list, tuple)):
        return f"<bdi>{escape(', '.join(str(one) for one in cell))}</bdi>"
    if (pd.api.types.is_scalar(cell) and pd.isna(cell)) or str(cell) == "":
        return "–"
    if pd.api.types.is_bool(cell):
        return str(words["cells"]["yes" if cell else "no"])
    if isinstance(cell, date):
        return f'<bdi dir="ltr" class="date">{cell:%Y-%m-%d}</bdi>'
    if pd.api.types.is_number(cell):
        number = f"{cell:,}" if pd.api.types.is_integer(cell) else f"{cell:,.{rounded}f}"
        return f'<bdi dir="ltr"{_NUMBER}>{number}</bdi>'
    text = str(cell)
    direction = "" if any(sign.isalpha() for sign in text) else ' dir="ltr"'
    shown = f"<bdi{direction}>{escape(one_line(text))}</bdi>"
    return f'<a href="{escape(cell.href)}">{shown}</a>' if isinstance(cell, Linked) else shown
