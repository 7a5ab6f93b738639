"""What there is to choose from: views, classes and shares, outlets, days, events."""

from collections.abc import Iterator
from typing import Any

from framing.base.markup import harmless
from framing.corpus.articles import Lang
from framing.counting.features import FACETS, feature_names
from framing.desk.asked import VOICES
from framing.desk.counts import NOT_ADDED_UP, Counts
from framing.desk.phrases import filled, phrases, voice_label
from framing.lexicon.entries import Lexicon
from framing.showing.tables import feature_label
from framing.showing.wording import class_label, wording

Choice = dict[str, Any]


def choices_of(counts: Counts, lang: Lang) -> Choice:
    """All choices by name, each a list of keys and labels; and what is asked first."""
    say = phrases(lang)
    lexicons = list(_lexicons(counts, lang))
    articles = counts.reading.articles
    days = articles["date"].dropna()
    events = articles["event"].dropna().unique() if "event" in articles else ()
    return {
        "kind": "choices",
        "about": filled(say["page"]["articles"], n=len(articles)),
        "views": _listed(say["views"]),
        "lexicons": lexicons,
        "shares": list(_shares(counts, lang)),
        "voices": [{"key": one, "label": voice_label(one, lang)} for one in VOICES],
        "outlets": _listed(counts.names(lang)),
        "days": [f"{days.min():%Y-%m-%d}", f"{days.max():%Y-%m-%d}"] if len(days) else [],
        "events": [{"key": str(one), "label": harmless(one)} for one in events],
        "orders": _listed(say["orders"]),
        "samples": [0, 20, 50, 200],
        "first": {"view": "rates", "feature": lexicons[0]["features"][0]["key"]},
        "fixed": False,
    }


def _listed(names: dict[str, str]) -> list[Choice]:
    return [{"key": key, "label": harmless(label)} for key, label in names.items()]


def _lexicons(counts: Counts, lang: Lang) -> Iterator[Choice]:
    """Each lexicon with its classes; below a class its facets, and the names that occur."""
    occurring = counts.features()
    for name, lexicon in counts.lexicons.items():
        offered = [
            {"key": one, "label": harmless(feature_label(one, lexicon, lang=lang))}
            for one in feature_names(lexicon)
            if one.count(".") == 1 or one in occurring or one.split(".")[2] in FACETS
        ]
        yield {"key": name, "label": _called(lexicon, lang), "features": offered}


def _called(lexicon: Lexicon, lang: Lang) -> str:
    return harmless(phrases(lang)["lexicons"].get(lexicon.name, lexicon.name))


def _shares(counts: Counts, lang: Lang) -> Iterator[Choice]:
    """Each share with the classes that something was found of, and the voices it is taken in."""
    for share, classes in counts.classes().items():
        if not counts.is_split(share):
            voices = ["all"]
        else:
            voices = [one for one in VOICES if one != "all" or share not in NOT_ADDED_UP]
        yield {
            "key": share,
            "label": harmless(wording(lang)["shares"].get(share, share)),
            "voices": voices,
            "classes": [
                {"key": one, "label": harmless(class_label(share, one, lang=lang))}
                for one in classes
            ],
        }
