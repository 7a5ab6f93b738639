"""The figures: each takes a survey and returns a drawing with its numbers and its caption.

Three need more than a corpus and take what another function returned: `forest` a comparison,
`correction` an audit, `validation` scores; `keywords`, `dispersion` and `sensitivity` take
either.

>>> from framing.showing.figures import FIGURES
>>> list(FIGURES)[:3]
['militancy', 'terror-root', 'terror-voice']
"""

from collections.abc import Callable, Iterator

import pandas as pd

from framing.questions.survey import Survey, survey
from framing.showing.figures.copying import coverage, parallel, sharing, wordings
from framing.showing.figures.differing import forest
from framing.showing.figures.naming import group_name, militancy, spelling, state, terror_root
from framing.showing.figures.save import Figure, save_figure
from framing.showing.figures.speaking import (
    quoted_words,
    source_sides,
    source_types,
    sourcing,
    stance,
    stance_by_side,
    terror_speakers,
    terror_voice,
)
from framing.showing.figures.spreading import dispersion, keywords
from framing.showing.figures.style import Language
from framing.showing.figures.trusting import correction, sensitivity, validation

FIGURES: dict[str, Callable[[Survey, Language], Figure]] = {
    "militancy": militancy,
    "terror-root": terror_root,
    "terror-voice": terror_voice,
    "terror-speakers": terror_speakers,
    "group-name": group_name,
    "source-sides": source_sides,
    "source-types": source_types,
    "stance": stance,
    "stance-by-side": stance_by_side,
    "sourcing": sourcing,
    "quoted-words": quoted_words,
    "state": state,
    "spelling": spelling,
    "dispersion": dispersion,
    "keywords": keywords,
    "sensitivity": sensitivity,
    "parallel": parallel,
    "sharing": sharing,
    "coverage": coverage,
    "wordings": wordings,
}

__all__ = [
    "FIGURES",
    "Figure",
    "correction",
    "draw_all",
    "forest",
    "save_figure",
    "validation",
    *(draw.__name__ for draw in FIGURES.values()),
]


def draw_all(corpus: pd.DataFrame | Survey, *, lang: Language = "en") -> Iterator[Figure]:
    """Draw every figure of a corpus, one after the other."""
    measured = corpus if isinstance(corpus, Survey) else survey(corpus)
    for draw in FIGURES.values():
        yield draw(measured, lang)
