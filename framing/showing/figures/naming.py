"""Figures of naming: what actors, acts and states are called, in whose voice."""

from framing.attribution.voice import VOICES
from framing.questions.survey import Survey
from framing.showing.figures.display_names import category_labels
from framing.showing.figures.panels import rates, shares
from framing.showing.figures.phrases import about, called
from framing.showing.figures.save import Figure
from framing.showing.figures.style import Language


def militancy(found: Survey, lang: Language = "en") -> Figure:
    """Draw the rates of militancy wording by category and voice."""
    panels = category_labels("militancy", lang, prefix="militancy.")
    return rates(about("militancy", lang), found, panels)


def terror_root(found: Survey, lang: Language = "en") -> Figure:
    """Draw the words of the root رهب by what they are put on."""
    facets = ("actor", "event", "counter-terror")
    panels = {f"militancy.terror.{facet}": called(facet, lang) for facet in facets}
    return rates(about("terror-root", lang), found, panels, keep_empty=True)


def state(found: Survey, lang: Language = "en") -> Figure:
    """Draw the rates of each way of naming the Syrian state."""
    panels = category_labels("state", lang, prefix="state.", suffix=".syria")
    return rates(about("state", lang), found, panels)


def group_name(found: Survey, lang: Language = "en") -> Figure:
    """Draw each name's share of all names of the group that calls itself Islamic State."""
    panels = {name: called(name, lang) for name in ("daesh", "islamic-state")}
    table = found.shares[found.shares["share"] == "group name"]
    return shares(about("group-name", lang), table, found, panels, "share of names", series=VOICES)


def spelling(found: Survey, lang: Language = "en") -> Figure:
    """Draw what exact matching would find, and the reasons for what it would miss."""
    panels = {name: called(name, lang) for name in ("exact", "hamza", "diacritics", "clitic")}
    table = found.shares[found.shares["share"] == "spelling"]
    return shares(about("spelling", lang), table, found, panels, "share of hits")
