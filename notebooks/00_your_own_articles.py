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
# # What do your own articles call armed actors, and in whose words?
#
# Copy this notebook and change the first cell: the place of your articles, a folder of texts or a
# table with one article a row. What your columns are called is said with
# `columns={"content": "text", "source": "outlet"}`. All else runs as it stands; here it reads the
# seeds, one article an outlet.

# %%
import framing as fr

news = fr.annotate(fr.read_corpus("../seeds"))
print(f"framing {fr.__version__}")
print(f"{len(news)} articles")

# %% [markdown]
# ## Answer
#
# Which labels there are, and in whose voice they stand: the outlet's own, reported, or quoted.

# %%
labels = fr.with_articles(fr.counted(fr.mentions(news, "militancy"), news), news)
fr.show_table(fr.tables.tally(labels, ["category", "voice"]))

# %% [markdown]
# ## What is not known, and what is no news
#
# Gaps in what is known of the articles, and texts that hold page code or are there twice. An empty
# table is good news.

# %%
fr.show_table(fr.missing(news.articles))

# %%
fr.show_table(fr.noise(news.articles))

# %% [markdown]
# ## The outlets side by side
#
# Rates per thousand words of each voice, with their intervals. With few articles an outlet they
# describe these texts and no more.

# %%
fr.figures.militancy(fr.survey(news))

# %% [markdown]
# ## Do they differ?

# %%
rates = fr.features(news, "militancy")
print(fr.compare(rates, news, by="outlet", of="militancy.terror").text)

# %% [markdown]
# ## The number opened
#
# The sentences behind it, sorted by what stands behind the word. `sample=` draws some of many,
# `outlet=` and `voice=` choose.

# %%
fr.kwic(news, labels[labels["category"] == "terror"], sort="after")

# %% [markdown]
# And a whole article, with who speaks where:

# %%
fr.article(news, labels["doc_id"].iloc[0])

# %% [markdown]
# `fr.explore(news)` in a cell of its own opens the desk: a chart of rates or shares, and from each
# number by click or key to its sentences and articles.
#
# ## Words of your own
#
# A plain list of words is a lexicon: every printed form of them is found.

# %%
fr.kwic(news, fr.mentions(news, ["هدنة", "قصف"]))

# %% [markdown]
# ## What this does not show
#
# The rules were written on a few dozen articles on a few conflicts. On texts of another kind some
# labels are missed and some voices wrong: read a sample before a number is cited, and measure what
# the finding gets wrong with `fr.draw_audit` and `fr.score_audit`.
