"""The same sentence in several outlets as an HTML table: right to left, what differs marked.

For the report and for notebooks. Every word passes `framing.base.markup.escape`.
"""

from collections.abc import Iterable, Mapping

import pandas as pd

from framing.base.markup import Shown, escape
from framing.copying.overview import SUBSTITUTIONS
from framing.copying.parallels import GROUPS, Line, Parallel
from framing.corpus.articles import Lang
from framing.questions.survey import Survey
from framing.showing.wording import class_label, wording

# Told apart by shade and by the line below, so also in grey.
_LOOKS = {
    "labels": "background:#f2b880;border-bottom:2px solid #8a3b00",
    "speech": "background:#d3e6f6;border-bottom:2px dashed #0a4a8a",
    "quotation": "background:#fbf2b3;border-bottom:2px dotted #6b6200",
    "rest": "background:#e9e9e9",
}
_SHARES = {"militancy": "terror label", "state": "state name", "attribution": "stance"}
_SHOWN = [
    *("kind", "word", "category", "outlets", "other_word", "other_category", "other_outlets"),
    *("copies", "pairs", "example"),
]
_CELL = "text-align:start;vertical-align:top"


def side_by_side(
    chosen: Survey | Iterable[Parallel],
    *,
    lang: Lang = "en",
    names: Mapping[str, str] | None = None,
) -> Shown:
    """Show parallel sentences: a line an outlet, below them what was changed.

    Args:
        chosen: a survey, or what `framing.copying.parallels.parallels` or `wordings` gave.
        lang: language of the outlets' column and of the kinds of change.
        names: what outlets are called; by default as the survey calls them, or `Line.outlet`.

    Returns:
        A `<table>` without ids, scripts or links; "" if there is nothing to show.
    """
    kinds = wording(lang)["edits"]
    known = _names(chosen, names, lang)
    parts = []
    for one in chosen.parallels if isinstance(chosen, Survey) else chosen:
        rows = [_line(line, kinds, known) for line in one.lines]
        told = [_edit(edit, kinds) for edit in one.edits]
        if told:
            rows.append(
                f'<tr><td></td><td style="{_CELL}"><small>{"<br>".join(told)}</small></td></tr>'
            )
        parts.append(f"<tbody>{''.join(rows)}</tbody>")
    if not parts:
        return Shown()
    return Shown(f'<table dir="rtl" lang="ar" class="parallel">{"".join(parts)}</table>')


def substitutions_table(
    found: Survey | pd.DataFrame, *, lang: Lang = "en", names: Mapping[str, str] | None = None
) -> pd.DataFrame:
    """Set what stands for what, of a survey or a table of substitutions, in words.

    `names` is what outlets are called, as in `side_by_side`.
    """
    known = _names(found, names, lang)
    rows = []
    table = found.copying.substitutions if isinstance(found, Survey) else found
    for row in table.to_dict("records"):
        share = _SHARES[SUBSTITUTIONS[row["kind"]]]
        cells = {"kind": wording(lang)["edits"][row["kind"]]}
        for side in ("", "other_"):
            classes = str(row[f"{side}category"]).split(" + ")
            cells[f"{side}word"] = row[f"{side}word"]
            cells[f"{side}category"] = ", ".join(
                class_label(share, one, lang=lang) for one in classes
            )
            outlets = (known.get(one, one) for one in row[f"{side}outlets"])
            cells[f"{side}outlets"] = [" – ".join(one.split("\n")) for one in outlets]
        example = f"{row['form']} / {row['other_form']}"
        rows.append({**cells, "copies": row["copies"], "pairs": row["pairs"], "example": example})
    return pd.DataFrame(rows, columns=_SHOWN)


def _names(found: object, names: Mapping[str, str] | None, lang: Lang) -> Mapping[str, str]:
    if names is None and isinstance(found, Survey):
        return dict(zip(found.outlets["outlet"], found.outlets[lang], strict=True))
    return names or {}


def _line(line: Line, kinds: Mapping[str, str], names: Mapping[str, str]) -> str:
    outlet = " – ".join(names.get(line.outlet, line.outlet).split("\n"))
    words = "".join(_piece(text, kind, kinds) for text, kind in line.pieces)
    return (
        f'<tr><th scope="row" style="{_CELL}"><bdi>{escape(outlet)}</bdi></th>'
        f'<td style="{_CELL}"><bdi dir="rtl">{words}</bdi></td></tr>'
    )


def _piece(text: str, kind: str, kinds: Mapping[str, str]) -> str:
    if not kind:
        return escape(text)
    title = f' title="{escape(kinds[kind])}"' if kind in kinds else ""
    return f'<mark style="{_LOOKS[GROUPS[kind]]}"{title}>{escape(text)}</mark>'


def _edit(edit: tuple[str, str, str], kinds: Mapping[str, str]) -> str:
    kind, one, other = edit
    forms = " / ".join(f"<bdi>{escape(form or '–')}</bdi>" for form in (one, other))
    return f"<bdi>{escape(kinds[kind])}</bdi>: {forms}"
