"""How many articles are enough, planned from a corpus that is there: to compare, to code.

How unevenly a feature stands in articles decides: terror words come in bursts, in few articles, and
take many more articles than cues, which stand in most::

    fr.plan_comparison(rates, news, of="militancy.terror", voice="all", ratio=1.5).table
    fr.plan_audit(news, lexicon="militancy", width=0.2).table
"""

from collections.abc import Iterator, Sequence
from math import nan
from pathlib import Path
from typing import Any, Literal

import numpy as np
import pandas as pd

from framing import measures
from framing.base import columns
from framing.base.errors import FramingError, unknown
from framing.base.results import Result, listed, number
from framing.corpus.groups import Clusters, clusters_of
from framing.counting.article_counts import Cells, cells_of
from framing.counting.article_shares import share_cells
from framing.counting.bases import counted, word_counts
from framing.counting.features import layer_of
from framing.layers.corpora import Corpus, reading_of
from framing.lexicon.entries import Lexicon, load_lexicon
from framing.measures import Numbers
from framing.questions.findings import SURE

_ERRORS = {"articles": "an article", "mentions": "a mention"}
_STATISTICS = ("precision", "recall", "rate_per_1000")

_Row = dict[str, Any]


def plan_comparison(
    counted: pd.DataFrame,
    corpus: Corpus | None = None,
    *,
    of: str | Sequence[str] | None = None,
    voice: Literal["split", "all"] = "split",
    ratio: float = 1.5,
    power: float = 0.8,
    share: float = 0.5,
    comparisons: int = 1,
    clusters: Clusters = None,
) -> Result:
    """Say how many articles `framing.compare` needs to find a ratio between two groups.

    Args:
        counted: a table of `framing.features` or of `framing.shares`: the pilot.
        corpus: the articles of the pilot, unless that table has the rows of words.
        of: what is planned for, as in `framing.compare`.
        voice: "all" adds up the voices, which are else planned for one by one.
        ratio: how many times as often the one group has it as the other.
        power: how likely that is to be found, if it is there.
        share: which part of all articles is the one group's, if they are not to be even.
        comparisons: how many features and pairs of groups one table will hold: the level is
            divided by it.
        clusters: which articles of the pilot carry one copy, as in `framing.compare`.

    Returns:
        The table (columns as in `framing.base.columns.RESULTS["planned_comparison"]`; a row a
        feature and voice), the finding, and the note. Numbers are of independent articles. What
        fewer than two articles of the pilot have is not planned for, and has no numbers.

    Raises:
        FramingError: no feature can be planned for; a ratio, power, share or number of
            comparisons that cannot be.
        UnknownNameError: a lexicon, feature or share that is not there.
    """
    if comparisons < 1:
        raise FramingError(f"{comparisons} comparisons cannot be planned. Give 1 or more.")
    add_voices = voice == "all"
    cells = (
        share_cells(counted, of=of, add_voices=add_voices)
        if "share" in counted
        else cells_of(counted, corpus, of=of, add_voices=add_voices)
    )
    level = 1 - SURE / comparisons
    asked = {"ratio": ratio, "power": power, "share": share, "level": level}
    table = columns.table("planned_comparison", _comparisons(cells, clusters, asked))
    text = _comparison_text(table, ratio, power)
    said = f" / {comparisons:,} comparisons" if comparisons > 1 else ""
    few = len(cells.doc_ids) < measures.MIN_DOCUMENTS
    unsure = " So few articles tell little of how unevenly features stand." if few else ""
    note = (
        f"Planned for a test by permuted articles at {SURE}{said}, from {len(cells.doc_ids):,} "
        "articles of the pilot: both groups together have its rate, each its dispersion. Numbers "
        "are of independent articles, copies once; where articles are compared within events, the "
        f"two groups must share these.{unsure}"
    )
    return Result(table, text, note)


def _comparisons(cells: Cells, clusters: Clusters, asked: dict[str, float]) -> Iterator[_Row]:
    number_of = clusters_of(cells.doc_ids, clusters).to_numpy()
    for place, (feature, voice) in enumerate(cells.keys):
        counts, bases = (
            np.bincount(number_of, one[place]).astype(float) for one in (cells.counts, cells.bases)
        )
        count, base = int(counts.sum()), int(bases.sum())
        n_holding = int((counts > 0).sum())
        row: _Row = {
            "feature": feature,
            "voice": voice,
            "count": count,
            "base": base,
            "unit": cells.units[place],
            "rate_per_1000": nan if cells.is_share else measures.rate_per_1000(count, base),
            "share_of": measures.share(count, base) if cells.is_share else nan,
            "articles": int((bases > 0).sum()),
            "articles_with": n_holding,
            "ratio": asked["ratio"],
        }
        yield row | (_sizes(counts, bases, asked) if n_holding > 1 else {})


def _sizes(counts: Numbers, bases: Numbers, asked: dict[str, float]) -> _Row:
    pilot = measures.Pilot.of(counts, bases)
    sizes = measures.articles_to_compare(pilot, **asked)
    found = measures.power_of_comparison(pilot, asked["ratio"], *sizes, level=asked["level"])
    return {
        "dispersion": pilot.dispersion,
        "n_target": sizes[0],
        "n_reference": sizes[1],
        "power": found,
    }


def _comparison_text(table: pd.DataFrame, ratio: float, power: float) -> str:
    known = table[table["n_target"].notna()]
    if known.empty:
        raise FramingError(
            "Fewer than two articles of the pilot have what is to be planned for. Give a larger "
            "pilot, or plan for something commoner."
        )
    told = [
        f"{row['feature']}{'' if row['voice'] == 'all' else ' in ' + row['voice'] + ' voice'} "
        f"{row['n_target']:,} and {row['n_reference']:,}"
        for row in known.to_dict("records")
    ]
    left = len(table) - len(known)
    more = f" Not planned for, since too few articles have them: {left:,}." if left else ""
    return (
        f"To find a ratio of {number(ratio)} with a probability of {number(power)} takes so many "
        f"independent articles of either group: {listed(told, 4)}.{more}"
    )


def plan_audit(
    corpus: Corpus,
    *,
    lexicon: str | Path | Lexicon = "militancy",
    width: float = 0.2,
    precision: float = 0.9,
    recall: float = 0.8,
    errors: Literal["articles", "mentions"] = "articles",
) -> Result:
    """Say how many articles to code for intervals of a width, before `framing.draw_audit`.

    Args:
        corpus: the articles that will be drawn from.
        lexicon: whose categories will be coded.
        width: of the 95% intervals, from end to end; of the corrected rate as a part of it.
        precision: how good the finding is expected to be; see docs/accuracy.md.
        recall: likewise.
        errors: "articles" if the mentions of an article are right or wrong together, as where one
            word of it is not in the lexicon; "mentions" if each by itself, which takes fewer.

    Returns:
        The table (columns as in `framing.base.columns.RESULTS["planned_audit"]`; three rows a
        category), the finding, and the note. They are for all groups together: who is to be told
        of by itself needs as many. A category that fewer than two articles have is left out.

    Raises:
        FramingError: a width, precision or recall that cannot be, or no category to plan for.
        LexiconError, UnknownNameError: a lexicon that is not there or cannot be used; errors
            that come in no such way.
    """
    if errors not in _ERRORS:
        raise unknown("kind of errors", errors, _ERRORS)
    loaded, reading = load_lexicon(lexicon), reading_of(corpus)
    words = word_counts(reading)
    words = words[words > 0]
    found = counted(layer_of(reading, loaded), reading)
    expected = measures.Expected(precision, recall)
    rows = [
        {"feature": f"{loaded.name}.{name}"} | row
        for name in loaded.categories
        for row in _audits(
            found[found["category"] == name], words, expected, width, is_single=errors == "mentions"
        )
    ]
    table = columns.table("planned_audit", rows)
    note = (
        f"Planned with {loaded.label}, precision {number(precision)} and recall {number(recall)}, "
        f"in lead and body; errors are taken to come {_ERRORS[errors]} at a time. For all groups "
        "together: one that is to be told of by itself needs as many."
    )
    return Result(table, _audit_text(table, width), note)


def _audits(
    found: pd.DataFrame,
    words: "pd.Series[int]",
    expected: measures.Expected,
    width: float,
    *,
    is_single: bool,
) -> Iterator[_Row]:
    counts = np.asarray(found["doc_id"].value_counts().reindex(words.index, fill_value=0), float)
    if (counts > 0).sum() < 2:
        return
    pilot, n = measures.Pilot.of(counts, np.asarray(words, float)), len(words)
    if is_single:
        pilot = pilot._replace(burst=1.0)
    rate = measures.rate_per_1000(int(counts.sum()), int(words.sum()))
    needed = measures.articles_to_code(pilot, expected, width, articles=n)
    for place, statistic in enumerate(_STATISTICS):
        known = measures.audited(pilot, expected, needed[place])[place]
        scale = rate if statistic == "rate_per_1000" else 1.0
        is_all = needed[place] == n
        ends = (known.value,) * 3 if is_all else known
        yield {
            "statistic": statistic,
            "count": int(counts.sum()),
            "articles_with": int((counts > 0).sum()),
            "articles": n,
            **dict(zip(("value", "ci_low", "ci_high"), (scale * one for one in ends), strict=True)),
            "articles_to_code": needed[place],
        }


def _audit_text(table: pd.DataFrame, width: float) -> str:
    if table.empty:
        raise FramingError(
            "Fewer than two articles have any category of the lexicon. Give more articles."
        )
    parts = [
        f"{feature} {' · '.join(_needed(row) for row in rows.to_dict('records'))}"
        for feature, rows in table.groupby("feature", sort=False)
    ]
    return (
        f"For 95% intervals {number(width)} wide (of the corrected rate, {number(100 * width)}% of "
        f"it) so many articles are to be coded: {listed(parts, 4)}."
    )


def _needed(row: dict[Any, Any]) -> str:
    needed = f"{row['articles_to_code']:,}"
    before = "all " if row["articles_to_code"] == row["articles"] else ""
    called = row["statistic"].replace("rate_per_1000", "corrected rate")
    return f"{before}{needed} for {called}"
