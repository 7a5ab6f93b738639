"""What a user sees who gives the wrong thing: exit code, message, and nothing half done.

What the reader of a corpus refuses is tested one by one in test_corpus.py; here it comes
through the command line, and what is strange but allowed goes all the way to the result.
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import framing as fr
from framing.base import files
from framing.cli import main as cli

CP1256 = "قال إن الإرهابيين انسحبوا".encode("cp1256")
EVERY_COMMAND = [
    ["report"],
    ["mentions"],
    ["attributions"],
    ["leaks"],
    ["features"],
    ["kwic", "قال"],
    ["figures"],
]
TO_A_FILE = [
    ["mentions", "--out", "t.csv"],
    ["attributions", "--out", "t.jsonl"],
    ["leaks", "--out", "t.parquet"],
    ["features", "--out", "t.csv"],
    ["kwic", "قال", "--out", "t.jsonl"],
]

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder, so that messages show the paths a user types."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def framing(capsysbinary: Any, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command line on a corpus: exit code, standard output, standard error."""

    def run(command: str, corpus: str, *more: str) -> tuple[int, str, str]:
        if command == "figures" and "--out" not in more:
            more = (*more, "--out", "figs")
        monkeypatch.setattr(sys, "argv", ["framing", command, corpus, *more])
        with pytest.raises(SystemExit) as end:
            cli.run()
        out, err = capsysbinary.readouterr()
        return int(end.value.code or 0), out.decode("utf-8"), err.decode("utf-8")

    return run


def folder(**contents: str | bytes) -> str:
    """A folder of articles, and of metadata.csv if they are given."""
    Path("news").mkdir()
    for name, content in contents.items():
        path = Path("news") / ("metadata.csv" if name == "metadata" else f"{name}.txt")
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return "news"


def lines(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def left_over() -> list[str]:
    return sorted(path.as_posix() for path in Path().rglob("*"))


# Refused, with a way out


@pytest.mark.parametrize("command", EVERY_COMMAND)
def test_path_that_is_not_there_is_named(framing, command):
    assert framing(command[0], "newz", *command[1:]) == (
        1,
        "",
        "framing: There is nothing at 'newz'. Give a folder of .txt files or a .csv, .xlsx, "
        ".jsonl, .json, .parquet file.\n",
    )
    assert left_over() == []


@pytest.mark.parametrize("command", EVERY_COMMAND)
def test_folder_without_articles_is_named(framing, command):
    assert framing(command[0], folder(), *command[1:]) == (
        1,
        "",
        "framing: The folder 'news' holds no .txt files. Put one article in each.\n",
    )
    assert left_over() == ["news"]


@pytest.mark.parametrize("command", EVERY_COMMAND)
def test_file_that_is_not_utf8_is_named_with_its_byte(framing, command):
    corpus = folder(a="قال", b=CP1256)
    assert framing(command[0], corpus, *command[1:]) == (
        1,
        "",
        f"framing: '{Path('news/b.txt')}' is not utf-8: byte 0 (0xDE) cannot be read. If it was "
        'saved as Windows Arabic, say so: encoding="cp1256", or --encoding cp1256 on the '
        "command line.\n",
    )


def test_way_out_of_another_encoding_works(framing):
    corpus = folder(b=CP1256)
    _, out, err = framing("mentions", corpus, "--encoding", "cp1256", "--format", "jsonl")
    assert [(row["form"], row["start"]) for row in lines(out)] == [("الإرهابيين", 7)]
    assert err == ""
    news = fr.read_corpus(corpus, encoding="cp1256")
    assert list(fr.mentions(news)["form"]) == ["الإرهابيين"]


@pytest.mark.parametrize(
    ("contents", "message"),
    [
        (
            {"a": "قال", "metadata": "doc_id\na\nb\n"},
            "names articles that have no file: b (b.txt). Add the files or take the rows out.",
        ),
        (
            {"a": "قال", "b": "قال", "metadata": "doc_id\na\n"},
            "has no row for these files: b.txt. Add a row for each or move them elsewhere.",
        ),
    ],
)
def test_metadata_and_files_that_do_not_fit_are_said_to(framing, contents, message):
    path = Path("news/metadata.csv")
    assert framing("features", folder(**contents)) == (1, "", f"framing: '{path}' {message}\n")


def test_article_given_twice_is_named(framing):
    Path("news.csv").write_text("doc_id,text\n001,قال\n001,رأى\n", encoding="utf-8")
    assert framing("attributions", "news.csv") == (
        1,
        "",
        "framing: More than one article has the doc_id 001. Give each article its own.\n",
    )


@pytest.mark.parametrize("command", ["mentions", "features"])
def test_lexicon_that_is_not_there_is_answered_with_the_nearest(framing, command):
    code, out, err = framing(command, folder(a="قال"), "--lexicon", "militency")
    assert (code, out) == (1, "")
    assert err.startswith(
        "framing: There is no lexicon named 'militency'. Did you mean 'militancy'?"
    )


def test_lexicon_file_that_cannot_be_used_is_named(framing):
    corpus = folder(a="قال")
    code, _, err = framing("mentions", corpus, "--lexicon", "own.toml")
    assert (code, err.split(". ")[0]) == (1, "framing: There is no lexicon file at 'own.toml'")
    Path("own.toml").write_text("format = 1\n", encoding="utf-8")
    code, _, err = framing("mentions", corpus, "--lexicon", "own.toml")
    assert (code, err) == (
        1,
        "framing: own.toml lacks name, version, transliteration, description. "
        "Add it to the file.\n",
    )


@pytest.mark.parametrize("word", ["", "  "])
def test_word_that_is_none_is_refused(framing, word):
    code, out, err = framing("kwic", folder(a="قال"), word)
    assert (code, out) == (1, "")
    assert err.endswith("holds no word to look for. Give one or more words.\n")


def test_place_that_cannot_be_read_is_no_traceback(framing):
    Path("news/metadata.csv").mkdir(parents=True)
    Path("news/a.txt").write_text("قال", encoding="utf-8")
    code, out, err = framing("mentions", "news")
    assert (code, out) == (1, "")
    assert err.startswith(f"framing: '{Path('news/metadata.csv')}'")
    assert "Traceback" not in err


# Strange, and allowed


def test_article_without_words_has_counts_of_zero_and_no_rates(framing):
    corpus = folder(a="", b="قال كيري")
    _, out, err = framing("features", corpus, "--lexicon", "militancy", "--format", "jsonl")
    empty = [row for row in lines(out) if row["doc_id"] == "a"]
    assert err == ""
    assert len(empty) == len(lines(out)) / 2
    assert {(row["count"], row["base"], row["rate_per_1000"]) for row in empty} == {(0, 0, None)}
    for command in ("mentions", "attributions", "leaks"):
        assert framing(command, corpus, "--format", "jsonl")[0] == 0


def test_article_without_arabic_has_words_and_no_mentions(framing):
    corpus = folder(a="Kerry said 84 people were killed.\nNothing more.")
    for command in ("mentions", "attributions", "leaks"):
        assert framing(command, corpus, "--format", "jsonl") == (0, "", "")
    _, out, _ = framing("features", corpus, "--lexicon", "state", "--format", "jsonl")
    assert [(row["voice"], row["count"], row["base"]) for row in lines(out)] == [
        *(("all", 8, 8), ("narrator", 8, 8), ("indirect", 0, 8), ("direct", 0, 8)),
    ]


def test_missing_outlet_is_the_number_of_the_text_and_no_name(framing):
    corpus = folder(a="قال كيري", metadata="doc_id,outlet,date\na,,\n")
    assert framing("kwic", corpus, "كيري") == (0, "text a: قال | كيري | \n", "")


@pytest.mark.parametrize("text", ["قال كيري إن الإرهابيين انسحبوا.", ""])
def test_corpus_of_one_article_gets_its_report(framing, text):
    corpus = folder(a=text)
    code, out, err = framing("report", corpus)
    assert (code, err) == (0, "")
    assert out == f"{Path('report/report.html')}\n"
    assert Path("report/report.html").read_text("utf-8").rstrip().endswith("</html>")


HOSTILE = (
    "\ufeffقال كيري\x00 إن \u202eالإرهابيين\u202c و\u200fالمسلحين\x1b[2J انسحبوا.\r\n"
    "\r\n\x07ثم قال\r«الإرهاب» \u2028\x85\u2066مسلح\u2069 <script>alert(1)</script>\r\n"
)


@pytest.mark.parametrize("kind", ["txt", "csv", "jsonl", "parquet"])
def test_controls_marks_and_line_ends_move_no_offset(framing, kind):
    if kind == "txt":
        corpus = folder(a=HOSTILE)
    else:
        corpus = f"news.{kind}"
        table = pd.DataFrame({"doc_id": ["a"], "text": [HOSTILE]})
        {
            "csv": lambda: table.to_csv(corpus, index=False, quoting=1),
            "jsonl": lambda: table.to_json(corpus, orient="records", lines=True),
            "parquet": lambda: table.to_parquet(corpus),
        }[kind]()
    (text,) = fr.read_corpus(corpus)["text"]
    assert text == HOSTILE
    _, out, err = framing("mentions", corpus, "--format", "jsonl")
    assert "1 of 1 articles holds page code (a)" in err
    assert [row["form"] for row in lines(out)] == [*("الإرهابيين", "المسلحين", "الإرهاب", "مسلح")]
    for command in ("mentions", "attributions", "leaks"):
        for row in lines(framing(command, corpus, "--format", "jsonl")[1]):
            assert HOSTILE[row["start"] : row["end"]] == row["form"]


def test_concordance_of_a_hostile_article_is_one_line_a_hit_without_controls(framing):
    _, out, _ = framing("kwic", folder(a=HOSTILE), "قال")
    assert len(out.splitlines()) == out.count("\n") == 2
    assert not {char for char in out if ord(char) < 32 and char != "\n"}
    assert not set("\x7f\x85\u2028\u202e\u202c\u200f\u2066\u2069") & set(out)


def test_half_a_character_in_a_text_is_replaced_in_every_format_and_said(framing):
    row = {"doc_id": "a", "text": "قال \udfff الإرهابيون"}
    Path("news.jsonl").write_text(json.dumps(row), encoding="ascii")
    _, out, err = framing("kwic", "news.jsonl", "قال")
    assert out == "text a:  | قال | \ufffd الإرهابيون\n"
    assert err == (
        "framing: Half a character (a lone surrogate) was replaced by U+FFFD in 1 places, the "
        "first in text of article 1. Export the articles anew if it matters; no offset moved.\n"
    )
    _, out, err = framing("kwic", "news.jsonl", "قال", "--format", "jsonl", "--quiet")
    assert (lines(out)[0]["right"], err) == ("\ufffd الإرهابيون", "")
    for target in ("t.csv", "t.parquet"):
        assert framing("kwic", "news.jsonl", "قال", "--out", target)[0] == 0
    assert list(pd.read_parquet("t.parquet")["right"]) == ["\ufffd الإرهابيون"]
    assert list(pd.read_csv("t.csv")["right"]) == ["\ufffd الإرهابيون"]


# Whole or not at all


@pytest.mark.parametrize("command", TO_A_FILE)
def test_folder_that_cannot_be_written_ends_with_3(framing, command):
    name, *more, target = command
    corpus = folder(a="قال كيري")
    Path("taken").write_text("", encoding="utf-8")
    code, out, err = framing(name, corpus, *more, f"taken/{target}")
    assert (code, out) == (3, "")
    assert err.startswith(f"framing: The file '{Path('taken') / target}' could not be written: ")
    assert err.endswith("Choose a folder you may write to, on a disk with room, and run the "
                        "command again.\n")  # fmt: skip
    assert left_over() == ["news", "news/a.txt", "taken"]


@pytest.mark.parametrize("command", ["report", "figures"])
def test_report_and_figures_that_cannot_be_written_end_with_3(framing, command):
    corpus = folder(a="قال كيري")
    Path("taken").write_text("", encoding="utf-8")
    code, out, err = framing(command, corpus, "--out", "taken/deep")
    assert (code, out) == (3, "")
    assert str(Path("taken")) in err
    assert left_over() == ["news", "news/a.txt", "taken"]


@pytest.mark.parametrize("command", TO_A_FILE)
def test_disk_that_fills_up_leaves_the_old_file_as_it_was(framing, command, monkeypatch):
    name, *more, target = command
    corpus = folder(a="قال كيري")
    Path(target).write_text("old", encoding="utf-8")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", full)
    code, out, err = framing(name, corpus, *more, target)
    assert (code, out) == (3, "")
    assert "No space left on device" in err
    assert Path(target).read_text("utf-8") == "old"
    assert left_over() == ["news", "news/a.txt", target]


@pytest.mark.parametrize("command", TO_A_FILE)
def test_corpus_that_is_refused_leaves_the_old_file_as_it_was(framing, command):
    name, *more, target = command
    Path(target).write_text("old", encoding="utf-8")
    assert framing(name, folder(a=CP1256), *more, target)[0] == 1
    assert Path(target).read_text("utf-8") == "old"
