"""What a reader brings along to a reading: a parser, a gazetteer of actors."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from framing.text.parsing import Token


@dataclass(frozen=True)
class Resources:
    """What is asked beside the package's own rules and data; None for nothing of one's own.

    Attributes:
        parser: any function from a text to the tokens of `framing.text.parsing`.
        gazetteer: the actors that are known, as `framing.attribution.actors.known_actors` gives
            them.
    """

    parser: Callable[[str], Sequence[Token]] | None = None
    gazetteer: Hashable | None = None


NOTHING = Resources()
