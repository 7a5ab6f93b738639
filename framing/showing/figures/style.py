"""How every figure looks: one font, one size, one set of colours, marks and hatches.

A series is told apart three times over: by a colour that colour-blind readers tell apart
(Okabe and Ito's eight), by a lightness that differs from its neighbours' when printed in
grey, and by a marker or a hatch of its own.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

import matplotlib as mpl
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import findfont, fontManager

from framing.base.errors import FramingError

Language = Literal["en", "ar"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

FONT = "DejaVu Sans"  # comes inside matplotlib, so it is the same everywhere; has Arabic letters

# Okabe and Ito (2008), Color Universal Design, https://jfly.uni-koeln.de/color/. Their order
# is changed so that neighbours differ in lightness; the first five differ pairwise.
PALETTE = (
    "#0072B2",  # blue, L* 46
    "#E69F00",  # orange, 71
    "#000000",  # black, 0
    "#F0E442",  # yellow, 89
    "#009E73",  # bluish green, 58
    "#56B4E9",  # sky blue, 70
    "#D55E00",  # vermillion, 54
    "#CC79A7",  # reddish purple, 61
)
MARKERS = ("o", "s", "^", "D", "v", "P", "X", "*")
HATCHES = ("", "///", "\\\\\\", "...", "xxx", "--", "++", "||")

EDGE = "#333333"  # edges of bars and markers, so that yellow stands out from white

_LOOK: dict[Any, Any] = {
    "font.family": [FONT],
    "font.size": 10.0,
    "axes.titlesize": 11.0,
    "axes.labelsize": 10.0,
    "xtick.labelsize": 9.0,
    "ytick.labelsize": 9.0,
    "legend.fontsize": 9.0,
    "legend.frameon": False,
    "figure.dpi": 200.0,
    "savefig.dpi": "figure",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.edgecolor": EDGE,
    "axes.axisbelow": True,
    "axes.grid": True,
    "grid.color": "#E3E3E3",
    "grid.linewidth": 0.6,
    "xtick.color": EDGE,
    "ytick.color": EDGE,
    "lines.linewidth": 1.6,
    "lines.markersize": 6.0,
    "patch.edgecolor": EDGE,
    "patch.force_edgecolor": True,
    "patch.linewidth": 0.6,
    "hatch.linewidth": 0.6,
    "hatch.color": EDGE,
    "text.hinting": "none",  # letters as wide in dots as in SVG, so that both have one layout
    "text.parse_math": False,  # a dollar in a headline is a dollar
    "svg.fonttype": "path",  # as text, Arabic comes out misordered in browsers
    "svg.hashsalt": "framing",  # the same figure twice gives the same bytes
}


@dataclass(frozen=True)
class SeriesStyle:
    """How one series (most often an outlet) looks wherever it appears."""

    color: str
    marker: str
    hatch: str


@contextmanager
def figure_style(lang: Language = "en") -> Iterator[None]:
    """Draw in the style of this package, whatever the reader's own settings are.

    They are put aside, so that a figure is the same on every machine, and come back after.
    A title stands where reading begins: at the left in English, at the right in Arabic.
    On a logarithmic axis write the ticks out, since `$` starts no formula here.

    >>> with figure_style():
    ...     mpl.rcParams["font.family"]
    ['DejaVu Sans']
    """
    _list_own_font_first()
    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update(_LOOK)
        mpl.rcParams["axes.titlelocation"] = "right" if lang == "ar" else "left"
        yield


def _list_own_font_first() -> None:
    """Find the font inside matplotlib, also where its list of fonts is another installation's.

    matplotlib keeps that list for all installations of a user; of two equal fonts the first
    listed is drawn, and one of the system may have other shapes.
    """
    own = Path(mpl.get_data_path()) / "fonts" / "ttf"
    if Path(findfont(FONT)).is_relative_to(own):
        return
    others = fontManager.ttflist
    fontManager.ttflist = []
    for path in sorted(own.glob("DejaVuSans*.ttf")):
        fontManager.addfont(path)
    fontManager.ttflist += others


def blank_figure(width: float = 7.0, height: float = 4.0) -> Figure:
    """Open an empty figure, sizes in inches; call it inside `figure_style()`.

    It belongs to nobody's list of open figures, so it shows itself only when asked to.
    """
    figure = Figure(figsize=(width, height), layout="constrained")
    FigureCanvasAgg(figure)
    return figure


def series_styles(names: Iterable[str]) -> dict[str, SeriesStyle]:
    """Give each series its colour, marker and hatch, by its place among all of them.

    Pass every outlet of the corpus in the corpus's order, also those a figure leaves out:
    then an outlet looks the same in all figures. From the ninth on colours come round
    again, with another marker and another hatch.

    Args:
        names: the series in order; repeated names count once.

    Raises:
        FramingError: there are more than 64 series, which no reader could tell apart.

    >>> styles = series_styles(["Alhayat", "RT Arabic", "Alhayat"])
    >>> {name: style.marker for name, style in styles.items()}
    {'Alhayat': 'o', 'RT Arabic': 's'}
    """
    distinct = list(dict.fromkeys(names))
    most = len(PALETTE) * len(MARKERS)
    if len(distinct) > most:
        raise FramingError(
            f"There are {len(distinct)} series and at most {most} can be told apart in one figure. "
            "Draw fewer outlets, or join the small ones into one group first."
        )
    return {name: _style(place) for place, name in enumerate(distinct)}


def _style(place: int) -> SeriesStyle:
    turn, color = divmod(place, len(PALETTE))
    other = (color + turn) % len(MARKERS)
    return SeriesStyle(PALETTE[color], MARKERS[other], HATCHES[other])
