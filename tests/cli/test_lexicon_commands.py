"""The commands for who writes a lexicon: what is checked, which stems there are."""

import json
from pathlib import Path

import pytest
from commands import ROOT

import framing as fr


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
        "file": str(own),
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
