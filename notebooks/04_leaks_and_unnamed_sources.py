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
from IPython.display import HTML

import framing as fr
from framing.counting.bases import counted, origins
from framing.showing.tables import definitions_table, show_table, summary_rates, summary_shares

news = fr.read_corpus("../seeds")
found = fr.survey(news)
sourcing = fr.load_lexicon("sourcing")
print(f"framing {fr.__version__}")
print(f"{len(news)} articles, {found.outlets['words'].sum():,} words of lead and body")

# %% [markdown]
# ## Answer

# %%
references = counted(fr.leaks(news), news)
plotted = fr.figures.sourcing(found).data
print("References that the outlets themselves make, and the text that has most of them per")
print("1,000 words (95% Poisson interval):")
for category in (one for one in sourcing.categories.values() if one.scored):
    rows = plotted[plotted["category"] == category.name]
    most = rows.loc[rows["rate_per_1000"].idxmax()]
    print(
        f"  {category.gloss}: {rows['narrator'].sum()}, of distinct sources "
        f"{rows['sources'].sum()}, in {(rows['narrator'] > 0).sum()} of {len(rows)} texts; most in "
        f"{most['outlet']}: {most['narrator']}, of sources {most['sources']}, in {most['base']} "
        f"words, {most['rate_per_1000']:.1f} ({most['ci_low']:.1f} to {most['ci_high']:.1f})"
    )
print(
    f"{len(references) - len(origins(references))} references to media that only carried "
    "another's words are in none of these numbers."
)

# %% [markdown]
# ## What is there and what is not, text by text
#
# A class that was not seen is not excluded: beside each zero stands the end of its interval. Below
# each number stand the distinct sources, one for all mentions of it in an article; whether two
# articles mean the same source is not asked.

# %%
fr.figures.sourcing(found)

# %%
HTML(show_table(summary_rates(found, "sourcing")))

# %% [markdown]
# The same references for the attributions of each text:

# %%
HTML(show_table(summary_shares(found, "sourcing")))

# %%
HTML(show_table(definitions_table("sourcing")))

# %% [markdown]
# ## The number opened: leaked documents and talk of leaks

# %%
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
forms = origins(references).groupby("category", sort=False)["form"].agg(list).reset_index()
glosses = {one.name: one.gloss_ar for one in sourcing.categories.values()}
HTML(show_table(forms.assign(category=forms["category"].map(glosses)), lang="ar"))

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
