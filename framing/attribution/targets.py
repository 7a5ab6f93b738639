"""What a militancy label is put on: an organisation, an act, a phenomenon, or nobody named.

By the rules of the codebook, the first that holds; examples in tests/attribution/test_targets.py:

- state: the terror of a state (إرهاب الدولة), by the target of the label's entry;
- phenomenon: terrorism as such (مكافحة الإرهاب), by the facet of the mention;
- attack: an act or threat of violence (الاعتداء الإرهابي), by the facet of the mention;
- a named organisation right beside the label (تنظيم داعش الإرهابي; الإرهابيين من تنظيم
  داعش), two of them joined; what it is called is the target of its entry;
- phenomenon: an idea (تطرف), by the target of the label's entry;
- opposition: the label stands on a word of the opposition;
- generic: unnamed people or groups.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from framing.lexicon.matching import Hit
from framing.text.tokens import Words

LABELS = ("terror", "radical", "jihadist", "takfiri")
LABELLED_WITHIN = 4  # words from a label to the organisation it is put on
_FACETS = {"counter-terror": "phenomenon", "event": "attack"}
_ALLIED = frozenset({"daesh", "nusra"})  # the codebook has a class for both together
_PARTED = frozenset("،؛.:\n!؟")


def target_of(words: Words, hit: Hit, facet: str, hits: Sequence[Hit]) -> str | None:
    """Whom or what a label is put on; None for mentions that are no label.

    `hits` are all mentions of the text, in order.
    """
    if hit.entry.category not in LABELS:
        return None
    if hit.entry.target == "state":
        return "state"
    if facet in _FACETS:
        return _FACETS[facet]
    near = _near(hit, hits, LABELLED_WITHIN)
    names = _named_beside(words, hit, near)
    if names:
        return "+".join(sorted(names)) if names <= _ALLIED else min(names)
    if hit.entry.target:
        return hit.entry.target
    is_joined = hit.head.conjunction or hit.head.prefix
    beside = [] if is_joined else [other for other in near if _is_beside(words, hit, other, 1)]
    if any(other.entry.category == "opposition" for other in beside):
        return "opposition"
    return "generic"


def _near(label: Hit, hits: Sequence[Hit], within: int) -> Sequence[Hit]:
    """The mentions that so few words part from a label; none overlaps another."""
    first = bisect_left(hits, label.first - within, key=lambda hit: hit.last)
    return hits[first : bisect_right(hits, label.last + within, key=lambda hit: hit.first)]


def _named_beside(words: Words, label: Hit, hits: Sequence[Hit]) -> set[str]:
    """The organisations near a label, as the codebook's targets."""
    return {
        hit.entry.target or "other"
        for hit in hits
        if hit.entry.category == "organisation" and _is_beside(words, label, hit, LABELLED_WITHIN)
    }


def _is_beside(words: Words, hit: Hit, other: Hit, near: int) -> bool:
    """Whether so few words, and no mark that parts clauses, stand between two mentions."""
    if other.first > hit.last:
        left, right = hit.last, other.first
    elif other.last < hit.first:
        left, right = other.last, hit.first
    else:
        return False
    between = words.plain[words.ends[left] : words.starts[right]]
    return right - left <= near and _PARTED.isdisjoint(between)
