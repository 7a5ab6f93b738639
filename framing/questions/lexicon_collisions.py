"""Where two entries of a lexicon collide: one printed word or phrase can be both.

One of them counts: the longer, or of equals the first in the file. Where its context says
that it does not count, the other may. Clitics and house spellings are looked through: the
preposition and noun of لصالح collide with the noun صالح, اكد with أكد.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from framing.lexicon.declension import Stem
from framing.lexicon.entries import Entry, Lexeme, Lexicon
from framing.lexicon.index import build_index
from framing.lexicon.matching import Hit, find
from framing.text.tokens import Words, read_words

# What keeps an entry from counting where its letters stand.
CONDITIONS = (
    *("after", "before", "not_after", "not_before"),
    *("definite", "governs", "needs_cue", "anaphor", "quoted"),
)

# Letters that the lexicon has and a permitted spelling may lack.
_LAX = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا"})
_LAX_END = {"ة": "ه", "ى": "ي", "ي": "ى", "ئ": "ى", "أ": "ا"}


@dataclass(frozen=True)
class Collision:
    """Two entries of which one printed form can be both, by their ids.

    `why` the winner counts: it is "longer", or as long and the "first" in the file, or as
    long and begins "earlier" in the text. `kept_apart_by` holds for each of the two the
    contexts and other conditions that the other does not share.
    """

    winner: str
    loser: str
    why: Literal["longer", "first", "earlier"]
    forms: tuple[str, ...]
    kept_apart_by: Mapping[str, Mapping[str, Any]]

    @property
    def is_shadowed(self) -> bool:
        """Whether the loser never counts in these forms: nothing holds the winner back."""
        return self.why != "longer" and not self.kept_apart_by[self.winner]


def find_collisions(lexicon: Lexicon) -> tuple[Collision, ...]:
    """Every two entries that collide, in the order of the file.

    Every stem is printed on a line of its own, exactly and with fewer hamzas, and so is
    every phrase; then the lexicon, without its contexts, is looked for in these lines.
    """
    free = _without_contexts(lexicon)
    words = read_words("\n".join(dict.fromkeys(_printed(free))))
    claims: list[Hit] = []

    def claim(_words: Words, hit: Hit) -> bool:
        claims.append(hit)
        return True

    kept = find(words, free, claim)
    winner_at = {place: hit for hit in kept for place in range(hit.first, hit.last + 1)}
    found: dict[tuple[str, str, Any], list[str]] = defaultdict(list)
    for loser in claims:
        for place in range(loser.first, loser.last + 1):
            winner = winner_at.get(place)
            if winner is not None and winner.entry.id != loser.entry.id:
                form = words.cover(winner.first, winner.last).form(words.text)
                found[winner.entry.id, loser.entry.id, _why(winner, loser)].append(form)
    entries = {entry.id: entry for entry in lexicon.entries}
    order = {entry.id: place for place, entry in enumerate(lexicon.entries)}
    return tuple(
        Collision(
            *(one, other, why, tuple(dict.fromkeys(forms))),
            kept_apart_by=_differences(entries[one], entries[other]),
        )
        for (one, other, why), forms in sorted(
            found.items(), key=lambda item: (order[item[0][0]], order[item[0][1]])
        )
    )


def _without_contexts(lexicon: Lexicon) -> Lexicon:
    free = (
        replace(entry, after=(), before=(), not_after=(), not_before=())
        for entry in lexicon.entries
    )
    return replace(lexicon, entries=tuple(free), digest="")


def _why(winner: Hit, loser: Hit) -> Literal["longer", "first", "earlier"]:
    if winner.last - winner.first > loser.last - loser.first:
        return "longer"
    return "first" if winner.first == loser.first else "earlier"


def _differences(one: Entry, other: Entry) -> dict[str, dict[str, Any]]:
    """The conditions of each entry that are not those of the other too."""
    of_one, of_other = _conditions(one), _conditions(other)
    return {
        entry.id: {name: value for name, value in own.items() if theirs.get(name) != value}
        for entry, own, theirs in ((one, of_one, of_other), (other, of_other, of_one))
    }


def _conditions(entry: Entry) -> dict[str, Any]:
    values = {name: getattr(entry, name) for name in CONDITIONS}
    if entry.definite is None:
        del values["definite"]
    return {name: value for name, value in values.items() if value or name == "definite"}


def _printed(lexicon: Lexicon) -> Iterator[str]:
    """Every stem and phrase of a lexicon, as texts."""
    for entry in lexicon.entries:
        if " " in entry.lemma:
            yield entry.lemma
        patterns = [pattern.split("|") for pattern in entry.words]
        first = [pattern[0] for pattern in patterns]
        for place, pattern in enumerate(patterns):
            yield from (" ".join((*first[:place], one, *first[place + 1 :])) for one in pattern)
    for found in build_index(lexicon).stems:
        for lexeme, stem in found:
            exact = _with_what_it_needs(lexeme, stem)
            yield exact
            yield exact[:-1].translate(_LAX) + _LAX_END.get(exact[-1], exact[-1])


def _with_what_it_needs(lexeme: Lexeme, stem: Stem) -> str:
    """A stem that stands alone as it is, or with the pronoun, particle or article it needs."""
    if stem.slot == "bound":
        return f"{stem.text}ها"
    if stem.slot == "jussive":
        return f"لم {stem.text}"
    return f"ال{stem.text}" if lexeme.definite else stem.text
