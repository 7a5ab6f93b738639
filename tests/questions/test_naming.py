"""Which name for the same thing: names and referents by sentence, shares by hand."""

import pandas as pd
import pytest

import framing as fr
from framing.attribution.namings import namings_in
from framing.lexicon.entries import load_lexicon
from framing.measures.clustered import clustered_share
from framing.text.tokens import read_words

NAMING = load_lexicon("naming")


def names_in(text: str) -> list[tuple[str, str]]:
    return [(one.referent, one.hit.entry.name) for one in namings_in(read_words(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("انسحب تنظيم الدولة من البلدة.", [("islamic-state", "organisation")]),
        ("انسحبت داعش من البلدة.", [("islamic-state", "daesh")]),
        ("درس الطلاب تاريخ الدولة الإسلامية.", []),
        ("قالت الدولة العثمانية كلمتها.", []),
        ("اتهم الناطق ميليشيا آل دقلو.", [("rapid-support-forces", "dagalo")]),
        ("وصلت قوات الدعم السريع.", [("rapid-support-forces", "own")]),
        ("وصلت ميليشيا الدعم السريع.", [("rapid-support-forces", "militia")]),
        ("أعلنت جماعة أنصار الله.", [("houthis", "own")]),
        ("هاجمت ميليشيا الحوثي القرية.", [("houthis", "militia")]),
        ("هاجم الانقلابيون القرية.", [("houthis", "coup")]),
        ("أطلق جيش الاحتلال النار.", [("israel-army", "occupation")]),
        ("أعلن جيش الدفاع الإسرائيلي الهدنة.", [("israel-army", "own")]),
        ("أعلن الجيش الإسرائيلي الهدنة.", [("israel-army", "army")]),
        ("عمل جيش من العمال في وزارة الدفاع.", []),
        ("تقدمت ميليشيات حفتر.", [("libya-haftar-army", "militia")]),
        ("تقدم الجيش الوطني الليبي.", [("libya-haftar-army", "own")]),
        ("قصفت قوات النظام أحياء حلب.", [("syria-army", "regime")]),
        ("قصفت قوات النظام الحي.", []),
        ("قصفت القوات الحكومية السورية الحي.", [("syria-army", "government")]),
        ("قصفت القوات الحكومية قرية في أوكرانيا.", []),
        ("سقط النظام السوري وبقيت الدولة.", [("syria", "regime"), ("syria", "state")]),
        ("سقط النظام في العاصمة.", []),
        ("ردت الحكومة السورية، وأصلحت النظام الصحي.", [("syria", "government")]),
        ("رأت الحكومة اليمنية الشرعية أن الأمر انتهى.", [("yemen", "government")]),
        ("رممت البلدية الجدار والسياج.", []),
        ("اخترق العمال جدار الفصل العنصري.", [("israel-barrier", "wall")]),
        ("شيعت القرية ثلاثة شهداء.", [("the-dead", "martyr")]),
        ("سقط ثلاثة قتلى.", [("the-dead", "killed")]),
        ("ولدت الحرب الباردة بعد المؤتمر.", []),
    ],
)  # fmt: skip
def test_a_name_is_of_its_referent_and_a_homograph_of_none(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert names_in(text) == found


def test_every_name_has_a_referent_or_takes_one_up() -> None:
    assert [one.id for one in NAMING.entries if not (one.referent or one.anaphor)] == []
    assert [one.id for one in NAMING.entries if not one.name] == []


def news() -> pd.DataFrame:
    return fr.read_corpus(
        pd.DataFrame(
            {
                "doc_id": ["1", "2", "3"],
                "outlet": ["a", "a", "b"],
                "text": [
                    "انسحبت داعش من البلدة. وعادت داعش ليلا. وقال الوزير إن تنظيم الدولة ضعيف.",
                    "انسحب تنظيم الدولة من البلدة.",
                    "بقيت داعش في البلدة.",
                ],
            }
        )
    )


def test_shares_are_of_the_references_to_one_thing_with_articles_as_cases() -> None:
    table = fr.naming(news()).table.set_index(["group", "referent", "voice", "name"])
    whole = table.loc[("a", "islamic-state", "all", "daesh")]
    assert (whole["count"], whole["base"], whole["articles"]) == (2, 4, 2)
    by_hand = clustered_share(pd.Series([2.0, 0]).to_numpy(), pd.Series([3.0, 1]).to_numpy())
    assert (whole["share_of"], whole["ci_low"], whole["ci_high"]) == by_hand
    own = table.loc[("a", "islamic-state", "narrator", "daesh")]
    assert (own["count"], own["base"]) == (2, 3)
    said = table.loc[("a", "islamic-state", "indirect", "organisation")]
    assert (said["count"], said["base"]) == (1, 1)
    assert table.loc[("b", "islamic-state", "all", "organisation")]["count"] == 0


def test_the_finding_names_what_is_called_by_several_names() -> None:
    found = fr.naming(news())
    assert "Of 5 references to islamic-state: daesh 3, organisation 2." in found.text
    assert NAMING.label in found.note


def test_a_corpus_without_names_has_no_rows() -> None:
    plain = fr.read_corpus(pd.DataFrame({"doc_id": ["1"], "text": ["وصل القطار."]}))
    found = fr.naming(plain)
    assert found.table.empty
    assert found.text == "Nothing is called by more than one of its names."
