"""A leader's surname that is his group's name too: whom it means where it stands alone.

Once an article has named عبد الملك الحوثي, a bare الحوثي is the man where it is a source by itself
(وكشف الحوثي) or stands behind a title (السيد الحوثي). Elsewhere it is the group, of which most say
الحوثي as an adjective or in a construct (القصف الحوثي، ميليشيا الحوثي).
"""

from collections.abc import Sequence

from framing.attribution.actors import actors_at, actors_in
from framing.attribution.attributions import find_attributions
from framing.lexicon.matching import Hit
from framing.text.once import once
from framing.text.tokens import Words

NAMED = "organisation"
_TITLE = "mister"


def without_surnames(words: Words, hits: Sequence[Hit]) -> list[Hit]:
    """The hits of a lexicon but those names of organisations that are somebody's surname."""
    return [hit for hit in hits if hit.entry.category != NAMED or not _is_a_man(words, hit)]


def _is_a_man(words: Words, hit: Hit) -> bool:
    place = hit.first
    borne = _surnames(words).get(words.folded(place))
    if hit.last != place or borne is None or borne > place:
        return False
    before = actors_at(words, (place - 1, place - 1))
    return place in _lone_sources(words) or any(one.entry.entity == _TITLE for one in before)


@once
def _surnames(words: Words) -> dict[str, int]:
    """The last word of each person's full name, with where it first stands."""
    found: dict[str, int] = {}
    for hit in actors_in(words):
        if hit.entry.actor == "person" and hit.last > hit.first:
            found.setdefault(words.folded(hit.last), hit.last)
    return found


@once
def _lone_sources(words: Words) -> frozenset[int]:
    """The words that are whom something is ascribed to, each by itself."""
    sources = (said.source for said in find_attributions(words))
    return frozenset(place[0] for place in sources if place and place[0] == place[1])
