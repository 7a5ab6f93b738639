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
# # How do these texts introduce the words of others?
#
# An attribution is a cue, such as قال or بحسب, that gives somebody a voice in lead or body. Its
# stance is the class of its lemma: whether the verb merely passes words on, insists on them,
# points to them as facts, or keeps them at a distance. Shares are of all attributions. Beside
# them stands the share of words in quoted speech.

# %%
import pandas as pd
from IPython.display import HTML

import framing as fr
from framing import figures
from framing.counting import counted, pool
from framing.lexicon import load_lexicon
from framing.measures import share_row
from framing.tables import class_label, definitions_table, show_table, summary_shares

news = fr.read_corpus("../seeds")
found = fr.survey(news)
print(f"framing {fr.__version__}")
print(f"{len(news)} articles, {found.outlets['words'].sum():,} words of lead and body")
print(f"lexicon {load_lexicon('attribution').label}")

# %% [markdown]
# ## Answer

# %%
cues = counted(fr.attributions(news), news)
whole = pool(found.shares, pd.Series("all texts", index=found.outlets["outlet"]))
stances = whole[whole["share"] == "stance"].sort_values("count", ascending=False, kind="stable")
print(f"{len(cues)} attributions. Their stance, with 95% Wilson intervals:")
for row in stances[stances["count"] > 0].to_dict("records"):
    print(
        f"  {class_label('stance', row['category'])}: {row['count']} of {row['base']} "
        f"({row['share_of']:.1%}, {row['ci_low']:.1%} to {row['ci_high']:.1%})"
    )

bleached = cues[cues["bleached"]]
share = share_row(len(bleached), len(cues))
print(
    f"{len(bleached)} of {len(cues)} cues are of lemmas often used as a plain “said”: "
    f"{'، '.join(bleached['lemma'].unique())} "
    f"({share['share_of']:.0%}, {share['ci_low']:.0%} to {share['ci_high']:.0%})."
)
words = whole[whole["share"] == "quoted words"].iloc[0]
print(
    f"{words['count']:,} of {words['base']:,} words stand in quoted speech "
    f"({words['share_of']:.0%}); all are counted, so there is no interval."
)

# %% [markdown]
# ## Stance, text by text

# %%
figures.stance(found)

# %%
HTML(show_table(summary_shares(found, "stance")))

# %%
HTML(show_table(definitions_table("attribution")))

# %% [markdown]
# ## The lemmas behind the classes
#
# In brackets, how often each is a cue:

# %%
lemmas = cues.groupby(["stance", "lemma"]).size().sort_values(ascending=False, kind="stable")
lemmas = lemmas.rename("count").reset_index()
lemmas["lemma"] += " (" + lemmas["count"].astype(str) + ")"
lemmas = lemmas.groupby("stance", sort=False)["lemma"].agg(list).reset_index()
names = {one: class_label("stance", one, lang="ar") for one in lemmas["stance"]}
HTML(show_table(lemmas.assign(stance=lemmas["stance"].map(names)), lang="ar"))

# %% [markdown]
# ## The number opened: cues that keep words at a distance, deny them or name nobody

# %%
marked = cues[cues["stance"].isin(["distancing", "denial", "hearsay"])]
print(f"{len(marked)} of {len(cues)} attributions")
fr.kwic(news, marked)

# %% [markdown]
# Cues that call the content a fact pointed out by its source:

# %%
fr.kwic(news, cues[cues["stance"] == "pointing"])

# %% [markdown]
# ## Words in quoted speech

# %%
figures.quoted_words(found)

# %%
HTML(show_table(summary_shares(found, "quoted words")))

# %% [markdown]
# ## What this does not show
#
# A share of stances says nothing yet of whose words are passed on in which way. Stance is a
# property of the lemma, taken over from work on English; some of these lemmas are house style
# for a plain “said”. Words that are reported without a cue and without quotation marks are not
# seen at all. Where quotation marks are damaged in the file, words inside them may go
# uncounted. Each outlet stands here with one article, and intervals treat cues as independent
# of each other.
