"""How often each rule is right by which a source's side and type are known: docs/rules.md.

    python benchmarks/rules.py SAUDINEWSNET DEV            # print the table
    python benchmarks/rules.py SAUDINEWSNET DEV --write    # publish it: docs/rules.md, its CSV

`coding/speakers.jsonl` says where speakers stand that were drawn from SaudiNewsNet, so many of each
rule, and whose side and what type a reader found; the texts are the corpus's own, told by their
SHA-256. DEV is the folder that `benchmarks/rebuild_dev.py` fills. The seeds and these are counted
beside the drawn ones. Every rule is asked here, also those that the package leaves out.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pandas as pd
from performance_page import set_block
from rebuild_dev import articles_in, text_of

import framing as fr
from framing.attribution.rules import RULES, WEAK_SIDES, WEAK_TYPES
from framing.base.errors import FramingError
from framing.base.files import write_csv, write_whole
from framing.measures import share_row

ROOT = Path(__file__).parent.parent
SPEAKERS = ROOT / "coding" / "speakers.jsonl"
PAGE = ROOT / "docs" / "rules.md"
TABLE = ROOT / "docs" / "rules" / "rules.csv"
KNOWN = {"side": ("side", "side_rule"), "type": ("source_type", "type_rule")}


def verdicts(saudinewsnet: Path, dev: Path) -> Iterator[dict[str, Any]]:
    """What each rule said of each coded speaker, and whether a coder says so too."""
    drawn = _records(SPEAKERS)
    read = _speakers({record["sha256"] for record in drawn}, saudinewsnet)
    yield from _compared("drawn", read, ((one["sha256"], one) for one in drawn if one["is_cue"]))
    codings = ((ROOT / "seeds", ROOT / "seeds" / "coding" / "seeds.jsonl"),
               (dev, ROOT / "coding" / "dev.jsonl"))  # fmt: skip
    for articles, coding in codings:
        found = fr.attributions(fr.read_corpus(articles), rules="all")
        cues = (one for one in _records(coding) if one["layer"] == "attribution")
        yield from _compared("coded", found, ((one["doc"], one) for one in cues))


def _records(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _speakers(wanted: set[str], saudinewsnet: Path) -> pd.DataFrame:
    """The attributions of the articles that were drawn from."""
    texts = {}
    for article in articles_in(saudinewsnet):
        text = text_of(article)
        digest = sha256(text.encode("utf-8")).hexdigest()
        if digest in wanted:
            texts[digest] = text
    if wanted - texts.keys():
        raise FramingError(
            f"'{saudinewsnet}' lacks {len(wanted - texts.keys())} of the {len(wanted)} articles. "
            "Give the folder with SaudiNewsNet's files of 21 to 27 July 2015, unchanged."
        )
    rows = pd.DataFrame({"doc_id": list(texts), "text": list(texts.values())})
    return fr.attributions(fr.read_corpus(rows), rules="all")


def _compared(cases: str, found: pd.DataFrame, coded: Iterator[Any]) -> Iterator[dict[str, Any]]:
    """Each coded record beside the attribution whose cue shares a character with it."""
    by_article = {doc: rows.to_dict("records") for doc, rows in found.groupby("doc_id")}
    for doc, record in coded:
        ours = next(
            (
                row
                for row in by_article.get(doc, ())
                if row["start"] < record["end"] and record["start"] < row["end"]
            ),
            None,
        )
        for attribute, (column, rule) in KNOWN.items():
            if ours is not None and not pd.isna(ours[rule]):
                is_right = ours[column] == record[attribute]
                yield {"attribute": attribute, "rule": ours[rule], cases: 1, "right": is_right}


def precision(saudinewsnet: Path, dev: Path) -> pd.DataFrame:
    """A row a rule: how many cases, how many of them right, with its interval; what is done."""
    rows = pd.DataFrame(verdicts(saudinewsnet, dev)).fillna(0)
    sums = rows.groupby(["attribute", "rule"], sort=False)[["drawn", "coded", "right"]].sum()
    table = sums.astype("int64").reset_index()
    table["n"] = table["drawn"] + table["coded"]
    shares = [share_row(k, n) for k, n in zip(table["right"], table["n"], strict=True)]
    weak = {"side": WEAK_SIDES, "type": WEAK_TYPES}
    table = table.join(pd.DataFrame(shares).round(3))
    pairs = zip(table["attribute"], table["rule"], strict=True)
    table["used"] = [rule not in weak[attribute] for attribute, rule in pairs]
    order = {rule: number for number, rule in enumerate(RULES)}
    return table.sort_values(
        ["attribute", "rule"], key=lambda one: one.map(order).fillna(0), kind="stable"
    ).sort_values("attribute", kind="stable", ignore_index=True)


def page(table: pd.DataFrame) -> str:
    """The table as Markdown."""
    lines = ["| of | rule | it goes by | drawn | coded | right | precision [95%] | used |",
             "|---|---|---|---:|---:|---:|---|---|"]  # fmt: skip
    for row in table.to_dict("records"):
        ends = f"{row['share_of']:.2f} [{row['ci_low']:.2f}, {row['ci_high']:.2f}]"
        used = "yes" if row["used"] else "only if asked"
        counts = f"{row['drawn']} | {row['coded']} | {row['right']}"
        lines.append(
            f"| {row['attribute']} | {row['rule']} | {RULES[row['rule']]} | {counts} | {ends} "
            f"| {used} |"
        )
    return "\n".join(lines)


def main() -> None:
    """Measure, print, and publish if asked to."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("saudinewsnet", type=Path, help="the folder with SaudiNewsNet's files")
    parser.add_argument("dev", type=Path, help="texts of coding/dev.jsonl")
    parser.add_argument("--write", action="store_true", help="publish: docs/rules.md")
    options = parser.parse_args()
    try:
        table = precision(options.saudinewsnet, options.dev)
    except FramingError as failure:
        sys.exit(str(failure))
    sys.stdout.write(f"{page(table)}\n")
    if options.write:
        write_csv(table, TABLE, bom=False)
        said = PAGE.read_text(encoding="utf-8")
        write_whole(PAGE, set_block(said, "rules", page(table)).encode("utf-8"))


if __name__ == "__main__":
    main()
