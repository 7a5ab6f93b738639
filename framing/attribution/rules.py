"""By which rule it is known who a source is, and which rules are right often enough to be used.

A source's entity, side and type are each known by one of `RULES`; a table says by which. How often
each is right was read by eye (`coding/speakers.jsonl`) and is measured anew by
`python benchmarks/rules.py`; the table is docs/rules.md. What a weak rule would say stays unknown,
unless a reader asks for all rules.
"""

from typing import Literal, NamedTuple

UNKNOWN = "unknown"
MEDIA = "media"  # the side of outlets
Trust = Literal["trusted", "all"]

# each with what it goes by
RULES = {
    "medium": "an outlet, by its name or as a kind of outlet",
    "named": "the phrase is the name of a person, group, country or body",
    "party": "an armed group without a name, of no state",
    "office": "an office, body or people, of the country or body beside it",
    "place": "an office, body or people, of the country whose town is beside it",
    "pointed to": "the latter or the former of the persons named before",
    "surname": "a bare name, of whoever bore it before",
    "taken up": "an office or kind of source alone, of whoever held it last",
    "same body": "a statement or body taken up, of whoever issued it or spoke for it",
    "last speaker": "a definite body without a name, of whoever spoke last",
    "home": "a state's office or residents, of the country that the article names most",
    "country before": "a state's office or residents, of the country named last before",
    "subject": "nobody is named: whom the sentence began with",
    "resumed": "nobody is named: the last speaker with whom the verb agrees",
    "joint": "several of one kind joined by and",
    "held": "an office with its country, of whoever was introduced with both",
    "words": "nobody known: the words themselves",
    "unnamed": "left unnamed, or said by nobody in particular",
    "head": "what the head noun of the phrase is",
    "body": "a known name that is no person's",
}

# right less than four times of five, by docs/rules.md
WEAK_SIDES = frozenset({"country before", "party"})
WEAK_TYPES: frozenset[str] = frozenset()


class Known(NamedTuple):
    """What is known, and the rule by which it is; no rule where nothing is known."""

    value: str
    rule: str | None


NOTHING = Known(UNKNOWN, None)


class Rules(NamedTuple):
    """The rules by which a source's entity, side and type are known."""

    entity: str | None = None
    side: str | None = None
    source_type: str | None = None


NO_RULES = Rules()
