"""The page of the case study of reuse: what was read, found, swapped, and how often it is right."""

from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import version

import pandas as pd
from news import SEED

from framing.copying.overview import Copying
from framing.lexicon.entries import load_lexicon
from framing.measures import share_row

MOST_ROWS = 20  # of a table on the page
FEWEST = 5  # copies below which an outlet is not shown
RIGHT = {
    "pairs": "Pairs of passages (right: one text is behind both)",
    "swaps": "Label swaps (right: both words stand for the same people or group in one sentence)",
}
COMMAND = "python benchmarks/case_study_reuse.py --shared DIR --out docs/case_study_reuse"


def draw_page(
    found: Copying,
    swaps: pd.DataFrame,
    tables: dict[str, pd.DataFrame],
    judged: pd.DataFrame,
    spent: float,
) -> Iterator[str]:
    """The page: what was read, what was found, how often it is right, what does not follow."""
    yield from _provenance(found, spent)
    yield from _sharing(found)
    yield from _swaps(swaps, tables)
    yield from _right(judged)
    yield from _limits()


def _provenance(found: Copying, spent: float) -> Iterator[str]:
    lexicon = load_lexicon("militancy")
    articles = found.reading.articles
    days = articles["date"]
    yield "# Case study: the same sentence, another label, in a week of news\n"
    yield (
        f"{len(articles):,} distinct articles of {articles['outlet'].nunique()} outlets, "
        f"collected {days.min():%d} to {days.max():%d %B %Y} (SaudiNewsNet; not shipped). "
        "Made by\n\n"
        f"    {COMMAND}\n\non {datetime.now(UTC):%Y-%m-%d} with framing {version('framing')}, "
        f"lexicon {lexicon.label}, rapidfuzz {version('rapidfuzz')}, numpy {version('numpy')}, "
        f"pandas {version('pandas')}, in {spent:.0f} s of processor time. An outlet is the source "
        "under which an article was collected; which agency an article is from is not known.\n"
    )


def _sharing(found: Copying) -> Iterator[str]:
    apart = found.between_outlets(found.pairs)
    yield "## Who shares copy\n"
    yield (
        f"{len(found.pairs):,} pairs of passages, {len(apart):,} of them of different outlets, in "
        f"{found.clusters['cluster'].nunique():,} copies. Articles that print one text counted "
        f"once, the {len(found.reading.articles):,} articles amount to {found.effective_n:,} "
        "independent ones.\n"
    )
    yield "![Who shares passages with whom](case_study_reuse/sharing-en.svg)\n"


def _swaps(swaps: pd.DataFrame, tables: dict[str, pd.DataFrame]) -> Iterator[str]:
    yield "## What was changed between outlets\n"
    yield from _table(tables["kinds"], ["kind", "changes", "copies"])
    yield "## Which labels are swapped\n"
    every = tables["substitutions"]
    labels = every[every["kind"] == "label swap"]
    yield (
        f"{len(swaps):,} swaps of labels between two outlets, a copy counted once for two outlets, "
        f"in {swaps['copy'].nunique():,} copies. The {MOST_ROWS} commonest of {len(labels):,} "
        "(all: [substitutions.csv](case_study_reuse/substitutions.csv)). Neither order nor "
        "dates say who wrote first.\n"
    )
    shown = ["word", "category", "other_word", "other_category", "copies", "pairs"]
    yield from _table(labels.head(MOST_ROWS), shown)
    yield "## Which outlet has which label\n"
    yield (
        "Of the copies in which outlets differ in two labels, how many have the first, for "
        f"outlets with at least {FEWEST} such copies. Copies that stand in articles of one text "
        "are versions of one story: the 95% interval takes stories as the cases (all: "
        "[outlets.csv](case_study_reuse/outlets.csv)).\n"
    )
    yield from _table(
        _read(tables["outlets"]), ["label", "other_label", "outlet", "stories", "has the first"]
    )
    yield "![Which outlet has which label](case_study_reuse/outlets-en.svg)\n"


def _right(judged: pd.DataFrame) -> Iterator[str]:
    yield "## How often it is right\n"
    for sample, what in RIGHT.items():
        mine = judged.loc[judged["sample"] == sample, "verdict"]
        read = mine[mine != ""]
        right = share_row(int((read == "right").sum()), len(read))
        others = read[read != "right"].value_counts()
        more = "".join(f"; {count} {verdict}" for verdict, count in others.items())
        yield (
            f"- {what}: {(read == 'right').sum()} of {len(read)} right ({right['share_of']:.2f}, "
            f"95% Wilson interval {right['ci_low']:.2f} to {right['ci_high']:.2f}){more}; "
            f"{len(mine) - len(read)} not read."
        )
    yield (
        f"\nDrawn at random with seed {SEED} from all pairs, or label swaps, between outlets; "
        "[judgements.csv](case_study_reuse/judgements.csv) has every case with its verdict. They "
        "were read by a language model, once, not by a person, and not blind: take them for a "
        "check that nothing is badly wrong, not for a validation. One copy may stand in the sample "
        "more than once, so the intervals are somewhat too narrow.\n"
    )


def _limits() -> Iterator[str]:
    yield "## What does not follow\n"
    yield (
        "That an outlet changed a label: agencies file several versions of a report, and the "
        "outlet may have printed what it was sent. An outlet that always has one label may do no "
        "more than print one agency, whose choice it then is. That outlets differ in general: a "
        "week, the stories of that week, and only copies in which labels differ. A name for a name "
        "(داعش, الدولة الإسلامية) and a name for “the organisation” are swaps "
        "too, and not the same as one label for another; the classes keep them apart."
    )


def _read(outlets: pd.DataFrame) -> pd.DataFrame:
    """Shares as they are read: k/n: share [interval]."""
    table = outlets[outlets["base"] >= FEWEST]
    texts = [
        f"{row['count']}/{row['base']}: {row['share_of']:.0%} "
        f"[{100 * row['ci_low']:.0f}–{row['ci_high']:.0%}]"
        for row in table.to_dict("records")
    ]
    lemmas = {entry.id: entry.lemma for entry in load_lexicon("militancy").entries}
    first, other = (table[name].map(lemmas) for name in ("label", "other_label"))
    return table.assign(**{"has the first": texts, "label": first, "other_label": other})


def _table(table: pd.DataFrame, columns: list[str]) -> Iterator[str]:
    """A table as Markdown."""
    yield f"| {' | '.join(columns)} |"
    yield f"|{'---|' * len(columns)}"
    for row in table[columns].itertuples(index=False, name=None):
        yield f"| {' | '.join(map(str, row))} |"
    yield ""
