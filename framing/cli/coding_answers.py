"""An evaluation to read, or for a program; the agreement of two coders to read."""

import json
from collections.abc import Iterator
from typing import Any

import pandas as pd

from framing.base.exports import json_lines
from framing.coding.evaluation import Evaluation
from framing.coding.scorecard import as_text


def agreement_text(scores: pd.DataFrame) -> str:
    """The scores of two coders as lines."""
    return as_text(scores)


def evaluation_text(found: Evaluation, *, errors: bool) -> str:
    """What was measured, in lines; the errors with their sentences, if they are asked for."""
    return "".join(_told(found, errors))


def evaluation_json(found: Evaluation, *, errors: bool) -> str:
    """All tables of an evaluation and its note as one object."""
    tables = {"scores": found.table, "confusion": found.confusion}
    if errors:
        tables["errors"] = found.errors
    rows = {
        name: [json.loads(line) for line in json_lines(table).splitlines()]
        for name, table in tables.items()
    }
    return json.dumps({"note": found.note, **rows}, ensure_ascii=False, indent=1) + "\n"


def _told(found: Evaluation, errors: bool) -> Iterator[str]:
    yield found.text
    if errors:
        yield f"\n{len(found.errors)} errors\n"
        places = ["doc_id", "layer", "start", "end", "form", "sentence"]
        for place, wrong in found.errors.groupby(places, sort=False):
            doc_id, _, start, end, form, sentence = (_one_line(str(cell)) for cell in place)
            yield f"{doc_id} {start}-{end} {form}: {sentence}\n"
            for row in wrong.to_dict("records"):
                sides = f"coded {_said(row['coded'])}, found {_said(row['predicted'])}"
                yield f"    {row['attribute']}, {row['error']}: {sides}\n"


def _said(name: Any) -> str:
    return "nothing" if pd.isna(name) else _one_line(str(name))


def _one_line(text: str) -> str:
    return " ".join(text.split())
