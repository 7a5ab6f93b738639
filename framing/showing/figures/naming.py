"""Figures of naming: what actors, acts and states are called, in whose voice."""

from framing.attribution.voice import VOICES
from framing.questions.survey import Survey
from framing.showing.figures import words
from framing.showing.figures.drawing import categories, rates, shares
from framing.showing.figures.save import Figure
from framing.showing.figures.style import Language


def militancy(found: Survey, lang: Language = "en") -> Figure:
    """Draw the rates of militancy wording by category and voice."""
    return rates("militancy", found, lang, categories("militancy", lang, prefix="militancy."))


def terror_root(found: Survey, lang: Language = "en") -> Figure:
    """Draw the words of the root رهب by what they are put on."""
    facets = ("actor", "event", "counter-terror")
    panels = {f"militancy.terror.{facet}": words.text(facet, lang) for facet in facets}
    return rates("terror-root", found, lang, panels, keep_empty=True)


def state(found: Survey, lang: Language = "en") -> Figure:
    """Draw the rates of each way of naming the Syrian state."""
    panels = categories("state", lang, prefix="state.", suffix=".syria")
    return rates("state", found, lang, panels)


def group_name(found: Survey, lang: Language = "en") -> Figure:
    """Draw each name's share of all names of the group that calls itself Islamic State."""
    panels = {name: words.text(name, lang) for name in ("daesh", "islamic-state")}
    table = found.shares[found.shares["share"] == "group name"]
    return shares("group-name", table, found, lang, panels, "share of names", series=VOICES)


def spelling(found: Survey, lang: Language = "en") -> Figure:
    """Draw what exact matching would find, and the reasons for what it would miss."""
    panels = {name: words.text(name, lang) for name in ("exact", "hamza", "diacritics", "clitic")}
    table = found.shares[found.shares["share"] == "spelling"]
    return shares("spelling", table, found, lang, panels, "share of hits")
