"""What figures say stands in one file, in every language, and is asked for where it is needed."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import framing.showing.figures
from framing.base.errors import FramingError, UnknownNameError
from framing.copying.parallels import GROUPS
from framing.showing.figures import FIGURES, phrases
from framing.showing.figures.phrases import about, called, figure_names, phrase, row_of
from framing.showing.figures.registry import FigureKind
from framing.showing.figures.style import LANGUAGES

FOLDER = Path(framing.showing.figures.__file__).parent
# they take no survey
OF_RESULTS = ["forest", "validation", "certainty", "correction", "trend", "shrinkage"]


@pytest.fixture
def other_file(monkeypatch, tmp_path):
    """Read phrases from a file that the test writes."""

    def read(page: str) -> None:
        (tmp_path / "phrases.toml").write_text(page, "utf-8")
        monkeypatch.setattr(phrases.resources, "files", lambda package: tmp_path)
        phrases._file.cache_clear()

    yield read
    phrases._file.cache_clear()


def parsed() -> Iterator[ast.AST]:
    for path in FOLDER.glob("*.py"):
        yield from ast.walk(ast.parse(path.read_text("utf-8")))


def keys_asked_for() -> set[str]:
    calls = (one for one in parsed() if isinstance(one, ast.Call))
    asked = (one.args[0] for one in calls if getattr(one.func, "id", "") == "phrase")
    return {one.value for one in asked if isinstance(one, ast.Constant)}


def test_something_is_said_of_every_figure_and_of_no_other():
    assert figure_names() == [*FIGURES, *OF_RESULTS]
    for name, kind in FIGURES.items():
        assert set(kind.about) == set(LANGUAGES)
        assert all(said.name == name and said.title for said in kind.about.values())


def test_a_figure_nobody_described_is_refused_when_it_is_listed():
    with pytest.raises(UnknownNameError, match=r"no figure named 'militency'\. Did you mean"):
        FigureKind("militency", FIGURES["militancy"].draw)


def test_every_phrase_is_used_and_every_phrase_that_is_used_is_there():
    known = set(phrases._file()["phrases"])
    filled = {
        *(f"changed {group}" for group in GROUPS.values()),
        *(f"{kind} intervals" for kind in ("rate", "share", "bars", "table", "tiles")),
        *(f"short {voice}" for voice in ("narrator", "indirect", "direct")),
    }
    assert keys_asked_for() | filled <= known
    written = {one.value for one in parsed() if isinstance(one, ast.Constant)}
    assert known - filled - written == set()


def test_a_phrase_nobody_wrote_and_a_language_nobody_speaks_are_refused():
    with pytest.raises(UnknownNameError, match=r"no phrase named 'share of wrods'\. Did you mean"):
        phrase("share of wrods", "en")
    for ask in (lambda: phrase("none", "fr"), lambda: about("sharing", "fr")):
        with pytest.raises(UnknownNameError, match="no language named 'fr'"):
            ask()


def test_a_place_left_for_a_number_must_be_filled():
    with pytest.raises(KeyError, match="articles"):
        phrase("sample", "en", words=3)


@pytest.mark.parametrize(
    "page",
    [
        '[phrases]\nsome = { en = "some" }',
        '[names]\nsome = { en = "some", ar = "بعض", fr = "quelques" }',
        '[figures.some]\ntitle = { en = "some" }\ncaption = { en = "", ar = "" }\nlexicons = []',
    ],
)
def test_a_file_in_which_a_language_is_missing_is_refused_whatever_is_asked(page, other_file):
    other_file(page)
    with pytest.raises(FramingError, match=r"'some' in \[\w+\] of phrases.toml"):
        called("another", "en")


def test_a_name_without_words_stands_for_itself():
    assert called("okaz", "ar") == "okaz"
    assert called("direct", "ar") == "في اقتباس مباشر"


def test_names_stand_in_a_row_with_the_marks_of_their_language():
    assert row_of(["أ", "ب"], "ar") == "أ، ب"
    assert row_of(["a", "b"], "en", "semicolon") == "a; b"


def test_quoted_speech_and_a_change_of_who_speaks_are_two_things():
    assert called("speech", "en") == "quoted speech"
    assert phrase("changed speech", "en") == "source, cue, hedge"
