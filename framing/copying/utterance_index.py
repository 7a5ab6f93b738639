"""The compiled index of utterances: which of different articles share enough telling words.

Like `framing.copying.shingles`, loops over numbers that know nothing of Arabic. A telling word
goes by several names (as printed, and without the clitics that it may carry), each a number. Two
utterances are compared only if they share a name that few have, so the work grows with the
words, not with their square; what is compared is counted in full.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from framing.base.compiled import compiled
from framing.text.kernel import grown

Numbers = npt.NDArray[np.int32]
Bounds = npt.NDArray[np.int64]


class Bar(NamedTuple):
    """What two utterances must share: so many telling words, and such a share of the shorter's.

    `places` is how many utterances a name may stand in and still lead from one to another.
    """

    one_speaker: int
    two_speakers: int
    overlap: float
    places: int


class Told(NamedTuple):
    """Utterances as numbers.

    `names` are those of all telling words end to end; `words` is where the names of each word
    begin and those of the last end, `bounds` where the words of each utterance do; `articles`
    and `speakers` are those of each utterance, -1 standing for no speaker.
    """

    names: Numbers
    words: Bounds
    bounds: Bounds
    articles: Numbers
    speakers: Numbers

    @classmethod
    def of(
        cls,
        telling: Sequence[Sequence[Sequence[int]]],
        articles: Sequence[str],
        speakers: Sequence[str | None],
    ) -> "Told":
        """Number utterances: the names of the words of each, its article, its speaker."""
        words = [names for utterance in telling for names in utterance]
        return cls(
            np.array([name for names in words for name in names], np.int32),
            _bounds(words),
            _bounds(telling),
            _numbered(articles),
            _numbered(speakers),
        )


def _bounds(parts: Sequence[Sequence[object]]) -> Bounds:
    """Where each part begins and the last one ends, if they stand end to end."""
    return np.concatenate(([0], np.cumsum([len(part) for part in parts], dtype=np.int64)))


def _numbered(items: Sequence[str | None]) -> Numbers:
    """The same number for what is the same, -1 for what is not known."""
    numbers: dict[str | None, int] = {None: -1}
    return np.array([numbers.setdefault(item, len(numbers)) for item in items], np.int32)


def pairs_over(told: Told, bar: Bar) -> tuple[Numbers, Numbers, Numbers]:
    """Pairs of utterances of different articles that share enough, in order.

    Returns the earlier, the later, and how many telling words they share: those of the one
    that stand in the other, or of the other in the one, whichever are fewer.
    """
    heads, members = _postings(told, 1 + int(told.names.max(initial=-1)), bar.places)
    found: tuple[Numbers, Numbers, Numbers] = _meet(told, heads, members, bar)
    return found


@compiled
def _postings(told, n_names, most):
    """For every name of at most so many utterances these, in order, end to end; where each begins.

    Of other names and of those that stand in one utterance only there are none.
    """
    places, seen = np.zeros(n_names, np.int64), np.full(n_names, -1, np.int64)
    for utterance in range(len(told.articles)):
        for name in _names(told, utterance):
            places[name] += seen[name] != utterance
            seen[name] = utterance
    heads = np.zeros(n_names + 1, np.int64)
    for name in range(n_names):
        heads[name + 1] = heads[name] + (places[name] if 1 < places[name] <= most else 0)
    members, filled = np.empty(heads[-1], np.int32), heads.copy()
    for utterance in range(len(told.articles)):
        for name in _names(told, utterance):
            is_last = filled[name] > heads[name] and members[filled[name] - 1] == utterance
            if heads[name] < heads[name + 1] and not is_last:
                members[filled[name]] = utterance
                filled[name] += 1
    return heads, members


@compiled
def _names(told, utterance):
    """The names of an utterance's words."""
    return told.names[told.words[told.bounds[utterance]] : told.words[told.bounds[utterance + 1]]]


@compiled
def _meet(told, heads, members, bar):
    """Go from every utterance to the later ones that it shares a name with; keep those over."""
    n_told, n_found, room = len(told.articles), 0, 1 << 12
    first, second = np.empty(room, np.int32), np.empty(room, np.int32)
    common = np.empty(room, np.int32)
    met, seen = np.empty(n_told, np.int32), np.full(n_told, -1, np.int32)
    here, there = np.full(len(heads) - 1, -1, np.int64), np.full(len(heads) - 1, -1, np.int64)
    n_compared = 0
    for earlier in range(n_told):
        here[_names(told, earlier)] = earlier
        n_met = _near(told, earlier, heads, members, seen, met)
        for later in np.sort(met[:n_met]):
            least, n_compared = _least(told, earlier, later, bar), n_compared + 1
            shared = _common(told, earlier, later, here, there, n_compared, least)
            if shared < least:
                continue
            if n_found == len(first):
                first, second, common = grown(first), grown(second), grown(common)
            first[n_found], second[n_found], common[n_found] = earlier, later, shared
            n_found += 1
    return first[:n_found].copy(), second[:n_found].copy(), common[:n_found].copy()


@compiled
def _near(told, earlier, heads, members, seen, met):
    """The later utterances of other articles that share a name of few; how many these are."""
    n_met = 0
    for name in _names(told, earlier):
        for later in members[heads[name] : heads[name + 1]]:
            is_new = later > earlier and seen[later] != earlier
            if is_new and told.articles[later] != told.articles[earlier]:
                seen[later] = earlier
                met[n_met] = later
                n_met += 1
    return n_met


@compiled
def _least(told, earlier, later, bar):
    """How many telling words the bar asks of two utterances."""
    n_earlier = told.bounds[earlier + 1] - told.bounds[earlier]
    n_later = told.bounds[later + 1] - told.bounds[later]
    same = told.speakers[earlier] >= 0 and told.speakers[earlier] == told.speakers[later]
    return max(bar.one_speaker if same else bar.two_speakers, bar.overlap * min(n_earlier, n_later))


@compiled
def _common(told, earlier, later, here, there, mark, least):
    """How many words they share; counted the other way round only if these are enough."""
    shared = _shared(told, later, here, earlier)
    if shared < least:
        return shared
    there[_names(told, later)] = mark
    return min(shared, _shared(told, earlier, there, mark))


@compiled
def _shared(told, utterance, marked, mark):
    """How many words of an utterance have a name that is marked so."""
    shared = 0
    for word in range(told.bounds[utterance], told.bounds[utterance + 1]):
        for name in told.names[told.words[word] : told.words[word + 1]]:
            if marked[name] == mark:
                shared += 1
                break
    return shared
