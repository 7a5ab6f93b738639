"""Who a source is says by which rule; a rule that is seldom right is used only if asked."""

from pathlib import Path

import pandas as pd
import pytest

import framing as fr
from framing.attribution.heard import Speaker
from framing.attribution.rules import RULES, WEAK_SIDES, WEAK_TYPES, Rules
from framing.base.errors import FramingError

ROOT = Path(__file__).parents[2]
COLUMNS = {"entity_rule": "entity", "side_rule": "side", "type_rule": "source_type"}
LEAST, ENOUGH = 5, 0.8
MARCHING = "أعلنت ميليشيات أن المعبر مغلق."


def news(text: str) -> pd.DataFrame:
    return fr.read_corpus(pd.DataFrame({"doc_id": ["1"], "outlet": ["x"], "text": [text]}))


@pytest.mark.parametrize(("attribute", "weak"), [("side", WEAK_SIDES), ("type", WEAK_TYPES)])
def test_a_rule_is_left_out_that_was_measured_to_be_seldom_right(attribute, weak):
    measured = pd.read_csv(ROOT / "docs" / "rules" / "rules.csv")
    measured = measured[measured["attribute"] == attribute]
    cases = measured["drawn"] + measured["coded"]
    seldom = (measured["right"] / cases < ENOUGH) & (cases >= LEAST)
    assert set(measured.loc[seldom, "rule"]) == weak
    assert set(measured["rule"]) <= RULES.keys()


@pytest.mark.parametrize("rule", COLUMNS)
def test_whatever_is_known_has_a_rule_and_nothing_else_has(rule):
    said = fr.attributions(fr.read_corpus(ROOT / "seeds"))
    assert set(said[rule].dropna()) <= RULES.keys()
    assert (said[rule].isna() == (said[COLUMNS[rule]] == "unknown")).all()


def test_what_a_weak_rule_says_is_given_if_asked():
    trusted, all_rules = (
        fr.attributions(news(MARCHING), rules=which) for which in ("trusted", "all")
    )
    assert trusted[["side", "side_rule"]].fillna("").to_numpy().tolist() == [["unknown", ""]]
    assert all_rules[["side", "side_rule"]].to_numpy().tolist() == [["armed-group", "party"]]


def test_other_rules_are_refused():
    with pytest.raises(FramingError, match="named 'some'"):
        fr.attributions(news(MARCHING), rules="some")


def test_what_a_weak_rule_said_is_no_surer_when_it_is_taken_up():
    speaker = Speaker("a", "armed-group", "institution", Rules("words", "party", "head"))
    assert speaker.again("resumed").rules == Rules("resumed", "party", "resumed")
    assert speaker.again("resumed").trusted().side == "unknown"
