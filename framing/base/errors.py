"""What can go wrong, in full sentences with a way out.

Every error of this package is a `FramingError`. Its message names the thing, says in
what state it is, and ends with what to do. Known misspellings are answered with the
nearest known name.
"""

import traceback
from collections.abc import Iterable
from difflib import get_close_matches
from types import FrameType

MOST = 80  # characters of a foreign value that a message shows
MOST_OF_A_PATH = 300  # the same of a path
_MOST_KNOWN = 50  # names listed


class FramingError(Exception):
    """Any failure this package foresees; the message ends with a way out."""


class CorpusError(FramingError):
    """The articles or their metadata cannot be used as they are."""


class LexiconError(FramingError):
    """A lexicon cannot be found, or its file breaks the format."""


class ParseError(FramingError):
    """What a reader's own parser hands over does not fit the text."""


class ArticleError(FramingError):
    """Something cannot be worked out of an article; the message says which, and why."""


class PropositionError(FramingError):
    """A set of propositions cannot be read, or its file breaks the format."""


class CorpusWarning(UserWarning):
    """Articles were taken otherwise than they stand; the message says which and how."""


class SpeedWarning(UserWarning):
    """The same is found, but takes longer; the message says why and what helps."""


class OutputError(FramingError):
    """A result cannot be written where it was asked for."""


class UnknownNameError(FramingError, ValueError):
    """A name stands for nothing the package knows."""


def unknown(kind: str, name: object, known: Iterable[str]) -> UnknownNameError:
    """Build the error for a name nobody knows, with the nearest known one as a hint.

    >>> raise unknown("lexicon", "militency", ["attribution", "militancy"])
    Traceback (most recent call last):
    framing.base.errors.UnknownNameError: There is no lexicon named 'militency'. \
Did you mean 'militancy'? Known: attribution, militancy.
    """
    names = sorted(known)
    asked = cut(name if isinstance(name, str) else written(name))
    near = get_close_matches(asked, names, n=1)
    hint = f" Did you mean '{cut(near[0])}'?" if near else ""
    more = f" and {len(names) - _MOST_KNOWN} more" if len(names) > _MOST_KNOWN else ""
    listed = ", ".join(map(cut, names[:_MOST_KNOWN])) + more
    return UnknownNameError(f"There is no {kind} named '{asked}'.{hint} Known: {listed}.")


def cut(text: str, most: int = MOST) -> str:
    """A text from outside as a message shows it: whole if it is short, else its beginning.

    >>> cut("terror", 4)
    'terr…'
    """
    return text if len(text) <= most else f"{text[:most]}…"


def written(value: object) -> str:
    """A value from outside as a message shows it: as Python writes it, cut.

    >>> written(["ملك", 1])
    "['ملك', 1]"
    """
    if isinstance(value, str):
        value = value[: MOST + 1]
    try:
        return cut(repr(value))
    except (ValueError, RecursionError):  # an int too long to print, a list too deep
        return f"a value of type {type(value).__name__}"


def reason_of(failure: Exception) -> str:
    """Why something failed, in a sentence; of what nobody foresaw, with the function it was in.

    >>> reason_of(FramingError("The parser gave no word."))
    'The parser gave no word.'
    """
    if isinstance(failure, FramingError):
        return cut(str(failure), 4 * MOST)
    said = cut(" ".join(str(failure).split()))
    where = "".join(f" (in {place_of(frame)})" for frame in frames_of(failure)[-1:])
    return f"{type(failure).__name__}: {said or 'no more is known'}{where}."


def frames_of(failure: Exception) -> list[FrameType]:
    """Where a failure passed through this package, the innermost last."""
    here = __name__.partition(".")[0]
    return [
        frame
        for frame, _ in traceback.walk_tb(failure.__traceback__)
        if str(frame.f_globals.get("__name__")).partition(".")[0] == here
    ]


def place_of(frame: FrameType) -> str:
    """What a function is called, with its module."""
    return f"{frame.f_globals['__name__']}.{frame.f_code.co_qualname}"
