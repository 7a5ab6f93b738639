"""What a person at a terminal is shown: progress, remarks, text that cannot act on it."""

import json

import pytest
from commands import COMMANDS, TABLE_COMMANDS, rows_of

from framing.base.columns import TABLES


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
    more = {"kwic": ["قال"], "article": ["001"]}.get(command, [])
    out = str(tmp_path / ("figs" if command in ("report", "figures") else "table.csv"))
    code, _, err = framing(command, corpus, *more, "--out", out, "--quiet", terminal=True)
    assert (code, err) == (0, "")


def test_errors_are_said_even_when_quiet(framing):
    code, out, err = framing("mentions", "nowhere", "-q")
    assert (code, out) == (1, "")
    assert err.startswith("framing: There is nothing at 'nowhere'.")


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
