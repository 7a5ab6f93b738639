"""How to cite this package: the version used, and the lexicons that the numbers rest on.

Author, version and licence are read from the installed package, so that a citation names
what was run. The articles of a corpus are cited with their publishers, not with this.
"""

import json
from email.message import Message
from importlib.metadata import metadata
from typing import Literal, cast

from framing.base.errors import unknown
from framing.lexicon.entries import load_lexicon
from framing.lexicon.source_files import lexicon_names

Style = Literal["bibtex", "text", "apa", "csl"]

_STYLES = ("bibtex", "text", "apa", "csl")
_TEX = str.maketrans({sign: f"\\{sign}" for sign in "#$%&_{}"})


def cite(style: Style = "bibtex") -> str:
    """Say how to cite the version in use: as BibTeX, a line of text, APA (7th ed.) or CSL-JSON.

    The shipped lexicons are named with version and SHA-256, since a number moves when a
    lexicon does; APA has no place for them. No year is given, since the package tells none.

    Raises `UnknownNameError` for a style nobody knows.

    >>> print(cite().splitlines()[0])
    @software{framing-0.1.0,
    >>> cite("apa")
    'The framing developers. (n.d.). framing (Version 0.1.0) [Computer software].'
    """
    if style not in _STYLES:
        raise unknown("citation style", style, _STYLES)
    package = cast(Message, metadata("framing"))
    fields = {
        "title": f"framing: {package['Summary']}",
        "author": " and ".join(f"{{{_tex(name)}}}" for name in _authors(package)),
        "version": package["Version"],
        "license": package["License-Expression"],
        "note": f"Lexicons: {'; '.join(load_lexicon(name).label for name in lexicon_names())}",
    }
    authors = ", ".join(_authors(package))
    if style == "text":
        return f"{authors}. {fields['title']}. Version {fields['version']}. {fields['note']}."
    if style == "apa":
        return f"{authors}. (n.d.). framing (Version {fields['version']}) [Computer software]."
    if style == "csl":
        return _csl(package, fields)
    lines = ",\n".join(
        f"  {name} = {{{value if name == 'author' else _tex(value)}}}"
        for name, value in fields.items()
    )
    return f"@software{{framing-{package['Version']},\n{lines}\n}}\n"


def _csl(package: Message, fields: dict[str, str]) -> str:
    """The reference as a list of one item that reference managers read."""
    item = {
        "id": f"framing-{fields['version']}",
        "type": "software",
        "title": fields["title"],
        "author": [{"literal": name} for name in _authors(package)],
        "version": fields["version"],
        "note": fields["note"],
    }
    return json.dumps([item], indent=2, ensure_ascii=False) + "\n"


def _authors(package: Message) -> list[str]:
    return [name.strip() for name in str(package["Author"]).split(",")]


def _tex(text: str) -> str:
    return text.translate(_TEX)
