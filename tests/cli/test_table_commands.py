"""Tables and concordances: on the screen, in a file, in every format."""

import json

import pandas as pd
import pytest
from commands import TABLE_COMMANDS, rows_of

import framing as fr
from framing.base import columns


@pytest.mark.parametrize("command", TABLE_COMMANDS)
def test_table_on_the_screen_is_csv_with_the_columns_of_the_table(command, framing, corpus):
    code, out, err = framing(command, corpus)
    assert (code, err) == (0, "")
    assert out.splitlines()[0].split(",") == columns.names(command)
    table = getattr(fr, command)(fr.read_corpus(corpus))
    assert [row["doc_id"] for row in rows_of(out)] == list(table["doc_id"])


@pytest.mark.parametrize("command", TABLE_COMMANDS)
def test_json_lines_say_what_the_table_says(command, framing, corpus):
    _, out, _ = framing(command, corpus, "--format", "jsonl")
    lines = [json.loads(line) for line in out.splitlines()]
    table = getattr(fr, command)(fr.read_corpus(corpus))
    assert len(lines) == len(table) > 0
    for line, row in zip(lines, table.to_dict("records"), strict=True):
        assert list(line) == columns.names(command)
        known = {name: cell for name, cell in line.items() if cell is not None}
        assert known == {name: row[name] for name in known}
        assert all(pd.isna(row[name]) for name in set(line) - set(known))


def test_mentions_are_printed_whole(framing, corpus):
    _, out, _ = framing("mentions", corpus)
    assert [(row["doc_id"], row["start"], row["end"], row["form"]) for row in rows_of(out)] == [
        ("001", "10", "20", "الإرهابيون"),
        ("002", "15", "23", "المسلحين"),
    ]


@pytest.mark.parametrize("name", ["t.csv", "t.jsonl", "t.parquet", "T.JSONL"])
def test_ending_of_the_file_decides_the_format(framing, corpus, tmp_path, name):
    path = tmp_path / "made" / name
    code, out, err = framing("mentions", corpus, "--out", str(path))
    assert (code, out, err) == (0, "", f"framing: 2 rows written to '{path}'.\n")
    read = {
        ".csv": lambda file: pd.read_csv(file, dtype={"doc_id": str}),
        ".jsonl": lambda file: pd.read_json(file, lines=True, dtype={"doc_id": str}),
        ".parquet": pd.read_parquet,
    }[path.suffix.lower()](path)
    assert list(read["form"]) == ["الإرهابيون", "المسلحين"]
    assert list(read["doc_id"]) == ["001", "002"]
    assert list(read["start"]) == [10, 15]


def test_format_asked_for_stands_above_the_ending(framing, corpus, tmp_path):
    path = tmp_path / "mentions.csv"
    framing("mentions", corpus, "--out", str(path), "--format", "jsonl")
    assert [json.loads(line)["doc_id"] for line in path.read_text("utf-8").splitlines()] == [
        *("001", "002")
    ]


def test_csv_file_is_what_the_screen_shows_after_a_mark_for_excel(framing, corpus, tmp_path):
    path = tmp_path / "mentions.csv"
    framing("mentions", corpus, "--out", str(path))
    _, out, _ = framing("mentions", corpus)
    assert path.read_bytes() == b"\xef\xbb\xbf" + out.encode()


def test_mentions_take_a_shipped_lexicon_or_a_file(framing, corpus, tmp_path):
    own = tmp_path / "own.toml"
    own.write_text(
        'format = 1\nname = "own"\nversion = "1.0.0"\ntransliteration = "ALA-LC"\n'
        'description = "Who leaves."\n'
        '[categories.leave]\ngloss = "leave"\ngloss_ar = "مضى"\ndefinition = "Going."\n'
        '[[entry]]\nid = "mada"\nlemma = "مضى"\nkind = "particle"\ncategory = "leave"\n'
        'gloss = "went"\ntranslit = "mada"\nsource = "framing-tables"\n',
        encoding="utf-8",
    )
    _, out, _ = framing("mentions", corpus, "--lexicon", str(own))
    assert [(row["lexicon"], row["form"]) for row in rows_of(out)] == [("own", "مضى")]
    code, out, _ = framing("mentions", corpus, "--lexicon", "state")
    assert (code, rows_of(out)) == (0, [])
    _, out, _ = framing("features", corpus, "--lexicon", str(own), "--lexicon", "state")
    counted = [row["feature"] for row in rows_of(out) if row["count"] != "0"]
    assert sorted(set(counted)) == ["own.leave", "words"]


def test_features_count_what_the_function_counts_by_itself(framing, corpus):
    _, out, _ = framing("features", corpus)
    table = fr.features(fr.read_corpus(corpus))
    wanted = table[["doc_id", "feature", "voice", "count"]].astype(str).values.tolist()
    shown = [[row["doc_id"], row["feature"], row["voice"], row["count"]] for row in rows_of(out)]
    assert shown == wanted


def test_features_of_all_voices_are_counted_as_one(framing, corpus):
    _, out, _ = framing("features", corpus, "--lexicon", "militancy", "--voice", "all")
    assert {row["voice"] for row in rows_of(out)} == {"all"}
    assert sum(int(row["count"]) for row in rows_of(out) if row["feature"] == "militancy.terror")


def test_concordance_has_a_line_a_place_in_reading_order(framing, corpus):
    assert framing("kwic", corpus, "قال") == (
        0,
        "001 تاس:  | قال | كيري «الإرهابيون خطر». ثم مضى\n"
        "text 002:  | وقال | لافروف إن المسلحين انسحبوا، ورفض مسؤول التعليق\n",
        "",
    )


def test_width_is_the_number_of_words_on_each_side(framing, corpus):
    _, out, _ = framing("kwic", corpus, "المسلحين", "--width", "1")
    assert out == "text 002: إن | المسلحين | انسحبوا\n"


def test_concordance_is_a_table_if_a_format_or_a_file_is_given(framing, corpus, tmp_path):
    names = ["doc_id", "outlet", "date", "field", "start", "end", "left", "node", "right"]
    _, out, _ = framing("kwic", corpus, "قال", "--format", "jsonl")
    first, second = (json.loads(line) for line in out.splitlines())
    assert list(first) == names
    assert (second["start"], second["end"], second["node"]) == (0, 4, "وقال")
    framing("kwic", corpus, "قال", "--out", str(tmp_path / "said.csv"))
    assert (tmp_path / "said.csv").read_text("utf-8-sig").splitlines()[0].split(",") == names


def test_word_that_does_not_occur_is_said_to(framing, corpus):
    assert framing("kwic", corpus, "كتاب") == (0, "", "framing: 'كتاب' does not occur.\n")
    assert framing("kwic", corpus, "كتاب", "--quiet") == (0, "", "")
