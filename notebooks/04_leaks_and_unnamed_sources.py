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
# # Which leaks and unnamed sources do these texts refer to?
#
# A reference is one mention, in lead or body, of a leaked document, of talk about leaks, of a
# medium as the source of a claim, or of an official or a source without a name. The classes are
# never added up. A medium that only carried an interview is left out. A source that is mentioned
# again is a mention again, and the same source. References in what somebody else says are not the
# outlet's. Rumours and denials of reports stand apart.

# %%
import framing as fr

news = fr.annotate(fr.read_corpus("../seeds"))
found = fr.survey(news)
print(f"framing {fr.__version__}")
print(f"{len(news)} articles, {found.outlets['words'].sum():,} words of lead and body")

# %% [markdown]
# ## Answer

# %%
fr.show_table(fr.tables.whole_shares(found, "distinct sources"))

# %% [markdown]
# So many distinct sources stand behind so many references, in the outlets' own words and in what
# others say; a class that nobody refers to has no row.

# %% [markdown]
# ## What is there and what is not, text by text
#
# A class that was not seen is not excluded: beside each zero stands the end of its interval. Below
# each number stand the distinct sources, one for all mentions of it in an article; whether two
# articles mean the same source is not asked.

# %%
fr.figures.sourcing(found)

# %%
fr.show_table(fr.tables.summary_rates(found, "sourcing"))

# %% [markdown]
# The same references for the attributions of each text:

# %%
fr.show_table(fr.tables.summary_shares(found, "sourcing"))

# %%
fr.show_table(fr.tables.definitions_table("sourcing"))

# %% [markdown]
# ## The number opened: leaked documents and talk of leaks

# %%
references = fr.counted(fr.leaks(news), news)
leaked = references[references["category"].isin(["leaked-document", "leak-talk"])]
print(f"{len(leaked)} references")
fr.show(news, leaked)

# %% [markdown]
# Officials and sources without a name:

# %%
fr.kwic(news, references[references["category"].isin(["anonymous-official", "anonymous-source"])])

# %% [markdown]
# The references of each class, as they are printed:

# %%
carried = references["role"].eq("venue")
fr.show_table(fr.tables.forms_table(references[~carried], "category"), lang="ar")

# %% [markdown]
# Media that only carried another's words, which are in none of these numbers:

# %%
fr.kwic(news, references[carried])

# %% [markdown]
# Rumours, and what is denied, left without comment or challenged:

# %%
fr.kwic(news, references[references["category"].isin(["rumour", "denial"])])

# %% [markdown]
# ## What this does not show
#
# To refer to a leak is not to rely on it: a text that calls a leak baseless refers to it as
# well. Later mentions of one source are joined by rules (a definite noun, a surname, a resumed
# verb), which may join too few or too many. Sources that stand behind a passive verb, or behind
# nothing at all, leave no word to count. A credit line at the end of an article is not counted
# either. Each outlet stands here with one article, and intervals treat references as independent
# of each other.
