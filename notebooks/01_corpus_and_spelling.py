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
from IPython.display import HTML

import framing as fr
from framing.corpus.articles import missing
from framing.counting.bases import counted
from framing.showing.tables import corpus_table, show_table, summary_shares
from framing.showing.wording import class_label

news = fr.read_corpus("../seeds")
found = fr.survey(news)
print(f"framing {fr.__version__}")
print(f"{len(news)} articles, {found.outlets['words'].sum():,} words of lead and body")

# %% [markdown]
# ## Answer

# %%
plotted = fr.figures.spelling(found).data
spelling = found.whole[found.whole["share"] == "spelling"].set_index("category")
exact = spelling.loc["exact"]

print(
    f"Dated {news['date'].min():%Y-%m-%d} to {news['date'].max():%Y-%m-%d}; "
    f"{news['title'].notna().sum()} of {len(news)} articles have a title."
)
print(
    f"A list of exact forms finds {exact['count']} of {exact['base']} hits "
    f"({exact['share_of']:.0%}, 95% Wilson interval {exact['ci_low']:.0%} to "
    f"{exact['ci_high']:.0%}). A miss may have several reasons:"
)
for reason, row in spelling.drop("exact").iterrows():
    print(f"  {class_label('spelling', reason)}: {row['count']} of {row['base']}")
print("Hits that the list finds, text by text:")
for row in plotted[plotted["panel"] == "exact"].to_dict("records"):
    print(
        f"  {row['outlet']}: {row['count']} of {row['base']} "
        f"({row['share_of']:.0%}, {row['ci_low']:.0%} to {row['ci_high']:.0%})"
    )

# %% [markdown]
# ## The articles, and what is not known of them
#
# An outlet is named only where the metadata know it for certain; else the text goes by its
# number.

# %%
HTML(show_table(corpus_table(news)))

# %%
HTML(show_table(missing(news)))

# %% [markdown]
# ## What exact forms would find, and why they would miss the rest

# %%
fr.figures.spelling(found)

# %%
HTML(show_table(summary_shares(found, "spelling")))

# %%
HTML(show_table(found.spelling))

# %% [markdown]
# ## The number opened: hits printed with another hamza, ya or ta marbuta

# %%
labels = counted(pd.concat([fr.mentions(news, "militancy"), fr.mentions(news, "state")]), news)
variants = labels[labels["spelling"] == "variant"]
print(f"{len(variants)} of {len(labels)} hits in lead and body")
fr.kwic(news, variants)

# %% [markdown]
# Lemmas that these texts print in more than one form:

# %%
forms = labels.drop_duplicates(["lemma", "form"]).groupby("lemma", sort=False)["form"].agg(list)
HTML(show_table(forms[forms.str.len() > 1].reset_index(), lang="ar"))

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
