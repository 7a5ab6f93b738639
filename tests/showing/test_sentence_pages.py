"""Every number of a report's tables opens exactly the sentences it was counted from."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pandas as pd
import pytest

import framing as fr
from framing.corpus.articles import read_corpus
from framing.counting.features import WORDS
from framing.questions.survey import survey
from framing.showing import sentence_pages
from framing.showing.answers import answers, plain
from framing.showing.evidence import Evidence, key_of
from framing.showing.sentence_pages import Addresses, anchor, write_sentences

ROOT = Path(__file__).parents[2]
SEEDS = read_corpus(ROOT / "seeds")
NUMBER = re.compile(r"^([\d,]+)")


class Sections(HTMLParser):
    """Of a page of sentences: how many lines each section has, what they weigh, what they mark."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.weights: dict[str, list[int]] = {}
        self.marks: dict[str, list[str]] = {}
        self._in_mark = False
        self._here = ""
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag == "section":
            self._here = told["id"] or ""
            self.weights[self._here], self.marks[self._here] = [], []
        if tag == "li":
            self.weights[self._here].append(int(told.get("data-weight") or 1))
        self._in_mark = tag == "mark"

    def handle_data(self, data: str) -> None:
        if self._in_mark:
            self.marks[self._here].append(data)
            self._in_mark = False


class Links(HTMLParser):
    """The tables of a report's page: every cell with its text and where it leads."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.cells: list[tuple[str, str, str]] = []  # table, text, link
        self._table = self._text = self._link = ""
        self._in_cell = False
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag in ("details", "section"):
            self._table = told.get("id") or ""
        if tag == "td":
            self._in_cell, self._text, self._link = True, "", ""
        if tag == "a" and self._in_cell:
            self._link = told["href"] or ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "td":
            self._in_cell = False
            self.cells.append((self._table, self._text, self._link))

    def handle_data(self, data: str) -> None:
        if self._in_cell:
            self._text += data


@pytest.fixture(scope="module", params=["en", "ar"])
def written(request, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("report") / "out"
    fr.report(SEEDS, folder, lang=request.param)
    return folder


def test_every_number_of_the_tables_opens_as_many_sentences_as_it_says(written):
    cells = Links((written / "report.html").read_text("utf-8")).cells
    counted = [cell for cell in cells if re.match(r"(rate|share)-", cell[0])]
    pages: dict[str, Sections] = {}
    opened = 0
    for _, text, link in counted:
        found = NUMBER.match(text)
        count = int(found[1].replace(",", "")) if found else 0
        if not count:
            assert not link
            continue
        file, _, name = link.partition("#")
        if file not in pages:
            pages[file] = Sections((written / file).read_text("utf-8"))
        assert sum(pages[file].weights[name]) == count, (text, link)
        assert len(pages[file].marks[name]) == len(pages[file].weights[name])
        opened += 1
    assert opened > 400


def test_numbers_of_mentions_weigh_one_each(written):
    for path in (written / "sentences").glob("rate-*.html"):
        if not path.name.startswith(f"rate-{WORDS}"):
            weights = Sections(path.read_text("utf-8")).weights
            assert {one for inside in weights.values() for one in inside} == {1}


def test_counts_of_copies_and_swaps_open_their_passages(written):
    cells = Links((written / "report.html").read_text("utf-8")).cells
    copied = [cell for cell in cells if cell[2].startswith(("sentences/copies", "sentences/swaps"))]
    assert copied
    for _, text, link in copied:
        file, _, name = link.partition("#")
        lines = len(Sections((written / file).read_text("utf-8")).weights[name])
        if file.endswith("copies.html"):
            assert lines == int(text)
        else:
            assert lines >= int(text)  # pairs of sentences; copies are groups of these


@pytest.fixture(scope="module")
def found():
    return survey(fr.annotate(SEEDS))


def test_the_places_of_every_number_add_up_to_it(found):
    numbers = list(Evidence(found).numbers())
    assert [
        one.key for one in numbers if sum(place.weight for place in one.places) != one.row["count"]
    ] == []
    assert len({one.key for one in numbers}) == len(numbers) > 500


def test_what_a_section_marks_is_what_was_counted(found, tmp_path):
    addresses = Addresses(list(found.outlets["outlet"]), {})
    assert write_sentences(found, addresses, tmp_path, "en") is None
    texts = dict(zip(SEEDS["doc_id"], SEEDS["text"], strict=True))
    for one in Evidence(found).numbers():
        file = tmp_path / "sentences" / addresses.page(one.key)
        shown = Sections(file.read_text("utf-8")).marks[anchor(one.key)]
        printed = [texts[place.doc_id][place.start : place.end] for place in one.places]
        assert [" ".join(mark.split()) for mark in shown] == [
            " ".join(text.split()) for text in printed
        ]


def test_files_go_by_the_number_of_their_outlet_whatever_it_is_called(tmp_path):
    names = ["../../etc", "a/b", "A/B", "الحياة", "الحياة\u0301", "con", "<script>", "x" * 300]
    news = read_corpus(
        pd.DataFrame(
            {
                "doc_id": [str(n) for n in range(len(names))],
                "outlet": names,
                "text": ["قال الوزير إن الإرهابيين غادروا المدينة."] * len(names),
            }
        )
    )
    measured = survey(fr.annotate(news))
    addresses = Addresses(list(measured.outlets["outlet"]), {})
    write_sentences(measured, addresses, tmp_path, "ar")
    files = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.html")}
    assert all(re.fullmatch(r"sentences/[a-z0-9.+-]+-(\d|all)\.html", name) for name in files)
    assert {f"sentences/rate-militancy-{n + 1}.html" for n in range(len(names))} <= files


def test_of_many_sentences_a_part_is_shown_and_the_way_to_all_of_them(found, tmp_path, monkeypatch):
    monkeypatch.setattr(sentence_pages, "MOST_IN_ALL", 1_000)
    monkeypatch.setattr(sentence_pages, "_FEWER", (100, 3))
    addresses = Addresses(list(found.outlets["outlet"]), {})
    assert write_sentences(found, addresses, tmp_path, "en") == 3
    page = (tmp_path / "sentences" / "rate-militancy-1.html").read_text("utf-8")
    lines = Sections(page).weights
    assert max(map(len, lines.values())) == 3
    assert "The first 3 of 5 are shown" in page
    assert "fr.kwic(news, fr.mentions(news, &quot;militancy&quot;)" in page


def test_rates_and_shares_of_one_name_have_pages_of_their_own(found):
    addresses = Addresses(list(found.outlets["outlet"]), {})
    rate = found.rates[found.rates["feature"].str.startswith("sourcing.")].iloc[0].to_dict()
    share = found.shares[found.shares["share"] == "sourcing"].iloc[0].to_dict()
    assert addresses.page(key_of(rate)) != addresses.page(key_of(share))


def test_answers_speak_of_these_articles_and_test_nothing_where_articles_are_few(found):
    said = [plain(one) for one in answers(found)]
    assert 3 <= len(said) <= 5
    assert "in these 5 articles, the outlets' own voice has 1/26: 4% [1–19%]" in said[0]
    assert said[-1].startswith("Whether outlets differ is not tested")
    assert not any("*" in one or "differ in" in one for one in said)


def test_answers_say_that_outlets_differ_only_where_a_comparison_does():
    def news(often: int, seldom: int) -> pd.DataFrame:
        rows = [
            {
                "doc_id": f"{outlet}{n}",
                "outlet": outlet,
                "text": f"وصل الوزير رقم {n} إلى المدينة {n}. "
                + f"هاجم الإرهابيون القرية {n}. " * (times if n % 5 else 1)
                + " ".join(f"كلمة{outlet}{n}{place}" for place in range(40)),
            }
            for outlet, times in (("ا", often), ("ب", seldom))
            for n in range(30)
        ]
        return read_corpus(pd.DataFrame(rows))

    differing = plain(answers(survey(fr.annotate(news(6, 0))))[-1])
    assert differing.startswith("Outlets differ in the words of terrorism: ")
    alike = plain(answers(survey(fr.annotate(news(2, 2))))[-1])
    assert alike.startswith(
        "No difference between outlets in the words of terrorism is established"
    )
