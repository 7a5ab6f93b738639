"""How good it is: everything the package finds, measured against a coding.

The spans of each layer are scored as the codebook says (`framing.coding.agreement`); on the records
that match, what is said of them is compared (`framing.coding.record_attributes`): who is quoted,
on whose side, in whose voice. Every number keeps its count and base, and every error its sentence.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from framing.attribution.certainty import CERTAINTIES
from framing.base import columns
from framing.base.errors import FramingError
from framing.coding.agreement import (
    Matches,
    errors_of,
    match_spans,
    score,
    score_rows,
    share_interval,
)
from framing.coding.record_attributes import EXTENTS, compare_records
from framing.coding.records import Layer, check_coding, find_all, read_coding
from framing.coding.scorecard import as_html, as_text, confusions_as_text, crosstab
from framing.layers.annotated import AnnotatedCorpus, Progress
from framing.layers.corpora import Corpus, articles_of, reading_of, texts_of
from framing.measures import share
from framing.text.tokens import Words

PROVENANCE = (
    "A score is worth what the coding is worth. The codings that come with this project are "
    "model-assisted, not human, and their articles are development data: a score on them shows "
    "progress and is no validation."
)

_Row = dict[Any, Any]


@dataclass(frozen=True)
class Measure:
    """What is scored of a layer's spans, and whether the class must be right too."""

    name: str
    layer: Layer
    same_class: bool = True


MEASURES = (
    Measure("militancy", "militancy"),
    Measure("cues", "attribution", same_class=False),
    Measure("cues and stance", "attribution"),
    Measure("sourcing", "leak"),
)


@dataclass(frozen=True, eq=False)
class Evaluation:
    """How well what was found agrees with a coding; shows itself as a table.

    Attributes:
        table: every score with count, base and 95% interval; columns as in
            `framing.base.columns.CODED["scores"]`.
        confusion: how often what was coded was found as what (`"confusion"` there).
        errors: every disagreement with its sentence (`"disagreements"` there).
        note: what was compared with what, and what that is worth.
    """

    table: pd.DataFrame = field(repr=False)
    confusion: pd.DataFrame = field(repr=False)
    errors: pd.DataFrame = field(repr=False)
    note: str

    @property
    def text(self) -> str:
        """Scores and confusions as lines for a reader."""
        return f"{self.note}\n\n{as_text(self.table)}\n{confusions_as_text(self.confusion)}"

    def __str__(self) -> str:
        return self.text

    def _repr_html_(self) -> str:
        return as_html(self.table, self.confusion, self.note)

    def crosstab(self, attribute: str) -> pd.DataFrame:
        """One attribute's confusion as a square: coded in rows, found in columns.

        Raises `UnknownNameError` for an attribute that was not compared.
        """
        return crosstab(self.confusion, attribute)


def evaluate(
    corpus: Corpus, coding: pd.DataFrame | str | Path, *, progress: Progress = iter
) -> Evaluation:
    """Measure what the package finds in coded articles against their coding.

    `coding` is a table or the path of a JSON Lines file; see `framing.coding.records.read_coding`.
    Only articles with a coded record are scored, and only their texts, not their titles;
    categories that the codebook does not know are left out. See `assess` for what is measured.

    Raises `CorpusError` for a corpus that breaks the schema, and `FramingError` for a coding
    that cannot be read, is empty, or does not fit the articles.
    """
    articles = articles_of(corpus)
    records = coding if isinstance(coding, pd.DataFrame) else read_coding(coding)
    check_coding(records, articles)
    if records.empty:
        raise FramingError("The coding has no record. Give one with at least one coded span.")
    coded = articles[articles["doc_id"].isin(records["doc"])].reset_index(drop=True)
    reading = reading_of(corpus if isinstance(corpus, AnnotatedCorpus) else coded, is_kept=True)
    found = find_all(reading, progress=progress)
    result = assess(found[found["doc"].isin(records["doc"])], records, reading)
    counted = f"{len(coded)} coded articles of {len(articles)}, {len(records)} records."
    return Evaluation(result.table, result.confusion, result.errors, f"{counted} {result.note}")


def assess(found: pd.DataFrame, coding: pd.DataFrame, corpus: Corpus) -> Evaluation:
    """Measure any findings that have the shape of a coding, such as `find_all` gives.

    Spans of each layer: precision, recall, F1, where spans match if they share a word (rule
    overlap; the codebook's) or are the same (strict). Cues are scored with any stance and with
    the right one; classes also one by one. Intervals are those of `framing.coding.agreement.score`.

    Attributes of records that match by the codebook's rule: accuracy with its interval, articles as
    the cases, and, of source and content, the mean overlap of words and how often the first word
    and the last are the coded ones; see `framing.coding.record_attributes`.
    `narrator` is how far that one voice can be trusted: its precision and recall, also as the
    rules of `framing.attribution.certainty` are added, surest first; of voice, how often each rule
    is right. Stance is accurate by the codebook's rule, so its confusion is taken from cues that
    match whatever their stance.
    """
    words = texts_of(corpus, "evaluate")
    found, coding = (side[side["doc"].isin(words)] for side in (found, coding))
    layers = {
        layer: (found[found["layer"] == layer], coding[coding["layer"] == layer])
        for layer in ("militancy", "attribution", "leak")
    }
    said = [
        compare_records(*_sides(match_spans(ours, theirs)), words)
        for ours, theirs in layers.values()
    ]
    comparisons = pd.concat(said, ignore_index=True)
    voiced = _certainty_rows(*_sides(match_spans(*layers["militancy"])))
    cues = match_spans(*layers["attribution"], same_class=False)
    rows = [row for measure in MEASURES for row in _span_rows(measure, *layers[measure.layer])]
    spans = [errors_of(ours, theirs, corpus) for ours, theirs in layers.values()]
    return Evaluation(
        columns.table("scores", [*rows, *_attribute_rows(comparisons), *voiced]),
        columns.table("confusion", [*_stances(cues), *_confusions(comparisons)]),
        _errors(spans, comparisons, words),
        PROVENANCE,
    )


def _sides(matches: Matches) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Ours and theirs, the records that match at the same place."""
    pairs = matches.pairs
    return matches.predicted.loc[pairs["predicted"]], matches.coded.loc[pairs["coded"]]


def _span_rows(measure: Measure, ours: pd.DataFrame, theirs: pd.DataFrame) -> Iterator[_Row]:
    same_class = measure.same_class
    for rule in ("overlap", "strict"):
        scores = score(ours, theirs, same_class=same_class, strict=rule == "strict")
        yield from score_rows(scores, measure.name, rule)
    if same_class:
        yield from score_rows(score(ours, theirs, by_class=True), measure.name, "overlap")


def _attribute_rows(comparisons: pd.DataFrame) -> Iterator[_Row]:
    for (layer, attribute), said in comparisons.groupby(["layer", "attribute"], sort=False):
        row = {"layer": layer, "measure": attribute, "rule": "overlap"}
        yield row | _share("accuracy", said["is_right"], said["doc_id"])
        if attribute in EXTENTS:
            n, mean = int(said["overlap"].count()), said["overlap"].mean()
            yield row | {"statistic": "overlap", "base": n, "value": mean}
            for end in ("start", "end"):
                agree = said[f"is_{end}"].dropna()
                yield row | _share(end, agree, said["doc_id"][agree.index])
        if attribute == "voice":
            found, coded = said["predicted"] == "narrator", said["coded"] == "narrator"
            row["measure"] = "narrator"
            yield row | _share("precision", coded[found], said["doc_id"][found])
            yield row | _share("recall", found[coded], said["doc_id"][coded])


def _certainty_rows(ours: pd.DataFrame, theirs: pd.DataFrame) -> Iterator[_Row]:
    """How often each rule's voice is right; then the narrator's, the rules added surest first."""
    if "certainty" not in ours or "voice" not in theirs:
        return
    said = pd.DataFrame({"by": ours["certainty"].array, "found": ours["voice"].array})
    said = said.assign(coded=theirs["voice"].array, doc=theirs["doc"].array).dropna()
    right = said["found"] == said["coded"]
    row: _Row = {"layer": "militancy", "measure": "voice", "rule": "overlap"}
    for rule in CERTAINTIES:
        of_rule = said["by"] == rule
        if of_rule.any():
            yield (
                row | {"class": rule} | _share("precision", right[of_rule], said["doc"][of_rule])
            )
    coded, known = said["coded"] == "narrator", []
    for rule in CERTAINTIES:
        if (said[said["by"] == rule]["found"] == "narrator").any():
            known.append(rule)
            kept = said["by"].isin(known)
            row |= {"measure": "narrator", "class": ", ".join(known)}
            yield row | _share("precision", right[kept], said["doc"][kept])
            yield row | _share("recall", (right & kept)[coded], said["doc"][coded])


def _share(statistic: str, right: "pd.Series[Any]", docs: "pd.Series[Any]") -> _Row:
    """How many of some records are right, and the interval of the articles they stand in."""
    of_doc = right.astype(float).groupby(docs.to_numpy()).agg(["sum", "size"]).to_numpy(float)
    low, high = share_interval(of_doc[:, 0], of_doc[:, 1])
    count, base = int(right.sum()), len(right)
    counted = {"statistic": statistic, "count": count, "base": base}
    return counted | {"value": share(count, base), "ci_low": low, "ci_high": high}


def _stances(cues: Matches) -> Iterator[_Row]:
    ours, theirs = _sides(cues)
    said = pd.DataFrame({"coded": theirs["class"].array, "predicted": ours["class"].array})
    yield from _counts(said.assign(layer="attribution", attribute="stance"))


def _confusions(comparisons: pd.DataFrame) -> Iterator[_Row]:
    yield from _counts(comparisons[~comparisons["attribute"].isin(EXTENTS)])


def _counts(said: pd.DataFrame) -> Iterator[_Row]:
    names = ["layer", "attribute", "coded", "predicted"]
    for _, one in said.groupby(names[:2], sort=False):
        counts = one.groupby(names, dropna=False).size().rename("count")
        yield from counts.reset_index().to_dict("records")


def _errors(
    spans: Iterable[pd.DataFrame], comparisons: pd.DataFrame, words: dict[str, Words]
) -> pd.DataFrame:
    rows = [_span_error(row) for table in spans for row in table.to_dict("records")]
    for row in comparisons[~comparisons["is_right"]].to_dict("records"):
        text, start = words[row["doc_id"]], row["start"]
        form = {"form": text.text[start : row["end"]]}
        error = {"error": _kind(row["coded"], row["predicted"])}
        rows.append(row | form | error | {"sentence": text.sentence_of(start).form(text.text)})
    names = columns.names("disagreements")
    errors = columns.table("disagreements", ({name: row[name] for name in names} for row in rows))
    return errors.sort_values(["doc_id", "start", "layer"], kind="stable", ignore_index=True)


def _span_error(row: _Row) -> _Row:
    """A span without partner: its own class on its side, what the other side put there."""
    sides = {"coded": row["class"], "predicted": row["other_class"] or None}
    if row["error"] == "false hit":
        sides = {"coded": sides["predicted"], "predicted": sides["coded"]}
    return row | sides | {"doc_id": row["doc"], "attribute": "span", "form": row["text"]}


def _kind(coded: Any, predicted: Any) -> str:
    if pd.isna(coded):
        return "false hit"
    return "missed" if pd.isna(predicted) else "wrong"
