"""Plans: read whole or refused with the line, run as they say, and known by their SHA-256."""

from hashlib import sha256
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import framing as fr
from framing.base.errors import FramingError
from framing.questions.analysis_plan import TEMPLATE, load_plan
from framing.questions.pairs import Question

TERROR, PLAIN = "قال إن الإرهابيين خطر.", "قال إن الوفد وصل أمس."


def news(n: int = 40) -> pd.DataFrame:
    chance = np.random.default_rng(8)
    texts = [
        " ".join([TERROR] * chance.poisson(1) + [PLAIN] * chance.integers(2, 9)) for _ in range(n)
    ]
    ids = [f"{number:03}" for number in range(n)]
    table = pd.DataFrame({"doc_id": ids, "outlet": list("AB") * (n // 2), "text": texts})
    return fr.read_corpus(table)


def plan(folder: Path, text: str = "") -> Path:
    path = folder / "plan.toml"
    path.write_text(f'format = 1\nname = "labels"\n{text}', encoding="utf-8")
    return path


def test_the_template_says_what_is_taken_without_it(tmp_path: Path) -> None:
    whole = load_plan(fr.write_plan(tmp_path / "whole.toml"))
    bare = load_plan(plan(tmp_path))
    assert whole.settled == bare.settled
    assert whole.question(news(2)) == bare.question(news(2)) == Question()
    assert (tmp_path / "whole.toml").read_text("utf-8") == TEMPLATE


def test_a_plan_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    path = fr.write_plan(tmp_path / "plan.toml")
    with pytest.raises(FramingError, match="is there already"):
        fr.write_plan(path)


def test_a_plan_finds_what_its_comparison_finds_and_says_which_it_was(tmp_path: Path) -> None:
    path = plan(
        tmp_path,
        '[count]\nof = ["militancy.terror"]\nvoice = "all"\n[test]\nsmallest = 1.5\n',
    )
    corpus = news()
    found = fr.compare(corpus=corpus, plan=path)
    plain = fr.compare(
        fr.features(corpus, ["militancy"]), corpus, of="militancy.terror", voice="all", smallest=1.5
    )
    pd.testing.assert_frame_equal(found.table, plain.table)
    assert found.text == plain.text
    digest = sha256(path.read_bytes()).hexdigest()
    assert found.note == f"{plain.note} By the plan 'labels' (sha256 {digest})."


def test_every_field_is_heard(tmp_path: Path) -> None:
    path = plan(
        tmp_path,
        '[count]\nwhat = "shares"\nof = ["terror label"]\nvoice = "all"\n'
        '[groups]\nby = "side"\nwithin = "none"\nreference = "the rest"\nclusters = "copies"\n'
        '[test]\nmethod = "permutation"\nsmallest = 1.2\nseed = 7\n'
        "[guards]\narticles = 30\nof_a_group = 8\nholding = 12\n",
    )
    known = load_plan(path)
    corpus = news(4)
    asked = known.question(corpus)
    assert asked[:3] == ("side", None, "the rest")
    assert asked.voice == "all"
    assert (asked.of, asked.method) == (["terror label"], "permutation")
    assert dict(asked.clusters) == dict(fr.copies(corpus))
    assert asked.rules == ((30, 8, 12), 7, 1.2)
    assert set(known.counted(corpus)["share"]) == set(fr.shares(corpus)["share"])


def test_guards_and_seed_are_those_of_the_plan(tmp_path: Path) -> None:
    corpus = news(40)
    text = '[count]\nof = ["militancy.terror"]\nvoice = "all"\n'
    held = fr.compare(corpus=corpus, plan=plan(tmp_path, text + "[guards]\nholding = 40\n"))
    assert held.table["reason"].iloc[0] == (
        "fewer than 40 independent articles of both groups together have it"
    )
    few = fr.compare(corpus=corpus, plan=plan(tmp_path, text + "[guards]\narticles = 60\n"))
    assert few.table["method"].iloc[0] == "exact"
    one, other = (
        fr.compare(corpus=corpus, plan=plan(tmp_path, f"{text}[test]\nseed = {seed}\n")).table
        for seed in (1, 2)
    )
    assert one["ci_low"].iloc[0] != other["ci_low"].iloc[0]
    assert one["ci_low"].iloc[0] == pytest.approx(other["ci_low"].iloc[0], rel=0.1)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[tests]\nseed = 1\n", "line 3: There is no table or field of a plan named 'tests'"),
        ("[test]\n\nsed = 1\n", "line 5: There is no field of .test. named 'sed'"),
        ('[test]\nseed = "1"\n', "line 4: seed is .*Write a whole number"),
        ("[test]\nseed = -1\n", "line 4: seed is -1. Write a whole number, 0 or more"),
        ("[test]\nseed = true\n", "line 4: seed is True. Write a whole number"),
        ("[test]\nsmallest = 0.8\n", "line 4: smallest is 0.8. Write a ratio above 1, or 0"),
        ("[test]\nsmallest = nan\n", "line 4: smallest is nan. Write a ratio above 1, or 0"),
        ('[test]\nmethod = "t"\n', "line 4: There is no method named 't'"),
        ('[count]\nof = "stance"\n', "line 4: of is .*Write texts"),
        ("[count]\nof = [1]\n", "line 4: of is .*Write texts"),
        ("[count]\nlexicons = []\n", "line 4: lexicons is empty"),
        ("[guards]\nholding = 3\n", "line 4: holding is 3. Write 10 or more"),
        ("guards = 3\n", "line 3: guards is 3. Write it as .guards."),
        ("[[test]]\nseed = 1\n", "line 3: test is .*Write it as .test."),
    ],
)
def test_what_is_no_plan_is_refused_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(FramingError, match=message):
        load_plan(plan(tmp_path, text))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('name = "a"\n', "the format is none"),
        ('format = 2\nname = "a"\n', "line 1: the format is 2"),
        ("format = 1\n", "the plan has no name"),
        ("format = 1\nname = 3\n", "line 2: the plan has no name"),
        ("format = \n", "is not readable as TOML"),
    ],
)
def test_a_plan_has_a_format_and_a_name(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "plan.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FramingError, match=message):
        load_plan(path)


def test_nothing_is_said_beside_a_plan(tmp_path: Path) -> None:
    path, corpus = plan(tmp_path), news(4)
    rates = fr.features(corpus, ["militancy"])
    with pytest.raises(FramingError, match="The plan settles counted, by, smallest"):
        fr.compare(rates, corpus, by={"000": "A"}, smallest=2, plan=path)
    with pytest.raises(FramingError, match="A plan is of a corpus, and none is given"):
        fr.compare(plan=path)
    with pytest.raises(FramingError, match="Nothing is counted"):
        fr.compare(corpus=corpus)
    with pytest.raises(FramingError, match="cannot be read"):
        fr.compare(corpus=corpus, plan=tmp_path / "none.toml")
