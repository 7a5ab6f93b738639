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

from framing.base.errors import unknown
from framing.base.markup import Shown, escape
from framing.corpus.articles import Lang, outlet_labels
from framing.counting.bases import ALL, word_counts
from framing.counting.features import WORDS
from framing.layers.corpora import Corpus, articles_of
from framing.lexicon.entries import Lexicon, load_lexicon
from framing.lexicon.source_files import lexicon_names
from framing.questions.survey import Survey
from framing.showing.estimates import rate_text, share_text
from framing.showing.side_by_side import side_by_side, substitutions_table
from framing.showing.tallies import forms_table, tally, whole_shares
from framing.showing.wording import class_label, side_label, wording

__all__ = [
    "corpus_table",
    "definitions_table",
    "feature_label",
    "forms_table",
    "lexicon_table",
    "show_table",
    "side_by_side",
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
_BREAK = re.compile(r"\s*[\n\r]+\s*")


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


def summary_rates(
    survey: Survey, lexicon: str | Path | Lexicon, *, lang: Lang = "en"
) -> pd.DataFrame:
    """Set a lexicon's rates side by side: a class and voice a row, an outlet a column.

    Where there are more than `MOST_OUTLETS` outlets, those with most words. The first rows have
    the words of each voice, a column's heading those of all. A cell has the count, the rate per
    1,000 words of the voice and its interval.
    """
    loaded, words = load_lexicon(lexicon), wording(lang)
    outlets = survey.largest()
    counted = survey.rates_by_outlet
    bases = counted[(counted["feature"] == WORDS) & (counted["voice"] != ALL)]
    rates = survey.rates[survey.rates["feature"].str.startswith(f"{loaded.name}.")]
    rows: dict[tuple[str, str], dict[str, str]] = {}
    for row in pd.concat([bases, rates]).to_dict("records"):
        said = f"{row['count']:,}" if row["feature"] == WORDS else rate_text(row, words)
        rows.setdefault((row["feature"], row["voice"]), {})[row["doc_id"]] = said
    labels = [
        words["headings"]["per_words"].format(label=_one_line(label), words=f"{count:,}")
        for label, count in zip(outlets[lang], outlets["words"], strict=True)
    ]
    names = {WORDS: words["headings"][WORDS]}
    return pd.DataFrame(
        [
            [
                names.get(feature) or feature_label(feature, loaded, lang=lang),
                words["voices"][voice],
                *(cells[outlet] for outlet in outlets["outlet"]),
            ]
            for (feature, voice), cells in rows.items()
        ],
        columns=[words["headings"]["category"], words["headings"]["voice"], *labels],
    )


def summary_shares(survey: Survey, share: str, *, lang: Lang = "en") -> pd.DataFrame:
    """Set one share ("stance", ...) side by side: a class and voice a row, an outlet a column.

    Where there are more than `MOST_OUTLETS` outlets, those with most words. A voice of which
    there is nothing in any of them has no row. A cell has k, n and, from an n of
    `FEWEST_FOR_A_SHARE` on, the share with its interval. Of a share by side, all texts
    together: a side and voice a row, a class a column.

    Raises `UnknownNameError` for a share nobody measured.
    """
    words, outlets, table = wording(lang), survey.largest(), survey.shares
    if share not in set(table["share"]):
        raise unknown("share", share, table["share"].unique())
    table = table[(table["share"] == share) & table["doc_id"].isin(outlets["outlet"])]
    if table["side"].notna().any():
        return _summary_by_side(survey, share, lang)
    if (table["base"] > 0).any():
        table = table[table.groupby("voice")["base"].transform("sum") > 0]
    rows: dict[tuple[str, str], dict[str, str]] = {}
    for row in table.to_dict("records"):
        rows.setdefault((row["category"], row["voice"]), {})[row["doc_id"]] = share_text(row, words)
    has_voice = set(table["voice"]) != {"all"}
    unit = str(table["unit"].iloc[0])
    head = words["headings"]["class_of"].format(unit=words["units"].get(unit, unit))
    return pd.DataFrame(
        [
            [class_label(share, category, lang=lang), words["voices"][voice]][: 1 + has_voice]
            + [cells[one] for one in outlets["outlet"]]
            for (category, voice), cells in rows.items()
        ],
        columns=[
            *[head, words["headings"]["voice"]][: 1 + has_voice],
            *(_one_line(label) for label in outlets[lang]),
        ],
    )


def _summary_by_side(survey: Survey, share: str, lang: Lang) -> pd.DataFrame:
    """A share of each side's words: the sides with most first, the classes that occur."""
    words = wording(lang)
    table = survey.whole[survey.whole["share"] == share]
    counts = table.groupby("category", sort=False)["count"].sum()
    classes = [str(one) for one, count in counts.items() if count]
    rows: dict[tuple[str, str], dict[str, str]] = {}
    ordered = table.sort_values("base", ascending=False, kind="stable")
    for row in ordered.to_dict("records"):
        rows.setdefault((row["side"], row["voice"]), {})[row["category"]] = share_text(row, words)
    return pd.DataFrame(
        [
            [side_label(side, lang=lang), words["voices"][voice], *(cells[one] for one in classes)]
            for (side, voice), cells in rows.items()
        ],
        columns=[
            *(words["headings"][name] for name in ("side", "voice")),
            *(class_label(share, one, lang=lang) for one in classes),
        ],
    )


def feature_label(feature: str, lexicon: Lexicon, *, lang: Lang = "en") -> str:
    """Name a feature in words: its class by the lexicon's gloss, then its facet or name.

    >>> feature_label("militancy.terror.actor", load_lexicon("militancy"))
    'terror: an actor'
    """
    _, name, *facet = feature.split(".")
    category = lexicon.categories[name]
    gloss = category.gloss if lang == "en" else category.gloss_ar
    return ": ".join([gloss, *(str(wording(lang)["facets"].get(one, one)) for one in facet)])


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
    return f"<bdi{direction}>{escape(_one_line(text))}</bdi>"


def _one_line(text: str) -> str:
    return _BREAK.sub(" – ", text)
