"""A table is the same whether CSV, JSON Lines or Parquet carries it."""

import json
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest

import framing as fr
from framing.base import columns
from framing.base.exports import csv_lines, json_lines, save_table
from framing.base.formats import FORMATS
from framing.counting.zeros import with_zeros

NEWS = fr.read_corpus(
    pd.DataFrame({"doc_id": ["0 1", "b"], "text": ["قال إن «الإرهابي» و«الإرهابيين» كثيرون.", ""]})
)


def counts() -> pd.DataFrame:
    return with_zeros(fr.features(NEWS, ["militancy"], voice="all"), "militancy.terror")


def test_a_column_has_one_type_in_every_table():
    types: dict[str, set[str]] = {}
    for table in columns.KNOWN.values():
        for column in table:
            types.setdefault(column.name, set()).add(column.dtype)
    assert {name: kinds for name, kinds in types.items() if len(kinds) > 1} == {}


def test_json_lines_are_one_object_a_line_with_the_types_of_the_table():
    first, second = (json.loads(line) for line in json_lines(counts()).splitlines())
    assert list(first) == columns.names("features")
    assert first | {"ci_low": 0, "ci_high": 0} == {
        "doc_id": "0 1",
        "feature": "militancy.terror",
        "voice": "all",
        "count": 2,
        "base": 6,
        "unit": "words",
        "rate_per_1000": 1000 / 3,
        "ci_low": 0,
        "ci_high": 0,
        "span_ids": ["militancy:0 1:text:8-16", "militancy:0 1:text:20-30"],
    }
    assert (second["count"], second["base"], second["span_ids"]) == (0, 0, [])
    assert [second[name] for name in ("rate_per_1000", "ci_low", "ci_high")] == [None] * 3


def test_json_lines_hold_arabic_as_arabic_and_flags_as_flags():
    lines = json_lines(fr.mentions(NEWS))
    assert '"form": "الإرهابي"' in lines
    assert '"label_quoted": true' in lines
    assert '"facet": "actor"' in lines
    assert '"name": null' in lines


def test_lists_are_joined_by_spaces_in_csv():
    assert csv_lines(counts()[["count", "span_ids"]]) == (
        "count,span_ids\n2,militancy:0 1:text:8-16 militancy:0 1:text:20-30\n0,\n"
    )


def test_missing_cells_are_empty_in_csv_and_whole_numbers_have_no_point():
    table = fr.attributions(NEWS)[["form", "start", "source_start", "nested", "bleached"]]
    assert csv_lines(table) == "form,start,source_start,nested,bleached\nقال,0,,False,False\n"


def test_csv_in_a_file_is_that_of_the_screen_after_a_byte_order_mark(tmp_path: Path):
    table = fr.mentions(NEWS)
    saved = save_table(table, tmp_path / "mentions.csv", "csv").read_bytes()
    assert saved == b"\xef\xbb\xbf" + csv_lines(table).encode()


def test_csv_on_the_screen_is_disarmed_too():
    assert csv_lines(pd.DataFrame({"doc_id": ["=1+1"]})) == "doc_id\n'=1+1\n"


def test_json_lines_in_a_file_are_those_of_the_screen(tmp_path: Path):
    table = fr.mentions(NEWS)
    saved = save_table(table, tmp_path / "mentions.jsonl", "jsonl").read_bytes()
    assert saved == json_lines(table).encode()


@pytest.mark.parametrize("rows", [slice(None), slice(0)])
def test_parquet_keeps_types_even_where_a_column_or_a_table_is_empty(tmp_path: Path, rows: slice):
    table = fr.attributions(NEWS)[rows]
    read = pq.read_table(save_table(table, tmp_path / "cues.parquet", "parquet"))
    types = {field.name: str(field.type) for field in read.schema}
    assert list(types) == columns.names("attributions")
    assert {name: types[name] for name in ("form", "start", "source_start", "source")} == {
        "form": "string",
        "start": "int64",
        "source_start": "int64",
        "source": "string",
    }
    assert (types["bleached"], types["nested"]) == ("bool", "bool")
    assert read.to_pylist() == [json.loads(line) for line in json_lines(table).splitlines()]


def test_parquet_keeps_lists_and_numbers(tmp_path: Path):
    read = pq.read_table(save_table(counts(), tmp_path / "counts.parquet", "parquet"))
    assert str(read.schema.field("span_ids").type) in (
        "list<element: string>",
        "list<item: string>",
    )
    assert str(read.schema.field("rate_per_1000").type) == "double"
    assert read.column("span_ids").to_pylist() == [
        ["militancy:0 1:text:8-16", "militancy:0 1:text:20-30"],
        [],
    ]


def test_a_concordance_without_lines_is_a_table_with_its_types(tmp_path: Path):
    table = fr.kwic(NEWS, "كلمة").table
    read = pq.read_table(save_table(table, tmp_path / "kwic.parquet", "parquet"))
    assert [str(field.type) for field in read.schema] == [
        *("string", "string", "string", "string", "int64", "int64", "string", "string", "string"),
    ]
    assert csv_lines(table) == "doc_id,outlet,date,field,start,end,left,node,right\n"
    assert json_lines(table) == ""


@pytest.mark.parametrize("kind", FORMATS)
def test_half_a_character_harms_no_format(tmp_path: Path, kind):
    table = pd.DataFrame({"doc_id": pd.Series(["a\ud800"], dtype=object), "span_ids": [["\udfff"]]})
    path = save_table(table, tmp_path / "table", kind)
    if kind == "jsonl":
        assert json.loads(path.read_bytes()) == {"doc_id": "a\ud800", "span_ids": ["\udfff"]}
    elif kind == "csv":
        assert path.read_text("utf-8-sig") == "doc_id,span_ids\na\ufffd,\ufffd\n"
    else:
        assert pq.read_table(path).to_pylist() == [{"doc_id": "a\ufffd", "span_ids": ["\ufffd"]}]
