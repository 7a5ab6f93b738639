"""What the words of a table are, counted: the table of spans a reader chose, or all texts."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from framing.base.errors import unknown
from framing.corpus.articles import Lang
from framing.lexicon.entries import load_lexicon
from framing.lexicon.source_files import lexicon_names
from framing.measures import share_row
from framing.questions.survey import Survey
from framing.showing.estimates import share_text
from framing.showing.wording import class_label, side_label, wording

_SHARE_OF = {"stance": "stance", "source_type": "source type", "spelling": "spelling"}


def tally(spans: pd.DataFrame, by: str | Sequence[str], *, lang: Lang = "en") -> pd.DataFrame:
    """Count spans by what they are: how many of all, the share with its interval, in what texts.

    Args:
        spans: a table of spans, such as mentions or attributions, or rows chosen from one.
        by: a column ("voice", "facet", "side", "stance", "category", ...), or several.
        lang: language of what the classes are called.

    Returns:
        A row a class that occurs, the most frequent first: the columns of `by`, `count`,
        `base`, `unit`, `share_of`, `ci_low`, `ci_high` (95% Wilson, as if spans were independent
        of each other) and `articles`, where the spans say theirs. What is missing is a class.

    Raises `UnknownNameError` for a column that the table does not have.

    >>> spans = pd.DataFrame({"doc_id": ["a", "a", "b"], "voice": ["direct", "direct", "narrator"]})
    >>> tally(spans, "voice")[["voice", "count", "base", "articles"]].values.tolist()
    [['in quoted speech', 2, 3, 1], ["the outlet's own words", 1, 3, 1]]
    """
    names = [by] if isinstance(by, str) else list(by)
    for name in names:
        if name not in spans:
            raise unknown("column", name, spans.columns)
    rows = []
    for key, chosen in spans.groupby(names, sort=False, dropna=False):
        classes = {
            name: _called(name, one, chosen, lang) for name, one in zip(names, key, strict=True)
        }
        counted = {"count": len(chosen), "base": len(spans), "unit": "spans"}
        rows.append(classes | counted | share_row(len(chosen), len(spans)))
        if "doc_id" in spans:
            rows[-1]["articles"] = chosen["doc_id"].nunique()
    counts = ["count", "base", "unit", "share_of", "ci_low", "ci_high"]
    columns = [*names, *counts, *(["articles"] if "doc_id" in spans else [])]
    table = pd.DataFrame(rows, columns=columns)
    return table.sort_values("count", ascending=False, kind="stable", ignore_index=True)


def forms_table(
    spans: pd.DataFrame, by: str = "lemma", of: str = "form", *, lang: Lang = "ar"
) -> pd.DataFrame:
    """List what is printed for each lemma (or class: `by`), how often in brackets.

    `of` is the column listed, the forms or the lemmas. Raises `UnknownNameError` for a column
    that the table does not have.

    >>> spans = pd.DataFrame({"lemma": ["إرهابي"] * 3, "form": ["ارهابي", "إرهابي", "إرهابي"]})
    >>> forms_table(spans).values.tolist()
    [['إرهابي', ['إرهابي (2)', 'ارهابي (1)']]]
    """
    for name in (by, of):
        if name not in spans:
            raise unknown("column", name, spans.columns)
    rows = []
    for key, chosen in spans.groupby(by, sort=False):
        counts = chosen[of].value_counts(sort=False).sort_values(ascending=False, kind="stable")
        listed = [f"{form} ({count})" for form, count in counts.items()]
        rows.append((_called(by, key, chosen, lang), listed))
    return pd.DataFrame(rows, columns=[by, of])


def whole_shares(survey: Survey, *shares: str, lang: Lang = "en") -> pd.DataFrame:
    """Set shares of all texts together side by side: a class a row, a voice a column.

    A cell has k, n and, from an n of `FEWEST_FOR_A_SHARE` on, the share with its interval. Only
    classes that occur have a row, the most frequent first.

    Raises `UnknownNameError` for a share nobody measured, or one by side.
    """
    words, table = wording(lang), survey.whole
    known = list(table.loc[table["side"].isna(), "share"].unique())
    rows: dict[tuple[str, str], dict[str, str]] = {}
    for share in shares:
        if share not in known:
            raise unknown("share", share, known)
        chosen = table[table["share"] == share]
        chosen = chosen.assign(all=chosen.groupby("category")["count"].transform("sum"))
        occurring = chosen[chosen["all"] > 0].sort_values("all", ascending=False, kind="stable")
        for row in occurring.to_dict("records"):
            cells = rows.setdefault((share, row["category"]), {})
            cells[row["voice"]] = share_text(row, words)
    voices = [one for one in words["voices"] if any(one in cells for cells in rows.values())]
    shown = pd.DataFrame(
        [
            [words["shares"][share], class_label(share, category, lang=lang)]
            + [cells.get(voice, "") for voice in voices]
            for (share, category), cells in rows.items()
        ],
        columns=["share", "category", *(words["voices"][one] for one in voices)],
    )
    if len(shares) > 1:
        return shown
    unit = table.loc[table["share"] == shares[0], "unit"].iloc[0]
    head = words["headings"]["class_of"].format(unit=words["units"].get(unit, unit))
    return shown.drop(columns="share").rename(columns={"category": head})


def _called(name: str, value: Any, spans: pd.DataFrame, lang: Lang) -> Any:
    """A class of a column in words; what has none stays as it is."""
    words = wording(lang)
    if pd.isna(value) or not isinstance(value, str):
        return value
    if name == "side":
        return side_label(value, lang=lang)
    if name in _SHARE_OF:
        return class_label(_SHARE_OF[name], value, lang=lang)
    if name == "category":
        lexicon = spans["lexicon"].iloc[0] if "lexicon" in spans else "sourcing"
        known = load_lexicon(lexicon).categories if lexicon in lexicon_names() else {}
        if value in known:
            return known[value].gloss if lang == "en" else known[value].gloss_ar
    return {"voice": words["voices"], "facet": words["facets"]}.get(name, {}).get(value, value)
