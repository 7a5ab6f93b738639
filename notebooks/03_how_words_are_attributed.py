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
# points to them as facts, or keeps them at a distance. Shares are of the attributions that the
# outlet itself makes; a cue in what somebody else says is evidence about him, not about the
# outlet. Beside them stands the share of words in quoted speech.

# %%
import framing as fr

news = fr.annotate(fr.read_corpus("../seeds"))
found = fr.survey(news)
print(f"framing {fr.__version__}")
print(f"{len(news)} articles, {found.outlets['words'].sum():,} words of lead and body")

# %% [markdown]
# ## Answer

# %%
fr.show_table(fr.tables.whole_shares(found, "stance"))

# %%
fr.show_table(fr.tables.whole_shares(found, "source side"))

# %% [markdown]
# All words are counted, so that their share has no interval:

# %%
fr.show_table(fr.tables.whole_shares(found, "quoted words"))

# %% [markdown]
# Of the cues that the outlets themselves give, so many are of lemmas often used as a plain “said”:

# %%
every = fr.counted(fr.attributions(news), news)
cues = every[every["voice"] == "narrator"]
fr.show_table(fr.tables.tally(cues, "bleached"))

# %% [markdown]
# ## Who is given a voice
#
# Filled marks are shares of the attributions, hollow ones of the words in quoted speech. Where the
# two part, a side is named often and quoted little, or the reverse. Sources that no rule knows
# stay in the base, so that every share may be larger than it looks.

# %%
fr.figures.source_sides(found)

# %%
fr.figures.source_types(found)

# %%
fr.show_table(fr.tables.summary_shares(found, "quoted side"))

# %% [markdown]
# ## Is one side's word introduced differently from another's?
#
# Rows are sides, all texts together; hatched tiles rest on too little to be read. At the right
# stands what is left when cues that often mean a plain “said” count as neutral: a difference that
# goes away there is a habit of style as much as a stance, and no finding.

# %%
fr.figures.stance_by_side(found)

# %% [markdown]
# The caption gives the differences of the two sides that speak most, share minus share, and says
# whether their direction holds in both schemes. No test was made; many rest on a handful of cues.

# %% [markdown]
# ## Stance, text by text, in both schemes

# %%
fr.figures.stance(found)

# %%
fr.show_table(fr.tables.summary_shares(found, "stance"))

# %%
fr.show_table(fr.tables.summary_shares(found, "coarse stance"))

# %%
fr.show_table(fr.tables.definitions_table("attribution"))

# %% [markdown]
# ## The lemmas behind the classes
#
# In brackets, how often each is a cue:

# %%
fr.show_table(fr.tables.forms_table(cues, "stance", "lemma"), lang="ar")

# %% [markdown]
# ## The number opened: cues that keep words at a distance, deny them or name nobody

# %%
marked = every[every["stance"].isin(["distancing", "denial", "hearsay"])]
print(f"{len(marked)} of {len(every)} attributions")
fr.kwic(news, marked)

# %% [markdown]
# Cues that call the content a fact pointed out by its source:

# %%
fr.kwic(news, cues[cues["stance"] == "pointing"])

# %% [markdown]
# ## Words in quoted speech

# %%
fr.figures.quoted_words(found)

# %%
fr.show_table(fr.tables.summary_shares(found, "quoted words"))

# %% [markdown]
# ## What this does not show
#
# Who speaks is read by rules and a list of actors, and is wrong or not known in some cases, which
# the notebook on validity counts. Stance is a property of the lemma, taken over from work on
# English; some of these lemmas are house style for a plain “said”. Words that are reported without
# a cue and without quotation marks are not seen at all. Where quotation marks are damaged in the
# file, words inside them may go uncounted. Each outlet stands here with one article, and intervals
# treat cues as independent of each other.
