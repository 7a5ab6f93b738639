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
# What this rests on: three codings, model-assisted and not by human coders. The articles of two
# (seeds, dev) were looked at while the rules were written: a score on them says that nothing broke.
# Those of the third, named last, were drawn and coded before the package had read them; what it
# scored then stands below. It is no validation, which needs people who code.

# %%
import pandas as pd

import framing as fr

news = fr.annotate(fr.read_corpus("../seeds"))
result = fr.evaluate(news, "../seeds/coding/seeds.jsonl")
print(f"framing {fr.__version__}")
print(result.note)

# %% [markdown]
# ## Answer
#
# Every score that the project asks something of, beside the bar it is to meet. The bars are the
# project's own demands on itself, not a standard of the field.

# %%
scores = pd.read_csv("../docs/accuracy/scores.csv")
barred = scores.dropna(subset="bar")
missed = barred[barred["value"] < barred["bar"]]
print(f"{len(barred) - len(missed)} of {len(barred)} bars met")
fr.show_table(barred[["coding", "measure", "statistic", "value", "bar"]], rounded=3)

# %% [markdown]
# ## The seeds, measured now
#
# Spans match if they share a word (overlap) or cover the same words (strict); then stands what is
# said of the spans that match by the codebook's rule.

# %%
result

# %% [markdown]
# ## The development articles, as published
#
# Their texts may not be passed on, so that they are not read here: the scores are those that
# `benchmarks/accuracy.py` wrote on the day that is printed; the versions they were made with stand
# beside them in `docs/accuracy.md`.

# %%
made = pd.read_csv("../docs/accuracy/made.csv").set_index("coding").loc["dev"]
confusion = pd.read_csv("../docs/accuracy/confusion.csv").query("coding == 'dev'")
note = f"{made['counted']} {made['command']}, {made['date']}"
published = fr.Evaluation(scores.query("coding == 'dev'"), confusion, pd.DataFrame(), note)
published

# %% [markdown]
# ## Twenty further articles, as the package first read them
#
# Measured before any of its errors on them was looked at: what to expect of news like this that
# nobody has looked at.

# %%
first = pd.read_csv("../docs/accuracy/before.csv").dropna(subset="bar")
fr.show_table(first[["measure", "statistic", "base", "value", "ci_low", "ci_high"]], rounded=3)

# %% [markdown]
# ## Confusions
#
# Voice is what the other notebooks lean on most: a reported word taken for the outlet's own would
# turn a finding round. Coded in rows, found in columns, the development articles:

# %%
published.crosstab("voice")

# %% [markdown]
# The sides of sources, of which most goes wrong; what is not known is said to be so:

# %%
published.crosstab("side")

# %% [markdown]
# The stance of cues in the seeds:

# %%
result.crosstab("stance")

# %% [markdown]
# ## The number opened: typical errors, in their sentences
#
# How many errors of each kind the seeds hold:

# %%
errors = result.errors
fr.show_table(errors.value_counts(["layer", "attribute", "error"]).reset_index())

# %% [markdown]
# The first two of each kind, with what was coded and what was found:

# %%
typical = errors.groupby(["attribute", "error"], sort=False).head(2)
shown = ["doc_id", "attribute", "error", "form", "coded", "predicted", "sentence"]
fr.show_table(typical[shown].sort_values(["attribute", "error"], kind="stable"))

# %% [markdown]
# The cues among these errors, where they stand:

# %%
cues = fr.attributions(news)
wrong = errors[(errors["layer"] == "attribution") & (errors["error"] != "missed")]
fr.kwic(news, cues.merge(wrong[["doc_id", "start"]].drop_duplicates()))

# %% [markdown]
# ## What an error would do to a finding
#
# The figure that stands or falls with voice: one word read wrongly would change its first bar.

# %%
fr.figures.terror_voice(fr.survey(news))

# %% [markdown]
# ## What this does not show
#
# How well the package does on news of other years and other papers: of articles that it was not
# written beside, twenty were coded. How well people would agree with each other, let alone with it:
# all codings were made with the help of a model, whose errors may be of one kind, and no
# reliability between human coders stands behind them. Scores by outlet or by year are too thin to
# be printed.
# Intervals take articles as the cases, since records of one article go together; those of F are
# resampled by article. Where there are too few articles an interval is missing.
