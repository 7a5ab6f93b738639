"""Which outlets swap which labels: reuse on a week of news, and how often its swaps are right.

    python benchmarks/case_study_reuse.py --shared DIR --out docs/case_study_reuse

DIR/data/saudinewsnet/*.zip holds SaudiNewsNet, articles of Saudi outlets collected in July 2015,
which does not ship. An article is taken once, from the outlet under which it was collected first.
Written are DIR of --out with the tables, two figures and the samples, and beside it the page.
No text of an article is printed but for swapped words and a few words around them.

A swap is counted once a copy: a sentence that ten articles carry is one case, however many pairs
it makes. Of two outlets, it is asked among the copies in which they have different labels
how often the one has the first and the other the second. The interval takes stories as the cases:
copies that articles of one text hold are versions of one story, and no more than one witness.

Samples are drawn with a fixed seed. `judgements.csv` keeps what a reader said of each; a sample
whose case has no judgement is counted as not read. With --sheet FILE the cases are written with
the words around them, to be read and then thrown away.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from time import process_time
from typing import Any
from zipfile import ZipFile

import numpy as np
import pandas as pd
from case_study_page import draw_page
from news import FOLDER, SEED
from rich.console import Console
from scipy.cluster.hierarchy import DisjointSet

from framing.base.files import write_csv, write_whole
from framing.copying.copies import copies
from framing.copying.overview import Copying
from framing.copying.propositions import load_propositions
from framing.corpus.articles import outlet_labels, read_corpus
from framing.counting.bases import word_counts
from framing.layers.corpora import annotate
from framing.lexicon.entries import load_lexicon
from framing.measures import clustered_share
from framing.questions.survey import Survey
from framing.showing.figures.copying import sharing
from framing.showing.figures.dots import Dots, draw_dots
from framing.showing.figures.save import Figure, save_figure
from framing.showing.figures.style import Language

PAIRS, SWAPS = 60, 40  # how many are read
AROUND = 45  # characters round a swap on the sheet
MOST_WORDS = 8  # of a form that is kept
LABELS = (("islamic-state", "daesh"), ("jihadi", "mutatarrif"), ("irhabi", "jihadi"))
tell = Console(width=120, markup=False, highlight=False, soft_wrap=True).print


def main() -> None:
    """Measure, write the tables, figures and the page; print what was written."""
    options = _options()
    before = process_time()
    survey = bare_survey(read_corpus(articles(options.shared)))
    found = survey.copying
    spent = process_time() - before
    swaps = label_swaps(found)
    swaps = swaps.assign(story=stories(found, swaps))
    tables = {
        "substitutions": _shown(found),
        "outlets": by_outlet(swaps),
        "sharing": found.sharing,
        "kinds": kinds(found),
    }
    samples = {"pairs": sample_pairs(found), "swaps": sample_swaps(found)}
    if options.sheet:
        write_whole(options.sheet, "\n".join(sheet(found, samples)).encode())
    judged = _judged(options.out / "judgements.csv", samples)
    for name, table in {**tables, "judgements": judged}.items():
        write_csv(table, options.out / f"{name}.csv", bom=False)
    for lang in ("en", "ar"):
        save_figure(sharing(survey, lang), options.out)
        save_figure(outlets_figure(tables["outlets"], lang), options.out)
    page = "\n".join(draw_page(found, swaps, tables, judged, spent))
    tell(write_whole(options.out.with_suffix(".md"), page.encode()))


def articles(shared: Path) -> pd.DataFrame:
    """All distinct articles in the order in which they were collected, each with its outlet."""
    rows: dict[str, dict[str, Any]] = {}
    for path in sorted((shared / FOLDER).glob("*.zip")):
        with ZipFile(path) as packed:
            for name in packed.namelist():
                for one in json.loads(packed.read(name)):
                    rows.setdefault(one["content"], one)
    return pd.DataFrame(
        [
            {
                "doc_id": f"{number:05}",
                "outlet": row["source"],
                "date": row["date_extracted"][:10],
                "title": row["title"],
                "text": row["content"],
            }
            for number, row in enumerate(rows.values())
        ]
    )


def bare_survey(corpus: pd.DataFrame) -> Survey:
    """The corpus with its outlets, nothing else measured: what figures of copying need."""
    labels = outlet_labels(corpus).to_numpy()
    table = pd.DataFrame({"outlet": labels, "articles": 1, "words": word_counts(corpus).to_numpy()})
    outlets = table.groupby("outlet", sort=False).sum().reset_index()
    outlets = outlets.assign(en=outlets["outlet"], ar=outlets["outlet"])
    none = pd.DataFrame()
    wanted = load_propositions("moscow-2016")
    return Survey(annotate(corpus), outlets, none, none, none, none, none, none, wanted)


def label_swaps(found: Copying) -> pd.DataFrame:
    """The swaps of one label for one label between outlets, once a copy, outlets and entries."""
    edits = found.between_outlets(found.edits)
    edits = edits[(edits["kind"] == "label swap")].assign(
        copy=edits["pair_id"].map(found.copies),
        outlet_a=edits["doc_id_a"].map(found.outlets),
        outlet_b=edits["doc_id_b"].map(found.outlets),
        entry_a=edits["entries_a"].map(" + ".join),
        entry_b=edits["entries_b"].map(" + ".join),
    )
    return edits.drop_duplicates(["copy", "outlet_a", "outlet_b", "entry_a", "entry_b"])


def stories(found: Copying, swaps: pd.DataFrame) -> "pd.Series[Any]":
    """Of each swap its story: copies that stand in articles of one text are of one story."""
    text_of = copies(found.reading, found.pairs)
    held = [
        (("copy", row["copy"]), ("text", text_of[row[f"doc_id_{side}"]]))
        for row in swaps.to_dict("records")
        for side in "ab"
    ]
    sets = DisjointSet([one for pair in held for one in pair])
    for pair in held:
        sets.merge(*pair)
    return swaps["copy"].map(lambda copy: str(sets["copy", copy]))


def by_outlet(swaps: pd.DataFrame) -> pd.DataFrame:
    """Of the copies in which an outlet has one label of a pair and another outlet the other one.

    One row per pair of labels and outlet: in how many of them it has the first, with an interval
    that takes stories as the cases (`framing.measures.clustered_share`).
    A copy of which an outlet printed both versions is in both counts.
    """
    rows = []
    for first, second in LABELS:
        cases = set()
        for row in swaps.to_dict("records"):
            if {row["entry_a"], row["entry_b"]} == {first, second}:
                cases |= {
                    (row["story"], row["copy"], row[f"outlet_{one}"], row[f"entry_{one}"])
                    for one in "ab"
                }
        table = pd.DataFrame(sorted(cases), columns=["story", "copy", "outlet", "entry"])
        for outlet, mine in table.assign(has=table["entry"] == first).groupby("outlet"):
            of_story = mine.groupby("story")["has"].agg(["sum", "size"]).to_numpy(float)
            known = clustered_share(of_story[:, 0], of_story[:, 1])
            counted = {"count": int(mine["has"].sum()), "base": len(mine), "unit": "copies"}
            ends = dict(zip(("share_of", "ci_low", "ci_high"), known, strict=True))
            about = {"label": first, "other_label": second, "outlet": outlet}
            rows.append(about | counted | {"stories": len(of_story)} | ends)
    return pd.DataFrame(rows)


def kinds(found: Copying) -> pd.DataFrame:
    """How many changes of each kind there are between outlets, and in how many copies."""
    edits = found.between_outlets(found.edits)
    edits = edits.assign(copy=edits["pair_id"].map(found.copies))
    counted = edits.groupby("kind").agg(changes=("kind", "size"), copies=("copy", "nunique"))
    return counted.sort_values("changes", ascending=False).reset_index()


def sample_pairs(found: Copying) -> pd.DataFrame:
    """Pairs of passages of different outlets, drawn at random."""
    return _drawn(found.between_outlets(found.pairs), PAIRS)


def sample_swaps(found: Copying) -> pd.DataFrame:
    """Label swaps between outlets, drawn at random, every swap of every pair a case."""
    edits = found.between_outlets(found.edits)
    return _drawn(edits[edits["kind"] == "label swap"], SWAPS)


def _drawn(table: pd.DataFrame, most: int) -> pd.DataFrame:
    places = np.random.default_rng(SEED).choice(len(table), min(most, len(table)), replace=False)
    return table.iloc[sorted(places)].reset_index(drop=True)


def sheet(found: Copying, samples: dict[str, pd.DataFrame]) -> Iterator[str]:
    """The sampled cases with the words around them, for the eye."""
    texts = {
        (row["doc_id"], field): row[field]
        for row in found.reading.articles.to_dict("records")
        for field in ("title", "text")
    }
    for name, sample in samples.items():
        for number, row in enumerate(sample.to_dict("records")):
            yield f"{name} {number} {row['pair_id']}"
            for side in "ab":
                text = texts[row[f"doc_id_{side}"], row[f"field_{side}"]]
                start, end = row[f"start_{side}"], row[f"end_{side}"]
                near = (text[max(0, start - AROUND) : start], text[end : end + AROUND])
                outlet = found.outlets[row[f"doc_id_{side}"]]
                yield f"  {outlet}: {near[0]}[[{text[start:end]}]]{near[1]}".replace("\n", " ")


def _judged(path: Path, samples: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The sampled cases with what a reader said of them, if it was read."""
    known = {}
    if path.exists():
        kept = pd.read_csv(path, dtype=str, keep_default_na=False)
        known = {tuple(row[:-1]): row[-1] for row in kept.itertuples(index=False, name=None)}
    rows = []
    for name, sample in samples.items():
        for row in sample.to_dict("records"):
            forms = [_few(row[f"form_{side}"]) for side in "ab"] if name == "swaps" else ["", ""]
            case = (name, row["pair_id"], *forms)
            rows.append((*case, known.get(case, "")))
    return pd.DataFrame(rows, columns=["sample", "pair_id", "form_a", "form_b", "verdict"])


def _few(form: str) -> str:
    """The first words of a form: swapped words and few around."""
    return " ".join(form.split()[:MOST_WORDS])


def _shown(found: Copying) -> pd.DataFrame:
    """Substitutions with no more text than the swapped words."""
    table = found.substitutions
    return table.assign(form=table["form"].map(_few), other_form=table["other_form"].map(_few))


def outlets_figure(table: pd.DataFrame, lang: Language) -> Figure:
    """Draw how often each outlet has the first label of each pair, stories as the cases."""
    lemmas = {entry.id: entry.lemma for entry in load_lexicon("militancy").entries}
    panel = table["label"] + "|" + table["other_label"]
    names = {key: " / ".join(lemmas[one] for one in key.split("|")) for key in dict.fromkeys(panel)}
    data = table.rename(columns={"share_of": "estimate", "ci_low": "low", "ci_high": "high"})
    data = data.assign(panel=panel, series="all")
    notes = data["count"].astype(str) + "/" + data["base"].astype(str)
    titles = {
        "en": "Where outlets differ in a label: how often each has the first",
        "ar": "حيث تختلف الوسائل في التسمية: كم مرة تضع كل وسيلة الأولى",
    }
    outlets = {one: one for one in sorted(set(table["outlet"]))}
    axis = {"en": "% of the copies in which labels differ", "ar": "٪ من النسخ المختلفة التسمية"}
    dots = Dots(
        data=data.assign(note=notes), panels=names, outlets=outlets, series={"all": ""},
        title=titles[lang], axis=axis[lang], columns=3, is_share=True,
    )  # fmt: skip
    caption = {
        "en": "Copies in which outlets have one or the other label of a pair, k of n at the dot; "
        "bars: 95% intervals, a story a case. Copies that have the same label everywhere do not "
        "enter.",
        "ar": "النسخ التي تضع فيها الوسائل إحدى التسميتين، والعدد من المجموع عند النقطة؛ والخطوط "
        "فترات ثقة 95% والقصة حالة. ولا تدخل نسخ لا تختلف تسميتها.",
    }
    return Figure(
        "outlets", titles[lang], draw_dots(dots, lang), table, caption[lang],
        f"{titles[lang]}. {caption[lang]}", lang,
    )  # fmt: skip


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--shared", type=Path, required=True, help="holds data/saudinewsnet")
    parser.add_argument("--out", type=Path, default=Path("docs/case_study_reuse"))
    parser.add_argument("--sheet", type=Path, help="write the sampled cases here, to be read")
    return parser.parse_args()


if __name__ == "__main__":
    main()
