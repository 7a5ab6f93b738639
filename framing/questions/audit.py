"""How often finding is right, by hand-coding a random sample; and what was found, corrected.

`draw_audit` writes a coding sheet of articles drawn at random, each with a known probability;
`score_audit` reads it back, says how precise and how complete the findings are in each outlet,
and corrects what was found in all articles::

    fr.draw_audit(news, "audit", size=100)
    # ... somebody codes audit/sheet.csv by audit/codebook.md ...
    fr.score_audit("audit", news).table
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import nan, sqrt
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from framing import measures
from framing.base import columns
from framing.base.errors import FramingError, cut
from framing.base.results import Result, listed, number
from framing.corpus.groups import By, groups_of
from framing.counting.bases import DEFAULT_ZONES, counted, word_counts
from framing.counting.features import layer_of
from framing.layers.annotated import Corpus, articles_of, reading_of
from framing.lexicon.entries import Lexicon, load_lexicon
from framing.measures import Corrected, Numbers
from framing.questions.audit_sheet import read_sheet, write_sheet

EVERY = "all"

_Row = dict[str, Any]


def draw_audit(
    corpus: Corpus,
    folder: str | Path,
    *,
    lexicon: str | Path | Lexicon = "militancy",
    size: int = 100,
    by: By = "outlet",
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
        seed: of the random draw; the same seed draws the same articles.

    Returns:
        The path of the sheet.

    Raises:
        FramingError: a group would get fewer than two articles, or the seed is negative.
        OutputError: the folder holds a sheet already, or cannot be written.
    """
    if seed < 0:
        raise FramingError(f"The seed is {cut(str(seed))}. Give a whole number, 0 or more.")
    population = _population(corpus, by)
    chance = np.random.default_rng(seed)
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
    return write_sheet(Path(folder), shuffled, load_lexicon(lexicon), DEFAULT_ZONES)


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
    voices, per all words, since the coder is not asked whose words they are; they are corrected by
    `framing.measures.corrected_count`, the share of articles that have the category by
    `framing.measures.rogan_gladen`, each group by what was coded in it.

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
        cases = _Cases.of(name, found[found["category"] == name], sheet, population)
        parts = list(population["group"].unique())
        for group in [*parts, *([EVERY] if len(parts) > 1 else [])]:
            about = {"feature": f"{loaded.name}.{name}", "group": group}
            rows.extend(about | row for row in cases.rows(group))
    table = columns.table("audit", rows)
    return Result(table, _text(table), _note(table, sheet, loaded))


@dataclass(frozen=True, eq=False)
class _Cases:
    """One category: of each article what was found; of each coded one what was coded, right."""

    articles: pd.DataFrame  # doc_id, group, words, found; of those coded: coded, right

    @classmethod
    def of(
        cls, name: str, found: pd.DataFrame, sheet: pd.DataFrame, population: pd.DataFrame
    ) -> "_Cases":
        starts = {doc_id: np.sort(one) for doc_id, one in found.groupby("doc_id")["start"]}
        ours = [
            int(np.diff(np.searchsorted(starts.get(doc_id, []), (start, end)))[0])
            for doc_id, start, end in zip(
                sheet["doc_id"], sheet["start"], sheet["end"], strict=True
            )
        ]
        cells = pd.DataFrame(
            {"doc_id": sheet["doc_id"], "ours": ours, "coded": sheet[name].to_numpy()}
        )
        cells["right"] = cells[["ours", "coded"]].min(axis=1)
        sums = cells.groupby("doc_id")[["ours", "coded", "right"]].sum()
        table = population[["doc_id", "group", "words"]].copy()
        table["found"] = table["doc_id"].map(found["doc_id"].value_counts()).fillna(0).astype(int)
        return cls(table.join(sums, on="doc_id"))

    def rows(self, group: str) -> Iterator[_Row]:
        """Precision, recall, corrected rate, corrected share of articles."""
        parts = [one for _, one in self.articles.groupby("group", sort=False)]
        if group != EVERY:
            parts = [one for one in parts if one["group"].iloc[0] == group]
        whole = pd.concat(parts)
        coded = whole[whole["coded"].notna()]
        size = {"articles_coded": len(coded), "articles": len(whole)}
        weight = {
            id_: len(one) / max(one["coded"].count(), 1) for one in parts for id_ in one["doc_id"]
        }
        weights = coded["doc_id"].map(weight).to_numpy(float)
        for statistic, base in (("precision", "ours"), ("recall", "coded")):
            right, bases = coded["right"].to_numpy(float), coded[base].to_numpy(float)
            known = measures.clustered_share(right, bases, weights)
            counts = {"count": int(right.sum()), "base": int(bases.sum()), "found": nan}
            yield size | {"statistic": statistic} | counts | _as_row(known[:3], clipped=False)
        yield size | {"statistic": "rate_per_1000"} | _rate(parts)
        yield size | {"statistic": "share_of"} | _presence(parts)


def _rate(parts: Sequence[pd.DataFrame]) -> _Row:
    """The rate in all articles, each group corrected by what was coded in it."""
    words = int(sum(one["words"].sum() for one in parts))
    found = int(sum(one["found"].sum() for one in parts))
    row = {"count": found, "base": words, "found": measures.rate_per_1000(found, words)}
    known = [_corrected_count(one) for one in parts]
    if any(one is None for one in known):
        return row | _as_row((nan, nan, nan), clipped=False)
    sure = [one for one in known if one is not None]
    return row | _as_row(_together(sure, [1000 / words] * len(sure)), any(c.clipped for c in sure))


def _corrected_count(articles: pd.DataFrame) -> Corrected | None:
    coded = articles[articles["coded"].notna()]
    if len(coded) < 2:
        return None
    ours, theirs = (coded[name].astype(int).tolist() for name in ("ours", "coded"))
    return measures.corrected_count(
        int(articles["found"].sum()), ours, theirs, articles=len(articles)
    )


def _presence(parts: Sequence[pd.DataFrame]) -> _Row:
    """The share of articles that have the category at all, corrected likewise."""
    n, found = sum(map(len, parts)), int(sum((one["found"] > 0).sum() for one in parts))
    row = {"count": found, "base": n, "found": measures.share(found, n)}
    known = []
    for one in parts:
        coded = one[one["coded"].notna()]
        ours, theirs = coded["ours"] > 0, coded["coded"] > 0
        try:
            known.append(
                measures.rogan_gladen(
                    (int((one["found"] > 0).sum()), len(one)),
                    (int((ours & theirs).sum()), int(theirs.sum())),
                    (int((~ours & ~theirs).sum()), int((~theirs).sum())),
                )
            )
        except FramingError:  # no case on one side, or finding says nothing: no correction
            return row | _as_row((nan, nan, nan), clipped=False)
    weights = [len(one) / n for one in parts]
    return row | _as_row(_together(known, weights), any(one.clipped for one in known))


def _together(known: Sequence[Corrected], weights: Sequence[float]) -> Sequence[float]:
    """Groups that were drawn independently: estimates add up, squared reaches add up."""
    value = sum(w * one.value for one, w in zip(known, weights, strict=True))
    reaches: Numbers = (
        np.array([(one.value - one.low, one.high - one.value) for one in known])
        * np.array(weights)[:, None]
    )
    below, above = (sqrt(float(total)) for total in (reaches**2).sum(axis=0))
    return value, max(0.0, value - below), value + above


def _as_row(known: Sequence[float], clipped: bool) -> _Row:
    value, low, high = known
    return {"value": value, "ci_low": low, "ci_high": high, "clipped": clipped}


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
