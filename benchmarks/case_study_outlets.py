"""Do twelve outlets differ: labels and stances in SaudiNewsNet, July 2015, articles as the cases.

    python benchmarks/case_study_outlets.py --shared DIR --out docs/case_study_outlets

Reads DIR/data/saudinewsnet/*.zip, counts in every article, and writes tables, figures and the
page beside the folder: counts and rates alone, no word of an article but those of the lexicons.
"""

import argparse
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pandas as pd
from case_study_words import SAYS
from news import read_outlets
from performance_page import machine, set_block

import framing as fr
from framing.base.files import write_csv, write_whole
from framing.base.results import Result
from framing.corpus.articles import read_corpus
from framing.corpus.groups import REST
from framing.counting.article_counts import Cells, cells_of
from framing.counting.article_shares import share_cells
from framing.counting.bases import word_counts
from framing.layers.annotated import AnnotatedCorpus
from framing.lexicon.entries import load_lexicon
from framing.measures import Estimate, Numbers, clustered_rate, clustered_share, upper_limit
from framing.showing.figures import Figure, forest, save_figure
from framing.showing.figures.display_names import feature_label
from framing.showing.figures.dots import Dots, draw_dots
from framing.showing.figures.phrases import called, phrase
from framing.showing.figures.style import Language

COMMAND = "python benchmarks/case_study_outlets.py --shared DIR --out docs/case_study_outlets"
LABEL = "militancy.terror.actor"
LABEL_SHARE = "terror label: terror"
DRAWN = ("stance: neutral", "stance: assertive", "stance: pointing")  # the others are too few
TESTED = ("stance: pointing", "stance: distancing", "stance: hearsay")  # how far outlets vouch
Clustered = Callable[[Numbers, Numbers], Estimate]


def main() -> None:
    """Count, compare, draw, write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    corpus = fr.annotate(read_corpus(read_outlets(options.shared)))
    clusters = fr.copies(corpus)
    rates = fr.features(corpus, ["militancy"])
    shares = fr.shares(corpus)
    own = shares[shares["voice"] == "narrator"]
    compared = {
        "label-share": against_the_rest(own, corpus, clusters, LABEL_SHARE),
        "stances": against_the_rest(own, corpus, clusters, [*TESTED]),
        "labels": against_the_rest(rates, corpus, clusters, LABEL),
    }
    tables = {
        "stances": estimates(share_cells(own, of=[LABEL_SHARE, "stance"], add_voices=False),
                             corpus.articles, clusters),
        "labels": estimates(cells_of(rates, corpus, of=LABEL, add_voices=False),
                            corpus.articles, clusters),
    }  # fmt: skip
    for lang in ("en", "ar"):
        for name, table in tables.items():
            save_figure(drawn(name, table, corpus.articles, lang), options.out)
        for name, found in compared.items():
            figure = forest(found, lang)
            save_figure(replace(figure, name=f"{name}-beside-the-rest"), options.out)
    words = word_counts(corpus)
    write_csv(outlets(corpus.articles, clusters, words), options.out / "outlets.csv", bom=False)
    write_csv(made(corpus.articles, clusters), options.out / "made.csv", bom=False)
    write_page(options.out, compared)


def against_the_rest(
    counted: pd.DataFrame, corpus: AnnotatedCorpus, clusters: "pd.Series[Any]", of: str | list[str]
) -> Result:
    """Each outlet beside all others together; all rows of a table are one family."""
    return fr.compare(counted, corpus, of=of, reference=REST, within=None, clusters=clusters)


def estimates(cells: Cells, corpus: pd.DataFrame, clusters: "pd.Series[Any]") -> pd.DataFrame:
    """How often each outlet has what is counted, a row an outlet: of rates in each voice."""
    rows: list[dict[str, Any]] = []
    for place, (feature, voice) in enumerate(cells.keys):
        counts, bases = (
            pd.Series(one[place], cells.doc_ids).reindex(corpus["doc_id"], fill_value=0.0)
            for one in (cells.counts, cells.bases)
        )
        estimate = clustered_share if cells.is_share else clustered_rate
        name = feature if cells.is_share else voice
        rows += by_outlet(name, counts, bases, corpus, clusters, estimate)
    return pd.DataFrame(rows)


def by_outlet(
    feature: str,
    counts: "pd.Series[float]",
    bases: "pd.Series[float]",
    corpus: pd.DataFrame,
    clusters: "pd.Series[Any]",
    estimate: Clustered,
) -> Iterator[dict[str, Any]]:
    """An estimate for each outlet, with articles as the cases and its copies as one."""
    for outlet, doc_ids in corpus.groupby("outlet")["doc_id"]:
        both = pd.DataFrame({"count": counts[doc_ids], "base": bases[doc_ids]})
        summed = both.groupby(clusters[doc_ids].to_numpy()).sum()
        value, low, high = estimate(summed["count"].to_numpy(), summed["base"].to_numpy())
        if not value and estimate is clustered_rate:  # articles without any tell no variance
            high = upper_limit(int(both["base"].sum()))
        yield {
            "feature": feature, "outlet": outlet, "count": int(both["count"].sum()),
            "base": int(both["base"].sum()), "articles": len(doc_ids),
            "effective_n": int((summed["base"] > 0).sum()), "value": value, "ci_low": low,
            "ci_high": high,
        }  # fmt: skip


def drawn(name: str, table: pd.DataFrame, corpus: pd.DataFrame, lang: Language) -> Figure:
    """The estimates of each outlet as dots with their intervals, the highest outlet first."""
    first = table[table["feature"] == table["feature"].iloc[0]]
    ranked = first.sort_values("value", ascending=False, kind="stable")["outlet"]
    panels = {one: _title(one, lang) for one in table["feature"].unique() if _is_drawn(one)}
    data = table.rename(
        columns={"feature": "panel", "value": "estimate", "ci_low": "low", "ci_high": "high"}
    )
    is_rate = name == "labels"
    k_of_n = data["count"].map("{:,}".format)
    if not is_rate:
        k_of_n += "/" + data["base"].map("{:,}".format)
    dots = Dots(
        data=data.assign(series="all", note=k_of_n),
        panels=panels,
        outlets={outlet: outlet for outlet in ranked},
        series={"all": ""},
        title=SAYS[name][lang],
        axis=phrase("per 1,000 of the voice", lang) if is_rate else SAYS["% of its base"][lang],
        columns=3 if is_rate else 4,
        is_share=not is_rate,
        is_plain=True,
    )
    caption = SAYS["caption"][lang].format(
        what=SAYS[f"{name} caption"][lang],
        articles=f"{len(corpus):,}",
        outlets=corpus["outlet"].nunique(),
    )
    items = [
        f"{panels[row['feature']]}, {row['outlet']} {row['count']:,}/{row['base']:,}"
        for row in table.sort_values("value", ascending=False).to_dict("records")
        if row["feature"] in panels
    ]
    alt = f"{SAYS[name][lang]}. {'; '.join(items[:3])}."
    return Figure(name, SAYS[name][lang], draw_dots(dots, lang), table, caption, alt, lang)


def _is_drawn(name: str) -> bool:
    """The share of the label comes first, then the stances that are drawn, or all voices."""
    return not name.startswith("stance: ") or name in DRAWN


def _title(name: str, lang: Language) -> str:
    if name in SAYS:
        return SAYS[name][lang]
    category = name.removeprefix("stance: ")
    if category == name:
        return called(name, lang)
    return feature_label(f"attribution.{category}", lang)


def outlets(
    corpus: pd.DataFrame, clusters: "pd.Series[Any]", words: "pd.Series[Any]"
) -> pd.DataFrame:
    """What was read of each outlet."""
    return pd.DataFrame(
        {
            "outlet": outlet,
            "articles": len(doc_ids),
            "independent": clusters[doc_ids].nunique(),
            "words": int(words[doc_ids].sum()),
        }
        for outlet, doc_ids in corpus.groupby("outlet")["doc_id"]
    )


def made(corpus: pd.DataFrame, clusters: "pd.Series[Any]") -> pd.DataFrame:
    """What the numbers rest on."""
    row = {
        "date": datetime.now(UTC).date().isoformat(),
        "command": COMMAND,
        "framing": version("framing"),
        "lexicons": ", ".join(load_lexicon(name).label for name in ("militancy", "attribution")),
        "machine": machine(),
        "articles": len(corpus),
        "in clusters": int(clusters.duplicated(keep=False).sum()),
        "clusters": int(clusters[clusters.duplicated(keep=False)].nunique()),
        "across outlets": _across(corpus, clusters),
    }
    return pd.DataFrame([row])


def _across(corpus: pd.DataFrame, clusters: "pd.Series[Any]") -> int:
    """How many clusters reach over several outlets, as an agency's copy does."""
    held = pd.Series(corpus["outlet"].to_numpy()).groupby(clusters.to_numpy()).nunique()
    return int((held > 1).sum())


def write_page(folder: Path, compared: dict[str, Result]) -> None:
    """Set what was made, counted and found in the page beside the folder."""
    page = folder.with_suffix(".md")
    text = page.read_text(encoding="utf-8")
    for name, block in blocks(folder, compared).items():
        text = set_block(text, name, block)
    write_whole(page, text.encode())


def blocks(folder: Path, compared: dict[str, Result]) -> dict[str, str]:
    """The page's own numbers, by the table each is made from."""
    row = pd.read_csv(folder / "made.csv").iloc[0]
    provenance = (
        f"{row['date']}: `{row['command']}`; framing {row['framing']}; "
        f"{row['lexicons']}; {row['machine']}.\n\n{row['articles']:,} articles; "
        f"{row['in clusters']:,} of them are copies of each other, in {row['clusters']:,} clusters "
        f"(`framing.copies`), {row['across outlets']:,} of these over several outlets."
    )
    known = {"made": provenance, "outlets": _as_markdown(pd.read_csv(folder / "outlets.csv"))}
    for name, result in compared.items():
        known[f"{name}-beside-the-rest"] = f"{result.text}\n\n{result.note}"
    return known


def _as_markdown(table: pd.DataFrame) -> str:
    rows = [list(table.columns), ["---"] + ["---:"] * (len(table.columns) - 1)]
    rows += [[f"{one:,}" if not isinstance(one, str) else one for one in row]
             for row in table.itertuples(index=False)]  # fmt: skip
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


if __name__ == "__main__":
    main()
