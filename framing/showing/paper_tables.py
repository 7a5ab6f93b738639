r"""Tables for papers: LaTeX that sets Arabic, and HTML that pastes into a word processor.

LaTeX is for LuaLaTeX with babel, which orders Arabic and Latin by themselves (`PREAMBLE`). HTML has
its lines and directions in every cell, since pasting leaves style sheets behind.
"""

from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from framing.base.files import write_whole
from framing.base.markup import Shown, escape, harmless
from framing.corpus.articles import Lang
from framing.questions.survey import Survey
from framing.showing.page import result_tables

FOLDER = "paper"
PREAMBLE = r"""\usepackage[bidi=basic, layout=tabular, english]{babel}
\babelprovide[import]{arabic}
\babelfont{rm}{DejaVu Serif}
\babelfont[arabic]{rm}{DejaVu Sans}
\usepackage{array,booktabs}
"""
_TEX = str.maketrans(
    {sign: f"\\{sign}" for sign in "#$%&_{}"}
    | {"\\": r"\textbackslash{}", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}"}
    | {"–": "--", "“": "``", "”": "''", "<": r"\textless{}", ">": r"\textgreater{}"}
)
_LINE = "border:0;border-bottom:1px solid #999;padding:2pt 6pt;font-size:9pt;text-align:start"


def latex_table(
    frame: pd.DataFrame, *, caption: str = "", label: str = "", lang: Lang = "en"
) -> str:
    r"""Set a table in LaTeX, for LuaLaTeX with `PREAMBLE`, which stands in it as a comment.

    Args:
        frame: any table of texts, such as `framing.tables.summary_rates` gives.
        caption: what stands over it.
        label: by which a paper refers to it.
        lang: "ar" sets it from right to left.

    >>> print(latex_table(pd.DataFrame({"a_b": ["5%"]})).splitlines()[-4])
    5\% \\
    """
    head, *rows = (_row(cells, lang) for cells in _rows(frame))
    n = len(frame.columns)
    width = rf"\dimexpr\linewidth/{n}-2\tabcolsep\relax"
    column = rf">{{\raggedright\arraybackslash}}p{{{width}}}"
    lines = [
        *(f"% {line}" for line in PREAMBLE.splitlines()),
        r"\begin{table}",
        *([r"\begin{otherlanguage}{arabic}"] if lang == "ar" else []),
        r"\centering\scriptsize",
        *([rf"\caption{{{_tex(caption, lang)}}}"] if caption else []),
        *([rf"\label{{{label}}}"] if label else []),
        rf"\begin{{tabular}}{{*{{{n}}}{{{column}}}}}",
        r"\toprule",
        head,
        r"\midrule",
        *rows,
        r"\bottomrule",
        r"\end{tabular}",
        *([r"\end{otherlanguage}"] if lang == "ar" else []),
        r"\end{table}",
    ]
    return "\n".join(lines) + "\n"


def word_table(frame: pd.DataFrame, *, caption: str = "", lang: Lang = "en") -> Shown:
    """Set a table as HTML that keeps its lines and directions where it is pasted.

    Args:
        frame: any table of texts.
        caption: what stands over it.
        lang: "ar" sets it from right to left.
    """
    direction = "rtl" if lang == "ar" else "ltr"
    body = "".join(
        f"<tr>{''.join(_cell(cell, 'td' if number else 'th') for cell in cells)}</tr>"
        for number, cells in enumerate(_rows(frame))
    )
    title = f"<caption>{escape(caption)}</caption>" if caption else ""
    style = "border-collapse:collapse"
    return Shown(f'<table dir="{direction}" lang="{lang}" style="{style}">{title}{body}</table>')


def write_paper_tables(found: Survey, folder: Path, lang: Lang) -> list[Path]:
    """Write the tables of a report for a paper, `paper/<table>.tex` and `.html`.

    Raises `OutputError` if the place cannot be written.
    """
    written = []
    for name, title, frame, _ in result_tables(found, lang):
        if len(frame):
            tex = latex_table(frame, caption=title, label=f"tab:{name}", lang=lang)
            html = _page(title, word_table(frame, caption=title, lang=lang), lang)
            for ending, text in (("tex", tex), ("html", html)):
                written.append(write_whole(folder / FOLDER / f"{name}.{ending}", text.encode()))
    return written


def _page(title: str, table: Shown, lang: Lang) -> str:
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}"><head><meta charset="utf-8">'
        f"<title>{escape(title)}</title></head><body>{table}</body></html>\n"
    )


def _rows(frame: pd.DataFrame) -> list[list[str]]:
    """The head and the rows, as texts."""
    rows = [list(frame.columns), *frame.to_numpy().tolist()]
    return [[str(cell) for cell in row] for row in rows]


def _row(cells: Iterable[str], lang: Lang) -> str:
    return " & ".join(_tex(cell, lang) for cell in cells) + r" \\"


def _tex(text: str, lang: Lang) -> str:
    """A text on one line that is nothing but text, each part of it in its own direction."""
    said = " ".join(harmless(text).split()).translate(_TEX)
    is_arabic = any("\u0600" <= sign <= "\u06ff" for sign in text)
    if is_arabic == (lang == "ar"):
        return said
    return rf"\foreignlanguage{{{'arabic' if is_arabic else 'english'}}}{{{said}}}"


def _cell(text: str, tag: str) -> str:
    direction = "" if any(map(str.isalpha, text)) else ' dir="ltr"'
    said = escape(" ".join(text.split()))
    return f'<{tag} style="{_LINE}"><span{direction}>{said}</span></{tag}>'
