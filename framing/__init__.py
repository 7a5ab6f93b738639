"""Measure media framing in Arabic news: lexical features with their voice and their base.

The names a scholar needs are those of `framing/__init__.pyi`, once each, with the module each
comes from; all else lives in the modules. A name is loaded when it is first asked for, so that
what is not used costs no time. Each function takes a table and returns a table::

    import framing as fr

    news = fr.read_corpus("seeds")
    labels = fr.mentions(news, "militancy")
    rates = fr.features(news)
    fr.compare(rates, news, by="outlet")
    fr.kwic(news, labels)
"""

from importlib.metadata import version

import lazy_loader as lazy

__version__ = version("framing")
__getattr__, __dir__, __all__ = lazy.attach_stub(__name__, __file__)
