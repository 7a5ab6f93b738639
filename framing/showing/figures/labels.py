"""Arabic in figures: joined and in order, whichever matplotlib draws it.

From 3.11 on matplotlib joins Arabic letters and orders them itself; before, it draws them
one by one from left to right. Help given to a matplotlib that needs none comes out
reversed, so this is the one place that knows, and every label goes through it exactly once.

Base direction is that of the first letter, as everywhere in Unicode, unless the caller
says otherwise. A name of Latin letters that begins with digits (02_x_EG_2025) keeps its own order
by marks of direction: the order of Unicode would move the digits to its end. Before 3.11 two
things are less than perfect: diacritics sit loosely on their letters, and brackets round Arabic
in a left-to-right label may face the wrong way.
"""

import re
import unicodedata
from itertools import pairwise

import matplotlib.ft2font

from framing.base.errors import FramingError
from framing.base.markup import harmless

_RTL_MARK = "\u200f"
_LTR_MARK = "\u200e"
# digits with the Latin letters that signs without direction join to them: 02_x_EG_2025, 7-day
_NAME = re.compile(r"(?<!\w)\d+[_.\-/:@#]+(?:[\w.\-/:@#]*[A-Za-z])[\w.\-/:@#]*", re.ASCII)
_NOT_IN_FONT = str.maketrans({"ٱ": "ا", "\t": " "})  # DejaVu Sans would draw a box


def arabic_label(text: str, *, rtl: bool | None = None) -> str:
    r"""Prepare a label for matplotlib, so that Arabic in it comes out joined and in order.

    Every text of a figure goes through here exactly once, on its way to matplotlib. Lines
    are prepared one by one. A label without Arabic comes back as it is, made harmless.

    Args:
        text: the label as one would type it.
        rtl: whether its lines run from right to left. Without it each line runs as its
            first letter does, so "RT العربية" runs from left to right; with `rtl=True` the
            Latin letters stand at the right.

    Returns:
        The string to hand to matplotlib, and to nothing else.

    Raises:
        FramingError: the label has been through here before, or was joined by other means.

    >>> arabic_label("RT Arabic\n2022")
    'RT Arabic\n2022'
    """
    lines = harmless(text).split("\n")
    if any(_is_shaped(line) for line in lines):
        raise FramingError(
            f"The label {text!r} already has its letters joined and reversed; joined again it "
            "would be illegible. Pass the text as one would type it, and call arabic_label once."
        )
    shape = _mark if matplotlib_shapes_arabic() else _shape
    return "\n".join(
        shape(_in_order(_plain(line)), rtl) if rtl or _has_rtl(line) else line for line in lines
    )


def matplotlib_shapes_arabic() -> bool:
    """Say whether the matplotlib that runs joins and orders Arabic itself (3.11 on)."""
    return hasattr(matplotlib.ft2font, "__libraqm_version__")


def _mark(line: str, rtl: bool | None) -> str:
    """Leave the letters to matplotlib; say the base direction where its guess would differ."""
    if rtl is None or rtl == _begins_rtl(line):
        return line
    return (_RTL_MARK if rtl else _LTR_MARK) + line


def _shape(line: str, rtl: bool | None) -> str:
    """Join the letters and put them in the order in which they are drawn, left to right."""
    from arabic_reshaper import ArabicReshaper  # only where matplotlib needs it
    from bidi.algorithm import get_display

    # By default diacritics are dropped, and الله becomes one sign DejaVu Sans lacks.
    keep = {"delete_harakat": False, "ARABIC LIGATURE ALLAH": False}
    joined = ArabicReshaper(configuration=keep).reshape(line)
    direction = None if rtl is None else "R" if rtl else "L"
    return str(get_display(joined, base_dir=direction)).replace(_LTR_MARK, "")


def _in_order(line: str) -> str:
    """Keep the digits that a name begins with before its letters, by marks of direction."""
    return _NAME.sub(lambda name: f"{_LTR_MARK}{name[0]}{_LTR_MARK}", line)


def _plain(line: str) -> str:
    """Turn ready-made letter shapes (ﻻ) into letters, and swap what the font lacks."""
    letters = (unicodedata.normalize("NFKC", sign) if _shape_of(sign) else sign for sign in line)
    return "".join(letters).translate(_NOT_IN_FONT)


def _is_shaped(line: str) -> bool:
    """Say whether a letter's shape joins it to a letter before it that does not join onward.

    A single ready-made shape, as some outlets print it (الإسﻼم), joins rightly.
    """
    signs = ["", *(sign for sign in line if not unicodedata.combining(sign))]
    return any(
        _shape_of(sign) in ("<medial>", "<final>") and not _joins_onward(before)
        for before, sign in pairwise(signs)
    )


def _joins_onward(sign: str) -> bool:
    return _shape_of(sign) in ("<initial>", "<medial>") or "\u0620" <= sign <= "\u06ff"


def _shape_of(sign: str) -> str:
    """The shape a ready-made Arabic letter has; empty for every other character."""
    if not ("\ufb50" <= sign <= "\ufdfc" or "\ufe80" <= sign <= "\ufefc"):
        return ""
    return unicodedata.decomposition(sign).partition(" ")[0]


def _has_rtl(line: str) -> bool:
    return any(unicodedata.bidirectional(sign) in ("R", "AL") for sign in line)


def _begins_rtl(line: str) -> bool | None:
    """The direction of the first letter; None where there is no letter."""
    directions = (unicodedata.bidirectional(sign) for sign in line)
    return next((way != "L" for way in directions if way in ("L", "R", "AL")), None)
