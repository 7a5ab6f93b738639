"""Every figure of the repository, drawn again: the same numbers and the same bytes."""

import json
import re
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pandas as pd
import pytest

from framing.coding.records import CLASSES
from framing.corpus.articles import outlet_labels, read_corpus
from framing.counting.features import features
from framing.counting.zeros import with_zeros
from framing.lexicon.entries import load_lexicon
from framing.lexicon.source_files import lexicon_names
from framing.questions.survey import survey
from framing.showing.figures import FIGURES, draw_all, save_figures

ROOT = Path(__file__).parents[2]
FIGURES_FOLDER = ROOT / "figures"
SEEDS = read_corpus(ROOT / "seeds")
PINNED = re.search(r"^matplotlib==(\S+)", (ROOT / "constraints.txt").read_text(), re.M)[1]
LEXICONS = {"sourcing": "sourcing", "stance": "attribution"}
PROVENANCE = "provenance.json"  # of the lexicons as they stand: not kept beside them
FACETS = {"phenomenon": "counter-terror", "attack": "event"}


@pytest.fixture(scope="module")
def redrawn(tmp_path_factory):
    folder = tmp_path_factory.mktemp("figures")
    measured = survey(SEEDS, propositions="moscow-2016")
    drawn = (figure for lang in ("en", "ar") for figure in draw_all(measured, lang=lang))
    save_figures(drawn, folder)
    return folder


def test_the_folder_holds_every_figure_and_nothing_else():
    kept = {path.name for path in FIGURES_FOLDER.iterdir()} - {PROVENANCE}
    languages = [f"{name}-{lang}.{kind}" for name in FIGURES for lang in ("en", "ar")
                 for kind in ("svg", "md")]  # fmt: skip
    assert kept == {*languages, *(f"{name}.csv" for name in FIGURES)}


def test_versions_stand_in_one_file_and_nowhere_else(redrawn):
    pages = {path.name: path.read_text("utf-8") for path in redrawn.iterdir()}
    for lexicon in map(load_lexicon, lexicon_names()):
        named = [name for name, page in pages.items() if lexicon.digest[:12] in page]
        assert named == [PROVENANCE]


@pytest.mark.parametrize("name", FIGURES)
def test_the_plotted_numbers_are_those_of_the_repository(name, redrawn):
    assert (redrawn / f"{name}.csv").read_bytes() == (FIGURES_FOLDER / f"{name}.csv").read_bytes()


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("name", FIGURES)
def test_captions_are_those_of_the_repository(name, lang, redrawn):
    page = f"{name}-{lang}.md"
    assert (redrawn / page).read_text("utf-8") == (FIGURES_FOLDER / page).read_text("utf-8")


@pytest.mark.skipif(
    version("matplotlib") != PINNED, reason=f"bytes are kept for matplotlib {PINNED} only"
)
@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("name", FIGURES)
def test_pictures_are_those_of_the_repository_byte_for_byte(name, lang, redrawn):
    picture = f"{name}-{lang}.svg"
    assert (redrawn / picture).read_bytes() == (FIGURES_FOLDER / picture).read_bytes()


def test_a_fresh_process_draws_the_same_bytes(redrawn, tmp_path):
    code = (
        "import sys, framing; from framing.showing.figures import FIGURES, save_figure\n"
        "found = framing.survey(framing.read_corpus(sys.argv[1]))\n"
        "save_figure(FIGURES['terror-root'].draw(found, 'ar'), sys.argv[2])"
    )
    subprocess.run([sys.executable, "-c", code, ROOT / "seeds", tmp_path], check=True)
    for page in tmp_path.iterdir():
        assert page.read_bytes() == (redrawn / page.name).read_bytes()


def coded(layer: str) -> pd.DataFrame:
    lines = (ROOT / "seeds/coding/seeds.jsonl").read_text("utf-8").splitlines()
    records = pd.DataFrame([json.loads(line) for line in lines])
    labels = outlet_labels(SEEDS).str.replace("\n", ", ")
    return records[records["layer"] == layer].assign(outlet=lambda t: t["doc"].map(labels))


def coded_counts() -> dict[str, pd.Series]:
    """What the coders counted, by outlet and panel, for the figures that count spans."""
    militancy, leak, cues = coded("militancy"), coded("leak"), coded("attribution")
    terror = militancy[militancy["class"] == "terror"]
    facet = terror["target"].map(FACETS).fillna("actor")
    origin = leak[leak["role"].fillna("origin") != "venue"]
    return {
        "militancy": ("militancy." + militancy["class"]).groupby(militancy["outlet"]),
        "terror-root": ("militancy.terror." + facet).groupby(terror["outlet"]),
        "group-name": militancy["name"].groupby(militancy["outlet"]),
        "sourcing": ("sourcing." + origin["class"]).groupby(origin["outlet"]),
        "stance": cues["class"].groupby(cues["outlet"]),
    }


def our_counts(name: str) -> pd.Series:
    """What is counted in all voices: coders coded no voice of cues and references."""
    if name in LEXICONS:
        found = with_zeros(features(SEEDS, [LEXICONS[name]], voice="all"), LEXICONS[name])
        labels = outlet_labels(SEEDS).str.replace("\n", ", ")
        table = found.assign(
            outlet=found["doc_id"].map(labels),
            panel=found["feature"].str.removeprefix("attribution."),
        )
        scored = set(coded_classes(name))
        table = table[table["panel"].isin(scored)]
    else:
        table = pd.read_csv(FIGURES_FOLDER / f"{name}.csv")
    return table.groupby(["outlet", "panel"])["count"].sum()


def coded_classes(name: str) -> list[str]:
    prefix = "sourcing." if name == "sourcing" else ""
    layer = "leak" if name == "sourcing" else "attribution"
    return [f"{prefix}{one}" for one in CLASSES[layer].split()]


def differences(name: str) -> list[str]:
    ours = our_counts(name)
    theirs = coded_counts()[name].value_counts().reindex(ours.index, fill_value=0)
    return [
        f"{name} | {outlet} | {panel} | figure {ours[outlet, panel]} | coding {count}"
        for (outlet, panel), count in theirs.items()
        if ours[outlet, panel] != count
    ]


@pytest.mark.parametrize("name", ["terror-root", "group-name"])
def test_figures_of_layers_found_perfectly_count_what_the_coders_counted(name):
    assert differences(name) == []


def test_what_other_figures_count_differently_from_the_coders_is_listed():
    listed = (Path(__file__).parent / "figures_against_coding.txt").read_text("utf-8").splitlines()
    found = [line for name in ("militancy", "sourcing", "stance") for line in differences(name)]
    assert found == [line for line in listed if line and not line.startswith("#")]


def test_words_inside_quotation_marks_are_those_the_coders_heard_directly():
    terror = coded("militancy").query("`class` == 'terror'")
    ours = pd.read_csv(FIGURES_FOLDER / "terror-root.csv").query("voice == 'direct'")
    direct = terror[terror["voice"] == "direct"].groupby("outlet").size()
    assert ours.groupby("outlet")["count"].sum().to_dict() == direct.to_dict()
