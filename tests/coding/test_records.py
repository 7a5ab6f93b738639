"""Codings are read strictly, checked against their articles, and our tables take their shape."""

import contextlib
import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import framing as fr
from framing.base.errors import FramingError, UnknownNameError
from framing.coding.agreement import score
from framing.coding.records import CLASSES, as_coded, check_coding, find_all, read_coding
from framing.corpus.articles import read_corpus

TEXT = "قال مسلحون إن الإرهابيين رحلوا. وأكد المتطرفون ذلك."
NEWS = pd.DataFrame({"doc_id": ["000", "001"], "title": ["عنوان", None], "text": [TEXT, "نعم"]})


def span(
    start: int, end: int, name: str = "terror", *, doc: str = "000", layer: str = "militancy"
) -> dict[str, object]:
    return {"doc": doc, "layer": layer, "start": start, "end": end, "class": name}


def at(form: str, name: str) -> dict[str, object]:
    start = TEXT.index(form)
    return span(start, start + len(form), name) | {"text": form}


# Reading


def write(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def record(**changes: object) -> str:
    return json.dumps(span(0, 3, "neutral", layer="attribution") | {"text": "قال"} | changes)


def test_a_coding_keeps_its_order_its_zeros_and_its_further_fields(tmp_path: Path) -> None:
    path = write(
        tmp_path / "coding.jsonl",
        record(doc="007", source_start=4, source_end=10, side="us"),
        "",
        record(doc="000", mode="direct"),
    )
    coding = read_coding(path)
    assert coding["doc"].tolist() == ["007", "000"]
    assert list(coding.columns) == [
        *("doc", "layer", "start", "end", "text", "class"),
        *("source_start", "source_end", "side", "mode"),
    ]
    assert coding["source_start"].dtype == "Int64"
    assert coding["source_start"].isna().tolist() == [False, True]
    assert coding["start"].dtype == "int64"


def test_a_file_without_records_is_an_empty_coding(tmp_path: Path) -> None:
    coding = read_coding(write(tmp_path / "coding.jsonl"))
    assert list(coding.columns) == ["doc", "layer", "start", "end", "text", "class"]
    assert coding.empty


@pytest.mark.parametrize(
    ("broken", "message"),
    [
        ('{"doc": "000"', r"coding\.jsonl, line 3 is no JSON: .*Write one record a line"),
        ('["000"]', r"coding\.jsonl, line 3 has no 'doc'\. A record has doc, layer, start"),
        ('{"doc": "000", "layer": "leak"}', r"line 3 has no 'start'"),
        ('{"doc": "0", "layer": "leak", "start": 0, "end": 1}', r"line 3 has no 'class'"),
        (record(doc=0), r"line 3 has doc 0\. Write it as text"),
        (record(start=1.0), r"line 3 has start 1\.0\. Write it as a whole number"),
        (record(end=True), r"line 3 has end True\. Write it as a whole number"),
        (record(text=None), r"line 3 has text None\. Write it as text"),
        (record(start="0"), r"line 3 has start '0'\. Write it as a whole number\.$"),
        (record(end=10**30), rf"line 3 has end {10**30}\. Write it as a whole number\.$"),
        (record(end=10**300), r"line 3 is no JSON: it holds a number of 301 digits; at most 100"),
        (record(source_start=1.5), r"line 3 has source_start 1\.5\. Write it as a whole number"),
        (record(content_end=[1]), r"line 3 has content_end \[1\]\. Write it as a whole number"),
        (record(source_text=1), r"line 3 has source_text 1\. Write it as text\.$"),
        (record(side=["us"] * 99), r"line 3 has side \['us', .{70,75}…\. Write it as text, or sev"),
        ("[" * 100_000, r"line 3 is no JSON: it is nested more than 50 deep\. Write one record"),
    ],
)
def test_a_broken_line_is_named_by_its_number(tmp_path: Path, broken: str, message: str) -> None:
    path = write(tmp_path / "coding.jsonl", record(), "", broken)
    with pytest.raises(FramingError, match=message):
        read_coding(path)


def test_a_record_may_leave_its_words_out(tmp_path: Path) -> None:
    bare = json.dumps(span(0, 3, "neutral", layer="attribution"))
    coding = read_coding(write(tmp_path / "coding.jsonl", bare, record()))
    assert coding["text"].isna().tolist() == [True, False]
    assert check_coding(coding, NEWS) is coding


def test_a_coding_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(FramingError, match=r"There is no coding at '.*none\.jsonl'"):
        read_coding(tmp_path / "none.jsonl")


@pytest.mark.parametrize(
    ("encoding", "state"),
    [
        ("utf-16", "is utf-16, not utf-8"),
        ("utf-32", "is utf-32, not utf-8"),
        ("cp1256", "is not utf-8: byte 9 (0xDE) cannot be read"),
    ],
)
def test_a_coding_in_another_encoding_is_to_be_saved_anew(
    tmp_path: Path, encoding: str, state: str
) -> None:
    (tmp_path / "coding.jsonl").write_text('{"doc": "قال"}', encoding)
    with pytest.raises(FramingError) as refused:
        read_coding(tmp_path / "coding.jsonl")
    message = f"'coding.jsonl' {state}. Save it as UTF-8 (in Excel: CSV UTF-8)."
    assert str(refused.value) == message


def test_line_ends_of_unicode_inside_a_text_end_no_record(tmp_path: Path) -> None:
    path = tmp_path / "coding.jsonl"
    line = json.dumps(json.loads(record(note="a\x85b\u2028c\x1cd")), ensure_ascii=False)
    path.write_text("\ufeff" + line + "\r\n", "utf-8", newline="")
    assert read_coding(path)["note"].tolist() == ["a\x85b\u2028c\x1cd"]


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(), inner, max_size=2),
    max_leaves=4,
)


@given(
    st.dictionaries(
        st.sampled_from(["doc", "layer", "start", "end", "text", "class", "source_start"])
        | st.sampled_from(["source_end", "source_text", "content_end", "side", "type", "voice"]),
        VALUES,
    )
)
def test_whatever_a_record_holds_it_fits_or_is_refused(changes: dict[str, object]) -> None:
    with TemporaryDirectory() as folder, contextlib.suppress(FramingError):
        path = Path(folder) / "coding.jsonl"
        path.write_text(record(**changes), encoding="utf-8")
        check_coding(read_coding(path), NEWS)


# Checking


def test_the_coding_of_the_seeds_fits_the_seeds_and_agrees_with_itself() -> None:
    seeds = Path(__file__).parents[2] / "seeds"
    coding = check_coding(read_coding(seeds / "coding" / "seeds.jsonl"), read_corpus(seeds))
    scores = score(coding, coding).set_index("layer")
    assert scores["n_coded"].to_dict() == {"attribution": 95, "leak": 31, "militancy": 67}
    assert (scores["f1"] == 1).all()


def test_a_coding_that_fits_its_articles_is_given_back() -> None:
    coding = pd.DataFrame([at("الإرهابيين", "terror"), at("المتطرفون", "radical")])
    assert check_coding(coding, NEWS) is coding


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"start": 0, "end": 3}, "Record 1 of the coding reads 'مسلحون', but .* 'قال' at 0:3"),
        ({"start": -3}, "Record 1 of the coding reads 'مسلحون'"),
        ({"start": 4, "end": 4, "text": ""}, "Record 1 of the coding reads ''"),
        ({"doc": "0"}, "Record 1: the corpus has no article '0'"),
        ({"class": "armd"}, "no militancy class named 'armd'. Did you mean 'armed'?"),
        ({"layer": "militanc"}, "no layer named 'militanc'. Did you mean 'militancy'?"),
    ],
)
def test_a_record_that_does_not_fit_is_refused(changes: dict[str, object], message: str) -> None:
    coding = pd.DataFrame([at("مسلحون", "armed") | changes])
    with pytest.raises(FramingError, match=message):
        check_coding(coding, NEWS)


def test_offsets_without_words_must_hold_words_of_the_article() -> None:
    for start, end in (
        (0, 4),
        (3, 3),
        (0, 2),
        (5, 10),
        (-2, 3),
        (len(TEXT) - 3, len(TEXT) + 1),
        (5, 2),
    ):
        with pytest.raises(
            FramingError, match=f"says {start}:{end}, but no whole words stand there"
        ):
            check_coding(pd.DataFrame([span(start, end)]), NEWS)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"source_start": 4, "source_end": None}, r"Record 1 has a place 4(\.0)?:.*both its ends"),
        ({"source_start": 3, "source_end": 10}, "says 3:10, but no whole words stand there"),
        ({"content_start": 11, "content_end": 99}, "says 11:99, but no whole words stand there"),
        (
            {"source_start": 4, "source_end": 10, "source_text": "كيري"},
            "reads 'كيري', but .* 'مسلحون",
        ),
    ],
)
def test_a_source_or_content_that_does_not_fit_is_refused(
    changes: dict[str, object], message: str
) -> None:
    said = span(0, 3, "neutral", layer="attribution") | {"text": "قال"}
    with pytest.raises(FramingError, match=message):
        check_coding(pd.DataFrame([said | changes]), NEWS)
    fits = {"source_start": 4, "source_end": 10, "source_text": "مسلحون"}
    check_coding(pd.DataFrame([said | fits, said]), NEWS)


# The package's tables as codings


def hits(*rows: tuple[str, str, str]) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {"span_id": str(i), "doc_id": "000", "field": field, "start": i, "end": i + 4}
            | {"form": form, "category": category, "label_quoted": False}
            for i, (field, form, category) in enumerate(rows)
        ],
        columns=["span_id", "doc_id", "field", "start", "end", "form", "category", "label_quoted"],
    )


def test_mentions_take_the_names_of_a_coding() -> None:
    coded = as_coded(hits(("text", "إرهاب", "terror")), "militancy")
    assert coded.to_dict("records") == [
        {"span_id": "0", "doc": "000", "field": "text", "start": 0, "end": 4, "text": "إرهاب"}
        | {"class": "terror", "scare": False, "layer": "militancy"}
    ]


def test_titles_and_categories_without_score_are_left_out() -> None:
    found = hits(
        ("title", "إرهاب", "terror"),
        ("text", "ثوار", "legitimising"),
        ("text", "داعش", "organisation"),
    )
    assert as_coded(found, "militancy")["text"].tolist() == ["داعش"]
    sources = hits(("text", "شائعة", "rumour"), ("text", "تسريبات", "leak-talk"))
    assert as_coded(sources, "leak")["class"].tolist() == ["leak-talk"]


def test_every_stance_is_scored() -> None:
    cues = hits(("text", "قال", "neutral"), ("text", "همس", "unheard-of"))
    coded = as_coded(cues.rename(columns={"category": "stance"}), "attribution")
    assert coded["class"].tolist() == ["neutral", "unheard-of"]


def test_a_table_without_hits_is_a_coding_without_records() -> None:
    coded = as_coded(hits(), "leak")
    assert coded.empty
    assert {"doc", "layer", "start", "end", "text", "class"} <= set(coded.columns)


def test_a_layer_nobody_coded_is_unknown() -> None:
    with pytest.raises(UnknownNameError, match="no layer named 'leaks'"):
        as_coded(hits(), "leaks")  # type: ignore[arg-type]  # the misspelling is the test


def test_the_codebook_has_seven_labels_thirteen_stances_and_five_kinds_of_source() -> None:
    counted = {layer: len(names.split()) for layer, names in CLASSES.items()}
    assert counted == {"militancy": 7, "attribution": 13, "leak": 5}


def test_all_layers_are_found_in_one_coding_that_fits_its_articles() -> None:
    news = read_corpus(NEWS)
    found = find_all(news)
    assert found[["doc", "layer", "text", "class"]].to_numpy().tolist() == [
        ["000", "militancy", "مسلحون", "armed"],
        ["000", "militancy", "الإرهابيين", "terror"],
        ["000", "militancy", "المتطرفون", "radical"],
        ["000", "attribution", "قال", "neutral"],
        ["000", "attribution", "وأكد", "assertive"],
    ]
    check_coding(found, news)
    read: list[list[str]] = []
    find_all(news, progress=lambda docs: read.append(docs) or docs)
    assert read == [["000", "001"]] * 3


def test_what_is_found_where_nothing_is_said_is_an_empty_coding() -> None:
    found = find_all(read_corpus(NEWS.iloc[1:]))
    assert found.empty
    assert {*span(0, 1), "text", "side", "voice", "role"} <= set(found.columns)


def test_a_coding_is_read_by_the_name_on_the_face() -> None:
    assert fr.read_coding is read_coding
