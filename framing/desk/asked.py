"""A question to the desk: what is looked at, of which articles, and what of it is opened.

A question comes from a browser, so it is checked here: of an unknown part, a value of another kind
or a name that nothing has, a sentence is said.
"""

import re
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, Literal, get_args

from framing.base.errors import FramingError, unknown, written

View = Literal["rates", "shares", "calls", "swaps"]
Want = Literal["chart", "sentences", "article"]
Order = Literal["text", "before", "after", "node", "outlet", "date"]
VOICES = ("narrator", "indirect", "direct", "all")
_CLOSED = {"view": get_args(View), "want": get_args(Want), "sort": get_args(Order), "voice": VOICES}
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, kw_only=True)
class Question:
    """What the desk is asked.

    Attributes:
        view: rates or shares by outlet, who calls whom terrorist, words swapped in one sentence.
        want: the view's chart, the sentences of one of its marks, an article at a span.
        feature: of rates, as `framing.features` names it.
        share: of shares, as `framing.shares` names it.
        category: the class of the share.
        voice: whose words; "all" adds the three voices up.
        outlets: only articles of these, as `outlet_labels` names them; none for all.
        start: only articles of this day (2016-07-15) or later.
        end: only articles of this day or earlier.
        event: only articles of this event.
        mark: which mark of the chart is opened, by its key.
        sort: the order of sentences, as in `framing.kwic`.
        sample: how many sentences are drawn at random, if there are more; 0 for all.
        seed: which these are.
        page: which page of them.
        save: whether all sentences are wanted as CSV too.
        at: the span_id at which an article is opened.
    """

    view: View = "rates"
    want: Want = "chart"
    feature: str = ""
    share: str = ""
    category: str = ""
    voice: str = "narrator"
    outlets: tuple[str, ...] = ()
    start: str = ""
    end: str = ""
    event: str = ""
    mark: str = ""
    sort: Order = "text"
    sample: int = 0
    seed: int = 0
    page: int = 1
    save: bool = False
    at: str = ""

    @property
    def narrowed(self) -> tuple[Any, ...]:
        """By what articles are chosen; all parts of it are empty where none is left out."""
        return self.outlets, self.start, self.end, self.event


def question_of(said: Any) -> Question:
    """Read a question as it came, or raise `FramingError` for one that cannot be asked."""
    if not isinstance(said, dict):
        raise FramingError(
            f'A question is an object such as {{"view": "rates"}}, not {written(said)}.'
        )
    plain = {one.name: type(one.default) for one in fields(Question)}
    asked: dict[str, Any] = {}
    for name, value in said.items():
        if name not in plain:
            raise unknown("part of a question", name, plain)
        if name in _CLOSED and value not in _CLOSED[name]:
            raise unknown(name, value, _CLOSED[name])
        asked[name] = _of_kind(name, value, plain[name])
    for name in ("start", "end"):
        _check_day(asked.get(name, ""))
    return Question(**asked)


def _of_kind(name: str, value: Any, kind: type) -> Any:
    """The value, if it is of the kind that the part of a question has."""
    if kind is tuple and isinstance(value, list) and all(isinstance(one, str) for one in value):
        return tuple(value)
    if type(value) is not kind or (isinstance(value, int) and not 0 <= value < 2**32):
        told = {
            str: "a text",
            int: "a number from 0",
            bool: "true or false",
            tuple: "a list of texts",
        }
        raise FramingError(f"In a question '{name}' is {told[kind]}, not {written(value)}.")
    return value


def _check_day(day: str) -> None:
    try:
        is_day = not day or bool(_DAY.fullmatch(day) and date.fromisoformat(day))
    except ValueError:
        is_day = False
    if not is_day:
        raise FramingError(f"'{day[:20]}' is no day. Write it as 2016-07-15.")
