"""The desk gives the package's own numbers, opens exactly what it counts, and says how."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import framing as fr
from framing.desk.charts import marks_of
from framing.desk.desk import Desk

SEEDS = Path(__file__).parents[2] / "seeds"
VOICES = ("narrator", "indirect", "direct", "all")


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk(fr.read_corpus(SEEDS), origin=f"fr.annotate(fr.read_corpus({str(SEEDS)!r}))")


@pytest.fixture(scope="module")
def choices(desk: Desk) -> dict[str, Any]:
    return desk.answer({"want": "choices"})


@pytest.fixture(scope="module")
def outlets(desk: Desk) -> "pd.Series[Any]":
    return fr.outlet_labels(desk.reading.articles)


def rates_asked(choices: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for lexicon in choices["lexicons"]:
        for feature in lexicon["features"]:
            for voice in VOICES:
                yield {"view": "rates", "feature": feature["key"], "voice": voice}


def shares_asked(choices: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for share in choices["shares"]:
        for one in share["classes"]:
            for voice in share["voices"]:
                asked = {"share": share["key"], "category": one["key"], "voice": voice}
                yield {"view": "shares", **asked}


def numbers(marks: list[dict[str, Any]]) -> dict[str, tuple[Any, ...]]:
    names = ("count", "base", "estimate", "low", "high")
    return {one["key"]: tuple(one[name] for name in names) for one in marks}


def rows(table: pd.DataFrame, estimate: str) -> dict[str, tuple[Any, ...]]:
    cells = table[["count", "base", estimate, "ci_low", "ci_high"]].to_numpy(dtype=object)
    known = (
        tuple(None if pd.isna(cell) or not row[1] else cell for cell in row[2:]) for row in cells
    )
    counted = (tuple(row[:2]) for row in cells)
    told = (one + rest for one, rest in zip(counted, known, strict=True))
    return dict(zip(table["doc_id"], told, strict=True))


@pytest.mark.parametrize("split", ["split", "all"])
def test_rates_are_those_of_features_added_up_by_outlet(
    desk: Desk, choices: dict[str, Any], outlets: "pd.Series[Any]", split: Any
) -> None:
    lexicons = [one["key"] for one in choices["lexicons"]]
    counted = fr.pool(fr.features(desk.reading, lexicons, voice=split), outlets)
    known = fr.with_zeros(counted, lexicons, voice=split)
    n_compared = 0
    for asked in rates_asked(choices):
        if (asked["voice"] == "all") == (split == "all"):
            own = known[known["feature"].eq(asked["feature"]) & known["voice"].eq(asked["voice"])]
            shown = numbers(desk.answer(asked)["marks"])
            assert shown == rows(own, "rate_per_1000"), asked
            n_compared += len(shown)
    assert n_compared > 100


@pytest.mark.parametrize("split", ["split", "all"])
def test_shares_are_those_of_shares_added_up_by_outlet(
    desk: Desk, choices: dict[str, Any], outlets: "pd.Series[Any]", split: Any
) -> None:
    known = fr.pool(fr.shares(desk.reading, voice=split), outlets)
    n_compared = 0
    for asked in shares_asked(choices):
        if (asked["voice"] == "all") == (split == "all"):
            own = known[known["share"].eq(asked["share"]) & known["category"].eq(asked["category"])]
            own = own[own["voice"] == asked["voice"]]
            shown = numbers(desk.answer(asked)["marks"])
            expected = dict.fromkeys(shown, (0, 0, None, None, None)) | rows(own, "share_of")
            assert shown == expected, asked
            n_compared += len(own)
    assert n_compared > 100


def test_every_mark_opens_as_many_sentences_as_it_counts(
    desk: Desk, choices: dict[str, Any]
) -> None:
    n_opened = 0
    for asked in (*rates_asked(choices), *shares_asked(choices), *calls_asked()):
        for mark in marks_of(desk.answer(asked)):
            opened = desk.answer(asked | {"want": "sentences", "mark": mark["key"]})
            assert opened["total"] == mark["count"], (asked, mark)
            pages = range(2, opened["pages"] + 1)
            more = [
                desk.answer(asked | {"want": "sentences", "mark": mark["key"], "page": page})
                for page in pages
            ]
            lines = [row for one in (opened, *more) for row in one["places"]]
            assert len(lines) == mark["count"], (asked, mark)
            n_opened += len(lines)
    assert n_opened > 500


def calls_asked() -> list[dict[str, Any]]:
    return [{"view": "calls", "voice": voice} for voice in VOICES]


def test_who_calls_whom_counts_every_word_of_terrorism_once(desk: Desk) -> None:
    rates = desk.answer({"view": "rates", "feature": "militancy.terror", "voice": "all"})
    calls = desk.answer({"view": "calls", "voice": "all"})
    n_words = sum(mark["count"] for mark in rates["marks"])
    assert sum(mark["count"] for mark in marks_of(calls)) == n_words > 20
    assert sum(row["total"] for row in calls["rows"]) == n_words


def test_a_swap_opens_as_many_pairs_as_it_counts(desk: Desk) -> None:
    shown = desk.answer({"view": "swaps"})
    assert shown["marks"]
    for mark in shown["marks"]:
        opened = desk.answer({"view": "swaps", "want": "sentences", "mark": mark["key"]})
        assert opened["total"] == mark["count"] == len(opened["pairs"])
        place = opened["pairs"][0]["places"][0]
        read = desk.answer({"want": "article", "at": place["at"]})
        assert "here" in read["html"]


NARROWED: list[dict[str, Any]] = [
    {},
    {"outlets": ["Russia-Now", "Al-Akhbar (Lebanon)"]},
    {"start": "2016-07-16"},
    {"start": "2016-07-15", "end": "2016-07-15"},
]
QUESTIONS = [
    {"view": "rates", "feature": "militancy.terror", "voice": "direct"},
    {"view": "rates", "feature": "state.regime", "voice": "all"},
    {"view": "rates", "feature": "attribution.neutral", "voice": "narrator"},
    {"view": "rates", "feature": "sourcing.media-as-source", "voice": "narrator"},
    {"view": "shares", "share": "source side", "category": "us", "voice": "narrator"},
    {"view": "shares", "share": "terror voice", "category": "direct", "voice": "all"},
    {"view": "shares", "share": "sourcing", "category": "media-as-source", "voice": "all"},
    {"view": "calls", "voice": "all"},
    {"view": "calls", "voice": "direct"},
]


def run(code: str) -> Any:
    """What the last line of a code gives, as a notebook would show it."""
    *lines, last = code.rstrip().split("\n")
    names: dict[str, Any] = {}
    exec("\n".join(lines), names)  # noqa: S102  # the desk's own code is what is tried
    return eval(last, names)  # noqa: S307  # the same


CASES = [
    (question, narrowed)
    for number, question in enumerate(QUESTIONS)
    for narrowed in (NARROWED[0], NARROWED[1 + number % 3])
]


@pytest.mark.parametrize(("question", "narrowed"), CASES)
def test_the_code_of_an_answer_gives_its_numbers_and_its_sentences(
    desk: Desk, question: dict[str, Any], narrowed: dict[str, Any]
) -> None:
    shown = desk.answer(question | narrowed)
    table = run(shown["code"])
    counts = sorted(mark["count"] for mark in marks_of(shown) if mark["count"])
    assert counts == sorted(table.loc[table["count"] > 0, "count"])
    filled = next((mark for mark in marks_of(shown) if mark["count"] > 1), None)
    if filled:
        more = {"want": "sentences", "mark": filled["key"], "sort": "after", "sample": 2}
        opened = desk.answer(question | narrowed | more)
        lines = run(opened["code"])
        places = [
            f"here:{row.doc_id}:{row.field}:{row.start}-{row.end}"
            for row in lines.table.itertuples()
        ]
        assert places == [at for _, at in opened["places"]]


def test_the_code_of_swaps_and_of_an_article_runs(desk: Desk) -> None:
    assert len(run(desk.answer({"view": "swaps"})["code"])) == 2
    others = desk.answer({"view": "swaps", "outlets": ["Al-Sharq (Saudi Arabia)", "Russia-Now"]})
    assert len(run(others["code"])) == len(others["marks"]) == 0
    at = "militancy:002:text:69-76"
    read = desk.answer({"want": "article", "at": at})
    assert run(read["code"]) == read["html"]


def test_outlets_days_and_articles_that_are_not_there_are_told_in_a_sentence(desk: Desk) -> None:
    first = {"view": "rates", "feature": "militancy.terror"}
    wrong: list[Any] = [
        None,
        [],
        {"view": "tables"},
        {"colour": "red"},
        {"view": ["rates"]},
        {"feature": 3},
        first | {"feature": "militancy.terrr"},
        first | {"feature": "nothing.at"},
        first | {"outlets": ["nobody"]},
        first | {"outlets": "Russia-Now"},
        first | {"start": "16.7.2016"},
        first | {"start": "2030-01-01"},
        first | {"event": "war"},
        first | {"page": -1},
        first | {"want": "sentences", "mark": "nobody"},
        first | {"want": "sentences", "mark": "Al-Akhbar (Lebanon)", "page": 9},
        {"view": "shares", "share": "stance", "category": "nothing"},
        {
            "view": "shares",
            "share": "distinct sources",
            "category": "media-as-source",
            "voice": "all",
        },
        {"view": "swaps", "want": "sentences", "mark": "nothing"},
        {"want": "article", "at": "nowhere"},
        {"want": "article", "at": "militancy:900:text:1-2"},
        {"want": "article", "at": "militancy:002:text:1-99999"},
    ]
    for asked in wrong:
        answer = desk.answer(asked)
        assert answer["kind"] == "error", asked
        assert answer["text"].endswith("."), answer
        assert "Error" not in answer["text"]


def test_days_and_events_choose_articles() -> None:
    news = pd.DataFrame(
        {
            "doc_id": ["1", "2", "3"],
            "outlet": ["a", "a", "b"],
            "date": ["2016-07-15", "2016-07-16", None],
            "event": ["visit", "war", "war"],
            "text": ["الإرهاب في سوريا", "الإرهاب والإرهاب", "الإرهابيون"],
        }
    )
    desk = Desk(fr.read_corpus(news))
    asked = {"view": "rates", "feature": "militancy.terror"}

    def counts(**narrowed: Any) -> dict[str, int]:
        marks = desk.answer(asked | narrowed)["marks"]
        return {mark["key"]: mark["count"] for mark in marks}

    assert counts() == {"a": 3, "b": 1}
    assert counts(event="war") == {"a": 2, "b": 1}
    assert counts(start="2016-07-16") == {"a": 2}
    assert counts(end="2016-07-15", event="visit") == {"a": 1}
    assert desk.answer({"want": "choices"})["days"] == ["2016-07-15", "2016-07-16"]


def test_of_many_outlets_the_largest_are_shown_and_the_code_names_them() -> None:
    texts = ["الإرهاب " * (1 + number % 7) for number in range(70)]
    outlets = [f"o{number}" for number in range(70)]
    news = pd.DataFrame({"doc_id": outlets, "outlet": outlets, "text": texts})
    desk = Desk(fr.read_corpus(news))
    shown = desk.answer({"view": "rates", "feature": "militancy.terror"})
    assert len(shown["marks"]) == 60
    assert "60" in shown["note"]
    assert "70" in shown["note"]
    assert all(mark["count"] > 1 for mark in shown["marks"])
    assert "'o6'" in shown["code"]


def test_a_lexicon_of_ones_own_is_counted_and_its_code_names_its_file(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        'format = 1\nname = "own"\nversion = "1"\ntransliteration = "ALA-LC"\ndescription = "x"\n'
        '[categories.city]\ngloss = "city"\ngloss_ar = "مدينة"\ndefinition = "x"\n'
        '[[entry]]\nid = "halab"\nlemma = "حلب"\nkind = "name"\ncategory = "city"\n'
        'gloss = "Aleppo"\ntranslit = "Halab"\nsource = "framing-language"\n',
        "utf-8",
    )
    lexicon = fr.load_lexicon(own)
    desk = Desk(
        fr.read_corpus(SEEDS),
        lexicons=[own],
        origin=f"fr.annotate(fr.read_corpus({str(SEEDS)!r}))",
    )
    shown = desk.answer({"view": "rates", "feature": "own.city", "voice": "all"})
    known = fr.features(fr.read_corpus(SEEDS), [lexicon], voice="all")
    n_found = known.loc[known["feature"] == "own.city", "count"].sum()
    assert sum(mark["count"] for mark in shown["marks"]) == n_found > 0
    assert str(own) in shown["code"]
    assert run(shown["code"])["count"].sum() == n_found


def test_everything_is_said_in_both_languages(desk: Desk) -> None:
    arabic = Desk(desk.reading, lang="ar")
    for asked in ({"want": "choices"}, *QUESTIONS, {"view": "swaps"}):
        shown, told = desk.answer(asked), arabic.answer(asked)
        assert shown.keys() == told.keys()
        assert shown.get("note", "1") != told.get("note", "2")
        assert [mark["count"] for mark in marks_of(shown)] == [
            mark["count"] for mark in marks_of(told)
        ]


def test_the_first_answer_tells_how_far_it_is() -> None:
    told: list[tuple[str, int, int]] = []
    desk = Desk(fr.read_corpus(SEEDS))
    desk.answer({"view": "rates", "feature": "militancy.terror"}, lambda *said: told.append(said))
    assert ("militancy", 5, 5) in told
    told.clear()
    desk.answer({"view": "rates", "feature": "state.regime"}, lambda *said: told.append(said))
    assert told == []
