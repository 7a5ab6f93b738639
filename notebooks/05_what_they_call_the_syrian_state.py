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
# # What do these texts call the Syrian state?
#
# Names for the Syrian state and its rulers in lead and body are counted by class: regime,
# government, state, authorities, and the president by title or name. A word inside quotation
# marks of speech is somebody's quoted word, one in what the article passes on of somebody is
# reported, and only the rest is the outlet's own.

# %%
import framing as fr

news = fr.annotate(fr.read_corpus("../seeds"))
found = fr.survey(news)
print(f"framing {fr.__version__}")
print(f"{len(news)} articles, {found.outlets['words'].sum():,} words of lead and body")

# %% [markdown]
# ## Answer

# %%
labels = fr.counted(fr.mentions(news, "state"), news)
syria = labels[labels["name"] == "syria"]
fr.show_table(fr.tables.tally(syria, "category"))

# %% [markdown]
# In whose voice they stand:

# %%
fr.show_table(fr.tables.tally(syria, ["category", "voice"]))

# %% [markdown]
# ## Text by text

# %%
fr.figures.state(found)

# %%
rates = fr.tables.summary_rates(found, "state")
fr.show_table(rates[rates["class"].str.endswith("syria")])

# %%
fr.show_table(fr.tables.definitions_table("state"))

# %% [markdown]
# The same figure in Arabic:

# %%
fr.figures.state(found, "ar")

# %% [markdown]
# ## The number opened: the state as a regime

# %%
regime = syria[syria["category"] == "regime"]
print(f"{len(regime)} of {len(syria)} names")
fr.show(news, regime)

# %% [markdown]
# All other names of the state and its rulers:

# %%
fr.kwic(news, syria[syria["category"] != "regime"])

# %% [markdown]
# The names as they are printed:

# %%
fr.show_table(fr.tables.forms_table(syria, "category"), lang="ar")

# %% [markdown]
# ## One thing, several names
#
# The state is one of many things that an outlet must choose a name for. The lexicon of naming holds
# such choices: all entries of one referent are alternatives, each with its tone. A share is of the
# references to one referent, in one voice: an outlet's own words say how it names, quoted ones how
# others do. The bare النظام and الحكومة count here, for the state named last before.

# %%
named = fr.naming(news)
print(named.text)

# %%
own = named.table.query("voice == 'narrator' and referent in ['islamic-state', 'syria']")
own[["group", "referent", "name", "tone", "count", "base", "ci_low", "ci_high"]].round(2)

# %%
fr.figures.names(found)

# %% [markdown]
# ## What this does not show
#
# In the counts of the state lexicon the bare words النظام and الحكومة are left out, since alone
# they name no state; those of naming take them for the state named last, which may be wrong. A
# president
# called by his name alone is counted with his title, though a name is no label. Whose words they
# are is read by rules, not understood, and a name in passing may stand in reported speech that no
# cue announces. Each outlet stands here with one article, so
# nothing follows for the outlet. Intervals treat names as independent of each other.
