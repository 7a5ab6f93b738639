"""Two coders of one sample: articles dealt to them, what they say compared, one sheet made of two.

Some articles are read by both, and neither sees which: how far they agree on those is what the
audit is worth. What they say alike is taken over; what they do not is left to be adjudicated::

    fr.draw_audit(news, "audit", size=100, coders=2)
    # ... each codes a sheet, audit/coder-1/sheet.csv and audit/coder-2/sheet.csv ...
    fr.audit_agreement("audit", news)
    # ... somebody adjudicates audit/sheet.csv, and fr.score_audit("audit", news) takes it ...
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import nan
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from framing import measures
from framing.base import columns
from framing.base.errors import FramingError, OutputError
from framing.base.outside import bytes_of, kind_of
from framing.base.results import Result, listed, number
from framing.layers.corpora import Corpus, articles_of
from framing.questions.audit_sheet import (
    CODEBOOK,
    READ_BY,
    SHEET,
    categories_in,
    read_sheet,
    save_sheet,
)

FOLDERS = ("coder-1", "coder-2")

_PLACE = ["doc_id", "start"]
_PUT_BACK = "Put back the codebook that was drawn with the sheet."
_Row = dict[str, Any]


@dataclass(frozen=True, eq=False)
class Agreement(Result):
    """How far two coders agree; shows itself, with the sentences on which they do not.

    Attributes:
        disagreements: a row a sentence and category that they count differently; columns as in
            `framing.base.columns.RESULTS["audit_disagreements"]`.
        sheet: the sheet that is to be adjudicated.
    """

    disagreements: pd.DataFrame = field(repr=False)
    sheet: Path

    def __str__(self) -> str:
        lines = [
            f"{row['row']} {row['feature']}: {row['first']} or {row['second']}: "
            f"{' '.join(row['sentence'].split())}"
            for row in self.disagreements.to_dict("records")
        ]
        return "\n".join([super().__str__(), *([""] if lines else []), *lines])


def dealt(
    sample: pd.DataFrame, overlap: float, chance: np.random.Generator
) -> Iterator[pd.DataFrame]:
    """The articles of each coder in an order of their own: some of every group to both."""
    place = sample.groupby("group").cumcount()
    size = sample.groupby("group")["group"].transform("size")
    shared = np.maximum(1, np.round(overlap * size))
    for coder in range(len(FOLDERS)):
        mine = sample[(place < shared) | (place % len(FOLDERS) == coder)]
        yield mine.iloc[chance.permutation(len(mine))].assign(number=range(1, len(mine) + 1))


def audit_agreement(folder: str | Path, corpus: Corpus, *, seed: int = 2016) -> Agreement:
    """Say how far two coders agree on the articles that both have read; write one sheet of two.

    The sheet, `sheet.csv` in the folder, has every sentence once: coded where both say the same
    or only one has read it, else with both counts and without initials, to be adjudicated. It
    is written if there is none yet. `framing.score_audit` takes it when no row is open.

    Args:
        folder: what `framing.draw_audit` wrote for two coders, with both sheets coded.
        corpus: the articles that were drawn from.
        seed: of the resampled articles.

    Returns:
        F1 and Krippendorff's alpha by category (columns as in
        `framing.base.columns.RESULTS["audit_agreement"]`), the finding, the note, and the
        sentences on which they disagree.

    Raises:
        FramingError: a sheet is missing or not coded, does not fit the corpus, or no article was
            read by both.
    """
    where, articles = Path(folder), articles_of(corpus)
    if any(kind_of(where / name / SHEET, FramingError) != "file" for name in FOLDERS):
        raise FramingError(
            f"There are no sheets of two coders in '{where}'. Give the folder that was drawn for "
            "two coders."
        )
    sheets = [read_sheet(where / name, articles) for name in FOLDERS]
    one, other = (sheet.set_index(_PLACE, drop=False) for sheet in sheets)
    names = categories_in(one)
    both = one.index[one.index.isin(other.index)]
    is_unique = one.index.is_unique and other.index.is_unique
    if not is_unique or both.empty or set(names) != set(categories_in(other)):
        raise FramingError(
            f"The sheets in '{where}' are not of one sample: they share no sentence or no column. "
            "Give the two that were drawn together."
        )
    pairs = [(name, one.loc[both, name], other.loc[both, name]) for name in names]
    lexicon = one["lexicon"].iloc[0]
    table = columns.table(
        "audit_agreement", [row for pair in pairs for row in _scores(lexicon, *pair, seed)]
    )
    merged, cells = _merged(one, other, names)
    sheet = where / SHEET
    is_new = not kind_of(sheet, OutputError)
    if is_new:
        book = bytes_of(where / FOLDERS[0] / CODEBOOK, FramingError, _PUT_BACK)
        save_sheet(where, merged, cells, book)
    differing = _differing(lexicon, merged, pairs)
    return Agreement(table, _text(table), _note(merged, differing, sheet, is_new), differing, sheet)


def _scores(lexicon: str, name: str, one: pd.Series, other: pd.Series, seed: int) -> Iterator[_Row]:
    docs = one.index.get_level_values("doc_id")
    counts = pd.DataFrame({"both": np.minimum(one, other), "one": one, "other": other})
    sums = counts.groupby(docs).sum().to_numpy(float)
    matched, mine, theirs = (int(total) for total in sums.sum(axis=0))
    about = {"feature": f"{lexicon}.{name}", "articles": len(sums)}
    units = [*zip(docs, one.tolist(), other.tolist(), strict=True)]
    low, high = _f1_interval(sums, seed)
    yield about | {
        **{"statistic": "f1", "count": 2 * matched, "base": mine + theirs},
        **{"value": measures.f1_score(matched, mine, theirs), "ci_low": low, "ci_high": high},
    }
    low, high = measures.alpha_interval(units, seed=seed)
    yield about | {
        **{"statistic": "alpha", "count": int((one == other).sum()), "base": len(one)},
        "value": measures.krippendorff_alpha([unit[1:] for unit in units]),
        **{"ci_low": low, "ci_high": high},
    }


def _f1_interval(sums: measures.Numbers, seed: int) -> Sequence[float]:
    """Whole articles are resampled, since sentences of one are not independent."""
    if len(sums) < measures.MIN_DOCUMENTS or not sums.any():
        return (nan, nan)
    matched, one, other = measures.resampled_sums(sums, seed=seed).T
    with np.errstate(invalid="ignore"):  # a resample without a mention has no F1
        return measures.percentiles(2 * matched / (one + other), len(sums))


def _merged(
    one: pd.DataFrame, other: pd.DataFrame, names: Sequence[str]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Every sentence once, and what is to stand in its cells."""
    rest = other[~other.index.isin(one.index)]
    rest = rest.assign(article=rest["article"] + one["article"].max())
    places = pd.concat([one, rest])
    beside = other.reindex(places.index)
    cells = pd.DataFrame(index=places.index)
    is_both = pd.Series(places.index.isin(one.index) & places.index.isin(other.index), places.index)
    differs = {name: is_both & (places[name] != beside[name]) for name in names}
    is_open = pd.DataFrame(differs).any(axis=1)
    initials = places[READ_BY] + (" and " + beside[READ_BY]).where(is_both, "")
    cells[READ_BY] = initials.mask(is_open, "")
    for name in names:
        alone = places[name].astype(str).where(places[name] > 0, "")
        said = [f"{a} or {b:.0f}" for a, b in zip(places[name], beside[name], strict=True)]
        cells[name] = alone.mask(differs[name], pd.Series(said, places.index))
    rows = [f"r{number:05}" for number in range(1, len(places) + 1)]
    return places.assign(row=rows).reset_index(drop=True), cells.reset_index(drop=True)


def _differing(
    lexicon: str, places: pd.DataFrame, pairs: Sequence[tuple[str, pd.Series, pd.Series]]
) -> pd.DataFrame:
    """Sentence by sentence what the coders count differently."""
    known = places.set_index(_PLACE, drop=False)[["row", "end", "sentence", *_PLACE]]
    rows = [
        known.loc[place].to_dict() | {"feature": f"{lexicon}.{name}", "first": a, "second": b}
        for name, one, other in pairs
        for place, a, b in zip(one.index, one, other, strict=True)
        if a != b
    ]
    return columns.table("audit_disagreements", sorted(rows, key=lambda row: row["row"]))


def _text(table: pd.DataFrame) -> str:
    said = [
        f"{feature}: {' and '.join(map(_said, one.to_dict('records')))}"
        for feature, one in table.groupby("feature", sort=False)
        if one["base"].iloc[0]
    ]
    articles = int(table["articles"].iloc[0])
    return f"{listed(said, 10) or 'Neither coder counted anything'}. Both read {articles} articles."


def _said(row: dict[Any, Any]) -> str:
    name = {"f1": "F1"}.get(row["statistic"], row["statistic"])
    low, high = number(row["ci_low"]), number(row["ci_high"])
    return f"{name} {number(row['value'])} (95% interval {low} to {high})"


def _note(places: pd.DataFrame, differing: pd.DataFrame, sheet: Path, is_new: bool) -> str:
    n_open = differing["row"].nunique()
    state = "holds" if is_new else "stood there already and was left; as drawn it holds"
    return (
        f"Intervals resample articles and need {measures.MIN_DOCUMENTS} of them. '{sheet}' {state} "
        f"{len(places):,} sentences, of which {n_open:,} are open: the coders differ. Write the "
        f"right count and initials there, then score it."
    )
