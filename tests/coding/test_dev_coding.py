"""The codings of the development articles ship without their words, and find them again."""

import json
import os
import re
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pandas as pd
import pytest

from framing.coding.records import CLASSES, check_coding, read_coding
from framing.corpus.articles import read_corpus

ROOT = Path(__file__).parents[2]
CODING = ROOT / "coding"
SHARED = Path(os.environ.get("FRAMING_SHARED", Path(__file__).parents[3] / "shared"))
SAUDINEWSNET = SHARED / "data" / "saudinewsnet"
COUNTS = {
    "dev": {"attribution": 146, "militancy": 138, "leak": 64},
    "dev2": {"attribution": 151, "militancy": 92, "leak": 32},
}
DOCS = {"dev": "D", "dev2": "E"}
ARABIC = re.compile(r"[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")
FIELDS = {
    "militancy": {"target", "voice", "name", "scare"},
    "attribution": {
        *("source_start", "source_end", "side", "type", "mode", "content_start", "content_end"),
        *("rest_start", "rest_end"),
    },
    "leak": {"role"},
}
MARKS = re.compile(r"[\u064b-\u0652]")
FORMS = {
    "terror": "رهاب",
    "radical": "تطرف|متشدد",
    "jihadist": "جهادي|مجاهد",
    "takfiri": "تكفيري",
    "armed": "مسلح|مقاتل|لي?شيا",
    "opposition": "معارض",
    "daesh": "داعش",
    "islamic-state": "الدولة الإسلامية",
    "nusra": "النصرة",
    "qaeda": "القاعدة",
    "houthi": "حوثي",
    "pkk": "العمال الكردستاني|بي كيه كيه",
    "hezbollah": "حزب الله",
    "hamas": "حماس",
}
SIDES = (
    "us russia syria-government syria-opposition syria turkey iran saudi yemen-government houthi "
    "iraq israel palestine un france arab western-other media armed-group other unknown"
)

needs_the_corpus = pytest.mark.skipif(
    not SAUDINEWSNET.is_dir(), reason="SaudiNewsNet does not ship; set FRAMING_SHARED to find it"
)


@pytest.fixture(scope="module", params=COUNTS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def articles_of(name: str) -> pd.DataFrame:
    return pd.read_csv(CODING / f"{name}_articles.csv", dtype=str)


def script(name: str, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / name), *arguments],
        capture_output=True, text=True, encoding="utf-8", check=False,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip


def rebuild(source: Path, folder: Path, name: str) -> "subprocess.CompletedProcess[str]":
    return script("rebuild_dev.py", str(source), str(folder), "--set", name)


@pytest.fixture(scope="module")
def texts(name: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp(name)
    run = rebuild(SAUDINEWSNET, folder, name)
    assert run.returncode == 0, run.stderr
    return folder


def test_a_coding_holds_offsets_and_classes_and_no_word_of_an_article(name: str) -> None:
    page = (CODING / f"{name}.jsonl").read_text("utf-8")
    assert not ARABIC.search(page)
    records = [json.loads(line) for line in page.splitlines()]
    assert not any(ARABIC.search(json.dumps(one, ensure_ascii=False)) for one in records)
    for one in records:
        assert set(one) - {"doc", "layer", "start", "end", "class"} <= FIELDS[one["layer"]]


def test_a_coding_has_the_classes_of_the_codebook(name: str) -> None:
    coding = read_coding(CODING / f"{name}.jsonl")
    assert coding["layer"].value_counts().to_dict() == COUNTS[name]
    for layer, classes in CLASSES.items():
        assert set(coding[coding["layer"] == layer]["class"]) <= set(classes.split())
    assert set(coding["doc"]) <= set(articles_of(name)["doc"])


def test_every_record_has_the_values_of_the_codebook_for_its_class(name: str) -> None:
    coding = read_coding(CODING / f"{name}.jsonl")
    assert not coding.duplicated(["doc", "layer", "start", "end"]).any()
    militancy = coding[coding["layer"] == "militancy"]
    assert set(militancy["voice"]) <= {"direct", "indirect", "narrator"}
    labels = militancy["class"].isin(["terror", "radical", "jihadist", "takfiri"])
    assert (militancy["target"].notna() == labels).all()
    assert (militancy["name"].notna() == (militancy["class"] == "organisation")).all()
    said = coding[coding["layer"] == "attribution"]
    assert set(said["side"]) <= set(SIDES.split())
    assert set(said["type"]) <= set("official institution anonymous media document expert".split())
    assert set(said["mode"]) <= {"direct", "indirect", "mixed"}
    leaks = coding[coding["layer"] == "leak"]
    assert (leaks["role"].notna() == (leaks["class"] == "media-as-source")).all()


def test_every_article_has_its_address_and_hash(name: str) -> None:
    articles = articles_of(name)
    assert list(articles.columns) == ["doc", "outlet", "date", "url", "sha256"]
    assert list(articles["doc"]) == [f"{DOCS[name]}{number:02}" for number in range(20)]
    assert articles["url"].is_unique
    assert articles["url"].str.match(r"https?://\S+$").all()
    assert articles["sha256"].str.fullmatch("[0-9a-f]{64}").all()
    assert articles["date"].str.fullmatch(r"2015-07-2[1-7]").all()


def test_no_article_is_in_both_sets() -> None:
    both = pd.concat(map(articles_of, COUNTS))
    assert both["sha256"].is_unique
    assert both["url"].is_unique


def test_the_second_set_is_of_other_outlets_and_mostly_of_militancy() -> None:
    assert articles_of("dev2")["outlet"].value_counts().max() == 2
    assert "arreyadi" in set(articles_of("dev2")["outlet"]) - set(articles_of("dev")["outlet"])
    coding = read_coding(CODING / "dev2.jsonl")
    assert coding[coding["layer"] == "militancy"]["doc"].nunique() >= 12


def test_the_readme_says_what_the_codings_are_and_whose_the_articles_are(name: str) -> None:
    page = (CODING / "README.md").read_text("utf-8")
    records = f"{sum(COUNTS[name].values())} records"
    for part in ("CC BY-NC-SA", "model-assisted", "no validation", records):
        assert part in page


def test_a_folder_without_the_articles_is_refused_and_nothing_written(
    name: str, tmp_path: Path
) -> None:
    changed = [{"url": "http://aawsat.com", "content": "نص آخر"}, {"url": "", "content": None}]
    (tmp_path / "2015-07-24.json").write_text(json.dumps(changed), encoding="utf-8")
    run = rebuild(tmp_path, tmp_path / "out", name)
    assert run.returncode == 1
    doc = DOCS[name]
    assert f"has no article with the SHA-256 of {doc}00, {doc}01" in run.stderr
    assert "Traceback" not in run.stderr
    assert not (tmp_path / "out").exists()


@needs_the_corpus
def test_the_rebuilt_texts_have_the_hashes_that_are_listed(name: str, texts: Path) -> None:
    articles = articles_of(name)
    written = {path.stem: sha256(path.read_bytes()).hexdigest() for path in texts.iterdir()}
    assert written == dict(zip(articles["doc"], articles["sha256"], strict=True))


@needs_the_corpus
def test_every_span_source_and_content_stands_in_its_rebuilt_text(name: str, texts: Path) -> None:
    coding = read_coding(CODING / f"{name}.jsonl")
    corpus = read_corpus(texts)
    check_coding(coding, corpus)
    by_doc = dict(zip(corpus["doc_id"], corpus["text"], strict=True))
    spans = [
        by_doc[doc][start:end]
        for doc, start, end in zip(coding["doc"], coding["start"], coding["end"], strict=True)
    ]
    assert all(ARABIC.search(span) for span in spans)
    assert max(map(len, spans)) < 60


@needs_the_corpus
def test_the_coded_words_are_those_of_their_class(name: str, texts: Path) -> None:
    coding = read_coding(CODING / f"{name}.jsonl").query("layer == 'militancy'")
    by_doc = {path.stem: path.read_text("utf-8") for path in texts.iterdir()}
    for row in coding.to_dict("records"):
        form = MARKS.sub("", by_doc[row["doc"]][row["start"] : row["end"]])
        is_named = row["class"] == "organisation"
        assert re.search(FORMS.get(row["name"] if is_named else row["class"], ""), form), row


@needs_the_corpus
def test_the_second_set_is_what_its_seed_draws() -> None:
    run = script("draw_dev2.py", str(SAUDINEWSNET))
    assert run.returncode == 0, run.stderr
    drawn = [line.split(",") for line in run.stdout.splitlines()]
    articles = articles_of("dev2")
    assert [row[0] for row in drawn] == list(articles["doc"])
    assert [row[-1] for row in drawn] == list(articles["sha256"])


@needs_the_corpus
def test_no_text_of_the_corpus_stands_in_the_project(texts: Path) -> None:
    shipped = [
        path.read_text("utf-8", errors="replace")
        for folder in ("coding", "benchmarks")
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    ]
    for path in texts.iterdir():
        words = path.read_text("utf-8").split()
        runs = {" ".join(words[i : i + 5]) for i in range(len(words) - 4)}
        assert not any(run in page for run in runs for page in shipped)
