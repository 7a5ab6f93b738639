"""The report in print, `report.pdf`: the same text, tables and figures, set by typst.

typst comes with the extra `framing[report]`. The font is the one of the figures, so that Arabic is
the same on every machine; no date is written, so that the same report gives the same bytes.
"""

import json
from collections.abc import Iterable, Sequence
from importlib import resources
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import matplotlib as mpl

from framing.base.errors import FramingError
from framing.base.files import write_whole
from framing.base.markup import harmless
from framing.base.results import Result
from framing.corpus.articles import Lang
from framing.questions.survey import Survey
from framing.showing.answers import answers
from framing.showing.citation import cite
from framing.showing.figures.save import Drawn
from framing.showing.methods_text import methods
from framing.showing.page import ResultTable, facts, limits, result_tables
from framing.showing.wording import wording

PDF = "report.pdf"
_SAID = ("answer", "answer_note", "contents", "figures", "tables", "rates_note", "shares_note")


def require_typst() -> None:
    """Raise `FramingError` where typst is not installed."""
    try:
        import typst  # noqa: F401  # asked only whether it is there
    except ImportError as failure:
        raise FramingError(
            "A report in print is set by typst, which is not installed. Install it by "
            "pip install 'framing[report]', or write the report without it."
        ) from failure


def write_printed(
    found: Survey,
    drawings: Sequence[Drawn],
    folder: Path,
    *,
    planned: Result | None = None,
    lang: Lang = "en",
) -> Path:
    """Set the report in print; the same survey gives the same bytes.

    Raises:
        FramingError: typst is not installed.
        OutputError: the place cannot be written.
    """
    require_typst()
    import typst

    template = resources.files("framing.showing") / "templates" / "report.typ"
    fonts = Path(mpl.get_data_path()) / "fonts" / "ttf"
    with TemporaryDirectory() as aside:
        root = Path(aside)
        told = _told(found, drawings, planned, lang)
        (root / "printed.json").write_text(json.dumps(told), "utf-8")
        (root / "report.typ").write_text(template.read_text("utf-8"), "utf-8")
        for one in drawings:
            (root / _file(one)).write_bytes(one.pictures["svg"])
        page = typst.compile(
            root / "report.typ", root=root, font_paths=[fonts], ignore_system_fonts=True
        )
    return write_whole(folder / PDF, page)


def _file(figure: Drawn) -> str:
    return f"{figure.name}.svg"


def _told(
    found: Survey, drawings: Sequence[Drawn], planned: Result | None, lang: Lang
) -> dict[str, Any]:
    """All that the print says, as data."""
    say = wording(lang)["page"]
    return {
        "lang": lang,
        "title": say["title"],
        "say": {name: say[name] for name in (*_SAID, "nothing")},
        "facts": facts(found, say),
        "planned": [] if planned is None else [harmless(planned.text), harmless(planned.note)],
        "answers": [_pieces(one) for one in answers(found, lang=lang)],
        "figures": [
            {"file": _file(one), "alt": harmless(one.alt), "caption": harmless(one.caption)}
            for one in drawings
        ],
        "tables": [_grid(one) for one in result_tables(found, lang)],
        "sections": [
            _section(say["measured"], say["how"]),
            _section(say["methods"], methods(found, planned=planned, lang=lang)),
            _section(say["limits"], limits(found, say, lang)),
            _section(say["cite"], [say["cite_note"]], [cite("apa"), cite()]),
        ],
    }


def _section(title: str, paragraphs: Iterable[str], english: Iterable[str] = ()) -> dict[str, Any]:
    return {
        "title": title,
        "paragraphs": [harmless(one) for one in paragraphs],
        "english": [harmless(one) for one in english],
    }


def _grid(table: ResultTable) -> dict[str, Any]:
    return {
        "title": table.title,
        "left_out": table.left_out,
        "head": [harmless(name) for name in table.frame.columns],
        "rows": [_pieces(map(str, row)) for row in table.frame.to_numpy().tolist()],
    }


def _pieces(texts: Iterable[str]) -> list[dict[str, Any]]:
    """Texts, each with whether it is a number, which keeps its own direction."""
    return [
        {"text": harmless(one), "number": any(map(str.isdigit, one)) and not _has_letters(one)}
        for one in texts
    ]


def _has_letters(text: str) -> bool:
    return any(map(str.isalpha, text))
