"""What outlets, groups and features are called in a figure."""

from collections.abc import Iterable, Mapping

from framing.base.results import Result
from framing.corpus.articles import on_one_line
from framing.lexicon.entries import load_lexicon
from framing.lexicon.source_files import lexicon_names
from framing.questions.survey import Survey
from framing.showing.figures.phrases import called
from framing.showing.figures.style import Language

Labels = Mapping[str, str] | None


def outlets_shown(found: Survey, lang: Language) -> dict[str, str]:
    """The outlets a figure shows, in the order of the corpus, with their labels."""
    shown = found.largest()
    return dict(zip(shown["outlet"], shown[lang], strict=True))


def named_groups(
    found: Survey | Result, groups: Iterable[str], labels: Labels, lang: Language
) -> dict[str, str]:
    """What each group is called: as given, as the survey has it, in words, or by its name."""
    known = dict(labels or {})
    if isinstance(found, Survey):
        names = zip(found.outlets["outlet"], found.outlets[lang], strict=True)
        known = {on_one_line(str(outlet)): str(label) for outlet, label in names} | known
    return {one: known.get(one) or called(one, lang) for one in groups}


def category_labels(
    lexicon: str, lang: Language, *, prefix: str = "", suffix: str = ""
) -> dict[str, str]:
    """The scored categories of a lexicon in its order, in the words of the language."""
    known = load_lexicon(lexicon).categories.values()
    return {
        f"{prefix}{one.name}{suffix}": one.gloss_ar
        if lang == "ar"
        else f"{one.gloss} {one.gloss_ar}"
        for one in known
        if one.scored
    }


def feature_label(feature: str, lang: Language) -> str:
    """A feature in words: what its category means, and the facet or name below it.

    >>> feature_label("militancy.terror.event", "en")
    'terror الإرهاب: an act or a threat'
    >>> feature_label("stance: denial", "en")
    'stance: denial'
    """
    name, *parts = feature.split(".")
    category, *below = parts or [""]
    known = load_lexicon(name).categories if name in lexicon_names() else {}
    if category not in known:
        return feature
    one = known[category]
    gloss = one.gloss_ar if lang == "ar" else f"{one.gloss} {one.gloss_ar}"
    return ": ".join([gloss, *(called(part, lang) for part in below)])
