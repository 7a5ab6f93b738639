"""What can go wrong, in full sentences with a way out.

Every error of this package is a `FramingError`. Its message names the thing, says in
what state it is, and ends with what to do. Known misspellings are answered with the
nearest known name.
"""

from collections.abc import Iterable
from difflib import get_close_matches


class FramingError(Exception):
    """Any failure this package foresees; the message ends with a way out."""


class CorpusError(FramingError):
    """The articles or their metadata cannot be used as they are."""


class LexiconError(FramingError):
    """A lexicon cannot be found, or its file breaks the format."""


class ParseError(FramingError):
    """What a reader's own parser hands over does not fit the text."""


class PropositionError(FramingError):
    """A set of propositions cannot be read, or its file breaks the format."""


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
    near = get_close_matches(str(name), names, n=1)
    hint = f" Did you mean '{near[0]}'?" if near else ""
    return UnknownNameError(f"There is no {kind} named '{name}'.{hint} Known: {', '.join(names)}.")
