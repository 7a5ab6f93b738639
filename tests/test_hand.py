"""The five articles against what was coded by hand: speakers, quotations, zones."""

import csv
from pathlib import Path

from framing.corpus import read_corpus
from framing.layers import quotations
from framing.zones import zones

HERE = Path(__file__).parent
SEEDS = read_corpus(HERE.parent / "seeds")


def coded(name: str) -> list[dict[str, str]]:
    with (HERE / "hand" / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_quotations_are_for_what_a_reader_takes_them_for() -> None:
    found = quotations(SEEDS)
    ours = list(zip(found["doc_id"], found["kind"], strict=True))
    hand = [(row["doc"], row["kind"]) for row in coded("quotes")]
    assert [
        (doc, kind if by_hand != "?" else "?")
        for (doc, kind), (_, by_hand) in zip(ours, hand, strict=True)
    ] == hand


def test_the_parts_of_the_articles_begin_and_end_as_a_reader_divides_them() -> None:
    parts = zones(SEEDS)
    parts = parts[parts["field"] == "text"]
    ours = [
        (doc, zone, " ".join(form.split()[:2]), " ".join(form.split()[-2:]))
        for doc, zone, form in zip(parts["doc_id"], parts["zone"], parts["form"], strict=True)
    ]
    assert ours == [tuple(row.values()) for row in coded("zones")]
