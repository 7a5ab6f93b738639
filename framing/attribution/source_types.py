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
from framing.lexicon.matching import Hit
from framing.text.function_words import CALLED, SOME, conjoined
from framing.text.tokens import Words

MEDIUM = "media-as-source"
UNNAMED = ("anonymous-official", "anonymous-source")  # of references to sources
_CALLED = conjoined(CALLED)


def type_of(words: Words, found: Sequence[Hit], place: Place, referred: Mapping[int, str]) -> Known:
    """What kind of source a phrase is; `referred` are the references to sources, by word."""
    if referred.get(place[0]) == MEDIUM:
        return Known("media", "medium")
    head = next((hit for hit in found if hit.entry.source_type), None)
    is_unnamed = any(referred.get(at) in UNNAMED for at in range(place[0], place[1] + 1))
    if head is None:
        if is_unnamed or words.folded(place[0]) in SOME:
            return Known("anonymous", "unnamed")
        return Known("institution", "body") if found else NOTHING
    if any(hit.entry.actor == "person" for hit in found):
        kinds = {hit.entry.source_type for hit in found}
        return Known("expert" if "expert" in kinds else "official", "named")
    if head.entry.source_type == "expert":
        return Known("expert", "head")
    if is_named(words, found, place, head):
        return Known("official", "named")
    if is_unnamed:
        return Known("anonymous", "unnamed")
    return Known(head.entry.source_type, "medium" if head.entry.source_type == "media" else "head")


def is_named(words: Words, found: Sequence[Hit], place: Place, head: Hit) -> bool:
    """القائد عبدي علي; أحد الشهود ويدعى عبد الله: a name that no gazetteer knows."""
    if any(words.folded(at) in _CALLED for at in range(place[0], place[1] + 1)):
        return True
    given = next((hit for hit in found if hit.entry.actor == "name"), None)
    if given is None or head.entry.source_type not in ("official", "anonymous"):
        return False
    between = range(head.last + 1, given.first)
    return head is given or all(words.folded(at).startswith("ال") for at in between)
