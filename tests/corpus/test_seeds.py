"""The seed articles are what they were, and their card is true of them."""

import json
import re
import unicodedata
from hashlib import sha256
from pathlib import Path

import pandas as pd
import pytest

from framing.corpus.articles import missing, outlet_labels, read_corpus
from framing.corpus.zones import base_words
from framing.text.tokens import read_words

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds"
CARD = (SEEDS / "CARD.md").read_text("utf-8")


@pytest.fixture(scope="module")
def corpus() -> pd.DataFrame:
    return read_corpus(SEEDS)


@pytest.fixture(scope="module")
def texts(corpus: pd.DataFrame) -> dict[str, str]:
    return dict(zip(corpus["doc_id"], corpus["text"], strict=True))


def test_every_file_is_the_one_its_checksum_names() -> None:
    lines = (SEEDS / "SHA256SUMS").read_text("utf-8").splitlines()
    listed = {name: checksum for checksum, name in (line.split("  ", 1) for line in lines)}
    on_disk = {
        path.relative_to(SEEDS).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in SEEDS.rglob("*")
        if path.is_file() and path.name != "SHA256SUMS"
    }
    assert listed == on_disk


def test_git_is_told_to_leave_the_bytes_alone() -> None:
    assert "seeds/** -text" in (ROOT / ".gitattributes").read_text("utf-8").splitlines()


def test_the_corpus_is_five_articles_without_titles(corpus: pd.DataFrame) -> None:
    assert list(corpus["doc_id"]) == ["000", "001", "002", "003", "004"]
    assert missing(corpus).to_dict("records") == [
        {"column": "title", "n_missing": 5, "doc_ids": ["000", "001", "002", "003", "004"]}
    ]


def test_texts_are_the_files_as_decoded(corpus: pd.DataFrame) -> None:
    for file, text in zip(corpus["file"], corpus["text"], strict=True):
        assert text.encode() == (SEEDS / file).read_bytes()


def test_figures_name_only_the_outlets_that_are_known(corpus: pd.DataFrame) -> None:
    assert outlet_labels(corpus).to_dict() == {
        "000": "Al-Sharq (Saudi Arabia)",
        "001": "text 001\nAFP copy (carrier unknown), inferred",
        "002": "Al-Akhbar (Lebanon)",
        "003": "Russia-Now",
        "004": "text 004\nunknown outlet",
    }
    assert outlet_labels(corpus, lang="ar").to_dict() == {
        "000": "الشرق",
        "001": "نص 001\nأ ف ب (الناقل غير معروف)، مستنتَج",
        "002": "الأخبار",
        "003": "Russia-Now",
        "004": "نص 004\nغير معروف",
    }


def test_every_coded_span_is_the_text_it_quotes(texts: dict[str, str]) -> None:
    lines = (SEEDS / "coding" / "seeds.jsonl").read_text("utf-8").splitlines()
    records = [json.loads(line) for line in lines]
    assert {record["layer"] for record in records} == {"militancy", "attribution", "leak"}
    for record in records:
        assert texts[record["doc"]][record["start"] : record["end"]] == record["text"]


def test_the_card_gives_the_word_counts(texts: dict[str, str]) -> None:
    words = [read_words(text) for text in texts.values()]
    every = [len(one.spans) for one in words]
    base = [base_words(one) for one in words]
    assert every == [366, 562, 382, 547, 444]
    assert base == [366, 547, 376, 547, 444]
    assert f"{sum(every):,} words in all ({', '.join(map(str, every))})" in CARD
    assert f"{sum(base):,} of them in lead and body" in CARD


def test_the_card_gives_outlet_basis_and_date_as_the_metadata_do(corpus: pd.DataFrame) -> None:
    rows = {
        row[0]: row for row in re.findall(r"^\| (\d{3}) \| (.+?) \| (.+?) \| (.+?) \|", CARD, re.M)
    }
    for article in corpus.to_dict("records"):
        _, _, basis, date = rows[article["doc_id"]]
        assert re.match(rf"{article['outlet_basis']}\b", basis)
        assert date.startswith(f"{article['date']:%Y-%m-%d}")


def test_the_damage_the_card_lists_is_there(texts: dict[str, str]) -> None:
    assert "\n" not in texts["000"]
    for word in ("واشنطنوموسكو", "الولاياتالمتحدة", "و»جبهة النصرة»", "و»أعتقد", "و»يُفترَض"):
        assert word in texts["000"]
        assert word in CARD
    assert len(re.findall("و»[^ ]", texts["000"])) == 3
    assert sum(unicodedata.category(c) == "Mn" for c in texts["000"]) == 61
    assert re.findall(r"\w*[أإ]\w*", texts["001"]) == [
        *("ويأتي", "فإن", "بأي", "أبدا", "إنهم", "الأمر"),
    ]
    assert set("«»“”").isdisjoint(texts["001"])
    assert "\n- الوقت ينفد -\n" in texts["001"]
    assert texts["001"].count("\u00a0") == 3
    assert texts["002"].endswith("\n(الأخبار، أ ف ب، رويترز، تاس)")
    assert "التسوية.وبالتوازي" in texts["002"]
    assert (texts["003"].count("“"), texts["003"].count("”")) == (20, 18)
    assert texts["003"].count("\u0651") == 39
    for word in ("“المعارضة المعتدلة “تعمل", "االأميركي", "فى", "سوريا", "سورية", "الأمريكي"):
        assert word in texts["003"]
        assert word in CARD
    assert "” أعلم" in texts["004"]
    assert not any(text.endswith("\n") for text in texts.values())


def test_the_card_says_that_the_coding_is_not_human() -> None:
    assert "It is not human\ncoding" in CARD
