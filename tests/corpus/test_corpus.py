"""Articles are read as they stand; what cannot be read is said in full."""

import json
import re
import warnings
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.base.errors import CorpusError, CorpusWarning, UnknownNameError
from framing.corpus.articles import check_corpus, missing, outlet_labels, read_corpus
from framing.text.tokens import read_words

TEXT = "قال كيري: «نعم»."
# what must come through every reader unchanged: space, line ends, NUL, bidi marks, NA
ODD = '\u202bNA\u202c ,;"\tقال\r\nكيري\rلا \x00\ufeff\u200f\U0001f54a ﻻ \n'


def article(**cells: Any) -> dict[str, Any]:
    return {"doc_id": "000", "text": TEXT} | cells


def corpus_of(*rows: dict[str, Any]) -> pd.DataFrame:
    return read_corpus(pd.DataFrame(list(rows)))


def refusal(source: Any, **options: Any) -> str:
    with pytest.raises(CorpusError) as caught:
        read_corpus(source, **options)
    return str(caught.value)


# folders


def test_a_folder_without_metadata_gives_stems_as_ids_in_order(tmp_path: Path) -> None:
    for name in ("010.txt", "002.txt", ".hidden.txt", "notes.md"):
        (tmp_path / name).write_text(TEXT, "utf-8")
    corpus = read_corpus(tmp_path)
    assert list(corpus.columns) == ["doc_id", "outlet", "date", "title", "text"]
    assert list(corpus["doc_id"]) == ["002", "010"]
    assert list(corpus["outlet"]) == [None, None]
    assert list(corpus["title"]) == [None, None]
    assert corpus["date"].isna().all()


def test_the_text_of_a_file_is_its_bytes_decoded(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbf" + ODD.encode())
    text = read_corpus(str(tmp_path))["text"][0]
    assert text == "\ufeff" + ODD
    assert [span.form(text) for span in read_words(text).spans] == ["NA", "قال", "كيري", "لا", "ﻻ"]


@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
def test_metadata_may_have_a_byte_order_mark(tmp_path: Path, bom: bytes) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    metadata = "doc_id,file,outlet,date,event,desk\n000,a.txt,الشرق,2016-07-16,زيارة,\n"
    (tmp_path / "metadata.csv").write_bytes(bom + metadata.encode())
    assert read_corpus(tmp_path).to_dict("records") == [
        {
            "doc_id": "000",
            "outlet": "الشرق",
            "date": pd.Timestamp("2016-07-16"),
            "title": None,
            "text": TEXT,
            "file": "a.txt",
            "event": "زيارة",
            "desk": None,
        }
    ]


def test_metadata_without_file_names_means_files_named_by_id(tmp_path: Path) -> None:
    (tmp_path / "000.txt").write_text(TEXT, "utf-8")
    (tmp_path / "metadata.csv").write_text("doc_id;outlet\n000;الشرق\n", "utf-8")
    assert read_corpus(tmp_path)[["doc_id", "outlet", "text"]].to_numpy().tolist() == [
        ["000", "الشرق", TEXT]
    ]


def test_file_names_match_composed_or_decomposed(tmp_path: Path) -> None:
    (tmp_path / "ا\u0654خبار.txt").write_text(TEXT, "utf-8")
    (tmp_path / "metadata.csv").write_text("doc_id\nأخبار\n", "utf-8")
    assert list(read_corpus(tmp_path)["doc_id"]) == ["أخبار"]


def test_two_files_whose_names_are_one_name_are_refused_with_both(tmp_path: Path) -> None:
    for name in ("\u0623.txt", "\u0627\u0654.txt"):
        (tmp_path / name).write_text(TEXT, "utf-8")
    assert refusal(tmp_path) == (
        f"Two files in '{tmp_path}' have one name, written in two ways: "
        r"'\u0623.txt' and '\u0627\u0654.txt'. Rename one of them."
    )


@pytest.mark.parametrize(
    ("metadata", "message"),
    [
        ("outlet\nالشرق\n", "has no column 'doc_id'. Give each article a row and an id."),
        ("", "has no column 'doc_id'. Give each article a row and an id."),
        (
            "doc_id\n000\n001\n",
            "names articles that have no file: 001 (001.txt). Add the files or take the rows out.",
        ),
        (
            "doc_id,file\n",
            "has no column 'doc_id'. Give each article a row and an id.",
        ),
        (
            "doc_id,file\n1,000.txt\n2,000.txt\n",
            "gives these files to more than one article: 000.txt. Keep one row for each.",
        ),
        (
            "doc_id,sha256\n000,0123\n",
            "the sha256 differs. Restore the file, or correct the sha256 if the change was meant.",
        ),
        ("doc_id,doc_id\n000,001\n", "has two columns of one name. Rename one of them."),
    ],
)
def test_metadata_that_do_not_fit_the_files_are_refused(
    tmp_path: Path, metadata: str, message: str
) -> None:
    (tmp_path / "000.txt").write_text(TEXT, "utf-8")
    (tmp_path / "metadata.csv").write_text(metadata, "utf-8")
    assert refusal(tmp_path).endswith(message)


def test_files_the_metadata_do_not_name_are_refused(tmp_path: Path) -> None:
    for number in range(13):
        (tmp_path / f"{number:03}.txt").write_text(TEXT, "utf-8")
    (tmp_path / "metadata.csv").write_text("doc_id\n000\n", "utf-8")
    assert refusal(tmp_path) == (
        f"'{tmp_path / 'metadata.csv'}' has no row for these files: 001.txt, 002.txt, 003.txt, "
        "004.txt, 005.txt, 006.txt, 007.txt, 008.txt, 009.txt, 010.txt and 2 more. "
        "Add a row for each or move them elsewhere."
    )


def test_a_checksum_that_holds_is_accepted(tmp_path: Path) -> None:
    (tmp_path / "000.txt").write_text(TEXT, "utf-8")
    checksum = sha256(TEXT.encode()).hexdigest().upper()
    (tmp_path / "metadata.csv").write_text(f"doc_id,sha256\n000,{checksum}\n", "utf-8")
    assert list(read_corpus(tmp_path)["sha256"]) == [checksum]


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path) == (
        f"The folder '{tmp_path}' holds no .txt files. Put one article in each."
    )


# encodings


def test_a_file_in_another_encoding_is_named_with_its_byte_and_a_way_out(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"ok " + "قال".encode("cp1256"))
    assert refusal(tmp_path) == (
        f"'{file}' is not utf-8: byte 3 (0xDE) cannot be read. If it was saved as Windows Arabic, "
        'say so: encoding="cp1256", or --encoding cp1256 on the command line.'
    )
    assert list(read_corpus(tmp_path, encoding="cp1256")["text"]) == ["ok قال"]


def test_metadata_in_another_encoding_are_to_be_saved_anew(tmp_path: Path) -> None:
    (tmp_path / "000.txt").write_text("قال", "cp1256")
    (tmp_path / "metadata.csv").write_text("doc_id,outlet\n000,الشرق\n", "cp1256")
    assert refusal(tmp_path, encoding="cp1256").endswith("Save it as UTF-8 (in Excel: CSV UTF-8).")


@pytest.mark.parametrize(
    "name",
    [
        "utf-9",
        "",
        "undefined",
        "idna",
        "punycode",
        "unicode_escape",
        "base64",
        "rot13",
        "a\0b",
        "é",
    ],
)
def test_an_unknown_encoding_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    assert refusal(tmp_path, encoding=name) == (
        f"There is no encoding named '{name}'. Arabic files are mostly utf-8 or cp1256."
    )


@pytest.mark.parametrize("known", ["utf-16", "utf-32"])
def test_a_file_that_says_its_own_encoding_is_named_by_it(tmp_path: Path, known: str) -> None:
    (tmp_path / "a.txt").write_text(TEXT, known)
    assert refusal(tmp_path) == (
        f"'{tmp_path / 'a.txt'}' is {known}, not utf-8. Save it as UTF-8 (in Excel: CSV UTF-8)."
    )
    assert list(read_corpus(tmp_path, encoding=known)["text"]) == [TEXT]


# single files


def write_csv(path: Path, rows: list[dict[str, Any]]) -> Path:
    path = path.with_suffix(".csv")
    pd.DataFrame(rows).to_csv(path, index=False, lineterminator="\n")
    return path


def write_excel(path: Path, rows: list[dict[str, Any]]) -> Path:
    path = path.with_suffix(".xlsx")
    pd.DataFrame(rows).to_excel(path, index=False)
    return path


def write_parquet(path: Path, rows: list[dict[str, Any]]) -> Path:
    path = path.with_suffix(".parquet")
    pd.DataFrame(rows).to_parquet(path)
    return path


def write_json(path: Path, rows: list[dict[str, Any]]) -> Path:
    path = path.with_suffix(".jsonl")
    path.write_text("".join(json.dumps(row) + "\n\n" for row in rows), "utf-8")
    return path


WRITERS = [write_csv, write_excel, write_parquet, write_json]


@pytest.mark.parametrize("write", WRITERS)
def test_every_kind_of_file_gives_the_same_corpus(
    tmp_path: Path, write: Callable[[Path, list[dict[str, Any]]], Path]
) -> None:
    rows = [
        article(outlet="الشرق", date="2016-07-16", title="NA", page="5"),
        article(doc_id="001", text="NA", outlet=None, date=None, title="", page=None),
        article(doc_id="002", text="", outlet="تاس", date="2016-07-15", title="لقاء", page="7"),
    ]
    corpus = read_corpus(write(tmp_path / "corpus", rows))
    assert list(corpus.columns) == ["doc_id", "outlet", "date", "title", "text", "page"]
    assert list(corpus["doc_id"]) == ["000", "001", "002"]
    assert list(corpus["outlet"]) == ["الشرق", None, "تاس"]
    assert list(corpus["date"]) == [
        pd.Timestamp("2016-07-16"),
        pd.NaT,
        pd.Timestamp("2016-07-15"),
    ]
    assert list(corpus["title"]) == ["NA", None, "لقاء"]
    assert list(corpus["text"]) == [TEXT, "NA", ""]
    assert list(corpus["page"].dropna()) == ["5", "7"]


@pytest.mark.parametrize("write", [write_csv, write_parquet, write_json])
def test_text_comes_through_every_kind_of_file_unchanged(
    tmp_path: Path, write: Callable[[Path, list[dict[str, Any]]], Path]
) -> None:
    assert read_corpus(write(tmp_path / "corpus", [article(text=ODD)]))["text"][0] == ODD


HALF = "was replaced by U+FFFD in 1 places, the first in {} of article 1. Export the articles anew"


@pytest.mark.parametrize("column", ["doc_id", "outlet", "title", "text", "desk"])
def test_half_a_character_is_replaced_once_and_said(tmp_path: Path, column: str) -> None:
    path = write_json(tmp_path / "a", [article(**{column: "قال \ud83d كيري"})])
    with pytest.warns(CorpusWarning, match=re.escape(HALF.format(column))):
        corpus = read_corpus(path)
    assert list(corpus[column]) == ["قال \ufffd كيري"]
    pd.testing.assert_frame_equal(check_corpus(corpus), corpus)  # and nothing is said again


def test_half_a_character_may_stand_in_the_name_of_a_column() -> None:
    names = pd.Index(["doc_id", "text", "d\udc00"], dtype=object)
    frame = pd.DataFrame([["000", TEXT, 1]], columns=names)
    with pytest.warns(CorpusWarning, match="in the name of column 'd\ufffd'"):
        assert "d\ufffd" in check_corpus(frame)


def test_half_a_character_in_the_name_of_a_json_field_is_refused(tmp_path: Path) -> None:
    path = write_json(tmp_path / "a", [article(**{"d\udc00": 1})])
    assert refusal(path) == (
        r"A column is called 'd\udc00', which holds half a character. Rename it."
    )


def test_numbers_as_identifiers_become_text(tmp_path: Path) -> None:
    rows = [article(doc_id=100), article(doc_id="000"), article(doc_id=7.0)]
    assert list(read_corpus(write_excel(tmp_path / "a", rows))["doc_id"]) == ["100", "000", "7"]
    assert list(corpus_of(*rows)["doc_id"]) == ["100", "000", "7"]


def test_a_csv_keeps_the_zeros_of_identifiers_and_reads_very_long_texts(tmp_path: Path) -> None:
    corpus = read_corpus(write_csv(tmp_path / "a", [article(text="نعم " * 100_000)]))
    assert corpus["doc_id"][0] == "000"
    assert len(corpus["text"][0]) == 400_000


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_csv_may_be_separated_by_comma_semicolon_or_tab(tmp_path: Path, separator: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"\ufeffdoc_id{separator}text\n000{separator}نعم\n", "utf-8")
    assert corpus_of(article(text="نعم")).equals(read_corpus(path))


def test_a_csv_row_of_the_wrong_width_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("doc_id,text\n000,نعم\n001,نعم, لا\n", "utf-8")
    assert refusal(path) == (
        f"'{path}', line 3: 3 cells under 2 columns. Put a cell that holds the separator, "
        "a line break or a quotation mark in double quotes."
    )


def test_a_csv_without_text_is_refused_with_its_columns(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("doc_id,body\n000,نعم\n", "utf-8")
    assert refusal(path) == (
        "The corpus has no column 'text'; it has doc_id, body. "
        'If that is \'body\', say so: columns={"body": "text"}.'
    )


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (
            '{"doc_id": "001", "text"',
            " (Expecting ':' delimiter: line 1 column 25 (char 24))",
        ),
        ('["001"]', ""),
        ("نعم", " (Expecting value: line 1 column 1 (char 0))"),
        ("[" * 100_000, " (it is nested more than 50 deep)"),
        ('{"a": ' + "[" * 60 + "]" * 60 + "}", " (it is nested more than 50 deep)"),
        ('{"a": ' + "1" * 5000 + "}", " (it holds a number of 5000 digits; at most 100 are read)"),
    ],
)
def test_a_broken_json_line_is_named(tmp_path: Path, line: str, why: str) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"doc_id": "000", "text": "نعم\u2028لا"}\n' + line, "utf-8")
    assert refusal(path) == (
        f"'{path}', line 2, is not a JSON object{why}. "
        'Write one article a line: {"doc_id": "000", "text": "…"}.'
    )


def test_a_text_that_excel_may_have_cut_is_refused(tmp_path: Path) -> None:
    path = write_excel(tmp_path / "a", [article(text="ن" * 32_767)])
    assert refusal(path) == (
        f"The text of '000' in '{path}' fills its cell: Excel cuts a text at 32,767 characters. "
        "Save the articles as .txt, .csv or .jsonl."
    )


@pytest.mark.parametrize(
    ("name", "kind"), [("a.xlsx", "an Excel workbook"), ("a.parquet", "a Parquet file")]
)
def test_a_file_that_is_not_what_its_name_says_is_refused(
    tmp_path: Path, name: str, kind: str
) -> None:
    path = tmp_path / name
    path.write_bytes(b"PK\x03\x04 but no more")
    assert refusal(path) == (
        f"'{path}' cannot be read as {kind}. Save it anew, or as .csv or .jsonl."
    )


def test_a_place_with_nothing_and_a_file_of_another_kind_are_refused(tmp_path: Path) -> None:
    ways = "Give a folder of .txt files or a .csv, .xlsx, .jsonl, .json, .parquet file."
    nowhere, document = tmp_path / "nowhere", tmp_path / "a.docx"
    document.write_bytes(b"")
    assert refusal(nowhere) == f"There is nothing at '{nowhere}'. {ways}"
    assert refusal(document) == (
        f"'{document}' is not a kind of file a corpus is read from. {ways}"
    )


@pytest.mark.parametrize("name", ["a.csv", "a.jsonl"])
def test_a_file_without_articles_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"")
    assert refusal(tmp_path / name) == (
        f"'{tmp_path / name}' holds no articles. Give a file with one article a row."
    )


# tables


def test_a_table_is_checked_and_left_as_it_was() -> None:
    frame = pd.DataFrame([article(desk=1), article(doc_id="001", desk=2)], index=[5, 5])
    before = frame.copy()
    corpus = check_corpus(frame)
    assert list(corpus.columns) == ["doc_id", "outlet", "date", "title", "text", "desk"]
    assert list(corpus.index) == [0, 1]
    pd.testing.assert_frame_equal(frame, before)


def test_a_corpus_of_no_articles_is_a_corpus() -> None:
    assert len(check_corpus(corpus_of(article()).head(0))) == 0


def test_articles_without_words_or_without_arabic_are_articles() -> None:
    corpus = corpus_of(article(text=""), article(doc_id="001", text="No comment."))
    assert list(corpus["text"]) == ["", "No comment."]


@pytest.mark.parametrize("empty", [None, float("nan"), pd.NA, "", " "])
def test_an_article_without_identifier_is_refused(empty: object) -> None:
    assert refusal(pd.DataFrame([article(), article(doc_id=empty)])) == (
        "Article 2 has no doc_id. Give every article one of its own."
    )


def test_an_identifier_given_twice_is_refused() -> None:
    frame = pd.DataFrame([article(doc_id=1), article(doc_id="1"), article(doc_id="2")])
    assert refusal(frame) == "More than one article has the doc_id 1. Give each article its own."


@pytest.mark.parametrize(
    ("text", "state"), [(None, "no text"), (float("nan"), "no text"), (7, "7 for a text")]
)
def test_an_article_whose_text_is_missing_or_a_number_is_refused(text: object, state: str) -> None:
    frame = pd.DataFrame([article(), article(doc_id="001", text=text)])
    assert refusal(frame) == (
        f"Article '001' has {state}. Give it its text, or an empty one if the article has no words."
    )


@pytest.mark.parametrize(
    "text",
    [["نعم"] * 10_000, {"a": "ن" * 9999}, 10**5000, b"\xde" * 500],
    ids=["list", "object", "number", "bytes"],
)
def test_a_message_shows_the_beginning_of_a_long_value(text: object) -> None:
    message = refusal(pd.DataFrame([article(), article(doc_id="1" * 500, text=text)]))
    assert len(message) < 300
    assert "… for a text. " in message or "a value of type int for a text. " in message


@pytest.mark.parametrize("column", ["doc_id", "outlet", "title", "date"])
@pytest.mark.parametrize("cell", [["الشرق"], {"a": 1}, b"x"])
def test_a_list_where_one_value_belongs_is_refused(column: str, cell: object) -> None:
    assert repr(cell) in refusal(pd.DataFrame([article(**{column: cell})]))


def test_two_columns_of_one_name_are_refused() -> None:
    frame = pd.DataFrame([["0", "نعم", "x", "y"]], columns=["doc_id", "text", "desk", "desk"])
    assert refusal(frame) == "Two columns of the corpus have one name. Rename one of them."


@pytest.mark.parametrize(
    ("printed", "moment"),
    [
        ("2016-07-16", "2016-07-16"),
        (20160716, "2016-07-16"),
        ("2016-07-16T10:30:00+03:00", "2016-07-16 10:30"),
        (pd.Timestamp("2016-07-16").date(), "2016-07-16"),
        (pd.Timestamp("2016-07-16 10:30"), "2016-07-16 10:30"),
    ],
)
def test_a_date_is_read_as_printed(printed: object, moment: str) -> None:
    dates = corpus_of(article(date=printed))["date"]
    assert dates.dtype == "datetime64[us]"
    assert dates[0] == pd.Timestamp(moment)


@pytest.mark.parametrize(
    "printed", ["16/07/2016", "07-16-2016", "2016", "2016-13-01", "أمس", 42567]
)
def test_a_date_that_could_mean_another_day_is_refused(printed: object) -> None:
    assert refusal(pd.DataFrame([article(date=printed)])) == (
        f"The date of '000' cannot be read: '{printed}'. Write it year first: 2016-07-16."
    )


# what is not known


def test_what_is_missing_is_said_by_column() -> None:
    corpus = corpus_of(
        article(outlet="تاس", date="2016-07-16", desk=" "),
        article(doc_id="001", text="\n", outlet=" ", date=None, desk="x"),
    )
    assert missing(corpus).to_dict("records") == [
        {"column": "outlet", "n_missing": 1, "doc_ids": ["001"]},
        {"column": "date", "n_missing": 1, "doc_ids": ["001"]},
        {"column": "title", "n_missing": 2, "doc_ids": ["000", "001"]},
        {"column": "text", "n_missing": 1, "doc_ids": ["001"]},
        {"column": "desk", "n_missing": 1, "doc_ids": ["000"]},
    ]


def test_nothing_missing_is_an_empty_table_with_its_columns() -> None:
    table = missing(corpus_of(article(outlet="تاس", date="2016-07-16", title="لقاء")))
    assert table.empty
    assert list(table.columns) == ["column", "n_missing", "doc_ids"]


@pytest.mark.parametrize(
    ("cells", "english", "arabic"),
    [
        ({"outlet": "الشرق", "outlet_en": "Al-Sharq"}, "Al-Sharq", "الشرق"),
        ({"outlet": "الشرق", "outlet_en": None}, "الشرق", "الشرق"),
        ({"outlet": "الشرق", "outlet_basis": "confirmed"}, "الشرق", "الشرق"),
        ({"outlet": "الشرق", "outlet_basis": None}, "text 000\nالشرق", "نص 000\nالشرق"),
        (
            {"outlet": "تاس", "outlet_en": "TASS", "outlet_basis": "inferred"},
            "text 000\nTASS, inferred",
            "نص 000\nتاس، مستنتَج",
        ),
        ({"outlet_basis": "confirmed"}, "text 000", "نص 000"),
        ({}, "text 000", "نص 000"),
    ],
)
def test_a_label_names_an_outlet_only_if_it_is_known(
    cells: dict[str, object], english: str, arabic: str
) -> None:
    corpus = corpus_of(article(**cells))
    assert outlet_labels(corpus).to_dict() == {"000": english}
    assert outlet_labels(corpus, lang="ar").to_dict() == {"000": arabic}


def test_two_articles_of_one_outlet_have_one_label() -> None:
    corpus = corpus_of(article(outlet="تاس"), article(doc_id="001", outlet="تاس"))
    assert list(outlet_labels(corpus)) == ["تاس", "تاس"]


def test_a_language_that_is_not_there_is_refused() -> None:
    with pytest.raises(UnknownNameError, match=r"no language named 'fr'\. Known: ar, en\."):
        outlet_labels(corpus_of(article()), lang="fr")  # type: ignore[arg-type]  # the point


# laws


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_is_a_text_and_checking_twice_is_checking_once(text: str) -> None:
    frame = pd.DataFrame({"doc_id": ["0"], "text": pd.Series([text], dtype=object)})
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", CorpusWarning)
        corpus = check_corpus(frame)
    assert corpus["text"][0] == re.sub("[\ud800-\udfff]", "\ufffd", text)
    pd.testing.assert_frame_equal(check_corpus(corpus), corpus)
