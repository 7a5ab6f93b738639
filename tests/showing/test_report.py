"""A report is one folder: complete, self-contained, harmless, and the same each time."""

import csv
import io
import re
from hashlib import sha256
from html.parser import HTMLParser
from importlib import import_module
from pathlib import Path

import pandas as pd
import pytest

import framing
from framing.base import columns
from framing.base.errors import CorpusError, OutputError, UnknownNameError
from framing.base.markup import markdown
from framing.corpus.articles import read_corpus
from framing.counting.features import LEXICONS
from framing.lexicon.entries import load_lexicon
from framing.lexicon.source_files import lexicon_names
from framing.questions.survey import MOST_OUTLETS
from framing.showing.citation import cite
from framing.showing.figures import FIGURES
from framing.showing.figures.save import Figure, drawn
from framing.showing.figures.style import blank_figure, figure_style
from framing.showing.page import MOST_ARTICLES
from framing.showing.tables import wording

report = import_module("framing.showing.report")  # the face hides it behind its function

PACKAGE = Path(framing.__file__).parent
ANCHORS = ["answer", "figures", "tables", "copied", "read", "measured", "limits", "cite"]
BESIDE = {"report.html", "methods.md", "citation.bib", "citation.json", "record.json"}
EVIL = "<script>alert('1')</script>\u202e</title>"
SENTENCE = "قال الوزير إن الإرهابيين غادروا المدينة. وأكد أن المسلحين بقوا فيها."
VOID = {"meta", "img", "br"}


class Page(HTMLParser):
    """A page taken apart: tags, attributes, text, and whether every tag was closed."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.open: list[str] = []
        self.text = ""
        self.source = path.read_text("utf-8")
        self.feed(self.source)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.text += data

    def values(self, name: str) -> list[str]:
        return [value for _, known, value in self.attributes if known == name]


TABLES = columns.TABLES | columns.COMPARED  # what a report holds


def one_figure(found, languages=("en",), formats=("svg",)):
    """A figure that draws quickly and carries a corpus's own words."""
    [lang] = languages
    with figure_style(lang):
        drawing = blank_figure(2, 1)
        drawing.subplots().plot([1, 2])
    label = str(found.outlets["outlet"].iloc[0])
    table = found.outlets[["outlet", "words"]]
    return [drawn(Figure("sample", f"A {label}", drawing, table, label, label, lang))]


@pytest.fixture
def quick(monkeypatch):
    monkeypatch.setattr(report.figures, "draw_together", one_figure)


def corpus(*articles: dict[str, object]) -> pd.DataFrame:
    return read_corpus(pd.DataFrame(articles or [{"doc_id": "000", "text": SENTENCE}]))


def outlets(n_outlets: int, n_articles: int) -> pd.DataFrame:
    places = range(n_outlets * n_articles)
    return corpus(
        *(
            {"doc_id": f"{n:03}", "outlet": f"جريدة {n % n_outlets}", "text": f"{SENTENCE}\n{n}."}
            for n in places
        )
    )


def cells(path: Path) -> list[list[str]]:
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))


def tree(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def whole(tmp_path_factory) -> Path:
    """One report with the true figures."""
    folder = tmp_path_factory.mktemp("whole") / "out"
    news = [
        {"doc_id": "000", "outlet": "الحياة", "date": "2016-07-16", "text": SENTENCE},
        {"doc_id": "001", "outlet": "نسخة", "outlet_basis": "inferred", "text": SENTENCE * 2},
    ]
    page = report.report(corpus(*news), folder, propositions="moscow-2016")
    assert page == folder / "report.html"
    return folder


@pytest.fixture(scope="module")
def page(whole) -> Page:
    return Page(whole / "report.html")


def test_the_folder_holds_page_tables_and_figures_and_nothing_else(whole):
    figures = {
        f"figures/{name}{end}"
        for name in FIGURES
        for end in (
            ".csv",
            "-en.svg",
            "-en.md",
        )
    }
    names = {
        *TABLES,
        "corpus",
        "lexicons",
        "columns",
        "rates_by_outlet",
        "shares_by_outlet",
    }
    figures.add("figures/provenance.json")
    held = set(tree(whole))
    pages = {name for name in held if re.fullmatch(r"(sentences|articles)/[a-z0-9.-]+\.html", name)}
    assert {"articles/1.html", "articles/2.html", "sentences/rate-militancy-1.html"} <= pages
    paper = {name for name in held if re.fullmatch(r"paper/(rate|share)-[a-z-]+\.(tex|html)", name)}
    assert {f"paper/rate-{name}.tex" for name in LEXICONS} <= paper
    assert held - pages - paper == {*BESIDE, *figures, *(f"tables/{name}.csv" for name in names)}


def test_without_propositions_nothing_is_said_of_coverage(tmp_path):
    report.report(outlets(2, 2), tmp_path / "out")
    assert [path for path in tree(tmp_path / "out") if "coverage" in path] == []
    assert "Who says what, and who does not" not in (tmp_path / "out/report.html").read_text(
        "utf-8"
    )


@pytest.mark.parametrize("name", TABLES)
def test_every_table_opens_in_a_spreadsheet_with_its_columns(whole, name):
    rows = cells(whole / "tables" / f"{name}.csv")
    assert rows[0] == columns.names(name)
    assert all(len(row) == len(rows[0]) for row in rows)


def test_tables_hold_what_the_functions_return(whole):
    head, *rows = cells(whole / "tables" / "mentions.csv")
    found = [dict(zip(head, row, strict=True)) for row in rows]
    assert [(row["doc_id"], row["lexicon"], row["form"]) for row in found] == [
        *[("000", "militancy", "الإرهابيين"), ("000", "militancy", "المسلحين")],
        *[("001", "militancy", "الإرهابيين"), ("001", "militancy", "المسلحين")] * 2,
    ]
    head, *rows = cells(whole / "tables" / "features.csv")
    counts = [dict(zip(head, row, strict=True)) for row in rows]
    terror = [row for row in counts if row["feature"] == "militancy.terror" and row["count"] != "0"]
    assert [(row["doc_id"], row["count"], row["base"], row["unit"]) for row in terror] == [
        ("000", "1", "6", "indirect words"), ("001", "2", "12", "indirect words"),
    ]  # fmt: skip
    ids = {row["span_id"] for row in found}
    assert {one for row in terror for one in row["span_ids"].split()} <= ids


def test_columns_are_explained_beside_the_tables(whole):
    explained = [(row[0], row[1]) for row in cells(whole / "tables" / "columns.csv")[1:]]
    assert explained == [(name, column.name) for name, known in TABLES.items() for column in known]


def test_an_outlet_has_one_name_in_all_tables(whole):
    name = "text 001, نسخة, inferred"
    for table in ("tables/corpus", "tables/rates_by_outlet", "figures/militancy"):
        assert name in (whole / f"{table}.csv").read_text("utf-8-sig")


def test_the_page_asks_the_network_for_nothing_and_runs_nothing(page):
    assert {
        tag for tag in page.tags if tag in {"script", "link", "iframe", "object", "base"}
    } == set()
    assert {name for _, name, _ in page.attributes if name.startswith("on")} == set()
    assert page.values("src") == []
    assert not re.search(r"@import|https?:", page.source)
    assert {found[:1] for found in re.findall(r"url\(([^)]*)", page.source)} == {"#"}
    assert "default-src 'none'; style-src 'unsafe-inline'" in page.values("content")


def test_the_page_holds_every_figure_with_words_for_who_cannot_see_it(whole, page):
    ids = page.values("id")
    assert [one for one in ids if one in ANCHORS] == ANCHORS
    assert [one for one in ids if one.startswith("figure-")] == [f"figure-{one}" for one in FIGURES]
    told = [value for tag, name, value in page.attributes if (tag, name) == ("svg", "aria-label")]
    for name, alt in zip(FIGURES, told, strict=True):
        caption = (whole / "figures" / f"{name}-en.md").read_text("utf-8")
        assert len(alt) > 20
        assert markdown(alt) in caption


def test_no_two_things_of_a_page_have_one_name(whole):
    for path in whole.rglob("*.html"):
        ids = Page(path).values("id")
        assert len(ids) == len(set(ids)), path


def test_every_link_leads_to_what_is_there(whole):
    pages = {path.resolve(): Page(path) for path in whole.rglob("*.html")}
    for path, one in pages.items():
        links = [value for tag, name, value in one.attributes if (tag, name) == ("a", "href")]
        for link in links:
            file, _, anchor = link.partition("#")
            target = (path.parent / file).resolve() if file else path
            assert target.is_file(), link
            if anchor:
                assert anchor in pages[target].values("id"), link


def test_the_page_names_what_was_read_and_with_what(page):
    for lexicon in map(load_lexicon, LEXICONS):
        assert lexicon.label in page.text
        assert lexicon.digest in page.text
        assert all(one.definition in page.text for one in lexicon.categories.values())
    assert f"Made with framing {framing.__version__}." in page.text
    assert cite() in page.text
    for known in ("000", "الحياة", "text 001 – نسخة, inferred", "2016-07-16", "33"):
        assert known in page.text


def test_what_is_not_known_is_said_twice_as_a_gap_and_as_a_limit(page):
    assert "Not given for every article: date, title." in page.text
    assert "date: missing in 1 (001)" in page.text
    assert "title: missing in 2 (000, 001)" in page.text
    assert "2 of 2 outlets (or texts of no certain outlet) stand here with one article" in page.text


def test_every_phrase_of_the_page_is_used():
    showing = PACKAGE / "showing"
    used = "".join(
        path.read_text("utf-8") for path in [*showing.glob("*.py"), *showing.glob("templates/*.j2")]
    )
    unused = [
        name
        for name in wording("en")["page"]
        if name not in ANCHORS and f"say.{name}" not in used and f'["{name}"]' not in used
    ]
    assert unused == []


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_what_was_planned_stands_first_with_the_plan_it_was_planned_by(tmp_path, quick, lang):
    path = framing.write_plan(tmp_path / "plan.toml")
    path.write_text(
        path.read_text("utf-8").replace("of = []", 'of = ["militancy.terror"]'), "utf-8"
    )
    news = outlets(2, 2)
    planned = Page(report.report(news, tmp_path / "out", plan=path, lang=lang))
    found = framing.compare(corpus=news, plan=path)
    assert found.text in planned.text
    assert sha256(path.read_bytes()).hexdigest() in planned.text
    rows = cells(tmp_path / "out" / "tables" / "comparison.csv")
    assert (rows[0], len(rows) - 1) == (columns.names("comparison"), len(found.table))
    assert (tmp_path / "out" / "figures" / f"forest-{lang}.svg").exists()
    bare = Page(report.report(news, tmp_path / "bare", lang=lang))
    assert wording(lang)["page"]["planned"] not in bare.text


def test_the_arabic_page_reads_from_right_to_left(tmp_path, quick):
    arabic = Page(report.report(corpus(), tmp_path / "out", lang="ar"))
    assert ("html", "dir", "rtl") in arabic.attributes
    assert ("html", "lang", "ar") in arabic.attributes
    assert {value for tag, name, value in arabic.attributes if (tag, name) == ("table", "dir")} == {
        "rtl"
    }
    assert "تقرير التأطير الإعلامي" in arabic.text
    assert "What was read" not in arabic.text
    assert "نص 000" in arabic.text
    assert {path.name for path in (tmp_path / "out" / "figures").glob("*.svg")} == {"sample-ar.svg"}


def test_articles_and_metadata_cannot_act_on_the_page(tmp_path, quick):
    news = corpus(
        {"doc_id": EVIL, "outlet": EVIL, "title": EVIL, "text": f"{EVIL} قال {SENTENCE}{EVIL}"},
        {"doc_id": "b", "outlet": "ب", "outlet_basis": EVIL, "text": SENTENCE, "note": EVIL},
    )
    evil = Page(report.report(news, tmp_path / "out"))
    assert "script" not in evil.tags
    assert evil.tags.count("title") == 1
    assert "<script>alert('1')</script></title>" in evil.text
    for path in (tmp_path / "out").rglob("*.html"):
        beside = Page(path)
        assert {"script", "img", "b"} & set(beside.tags) == set()
        assert not re.search("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]", beside.source)
    assert not re.search("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]", evil.source)


def test_cells_that_a_spreadsheet_would_run_are_disarmed(tmp_path, quick):
    news = corpus({"doc_id": "=1+1", "outlet": "@cmd", "title": "+2", "text": f"=3 {SENTENCE}"})
    report.report(news, tmp_path / "out")
    for path in (tmp_path / "out" / "tables").glob("*.csv"):
        for row in cells(path):
            assert [cell for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []
    assert cells(tmp_path / "out" / "tables" / "corpus.csv")[1][:3] == ["'=1+1", "'@cmd", "'@cmd"]


@pytest.mark.parametrize(
    "news",
    [
        [{"doc_id": "a", "text": ""}],
        [{"doc_id": "a", "text": "No Arabic at all.", "outlet": "Times"}],
        [{"doc_id": "a", "text": "كلمة"}, {"doc_id": "b", "text": "«"}],
    ],
    ids=["empty", "latin", "nothing found"],
)
def test_a_corpus_in_which_nothing_is_found_has_a_report_too(tmp_path, quick, news):
    sparse = Page(report.report(corpus(*news), tmp_path / "out"))
    assert "Nothing of this occurs." in sparse.text
    assert cells(tmp_path / "out" / "tables" / "mentions.csv") == [columns.names("mentions")]


def test_of_a_long_corpus_the_page_shows_a_part_and_says_so(tmp_path, quick):
    long = Page(report.report(outlets(MOST_ARTICLES + 1, 1), tmp_path / "out"))
    assert "The page shows the first 100 of 101; all stand in tables/corpus.csv." in long.text
    assert f"The tables show the {MOST_OUTLETS} of 101 outlets with most words" in long.text
    assert "Pages of whole articles are written for at most 100 articles" in long.text
    assert not (tmp_path / "out" / "articles").exists()
    assert len(cells(tmp_path / "out" / "tables" / "corpus.csv")) == 102


def test_articles_of_one_outlet_are_added_up(tmp_path, quick):
    page = Page(report.report(outlets(2, 3), tmp_path / "out"))
    assert "جريدة 0, per 1,000 words of the voice (36 in all)" in page.text
    assert "stand here with one article" not in page.text
    head, *rows = cells(tmp_path / "out" / "tables" / "rates_by_outlet.csv")
    found = [dict(zip(head, row, strict=True)) for row in rows]
    assert "span_ids" not in head
    assert [
        (row["outlet"], row["count"])
        for row in found
        if (row["feature"], row["voice"]) == ("militancy.terror", "indirect")
    ] == [("جريدة 0", "3"), ("جريدة 1", "3")]


def test_the_same_corpus_gives_the_same_bytes(tmp_path, quick):
    for name in ("one", "two"):
        report.report(outlets(2, 2), tmp_path / name)
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_progress_wraps_the_steps(tmp_path, quick):
    seen = []
    report.report(
        corpus(), tmp_path / "out", progress=lambda steps: [seen.append(1) or one for one in steps]
    )
    assert len(seen) == 18


def test_an_older_report_is_replaced_and_what_else_lies_there_stays(tmp_path, quick):
    out = tmp_path / "out"
    report.report(outlets(2, 2), out)
    (out / "notes.txt").write_text("mine")
    (out / "tables" / "mine.csv").write_text("mine")
    report.report(corpus(), out)
    report.report(corpus(), tmp_path / "new")
    mine = {"notes.txt": b"mine", "tables/mine.csv": b"mine"}
    assert tree(out) == tree(tmp_path / "new") | mine


def test_a_new_folder_is_open_to_whoever_may_open_one_made_by_hand(tmp_path, quick):
    report.report(corpus(), tmp_path / "a" / "b")
    (tmp_path / "hand").mkdir()
    assert (tmp_path / "a" / "b").stat().st_mode == (tmp_path / "hand").stat().st_mode


def test_a_failure_halfway_changes_nothing(tmp_path, monkeypatch):
    def broken(found, languages):
        raise ValueError("halfway")

    monkeypatch.setattr(report.figures, "draw_together", broken)
    out = tmp_path / "out"
    with pytest.raises(ValueError, match="halfway"):
        report.report(corpus(), out)
    assert list(tmp_path.iterdir()) == []
    out.mkdir()
    (out / "report.html").write_text("old")
    with pytest.raises(ValueError, match="halfway"):
        report.report(corpus(), out)
    assert tree(tmp_path) == {"out/report.html": b"old"}


def test_a_file_in_the_way_is_named_before_anything_is_counted(tmp_path, monkeypatch):
    monkeypatch.setattr(report, "Tables", None)
    (tmp_path / "file").write_text("")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "tables").write_text("")
    for place, why in (
        ("file", r"file' is a file, not a folder\. Choose a folder you may write to"),
        ("file/out", r"file' is a file, not a folder\. Choose a folder you may write to"),
        ("out", r"tables' is a file, not a folder\. Choose"),
    ):
        with pytest.raises(OutputError, match=f"folder '.*{place}' could not be written: .*{why}"):
            report.report(corpus(), tmp_path / place)
    assert set(tree(tmp_path)) == {"file", "out/tables"}


def test_a_folder_that_may_not_be_written_is_named(tmp_path, monkeypatch):
    def shut(path: Path, **_options: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "mkdir", shut)
    with pytest.raises(OutputError, match=r"out' could not be written: Permission denied\. Choose"):
        report.report(corpus(), tmp_path / "out")


def test_a_place_that_fails_at_the_end_is_named_and_nothing_is_left_over(tmp_path, quick):
    (tmp_path / "report.html").mkdir()
    with pytest.raises(OutputError, match=r"html' is a folder, not a file\. Choose a folder"):
        report.report(corpus(), tmp_path)
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_corpus_without_articles_and_an_unknown_language_are_refused(tmp_path):
    nothing = read_corpus(pd.DataFrame({"doc_id": [], "text": []}))
    with pytest.raises(
        CorpusError, match=r"The corpus has no article\. Give one with at least one"
    ):
        report.report(nothing, tmp_path / "out")
    with pytest.raises(UnknownNameError, match="There is no language named 'fr'"):
        report.report(corpus(), tmp_path / "out", lang="fr")
    assert list(tmp_path.iterdir()) == []


def test_a_citation_names_version_and_lexicons():
    bibtex = cite()
    assert bibtex.startswith(f"@software{{framing-{framing.__version__},\n  title = {{framing: ")
    assert bibtex.endswith("}\n")
    assert bibtex.count("{") == bibtex.count("}")
    assert "  author = {{The framing developers}},\n" in bibtex
    assert f"  version = {{{framing.__version__}}},\n  license = {{MIT}},\n" in bibtex
    line = cite("text")
    assert line.startswith("The framing developers. framing: ")
    assert "\n" not in line
    for name in lexicon_names():
        assert load_lexicon(name).label in line
        assert load_lexicon(name).label in bibtex
    with pytest.raises(UnknownNameError, match="There is no citation style named 'bib'"):
        cite("bib")
