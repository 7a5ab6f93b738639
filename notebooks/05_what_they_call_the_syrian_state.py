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
from IPython.display import HTML

import framing as fr
from framing.counting.bases import counted
from framing.measures import share_row
from framing.showing.tables import definitions_table, show_table, summary_rates

news = fr.read_corpus("../seeds")
found = fr.survey(news)
state = fr.load_lexicon("state")
print(f"framing {fr.__version__}")
print(f"{len(news)} articles, {found.outlets['words'].sum():,} words of lead and body")

# %% [markdown]
# ## Answer

# %%
labels = counted(fr.mentions(news, "state"), news)
syria = labels[labels["name"] == "syria"]
print(f"{len(syria)} names of the Syrian state and its rulers, with 95% Wilson intervals:")
for category in state.categories.values():
    chosen = syria[syria["category"] == category.name]
    share = share_row(len(chosen), len(syria))
    print(
        f"  {category.gloss} {category.gloss_ar}: {len(chosen)} of {len(syria)} "
        f"({share['share_of']:.0%}, {share['ci_low']:.0%} to {share['ci_high']:.0%}), in "
        f"{chosen['doc_id'].nunique()} of {len(news)} texts, "
        f"{(chosen['voice'] == 'narrator').sum()} the outlets' own, "
        f"{(chosen['voice'] == 'direct').sum()} in quoted speech"
    )

# %% [markdown]
# ## Text by text

# %%
fr.figures.state(found)

# %%
rates = summary_rates(found, "state")
HTML(show_table(rates[rates["class"].str.endswith("syria")]))

# %%
HTML(show_table(definitions_table("state")))

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
names = syria.groupby(["category", "form"], sort=False).size().rename("count").reset_index()
glosses = {one.name: one.gloss_ar for one in state.categories.values()}
HTML(show_table(names.assign(category=names["category"].map(glosses)), lang="ar"))

# %% [markdown]
# ## What this does not show
#
# The bare words النظام and الحكومة are left out, since alone they name no state; where a text
# has made clear whom it means and goes on with the bare word, that is not counted. A president
# called by his name alone is counted with his title, though a name is no label. Whose words they
# are is read by rules, not understood, and a name in passing may stand in reported speech that no
# cue announces. Each outlet stands here with one article, so
# nothing follows for the outlet. Intervals treat names as independent of each other.
