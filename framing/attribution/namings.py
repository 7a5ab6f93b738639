"""What a text calls a thing that has several names: which name, of what.

The names are those of the lexicon of naming: all entries of one `referent` are alternatives, a
longer name counts before a shorter one in it. A bare النظام or الحكومة (`anaphor`) is of the
referent of its category that was named last before, at most `TAKEN_UP_WITHIN` words away; it
counts with the article, where no definite adjective follows (النظام الصحي). A name that several
things bear (القوات الحكومية) is of the one whose country is of the two that the text names most.
"""

from collections import Counter
from dataclasses import dataclass

from framing.attribution.actors import actors_in
from framing.lexicon.entries import load_lexicon
from framing.lexicon.evidence import scored_hits
from framing.lexicon.matching import Hit
from framing.text.once import once
from framing.text.tokens import Words

LEXICON = "naming"
TAKEN_UP_WITHIN = 60  # words
_WITHIN = " \u00a0"  # what parts a noun from its adjective


@dataclass(frozen=True, slots=True)
class Naming:
    """A name where it stands, and the id of what it names."""

    hit: Hit
    referent: str


@once
def namings_in(words: Words) -> tuple[Naming, ...]:
    """The names of things with several names, in order, without overlaps."""
    found: list[Naming] = []
    last: dict[str, Naming] = {}  # of each category
    for hit in scored_hits(words, load_lexicon(LEXICON)):
        category, referent = hit.entry.category, hit.entry.referent
        if hit.entry.anaphor and referent:
            referent = referent if referent.partition("-")[0] in _countries(words) else ""
        elif hit.entry.anaphor:
            before = last.get(category)
            is_near = before is not None and hit.first - before.hit.last <= TAKEN_UP_WITHIN
            referent = before.referent if before and is_near and _stands_alone(words, hit) else ""
        if referent:
            last[category] = Naming(hit, referent)
            found.append(last[category])
    return tuple(found)


@once
def _countries(words: Words) -> frozenset[str]:
    """The two countries that a text names most: by name, town, people."""
    counts = Counter(
        hit.entry.category.partition("-")[0]
        for hit in actors_in(words)
        if hit.entry.actor in ("country", "place", "people")
    )
    return frozenset(country for country, _ in counts.most_common(2))


def _stands_alone(words: Words, hit: Hit) -> bool:
    """Whether a word has its article and no definite adjective behind it."""
    following = hit.last + 1
    if not hit.head.article:
        return False
    is_joined = following < len(words) and not words.gap(hit.last).strip(_WITHIN)
    return not (is_joined and words.skeletons[following].startswith("ال"))
