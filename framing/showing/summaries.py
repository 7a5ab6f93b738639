"""Rates and shares of several outlets side by side: a class and voice a row, an outlet a column.

Nothing is counted here: a rate stays with its base, a share with its k and n, a zero with the end
of its interval. A number may lead to its sentences.
"""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from framing.base.errors import unknown
from framing.corpus.articles import Lang
from framing.counting.bases import ALL
from framing.counting.features import WORDS
from framing.lexicon.entries import Lexicon, load_lexicon
from framing.questions.survey import Survey
from framing.showing.estimates import rate_text, share_text
from framing.showing.wording import class_label, side_label, wording

Opened = Callable[[Mapping[Any, Any]], str]
_BREAK = re.compile(r"\s*[\n\r]+\s*")


class Linked(str):
    """The text of a cell that leads somewhere: `href`, unescaped."""

    href: str

    def __new__(cls, text: str, href: str) -> "Linked":
        """A text as it is, and where it leads."""
        one = super().__new__(cls, text)
        one.href = href
        return one


def closed(row: Mapping[Any, Any]) -> str:
    """A number that leads nowhere."""
    return ""


def linked(text: str, row: Mapping[Any, Any], opened: Opened) -> str:
    """A number's text, leading to where `opened` says; of zero nowhere."""
    href = opened(row) if row["count"] else ""
    return Linked(text, href) if href else text


def summary_rates(
    survey: Survey,
    lexicon: str | Path | Lexicon,
    *,
    lang: Lang = "en",
    opened: Opened = closed,
    occurring: bool = False,
) -> pd.DataFrame:
    """Set a lexicon's rates side by side: a class and voice a row, an outlet a column.

    Where there are more than `MOST_OUTLETS` outlets, those with most words. The first rows have
    the words of each voice, a column's heading those of all. A cell has the count, the rate per
    1,000 words of the voice and its interval; it leads where `opened` says of its row. `occurring`
    keeps the rows in which anything occurs.
    """
    loaded, words = load_lexicon(lexicon), wording(lang)
    outlets = survey.largest()
    counted = survey.rates_by_outlet
    bases = counted[(counted["feature"] == WORDS) & (counted["voice"] != ALL)]
    rates = survey.rates[survey.rates["feature"].str.startswith(f"{loaded.name}.")]
    if occurring:
        rates = rates[rates.groupby(["feature", "voice"])["count"].transform("sum") > 0]
    rows: dict[tuple[str, str], dict[str, str]] = {}
    for row in pd.concat([bases, rates]).to_dict("records"):
        said = f"{row['count']:,}" if row["feature"] == WORDS else rate_text(row, words)
        cells = rows.setdefault((row["feature"], row["voice"]), {})
        cells[row["doc_id"]] = linked(said, row, opened)
    labels = [
        words["headings"]["per_words"].format(label=one_line(label), words=f"{count:,}")
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
        dtype=object,  # a column of strings would forget where a number leads
    )


def summary_shares(
    survey: Survey,
    share: str,
    *,
    lang: Lang = "en",
    opened: Opened = closed,
    occurring: bool = False,
) -> pd.DataFrame:
    """Set one share ("stance", ...) side by side: a class and voice a row, an outlet a column.

    Where there are more than `MOST_OUTLETS` outlets, those with most words. A voice of which
    there is nothing in any of them has no row. A cell has k, n and, from an n of
    `FEWEST_FOR_A_SHARE` on, the share with its interval. Of a share by side, all texts
    together: a side and voice a row, a class a column. A cell leads where `opened` says of its row;
    `occurring` keeps the rows in which anything occurs.

    Raises `UnknownNameError` for a share nobody measured.
    """
    words, outlets, table = wording(lang), survey.largest(), survey.shares
    if share not in set(table["share"]):
        raise unknown("share", share, table["share"].unique())
    table = table[(table["share"] == share) & table["doc_id"].isin(outlets["outlet"])]
    if table["side"].notna().any():
        return _summary_by_side(survey, share, lang, opened)
    if (table["base"] > 0).any():
        table = table[table.groupby("voice")["base"].transform("sum") > 0]
    if occurring:
        table = table[table.groupby(["category", "voice"])["count"].transform("sum") > 0]
    rows: dict[tuple[str, str], dict[str, str]] = {}
    for row in table.to_dict("records"):
        cells = rows.setdefault((row["category"], row["voice"]), {})
        cells[row["doc_id"]] = linked(share_text(row, words), row, opened)
    has_voice = set(table["voice"]) != {"all"}
    units = survey.shares.loc[survey.shares["share"] == share, "unit"]
    unit = str(units.iloc[0])
    head = words["headings"]["class_of"].format(unit=words["units"].get(unit, unit))
    return pd.DataFrame(
        [
            [class_label(share, category, lang=lang), words["voices"][voice]][: 1 + has_voice]
            + [cells[one] for one in outlets["outlet"]]
            for (category, voice), cells in rows.items()
        ],
        columns=[
            *[head, words["headings"]["voice"]][: 1 + has_voice],
            *(one_line(label) for label in outlets[lang]),
        ],
        dtype=object,
    )


def _summary_by_side(survey: Survey, share: str, lang: Lang, opened: Opened) -> pd.DataFrame:
    """A share of each side's words: the sides with most first, the classes that occur."""
    words = wording(lang)
    table = survey.whole[survey.whole["share"] == share]
    counts = table.groupby("category", sort=False)["count"].sum()
    classes = [str(one) for one, count in counts.items() if count]
    rows: dict[tuple[str, str], dict[str, str]] = {}
    ordered = table.sort_values("base", ascending=False, kind="stable")
    for row in ordered.to_dict("records"):
        cells = rows.setdefault((row["side"], row["voice"]), {})
        cells[row["category"]] = linked(share_text(row, words), row, opened)
    return pd.DataFrame(
        [
            [side_label(side, lang=lang), words["voices"][voice], *(cells[one] for one in classes)]
            for (side, voice), cells in rows.items()
        ],
        columns=[
            *(words["headings"][name] for name in ("side", "voice")),
            *(class_label(share, one, lang=lang) for one in classes),
        ],
        dtype=object,
    )


def unseen_rates(
    survey: Survey, lexicon: str | Path | Lexicon, *, lang: Lang = "en"
) -> tuple[str, list[str]]:
    """What of a lexicon occurs in no outlet shown, and how far its upper limits go."""
    loaded = load_lexicon(lexicon)
    rates = survey.rates[survey.rates["feature"].str.startswith(f"{loaded.name}.")]
    unseen = rates[rates.groupby(["feature", "voice"])["count"].transform("sum") == 0]
    limit = unseen.loc[unseen["base"] > 0, "ci_high"].max()
    labels = unseen["feature"].map(lambda one: feature_label(one, loaded, lang=lang))
    said = "–" if pd.isna(limit) else f"{limit:,.1f}"
    return said, _unseen(labels, unseen["voice"], rates["voice"].nunique(), lang)


def unseen_shares(survey: Survey, share: str, *, lang: Lang = "en") -> tuple[str, list[str]]:
    """What classes of a share occur in no outlet shown, and how far their upper limits go."""
    table = survey.shares[(survey.shares["share"] == share) & survey.shares["side"].isna()]
    table = table[table.groupby("voice")["base"].transform("sum") > 0]
    unseen = table[table.groupby(["category", "voice"])["count"].transform("sum") == 0]
    limit = unseen.loc[unseen["base"] > 0, "ci_high"].max()
    labels = unseen["category"].map(lambda one: class_label(share, one, lang=lang))
    return "–" if pd.isna(limit) else f"{limit:.0%}", _unseen(
        labels, unseen["voice"], table["voice"].nunique(), lang
    )


def _unseen(
    labels: "pd.Series[str]", voices: "pd.Series[str]", n_voices: int, lang: Lang
) -> list[str]:
    """Each class once; of one that occurs in another voice, the voices in which it does not."""
    comma = "، " if lang == "ar" else ", "
    named = wording(lang)["voices"]
    found: dict[str, dict[str, None]] = {}
    for label, voice in zip(labels, voices, strict=True):
        found.setdefault(label, {})[voice] = None
    return [
        label
        if len(inside) == n_voices
        else f"{label} ({comma.join(named[one] for one in inside)})"
        for label, inside in found.items()
    ]


def feature_label(feature: str, lexicon: Lexicon, *, lang: Lang = "en") -> str:
    """Name a feature in words: its class by the lexicon's gloss, then its facet or name.

    >>> feature_label("militancy.terror.actor", load_lexicon("militancy"))
    'terror: an actor'
    """
    _, name, *facet = feature.split(".")
    category = lexicon.categories[name]
    gloss = category.gloss if lang == "en" else category.gloss_ar
    words = wording(lang)
    known = words["facets"] if lang == "en" else words["classes"] | words["facets"]
    return ": ".join([gloss, *(str(known.get(one, one)) for one in facet)])


def one_line(text: str) -> str:
    """A text without line breaks, a dash where one was."""
    return _BREAK.sub(" – ", text)
