"""What is published of the accuracy: docs/accuracy.md, from the tables beside it.

    python benchmarks/accuracy.py --write     # measure, then write tables and page anew

A coding that was not measured, because its texts are not at hand, keeps what is published of it,
with the date and the versions it was measured with; so does one whose scores are as published.
No word of an article stands in any of it.
"""

from datetime import UTC, datetime
from importlib.metadata import version
from io import StringIO
from pathlib import Path
from typing import Any

import pandas as pd
from performance_page import set_block

from framing.base.files import csv_text, write_csv, write_whole
from framing.coding.evaluation import PROVENANCE, Evaluation
from framing.coding.scorecard import INTERVALS, NOTHING, shown
from framing.lexicon.entries import load_lexicon

FOLDER = Path(__file__).parent.parent / "docs" / "accuracy"
TABLES = ("made", "scores", "confusion")
TITLES = {
    "seeds": "Five seed articles",
    "dev": "Twenty development articles",
    "dev2": "Twenty further articles",
}
BEFORE = "before.csv"  # measured before an error on these articles was looked at, then kept
LEXICONS = ("militancy", "attribution", "sourcing", "actors")
COMMAND = "python benchmarks/accuracy.py --write"
README = FOLDER.parent.parent / "README.md"
SUMMARY = {
    ("militancy", "f1"): "militancy words, F1",
    ("cues", "f1"): "cues of attribution, F1",
    ("cues and stance", "f1"): "cues with their stance, F1",
    ("sourcing", "f1"): "leaks, unnamed and media sources, F1",
    ("source", "accuracy"): "source, half of its words",
    ("side", "accuracy"): "side of the source",
    ("type", "accuracy"): "kind of source",
    ("mode", "accuracy"): "direct, indirect or mixed",
    ("content", "accuracy"): "content, half of its words",
    ("voice", "accuracy"): "voice of a militancy word",
    ("narrator", "precision"): "outlet's own words, precision",
    ("narrator", "recall"): "outlet's own words, recall",
    ("target", "accuracy"): "target of a label",
}
_HEAD = f"""# Accuracy

How often the package says what coders said, by the scoring rule of `seeds/coding/codebook.md`: one
finding matches one coded record of its class if they share a word (overlap), or cover the same
words (strict); attributes are compared on records that match. Beside each score stands the bar it
was to meet.

{PROVENANCE}

{INTERVALS}

```sh
{COMMAND}
```

All numbers stand in `accuracy/scores.csv`, all confusions in `accuracy/confusion.csv`;
`fr.evaluate` measures the same of articles and a coding of your own.

The twenty further articles were drawn and coded before the package had read them (see
`coding/README.md`). What stands under *at first* was measured then, by the same command, before any
error was looked at, and is kept in `accuracy/{BEFORE}`.
"""


def tables_of(name: str, result: Evaluation, bars: list[float | None]) -> dict[str, pd.DataFrame]:
    """What is published of one coding: how it was made, scores with their bars, confusions."""
    lexicons = ", ".join(load_lexicon(one).label for one in LEXICONS)
    made = {
        "coding": name,
        "date": datetime.now(UTC).date().isoformat(),
        "command": COMMAND,
        "framing": version("framing"),
        "lexicons": lexicons,
        "counted": result.note.removesuffix(PROVENANCE).strip(),
    }
    scores = result.table.assign(bar=pd.Series(bars, index=result.table.index, dtype="float64"))
    measured = {"made": pd.DataFrame([made]), "scores": scores, "confusion": result.confusion}
    return {
        table: frame.assign(coding=name)[["coding", *frame.columns.drop("coding", errors="ignore")]]
        for table, frame in measured.items()
    }


def write(measured: dict[str, dict[str, pd.DataFrame]], folder: Path = FOLDER) -> None:
    """Write the tables of the codings that came out otherwise, keep the others, set the page."""
    kept = {table: _cells(folder / f"{table}.csv") for table in TABLES} if folder.is_dir() else {}
    changed = {name: tables for name, tables in measured.items() if _is_new(name, tables, kept)}
    for table in TABLES:
        parts = []
        for name in TITLES:
            if name in changed:
                parts.append(_as_written(changed[name][table]))
            elif kept:
                parts.append(kept[table][kept[table]["coding"] == name])
        write_csv(pd.concat(parts), folder / f"{table}.csv", bom=False)
    write_whole(folder.with_suffix(".md"), page(folder).encode())
    if folder == FOLDER:
        write_whole(README, with_summary(README.read_text(encoding="utf-8"), folder).encode())


def _is_new(name: str, tables: dict[str, pd.DataFrame], kept: dict[str, pd.DataFrame]) -> bool:
    """Whether a coding has other scores, bars or confusions than are published of it."""
    return not kept or any(
        _as_written(tables[table]).values.tolist()
        != kept[table][kept[table]["coding"] == name].values.tolist()
        for table in ("scores", "confusion")
    )


def _as_written(table: pd.DataFrame) -> pd.DataFrame:
    return _cells(StringIO(csv_text(table)))


def _cells(written: Path | StringIO) -> pd.DataFrame:
    """A table's cells as they are written, so that what is kept stays as it is."""
    return pd.read_csv(written, dtype=str, keep_default_na=False)


def page(folder: Path = FOLDER) -> str:
    """The page, from the tables."""
    made, scores = (pd.read_csv(folder / f"{table}.csv") for table in ("made", "scores"))
    scores = _with_first(scores, folder / BEFORE)
    sections = [
        _section(row, scores[scores["coding"] == row["coding"]]) for row in made.to_dict("records")
    ]
    return "\n".join([_HEAD, *sections])


def with_summary(text: str, folder: Path = FOLDER) -> str:
    """The README with its scores as they are published: F1 of what is found, else accuracy."""
    scores = pd.read_csv(folder / "scores.csv")
    whole = scores[scores["class"].isna() & (scores["rule"] == "overlap")]
    rows = [["", *TITLES.values()], ["---"] * (len(TITLES) + 1)]
    for (measure, statistic), what in SUMMARY.items():
        those = whole[(whole["measure"] == measure) & (whole["statistic"] == statistic)]
        cells = those.set_index("coding").to_dict("index")
        rows.append([what, *(shown(cells[name]) if name in cells else NOTHING for name in TITLES)])
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    return set_block(text, "scores", table)


def verdict(value: float, bar: float) -> str:
    """Whether a score meets its bar; a dash where none was set, and no score misses."""
    if pd.isna(bar):
        return NOTHING
    return "met" if value >= bar else "missed"


def _with_first(scores: pd.DataFrame, before: Path) -> pd.DataFrame:
    """The scores with what was measured at first, null where nothing was kept."""
    if not before.is_file():
        return scores.assign(first=None)
    keys = ["coding", "layer", "measure", "class", "rule", "statistic"]
    kept = pd.read_csv(before)[[*keys, "value"]].rename(columns={"value": "first"})
    return scores.merge(kept, on=keys, how="left", validate="one_to_one")


def _narrators(scores: pd.DataFrame) -> list[str]:
    """How sure the outlet's own words are, and how many are kept, as rules are added."""
    of_rules = scores[(scores["measure"] == "narrator") & scores["class"].notna()]
    cells = {(row["class"], row["statistic"]): row for row in of_rules.to_dict("records")}
    lines = [
        "The outlet's own words, by the rules of `framing.attribution.certainty`, surest first:",
        *("", "| rules | n | precision [95%] | recall [95%] |", "|---|---:|---|---|"),
    ]
    for rules in of_rules["class"].unique():
        sure, found = cells[rules, "precision"], cells[rules, "recall"]
        lines.append(f"| {rules} | {sure['base']} | {shown(sure)} | {shown(found)} |")
    return lines


def _section(made: dict[Any, Any], scores: pd.DataFrame) -> str:
    whole = scores[scores["class"].isna()]
    has_first = bool(whole["first"].notna().any())
    names = ["measure", "match", "score", "n", "value [95%]", "bar", "verdict"]
    rows = [
        [
            *(row["measure"], row["rule"], row["statistic"], str(row["base"]), shown(row)),
            NOTHING if pd.isna(row["bar"]) else f"{row['bar']:.2f}",
            verdict(row["value"], row["bar"]),
            *([shown({"value": row["first"], "ci_low": None})] if has_first else []),
        ]
        for row in whole.to_dict("records")
    ]
    lines = [f"| {' | '.join(row)} |" for row in ([*names, *["at first"] * has_first], *rows)]
    lines.insert(1, "|---|---|---|---:|---|---:|---|" + "---|" * has_first)
    lines += ["", *_narrators(scores)]
    about = f"{made['counted']} {made['date']}, framing {made['framing']}; {made['lexicons']}."
    return "\n".join([f"## {TITLES[made['coding']]}", "", about, "", *lines, ""])
