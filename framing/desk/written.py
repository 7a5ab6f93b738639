"""The desk as a folder that opens from disk: every answer that it offers is written beforehand.

A page opened from disk may fetch nothing, so answers are scripts beside it, one a view and one an
article, run when they are wanted. What is offered is what the desk answers of all articles:
sentences as the corpus goes, of a number that has more than `MOST` so many drawn at random.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from framing.base.errors import FramingError
from framing.base.files import folder_whole
from framing.desk.charts import marks_of
from framing.desk.desk import Desk
from framing.desk.page import page
from framing.desk.phrases import filled, phrases
from framing.layers.annotated import Progress

MOST = 100  # sentences of a number
MOST_ARTICLES = 2000  # of a bigger corpus a folder would be too big to hand on
PAGE = "index.html"
_ANSWERS = "answers"
_SOURCES = "'self' file:"  # scripts beside the page, also where it is opened from disk


class _View(NamedTuple):
    """What is chosen in a view, beside the voice; and the voices there are."""

    view: str
    feature: str
    share: str
    category: str
    voices: list[str]


def write_desk(desk: Desk, folder: str | Path, *, title: str, progress: Progress = iter) -> Path:
    """Write a desk as a folder, whole or not at all; `progress` wraps its views.

    Returns the page to open. Raises `FramingError` for a corpus of more than `MOST_ARTICLES`
    articles, `OutputError` if the place cannot be written.
    """
    if len(desk.reading) > MOST_ARTICLES:
        raise FramingError(
            f"A folder for {len(desk.reading):,} articles would be too big to open: it holds each "
            f"of at most {MOST_ARTICLES:,}. Serve the desk instead, without --out."
        )
    with folder_whole(folder, last=PAGE, folders=(_ANSWERS,)) as built:
        answers = built / _ANSWERS
        choices = _occurring(desk.answer({"want": "choices"}), desk.counts.features())
        views = list(_views(choices))
        fixed = filled(phrases(desk.lang)["page"]["fixed"], most=MOST)
        _write(answers, "choices", {"choices": choices | {"fixed": fixed}})
        places: dict[str, set[str]] = defaultdict(set)
        for number, view in enumerate(progress(views)):
            _write(answers, f"view-{number}", dict(_answers(desk, view, places)))
        for number, (doc_id, at) in enumerate(places.items()):
            _write(answers, f"article-{number}", {"article": _article(desk, doc_id, at)})
        start = {
            "places": {
                "views": {_key(view[:4]): number for number, view in enumerate(views)},
                "articles": {doc_id: number for number, doc_id in enumerate(places)},
            }
        }
        html, _ = page(title, desk.lang, start, _SOURCES)
        (built / PAGE).write_bytes(html.encode("utf-8"))
    return Path(folder) / PAGE


def _occurring(choices: dict[str, Any], features: set[str]) -> dict[str, Any]:
    """The choices without the features that occur nowhere; a lexicon's first class stays."""
    lexicons = [
        one
        | {
            "features": [
                feature
                for number, feature in enumerate(one["features"])
                if not number or feature["key"] in features
            ]
        }
        for one in choices["lexicons"]
    ]
    return choices | {"lexicons": lexicons}


def _views(choices: dict[str, Any]) -> Iterator[_View]:
    """Every view that is offered, as the front end asks for it."""
    voices = [one["key"] for one in choices["voices"]]
    for lexicon in choices["lexicons"]:
        for feature in lexicon["features"]:
            yield _View("rates", feature["key"], "", "", voices)
    for share in choices["shares"]:
        for one in share["classes"]:
            yield _View("shares", "", share["key"], one["key"], share["voices"])
    yield _View("calls", "", "", "", voices)
    yield _View("swaps", "", "", "", ["all"])


def _answers(
    desk: Desk, view: _View, places: dict[str, set[str]]
) -> Iterator[tuple[str, dict[str, Any]]]:
    """The charts of a view, and what each mark opens; notes the places that may be read at."""
    chosen = {"view": view.view, "feature": view.feature, "share": view.share}
    for voice in view.voices:
        question = chosen | {"category": view.category, "voice": voice}
        chart = desk.answer(question)
        yield _key([voice]), chart
        for mark in marks_of(chart):
            for number, shown in enumerate(_pages(desk, question, mark["key"]), start=1):
                for doc_id, at in shown["places"]:
                    places[doc_id].add(at)
                yield _key([voice, mark["key"], number]), shown


def _pages(desk: Desk, question: dict[str, Any], mark: str) -> Iterator[dict[str, Any]]:
    """What a mark opens, page by page."""
    sample = 0 if question["view"] == "swaps" else MOST
    opened = question | {"want": "sentences", "mark": mark, "sample": sample}
    shown = desk.answer(opened | {"page": 1})
    yield shown
    for number in range(2, shown["pages"] + 1):
        yield desk.answer(opened | {"page": number})


def _article(desk: Desk, doc_id: str, at: set[str]) -> dict[str, Any]:
    """An article in which all places are framed; the page keeps the frame of the one it opens."""
    shown = desk.answer({"want": "article", "at": min(at)})
    return shown | {"html": desk.article(doc_id, sorted(at))}


def _key(parts: Any) -> str:
    """A key as the front end writes it."""
    return json.dumps(list(parts), ensure_ascii=False, separators=(",", ":"))


def _write(folder: Path, name: str, answers: dict[str, Any]) -> None:
    """A file of answers, a script that hands them over."""
    told = json.dumps(answers, ensure_ascii=False)
    text = f"framingAnswers({json.dumps(name)}, {told});\n"
    (folder / f"{name}.js").write_bytes(text.encode("utf-8"))
