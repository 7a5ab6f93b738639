"""Corpora of which one thing grows, and what each function is given beside them.

What `linear.py` measures: `SHAPES`, each a corpus of any size; `functions`, the public functions
that take a corpus; `given`, what each of them needs beside it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from inspect import signature
from pathlib import Path
from typing import Any

import pandas as pd

import framing as fr
from framing.coding.records import find_all
from framing.text.tokens import read_words

DOUBLINGS = 6  # from the smallest size of a shape to its full one
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
SAID = "وقال كيري إن روسيا انسحبت من سوريا. وأكد لافروف أن الإرهابيين قتلوا. "
FOOTER = "جميع الحقوق محفوظة لصحيفة الرأي الجديد ولا يجوز نشر المقالات بدون إذن مكتوب مسبق منها."


@dataclass(frozen=True)
class Shape:
    """A corpus of which one thing grows: what it is called, its full size, how it is made."""

    called: str
    full: int
    make: Callable[[int], pd.DataFrame]

    @property
    def sizes(self) -> list[int]:
        """The sizes it is measured at, each twice the one before."""
        return [max(1, self.full >> left) for left in range(DOUBLINGS, -1, -1)]


def articles(texts: Iterable[str], outlets: int = 2, **known: Any) -> pd.DataFrame:
    """Articles of so many outlets in turn, all of one day."""
    frame = pd.DataFrame({"text": list(texts)}, dtype=object)
    names = [f"صحيفة {number % outlets}" for number in range(len(frame))]
    ids = [f"{number:06}" for number in range(len(frame))]
    told = frame.assign(doc_id=ids, outlet=names, date="2015-07-21", **known)
    return fr.read_corpus(told)


def one_text(make: Callable[[int], str]) -> Callable[[int], pd.DataFrame]:
    """An article that grows beside a short one of another outlet."""
    return lambda size: articles([make(size), SAID])


def coined(number: int) -> str:
    """A word of its own for each number."""
    word = "م"
    while number:
        number, letter = divmod(number, len(LETTERS))
        word += LETTERS[letter]
    return word + "وب"


def with_footer(number: int) -> str:
    """An article whose words are its own, but for those at its end."""
    own = " ".join(coined(40 * number + place) for place in range(40))
    return f"وصل الإرهابيون إلى {own}.\n{SAID.partition('.')[0]} {own}.\n{FOOTER}"


def with_columns(size: int) -> pd.DataFrame:
    """Twenty articles of which very much is known."""
    frame = articles([SAID] * 20)
    known = {f"column {number}": [f"{number}"] * len(frame) for number in range(size)}
    return pd.concat([frame, pd.DataFrame(known)], axis="columns")


SHAPES = {
    "paragraph": Shape("units of two sentences, no line break", 16_000, one_text(SAID.__mul__)),
    "marks": Shape(
        "quotation marks that nothing closes", 100_000, one_text("قال «الإرهابيون ".__mul__)
    ),
    "cues": Shape("times قال إن", 50_000, one_text("قال إن ".__mul__)),
    "quotes": Shape(
        "quotations in one paragraph",
        16_000,
        one_text("قال كيري «لن نقبل الإرهابيين أبدا» ".__mul__),
    ),
    "nested": Shape(
        "marks that open, then as many that close",
        16_000,
        one_text(lambda size: "قال كيري إن «الإرهابيين " * size + "» ثم " * size),
    ),
    "word": Shape(
        "letters of one word", 1_000_000, one_text(lambda size: ("والكتاب" * size)[:size])
    ),
    "paragraphs": Shape(
        "paragraphs",
        16_000,
        one_text(lambda size: "وقال مسؤول إن الإرهابيين انسحبوا من سوريا.\n" * size),
    ),
    "one-word": Shape(
        "articles of one word",
        20_000,
        lambda size: articles(["إرهابيون", "قال", "كيري", "سوريا"][n % 4] for n in range(size)),
    ),
    "identical": Shape(
        "identical articles", 5_000, lambda size: articles([f"{SAID}\n{FOOTER}"] * size)
    ),
    "footer": Shape(
        "articles with one footer", 3_000, lambda size: articles(map(with_footer, range(size)))
    ),
    "columns": Shape("columns of metadata", 3_000, with_columns),
    "outlets": Shape(
        "outlets of an article each",
        3_000,
        lambda size: articles(map(with_footer, range(size)), outlets=size),
    ),
}


# What a function is given beside the corpus; `folder` is empty and its own.
Given = Callable[[pd.DataFrame, Path], dict[str, Any]]


def _sheets(coders: int) -> Given:
    """A folder in which every sheet that was drawn is coded: nothing stands anywhere."""

    def given(news: pd.DataFrame, folder: Path) -> dict[str, Any]:
        fr.draw_audit(news, folder, size=_draw(news), coders=coders)
        for sheet in folder.rglob("*.csv"):
            coded = pd.read_csv(sheet, dtype=str, keep_default_na=False).assign(read_by="AM")
            coded.to_csv(sheet, index=False)
        return {"folder": folder}

    return given


def _draw(news: pd.DataFrame) -> int:
    return max(100, 2 * int(news["outlet"].nunique()))


GIVEN: dict[str, Given] = {
    "audit_agreement": _sheets(2),
    "clusters": lambda news, _: {"pairs": fr.reuse(news)},
    "collocates": lambda news, _: {"label": read_words(news["text"][0]).form(0)},
    "compare": lambda news, _: {"counted": fr.features(news)},
    "compare_codings": lambda news, _: dict.fromkeys(("one", "other"), find_all(news)),
    "counted": lambda news, _: {"table": fr.mentions(news)},
    "coverage": lambda *_: {"propositions": "moscow-2016"},
    "draw_audit": lambda news, folder: {"folder": folder, "size": _draw(news)},
    "edits": lambda news, _: {"pairs": fr.reuse(news)},
    "effective_n": lambda news, _: {"pairs": fr.reuse(news)},
    "evaluate": lambda news, _: {"coding": find_all(news)},
    "kwic": lambda news, _: {"spans": read_words(news["text"][0]).form(0)},
    "report": lambda _, folder: {"out": folder / "report"},
    "score_audit": _sheets(1),
    "show": lambda news, _: {"spans": fr.attributions(news)},
}


def given(function: str, news: pd.DataFrame, folder: Path) -> dict[str, Any]:
    """The arguments of a function beside the corpus."""
    return GIVEN[function](news, folder) if function in GIVEN else {}


def functions() -> list[str]:
    """The public functions that take a corpus."""
    public = ((name, getattr(fr, name)) for name in fr.__all__)
    return [
        name
        for name, one in public
        if callable(one) and not isinstance(one, type) and "corpus" in signature(one).parameters
    ]
