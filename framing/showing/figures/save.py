"""A figure with its numbers, its caption and its words for who cannot see it.

It shows itself in a notebook, and is saved as four files: the picture twice (SVG, PNG), the
numbers that are plotted (CSV), and the caption with the alternative text (Markdown). The
same figure gives the same bytes, today and in another process.
"""

import base64
from dataclasses import dataclass, field
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Literal

import matplotlib.figure
import pandas as pd

from framing.base.files import write_csv, write_whole
from framing.showing.figures.style import Language, figure_style

_ALT_TEXT = {"en": "Alternative text", "ar": "النص البديل"}
_NUMBERS = {"en": "Plotted numbers", "ar": "أرقام الشكل"}


@dataclass(frozen=True, eq=False)
class Figure:
    """A drawn result with everything needed to read and to check it.

    Attributes:
        name: what its files are called, in ASCII: "voices".
        title: its heading, in its language.
        figure: the drawing.
        data: exactly the plotted numbers, the same table in either language.
        caption: what is counted, n, base, unit and interval, in full sentences.
        alt: what the picture shows, for readers who do not see it.
        lang: "en" or "ar".
    """

    name: str
    title: str
    figure: matplotlib.figure.Figure = field(repr=False)
    data: pd.DataFrame = field(repr=False)
    caption: str
    alt: str
    lang: Language

    def _repr_png_(self) -> bytes:
        return _drawn(self, "png")

    def _repr_html_(self) -> str:
        picture = base64.b64encode(_drawn(self, "png")).decode("ascii")
        width = round(self.figure.get_figwidth() * 96)  # the size it has on paper
        direction = "rtl" if self.lang == "ar" else "ltr"
        return (
            f'<figure lang="{self.lang}" dir="{direction}" style="margin:0">'
            f'<img alt="{escape(_line(self.alt))}" width="{width}" style="max-width:100%" '
            f'src="data:image/png;base64,{picture}">'
            f"<figcaption>{escape(self.caption)}</figcaption></figure>"
        )


def save_figure(figure: Figure, folder: str | Path) -> list[Path]:
    """Save a figure as picture, numbers and caption.

    Args:
        figure: what a function of `framing.showing.figures` returned.
        folder: where to; made if missing.

    Returns:
        The files: `<name>-<lang>.svg`, `.png` and `.md`, and `<name>.csv`, which is the
        same in every language.

    Raises:
        OutputError: the folder cannot be written.
    """
    stem = Path(folder) / f"{figure.name}-{figure.lang}"
    pages = {
        "svg": _drawn(figure, "svg"),
        "png": _drawn(figure, "png"),
        "md": caption_page(figure).encode(),
    }
    saved = [write_whole(f"{stem}.{kind}", page) for kind, page in pages.items()]
    return [*saved, write_csv(figure.data, Path(folder) / f"{figure.name}.csv", bom=False)]


def caption_page(figure: Figure) -> str:
    """Set a figure's title, picture, caption and alternative text as a page of Markdown."""
    alt = _line(figure.alt)
    in_brackets = alt.replace("\\", r"\\").replace("[", r"\[").replace("]", r"\]")
    return (
        f"# {_line(figure.title)}\n\n"
        f"![{in_brackets}]({figure.name}-{figure.lang}.png)\n\n"
        f"{figure.caption.strip()}\n\n"
        f"{_ALT_TEXT[figure.lang]}: {alt}\n\n"
        f"{_NUMBERS[figure.lang]}: [{figure.name}.csv]({figure.name}.csv)\n"
    )


def _drawn(figure: Figure, kind: Literal["svg", "png"]) -> bytes:
    """Draw the picture as bytes that hold its title but no date and no version."""
    about = {"Title": _line(figure.title), "Description": _line(figure.alt)}
    machine = {"Date": None, "Creator": None} if kind == "svg" else {"Software": None}
    page = BytesIO()
    with figure_style():
        figure.figure.savefig(page, format=kind, metadata={**about, **machine})
    return page.getvalue()


def _line(text: str) -> str:
    return " ".join(text.split())
