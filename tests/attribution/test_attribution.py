"""An attribution inside what another assigns is nested, and uttered by the other's speaker."""

import pytest
from rules import cases

from framing.attribution.attributions import contents_of, entities_of, find_attributions
from framing.attribution.leaks import find_references
from framing.text.tokens import Span, read_words


def holders(text):
    """Each cue with the cue in whose content it stands; None for the outlet's own."""
    words = read_words(text)
    found = find_attributions(words)
    for one in found:
        assert one.is_nested == (one.uttered_by is not None)
    cues = {one.speaker.entity: form(words, one) for one in reversed(found)}
    return [(form(words, one), one.uttered_by and cues[one.uttered_by]) for one in found]


def form(words, said):
    return words.cover(said.cue.first, said.cue.last).form(words.text)


OTHERS = "a cue behind a comma and فيما is read as part of what was said before"
NESTED = {
    "not nested": [
        ("قال الوزير إن الجسر آمن.", [("قال", None)]),
        ("قال الوزير إن الجسر آمن. وقال الحارس إنه مغلق.", [("قال", None), ("وقال", None)]),
        ("قال الوزير إن الجسر آمن، وأكد الحارس أنه مغلق.", [("قال", None), ("وأكد", None)]),
        ("قال الوزير إن الجسر آمن، مؤكدا أنه جديد.", [("قال", None), ("مؤكدا", None)]),
        (
            "قال الوزير إن الجسر آمن، فيما أكد الحارس أنه مغلق.",
            [("قال", None), ("أكد", None)],
        ),
        ("أعلن الوزير الذي أكد أن الجسر آمن أن العمل انتهى.", [("أعلن", None), ("أكد", None)]),
    ],
    "nested": [
        ("قال الوزير إن النقابة طالبت بزيادة الأجور.", [("قال", None), ("طالبت", "قال")]),
        ("ذكرت الإذاعة أن الحارس أكد أن الباب مغلق.", [("ذكرت", None), ("أكد", "ذكرت")]),
        ("أعلن الوزير أن كندا دعت إلى قمة.", [("أعلن", None), ("دعت إلى", "أعلن")]),
        ("قال الوزير: «لقد طلب الحارس أن نغادر». ثم غادر.", [("قال", None), ("طلب", "قال")]),
        ("قال الوزير: «هم زعموا أن الجسر قديم». ثم غادر.", [("قال", None), ("زعموا", "قال")]),
    ],
    "nested twice": [
        (
            "قالت الإذاعة إن الوزير أكد أن النقابة زعمت أن الجسر قديم.",
            [("قالت", None), ("أكد", "قالت"), ("زعمت", "أكد")],
        ),
        (
            "ذكرت الإذاعة أن كندا أعلنت أن الهند دعت إلى قمة.",
            [("ذكرت", None), ("أعلنت", "ذكرت"), ("دعت إلى", "أعلنت")],
        ),
    ],
}


@pytest.mark.parametrize(("text", "expected"), cases(NESTED))
def test_a_cue_is_uttered_by_whoever_passes_it_on(text, expected):
    assert holders(text) == expected


def test_the_innermost_attribution_is_the_one_of_the_shortest_content():
    text = "قالت الإذاعة إن الوزير أكد أن الجسر قديم."
    words = read_words(text)
    said, contents = find_attributions(words), contents_of(words)
    place = text.index("قديم")
    assert contents.innermost(Span(place, place + 4)) is said[1]
    place = text.index("الوزير")
    assert contents.innermost(Span(place, place + 6)) is said[0]
    assert contents.innermost(Span(0, 4)) is None


def entities(text: str) -> list[tuple[str, str]]:
    words = read_words(text)
    references = find_references(words)
    named = entities_of(words)
    forms = [words.cover(one.first, one.last).form(text) for one in references]
    return list(zip(forms, named, strict=True))


def test_a_reference_that_is_part_of_a_source_means_its_speaker():
    (reference,) = entities("قال مسؤول تركي إن الجسر جاهز.")
    assert reference == ("مسؤول تركي", "official:turkey")


def test_an_outlet_taken_up_is_the_last_one_named():
    text = "ذكرت صحيفة «الغارديان» أن الجسر جاهز. وقالت الصحيفة إن المدينة فرحة."
    assert [entity for _, entity in entities(text)] == ["guardian", "guardian"]


def test_a_denial_is_of_whoever_denies():
    text = "قال المتحدث باسم الكرملين إنه لا صحة لهذه الأخبار المتداولة."
    assert dict(entities(text))["لا صحة"] == "spokesman:kremlin"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال: «الخطط التي تدعو إلى الهدم قديمة جدا». ثم غادر.", [("قال", None)]),
        (
            "قال: «الوزير الذي زعم أن الجسر قديم غادر». ثم مضى.",
            [("قال", None), ("زعم", "قال")],
        ),
        ("انتهت الخطة التي تدعو إلى الهدم.", [("تدعو إلى", None)]),
    ],
)
def test_what_a_speaker_only_describes_says_nothing(text, expected):
    assert holders(text) == expected


def test_who_only_published_the_words_is_not_whom_a_participle_goes_on_with():
    text = "قال الحارس في بيان نشرته صحف إن الباب مغلق، مؤكدا أنه جديد."
    said = find_attributions(read_words(text))
    assert said[0].speaker.entity == said[2].speaker.entity != said[1].speaker.entity


def test_a_text_without_cues_has_no_attributions():
    assert find_attributions(read_words("وصل القطار صباحا.")) == ()
    assert find_attributions(read_words("")) == ()


@pytest.mark.parametrize("cue", ["والذي قال إن ", "بحسب ", "وأدان ", "بحسب ما "])
def test_cues_that_take_up_each_other_without_end_are_all_read(cue):
    n_cues = 1500
    assert len(find_attributions(read_words(cue * n_cues))) >= n_cues - 1
