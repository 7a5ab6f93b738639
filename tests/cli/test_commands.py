"""The command line: what each command prints and writes, and with which exit code it ends."""

import csv
import io
import json
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from typer.testing import CliRunner

import framing as fr
from framing.attribution import attributions as attributions_of_a_text
from framing.base import columns
from framing.base.columns import TABLES
from framing.cli import main as cli

ROOT = Path(__file__).parents[2]
SEEDS = str(ROOT / "seeds")
COMMANDS = ("report", "mentions", "attributions", "leaks", "features", "kwic", "figures")
QUESTION_COMMANDS = ("compare", "keywords", "trend")
REUSE_COMMANDS = ("reuse", "shared-quotations", "coverage")
CODING_COMMANDS = ("evaluate", "agreement")
LEXICON_COMMANDS = ("check", "stems")
PLAN_COMMANDS = ("write", "compare", "audit")
TABLE_COMMANDS = ("mentions", "attributions", "leaks", "features")

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def framing(capsysbinary: Any, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command line in this process: exit code, standard output, standard error."""

    monkeypatch.setenv("TERM", "xterm")

    def run(*arguments: str, terminal: bool = False) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["framing", *arguments])
        for stream in (sys.stdout, sys.stderr):
            monkeypatch.setattr(stream, "isatty", lambda: terminal)
        with pytest.raises(SystemExit) as end:
            cli.run()
        out, err = capsysbinary.readouterr()
        return int(end.value.code or 0), out.decode("utf-8"), err.decode("utf-8")

    return run


@pytest.fixture
def corpus(tmp_path: Path) -> str:
    """Three short articles: one with its outlet, one without, one without words."""
    path = tmp_path / "corpus.jsonl"
    rows = [
        {"doc_id": "001", "outlet": "تاس", "text": "قال كيري «الإرهابيون خطر».\nثم مضى."},
        {"doc_id": "002", "text": "وقال لافروف إن المسلحين انسحبوا، ورفض مسؤول التعليق."},
        {"doc_id": "003", "text": ""},
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return str(path)


def in_a_shell(*arguments: str, **options: Any) -> subprocess.Popen[bytes]:
    code = "from framing.cli.main import run; run()"
    return subprocess.Popen([sys.executable, "-c", code, *arguments], **options)


def help_of(*command: str) -> str:
    return CliRunner().invoke(cli.app, [*command, "--help"], prog_name="framing").output


def examples(*command: str) -> list[str]:
    _, _, after = help_of(*command).partition("Example:\n")
    lines = after.split("\n\n")[0].splitlines()
    return [line.strip() for line in lines if line.strip()]


def every_example() -> list[str]:
    names = (*COMMANDS, *QUESTION_COMMANDS, *REUSE_COMMANDS, *CODING_COMMANDS)
    return list(dict.fromkeys(example for name in names for example in examples(name))) + [
        example
        for group, names in (("lexicon", LEXICON_COMMANDS), ("plan", PLAN_COMMANDS))
        for name in names
        for example in examples(group, name)
    ]


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


# Help


def test_version_is_that_of_the_package(framing):
    assert framing("--version") == (0, f"framing {fr.__version__}\n", "")


def test_help_names_every_command_and_every_exit_code():
    page = help_of()
    _, _, listed = page.partition("Commands:\n")
    listed = listed.partition("\n\n")[0]
    names = (
        *COMMANDS,
        *QUESTION_COMMANDS,
        *REUSE_COMMANDS,
        *CODING_COMMANDS,
        "plan",
        "audit",
        "lexicon",
    )
    assert tuple(line.split()[0] for line in listed.splitlines()) == names
    assert "..." not in listed
    _, _, codes = page.partition("Exit codes:\n")
    assert [line.split()[0] for line in codes.strip().splitlines()] == [
        *("0", "1", "2", "3", "4", "5", "130", "141")
    ]


def test_no_command_at_all_is_answered_with_the_help(framing):
    code, out, err = framing()
    assert code == 2
    assert "Commands:" in out + err


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_a_command_shows_an_example_of_it(command):
    assert examples(command)
    assert {shlex.split(one)[:3] == ["framing", command, "seeds"] for one in examples(command)} == {
        True
    }


@pytest.mark.parametrize("command", [*QUESTION_COMMANDS, *REUSE_COMMANDS, *CODING_COMMANDS])
def test_help_of_a_question_shows_an_example_of_it(command):
    assert {tuple(shlex.split(one)[:2]) for one in examples(command)} == {("framing", command)}


@pytest.mark.parametrize(
    ("group", "names"), [("lexicon", LEXICON_COMMANDS), ("plan", PLAN_COMMANDS)]
)
def test_help_of_a_group_of_commands_names_each_with_an_example_of_it(group, names):
    _, _, listed = help_of(group).partition("Commands:\n")
    listed = listed.partition("\n\n")[0]
    assert tuple(line.split()[0] for line in listed.splitlines()) == names
    assert "..." not in listed
    assert set(examples(group)) <= set(every_example())
    for name in names:
        assert examples(group, name)
        for one in examples(group, name):
            assert one.startswith(f"framing {group} {name} ")


def test_help_of_the_whole_shows_an_example_that_a_command_shows():
    assert set(examples()) <= set(every_example())
    assert examples()


@pytest.mark.parametrize("example", every_example())
def test_example_in_the_help_runs_on_the_seeds(example, framing, tmp_path, monkeypatch):
    shutil.copytree(SEEDS, tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    arguments = shlex.split(example)[1:]
    code, out, err = framing(*arguments)
    assert (code, "Traceback" in err) == (0, False)
    if "--out" in arguments:
        assert Path(arguments[arguments.index("--out") + 1]).exists()
    else:
        assert out


# Tables


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


# Lexicons


def test_stems_are_printed_as_the_shipped_table_has_them(framing, tmp_path):
    shipped = (ROOT / "framing" / "lexicon" / "shipped" / "state.stems.tsv").read_bytes()
    assert framing("lexicon", "stems", "state") == (0, shipped.decode("utf-8"), "")
    assert framing("lexicon", "stems", "state", terminal=True)[1] == shipped.decode("utf-8")
    path = tmp_path / "state.tsv"
    assert framing("lexicon", "stems", "state", "--out", str(path)) == (0, "", "")
    assert path.read_bytes() == shipped


def test_stems_of_a_lexicon_nobody_ships_are_refused_with_the_nearest(framing):
    code, out, err = framing("lexicon", "stems", "stat")
    assert (code, out) == (1, "")
    assert err.startswith("framing: There is no lexicon named 'stat'. Did you mean 'state'?")


OWN = """format = 1
name = "own"
version = "1.0.0"
transliteration = "ALA-LC"
description = "Kings."
[categories.king]
gloss = "king"
gloss_ar = "ملك"
definition = "The title."
[[entry]]
id = "malik"
lemma = "ملك"
kind = "noun"
category = "king"
gloss = "king"
translit = "malik"
source = "framing-language"
not_after = ["مدينة"]
[[entry]]
id = "malik-amir"
lemma = "أمير"
plurals = ["ملك"]
kind = "noun"
category = "king"
gloss = "king"
translit = "amīr"
source = "framing-language"
[[entry]]
id = "jalala"
lemma = "جلالة الملك"
kind = "name"
category = "king"
gloss = "His Majesty"
translit = "jalālat al-malik"
source = "framing-language"
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "own.toml"
    path.write_text(OWN, encoding="utf-8")
    return path


def test_check_tells_collisions_and_catches(framing, own, tmp_path):
    words = tmp_path / "words.txt"
    words.write_text("الملك\nوالامير\nالملك\nملك\nملكا\n", encoding="utf-8")
    code, out, err = framing("lexicon", "check", str(own), "--corpus", str(words), "--forms", "2")
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        f"{own}: no errors",
        f"This is {fr.load_lexicon(own).label}.",
        "",
        "1 pair of entries can be one word. The first of a pair counts,",
        "unless a condition of it is not met; what keeps the two apart stands below them.",
        "malik, malik-amir: ملك، الملك and 1 more",
        "    malik not_after: مدينة",
        "",
        "2 pairs of entries overlap. The longer counts.",
        "jalala over malik: جلالة الملك",
        "jalala over malik-amir: جلالة الملك",
        "",
        "Found in the corpus: 4 forms in 5 places.",
        "malik: 4",
        "      2  الملك  [also malik-amir]",
        "         words:  | الملك | والامير الملك ملك ملكا",
        "      1  ملك  [also malik-amir]",
        "         words: الملك والامير الملك | ملك | ملكا",
        "         and 1 more",
        "malik-amir: 1",
        "      1  والامير  [spelled otherwise in the lexicon]",
        "         words: الملك | والامير | الملك ملك ملكا",
        "",
        "Not found in the corpus: 1 entry",
        "  jalala",
    ]


def test_check_says_where_an_entry_never_counts_and_what_is_not_used(framing, own):
    shadowing = OWN.replace('not_after = ["مدينة"]', "").replace(
        "[[entry]]", '[lists]\nplaces = ["مدينة"]\n[[entry]]', 1
    )
    own.write_text(shadowing, encoding="utf-8")
    code, out, err = framing("lexicon", "check", str(own))
    assert (code, err) == (0, "")
    assert f"\n1 remark\n{own}:11, list 'places' is named by no entry.\n" in out
    assert "\n    malik-amir never counts here: nothing holds malik back\n" in out
    assert "corpus" not in out


def test_check_as_json_says_it_all(framing, own, corpus):
    code, out, _ = framing(
        "lexicon", "check", str(own), "--corpus", corpus, "--format", "json", "--forms", "1"
    )
    told = json.loads(out)
    assert code == 0
    assert list(told) == [
        *("file", "lexicon", "errors", "remarks", "collisions", "catches", "not_found")
    ]
    assert told["collisions"][0] == {
        "winner": "malik",
        "loser": "malik-amir",
        "why": "first",
        "forms": ["ملك", "الملك", "ملكا"],
        "kept_apart_by": {"malik": {"not_after": ["مدينة"]}, "malik-amir": {}},
        "is_shadowed": False,
    }
    assert (told["errors"], told["catches"]) == ([], [])
    assert told["not_found"] == ["malik", "malik-amir", "jalala"]


def test_check_tells_all_errors_with_their_lines_and_ends_with_1(framing, own, corpus):
    wrong = OWN.replace('"noun"', '"nuon"', 1).replace('gloss = "His Majesty"\n', "")
    own.write_text(wrong, encoding="utf-8")
    assert framing("lexicon", "check", str(own), "--corpus", corpus) == (
        1,
        f"{own}: 2 errors\n"
        f"{own}:13, entry 1 ('malik'): There is no kind named 'nuon'. Did you mean 'noun'? Known: "
        "adjective, name, noun, particle, phrase, verb.\n"
        f"{own}:28, entry 3 ('jalala') lacks gloss. Add it to the file.\n",
        "",
    )
    code, out, _ = framing("lexicon", "check", str(own), "--format", "json")
    assert code == 1
    assert json.loads(out)["errors"][1] == {
        "line": 28,
        "subject": "entry 3 ('jalala')",
        "message": "lacks gloss. Add it to the file.",
    }


def test_check_reads_a_text_of_windows_arabic_when_told(framing, own, tmp_path):
    (tmp_path / "words.txt").write_bytes("الملك".encode("cp1256"))
    arguments = ("lexicon", "check", str(own), "--corpus", str(tmp_path / "words.txt"))
    code, out, err = framing(*arguments)
    assert (code, out) == (1, "")
    assert "--encoding cp1256" in err
    assert "malik: 1\n" in framing(*arguments, "--encoding", "cp1256")[1]


def test_check_shows_its_progress_to_somebody_who_watches(framing, own, corpus):
    arguments = ("lexicon", "check", str(own), "--corpus", corpus)
    assert "Reading" in framing(*arguments, terminal=True)[2]
    assert framing(*arguments, "--quiet", terminal=True)[2] == ""


def test_text_that_is_checked_cannot_act_on_the_terminal(framing, own, tmp_path):
    (tmp_path / "words.txt").write_text("a\x1b[2J\u202e الملك \x07", encoding="utf-8")
    arguments = ("lexicon", "check", str(own), "--corpus", str(tmp_path / "words.txt"))
    _, out, _ = framing(*arguments, terminal=True)
    assert "words: a\ufffd[2J | الملك | \n" in out
    assert not {"\x1b", "\x07", "\u202e"} & set(out)


# Codings


@pytest.fixture
def gold(tmp_path: Path) -> str:
    """A coding of two of the three articles, with one word too many and a source."""
    said = {"layer": "attribution", "class": "neutral", "side": "russia", "mode": "indirect"}
    rows = [
        {"doc": "001", "layer": "militancy", "start": 10, "end": 20, "class": "terror"},
        {"doc": "001", "layer": "militancy", "start": 27, "end": 29, "class": "terror"},
        {"doc": "002", "start": 0, "end": 4, "source_start": 5, "source_end": 11} | said,
    ]
    path = tmp_path / "gold.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return str(path)


def test_evaluation_is_told_in_lines(framing, corpus, gold):
    code, out, err = framing("evaluate", corpus, gold)
    assert (code, err) == (0, "")
    assert out == fr.evaluate(fr.read_corpus(corpus), gold).text
    assert out.startswith("2 coded articles of 3, 3 records. ")
    recall = next(line for line in out.splitlines() if line.startswith("militancy  "))
    assert "overlap  2      2  " in recall


def test_errors_of_an_evaluation_are_listed_when_asked(framing, corpus, gold):
    _, plain, _ = framing("evaluate", corpus, gold)
    _, out, _ = framing("evaluate", corpus, gold, "--errors")
    assert out.startswith(plain)
    listed = out.removeprefix(plain).splitlines()
    n_errors = len(fr.evaluate(fr.read_corpus(corpus), gold).errors)
    assert listed[1] == f"{n_errors} errors"
    assert "001 27-29 ثم: ثم مضى." in listed
    assert "    span, missed: coded terror, found nothing" in listed


def test_evaluation_as_json_says_it_all(framing, corpus, gold, tmp_path):
    path = tmp_path / "scores.json"
    _, out, _ = framing("evaluate", corpus, gold, "--format", "json", "--errors")
    assert framing(
        "evaluate", corpus, gold, "--format", "json", "--errors", "--out", str(path)
    ) == (0, "", "")
    assert path.read_text("utf-8") == out
    told = json.loads(out)
    assert list(told) == ["note", "scores", "confusion", "errors"]
    result = fr.evaluate(fr.read_corpus(corpus), gold)
    for name, table in (
        ("scores", result.table), ("confusion", result.confusion), ("errors", result.errors),
    ):  # fmt: skip
        known = columns.names("disagreements" if name == "errors" else name)
        assert len(told[name]) == len(table) > 0
        assert all(list(row) == known for row in told[name])
    assert "errors" not in json.loads(framing("evaluate", corpus, gold, "--format", "json")[1])


def test_coding_that_does_not_fit_is_refused(framing, corpus, gold):
    code, out, err = framing("evaluate", SEEDS, gold)
    assert (code, out) == (1, "")
    assert err.startswith("framing: Record 1 of the coding says 10:20, but no whole words stand")
    assert framing("evaluate", corpus, "nowhere.jsonl")[0] == 1


def test_agreement_of_two_coders_is_told_in_lines_or_as_a_table(framing, corpus, gold, tmp_path):
    other = tmp_path / "other.jsonl"
    other.write_text(Path(gold).read_text("utf-8").replace("russia", "us"), encoding="utf-8")
    arguments = ("agreement", gold, str(other), "--corpus", corpus)
    code, out, err = framing(*arguments)
    assert (code, err) == (0, "")
    assert "attribution  side      alpha         1   .000" in out.splitlines()
    assert "attribution  source    overlap       1   1.000" in out.splitlines()
    _, out, _ = framing(*arguments, "--format", "csv")
    assert out.splitlines()[0].split(",") == columns.names("scores")
    path = tmp_path / "scores.parquet"
    framing(*arguments, "--out", str(path), "--quiet")
    assert list(pd.read_parquet(path)["measure"]) == [row["measure"] for row in rows_of(out)]


@pytest.mark.parametrize("command", CODING_COMMANDS)
def test_codings_of_windows_arabic_articles_are_read_when_told(command, framing, tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "001.txt").write_bytes("قال إن الإرهابيين".encode("cp1256"))
    gold = tmp_path / "gold.jsonl"
    gold.write_text(
        '{"doc": "001", "layer": "militancy", "start": 7, "end": 17, "class": "terror", '
        '"text": "الإرهابيين"}',
        encoding="utf-8",
    )
    places = {
        "evaluate": (str(tmp_path / "in"), str(gold)),
        "agreement": (str(gold), str(gold), "--corpus", str(tmp_path / "in")),
    }[command]
    code, out, err = framing(command, *places, "--encoding", "cp1256")
    assert (code, err) == (0, "")
    assert "militancy" in out


def test_evaluation_shows_its_progress_to_somebody_who_watches(framing, corpus, gold):
    assert "Reading" in framing("evaluate", corpus, gold, terminal=True)[2]
    assert framing("evaluate", corpus, gold, "--quiet", terminal=True)[2] == ""


# Concordance


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
    names = ["doc_id", "outlet", "field", "start", "end", "left", "node", "right"]
    _, out, _ = framing("kwic", corpus, "قال", "--format", "jsonl")
    first, second = (json.loads(line) for line in out.splitlines())
    assert list(first) == names
    assert (second["start"], second["end"], second["node"]) == (0, 4, "وقال")
    framing("kwic", corpus, "قال", "--out", str(tmp_path / "said.csv"))
    assert (tmp_path / "said.csv").read_text("utf-8-sig").splitlines()[0].split(",") == names


def test_word_that_does_not_occur_is_said_to(framing, corpus):
    assert framing("kwic", corpus, "كتاب") == (0, "", "framing: 'كتاب' does not occur.\n")
    assert framing("kwic", corpus, "كتاب", "--quiet") == (0, "", "")


# Report and figures


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What `report` and `figures` ask of the floors below, instead of having it drawn."""
    calls: list[dict[str, Any]] = []

    def write_report(
        corpus: Any, out: Path, *, lang: str, propositions: str, plan: Path, progress: Any
    ) -> Path:
        asked = {"out": out, "lang": lang, "propositions": propositions, "plan": plan}
        calls.append({"texts": list(corpus.articles["text"]), **asked})
        assert list(progress([1, 2])) == [1, 2]
        return out / "report.html"

    def draw_all(texts: list[str], *, lang: str) -> Any:
        calls.append({"texts": texts, "lang": lang})
        yield from ("voices", "stance")

    def save_figures(names: Any, out: Path, formats: list[str]) -> list[Path]:
        saved = [
            out / f"{name}{end}"
            for name in names
            for end in (*(f"-{calls[-1]['lang']}.{kind}" for kind in formats), ".csv")
        ]
        return list(dict.fromkeys(saved))

    monkeypatch.setattr(fr, "report", write_report)
    monkeypatch.setattr(fr, "survey", lambda corpus, *, propositions: list(corpus.articles["text"]))
    monkeypatch.setattr(fr.figures, "draw_all", draw_all)
    monkeypatch.setattr(fr.figures, "save_figures", save_figures)
    return calls


def test_report_prints_the_path_of_its_page(framing, corpus, asked):
    page = Path("somewhere") / "report.html"
    code, out, err = framing("report", corpus, "--out", "somewhere", "--lang", "ar")
    assert (code, out, err) == (0, f"{page}\n", "")
    assert (asked[0]["out"], asked[0]["lang"]) == (Path("somewhere"), "ar")


def test_report_goes_to_a_folder_of_that_name_in_english_by_itself(framing, corpus, asked):
    assert framing("report", corpus)[1] == f"{Path('report') / 'report.html'}\n"
    assert (asked[0]["out"], asked[0]["lang"]) == (Path("report"), "en")
    assert asked[0]["propositions"] is None


def test_a_report_looks_for_the_propositions_of_a_reader(framing, corpus, asked):
    framing("report", corpus, "--propositions", "mine.toml")
    assert asked[0]["propositions"] == "mine.toml"
    assert asked[0]["plan"] is None


def test_a_report_holds_what_a_plan_settles(framing, corpus, asked):
    framing("report", corpus, "--plan", "plan.toml")
    assert asked[0]["plan"] == Path("plan.toml")


@pytest.mark.parametrize(
    ("options", "languages"),
    [([], ["en", "ar"]), (["--lang", "both"], ["en", "ar"]), (["--lang", "ar"], ["ar"])],
)
def test_figures_are_drawn_in_both_languages_or_one(framing, corpus, asked, options, languages):
    code, out, err = framing("figures", corpus, "--out", "figs", *options)
    assert (code, err) == (0, "")
    assert [call["lang"] for call in asked] == languages
    names = [f"{name}{end}" for lang in languages for name in ("voices", "stance")
             for end in (f"-{lang}.svg", ".csv")]  # fmt: skip
    assert out.splitlines() == [str(Path("figs") / name) for name in dict.fromkeys(names)]


def test_figures_go_to_a_folder_of_that_name_by_themselves(framing, corpus, asked):
    code, out, _ = framing("figures", corpus, "--lang", "en")
    assert code == 0
    assert {str(Path(path).parent) for path in out.splitlines()} == {"figures"}


def test_pictures_are_written_in_the_formats_asked_for(framing, corpus, asked):
    more = ["--lang", "en", "--format", "both"]
    _, out, _ = framing("figures", corpus, "--out", "figs", *more)
    assert out.splitlines() == [
        str(Path("figs") / f"{name}{end}")
        for name in ("voices", "stance")
        for end in ("-en.svg", "-en.png", ".csv")
    ]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_reads_windows_arabic_when_told(command, framing, asked, tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "001.txt").write_bytes("قال إن الإرهابيين مسؤول سرب وثائق".encode("cp1256"))
    more = {"kwic": ["وثائق"]}.get(command, [])
    code, out, err = framing(command, str(tmp_path / "in"), *more, "--encoding", "cp1256")
    assert (code, err) == (0, "")
    if asked:
        assert asked[0]["texts"] == ["قال إن الإرهابيين مسؤول سرب وثائق"]
    else:
        assert "001" in out


# Progress and remarks


@pytest.mark.parametrize(
    ("command", "doing"),
    [("mentions", "Reading"), ("features", "Counting"), ("report", "Writing")],
)
def test_progress_is_shown_to_somebody_who_watches(command, doing, framing, corpus, asked):
    code, out, err = framing(command, corpus, terminal=True)
    assert code == 0
    assert doing in err
    assert doing not in out


def test_progress_of_figures_is_shown_while_they_are_drawn(framing, corpus, asked):
    assert "Drawing" in framing("figures", corpus, "--out", "figs", terminal=True)[2]


@pytest.mark.parametrize("command", COMMANDS)
def test_quiet_is_quiet(command, framing, corpus, asked, tmp_path):
    more = {"kwic": ["قال"]}.get(command, [])
    out = str(tmp_path / ("figs" if command in ("report", "figures") else "table.csv"))
    code, _, err = framing(command, corpus, *more, "--out", out, "--quiet", terminal=True)
    assert (code, err) == (0, "")


def test_errors_are_said_even_when_quiet(framing):
    code, out, err = framing("mentions", "nowhere", "-q")
    assert (code, out) == (1, "")
    assert err.startswith("framing: There is nothing at 'nowhere'.")


# Usage and exit codes


@pytest.mark.parametrize(
    ("arguments", "way_out"),
    [
        (["mentions", "nowhere", "--format", "parquet"], "it needs --out FILE."),
        (["leaks", "nowhere", "--out", "leaks.txt"], "'leaks.txt' does not end in .csv, .jsonl"),
        (["kwic", "nowhere", "قال", "--out", "said"], "'said' does not end in .csv"),
        (["kwic", "nowhere", "قال", "--width", "-1"], "--width"),
        (["mentions", "nowhere", "--format", "xml"], "'xml' is not one of"),
        (["report", "nowhere", "--lang", "fr"], "'fr' is not one of"),
        (["mention", "nowhere"], "Did you mean 'mentions'?"),
        (["kwic", "nowhere"], "Missing argument"),
    ],
)
def test_command_that_cannot_be_understood_ends_with_2_before_any_work(framing, arguments, way_out):
    code, out, err = framing(*arguments)
    assert (code, out) == (2, "")
    assert way_out in " ".join(err.split())
    assert "nothing at" not in err


def test_interruption_ends_with_130(framing, corpus, monkeypatch):
    def interrupted(*_given: Any, **_named: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(fr, "read_corpus", interrupted)
    code, out, err = framing("mentions", corpus)
    assert (code, out, "Traceback" in err) == (130, "", False)


def test_reader_who_has_seen_enough_is_no_error():
    process = in_a_shell("features", SEEDS, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.close()
    _, err = process.communicate()
    assert (process.returncode, err) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full disk to write to is Linux's")
def test_output_that_cannot_be_written_ends_with_3():
    with Path("/dev/full").open("wb") as full:
        process = in_a_shell("mentions", SEEDS, stdout=full, stderr=subprocess.PIPE)
        _, err = process.communicate()
    assert (process.returncode, err.decode()) == (
        3,
        "framing: The output could not be written: No space left on device. "
        "Send it where there is room.\n",
    )


def test_output_is_utf8_whatever_the_locale():
    plain = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
    process = in_a_shell(
        *("kwic", SEEDS, "لافروف", "--width", "0"),
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=plain,
    )  # fmt: skip
    out, err = process.communicate()
    assert (process.returncode, err) == (0, b"")
    assert "000 Al-Sharq (Saudi Arabia):  | " in out.decode("utf-8")


def test_installed_command_is_this_one():
    installed = shutil.which("framing", path=str(Path(sys.executable).parent))
    assert installed is not None
    shown = subprocess.run([installed, "--version"], capture_output=True, text=True, check=True)
    assert shown.stdout == f"framing {fr.__version__}\n"


# What a terminal is shown


def test_text_cannot_act_on_the_terminal_that_shows_it(framing, tmp_path):
    path = tmp_path / "hostile.jsonl"
    row = {"doc_id": "a\x1b]0;x\x07\u202e", "text": "قال\x1b[2J \x9b2J\u202eكيري\x00 مسلح"}
    path.write_text(json.dumps(row), encoding="utf-8")
    _, out, _ = framing("kwic", str(path), "كيري", terminal=True)
    assert out == "text a\ufffd]0;x\ufffd: قال\ufffd[2J \ufffd2J | كيري | \ufffd مسلح\n"
    _, out, _ = framing("mentions", str(path), terminal=True)
    assert [row["doc_id"] for row in rows_of(out)] == ["a\ufffd]0;x\ufffd"]


def test_what_is_piped_is_exact(framing, tmp_path):
    path = tmp_path / "hostile.jsonl"
    path.write_text(json.dumps({"doc_id": "a\u202e", "text": "مسلح"}), encoding="utf-8")
    _, out, _ = framing("mentions", str(path))
    assert [row["doc_id"] for row in rows_of(out)] == ["a\u202e"]


def test_message_cannot_act_on_the_terminal(framing, tmp_path):
    path = tmp_path / "hostile.jsonl"
    row = {"doc_id": "a", "date": "\x1b[2J\u202e2016", "text": ""}
    path.write_text(json.dumps(row), encoding="utf-8")
    assert framing("mentions", str(path))[2] == (
        "framing: The date of 'a' cannot be read: '\ufffd[2J2016'. Write it year first: "
        "2016-07-16.\n"
    )


def test_every_table_command_prints_a_known_table():
    assert set(TABLE_COMMANDS) <= set(TABLES)


# Articles that fail


@pytest.fixture
def failing(monkeypatch):
    """Whatever asks who speaks fails in one article of the seeds."""
    find = attributions_of_a_text.find_cues
    bad = fr.read_corpus(SEEDS)["text"][1]

    def fail(words, *rest):
        if words.text == bad:
            raise IndexError("list index out of range")
        return find(words, *rest)

    monkeypatch.setattr(attributions_of_a_text, "find_cues", fail)


def test_an_article_that_fails_is_left_out_and_told_of(framing, failing, tmp_path):
    told = tmp_path / "failed.csv"
    code, out, err = framing("attributions", SEEDS, "--set-aside", str(told))
    assert code == 4
    assert {row["doc_id"] for row in rows_of(out)} == {"000", "002", "003", "004"}
    first, second, third = err.splitlines()
    assert first.startswith("framing: Article '001' (text) cannot be used by attributions: Index")
    assert second == f"framing: 1 rows written to '{told}'."
    assert third == (
        "framing: Articles set aside, and missing from the result: 1 ('001'). --set-aside FILE "
        "lists what failed in each, --strict stops at the first."
    )
    (row,) = rows_of(told.read_text(encoding="utf-8-sig"))
    assert (row["doc_id"], row["field"], row["function"]) == ("001", "text", "attributions")


def test_strict_stops_at_the_article_that_fails(framing, failing):
    code, out, err = framing("features", SEEDS, "--strict")
    assert (code, out) == (1, "")
    assert err.startswith("framing: Article '001' (text) cannot be used by ")
    assert err.endswith("Leave it out, or let it be set aside.\n")


def test_where_failures_go_is_settled_before_anything_is_read(framing):
    code, _, err = framing("features", "nowhere", "--set-aside", "failed.doc")
    assert code == 2
    assert "Let it end so." in " ".join(err.replace("│", " ").split())


# Reuse and coverage


def test_reuse_prints_a_pair_a_line_with_both_forms_of_every_edit(framing):
    code, out, err = framing("reuse", SEEDS, "--format", "jsonl")
    lines = [json.loads(line) for line in out.splitlines()]
    assert (code, err) == (0, "")
    assert [list(line) for line in lines] == [columns.names("reuse")] * 8
    swaps = [edit for line in lines for edit in line["edits"] if edit["kind"] == "label swap"]
    assert [(edit["form_a"], edit["form_b"]) for edit in swaps] == [("الإرهابية", "الجهادية")]
    texts = {row["doc_id"]: row["text"] for row in fr.read_corpus(SEEDS).to_dict("records")}
    for line in lines:
        for edit in line["edits"]:
            for side in "ab":
                text = texts[line[f"doc_id_{side}"]]
                start, end = edit[f"start_{side}"], edit[f"end_{side}"]
                assert ("" if start is None else text[start:end]) == edit[f"form_{side}"]


def test_reuse_as_a_table_says_the_edits_in_words(framing):
    _, out, _ = framing("reuse", SEEDS)
    assert out.splitlines()[0].split(",") == columns.names("reuse")
    assert any("label swap: الإرهابية / الجهادية" in row["edits"] for row in rows_of(out))


def test_reuse_prints_a_row_an_edit_if_asked(framing):
    _, out, _ = framing("reuse", SEEDS, "--edits")
    news = fr.read_corpus(SEEDS)
    assert [row["kind"] for row in rows_of(out)] == list(fr.edits(news, fr.reuse(news))["kind"])


@pytest.mark.parametrize("ending", ["csv", "jsonl", "parquet"])
def test_reuse_is_written_in_every_format(ending, framing, tmp_path):
    path = tmp_path / f"pairs.{ending}"
    code, _, err = framing("reuse", SEEDS, "--out", str(path))
    assert (code, err) == (0, f"framing: 8 rows written to '{path}'.\n")


def test_coverage_of_an_unknown_set_names_those_that_are_known(framing):
    code, _, err = framing("coverage", SEEDS, "moscow")
    assert code == 1
    assert "There is no set of propositions named 'moscow'." in err
