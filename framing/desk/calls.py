"""Who calls whom terrorist, as a grid: whose words by what they are put on."""

from dataclasses import replace
from typing import Any

from framing.attribution.rules import UNKNOWN
from framing.base.errors import FramingError
from framing.base.markup import harmless
from framing.corpus.articles import Lang
from framing.counting.speaking import NARRATOR, TARGETS
from framing.desk.asked import Question
from framing.desk.charts import Chart, saved_as
from framing.desk.counts import CALLS, Counts
from framing.desk.phrases import filled, phrases, voice_label
from framing.showing.wording import class_label, side_label


def calls_of(counts: Counts, question: Question, lang: Lang) -> Chart:
    """The words of terrorism in the chosen articles: a row a side, a column a target.

    Raises `FramingError` where no article was chosen.
    """
    groups = counts.chosen(question)
    if groups.empty:
        raise FramingError(phrases(lang)["chart"]["no_articles"])
    table = counts.calls(question.voice, groups.index)
    found = table[table["count"] > 0]
    columns = [one for one in TARGETS if one in set(found["category"])]
    by_side = table.drop_duplicates("side").set_index("side")["base"]
    sides = sorted(set(found["side"]), key=lambda side: _rank(side, int(by_side[side])))
    keyed = table.set_index(table["side"] + "|" + table["category"])
    say = phrases(lang)["calls"]
    shown = {
        "kind": "grid",
        "title": harmless(f"{say['title']} ({voice_label(question.voice, lang)})"),
        "corner": say["speaker"],
        "total": say["total"],
        "columns": [{"key": one, "label": class_label(CALLS, one, lang=lang)} for one in columns],
        "rows": [
            {
                "label": side_label(side, lang=lang),
                "total": int(by_side[side]),
                "marks": [_mark(keyed.loc[f"{side}|{one}"].to_dict(), lang) for one in columns],
            }
            for side in sides
        ],
        "note": say["note"] if sides else phrases(lang)["chart"]["nothing"],
        **saved_as(found.drop(columns="doc_id"), "who-calls-whom", lang),
    }
    return Chart(replace(question, share=CALLS), shown, keyed, question.outlets, groups)


def _rank(side: str, base: int) -> tuple[int, int, str]:
    """The outlets' own words first, then who has most; who is not known last."""
    return (0 if side == NARRATOR else 2 if side == UNKNOWN else 1, -base, side)


def _mark(row: dict[Any, Any], lang: Lang) -> dict[str, Any]:
    side, target, count = row["side"], row["category"], int(row["count"])
    said = filled(
        phrases(lang)["calls"]["said"],
        row=side_label(side, lang=lang),
        column=class_label(CALLS, target, lang=lang),
        count=count,
        base=int(row["base"]),
    )
    label = f"{side_label(side, lang=lang)} – {class_label(CALLS, target, lang=lang)}"
    return {
        "key": f"{side}|{target}",
        "label": harmless(label),
        "count": count,
        "share": round(count / row["base"], 3) if row["base"] else 0,
        "said": said,
    }
