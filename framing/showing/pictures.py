"""Drawings inside a page: the same pictures in a third of the bytes, read aloud by their words.

matplotlib writes every letter's outline once for each drawing, long names, numbers with six
decimals, and each text once more as a comment. Here a page has each outline once, and a number
three digits of a point. The files beside the page are left as they were drawn.
"""

import re
from collections.abc import Iterable
from itertools import count

from framing.base.markup import Shown, escape

_DROPPED = re.compile(
    r"^.*?(?=<svg)|<!--.*?-->|<metadata>.*?</metadata>|<title>.*?</title>|<desc>.*?</desc>"
    r"|<defs>\s*<style[^>]*>.*?</style>\s*</defs>|<svg[^>]*>",
    re.S,
)
_SIZE = re.compile(r'<svg[^>]* width="([\d.]+)pt" height="([\d.]+)pt"')
_GAP = re.compile(r"\s*\n\s*")
_PLACES = re.compile(r'(?<= d=")[^"]*|(?<= (?:x|y)=")[^"]*|(?<=translate\()[^)]*')
_STROKE = re.compile(r" *([A-Za-z]) *")
_FRACTION = re.compile(r"-?\d+\.\d{3,}")
_LETTER = re.compile(r'<use href="([^"]+)" transform="translate\(([\d.-]+) 0\)"/>')
_SPACED = re.compile(r'(?<=[;:]) (?=[^"<>]*"[ />])')
_OUTLINE = re.compile(r'<path id="(DejaVuSans[^"]*)"[^>]*/>')
_BLANK = re.compile(r'<path id="(DejaVuSans[^"]*)" (?!d=)')  # of a space
_USED = re.compile(r'(?<=href="#)[^"]+|(?<=url\(#)[^)]+')
_NAMED = re.compile(r'(?P<before> id="|href="#|url\(#)(?P<name>[^")]+)(?P<after>"?)')
# What matplotlib says of every element in a style sheet, which would be the whole page's.
_LINES = 'stroke-linejoin="round" stroke-linecap="butt"'


def inside(drawings: Iterable[tuple[bytes, str]]) -> list[Shown]:
    """Drawings of matplotlib's, each with its alternative text, as the `<svg>` of one page.

    The outline of a letter stands in the first drawing that has it; the others refer there.
    """
    names, numbers, known = dict[str, str](), count(1), set[str]()
    shown = []
    for place, (drawing, alt) in enumerate(drawings):
        text = _small(drawing.decode())
        text = _OUTLINE.sub(lambda found: _once(found, known), text).replace("<defs></defs>", "")
        used = {found[0] for found in _USED.finditer(text)}

        def renamed(found: "re.Match[str]", place: int = place, used: set[str] = used) -> str:
            name, is_letter = found["name"], found["name"].startswith("DejaVuSans")
            if found["before"] == ' id="' and not is_letter and name not in used:
                return ""
            key = name if is_letter else f"{place} {name}"
            short = names.get(key) or names.setdefault(key, f"g{next(numbers)}")
            return f"{found['before']}{short}{found['after']}"

        [(width, height)] = _SIZE.findall(drawing.decode())
        head = (
            f'<svg role="img" aria-label="{escape(alt)}" viewBox="0 0 {width} {height}" '
            f'width="{float(width) * 4 / 3:.0f}" height="{float(height) * 4 / 3:.0f}" {_LINES}>'
        )
        shown.append(Shown(head + _NAMED.sub(renamed, text)))
    return shown


def _small(svg: str) -> str:
    """What is inside a drawing, without what is not seen.

    >>> _small('<?xml?><svg><!-- a --><path id="p" d="M 1.23456 2 "/>'
    ...        '<use xlink:href="#p" transform="translate(2.55 0)"/></svg>')
    '<path id="p" d="M1.23 2 "/><use href="#p" x="2.5"/></svg>'
    """
    text = _GAP.sub(_joint, _DROPPED.sub("", svg)).replace("xlink:href", "href")
    text = _PLACES.sub(lambda found: _FRACTION.sub(_rounded, _STROKE.sub(r"\1", found[0])), text)
    text = _BLANK.sub(r'<path id="\1" d="M0 0" ', text)
    return _SPACED.sub("", _LETTER.sub(_letter, text))


def _joint(gap: "re.Match[str]") -> str:
    """What is left of a line's end: nothing between tags, a space inside one."""
    before, after = gap.string[gap.start() - 1 : gap.start()], gap.string[gap.end() : gap.end() + 1]
    return "" if before == ">" or after in '<"' else " "


def _rounded(found: "re.Match[str]") -> str:
    return f"{float(found[0]):.2f}".rstrip("0").rstrip(".")


def _letter(found: "re.Match[str]") -> str:
    """A letter at its place in a line, which is given in hundredths of its size."""
    return f'<use href="{found[1]}" x="{float(found[2]):.1f}"/>'


def _once(outline: "re.Match[str]", known: set[str]) -> str:
    """The outline of a letter where it stands first, nothing after."""
    if outline[1] in known:
        return ""
    known.add(outline[1])
    return outline[0]
