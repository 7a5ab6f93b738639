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
# # Whom do these texts call terrorist, and how many of the words are their own?
#
# Every word of the root رهب in lead and body is counted by what it is put on: an actor, an act
# or threat, or the phenomenon and the fight against it. Only the first says that somebody is a
# terrorist, and only it enters the share of references to armed actors. A word inside quotation
# marks of speech is somebody's quoted word, a word in what the article passes on of somebody
# is reported; only the rest is the outlet's own.

# %%
import framing as fr

news = fr.annotate(fr.read_corpus("../seeds"))
found = fr.survey(news)
print(f"framing {fr.__version__}")
print(f"{len(news)} articles, {found.outlets['words'].sum():,} words of lead and body")

# %% [markdown]
# ## Answer

# %%
fr.show_table(fr.tables.whole_shares(found, "terror voice"))

# %%
fr.show_table(fr.tables.whole_shares(found, "terror label", "group name"))

# %% [markdown]
# What the words are put on, and in whose voice:

# %%
labels = fr.counted(fr.mentions(news, "militancy"), news)
terror = labels[labels["category"] == "terror"]
fr.show_table(fr.tables.tally(terror, ["facet", "voice"]))

# %% [markdown]
# ## Whose words they are
#
# A rate of such words in a text is above all a rate of whom it quotes. What is quoted or reported
# was still chosen by the outlet, so that the share of its own words is no measure of its distance.

# %%
fr.figures.terror_voice(found)

# %% [markdown]
# ## Who calls whom terrorist
#
# Most of these words stand in what one side says, and most call nobody by name or speak of
# terrorism as such. Who speaks more has more words: the rows are counts, not inclinations, and
# where no rule knows the speaker the row says so.

# %%
fr.figures.terror_speakers(found)

# %%
fr.show_table(fr.tables.summary_shares(found, "target by side"))

# %% [markdown]
# ## What the words of the root are put on

# %%
fr.figures.terror_root(found)

# %%
rates = fr.tables.summary_rates(found, "militancy")
fr.show_table(rates[rates["class"].str.startswith("terror")])

# %%
fr.show_table(fr.tables.summary_shares(found, "terror label"))

# %% [markdown]
# ## The number opened: every word that calls somebody a terrorist
#
# Whom the word means is read in its sentence. First those in quoted speech:

# %%
actors = terror[terror["facet"] == "actor"]
fr.kwic(news, actors[actors["voice"] == "direct"])

# %% [markdown]
# Those reported without quotation marks:

# %%
fr.kwic(news, actors[actors["voice"] == "indirect"])

# %% [markdown]
# And what the outlets say in their own words, whatever it is put on:

# %%
fr.kwic(news, terror[terror["voice"] == "narrator"])

# %% [markdown]
# The highest number of the figure's first panel, in its whole sentence, by the spans it was
# counted from:

# %%
actor = found.rates[found.rates["feature"] == "militancy.terror.actor"]
most = actor.loc[actor["count"].idxmax()]
fr.show(news, labels[labels["span_id"].isin(most["span_ids"])])

# %% [markdown]
# ## Other names for armed actors

# %%
fr.show_table(fr.tables.definitions_table("militancy"))

# %%
fr.figures.militancy(found)

# %%
fr.figures.group_name(found)

# %%
fr.show_table(fr.tables.summary_shares(found, "group name"))

# %% [markdown]
# The forms in which each lemma is printed:

# %%
fr.show_table(fr.tables.forms_table(labels), lang="ar")

# %% [markdown]
# ## What this does not show
#
# Who speaks, and whom a label is put on, is read by rules, not understood; the sentences
# show it. Where quotation marks nest or never close, what they hold may be read wrongly.
# The share of references says nothing of words for acts and for the phenomenon. Each outlet
# stands here with one article, so nothing follows for the outlet, its intent or its readers.
# Labels are quoted, not endorsed.
# Intervals treat words as independent of each other, which words of one text are not.
