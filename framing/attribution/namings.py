"""What a text calls a thing that has several names: which name, of what.

The names are those of the lexicon of naming: all entries of one `referent` are alternatives, a
longer name counts before a shorter one in it. A bare النظام or الحكومة (`anaphor`) is of the
referent of its category that was named last before; it counts with the article, where no definite
adjective follows (النظام الصحي) and one was named.
"""

from dataclasses import dataclass

from framing.lexicon.entries import load_lexicon
from framing.lexicon.evidence import scored_hits
from framing.lexicon.matching import Hit
from framing.text.once import once
from framing.text.tokens import Words

LEXICON = "naming"
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
    last: dict[str, str] = {}  # of each category the referent named last
    for hit in scored_hits(words, load_lexicon(LEXICON)):
        category, referent = hit.entry.category, hit.entry.referent
        if hit.entry.anaphor:
            referent = last.get(category, "") if _stands_alone(words, hit) else ""
        if referent:
            last[category] = referent
            found.append(Naming(hit, referent))
    return tuple(found)


def _stands_alone(words: Words, hit: Hit) -> bool:
    """Whether a word has its article and no definite adjective behind it."""
    following = hit.last + 1
    if not hit.head.article:
        return False
    is_joined = following < len(words) and not words.gap(hit.last).strip(_WITHIN)
    return not (is_joined and words.skeletons[following].startswith("ال"))
