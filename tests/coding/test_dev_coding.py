"""The coding of the development articles ships without their words, and finds them again."""

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
ARABIC = re.compile(r"[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")
FIELDS = {
    "militancy": {"target", "voice", "name", "scare"},
    "attribution": {
        *("source_start", "source_end", "side", "type", "mode", "content_start", "content_end"),
        *("rest_start", "rest_end"),
    },
    "leak": {"role"},
}

needs_the_corpus = pytest.mark.skipif(
    not SAUDINEWSNET.is_dir(), reason="SaudiNewsNet does not ship; set FRAMING_SHARED to find it"
)


@pytest.fixture(scope="module")
def articles() -> pd.DataFrame:
    return pd.read_csv(CODING / "dev_articles.csv", dtype=str)


def rebuild(source: Path, folder: Path) -> "subprocess.CompletedProcess[str]":
    script = ROOT / "benchmarks" / "rebuild_dev.py"
    return subprocess.run(
        [sys.executable, str(script), str(source), str(folder)],
        capture_output=True, text=True, check=False, env=os.environ | {"PYTHONPATH": str(ROOT)},
    )  # fmt: skip


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dev")
    run = rebuild(SAUDINEWSNET, folder)
    assert run.returncode == 0, run.stderr
    return folder


def test_the_coding_holds_offsets_and_classes_and_no_word_of_an_article() -> None:
    page = (CODING / "dev.jsonl").read_text("utf-8")
    assert not ARABIC.search(page)
    records = [json.loads(line) for line in page.splitlines()]
    assert not any(ARABIC.search(json.dumps(one, ensure_ascii=False)) for one in records)
    for one in records:
        assert set(one) - {"doc", "layer", "start", "end", "class"} <= FIELDS[one["layer"]]


def test_the_coding_has_the_classes_of_the_codebook(articles: pd.DataFrame) -> None:
    coding = read_coding(CODING / "dev.jsonl")
    assert coding["layer"].value_counts().to_dict() == {
        "attribution": 146, "militancy": 138, "leak": 64,
    }  # fmt: skip
    for layer, classes in CLASSES.items():
        assert set(coding[coding["layer"] == layer]["class"]) <= set(classes.split())
    assert set(coding["doc"]) <= set(articles["doc"])


def test_every_article_has_its_address_and_hash(articles: pd.DataFrame) -> None:
    assert list(articles.columns) == ["doc", "outlet", "date", "url", "sha256"]
    assert list(articles["doc"]) == [f"D{number:02}" for number in range(20)]
    assert articles["url"].is_unique
    assert articles["url"].str.match(r"https?://\S+$").all()
    assert articles["sha256"].str.fullmatch("[0-9a-f]{64}").all()
    assert articles["date"].str.fullmatch(r"2015-07-2[1-7]").all()


def test_the_readme_says_what_the_coding_is_and_whose_the_articles_are() -> None:
    page = (CODING / "README.md").read_text("utf-8")
    for part in ("CC BY-NC-SA", "model-assisted", "no validation", "348 records"):
        assert part in page


def test_a_folder_without_the_articles_is_refused_and_nothing_written(tmp_path: Path) -> None:
    changed = [{"url": "http://aawsat.com", "content": "نص آخر"}, {"url": "", "content": None}]
    (tmp_path / "2015-07-24.json").write_text(json.dumps(changed), encoding="utf-8")
    run = rebuild(tmp_path, tmp_path / "out")
    assert run.returncode == 1
    assert "has no article with the SHA-256 of D00, D01" in run.stderr
    assert "Traceback" not in run.stderr
    assert not (tmp_path / "out").exists()


@needs_the_corpus
def test_the_rebuilt_texts_have_the_hashes_that_are_listed(
    texts: Path, articles: pd.DataFrame
) -> None:
    written = {path.stem: sha256(path.read_bytes()).hexdigest() for path in texts.iterdir()}
    assert written == dict(zip(articles["doc"], articles["sha256"], strict=True))


@needs_the_corpus
def test_every_span_source_and_content_stands_in_its_rebuilt_text(texts: Path) -> None:
    coding = read_coding(CODING / "dev.jsonl")
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
