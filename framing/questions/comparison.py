"""Do outlets differ, by how much, how surely: rates or shares of one group of articles and another.

Where an outlet has one article, or too few, texts are described: exact intervals that hold
for these texts alone, and no p. From twenty independent articles on, articles are the
cases, and whose they are is permuted (`framing.measures.permuted_ratios`), within the same event
where events are known, else within the month, all copies of one text together.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import numpy as np
import pandas as pd

from framing.base import columns
from framing.base.errors import FramingError, cut, unknown
from framing.base.results import Result
from framing.corpus.groups import By, Clusters, undated_in
from framing.counting.article_counts import cells_of
from framing.counting.article_shares import share_cells
from framing.layers.corpora import Corpus, known_of
from framing.questions.analysis_plan import load_plan
from framing.questions.comparison_errors import corrected_by
from framing.questions.comparison_rows import rows_of
from framing.questions.equivalence import held_against, require_smallest
from framing.questions.findings import comparison_note, comparison_text
from framing.questions.pairs import (
    Method,
    Question,
    Rules,
    design_of,
    pairs_of,
    shared_parts,
)


def compare(
    counted: pd.DataFrame | None = None,
    corpus: Corpus | None = None,
    *,
    by: By = "outlet",
    within: "By | None" = "auto",
    reference: str | None = None,
    clusters: Clusters = None,
    of: str | Sequence[str] | None = None,
    voice: Literal["split", "all"] = "split",
    method: Method = "auto",
    audit: Result | None = None,
    smallest: float | None = None,
    plan: str | Path | None = None,
) -> Result:
    """Compare rates or shares between groups of articles: every pair, or each with one reference.

    An article without a row of a feature has none of it; its words count in the base. A share is
    compared over the articles in which it has a base, so that what they are about matters less:
    of those that refer to armed actors, who calls them terrorists?

    Args:
        counted: a table of `framing.features` or of `framing.shares`, whole or some of its rows.
            Without rows of words, all articles of the corpus are compared, on their words of lead
            and body.
        corpus: what is known of the articles, unless that table has the columns itself.
        by: "outlet", another column, or a series or dict from doc_id to group.
        within: "auto" compares within the same `event` where the corpus has that column, else
            within the month where all dates are known; or "month", a column, None for all.
        reference: the group that all others are compared with, or "the rest": each group with
            all others together. By default every pair.
        clusters: which articles carry the same wire copy, doc_id to cluster: one text each.
        of: what is compared. Of rates: a lexicon, that is its main categories ("militancy"), a
            feature by its full name ("militancy.terror.actor"), several of either, or "all"; by
            default the main categories of the first lexicon in the table (militancy, attribution,
            sourcing, state, then your own), or all its features if it has no main category. Of
            shares: "stance", a class of one ("stance: denial"), several, or "all"; by default
            terror label, stance and sourcing. The note says how many are left out.
        voice: "all" adds up the voices, which are else compared one by one.
        method: "exact" describes these texts; "permutation" takes articles as cases and raises for
            fewer than twenty independent ones; "auto" is that where there are enough articles,
            and exact where there are not.
        audit: what `framing.score_audit` returned for the same groups: ratios of its categories,
            in all voices together, are given corrected for what it found wrong and missing.
        smallest: the smallest ratio that would matter, such as 1.25: it is said of which pairs the
            articles rule out every ratio beyond 1/1.25 and 1.25.
        plan: a TOML file that settles all of this, the counting too, but for the corpus and the
            audit: see `framing.write_plan`. Its SHA-256 stands in the note.

    Returns:
        The table (columns as in `framing.base.columns.RESULTS["comparison"]`, with an audit
        those of `RESULTS["corrected_comparison"]` and
        with a smallest ratio those of `RESULTS["equivalence"]` besides; one row per feature,
        voice and pair, of texts that are only described also per event or month), the finding
        in two sentences, and the note on what was counted. No p where texts are described, or
        where `reason` says why nothing can be inferred.

    Raises:
        FramingError: bases differ within an article, voices were added up unasked, no two
            groups can be compared, or a method has too few articles.
        UnknownNameError: a column, group, method, share, lexicon or feature that is not there.
    """
    question = Question(
        by, within, reference, clusters, of, voice, method, Rules(smallest=smallest)
    )
    if plan is None:
        if counted is None:
            raise FramingError("Nothing is counted. Give a table of features or shares, or a plan.")
        return _answer(counted, corpus, question, audit)
    _require_nothing_else(counted, question)
    if corpus is None:
        raise FramingError("A plan is of a corpus, and none is given. Give it as corpus=.")
    settled = load_plan(plan)
    found = _answer(settled.counted(corpus), corpus, settled.question(corpus), audit)
    return Result(found.table, found.text, f"{found.note} {settled.label}")


def _require_nothing_else(counted: pd.DataFrame | None, question: Question) -> None:
    """Raise `FramingError` where something is said beside a plan."""
    known = zip(question._fields, question, Question(), strict=True)
    said = ["counted"] if counted is not None else []
    said += [
        "smallest" if name == "rules" else name
        for name, one, none in known
        if type(one) is not type(none) or one != none
    ]
    if said:
        raise FramingError(
            f"The plan settles {', '.join(said)}. Leave that out, or change the plan."
        )


def _answer(
    counted: pd.DataFrame, corpus: Corpus | None, asked: Question, audit: Result | None
) -> Result:
    """Compare what was counted, as is asked."""
    rules = asked.rules
    require_smallest(rules.smallest)
    if asked.method not in ("auto", "exact", "permutation"):
        raise unknown("method", asked.method, ("auto", "exact", "permutation"))
    add_voices = asked.voice == "all"
    cells = (
        share_cells(counted, of=asked.of, add_voices=add_voices)
        if "share" in counted
        else cells_of(counted, corpus, of=asked.of, add_voices=add_voices)
    )
    about = counted.drop_duplicates("doc_id") if corpus is None else known_of(corpus)
    design = design_of(cells, about, asked.by, asked.within, asked.clusters)
    pairs = pairs_of(design.groups, asked.reference)
    parts = [
        part for pair in pairs for part in shared_parts(design, pair, asked.method, rules.guards)
    ]
    if not pairs:
        raise FramingError(
            f"All articles are of one group, '{cut(design.groups[0])}'. Compare two at least, or "
            "name another column."
        )
    if not parts:
        raise FramingError(
            "No two groups stand in one event or month. Compare with within=None, or name "
            "another column."
        )
    rows = rows_of(cells, design, parts, rules)
    table = columns.from_columns("comparison", rows)
    numbers = {"group": design.group, "event or month": design.stratum}
    left_out = {why: int((one < 0).sum()) for why, one in numbers.items()}
    undated = undated_in(about) if isinstance(asked.within, str) and asked.within == "auto" else 0
    note = comparison_note(table, cells, left_out, undated)
    found = corrected_by(audit, Result(table, comparison_text(table), note))
    return held_against(rules.smallest, found, np.column_stack([rows["low_90"], rows["high_90"]]))
