"""How to cite this package: the version used, and the lexicons that the numbers rest on.

Author, version and licence are read from the installed package, so that a citation names
what was run. The articles of a corpus are cited with their publishers, not with this.
"""

from email.message import Message
from importlib.metadata import metadata
from typing import Literal, cast

from framing.base.errors import unknown
from framing.lexicon.entries import load_lexicon
from framing.lexicon.source_files import lexicon_names

Style = Literal["bibtex", "text"]

_STYLES = ("bibtex", "text")
_TEX = str.maketrans({sign: f"\\{sign}" for sign in "#$%&_{}"})


def cite(style: Style = "bibtex") -> str:
    """Say how to cite the version in use, as BibTeX or as a line of text.

    The shipped lexicons are named with version and SHA-256, since a number moves when a
    lexicon does.

    Raises `UnknownNameError` for a style nobody knows.

    >>> print(cite().splitlines()[0])
    @software{framing-0.1.0,
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
    if style == "text":
        authors = ", ".join(_authors(package))
        return f"{authors}. {fields['title']}. Version {fields['version']}. {fields['note']}."
    lines = ",\n".join(
        f"  {name} = {{{value if name == 'author' else _tex(value)}}}"
        for name, value in fields.items()
    )
    return f"@software{{framing-{package['Version']},\n{lines}\n}}\n"


def _authors(package: Message) -> list[str]:
    return [name.strip() for name in str(package["Author"]).split(",")]


def _tex(text: str) -> str:
    return text.translate(_TEX)
