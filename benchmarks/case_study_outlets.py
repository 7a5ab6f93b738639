"""Do twelve outlets differ: labels and stances in SaudiNewsNet, July 2015, articles as the cases.

    python benchmarks/case_study_outlets.py --shared DIR --out docs/case_study_outlets

Reads DIR/data/saudinewsnet/*.zip, counts in every article, and writes tables, figures and the
page beside the folder: counts and rates alone, no word of an article but those of the lexicons.
"""

import argparse
from collections import defaultdict
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
from scipy.cluster.hierarchy import DisjointSet

import framing as fr
from framing.base.files import write_csv, write_whole
from framing.base.results import Result
from framing.corpus.articles import read_corpus
from framing.corpus.groups import REST, clusters_of
from framing.counting.shares import ARMED_ACTORS
from framing.counting.zeros import with_zeros
from framing.lexicon.entries import load_lexicon
from framing.measures import Estimate, Numbers, clustered_rate, clustered_share, upper_limit
from framing.showing.figures import Figure, forest, save_figure
from framing.showing.figures.display_names import feature_label
from framing.showing.figures.dots import Dots, draw_dots
from framing.showing.figures.phrases import called, phrase
from framing.showing.figures.style import Language
from framing.text.orthography import fold

COMMAND = "python benchmarks/case_study_outlets.py --shared DIR --out docs/case_study_outlets"
LONG = 20  # words of a paragraph that two articles do not write alike by chance
LABEL = "militancy.terror.actor"
STANCES = ("neutral", "assertive", "pointing")  # drawn: the others are too few beside these
TESTED = ("pointing", "distancing", "hearsay")  # stances that say how far the outlet vouches
Clustered = Callable[[Numbers, Numbers], Estimate]


def main() -> None:
    """Count, compare, draw, write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    corpus = read_corpus(read_outlets(options.shared))
    clusters = shared_paragraphs(corpus)
    features = counted(corpus)
    own = features[features["voice"] == "narrator"]
    compared = {
        "labels": against_the_rest(features[features["feature"] == LABEL], corpus, clusters),
        "stances": against_the_rest(own[own["feature"].isin(_tested())], corpus, clusters),
    }
    cells = wide(features)
    tables = {
        "labels": label_rates(cells, corpus, clusters),
        "stances": shares(cells, corpus, clusters),
    }
    for lang in ("en", "ar"):
        for name, table in tables.items():
            save_figure(drawn(name, table, corpus, lang), options.out)
            figure = forest(compared[name], lang)
            save_figure(replace(figure, name=f"{name}-beside-the-rest"), options.out)
    write_csv(outlets(corpus, clusters, cells), options.out / "outlets.csv", bom=False)
    write_csv(made(corpus, clusters), options.out / "made.csv", bom=False)
    write_page(options.out, compared)


def shared_paragraphs(corpus: pd.DataFrame) -> "pd.Series[int]":
    """Number the clusters of articles that have a long paragraph in common, when folded."""
    holders = defaultdict(list)
    for doc_id, text in zip(corpus["doc_id"], corpus["text"], strict=True):
        for paragraph in text.split("\n"):
            words = fold(paragraph).split()
            if len(words) >= LONG:
                holders[tuple(words)].append(doc_id)
    sets = DisjointSet(corpus["doc_id"])
    for first, *others in holders.values():
        for other in others:
            sets.merge(first, other)
    return clusters_of(corpus["doc_id"], {doc_id: sets[doc_id] for doc_id in corpus["doc_id"]})


def counted(corpus: pd.DataFrame) -> pd.DataFrame:
    """The features of every article that are compared or drawn, zeros too."""
    lexicons = [load_lexicon(name) for name in ("militancy", "attribution")]
    main = [f"{one.name}.{category}" for one in lexicons for category in one.categories]
    found = with_zeros(fr.features(corpus, lexicons, base="all"), [*main, LABEL])
    return found[["doc_id", "feature", "voice", "count", "base", "unit"]]


def _tested() -> list[str]:
    return [f"attribution.{one}" for one in TESTED]


def against_the_rest(
    features: pd.DataFrame, corpus: pd.DataFrame, clusters: "pd.Series[int]"
) -> Result:
    """Each outlet beside all others together; a table of tests is a family."""
    return fr.compare(features, corpus, reference=REST, within=None, clusters=clusters)


def wide(features: pd.DataFrame) -> pd.DataFrame:
    """An article a row: a column per feature and voice, and the words."""
    counts = features.pivot_table(
        index="doc_id", columns=["feature", "voice"], values="count", aggfunc="sum"
    ).astype(float)
    counts[("words", "all")] = features.groupby("doc_id")["base"].first().astype(float)
    return counts


def label_rates(
    cells: pd.DataFrame, corpus: pd.DataFrame, clusters: "pd.Series[int]"
) -> pd.DataFrame:
    """How often an actor is called terrorist in each outlet, per 1,000 words, voice by voice."""
    parts = [
        by_outlet(voice, cells[LABEL, voice], cells["words", "all"], corpus, clusters,
                  clustered_rate)
        for voice in ("narrator", "indirect", "direct")
    ]  # fmt: skip
    return pd.DataFrame([row for part in parts for row in part])


def shares(cells: pd.DataFrame, corpus: pd.DataFrame, clusters: "pd.Series[int]") -> pd.DataFrame:
    """The share of the label among armed actors, and of each stance among attributions."""
    own = cells.xs("narrator", axis=1, level="voice")
    armed = own[[LABEL, *(f"militancy.{one}" for one in ARMED_ACTORS)]].sum(axis=1)
    rows = list(by_outlet("label share", own[LABEL], armed, corpus, clusters, clustered_share))
    stances = own[[name for name in own if str(name).startswith("attribution.")]]
    for name in stances:
        rows += by_outlet(
            str(name), stances[name], stances.sum(axis=1), corpus, clusters, clustered_share
        )
    return pd.DataFrame(rows)


def by_outlet(
    feature: str,
    counts: "pd.Series[float]",
    bases: "pd.Series[float]",
    corpus: pd.DataFrame,
    clusters: "pd.Series[int]",
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
        axis=phrase("per 1,000", lang) if is_rate else SAYS["% of its base"][lang],
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


def _is_drawn(feature: str) -> bool:
    name = feature.removeprefix("attribution.")
    return name == feature or name in STANCES


def _title(feature: str, lang: Language) -> str:
    if feature in SAYS:
        return SAYS[feature][lang]
    return feature_label(feature, lang) if "." in feature else called(feature, lang)


def outlets(corpus: pd.DataFrame, clusters: "pd.Series[int]", cells: pd.DataFrame) -> pd.DataFrame:
    """What was read of each outlet."""
    words = cells["words", "all"]
    return pd.DataFrame(
        {
            "outlet": outlet,
            "articles": len(doc_ids),
            "independent": clusters[doc_ids].nunique(),
            "words": int(words[doc_ids].sum()),
        }
        for outlet, doc_ids in corpus.groupby("outlet")["doc_id"]
    )


def made(corpus: pd.DataFrame, clusters: "pd.Series[int]") -> pd.DataFrame:
    """What the numbers rest on."""
    row = {
        "date": datetime.now(UTC).date().isoformat(),
        "command": COMMAND,
        "framing": version("framing"),
        "statsmodels": version("statsmodels"),
        "lexicons": ", ".join(load_lexicon(name).label for name in ("militancy", "attribution")),
        "machine": machine(),
        "articles": len(corpus),
        "in clusters": int(clusters.duplicated(keep=False).sum()),
        "clusters": int(clusters[clusters.duplicated(keep=False)].nunique()),
        "across outlets": _across(corpus, clusters),
    }
    return pd.DataFrame([row])


def _across(corpus: pd.DataFrame, clusters: "pd.Series[int]") -> int:
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
        f"{row['date']}: `{row['command']}`; framing {row['framing']}, statsmodels "
        f"{row['statsmodels']}; {row['lexicons']}; {row['machine']}.\n\n{row['articles']:,} "
        f"articles; {row['in clusters']:,} of them in {row['clusters']:,} clusters that share a "
        f"paragraph of {LONG} words or more, {row['across outlets']:,} of these over "
        "several outlets."
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
