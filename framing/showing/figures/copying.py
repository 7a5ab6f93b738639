"""Figures of copying: parallel sentences, who shares with whom, who says what and who denies it."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from math import ceil
from textwrap import fill

import matplotlib.figure
import pandas as pd

from framing.copying.coverage import STATES
from framing.copying.parallels import GROUPS, LABEL, Parallel
from framing.copying.propositions import Proposition
from framing.corpus.articles import on_one_line
from framing.questions.survey import Survey
from framing.showing.figures import captions
from framing.showing.figures.display_names import outlets_shown
from framing.showing.figures.lines import Block, Fill, Lines, draw_lines
from framing.showing.figures.panels import saved
from framing.showing.figures.phrases import About, about, called, phrase
from framing.showing.figures.save import Figure, finished
from framing.showing.figures.style import Language
from framing.showing.figures.tiles import SHADES, Tiles, draw_tiles
from framing.showing.wording import wording

MOST_PARALLELS = 8  # pairs in one figure
_FILLS = {
    "labels": Fill("#F2B880", "#8A3B00", "-"),
    "speech": Fill("#D3E6F6", "#0A4A8A", "--"),
    "quotation": Fill("#FBF2B3", "#6B6200", ":"),
    "rest": Fill("#E9E9E9", "#E9E9E9", "-"),
}
_STATE_SHADES = {"present": 4, "attributed": 2, "denied": 1, "absent": 0}
_GLOSS_LETTERS = 38


def parallel(found: Survey, lang: Language = "en") -> Figure:
    """Draw pairs of passages that two outlets share, the words that differ marked."""
    told = about("parallel", lang)
    chosen = found.parallels[:MOST_PARALLELS]
    kinds = wording(lang)["edits"]
    blocks = [
        Block(_named(one, found, lang), "   |   ".join(in_words(one.edits, kinds)))
        for one in chosen
    ]
    lines = Lines(
        blocks,
        fills={kind: _FILLS[group] for kind, group in GROUPS.items()},
        meanings={
            kinds_of[0]: phrase(f"changed {group}", lang)
            for group, kinds_of in _kinds_by_group().items()
        },
        title=told.title,
        empty=phrase("nothing", lang),
    )
    rows = [
        {
            "pair_id": one.name,
            **{f"{name}_{side}": cell for side, line in zip("ab", one.lines, strict=True)
               for name, cell in (("outlet", on_one_line(line.outlet)), ("doc_id", line.doc_id),
                                  ("form", line.form))},
            "edits": "; ".join(in_words(one.edits, wording("en")["edits"])),
        }
        for one in chosen
    ]  # fmt: skip
    names = ["pair_id", "outlet_a", "doc_id_a", "form_a", "outlet_b", "doc_id_b", "form_b", "edits"]
    notes = [phrase("nothing", lang)]
    if blocks:
        notes = [captions.chosen_of(found, len(chosen), lang), captions.changes_of(found, lang)]
    data = pd.DataFrame(rows, columns=names)
    return _of_words(told, draw_lines(lines, lang), data, found, notes)


def wordings(found: Survey, lang: Language = "en") -> Figure:
    """Draw what the outlets say of the claim that most of them deny, one under the other."""
    told = about("wordings", lang)
    claim = found.denial
    blocks = [Block([line]) for line in _named(claim, found, lang)] if claim else []
    lines = Lines(
        blocks,
        fills={LABEL: _FILLS["labels"]},
        meanings={LABEL: phrase("a label", lang)},
        title=told.title,
        empty=phrase("nothing", lang),
    )
    rows = [
        (one.name, on_one_line(line.outlet), line.doc_id, line.form, len(line.marked))
        for one in ([claim] if claim else [])
        for line in one.lines
    ]
    data = pd.DataFrame(rows, columns=["proposition", "outlet", "doc_id", "form", "labels"])
    notes = [phrase("nothing", lang)]
    if claim:
        gloss = _gloss(_propositions(found)[claim.name], lang)
        notes = [captions.claim_of(gloss, data, lang)]
    notes.append(phrase("set", lang, name=found.looked_for.name))
    return _of_words(told, draw_lines(lines, lang), data, found, notes)


def sharing(found: Survey, lang: Language = "en") -> Figure:
    """Draw how many articles of each outlet share passages with those of each outlet."""
    told = about("sharing", lang)
    outlets = outlets_shown(found, lang)
    table = found.copying.sharing
    shown = table["outlet"].isin(list(outlets)) & table["other_outlet"].isin(list(outlets))
    data = table[shown].reset_index(drop=True)
    plain = data.rename(
        columns={
            "other_outlet": "panel",
            "share_of": "estimate",
            "ci_low": "low",
            "ci_high": "high",
        }
    ).assign(series="all")
    return finished(
        told,
        draw_tiles(_shared(data, outlets, told), lang),
        saved(plain, "share_of", panel="other_outlet", series=""),
        captions.caption(told, found, "table", notes=[captions.effective_of(found, lang)]),
        [captions.highest(plain, outlets, outlets, lang)],
    )


def _shared(data: pd.DataFrame, outlets: Mapping[str, str], told: About) -> Tiles:
    """A tile for every two outlets, also for those that share nothing."""
    known = data.set_index(["outlet", "other_outlet"]).index
    empty = [pair for pair in product(outlets, repeat=2) if pair not in known]
    shades = len(SHADES) - 1
    cells = [
        {
            "row": row["outlet"],
            "column": row["other_outlet"],
            "text": f"{row['count']}/{row['base']}",
            "note": phrase("pairs of passages", told.lang, n=row["pairs"]),
            "shade": ceil(row["share_of"] * shades),
        }
        for row in data.to_dict("records")
    ]
    cells += [
        {"row": row, "column": column, "text": "–", "note": "", "shade": 0} for row, column in empty
    ]
    return Tiles(
        data=pd.DataFrame(cells),
        rows=outlets,
        columns=outlets,
        title=told.title,
        width=1.3 if len(outlets) < 8 else 1.0,
    )


def coverage(found: Survey, lang: Language = "en") -> Figure:
    """Draw which outlet holds which proposition: present, attributed, denied or absent."""
    told = about("coverage", lang)
    outlets = outlets_shown(found, lang)
    known = _propositions(found)
    rows = {
        name: fill(_gloss(one, lang), _GLOSS_LETTERS, break_long_words=False)
        for name, one in known.items()
    }
    cells = found.positions
    data = cells[cells["outlet"].isin(list(outlets))].reset_index(drop=True)
    tiles = Tiles(
        data=pd.DataFrame(
            {
                "row": data["proposition"],
                "column": data["outlet"],
                "text": [called(state, lang) for state in data["state"]],
                "note": [captions.behind(row, lang) for row in data.to_dict("records")],
                "shade": data["state"].map(_STATE_SHADES),
            }
        ),
        rows=rows,
        columns=outlets,
        title=told.title,
        width=1.2,
    )
    tally = data["state"].value_counts().reindex(list(STATES), fill_value=0)
    listed = captions.tally((called(str(state), lang), n) for state, n in tally.items())
    notes = [
        phrase("states", lang, list=listed),
        phrase("set", lang, name=found.looked_for.name),
    ]
    named = data.assign(outlet=data["outlet"].map(on_one_line))
    return _of_words(told, draw_tiles(tiles, lang), named, found, notes)


def in_words(edits: Iterable[tuple[str, str, str]], kinds: Mapping[str, str]) -> list[str]:
    """Each change in words: its kind, and what stands for what."""
    return [f"{kinds[kind]}: {one or '–'} / {other or '–'}" for kind, one, other in edits]


def _of_words(
    told: About,
    drawing: matplotlib.figure.Figure,
    data: pd.DataFrame,
    found: Survey,
    notes: Sequence[str],
) -> Figure:
    """A figure of words: its alternative text is its title and what its notes say first."""
    caption = captions.caption(told, found, notes=notes)
    return finished(told, drawing, data, caption, notes[:1])


def _named(
    one: Parallel, found: Survey, lang: Language
) -> list[tuple[str, Sequence[tuple[str, str]]]]:
    names = dict(zip(found.outlets["outlet"], found.outlets[lang], strict=True))
    return [
        (names[line.outlet], [(text, kind) for text, kind in line.pieces]) for line in one.lines
    ]


def _kinds_by_group() -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for kind, group in GROUPS.items():
        if kind != LABEL:
            groups.setdefault(group, []).append(kind)
    return groups


def _propositions(found: Survey) -> dict[str, Proposition]:
    return {one.id: one for one in found.looked_for.propositions}


def _gloss(one: Proposition, lang: Language) -> str:
    return one.gloss_ar if lang == "ar" and one.gloss_ar else one.gloss
