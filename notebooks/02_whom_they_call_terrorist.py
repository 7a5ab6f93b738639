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
from IPython.display import HTML

import framing as fr
from framing.counting.bases import counted
from framing.counting.features import FACETS
from framing.measures import share_row
from framing.showing.tables import (
    definitions_table,
    feature_label,
    show_table,
    summary_rates,
    summary_shares,
)
from framing.showing.wording import class_label, wording

news = fr.read_corpus("../seeds")
found = fr.survey(news)
militancy = fr.load_lexicon("militancy")
print(f"framing {fr.__version__}")
print(f"{len(news)} articles, {found.outlets['words'].sum():,} words of lead and body")

# %% [markdown]
# ## Answer

# %%
labels = counted(fr.mentions(news, "militancy"), news)
terror = labels[labels["category"] == "terror"]
quoted = terror[terror["voice"] == "direct"]
own = terror[terror["voice"] == "narrator"]
for words, what in ((own, "are the outlets' own"), (quoted, "stand in quoted speech")):
    share = share_row(len(words), len(terror))
    print(
        f"{len(words)} of {len(terror)} words of the root {what} "
        f"({share['share_of']:.0%}, 95% Wilson interval {share['ci_low']:.0%} to "
        f"{share['ci_high']:.0%})."
    )
for facet in FACETS:
    print(
        f"  {feature_label(f'militancy.terror.{facet}', militancy)}: "
        f"{(terror['facet'] == facet).sum()} of {len(terror)} words, "
        f"{(quoted['facet'] == facet).sum()} of them in quoted speech"
    )

print("Of the references to armed actors in each voice, so many call them terrorist:")
voices = wording("en")["voices"]
for row in found.whole[found.whole["share"] == "terror label"].to_dict("records"):
    print(f"  {voices[row['voice']]}: {row['count']} of {row['base']}")
print("Names of the group that calls itself Islamic State, of all its names in that voice:")
for row in found.whole[found.whole["share"] == "group name"].to_dict("records"):
    name = class_label("group name", row["category"])
    print(f"  {voices[row['voice']]}, {name}: {row['count']} of {row['base']}")

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
HTML(show_table(summary_shares(found, "target by side")))

# %% [markdown]
# ## What the words of the root are put on

# %%
fr.figures.terror_root(found)

# %%
rates = summary_rates(found, militancy)
HTML(show_table(rates[rates["class"].str.startswith("terror")]))

# %%
HTML(show_table(summary_shares(found, "terror label")))

# %% [markdown]
# ## The number opened: every word that calls somebody a terrorist
#
# Whom the word means is read in its sentence. First those in quoted speech:

# %%
fr.kwic(news, quoted[quoted["facet"] == "actor"])

# %% [markdown]
# Those reported without quotation marks:

# %%
reported = terror[terror["voice"] == "indirect"]
fr.kwic(news, reported[reported["facet"] == "actor"])

# %% [markdown]
# And what the outlets say in their own words, whatever it is put on:

# %%
fr.kwic(news, own)

# %% [markdown]
# The highest number of the figure's first panel, in its whole sentence, by the spans it was
# counted from:

# %%
actor = found.rates[found.rates["feature"] == "militancy.terror.actor"]
most = actor.loc[actor["count"].idxmax()]
print(f"{most['doc_id']}, {most['voice']}: {most['count']} of {most['base']} words")
fr.show(news, labels[labels["span_id"].isin(most["span_ids"])])

# %% [markdown]
# ## Other names for armed actors

# %%
HTML(show_table(definitions_table("militancy")))

# %%
fr.figures.militancy(found)

# %%
fr.figures.group_name(found)

# %%
HTML(show_table(summary_shares(found, "group name")))

# %% [markdown]
# The forms in which each lemma is printed:

# %%
forms = labels.drop_duplicates(["lemma", "form"]).groupby(["category", "lemma"], sort=False)["form"]
forms = forms.agg(list).reset_index()
glosses = {one.name: one.gloss_ar for one in militancy.categories.values()}
HTML(show_table(forms.assign(category=forms["category"].map(glosses)), lang="ar"))

# %% [markdown]
# ## What this does not show
#
# Who speaks, and whom a label is put on, is read by rules, not understood; the sentences
# show it. Where quotation marks nest or never close, what they hold may be read wrongly.
# The share of references says nothing of words for acts and for the phenomenon. Each outlet
# stands here with one article, so nothing follows for the outlet, its intent or its readers.
# Labels are quoted, not endorsed.
# Intervals treat words as independent of each other, which words of one text are not.
