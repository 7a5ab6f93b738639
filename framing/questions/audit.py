"""How often finding is right, by hand-coding a random sample; and what was found, corrected.

`draw_audit` writes a coding sheet of articles drawn at random, each with a known probability;
`score_audit` reads it back, says how precise and how complete the findings are in each outlet,
and corrects what was found in all articles::

    fr.draw_audit(news, "audit", size=100)
    # ... somebody codes audit/sheet.csv by audit/codebook.md ...
    fr.score_audit("audit", news).table
"""

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from framing.base import columns
from framing.base.errors import FramingError, cut
from framing.base.results import Result, listed, number
from framing.corpus.groups import By, groups_of
from framing.counting.bases import DEFAULT_ZONES, counted, word_counts
from framing.counting.features import layer_of
from framing.layers.corpora import Corpus, articles_of, reading_of
from framing.lexicon.entries import Lexicon, load_lexicon
from framing.questions.audit_coders import FOLDERS, dealt
from framing.questions.audit_estimates import EVERY, Cases
from framing.questions.audit_sheet import read_sheet, require_new, write_sheet

_Row = dict[str, Any]


def draw_audit(
    corpus: Corpus,
    folder: str | Path,
    *,
    lexicon: str | Path | Lexicon = "militancy",
    size: int = 100,
    by: By = "outlet",
    coders: int = 1,
    overlap: float = 0.3,
    seed: int = 2016,
) -> Path:
    """Draw articles at random, the same number of every group, and write them to be coded.

    Args:
        corpus: articles; those without words or without a group are not drawn.
        folder: gets sheet.csv (a sentence a row), sheet.jsonl (places and probabilities) and
            codebook.md; made if missing.
        lexicon: whose categories are coded.
        size: how many articles in all; every group gets its part, or all that it has.
        by: "outlet", another column, or a series or dict from doc_id to group.
        coders: 1, or 2: each gets a folder with a sheet in it, coder-1 and coder-2, and some of
            the articles; see `framing.audit_agreement`.
        overlap: what part of every group's articles both of two coders get.
        seed: of the random draw; the same seed draws the same articles.

    Returns:
        The path of the sheet; of two coders that of the folder.

    Raises:
        FramingError: a group would get fewer than two articles, the seed is negative, or there
            are neither one nor two coders, or an overlap that is no part.
        OutputError: the folder holds a sheet already, or cannot be written.
    """
    if seed < 0:
        raise FramingError(f"The seed is {cut(str(seed))}. Give a whole number, 0 or more.")
    if coders not in (1, 2) or not 0 < overlap <= 1:
        raise FramingError(
            f"{cut(str(coders))} coders and an overlap of {cut(str(overlap))} cannot be dealt to. "
            "Give 1 or 2 coders, and an overlap above 0, at most 1."
        )
    population = _population(corpus, by)
    chance = np.random.default_rng(seed)
    sample = _drawn(population, size, chance)
    where, book = Path(folder), load_lexicon(lexicon)
    if coders == 1:
        return write_sheet(where, sample, book, DEFAULT_ZONES)
    require_new(where)
    for name, mine in zip(FOLDERS, dealt(sample, overlap, chance), strict=True):
        write_sheet(where / name, mine, book, DEFAULT_ZONES)
    return where


def _drawn(population: pd.DataFrame, size: int, chance: np.random.Generator) -> pd.DataFrame:
    """The same number of every group, in an order that tells no group, numbered."""
    groups = population.groupby("group", sort=False)
    each = min(size, len(population) * groups.ngroups) // max(groups.ngroups, 1)
    if each < 2:
        raise FramingError(
            f"{size} articles are fewer than two for each of {groups.ngroups} groups. Draw "
            f"{2 * groups.ngroups} at least."
        )
    drawn = [
        one.iloc[np.sort(chance.permutation(len(one))[:each])].assign(
            inclusion=min(1.0, each / len(one))
        )
        for _, one in groups
    ]
    sample = pd.concat(drawn, ignore_index=True)
    shuffled = sample.iloc[chance.permutation(len(sample))].reset_index(drop=True)
    shuffled["number"] = range(1, len(shuffled) + 1)
    return shuffled


def _population(corpus: Corpus, by: By) -> pd.DataFrame:
    """The articles with words and with a group."""
    articles, words = articles_of(corpus), word_counts(corpus)
    known = articles.assign(group=groups_of(articles, by).to_numpy(), words=words.to_numpy())
    return known[known["group"].notna() & (known["words"] > 0)].reset_index(drop=True)


def score_audit(
    folder: str | Path,
    corpus: Corpus,
    *,
    lexicon: str | Path | Lexicon = "militancy",
    by: By = "outlet",
) -> Result:
    """Read a coded sheet back: precision and recall per group, and corrected estimates.

    A finding is right if the coder counted the category in its sentence as well. Rates are of all
    voices, per all words, since the coder is not asked whose words they are; they and the share
    of articles that have the category are corrected by `framing.measures.corrected_count`, each
    group by what was coded in it, all groups by what was coded in any.

    Args:
        folder: what `draw_audit` wrote, with the sheet coded.
        corpus: the articles that were drawn from, all of them.
        lexicon: the one whose findings are judged.
        by: the groups that were drawn from.

    Returns:
        The table (columns as in `framing.base.columns.RESULTS["audit"]`), the finding, the note.

    Raises:
        FramingError: rows are not coded, or the sheet does not fit the corpus or the lexicon.
    """
    reading, loaded = reading_of(corpus), load_lexicon(lexicon)
    sheet = read_sheet(Path(folder), reading.articles)
    population = _population(reading, by)
    scored = [name for name in loaded.categories if name in sheet]
    if not scored:
        raise FramingError(
            f"The sheet has no category of lexicon '{loaded.name}'. Score it with the lexicon it "
            f"was drawn with, {sheet['lexicon'].iloc[0]}."
        )
    found = counted(layer_of(reading, loaded), reading)
    strangers = set(sheet["doc_id"]) - set(population["doc_id"])
    if strangers:
        raise FramingError(
            f"Article '{cut(min(strangers))}' was drawn and has no group now. Score by the "
            "groups that were drawn from."
        )
    rows: list[_Row] = []
    for name in scored:
        cases = Cases.of(name, found[found["category"] == name], sheet, population)
        parts = list(population["group"].unique())
        for group in [*parts, *([EVERY] if len(parts) > 1 else [])]:
            about = {"feature": f"{loaded.name}.{name}", "group": group}
            rows.extend(about | row for row in cases.rows(group))
    table = columns.table("audit", rows)
    return Result(table, _text(table), _note(table, sheet, loaded))


def _text(table: pd.DataFrame) -> str:
    last = table["group"].iloc[-1]
    whole = table[(table["group"] == last) & table["statistic"].isin(["precision", "recall"])]
    parts = [
        f"{feature}: {' and '.join(map(_said, one.to_dict('records')))}"
        for feature, one in whole.groupby("feature", sort=False)
        if one["base"].sum()
    ]
    few = int(table["articles_coded"].iloc[-1])
    return (
        f"{listed(parts, 4) or 'Nothing was found and nothing coded'}. This rests on {few} coded "
        "articles drawn at random; the intervals take articles as the cases."
    )


def _said(row: dict[Any, Any]) -> str:
    low, high = number(row["ci_low"]), number(row["ci_high"])
    return f"{row['statistic']} {number(row['value'])} (95% interval {low} to {high})"


def _note(table: pd.DataFrame, sheet: pd.DataFrame, lexicon: Lexicon) -> str:
    drawn = sheet.groupby("group", sort=False)["inclusion"].first()
    odds = listed([f"{group} {number(float(one))}" for group, one in drawn.items()], 10)
    newer = (
        ""
        if set(sheet["sha256"]) == {lexicon.digest}
        else (
            " The lexicon is not the one the sample was drawn with: what it was mended by may not "
            "judge it."
        )
    )
    return (
        f"Judged: {lexicon.label}, all voices together, in lead and body. Probability of being "
        f"drawn: {odds}.{newer}"
    )
