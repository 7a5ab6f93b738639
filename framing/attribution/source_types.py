"""What kind of source a phrase is: official, institution, anonymous, media, document or expert.

Four rules, each with its examples in tests/attribution/test_speakers.py:

- named: a person of the gazetteer, or somebody with a name that it lacks (القائد عبدي علي);
- unnamed: who is left unnamed (مسؤول تركي), or is one of many (أحد السكان);
- head, medium: else what the head noun of the phrase is (وزير، وزارة، تقرير، خبير);
- body: else a known name that is no person's is that of an institution (روسيا).
"""

from collections.abc import Mapping, Sequence

from framing.attribution.noun_phrases import Place
from framing.attribution.rules import NOTHING, Known
from framing.attribution.sides import is_reported
from framing.lexicon.matching import Hit
from framing.text.function_words import CALLED, EMPHATICS, FUNCTION_WORDS, SOME, conjoined
from framing.text.tokens import Words

MEDIUM = "media-as-source"
UNNAMED = ("anonymous-official", "anonymous-source")  # of references to sources
SOME_WORDS = 2  # from أحد to whose head noun it is: عدد من الأطباء
_BESIDE = ("people", "place")  # of what is beside them they say no type: الفيلسوف اليوناني
_CALLED = conjoined(CALLED)


def type_of(words: Words, found: Sequence[Hit], place: Place, referred: Mapping[int, str]) -> Known:
    """What kind of source a phrase is; `referred` are the references to sources, by word."""
    if referred.get(place[0]) == MEDIUM:
        return Known("media", "medium")
    head = next((hit for hit in found if hit.entry.source_type), None)
    is_unnamed = any(referred.get(at) in UNNAMED for at in range(place[0], place[1] + 1))
    is_some = words.folded(place[0]) in SOME and (
        head is None or head.first > place[0] + SOME_WORDS
    )
    if head is None and not (is_unnamed or is_some):
        names = [hit for hit in found if hit.first == place[0] or hit.entry.actor not in _BESIDE]
        return Known("institution", "body") if names else NOTHING
    if head is None or is_some:
        return Known("anonymous", "unnamed")
    return _of_head(words, found, place, head, is_unnamed=is_unnamed)


def _of_head(
    words: Words, found: Sequence[Hit], place: Place, head: Hit, *, is_unnamed: bool
) -> Known:
    kinds = {hit.entry.source_type for hit in found}
    is_known = any(hit.entry.actor == "person" for hit in found)
    is_given = head.entry.actor == "name"  # ديفيد سميث أستاذ التاريخ
    if "expert" in kinds and (is_known or is_given):
        return Known("expert", "named")
    if is_known:
        return Known("official", "named")
    if head.entry.source_type == "expert":
        return Known("expert", "head")
    if is_named(words, found, place, head):
        return Known("official", "named")
    if is_unnamed:
        return Known("anonymous", "unnamed")
    if head.entry.source_type == "media":
        return Known("document", "head") if is_reported(found) else Known("media", "medium")
    return Known(head.entry.source_type, "head")


def is_named(words: Words, found: Sequence[Hit], place: Place, head: Hit) -> bool:
    """القائد عبدي علي; أحد الشهود ويدعى عبد الله: a name that no gazetteer knows."""
    if any(words.folded(at) in _CALLED for at in range(place[0], place[1] + 1)):
        return True
    if head.entry.source_type not in ("official", "anonymous"):
        return False
    given = next((hit for hit in found if hit.entry.actor == "name"), None)
    if given is None:
        return _is_apposed(words, found, place, head)
    between = range(head.last + 1, given.first)
    return head is given or all(words.folded(at).startswith("ال") for at in between)


def _is_apposed(words: Words, found: Sequence[Hit], place: Place, head: Hit) -> bool:
    """المواطن حاتم يزيد: behind a noun with the article one without it is a name."""
    following = head.last + 1
    if not head.head.article or following > place[1] or not words.gap(head.last).isspace():
        return False
    word = words.folded(following)
    is_other = (
        word in EMPHATICS or word in FUNCTION_WORDS or word.startswith(("ال", "لل", "ب", "و"))
    )
    return not is_other and all(hit.first != following for hit in found)
