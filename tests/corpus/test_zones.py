"""Paragraphs get the zone that their place, length and last mark say."""

from itertools import pairwise
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.base import columns
from framing.corpus.articles import check_corpus, read_corpus
from framing.corpus.zones import AGENCIES, base_words, find_zones
from framing.layers.span_tables import zones
from framing.text.tokens import Span, read_words

SEEDS = Path(__file__).parents[2] / "seeds"
FIRST = "شدد وزير الخارجية الأميركي جون كيري الجمعة على ضرورة تعزيز التعاون."
SECOND = "وقال كيري إن الوقت قصير."
THIRD = "ولم يعلق الكرملين على ذلك."
LONG = "وتشارك القوات في الحرب منذ أشهر طويلة بلا نتيجة تذكر حتى اليوم"


def parts(*paragraphs: str) -> list[tuple[str, str]]:
    text = "\n".join(paragraphs)
    return [(zone, span.form(text)) for span, zone in find_zones(read_words(text))]


def test_the_seeds_lose_a_caption_a_crosshead_and_a_credit_line() -> None:
    table = zones(read_corpus(SEEDS))
    desk = table[~table["zone"].isin(["lead", "body"])]
    assert desk[["doc_id", "zone", "form"]].to_numpy().tolist() == [
        [
            "001",
            "caption",
            "وزير الخارجية الروسي سيرغي لافروف (يمين) مصافحا نظيره الاميركي جون كيري في موسكو",
        ],
        ["001", "crosshead", "- الوقت ينفد -"],
        ["002", "credit", "(الأخبار، أ ف ب، رويترز، تاس)"],
    ]


def test_the_seeds_have_their_base_of_words() -> None:
    words = [read_words(text) for text in read_corpus(SEEDS)["text"]]
    assert [base_words(one) for one in words] == [366, 547, 376, 547, 444]
    assert [len(one.spans) for one in words] == [366, 562, 382, 547, 444]
    assert [base_words(one, ["credit", "caption", "crosshead"]) for one in words] == [
        *(0, 15, 6, 0, 0),
    ]


def test_the_seeds_leads_are_their_first_two_sentences() -> None:
    table = zones(read_corpus(SEEDS))
    leads = table[table["zone"] == "lead"]
    assert list(zip(leads["doc_id"], leads["start"], leads["end"], strict=True)) == [
        *(("000", 0, 315), ("001", 82, 546), ("002", 0, 457), ("003", 0, 322), ("004", 0, 461)),
    ]


def test_an_article_with_every_zone() -> None:
    assert parts(
        "كيري في موسكو لبحث الأزمة",
        "موسكو – رويترز",
        "كيري (يسار) مع لافروف",
        FIRST,
        SECOND + " " + THIRD,
        "الوقت ينفد",
        LONG + ".",
        "(أ ف ب، رويترز)",
    ) == [
        ("headline", "كيري في موسكو لبحث الأزمة"),
        ("credit", "موسكو – رويترز"),
        ("caption", "كيري (يسار) مع لافروف"),
        ("lead", FIRST + "\n" + SECOND),
        ("body", THIRD),
        ("crosshead", "الوقت ينفد"),
        ("body", LONG + "."),
        ("credit", "(أ ف ب، رويترز)"),
    ]


@pytest.mark.parametrize("text", ["لقاء في موسكو", "(رويترز)", "كيري (يمين)", FIRST])
def test_a_text_of_one_paragraph_is_running_text(text: str) -> None:
    assert parts(text) == [("lead", text)]


@pytest.mark.parametrize("text", ["", "\n \r\n", "***", ".\u0000؟"])
def test_a_text_without_words_has_no_parts(text: str) -> None:
    assert parts(text) == []
    assert base_words(read_words(text)) == 0


@pytest.mark.parametrize(
    "line",
    [
        "كيري وصل إلى موسكو.",
        "هل تنجح المحادثات؟",
        "وقال في كلمته:",
        "وصل كيري، الجمعة،",
        "فيما يلي نص البيان :-",
        "«لا حل في سوريا».",
        LONG + " " + LONG,
    ],
)
def test_a_first_line_that_ends_or_continues_a_sentence_is_no_headline(line: str) -> None:
    assert parts(line, FIRST)[0][0] == "lead"


def test_there_is_one_headline() -> None:
    assert parts("كيري في موسكو", "الوقت ينفد بعد الهدنة", FIRST, SECOND) == [
        ("headline", "كيري في موسكو"),
        ("lead", "الوقت ينفد بعد الهدنة\n" + FIRST),
        ("body", SECOND),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "كيري (يمين) ولافروف",
        "كيري ولافروف (إلى اليسار) في موسكو",
        "لافروف (في الوسط)",
        "من اليمين إلى اليسار: كيري ولافروف",
        "صورة أرشيفية لجون كيري",
        "كيري ولافروف (أرشيف)",
        "كيري ولافروف (من الأرشيف)",
        "لقطة من المؤتمر",
    ],
)
def test_a_line_that_says_who_is_where_in_a_picture_is_a_caption(line: str) -> None:
    assert parts(line, FIRST)[0] == ("caption", line)


@pytest.mark.parametrize(
    "line", ["اليمين المتطرف يتقدم في باريس", "مرشح من اليمين يفوز", "بالصور كيري في موسكو"]
)
def test_the_political_right_makes_no_caption(line: str) -> None:
    assert parts(line, FIRST)[0] == ("headline", line)


@pytest.mark.parametrize(
    "line",
    [
        "(رويترز)",
        "(رويترز).",
        "[أ ف ب]",
        "موسكو، أ ف ب",
        "لندن - ا ف ب",
        "المصدر: رويترز",
        "رويترز، د ب أ وتاس",
        "الأناضول / وكالات",
        "AFP",
    ],
)
def test_a_last_line_that_names_an_agency_is_a_credit(line: str) -> None:
    assert parts(FIRST, SECOND, line)[-1] == ("credit", line)


@pytest.mark.parametrize(
    "line",
    [
        "وذكرت رويترز أن كيري غادر",
        "رويترز: كيري يغادر",
        "الرياض – جون كيري",
        "غادر كيري، بحسب رويترز.",
    ],
)
def test_a_last_line_that_only_mentions_an_agency_or_a_place_is_body(line: str) -> None:
    assert parts(FIRST, SECOND, line)[-1] == ("body", line)


def test_credits_at_the_end_may_be_several() -> None:
    assert parts(FIRST, "(رويترز)", "(د ب أ)") == [("lead", FIRST), ("credit", "(رويترز)\n(د ب أ)")]


def test_a_headline_from_an_agency_is_a_headline() -> None:
    assert parts("رويترز: موسكو توافق على الهدنة", FIRST)[0][0] == "headline"


@pytest.mark.parametrize("line", ["الرياض – واس", "أميرة المولد- عين اليوم", "الرياضي ـ جدة"])
def test_a_byline_before_the_text_is_a_credit(line: str) -> None:
    assert parts(line, FIRST)[0] == ("credit", line)


def test_a_dateline_inside_the_first_paragraph_stays_in_the_lead() -> None:
    assert parts("دبي – أ ف ب " + FIRST, SECOND) == [
        ("lead", "دبي – أ ف ب " + FIRST + "\n" + SECOND)
    ]


@pytest.mark.parametrize(
    "line", ["الوقت ينفد", "- الوقت ينفد -", "– الوقت ينفد. –", "* حافة الخطر"]
)
def test_a_short_line_alone_inside_the_text_is_a_crosshead(line: str) -> None:
    assert parts(FIRST, line, SECOND) == [("lead", FIRST), ("crosshead", line), ("lead", SECOND)]


def test_short_lines_in_a_row_are_a_list() -> None:
    assert parts(FIRST, SECOND, "روسيا", "تركيا", THIRD) == [
        ("lead", FIRST + "\n" + SECOND),
        ("body", "روسيا\nتركيا\n" + THIRD),
    ]


def test_a_short_line_at_the_end_is_no_crosshead() -> None:
    assert parts(FIRST, SECOND, "الوقت ينفد")[-1] == ("body", "الوقت ينفد")


def test_marks_of_direction_and_closing_marks_hide_no_full_stop() -> None:
    assert parts("«نعم.»\u202c", FIRST)[0][0] == "lead"
    assert parts("\u202bنعم\u202c", FIRST)[0] == ("headline", "\u202bنعم\u202c")


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\n\n \n", "\u2029"])
def test_every_line_end_ends_a_paragraph(line_end: str) -> None:
    text = "\ufeffلقاء في موسكو" + line_end + FIRST
    assert [(zone, span.form(text)) for span, zone in find_zones(read_words(text))] == [
        ("headline", "\ufeffلقاء في موسكو"),
        ("lead", FIRST),
    ]


def test_the_table_has_its_columns_and_a_title_is_a_headline_of_its_own_field() -> None:
    frame = pd.DataFrame({"doc_id": ["7"], "title": ["لقاء"], "text": [FIRST]})
    table = zones(check_corpus(frame))
    assert list(table.columns) == columns.names("zones")
    assert table.to_dict("records") == [
        {
            "span_id": "zones:7:title:0-4",
            "doc_id": "7",
            "field": "title",
            "start": 0,
            "end": 4,
            "form": "لقاء",
            "zone": "headline",
        },
        {
            "span_id": f"zones:7:text:0-{len(FIRST)}",
            "doc_id": "7",
            "field": "text",
            "start": 0,
            "end": len(FIRST),
            "form": FIRST,
            "zone": "lead",
        },
    ]


def test_a_corpus_without_words_has_a_table_without_rows() -> None:
    frame = pd.DataFrame({"doc_id": ["7"], "title": ["…"], "text": [""]})
    assert list(zones(check_corpus(frame)).columns) == columns.names("zones")
    assert zones(check_corpus(frame)).empty


def test_agencies_stand_folded_so_that_every_house_spelling_meets_them() -> None:
    assert {
        "ا ف ب",
        "رويترز",
        "د ب ا",
        "ا ب",
        "واس",
        "سبا",
        "تاس",
        "الاناضول",
        "وكالات",
    } <= AGENCIES


# laws

PIECES = st.sampled_from(
    [
        *(
            "قال",
            "ا",
            "وَقَالَ",
            "داعـــش",
            "ﻻ",
            "٣",
            "AFP",
            "رويترز",
            "(يمين)",
            "صورة",
            "😀",
            "\U0001f1f8",
        ),
        *(
            " ",
            "\u00a0",
            "\t",
            "\n",
            "\r\n",
            "\u2028",
            "\x00",
            "\u202b",
            "\u202c",
            "\u200f",
            "\ufeff",
        ),
        *("\u200c", "\u200d", "\u0651", ".", "؟", "…", "۔", "،", ":", "«", "»", "“", "”", "(", ")"),
        *(
            "-",
            " – ",
            "ـ",
            "*",
            FIRST,
            LONG,
            "\n(رويترز)",
            "\n- الوقت ينفد -\n",
            "\ud83d",
            "\x1c",
            "\x85",
        ),
    ]
)
TEXTS = st.lists(PIECES, max_size=40).map("".join) | st.text(st.characters(exclude_categories=()))


@given(TEXTS)
def test_parts_are_in_order_and_every_word_stands_in_exactly_one(text: str) -> None:
    words = read_words(text)
    spans = [span for span, _ in find_zones(words)]
    for before, after in pairwise(spans):
        assert before.end <= after.start
    for word in words.spans:
        assert sum(word in span for span in spans) == 1


@given(TEXTS)
def test_parts_begin_and_end_inside_the_text_without_space_round_them(text: str) -> None:
    for span, _ in find_zones(read_words(text)):
        form = span.form(text)
        assert span in Span(0, len(text))
        assert form
        assert form == form.strip()


@given(TEXTS)
def test_a_text_with_words_has_a_lead_and_neighbours_differ_in_zone(text: str) -> None:
    found = [zone for _, zone in find_zones(read_words(text))]
    assert ("lead" in found) == bool(read_words(text).spans)
    assert all(before != after for before, after in pairwise(found))


@given(TEXTS)
def test_lead_holds_at_most_two_sentences(text: str) -> None:
    words = read_words(text)
    sentences = {
        words.sentence_of(words.spans[place].start)
        for span, zone in find_zones(words)
        if zone == "lead"
        for place in words.within(span)
    }
    assert len(sentences) <= 2
