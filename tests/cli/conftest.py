"""What a command is asked in, and on: this process, three short articles."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import framing as fr
from framing.cli import main as cli

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def framing(capsysbinary: Any, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command line in this process: exit code, standard output, standard error."""

    monkeypatch.setenv("TERM", "xterm")

    def run(*arguments: str, terminal: bool = False) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["framing", *arguments])
        for stream in (sys.stdout, sys.stderr):
            monkeypatch.setattr(stream, "isatty", lambda: terminal)
        with pytest.raises(SystemExit) as end:
            cli.run()
        out, err = capsysbinary.readouterr()
        return int(end.value.code or 0), out.decode("utf-8"), err.decode("utf-8")

    return run


@pytest.fixture
def corpus(tmp_path: Path) -> str:
    """Three short articles: one with its outlet, one without, one without words."""
    path = tmp_path / "corpus.jsonl"
    rows = [
        {"doc_id": "001", "outlet": "تاس", "text": "قال كيري «الإرهابيون خطر».\nثم مضى."},
        {"doc_id": "002", "text": "وقال لافروف إن المسلحين انسحبوا، ورفض مسؤول التعليق."},
        {"doc_id": "003", "text": ""},
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return str(path)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What `report` and `figures` ask of the floors below, instead of having it drawn."""
    calls: list[dict[str, Any]] = []

    def write_report(corpus: Any, out: Path, *, progress: Any, **options: Any) -> Path:
        asked = {"out": out, **options}
        calls.append({"texts": list(corpus.articles["text"]), **asked})
        assert list(progress([1, 2])) == [1, 2]
        return out / "report.html"

    def draw_together(
        texts: list[str], languages: list[str], formats: list[str], *, progress: Any
    ) -> list[tuple[str, str]]:
        assert list(progress([1, 2])) == [1, 2]
        calls.extend({"texts": texts, "lang": lang} for lang in languages)
        return [(name, lang) for lang in languages for name in ("voices", "stance")]

    def save_figures(names: Any, out: Path, formats: list[str]) -> list[Path]:
        saved = [
            out / f"{name}{end}"
            for name, lang in names
            for end in (*(f"-{lang}.{kind}" for kind in formats), ".csv")
        ]
        return list(dict.fromkeys(saved))

    monkeypatch.setattr(fr, "report", write_report)
    monkeypatch.setattr(fr, "survey", lambda corpus, *, propositions: list(corpus.articles["text"]))
    monkeypatch.setattr(fr.figures, "draw_together", draw_together)
    monkeypatch.setattr(fr.figures, "save_figures", save_figures)
    return calls
