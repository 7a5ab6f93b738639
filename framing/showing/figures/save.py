"""A figure with its numbers, its caption and its words for who cannot see it.

It shows itself in a notebook, and is saved as the picture (SVG, or what is asked for), the
numbers that are plotted (CSV), and the caption with the alternative text (Markdown). The
same figure gives the same bytes, today and in another process.
"""

import base64
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from typing import Literal

import matplotlib.figure
import pandas as pd

from framing.base.files import folder_whole, write_csv, write_whole
from framing.base.markup import escape, harmless, markdown
from framing.lexicon.entries import load_lexicon
from framing.lexicon.source_files import lexicon_names
from framing.showing.figures.frame import lay_out
from framing.showing.figures.phrases import About, phrase
from framing.showing.figures.style import Language, figure_style

PictureFormat = Literal["svg", "png"]

_PROVENANCE = "provenance.json"


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

    def _repr_html_(self) -> str:
        code = base64.b64encode(picture(self, "png")).decode("ascii")
        width = round(self.figure.get_figwidth() * 96)  # the size it has on paper
        direction = "rtl" if self.lang == "ar" else "ltr"
        return (
            f'<figure lang="{self.lang}" dir="{direction}" style="margin:0">'
            f'<img alt="{escape(_line(self.alt))}" width="{width}" style="max-width:100%" '
            f'src="data:image/png;base64,{code}">'
            f"<figcaption>{escape(self.caption)}</figcaption></figure>"
        )


@dataclass(frozen=True, eq=False)
class Drawn:
    """A figure as its files have it: the drawing as bytes, so that another process can send it.

    Attributes:
        width: of the picture on paper, in pixels of 1/96 inch.
        pictures: its bytes, by format.
        name, title, data, caption, alt, lang: as of a `Figure`.
    """

    name: str
    title: str
    width: int
    pictures: Mapping[PictureFormat, bytes] = field(repr=False)
    data: pd.DataFrame = field(repr=False)
    caption: str
    alt: str
    lang: Language


def drawn(figure: Figure, formats: Sequence[PictureFormat] = ("svg",)) -> Drawn:
    """A figure with its pictures drawn, in these formats and no other."""
    return Drawn(
        name=figure.name,
        title=figure.title,
        width=round(figure.figure.get_figwidth() * 96),
        pictures={kind: picture(figure, kind) for kind in formats},
        data=figure.data,
        caption=figure.caption,
        alt=figure.alt,
        lang=figure.lang,
    )


def finished(
    about: About,
    drawing: matplotlib.figure.Figure,
    data: pd.DataFrame,
    caption: str,
    alt: Sequence[str],
) -> Figure:
    """A drawing with its numbers and its words; `alt` are sentences on what it shows."""
    title = about.title.rstrip("?؟")
    shown = list(dict.fromkeys(one for one in alt if one)) or [phrase("nothing", about.lang)]
    return Figure(
        name=about.name,
        title=about.title,
        figure=drawing,
        data=data,
        caption=caption,
        alt=f"{title}. {' '.join(shown)}",
        lang=about.lang,
    )


def save_figure(
    figure: Figure, folder: str | Path, formats: Sequence[PictureFormat] = ("svg",)
) -> list[Path]:
    """Save a figure as picture, numbers and caption.

    Args:
        figure: what a function of `framing.showing.figures` returned.
        folder: where to; made if missing.
        formats: of the picture, "svg", "png" or both; the caption shows the first.

    Returns:
        The files: `<name>-<lang>` with the ending of each format and `.md`, and
        `<name>.csv`, which is the same in every language.

    Raises:
        OutputError: the folder cannot be written.
    """
    with folder_whole(folder, last=f"{figure.name}-{figure.lang}.md") as built:
        saved = _write(drawn(figure, formats), built, formats)
    return [Path(folder) / path.name for path in saved]


def save_figures(
    figures: Iterable[Figure | Drawn],
    folder: str | Path,
    formats: Sequence[PictureFormat] = ("svg",),
) -> list[Path]:
    """Save a folder of figures, and once for all of them what their numbers rest on.

    None is put in place before all are drawn.

    Args:
        figures: what is drawn while it is saved, such as `framing.showing.figures.draw_all` gives,
            or was drawn already, in these formats.
        folder: where to; made if missing.
        formats: of the pictures, as in `save_figure`.

    Returns:
        The files of every figure, each once, and `provenance.json`: the versions of the
        package and of its lexicons, each of these with the SHA-256 of its file.

    Raises:
        OutputError: the folder cannot be written.
    """
    with folder_whole(folder, last=_PROVENANCE) as built:
        saved = [
            path
            for figure in figures
            for path in _write(
                figure if isinstance(figure, Drawn) else drawn(figure, formats), built, formats
            )
        ]
        saved.append(write_whole(built / _PROVENANCE, _provenance().encode()))
    return [Path(folder) / name for name in dict.fromkeys(path.name for path in saved)]


def _write(figure: Drawn, folder: Path, formats: Sequence[PictureFormat]) -> list[Path]:
    stem = folder / f"{figure.name}-{figure.lang}"
    saved = [write_whole(f"{stem}.{kind}", figure.pictures[kind]) for kind in formats]
    saved.append(write_whole(f"{stem}.md", caption_page(figure, formats[0]).encode()))
    return [*saved, write_csv(figure.data, folder / f"{figure.name}.csv", bom=False)]


def _provenance() -> str:
    lexicons = map(load_lexicon, lexicon_names())
    used = {one.name: {"version": one.version, "sha256": one.digest} for one in lexicons}
    return json.dumps({"framing": version("framing"), "lexicons": used}, indent=2) + "\n"


def caption_page(figure: Figure | Drawn, shown: PictureFormat = "svg") -> str:
    """Set a figure's title, picture, caption and alternative text as a page of Markdown."""
    alt = markdown(figure.alt)
    return (
        f"# {markdown(figure.title)}\n\n"
        f"![{alt}]({figure.name}-{figure.lang}.{shown})\n\n"
        f"{markdown(figure.caption)}\n\n"
        f"{phrase('alternative text', figure.lang)}: {alt}\n\n"
        f"{phrase('plotted numbers', figure.lang)}: [{figure.name}.csv]({figure.name}.csv)\n"
    )


def picture(figure: Figure, kind: PictureFormat) -> bytes:
    """Draw the picture as bytes that hold its title but no date and no version."""
    about = {"Title": _line(figure.title), "Description": _line(figure.alt)}
    machine = {"Date": None, "Creator": None} if kind == "svg" else {"Software": None}
    page = BytesIO()
    with figure_style():
        lay_out(figure.figure)
        figure.figure.savefig(page, format=kind, metadata={**about, **machine})
    return page.getvalue()


def _line(text: str) -> str:
    return " ".join(harmless(text).split())
