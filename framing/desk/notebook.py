"""The desk in a notebook: one widget, whose questions the kernel answers."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from framing.base.markup import escape
from framing.corpus.articles import Lang
from framing.counting.features import LEXICONS
from framing.desk.desk import Desk
from framing.desk.page import look, style, widget_script
from framing.desk.phrases import filled, phrases
from framing.layers.corpora import Corpus


class DeskWidget(anywidget.AnyWidget):
    """A desk that a notebook shows; `desk` answers without a browser too."""

    _esm = widget_script()
    _css = style()
    look = traitlets.Dict().tag(sync=True)

    def __init__(self, desk: Desk) -> None:
        super().__init__(look=look(desk.lang))
        self.desk = desk
        self.on_msg(self._asked)

    def _asked(self, _: Any, content: dict[str, Any], __: Any) -> None:
        """Answer a message; what it tells on the way goes out at once."""
        number = content.get("number")

        def say(what: str, done: int, total: int) -> None:
            self.send({"number": number, "said": self.desk.progress(what, done, total)})

        answer = self.desk.answer(content.get("question"), say)
        self.send({"number": number, "said": answer})

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        """The widget; beside it a sentence, for whoever opens the notebook without a kernel."""
        shown = super()._repr_mimebundle_(**kwargs)
        told = filled(phrases(self.desk.lang)["notebook"]["lost"], n=len(self.desk.reading))
        data, *more = shown if isinstance(shown, tuple) else (shown,)
        if data is None:
            return shown
        data = data | {"text/html": f"<p>{escape(told)}</p>", "text/plain": told}
        return (data, *more) if more else data


def explore(
    corpus: Corpus, *, lexicons: Sequence[str | Path] = LEXICONS, lang: Lang = "en"
) -> DeskWidget:
    """Ask a corpus by click and by key, in JupyterLab: from a number to its sentences and article.

    Choose a lexicon, a class, a voice, outlets, days, an event; the chart shows rates per 1,000
    words of the voice, or shares, by outlet, with 95% intervals. A click or Enter on a line opens
    the sentences it counts, sorted, sampled, right to left; a click on a sentence its article at
    that place, as `framing.article` shows it. Further views: who calls whom terrorist, and the same
    sentence with another word. Each shows the code that gives the same, and is saved as a table
    or figure. Numbers are those of `framing.features` and `framing.shares`, added up by
    `framing.pool`.

    Args:
        corpus: the articles, annotated or not. Annotated, what is read stays for other questions.
        lexicons: what is counted: names of shipped lexicons, or paths of your own.
        lang: of the desk, "en" or "ar".

    Returns:
        A widget that a notebook shows. The first look reads and counts all articles (minutes for
        12,000) and says how far it is; what it found is kept for all questions after it.

    Raises:
        CorpusError: the corpus breaks the schema.
        UnknownNameError: there is no such language or lexicon.
        LexiconError: a lexicon cannot be used.

    Limits: what is counted in words (`quoted words`, `quoted side`, `quoted type`) has no sentences
    of its own and is left out. Of more than 60 outlets those with most words are shown.
    """
    return DeskWidget(Desk(corpus, lexicons=lexicons, lang=lang))
