# ---
# jupyter:
#   jupytext:
#     formats: ipynb,py:percent
#     notebook_metadata_filter: -jupytext.text_representation.jupytext_version
#     text_representation:
#       extension: .py
#       format_name: percent
#       format_version: '1.3'
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---

# %% [markdown]
# # How valid is it: does the package find what coders found?
#
# Every number of the other notebooks rests on rules that find words, cues, sources and voices. Here
# their findings are laid beside a coding of the same articles: what was found of what was coded
# (recall), what was coded of what was found (precision), and how often side, voice or target of a
# matched record is right.
#
# What this rests on: two codings, model-assisted and not by human coders, of articles that were
# looked at while the rules were written. A score on them says that nothing broke. It is no
# validation, which needs articles that nobody looked at and people who code them.

# %%
import pandas as pd
from IPython.display import HTML

import framing as fr
from framing.coding.scorecard import as_html, attribute_card, crosstab, span_card
from framing.showing.tables import show_table

news = fr.read_corpus("../seeds")
coding = fr.read_coding("../seeds/coding/seeds.jsonl")
result = fr.evaluate(news, coding)
print(f"framing {fr.__version__}")
print(f"{len(news)} articles, {len(coding)} coded records")

# %% [markdown]
# ## Answer
#
# The bars are the project's own demands on itself, not a standard of the field.

# %%
scores = pd.read_csv("../docs/accuracy/scores.csv")
made = pd.read_csv("../docs/accuracy/made.csv").set_index("coding")
barred = scores[scores["bar"].notna()]
for coded, rows in barred.groupby("coding", sort=False):
    missed = rows[rows["value"] < rows["bar"]]
    met = f"{len(rows) - len(missed)} of {len(rows)} bars met"
    print(f"{coded}: {made.loc[coded, 'counted']} {met}")
    for row in missed.to_dict("records"):
        print(
            f"  missed: {row['measure']}, {row['statistic']} {row['value']:.3f}, "
            f"to be {row['bar']:.2f}"
        )

# %% [markdown]
# ## The seeds, measured now
#
# Spans first: they match if they share a word (overlap) or cover the same words (strict).

# %%
HTML(show_table(span_card(result.table)))

# %% [markdown]
# Then what is said of the spans that match by the codebook's rule:

# %%
HTML(show_table(attribute_card(result.table)))

# %%
print(result.note)

# %% [markdown]
# ## The development articles, as published
#
# Their texts may not be passed on, so that they are not read here: the scores are those that
# `benchmarks/accuracy.py` wrote on that day; the versions they were made with stand beside them in
# `docs/accuracy.md`.

# %%
development = scores[scores["coding"] == "dev"]
print(f"{made.loc['dev', 'command']}, {made.loc['dev', 'date']}")
confusion = pd.read_csv("../docs/accuracy/confusion.csv")
confusion = confusion[confusion["coding"] == "dev"].drop(columns="coding")
HTML(as_html(development, confusion, made.loc["dev", "counted"]))

# %% [markdown]
# ## Confusions
#
# Voice is what the other notebooks lean on most: a reported word taken for the outlet's own would
# turn a finding round. Coded in rows, found in columns, the development articles:

# %%
HTML(show_table(crosstab(confusion, "voice").rename_axis("").reset_index()))

# %% [markdown]
# The sides of sources, of which most goes wrong; what is not known is said to be so:

# %%
HTML(show_table(crosstab(confusion, "side").rename_axis("").reset_index()))

# %% [markdown]
# The stance of cues in the seeds:

# %%
HTML(show_table(result.crosstab("stance").rename_axis("").reset_index()))

# %% [markdown]
# ## The number opened: typical errors, in their sentences
#
# How many errors of each kind the seeds hold:

# %%
errors = result.errors
kinds = errors.groupby(["layer", "attribute", "error"]).size().rename("count")
HTML(show_table(kinds.sort_values(ascending=False, kind="stable").reset_index()))

# %% [markdown]
# The first two of each kind, with what was coded and what was found:

# %%
typical = errors.groupby(["attribute", "error"], sort=False).head(2)
shown = ["doc_id", "attribute", "error", "form", "coded", "predicted", "sentence"]
HTML(show_table(typical[shown].sort_values(["attribute", "error"], kind="stable")))

# %% [markdown]
# The cues among these errors, where they stand:

# %%
cues = fr.attributions(news)
wrong = errors[(errors["layer"] == "attribution") & (errors["error"] != "missed")]
places = pd.MultiIndex.from_frame(wrong[["doc_id", "start"]])
fr.kwic(news, cues[pd.MultiIndex.from_frame(cues[["doc_id", "start"]]).isin(places)])

# %% [markdown]
# ## What an error would do to a finding
#
# The figure that stands or falls with voice: one word read wrongly would change its first bar.

# %%
fr.figures.terror_voice(fr.survey(news))

# %% [markdown]
# ## What this does not show
#
# How well the package does on articles that it was not written beside; both codings are of
# development data. How well people would agree with each other, let alone with it: both codings
# were made with the help of a model, whose errors may be of one kind, and no reliability between
# human coders stands behind them. Scores by outlet or by year are too thin to be printed.
# Intervals of shares treat records as independent; those of F are resampled by article, and are
# missing where there are too few articles.
