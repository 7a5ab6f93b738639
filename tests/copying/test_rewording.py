"""What was changed between two passages: every kind of edit on a short invented pair."""

import pandas as pd
import pytest

from framing.copying.reuse import edits, reuse

ARRIVAL = "القوافل تصل غدا إلى الأحياء المحاصرة محملة بالغذاء والدواء"


def compared(one: str, other: str, *, spelling: bool = False) -> list[tuple[str, str, str]]:
    corpus = pd.DataFrame({"doc_id": ["a", "b"], "text": [one, other]})
    pairs = reuse(corpus)
    assert len(pairs) == 1
    table = edits(corpus, pairs, spelling=spelling)
    return list(zip(table["kind"], table["form_a"], table["form_b"], strict=True))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            "طرد الجيش المجموعات الإرهابية من بلدة صغيرة قرب الحدود بعد معارك عنيفة.",
            "طرد الجيش المجموعات الجهادية من بلدة صغيرة قرب الحدود بعد معارك عنيفة.",
            [("label swap", "الإرهابية", "الجهادية")],
        ),
        (
            "طرد الجيش المجموعات من بلدة صغيرة قرب الحدود بعد معارك عنيفة طويلة.",
            "طرد الجيش المجموعات الإرهابية من بلدة صغيرة قرب الحدود بعد معارك عنيفة طويلة.",
            [("label added", "", "الإرهابية")],
        ),
        (
            "طرد الجيش المجموعات الإرهابية من بلدة صغيرة قرب الحدود بعد معارك عنيفة طويلة.",
            "طرد الجيش المجموعات من بلدة صغيرة قرب الحدود بعد معارك عنيفة طويلة.",
            [("label dropped", "الإرهابية", "")],
        ),
        (
            "انسحب مقاتلو المعارضة من بلدة صغيرة قرب الحدود بعد معارك عنيفة طويلة.",
            "انسحب مقاتلو المعارضة المسلحة من بلدة صغيرة قرب الحدود بعد معارك عنيفة طويلة.",
            [("label added", "", "المسلحة")],
        ),
        (
            "قصفت طائرات الحكومة السورية أحياء سكنية مكتظة ليلا وأوقعت خسائر كبيرة.",
            "قصفت طائرات النظام السوري أحياء سكنية مكتظة ليلا وأوقعت خسائر كبيرة.",
            [("naming", "الحكومة السورية", "النظام السوري")],
        ),
        (
            "قصفت القوات الحكومية السورية أحياء سكنية مكتظة ليلا وأوقعت خسائر كبيرة.",
            "قصفت قوات النظام السوري أحياء سكنية مكتظة ليلا وأوقعت خسائر كبيرة.",
            [("naming", "القوات الحكومية السورية", "قوات النظام السوري")],
        ),
        (
            "أغلقت القوات الإسرائيلية الطريق المؤدي إلى القرية ومنعت السكان من العبور صباحا.",
            "أغلقت قوات الاحتلال الطريق المؤدي إلى القرية ومنعت السكان من العبور صباحا.",
            [("naming", "القوات الإسرائيلية", "قوات الاحتلال")],
        ),
        (
            "أغلقت القوات الإسرائيلية الطريق المؤدي إلى القرية ومنعت السكان من العبور صباحا.",
            "أغلقت قوات حفتر الطريق المؤدي إلى القرية ومنعت السكان من العبور صباحا.",
            [("label added", "القوات الإسرائيلية", "قوات حفتر")],  # of another army: no naming
        ),
        (
            f"قال زعيم الحوثيين إن {ARRIVAL}.",
            f"زعم قائد الانقلابيين أن {ARRIVAL}.",
            [
                ("cue changed", "قال", "زعم"),
                ("source changed", "زعيم", "قائد"),
                ("label swap", "الحوثيين", "الانقلابيين"),
            ],
        ),
        (
            f"قال سيرغي لافروف إن {ARRIVAL}.",
            f"قال دميتري بيسكوف إن {ARRIVAL}.",
            [("source changed", "سيرغي لافروف", "دميتري بيسكوف")],
        ),
        (
            f"قال جون كيري إن {ARRIVAL}.",
            f"أكد جون كيري أن {ARRIVAL}.",
            [("cue changed", "قال", "أكد")],  # إن and أن differ by a hamza only
        ),
        (
            f"{ARRIVAL} مساء.",
            f"{ARRIVAL} مساء، بحسب سيرغي لافروف.",
            [("source added", "", "بحسب سيرغي لافروف")],
        ),
        (
            "تصل القوافل غدا إلى الأحياء المحاصرة محملة بالغذاء والدواء.",
            "ربما تصل القوافل غدا إلى الأحياء المحاصرة محملة بالغذاء والدواء.",
            [("hedge added", "", "ربما")],
        ),
        (
            "قد تصل القوافل غدا إلى الأحياء المحاصرة محملة بالغذاء والدواء.",
            "تصل القوافل غدا إلى الأحياء المحاصرة محملة بالغذاء والدواء.",
            [("hedge dropped", "قد", "")],
        ),
        (
            "قال كيري: «ليس هناك مكان أكثر خطورة على قوافل الغذاء والدواء من حلب».",
            "قال كيري: «ليس هناك مكان أفضل خطورة على قوافل الغذاء والدواء من حلب».",
            [("quoted words", "أكثر", "أفضل")],
        ),
        (
            "قال كيري: «نبحث وسائل سريعة وملموسة توصل قوافل الغذاء لمساعدة السكان».",
            "قال كيري: «نبحث وسائل سريعة وملموسة توصل قوافل الغذاء» لمساعدة السكان.",
            [("quotation boundary", "لمساعدة السكان", "لمساعدة السكان")],
        ),
        (
            f"{ARRIVAL} والماء.",
            f"{ARRIVAL} والوقود.",
            [("other", "والماء", "والوقود")],
        ),
    ],
)
def test_every_kind_of_edit_is_told_with_both_forms(one, other, expected):
    assert compared(one, other) == expected


def test_marks_round_a_whole_sentence_are_told_as_such():
    one = "قال كيري إن قوافل الغذاء والدواء تصل غدا إلى الأحياء المحاصرة."
    other = "قال كيري: «قوافل الغذاء والدواء تصل غدا إلى الأحياء المحاصرة»."
    words = "قوافل الغذاء والدواء تصل غدا إلى الأحياء المحاصرة"
    assert ("quotation marks", words, words) in compared(one, other)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("مسؤول", "مسئول", [("spelling", "مسؤول", "مسئول")]),
        (
            "الولايات المتحدة",
            "الولاياتالمتحدة",
            [("spelling", "الولايات المتحدة", "الولاياتالمتحدة")],
        ),
        ("الأمريكي", "الأميركي", [("spelling", "الأمريكي", "الأميركي")]),
        ("الأمريكية", "الامريكيه", []),
    ],
)
def test_what_is_only_spelled_otherwise_is_no_edit_unless_asked(one, other, expected):
    texts = [f"{ARRIVAL} وسط ترحيب {word} كبير." for word in (one, other)]
    assert compared(*texts) == []
    assert compared(*texts, spelling=True) == expected


def test_words_of_another_meaning_are_no_spelling_however_alike():
    edit = compared(f"{ARRIVAL} بعد مقتل سائق.", f"{ARRIVAL} بعد مقاتل سائق.")
    assert [kind for kind, *_ in edit] != ["spelling"]


def test_entries_and_categories_of_both_sides_stand_beside_a_swap():
    text = "طرد الجيش المجموعات {} من بلدة صغيرة قرب الحدود بعد معارك عنيفة."
    texts = [text.format(word) for word in ("الإرهابية", "الجهادية")]
    corpus = pd.DataFrame({"doc_id": ["a", "b"], "text": texts})
    (row,) = edits(corpus, reuse(corpus)).to_dict("records")
    assert (row["categories_a"], row["categories_b"]) == (["terror"], ["jihadist"])
    assert (row["entries_a"], row["entries_b"]) == (["irhabi"], ["jihadi"])
    assert row["in_quotation"] is False
