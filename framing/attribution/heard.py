"""Whom an article has let speak so far: of every kind the last one at hand."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from framing.attribution.rules import MEDIA, NO_RULES, UNKNOWN, WEAK_SIDES, WEAK_TYPES, Rules


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: an id within the article, the side, the type, and the rules they are known by.

    `offices`, `names` and `head`, the first word without its article, are what it was called by;
    `is_issuer` says that it is a statement, or speaks in one.
    """

    entity: str
    side: str
    source_type: str
    rules: Rules = NO_RULES
    offices: tuple[str, ...] = ()
    names: frozenset[str] = frozenset()
    head: str = ""
    is_issuer: bool = False

    def again(self, rule: str) -> "Speaker":
        """The same, known by another rule from now on; what a weak rule says is no surer."""
        weak: tuple[frozenset[str], ...] = (frozenset(), WEAK_SIDES, WEAK_TYPES)
        known = zip(self.rules, weak, strict=True)
        rules = Rules(*(old if old is None or old in doubted else rule for old, doubted in known))
        return self if rules == self.rules else replace(self, rules=rules)

    def trusted(self) -> "Speaker":
        """The same, as far as it is known by rules that are right often enough."""
        entity, side, source_type = self.rules
        if side in WEAK_SIDES:
            return replace(self, side=UNKNOWN, rules=Rules(entity, None, source_type)).trusted()
        if source_type in WEAK_TYPES:
            return replace(self, source_type=UNKNOWN, rules=Rules(entity, side, None))
        return self


NOBODY = Speaker(UNKNOWN, UNKNOWN, UNKNOWN)
SAID = Speaker(UNKNOWN, UNKNOWN, "anonymous", Rules(None, None, "unnamed"))  # it is said


class Heard:
    """The speakers so far, asked for the last one who bore a name or held an office.

    `last` is whoever spoke last, `unnamed` the last one left unnamed or, if that was later, who
    issued a statement; `issuer` whoever issued the last statement; `side` the last side that is
    known and no outlet's.
    """

    def __init__(self) -> None:
        self.last: Speaker | None = None
        self.unnamed: Speaker | None = None
        self.issuer: Speaker | None = None
        self.side = UNKNOWN
        self._by_name: dict[str, Speaker] = {}
        self._by_head: dict[str, Speaker] = {}
        self._by_office: dict[str, tuple[int, Speaker]] = {}
        self._count = 0

    def hear(self, speaker: Speaker) -> None:
        """Take note of who speaks next."""
        self._count += 1
        self.last = speaker
        if speaker.is_issuer:
            self.issuer = speaker
            self.unnamed = None
        if speaker.source_type == "anonymous":
            self.unnamed = speaker
        if speaker.side not in (UNKNOWN, MEDIA):
            self.side = speaker.side
        self._by_name |= dict.fromkeys(speaker.names, speaker)
        self._by_head[speaker.head] = speaker
        self._by_office |= dict.fromkeys(speaker.offices, (self._count, speaker))

    def called(self, name: str) -> Speaker | None:
        """The last one who bore a name."""
        return self._by_name.get(name)

    def headed(self, noun: str) -> Speaker | None:
        """The last one whose name or description began with a noun."""
        return self._by_head.get(noun)

    def in_office(self, offices: Iterable[str]) -> Speaker | None:
        """The last one who held one of some offices."""
        held = [self._by_office[office] for office in offices if office in self._by_office]
        return max(held, key=lambda one: one[0])[1] if held else None
