"""What a militancy label is put on: an organisation, an act, a phenomenon, or nobody named.

By the rules of the codebook, the first that holds; examples in tests/attribution/test_targets.py:

- phenomenon: terrorism as such (مكافحة الإرهاب), by the facet of the mention;
- attack: an act or threat of violence (الاعتداء الإرهابي), by the facet of the mention;
- state: the terror of a state (إرهاب الدولة);
- a named organisation right beside the label (تنظيم داعش الإرهابي; الإرهابيين من تنظيم
  داعش), two of them joined;
- opposition: the label stands on a word of the opposition;
- generic: unnamed people or groups.
"""

from collections.abc import Sequence

from framing.lexicon.matching import Hit
from framing.text.tokens import Words

LABELS = ("terror", "radical", "jihadist", "takfiri")
LABELLED_WITHIN = 4  # words from a label to the organisation it is put on
_NAMES = {"islamic-state": "daesh"}
_KNOWN = ("daesh", "nusra", "houthi", "pkk")
_FACETS = {"counter-terror": "phenomenon", "event": "attack"}
_PHENOMENA = ("تطرف", "تشدد", "أصولية")
_PARTED = frozenset("،؛.:\n!؟")


def target_of(words: Words, hit: Hit, facet: str, hits: Sequence[Hit]) -> str | None:
    """Whom or what a label is put on; None for mentions that are no label.

    `hits` are all mentions of the text, in order.
    """
    if hit.entry.category not in LABELS:
        return None
    if hit.entry.id == "irhab-state":
        return "state"
    if facet in _FACETS:
        return _FACETS[facet]
    names = _named_beside(words, hit, hits)
    if names:
        return "+".join(sorted(names)) if names <= {"daesh", "nusra"} else sorted(names)[0]
    if hit.entry.lemma in _PHENOMENA:
        return "phenomenon"
    is_joined = hit.head.conjunction or hit.head.prefix
    beside = [] if is_joined else [one for one in hits if _is_beside(words, hit, one, 1)]
    if any(one.entry.category == "opposition" for one in beside):
        return "opposition"
    return "generic"


def _named_beside(words: Words, hit: Hit, hits: Sequence[Hit]) -> set[str]:
    found = set()
    for one in hits:
        if one.entry.category == "organisation" and _is_beside(words, hit, one, LABELLED_WITHIN):
            name = _NAMES.get(one.entry.name, one.entry.name)
            found.add(name if name in _KNOWN else "other")
    return found


def _is_beside(words: Words, hit: Hit, other: Hit, near: int) -> bool:
    """Whether so few words, and no mark that parts clauses, stand between two mentions."""
    if other.first > hit.last:
        left, right = hit.last, other.first
    elif other.last < hit.first:
        left, right = other.last, hit.first
    else:
        return False
    between = words.text[words.ends[left] : words.starts[right]]
    return right - left <= near and _PARTED.isdisjoint(between)
