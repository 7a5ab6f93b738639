"""Words behind a colon, whose speaker stands before it without a verb.

وزير الدفاع: الهدنة انتهت, in headlines, live blogs and posts. Not everything before a colon speaks:
the label that opens a line or clause does if it names somebody. Rules, with their examples in
tests/attribution/kinds/colon.toml:

- no label: a clause with a cue of its own (وقال المدرب: ...), a time or score (10:30), a phrase
  that begins with a preposition, a question, a deed or a time (بالصور, أسباب الأزمة);
- known: a person, office, institution, outlet, group or statement of the gazetteer speaks; a
  country or town only where what follows is said in the first person (موريتانيا: لن نسمح);
- unknown: in a headline a name in quotation marks («العمل»), one or two words that have the shape
  of a name, a head with a people's adjective (برلماني فرنسي); in running text a label that opens
  several lines, as in a dialogue.

The addressee (لـ«الشرق») and what hangs on by a preposition are no part of the source. What is
said reaches to the end of its sentence, in a headline over the dots behind it too.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from framing.attribution.actors import actors_at, has_side
from framing.attribution.content_ends import outward, stretch, trimmed
from framing.attribution.content_starts import is_preposition
from framing.attribution.cues import Cue, Cues, mark_cue
from framing.attribution.noun_phrases import ENDS, Place, is_imperfect
from framing.attribution.objects import is_deed
from framing.lexicon.matching import Hit
from framing.text.characters import QUOTATION_MARKS
from framing.text.function_words import (
    AUDIENCES,
    INTERROGATIVES,
    SON_OF,
    TIME_NOUNS,
    TITLE_ADJECTIVES,
)
from framing.text.label_words import FLASHES, LABELS, MINISTRIES, TOPICS
from framing.text.once import once
from framing.text.orthography import NUNATION
from framing.text.tokens import Span, Words

LABEL_WORDS = 12  # words before a colon that may name a speaker
NAME_WORDS = 3  # words of a speaker whom no gazetteer knows
HEADLINE_WORDS = 22  # of a line without a full stop
LINE = 300  # characters on either side of a word within a headline
_COLON = re.compile(r"(?<!\d):(?!//)|:(?=\s)")
_LOOSE = f" \u00a0\u200f(){{}}[]{QUOTATION_MARKS}"
_SPEAKING = ("person", "name", "office", "institution", "medium", "group", "document")
_VAN = {"فان"}  # فان جال, printed like the فإن of clauses
_NO_NAME = ("ات", "ة", "اء")  # with these a common noun ends rather than a name
_FIRST_PERSON = re.compile("س?ن[^ا].{2,}|نحن|لدينا|علينا|لنا|[إا]ننا|أنا|لست|لسنا|كنا")
_NEGATED = ("لا", "لن", "لم")


class Labelled(NamedTuple):
    """A colon as a cue, with the words before it that name a speaker, and what is said."""

    cue: Cue
    source: Place | None
    content: Span


@once
def find_labelled(words: Words, cues: Cues) -> tuple[Labelled, ...]:
    """Find what is said behind a colon without a verb; `cues` are all cues of the text."""
    found: list[Labelled] = []
    for colon in _COLON.finditer(words.text):
        place = words.within(Span(0, colon.start())).stop
        if found and place < words.within(found[-1].content).stop:
            continue
        label = _label_before(words, place, colon.start(), cues)
        source = label and _speaker(words, label, place)
        if source:
            content = _said(words, place, cues)
            if content is not None and words.within(content):
                found.append(
                    Labelled(mark_cue(place, Span(*colon.span()), "mark"), source, content)
                )
    return tuple(found)


def _label_before(words: Words, place: int, colon: int, cues: Cues) -> range | None:
    """The words between the beginning of a clause and a colon, if they may be a label."""
    last = place - 1
    if last < 0 or place >= len(words) or words.text[words.ends[last] : colon].strip(_LOOSE):
        return None
    if "\n" in words.gap(last):
        return None
    start = max(words.sentence_words(last).start, place - LABEL_WORDS)
    begin = last
    while begin > start and not words.gap(begin - 1).strip(f"{_LOOSE}،.،"):
        begin -= 1
    while begin < last and words.folded(begin) in FLASHES:
        begin += 1
    is_first = begin == words.sentence_words(last).start or words.gap(begin - 1).strip(_LOOSE)
    has_cue = any(at in cues for at in range(begin, place))
    return None if has_cue or not is_first else range(begin, place)


def _speaker(words: Words, label: range, place: int) -> Place | None:
    """The words of a label that name who speaks behind the colon."""
    source = (label.start, _without_addition(words, label))
    hits = actors_at(words, source)
    heads = [hit for hit in hits if hit.first == source[0]]
    speaks = any(hit.entry.actor in _SPEAKING for hit in heads)
    if _is_no_label(words, label, heads) or (is_preposition(words, label.start) and not speaks):
        return None
    if any(is_imperfect(words, at) for at in range(source[0] + 1, source[1] + 1)):
        return None
    if speaks or _is_quoted(words, source):
        return source
    is_known = _is_known(words, heads, source, place)
    if is_known is None:
        is_known = _is_new(words, hits, source)
    return source if is_known else None


def _is_no_label(words: Words, label: range, heads: list[Hit]) -> bool:
    """Whether a label begins with a word behind which nobody speaks, or with whom it is for."""
    head = words.folded(label.start)
    if head in TOPICS or (head in LABELS and len(label) == 1):
        return True
    printed = words.text[words.starts[label[0]] : words.ends[label[-1]]]
    if any(map(str.isdigit, printed)) or printed.find(")") < printed.find("("):
        return True
    if head in (ENDS | INTERROGATIVES | TIME_NOUNS) - _VAN or head.startswith("لل"):
        return not heads
    is_topic = is_deed(words, label.start) and not heads
    return is_topic or any(hit.head.prefix for hit in heads)


def _without_addition(words: Words, label: range) -> int:
    """The last word of a label before its addressee or a phrase that hangs on a finished name."""
    for place in label[1:]:
        word = words.folded(place)
        if word in AUDIENCES or word == "ل":
            return place - 1
        hit = next(
            (one for one in actors_at(words, (place, label[-1])) if one.first == place), None
        )
        if hit and hit.head.prefix == "ل" and hit.entry.actor in ("medium", "country"):
            return place - 1
        if word.startswith("لل") and words.folded(place - 1) not in TITLE_ADJECTIVES:
            return place - 1
        if not NUNATION.isdisjoint(words.form(place)):  # أمير مكة | مودعا
            return place - 1
        is_finished = words.folded(place - 1).startswith("ال") or _ends_name(
            words, label, place - 1
        )
        if is_finished and is_preposition(words, place) and word != "عن":
            return place - 1
    return label[-1]


def _ends_name(words: Words, label: range, place: int) -> bool:
    hits = actors_at(words, (label.start, place))
    return any(hit.last == place and hit.entry.actor in ("person", "country") for hit in hits)


def _is_known(words: Words, heads: list[Hit], source: Place, place: int) -> bool | None:
    """Whether the gazetteer knows if a phrase speaks; None where it does not know its head."""
    first = words.skeletons[source[0]]
    if words.folded(source[0]) in MINISTRIES:
        is_alone = source[0] == source[1] and _is_headline(words, source[0])
        behind = actors_at(words, (source[0] + 1, source[1]))
        return is_alone or any(hit.first == source[0] + 1 and has_side(hit) for hit in behind)
    if any(hit.entry.actor == "people" for hit in heads):
        is_one = source[0] == source[1] and _is_headline(words, source[0])
        is_person = first.endswith("ي") or not first.startswith("ال")  # التركي, a name; بحرينية
        is_named = source[1] == source[0] + 1 and not words.folded(source[1]).startswith("ال")
        return not has_side(heads[0]) or is_named or (is_one and is_person)  # الأسترالي فانينج
    if heads:  # a country or town
        return _is_first_person(words, place)
    return None


def _is_first_person(words: Words, place: int) -> bool:
    """Whether what follows is said of oneself: لن نسمح, سنرد, نحن."""
    place += words.folded(place) in _NEGATED
    return _FIRST_PERSON.fullmatch(words.skeletons[place] if place < len(words) else "") is not None


def _is_new(words: Words, hits: list[Hit], source: Place) -> bool:
    """Whether an unknown phrase has the shape of a name, in a line where names stand so."""
    first, last = source
    if not _is_headline(words, first):
        return last - first < NAME_WORDS and _labels(words)[words.folds[first : last + 1]] > 1
    if any(hit.entry.actor == "name" for hit in hits):  # المنشد فهد مطر
        return True
    if hits and not words.folded(first).startswith("ال"):
        return any(hit.entry.actor == "people" for hit in hits)  # برلماني فرنسي
    return _has_shape_of_name(words, first, last)


def _is_quoted(words: Words, source: Place) -> bool:
    """«العمل», «أدبي الرياض»: a headline's way to name an institution."""
    first, last = source
    before = words.gap(first - 1) if first else words.text[: words.starts[0]]
    marks = (before.strip()[-1:], words.gap(last).strip()[:1])
    are_marks = all(mark and mark in QUOTATION_MARKS for mark in marks)
    return are_marks and last - first < NAME_WORDS and _is_headline(words, first)


def _has_shape_of_name(words: Words, first: int, last: int) -> bool:
    """الزياني, سوروكين, تركي المشيقح, بن تركي; but مطعم الأسبوع and استشارات are topics."""
    forms = words.skeletons[first : last + 1]
    if last - first >= NAME_WORDS or any(words.folded(at) in ENDS for at in range(first, last + 1)):
        return False
    if last == first:
        return not forms[0].endswith(_NO_NAME) and len(forms[0]) > 2
    is_surname = forms[-1].startswith("ال") and forms[-1].endswith("ي")
    if forms[-1].startswith("ب") and forms[-1].endswith(("ه", "ها")):  # البحر بداخله
        return False
    may_be = is_surname or not forms[-1].startswith("ال") or forms[0] in SON_OF
    return may_be and not any(one.endswith(_NO_NAME) for one in forms[is_surname:])


@once
def _labels(words: Words) -> Counter[tuple[str, ...]]:
    """How often each short label opens a line and ends in a colon."""
    found: Counter[tuple[str, ...]] = Counter()
    for line in re.finditer(r"^[^\n:؟.]{2,40}:", words.text, re.MULTILINE):
        places = words.within(Span(*line.span()))
        found[words.folds[places.start : places.stop]] += 1
    return found


def _line_of(words: Words, place: int) -> Span | None:
    """The line in which a word stands; None of one that is too long for a headline."""
    start, text = words.starts[place], words.text
    begin, stop = max(0, start - LINE), min(len(text), start + LINE)
    first, last = text.rfind("\n", begin, start) + 1, text.find("\n", start, stop)
    if (not first and begin) or (last < 0 and stop < len(text)):
        return None
    return Span(first, len(text) if last < 0 else last)


def _is_headline(words: Words, place: int) -> bool:
    """Whether a word stands in a short line without a full stop."""
    line = _line_of(words, place)
    if line is None or len(words.within(line)) > HEADLINE_WORDS:
        return False
    return not line.form(words.text).rstrip(_LOOSE).endswith((".", "…", "،"))


def _said(words: Words, place: int, cues: Cues) -> Span | None:
    """From the word behind a colon to the end of the sentence; over dots within a headline."""
    content = stretch(words, place, cues)
    line = _line_of(words, place)
    if content is None or line is None or not _is_headline(words, place):
        return content
    for sentence in _sentences_behind(words, content.end, line.end):
        is_other = any(at in cues for at in sentence) or any(
            ":" in words.gap(at) for at in sentence
        )
        if is_other:
            break
        content = trimmed(words, content.start, words.ends[sentence[-1]])
    return Span(min(content.start, outward(words, place)), content.end)


def _sentences_behind(words: Words, start: int, end: int) -> Iterator[range]:
    """The sentences that begin behind a place, up to another."""
    places = words.within(Span(start, end))
    while places:
        sentence = words.sentence_words(places[0])
        inside = range(max(sentence.start, places[0]), min(sentence.stop, places.stop))
        if inside.start == sentence.start:
            yield inside
        places = range(inside.stop, places.stop)
