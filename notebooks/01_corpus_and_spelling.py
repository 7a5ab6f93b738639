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
# # What is in the corpus, and which words would its spelling hide?
#
# Articles are listed with what is known of them. Then two ways of searching are compared: this
# package, and a list of exact forms that holds every inflection of every lemma, with and
# without the article. A hit is a word or phrase of the lexicons of militancy and of state
# naming, in lead or body. What the list would miss, it misses for a hamza, ya or ta marbuta
# written otherwise, for a diacritic or tatweel, or for a particle or pronoun written on the word.

# %%
import pandas as pd

import framing as fr

news = fr.annotate(fr.read_corpus("../seeds"))
found = fr.survey(news)
print(f"framing {fr.__version__}")
print(f"{len(news)} articles, {found.outlets['words'].sum():,} words of lead and body")

# %% [markdown]
# ## Answer

# %%
fr.show_table(fr.tables.whole_shares(found, "spelling"))

# %% [markdown]
# A miss may have several reasons. What the list finds of each text stands below, with the words
# that it would miss.

# %% [markdown]
# ## The articles, and what is not known of them
#
# An outlet is named only where the metadata know it for certain; else the text goes by its
# number.

# %%
fr.show_table(fr.tables.corpus_table(news))

# %%
fr.show_table(fr.missing(news.articles))

# %% [markdown]
# ## What exact forms would find, and why they would miss the rest

# %%
fr.figures.spelling(found)

# %%
fr.show_table(fr.tables.summary_shares(found, "spelling"))

# %%
fr.show_table(found.spelling)

# %% [markdown]
# ## The number opened: hits printed with another hamza, ya or ta marbuta

# %%
labels = pd.concat([fr.mentions(news, "militancy"), fr.mentions(news, "state")])
labels = fr.counted(labels, news)
variants = labels[labels["spelling"] == "variant"]
print(f"{len(variants)} of {len(labels)} hits in lead and body")
fr.kwic(news, variants)

# %% [markdown]
# Lemmas that these texts print in more than one form:

# %%
forms = fr.tables.forms_table(labels)
fr.show_table(forms[forms["form"].str.len() > 1], lang="ar")

# %% [markdown]
# Any word can be looked up in the same way, whatever its spelling and whatever is written on it:

# %%
fr.kwic(news, "الأسد", width=6)

# %% [markdown]
# ## What this does not show
#
# Whether an outlet always spells like this: each stands here with one article, and nobody knows
# whether its desk, its agency or the collection dropped the hamzas. The list of exact forms is
# a generous one, so a real search for a handful of forms would miss more. What both ways of
# searching miss is not counted here: glued words and lemmas that the lexicons lack. Intervals
# treat hits as independent of each other, which words of one text are not.
