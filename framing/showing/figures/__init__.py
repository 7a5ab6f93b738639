"""The figures: each takes a survey and returns a drawing with its numbers and its caption.

`FIGURES` is the list of them, in the order of a report: what each is called, what is said of it
in either language, and the function that draws it.

Six need more than a corpus and take what another function returned: `forest` a comparison,
`trend` a trend, `shrinkage` shrunken rates, `correction` an audit, `validation` and `certainty`
scores; `keywords`, `dispersion` and `sensitivity` take either.

>>> from framing.showing.figures import FIGURES
>>> list(FIGURES)[:3]
['militancy', 'terror-root', 'terror-voice']
"""

from collections.abc import Iterator, Sequence

from framing.base.processes import shared_out
from framing.layers.annotated import Progress
from framing.layers.corpora import Corpus
from framing.questions.survey import Survey, survey
from framing.showing.figures.copying import coverage, parallel, sharing, wordings
from framing.showing.figures.naming import (
    group_name,
    militancy,
    names,
    spelling,
    state,
    terror_root,
)
from framing.showing.figures.periods import trend
from framing.showing.figures.ratios import forest
from framing.showing.figures.registry import FigureKind
from framing.showing.figures.save import (
    Drawn,
    Figure,
    PictureFormat,
    drawn,
    picture,
    save_figure,
    save_figures,
)
from framing.showing.figures.shrinkage import shrinkage
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
from framing.showing.figures.style import Language
from framing.showing.figures.validity import certainty, correction, sensitivity, validation
from framing.showing.figures.word_distribution import dispersion, keywords

FIGURES = {
    kind.name: kind
    for kind in (
        FigureKind("militancy", militancy),
        FigureKind("terror-root", terror_root),
        FigureKind("terror-voice", terror_voice),
        FigureKind("terror-speakers", terror_speakers),
        FigureKind("group-name", group_name),
        FigureKind("source-sides", source_sides),
        FigureKind("source-types", source_types),
        FigureKind("stance", stance),
        FigureKind("stance-by-side", stance_by_side),
        FigureKind("sourcing", sourcing),
        FigureKind("quoted-words", quoted_words),
        FigureKind("state", state),
        FigureKind("names", names),
        FigureKind("spelling", spelling),
        FigureKind("dispersion", dispersion),
        FigureKind("keywords", keywords),
        FigureKind("sensitivity", sensitivity),
        FigureKind("parallel", parallel),
        FigureKind("sharing", sharing),
        FigureKind("coverage", coverage, of_propositions=True),
        FigureKind("wordings", wordings, of_propositions=True),
    )
}

__all__ = [
    "FIGURES",
    "Drawn",
    "Figure",
    "FigureKind",
    "PictureFormat",
    "certainty",
    "correction",
    "draw_all",
    "draw_together",
    "drawn",
    "forest",
    "picture",
    "save_figure",
    "save_figures",
    "shrinkage",
    "trend",
    "validation",
    *(kind.draw.__name__ for kind in FIGURES.values()),
]


def draw_all(corpus: Corpus | Survey, *, lang: Language = "en") -> Iterator[Figure]:
    """Draw every figure of a corpus, one after the other; of propositions only where some are."""
    measured = corpus if isinstance(corpus, Survey) else survey(corpus)
    for kind in FIGURES.values():
        if measured.propositions is not None or not kind.of_propositions:
            yield kind.draw(measured, lang)


def draw_together(
    found: Survey,
    languages: Sequence[Language] = ("en",),
    formats: Sequence[PictureFormat] = ("svg",),
    *,
    progress: Progress = iter,
) -> list[Drawn]:
    """Draw every figure of a survey in these languages and formats, on all processors.

    The same figures as `draw_all` gives, with their pictures; `progress` wraps a share of them.
    """
    kinds = [
        kind
        for kind in FIGURES.values()
        if found.propositions is not None or not kind.of_propositions
    ]
    tasks = [(kind, lang) for lang in languages for kind in kinds]
    return shared_out(lambda task: drawn(task[0].draw(found, task[1]), formats), tasks, progress)
