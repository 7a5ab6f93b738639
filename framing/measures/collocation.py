"""How strongly two words go together, from how often each stands and how often both do.

For G² give `framing.measures.g2_four_cell` the words beside the node and elsewhere.
"""

from math import inf, log2, nan

from framing.measures.counts import require_part


def log_dice(joint: int, node: int, word: int) -> float:
    """How typical a word is of a node, whatever the size of the corpus.

    Formula: 14 + log₂(2 · joint / (node + word)), of the places where both stand together, and
    those of each. Unit: at most 14, one less for half as typical; -inf where they never meet,
    nan where either is missing. Raises `FramingError` if they meet more often than one of them
    occurs. Source: the formula above, known as logDice; the tests hold it against nltk's
    `BigramAssocMeasures.dice`.

    >>> round(log_dice(joint=10, node=40, word=120), 2)
    11.0
    """
    require_part(joint, node)
    require_part(joint, word)
    if not node or not word:
        return nan
    return 14 + log2(2 * joint / (node + word)) if joint else -inf


def pmi(joint: int, node: int, word: int, total: int) -> float:
    """How much more often two words meet than chance would have it: mutual information.

    Formula: log₂(joint · total / (node · word)), `total` being all places. Unit: doublings; 0
    for chance, -inf where they never meet, nan where either is missing. Raises `FramingError`
    for counts that are no part of each other. Source: the formula above; the tests hold it
    against nltk's `BigramAssocMeasures.pmi`. Limits: it favours rare words; set a least count.

    >>> round(pmi(joint=10, node=40, word=120, total=10_000), 2)
    4.38
    """
    require_part(joint, node)
    require_part(joint, word)
    require_part(max(node, word), total)
    if not node or not word:
        return nan
    return log2(joint * total / (node * word)) if joint else -inf
