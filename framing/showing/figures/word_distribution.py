"""How words are distributed: which are distinctive of a group, where in articles one stands."""

import pandas as pd

from framing.attribution.voice import VOICES
from framing.base.results import Result, number
from framing.questions.findings import SURE
from framing.questions.survey import MOST_OUTLETS, Survey
from framing.showing.figures.captions import in_a_row
from framing.showing.figures.display_names import Labels, feature_label, named_groups
from framing.showing.figures.phrases import About, about, called, phrase
from framing.showing.figures.save import Figure, finished
from framing.showing.figures.scatter import Scatter, draw_scatter
from framing.showing.figures.strips import Strips, draw_strips
from framing.showing.figures.style import Language
from framing.text.function_words import STOP_WORDS

MOST_PANELS = 6  # groups whose words are shown
_NAMED = 3  # words of each that an alternative text names


def keywords(found: Survey | Result, lang: Language = "en", *, labels: Labels = None) -> Figure:
    """Draw the words distinctive of each group: log-odds against how often they stand there.

    `found` is a survey, or what `framing.keywords` returned; `labels` are what its
    groups are called in the figure.
    """
    table = found.keywords.table if isinstance(found, Survey) else found.table
    told = about("keywords", lang)
    every = named_groups(found, [str(one) for one in table["target"].unique()], labels, lang)
    panels = dict(list(every.items())[:MOST_PANELS])
    shown = table[table["target"].isin(list(panels)) & ~table["word"].isin(STOP_WORDS)]
    data = pd.DataFrame(
        {
            "panel": shown["target"], "word": shown["form"], "x": shown["rate_per_1000"],
            "y": shown["log_odds"], "n": shown["document_frequency"],
            "is_sure": shown["p_adjusted"] < SURE,
        }
    )  # fmt: skip
    scatter = Scatter(
        data=data,
        panels=panels or {"": ""},
        title=told.title,
        x=phrase("keywords x", lang),
        y=phrase("keywords y", lang),
        size=phrase("articles that have it", lang),
    )
    is_tested = shown["p_adjusted"].notna().any()
    caption = f"{told.caption} {phrase('permuted words' if is_tested else 'ranked', lang)}"
    if len(every) > len(panels):
        caption += " " + phrase("groups cut", lang, shown=len(panels), all=len(every))
    comma = phrase("comma", lang)
    items = [
        f"{title.replace(chr(10), comma)}: {comma.join(words.head(_NAMED))}"
        for one, title in panels.items()
        if len(words := data.loc[data["panel"] == one, "word"])
    ]
    return finished(told, draw_scatter(scatter, lang), shown, caption, [in_a_row(items, lang)])


def dispersion(found: Survey | Result, lang: Language = "en", *, labels: Labels = None) -> Figure:
    """Draw where in each article a feature stands, an article a strip.

    `found` is a survey, of which the words of terrorism are drawn, or what
    `framing.questions.dispersion.dispersion` returned; `labels` are what its groups are called.
    """
    table = found.dispersion.table if isinstance(found, Survey) else found.table
    every = table.groupby("doc_id", sort=False).agg(
        {"group": "first", "base": "first", "place": "count"}
    )
    ranked = every.astype({"base": int}).sort_values(
        ["place", "base"], ascending=False, kind="stable"
    )
    most = set(ranked.index[:MOST_OUTLETS])
    shown = every[every.index.isin(most)]
    groups = named_groups(found, [str(one) for one in shown["group"].unique()], labels, lang)
    is_one = ~shown["group"].duplicated(keep=False)
    names = {
        str(doc_id): groups[str(group)] + ("" if alone else f" {doc_id}")
        for doc_id, group, alone in zip(shown.index, shown["group"], is_one, strict=True)
    }
    told = about(
        "dispersion", lang, feature=feature_label(str(table["feature"].iloc[0]), lang),
        have=int((every["place"] > 0).sum()), count=int(every["place"].sum()), articles=len(every),
    )  # fmt: skip
    strokes = table[table["place"].notna() & table["doc_id"].isin(most)]
    strips = Strips(
        data=strokes.rename(columns={"doc_id": "strip", "voice": "series"}),
        strips=names,
        lengths={str(doc_id): int(base) for doc_id, base in shown["base"].items()},
        notes={str(doc_id): str(n) for doc_id, n in shown["place"].items()},
        series={voice: called(voice, lang) for voice in VOICES},
        title=told.title,
        axis=phrase("dispersion axis", lang),
    )
    comma = phrase("comma", lang)
    items = [
        f"{name.replace(chr(10), comma)}: {strips.notes[doc_id]}"
        for doc_id, name in strips.strips.items()
    ]
    caption = _dispersion_caption(told, table, len(every), len(shown))
    return finished(told, draw_strips(strips, lang), table, caption, [in_a_row(items, lang)])


def _dispersion_caption(told: About, table: pd.DataFrame, articles: int, shown: int) -> str:
    sentences, lang = [told.caption], told.lang
    if table["place"].notna().any():
        dp, normed = (number(float(table[name].iloc[0])) for name in ("dp", "dp_norm"))
        sentences.append(phrase("dp", lang, dp=dp, dp_norm=normed))
    if articles > shown:
        sentences.append(phrase("strips cut", lang, all=articles, shown=shown))
    return " ".join(sentences)
