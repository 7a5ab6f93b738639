"""What stands round every drawing: its title, where reading begins, and its legend."""

from collections.abc import Sequence

from matplotlib.artist import Artist
from matplotlib.figure import Figure

from framing.showing.figures.labels import arabic_label


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
