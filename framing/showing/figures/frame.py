"""What stands round every drawing: its title, where reading begins, its legend, its margins."""

from collections.abc import Sequence
from textwrap import wrap

from matplotlib.artist import Artist
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

from framing.showing.figures.labels import arabic_label

LETTERS, MOST_LINES = 40, 3  # of a name beside a drawing: in a line, and lines


def name_label(name: str, *, is_arabic: bool, letters: int = LETTERS) -> str:
    """A name beside a drawing, in lines that leave it room; of a very long one the beginning."""
    lines = [line for part in name.split("\n") for line in wrap(part, letters)]
    if len(lines) > MOST_LINES:
        lines[MOST_LINES - 1 :] = [f"{lines[MOST_LINES - 1]} …"]
    return arabic_label("\n".join(lines), rtl=is_arabic)


def write_title(figure: Figure, title: str, *, is_arabic: bool) -> None:
    """Write the title at the left in English, at the right in Arabic."""
    figure.suptitle(
        arabic_label(title, rtl=is_arabic),
        x=0.99 if is_arabic else 0.01, ha="right" if is_arabic else "left", fontsize=12,
    )  # fmt: skip


def add_legend(
    figure: Figure, handles: Sequence[Artist], *, is_arabic: bool, title: str | None = None
) -> None:
    """Set the legend under the drawing, its first sign where reading begins."""
    figure.legend(
        handles=handles[::-1] if is_arabic else handles, loc="outside lower center",
        ncols=len(handles), title=title, markerfirst=not is_arabic,
    )  # fmt: skip


def lay_out(figure: Figure) -> None:
    """Settle where everything stands, once for all formats.

    While a drawing has a layout engine, matplotlib lays it out anew for every picture, in a
    pass of its own over all that is to be drawn. Letters are measured as SVG draws them: in
    no format's pixels.
    """
    engine = figure.get_layout_engine()
    if engine is None:
        return
    canvas, dpi = figure.canvas, figure.dpi
    FigureCanvasSVG(figure)
    figure.dpi = FigureCanvasSVG.fixed_dpi
    engine.execute(figure)
    figure.set_canvas(canvas)
    figure.dpi = dpi
    figure.set_layout_engine(None)
