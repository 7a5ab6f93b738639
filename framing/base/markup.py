"""Put untrusted article text into HTML.

Article text may hold markup, scripts and bidirectional controls that turn a page round.
Everything this package shows as HTML passes `escape`, and nothing else escapes.
"""

import html
import re

_BIDI_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


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


def escape(text: object) -> str:
    """Escape text for HTML; drop bidi controls, show other controls as a replacement sign.

    >>> escape('<b>"x"</b>\u202e')
    '&lt;b&gt;&quot;x&quot;&lt;/b&gt;'
    """
    shown = _CONTROLS.sub("\ufffd", _BIDI_CONTROLS.sub("", str(text)))
    return html.escape(shown, quote=True)
