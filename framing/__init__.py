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

from framing.citation import cite
from framing.coding import read_coding
from framing.comparison import compare
from framing.concordance import kwic, show
from framing.corpus import read_corpus
from framing.coverage import Coverage, coverage
from framing.evaluation import Evaluation, evaluate
from framing.features import features
from framing.layers import attributions, leaks, mentions, quotations
from framing.reliability import compare_codings
from framing.report import report
from framing.reuse import edits, reuse
from framing.shared_quotations import shared_quotations
from framing.shares import shares
from framing.survey import survey

__version__ = version("framing")

__all__ = [
    "Coverage",
    "Evaluation",
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
