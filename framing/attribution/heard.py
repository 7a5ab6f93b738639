"""Whom an article has let speak so far: of every kind the last one at hand."""

from collections.abc import Iterable
from dataclasses import dataclass

from framing.attribution.sides import UNKNOWN


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: an id within the article, the side, the type; and by what it was called."""

    entity: str
    side: str
    source_type: str
    offices: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()


NOBODY = Speaker(UNKNOWN, UNKNOWN, UNKNOWN)


class Heard:
    """The speakers so far, asked for the last one who bore a name or held an office.

    `last` is whoever spoke last, `unnamed` the last one left unnamed, `side` the last side that
    is known and no outlet's.
    """

    def __init__(self) -> None:
        self.last: Speaker | None = None
        self.unnamed: Speaker | None = None
        self.side = UNKNOWN
        self._by_name: dict[str, Speaker] = {}
        self._by_office: dict[str, tuple[int, Speaker]] = {}
        self._count = 0

    def hear(self, speaker: Speaker) -> None:
        """Take note of who speaks next."""
        self._count += 1
        self.last = speaker
        if speaker.source_type == "anonymous":
            self.unnamed = speaker
        if speaker.side not in (UNKNOWN, "media"):
            self.side = speaker.side
        self._by_name |= dict.fromkeys(speaker.names, speaker)
        self._by_office |= dict.fromkeys(speaker.offices, (self._count, speaker))

    def called(self, name: str) -> Speaker | None:
        """The last one who bore a name."""
        return self._by_name.get(name)

    def in_office(self, offices: Iterable[str]) -> Speaker | None:
        """The last one who held one of some offices."""
        held = [self._by_office[office] for office in offices if office in self._by_office]
        return max(held, key=lambda one: one[0])[1] if held else None
