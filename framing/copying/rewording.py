"""What was changed between two passages with the same wording, word by word, and of what kind.

Words are aligned by the fewest changes (Levenshtein, on folds), changed words that touch are one
edit, but where one word stands for one a changed cue, and a label that is one word beside it, are
edits of their own (قال زعيم الحوثيين, زعم قائد الانقلابيين). Its kind is the first that holds:

- spelling: other letters or spaces for the same words (مسؤول, مسئول; الولاياتالمتحدة);
- label swap, added, dropped: of the militancy lexicon's entries (الإرهابية, الجهادية);
- naming: the same thing called otherwise (الحكومة السورية, النظام السوري; the lexicon of naming);
- source changed, added, dropped; cue changed, added, dropped (قال, أكد);
- hedge added, dropped (ربما, قد يصل);
- quoted words: any other words inside somebody's quoted speech;
- other.

Where words are the same but their quotation marks are not: quotation boundary if both quote what
stands beside them, else quotation marks. "Added" and "dropped" are said of the second passage as
against the first and claim nothing of who wrote first.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Literal, NamedTuple

from rapidfuzz.distance import Levenshtein

from framing.copying.landmarks import Mark, Marks, Topic
from framing.text.orthography import fold, fold_keys, skeleton

Kind = Literal[
    "label swap",
    "label added",
    "label dropped",
    "naming",
    "source changed",
    "source added",
    "source dropped",
    "cue changed",
    "cue added",
    "cue dropped",
    "hedge added",
    "hedge dropped",
    "quoted words",
    "quotation boundary",
    "quotation marks",
    "spelling",
    "other",
]
_TOPICS: tuple[tuple[Topic, Kind | None, Kind | None, Kind | None], ...] = (
    # of what, if both sides have one, only the second, only the first
    ("labels", "label swap", "label added", "label dropped"),
    ("namings", "naming", None, None),
    ("sources", "source changed", None, None),
    ("cues", "cue changed", None, None),
    ("sources", None, "source added", "source dropped"),
    ("cues", None, "cue added", "cue dropped"),
    ("hedges", None, "hedge added", "hedge dropped"),
)
ALIKE = 0.75  # what share of the letters two spellings of one foreign name have in common


class Side(NamedTuple):
    """One of two passages: its words' places in their text, keys, forms; and what is known.

    The keys are those of `framing.copying.word_keys`: equal for equal folds.
    """

    places: range
    keys: list[int]
    forms: list[str]
    marks: Marks


class Edit(NamedTuple):
    """Words of one passage and what stands for them in the other, as places in their texts.

    `marks_a` and `marks_b` are the entries that made it what it is.
    """

    kind: Kind
    a: range
    b: range
    in_quotation: bool
    marks_a: tuple[Mark, ...] = ()
    marks_b: tuple[Mark, ...] = ()


class Step(NamedTuple):
    """A step of an alignment: from where to where on either side, counted from 0."""

    kind: Literal["same", "spelling", "changed"]
    a: int
    end_a: int
    b: int
    end_b: int


class Comparison(NamedTuple):
    """Two passages compared: their edits in order, and how much of them is alike.

    `alike_a` and `alike_b` count the words that are the same or only spelled otherwise,
    `shingles` the runs of three that are the same.
    """

    edits: tuple[Edit, ...]
    alike_a: int
    alike_b: int
    shingles: int


def compare(a: Side, b: Side) -> Comparison:
    """Find what was changed from one passage to the other."""
    steps = steps_between(a, b)
    same = _same_places(steps, a, b)
    changed = (step for step in steps if step.kind != "same")
    edits = [_edit(part, a, b, same) for step in changed for part in _parts(step, a, b)]
    edits += _moved_marks(same, a, b)
    alike = [step for step in steps if step.kind != "changed"]
    return Comparison(
        tuple(sorted(edits, key=lambda one: (one.a.start, one.b.start, one.a.stop, one.b.stop))),
        sum(step.end_a - step.a for step in alike),
        sum(step.end_b - step.b for step in alike),
        sum(max(0, step.end_a - step.a - 2) for step in steps if step.kind == "same"),
    )


def steps_between(a: Side, b: Side) -> list[Step]:
    """Align two passages; the same whichever comes first. Changed words that touch are one."""
    steps: list[Step] = []
    for step in _respelled(_aligned(a.keys, b.keys), a, b):
        last = steps[-1] if steps else None
        if last and last.kind == step.kind != "spelling":
            step = Step(step.kind, last.a, step.end_a, last.b, step.end_b)
            steps.pop()
        if step.kind == "changed" and _is_respelled(a, b, step):
            step = step._replace(kind="spelling")
        steps.append(step)
    return steps


def _aligned(a: list[int], b: list[int]) -> Iterator[tuple[str, int, int, int, int]]:
    if b < a:
        for one in Levenshtein.opcodes(b, a):
            yield one.tag, one.dest_start, one.dest_end, one.src_start, one.src_end
    else:
        for one in Levenshtein.opcodes(a, b):
            yield one.tag, one.src_start, one.src_end, one.dest_start, one.dest_end


def _respelled(steps: Iterator[tuple[str, int, int, int, int]], a: Side, b: Side) -> Iterator[Step]:
    """Words put in place of others one by one, so that those only respelled stand apart."""
    for tag, start_a, end_a, start_b, end_b in steps:
        if tag != "replace":
            yield Step("same" if tag == "equal" else "changed", start_a, end_a, start_b, end_b)
            continue
        for at, there in zip(range(start_a, end_a), range(start_b, end_b), strict=True):
            step = Step("changed", at, at + 1, there, there + 1)
            yield step._replace(kind="spelling") if _is_respelled(a, b, step) else step


def _is_respelled(a: Side, b: Side, step: Step) -> bool:
    """Whether both sides are the same words but for their letters or the spaces between."""
    one = skeleton("".join(a.forms[step.a : step.end_a]))
    other = skeleton("".join(b.forms[step.b : step.end_b]))
    if not one or not other:
        return False
    if fold(one) == fold(other) or not fold_keys(one).isdisjoint(fold_keys(other)):
        return True
    alike = Levenshtein.normalized_similarity(one, other) >= ALIKE
    if not alike or step.end_a - step.a != step.end_b - step.b:
        return False
    names = [
        {(one.entry, one.last - one.first) for one in _touching(side.marks, "actors", places)}
        for side, places in (
            (a, a.places[step.a : step.end_a]),
            (b, b.places[step.b : step.end_b]),
        )
    ]
    return bool(names[0]) and names[0] == names[1]


def _same_places(steps: list[Step], a: Side, b: Side) -> list[tuple[int, int]]:
    """The words that are the same, as places in either text, in order."""
    return [
        (a.places[at], b.places[there])
        for step in steps
        if step.kind == "same"
        for at, there in zip(range(step.a, step.end_a), range(step.b, step.end_b), strict=True)
    ]


def _edit(step: Step, a: Side, b: Side, same: list[tuple[int, int]]) -> Edit:
    at, there = a.places[step.a : step.end_a], b.places[step.b : step.end_b]
    in_quotation = not a.marks.speech.isdisjoint(at) or not b.marks.speech.isdisjoint(there)
    if step.kind == "spelling":
        return Edit("spelling", at, there, in_quotation)
    for topic, both, added, dropped in _TOPICS:
        one, other = _unlike(*_marks_of(topic, a.marks, b.marks, at, there, same))
        if topic == "namings":
            one, other = _of_one_thing(one, other)
        kind = both if one and other else added if other else dropped if one else None
        if kind:
            return Edit(kind, at, there, in_quotation, one, other)
    return Edit("quoted words" if in_quotation else "other", at, there, in_quotation)


def _parts(step: Step, a: Side, b: Side) -> Iterator[Step]:
    """A changed step cut round the cues that stand for each other, and then round such labels."""
    at, there = a.places[step.a : step.end_a], b.places[step.b : step.end_b]
    if step.kind != "changed" or len(at) != len(there):
        yield step
        return
    pairs = list(enumerate(zip(at, there, strict=True)))
    cues = [number for number, pair in pairs if _are_words("cues", a, b, pair)]
    labels = [number for number, pair in pairs if cues and _are_words("labels", a, b, pair)]
    cuts = {end for number in (*cues, *labels) for end in (number, number + 1)}
    for start, end in pairwise(sorted({0, len(at), *cuts})):
        yield Step(step.kind, step.a + start, step.a + end, step.b + start, step.b + end)


def _are_words(topic: Topic, a: Side, b: Side, pair: tuple[int, int]) -> bool:
    """Whether a word of either side is by itself a mark of a topic."""
    sides = [
        any(mark.first == mark.last for mark in _touching(side.marks, topic, range(at, at + 1)))
        for side, at in zip((a, b), pair, strict=True)
    ]
    return all(sides)


def _of_one_thing(
    one: tuple[Mark, ...], other: tuple[Mark, ...]
) -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
    """The names of either side that name what the other names too."""
    both = {_referent(mark) for mark in one} & {_referent(mark) for mark in other}
    mine, theirs = ([mark for mark in of if _referent(mark) in both] for of in (one, other))
    return tuple(mine), tuple(theirs)


def _referent(mark: Mark) -> str:
    return mark.entry.partition("/")[0]


def _moved_marks(pairs: list[tuple[int, int]], a: Side, b: Side) -> Iterator[Edit]:
    """Stretches of the same words that stand in quotation marks on one side only."""
    state = [(at in a.marks.quoted, there in b.marks.quoted) for at, there in pairs]
    start = 0
    for stop in range(1, len(pairs) + 1):
        if stop == len(pairs) or state[stop] != state[start]:
            if state[start][0] != state[start][1]:
                beside = state[max(0, start - 1) : start] + state[stop : stop + 1]
                kind: Kind = "quotation boundary" if (True, True) in beside else "quotation marks"
                at = range(pairs[start][0], pairs[stop - 1][0] + 1)
                there = range(pairs[start][1], pairs[stop - 1][1] + 1)
                yield Edit(kind, at, there, True)
            start = stop


def _touching(marks: Marks, topic: Topic, places: range) -> tuple[Mark, ...]:
    """The marks of a topic that reach into a stretch of words; none into an empty one."""
    known: tuple[Mark, ...] = getattr(marks, topic)
    by_word = marks.by_word(topic)
    numbers = {number for place in places for number in by_word.get(place, ())}
    return tuple(known[number] for number in sorted(numbers))


def _marks_of(
    topic: Topic, a: Marks, b: Marks, at: range, there: range, same: list[tuple[int, int]]
) -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
    """The marks that reach into an edit, and what the other side has in the place of each.

    الكرملين and المتحدث باسم الكرملين share a word, so the source is changed, not added. A label
    is added where its word is: the armed opposition is the opposition with a label.
    """
    one, other = _touching(a, topic, at), _touching(b, topic, there)
    if topic == "labels" or not (one or other):
        return one, other
    for place, partner in same:
        if any(mark.first <= partner <= mark.last for mark in other):
            one += _touching(a, topic, range(place, place + 1))
        elif any(mark.first <= place <= mark.last for mark in one):
            other += _touching(b, topic, range(partner, partner + 1))
    return tuple(dict.fromkeys(one)), tuple(dict.fromkeys(other))


def _unlike(
    one: tuple[Mark, ...], other: tuple[Mark, ...]
) -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
    """The marks of either side whose entry the other side has not."""
    of_one, of_other = {mark.entry for mark in one}, {mark.entry for mark in other}
    return (
        tuple(mark for mark in one if mark.entry not in of_other),
        tuple(mark for mark in other if mark.entry not in of_one),
    )
