"""Figures of naming: what actors, acts and states are called, in whose voice."""

import pandas as pd

from framing.attribution.namings import LEXICON
from framing.attribution.voice import VOICES
from framing.lexicon.entries import load_lexicon
from framing.questions.survey import Survey
from framing.showing.figures.display_names import category_labels
from framing.showing.figures.panels import rates, shares
from framing.showing.figures.phrases import about, called
from framing.showing.figures.save import Figure
from framing.showing.figures.style import Language

MOST_REFERENTS = 3


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


def names(found: Survey, lang: Language = "en") -> Figure:
    """Draw what the things with most names are called, each name's share in each voice."""
    told = about("names", lang)
    rows = found.naming.table
    rows = rows[rows["voice"].isin(VOICES) & rows["group"].isin(list(found.largest()["outlet"]))]
    chosen = _most_named(rows)
    rows = rows[rows["referent"].isin(chosen)]
    rows = rows.assign(
        doc_id=rows["group"], category=rows["referent"] + "/" + rows["name"], unit="references"
    )
    labels = {one: _name_label(one, lang) for one in dict.fromkeys(rows["category"])}
    panels = labels or {"": told.title}
    return shares(
        told, rows, found, panels, "share of references to it", series=VOICES, interval=""
    )


def _most_named(rows: pd.DataFrame) -> list[str]:
    """The referents with most references, of those that are called by several names."""
    counts = rows.groupby(["referent", "name"], sort=False)["count"].sum()
    several = (counts > 0).groupby("referent", sort=False).sum() > 1
    totals = counts.groupby("referent", sort=False).sum()[several]
    return list(totals.sort_values(ascending=False, kind="stable").index[:MOST_REFERENTS])


def _name_label(key: str, lang: Language) -> str:
    """A name as the lexicon has it first: its words, and in English what they mean."""
    referent, _, name = key.partition("/")
    entries = load_lexicon(LEXICON).entries
    alike = [one for one in entries if one.name == name and one.referent in (referent, "")]
    return alike[0].lemma if lang == "ar" else f"{alike[0].gloss} {alike[0].lemma}"


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
