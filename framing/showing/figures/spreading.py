"""Figures of words and their spread: which are distinctive of a group, where in articles one is."""

import pandas as pd

from framing.attribution.voice import VOICES
from framing.base.results import Result, number
from framing.questions.survey import MOST_OUTLETS, Survey
from framing.showing.figures.answers import (
    Labels,
    feature_label,
    finished,
    named_groups,
    outlet_labels_of,
)
from framing.showing.figures.save import Figure
from framing.showing.figures.scatter import Scatter, draw_scatter
from framing.showing.figures.strips import Strips, draw_strips
from framing.showing.figures.style import Language
from framing.showing.figures.words import text as say

MOST_PANELS = 6  # groups whose words are shown
_NAMED = 3  # words of each that an alternative text names


def keywords(found: Survey | Result, lang: Language = "en", *, labels: Labels = None) -> Figure:
    """Draw the words distinctive of each group: log-odds against how often they stand there.

    `found` is a survey, or what `framing.questions.keywords.keywords` returned; `labels` are what
    its groups are called in the figure.
    """
    table = found.keywords.table if isinstance(found, Survey) else found.table
    every = _labels(found, [str(one) for one in table["target"].unique()], labels, lang)
    panels = dict(list(every.items())[:MOST_PANELS])
    shown = table[table["target"].isin(list(panels))]
    data = pd.DataFrame(
        {
            "panel": shown["target"], "word": shown["form"], "x": shown["rate_per_1000"],
            "y": shown["log_odds"], "low": shown["ci_low"], "high": shown["ci_high"],
            "n": shown["document_frequency"],
        }
    )  # fmt: skip
    scatter = Scatter(
        data=data,
        panels=panels or {"": ""},
        title=say("keywords", lang),
        x=say("keywords x", lang),
        y=say("keywords y", lang),
        size=say("articles that have it", lang),
    )
    has_bars = data["low"].notna().any()
    caption = f"{say('keywords caption', lang)} {say('resampled' if has_bars else 'ranked', lang)}"
    if len(every) > len(panels):
        caption += " " + say("groups cut", lang).format(shown=len(panels), all=len(every))
    comma = "، " if lang == "ar" else ", "
    items = [
        f"{title.replace(chr(10), comma)}: {comma.join(words.head(_NAMED))}"
        for one, title in panels.items()
        if len(words := data.loc[data["panel"] == one, "word"])
    ]
    return finished("keywords", draw_scatter(scatter, lang), shown, caption, items, lang)


def _labels(
    found: Survey | Result, groups: list[str], labels: Labels, lang: Language
) -> dict[str, str]:
    known = outlet_labels_of(found, lang)
    return named_groups(groups, known | dict(labels or {}), lang)


def dispersion(found: Survey | Result, lang: Language = "en", *, labels: Labels = None) -> Figure:
    """Draw where in each article a feature stands, an article a strip.

    `found` is a survey, of which the words of terrorism are drawn, or what
    `framing.questions.dispersion.dispersion` returned; `labels` are what its groups are called.
    """
    table = found.dispersion.table if isinstance(found, Survey) else found.table
    feature = feature_label(str(table["feature"].iloc[0]), lang)
    every = table.groupby("doc_id", sort=False).agg(
        {"group": "first", "base": "first", "place": "count"}
    )
    most = set(every["base"].astype(int).nlargest(MOST_OUTLETS, keep="first").index)
    shown = every[every.index.isin(most)]
    groups = _labels(found, [str(one) for one in shown["group"].unique()], labels, lang)
    is_one = ~shown["group"].duplicated(keep=False)
    names = {
        str(doc_id): groups[str(group)] + ("" if alone else f" {doc_id}")
        for doc_id, group, alone in zip(shown.index, shown["group"], is_one, strict=True)
    }
    strokes = table[table["place"].notna() & table["doc_id"].isin(most)]
    strips = Strips(
        data=strokes.rename(columns={"doc_id": "strip", "voice": "series"}),
        strips=names,
        lengths={str(doc_id): int(base) for doc_id, base in shown["base"].items()},
        notes={str(doc_id): str(n) for doc_id, n in shown["place"].items()},
        series={voice: say(voice, lang) for voice in VOICES},
        title=say("dispersion", lang).format(feature=feature),
        axis=say("dispersion axis", lang),
    )
    comma = "، " if lang == "ar" else ", "
    items = [
        f"{name.replace(chr(10), comma)}: {strips.notes[doc_id]}"
        for doc_id, name in strips.strips.items()
    ]
    caption = _dispersion_caption(table, every, len(shown), lang)
    drawing = draw_strips(strips, lang)
    return finished("dispersion", drawing, table, caption, items, lang, feature)


def _dispersion_caption(
    table: pd.DataFrame, every: pd.DataFrame, shown: int, lang: Language
) -> str:
    have, count = int((every["place"] > 0).sum()), int(every["place"].sum())
    sentences = [
        say("dispersion caption", lang).format(count=count, have=have, articles=len(every))
    ]
    if count:
        dp, normed = (number(float(table[name].iloc[0])) for name in ("dp", "dp_norm"))
        sentences.append(say("dp", lang).format(dp=dp, dp_norm=normed))
    if len(every) > shown:
        sentences.append(say("strips cut", lang).format(all=len(every), shown=shown))
    return " ".join(sentences)
