"""Text is text wherever it is shown: on a terminal, in HTML, in Markdown, in the XML of a picture.

Article text and metadata may hold markup, scripts, control characters and bidirectional controls
that turn a line round. Whatever this package shows passes one of these functions, and nothing else
escapes. What it writes as data (CSV, JSON Lines, Parquet) is exact instead: there a text's cell
holds the text (see `framing.base.exports`).
"""

import html
import re

_BIDI_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f]")
_LINE_ENDS = re.compile("\r\n?")
_CONTROLS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufff9-\ufffb\ufffe\uffff]"
)
# What a reader of Markdown takes for a mark: anywhere, round a word, at the head of a line.
_MARKS = re.compile(r"[\\`*\[\]#|~$]|&(?=#?\w+;)|(?<!\w)_|_(?!\w)|^[-+=:>]")
_NUMBER = re.compile(r"^(\d+)([.)])(?!\S)")


class Shown(str):
    """HTML that a notebook draws; elsewhere it is a string, its code left out when it is named.

    >>> Shown("<table></table>")
    <HTML, drawn in a notebook>
    """

    __slots__ = ()

    def __repr__(self) -> str:
        return "<HTML, drawn in a notebook>"

    def _repr_html_(self) -> str:
        return str(self)


def harmless(text: object) -> str:
    r"""Keep lines and tabs; drop bidi controls, show other controls as a replacement sign.

    >>> harmless("a\x1b[2J\u202e\r\n") == "a\ufffd[2J\n"
    True
    """
    return _CONTROLS.sub("\ufffd", _LINE_ENDS.sub("\n", _BIDI_CONTROLS.sub("", str(text))))


def escape(text: object) -> str:
    """Make text harmless and escape it for HTML.

    >>> escape('<b>"x"</b>\u202e')
    '&lt;b&gt;&quot;x&quot;&lt;/b&gt;'
    """
    return html.escape(harmless(text), quote=True)


def markdown(text: object) -> str:
    r"""Make text harmless, set it on one line and escape it for Markdown.

    >>> print(markdown("# *a* <b>\n[x](y) span_ids"))
    \# \*a\* &lt;b> \[x\](y) span_ids
    """
    line = _MARKS.sub(r"\\\g<0>", " ".join(harmless(text).split()))
    return _NUMBER.sub(r"\1\\\2", line).replace("<", "&lt;")
