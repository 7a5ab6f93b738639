r"""Damage of the web, read as what it stands for, place for place.

Entities that were never decoded (&quot;, or quot; where a cleaner took the ampersand) and escapes
that were never resolved (a literal \n) stand in the way of words and marks. What they stand for is
written over them in as many characters, so that every offset of the mended text is one of the
untouched text: a quotation mark is filled up with `FILL`, which belongs to it, a letter is left
alone, and all else becomes spaces or line breaks.
"""

import html

import regex

from framing.text.characters import FILL, QUOTATION_MARKS

_NAMED = "quot|laquo|raquo|ldquo|rdquo|lsquo|rsquo|bdquo|apos|nbsp|ndash|mdash|hellip|lrm|rlm|amp"
_DAMAGE = regex.compile(
    rf"""
      &(?:amp;)* (?<entity> \#\d{{2,5}} | \#[xX][0-9a-fA-F]{{2,4}} | [a-zA-Z]{{2,6}} ) ;
    | (?<![\p{{Latin}}\p{{N}}&]) (?:amp;)* (?<entity> {_NAMED} | \#0?3[49] ) ;
    | \\ (?<escape> [nrt](?!\p{{Latin}}) | ["'] )
    """,
    regex.VERBOSE,
)
_SIGNS = ("&", ";", "\\")  # one of which all damage has
_APOSTROPHE = "'"


def mend(text: str) -> str:
    """Write over the damage of a text what it stands for; the length stays the same.

    >>> mend("قال&nbsp;إن quot;الحيquot; آمن").replace(FILL, "~")
    'قال      إن "~~~~الحي"~~~~ آمن'
    """
    if not any(sign in text for sign in _SIGNS):
        return text
    return str(_DAMAGE.sub(_mended, text))


def _mended(damage: "regex.Match[str]") -> str:
    printed, escape = str(damage[0]), damage["escape"]
    size = len(printed)
    if escape:
        return _filled(escape, size) if escape in "\"'" else (" " if escape == "t" else "\n") * size
    sign = html.unescape(f"&{damage['entity']};")
    if sign == _APOSTROPHE:
        sign = _single(damage)
    if len(sign) != 1 or sign.isalnum():
        return printed
    if sign in QUOTATION_MARKS:
        return _filled(sign, size)
    return sign + " " * (size - 1) if sign.isprintable() else " " * size


def _filled(sign: str, size: int) -> str:
    return sign + FILL * (size - 1)


def _single(damage: "regex.Match[str]") -> str:
    """An apostrophe as the mark it is beside Arabic: one that opens, or one that closes."""
    after = damage.string[damage.end() : damage.end() + 1]
    return "‘" if after.isalpha() else "’"
