"""Measure media framing in Arabic news: lexical features with their voice and their base.

The names a scholar needs stand here; all else lives in the modules. Each function takes a
table and returns a table::

    import framing as fr

    news = fr.read_corpus("seeds")
    labels = fr.mentions(news, "militancy")
    rates = fr.features(news)
    fr.compare(rates, news, by="outlet")
    fr.kwic(news, labels)
"""

from importlib.metadata import version

from framing.coding.evaluation import Evaluation, evaluate
from framing.coding.records import read_coding
from framing.coding.reliability import compare_codings
from framing.copying.coverage import Coverage, coverage
from framing.copying.reuse import edits, reuse
from framing.copying.shared_quotations import shared_quotations
from framing.corpus.articles import read_corpus
from framing.counting.features import features
from framing.counting.shares import shares
from framing.layers.annotated import Annotated, annotate
from framing.layers.concordance import kwic, show
from framing.layers.span_tables import attributions, leaks, mentions, quotations
from framing.questions.comparison import compare
from framing.questions.survey import survey
from framing.showing.citation import cite
from framing.showing.report import report

__version__ = version("framing")

__all__ = [
    "Annotated",
    "Coverage",
    "Evaluation",
    "annotate",
    "attributions",
    "cite",
    "compare",
    "compare_codings",
    "coverage",
    "edits",
    "evaluate",
    "features",
    "kwic",
    "leaks",
    "mentions",
    "quotations",
    "read_coding",
    "read_corpus",
    "report",
    "reuse",
    "shared_quotations",
    "shares",
    "show",
    "survey",
]
