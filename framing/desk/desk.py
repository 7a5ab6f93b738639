"""A question is answered by the package's functions, with the code that gives the same."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from framing.base.errors import FramingError, reason_of
from framing.corpus.articles import Lang
from framing.counting.features import LEXICONS
from framing.desk.asked import Question, question_of
from framing.desk.calls import calls_of
from framing.desk.charts import Chart, chart_of
from framing.desk.choices import choices_of
from framing.desk.counts import Counts, Say, silent
from framing.desk.phrases import filled, phrases
from framing.desk.reproducing import (
    Origin,
    article_code,
    chart_code,
    sentences_code,
    swaps_code,
)
from framing.desk.sentences import sentences_of
from framing.desk.swaps import Shared, passages_of, swaps_of
from framing.layers.annotated import AnnotatedCorpus
from framing.layers.corpora import Corpus, reading_of
from framing.lexicon.entries import is_shipped, load_lexicon
from framing.showing.marked_article import article

_COUNTED = ("attribution", "sourcing")  # lexicons whose words an article shows as cues and leaks
_OF_A_CHART = ("view", "feature", "share", "category", "voice", "outlets", "start", "end", "event")
_MOST_CHARTS = 64  # kept, so that opening a mark does not count again


class Desk:
    """A corpus that answers questions.

    `answer` takes what a browser asked, as `framing.desk.asked` reads it, and gives what it shows;
    what cannot be answered is a sentence. Numbers are those of `framing.features`,
    `framing.shares` and `framing.reuse`, added up by `framing.pool`.
    """

    def __init__(
        self,
        corpus: Corpus,
        *,
        lexicons: Sequence[str | Path] = LEXICONS,
        lang: Lang = "en",
        origin: str = "",
    ) -> None:
        """Take a corpus without reading it yet.

        Args:
            corpus: the articles, annotated or not.
            lexicons: what is counted: names of shipped lexicons, or paths; none for the shipped.
            lang: of the desk, "en" or "ar".
            origin: an expression that gives a reader the annotated corpus.

        Raises:
            CorpusError: the corpus breaks the schema.
            UnknownNameError: there is no such language or lexicon.
        """
        phrases(lang)
        lexicons = lexicons or LEXICONS
        self.lang: Lang = lang
        loaded = {load_lexicon(one).name: (load_lexicon(one), str(one)) for one in lexicons}
        self.reading = reading_of(corpus, is_kept=True)
        self.counts = Counts(self.reading, {name: one for name, (one, _) in loaded.items()})
        given = "news" if isinstance(corpus, AnnotatedCorpus) else "fr.annotate(news)"
        self.origin = Origin(origin or given, {name: typed for name, (_, typed) in loaded.items()})
        self._shared = Shared(self.reading)
        self._chart = lru_cache(_MOST_CHARTS)(self._charted)

    @property
    def marked(self) -> list[str]:
        """The lexicons whose words an article shows as labels."""
        lexicons = self.counts.lexicons.items()
        return [name for name, one in lexicons if not (name in _COUNTED and is_shipped(one))]

    def title(self, name: str) -> str:
        """What a page with this desk is called, of a corpus with a name."""
        return filled(phrases(self.lang)["page"]["title"], name=name)

    def answer(self, asked: Any, say: Say = silent) -> dict[str, Any]:
        """Answer a question; the first reads and counts all articles, of which it tells `say`."""
        try:
            if asked == {"want": "choices"}:
                self.counts.count(say)
                return choices_of(self.counts, self.lang)
            question = question_of(asked)
            self.counts.count(say)
            if question.want == "article":
                return self._article(question)
            chart = self.chart(question, say)
            return self._opened(question, chart) if question.want == "sentences" else chart.shown
        except FramingError as failure:
            return {"kind": "error", "text": str(failure)}
        except Exception as failure:  # whoever asks sits before a browser: a sentence, no traceback
            return {"kind": "error", "text": reason_of(failure)}

    def progress(self, what: str, done: int, total: int) -> dict[str, Any]:
        """How far an answer is, as the front end shows it."""
        say = phrases(self.lang)["page"]
        told = filled(say["progress"], what=say.get(what, what), done=done, total=total)
        return {"kind": "progress", "text": told}

    def chart(self, question: Question, say: Say = silent) -> Chart:
        """The chart of a question, or the one that it opens a mark of."""
        if question.view == "swaps":
            self._shared.found(say)
        view = {name: vars(question)[name] for name in _OF_A_CHART}
        return self._chart(Question(**view))

    def _charted(self, question: Question) -> Chart:
        if question.view == "swaps":
            chart = swaps_of(self.counts, self._shared, question, self.lang)
            code = swaps_code(question, self.origin, chart.outlets)
        else:
            make = calls_of if question.view == "calls" else chart_of
            chart = make(self.counts, question, self.lang)
            code = chart_code(chart.question, self.origin, chart.outlets)
        chart.shown["code"] = code
        return chart

    def _opened(self, question: Question, chart: Chart) -> dict[str, Any]:
        code = chart.shown["code"]
        if question.view == "swaps":
            passages = passages_of(self.counts, self._shared, question, chart, self.lang)
            return passages | {"code": code}
        shown, drawn, layer = sentences_of(self.counts, question, chart, self.lang)
        if shown["total"]:
            code = sentences_code(drawn, self.origin, code, layer)
        return shown | {"code": code}

    def _article(self, question: Question) -> dict[str, Any]:
        doc_id = self._doc_id(question.at)
        return {
            "kind": "article",
            "html": self.article(doc_id, [question.at]),
            "at": ":".join(question.at.split(":")[-2:]),
            "code": article_code(question, self.origin, doc_id, self.marked),
        }

    def article(self, doc_id: str, at: Iterable[str]) -> str:
        """An article as HTML, some places in it framed."""
        lexicons = [self.counts.lexicons[name] for name in self.marked]
        return article(self.reading, doc_id, lexicons=lexicons, lang=self.lang, at=at)

    def _doc_id(self, span_id: str) -> str:
        """The article of a span: `layer:doc_id:field:start-end`."""
        doc_id = span_id.partition(":")[2].rpartition(":")[0].rpartition(":")[0]
        if not doc_id:
            raise FramingError(f"'{span_id[:80]}' names no place in an article.")
        return doc_id
