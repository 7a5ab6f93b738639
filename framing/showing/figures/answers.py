"""From a result to a figure: what its groups are called, its caption, its alternative text."""

from collections.abc import Iterable, Mapping, Sequence

import matplotlib.figure
import pandas as pd

from framing.base.results import Result
from framing.corpus.articles import on_one_line
from framing.lexicon.entries import lexicon_names, load_lexicon
from framing.questions.survey import Survey
from framing.showing.figures import words
from framing.showing.figures.save import Figure
from framing.showing.figures.style import Language

Labels = Mapping[str, str] | None


def named_groups(groups: Iterable[str], labels: Labels, lang: Language) -> dict[str, str]:
    """What each group is called: as given, else in words where they have any, else by its name."""
    return {one: (labels or {}).get(one) or words.text(one, lang) for one in groups}


def outlet_labels_of(found: Survey | Result, lang: Language) -> dict[str, str]:
    """What a survey calls its outlets, by the names that its results have; else nothing."""
    if not isinstance(found, Survey):
        return {}
    names = zip(found.outlets["outlet"], found.outlets[lang], strict=True)
    return {on_one_line(str(outlet)): str(label) for outlet, label in names}


def finished(
    name: str,
    drawing: matplotlib.figure.Figure,
    data: pd.DataFrame,
    caption: str,
    items: Sequence[str],
    lang: Language,
    feature: str = "",
) -> Figure:
    """A drawing with its numbers and its words; `items` are what an alternative text names."""
    title = words.text(name, lang).format(feature=feature)
    listed = ("؛ " if lang == "ar" else "; ").join(items)
    return Figure(
        name=name,
        title=title,
        figure=drawing,
        data=data.drop(columns=[one for one in ("span_ids",) if one in data]),
        caption=caption,
        alt=f"{title}. {listed}." if items else f"{title}. {words.NOTHING[lang]}",
        lang=lang,
    )


def feature_label(feature: str, lang: Language) -> str:
    """A feature in words: what its category means, and the facet or name below it.

    >>> feature_label("militancy.terror.event", "en")
    'terror الإرهاب: an act or a threat'
    """
    name, category, *below = feature.split(".")
    known = load_lexicon(name).categories if name in lexicon_names() else {}
    if category not in known:
        return feature
    one = known[category]
    gloss = one.gloss_ar if lang == "ar" else f"{one.gloss} {one.gloss_ar}"
    return ": ".join([gloss, *(words.text(part, lang) for part in below)])
